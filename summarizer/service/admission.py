"""How many briefings are under way at once, and how many may wait: more are told at once to come again."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from summarizer.service.metrics import Metrics
from summarizer.service.problems import ProblemError

WEIGHT = 0.2
"""How much the last briefing counts in the average of seconds by which a wait is foretold."""


class Admission:
    """A bounded queue before a bounded number of places; first come, first served."""

    def __init__(self, places: int, queue: int, patience: float, metrics: Metrics) -> None:
        """`patience` is how many seconds a request waits for a place at most."""
        self._places = asyncio.Semaphore(places)
        self._capacity = places
        self._queue = queue
        self._patience = patience
        self._metrics = metrics
        self._waiting = 0
        self._average = 1.0

    @asynccontextmanager
    async def place(self, waits: Callable[[int], None]) -> AsyncIterator[None]:
        """A place to work in; `waits` is told how many are before it, where it has to wait.

        Raises `ProblemError` (503) where the queue is full, or no place came in time.
        """
        if self._places.locked():
            if self._waiting >= self._queue:
                raise self._overloaded()
            waits(self._waiting)
        self._waiting += 1
        self._metrics.waiting.inc()
        try:
            async with asyncio.timeout(self._patience):
                await self._places.acquire()
        except TimeoutError:
            raise self._overloaded() from None
        finally:
            self._waiting -= 1
            self._metrics.waiting.dec()
        began = time.monotonic()
        self._metrics.under_way.inc()
        try:
            yield
        finally:
            self._average += WEIGHT * (time.monotonic() - began - self._average)
            self._metrics.under_way.dec()
            self._places.release()

    def _overloaded(self) -> ProblemError:
        wait = max(1, math.ceil(self._average * (self._waiting + 1) / self._capacity))
        return ProblemError(
            503,
            "overloaded",
            f"All {self._capacity} places and the queue behind them are taken. Try again in about {wait} s.",
            headers={"Retry-After": str(wait)},
        )
