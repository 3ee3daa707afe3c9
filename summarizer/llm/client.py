"""Asks a model one question at a time, retries what can help, and keeps the ledger of attempts."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

from summarizer.briefing import Attempt
from summarizer.errors import (
    AnswerInvalidError,
    AnswerTruncatedError,
    ContextExceededError,
    DeadlineExceededError,
    ModelError,
    ModelRefusedError,
    SummarizerError,
)
from summarizer.llm.answer_classes import reader_of, schema_of
from summarizer.llm.endpoint import Connection, Endpoint
from summarizer.llm.failures import as_model_error, refused_parameter
from summarizer.llm.tracing import ANSWERED, attempt_span

if TYPE_CHECKING:
    from tenacity import RetryCallState

Answer = TypeVar("Answer", bound=BaseModel)
Sleep = Callable[[float], Awaitable[None]]

OF_ONE_QUESTION = (AnswerInvalidError, AnswerTruncatedError, ContextExceededError, ModelRefusedError)
"""Errors of one question: another may still be answered."""
FIRST_WAIT = 0.5
"""Seconds before the first retry; doubled with jitter for each further one."""
LONGEST_WAIT = 30.0
"""Seconds that a retry waits at most where the endpoint does not ask for more with Retry-After."""


@dataclass(frozen=True)
class Question(Generic[Answer]):
    """One question to a model."""

    purpose: str
    """Which question it is, for the ledger: `statement 7`."""
    system: str
    """What the model is to do; the same for all questions of a kind, so that its prefix is read once."""
    user: str
    """What it is asked about."""
    answer: type[Answer]
    """The class that the answer must fit."""
    max_tokens: int
    """Length limit of the answer, in tokens."""
    bounds: Mapping[str, Any] | None = None
    """The answer's JSON schema with bounds, for engines that build a grammar from it."""


