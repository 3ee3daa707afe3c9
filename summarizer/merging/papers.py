"""Which names are of one paper: "draft protocol", "the protocol on prisoners", «проект протокола»."""

from __future__ import annotations

from functools import lru_cache

from summarizer.merging.spelling import sound_key

_UNTELLING = frozenset(
    word
    for name in (
        "draft", "text", "document", "paper", "project", "проект", "проєкт", "текст", "документ", "projet", "texte",
        "entwurf", "dokument", "borrador", "proyecto", "texto", "documento",
    )
    for word in sound_key(name)
)  # fmt: skip
"""Words that say nothing of what paper it is, as `sound_key` has them."""


@lru_cache(maxsize=4096)
def paper_words(name: str) -> frozenset[str]:
    """What tells a paper from others, as sounds that languages share; where nothing does, all its words."""
    words = frozenset(word for word in sound_key(name) if len(word) > 1)
    return words - _UNTELLING or words or frozenset(sound_key(name))


def is_one_paper(one: str, other: str) -> bool:
    """Whether one name says no other thing than the other one, and maybe less."""
    few, many = sorted((paper_words(one), paper_words(other)), key=len)
    return few <= many
