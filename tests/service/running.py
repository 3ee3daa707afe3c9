"""The service as it runs: uvicorn on a free port of loopback, settings from variables, a scripted model behind it."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import uvicorn

from summarizer.service import create_app
from summarizer.service.lines import BoundedProtocol
from summarizer.service.logs import LOGGER
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, TEXT
from tests.scripted_model import Script, ScriptedModel

MODEL = "scripted/large"
"""A model that gets the large plan: one call a briefing."""
BODY: Mapping[str, Any] = {
    "text": TEXT,
    "title": ARTICLE.title,
    "outlet": ARTICLE.outlet,
    "published": "2030-05-12",
    "language": "en",
}
"""A request to brief the invented article."""
JSON, MARKDOWN, HTML, EVENTS = "application/json", "text/markdown", "text/html", "text/event-stream"


@dataclass
class Service:
    """A running service, and the model behind it."""

    model: ScriptedModel
    client: httpx2.Client
    server: uvicorn.Server
    thread: threading.Thread = field(repr=False)

    @property
    def address(self) -> str:
        """Where it listens."""
        return str(self.client.base_url).rstrip("/")

    def brief(self, accept: str = JSON, **changes: Any) -> httpx2.Response:
        """Ask for a briefing of the invented article."""
        return self.client.post("/v1/briefings", json={**BODY, **changes}, headers={"Accept": accept})

    def stop(self) -> None:
        """Tell the server to end as SIGTERM does, and wait for it."""
        self.server.should_exit = True
        self.thread.join(20)
        assert not self.thread.is_alive(), "the service did not end"


Serve = Callable[..., Service]
"""What the fixture `serve` is: `serve(script, SUMMARIZER_…="…")`."""


@contextmanager
def running(
    script: Script | None = None, *, headers: Mapping[str, str] | None = None, **settings: str
) -> Iterator[Service]:
    """Start the service with these variables (`RATE="5/minute"`); it ends with the block.

    Without a script the model answers with the invented article's draft.
    """
    given = {"OPEN": "1", "MODELS": MODEL, "API_KEY": "sk-never-to-be-shown", "CACHE": "0", "RATE": "off", **settings}
    with ScriptedModel(script or answers_from(ARTICLE, DRAFT)) as model, ExitStack() as stack:
        variables = {f"SUMMARIZER_{name}": value for name, value in {"BASE_URL": model.base_url, **given}.items()}
        before = {name: os.environ.get(name) for name in variables}
        os.environ.update(variables)
        try:
            stack.enter_context(logs_as_before())
            app = create_app()
            with socket.create_server(("127.0.0.1", 0)) as listening:
                port = listening.getsockname()[1]
                server = uvicorn.Server(uvicorn.Config(app, http=BoundedProtocol, log_config=None, access_log=False))
                thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
                thread.start()
                with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30, headers=headers) as client:
                    service = Service(model, client, server, thread)
                    _wait_for(service)
                    try:
                        yield service
                    finally:
                        service.stop()
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value


@contextmanager
def logs_as_before() -> Iterator[None]:
    """The service sets up the logs of its process, which here is that of all tests."""
    root = logging.getLogger()
    try:
        yield
    finally:
        # What pytest itself has put there stays.
        ours = {handler for name in (LOGGER, "uvicorn") for handler in logging.getLogger(name).handlers}
        root.handlers = [handler for handler in root.handlers if handler not in ours]
        for name in (LOGGER, "uvicorn", "uvicorn.error", "uvicorn.access"):
            log = logging.getLogger(name)
            log.handlers, log.propagate, log.disabled = [], True, False
            log.setLevel(logging.NOTSET)


def _wait_for(service: Service) -> None:
    until = time.monotonic() + 20
    while not service.server.started:
        if not service.thread.is_alive() or time.monotonic() > until:
            raise AssertionError("the service did not start")
        time.sleep(0.01)


def cache_at(folder: Path) -> dict[str, str]:
    """Settings for a cache in a folder."""
    return {"CACHE": "1", "CACHE_FILE": str(folder / "briefings.sqlite3")}
