"""OpenTelemetry: one span for each request and each call to a model, sent where the `OTEL_…` variables say.

Off unless configured; then nothing of it is imported here. The process's global tracer is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from summarizer.errors import SettingsError
from summarizer.settings import ServiceSettings
from summarizer.version import __version__

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SpanExporter
    from opentelemetry.trace import Span, Tracer

NAME = "summarizer"
_current: list[Tracer] = []
"""The tracer of the service that lives in this process; the last one where there are several."""


@contextmanager
def trace_calls(settings: ServiceSettings) -> Iterator[None]:
    """Send spans while the service lives, where the settings want it; what is left is sent at the end.

    Raises `SettingsError` without the packages.
    """
    if not settings.tracing:
        yield
        return
    try:
        provider = _provider(otlp_exporter())
    except ImportError:
        raise SettingsError("SUMMARIZER_TRACING needs packages.", hint='pip install "summarizer[tracing]"') from None
    tracer = provider.get_tracer(NAME, __version__)
    _current.append(tracer)
    try:
        yield
    finally:
        _current.remove(tracer)
        provider.shutdown()


def otlp_exporter() -> SpanExporter:
    """What sends spans by OTLP over HTTP; `OTEL_EXPORTER_OTLP_ENDPOINT` and its kin say where to."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

    return OTLPSpanExporter()


def _provider(exporter: SpanExporter) -> TracerProvider:
    from opentelemetry.sdk.resources import OTELResourceDetector, Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    # What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say goes before our own name.
    named = {"service.name": NAME, "service.version": __version__, **OTELResourceDetector().detect().attributes}
    provider = TracerProvider(resource=Resource.create(named))
    provider.add_span_processor(BatchSpanProcessor(exporter))
    return provider


def tracer() -> Tracer | None:
    """The tracer of this process; `None` where nobody wants spans."""
    return _current[-1] if _current else None


class RequestSpan:
    """The span around one request; where it is off, all of this does nothing."""

    def __init__(self, span: Span | None = None) -> None:
        self._span = span

    @property
    def ids(self) -> dict[str, str]:
        """`trace_id` and `span_id` as the log has them; empty where there is no span."""
        if self._span is None:
            return {}
        own = self._span.get_span_context()
        return {"trace_id": f"{own.trace_id:032x}", "span_id": f"{own.span_id:016x}"}

    def answered(self, method: str, route: str | None, status: int, gone: bool) -> None:
        """What came of the request. `route` is the template, `None` where there is none; `gone` the client is."""
        if self._span is None:
            return
        from opentelemetry.trace import StatusCode

        if route is not None:
            self._span.update_name(f"{_called(method)} {route}")
            self._span.set_attribute("http.route", route)
        if status and not gone:
            self._span.set_attribute("http.response.status_code", status)
        if gone or not status or status >= 500:
            self._span.set_attribute("error.type", "client_gone" if gone else str(status or "cancelled"))
            self._span.set_status(StatusCode.ERROR)


def _called(method: str) -> str:
    """How the name of a span says it, by the conventions."""
    return "HTTP" if method == "_OTHER" else method


@contextmanager
def request_span(method: str, scheme: str, headers: dict[str, str]) -> Iterator[RequestSpan]:
    """A span around a request, child of the one that `traceparent` names.

    `method` is one of HTTP's own or `_OTHER`, `headers` are `traceparent` and `tracestate` where they came.
    """
    current = tracer()
    if current is None:
        yield RequestSpan()
        return
    from opentelemetry.trace import SpanKind
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    given: dict[str, Any] = {"http.request.method": method, "url.scheme": scheme}
    with current.start_as_current_span(
        _called(method),
        TraceContextTextMapPropagator().extract(headers),
        SpanKind.SERVER,
        given,
        record_exception=False,
        set_status_on_exception=False,
    ) as span:
        yield RequestSpan(span)
