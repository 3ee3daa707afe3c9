"""A scripted provider with files and batches, on loopback, whose model answers by a script as in `scripted_model`.

    with BatchServer(reads_well) as server:
        ... "--base-url", server.base_url ...
    assert [len(batch.calls) for batch in server.batches] == [3]

The script answers each call of a batch when the batch ends, and an ordinary call at once. A mapping or `Reply` of the
script is its answer; `None` is no answer, which the batch tells as expired. `looks` is how often a batch is looked at
before it ends; while `held` is set none does.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from tests.scripted_model import RESET, Answer, Reply, Request, as_reply, status

Script = Callable[[Request], Answer | None]
Fault = Callable[[str, str], Reply | None]
"""What is sent in place of the answer to a method and path, after it was done all the same."""


@dataclass
class Batch:
    """A batch as the provider has it."""

    id: str
    file: str
    metadata: Mapping[str, str]
    calls: list[dict[str, Any]]
    """The lines of its file."""
    created_at: float
    ends_as: str
    status: str = "validating"
    looks: int = 0
    """How often it was looked at."""
    output: str | None = None
    errors: str | None = None
    problem: Mapping[str, str] | None = None

    def told(self) -> dict[str, Any]:
        """As the protocol has it."""
        return {
            "id": self.id, "object": "batch", "endpoint": "/v1/chat/completions", "status": self.status,
            "input_file_id": self.file, "output_file_id": self.output, "error_file_id": self.errors,
            "created_at": self.created_at, "metadata": self.metadata, "completion_window": "24h",
            "errors": {"object": "list", "data": [self.problem]} if self.problem else None,
        }  # fmt: skip


@dataclass
class BatchServer:
    """The provider. A context manager; it listens while it is entered."""

    script: Script
    looks: int = 1
    ends: Callable[[int], str] = lambda number: "completed"
    """How the batch with this number, from 1, ends."""
    problem: Mapping[str, str] = field(default_factory=dict)
    """Why a batch failed."""
    fault: Fault = lambda method, path: None
    lost: Callable[[str, str], bool] = lambda method, path: False
    """Which requests get no answer and are not done."""
    delays: dict[str, float] = field(default_factory=dict)
    """Seconds that the answer to a method and path takes."""
    held: threading.Event = field(default_factory=threading.Event)
    files: dict[str, bytes] = field(default_factory=dict)
    """What is there now."""
    names: dict[str, str] = field(default_factory=dict)
    batches: list[Batch] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    """Methods and paths, in the order in which they came; not of those that were lost."""
    keys: set[str] = field(default_factory=set)
    """What was in the field `Authorization`."""

    def __post_init__(self) -> None:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.provider = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self.lock = threading.Lock()

    @property
    def base_url(self) -> str:
        """The address for an OpenAI client."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    @property
    def calls(self) -> list[int]:
        """How many calls each batch has."""
        return [len(batch.calls) for batch in self.batches]

    def count(self, start: str) -> int:
        """How many requests began so: `POST /v1/files`."""
        return sum(1 for line in self.log if line.startswith(start))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def reply_to(self, method: str, target: str, body: bytes, kind: str) -> Reply:
        """What the provider sends."""
        path = urlsplit(target).path
        time.sleep(self.delays.get(f"{method} {path}", 0.0))
        with self.lock:
            if self.lost(method, path):
                return RESET
            self.log.append(f"{method} {path}")
            told = self._done(method, path.removeprefix("/v1").strip("/").split("/"), target, body, kind)
            return self.fault(method, path) or told

    def _done(self, method: str, parts: list[str], target: str, body: bytes, kind: str) -> Reply:
        match method, parts:
            case "POST", ["chat", "completions"]:
                return as_reply(self.script(Request(target, {}, json.loads(body))) or status(503))
            case "POST", ["files"]:
                return self._uploaded(body, kind)
            case "GET", ["files"]:
                return _told({"data": [{"id": name, "filename": self.names[name]} for name in self.files]})
            case "GET", ["files", name, "content"] if name in self.files:
                return Reply(200, {"Content-Type": "application/octet-stream"}, self.files[name])
            case "DELETE", ["files", name] if name in self.files:
                del self.files[name]
                return _told({"id": name, "deleted": True})
            case "POST", ["batches"]:
                return self._created(json.loads(body))
            case "GET", ["batches"]:
                return self._listed(parse_qs(urlsplit(target).query))
            case "GET", ["batches", name]:
                return self._looked_at(name)
        return status(404)

    def _uploaded(self, body: bytes, kind: str) -> Reply:
        message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
        parts = {part.get_param("name", header="content-disposition"): part for part in message.iter_parts()}
        assert parts["purpose"].get_content().strip() == "batch"
        content, name = parts["file"].get_payload(decode=True), parts["file"].get_filename()
        assert isinstance(content, bytes)
        assert name is not None
        return _told({"id": self._kept(content, name)})

    def _kept(self, content: bytes, file_name: str) -> str:
        name = f"file-{len(self.names) + 1}"
        self.files[name], self.names[name] = content, file_name
        return name

    def _created(self, wanted: Mapping[str, Any]) -> Reply:
        if wanted["input_file_id"] not in self.files:
            return status(400, message="No such file.")
        assert wanted["endpoint"] == "/v1/chat/completions"
        assert wanted["completion_window"] == "24h"
        number = len(self.batches) + 1
        calls = [json.loads(line) for line in self.files[wanted["input_file_id"]].splitlines()]
        batch = Batch(
            f"batch_{number}", wanted["input_file_id"], wanted["metadata"], calls, 4e9 + number, self.ends(number)
        )
        self.batches.append(batch)
        return _told(batch.told())

    def _listed(self, query: Mapping[str, list[str]]) -> Reply:
        newest = self.batches[::-1]
        after = query.get("after", [""])[0]
        start = next((n + 1 for n, batch in enumerate(newest) if batch.id == after), 0)
        page = newest[start : start + int(query["limit"][0])]
        return _told({"data": [one.told() for one in page], "has_more": start + len(page) < len(newest)})

    def _looked_at(self, name: str) -> Reply:
        batch = next((one for one in self.batches if one.id == name), None)
        if batch is None:
            return status(404)
        batch.looks += 1
        if batch.status in ("validating", "in_progress"):
            batch.status = "in_progress"
            if batch.looks > self.looks and not self.held.is_set():
                self._end(batch)
        return _told(batch.told())

    def _end(self, batch: Batch) -> None:
        batch.status = batch.ends_as
        if batch.ends_as == "failed":
            batch.problem = self.problem
            return
        good: list[dict[str, Any]] = []
        bad: list[dict[str, Any]] = []
        for number, call in enumerate(batch.calls):
            answered = self.script(Request(call["url"], {}, call["body"]))
            line: dict[str, Any] = {"id": f"{batch.id}-{number}", "custom_id": call["custom_id"], "response": None}
            if answered is None:
                line["error"] = {"code": "batch_expired", "message": "It could not be done before the window's end."}
                bad.append(line)
                continue
            reply = as_reply(answered)
            line["response"] = {"status_code": reply.status, "request_id": "none", "body": json.loads(reply.body)}
            (good if reply.status == 200 else bad).append({**line, "error": None})
        batch.output, batch.errors = self._lines("output", good), self._lines("error", bad)

    def _lines(self, name: str, lines: list[dict[str, Any]]) -> str | None:
        # A provider keeps to no order.
        content = b"".join(json.dumps(line).encode() + b"\n" for line in reversed(lines))
        return self._kept(content, f"{name}.jsonl") if lines else None


def _told(body: Mapping[str, Any]) -> Reply:
    return Reply(200, {"Content-Type": "application/json"}, json.dumps(body).encode())


class _Server(ThreadingHTTPServer):
    request_queue_size = 64
    provider: BatchServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    # A connection each, so that the server ends without waiting for clients.
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_DELETE(self) -> None:
        self._answer()

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.provider.keys.add(self.headers.get("Authorization", ""))
        reply = self.server.provider.reply_to(self.command, self.path, body, self.headers.get("Content-Type", ""))
        if reply.ending != "whole":
            self.close_connection = True
            return
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the test output clean."""
