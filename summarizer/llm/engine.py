"""The embedded engine: llama.cpp's own server inside this process, on a loopback port, behind a random key.

So the embedded model is one more OpenAI-compatible endpoint, and there is one code path for all models.

How it ends: the native server has no `close()`; it stops when its Python object goes away, and that waits
for requests under way, while it holds the interpreter's lock. A request whose answer can no longer come
would then hang the process for good (seen here with xllamacpp 2026.10, on `del` as on Ctrl-C). `close()`
therefore ends the connections first, which makes their handlers give up, and drops the server then. It runs
at interpreter exit too.

A process forked from one that runs an engine leaves that engine alone and starts one of its own. It must end
as the children of `multiprocessing` do, without running exit handlers: the native library's wait for threads
that stayed with the parent.
"""

from __future__ import annotations

import atexit
import ctypes
import http.client
import os
import secrets
import socket
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from summarizer.errors import (
    ModelUnavailableError,
    UnknownModelError,
    WeightsCorruptError,
    WeightsUnavailableError,
)

if TYPE_CHECKING:
    from xllamacpp import CommonParams, Server

_LOOPBACK = "127.0.0.1"
_NO_HEADER = "\x7f"
"""A value that no HTTP header may hold, so the server leaves the header out; an empty one it would send."""
_SILENT = -1
_MAGIC = b"GGUF"
_SECONDS_TO_END_REQUESTS = 3.0
_SECONDS_TO_BEGIN_WORK = 60.0


@dataclass(frozen=True)
class EngineSettings:
    """How the engine runs.

    `context_tokens` is shared by the `slots`, so each request has `context_tokens / slots`. Its memory is
    taken at the start, about 28 KB a token for Qwen2.5-Coder-1.5B: 460 MB for 16,384 tokens. The process
    then takes 2.3 GB in all, of which 1.1 GB is the mapped file, which the system may drop.

    One slot is the fastest way for many small questions on a CPU: one stream decodes as many tokens a
    second as four together (31 to 35 on 2 cores), and the prompt that all questions share is read once
    instead of once a slot.

    `threads` is the number of CPU cores to use; None means all that this process may use.
    """

    context_tokens: int = 16_384
    slots: int = 1
    threads: int | None = None


class EmbeddedEngine:
    """One model file behind one OpenAI-compatible endpoint in this process.

    Nothing happens until `start()` or `base_url` is first used. Starting takes about two seconds, during
    which all Python threads of the process stand still (the native constructor keeps the interpreter's
    lock), so a service should start it before it takes requests. All methods may be called from any thread.
    """

    def __init__(self, weights: Path, name: str, settings: EngineSettings | None = None) -> None:
        """`weights` is a checked GGUF file, `name` what the endpoint calls the model in its answers."""
        self.weights = weights
        self.name = name
        self.settings = settings or EngineSettings()
        self.api_key = secrets.token_urlsafe(32)
        """The key that the endpoint demands; random, and never shown."""
        self._lock = threading.Lock()
        self._server: Server | None = None
        self._closed = False
        self._process = 0

    @property
    def base_url(self) -> str:
        """The endpoint's address for an OpenAI client (`http://127.0.0.1:PORT/v1`); starts the engine.

        Raises as `start` does.
        """
        return f"{self.start()}/v1"

    @property
    def running(self) -> bool:
        """Whether the endpoint is there."""
        return self._server is not None and self._process == os.getpid()

    @property
    def closed(self) -> bool:
        """Whether `close` was called; a closed engine does not start again."""
        return self._closed

    def start(self) -> str:
        """Start the server unless it runs, and return its address without a path. It runs until `close`.

        Raises WeightsUnavailableError (no file), WeightsCorruptError (no GGUF file), ModelUnavailableError
        (the engine could not load it, or was closed), UnknownModelError (xllamacpp is not installed).
        """
        with self._lock:
            if self._closed:
                raise ModelUnavailableError(f"The engine of {self.name} was closed.", provider="embedded")
            if self._server is not None and self._process != os.getpid():
                _leak(self._server)
                self._server = None
            if self._server is None:
                self._server = self._load()
                self._process = os.getpid()
                atexit.register(self.close)
            return str(self._server.listening_address)

    def close(self) -> None:
        """End requests under way, take the endpoint away and free the memory; for good, and at most once.

        Takes about a second at most. A client whose request was cut sees a closed connection.
        """
        with self._lock:
            self._closed = True
            server, self._server = self._server, None
            if server is None:
                return
            atexit.unregister(self.close)
            if self._process != os.getpid():
                _leak(server)
                return
            _end_connections(int(_address(server).rpartition(":")[2]))
            # The server stops here, as the last reference goes.
            del server

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _load(self) -> Server:
        _require_gguf(self.weights)
        try:
            import xllamacpp
        except ImportError as error:
            raise UnknownModelError(
                f"The model {self.name} needs the embedded engine, which can't be imported ({error}).",
                hint='Run `pip install "summarizer[embedded]"`.',
            ) from error
        try:
            server = xllamacpp.Server(self._parameters(xllamacpp.CommonParams()))
        except RuntimeError as error:
            # Its reason is in the native log only, which is silent.
            raise ModelUnavailableError(
                f"The embedded engine could not load {self.weights} "
                f"with {self.settings.context_tokens:,} tokens of context.",
                hint="Run `summarizer models verify` to check the file, and see that enough memory is free.",
                provider="embedded",
            ) from error
        self._wait_until_it_works(server)
        return server

    def _wait_until_it_works(self, server: Server) -> None:
        """Ask for something that the server's work loop answers.

        The constructor comes back a moment before that loop begins, and a server that is dropped in between
        never stops: the loop overwrites the order to end (xllamacpp 2026.10).
        """
        connection = http.client.HTTPConnection(_address(server), timeout=_SECONDS_TO_BEGIN_WORK)
        try:
            connection.request("GET", "/lora-adapters", headers={"Authorization": f"Bearer {self.api_key}"})
            connection.getresponse().read()
        except (OSError, http.client.HTTPException) as error:
            _leak(server)
            raise ModelUnavailableError(
                f"The embedded engine started but does not answer on loopback ({error}).",
                hint="Look for a firewall or a sandbox that forbids loopback connections.",
                provider="embedded",
            ) from error
        finally:
            connection.close()

    def _parameters(self, parameters: CommonParams) -> CommonParams:
        """Fill in what the server is told: the model, its size, and a closed door."""
        threads = self.settings.threads or usable_cores()
        values: dict[str, Any] = {
            "model_alias": {self.name},
            "n_ctx": self.settings.context_tokens,
            "n_parallel": self.settings.slots,
            # Prompts kept in memory beside the slots; the default is 8 GB.
            "cache_ram_mib": 256,
            # Would read the model's head twice to fit it to a GPU's memory: half a second for nothing.
            "fit_params": False,
            "verbosity": _SILENT,
            "offline": True,
            "hostnames": [_LOOPBACK],
            "port": 0,
            "api_keys": [self.api_key],
            "cors_origins": _NO_HEADER,
            "cors_credentials": False,
            "cors_methods": _NO_HEADER,
            "cors_headers": _NO_HEADER,
            "ui": False,
            "endpoint_slots": False,
            "endpoint_props": False,
            "endpoint_metrics": False,
        }
        for field, value in values.items():
            setattr(parameters, field, value)
        parameters.model.path = os.fspath(self.weights)
        parameters.cpuparams.n_threads = threads
        parameters.cpuparams_batch.n_threads = threads
        return parameters


