"""The one boundary where errors of openai, instructor and providers' clients become ours.

Messages of those libraries can hold the request, and so the article and the key: only the status, the
request id and the endpoint's own short message pass.
"""

from __future__ import annotations

import asyncio
from email.utils import parsedate_to_datetime
from typing import Any

from pydantic import ValidationError

from summarizer.errors import (
    AnswerInvalidError,
    AnswerTruncatedError,
    AuthenticationError,
    DeadlineExceededError,
    ModelError,
    ModelRefusedError,
    ModelUnavailableError,
    RateLimitedError,
    SummarizerError,
    UnknownModelError,
)

_RETRYABLE = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})


def as_model_error(error: Exception, *, provider: str, model: str) -> SummarizerError:
    """Our error for whatever a client raised. Errors that are ours already pass unchanged."""
    from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException, ResponseParsingError

    if isinstance(error, SummarizerError):
        return error
    if isinstance(error, IncompleteOutputException):
        return AnswerTruncatedError(
            f"{model} cut its answer at the length limit.", hint="Ask about a shorter text.", provider=provider
        )
    if isinstance(error, InstructorRetryException):
        inner = error.__cause__
        if isinstance(inner, Exception) and not isinstance(inner, InstructorRetryException):
            return as_model_error(inner, provider=provider, model=model)
    if isinstance(error, TimeoutError | asyncio.TimeoutError):
        return DeadlineExceededError(
            f"{model} did not answer in the time allowed.", hint="Allow more with timeout=.", provider=provider
        )
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return _of_status(error, status, provider=provider, model=model)
    name = type(error).__name__
    if name == "APITimeoutError":
        return ModelUnavailableError(
            f"{model} did not answer in time.", hint="Try again, or allow more with timeout=.",
            provider=provider, retryable=True,
        )  # fmt: skip
    if name == "APIConnectionError":
        return ModelUnavailableError(
            f"{provider} cannot be reached.", hint="Check the network and the address (--base-url).",
            provider=provider, retryable=True,
        )  # fmt: skip
    if name == "ContentFilterFinishReasonError":
        return ModelRefusedError(
            f"{provider} filtered the answer of {model}.", hint="Use another --model.", provider=provider
        )
    if isinstance(error, InstructorRetryException | ValidationError | ResponseParsingError | ValueError):
        refusal = _refusal_of(error)
        if refusal:
            return ModelRefusedError(f"{model} declined to answer.", hint="Use another --model.", provider=provider)
        return AnswerInvalidError(
            f"The answer of {model} does not fit the question's schema.",
            hint="Try again, or use a model that honours JSON schemas.", provider=provider, retryable=True,
        )  # fmt: skip
    return ModelUnavailableError(
        f"{model} failed in an unforeseen way ({name}).", hint="Try again, or use another --model.", provider=provider
    )


def _of_status(error: Exception, status: int, *, provider: str, model: str) -> SummarizerError:
    headers = getattr(getattr(error, "response", None), "headers", {})
    facts: dict[str, Any] = {
        "provider": provider,
        "status_code": status,
        "request_id": getattr(error, "request_id", None),
        "retryable": status in _RETRYABLE,
        "retry_after": _retry_after(headers.get("retry-after")),
    }
    if status in (401, 403):
        return AuthenticationError(
            f"{provider} refused the key (HTTP {status}).",
            hint=f"Check {provider.upper()}_API_KEY or SUMMARIZER_API_KEY.", **facts,
        )  # fmt: skip
    if status == 404:
        return UnknownModelError(
            f"{provider} knows no model {model!r} (HTTP 404).", hint="Check the name and --base-url."
        )
    if status == 429:
        return RateLimitedError(
            f"{provider} allows no more requests for now (HTTP 429).", hint="Wait, or raise the quota.", **facts
        )
    if status >= 500 or status in _RETRYABLE:
        return ModelUnavailableError(
            f"{provider} failed on its side (HTTP {status}).", hint="Try again later, or use another --model.", **facts
        )
    return ModelError(f"{provider} refused the request (HTTP {status}).", hint="Check --model and --base-url.", **facts)


def _retry_after(value: str | None) -> float | None:
    """Seconds to wait, from a Retry-After field (RFC 9110, section 10.2.3: seconds or a date)."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    from datetime import UTC, datetime

    return max(0.0, (when - datetime.now(UTC)).total_seconds())


def _refusal_of(error: Exception) -> str | None:
    """The words with which a model declined, where the failed answer carries them."""
    completion = getattr(error, "last_completion", None)
    choices = getattr(completion, "choices", None) or []
    message = getattr(choices[0], "message", None) if choices else None
    return getattr(message, "refusal", None)
