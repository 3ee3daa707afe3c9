"""Reads the invented negotiations: their articles, their gold, drafts, and the briefings that were made of these."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from summarizer import Article, Briefing
from summarizer.draft import Draft

HERE = Path(__file__).parent


@dataclass(frozen=True)
class World:
    """One invented negotiation."""

    folder: Path

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The articles by their ids, in the order of their publication."""
        entries = json.loads((self.folder / "articles.json").read_text(encoding="utf-8"))
        return {
            entry["id"]: Article.from_text(
                entry["text"],
                title=entry["title"],
                outlet=entry["outlet"],
                url=entry["url"],
                published=dt.date.fromisoformat(entry["published"]),
                language=entry["language"],
            )
            for entry in entries
        }

    @cached_property
    def gold(self) -> Mapping[str, Any]:
        """What is true of them; `README.md` tells what each entry means."""
        entries: Mapping[str, Any] = json.loads((self.folder / "gold.json").read_text(encoding="utf-8"))
        return entries

    @cached_property
    def drafts(self) -> Mapping[str, Draft]:
        """One draft an article."""
        entries = json.loads((self.folder / "drafts.json").read_text(encoding="utf-8"))
        return {name: Draft.model_validate(draft) for name, draft in entries.items()}

    @cached_property
    def briefings(self) -> Mapping[str, Briefing]:
        """The finished briefings by the ids of their articles."""
        return {name: Briefing.from_json(self.file(name).read_text(encoding="utf-8")) for name in self.articles}

    def file(self, name: str) -> Path:
        """Where the briefing of an article is kept."""
        return self.folder / "briefings" / f"{name}.json"


HOME = World(HERE / "world")
BRIEFINGS = HOME.folder / "briefings"
READ_BLIND = {name: World(HERE / "worlds" / name) for name in ("cod", "ceasefire", "tariffs")}
"""Worlds that were written by somebody who did not know the rules, and scored before the rules were mended."""


def articles() -> Mapping[str, Article]:
    """The articles of the first world."""
    return HOME.articles


def gold() -> Mapping[str, Any]:
    """Its gold."""
    return HOME.gold


def briefings() -> Mapping[str, Briefing]:
    """Its briefings."""
    return HOME.briefings
