"""Words without their endings, by which texts of one thing are told."""

from __future__ import annotations

from collections.abc import Iterable

STEM = 5
"""Letters of a word that its forms share."""


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """What is left of words without their endings, in small letters."""
    return frozenset(word.casefold()[:STEM] for word in words)
