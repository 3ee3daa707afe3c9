"""Remembers what an endpoint answered until the article is done, so that nothing is paid twice after a crash.

The same article is asked the same questions, so a call is known by what it sends; where one is sent again, for the
answer was of no use, by which time it is. Stands at the HTTP client, for every provider and plan alike.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import AsyncIterator
from contextvars import ContextVar

import httpx2

from summarizer.batch.journal import Journal

OK = 200
KEPT_HEADERS = ("content-type", "content-encoding")
"""What tells how to read a body."""


class Calls:
    """The calls made for one article so far."""

    def __init__(self, sha256: str) -> None:
        self.sha256 = sha256
        self._times: Counter[str] = Counter()

    def key_of(self, request: httpx2.Request, body: bytes) -> str:
        """What the call is known by."""
        content = hashlib.sha256(f"{request.method} {request.url.path}\n".encode() + body).hexdigest()
        self._times[content] += 1
        return f"{content}-{self._times[content]}"


ARTICLE: ContextVar[Calls | None] = ContextVar("article", default=None)
"""Whose calls are made; set by who briefs an article."""


class Remembering(httpx2.AsyncBaseTransport):
    """Answers from the journal what was answered before; else lets the call go on, and keeps what comes."""

    def __init__(self, inner: httpx2.AsyncBaseTransport, journal: Journal) -> None:
        self._inner = inner
        self._journal = journal

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """As httpx2 has it."""
        calls = ARTICLE.get()
        if calls is None or request.method != "POST":
            return await self._inner.handle_async_request(request)
        key = calls.key_of(request, await request.aread())
        known = self._journal.answer(calls.sha256, key)
        if known is not None:
            return httpx2.Response(OK, headers=known[0], stream=httpx2.ByteStream(known[1]), request=request)
        response = await self._inner.handle_async_request(request)
        if response.status_code == OK and isinstance(response.stream, httpx2.AsyncByteStream):
            response.stream = _Kept(response, calls.sha256, key, self._journal)
        return response

    async def aclose(self) -> None:
        """As httpx2 has it."""
        await self._inner.aclose()


class _Kept(httpx2.AsyncByteStream):
    """A body that is kept once it was read to its end."""

    def __init__(self, response: httpx2.Response, sha256: str, key: str, journal: Journal) -> None:
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        self._stream = response.stream
        self._headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
        self._sha256, self._key, self._journal = sha256, key, journal

    async def __aiter__(self) -> AsyncIterator[bytes]:
        parts = []
        async for part in self._stream:
            parts.append(part)
            yield part
        self._journal.remember(self._sha256, self._key, self._headers, b"".join(parts))

    async def aclose(self) -> None:
        await self._stream.aclose()
