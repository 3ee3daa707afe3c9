"""Asks a model one question at a time, retries what can help, and keeps the ledger of attempts."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
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
    ModelUnavailableError,
    SummarizerError,
)
from summarizer.llm.answer_classes import reader_of, schema_of
from summarizer.llm.budget import Budget, tokens_of
from summarizer.llm.endpoint import Connection, Endpoint, Form
from summarizer.llm.failures import as_model_error, refused_parameter
from summarizer.llm.prices import cost_of
from summarizer.llm.stopped_clock import StoppedClock
from summarizer.llm.tracing import ANSWERED, attempt_span
from summarizer.llm.wire import holding_by

if TYPE_CHECKING:
    from tenacity import RetryCallState

Answer = TypeVar("Answer", bound=BaseModel)
Sleep = Callable[[float], Awaitable[None]]

OF_ONE_QUESTION = (AnswerInvalidError, AnswerTruncatedError, ContextExceededError, ModelRefusedError)
"""Errors of one question: another may still be answered."""
SCHEMA_REFUSED = "schema_refused"
"""The outcome of a call whose endpoint takes no such form of answer; the next one asks for it in a weaker way."""
FIRST_WAIT = 0.5
"""Seconds before the first retry; doubled with jitter for each further one."""
MOST_TOKENS = 10_000_000
"""More than one call reads or writes of any model: a figure beyond is none."""
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


@dataclass(frozen=True)
class Wording:
    """What a question is followed by where the form of its answer has to be told in words."""

    unreadable: str
    """After an answer that could not be used: `$reason`."""
    schema: str
    """Where the endpoint takes no schema: `{schema}`."""


@dataclass
class ModelClient:
    """An open model for one briefing: bounded concurrency, one deadline, one ledger."""

    endpoint: Endpoint
    connection: Connection
    timeout: float
    max_attempts: int = 3
    budget: Budget = field(default_factory=Budget)
    wording: Wording | None = None
    sleep: Sleep = asyncio.sleep
    clock: Callable[[], float] = time.monotonic
    attempts: list[Attempt] = field(default_factory=list)
    began: float | None = None
    """When the briefing was begun, by the clock; without it, now."""

    def __post_init__(self) -> None:
        self._time = StoppedClock(self.clock)
        now = self._time.now()
        self._deadline = now + self.timeout
        self._began = now if self.began is None else self.began
        self.worded: set[str] = set()
        """Which of the wording was used."""
        self._reading = 0
        """About how many tokens the calls that are under way read."""
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
            too_late = self._time.now() + state.upcoming_sleep >= self._deadline
            return too_late or state.attempt_number >= self.max_attempts

        asking = question
        async with self._slots:
            if self._given_up is not None:
                raise self._given_up
            try:
                # One retry object a call: a shared one counts the attempts of all tasks together.
                async for attempt in AsyncRetrying(
                    retry=retry_if_exception(self._may_retry), stop=stop, wait=wait, sleep=self.sleep, reraise=True
                ):
                    with attempt:
                        try:
                            return await self._attempt(asking)
                        except AnswerInvalidError as error:
                            asking = self._again(question, error)
                            raise
            except OF_ONE_QUESTION:
                raise
            except SummarizerError as error:
                self._given_up = error
                raise
        raise AssertionError("unreachable: tenacity returns or raises")

    def _may_retry(self, error: BaseException) -> bool:
        # Of an open circuit the caller is told; to wait here until it closes would be a stall.
        return isinstance(error, ModelError) and error.retryable and not self.connection.circuit.is_open

    def _again(self, question: Question[Answer], error: AnswerInvalidError) -> Question[Answer]:
        """The same question, followed by what was wrong with the last answer; no history, so it can't drift."""
        if self.wording is None or error.reason is None:
            return question
        self.worded.add("unreadable")
        told = self.wording.unreadable.replace("$reason", error.reason)
        return replace(question, user=f"{question.user}\n\n{told}")

    def _too_late(self) -> DeadlineExceededError:
        return DeadlineExceededError(
            f"The briefing was not finished within {self.timeout:g} s.",
            hint="Allow more time (--timeout, timeout=, SUMMARIZER_TIMEOUT).",
            provider=self.endpoint.provider,
        )

    async def _attempt(self, question: Question[Answer]) -> Answer:
        started = self._time.now()
        if started >= self._deadline:
            raise self._too_late()
        provider, model = self.endpoint.provider, self.endpoint.model
        self.connection.circuit.check(provider)
        reading = tokens_of(question.system + question.user)
        spent = started - self._began
        self.budget.check(self.attempts, self._reading + reading, spent, provider=provider, model=model)
        completion, outcome, form = None, "cancelled", self.connection.forms[0]
        parameters = dict(self.connection.parameters)
        with attempt_span(provider, model, question.max_tokens, self.connection.client) as tell:
            self._reading += reading
            try:
                async with asyncio.timeout(self._deadline - started) as limit:
                    with holding_by(partial(self._time.during, limit)):
                        answer, completion = await self._call(question, parameters)
                outcome = ANSWERED
                self.connection.circuit.answered()
                return answer
            except Exception as error:  # noqa: BLE001 - mapped at this one boundary and raised below
                completion = getattr(error, "last_completion", None)
                ours = as_model_error(error, provider=provider, model=self.endpoint.name)
                outcome = ours.code
                self._note(ours)
                refused = refused_parameter(error)
                if isinstance(ours, ModelError) and self._asks_for_less(refused, form):
                    ours.retryable, ours.retry_after, outcome = True, 0.0, SCHEMA_REFUSED
                elif isinstance(ours, ModelError) and self._does_without(refused, parameters):
                    ours.retryable, ours.retry_after = True, 0.0
            finally:
                self._reading -= reading
                tell(self._entered(question, completion, outcome, started), completion)
        # Raised out here it carries no library's error along, which would hold the request: article and key.
        raise ours

    def _note(self, error: SummarizerError) -> None:
        """Tell the circuit what came of a call: an endpoint that says "overloaded" is not dead."""
        if isinstance(error, ModelUnavailableError) and error.status_code is None:
            self.connection.circuit.failed()
        elif not isinstance(error, DeadlineExceededError):
            self.connection.circuit.answered()

    def _asks_for_less(self, refused: str | None, form: Form) -> bool:
        """Ask for the answer's form in a weaker way, where the endpoint refuses this one; false where it can't."""
        if refused is None or not refused.startswith("response_format") or self.wording is None:
            return False
        forms = self.connection.forms
        if forms[0] == form and len(forms) > 1:
            # Another question may have taken it out meanwhile.
            forms.pop(0)
        return forms[0] != form

    def _entered(self, question: Question[Answer], completion: Any, outcome: str, started: float) -> Attempt:
        """A new line of the ledger."""
        read, written = _usage(completion)
        attempt = Attempt(
            purpose=question.purpose,
            model=self.endpoint.name,
            input_tokens=read,
            output_tokens=written,
            seconds=round(self._time.now() - started, 3),
            outcome=outcome,
            cost_usd=cost_of(self.endpoint.provider, self.endpoint.model, read, written),
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
        form, system = self.connection.forms[0], question.system
        if self.connection.speaks_openai:
            options["extra_body"] = {"response_format": self._response_format(question, form)} if form != "text" else {}
            if form != "schema" and self.wording is not None:
                self.worded.add("schema")
                schema = json.dumps(schema_of(question.answer), ensure_ascii=False)
                system = f"{system}\n\n{self.wording.schema.replace('$schema', schema)}"
        asking = self.connection.in_words if form == "text" else None
        answer, completion = await (asking or self.connection.client).chat.completions.create_with_completion(
            model=self.endpoint.model,
            messages=[
                {"role": "system", "content": system},
                {"role": "user", "content": question.user},
            ],
            response_model=reader_of(question.answer) if self.connection.speaks_openai else question.answer,
            max_retries=0,
            **options,
        )
        # instructor writes the raw response into the result: a clean copy compares equal to its like. By way of JSON,
        # for some clients read half a surrogate, which nothing can write down again.
        return question.answer.model_validate_json(answer.model_dump_json()), completion

    def _response_format(self, question: Question[Answer], form: Form) -> dict[str, Any]:
        if form == "object":
            return {"type": "json_object"}
        bounded = question.bounds if self.endpoint.reads_bounds else None
        schema = dict(bounded) if bounded else schema_of(question.answer)
        return {
            "type": "json_schema",
            "json_schema": {"name": question.answer.__name__, "strict": True, "schema": schema},
        }


def _usage(completion: Any) -> tuple[int, int]:
    """Input and output tokens as the endpoint counted them; zeros where it did not, or told what can't be."""
    usage = getattr(completion, "usage", None)
    read = getattr(usage, "prompt_tokens", None) or getattr(usage, "input_tokens", None)
    written = getattr(usage, "completion_tokens", None) or getattr(usage, "output_tokens", None)
    return _count(read), _count(written)


def _count(told: Any) -> int:
    # One such figure would spoil all sums; a comparison with NaN is false.
    return int(told) if isinstance(told, int | float) and 0 <= told <= MOST_TOKENS else 0
