"""A model server for load: answers every call with one draft after a set time, at next to no cost.

Run as a process of its own: `python -m benchmarks.service_model PORT SECONDS`. The scripted server of the tests has a
thread a call, which would be measured along.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import cast

from tests.invented import DRAFT

_TEXT = json.dumps(DRAFT.model_dump(mode="json"), ensure_ascii=False)
_BODY = json.dumps(
    {
        "id": "chatcmpl-load",
        "object": "chat.completion",
        "created": 1_900_000_000,
        "model": "load",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": _TEXT}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 400, "total_tokens": 1400},
    }
).encode()
_HEAD = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(_BODY)}\r\n\r\n".encode()
ANSWER = _HEAD + _BODY


class _Line(asyncio.Protocol):
    """One connection: reads whole requests by their length, answers each after a while."""

    last = b"{}"

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are none of asyncio's classes.
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while b"\r\n\r\n" in self._buffer:
            head, _, rest = self._buffer.partition(b"\r\n\r\n")
            lower = head.lower()
            at = lower.find(b"content-length:")
            length = int(lower[at + 15 :].split(b"\r\n")[0]) if at >= 0 else 0
            if len(rest) < length:
                return
            body, self._buffer = rest[:length], rest[length:]
            if head.startswith(b"GET"):
                # What was asked last, so that others can ask the very same.
                told = b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%b" % (len(_Line.last), _Line.last)
                self._transport.write(told)
                continue
            _Line.last = body
            asyncio.get_running_loop().call_later(self._seconds, self._answer)

    def _answer(self) -> None:
        if not self._transport.is_closing():
            self._transport.write(ANSWER)


async def _serve(port: int, seconds: float) -> None:
    server = await asyncio.get_running_loop().create_server(lambda: _Line(seconds), "127.0.0.1", port, backlog=2048)
    await server.serve_forever()


if __name__ == "__main__":
    import uvloop

    uvloop.run(_serve(int(sys.argv[1]), float(sys.argv[2])))
