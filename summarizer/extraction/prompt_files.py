"""The texts given to models: one Markdown file a question in `prompts/`, with its version in the front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FRONT_MATTER = re.compile(r"\A---\nversion: (\d+)\n---\n(.*)\Z", re.DOTALL)


@dataclass(frozen=True)
class Prompt:
    """A text given to a model."""

    name: str
    """Its path below `prompts/`, without the ending: `small/statement`."""
    version: int
    """Goes up with each change, and into the briefing's provenance."""
    text: str
    """The text itself."""


def prompts_folder() -> Path:
    """Inside the installed package, else beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "prompts"
    return inside if inside.is_dir() else package.parent / "prompts"


@cache
def read_prompt(name: str) -> Prompt:
    """Read `prompts/<name>.md`. Raises `ValueError` where its front matter has no version."""
    match = _FRONT_MATTER.match((prompts_folder() / f"{name}.md").read_text(encoding="utf-8"))
    if match is None:
        raise ValueError(f"prompts/{name}.md does not begin with '---', 'version: N', '---'.")
    return Prompt(name, int(match[1]), match[2].strip())


@cache
def all_prompts() -> tuple[str, ...]:
    """The texts of all prompts, in the order of their names: what a kept briefing was made with."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(prompts_folder().rglob("*.md")))