_shared: dict[tuple[Path, str, EngineSettings], EmbeddedEngine] = {}
_shared_lock = threading.Lock()


def shared_engine(weights: Path, name: str, settings: EngineSettings | None = None) -> EmbeddedEngine:
    """The one engine of this process for a file and settings; made on the first call, started when used.

    A closed one is replaced by a new one.
    """
    settings = settings or EngineSettings()
    key = (weights.resolve(), name, settings)
    with _shared_lock:
        engine = _shared.get(key)
        if engine is None or engine.closed:
            engine = _shared[key] = EmbeddedEngine(weights, name, settings)
        return engine


def usable_cores() -> int:
    """The number of CPU cores that this process may use: its affinity, and the container's quota (cgroup 2).

    More threads than that make llama.cpp many times slower, for its threads wait for each other by spinning.
    """
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:
        cores = os.cpu_count() or 1
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text(encoding="ascii").split()
        return max(1, min(cores, int(quota) // int(period)))
    except (OSError, ValueError):
        return cores


def _require_gguf(path: Path) -> None:
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except OSError as error:
        raise WeightsUnavailableError(
            f"The weights {path} can't be read ({error.strerror}).", hint="Run `summarizer models pull`."
        ) from error
    if magic != _MAGIC:
        raise WeightsCorruptError(
            f"{path} is no GGUF file.", hint="Run `summarizer models verify`, then `summarizer models pull`."
        )


def _address(server: Server) -> str:
    """`host:port`."""
    return str(server.listening_address).removeprefix("http://")


def _end_connections(port: int) -> None:
    """Shut down this process's TCP connections from and to the server's own port, until none is left.

    The server's ends of them are file descriptors of this process too, so all are found, whoever the client
    is. Other threads may run meanwhile, which lets them see the end.
    """
    give_up = time.monotonic() + _SECONDS_TO_END_REQUESTS
    while _shut_down_connections(port) and time.monotonic() < give_up:
        time.sleep(0.02)


def _shut_down_connections(port: int) -> int:
    server = (_LOOPBACK, port)
    ended = 0
    for name in os.listdir("/dev/fd"):  # noqa: PTH208
        try:
            connection = socket.socket(fileno=int(name))
        except OSError:
            # No socket.
            continue
        try:
            if server in (connection.getsockname(), connection.getpeername()):
                connection.shutdown(socket.SHUT_RDWR)
                ended += 1
        except OSError:
            # Not a connected one.
            continue
        finally:
            # The descriptor stays with its owner.
            connection.detach()
    return ended


def _leak(server: Server) -> None:
    """Keep a server from ever being freed, where that would wait for ever.

    So it is with a forked copy, whose threads stayed with the parent, and with one that never began to work.
    """
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(server))
