"""The command, and a corpus of a few small articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.invented import TEXT
from tests.shell.running import Shell


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
