"""The words of a text that carry its meaning: no names, no numbers, no words of grammar; and which are kin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Prefix

from summarizer.language.rules import LanguageRules
from summarizer.language.words import fits

SHORTEST = 3
"""Letters of a content word, at least."""

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDINGS = frozenset(
    (
        "", "s", "es", "ed", "d", "ing", "er", "ers", "ly", "y", "ies", "ied", "e", "ion", "ions", "al", "n", "en",
        "an", "or", "ors", "r", "st",
    )
)  # fmt: skip
"""Endings by which forms of one short word differ."""
_MANNER = re.compile(r"\w{3,}(?:ly|mente|ment|weise)")
"""Adverbs that tell how, which is more than grammar: "secretly"."""
LONG_STEM = 5
"""Letters from which a shared beginning is kin whatever the endings are, if it is most of both words."""


@dataclass(frozen=True)
class ContentWord:
    """A content word where it stands, in lower case."""

    start: int
    end: int
    text: str


def content_words(text: str, rules: LanguageRules | None) -> tuple[ContentWord, ...]:
    """The content words of a text in order. Where nouns are capitalised (German), capitals are no names."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if len(word) < SHORTEST or (word[0].isupper() and not (rules and rules.noun_capitals)):
            continue
        lower = word.lower() if word.isalpha() else _POSSESSIVE.sub("", word.lower())
        if rules is None or not fits(rules.grammar, lower) or _MANNER.fullmatch(lower):
            found.append(ContentWord(match.start(), match.end(), lower))
    return tuple(found)


@lru_cache(maxsize=200_000)
def kin(one: str, other: str) -> bool:
    """Whether two words in lower case are forms of one word, as far as their letters tell."""
    if one == other:
        return True
    shared = Prefix.similarity(one, other)
    if shared < SHORTEST:
        return False
    rests = one[shared:], other[shared:]
    if shared >= LONG_STEM and shared >= 0.6 * max(len(one), len(other)):
        return True
    # "plan", "planned": the last letter may be doubled.
    doubled = [rest[1:] if rest[:1] == one[shared - 1] else rest for rest in rests]
    return all(rest in _ENDINGS for rest in doubled) and shared >= 0.5 * max(len(one), len(other))
