"""Many articles, a bounded number of them at once: neither the corpus nor what came of it is held in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import anyio.to_thread

from summarizer.article import Article
from summarizer.briefing import Briefing
from summarizer.errors import SummarizerError

AT_ONCE = 8
AT_ONCE_EMBEDDED = 2
"""Articles under way by default: two fill the places of an embedded model."""

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

    An item is taken once there is a place for it, so a corpus is read no faster than it is worked off. Ending early
    ends the work that is under way. Raises what `work` raises.
    """
    coming = items.__aiter__() if isinstance(items, AsyncIterable) else stepping(iter(items))
    running: set[asyncio.Task[Made]] = set()
    more = True
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


async def stepping(items: Iterator[Item]) -> AsyncIterator[Item]:
    """The same items, each made in a thread: to read a page or a PDF takes a while, and answers are not to wait."""
    while (found := await anyio.to_thread.run_sync(_next, items)) is not None:
        yield found[0]


def _next(items: Iterator[Item]) -> tuple[Item] | None:
    try:
        return (next(items),)
    except StopIteration:
        return None
