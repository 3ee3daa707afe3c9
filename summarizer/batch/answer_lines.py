"""The lines of a batch's files: a call as it goes out, and what is told of it."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, ValidationError

from summarizer.batch.batch_api import ENDPOINT
from summarizer.batch.uploads import Told

BAD_GATEWAY, LEAST, MOST = 502, 200, 599


def _error(status: int, kind: str, message: str) -> Told:
    return Told(status, json.dumps({"error": {"message": message, "type": kind, "code": kind}}).encode())


EXPIRED = _error(503, "batch_expired", "The batch ended without an answer to this call.")
"""What a call is told that its batch did not come to; it may be tried again."""
FREED = _error(400, "batch_failed", "The batch failed.")
"""What calls are told that wait for nothing any more; none is tried again."""


class _Response(BaseModel):
    status_code: int
    body: Any = None


class _Line(BaseModel):
    custom_id: str
    response: _Response | None = None


def line_of(name: str, body: bytes) -> bytes:
    """The line of a call, with what the provider is to know it by."""
    call = {"custom_id": name, "method": "POST", "url": ENDPOINT, "body": json.loads(body)}
    return json.dumps(call, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def answer_in(line: bytes) -> tuple[str, Told] | None:
    """Which call a line is about, and what it was answered; `None` where it was not, or nothing can be read."""
    try:
        read = _Line.model_validate(json.loads(line))
    except (ValueError, ValidationError, RecursionError):
        return None
    if read.response is None:
        return None
    status = read.response.status_code
    # In ASCII, for a model may write half a surrogate, which nothing can write down again.
    body = json.dumps(read.response.body).encode()
    return read.custom_id, Told(status if LEAST <= status <= MOST else BAD_GATEWAY, body)
