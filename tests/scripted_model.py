"""A scripted endpoint that speaks the OpenAI protocol, on loopback, for what cassettes can't show.

    with ScriptedModel([status(429, **{"Retry-After": "0"}), {"words": "said", "speaker": "Ada"}]) as model:
        Summarizer("scripted/one", base_url=model.base_url).brief(article)
    assert len(model.requests) == 2

A script is a sequence of replies, given in the order in which requests arrive, or a function from a request
to its reply. A mapping stands for an answer whose content is that JSON. A further fault is one more function
that returns a `Reply`, or one more `Ending`.
"""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Literal, Self

Ending = Literal["whole", "dripping", "cut", "stalled", "silent", "reset"]
"""How a reply ends: `whole`; `dripping`, whole but a few bytes at a time; `cut` and `stalled` after half of the body,
with the line closed or left open; `silent` and `reset` before the first byte."""


DRIPS = 20
"""Pieces in which a reply drips, about."""
BETWEEN_DRIPS = 0.005
"""Seconds between two of them."""


@dataclass(frozen=True)
class Request:
    """A request as it arrived."""

    path: str
    headers: Mapping[str, str]
    """Names in lower case."""
    body: Mapping[str, Any]
    """The JSON that was sent."""

    @property
    def messages(self) -> Sequence[Mapping[str, str]]:
        """The messages, in order."""
        messages: Sequence[Mapping[str, str]] = self.body["messages"]
        return messages

    @property
    def system(self) -> str:
        """What the model was told to do."""
        return self._content("system")

    @property
    def user(self) -> str:
        """What the model was asked about."""
        return self._content("user")

    @property
    def question(self) -> str:
        """The name of the class that the answer must fit."""
        return str(self.body["response_format"]["json_schema"]["name"])

    @property
    def schema(self) -> Mapping[str, Any]:
        """The JSON schema that was sent along."""
        schema: Mapping[str, Any] = self.body["response_format"]["json_schema"]["schema"]
        return schema

    def _content(self, role: str) -> str:
        return "\n".join(message["content"] for message in self.messages if message["role"] == role)


@dataclass(frozen=True)
class Reply:
    """What the endpoint does with one request."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    delay: float = 0.0
    """Seconds before anything is sent."""
    ending: Ending = "whole"


Answer = Reply | Mapping[str, Any]
Script = Sequence[Answer] | Callable[[Request], Answer]

AT_ONCE = {"Retry-After": "0"}
"""Headers with which a fault is tried again without a wait."""
SILENCE = Reply(ending="silent")
"""The request is taken, and nothing comes back."""
RESET = Reply(ending="reset")
"""The connection is reset once the request was read."""


def answer(
    content: Mapping[str, Any] | str | None,
    *,
    tokens: tuple[int, int] = (100, 20),
    finish_reason: str = "stop",
    refusal: str | None = None,
) -> Reply:
    """A chat completion with this content (JSON where it is a mapping) and these input and output tokens."""
    text = json.dumps(content, ensure_ascii=False) if isinstance(content, Mapping) else content
    message = {"role": "assistant", "content": text, "refusal": refusal}
    return completion([{"index": 0, "message": message, "finish_reason": finish_reason}], tokens=tokens)


def completion(choices: Sequence[Mapping[str, Any]], *, tokens: tuple[int, int] = (100, 20)) -> Reply:
    """A chat completion with these choices, which may be none."""
    read, written = tokens
    usage = {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}
    body = {
        "id": "chatcmpl-scripted",
        "object": "chat.completion",
        "created": 1_900_000_000,
        "model": "scripted",
        "choices": list(choices),
        "usage": usage,
    }
    return _json(200, body)


def no_choices() -> Reply:
    """A success with nothing in it, as some gateways send."""
    return completion([])


def refusal(words: str = "I can't help with that.") -> Reply:
    """The model declines, in the protocol's own field."""
    return answer(None, refusal=words)


def filtered() -> Reply:
    """The provider filtered the answer."""
    return answer("", finish_reason="content_filter")


def truncated(text: str = '{"words": "sa') -> Reply:
    """An answer that was cut at the length limit."""
    return answer(text, finish_reason="length")


def status(code: int, *, message: str = "scripted fault", param: str | None = None, **headers: str) -> Reply:
    """An error in the protocol's form, with these headers; `param` is the request's parameter that it is about."""
    error = {"message": message, "type": "scripted", "code": None, "param": param}
    return replace(_json(code, {"error": error}), headers={"Content-Type": "application/json", **headers})


