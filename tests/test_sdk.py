"""The public face against a scripted endpoint: an article in, a briefing or one of our errors out."""

from __future__ import annotations

import asyncio
import datetime as dt
import signal
import threading
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

import pytest

from summarizer import (
    AnswerInvalidError,
    AnswerTruncatedError,
    Article,
    AsyncSummarizer,
    AuthenticationError,
    Briefing,
    DeadlineExceededError,
    Event,
    Fact,
    Finished,
    ModelRefusedError,
    ModelUnavailableError,
    Notice,
    RateLimitedError,
    SettingsError,
    Stage,
    Summarizer,
    SummarizerError,
    UnknownModelError,
)
from summarizer.briefing import Evidence
from summarizer.draft import Draft
from summarizer.summarizer import LISTS, Clock
from summarizer.vocabulary import Model
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, SECRET_WORDS, statement
from tests.scripted_model import (
    RESET,
    SILENCE,
    Answer,
    Request,
    Script,
    ScriptedModel,
    answer,
    no_choices,
    refusal,
    refusing_address,
    slow,
    status,
    truncated,
)

Start = Callable[[Script], ScriptedModel]

LARGE = "scripted/large"
SMALL = "embedded/qwen2.5-coder-1.5b"
KEY = "sk-never-to-be-shown"
CLOCK = Clock(now=lambda: dt.datetime(2030, 5, 12, 9, 30, tzinfo=dt.UTC), monotonic=lambda: 0.0)
AT_ONCE = {"Retry-After": "0"}
"""Headers with which a fault is tried again without a wait."""


@pytest.fixture
def good(scripted: Start) -> ScriptedModel:
    """A model that reads the invented article well, whatever the plan."""
    return scripted(answers_from(ARTICLE, DRAFT))


def brief(base_url: str, model: str = LARGE, article: Article = ARTICLE, **options: Any) -> Briefing:
    """The briefing of the invented article, by the sync face."""
    with Summarizer(model, base_url=base_url, api_key=KEY, clock=CLOCK, **options) as summarizer:
        return summarizer.brief(article)


def evidence_in(entry: object) -> Iterator[Evidence]:
    """All evidence anywhere in a part of a briefing."""
    if isinstance(entry, Evidence):
        yield entry
    elif isinstance(entry, Model):
        for name in type(entry).model_fields:
            yield from evidence_in(getattr(entry, name))
    elif isinstance(entry, list):
        for item in entry:
            yield from evidence_in(item)


@pytest.mark.parametrize("model", [LARGE, SMALL])
def test_an_article_becomes_a_briefing_with_evidence(good: ScriptedModel, model: str) -> None:
    briefing = brief(good.base_url, model)
    assert [(s.speaker.name, s.evidence[0].sentence) for s in briefing.statements] == [
        ("Anneke Sörl", 2),
        ("A person close to the islanders", 4),
    ]
    assert briefing.statements[0].quotes == ["the quota must be shared"]
    assert "Radio Skarn" in briefing.statements[1].reported_by
    assert {d.party: d.head and d.head.name.removeprefix("Envoy ") for d in briefing.delegations} == {
        "Brennland": "Anneke Sörl",
        "Corrow": "Pól Marrin",
    }
    (meeting,) = briefing.meetings
    assert (meeting.venue, meeting.city, meeting.status) == ("Old Customs House", "Veldhaven", "planned")
    assert briefing.talks.parties == ["Brennland", "Isle of Corrow"]
    assert "draft agreement" in [document.name for document in briefing.documents]
    assert briefing.article.sha256 == ARTICLE.sha256
    quotes = list(evidence_in(briefing))
    assert len(quotes) >= 8
    assert all(ARTICLE.text[e.start : e.end] == e.text for e in quotes)


@pytest.mark.parametrize("model", [LARGE, SMALL])
def test_a_meeting_begins_when_the_article_says(good: ScriptedModel, model: str) -> None:
    assert [meeting.start for meeting in brief(good.base_url, model).meetings] == ["2030-05-14T10:00"]


def test_the_large_plan_asks_once_and_the_small_plan_often(good: ScriptedModel) -> None:
    brief(good.base_url)
    assert [request.question for request in good.requests] == ["Draft"]
    brief(good.base_url, SMALL)
    small = [request.question for request in good.requests[1:]]
    assert small.count("OverviewAnswer") == small.count("DelegationsAnswer") == 1
    assert small.count("StatementAnswer") >= 2
    assert good.most_at_once == 1, "the embedded engine has one slot"


def test_plan_overrides_what_the_model_would_get(good: ScriptedModel) -> None:
    brief(good.base_url, LARGE, plan="small")
    assert "Draft" not in [request.question for request in good.requests]


def test_a_large_model_gets_a_closed_schema_and_the_embedded_one_bounds(good: ScriptedModel) -> None:
    brief(good.base_url)
    assert good.requests[0].schema == Draft.model_json_schema()
    brief(good.base_url, SMALL)
    assert all("maxLength" in str(request.schema) for request in good.requests[1:])


