"""Whose somebody or something is, by the genitive before it: "Ruritania's chief negotiator"."""

from __future__ import annotations

import re

from summarizer.language.rules import NOTHING, LanguageRules


def genitive_before(text: str, end: int, rules: LanguageRules) -> tuple[int, int] | None:
    """Where a name stands that owns what begins at an offset: "Ruritania's" before "chief negotiator"; else `None`."""
    if rules.genitives == NOTHING:
        return None
    article = rf"(?:(?:{rules.articles})\s+)?"
    owner = rf"{article}(?:(?-i:[^\W\d_a-z])[\w.\-]*\s+){{0,3}}(?-i:[^\W\d_a-z])(?:[\w.\-]*s[’']|[\w.\-]*[’']s)"
    found = re.search(rf"(?<!\w){owner}\s+$", text[:end], re.IGNORECASE)
    return (found.start(), len(text[: found.end()].rstrip())) if found else None
