"""Clients that load a service: raw HTTP on kept connections, so that they cost next to nothing themselves."""

from __future__ import annotations

import asyncio
import json
import statistics
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from tests.invented import TEXT

Call = Callable[[int], Awaitable[int]]
"""Makes the call of this number and tells its status."""


@dataclass
class Load:
    """What a load brought."""

    seconds: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    took: list[float] = field(default_factory=list)
    """Seconds of each call."""

    @property
    def rate(self) -> float:
        """Good answers a second."""
        return self.statuses[200] / self.seconds

    def at(self, share: float) -> float:
        """The seconds within which this share of the calls was answered."""
        ordered = sorted(self.took)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    @property
    def median(self) -> float:
        """Seconds of the call in the middle."""
        return statistics.median(self.took)


def request_body(number: int) -> bytes:
    """A request to brief an article that no other request has."""
    text = f"{TEXT}\n\nRow {number} was long."
    return json.dumps({"text": text, "published": "2030-05-12", "language": "en"}).encode()


async def run_load(clients: int, calls: int, call: Call) -> Load:
    """`calls` calls by `clients` at once, each as soon as its last one is answered."""
    load, numbers = Load(), iter(range(calls))

    async def client() -> None:
        for number in numbers:
            began = time.monotonic()
            status = await call(number)
            load.took.append(time.monotonic() - began)
            load.statuses[status] += 1

    began = time.monotonic()
    await asyncio.gather(*(client() for _ in range(clients)))
    load.seconds = time.monotonic() - began
    return load


class Lines:
    """Kept connections to one address: as many as calls are under way."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._free: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def post(self, path: str, body: bytes) -> tuple[int, bytes]:
        """Status and body of the answer; a status of 0 is a connection that broke."""
        head = (
            f"POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n"
            f"content-length: {len(body)}\r\n\r\n"
        )
        try:
            line = self._free.pop() if self._free else await asyncio.open_connection("127.0.0.1", self._port)
            reader, writer = line
            writer.write(head.encode() + body)
            status, answer, keep = await _read(reader)
        except (OSError, asyncio.IncompleteReadError):
            return 0, b""
        if keep:
            self._free.append(line)
        else:
            writer.close()
        return status, answer

    def close(self) -> None:
        """Close every connection."""
        for _, writer in self._free:
            writer.close()
        self._free.clear()


async def _read(reader: asyncio.StreamReader) -> tuple[int, bytes, bool]:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    status = int(head.split(b" ", 2)[1])
    at = head.find(b"content-length:")
    length = int(head[at + 15 :].split(b"\r\n")[0]) if at >= 0 else 0
    return status, await reader.readexactly(length), b"connection: close" not in head


def through_service(lines: Lines, first: int = 0) -> Call:
    """Briefings through the service, each of another article."""

    async def call(number: int) -> int:
        status, _ = await lines.post("/v1/briefings", request_body(first + number))
        return status

    return call
