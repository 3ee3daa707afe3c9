"""An answer without end is not read to its end."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator

import httpx2
import pytest

from summarizer.llm.bounded import MOST_BYTES, MOST_PACKED, bound
from summarizer.llm.failures import TooLargeError

PART = b" " * 10_000


class Endless(httpx2.AsyncByteStream):
    """A body that goes on as long as somebody reads it."""

    def __init__(self) -> None:
        self.sent = 0
        self.closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            self.sent += len(PART)
            yield PART

    async def aclose(self) -> None:
        self.closed = True


class Whole(httpx2.AsyncByteStream):
    """A body that arrives in parts, and ends."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for at in range(0, len(self._body), len(PART)):
            yield self._body[at : at + len(PART)]


async def get(body: httpx2.AsyncByteStream, **headers: str) -> bytes:
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, headers=headers, stream=body))
    async with httpx2.AsyncClient(transport=transport, event_hooks={"response": [bound]}) as client:
        return (await client.get("http://model.example/")).content


async def test_an_endless_body_is_left_at_the_bound() -> None:
    body = Endless()
    with pytest.raises(TooLargeError):
        await get(body)
    assert body.sent <= MOST_BYTES + len(PART)
    assert body.closed


async def test_a_body_of_just_the_most_is_read() -> None:
    assert len(await get(Whole(bytes(MOST_BYTES)))) == MOST_BYTES
    with pytest.raises(TooLargeError):
        await get(Whole(bytes(MOST_BYTES + 1)))


async def test_a_small_body_that_becomes_large_is_refused_before_it_does() -> None:
    bomb = gzip.compress(bytes(100_000_000))
    assert MOST_PACKED < len(bomb) < MOST_BYTES
    with pytest.raises(TooLargeError):
        await get(Whole(bomb), **{"Content-Encoding": "gzip"})


async def test_what_is_packed_as_answers_are_is_unpacked() -> None:
    assert await get(Whole(gzip.compress(b"well")), **{"Content-Encoding": "gzip"}) == b"well"
