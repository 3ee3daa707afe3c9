"""One question to a model: what is sent, what is tried again, what is counted, and which error comes out."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from email.utils import format_datetime
from typing import Any

import pytest

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
from summarizer.extraction.answers import StatementAnswer, statement_bounds
from summarizer.llm.client import ModelClient, Question
from summarizer.llm.endpoint import Endpoint, connect_openai
from summarizer.llm.failures import as_model_error
from tests.scripted_model import (
    RESET,
    SILENCE,
    Answer,
    Reply,
    Request,
    Script,
    ScriptedModel,
    answer,
    completion,
    ending,
    filtered,
    no_choices,
    refusal,
    refusing_address,
    slow,
    status,
    truncated,
)

KEY = "sk-never-to-be-shown"
SECRET = "Anneke Sörl said that {{ 6*7 }} boats stay, {% raw %} and {# all #} wait."
RIGHT = {"words": "said that", "speaker": "Anneke Sörl"}
QUESTION = Question(
    purpose="statement 2",
    system="Who speaks?",
    user=f"Sentence: {SECRET}",
    answer=StatementAnswer,
    max_tokens=100,
    bounds=statement_bounds(),
)

Start = Callable[[Script], ScriptedModel]


class Sleeper:
    """A sleep that takes no time and remembers for how long it was asked."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.waits.append(seconds)


@asynccontextmanager
async def client(
    base_url: str,
    *,
    timeout: float = 30.0,  # noqa: ASYNC109 - the client's own
    concurrency: int = 4,
    reads_bounds: bool = False,
    **options: Any,
) -> AsyncIterator[ModelClient]:
    """A client for the endpoint at `base_url`, which sleeps in no time unless told otherwise."""
    connection = await connect_openai(base_url, KEY, timeout)

    async def connect() -> Any:
        return connection

    endpoint = Endpoint("scripted/one", "scripted", "one", "asked for", "large", concurrency, reads_bounds, connect)
    try:
        yield ModelClient(endpoint, connection, timeout, **{"sleep": Sleeper(), **options})
    finally:
        await connection.close()


async def test_a_question_is_sent_whole_and_its_answer_comes_back(scripted: Start) -> None:
    model = scripted([answer(RIGHT, tokens=(90, 12))])
    async with client(model.base_url) as asked:
        found = await asked.ask(QUESTION)
    assert found == StatementAnswer(words="said that", speaker="Anneke Sörl")
    (request,) = model.requests
    assert request.path == "/v1/chat/completions"
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.messages == [
        {"role": "system", "content": "Who speaks?"},
        {"role": "user", "content": f"Sentence: {SECRET}"},
    ]
    assert (request.body["model"], request.body["temperature"], request.body["max_tokens"]) == ("one", 0, 100)
    assert request.body["response_format"]["json_schema"]["strict"] is True
    assert request.schema == StatementAnswer.model_json_schema()
    (attempt,) = asked.attempts
    assert (attempt.purpose, attempt.model, attempt.outcome) == ("statement 2", "scripted/one", "answered")
    assert (attempt.input_tokens, attempt.output_tokens) == (90, 12)


async def test_bounds_go_only_where_a_grammar_is_built_from_them(scripted: Start) -> None:
    model = scripted([RIGHT])
    async with client(model.base_url, reads_bounds=True) as asked:
        await asked.ask(QUESTION)
    assert model.requests[0].schema == statement_bounds()


@pytest.mark.parametrize("text", ["{{ 6*7 }}", "{% for", "{# all", "{{ cycler.__init__ }}", "}} %} #}", "{{{{"])
async def test_what_a_template_engine_would_read_reaches_the_model_unchanged(scripted: Start, text: str) -> None:
    model = scripted([RIGHT])
    async with client(model.base_url) as asked:
        await asked.ask(Question("one", text, text, StatementAnswer, 100))
    assert [message["content"] for message in model.requests[0].messages] == [text, text]


async def test_equal_answers_are_equal(scripted: Start) -> None:
    model = scripted([answer(RIGHT, tokens=(1, 1)), answer(RIGHT, tokens=(2, 2))])
    async with client(model.base_url) as asked:
        assert await asked.ask(QUESTION) == await asked.ask(QUESTION)


