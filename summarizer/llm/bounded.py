"""How much of an answer is read: an endpoint that sends without end fills no memory."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx2

from summarizer.llm.failures import TooLargeError

MOST_BYTES = 4_000_000
"""Bytes of a body that are read: the longest draft has about 100,000, and a model's thoughts may come with it."""
MOST_PACKED = 64_000
"""Bytes of one that is packed, and becomes up to a thousand times as large when it is unpacked."""


async def bound(response: httpx2.Response) -> None:
    """Let no more of a response be read than that; a hook for `httpx2.AsyncClient`."""
    packed = response.headers.get("content-encoding", "identity") != "identity"
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _Bounded(response.stream, MOST_PACKED if packed else MOST_BYTES)


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream, most: int) -> None:
        self._stream = stream
        self._most = most

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for part in self._stream:
            read += len(part)
            if read > self._most:
                raise TooLargeError
            yield part

    async def aclose(self) -> None:
        await self._stream.aclose()
