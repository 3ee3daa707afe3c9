"""The one boundary where errors of openai, instructor and providers' clients become ours.

Messages of those libraries can hold the request, and so the article and the key: only the status, the
request id and the endpoint's own short message pass.
"""

from __future__ import annotations

import datetime as dt
import re
import ssl
from email.utils import parsedate_to_datetime
from typing import Any

from pydantic import ValidationError

from summarizer.errors import (
    AnswerInvalidError,
    AnswerTruncatedError,
    AuthenticationError,
    ContextExceededError,
    DeadlineExceededError,
    ModelError,
    ModelRefusedError,
    ModelUnavailableError,
    RateLimitedError,
    SummarizerError,
    UnknownModelError,
)

_RETRYABLE = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_DEEPEST = 5
"""Errors within errors that are looked through."""
_MOST_REASONS, _LONGEST_REASON = 3, 120
"""Objections to an answer that are told, and the characters of one."""
_SETTLED = frozenset(
    {"HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE", "UNSUPPORTED_PROTOCOL", "WRONG_VERSION_NUMBER"}
)
"""What OpenSSL's versions say of an endpoint that speaks no TLS: at the next call it is the same."""
_REQUEST_ID = re.compile(r"[!-~]{1,200}")
_TOO_LONG = re.compile(
    r"context[ _]length|context[ _](?:size|window)|exceed_context|prompt is too long|request_too_large"
    r"|input token count|maximum number of tokens|too many (?:input )?tokens",
    re.IGNORECASE,
)
"""How OpenAI, vLLM, llama.cpp, Anthropic, Google and their like say that a question is more than the model reads."""


class TooLargeError(Exception):
    """The body of an answer is larger than any that is read."""


def as_model_error(error: Exception, *, provider: str, model: str) -> SummarizerError:
    """Our error for whatever a client raised. Errors that are ours already pass unchanged."""
    from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException

    if isinstance(error, SummarizerError):
        return error
    if isinstance(error, IncompleteOutputException):
        return AnswerTruncatedError(
            f"{model} cut its answer at the length limit.", hint="Ask about a shorter text.", provider=provider
        )
    if _declined(getattr(error, "last_completion", None)):
        return ModelRefusedError(
            f"{model} declined to answer, or {provider} filtered its answer.",
            hint="Use another --model.", provider=provider,
        )  # fmt: skip
    if isinstance(error, InstructorRetryException):
        inner = error.__cause__
        # With a failed attempt the endpoint did answer, and instructor itself stumbles over odd answers.
        if error.failed_attempts or isinstance(inner, LookupError | AttributeError) or not isinstance(inner, Exception):
            return _invalid(provider, model, _reason(error))
        return as_model_error(inner, provider=provider, model=model)
    status = getattr(error, "status_code", None)
    if isinstance(status, int) and status >= 300:
        return _of_status(error, status, provider=provider, model=model)
    return _without_status(error, provider=provider, model=model)


def _without_status(error: Exception, *, provider: str, model: str) -> SummarizerError:
    """Errors of a call that brought no answer, or none that a client could read."""
    name = type(error).__name__
    if isinstance(error, TimeoutError):
        return DeadlineExceededError(
            f"{model} did not answer in the time allowed.",
            hint="Allow more time (--timeout, timeout=).",
            provider=provider,
        )
    if name == "APITimeoutError":
        return ModelUnavailableError(
            f"{model} did not answer in time.", hint="Try again, or allow more time (--timeout, timeout=).",
            provider=provider, retryable=True,
        )  # fmt: skip
    if name == "APIConnectionError":
        return _of_connection(error, provider=provider, model=model)
    if name == "APIResponseValidationError" or isinstance(error, ValueError | RecursionError):
        return _invalid(provider, model, _reason(error))
    return ModelUnavailableError(
        f"{model} failed in an unforeseen way ({name}).", hint="Try again, or use another --model.", provider=provider
    )


def _of_connection(error: Exception, *, provider: str, model: str) -> SummarizerError:
    """What was in the way of an answer: its size, its packing, TLS, or nobody there."""
    cause: BaseException | None = error
    for _ in range(_DEEPEST):
        if isinstance(cause, TooLargeError):
            return AnswerInvalidError(
                f"The answer of {model} is larger than any that is read.",
                hint="Try again, or use another --model.", provider=provider, retryable=True,
            )  # fmt: skip
        if type(cause).__name__ == "DecodingError":
            return _invalid(provider, model, None)
        if isinstance(cause, ssl.SSLError) and not isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return _of_tls(cause, provider)
        cause = cause and (cause.__cause__ or cause.__context__)
    return ModelUnavailableError(
        f"{provider} cannot be reached.", hint="Check the network and the address (--base-url).",
        provider=provider, retryable=True,
    )  # fmt: skip


def _of_tls(error: ssl.SSLError, provider: str) -> ModelUnavailableError:
    untrusted = isinstance(error, ssl.SSLCertVerificationError)
    return ModelUnavailableError(
        f"{provider} cannot be reached over TLS: "
        + ("its certificate is not trusted." if untrusted else "it does not speak TLS as expected."),
        hint="Check the address (--base-url), and that this machine trusts the certificate."
        if untrusted
        else "Check whether the address (--base-url) begins with https:// or http://.",
        provider=provider,
        retryable=not untrusted and getattr(error, "reason", None) not in _SETTLED,
    )


