"""Equal requests under way are one: the work is done once, and all who asked hear of it.

The work ends early when nobody listens any more.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from summarizer.events import Event

Tell = Callable[[Event], None]
Work = Callable[[Tell], Coroutine[Any, Any, None]]


@dataclass(frozen=True)
class Seat:
    """One of those who hear of the work."""

    joined: bool
    """Whether somebody else had begun it."""
    events: AsyncGenerator[Event, None]
    """What the work tells, from its beginning; raises what the work raises. Closing it leaves; the last one out ends
    the work."""


class Flights:
    """The work under way, by what was asked."""

    def __init__(self) -> None:
        self._flights: dict[str, _Flight] = {}

    def board(self, key: str, work: Work) -> Seat:
        """A seat in the work for this key, which is begun unless it is under way."""
        flight = self._flights.get(key)
        joined = flight is not None
        if flight is None:
            flight = self._flights[key] = _Flight(work)
            flight.task.add_done_callback(lambda _: self._leave(key, flight))
        flight.listeners += 1
        return Seat(joined, self._events(key, flight))

    async def _events(self, key: str, flight: _Flight) -> AsyncGenerator[Event, None]:
        try:
            async for event in flight.events():
                yield event
        finally:
            flight.listeners -= 1
            if not flight.listeners and not flight.task.done():
                # A new request for the same must not join what is being ended.
                self._leave(key, flight)
                flight.task.cancel()
                await asyncio.wait([flight.task])

    def _leave(self, key: str, flight: _Flight) -> None:
        if self._flights.get(key) is flight:
            del self._flights[key]


class _Flight:
    def __init__(self, work: Work) -> None:
        self.listeners = 0
        self._told: list[Event] = []
        self._news = asyncio.Event()
        self.task = asyncio.create_task(work(self._tell))
        self.task.add_done_callback(lambda _: self._wake())

    def _tell(self, event: Event) -> None:
        self._told.append(event)
        self._wake()

    def _wake(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()

    async def events(self) -> AsyncGenerator[Event, None]:
        at = 0
        while True:
            news = self._news
            while at < len(self._told):
                yield self._told[at]
                at += 1
            if self.task.done():
                await self.task
                return
            await news.wait()
