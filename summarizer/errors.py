"""The one error tree. Each error says what happened, where, and what the user can do.

SummarizerError
├── ArticleError                 a source could not be read as an article
│   ├── SourceNotFoundError      no such file
│   ├── EmptyArticleError        no text, or no sentence in it
│   └── UnreadableSourceError    binary, wrong encoding, HTML without an article, PDF without text
├── SettingsError                a setting or an argument that cannot be used
│   └── UnknownModelError        no such model, or its extra is not installed
├── WeightsError                 the embedded model's weights
│   ├── WeightsUnavailableError  not there, and no mirror could be reached
│   └── WeightsCorruptError      size or SHA-256 differ from the published ones
├── ModelError                   a model endpoint failed
│   ├── AuthenticationError      the key is missing or was refused
│   ├── ModelUnavailableError    not reachable, overloaded, or broken on its side
│   ├── RateLimitedError         too many requests, or the quota is used up
│   ├── ModelRefusedError        the model declined to answer
│   ├── AnswerInvalidError       the answer does not fit the question's schema
│   ├── AnswerTruncatedError     the answer was cut at the length limit
│   ├── ContextExceededError     the question is longer than the model can read
│   ├── DeadlineExceededError    the time allowed was used up
│   └── BudgetExceededError      the tokens or the money allowed would not suffice
├── BriefingFormatError          JSON that is not a briefing
└── DossierFormatError           JSON that is not a dossier
"""

from __future__ import annotations

from typing import Any


class SummarizerError(Exception):
    """The root of all errors raised on purpose.

    `message` says what happened and where, `hint` what the user can do, `code` is a stable name for
    programs, `exit_code` is what the shell ends with. Where a model was asked, `provider` names its endpoint,
    `status_code` and `request_id` are what that answered with, `retryable` tells whether the same may succeed later,
    and `attempts` are the calls made up to then, as `briefing.provenance.attempts` has them.
    """

    code: str = "error"
    exit_code: int = 1
    provider: str | None = None
    status_code: int | None = None
    request_id: str | None = None
    retryable: bool = False

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.attempts: tuple[Any, ...] = ()

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message


class ArticleError(SummarizerError):
    """A source could not be read as an article."""

    code = "article"
    exit_code = 3


class SourceNotFoundError(ArticleError):
    """The named file does not exist or may not be read."""

    code = "source_not_found"


class EmptyArticleError(ArticleError):
    """The source holds no text, or no sentence."""

    code = "empty_article"


class UnreadableSourceError(ArticleError):
    """The source is binary, wrongly encoded, or holds no article."""

    code = "unreadable_source"


class SettingsError(SummarizerError):
    """A setting or an argument cannot be used."""

    code = "settings"
    exit_code = 2


class UnknownModelError(SettingsError):
    """No such model, or the extra that it needs is not installed."""

    code = "unknown_model"


class WeightsError(SummarizerError):
    """The embedded model's weights are not usable."""

    code = "weights"
    exit_code = 5


class WeightsUnavailableError(WeightsError):
    """The weights are not on this machine, and no mirror could be reached."""

    code = "weights_unavailable"


class WeightsCorruptError(WeightsError):
    """The weights' size or SHA-256 differ from the published ones."""

    code = "weights_corrupt"


class ModelError(SummarizerError):
    """A model endpoint failed."""

    code = "model"
    exit_code = 4

    def __init__(
        self,
        message: str,
        *,
        hint: str | None = None,
        provider: str | None = None,
        status_code: int | None = None,
        request_id: str | None = None,
        retryable: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, hint=hint)
        self.provider = provider
        self.status_code = status_code
        self.request_id = request_id
        self.retryable = retryable
        self.retry_after = retry_after
        """Seconds that the endpoint asked to wait, where it did."""


class AuthenticationError(ModelError):
    """The key is missing or was refused."""

    code = "authentication"


class ModelUnavailableError(ModelError):
    """The endpoint cannot be reached, is overloaded, or failed on its side."""

    code = "model_unavailable"


class EndpointAwayError(ModelUnavailableError):
    """The endpoint was away for longer than a batch waits for it."""

    code = "endpoint_away"


class RateLimitedError(ModelError):
    """Too many requests, or the quota is used up."""

    code = "rate_limited"


class ModelRefusedError(ModelError):
    """The model declined to answer, or its provider filtered the answer."""

    code = "model_refused"


class AnswerInvalidError(ModelError):
    """The answer does not fit the question's schema."""

    code = "answer_invalid"
    reason: str | None = None
    """What is wrong with it, in few words, where that is known."""


class AnswerTruncatedError(ModelError):
    """The answer was cut at the length limit."""

    code = "answer_truncated"


class ContextExceededError(ModelError):
    """The question, with room for its answer, is longer than the model can read."""

    code = "context_exceeded"


class DeadlineExceededError(ModelError):
    """The time allowed for the briefing was used up."""

    code = "deadline_exceeded"


class BudgetExceededError(ModelError):
    """The tokens or the money allowed for the briefing would not suffice for the next question."""

    code = "budget_exceeded"


class BriefingFormatError(SummarizerError):
    """A text is not a briefing in the published format."""

    code = "briefing_format"
    exit_code = 3


class DossierFormatError(SummarizerError):
    """A text is not a dossier in the published format."""

    code = "dossier_format"
    exit_code = 3
