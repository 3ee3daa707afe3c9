"""Many articles, a bounded number of them at once: neither the corpus nor what came of it is held in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar

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

    An item is taken once there is a place for it (of those that are no async iterator, up to `READ_AHEAD` are read
    ahead), so a corpus is read no faster than it is worked off. Ending early ends the work that is under way. Raises
    what `work` raises.
    """
    running: set[asyncio.Task[Made]] = set()
    more = True
    async with _taking(items) as coming:
        try:
            while more or running:
                while more and len(running) < at_once:
                    try:
                        item = await anext(coming)
                    except StopAsyncIteration:
                        more = False
                    else:
                        running.add(asyncio.ensure_future(work(item)))
                if running:
                    done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                    for task in done:
                        yield task.result()
        finally:
            for task in running:
                task.cancel()
            if running:
                await asyncio.wait(running)


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

    async def make() -> None:
        end: Exception | None = None
        try:
            while (made := await anyio.to_thread.run_sync(_next, items)) is not None:
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
        making.cancel()
        await asyncio.gather(making, return_exceptions=True)


def _next(items: Iterator[Item]) -> tuple[Item] | None:
    try:
        return (next(items),)
    except StopIteration:
        return None
