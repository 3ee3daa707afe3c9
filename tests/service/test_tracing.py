"""Spans of the service: one for each request, the attempts below it, sent where the variables say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx2
import pytest
from opentelemetry import trace
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.semconv.attributes import error_attributes, http_attributes, url_attributes
from opentelemetry.trace import SpanKind, StatusCode

from summarizer.errors import SettingsError
from summarizer.service import desk
from summarizer.service.tracing import trace_calls
from summarizer.settings import read_service_settings
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, SECRET_WORDS
from tests.scripted_model import SILENCE, Answer, Request, status
from tests.service.running import BODY, EVENTS, Serve, Service, cache_at

TRACE, PARENT = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
TRACEPARENT = {"traceparent": f"00-{TRACE}-{PARENT}-01", "tracestate": "vendor=one"}


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> InMemorySpanExporter:
    """What the service sends, once it is stopped."""
    exporter = InMemorySpanExporter()
    monkeypatch.setattr("summarizer.service.tracing.otlp_exporter", lambda: exporter)
    return exporter


def ended(spans: InMemorySpanExporter, service: Service) -> tuple[list[ReadableSpan], list[ReadableSpan]]:
    """Stop the service; its spans of requests and of attempts."""
    service.stop()
    found: Sequence[ReadableSpan] = spans.get_finished_spans()
    return [s for s in found if s.kind is SpanKind.SERVER], [s for s in found if s.kind is SpanKind.CLIENT]


def fails_first(code: int) -> Any:
    """A script: one failure, then the invented article's draft."""
    right, asked = answers_from(ARTICLE, DRAFT), list[Request]()

    def reply(request: Request) -> Answer:
        asked.append(request)
        return status(code, **{"Retry-After": "0"}) if len(asked) == 1 else right(request)

    return reply


@pytest.mark.parametrize("accept", ["application/json", EVENTS])
def test_a_request_is_a_span_below_its_traceparent_and_above_its_attempts(
    serve: Serve, spans: InMemorySpanExporter, accept: str
) -> None:
    service = serve(fails_first(500), TRACING="1")
    headers = {**TRACEPARENT, "Accept": accept}
    assert service.client.post("/v1/briefings", json=BODY, headers=headers).is_success
    (request,), attempts = ended(spans, service)
    assert request.name == "POST /v1/briefings"
    assert request.attributes == {
        http_attributes.HTTP_REQUEST_METHOD: "POST",
        http_attributes.HTTP_ROUTE: "/v1/briefings",
        http_attributes.HTTP_RESPONSE_STATUS_CODE: 200,
        url_attributes.URL_SCHEME: "http",
    }
    own, above = request.get_span_context(), request.parent
    assert own is not None
    assert above is not None
    assert (f"{own.trace_id:032x}", f"{above.span_id:016x}") == (TRACE, PARENT)
    assert own.trace_state.get("vendor") == "one"
    assert [span.name for span in attempts] == ["chat large"] * 2
    assert [span.parent and span.parent.span_id for span in attempts] == [own.span_id] * 2
    assert [(span.attributes or {}).get(error_attributes.ERROR_TYPE) for span in attempts] == [
        "model_unavailable",
        None,
    ]
    assert request.resource.attributes["service.name"] == "summarizer"


@pytest.mark.parametrize("header", ["", "nonsense", f"00-{'0' * 32}-{PARENT}-01", f"ff-{TRACE}-{PARENT}-01"])
def test_a_request_without_a_trace_of_its_own_begins_one(
    serve: Serve, spans: InMemorySpanExporter, header: str
) -> None:
    service = serve(TRACING="1")
    service.client.get("/v1/schema", headers={"traceparent": header})
    (request,), _ = ended(spans, service)
    assert request.parent is None


def test_the_log_has_the_ids_of_the_span(
    serve: Serve, spans: InMemorySpanExporter, capfd: pytest.CaptureFixture[str]
) -> None:
    service = serve(TRACING="1")
    service.client.post("/v1/briefings", json=BODY, headers=TRACEPARENT)
    (request,), _ = ended(spans, service)
    own = request.get_span_context()
    assert own is not None
    lines = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    told = {line["event"]: line for line in lines if "trace_id" in line}
    assert set(told) == {"briefing", "request"}
    for line in told.values():
        assert (line["trace_id"], line["parent_id"]) == (TRACE, PARENT)
        assert line["span_id"] == f"{own.span_id:016x}"


