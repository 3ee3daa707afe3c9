"""Structured logs: one JSON object a line on the standard error, without a word of any article or key.

What other packages say may hold anything, so of it only who spoke, where and about which kind of error is told.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import PurePath
from typing import TextIO

LOGGER = "summarizer.service"
_OUR_WORDS = (LOGGER, "uvicorn")
"""Loggers whose words hold nothing of a request."""
_TRACEPARENT = re.compile(r"([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.*)?")
_about: ContextVar[Mapping[str, str]] = ContextVar("about", default={})  # noqa: B039 - never changed in place


@dataclass(frozen=True)
class TraceContext:
    """What W3C's `traceparent` header says."""

    trace_id: str
    parent_id: str


def trace_context(header: str) -> TraceContext | None:
    """The trace that a request belongs to; `None` where the header is absent or not W3C's."""
    found = _TRACEPARENT.fullmatch(header)
    # Later versions may say more behind it; the first one may not, and ff is none.
    if found is None or found[1] == "ff" or (found[1] == "00" and found[4]):
        return None
    return TraceContext(found[2], found[3])


@contextmanager
def logging_about(fields: Mapping[str, str]) -> Iterator[None]:
    """Put these fields into each line of this context, and of the tasks that are begun in it."""
    token = _about.set(fields)
    try:
        yield
    finally:
        _about.reset(token)


class JsonFormatter(logging.Formatter):
    """A record as one line of JSON; `record.fields` are its own fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The line. An exception is told by its class and where it was raised, never by its message."""
        fields: dict[str, object] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
        }
        if record.name.startswith(_OUR_WORDS):
            fields |= {**_words(record.getMessage()), **_about.get(), **getattr(record, "fields", {})}
        else:
            place = f"{PurePath(record.pathname).name}:{record.lineno} {record.funcName}"
            fields |= {"event": "a package complains", **_about.get(), "logger": record.name, "at": [place]}
        if record.exc_info and record.exc_info[1] is not None:
            fields |= _whereabouts(record.exc_info[1])
        return json.dumps(fields, ensure_ascii=False)


def _words(message: str) -> dict[str, object]:
    """A message as it is; of a traceback that the server was handed when the service could not start, its end."""
    if not message.startswith("Traceback "):
        return {"event": message}
    kind, _, words = message.strip().rpartition("\n")[2].partition(": ")
    told: dict[str, object] = {"event": "the service did not start or end well", "error": kind.rpartition(".")[2]}
    return told | ({"detail": words} if kind.startswith("summarizer.errors.") else {})


def _whereabouts(error: BaseException) -> dict[str, object]:
    frames = traceback.extract_tb(error.__traceback__)[-5:]
    places = [f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": type(error).__name__, "at": places}


class _StandardError(logging.StreamHandler[TextIO]):
    """Writes to the standard error of the moment, which may be another one later."""

    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stderr
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Nothing: where the standard error is gone, nobody is left to be told."""


def set_up_logs() -> None:
    """Send the logs of this process to the standard error as JSON: ours, the server's, and what packages warn of."""
    handler = _StandardError()
    handler.setFormatter(JsonFormatter())
    for name in (LOGGER, "uvicorn", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], False
        logger.setLevel(logging.INFO)
    logging.getLogger(LOGGER).addHandler(handler)
    logging.getLogger("uvicorn").addHandler(handler)
    logging.getLogger("uvicorn.error").propagate = True
    logging.getLogger("uvicorn.access").disabled = True
    root = logging.getLogger()
    root.handlers = [other for other in root.handlers if not isinstance(other, _StandardError)]
    root.addHandler(handler)


QUIET = frozenset({"/healthz", "/readyz", "/metrics"})
"""Asked all the time by machines: a line where one fails, and no span."""


class RequestLog:
    """The lines that tell of requests; under which id is told by `logging_about`."""

    def __init__(self) -> None:
        self._logger = logging.getLogger(LOGGER)

    def request(self, method: str, route: str, status: int, seconds: float, more: Mapping[str, str]) -> None:
        """One line for an answered request. Health checks that went well are left out."""
        if route in QUIET and status == 200:
            return
        fields = {"method": method, "route": route, "status": status, "seconds": round(seconds, 4), **more}
        self._logger.info("request", extra={"fields": fields})

    def defect(self, error: Exception) -> None:
        """One line for an error that should not be: its class and place."""
        self._logger.error("defect", exc_info=(type(error), error, error.__traceback__))
