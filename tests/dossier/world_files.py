"""Reads the invented negotiation: its articles, its gold, and the briefings that were made of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from summarizer import Article, Briefing

WORLD = Path(__file__).parent / "world"
BRIEFINGS = WORLD / "briefings"


@cache
def articles() -> Mapping[str, Article]:
    """The articles by their ids, in the order of their publication."""
    entries = json.loads((WORLD / "articles.json").read_text(encoding="utf-8"))
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


@cache
def gold() -> Mapping[str, Any]:
    """What is true of them; `README.md` tells what each entry means."""
    entries: Mapping[str, Any] = json.loads((WORLD / "gold.json").read_text(encoding="utf-8"))
    return entries


@cache
def briefings() -> Mapping[str, Briefing]:
    """The finished briefings by the ids of their articles."""
    return {name: Briefing.from_json((BRIEFINGS / f"{name}.json").read_text(encoding="utf-8")) for name in articles()}
