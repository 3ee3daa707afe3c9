"""Further faults of a model's endpoint, each a reply for `ScriptedModel`."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import ssl
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from email.utils import format_datetime
from pathlib import Path
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


def packed(body: bytes) -> Reply:
    """A success whose body is packed by gzip: few bytes that may become many."""
    return Reply(200, {"Content-Type": "application/json", "Content-Encoding": "gzip"}, gzip.compress(body))


def self_signed(folder: Path) -> ssl.SSLContext:
    """The TLS of an endpoint that nobody vouches for: `ScriptedModel(script, tls=self_signed(folder))`."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    files = ["-keyout", str(key), "-out", str(certificate), "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*command, *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def redirect(address: str) -> Reply:
    """The endpoint says that it is somewhere else."""
    return Reply(307, {"Location": address}, b"")