FAULTS: dict[str, tuple[Answer, type[SummarizerError], int | None, bool]] = {
    "wrong key": (status(401), AuthenticationError, 401, False),
    "forbidden": (status(403), AuthenticationError, 403, False),
    "unknown model": (status(404), UnknownModelError, None, False),
    "bad request": (status(400, message=SECRET), ModelError, 400, False),
    "too many requests": (status(429), RateLimitedError, 429, True),
    "server error": (status(500), ModelUnavailableError, 500, True),
    "bad gateway": (
        Reply(502, {"Content-Type": "text/html"}, b"<h1>Bad gateway</h1>"),
        ModelUnavailableError,
        502,
        True,
    ),
    "overloaded": (status(503), ModelUnavailableError, 503, True),
    "reset": (RESET, ModelUnavailableError, None, True),
    "cut": (ending(RIGHT, "cut"), ModelUnavailableError, None, True),
    "refusal": (refusal(SECRET), ModelRefusedError, None, False),
    "filtered": (filtered(), ModelRefusedError, None, False),
    "truncated": (truncated(), AnswerTruncatedError, None, False),
    "small context": (
        status(400, message=f"maximum context length is 8 tokens: {SECRET}"),
        ContextExceededError,
        400,
        False,
    ),
    "prose": (answer(f"Gladly! {SECRET}"), AnswerInvalidError, None, True),
    "wrong shape": (answer({"speaker": 7, SECRET: None}), AnswerInvalidError, None, True),
    "empty answer": (answer(""), AnswerInvalidError, None, True),
    "null answer": (answer(None), AnswerInvalidError, None, True),
    "no choices": (no_choices(), AnswerInvalidError, None, True),
    "no message": (completion([{"index": 0, "finish_reason": "stop"}]), AnswerInvalidError, None, True),
    "a page": (Reply(200, {"Content-Type": "text/html"}, b"<h1>Sign in</h1>"), AnswerInvalidError, None, True),
    "half JSON": (
        Reply(200, {"Content-Type": "application/json"}, b'{"id": "x", "choi'),
        AnswerInvalidError,
        None,
        True,
    ),
    "other JSON": (Reply(200, {"Content-Type": "application/json"}, b"[1]"), AnswerInvalidError, None, True),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_each_fault_is_one_of_our_errors_and_tried_again_where_that_can_help(scripted: Start, fault: str) -> None:
    reply, expected, code, retryable = FAULTS[fault]
    model = scripted([reply] * 3)
    async with client(model.base_url) as asked:
        with pytest.raises(SummarizerError) as caught:
            await asked.ask(QUESTION)
    error = caught.value
    assert type(error) is expected
    assert error.hint
    if isinstance(error, ModelError):
        assert (error.provider, error.status_code, error.retryable) == ("scripted", code, retryable)
    assert len(model.requests) == len(asked.attempts) == (3 if retryable else 1)
    assert {attempt.outcome for attempt in asked.attempts} == {expected.code}


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (400, {"code": 400, "type": "exceed_context_size_error", "message": "request (9 tokens) exceeds"}),
        (400, {"code": "context_length_exceeded", "message": "too much", "param": "messages"}),
        (400, {"type": "invalid_request_error", "message": "prompt is too long: 9 tokens > 8 maximum"}),
        (400, {"code": 400, "message": "The input token count (9) exceeds the maximum number of tokens allowed (8)."}),
        (413, {"type": "request_too_large", "message": "Request exceeds the maximum size"}),
    ],
    ids=["llama.cpp", "OpenAI", "Anthropic", "Google", "too large"],
)
async def test_a_question_longer_than_the_model_reads_is_told_apart(
    scripted: Start, code: int, error: dict[str, Any]
) -> None:
    reply = Reply(code, {"Content-Type": "application/json"}, json.dumps({"error": error}).encode())
    async with client(scripted([reply]).base_url) as asked:
        with pytest.raises(ContextExceededError, match="longer than"):
            await asked.ask(QUESTION)


