"""The engine around the native server: when it starts, what it is told, and that it ends. Needs no weights."""

from __future__ import annotations

import gc
import importlib.util
import os
import socket
import subprocess
import sys
import threading
import time
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import (
    ModelUnavailableError,
    UnknownModelError,
    WeightsCorruptError,
    WeightsUnavailableError,
)
from summarizer.llm import engine as engine_module
from summarizer.llm.engine import EmbeddedEngine, EngineSettings, shared_engine, usable_cores

NAME = "embedded/small"


class FakeServer:
    """Listens on loopback as the native server does, answers the first request only, keeps what it was told."""

    started: list[FakeServer]
    delay = 0.0
    works = True

    def __init__(self, parameters: Any) -> None:
        time.sleep(self.delay)
        self.parameters = parameters
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.listening_address = f"http://127.0.0.1:{self.port}"
        self.started.append(self)
        self.first_request = b""
        threading.Thread(target=self._answer_once, daemon=True).start()

    def _answer_once(self) -> None:
        with self.accept() as connection:
            self.first_request = connection.recv(4096)
            if self.works:
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]")

    def accept(self) -> socket.socket:
        return self.socket.accept()[0]


@pytest.fixture
def servers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[FakeServer]]:
    """A stand-in for xllamacpp; the servers that were started."""
    started: list[FakeServer] = []
    monkeypatch.setattr(FakeServer, "started", started, raising=False)
    module = types.ModuleType("xllamacpp")

    def parameters() -> types.SimpleNamespace:
        part = types.SimpleNamespace
        return part(model=part(), cpuparams=part(), cpuparams_batch=part())

    module.CommonParams = parameters  # type: ignore[attr-defined]
    module.Server = FakeServer  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "xllamacpp", module)
    yield started
    for server in started:
        server.socket.close()


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    path = tmp_path / "small.gguf"
    path.write_bytes(b"GGUF" + bytes(100))
    return path


@pytest.fixture
def engine(weights: Path, servers: list[FakeServer]) -> Iterator[EmbeddedEngine]:
    engine = EmbeddedEngine(weights, NAME)
    yield engine
    engine.close()


def test_nothing_starts_before_the_address_is_asked_for(engine: EmbeddedEngine, servers: list[FakeServer]) -> None:
    assert not engine.running
    assert servers == []
    assert engine.base_url == f"{servers[0].listening_address}/v1"
    assert engine.running


