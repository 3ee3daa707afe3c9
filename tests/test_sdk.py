"""The public face against a scripted endpoint: an article in, a briefing or one of our errors out."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from importlib.metadata import version

import pytest

from summarizer import (
    Article,
    AsyncSummarizer,
    Event,
    Fact,
    Finished,
    Notice,
    Stage,
    Summarizer,
)
from summarizer.briefing import Evidence
from summarizer.checking import LISTS
from summarizer.draft import Draft
from summarizer.vocabulary import Model
from tests.briefing_by_script import CLOCK, LARGE, SMALL, Start, brief
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, statement
from tests.scripted_model import (
    ScriptedModel,
)


@pytest.fixture
def good(scripted: Start) -> ScriptedModel:
    """A model that reads the invented article well, whatever the plan."""
    return scripted(answers_from(ARTICLE, DRAFT))


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
    assert small.count("OverviewAnswer") == 1
    assert not {"DelegationsAnswer", "PlaceAnswer"} & set(small), "the grammar tells these in English"
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