def test_a_briefing_tells_where_it_comes_from(good: ScriptedModel) -> None:
    provenance = brief(good.base_url, SMALL).provenance
    assert provenance.model == SMALL
    assert provenance.created_at == CLOCK.now()
    assert provenance.seconds == 0.0
    assert provenance.prompt_versions["small/statement"] >= 1
    assert provenance.summarizer_version == version("summarizer")
    assert len(provenance.attempts) == len(good.requests)
    assert {a.outcome for a in provenance.attempts} == {"answered"}
    assert provenance.input_tokens == 100 * len(good.requests)
    assert provenance.output_tokens == 20 * len(good.requests)
    assert provenance.notes == []


async def test_sync_async_and_streamed_say_the_same(good: ScriptedModel) -> None:
    by_sync = await asyncio.to_thread(brief, good.base_url)
    async with AsyncSummarizer(LARGE, base_url=good.base_url, clock=CLOCK) as summarizer:
        by_async = await summarizer.brief(ARTICLE)
        streamed = [event async for event in summarizer.stream(ARTICLE)]
    last = streamed[-1]
    assert isinstance(last, Finished)
    assert by_sync == by_async == last.briefing


@pytest.mark.parametrize("model", [LARGE, SMALL])
async def test_a_stream_tells_stages_then_facts_then_the_briefing(good: ScriptedModel, model: str) -> None:
    async with AsyncSummarizer(model, base_url=good.base_url) as summarizer:
        events = [event async for event in summarizer.stream(ARTICLE)]
    kinds = [type(event) for event in events]
    facts = kinds.index(Fact)
    assert set(kinds[:facts]) == {Notice, Stage}
    assert set(kinds[facts:-1]) == {Fact}
    assert kinds[-1] is Finished
    assert isinstance(events[0], Notice)
    assert model in events[0].text, "which model was chosen is said first"
    assert stages_go_forward(events)
    assert facts_are_those_of_the_briefing(events)


def stages_go_forward(events: list[Event]) -> bool:
    """Whether what is done only grows, and ends with all of it."""
    done = [(event.done, event.total) for event in events if isinstance(event, Stage) and event.total]
    return done == sorted(done) and done[-1][0] == done[-1][1]


def facts_are_those_of_the_briefing(events: list[Event]) -> bool:
    """Whether each fact stands in the briefing where it says, in the order of the format, and none is left out."""
    finished = events[-1]
    assert isinstance(finished, Finished)
    briefing = finished.briefing
    facts = [event for event in events if isinstance(event, Fact)]
    expected = ["/bottom_line", "/talks"]
    expected += [f"/{name}/{at}" for name in LISTS for at in range(len(getattr(briefing, name)))]
    found: dict[str, object] = {"/bottom_line": briefing.bottom_line, "/talks": briefing.talks}
    for name in LISTS:
        found |= {f"/{name}/{at}": entry for at, entry in enumerate(getattr(briefing, name))}
    return [fact.path for fact in facts] == expected and all(found[fact.path] is fact.entry for fact in facts)


def test_a_sync_stream_tells_the_same_events(good: ScriptedModel) -> None:
    with Summarizer(LARGE, base_url=good.base_url, clock=CLOCK) as summarizer:
        events = list(summarizer.stream(ARTICLE))
    assert facts_are_those_of_the_briefing(events)


async def test_the_sync_face_works_inside_a_running_loop(good: ScriptedModel) -> None:
    with Summarizer(LARGE, base_url=good.base_url) as summarizer:
        assert summarizer.brief(ARTICLE).statements


def test_one_summarizer_briefs_again_and_after_closing(good: ScriptedModel) -> None:
    summarizer = Summarizer(LARGE, base_url=good.base_url, clock=CLOCK)
    first = summarizer.brief(ARTICLE)
    assert summarizer.brief(ARTICLE) == first
    summarizer.close()
    assert summarizer.brief(ARTICLE) == first
    summarizer.close()
    summarizer.close()


def test_leaving_a_summarizer_leaves_no_thread_behind(good: ScriptedModel) -> None:
    before = set(threading.enumerate())
    with Summarizer(LARGE, base_url=good.base_url) as summarizer:
        summarizer.brief(ARTICLE)
    served = {t for t in threading.enumerate() if "process_request" in t.name}
    assert set(threading.enumerate()) - served <= before


async def test_articles_are_briefed_side_by_side_each_with_its_own_ledger(good: ScriptedModel) -> None:
    async with AsyncSummarizer(LARGE, base_url=good.base_url, clock=CLOCK) as summarizer:
        several = await asyncio.gather(*(summarizer.brief(ARTICLE) for _ in range(5)))
    assert all(briefing == several[0] for briefing in several)
    assert [len(briefing.provenance.attempts) for briefing in several] == [1] * 5


