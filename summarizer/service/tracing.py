"""OpenTelemetry: one span for each request and each call to a model, sent where the `OTEL_…` variables say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from summarizer.errors import SettingsError
from summarizer.settings import ServiceSettings


@contextmanager
def trace_calls(settings: ServiceSettings) -> Iterator[None]:
    """Send spans while the service lives, where the settings want it. Raises `SettingsError` without the packages."""
    if not settings.tracing:
        yield
        return
    try:
        from opentelemetry import trace
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        raise SettingsError("SUMMARIZER_TRACING needs packages.", hint='pip install "summarizer[tracing]"') from None
    provider = TracerProvider()
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)
    try:
        yield
    finally:
        provider.shutdown()
