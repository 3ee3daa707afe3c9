"""Errors as RFC 9457 problems: what happened, where in the request, and under which id the log has it.

A problem holds no text of an article, no key and no traceback: it is made of our own words alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from summarizer.errors import (
    AnswerInvalidError,
    AnswerTruncatedError,
    ArticleError,
    BriefingFormatError,
    ContextExceededError,
    DeadlineExceededError,
    ModelError,
    ModelRefusedError,
    SettingsError,
    SummarizerError,
    WeightsError,
)

MEDIA_TYPE = "application/problem+json"
MOST_ERRORS = 20
"""Things wrong with a request that its problem tells: a request may hold hundreds of thousands."""
MOST_CHARACTERS = 500
"""Characters of a detail or a pointer: a client's own names in it may be as long as its request."""
TYPE_PREFIX = "urn:summarizer:problem:"
"""A URN, for a problem's type names what went wrong, and no address of ours has to stay up for that."""


class InvalidField(BaseModel):
    """One thing that is wrong with the request."""

    model_config = ConfigDict(frozen=True)

    pointer: str = Field(description="JSON Pointer to it in the request's body, or the name of a header.")
    detail: str = Field(description="What is wrong with it.")


class Problem(BaseModel):
    """An error by RFC 9457."""

    model_config = ConfigDict(frozen=True)

    type: str = Field(description="`urn:summarizer:problem:` and the code.")
    title: str = Field(description="The kind of problem, in few words; the same for each of its kind.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What happened this time, and what can be done.")
    code: str = Field(description="A stable name for programs.")
    request_id: str = Field(description="The id under which the log has the request.")
    errors: list[InvalidField] = Field(default=[], description="What is wrong with the request, where it is invalid.")


class ProblemError(Exception):
    """Raised where a request cannot be answered; the edge turns it into its problem."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        errors: Sequence[InvalidField] = (),
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.headers = dict(headers or {})
        self.errors = tuple(errors)


TITLES: Mapping[str, str] = {
    "answer_invalid": "The model's answer cannot be used",
    "answer_truncated": "The model's answer was cut",
    "article": "The article cannot be read",
    "article_too_long": "The article is too long",
    "authentication": "The model's provider refuses this service",
    "body_too_large": "The request is too large",
    "body_too_slow": "The request took too long to arrive",
    "briefing_format": "Not a briefing",
    "briefing_too_long": "The briefing is too long",
    "budget_exceeded": "The briefing would cost too much",
    "context_exceeded": "The article is longer than the model can read",
    "deadline_exceeded": "The time is over",
    "dossier_format": "Not a dossier",
    "dossier_too_large": "The dossier is too large",
    "draining": "The service is ending",
    "empty_article": "No text",
    "host_not_allowed": "Unknown host",
    "internal": "A defect of this service",
    "invalid_request": "The request is invalid",
    "key_required": "A key is needed",
    "malformed_body": "The body cannot be read",
    "method_not_allowed": "Method not allowed",
    "model": "The model failed",
    "model_not_allowed": "This model is not offered",
    "model_refused": "The model declined",
    "model_unavailable": "The model cannot be reached",
    "endpoint_away": "The model was away for too long",
    "not_acceptable": "No such form of answer",
    "not_found": "Nothing there",
    "not_modified": "You have this answer",
    "not_ready": "Not ready",
    "overloaded": "Too much at once",
    "rate_limited": "The model's provider asks to wait",
    "settings": "The service is set up wrongly",
    "too_many_requests": "Too many requests",
    "unknown_model": "The service is set up wrongly",
    "unreadable_source": "The article cannot be read",
    "unsupported_media_type": "No such kind of body",
    "weights": "The model's weights cannot be used",
    "weights_corrupt": "The model's weights cannot be used",
    "weights_unavailable": "The model's weights are not here",
}
"""Code → title. Each code that the service answers with stands here; a test says so."""

_STATUSES: Sequence[tuple[type[SummarizerError], int]] = (
    (ArticleError, 422),
    (BriefingFormatError, 422),
    (SettingsError, 500),
    (WeightsError, 503),
    (DeadlineExceededError, 504),
    (ContextExceededError, 422),
    (ModelRefusedError, 422),
    (AnswerInvalidError, 502),
    (AnswerTruncatedError, 502),
    (ModelError, 502),
)
"""Error → status, the first that fits. What the provider did is 502; what the article's length or words caused, 422."""


def problem_of(error: Exception) -> ProblemError:
    """The problem that an error is told as; a defect's own message, which may hold anything, is left out."""
    if isinstance(error, ProblemError):
        return error
    if isinstance(error, SummarizerError):
        status = next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)
        wait = getattr(error, "retry_after", None)
        headers = {"Retry-After": str(max(1, round(wait)))} if wait is not None else {}
        if getattr(error, "retryable", False) and status == 502:
            status, headers = 503, headers or {"Retry-After": "5"}
        return ProblemError(status, error.code, str(error), headers=headers)
    return ProblemError(500, "internal", "Something that should not happen did; the log has it under the request's id.")


def told(problem: ProblemError, request_id: str) -> Problem:
    """The body of a problem."""
    return Problem(
        type=f"{TYPE_PREFIX}{problem.code}",
        title=TITLES[problem.code],
        status=problem.status,
        detail=_short(problem.detail),
        code=problem.code,
        request_id=request_id,
        errors=list(problem.errors),
    )


def problem_response(problem: ProblemError, request_id: str) -> Response:
    """The answer that tells a problem."""
    return Response(
        told(problem, request_id).model_dump_json(),
        problem.status,
        headers={**problem.headers, "Cache-Control": "no-store"},
        media_type=MEDIA_TYPE,
    )


def invalid_fields(errors: Sequence[Mapping[str, Any]]) -> list[InvalidField]:
    """Pydantic's errors, the first of them, as JSON Pointers; values that were sent are left out."""
    return [
        InvalidField(
            pointer=_short("".join(f"/{_escaped(part)}" for part in error["loc"])),
            detail=_short(str(error["msg"]).removeprefix("Value error, ")),
        )
        for error in errors[:MOST_ERRORS]
    ]


def _escaped(part: object) -> str:
    return str(part)[:MOST_CHARACTERS].replace("~", "~0").replace("/", "~1")


def _short(words: str) -> str:
    """Words of bounded length in which nothing is left that no JSON can hold, such as half of a surrogate pair."""
    cut = words if len(words) <= MOST_CHARACTERS else f"{words[: MOST_CHARACTERS - 1]}…"
    return cut.encode(errors="replace").decode()
