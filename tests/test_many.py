"""Many articles through one summarizer: taken as there is a place, delivered as they are ready."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing

import pytest

from summarizer import Article, AsyncSummarizer, AuthenticationError, SettingsError, Summarizer
from summarizer.many import READ_AHEAD, stepping, worked_off
from tests.briefing_by_script import KEY, LARGE, Start
from tests.invented import DRAFT, TEXT
from tests.scripted_model import Answer, Request, status


def articles(count: int) -> Iterator[Article]:
    for number in range(count):
        yield Article.from_text(f"date 2030-05-12 {TEXT}\n\nRow {number} was long.")


def fails_for_one(request: Request) -> Answer:
    return status(400) if "Row 1 was" in request.user else DRAFT.model_dump(mode="json")


def test_one_that_fails_stops_no_other(scripted: Start) -> None:
    model = scripted(fails_for_one)
    with Summarizer(LARGE, base_url=model.base_url, api_key=KEY) as summarizer:
        found = list(summarizer.brief_many(articles(4)))
    assert len(found) == 4
    assert [one.error is not None for one in sorted(found, key=lambda one: "Row 1 was" in one.article.text)] == [
        False, False, False, True,
    ]  # fmt: skip
    assert all(one.briefing is None or one.briefing.article.sha256 == one.article.sha256 for one in found)


@pytest.mark.parametrize("at_once", [0, -1])
def test_none_at_once_is_refused(scripted: Start, at_once: int) -> None:
    model = scripted(fails_for_one)
    with (
        Summarizer(LARGE, base_url=model.base_url, api_key=KEY) as summarizer,
        pytest.raises(SettingsError, match="at once are none"),
    ):
        next(iter(summarizer.brief_many(articles(1), at_once=at_once)))


async def test_what_would_fail_all_ends_it(scripted: Start) -> None:
    model = scripted(lambda request: status(401))
    async with AsyncSummarizer(LARGE, base_url=model.base_url, api_key=KEY) as summarizer:
        with pytest.raises(AuthenticationError):
            _ = [one async for one in summarizer.brief_many(articles(50), at_once=2)]
    assert len(model.requests) <= 4


async def test_articles_are_taken_as_there_is_a_place(scripted: Start) -> None:
    taken: list[int] = []

    async def coming() -> AsyncIterator[Article]:
        for number, article in enumerate(articles(100)):
            taken.append(number)
            yield article

    model = scripted(lambda request: DRAFT.model_dump(mode="json"))
    async with AsyncSummarizer(LARGE, base_url=model.base_url, api_key=KEY) as summarizer:
        found = summarizer.brief_many(coming(), at_once=3)
        await anext(found)
        assert len(taken) <= 4
        await found.aclose()


async def test_of_an_iterable_a_few_are_read_ahead_and_no_more() -> None:
    taken: list[int] = []
    # One is made while there is no room for it.
    most, all_of_them = 3 + READ_AHEAD + 1, threading.Event()

    def coming() -> Iterator[int]:
        for number in range(10 * READ_AHEAD):
            taken.append(number)
            if len(taken) == most:
                all_of_them.set()
            yield number

    async with aclosing(stepping(coming())) as steps:
        assert [await anext(steps) for _ in range(3)] == [0, 1, 2]
        assert await asyncio.to_thread(all_of_them.wait, 10)
        await asyncio.sleep(0.05)
        assert len(taken) == most


async def test_what_cannot_be_read_is_told_behind_what_could_be() -> None:
    def broken() -> Iterator[int]:
        yield 1
        yield 2
        raise OSError("The disk is gone.")

    async def echo(number: int) -> int:
        return number

    working = worked_off(broken(), echo, 1)
    assert [await anext(working), await anext(working)] == [1, 2]
    with pytest.raises(OSError, match="disk"):
        await anext(working)


def test_articles_that_want_to_end_the_process_end_the_work(scripted: Start) -> None:
    def leaving() -> Iterator[Article]:
        yield from articles(1)
        raise SystemExit("no such file")

    model = scripted(fails_for_one)
    with Summarizer(LARGE, base_url=model.base_url, api_key=KEY) as summarizer:
        found = summarizer.brief_many(leaving())
        assert next(found).briefing is not None
        with pytest.raises(RuntimeError, match="no such file"):
            next(found)
        with pytest.raises(RuntimeError, match="no such file"):
            summarizer.dossier(leaving())


async def test_what_is_ready_comes_first_and_no_more_than_asked_are_under_way() -> None:
    under_way, most = 0, 0

    async def work(number: int) -> int:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.2 if number == 0 else 0.01)
        under_way -= 1
        return number

    found = [number async for number in worked_off(range(6), work, 2)]
    assert found[-1] == 0
    assert sorted(found) == list(range(6))
    assert most == 2


async def test_what_is_ready_does_not_wait_for_the_next_item() -> None:
    answered = asyncio.Event()

    async def coming() -> AsyncIterator[int]:
        yield 1
        # Whoever feeds may want to see what came of the last one first.
        await answered.wait()
        yield 2

    async def work(number: int) -> int:
        return number

    found = []
    async for made in worked_off(coming(), work, 8):
        found.append(made)
        answered.set()
    assert found == [1, 2]


async def test_what_ended_with_one_that_failed_is_delivered_first() -> None:
    go, ended = asyncio.Event(), 0

    async def work(number: int) -> int:
        nonlocal ended
        await go.wait()
        ended += 1
        if number in (0, 3):
            raise AuthenticationError("Wrong key.")
        return number

    working = worked_off(range(5), work, 5)
    asyncio.get_running_loop().call_later(0.05, go.set)
    found: list[int] = []
    with pytest.raises(AuthenticationError):
        found.extend([made async for made in _noting(working, found)])
    assert sorted(found) == [1, 2, 4]


async def _noting(working: AsyncIterator[int], found: list[int]) -> AsyncIterator[int]:
    async for made in working:
        found.append(made)
        yield made


async def test_an_iterator_is_taken_from_in_one_task() -> None:
    tasks = set()

    async def coming() -> AsyncIterator[int]:
        for number in range(20):
            tasks.add(asyncio.current_task())
            yield number

    async def work(number: int) -> int:
        await asyncio.sleep(0.001 * number)
        return number

    assert len([made async for made in worked_off(coming(), work, 3)]) == 20
    assert len(tasks) == 1


async def test_what_the_items_raise_comes_behind_what_is_under_way() -> None:
    async def coming() -> AsyncIterator[int]:
        yield 1
        raise OSError("The line is gone.")

    async def work(number: int) -> int:
        await asyncio.sleep(0.05)
        return number

    working = worked_off(coming(), work, 2)
    assert await anext(working) == 1
    with pytest.raises(OSError, match="line"):
        await anext(working)


async def test_ending_early_ends_the_work_under_way() -> None:
    ended: list[int] = []

    async def work(number: int) -> int:
        try:
            await asyncio.sleep(0.05 if number == 0 else 60)
        finally:
            ended.append(number)
        return number

    working = worked_off(range(3), work, 3)
    assert await anext(working) == 0
    await working.aclose()
    assert sorted(ended) == [0, 1, 2]
