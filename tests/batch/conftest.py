"""The command, and a corpus of a few small articles."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer import Article, Briefing
from tests.invented import DRAFT, TEXT
from tests.scripted_model import Answer, Request, ScriptedModel
from tests.shell.running import Ran, Shell

Corpus = Callable[[int], Path]


def text_of(number: int) -> str:
    """An article of which no sentence stands in another one."""
    return TEXT.replace(".", f" in row {number}.")


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """The command, run in this process."""
    return Shell(monkeypatch, capsys)


@pytest.fixture
def corpus(tmp_path: Path) -> Callable[[int], Path]:
    """Makes a folder of so many articles."""

    def make(count: int) -> Path:
        folder = tmp_path / "corpus"
        folder.mkdir()
        for number in range(count):
            (folder / f"{number}.txt").write_text(text_of(number), encoding="utf-8")
        return folder

    return make


def reads(request: Request) -> Answer:
    """A model that finds the sides and nothing else."""
    if request.question == "OverviewAnswer":
        assert DRAFT.talks is not None
        return DRAFT.talks.model_dump(include={"parties", "mediators", "subject", "status"})
    return dict.fromkeys(request.schema["properties"])


class Run:
    """Runs the command with a scripted model into one output."""

    def __init__(self, shell: Shell, output: Path) -> None:
        self.shell = shell
        self.output = output

    def __call__(self, corpus: Path, model: ScriptedModel, *options: str) -> Ran:
        return self.shell(
            "batch", corpus, "-o", self.output, "-m", "openai/gpt-5-mini", "--base-url", model.base_url,
            "--plan", "small", *options,
        )  # fmt: skip

    @property
    def texts(self) -> list[str]:
        """SHA-256 of the texts in the output, sorted."""
        lines = self.output.read_bytes().splitlines()
        return sorted(Briefing.from_json(line).article.sha256 for line in lines)

    def beside(self, name: str) -> list[dict[str, Any]]:
        """The rows of a file beside the output."""
        return [json.loads(line) for line in (self.output.parent / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def run(shell: Shell, tmp_path: Path) -> Run:
    return Run(shell, tmp_path / "out" / "briefings.jsonl")


def hashes(*numbers: int) -> list[str]:
    return sorted(Article.from_text(text_of(number)).sha256 for number in numbers)
