"""Who may ask, how much and how often; how much is under way at once, and what happens above it."""

from __future__ import annotations

import hashlib
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

from summarizer.errors import SettingsError
from summarizer.service import create_app
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, TEXT
from tests.scripted_model import Answer, Request, Script, slow
from tests.service.running import BODY, EVENTS, Serve, logs_as_before, running

KEY = "smz_a-key-that-only-the-test-knows"
KEYS = f"desk:{hashlib.sha256(KEY.encode()).hexdigest()},other:{'0' * 64}"


def slowly(seconds: float) -> Script:
    """The invented article's draft, after a while."""
    answer = answers_from(ARTICLE, DRAFT)
    assert callable(answer)

    def reply(request: Request) -> Answer:
        return slow(answer(request), seconds)

    return reply


def another(number: int) -> dict[str, Any]:
    """A request for an article that differs from the others."""
    return {**BODY, "text": f"{TEXT}\n\nRow {number} was long."}


def code(response: httpx2.Response) -> tuple[int, str | None]:
    return response.status_code, response.json().get("code")


@pytest.mark.parametrize(
    "given", ["", "Bearer", "Bearer wrong", f"Basic {KEY}", f"Bearer {KEY}x", "Bearer " + "0" * 64, "Bearer ключ"]
)
def test_without_a_known_key_nothing_is_done(serve: Serve, given: str) -> None:
    service = serve(KEYS=KEYS, OPEN="0")
    response = service.client.post("/v1/briefings", json=BODY, headers=[(b"Authorization", given.encode())])
    assert code(response) == (401, "key_required")
    assert response.headers["www-authenticate"] == 'Bearer realm="summarizer"'
    assert code(service.client.post("/v1/verifications", json={})) == (401, "key_required")
    assert code(service.client.get("/v1/models")) == (401, "key_required")
    assert service.model.requests == []


def test_with_its_key_a_request_is_answered_and_health_needs_none(
    serve: Serve, capfd: pytest.CaptureFixture[str]
) -> None:
    service = serve(KEYS=KEYS, OPEN="0")
    assert service.client.post("/v1/briefings", json=BODY, headers={"Authorization": f"bearer {KEY}"}).is_success
    assert all(service.client.get(path).is_success for path in ("/healthz", "/readyz", "/metrics", "/v1/schema"))
    log = capfd.readouterr().err
    assert '"key": "desk"' in log
    assert KEY not in log


def test_a_service_that_anybody_could_use_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_MODELS", "scripted/large")
    monkeypatch.setenv("SUMMARIZER_API_KEY", "sk-never-to-be-shown")
    monkeypatch.setenv("SUMMARIZER_CACHE", "0")
    with logs_as_before():
        with pytest.raises(SettingsError, match="no keys") as raised:
            create_app()
        assert "SUMMARIZER_OPEN=1" in str(raised.value)
        monkeypatch.setenv("SUMMARIZER_ON_LOOPBACK", "1")
        create_app()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KEYS", "desk:plain-text"),
        ("RATE", "many"),
        ("CONCURRENCY", "0"),
        ("MAX_BODY", "-1"),
        ("QUEUE", "x"),
        ("REDIS_URL", "http://no"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with (
        pytest.raises(SettingsError, match=f"SUMMARIZER_{name}"),
        running(None, headers=None, **{"CACHE": "1", name: value}),
    ):
        pass


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80", "", "[::1", "localhost@evil"])
def test_a_request_for_another_host_is_refused(serve: Serve, host: str) -> None:
    response = serve().client.get("/v1/models", headers={"Host": host})
    assert code(response) == (421, "host_not_allowed")


def test_hosts_that_are_named_are_served(serve: Serve) -> None:
    service = serve(HOSTS="briefings.example, [::1]")
    assert service.client.get("/healthz", headers={"Host": "Briefings.Example:8000"}).is_success
    assert service.client.get("/healthz", headers={"Host": "[::1]:8000"}).is_success
    assert code(service.client.get("/healthz")) == (421, "host_not_allowed")


def test_a_body_that_is_too_large_is_refused_whether_it_says_so_or_not(serve: Serve) -> None:
    service = serve(MAX_BODY="2000")
    large = {"text": "Rau said that it rains. " * 200}
    assert code(service.client.post("/v1/briefings", json=large)) == (413, "body_too_large")

    def parts() -> Any:
        yield b'{"text": "'
        for _ in range(100):
            yield b"Rau said that it rains. " * 4
        yield b'"}'

    response = service.client.post("/v1/briefings", content=parts(), headers={"Content-Type": "application/json"})
    assert code(response) == (413, "body_too_large")
    assert service.client.get("/healthz").is_success


def test_an_article_that_is_too_long_is_refused(serve: Serve) -> None:
    service = serve(MAX_CHARACTERS="100")
    assert code(service.brief()) == (413, "article_too_long")
    files = {"file": ("a.txt", TEXT.encode(), "text/plain")}
    assert code(service.client.post("/v1/briefings", files=files)) == (413, "article_too_long")
    assert service.model.requests == []


def test_above_its_rate_a_key_is_told_when_to_come_again(serve: Serve) -> None:
    service = serve(RATE="2/minute")
    told = [service.client.get("/v1/models") for _ in range(3)]
    assert [response.status_code for response in told] == [200, 200, 429]
    assert code(told[2]) == (429, "too_many_requests")
    assert 1 <= int(told[2].headers["retry-after"]) <= 60
    assert told[2].headers["ratelimit-policy"] == '"requests";q=2;w=60'
    assert told[2].headers["ratelimit"].startswith('"requests";r=0;t=')
    assert service.client.get("/healthz").is_success


def test_two_keys_have_a_rate_each(serve: Serve) -> None:
    second = KEY[::-1]
    keys = f"one:{hashlib.sha256(KEY.encode()).hexdigest()},two:{hashlib.sha256(second.encode()).hexdigest()}"
    service = serve(RATE="1/minute", KEYS=keys)
    statuses = [
        service.client.get("/v1/models", headers={"Authorization": f"Bearer {key}"}).status_code
        for key in (KEY, KEY, second)
    ]
    assert statuses == [200, 429, 200]


def test_no_more_are_under_way_than_there_are_places_and_the_rest_waits(serve: Serve) -> None:
    service = serve(slowly(0.2), CONCURRENCY="2")
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda n: service.client.post("/v1/briefings", json=another(n)), range(6)))
    assert [answer.status_code for answer in answers] == [200] * 6
    assert service.model.most_at_once == 2