def slow(reply: Answer, seconds: float) -> Reply:
    """The same reply, later."""
    return replace(as_reply(reply), delay=seconds)


def ending(reply: Answer, end: Ending) -> Reply:
    """The same reply with another ending."""
    return replace(as_reply(reply), ending=end)


def as_reply(reply: Answer) -> Reply:
    """A reply from what a script may hold."""
    return reply if isinstance(reply, Reply) else answer(reply)


def _json(code: int, body: Mapping[str, Any]) -> Reply:
    return Reply(code, {"Content-Type": "application/json"}, json.dumps(body, ensure_ascii=False).encode())


def refusing_address() -> str:
    """An address of this machine where nobody listens, and nobody will while the tests run."""
    return f"http://127.0.0.1:{_held().getsockname()[1]}/v1"


@cache
def _held() -> socket.socket:
    """A socket that has a port and does not listen: a port let go would soon be another test's."""
    held = socket.socket()
    held.bind(("127.0.0.1", 0))
    return held


class ScriptedModel:
    """The endpoint. A context manager; it listens while it is entered.

    Leaving it raises `AssertionError` where a request came that the script did not foresee.
    """

    def __init__(self, script: Script, tls: ssl.SSLContext | None = None) -> None:
        self._script = script
        self._server = _Server(self)
        self._scheme = "https" if tls else "http"
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._lock = threading.Lock()
        self._under_way = 0
        self._unforeseen: list[str] = []
        self.requests: list[Request] = []
        """What arrived, in that order."""
        self.most_at_once = 0
        """How many requests were under way together at most."""
        self.ended = threading.Event()
        """Set when the endpoint goes away; ends every wait."""

    @property
    def base_url(self) -> str:
        """The address for an OpenAI client."""
        return f"{self._scheme}://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.ended.set()
        self._server.shutdown()
        self._server.end_connections()
        self._server.server_close()
        self._thread.join()
        if error is None and self._unforeseen:
            raise AssertionError("The script did not foresee: " + "; ".join(self._unforeseen))

    def reply_to(self, request: Request) -> Reply:
        """The script's reply; an unforeseen request is answered with 400, which no client retries."""
        with self._lock:
            self.requests.append(request)
            number = len(self.requests)
        try:
            if callable(self._script):
                return as_reply(self._script(request))
            return as_reply(self._script[number - 1])
        except Exception as error:  # noqa: BLE001 - raised again when the endpoint is left
            self._unforeseen.append(f"request {number} ({type(error).__name__}: {error})")
            return status(400, message="The script did not foresee this request.")

    def count(self, change: int) -> None:
        """Count requests under way."""
        with self._lock:
            self._under_way += change
            self.most_at_once = max(self.most_at_once, self._under_way)


class _Server(ThreadingHTTPServer):
    request_queue_size = 64

    def __init__(self, model: ScriptedModel) -> None:
        self.model = model
        self._connections: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)
        # Threads are joined when the server closes, so that no test leaves one behind.
        self.daemon_threads = False

    def process_request(self, request: Any, client_address: Any) -> None:
        self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._connections.discard(request)
        super().shutdown_request(request)

    def end_connections(self) -> None:
        for connection in list(self._connections):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                # Closed by the other side already.
                continue

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what many tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        model = self.server.model
        model.count(+1)
        try:
            self._send(model.reply_to(Request(self.path, headers, json.loads(body))))
        finally:
            model.count(-1)

    def _send(self, reply: Reply) -> None:
        ended = self.server.model.ended
        if ended.wait(reply.delay) or reply.ending == "silent":
            ended.wait()
            self.close_connection = True
        elif reply.ending == "reset":
            # Lingering for no time makes closing a reset.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True
        else:
            self._write(reply)

    def _write(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if reply.ending == "whole":
            self.wfile.write(reply.body)
            return
        if reply.ending == "dripping":
            size = max(1, len(reply.body) // DRIPS)
            for at in range(0, len(reply.body), size):
                self.wfile.write(reply.body[at : at + size])
                self.server.model.ended.wait(BETWEEN_DRIPS)
            return
        self.wfile.write(reply.body[: len(reply.body) // 2])
        if reply.ending == "stalled":
            self.server.model.ended.wait()
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the test output clean."""