async def test_async_summarizers_share_no_connection_between_loops(good: ScriptedModel) -> None:
    assert brief(good.base_url) == await asyncio.to_thread(brief, good.base_url)


@pytest.mark.parametrize("model", [LARGE, SMALL])
def test_what_a_template_engine_would_read_reaches_the_model_unchanged(scripted: Start, model: str) -> None:
    text = ARTICLE.text + "\n\nIn the guest book, the envoy wrote {% for and {{ open and {# never closed."
    article = Article.from_text(text, published=ARTICLE.published, language="en")
    endpoint = scripted(answers_from(article, DRAFT))
    briefing = brief(endpoint.base_url, model, article)
    whole = endpoint.requests[0].user
    for marked in ("{{ 6*7 }}", '{% include "quota" %}', "{# no comment #}", "{% for and {{ open and {# never closed."):
        assert marked in whole
    assert "42" not in whole
    assert briefing.article.characters == len(text)


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
    model = scripted(lambda request: refusal() if request.question == "DelegationsAnswer" else well(request))
    briefing = brief(model.base_url, SMALL)
    assert [s.speaker.name for s in briefing.statements] == ["Anneke Sörl", "A person close to the islanders"]
    (note,) = briefing.provenance.notes
    assert "delegations" in note
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
    well = answers_from(ARTICLE, DRAFT)
    model = scripted(lambda request: slow(well(request), 0.1))
    async with AsyncSummarizer(SMALL, base_url=model.base_url) as summarizer:
        task = asyncio.create_task(summarizer.brief(ARTICLE))
        await until(lambda: len(model.requests) == 2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await stays_quiet(model)


async def test_a_stream_that_is_left_stops_asking(scripted: Start) -> None:
    well = answers_from(ARTICLE, DRAFT)
    model = scripted(lambda request: slow(well(request), 0.1))
    async with AsyncSummarizer(SMALL, base_url=model.base_url) as summarizer:
        events = summarizer.stream(ARTICLE)
        async for _ in events:
            if len(model.requests) == 2:
                break
        await events.aclose()  # type: ignore[attr-defined]
        await stays_quiet(model)


def test_a_sync_stream_that_is_left_stops_asking(scripted: Start) -> None:
    well = answers_from(ARTICLE, DRAFT)
    model = scripted(lambda request: slow(well(request), 0.1))
    with Summarizer(SMALL, base_url=model.base_url) as summarizer:
        for _ in summarizer.stream(ARTICLE):
            if len(model.requests) == 2:
                break
        asyncio.run(stays_quiet(model))


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
        await stays_quiet(model)
    assert [request.question for request in model.requests].count("StatementAnswer") == 1, "one slot, one failure"


async def until(true: Callable[[], bool]) -> None:
    """Wait until something is true, for ten seconds at most."""
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 - it becomes true in another thread
            await asyncio.sleep(0.01)


async def stays_quiet(model: ScriptedModel) -> None:
    """Check that no further request comes, except one that was already on its way."""
    await asyncio.sleep(0.05)
    came = len(model.requests)
    assert came <= 3
    await asyncio.sleep(0.4)
    assert len(model.requests) == came


WRONG = "Harbour Master Ilka Thane"
"""Somebody whom the cited sentence does not hold."""


def test_a_refused_speaker_is_asked_for_again_with_the_reason_and_no_history(scripted: Start) -> None:
    draft = DRAFT.model_copy(update={"statements": [statement(2, WRONG, content="the quota must be shared")]})
    model = scripted(answers_from(ARTICLE, draft, {WRONG: "Fisheries Minister Anneke Sörl"}))
    briefing = brief(model.base_url)
    assert [s.speaker.name for s in briefing.statements] == ["Anneke Sörl"]
    _, again = model.requests
    assert again.question == "CorrectedWords"
    assert [message["role"] for message in again.messages] == ["system", "user"], "no history"
    (refused,) = [r for r in briefing.verification.refused if r.value == WRONG]
    assert refused.reason in again.user
    assert WRONG in again.user
    assert "[2] Fisheries Minister Anneke Sörl" in again.user
    assert "Old Customs House" not in again.user, "only the cited sentence is shown again"
    assert refused.path.endswith("/speaker")
    assert refused.kind == "absent"
    assert [a.outcome for a in briefing.provenance.attempts] == ["answered", "answered"]


def test_a_speaker_who_is_refused_twice_is_not_delivered(scripted: Start) -> None:
    draft = DRAFT.model_copy(update={"statements": [statement(2, WRONG, content="the quota must be shared")]})
    model = scripted(answers_from(ARTICLE, draft, {WRONG: "Chancellor Bodo Frey"}))
    briefing = brief(model.base_url)
    assert briefing.statements == []
    assert len(model.requests) == 2, "asked again once, not for ever"
    assert {r.value for r in briefing.verification.refused} >= {WRONG, "Chancellor Bodo Frey"}
    for name in (WRONG, "Chancellor Bodo Frey"):
        assert name not in briefing.model_dump_json(exclude={"verification"})