@dataclass
class ModelClient:
    """An open model for one briefing: bounded concurrency, one deadline, one ledger."""

    endpoint: Endpoint
    connection: Connection
    timeout: float
    max_attempts: int = 3
    sleep: Sleep = asyncio.sleep
    clock: Callable[[], float] = time.monotonic
    attempts: list[Attempt] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._deadline = self.clock() + self.timeout
        self._slots = asyncio.Semaphore(self.endpoint.concurrency)
        self._given_up: SummarizerError | None = None
        # instructor logs failed answers, and so article text, at ERROR.
        logging.getLogger("instructor").setLevel(logging.CRITICAL)

    async def ask(self, question: Question[Answer]) -> Answer:
        """The model's answer.

        Raises a `ModelError` once retrying cannot help or `max_attempts` are used up, and
        `DeadlineExceededError` when the briefing's time is over. Once the endpoint itself failed (a wrong key,
        nobody there), questions that wait are not sent any more: they raise the same error.
        """
        from tenacity import AsyncRetrying, retry_if_exception, wait_exponential_jitter

        jitter = wait_exponential_jitter(multiplier=FIRST_WAIT, max=LONGEST_WAIT)

        def wait(state: RetryCallState) -> float:
            asked = getattr(state.outcome and state.outcome.exception(), "retry_after", None)
            return jitter(state) if asked is None else float(asked)

        def stop(state: RetryCallState) -> bool:
            # A wait that ends too late is not begun: the endpoint's own error tells more than the deadline.
            too_late = self.clock() + state.upcoming_sleep >= self._deadline
            return too_late or state.attempt_number >= self.max_attempts

        async with self._slots:
            if self._given_up is not None:
                raise self._given_up
            try:
                # One retry object a call: a shared one counts the attempts of all tasks together.
                async for attempt in AsyncRetrying(
                    retry=retry_if_exception(_may_retry), stop=stop, wait=wait, sleep=self.sleep, reraise=True
                ):
                    with attempt:
                        return await self._attempt(question)
            except OF_ONE_QUESTION:
                raise
            except SummarizerError as error:
                self._given_up = error
                raise
        raise AssertionError("unreachable: tenacity returns or raises")

    def _too_late(self) -> DeadlineExceededError:
        return DeadlineExceededError(
            f"The briefing was not finished within {self.timeout:g} s.",
            hint="Allow more time (--timeout, timeout=, SUMMARIZER_TIMEOUT).",
            provider=self.endpoint.provider,
        )

    async def _attempt(self, question: Question[Answer]) -> Answer:
        started = self.clock()
        if started >= self._deadline:
            raise self._too_late()
        completion, outcome = None, "cancelled"
        parameters = dict(self.connection.parameters)
        asked = self.endpoint.provider, self.endpoint.model, question.max_tokens, self.connection.client
        with attempt_span(*asked) as tell:
            try:
                async with asyncio.timeout(self._deadline - started):
                    answer, completion = await self._call(question, parameters)
                outcome = ANSWERED
                return answer
            except Exception as error:  # noqa: BLE001 - mapped at this one boundary and raised below
                completion = getattr(error, "last_completion", None)
                ours = as_model_error(error, provider=self.endpoint.provider, model=self.endpoint.name)
                outcome = ours.code
                if isinstance(ours, ModelError) and self._does_without(refused_parameter(error), parameters):
                    ours.retryable, ours.retry_after = True, 0.0
            finally:
                tell(self._entered(question, completion, outcome, started), completion)
        # Raised out here it carries no library's error along, which would hold the request: article and key.
        raise ours

    def _entered(self, question: Question[Answer], completion: Any, outcome: str, started: float) -> Attempt:
        """A new line of the ledger."""
        read, written = _usage(completion)
        attempt = Attempt(
            purpose=question.purpose,
            model=self.endpoint.name,
            input_tokens=read,
            output_tokens=written,
            seconds=round(self.clock() - started, 3),
            outcome=outcome,
        )
        self.attempts.append(attempt)
        return attempt

    def _does_without(self, parameter: str | None, sent: Mapping[str, Any]) -> bool:
        """Leave out a parameter that the model refuses, or send it under its newer name; false where it can't be.

        OpenAI's reasoning models take no temperature, and the length limit as `max_completion_tokens`.
        """
        if parameter is None or parameter not in sent:
            return False
        left = self.connection.parameters
        if parameter in left and parameter == "max_tokens":
            left["max_completion_tokens"] = left[parameter]
        # Another question may have taken it out meanwhile.
        left.pop(parameter, None)
        return True

    async def _call(self, question: Question[Answer], parameters: Mapping[str, Any]) -> tuple[Answer, Any]:
        options: dict[str, Any] = {
            name: question.max_tokens if value is None else value for name, value in parameters.items()
        }
        if self.connection.speaks_openai:
            options["extra_body"] = {"response_format": self._response_format(question)}
        answer, completion = await self.connection.client.chat.completions.create_with_completion(
            model=self.endpoint.model,
            messages=[
                {"role": "system", "content": question.system},
                {"role": "user", "content": question.user},
            ],
            response_model=reader_of(question.answer) if self.connection.speaks_openai else question.answer,
            max_retries=0,
            **options,
        )
        # instructor writes the raw response into the result: a clean copy compares equal to its like.
        return question.answer.model_validate(answer.model_dump()), completion

    def _response_format(self, question: Question[Answer]) -> dict[str, Any]:
        bounded = question.bounds if self.endpoint.reads_bounds else None
        schema = dict(bounded) if bounded else schema_of(question.answer)
        return {
            "type": "json_schema",
            "json_schema": {"name": question.answer.__name__, "strict": True, "schema": schema},
        }


def _may_retry(error: BaseException) -> bool:
    return isinstance(error, ModelError) and error.retryable


def _usage(completion: Any) -> tuple[int, int]:
    """Input and output tokens as the endpoint counted them; zeros where it did not."""
    usage = getattr(completion, "usage", None)
    read = getattr(usage, "prompt_tokens", None) or getattr(usage, "input_tokens", None)
    written = getattr(usage, "completion_tokens", None) or getattr(usage, "output_tokens", None)
    return max(0, int(read or 0)), max(0, int(written or 0))
