"""The documentation tells the truth: its Python runs, printed help is the help, its links lead somewhere."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cassettes import BASE_URL, FOLDER, play

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "schemas/README.md", *sorted(ROOT.glob("docs/*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
WIDTH = "96"
"""Columns of the help texts in the documentation."""


@dataclass(frozen=True)
class Block:
    """One fenced block of a page."""

    page: Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks(language: str) -> Iterator[Block]:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in FENCE.finditer(text):
            if match[1] == language:
                yield Block(page, text.count("\n", 0, match.start()) + 1, language, match[2])


def printed(kind: str) -> Iterator[tuple[str, str, Block]]:
    """Commands in console blocks with what the page says that they print."""
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            if command.endswith(kind):
                yield command, output, block


@pytest.mark.parametrize("block", list(blocks("python")), ids=str)
def test_python_in_the_documentation_runs(block: Block, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SUMMARIZER_BASE_URL", BASE_URL)
    asks_a_model = "Summarizer(" in block.text
    with play(FOLDER / "seed.yaml") if asks_a_model else nullcontext():
        exec(compile(block.text, str(block), "exec"), {"__name__": "documentation"})


@pytest.mark.parametrize(("command", "output", "block"), list(printed("--help")), ids=lambda value: str(value)[:40])
def test_printed_help_is_the_help(command: str, output: str, block: Block) -> None:
    environment = {**os.environ, "COLUMNS": WIDTH, "NO_COLOR": "1", "TERM": "dumb"}
    arguments = [sys.executable, "-m", *shlex.split(command)]
    run = subprocess.run(arguments, capture_output=True, text=True, check=True, env=environment)
    assert output.strip() == "\n".join(line.rstrip() for line in run.stdout.strip().splitlines()), f"{block}: {command}"


def test_the_help_of_every_command_is_in_the_documentation() -> None:
    shown = {command for command, _, _ in printed("--help")}
    assert shown >= {f"summarizer{name} --help" for name in ("", " brief", " models", " schema")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_two_commands_stand_in_the_first_screen_of_the_readme() -> None:
    screen = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:26])
    assert "make brief" in screen
    assert "make test" in screen
