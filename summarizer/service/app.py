"""Puts the service together: settings, the parts that live as long as the process, routes, the API's description."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from summarizer.errors import SummarizerError
from summarizer.service import briefings, dossiers, information, verifications
from summarizer.service.access import Access
from summarizer.service.cache import open_cache
from summarizer.service.description import SUMMARY, describe
from summarizer.service.desk import Desk
from summarizer.service.edge import Edge
from summarizer.service.logs import set_up_logs
from summarizer.service.metrics import Metrics
from summarizer.service.page import page_route
from summarizer.service.problems import ProblemError, invalid_fields, problem_of, problem_response
from summarizer.service.requests import invalid
from summarizer.service.tracing import trace_calls
from summarizer.settings import ServiceSettings, read_service_settings
from summarizer.version import __version__

SWITCH_SECONDS = 0.0005
"""How long a thread that computes may keep the interpreter while the event loop wants it. With Python's own 5 ms each
step of each request waits so long, and with a hundred requests at once half of them took 0.4 s longer (measured by
`benchmarks.service`)."""


@dataclass
class Parts:
    """What the routes work with, as `request.app.state.parts`."""

    settings: ServiceSettings
    access: Access
    metrics: Metrics
    desk: Desk


def create_app() -> FastAPI:
    """The service as an ASGI application, by the settings of the environment.

    Raises `SettingsError` where they cannot be used, or where the service would be open to anybody who reaches it.
    """
    settings = read_service_settings()
    set_up_logs()
    metrics = Metrics()
    access = Access(settings)
    desk = Desk(settings, open_cache(settings), metrics)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        with trace_calls(settings):
            app.state.parts = Parts(settings, access, metrics, desk)
            desk.wake()
            sys.setswitchinterval(SWITCH_SECONDS)
            try:
                yield
            finally:
                # The server has waited for every request before it comes here.
                await desk.close()
                await access.close()

    app = FastAPI(
        title="summarizer",
        version=__version__,
        summary=SUMMARY,
        lifespan=life,
        docs_url=None,
        redoc_url=None,
        openapi_url="/v1/openapi.json",
        redirect_slashes=False,
    )
    app.add_middleware(Edge, hosts=settings.hosts, max_body=settings.max_body, metrics=metrics)
    for router in (briefings.router, verifications.router, dossiers.router, information.router):
        app.include_router(router)
    page_route(app)
    _tell_problems(app)
    describe(app)
    return app


def _tell_problems(app: FastAPI) -> None:
    """Each error that reaches the framework is answered as a problem."""

    async def expected(request: Request, error: Exception) -> Response:
        return problem_response(problem_of(error), request.state.request_id)

    async def of_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        known = {404: "not_found", 405: "method_not_allowed"}
        code = known.get(error.status_code, "malformed_body")
        told = ProblemError(error.status_code, code, f"{error.detail}.", headers=error.headers)
        return problem_response(told, request.state.request_id)

    async def of_parameters(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return problem_response(invalid(invalid_fields(error.errors())), request.state.request_id)

    app.add_exception_handler(ProblemError, expected)
    app.add_exception_handler(SummarizerError, expected)
    app.add_exception_handler(HTTPException, of_http)
    app.add_exception_handler(RequestValidationError, of_parameters)
