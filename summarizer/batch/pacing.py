"""Holds calls to the requests and tokens a minute that a provider allows, so that it need not refuse any."""

from __future__ import annotations

import asyncio
import json

import httpx2
from aiolimiter import AsyncLimiter

from summarizer.llm.budget import BYTES_A_TOKEN
from summarizer.llm.wire import held

MINUTE = 60.0
USUAL_ANSWER = 1_000
"""Tokens that an answer is taken to have whose length is not bounded."""


class Paced(httpx2.AsyncBaseTransport):
    """Lets a call wait for its turn; `None` bounds nothing."""

    def __init__(
        self,
        inner: httpx2.AsyncBaseTransport,
        requests_per_minute: float | None = None,
        tokens_per_minute: float | None = None,
    ) -> None:
        self._inner = inner
        self._turn = asyncio.Lock()
        self._requests = _steady(requests_per_minute)
        self._tokens = _steady(tokens_per_minute)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """As httpx2 has it."""
        # One call is let through after another: side by side they would take parts of their tokens in turns, all wait
        # until the last one has its own, and be sent at one moment.
        with held():
            async with self._turn:
                if self._tokens is not None:
                    await _take(self._tokens, tokens_of(await request.aread()))
                if self._requests is not None:
                    await self._requests.acquire()
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        """As httpx2 has it."""
        await self._inner.aclose()


def _steady(per_minute: float | None) -> AsyncLimiter | None:
    """So many a minute in any minute: a second's share, or one, is all that may come at once."""
    if per_minute is None:
        return None
    share = max(1.0, per_minute / MINUTE)
    return AsyncLimiter(share, share * MINUTE / per_minute)


async def _take(limiter: AsyncLimiter, amount: float) -> None:
    while amount > 0:
        part = min(amount, limiter.max_rate)
        await limiter.acquire(part)
        amount -= part


def tokens_of(body: bytes) -> int:
    """About how many tokens a call reads and writes, as providers count them before it is made."""
    try:
        sent = json.loads(body)
    except ValueError:
        sent = {}
    most = sent.get("max_tokens") or sent.get("max_completion_tokens") if isinstance(sent, dict) else None
    return len(body) // BYTES_A_TOKEN + (int(most) if isinstance(most, int | float) else USUAL_ANSWER)
