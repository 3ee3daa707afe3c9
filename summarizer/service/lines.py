"""HTTP/1.1 as uvicorn speaks it, with bounds on a request's head, which uvicorn's fast parser has none for."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST_HEAD = 65_536
"""Bytes of a request's line and headers, as uvicorn's other parser has them; some more may come in one piece."""
HEAD_SECONDS = 30.0
"""Seconds in which a request's head has to arrive, and in which a new connection has to say something."""


class BoundedProtocol(HttpToolsProtocol):
    """Refuses a head without end, and hangs up on one that does not come."""

    _head = 0
    _in_head = True
    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """A client came; the wait for its first request begins."""
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client went."""
        self._arrived()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Some bytes of a request."""
        if self._in_head:
            if self._head > MOST_HEAD:
                self.transport.close()
                return
            self._head += len(data)
            self._wait()
        super().data_received(data)

    def on_headers_complete(self) -> None:
        """The head is there; a body is bounded by `Edge`."""
        self._in_head = False
        self._arrived()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The body is there, too; what comes is the head of the next request."""
        self._in_head = True
        super().on_message_complete()

    def _wait(self) -> None:
        if self._late is None:
            self._late = self.loop.call_later(HEAD_SECONDS, self.transport.close)

    def _arrived(self) -> None:
        self._head = 0
        if self._late is not None:
            self._late.cancel()
            self._late = None
