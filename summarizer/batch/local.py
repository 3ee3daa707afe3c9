"""The engine of one process: many articles under way at once, calls remembered and paced."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator

from summarizer.batch.outage import PATIENCE, Outage
from summarizer.batch.remembering import ARTICLE, Calls
from summarizer.batch.run import Due, Result
from summarizer.many import worked_off
from summarizer.summarizer import AsyncSummarizer


class LocalEngine:
    """Briefs in this process, by one summarizer."""

    def __init__(self, summarizer: AsyncSummarizer, at_once: int, patience: float = PATIENCE) -> None:
        """`patience` is how many seconds the endpoint may be away."""
        self._outage = Outage(summarizer.briefed, patience)
        self._at_once = at_once

    def brief(self, due: AsyncIterator[Due]) -> AsyncGenerator[Result, None]:
        """As `Engine.brief`. Raises what would fail every article, and where the endpoint stays away."""
        return worked_off(due, self._brief, self._at_once)

    async def _brief(self, due: Due) -> Result:
        ARTICLE.set(Calls(due.article.sha256))
        briefed = await self._outage.briefed(due.article)
        return Result(due, briefed.briefing, briefed.error)
