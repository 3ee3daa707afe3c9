"""A circuit that opens for a dead endpoint: after some failures in a row it is left alone for a while.

One for all briefings that share a connection: where the first of a thousand articles finds nobody there, the others
are told so at once and do not each wait for their own retries.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from summarizer.errors import ModelUnavailableError

FAILURES = 10
"""Calls in a row that found nobody, which open the circuit: more than the questions that are under way at once."""
REST_SECONDS = 30.0
"""Seconds that the endpoint is left alone; then one call tries it."""


@dataclass
class Circuit:
    """Counts the failures in a row of one endpoint."""

    clock: Callable[[], float] = time.monotonic
    _failures: int = 0
    _tried: float = 0.0
    """When the last call was let through while the endpoint was failing."""

    @property
    def is_open(self) -> bool:
        """Whether the endpoint is left alone."""
        return self._failures >= FAILURES

    def check(self, provider: str) -> None:
        """Let a call through, or raise `ModelUnavailableError`, with the seconds until one is tried again."""
        if not self.is_open:
            return
        left = self._tried + REST_SECONDS - self.clock()
        if left > 0:
            raise ModelUnavailableError(
                f"{provider} was not asked: it failed {self._failures} times in a row.",
                hint=f"It is tried again in {left:.0f} s.",
                provider=provider,
                retryable=True,
                retry_after=left,
            )
        # One call finds out; the others wait for what comes of it.
        self._tried = self.clock()

    def failed(self) -> None:
        """Note that the endpoint could not be reached."""
        self._failures += 1
        self._tried = self.clock()

    def answered(self) -> None:
        """Note that the endpoint answered, whatever it said."""
        self._failures = 0
