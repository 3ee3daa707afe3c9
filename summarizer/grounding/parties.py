"""Whom a word such as "Russian", "Kyiv's" or "the Ukrainian side" stands for among the parties to the talks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.grounding.quotes import fold

SHORTEST_STEM = 4
"""Letters that a party and a word made of it share at least ("Iran", "Iranian")."""


def party_of(words: str, parties: Sequence[str]) -> str | None:
    """The party that these words name first, by whole words or by a shared stem; `None` where none."""
    found: list[tuple[int, str]] = []
    text = fold(words).text
    for party in parties:
        at = _place(fold(party).text, text)
        if at is not None:
            found.append((at, party))
    return min(found)[1] if found else None


def last_party_before(text: str, end: int, parties: Sequence[str]) -> str | None:
    """The party named nearest before an offset of a text."""
    best: tuple[int, str] | None = None
    for match in re.finditer(r"\w[\w’'.\-]*", text[:end]):
        party = party_of(match.group(), parties)
        if party is not None:
            best = (match.start(), party)
    return best[1] if best else None


def _place(party: str, text: str) -> int | None:
    whole = re.search(rf"(?<!\w){re.escape(party)}(?!\w)", text)
    if whole:
        return whole.start()
    if " " in party or len(party) < SHORTEST_STEM:
        return None
    for match in re.finditer(r"\w+", text):
        if same_stem(party, match.group()):
            return match.start()
    return None


def same_stem(one: str, other: str) -> bool:
    """Whether two words differ only in their endings: "Ukraine" and "Ukrainian", "Россия" and "российский"."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= SHORTEST_STEM and shared >= len(one) - 2 and len(other) - shared <= 5
