"""The outermost layer: each request gets an id, a bound on its size, a line in the log, and an answer whatever happens.

Starlette's own handler for defects answers, but raises again, so that the server logs the traceback and what it
holds of an article. Here nothing is raised further.
"""

from __future__ import annotations

import asyncio
import re
import time
import uuid
from contextlib import nullcontext

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from summarizer.llm.tracing import watching
from summarizer.service.logs import QUIET, RequestLog, logging_about, trace_context
from summarizer.service.metrics import Metrics
from summarizer.service.problems import ProblemError, problem_of, problem_response
from summarizer.service.tracing import RequestSpan, request_span, tracer

REQUEST_ID = "X-Request-ID"
BODY_SECONDS = 60.0
"""Seconds in which a request's body has to arrive: the largest one by a line of 1.3 Mbit/s."""
_GIVEN_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
METHODS = frozenset({"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE"})
OTHER_METHOD = "_OTHER"
"""What OpenTelemetry calls a method that it does not know."""
_SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
"""Headers of every answer; one that an answer sets itself stays."""
CLIENT_GONE = 499
"""The status in log and metrics where the client hung up before the answer, as nginx counts it."""


class Edge:
    """ASGI middleware around everything."""

    def __init__(self, app: ASGIApp, *, hosts: tuple[str, ...], max_body: int, metrics: Metrics) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._max_body = max_body
        self._metrics = metrics
        self._log = RequestLog()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; other kinds of connection are passed on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visit = _Visit(scope, receive, send, self._max_body)
        quiet = scope["path"] in QUIET
        with nullcontext(RequestSpan()) if quiet else request_span(visit.method, scope["scheme"], visit.trace) as span:
            try:
                with logging_about(visit.about(span)), watching(tracer=tracer(), count=self._metrics.attempt):
                    await self._answer(visit)
            finally:
                span.answered(visit.method, visit.template, visit.status, visit.status == CLIENT_GONE)

    async def _answer(self, visit: _Visit) -> None:
        try:
            self._check(visit)
            await self._app(visit.scope, visit.receive, visit.send)
        except (ClientGoneError, ClientDisconnect):
            visit.status = CLIENT_GONE
        except Exception as error:  # noqa: BLE001 - whatever escaped becomes the answer, and a line in the log
            await visit.fail(error)
            if not isinstance(error, ProblemError):
                self._log.defect(error)
        finally:
            self._metrics.request(visit.route, visit.method, visit.status, visit.seconds)
            more = visit.scope["state"].get("log", {})
            self._log.request(visit.method, visit.route, visit.status, visit.seconds, more)

    def _check(self, visit: _Visit) -> None:
        headers = Headers(scope=visit.scope)
        host = headers.get("host", "").lower()
        name = host.rpartition(":")[0] if re.search(r":\d+$", host) else host
        if "*" not in self._hosts and name not in self._hosts:
            raise ProblemError(
                421, "host_not_allowed", "This service is not called by that name. Name it in SUMMARIZER_HOSTS."
            )
        length = headers.get("content-length", "")
        coding = headers.get("content-encoding", "identity").strip().lower()
        if coding not in ("", "identity"):
            # What unpacks to a thousand times its size is no way round the bound on it.
            raise ProblemError(
                415,
                "unsupported_media_type",
                "Send the body as it is, without Content-Encoding.",
                headers={"Accept-Encoding": "identity"},
            )
        if length.isdigit() and int(length) > self._max_body:
            raise _too_large(self._max_body)


class ClientGoneError(Exception):
    """The client hung up; nobody is there to be answered."""


class _Visit:
    """One request: what it is called, what came of it, and its two channels."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, max_body: int) -> None:
        self.scope = scope
        headers = Headers(scope=scope)
        given = headers.get(REQUEST_ID, "")
        self.request_id = given if _GIVEN_ID.fullmatch(given) else uuid.uuid4().hex
        self.trace = {name: headers[name] for name in ("traceparent", "tracestate") if name in headers}
        self.method = scope["method"] if scope["method"] in METHODS else OTHER_METHOD
        scope.setdefault("state", {})["request_id"] = self.request_id
        self.status = 0
        self._receive = receive
        self._send = send
        self._left = max_body
        self._max_body = max_body
        self._began = time.monotonic()
        self._body_until = self._began + BODY_SECONDS
        self._arrived = False

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._began

    @property
    def route(self) -> str:
        """The route's template, so that metrics and logs hold no path that a client made up."""
        return self.template or "other"

    @property
    def template(self) -> str | None:
        """The template of the route that answers; `None` where none does."""
        return getattr(self.scope.get("route"), "path", None)

    def about(self, span: RequestSpan) -> dict[str, str]:
        """What each line of the log tells: the request's id, and where it stands in its trace."""
        parent = trace_context(self.trace.get("traceparent", ""))
        given = {"trace_id": parent.trace_id, "parent_id": parent.parent_id} if parent else {}
        return {"request_id": self.request_id, **given, **span.ids}

    async def receive(self) -> Message:
        if self._arrived:
            # The client may be listened to for as long as its answer takes: only its hanging up can come.
            return await self._receive()
        try:
            async with asyncio.timeout(self._body_until - time.monotonic()):
                message = await self._receive()
        except TimeoutError:
            raise ProblemError(
                408,
                "body_too_slow",
                f"The body did not arrive within {BODY_SECONDS:g} s.",
                headers={"Connection": "close"},
            ) from None
        if message["type"] == "http.request":
            self._arrived = not message.get("more_body", False)
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                raise _too_large(self._max_body)
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers[REQUEST_ID] = self.request_id
            for name, value in _SAFE.items():
                headers.setdefault(name, value)
        await self._send(message)

    async def fail(self, error: Exception) -> None:
        """Answer with the error's problem, unless the answer has begun: then it breaks off."""
        if not self.status:
            await problem_response(problem_of(error), self.request_id)(self.scope, self.receive, self.send)


def _too_large(limit: int) -> ProblemError:
    # The rest is not read, so the connection cannot serve another request.
    return ProblemError(413, "body_too_large", f"A request may have {limit:,} bytes.", headers={"Connection": "close"})
