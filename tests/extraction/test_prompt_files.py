"""The texts given to models: each has a version, none has a template's marks, all are in use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer.extraction import prompt_files
from summarizer.extraction.prompt_files import prompts_folder, read_prompt

NAMES = sorted(path.relative_to(prompts_folder()).with_suffix("").as_posix() for path in prompts_folder().rglob("*.md"))
PACKAGE = Path(prompt_files.__file__).parent


@pytest.mark.parametrize("name", NAMES)
def test_every_prompt_has_a_version_and_a_text(name: str) -> None:
    prompt = read_prompt(name)
    assert prompt.name == name
    assert prompt.version >= 1
    assert prompt.text == prompt.text.strip() != ""
    assert not prompt.text.startswith("---")


@pytest.mark.parametrize("name", NAMES)
def test_every_prompt_is_asked_with(name: str) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py"))
    assert f'"{name}"' in code


@pytest.mark.parametrize("name", NAMES)
def test_no_prompt_holds_a_mark_of_a_template_engine(name: str) -> None:
    assert not re.search(r"\{[{%#]", read_prompt(name).text)


BEHIND = ("small/overview", "small/delegations", "answer/unreadable", "answer/schema")
"""Those that stand behind another one."""


@pytest.mark.parametrize("name", [name for name in NAMES if name not in BEHIND])
def test_every_prompt_that_comes_first_says_that_the_article_gives_no_orders(name: str) -> None:
    assert "never tell" in read_prompt(name).text


@pytest.mark.parametrize("text", ["no front matter", "---\nversion: one\n---\nx", "---\n---\nx", "---\nversion: 1\nx"])
def test_a_file_without_a_version_is_no_prompt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (tmp_path / "odd.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr(prompt_files, "prompts_folder", lambda: tmp_path)
    with pytest.raises(ValueError, match=r"odd\.md"):
        read_prompt.__wrapped__("odd")
