"""Errors as data, so that one that was raised in another process is the same here, whatever it held there."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from summarizer.briefing import Attempt
from summarizer.errors import SummarizerError

_DETAILS = ("provider", "status_code", "request_id", "retryable")


class Told(BaseModel):
    """What an error says."""

    code: str
    """Its class, by the stable name."""
    message: str
    """What happened."""
    hint: str | None = None
    """What can be done."""
    provider: str | None = None
    """Whose endpoint it was."""
    status_code: int | None = None
    """What that answered with."""
    request_id: str | None = None
    """Under which name it knows the request."""
    retryable: bool = False
    """Whether the same may succeed later."""
    attempts: tuple[Attempt, ...] = ()
    """The calls up to then."""


def told(error: SummarizerError) -> str:
    """The error as JSON."""
    details = {name: getattr(error, name) for name in _DETAILS}
    return Told(
        code=error.code, message=error.message, hint=error.hint, attempts=error.attempts, **details
    ).model_dump_json()


def error_of(data: str) -> SummarizerError:
    """The error that `told` made this JSON of."""
    read = Told.model_validate_json(data)
    kind = next((kind for kind in _kinds(SummarizerError) if kind.code == read.code), SummarizerError)
    error = kind(read.message, hint=read.hint)
    for name in _DETAILS:
        setattr(error, name, getattr(read, name))
    error.attempts = read.attempts
    return error


def _kinds(kind: type[SummarizerError]) -> Iterator[type[SummarizerError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _kinds(below)
