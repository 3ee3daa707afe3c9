"""Processes that listen on a port of loopback: a free port for one, and waiting until it is there."""

from __future__ import annotations

import socket
import subprocess
import time
from typing import Any


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def wait_for(port: int, process: subprocess.Popen[Any], *, seconds: float = 60.0) -> None:
    """Wait until the process listens on the port. Raises `AssertionError` where it ends before, or takes longer."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError(f"the process did not come to listen: {process.args!r}")
