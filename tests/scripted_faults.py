"""Further faults of a model's endpoint, each a reply for `ScriptedModel`."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace
from email.utils import format_datetime
from typing import Any

from tests.scripted_model import Answer, Reply, answer, as_reply, status

LARGE_BODY = 10_000_000
"""Bytes of an answer that is far too large."""


def at_a_date(seconds: float) -> Reply:
    """Too many requests, with a Retry-After that is a date so many seconds from now."""
    when = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=seconds)
    return status(429, **{"Retry-After": format_datetime(when, usegmt=True)})


def empty_success() -> Reply:
    """HTTP 200 without a body."""
    return Reply(200, {"Content-Type": "application/json"}, b"")


def web_page() -> Reply:
    """A gateway's own page instead of an answer."""
    return Reply(200, {"Content-Type": "text/html"}, b"<!doctype html><title>Welcome</title><p>Please log in.</p>")


def twice(content: Mapping[str, Any]) -> Reply:
    """The same JSON object two times, one behind the other."""
    text = json.dumps(content, ensure_ascii=False)
    return answer(f"{text}\n{text}")


def far_too_large() -> Reply:
    """An answer of 10 MB that is no JSON."""
    return answer("herring " * (LARGE_BODY // 8))


def with_usage(reply: Answer, usage: Any) -> Reply:
    """The same answer with another `usage`."""
    made = as_reply(reply)
    return replace(made, body=json.dumps({**json.loads(made.body), "usage": usage}).encode())


def redirect(address: str) -> Reply:
    """The endpoint says that it is somewhere else."""
    return Reply(307, {"Location": address}, b"")
