"""Runs the command in this process, or in one of its own where signals, pipes and terminals matter."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli import run
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT
from tests.scripted_model import Answer, Request

COMMAND = [sys.executable, "-m", "summarizer"]


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        """The lines that tell of errors."""
        return [line for line in self.err.splitlines() if line.startswith("summarizer: ")]


class Shell:
    """Runs the command in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capture = capture

    def __call__(self, *arguments: str | Path, typed: bytes = b"") -> Ran:
        """Run it with these arguments; `typed` is the standard input."""
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
        self._capture.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = self._capture.readouterr()
        return Ran(code, out, err)


def model_at(base_url: str, *, plan: str = "large") -> list[str]:
    """Options that name the scripted model behind an address."""
    return ["--model", "openai/scripted", "--base-url", base_url, "--plan", plan]


def reads_well(request: Request) -> Answer:
    """A model that answers every question about the invented article as its draft does."""
    return answers_from(ARTICLE, DRAFT)(request)


def start(
    *arguments: str | Path, environment: Mapping[str, str] | None = None, **options: Any
) -> subprocess.Popen[bytes]:
    """Start the command in a process of its own."""
    variables = {**os.environ, "TERM": "dumb", **(environment or {})}
    return subprocess.Popen([*COMMAND, *(str(argument) for argument in arguments)], env=variables, **options)


def finish(process: subprocess.Popen[bytes], seconds: float = 100) -> Ran:
    """Wait for a process that `start` gave pipes to."""
    with process:
        out, err = process.communicate(timeout=seconds)
    return Ran(process.returncode, (out or b"").decode(), (err or b"").decode())


def run_apart(*arguments: str | Path, environment: Mapping[str, str] | None = None) -> Ran:
    """Run the command in a process of its own."""
    pipe = subprocess.PIPE
    return finish(start(*arguments, environment=environment, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe))


def run_python(code: str, *arguments: str, environment: Mapping[str, str] | None = None) -> Ran:
    """Run a piece of Python in a process of its own."""
    command: Sequence[str] = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **(environment or {})})
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