def test_many_threads_start_one_server(
    engine: EmbeddedEngine, servers: list[FakeServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakeServer, "delay", 0.05)
    found: set[str] = set()
    threads = [threading.Thread(target=lambda: found.add(engine.base_url)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(servers) == 1
    assert found == {engine.base_url}


def test_the_server_gets_a_closed_door(engine: EmbeddedEngine, servers: list[FakeServer]) -> None:
    engine.start()
    told = servers[0].parameters
    assert told.api_keys == [engine.api_key]
    assert told.hostnames == ["127.0.0.1"]
    assert (told.ui, told.endpoint_slots, told.endpoint_props, told.endpoint_metrics) == (False,) * 4
    assert told.offline
    assert told.cache_ram_mib == 256
    assert told.model_alias == {NAME}, "no path of this machine in an answer"


def test_a_started_engine_has_shown_that_it_works(engine: EmbeddedEngine, servers: list[FakeServer]) -> None:
    engine.start()
    assert servers[0].first_request.startswith(b"GET /lora-adapters ")
    assert f"Authorization: Bearer {engine.api_key}".encode() in servers[0].first_request


def test_an_engine_that_does_not_answer_is_an_error(
    engine: EmbeddedEngine, servers: list[FakeServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakeServer, "works", False)
    with pytest.raises(ModelUnavailableError, match="does not answer on loopback"):
        engine.start()
    assert not engine.running


def test_settings_reach_the_server(weights: Path, servers: list[FakeServer]) -> None:
    with EmbeddedEngine(weights, NAME, EngineSettings(context_tokens=4096, slots=2, threads=3)):
        told = servers[0].parameters
    assert (told.n_ctx, told.n_parallel) == (4096, 2)
    assert (told.cpuparams.n_threads, told.cpuparams_batch.n_threads) == (3, 3)
    assert told.model.path == str(weights)


def test_each_engine_has_a_key_of_its_own_that_nothing_shows(weights: Path) -> None:
    first, second = EmbeddedEngine(weights, NAME), EmbeddedEngine(weights, NAME)
    assert first.api_key != second.api_key
    assert len(first.api_key) >= 32
    assert first.api_key not in repr(first)


def test_close_ends_requests_under_way_and_drops_the_server(engine: EmbeddedEngine, servers: list[FakeServer]) -> None:
    engine.start()
    client = socket.create_connection(("127.0.0.1", servers[0].port))
    idle = servers[0].accept()
    ended: list[bytes] = []
    thread = threading.Thread(target=lambda: ended.append(client.recv(1)), daemon=True)
    thread.start()
    engine.close()
    thread.join(5)
    assert ended == [b""], "the client sees the end"
    assert idle.recv(1) == b"", "and so does the server"
    assert not engine.running
    client.close()
    idle.close()


def test_close_leaves_other_connections_alone(engine: EmbeddedEngine, servers: list[FakeServer]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        client = socket.create_connection(other.getsockname())
        peer = other.accept()[0]
        engine.start()
        engine.close()
        client.sendall(b"still here")
        assert peer.recv(100) == b"still here"
        client.close()
        peer.close()


def test_close_opens_and_leaves_no_file_descriptor(engine: EmbeddedEngine, servers: list[FakeServer]) -> None:
    engine.start()
    # Files that an earlier test of this process left to the garbage collector would end between the two counts.
    gc.collect()
    before = len(list(Path("/dev/fd").iterdir()))
    engine.close()
    gc.collect()
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_close_is_for_good_and_may_come_twice(engine: EmbeddedEngine) -> None:
    engine.start()
    engine.close()
    engine.close()
    assert engine.closed
    with pytest.raises(ModelUnavailableError, match="was closed"):
        engine.start()


def test_an_error_in_the_block_closes_the_engine(weights: Path, servers: list[FakeServer]) -> None:
    engine = EmbeddedEngine(weights, NAME)
    with pytest.raises(KeyError), engine:
        raise KeyError("x")
    assert engine.closed


def test_one_engine_a_file_and_settings(weights: Path, servers: list[FakeServer]) -> None:
    first = shared_engine(weights, NAME)
    assert shared_engine(weights.parent / "." / weights.name, NAME, EngineSettings()) is first
    assert shared_engine(weights, NAME, EngineSettings(slots=2)) is not first
    first.close()
    second = shared_engine(weights, NAME)
    assert second is not first
    assert second.base_url


@pytest.fixture(autouse=True)
def forget_shared_engines() -> Iterator[None]:
    yield
    for engine in engine_module._shared.values():
        engine.close()
    engine_module._shared.clear()


def test_a_forked_process_leaves_the_parents_server_alone(
    engine: EmbeddedEngine, servers: list[FakeServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.start()
    client = socket.create_connection(("127.0.0.1", servers[0].port))
    peer = servers[0].accept()
    with monkeypatch.context() as forked:
        forked.setattr(os, "getpid", lambda: -1)
        assert not engine.running
        engine.close()
    client.sendall(b"still here")
    assert peer.recv(100) == b"still here"
    client.close()
    peer.close()


def test_no_file_is_told_with_the_way_out(tmp_path: Path, servers: list[FakeServer]) -> None:
    with pytest.raises(WeightsUnavailableError, match="summarizer models pull"):
        EmbeddedEngine(tmp_path / "none.gguf", NAME).start()
    assert servers == []


def test_a_file_of_another_kind_is_corrupt(tmp_path: Path, servers: list[FakeServer]) -> None:
    path = tmp_path / "page.gguf"
    path.write_text("<html>")
    with pytest.raises(WeightsCorruptError, match="summarizer models verify") as caught:
        EmbeddedEngine(path, NAME).start()
    assert str(path) in caught.value.message


def test_a_missing_extra_is_told_with_its_name(weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(UnknownModelError, match=r"summarizer\[embedded\]"):
        EmbeddedEngine(weights, NAME).start()


LOAD_A_BROKEN_FILE = """
import sys
from pathlib import Path
from summarizer.errors import ModelUnavailableError
from summarizer.llm.engine import EmbeddedEngine
try:
    EmbeddedEngine(Path(sys.argv[1]), "embedded/small").start()
except ModelUnavailableError as error:
    print(error, error.retryable)
"""


def test_a_broken_gguf_is_an_error_of_ours_and_the_native_log_silent(weights: Path) -> None:
    """In a process of its own, with the real engine: what it writes past Python would be seen."""
    if importlib.util.find_spec("xllamacpp") is None:
        pytest.skip("the embedded engine (xllamacpp) is not installed")
    command = [sys.executable, "-c", LOAD_A_BROKEN_FILE, str(weights)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert str(weights) in done.stdout
    assert "summarizer models verify" in done.stdout
    assert done.stdout.endswith("False\n"), "not worth another try"


def test_importing_the_engine_loads_no_native_code() -> None:
    code = "import sys, summarizer.llm.engine, summarizer.llm.weights; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"xllamacpp", "huggingface_hub", "httpx2"} & set(done.stdout.split())


@pytest.mark.parametrize(
    ("quota", "affinity", "cores"),
    [("200000 100000", 8, 2), ("50000 100000", 8, 1), ("max 100000", 8, 8), ("900000 100000", 4, 4), ("", 4, 4)],
)
def test_the_cores_are_those_that_a_container_may_use(
    monkeypatch: pytest.MonkeyPatch, quota: str, affinity: int, cores: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(affinity)), raising=False)
    monkeypatch.setattr(Path, "read_text", lambda *_, **__: quota)
    assert usable_cores() == cores
