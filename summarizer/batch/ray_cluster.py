"""Being connected to Ray: to a cluster that is there, or to one of this machine that is started for the run."""

from __future__ import annotations

import logging
import os
import secrets
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import ray

from summarizer.errors import SettingsError
from summarizer.llm.engine import usable_cores
from summarizer.settings import Settings

QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}
"""Nothing is sent to Ray's makers, and its native log stays off the terminal; its files in /tmp/ray have what matters.
"""
SECONDS_TO_ANSWER = 10.0
"""Time that a cluster has to take a connection."""
_HINT = (
    "Check it with: ray status. A cluster that wants a token wants it here, too, as RAY_AUTH_TOKEN, with "
    "RAY_AUTH_MODE=token."
)
_WITH_THE_WISHES = frozenset({"api_key", "base_url", "model", "timeout", "language"})
"""Settings that no environment need tell a worker."""
_OF_THE_NODE = frozenset({"models_folder"})
"""Settings that are a node's own where nothing is set here."""


@contextmanager
def connected(address: str | None, workers: int) -> Iterator[None]:
    """Connected to the cluster at `address`; without one, to a Ray of this machine alone, which ends with the block.

    Where this process is connected already, it stays so. Raises `SettingsError` where no cluster can be had.
    """
    if ray.is_initialized():
        yield
        return
    if address is not None and "://" in address:
        raise SettingsError(
            f"{address} is an address of Ray's client, and a batch is driven from a machine of the cluster.",
            hint="Run it on the head node, with --address auto or HOST:6379.",
        )
    _be_quiet()
    try:
        _knock(address)
        with _standard_error_closed():
            if address is None:
                _start(workers)
            else:
                ray.init(address=address, log_to_driver=False, logging_level=logging.CRITICAL)
    except (ConnectionError, RuntimeError, ValueError, TimeoutError, OSError) as error:
        where = f"the Ray cluster at {address}" if address else "Ray on this machine"
        raise SettingsError(f"No connection to {where}: {error}", hint=_HINT) from None
    try:
        yield
    finally:
        ray.shutdown()


def _knock(address: str | None) -> None:
    """Ray itself would try for minutes where nobody listens."""
    host, found, port = (address or "").rpartition(":")
    if found and port.isdecimal():
        socket.create_connection((host.strip("[]"), int(port)), SECONDS_TO_ANSWER).close()


def _be_quiet() -> None:
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    # What ends a run is raised; what does not is counted and mended here.
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)


@contextmanager
def _standard_error_closed() -> Iterator[None]:
    """Ray's native part tells there, before anything can keep it from it, that it will tell nothing."""
    kept = os.dup(2)
    nothing = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nothing)


def _start(workers: int) -> None:
    # Ray listens on all addresses of the machine and runs what it is told by whoever has its token (since 2.59 it asks
    # for one by itself). It would write one into the home folder; this one is of this process.
    if "RAY_AUTH_TOKEN_PATH" not in os.environ:
        os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
    ray.init(
        address="local", num_cpus=max(workers, usable_cores()), include_dashboard=False, log_to_driver=False,
        logging_level=logging.CRITICAL,
    )  # fmt: skip


def worker_environment(settings: Settings) -> Mapping[str, str]:
    """What workers' environment says, so that their settings are those of this process; nothing in it is secret.

    Where nothing is set here, a node keeps a folder of weights of its own.
    """
    told = {name: "" for name in Settings.model_fields if name not in _OF_THE_NODE}
    told |= {name: str(getattr(settings, name)) for name in settings.model_fields_set - _WITH_THE_WISHES}
    return {f"SUMMARIZER_{name.upper()}": value for name, value in sorted(told.items())}


def one_for_each_node() -> tuple[int, int]:
    """How many workers there can be with no two on a node, and how many cores each has to take for that.

    It is more than half of those of the largest node; nodes that have less get none.
    """
    known: Callable[[], Any] = ray.nodes
    cores = [int(node["Resources"].get("CPU", 0)) for node in known() if node["Alive"]]
    each = max(cores) // 2 + 1
    return sum(1 for count in cores if count >= each), each
