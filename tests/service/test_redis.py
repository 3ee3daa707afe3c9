"""Redis for several replicas: briefings and rates that they share, with a real server."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass

import httpx2
import pytest
import redis

from summarizer.errors import SettingsError
from tests.listening import free_port, wait_for
from tests.scripted_model import status
from tests.service.running import BODY, Serve, running

SERVER = shutil.which("redis-server")
pytestmark = pytest.mark.skipif(SERVER is None, reason="redis-server is not installed (Debian: apt install redis)")

KEYS = f"desk:{hashlib.sha256(b'smz_known').hexdigest()}"


@dataclass
class RedisServer:
    """A server that keeps nothing on the disk."""

    url: str
    process: subprocess.Popen[bytes]

    def keys(self) -> dict[bytes, int]:
        """What it holds: each key, and how many seconds it still lives."""
        with redis.Redis.from_url(self.url) as client:
            return {key: client.ttl(key) for key in client.scan_iter()}

    def end(self) -> None:
        """Go away, as a machine does that loses its power."""
        self.process.kill()
        self.process.wait(10)


@pytest.fixture
def server() -> Iterator[RedisServer]:
    port = free_port()
    options = ["--save", "", "--appendonly", "no", "--bind", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen([str(SERVER), *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = RedisServer(f"redis://127.0.0.1:{port}/0", process)
    try:
        wait_for(port, process)
        yield found
    finally:
        found.end()


def test_two_services_share_their_briefings(serve: Serve, server: RedisServer) -> None:
    settings = {"CACHE": "1", "REDIS_URL": server.url, "CACHE_DAYS": "2"}
    first = serve(**settings)
    made = first.brief()
    assert made.headers["cache-status"] == "summarizer; fwd=miss"
    assert made.is_success
    second = serve(**settings, BASE_URL=first.model.base_url)
    kept = second.brief()
    assert len(first.model.requests) == 1
    assert kept.headers["cache-status"] == "summarizer; hit"
    assert (kept.content, kept.headers["etag"]) == (made.content, made.headers["etag"])
    ((key, seconds),) = server.keys().items()
    assert key.startswith(b"summarizer:briefing:")
    assert 2 * 86_400 - 60 <= seconds <= 2 * 86_400


def test_two_services_share_the_rate_of_a_key(serve: Serve, server: RedisServer) -> None:
    settings = {"RATE": "3/minute", "REDIS_URL": server.url, "KEYS": KEYS, "OPEN": "0"}
    headers = {"Authorization": "Bearer smz_known"}
    first, second = serve(**settings), serve(**settings)
    statuses = [
        service.client.get("/v1/models", headers=headers).status_code for service in (first, second, first, second)
    ]
    assert statuses == [200, 200, 200, 429]
    assert all(0 < seconds <= 60 for seconds in server.keys().values())


def test_when_redis_goes_away_answers_go_on(
    serve: Serve, server: RedisServer, capfd: pytest.CaptureFixture[str]
) -> None:
    service = serve(CACHE="1", REDIS_URL=server.url, RATE="2/minute")
    assert service.brief().headers["ratelimit"].startswith('"requests";r=1')
    assert service.brief().headers["cache-status"] == "summarizer; hit"
    assert service.brief().status_code == 429
    server.end()
    began = time.monotonic()
    answers = [service.brief(), service.brief()]
    assert time.monotonic() - began < 5
    assert [answer.status_code for answer in answers] == [200, 200]
    assert not any("ratelimit" in answer.headers for answer in answers)
    assert len(service.model.requests) == 3
    log = capfd.readouterr().err
    assert '"event": "rates are not counted"' in log
    assert '"event": "the cache failed"' in log
    assert server.url not in log
    assert "Traceback" not in log


def test_a_redis_that_is_not_there_yet_keeps_no_service_from_starting(serve: Serve, server: RedisServer) -> None:
    server.end()
    service = serve(CACHE="1", REDIS_URL=server.url, RATE="2/minute")
    assert [service.brief().status_code for _ in range(3)] == [200, 200, 200]


def test_what_failed_is_not_kept(server: RedisServer) -> None:
    with running([status(401)], CACHE="1", REDIS_URL=server.url) as service:
        assert service.brief().status_code == 502
    assert server.keys() == {}


def test_the_address_with_its_password_is_in_no_error(serve: Serve) -> None:
    with pytest.raises(SettingsError, match="SUMMARIZER_REDIS_URL") as raised:
        serve(CACHE="1", REDIS_URL="redis://user:secret-word@127.0.0.1:not-a-port/0")
    assert "secret-word" not in str(raised.value)


def test_a_password_is_sent(serve: Serve, server: RedisServer, capfd: pytest.CaptureFixture[str]) -> None:
    with redis.Redis.from_url(server.url) as client:
        client.config_set("requirepass", "secret-word")
    settings = {"CACHE": "1", "RATE": "5/minute"}
    known = serve(**settings, REDIS_URL=server.url.replace("//", "//:secret-word@"))
    assert known.brief().headers["cache-status"] == "summarizer; fwd=miss"
    assert known.brief().headers["cache-status"] == "summarizer; hit"
    unknown = serve(**settings, REDIS_URL=server.url.replace("//", "//:wrong-word@"))
    assert unknown.client.post("/v1/briefings", json=BODY).is_success
    assert httpx2.get(f"{unknown.address}/healthz").is_success
    log = capfd.readouterr().err
    assert "the cache failed" in log
    assert "-word" not in log