@pytest.mark.parametrize("fault", FAULTS)
async def test_no_error_and_no_log_shows_the_article_or_the_key(
    scripted: Start, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    model = scripted([FAULTS[fault][0]] * 3)
    async with client(model.base_url) as asked:
        with pytest.raises(SummarizerError) as caught:
            await asked.ask(QUESTION)
    for error in chain(caught.value):
        assert type(error).__module__ == "summarizer.errors", "a library's error holds the request"
        shown = f"{error!r} {error} {vars(error)}"
        assert "Anneke" not in shown
        assert KEY not in shown
    assert "Anneke" not in caplog.text
    assert KEY not in caplog.text


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error, and all that it carries along as cause or context."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


async def test_a_model_without_temperature_and_with_the_newer_length_limit_is_asked_in_its_way(scripted: Start) -> None:
    model = scripted([status(400, param="temperature"), status(400, param="max_tokens"), answer(RIGHT), answer(RIGHT)])
    async with client(model.base_url) as asked:
        await asked.ask(QUESTION)
        await asked.ask(QUESTION)
    sent = [
        (r.body.get("temperature"), r.body.get("max_tokens"), r.body.get("max_completion_tokens"))
        for r in model.requests
    ]
    assert sent == [(0, 100, None), (None, 100, None), (None, None, 100), (None, None, 100)]


async def test_a_parameter_that_is_needed_and_refused_is_an_error_at_once(scripted: Start) -> None:
    model = scripted([status(400, param="messages")])
    async with client(model.base_url) as asked:
        with pytest.raises(ModelError):
            await asked.ask(QUESTION)
    assert len(model.requests) == 1


async def test_nobody_listening_is_one_clear_error() -> None:
    async with client(refusing_address()) as asked:
        with pytest.raises(ModelUnavailableError, match="cannot be reached"):
            await asked.ask(QUESTION)
    assert len(asked.attempts) == 3


@pytest.mark.parametrize("attempts", [1, 2, 5])
async def test_a_question_is_sent_no_more_than_max_attempts_times(scripted: Start, attempts: int) -> None:
    model = scripted([status(500)] * 9)
    async with client(model.base_url, max_attempts=attempts) as asked:
        with pytest.raises(ModelUnavailableError):
            await asked.ask(QUESTION)
    assert len(model.requests) == attempts


async def test_a_failure_that_passes_is_in_the_ledger_and_not_in_the_answer(scripted: Start) -> None:
    sleep = Sleeper()
    model = scripted([status(500), answer("Gladly!", tokens=(50, 3)), answer(RIGHT, tokens=(50, 9))])
    async with client(model.base_url, sleep=sleep) as asked:
        assert (await asked.ask(QUESTION)).speaker == "Anneke Sörl"
    assert [a.outcome for a in asked.attempts] == ["model_unavailable", "answer_invalid", "answered"]
    assert [(a.input_tokens, a.output_tokens) for a in asked.attempts] == [(0, 0), (50, 3), (50, 9)]
    assert len(sleep.waits) == 2
    assert 0.5 <= sleep.waits[0] <= 1.5
    assert 1.0 <= sleep.waits[1] <= 2.0


@pytest.mark.parametrize("reply", [refusal(), filtered(), truncated()])
async def test_tokens_of_lost_answers_are_counted(scripted: Start, reply: Reply) -> None:
    model = scripted([reply])
    async with client(model.base_url) as asked:
        with pytest.raises(ModelError):
            await asked.ask(QUESTION)
    assert [(a.input_tokens, a.output_tokens) for a in asked.attempts] == [(100, 20)]


@pytest.mark.parametrize(("asked_for", "waited"), [("0", 0.0), ("7", 7.0), ("2.5", 2.5), ("45", 45.0)])
async def test_retry_after_is_waited_for_and_no_longer(scripted: Start, asked_for: str, waited: float) -> None:
    sleep = Sleeper()
    model = scripted([status(429, **{"Retry-After": asked_for}), RIGHT])
    async with client(model.base_url, timeout=60, sleep=sleep) as asked:
        await asked.ask(QUESTION)
    assert sleep.waits == [waited]


async def test_retry_after_may_be_a_date(scripted: Start) -> None:
    sleep = Sleeper()
    date = format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=20), usegmt=True)
    model = scripted([status(503, **{"Retry-After": date}), RIGHT])
    async with client(model.base_url, timeout=60, sleep=sleep) as asked:
        await asked.ask(QUESTION)
    assert sleep.waits == [pytest.approx(19.5, abs=1.5)]


@pytest.mark.parametrize(
    "nonsense", ["soon", "-5", "²", "", "1e400", "nan", "Wed, 99 Foo 2030", "Wed, 21 Oct 2015 07:28:00 -0000"]
)
async def test_a_retry_after_that_says_nothing_does_no_harm(scripted: Start, nonsense: str) -> None:
    sleep = Sleeper()
    model = scripted([status(429, **{"Retry-After": nonsense}), RIGHT])
    async with client(model.base_url, sleep=sleep) as asked:
        await asked.ask(QUESTION)
    assert len(sleep.waits) == 1
    assert 0 <= sleep.waits[0] <= 1.5


