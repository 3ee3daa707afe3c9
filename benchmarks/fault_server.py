"""A model server that fails often, in many ways, and counts what it answered.

Run as a process of its own: `python -m benchmarks.fault_server PORT SHARE SEED`. `GET /counts` tells, for each article
(by the number in its last line), how many calls came and how many tokens were told with answers that were sent whole.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import sys
from typing import Any, ClassVar, cast

from benchmarks.service_model import ANSWER
from tests.invented import DRAFT

TOKENS = (1000, 400)
"""Tokens read and written that each answer tells."""
WHOLE = json.dumps(DRAFT.model_dump(mode="json"), ensure_ascii=False)
MARK = re.compile(rb"Row (\d+) was long")


def _http(status: int, body: bytes, *headers: str) -> bytes:
    head = "\r\n".join((f"HTTP/1.1 {status} X", f"content-length: {len(body)}", *headers))
    return f"{head}\r\n\r\n".encode() + body


def _answered(content: str | None, *, finish: str = "stop", refusal: str | None = None) -> bytes:
    message = {"role": "assistant", "content": content, "refusal": refusal}
    body: dict[str, Any] = {
        "id": "x", "object": "chat.completion", "created": 1, "model": "faults",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": TOKENS[0], "completion_tokens": TOKENS[1], "total_tokens": sum(TOKENS)},
    }  # fmt: skip
    return _http(200, json.dumps(body).encode(), "content-type: application/json")


_JSON = "content-type: application/json"
FAULTS: dict[str, tuple[bytes, bool]] = {
    "429": (_http(429, b"{}", _JSON, "retry-after: 0"), False),
    "500": (_http(500, b"{}", _JSON, "retry-after: 0"), False),
    "503": (_http(503, b"{}", _JSON, "retry-after: 0"), False),
    "529": (_http(529, b"{}", _JSON, "retry-after: 0"), False),
    "web page": (_http(200, b"<p>Please log in.</p>", "content-type: text/html"), False),
    "empty": (_http(200, b"", _JSON), False),
    "redirect": (_http(307, b"", "location: http://127.0.0.1:9/v1/chat/completions"), False),
    "prose": (_answered("Herring is a fish."), True),
    "prose around": (_answered(f"Here it is: {WHOLE} Good luck!"), True),
    "fence": (_answered(f"```json\n{WHOLE}\n```"), True),
    "twice": (_answered(f"{WHOLE}\n{WHOLE}"), True),
    "wrong types": (_answered('{"talks": 5}'), True),
    "declined": (_answered(None, refusal="No."), True),
    "filtered": (_answered("", finish="content_filter"), True),
    "cut": (_answered(WHOLE[:200], finish="length"), True),
    "breaks off": (ANSWER[: len(ANSWER) // 2], False),
    "reset": (b"", False),
    "stalls": (b"", False),
}
"""Fault → what is sent, and whether it tells tokens."""
CLOSING = ("breaks off", "reset")


class _Line(asyncio.Protocol):
    counts: ClassVar[dict[str, list[int]]] = {}

    def __init__(self, share: float, chance: random.Random) -> None:
        self._share, self._chance, self._buffer = share, chance, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, found, rest = self._buffer.partition(b"\r\n\r\n")
        if not found:
            return
        length = re.search(rb"content-length: *(\d+)", head, re.IGNORECASE)
        size = int(length[1]) if length else 0
        if len(rest) < size:
            return
        body, self._buffer = rest[:size], rest[size:]
        if head.startswith(b"GET"):
            self._transport.write(_http(200, json.dumps(_Line.counts).encode()))
        else:
            self._answer(body)

    def _answer(self, body: bytes) -> None:
        found = MARK.search(body)
        count = _Line.counts.setdefault(found[1].decode() if found else "?", [0, 0, 0])
        count[0] += 1
        name = self._chance.choice(list(FAULTS)) if self._chance.random() < self._share else ""
        if name == "stalls" and self._chance.random() > 0.1:
            # Each costs a whole deadline, so they are rarer than the others.
            name = "500"
        sent, tells = FAULTS.get(name, (ANSWER, True))
        if tells:
            count[1] += TOKENS[0]
            count[2] += TOKENS[1]
        if sent:
            self._transport.write(sent)
        if name in CLOSING:
            self._transport.abort() if name == "reset" else self._transport.close()


async def _serve(port: int, share: float, seed: int) -> None:
    chance = random.Random(seed)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Line(share, chance), "127.0.0.1", port, backlog=2048)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])))
