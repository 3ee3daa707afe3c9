"""The command, a model that reads well, and an article file, for every test of the shell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.invented import TEXT
from tests.scripted_model import ScriptedModel
from tests.shell.running import Shell, model_at, reads_well


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """The command, run in this process."""
    return Shell(monkeypatch, capsys)


@pytest.fixture
def good_model() -> Iterator[ScriptedModel]:
    """An endpoint whose model answers well."""
    with ScriptedModel(reads_well) as model:
        yield model


@pytest.fixture
def asking(good_model: ScriptedModel) -> list[str]:
    """Options that name the good model."""
    return model_at(good_model.base_url)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with the invented article."""
    path = tmp_path / "talks.txt"
    path.write_text(f"date 2030-05-12 {TEXT}", encoding="utf-8")
    return path
