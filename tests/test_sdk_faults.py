"""Faults and ends, seen from the public face: one clear error, nothing shown, nothing asked any more."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Callable
from typing import Any

import pytest

from summarizer import (
    AnswerInvalidError,
    AnswerTruncatedError,
    AsyncSummarizer,
    AuthenticationError,
    DeadlineExceededError,
    ModelRefusedError,
    ModelUnavailableError,
    RateLimitedError,
    SettingsError,
    Summarizer,
    SummarizerError,
    UnknownModelError,
)
from tests.briefing_by_script import KEY, LARGE, SMALL, Start, brief
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, SECRET_WORDS
from tests.scripted_model import (
    AT_ONCE,
    RESET,
    SILENCE,
    Answer,
    Request,
    ScriptedModel,
    answer,
    no_choices,
    refusal,
    refusing_address,
    slow,
    status,
    truncated,
)

FAULTS: dict[str, tuple[Answer, type[SummarizerError]]] = {
    "wrong key": (status(401, message=f"{KEY} is wrong"), AuthenticationError),
    "unknown model": (status(404), UnknownModelError),
    "too many requests": (status(429, **AT_ONCE), RateLimitedError),
    "server error": (status(500, **AT_ONCE), ModelUnavailableError),
    "reset": (RESET, ModelUnavailableError),
    "prose": (answer("Anneke Sörl will talk about herring."), AnswerInvalidError),
    "no choices": (no_choices(), AnswerInvalidError),
    "refusal": (refusal(), ModelRefusedError),
    "truncated": (truncated(), AnswerTruncatedError),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_error_that_shows_neither_article_nor_key(scripted: Start, fault: str) -> None:
    reply, expected = FAULTS[fault]
    model = scripted(lambda request: reply)
    with pytest.raises(SummarizerError) as caught:
        brief(model.base_url, max_attempts=1)
    assert type(caught.value) is expected
    assert caught.value.hint
    assert len(model.requests) == 1
    error: BaseException | None = caught.value
    while error is not None:
        assert type(error).__module__ == "summarizer.errors", "a library's error holds the request"
        shown = f"{error!r} {error} {vars(error)}"
        assert not [word for word in (*SECRET_WORDS, KEY) if word in shown]
        error = error.__cause__ or error.__context__


def test_nobody_listening_is_one_clear_error() -> None:
    with pytest.raises(ModelUnavailableError, match="cannot be reached"):
        brief(refusing_address(), max_attempts=1)


def test_a_fault_that_passes_costs_an_attempt_and_nothing_else(scripted: Start) -> None:
    replies = iter([status(500, **AT_ONCE), status(429, **AT_ONCE)])
    well = answers_from(ARTICLE, DRAFT)
    model = scripted(lambda request: next(replies, None) or well(request))
    provenance = brief(model.base_url).provenance
    assert [a.outcome for a in provenance.attempts] == ["model_unavailable", "rate_limited", "answered"]
    assert (provenance.input_tokens, provenance.output_tokens) == (100, 20)


def test_tokens_of_failed_attempts_are_added_up(scripted: Start) -> None:
    replies = iter([answer("Gladly!", tokens=(70, 5)), answer("{}", tokens=(70, 2))])
    well = answers_from(ARTICLE, DRAFT)
    model = scripted(lambda request: next(replies, None) or well(request))
    provenance = brief(model.base_url).provenance
    assert [a.outcome for a in provenance.attempts] == ["answer_invalid", "answer_invalid", "answered"]
    assert (provenance.input_tokens, provenance.output_tokens) == (240, 27)


def test_a_small_question_that_is_lost_costs_a_note_and_not_the_briefing(scripted: Start) -> None:
    well = answers_from(ARTICLE, DRAFT)
    model = scripted(lambda request: refusal() if request.question == "OverviewAnswer" else well(request))
    briefing = brief(model.base_url, SMALL)
    assert [s.speaker.name for s in briefing.statements] == ["Anneke Sörl", "A person close to the islanders"]
    (note,) = briefing.provenance.notes
    assert "overview" in note
    assert [a.outcome for a in briefing.provenance.attempts].count("model_refused") == 1


@pytest.mark.parametrize("model", [LARGE, SMALL])
def test_the_time_allowed_ends_a_briefing(scripted: Start, model: str) -> None:
    endpoint = scripted([SILENCE])
    started = time.monotonic()
    with (
        Summarizer(model, base_url=endpoint.base_url, timeout=0.5) as summarizer,
        pytest.raises(DeadlineExceededError, match="timeout"),
    ):
        summarizer.brief(ARTICLE)
    assert time.monotonic() - started < 3


def test_the_settings_say_how_long_a_briefing_may_take(scripted: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_TIMEOUT", "0.5")
    with Summarizer(LARGE, base_url=scripted([SILENCE]).base_url) as summarizer, pytest.raises(DeadlineExceededError):
        summarizer.brief(ARTICLE)


@pytest.mark.parametrize("options", [{"max_attempts": 0}, {"timeout": 0}, {"timeout": -1.0}])
def test_options_that_make_no_sense_are_refused_at_once(options: dict[str, Any]) -> None:
    with pytest.raises(SettingsError):
        AsyncSummarizer(LARGE, base_url="http://127.0.0.1:9/v1", **options)


async def test_a_cancelled_briefing_stops_asking(scripted: Start) -> None:
    model = scripted(slowly)
    async with AsyncSummarizer(SMALL, base_url=model.base_url) as summarizer:
        task = asyncio.create_task(summarizer.brief(ARTICLE))
        await until(lambda: len(model.requests) >= 2)
        asked = len(model.requests)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await stays_quiet(model, asked)


async def test_a_stream_that_is_left_stops_asking(scripted: Start) -> None:
    model = scripted(slowly)
    async with AsyncSummarizer(SMALL, base_url=model.base_url) as summarizer:
        events = summarizer.stream(ARTICLE)
        async for _ in events:
            if len(model.requests) >= 2:
                break
        asked = len(model.requests)
        await events.aclose()
        await stays_quiet(model, asked)


def test_a_sync_stream_that_is_left_stops_asking(scripted: Start) -> None:
    model = scripted(slowly)
    with Summarizer(SMALL, base_url=model.base_url) as summarizer:
        events = summarizer.stream(ARTICLE)
        for _ in events:
            if len(model.requests) >= 2:
                break
        asked = len(model.requests)
        events.close()
        asyncio.run(stays_quiet(model, asked))


def slowly(request: Request) -> Answer:
    """A model that answers well, and takes its time."""
    return slow(answers_from(ARTICLE, DRAFT)(request), 0.1)


def test_ctrl_c_ends_the_sync_face(scripted: Start) -> None:
    model = scripted([SILENCE])

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_REAL, 1)
        with pytest.raises(KeyboardInterrupt):
            brief(model.base_url, timeout=20)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


async def test_a_failure_stops_the_questions_beside_it(scripted: Start) -> None:
    well = answers_from(ARTICLE, DRAFT)

    def reply(request: Request) -> Answer:
        return status(401) if request.question == "StatementAnswer" else well(request)

    model = scripted(reply)
    async with AsyncSummarizer(SMALL, base_url=model.base_url) as summarizer:
        with pytest.raises(AuthenticationError):
            await summarizer.brief(ARTICLE)
        await stays_quiet(model, len(model.requests))
    assert [request.question for request in model.requests].count("StatementAnswer") == 1, "one slot, one failure"


async def until(true: Callable[[], bool]) -> None:
    """Wait until something is true, for ten seconds at most."""
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 - it becomes true in another thread
            await asyncio.sleep(0.01)


async def stays_quiet(model: ScriptedModel, asked: int) -> None:
    """Check that no request comes besides those that were asked, and one that was already on its way."""
    await asyncio.sleep(0.5)
    assert len(model.requests) <= asked + 1