def _invalid(provider: str, model: str, reason: str | None) -> AnswerInvalidError:
    error = AnswerInvalidError(
        f"The answer of {model} does not fit the question's schema.",
        hint="Try again, or use a model that honours JSON schemas.", provider=provider, retryable=True,
    )  # fmt: skip
    error.reason = reason
    return error


def _reason(error: BaseException | None) -> str | None:
    """What pydantic objected to in an answer: places and rules, and none of the answer's own words."""
    for _ in range(_DEEPEST):
        if error is None:
            return None
        if isinstance(error, ValidationError):
            found = error.errors(include_url=False, include_input=False, include_context=False)
            return "; ".join(f"{_place(one)}: {one['msg']}"[:_LONGEST_REASON] for one in found[:_MOST_REASONS])
        failed = getattr(error, "failed_attempts", None)
        error = failed[-1].exception if failed else error.__cause__
    return None


def _place(objection: Any) -> str:
    """Where in the answer; the name of a field that is none of the schema's may be words of the article."""
    known = objection["loc"][:-1] if objection["type"] == "extra_forbidden" else objection["loc"]
    return ".".join(map(str, known)) or "the answer"


def refused_parameter(error: Exception) -> str | None:
    """The request's parameter that an endpoint says it does not take (HTTP 400 with `param`), where it says so."""
    inner = error.__cause__ if isinstance(error.__cause__, Exception) else error
    body = getattr(inner, "body", None)
    if getattr(inner, "status_code", None) != 400 or not isinstance(body, dict):
        return None
    detail = body.get("error", body)
    named = detail.get("param") if isinstance(detail, dict) else None
    return named if isinstance(named, str) else None


def _is_too_long(error: Exception) -> bool:
    """Whether the endpoint says that the model's context is too small, in its error's code, kind or message."""
    body = getattr(error, "body", None)
    detail = body.get("error", body) if isinstance(body, dict) else body
    told = [detail.get(name) for name in ("code", "type", "message")] if isinstance(detail, dict) else [detail]
    return any(isinstance(words, str) and _TOO_LONG.search(words) for words in told)


def _of_status(error: Exception, status: int, *, provider: str, model: str) -> SummarizerError:
    headers = getattr(getattr(error, "response", None), "headers", {})
    facts: dict[str, Any] = {
        "provider": provider,
        "status_code": status,
        "request_id": _request_id(getattr(error, "request_id", None)),
        "retryable": status in _RETRYABLE,
        "retry_after": _retry_after(headers.get("retry-after")),
    }
    if status < 400:
        points = "points to another address, which is not followed" if headers.get("location") else "sent no answer"
        return ModelError(f"{provider} {points} (HTTP {status}).", hint="Name the right address (--base-url).", **facts)
    if status in (401, 403):
        return AuthenticationError(
            f"{provider} refused the key (HTTP {status}).",
            hint=f"Check {provider.upper().replace('-', '_')}_API_KEY or SUMMARIZER_API_KEY.", **facts,
        )  # fmt: skip
    if status == 404:
        return UnknownModelError(
            f"{provider} knows no model {model!r} (HTTP 404).", hint="Check the name and --base-url."
        )
    if status in (400, 413, 422) and _is_too_long(error):
        return ContextExceededError(
            f"The question is longer than {model} can read (HTTP {status}).",
            hint="Use a model with a larger context.", **facts,
        )  # fmt: skip
    if status == 429:
        return RateLimitedError(
            f"{provider} allows no more requests for now (HTTP 429).", hint="Wait, or raise the quota.", **facts
        )
    if status >= 500 or status in _RETRYABLE:
        return ModelUnavailableError(
            f"{provider} failed on its side (HTTP {status}).", hint="Try again later, or use another --model.", **facts
        )
    return ModelError(f"{provider} refused the request (HTTP {status}).", hint="Check --model and --base-url.", **facts)


def _request_id(told: Any) -> str | None:
    """The request's id as the endpoint told it, where it looks like one: it ends up in logs and on terminals."""
    return told if isinstance(told, str) and _REQUEST_ID.fullmatch(told) else None


def _retry_after(value: str | None) -> float | None:
    """Seconds to wait, from a Retry-After field (RFC 9110, section 10.2.3: seconds or a date).

    `None` where it says nothing of use. Fractions of a second are not in the standard, but are sent.
    """
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        return _seconds_until(value)
    return seconds if 0 <= seconds < float("inf") else None


def _seconds_until(date: str) -> float | None:
    try:
        when = parsedate_to_datetime(date)
    except ValueError:
        return None
    # The standard's dates are in GMT; only an odd spelling of it leaves the zone out.
    when = when.replace(tzinfo=dt.UTC) if when.tzinfo is None else when
    return max(0.0, (when - dt.datetime.now(dt.UTC)).total_seconds())


def _declined(completion: Any) -> bool:
    """Whether the model declined, or its provider filtered the answer, as the failed answer itself tells."""
    choices = getattr(completion, "choices", None) or []
    if not choices:
        return False
    message = getattr(choices[0], "message", None)
    return bool(getattr(message, "refusal", None)) or getattr(choices[0], "finish_reason", None) == "content_filter"
