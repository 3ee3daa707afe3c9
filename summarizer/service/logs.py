"""Structured logs: one JSON object a line on the standard error, without a word of any article or key."""

from __future__ import annotations

import datetime as dt
import json
import logging
import re
import sys
import traceback
from dataclasses import dataclass
from pathlib import PurePath

from starlette.types import Scope

LOGGER = "summarizer.service"
_TRACEPARENT = re.compile(r"[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(?:-.*)?")


@dataclass(frozen=True)
class TraceContext:
    """What W3C's `traceparent` header says."""

    trace_id: str
    parent_id: str


def trace_context(header: str) -> TraceContext | None:
    """The trace that a request belongs to; `None` where the header is absent or not W3C's."""
    found = _TRACEPARENT.fullmatch(header.strip())
    return TraceContext(found[1], found[2]) if found and not header.startswith("ff") else None


class JsonFormatter(logging.Formatter):
    """A record as one line of JSON; `record.fields` are its own fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The line. An exception is told by its class and where it was raised, never by its message."""
        fields: dict[str, object] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            fields |= _whereabouts(record.exc_info[1])
        return json.dumps(fields, ensure_ascii=False)


def _whereabouts(error: BaseException) -> dict[str, object]:
    frames = traceback.extract_tb(error.__traceback__)[-5:]
    places = [f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": type(error).__name__, "at": places}


def set_up_logs() -> None:
    """Send this service's logs, and the server's, to the standard error as JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    for name in (LOGGER, "uvicorn", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], False
        logger.setLevel(logging.INFO)
    logging.getLogger(LOGGER).addHandler(handler)
    logging.getLogger("uvicorn").addHandler(handler)
    logging.getLogger("uvicorn.error").propagate = True
    logging.getLogger("uvicorn.access").disabled = True


class RequestLog:
    """The lines that tell of requests."""

    def __init__(self) -> None:
        self._logger = logging.getLogger(LOGGER)

    def request(
        self, request_id: str, trace: TraceContext | None, scope: Scope, route: str, status: int, seconds: float
    ) -> None:
        """One line for an answered request. Health checks that went well are left out."""
        if route in ("/healthz", "/readyz", "/metrics") and status == 200:
            return
        fields: dict[str, object] = {
            "request_id": request_id,
            "method": scope["method"],
            "route": route,
            "status": status,
            "seconds": round(seconds, 4),
            **scope.get("state", {}).get("log", {}),
        }
        if trace is not None:
            fields |= {"trace_id": trace.trace_id, "parent_id": trace.parent_id}
        self._logger.info("request", extra={"fields": fields})

    def defect(self, error: Exception, request_id: str) -> None:
        """One line for an error that should not be: its class and place."""
        self._logger.error(
            "defect", extra={"fields": {"request_id": request_id}}, exc_info=(type(error), error, error.__traceback__)
        )
