"""Many articles, a bounded number of them at once: neither the corpus nor what came of it is held in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import anyio.to_thread

from summarizer.article import Article
from summarizer.briefing import Briefing
from summarizer.errors import SummarizerError

AT_ONCE = 8
AT_ONCE_EMBEDDED = 2
"""Articles under way by default: two fill the places of an embedded model."""
READ_AHEAD = 32
"""Articles that are read before there is a place for them. By `benchmarks/batch.py`: with 100 under way, one ahead
reaches 79 % of the ideal rate, 8 reach 84 %, 32 and 100 both 89 %."""

Item = TypeVar("Item")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Briefed:
    """What came of one article: its briefing, or the error that there is instead."""

    article: Article
    """The article."""
    briefing: Briefing | None = None
    """Its briefing."""
    error: SummarizerError | None = None
    """Why there is none."""


def usual_at_once(*, embedded: bool) -> int:
    """How many articles are under way where nobody says it."""
    return AT_ONCE_EMBEDDED if embedded else AT_ONCE


async def worked_off(
    items: Iterable[Item] | AsyncIterable[Item], work: Callable[[Item], Awaitable[Made]], at_once: int
) -> AsyncGenerator[Made, None]:
    """What comes of each item, in the order in which it is ready; `at_once` are under way at most.

    An item is taken once there is a place for it, so a corpus is read no faster than it is worked off. Items that come
    by no async iterator are read in another thread, up to `READ_AHEAD` ahead. Ending early ends the work that is under
    way. Raises what `work` raises, at once, and what `items` raise, once all that came before it is done.
    """
    ended: asyncio.Queue[asyncio.Task[Any]] = asyncio.Queue()
    places = asyncio.Semaphore(at_once)
    running: set[asyncio.Task[Made]] = set()

    async def feed(coming: AsyncIterator[Item]) -> None:
        # One task takes them all: an iterator may have opened what has to be closed in the task that opened it.
        while await places.acquire():
            try:
                item = await anext(coming)
            except StopAsyncIteration:
                return
            task = asyncio.ensure_future(work(item))
            running.add(task)
            task.add_done_callback(ended.put_nowait)

    async with _taking(items) as coming:
        feeding = asyncio.create_task(feed(coming))
        feeding.add_done_callback(ended.put_nowait)
        try:
            while running or not feeding.done():
                task = await ended.get()
                if task is feeding:
                    continue
                running.remove(task)
                if task.exception() is not None:
                    for made in _good(ended, feeding):
                        yield made
                places.release()
                yield task.result()
            feeding.result()
        finally:
            for task in (feeding, *running):
                task.cancel()
            await asyncio.gather(feeding, *running, return_exceptions=True)


def _good(ended: asyncio.Queue[asyncio.Task[Made]], feeding: asyncio.Task[None]) -> Iterator[Made]:
    """What came of the others that ended by now."""
    while not ended.empty():
        task = ended.get_nowait()
        if task is not feeding and task.exception() is None:
            yield task.result()


@asynccontextmanager
async def _taking(items: Iterable[Item] | AsyncIterable[Item]) -> AsyncIterator[AsyncIterator[Item]]:
    if isinstance(items, AsyncIterable):
        yield items.__aiter__()
    else:
        async with aclosing(stepping(iter(items))) as steps:
            yield steps


async def stepping(items: Iterator[Item]) -> AsyncGenerator[Item, None]:
    """The same items, each made in a thread: to read a page or a PDF takes a while, and answers are not to wait.

    Some are made ahead while models are waited for: where many answers come at one moment, the next calls would wait
    for the reading. Raises what making an item raises, once those before it are taken.
    """
    ready: asyncio.Queue[tuple[Item] | Exception | None] = asyncio.Queue(READ_AHEAD)
    closing = False

    async def make() -> None:
        end: Exception | None = None
        try:
            while not closing and (made := await anyio.to_thread.run_sync(_next, items)) is not None:
                await ready.put(made)
        except Exception as error:  # noqa: BLE001 - raised where it is taken
            end = error
        await ready.put(end)

    making = asyncio.create_task(make())
    try:
        while isinstance(taken := await ready.get(), tuple):
            yield taken[0]
        if taken is not None:
            raise taken
    finally:
        # The one that is being made can't be stopped; whoever gave the items may use them once it is done.
        closing = True
        while not ready.empty():
            ready.get_nowait()
        await asyncio.wait([making])


def _next(items: Iterator[Item]) -> tuple[Item] | None:
    try:
        return (next(items),)
    except StopIteration:
        return None
    except SystemExit as error:
        # As it is it would end the event loop, and whoever waits for it in another thread would wait for ever.
        raise RuntimeError(f"What gives the articles wanted to end the process: {error}") from error
