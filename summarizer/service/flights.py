"""Equal requests under way are one: the work is done once, and all who asked hear of it.

The work ends early when nobody listens any more.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from typing import Any

from summarizer.events import Event

Tell = Callable[[Event], None]
Work = Callable[[Tell], Coroutine[Any, Any, None]]


class Flights:
    """The work under way, by what was asked."""

    def __init__(self) -> None:
        self._flights: dict[str, _Flight] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._flights

    async def events(self, key: str, work: Work) -> AsyncGenerator[Event, None]:
        """What the work for this key tells, from its beginning; it is begun unless it is under way.

        Raises what the work raises. Closing the generator leaves the flight; the last one out ends it.
        """
        flight = self._flights.get(key)
        if flight is None:
            flight = self._flights[key] = _Flight(work)
            flight.task.add_done_callback(lambda _: self._flights.pop(key, None))
        flight.listeners += 1
        try:
            async for event in flight.events():
                yield event
        finally:
            flight.listeners -= 1
            if not flight.listeners and not flight.task.done():
                # A new request for the same must not join what is being ended.
                self._flights.pop(key, None)
                flight.task.cancel()
                await asyncio.wait([flight.task])


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
