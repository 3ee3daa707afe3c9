"""The engine of a provider's batch API: large batches, answers within a day, at half the price.

Nothing of how an article is briefed changes: its calls only take hours. A question that is asked again is simply in the
next batch.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Sequence

import httpx2

from summarizer.batch.batch_api import COMPLETIONS
from summarizer.batch.gathering import HEADERS, Gathering
from summarizer.batch.remembering import ARTICLE, Calls
from summarizer.batch.run import Due, Result
from summarizer.batch.uploads import Noted
from summarizer.briefing import Attempt, Briefing
from summarizer.errors import ArticleError, AuthenticationError, ModelError, SettingsError
from summarizer.many import worked_off
from summarizer.summarizer import AsyncSummarizer

AT_ONCE = 1_000
"""Articles under way at once, and so about the calls of a batch."""
TIMEOUT = 14 * 24 * 3600.0
"""Seconds that a briefing may take: some batches one after the other, of a day each, and a while of no network."""
PRICE = 0.5
"""What a call costs in a batch, of its ordinary price."""
_CALL = "summarizer_call"


class NamedCalls(Calls):
    """Calls that carry along what they are known by."""

    def key_of(self, request: httpx2.Request, body: bytes) -> str:
        """See `Calls`."""
        key = super().key_of(request, body)
        request.extensions = {**request.extensions, _CALL: Noted(self.sha256, key)}
        return key


class BatchedCalls(httpx2.AsyncBaseTransport):
    """Holds each call to a model until its answer comes from a batch; stands behind `Remembering`."""

    def __init__(self, inner: httpx2.AsyncBaseTransport, gathering: Gathering) -> None:
        self._inner = inner
        self._gathering = gathering

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """As httpx2 has it."""
        call = request.extensions.get(_CALL)
        if not isinstance(call, Noted) or not request.url.path.endswith(COMPLETIONS):
            return await self._inner.handle_async_request(request)
        told = await self._gathering.answer(call, request, self._inner)
        # As a stream, so that no more of it is read than of any other answer.
        return httpx2.Response(told.status, headers=HEADERS, stream=httpx2.ByteStream(told.body), request=request)

    async def aclose(self) -> None:
        """As httpx2 has it."""
        await self._inner.aclose()


class ProviderBatchEngine:
    """Briefs by batches at the provider; the summarizer's calls go by `BatchedCalls`."""

    def __init__(self, summarizer: AsyncSummarizer, gathering: Gathering, at_once: int = AT_ONCE) -> None:
        self._summarizer = summarizer
        self._gathering = gathering
        self._at_once = at_once

    def brief(self, due: AsyncIterator[Due]) -> AsyncGenerator[Result, None]:
        """As `Engine.brief`. Raises what would fail every article, a batch that failed as a whole among it."""
        return worked_off(self._gathering.askers.read(due), self._brief, self._at_once)

    async def _brief(self, due: Due) -> Result:
        """What comes of an article. Raises what would fail every one."""
        sha256 = due.article.sha256
        ARTICLE.set(NamedCalls(sha256))
        try:
            result = Result(due, _cheaper(await self._summarizer.brief(due.article)))
        except (ArticleError, ModelError, SettingsError) as error:
            if self._gathering.fault is not None:
                # The article is not to blame: it stays due.
                raise self._gathering.fault from None
            if isinstance(error, AuthenticationError | SettingsError):
                raise
            error.attempts = tuple(_at_half(error.attempts))
            result = Result(due, error=error)
        finally:
            self._gathering.askers.done(sha256)
        self._gathering.journal.uploads.forget(sha256)
        return result


def _cheaper(briefing: Briefing) -> Briefing:
    """The same briefing at what it cost in batches."""
    made = briefing.provenance
    cost = None if made.cost_usd is None else made.cost_usd * PRICE
    told = made.model_copy(update={"attempts": _at_half(made.attempts), "cost_usd": cost})
    return briefing.model_copy(update={"provenance": told})


def _at_half(attempts: Sequence[Attempt]) -> list[Attempt]:
    return [
        one if one.cost_usd is None else one.model_copy(update={"cost_usd": one.cost_usd * PRICE}) for one in attempts
    ]
