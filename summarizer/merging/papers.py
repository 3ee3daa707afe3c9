"""Which names are of one paper: "draft protocol", "the protocol on prisoners", «проекта протокола»."""

from __future__ import annotations

from functools import lru_cache

from summarizer.language.papers import UNTELLING, kinds_in
from summarizer.merging.spelling import sound_key

DRAFT = "(a paper)"
"""What a name tells that tells no kind of paper: "the draft"."""


@lru_cache(maxsize=65_536)
def paper_words(name: str) -> frozenset[str]:
    """What tells a paper from others: its kind, as all languages have it, and how its other words sound."""
    kinds, others = kinds_in(name)
    words = frozenset(word for word in sound_key(UNTELLING.sub(" ", others)) if len(word) > 1)
    return kinds | words or frozenset({DRAFT})


def is_one_paper(one: str, other: str) -> bool:
    """Whether one name says no other thing than the other one, and maybe less."""
    few, many = sorted((paper_words(one), paper_words(other)), key=len)
    return few <= many or {DRAFT} in (few, many)
