"""One span for each attempt, by the names of the conventions, and nothing at all where nobody watches."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.semconv._incubating.attributes import gen_ai_attributes as names
from opentelemetry.semconv.attributes.error_attributes import ERROR_TYPE
from opentelemetry.semconv.attributes.server_attributes import SERVER_ADDRESS, SERVER_PORT
from opentelemetry.trace import SpanKind, StatusCode, Tracer

from summarizer.briefing import Attempt
from summarizer.errors import DeadlineExceededError, ModelError
from summarizer.extraction.answers import StatementAnswer
from summarizer.llm.client import ModelClient, Question
from summarizer.llm.endpoint import Connection, Endpoint, connect_openai
from summarizer.llm.tracing import PROVIDERS, watching
from tests.scripted_model import SILENCE, Script, ScriptedModel, answer, filtered, status, truncated

KEY = "sk-never-to-be-shown"
SECRET = "Anneke Sörl"
RIGHT = {"words": "said that", "speaker": SECRET}
QUESTION = Question("statement 2", f"Who is {SECRET}?", f"{SECRET} speaks.", StatementAnswer, 100)

Start = Callable[[Script], ScriptedModel]


class Spans:
    """Spans as they are when they have ended, and the tracer that makes them."""

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        self.provider = TracerProvider(shutdown_on_exit=False)
        self.provider.add_span_processor(SimpleSpanProcessor(self._exporter))
        self.tracer: Tracer = self.provider.get_tracer("test")

    @property
    def ended(self) -> list[ReadableSpan]:
        return list(self._exporter.get_finished_spans())


@pytest.fixture
def spans() -> Iterator[Spans]:
    made = Spans()
    yield made
    made.provider.shutdown()


@asynccontextmanager
async def client(base_url: str, *, provider: str = "scripted", seconds: float = 30.0) -> AsyncIterator[ModelClient]:
    connection = await connect_openai(base_url, KEY, seconds)

    async def connect() -> Connection:
        return connection

    async def at_once(_: float) -> None:
        """Wait for nothing."""

    endpoint = Endpoint(f"{provider}/one", provider, "one", "asked for", "large", 4, False, connect)
    try:
        yield ModelClient(endpoint, connection, seconds, sleep=at_once)
    finally:
        await connection.close()


def attributes(span: ReadableSpan) -> dict[str, Any]:
    return dict(span.attributes or {})


async def test_each_attempt_is_a_span_by_the_conventions_names(scripted: Start, spans: Spans) -> None:
    model = scripted([status(500, message=SECRET), answer(RIGHT, tokens=(90, 12))])
    async with client(model.base_url) as asked:
        with watching(tracer=spans.tracer):
            await asked.ask(QUESTION)
    failed, answered = spans.ended
    assert [(span.name, span.kind) for span in spans.ended] == [("chat one", SpanKind.CLIENT)] * 2
    common = {
        names.GEN_AI_OPERATION_NAME: names.GenAiOperationNameValues.CHAT.value,
        names.GEN_AI_OUTPUT_TYPE: names.GenAiOutputTypeValues.JSON.value,
        names.GEN_AI_PROVIDER_NAME: "scripted",
        names.GEN_AI_REQUEST_MODEL: "one",
        names.GEN_AI_REQUEST_MAX_TOKENS: 100,
        SERVER_ADDRESS: "127.0.0.1",
        SERVER_PORT: int(model.base_url.split(":")[2].split("/")[0]),
        "summarizer.purpose": "statement 2",
    }
    assert attributes(failed) == common | {
        names.GEN_AI_USAGE_INPUT_TOKENS: 0,
        names.GEN_AI_USAGE_OUTPUT_TOKENS: 0,
        ERROR_TYPE: "model_unavailable",
    }
    assert failed.status.status_code is StatusCode.ERROR
    assert attributes(answered) == common | {
        names.GEN_AI_USAGE_INPUT_TOKENS: 90,
        names.GEN_AI_USAGE_OUTPUT_TOKENS: 12,
        names.GEN_AI_RESPONSE_FINISH_REASONS: ("stop",),
    }
    assert answered.status.status_code is StatusCode.UNSET


@pytest.mark.parametrize(
    ("reply", "code", "reasons"),
    [
        (truncated(f"{SECRET} sa"), "answer_truncated", ("length",)),
        (filtered(), "model_refused", ("content_filter",)),
        (answer(f"Gladly! {SECRET}"), "answer_invalid", ("stop",)),
    ],
)
async def test_a_lost_answer_is_told_by_its_code_and_its_tokens(
    scripted: Start, spans: Spans, reply: Any, code: str, reasons: tuple[str, ...]
) -> None:
    async with client(scripted([reply] * 3).base_url) as asked:
        with watching(tracer=spans.tracer), pytest.raises(ModelError):
            await asked.ask(QUESTION)
    told = attributes(spans.ended[0])
    assert (told[ERROR_TYPE], told[names.GEN_AI_RESPONSE_FINISH_REASONS]) == (code, reasons)
    assert (told[names.GEN_AI_USAGE_INPUT_TOKENS], told[names.GEN_AI_USAGE_OUTPUT_TOKENS]) == (100, 20)


async def test_no_span_holds_a_word_of_question_answer_error_or_key(scripted: Start, spans: Spans) -> None:
    model = scripted([status(500, message=SECRET), answer(f"Gladly! {SECRET}"), RIGHT])
    async with client(model.base_url) as asked:
        with watching(tracer=spans.tracer):
            await asked.ask(QUESTION)
    assert len(spans.ended) == 3
    for span in spans.ended:
        assert span.events == ()
        assert span.status.description is None
        shown = span.to_json()
        assert "Anneke" not in shown
        assert KEY not in shown


async def test_what_is_broken_off_ends_its_span(scripted: Start, spans: Spans) -> None:
    model = scripted([SILENCE, SILENCE])
    async with client(model.base_url, seconds=0.3) as asked:
        with watching(tracer=spans.tracer), pytest.raises(DeadlineExceededError):
            await asked.ask(QUESTION)
    async with client(model.base_url) as asked:
        with watching(tracer=spans.tracer):
            asking = asyncio.create_task(asked.ask(QUESTION))
        async with asyncio.timeout(10):
            while len(model.requests) < 2:  # noqa: ASYNC110 - they come in another thread
                await asyncio.sleep(0.01)
        asking.cancel()
        await asyncio.wait([asking])
    assert [attributes(span)[ERROR_TYPE] for span in spans.ended] == ["deadline_exceeded", "cancelled"]
    assert all(span.status.status_code is StatusCode.ERROR for span in spans.ended)


async def test_attempts_are_children_of_the_span_that_they_happen_in(scripted: Start, spans: Spans) -> None:
    async with client(scripted([RIGHT, RIGHT]).base_url) as asked:
        with watching(tracer=spans.tracer), spans.tracer.start_as_current_span("briefing") as around:
            await asyncio.gather(asked.ask(QUESTION), asked.ask(QUESTION))
    children = [span for span in spans.ended if span.name == "chat one"]
    assert [span.parent and span.parent.span_id for span in children] == [around.get_span_context().span_id] * 2


async def test_each_attempt_is_counted_with_spans_and_without(scripted: Start, spans: Spans) -> None:
    counted: list[Attempt] = []
    async with client(scripted([status(500), RIGHT, status(401)]).base_url) as asked:
        with watching(count=counted.append):
            await asked.ask(QUESTION)
        with watching(tracer=spans.tracer, count=counted.append), pytest.raises(ModelError):
            await asked.ask(QUESTION)
    assert counted == asked.attempts
    assert [attempt.outcome for attempt in counted] == ["model_unavailable", "answered", "authentication"]
    assert len(spans.ended) == 1


async def test_when_nobody_watches_any_more_there_is_no_span(scripted: Start, spans: Spans) -> None:
    async with client(scripted([RIGHT, RIGHT]).base_url) as asked:
        with watching(tracer=spans.tracer):
            await asked.ask(QUESTION)
        await asked.ask(QUESTION)
    assert len(spans.ended) == 1


@pytest.mark.parametrize(("ours", "theirs"), [*PROVIDERS.items(), ("openai", "openai"), ("embedded", "embedded")])
async def test_providers_are_called_as_the_conventions_call_them(
    scripted: Start, spans: Spans, ours: str, theirs: str
) -> None:
    async with client(scripted([RIGHT]).base_url, provider=ours) as asked:
        with watching(tracer=spans.tracer):
            await asked.ask(QUESTION)
    assert attributes(spans.ended[0])[names.GEN_AI_PROVIDER_NAME] == theirs
    assert ours not in PROVIDERS or theirs in {value.value for value in names.GenAiProviderNameValues}


BRIEFING = """
import sys
from tests.briefing_by_script import brief
brief(sys.argv[1])
print([name for name in sys.modules if name.partition(".")[0] in ("opentelemetry", "fastapi", "prometheus_client")])
"""


def test_a_briefing_imports_nothing_of_opentelemetry(scripted: Start) -> None:
    from tests.draft_answers import answers_from
    from tests.invented import ARTICLE, DRAFT

    model = scripted(answers_from(ARTICLE, DRAFT))
    ran = subprocess.run(
        [sys.executable, "-c", BRIEFING, model.base_url], capture_output=True, text=True, timeout=60, check=True
    )
    assert ran.stdout == "[]\n"
    assert len(model.requests) == 1


def test_no_test_here_has_set_the_global_tracer() -> None:
    assert isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider)
