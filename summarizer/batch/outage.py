"""An endpoint that is away for a while: a batch waits for it, and no article is to blame.

A briefing that somebody waits for is told at once that nobody answers. In a batch, the next article would be told so,
too, and the next: a minute's outage would fail thousands, and a quota that is used up all of them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from summarizer.article import Article
from summarizer.errors import EndpointAwayError, ModelUnavailableError, RateLimitedError
from summarizer.many import Briefed

PATIENCE = 1_800.0
"""Seconds without an answer to anything after which a batch ends; what is not done stays due."""
PATIENCE_WITH_ONE = 120.0
"""The same where the endpoint answers, but only that it failed: then the article may be what it fails at."""
PAUSE = 10.0
"""Seconds between two tries, at least."""


class Outage:
    """What the articles that are under way at once know of their endpoint."""

    def __init__(
        self,
        brief: Callable[[Article], Awaitable[Briefed]],
        patience: float = PATIENCE,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`brief` is what tells what comes of an article; `patience` is in seconds."""
        self._brief = brief
        self._patience = patience
        self._sleep = sleep
        self._clock = clock
        self._answered = 0
        """Articles that the endpoint had something to say to."""
        self._since: float | None = None
        """Since when it has not."""

    async def briefed(self, article: Article) -> Briefed:
        """What comes of an article, however long the endpoint is away meanwhile; raises as `brief`.

        Raises `EndpointAwayError` once nothing was answered for as long as the patience lasts.
        """
        while True:
            before = self._answered
            found = await self._brief(article)
            if not isinstance(found.error, ModelUnavailableError | RateLimitedError):
                self._answered += 1
                self._since = None
                return found
            if self._answered > before:
                # Others were answered meanwhile.
                return found
            if self._is_of_the_article(found.error):
                self._since = None
                return found
            await self._sleep(min(max(found.error.retry_after or 0.0, PAUSE), max(self._patience, PAUSE)))

    def _is_of_the_article(self, error: ModelUnavailableError | RateLimitedError) -> bool:
        now = self._clock()
        self._since = now if self._since is None else self._since
        away = now - self._since
        if isinstance(error, ModelUnavailableError) and error.status_code is not None and self._answered:
            return away >= min(PATIENCE_WITH_ONE, self._patience)
        if away >= self._patience:
            raise EndpointAwayError(
                f"Nothing was answered for {away:,.0f} s: {error.message}",
                hint="What is done stays done, and what is not stays due: the same command goes on where it was.",
                provider=error.provider,
            )
        return False