async def test_a_wait_that_ends_too_late_is_not_begun(scripted: Start) -> None:
    sleep = Sleeper()
    model = scripted([status(429, **{"Retry-After": "3600"})])
    async with client(model.base_url, timeout=60, sleep=sleep) as asked:
        with pytest.raises(RateLimitedError) as caught:
            await asked.ask(QUESTION)
    assert caught.value.retry_after == 3600
    assert sleep.waits == []


@pytest.mark.parametrize("reply", [SILENCE, ending(RIGHT, "stalled"), slow(RIGHT, 20)])
async def test_the_deadline_ends_a_call_that_does_not(scripted: Start, reply: Reply) -> None:
    model = scripted([reply])
    async with client(model.base_url, timeout=0.3) as asked:
        started = time.monotonic()
        with pytest.raises(DeadlineExceededError):
            await asked.ask(QUESTION)
    assert time.monotonic() - started < 2
    assert [a.outcome for a in asked.attempts] == ["deadline_exceeded"]


async def test_the_deadline_is_one_for_all_questions(scripted: Start) -> None:
    now = 100.0
    model = scripted([RIGHT])
    async with client(model.base_url, timeout=10, clock=lambda: now) as asked:
        await asked.ask(QUESTION)
        now += 10
        with pytest.raises(DeadlineExceededError):
            await asked.ask(QUESTION)
    assert len(model.requests) == 1


async def test_no_more_questions_are_under_way_than_the_endpoint_takes(scripted: Start) -> None:
    model = scripted([slow(RIGHT, 0.05)] * 9)
    async with client(model.base_url, concurrency=3) as asked:
        await asyncio.gather(*(asked.ask(QUESTION) for _ in range(9)))
    assert model.most_at_once == 3


async def test_each_question_has_its_own_attempts(scripted: Start) -> None:
    seen: dict[str, int] = {}

    def third_time(request: Request) -> Answer:
        seen[request.user] = seen.get(request.user, 0) + 1
        return RIGHT if seen[request.user] == 3 else status(503)

    model = scripted(third_time)
    questions = [Question(f"q{n}", "Who?", f"sentence {n}", StatementAnswer, 100) for n in range(4)]
    async with client(model.base_url) as asked:
        await asyncio.gather(*(asked.ask(question) for question in questions))
    assert seen == {f"sentence {n}": 3 for n in range(4)}


async def test_once_the_endpoint_failed_waiting_questions_are_not_sent(scripted: Start) -> None:
    model = scripted([RIGHT, status(401)])
    async with client(model.base_url, concurrency=1) as asked:
        ended = await asyncio.gather(*(asked.ask(QUESTION) for _ in range(5)), return_exceptions=True)
    assert [type(end) for end in ended] == [StatementAnswer] + [AuthenticationError] * 4
    assert len(model.requests) == 2


@pytest.mark.parametrize("fault", ["refusal", "truncated", "small context"])
async def test_a_lost_answer_keeps_no_other_question_from_being_sent(scripted: Start, fault: str) -> None:
    model = scripted([FAULTS[fault][0], RIGHT])
    async with client(model.base_url, concurrency=1) as asked:
        first, second = await asyncio.gather(asked.ask(QUESTION), asked.ask(QUESTION), return_exceptions=True)
    assert type(first) is FAULTS[fault][1]
    assert type(second) is StatementAnswer


async def test_a_cancelled_call_is_in_the_ledger(scripted: Start) -> None:
    model = scripted([SILENCE])
    async with client(model.base_url) as asked:
        task = asyncio.create_task(asked.ask(QUESTION))
        async with asyncio.timeout(10):
            while not model.requests:  # noqa: ASYNC110 - they come in another thread
                await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert [a.outcome for a in asked.attempts] == ["cancelled"]


async def test_the_request_id_is_kept_for_the_providers_support(scripted: Start) -> None:
    model = scripted([status(401, **{"x-request-id": "req-17"})])
    async with client(model.base_url) as asked:
        with pytest.raises(AuthenticationError) as caught:
            await asked.ask(QUESTION)
    assert caught.value.request_id == "req-17"


def test_an_error_nobody_foresaw_is_one_of_ours_and_tells_its_name_alone() -> None:
    error = as_model_error(LookupError(SECRET), provider="scripted", model="scripted/one")
    assert type(error) is ModelUnavailableError
    assert "LookupError" in str(error)
    assert "Anneke" not in str(error)
