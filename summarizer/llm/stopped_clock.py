"""A briefing's clock, which stands still while a wire holds its calls back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class StoppedClock:
    """Seconds by another clock, without those in which a call was held back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lost = 0.0
        self._held = 0
        """Calls that are held back: of several at once the time counts once."""
        self._since = 0.0

    def now(self) -> float:
        """Seconds."""
        return (self._since if self._held else self._clock()) - self._lost

    @contextmanager
    def during(self, limit: asyncio.Timeout) -> Iterator[None]:
        """Stand still as long as the block, and the limit of the call with it."""
        loop = asyncio.get_running_loop()
        ends = limit.when()
        left = None if ends is None else ends - loop.time()
        limit.reschedule(None)
        if not self._held:
            self._since = self._clock()
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
            if not self._held:
                self._lost += self._clock() - self._since
            limit.reschedule(None if left is None else loop.time() + left)
