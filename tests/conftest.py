"""Fences around every test: no network but loopback, no real model, nothing of the environment, no chance.

What crosses a fence raises a `BaseException`, so that no client can take it for a failed call and retry.
"""

from __future__ import annotations

import os
import signal
import sys
import types
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import vcr.stubs.httpx_stubs

from tests.cassettes import CassetteMissError
from tests.reaching_out import other_machine
from tests.scripted_model import Script, ScriptedModel

# vcrpy's own exception is an `Exception`: openai takes it for a lost connection and asks again.
vcr.stubs.httpx_stubs.CannotOverwriteExistingCassetteException = CassetteMissError

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell lets what it runs in the background ignore Ctrl-C, and programs started from here would do so, too.
    signal.signal(signal.SIGINT, signal.default_int_handler)

hypothesis.settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
hypothesis.settings.register_profile("searching", deadline=None, max_examples=1000)
hypothesis.settings.load_profile("repeatable")


class NetworkForbiddenError(BaseException):
    """A test tried to reach another machine."""


class RealModelForbiddenError(BaseException):
    """A test tried to load the embedded model."""


_EVERY_TEST_RUNS = os.environ.get("SUMMARIZER_CI") == "1"
"""Where `.ci/run` has installed what tests need, one that skips itself has lost its purpose."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a test that skips itself is a failure."""
    report = yield
    if _EVERY_TEST_RUNS and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome, report.longrepr = (
            "failed",
            f"{item.nodeid} was skipped, and in CI every test runs: {report.longrepr}",
        )
    return report


def _stay_on_loopback(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook: unlike a patched `socket.socket`, it sees look-ups and sockets made in C as well."""
    host = other_machine(event, arguments)
    if host is not None:
        raise NetworkForbiddenError(f"{event} {host!r}: tests reach nothing but loopback.")


sys.addaudithook(_stay_on_loopback)

_KEYS_AND_SETTINGS = (
    "SUMMARIZER_",
    "OPENAI_",
    "ANTHROPIC_",
    "AZURE_OPENAI_",
    "OLLAMA_",
    "HF_",
    "HUGGING_FACE_",
    "PIP_",
)
_TERMINAL = ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS", "LINES")
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No setting, key, proxy or cache of the user; a process that a test starts finds no mirror of the weights."""
    for name in list(os.environ):
        if name.startswith(_KEYS_AND_SETTINGS) or name.endswith("_API_KEY") or name.upper() in (*_TERMINAL, *_PROXIES):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_DISABLE_PIP_VERSION_CHECK", "1")


@pytest.fixture(autouse=True)
def no_real_model(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """The switch that forbids the embedded engine; tests marked `embedded` are let through.

    Hosted models need none: their addresses are not loopback.
    """
    if request.node.get_closest_marker("embedded") is not None:
        return

    def forbidden(*_: object) -> None:
        raise RealModelForbiddenError("Tests load no weights. Play a cassette or use a ScriptedModel.")

    stand_in = types.ModuleType("xllamacpp")
    stand_in.__spec__ = ModuleSpec("xllamacpp", None)
    stand_in.__dict__.update(Server=forbidden, CommonParams=forbidden)
    monkeypatch.setitem(sys.modules, "xllamacpp", stand_in)


@pytest.fixture
def scripted() -> Iterator[Callable[[Script], ScriptedModel]]:
    """Start a `ScriptedModel` with a script; it ends with the test."""
    with ExitStack() as running:
        yield lambda script: running.enter_context(ScriptedModel(script))


@pytest.fixture
def seed() -> Path:
    """The article in `seeds/`."""
    return Path(__file__).parent.parent / "seeds" / "000_43f9479510debd93.txt"