def test_what_the_service_fails_at_is_an_error_and_what_a_client_does_wrong_is_none(
    serve: Serve, spans: InMemorySpanExporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(SECRET_WORDS[0])

    service = serve(TRACING="1")
    monkeypatch.setattr(desk.Desk, "order", fail)
    assert service.brief().status_code == 500
    assert service.client.get("/v1/nothing/Anneke").status_code == 404
    assert service.client.request("MKCOL", "/v1/briefings").status_code == 405
    requests, _ = ended(spans, service)
    assert [span.name for span in requests] == ["POST /v1/briefings", "GET", "HTTP /v1/briefings"]
    codes = [(span.attributes or {})[http_attributes.HTTP_RESPONSE_STATUS_CODE] for span in requests]
    assert codes == [500, 404, 405]
    assert [span.status.status_code for span in requests] == [StatusCode.ERROR, StatusCode.UNSET, StatusCode.UNSET]
    assert [(span.attributes or {}).get(error_attributes.ERROR_TYPE) for span in requests] == ["500", None, None]
    assert (requests[2].attributes or {})[http_attributes.HTTP_REQUEST_METHOD] == "_OTHER"
    shown = "".join(span.to_json() for span in requests)
    assert "Anneke" not in shown
    assert "MKCOL" not in shown


def test_a_client_that_hangs_up_ends_the_spans(serve: Serve, spans: InMemorySpanExporter) -> None:
    service = serve([SILENCE], TRACING="1")
    with pytest.raises(httpx2.TimeoutException):
        httpx2.post(f"{service.address}/v1/briefings", json=BODY, timeout=0.5)
    (request,), (attempt,) = ended(spans, service)
    assert (request.attributes or {})[error_attributes.ERROR_TYPE] == "client_gone"
    assert (attempt.attributes or {})[error_attributes.ERROR_TYPE] == "cancelled"


def test_a_briefing_from_the_cache_has_no_attempt_and_health_has_no_span(
    serve: Serve, spans: InMemorySpanExporter, tmp_path_factory: pytest.TempPathFactory
) -> None:
    service = serve(TRACING="1", **cache_at(tmp_path_factory.mktemp("cache")))
    for _ in range(2):
        assert service.brief().is_success
    for path in ("/healthz", "/readyz", "/metrics"):
        assert service.client.get(path).is_success
    requests, attempts = ended(spans, service)
    assert (len(requests), len(attempts)) == (2, 1)


def test_off_unless_configured(serve: Serve, spans: InMemorySpanExporter) -> None:
    service = serve()
    assert service.brief().is_success
    assert ended(spans, service) == ([], [])


def test_the_process_keeps_its_own_tracer(serve: Serve, spans: InMemorySpanExporter) -> None:
    before = trace.get_tracer_provider()
    service = serve(TRACING="1")
    service.brief()
    ended(spans, service)
    assert trace.get_tracer_provider() is before


class Collector(ThreadingHTTPServer):
    """Takes spans as a collector does."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Taking)
        self.paths: list[str] = []
        self.taken: list[ExportTraceServiceRequest] = []


class _Taking(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.paths.append(self.path)
        self.server.taken.append(ExportTraceServiceRequest.FromString(body))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the test output clean."""


@contextmanager
def collecting() -> Iterator[Collector]:
    collector = Collector()
    thread = threading.Thread(target=collector.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield collector
    finally:
        collector.shutdown()
        collector.server_close()
        thread.join()


def test_spans_arrive_at_a_collector_before_the_service_has_ended(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    with collecting() as collector:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{collector.server_port}")
        monkeypatch.setenv("OTEL_SERVICE_NAME", "briefings-of-the-desk")
        service = serve(TRACING="1")
        assert service.brief().is_success
        service.stop()
    assert collector.paths == ["/v1/traces"]
    (resource,) = collector.taken[0].resource_spans
    told = {attribute.key: attribute.value.string_value for attribute in resource.resource.attributes}
    assert told["service.name"] == "briefings-of-the-desk"
    sent = {span.name: span for scope in resource.scope_spans for span in scope.spans}
    assert set(sent) == {"POST /v1/briefings", "chat large"}
    assert sent["chat large"].parent_span_id == sent["POST /v1/briefings"].span_id
    whole = collector.taken[0].SerializeToString()
    assert not any(word.encode() in whole for word in SECRET_WORDS)


def test_a_collector_that_is_not_there_costs_no_answer(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "1")
    service = serve(TRACING="1")
    assert service.brief().is_success
    service.stop()
    lines = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    assert any(str(line.get("logger", "")).startswith("opentelemetry") for line in lines)


def test_without_its_packages_the_setting_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_TRACING", "1")
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)
    with pytest.raises(SettingsError, match="SUMMARIZER_TRACING") as raised, trace_calls(read_service_settings()):
        pass
    assert 'pip install "summarizer[tracing]"' in str(raised.value)


def test_while_it_is_off_neither_sdk_nor_exporter_is_imported() -> None:
    code = (
        "import sys; from summarizer.service import create_app; create_app(); "
        "print([name for name in sys.modules if name.startswith(('opentelemetry.sdk', 'opentelemetry.exporter'))])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, env=_open())
    assert ran.stdout == "[]\n", ran.stderr


def _open() -> dict[str, str]:
    return {**os.environ, "SUMMARIZER_OPEN": "1", "SUMMARIZER_MODELS": "scripted/large"}
