"""Whether two names are one person's: short and long forms, initials, cases and spellings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.grounding.inflection import is_nominative_of, same_word
from summarizer.grounding.names import without_possessive
from summarizer.grounding.transliteration import same_spelling

_INITIALS = re.compile(r"[^\W\d_]\.?|(?:[^\W\d_]\.-?)+")

_JOINED_INITIAL = re.compile(r"(?<=\b\w\.)(?=\w{2})")
"""Between an initial and the name that stands right behind it ("П.Рау")."""


def same_name(one: str, other: str, language: str | None = None) -> bool:
    """Whether two full names can be one person's: the same but for initials, case, inflection and transliteration.

    `language` is the text's, see `inflection.same_word`.
    """
    mine, others = _parts(one), _parts(other)
    apart = mine.initials and others.initials and mine.initials != others.initials
    return not apart and len(mine.words) == len(others.words) and _all_same(mine.words, others.words, language)


def ends_with(longer: str, shorter: str, language: str | None = None) -> bool:
    """Whether a longer name ends in all words of a shorter one; initials of that must begin the words before them."""
    many, few = _parts(longer), _parts(shorter)
    if not 0 < len(few.words) < len(many.words):
        return False
    given = [word[0] for word in many.words[: -len(few.words)]]
    agree = all(initial in given or initial in many.initials for initial in few.initials)
    return agree and _all_same(many.words[-len(few.words) :], few.words, language)


def begins_with(longer: str, shorter: str, language: str | None = None) -> bool:
    """Whether a longer name begins with all words of a shorter one, as where the family name comes first."""
    many, few = _parts(longer).words, _parts(shorter).words
    return 0 < len(few) < len(many) and _all_same(many[: len(few)], few, language)


def outer_words(name: str) -> tuple[str, ...]:
    """The first and the last word of a name in lower case: one of them is in every shorter form of it."""
    words = _parts(name).words
    return tuple(dict.fromkeys((words[0], words[-1]))) if words else ()


def is_nominative_name_of(one: str, other: str, language: str | None = None) -> bool:
    """Whether the first name is the second one in the nominative."""
    mine, others = _parts(one).words, _parts(other).words
    return (
        mine != others
        and len(mine) == len(others)
        and all(a == b or is_nominative_of(a, b, language) for a, b in zip(mine, others, strict=True))
    )


def is_nominative_ending(longer: str, shorter: str, language: str | None = None) -> bool:
    """Whether the words of the shorter name, at the end or the start of the longer one, can be its nominative."""
    many, few = _parts(longer).words, _parts(shorter).words
    return any(
        all(same_spelling(a, b) or is_nominative_of(b, a, language) for a, b in zip(some, few, strict=False))
        for some in (many[-len(few) :], many[: len(few)])
    )


def _all_same(some: Sequence[str], others: Sequence[str], language: str | None) -> bool:
    return all(same_word(a, b, language) for a, b in zip(some, others, strict=True))


@dataclass(frozen=True)
class _Parts:
    words: tuple[str, ...]
    initials: tuple[str, ...]


@lru_cache(maxsize=65_536)
def _parts(name: str) -> _Parts:
    """The words of a name and its initials, in lower case; an acronym keeps its capitals, for it is not inflected."""
    words: list[str] = []
    initials: list[str] = []
    for word in _JOINED_INITIAL.sub(" ", without_possessive(name)).split():
        if _INITIALS.fullmatch(word) and word.lower() != word.upper():
            initials += re.findall(r"\w", word.casefold())
        else:
            words.append(word if word.isupper() else word.casefold())
    return _Parts(tuple(words), tuple(initials))
