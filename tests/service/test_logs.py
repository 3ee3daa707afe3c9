"""The log: one JSON object a line that tells who asked what and what came of it, and no word of article or key."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import sys
from typing import Any

import pytest

from summarizer.service import desk, streaming
from summarizer.service.logs import JsonFormatter, logging_about, set_up_logs, trace_context
from tests.invented import SECRET_WORDS
from tests.scripted_model import answer, status
from tests.service.running import BODY, EVENTS, JSON, Serve, cache_at

KEY = "smz_a-key-that-only-the-test-knows"
KEYS = f"desk:{hashlib.sha256(KEY.encode()).hexdigest()}"
TRACE, PARENT = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
Capture = pytest.CaptureFixture[str]


def lines(capfd: Capture) -> tuple[str, list[dict[str, Any]]]:
    """The log as it is, and each line of it read."""
    log = capfd.readouterr().err
    return log, [json.loads(line) for line in log.splitlines()]


def of(event: str, told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [line for line in told if line["event"] == event]


def test_a_request_is_one_line_that_tells_what_came_of_it(serve: Serve, capfd: Capture) -> None:
    service = serve(KEYS=KEYS, OPEN="0")
    response = service.client.post("/v1/briefings", json=BODY, headers={"Authorization": f"Bearer {KEY}"})
    service.stop()
    log, told = lines(capfd)
    (request,) = of("request", told)
    assert set(request) == {"time", "level", "event", "request_id", "method", "route", "status", "seconds", "key"}
    assert request["request_id"] == response.headers["x-request-id"]
    assert (request["method"], request["route"], request["status"]) == ("POST", "/v1/briefings", 200)
    assert (request["key"], request["level"]) == ("desk", "info")
    assert 0 < request["seconds"] < 30
    (briefing,) = of("briefing", told)
    assert briefing["request_id"] == request["request_id"]
    assert KEY not in log
    assert not any(word in log for word in SECRET_WORDS)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("desk-7.2_a", True),
        ("a" * 64, True),
        ("a" * 65, False),
        ("", False),
        ('a", "level": "error', False),
        ("a b", False),
        ("ключ", False),
    ],
)
def test_a_request_id_is_kept_where_it_is_sane(serve: Serve, capfd: Capture, given: str, kept: bool) -> None:
    service = serve()
    response = service.client.get("/v1/models", headers={b"X-Request-ID": given.encode()})
    service.stop()
    log, told = lines(capfd)
    (request,) = of("request", told)
    assert request["request_id"] == response.headers["x-request-id"]
    assert (request["request_id"] == given) is kept
    assert kept or not given or given not in log


def test_two_requests_have_two_ids(serve: Serve) -> None:
    service = serve()
    assert len({service.client.get("/healthz").headers["x-request-id"] for _ in range(3)}) == 3


def test_a_request_is_told_with_its_trace(serve: Serve, capfd: Capture) -> None:
    service = serve()
    service.client.post("/v1/briefings", json=BODY, headers={"traceparent": f"00-{TRACE}-{PARENT}-01"})
    service.client.post("/v1/verifications", json={}, headers={"traceparent": f"00-{TRACE}-{PARENT}-01-more"})
    service.stop()
    _, told = lines(capfd)
    first, second = of("request", told)
    assert (first["trace_id"], first["parent_id"]) == (TRACE, PARENT)
    assert of("briefing", told)[0]["trace_id"] == TRACE
    assert not {"trace_id", "parent_id", "span_id"} & set(second)


@pytest.mark.parametrize(
    ("header", "known"),
    [
        (f"00-{TRACE}-{PARENT}-01", True),
        (f"00-{TRACE}-{PARENT}-00", True),
        (f"01-{TRACE}-{PARENT}-01", True),
        (f"cc-{TRACE}-{PARENT}-01-what-will-be", True),
        (f"00-{TRACE}-{PARENT}-01-what-may-not-be", False),
        (f"ff-{TRACE}-{PARENT}-01", False),
        (f"00-{TRACE.upper()}-{PARENT}-01", False),
        (f"00-{'0' * 32}-{PARENT}-01", False),
        (f"00-{TRACE}-{'0' * 16}-01", False),
        (f"00-{TRACE}-{PARENT}", False),
        (f"00-{TRACE}-{PARENT}-01\n", False),
        ("", False),
    ],
)
def test_a_trace_is_read_as_w3c_writes_it(header: str, known: bool) -> None:
    found = trace_context(header)
    assert (found is not None) is known
    if found is not None:
        assert (found.trace_id, found.parent_id) == (TRACE, PARENT)


def test_health_checks_that_go_well_are_left_out(serve: Serve, capfd: Capture) -> None:
    service = serve([status(500)])
    for path in ("/healthz", "/metrics", "/v1/schema"):
        assert service.client.get(path).is_success
    service.stop()
    assert [line["route"] for line in of("request", lines(capfd)[1])] == ["/v1/schema"]


def test_paths_and_methods_that_a_client_makes_up_are_not_told(serve: Serve, capfd: Capture) -> None:
    service = serve()
    service.client.get("/v1/secret-words?key=secret-words")
    service.client.request("MKCOL", "/v1/briefings")
    service.stop()
    log, told = lines(capfd)
    assert [(line["method"], line["route"]) for line in of("request", told)] == [
        ("GET", "other"),
        ("_OTHER", "/v1/briefings"),
    ]
    assert "secret-words" not in log


@pytest.mark.parametrize(
    ("place", "accept"), [("order", JSON), ("order", EVENTS), ("_made", JSON), ("_made", EVENTS), ("_sent", EVENTS)]
)
def test_of_a_defect_neither_answer_nor_log_has_the_words(
    serve: Serve, capfd: Capture, monkeypatch: pytest.MonkeyPatch, place: str, accept: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("secret words") from KeyError("more secret words")

    monkeypatch.setattr(streaming if place == "_sent" else desk.Desk, place, fail)
    service = serve()
    response = service.brief(accept)
    service.stop()
    log, told = lines(capfd)
    assert "secret words" not in response.text
    assert "internal" in response.text
    assert "secret words" not in log
    assert "Traceback" not in log
    assert not any(word in log for word in SECRET_WORDS)
    (defect,) = of("defect", told)
    assert (defect["error"], defect["level"]) == ("ValueError", "error")
    assert defect["at"][-1].startswith("test_logs.py:")
    assert defect["request_id"] == response.headers["x-request-id"]


def test_what_a_model_says_wrongly_is_not_in_the_log(serve: Serve, capfd: Capture) -> None:
    service = serve([status(400, message=SECRET_WORDS[0]), *[answer(f"Gladly! {SECRET_WORDS[0]}")] * 3])
    assert service.brief().status_code == 502
    assert service.brief().status_code in (502, 503)
    service.stop()
    log, told = lines(capfd)
    assert len(of("request", told)) == 2
    assert not any(word in log for word in SECRET_WORDS)
    assert "sk-never-to-be-shown" not in log


def test_what_other_packages_say_is_told_without_their_words(serve: Serve, capfd: Capture) -> None:
    set_up_logs()
    logging.getLogger("some.package").warning("secret words: %s", "and more")
    logging.getLogger("some.package").info("nothing of interest")
    loop = asyncio.new_event_loop()
    loop.call_exception_handler({"message": "secret words", "exception": ValueError("secret words")})
    loop.close()
    log, told = lines(capfd)
    assert "secret words" not in log
    assert [line["logger"] for line in told] == ["some.package", "asyncio"]
    assert told[0]["at"][0].startswith("test_logs.py:")
    assert told[1]["error"] == "ValueError"


def test_a_line_that_fails_for_the_cache_tells_of_which_request(
    serve: Serve, capfd: Capture, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    service = serve(**cache_at(folder))
    service.brief()
    size = (folder / "briefings.sqlite3").stat().st_size
    for path in folder.glob("briefings.sqlite3*"):
        path.write_bytes(b"\xff" * size)
    response = service.brief(title="Another")
    assert response.is_success
    service.stop()
    failed = [line for line in lines(capfd)[1] if line["event"] == "the cache failed"]
    assert failed
    assert failed[0]["request_id"] == response.headers["x-request-id"]


def test_why_the_service_did_not_start_is_one_line_without_its_traceback() -> None:
    words = 'Traceback (most recent call last):\n  File "a.py", line 1\n{}: secret words\n'
    assert "secret words" not in _formatted(words.format("ValueError"))
    told = json.loads(_formatted(words.format("summarizer.errors.SettingsError")))
    assert (told["error"], told["detail"]) == ("SettingsError", "secret words")


def _formatted(message: str) -> str:
    record = logging.LogRecord("uvicorn.error", logging.ERROR, __file__, 1, message, None, None)
    return JsonFormatter().format(record)


async def test_fields_of_a_request_end_with_it() -> None:
    async def inside() -> str:
        return _formatted("hello")

    with logging_about({"request_id": "one"}):
        task = asyncio.create_task(inside())
        within = json.loads(_formatted("hello"))
    assert within["request_id"] == json.loads(await task)["request_id"] == "one"
    assert "request_id" not in json.loads(_formatted("hello"))


def test_nothing_happens_where_the_standard_error_is_gone(monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    class Gone:
        def write(self, text: str) -> None:
            raise OSError("gone")

        def flush(self) -> None:
            raise OSError("gone")

    set_up_logs()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", Gone())
        logging.getLogger("summarizer.service").info("hello")
    assert capfd.readouterr().err == ""


def test_the_servers_own_lines_are_json_too(serve: Serve, capfd: Capture) -> None:
    service = serve()
    assert service.client.request("NO-METHOD", "/healthz").status_code == 400
    service.stop()
    _, told = lines(capfd)
    assert of("Application startup complete.", told)
    assert of("Invalid HTTP request received.", told)
