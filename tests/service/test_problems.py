"""Every error is a problem by RFC 9457, and tells nothing of the article, the key or our code."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from summarizer import errors
from summarizer.errors import SummarizerError
from summarizer.service.problems import TITLES, TYPE_PREFIX, problem_of, told
from tests.invented import SECRET_WORDS
from tests.scripted_model import SILENCE, Script, refusal, refusing_address, status, truncated
from tests.service.running import EVENTS, Serve, Service, running


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """One service for all requests that reach no model."""
    with running() as started:
        yield started


def problem(response: Any) -> dict[str, Any]:
    """The problem that an answer holds."""
    body: dict[str, Any] = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert body["status"] == response.status_code
    assert body["type"] == TYPE_PREFIX + body["code"]
    assert body["title"] == TITLES[body["code"]]
    assert body["request_id"] == response.headers["x-request-id"]
    return body


@pytest.mark.parametrize(
    ("body", "pointer", "detail"),
    [
        ({}, "", "give text or html, one of the two"),
        ({"text": "a", "html": "b"}, "", "give text or html, one of the two"),
        ({"text": 5}, "/text", "Input should be a valid string"),
        ({"text": "a", "published": "tomorrow"}, "/published", None),
        ({"text": "a", "language": "klingon"}, "/language", "it is not an ISO 639-1 code such as en, uk or ja"),
        ({"text": "a", "write_in": "xx-"}, "/write_in", "it is not an ISO 639-1 code such as en, uk or ja"),
        ({"text": "a", "a/b~c": 1}, "/a~1b~0c", "Extra inputs are not permitted"),
        ({"text": "a", "renderings": ["pdf"]}, "/renderings/0", None),
        ([], "", None),
    ],
)
def test_what_does_not_fit_is_pointed_at(service: Service, body: Any, pointer: str, detail: str | None) -> None:
    told = problem(service.client.post("/v1/briefings", json=body))
    assert (told["status"], told["code"]) == (422, "invalid_request")
    assert told["errors"][0]["pointer"] == pointer
    assert detail is None or told["errors"][0]["detail"] == detail


@pytest.mark.parametrize(
    ("path", "method", "status", "code"),
    [
        ("/nowhere", "GET", 404, "not_found"),
        ("/v1/briefings/", "POST", 404, "not_found"),
        ("/v1/briefings", "GET", 405, "method_not_allowed"),
        ("/v1/briefings", "DELETE", 405, "method_not_allowed"),
        ("/v1/briefings", "POST", 415, "unsupported_media_type"),
    ],
)
def test_what_the_framework_refuses_is_a_problem_too(
    service: Service, path: str, method: str, status: int, code: str
) -> None:
    told = problem(service.client.request(method, path))
    assert (told["status"], told["code"]) == (status, code)


@pytest.mark.parametrize(
    ("content", "kind", "status", "code"),
    [
        (b"{", "application/json", 400, "malformed_body"),
        (b"\xff\xfe", "application/json", 400, "malformed_body"),
        (b"text", "text/plain", 415, "unsupported_media_type"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x", 422, "invalid_request"),
        (b"nothing", "multipart/form-data", 400, "malformed_body"),
        (b'{"text": "   "}', "application/json", 422, "empty_article"),
        (b'{"text": "1234 5678"}', "application/json", 422, "empty_article"),
        (b'{"html": "<p></p>"}', "application/json", 422, "unreadable_source"),
    ],
)
def test_bodies_that_hold_no_article(service: Service, content: bytes, kind: str, status: int, code: str) -> None:
    told = problem(service.client.post("/v1/briefings", content=content, headers={"Content-Type": kind}))
    assert (told["status"], told["code"]) == (status, code)


def test_a_file_of_another_kind_is_refused(service: Service) -> None:
    told = problem(service.client.post("/v1/briefings", files={"file": ("a.zip", b"PK", "application/zip")}))
    assert (told["status"], told["code"]) == (415, "unsupported_media_type")
    told = problem(service.client.post("/v1/briefings", files={"other": ("a.txt", b"Hello there.", "text/plain")}))
    assert told["errors"][0]["pointer"] == "/file"


FAULTS: list[tuple[Script, int, str]] = [
    ([status(401)] * 2, 502, "authentication"),
    ([status(400)], 502, "model"),
    ([status(503)] * 9, 503, "model_unavailable"),
    ([status(429, **{"Retry-After": "900"})] * 9, 503, "rate_limited"),
    ([refusal()] * 9, 422, "model_refused"),
    ([truncated()] * 9, 502, "answer_truncated"),
]


@pytest.mark.parametrize(("script", "code", "name"), FAULTS, ids=[name for _, _, name in FAULTS])
def test_what_the_model_does_wrong_is_told_and_not_what_it_was_sent(
    serve: Serve, script: Script, code: int, name: str
) -> None:
    service = serve(script)
    response = service.brief()
    told = problem(response)
    assert (told["status"], told["code"]) == (code, name)
    assert not any(word in response.text for word in (*SECRET_WORDS, "sk-never"))
    streamed = service.brief(EVENTS) if name == "authentication" else None
    assert streamed is None or "event: failed" in streamed.text


def test_a_provider_that_asks_to_wait_is_passed_on(serve: Serve) -> None:
    response = serve([status(429, **{"Retry-After": "900"})] * 3).brief()
    assert response.headers["retry-after"] == "900"


def test_a_model_that_is_silent_ends_at_the_deadline(serve: Serve) -> None:
    told = problem(serve([SILENCE] * 3, DEADLINE="0.5").brief())
    assert (told["status"], told["code"]) == (504, "deadline_exceeded")


def test_a_model_that_is_away_makes_the_service_not_ready(serve: Serve) -> None:
    service = serve(BASE_URL=refusing_address())
    told = problem(service.client.get("/readyz"))
    assert (told["status"], told["code"]) == (503, "not_ready")
    assert service.client.get("/healthz").json() == {"status": "ok"}
    assert problem(service.brief())["code"] == "model_unavailable"


def test_every_error_of_the_tree_has_a_title() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, SummarizerError)]
    codes = {kind.code for kind in kinds if kind is not SummarizerError} - {"source_not_found"}
    assert codes <= set(TITLES)


def test_a_defect_tells_only_its_id() -> None:
    made = told(problem_of(ValueError("the secret article")), "7")
    assert (made.status, made.code, made.request_id) == (500, "internal", "7")
    assert "secret" not in made.model_dump_json()


def test_what_is_no_http_is_answered_by_the_server_and_harms_nothing(service: Service) -> None:
    host, _, port = service.address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port))) as line:
        line.sendall(b"\x16\x03\x01garbage\r\n\r\n")
        assert b"400" in line.recv(1000)
    assert service.client.get("/healthz").status_code == 200