def test_a_full_queue_says_so_at_once(serve: Serve) -> None:
    service = serve(slowly(1.0), CONCURRENCY="1", QUEUE="1")
    began = time.monotonic()
    with ThreadPoolExecutor(5) as threads:
        answers = list(threads.map(lambda n: service.client.post("/v1/briefings", json=another(n)), range(5)))
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [200, 200, 503, 503, 503]
    full = next(answer for answer in answers if answer.status_code == 503)
    assert code(full) == (503, "overloaded")
    assert int(full.headers["retry-after"]) >= 1
    assert time.monotonic() - began < 10
    assert service.client.post("/v1/briefings", json=another(9)).is_success


def test_who_waits_too_long_for_a_place_is_told_within_the_deadline(serve: Serve) -> None:
    service = serve(slowly(1.5), CONCURRENCY="1", DEADLINE="2")
    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(lambda n: service.client.post("/v1/briefings", json=another(n)), range(2)))
    assert sorted(answer.status_code for answer in answers) == [200, 503]


def test_waiting_is_a_stage_of_the_stream(serve: Serve) -> None:
    service = serve(slowly(0.4), CONCURRENCY="1")
    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(service.client.post, "/v1/briefings", json=another(1))
        _until(lambda: len(service.model.requests) == 1)
        streamed = service.brief(EVENTS)
    assert first.result().is_success
    assert '"name": "waiting for a place"' in streamed.text


def test_equal_requests_under_way_are_one(serve: Serve) -> None:
    service = serve(slowly(0.5))
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: service.brief(), range(8)))
    assert len({answer.content for answer in answers}) == 1
    assert len(service.model.requests) == 1
    assert sum("collapsed" in answer.headers["cache-status"] for answer in answers) == 7


def test_a_client_that_hangs_up_ends_the_work(serve: Serve) -> None:
    service = serve(slowly(30.0), CONCURRENCY="1")
    for accept in ("application/json", EVENTS):
        with pytest.raises(httpx2.TimeoutException):
            httpx2.post(f"{service.address}/v1/briefings", json=BODY, headers={"Accept": accept}, timeout=1.5).read()
        _until(lambda: "summarizer_under_way 0.0" in service.client.get("/metrics").text)
    assert len(service.model.requests) == 2


def test_one_of_two_that_hangs_up_leaves_the_other_its_answer(serve: Serve) -> None:
    service = serve(slowly(1.5))
    with ThreadPoolExecutor(1) as threads:
        stays = threads.submit(service.brief)
        _until(lambda: len(service.model.requests) == 1)
        with pytest.raises(httpx2.TimeoutException):
            httpx2.post(f"{service.address}/v1/briefings", json=BODY, timeout=0.3)
        assert stays.result().is_success
    assert len(service.model.requests) == 1


def test_what_was_accepted_is_answered_when_the_service_is_told_to_end(serve: Serve) -> None:
    service = serve(slowly(1.0), CONCURRENCY="2")
    with ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(service.client.post, "/v1/briefings", json=another(n)) for n in range(3)]
        streamed = threads.submit(service.brief, EVENTS)
        _until(lambda: len(service.model.requests) == 2)
        time.sleep(0.2)
        ending = threading.Thread(target=service.stop)
        ending.start()
        assert [call.result().status_code for call in asked] == [200] * 3
        assert "event: finished" in streamed.result().text
        ending.join()
    with pytest.raises(httpx2.ConnectError):
        httpx2.get(f"{service.address}/healthz")


def _until(holds: Any) -> None:
    until = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < until, "it did not come to pass"
        time.sleep(0.02)
