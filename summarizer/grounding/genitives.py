"""Whose somebody or something is, by the genitive before it: "Ruritania's chief negotiator"."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.language.rules import NOTHING, LanguageRules


def genitive_before(text: str, end: int, rules: LanguageRules) -> tuple[int, int] | None:
    """Where a name stands that owns what begins at an offset: "Ruritania's" before "chief negotiator"; else `None`."""
    if rules.genitives == NOTHING:
        return None
    before = text[:end]
    # Few texts have such a mark at all.
    found = _owner(rules.articles).search(before) if "’" in before or "'" in before else None
    return (found.start(), len(before[: found.end()].rstrip())) if found else None


@lru_cache(maxsize=32)
def _owner(articles: str) -> re.Pattern[str]:
    article = rf"(?:(?:{articles})\s+)?"
    owner = rf"{article}(?:(?-i:[^\W\d_a-z])[\w.\-]*\s+){{0,3}}(?-i:[^\W\d_a-z])(?:[\w.\-]*s[’']|[\w.\-]*[’']s)"
    return re.compile(rf"(?<!\w){owner}\s+$", re.IGNORECASE)
