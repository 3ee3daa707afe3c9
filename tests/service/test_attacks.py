"""Requests that are meant to break the service: each is answered, soon, and while it is, others are answered, too."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import threading
import time
from collections.abc import AsyncGenerator, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import anyio
import pytest

from summarizer.article import Article
from summarizer.errors import UnreadableSourceError
from summarizer.events import Event, Notice
from summarizer.grounding.comparison import MOST_WORDS, compare
from summarizer.reading.web_page import MOST_TAGS
from summarizer.service import edge, lines, verifications
from summarizer.service.problems import MOST_CHARACTERS, MOST_ERRORS
from summarizer.service.streaming import stream
from summarizer.verdicts import VerificationReport
from summarizer.verification import verify
from tests.invented import TEXT
from tests.service.running import BODY, Service, running

SOON = 10.0
"""Seconds in which a hostile request is answered, even where the machine is busy; unbounded they took minutes."""


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """One service for all attacks: what one of them breaks, the next one finds."""
    with running() as started:
        yield started


@pytest.fixture(scope="module")
def briefing(service: Service) -> Mapping[str, Any]:
    """A briefing of the invented article."""
    made: Mapping[str, Any] = service.brief().json()
    return made


def connected(service: Service) -> socket.socket:
    """A line to the service."""
    host, port = service.address.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=5)


def cited(words: str, times: int = 1) -> list[dict[str, Any]]:
    """Evidence that says these words."""
    return [{"sentence": 1, "start": 0, "end": len(words), "text": words}] * times


def verified(service: Service, briefing: Mapping[str, Any], text: str = TEXT) -> tuple[int, str | None]:
    """Status and code of a verification."""
    response = service.client.post("/v1/verifications", json={"briefing": briefing, "article": {"text": text}})
    return response.status_code, response.json().get("code")


def test_a_request_with_a_thousand_faults_is_told_a_few(service: Service) -> None:
    told = service.client.post("/v1/briefings", json={"text": "a", **{f"k{i}": 1 for i in range(1000)}}).json()
    assert (told["code"], len(told["errors"])) == ("invalid_request", MOST_ERRORS)


def test_a_long_name_comes_back_short(service: Service) -> None:
    told = service.client.post("/v1/briefings", json={"text": "a", "k" * 100_000: 1}).json()
    assert len(told["errors"][0]["pointer"]) == MOST_CHARACTERS
    assert len(told["detail"]) == MOST_CHARACTERS


def test_a_file_name_is_a_name_on_one_line(service: Service) -> None:
    file = ("../../home/\x1b[31m\nevil.txt", b"\0", "text/plain")
    detail = service.client.post("/v1/briefings", files={"file": file}).json()["detail"]
    assert "home" not in detail
    assert detail.isprintable()


def test_half_a_pair_in_a_file_name_is_no_defect(service: Service) -> None:
    part = b'--XX\r\nContent-Disposition: form-data; name="file"; filename="+2AA-.txt"\r\n'
    body = part + b"Content-Type: text/plain\r\n\r\n\0\r\n--XX--\r\n"
    kind = "multipart/form-data; boundary=XX; charset=utf-7"
    told = service.client.post("/v1/briefings", content=body, headers={"Content-Type": kind}).json()
    assert told["code"] == "unreadable_source"


def test_a_packed_body_is_not_unpacked(service: Service) -> None:
    packed = gzip.compress(json.dumps(BODY).encode())
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    response = service.client.post("/v1/briefings", content=packed, headers=headers)
    assert (response.status_code, response.json()["code"]) == (415, "unsupported_media_type")
    assert "Content-Encoding" in response.json()["detail"]


@pytest.mark.parametrize("framing", ["Content-Length: 100", "Transfer-Encoding: chunked"])
def test_a_body_that_does_not_come_is_not_waited_for(
    service: Service, monkeypatch: pytest.MonkeyPatch, framing: str
) -> None:
    monkeypatch.setattr(edge, "BODY_SECONDS", 0.1)
    with connected(service) as line:
        head = f"POST /v1/briefings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{framing}\r\n\r\n"
        line.sendall(head.encode())
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"body_too_slow" in answer


def test_a_head_without_end_is_not_kept(service: Service) -> None:
    with connected(service) as line:
        line.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Long: ")
        with pytest.raises(OSError):  # noqa: PT011 - reset or broken pipe
            line.sendall(b"a" * 50_000_000)
    assert service.client.get("/healthz").is_success


@pytest.mark.parametrize("sent", [b"", b"GET /healthz HTTP/1.1\r\n"])
def test_a_head_that_does_not_come_is_not_waited_for(
    service: Service, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr(lines, "HEAD_SECONDS", 0.1)
    with connected(service) as line:
        line.sendall(sent)
        assert line.recv(1000) == b""


def test_a_client_that_goes_while_it_sends_is_no_defect(capfd: pytest.CaptureFixture[str]) -> None:
    with running() as service:
        with connected(service) as line:
            head = "POST /v1/briefings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            line.sendall(f"{head}Content-Length: 100\r\n\r\n{{".encode())
        written = ""
        until = time.monotonic() + SOON
        while '"request"' not in written and time.monotonic() < until:
            written += capfd.readouterr().err
            time.sleep(0.01)
    assert '"status": 499' in written
    assert "defect" not in written


def test_events_rest_before_they_are_closed_however_often_a_client_goes() -> None:
    """Starlette cancels the task of a client that is gone at each await, not once."""

    async def events() -> AsyncGenerator[Event, None]:
        try:
            yield Notice("one")
            await asyncio.sleep(60)
        finally:
            for _ in range(3):
                with suppress(asyncio.CancelledError):
                    await asyncio.sleep(0)

    async def read() -> None:
        async for _ in stream(events(), Article.from_text(TEXT), (), lambda error: pytest.fail(repr(error))):
            pass

    async def goes() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(read)
            await anyio.sleep(0.02)
            group.cancel_scope.cancel()

    asyncio.run(goes())


def test_a_page_of_tags_is_refused(service: Service) -> None:
    with pytest.raises(UnreadableSourceError, match="tags"):
        Article.from_html("<p>Ada met Bob.</p>" * MOST_TAGS)
    response = service.client.post("/v1/briefings", json={"html": "<a>Ada</a>" * MOST_TAGS})
    assert (response.status_code, response.json()["code"]) == (422, "unreadable_source")


def test_more_evidence_than_can_be_looked_for_is_refused(service: Service, briefing: Mapping[str, Any]) -> None:
    hostile = {**briefing, "bottom_line": {"text": "No.", "evidence": cited("the the", 1000)}}
    assert verified(service, hostile) == (200, None)
    assert verified(service, hostile, "They met. " + "the " * 40_000) == (413, "briefing_too_long")


def test_a_text_that_no_briefing_has_is_refused(service: Service, briefing: Mapping[str, Any]) -> None:
    hostile = {**briefing, "bottom_line": {"text": "Ada and " * 2000, "evidence": cited("Ada")}}
    assert verified(service, hostile) == (413, "briefing_too_long")


def test_verifications_have_places_and_a_queue(briefing: Mapping[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go = threading.Event(), threading.Event()

    def slow(*given: Any, **named: Any) -> VerificationReport:
        begun.set()
        assert go.wait(20)
        return verify(*given, **named)

    monkeypatch.setattr(verifications, "verify", slow)
    monkeypatch.setattr("summarizer.service.desk.VERIFYING_PLACES", 1)
    with running(QUEUE="0") as service, ThreadPoolExecutor(1) as client:
        first = client.submit(verified, service, briefing)
        assert begun.wait(20)
        assert verified(service, briefing) == (503, "overloaded")
        assert service.client.get("/healthz").is_success
        go.set()
        assert first.result(20) == (200, None)


def test_one_word_a_thousand_times_is_compared_soon() -> None:
    began = time.monotonic()
    assert compare("the " * (MOST_WORDS - 1) + "end", "the " * 40_000) is not None
    assert compare("the " * (MOST_WORDS + 1), "the " * 40_000) is None
    assert time.monotonic() - began < SOON


def test_numbers_beyond_everything_are_judged(service: Service, briefing: Mapping[str, Any]) -> None:
    evidence = {"sentence": 10**18, "start": 10**18, "end": 10**18 + 3, "text": "Ada"}
    assert verified(service, {**briefing, "bottom_line": {"text": "Ada", "evidence": [evidence]}}) == (200, None)
