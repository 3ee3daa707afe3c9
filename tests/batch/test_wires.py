"""What stands between a batch and the provider: calls remembered, calls paced."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import httpx2
import pytest

from summarizer import Article, AsyncSummarizer
from summarizer.batch.journal import Journal
from summarizer.batch.pacing import Paced, tokens_of
from summarizer.batch.remembering import ARTICLE, Calls, Remembering
from tests.briefing_by_script import KEY, LARGE, SMALL, Start, brief
from tests.dossier.world_files import briefings
from tests.draft_answers import answers_from
from tests.invented import ARTICLE as NEWS
from tests.invented import DRAFT, TEXT
from tests.scripted_model import Answer, Request, answer, status


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal(tmp_path / "journal", {})
    made.begin("1", NEWS.sha256)
    yield made
    made.close()


async def briefed(base_url: str, journal: Journal) -> object:
    ARTICLE.set(Calls(NEWS.sha256))
    async with AsyncSummarizer(
        SMALL, base_url=base_url, api_key=KEY, wire=lambda inner: Remembering(inner, journal)
    ) as summarizer:
        briefing = await summarizer.brief(NEWS)
    return briefing.model_dump(exclude={"provenance"})


async def test_an_article_that_was_half_asked_is_not_asked_again(scripted: Start, journal: Journal) -> None:
    reads = answers_from(NEWS, DRAFT)
    asked: Counter[str] = Counter()

    def breaks_off(request: Request) -> Answer:
        asked[request.user] += 1
        return reads(request) if sum(asked.values()) <= 2 else status(401)

    with pytest.raises(Exception, match="401"):
        await briefed(scripted(breaks_off).base_url, journal)
    whole = scripted(reads)
    made = await briefed(whole.base_url, journal)
    fresh = scripted(reads)
    assert made == brief(fresh.base_url, SMALL).model_dump(exclude={"provenance"})
    assert len(whole.requests) == len(fresh.requests) - 2
    nothing = scripted(lambda request: status(500))
    assert await briefed(nothing.base_url, journal) == made
    assert not nothing.requests


async def test_an_answer_of_no_use_is_not_taken_for_the_next_one(scripted: Start, journal: Journal) -> None:
    asked: Counter[str] = Counter()
    reads = answers_from(NEWS, DRAFT)

    def mumbles_first(request: Request) -> Answer:
        asked[request.user] += 1
        return answer("Well.") if len(asked) == 1 and asked[request.user] == 1 else reads(request)

    model = scripted(mumbles_first)
    made = await briefed(model.base_url, journal)
    assert made == brief(scripted(reads).base_url, SMALL).model_dump(exclude={"provenance"})
    assert await briefed(scripted(lambda request: status(500)).base_url, journal) == made


def test_what_an_article_was_answered_goes_with_it(journal: Journal) -> None:
    journal.remember(NEWS.sha256, "a", {}, b"1")
    assert journal.answer(NEWS.sha256, "a") == ({}, b"1")
    journal.finish(NEWS.sha256, briefings()["a01"])
    assert journal.answer(NEWS.sha256, "a") is None


class AtOnce(httpx2.AsyncBaseTransport):
    """Answers at once, and notes when."""

    def __init__(self) -> None:
        self.times: list[float] = []

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self.times.append(time.monotonic())
        return httpx2.Response(200, request=request)


async def sent(paced: Paced, calls: int, content: bytes) -> float:
    """Seconds that so many calls at once take."""
    began = time.monotonic()
    requests = [httpx2.Request("POST", "http://model.invalid/v1", content=content) for _ in range(calls)]
    await asyncio.gather(*(paced.handle_async_request(request) for request in requests))
    return time.monotonic() - began


async def test_requests_are_spread_over_the_minute() -> None:
    inner = AtOnce()
    # Ten a second: the first ten at once, the others one by one.
    assert 0.9 <= await sent(Paced(inner, requests_per_minute=600), 20, b"{}") < 3
    assert len(inner.times) == 20
    assert max(sum(start <= one < start + 0.5 for one in inner.times) for start in inner.times) <= 16


async def test_tokens_are_spread_over_the_minute_also_where_one_call_has_more_than_a_second_s_share() -> None:
    inner, body = AtOnce(), b'{"max_tokens": 195}' + b" " * 181
    assert tokens_of(body) == 245
    # Two hundred a second, of which those of the first second are there: 0.2 s, and 1.2 s for each one more.
    began = time.monotonic()
    assert 2 <= await sent(Paced(inner, tokens_per_minute=12_000), 3, body) < 6
    assert inner.times[0] - began < 1
    assert all(later - one > 0.9 for one, later in pairwise(inner.times))


async def test_to_wait_for_its_turn_is_none_of_a_briefings_time(scripted: Start) -> None:
    model = scripted(lambda request: DRAFT.model_dump(mode="json"))

    # To import what a first briefing needs may take as long as one may take here.
    brief(model.base_url, LARGE)

    # Some 20,000 tokens a call: each waits half a second for its turn, the last one longer than it may take.
    def wire(inner: httpx2.AsyncBaseTransport) -> httpx2.AsyncBaseTransport:
        return Paced(inner, tokens_per_minute=2_500_000)

    async with AsyncSummarizer(LARGE, base_url=model.base_url, api_key=KEY, timeout=1, wire=wire) as summarizer:
        several = [Article.from_text(f"{TEXT}\n\nRow {row}.", published=NEWS.published) for row in range(8)]
        began = time.monotonic()
        found = [one async for one in summarizer.brief_many(several, at_once=8)]
    assert time.monotonic() - began > 1.5
    assert [one.error for one in found] == [None] * 8
    assert all(attempt.seconds < 1 for one in found if one.briefing for attempt in one.briefing.provenance.attempts)


async def test_without_limits_nothing_waits() -> None:
    assert await sent(Paced(AtOnce()), 100, b"{}") < 1


@pytest.mark.parametrize("body", [b"", b"[]", b'{"max_tokens": null}', b"\xff"])
def test_what_is_no_question_is_counted_too(body: bytes) -> None:
    assert tokens_of(body) >= 1_000
