"""Articles with hand-made gold, as `--data` holds them."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

from summarizer import Article


@dataclass(frozen=True)
class Gold:
    """One article with its gold."""

    name: str
    article: Article


def read_gold(folder: Path) -> list[Gold]:
    """The articles of a folder, the shortest first."""
    found = [_gold(path) for path in sorted((folder / "dev").glob("*.gold.json"))]
    return sorted(found, key=lambda gold: len(gold.article.text))


def _gold(path: Path) -> Gold:
    told_of = json.loads(path.read_text(encoding="utf-8"))["article"]
    published = told_of.get("published")
    article = Article.from_text(
        told_of["text"],
        title=told_of.get("title") or None,
        outlet=told_of.get("outlet") or None,
        published=dt.date.fromisoformat(published) if published else None,
        language=told_of.get("language") or None,
    )
    return Gold(path.name.removesuffix(".gold.json"), article)
