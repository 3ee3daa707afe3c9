"""What runs inside a Ray cluster, without one: the feed, a worker, and errors that cross from process to process."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import Any

import pytest

from summarizer.batch.ray_faults import error_of, told
from summarizer.briefing import Attempt, Briefing
from summarizer.errors import ModelError, RateLimitedError, SummarizerError
from tests.briefing_by_script import KEY, Start
from tests.invented import ARTICLE, DRAFT

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

from summarizer.batch.ray_worker import MOST_STARTS, TICKETS, Feed, Wishes, Worker, as_data  # noqa: E402


def every_error(kind: type[SummarizerError] = SummarizerError) -> list[type[SummarizerError]]:
    return [kind, *(found for below in kind.__subclasses__() for found in every_error(below))]


class Handle:
    """Calls an actor's methods as Ray would, in this process."""

    def __init__(self, actor: Any) -> None:
        self._actor = actor

    def __getattr__(self, name: str) -> Any:
        class Method:
            remote = staticmethod(getattr(self._actor, name))

        return Method


def feed_for(base_url: str = "http://127.0.0.1:9/v1") -> Feed:
    return Feed(as_data(Wishes(model="openai/scripted", base_url=base_url, api_key=KEY, plan="large")))


def ticket(number: int) -> Any:
    return pa.table({"ticket": [number]}, schema=TICKETS)


@pytest.mark.parametrize("kind", every_error())
def test_an_error_is_the_same_in_the_other_process(kind: type[SummarizerError]) -> None:
    error = error_of(told(kind("It failed.", hint="Mend it.")))
    assert type(error) is kind
    assert (error.message, error.hint, error.attempts) == ("It failed.", "Mend it.", ())


def test_an_error_keeps_what_the_endpoint_said_and_the_calls_up_to_then() -> None:
    attempt = Attempt(purpose="draft", model="scripted", input_tokens=3, seconds=0.5, outcome="rate_limited")
    raised = RateLimitedError("Slowly.", provider="openai", status_code=429, request_id="r1", retryable=True)
    raised.attempts = (attempt,)
    error = error_of(told(raised))
    assert isinstance(error, ModelError)
    assert (error.provider, error.status_code, error.request_id, error.retryable) == ("openai", 429, "r1", True)
    assert error.attempts == (attempt,)


async def test_the_feed_waits_until_it_knows_whether_there_is_one_more() -> None:
    feed = feed_for()
    first, second = (asyncio.ensure_future(feed.has(number)) for number in (0, 1))
    await feed.give("{}")
    assert await first
    assert not second.done()
    await feed.end()
    assert not await second


async def test_an_article_can_be_taken_until_it_is_settled() -> None:
    feed = feed_for()
    await feed.give("{}")
    assert [await feed.take(0), await feed.take(0)] == [("{}", 1), ("{}", 2)]
    await feed.settle(0)
    assert await feed.take(0) == (None, 1)
    # It was there: the source makes the same tickets again where it is run again.
    assert await feed.has(0)


async def test_a_worker_briefs_what_the_feed_has_and_nothing_that_is_settled(scripted: Start) -> None:
    model = scripted([DRAFT.model_dump()])
    feed = feed_for(model.base_url)
    worker = Worker(Handle(feed))
    await feed.give(ARTICLE.model_dump_json())
    [row] = (await worker(ticket(0))).to_pylist()
    assert (row["ticket"], row["fault"]) == (0, None)
    assert Briefing.from_json(row["briefing"]).article.sha256 == ARTICLE.sha256
    await feed.settle(0)
    assert (await worker(ticket(0))).num_rows == 0
    # In a cluster its process ends with it.
    await worker._summarizer.aclose()


async def test_an_article_whose_worker_dies_each_time_fails() -> None:
    feed = feed_for()
    await feed.give(ARTICLE.model_dump_json())
    for _ in range(MOST_STARTS):
        await feed.take(0)
    [row] = (await Worker(Handle(feed))(ticket(0))).to_pylist()
    assert error_of(row["fault"]).message == "The worker that briefed it died 5 times."


def test_ray_is_imported_for_its_engine_alone() -> None:
    code = "import sys, summarizer, summarizer.cli, summarizer.shell.batch_engines; sys.exit('ray' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
