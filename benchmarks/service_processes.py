"""The processes of the load benchmark: the model server, and `summarizer serve` with its workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.listening import free_port, wait_for

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Service:
    """A running service."""

    port: int
    process: subprocess.Popen[bytes]

    def cpu_seconds(self) -> float:
        """What its processes have used so far."""
        return sum(sum(map(int, _stat(pid)[11:13])) for pid in self._all()) / _TICKS

    def memory(self) -> int:
        """What its processes hold in memory, in bytes."""
        return sum(map(memory_of, self._all()))

    def terminate(self) -> None:
        """Tell it to end."""
        self.process.send_signal(signal.SIGTERM)

    def wait(self) -> int:
        """Its exit code."""
        return self.process.wait(60)

    def _all(self) -> list[int]:
        found, left = [], [self.process.pid]
        while left:
            pid = left.pop()
            found.append(pid)
            for task in Path(f"/proc/{pid}/task").glob("*/children"):
                left += [int(child) for child in task.read_text().split()]
        return found


def memory_of(pid: int) -> int:
    """What a process holds in memory, in bytes."""
    return int(_stat(pid)[21]) * os.sysconf("SC_PAGE_SIZE")


def _stat(pid: int) -> list[str]:
    """The fields behind the process's name, the state first."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def model_server(seconds: float) -> AbstractContextManager[int]:
    """A model server that answers after a while; its port."""
    return listening("benchmarks.service_model", seconds)


@contextmanager
def listening(module: str, *arguments: object) -> Iterator[int]:
    """A module that runs as a process of its own and listens on the port that is its first argument; the port."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", module, str(port), *map(str, arguments)])
    try:
        wait_for(port, process)
        yield port
    finally:
        process.kill()
        process.wait()


@contextmanager
def service(model: int, workers: int, **settings: str) -> Iterator[Service]:
    """`summarizer serve` before a model server, with these variables."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        given = {
            "BASE_URL": f"http://127.0.0.1:{model}/v1", "API_KEY": "load", "MODELS": "load/model", "RATE": "off",
            "CACHE_FILE": f"{folder}/briefings.sqlite3", **settings,
        }  # fmt: skip
        environment = {**os.environ, **{f"SUMMARIZER_{name}": value for name, value in given.items()}}
        with Path(folder, "log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "summarizer", "serve", "--port", str(port), "--workers", str(workers)],
                stderr=log, env=environment,
            )  # fmt: skip
        try:
            wait_for(port, process)
            yield Service(port, process)
        finally:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
