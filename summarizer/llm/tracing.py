"""Who watches the calls to models: a count of each attempt, and an OpenTelemetry span for it.

Off unless somebody watches; then, and only for spans, the package `opentelemetry` is imported. A span is named by the
conventions for generative AI. It never holds a prompt, an answer or an error's message: those hold the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.briefing import Attempt

if TYPE_CHECKING:
    from opentelemetry.trace import Span, Tracer
    from opentelemetry.util.types import AttributeValue

Tell = Callable[[Attempt, Any], None]
"""Told how an attempt ended: its line of the ledger, and the completion where one came."""

PROVIDERS: Mapping[str, str] = {
    "azure_openai": "azure.ai.openai",
    "bedrock": "aws.bedrock",
    "generative-ai": "gcp.gemini",
    "google": "gcp.gen_ai",
    "mistral": "mistral_ai",
    "vertexai": "gcp.vertex_ai",
    "xai": "x_ai",
}
"""Providers that the conventions call by another name than we do."""
ANSWERED = "answered"
"""The outcome of an attempt that went well."""


@dataclass(frozen=True)
class _Watch:
    tracer: Tracer | None
    count: Callable[[Attempt], None]


_watch: ContextVar[_Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watching(*, tracer: Tracer | None = None, count: Callable[[Attempt], None] = lambda _: None) -> Iterator[None]:
    """Watch the attempts of this context and of the tasks that are begun in it: `tracer` makes a span for each,
    `count` is told of each when it is over.
    """
    token = _watch.set(_Watch(tracer, count))
    try:
        yield
    finally:
        _watch.reset(token)


@contextmanager
def attempt_span(provider: str, model: str, max_tokens: int, client: Any) -> Iterator[Tell]:
    """Around one attempt; the caller tells at its end, whatever came of it.

    `provider` and `model` are as the endpoint has them, `client` is the one that asks: its address is looked up there.
    """
    watch = _watch.get()
    if watch is None:
        yield _nothing
    elif watch.tracer is None:
        yield lambda attempt, _: watch.count(attempt)
    else:
        from opentelemetry.trace import SpanKind

        asked: dict[str, AttributeValue] = {
            "gen_ai.operation.name": "chat",
            "gen_ai.output.type": "json",
            "gen_ai.provider.name": PROVIDERS.get(provider, provider),
            "gen_ai.request.max_tokens": max_tokens,
            "gen_ai.request.model": model,
            **_address(client),
        }
        with watch.tracer.start_as_current_span(
            f"chat {model}",
            kind=SpanKind.CLIENT,
            attributes=asked,
            record_exception=False,
            set_status_on_exception=False,
        ) as span:

            def tell(attempt: Attempt, completion: Any) -> None:
                watch.count(attempt)
                _end(span, attempt, completion)

            yield tell


def _nothing(attempt: Attempt, completion: Any) -> None:
    """Nobody watches."""


def _end(span: Span, attempt: Attempt, completion: Any) -> None:
    from opentelemetry.trace import StatusCode

    span.set_attribute("summarizer.purpose", attempt.purpose)
    span.set_attribute("gen_ai.usage.input_tokens", attempt.input_tokens)
    span.set_attribute("gen_ai.usage.output_tokens", attempt.output_tokens)
    if reasons := _finish_reasons(completion):
        span.set_attribute("gen_ai.response.finish_reasons", reasons)
    if attempt.outcome != ANSWERED:
        span.set_attribute("error.type", attempt.outcome)
        span.set_status(StatusCode.ERROR)


def _finish_reasons(completion: Any) -> list[str]:
    """Why the endpoint ended its answers, in its own words (`stop`, `length`, …)."""
    choices = getattr(completion, "choices", None) or []
    found = [getattr(choice, "finish_reason", None) for choice in choices]
    found = found or [getattr(completion, "stop_reason", None)]
    return [reason for reason in found if isinstance(reason, str)]


def _address(client: Any) -> dict[str, AttributeValue]:
    """Where the endpoint is, where its client says so."""
    url = getattr(getattr(client, "client", None), "base_url", None)
    host, port = getattr(url, "host", None), getattr(url, "port", None)
    if not isinstance(host, str) or not host:
        return {}
    return {"server.address": host, "server.port": port or (80 if getattr(url, "scheme", "") == "http" else 443)}
