"""`summarizer serve` and `summarizer key`."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import httpx2
import pytest

from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT
from tests.listening import free_port, wait_for
from tests.scripted_model import ScriptedModel
from tests.service.running import BODY, MODEL
from tests.shell.running import COMMAND, Shell


def test_a_key_is_shown_once_and_kept_as_its_hash(shell: Shell) -> None:
    made = shell("key", "desk")
    found = re.search(r"smz_[\w-]{43}", made.err)
    assert found is not None
    assert made.out == f"desk:{hashlib.sha256(found[0].encode()).hexdigest()}\n"
    assert shell("key", "desk").out != made.out


def test_a_name_that_no_key_can_have_is_a_usage_error(shell: Shell) -> None:
    assert shell("key", "a:b").code == 2


def test_beyond_this_machine_the_service_needs_keys() -> None:
    ended = subprocess.run(
        [*COMMAND, "serve", "--host", "0.0.0.0", "--port", str(free_port()), "--model", MODEL],
        capture_output=True, text=True, timeout=60, check=False, env=_environment({}),
    )  # fmt: skip
    assert ended.returncode == 2
    assert "The service has no keys" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_model_that_there_is_not_is_told_at_once(shell: Shell) -> None:
    ran = shell("serve", "--model", "nonsense")
    assert ran.code == 2
    assert "'nonsense' names no provider" in ran.err


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("RATE", "60", "SUMMARIZER_RATE cannot be used: write it as 60/minute, 5/second, or off."),
        ("DEADLINE", "inf", "SUMMARIZER_DEADLINE cannot be used: "),
        ("CACHE_DAYS", "inf", "SUMMARIZER_CACHE_DAYS cannot be used: "),
        ("REDIS_URL", "nonsense", "SUMMARIZER_REDIS_URL cannot be used: write it as redis://HOST:6379/0"),
        ("KEYS", f"a:{'0' * 64},a:{'1' * 64}", "SUMMARIZER_KEYS cannot be used: two keys have the same name."),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(f"SUMMARIZER_{name}", value)
    ran = shell("serve", "--model", MODEL)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"summarizer: {told}")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_port_that_is_taken_is_told_in_one_line(workers: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = subprocess.run(
            [*COMMAND, "serve", "--port", port, "--model", MODEL, "--workers", workers],
            capture_output=True, text=True, timeout=60, check=False, env=_environment({"API_KEY": "x", "CACHE": "0"}),
        )  # fmt: skip
    assert ended.returncode == 2
    told = ended.stderr.splitlines()
    assert len(told) == 1
    assert f"cannot listen on 127.0.0.1:{port}: another program listens there" in told[0]


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid"])
def test_an_address_that_is_not_ours_is_told_in_one_line(host: str) -> None:
    ended = subprocess.run(
        [*COMMAND, "serve", "--host", host, "--port", str(free_port()), "--model", MODEL],
        capture_output=True, text=True, timeout=60, check=False,
        env=_environment({"API_KEY": "x", "CACHE": "0", "OPEN": "1"}),
    )  # fmt: skip
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"summarizer: The service cannot listen on {host}:")
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.parametrize("workers", [1, 2])
def test_it_serves_and_ends_when_it_is_told_to(workers: int) -> None:
    with ScriptedModel(answers_from(ARTICLE, DRAFT)) as model, _serving(model.base_url, workers) as (process, address):
        assert httpx2.get(f"{address}/healthz").json() == {"status": "ok"}
        assert httpx2.post(f"{address}/v1/briefings", json=BODY, timeout=30).is_success
        assert "summarizer_requests_total" in httpx2.get(f"{address}/metrics").text
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) in (0, -signal.SIGTERM)
        assert "Traceback" not in (process.stderr.read() if process.stderr else "")


@contextmanager
def _serving(base_url: str, workers: int) -> Iterator[tuple[subprocess.Popen[str], str]]:
    port = free_port()
    settings = {"BASE_URL": base_url, "CACHE": "0", "API_KEY": "sk-never-to-be-shown"}
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", str(port), "--model", MODEL, "--workers", str(workers)],
        stderr=subprocess.PIPE, text=True, env=_environment(settings),
    )  # fmt: skip
    try:
        wait_for(port, process)
        yield process, f"http://127.0.0.1:{port}"
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    return {**os.environ, **{f"SUMMARIZER_{name}": value for name, value in settings.items()}}
