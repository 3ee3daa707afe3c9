"""Names of a free text that is in another language than its evidence.

A country is looked for by what the CLDR calls it in both languages, and nothing else stands for it. Other names are
compared letter by letter between Latin and Cyrillic script (see `transliteration`), in any case of either language.
Arabic leaves vowels out, so its consonants are compared; Chinese spells no letters: names from it are not judged.
"""

from __future__ import annotations

import re
from functools import cached_property

from summarizer.grounding.arabic_spelling import can_be_compared, stands_in_arabic
from summarizer.grounding.exonyms import NamedPlace, places_named
from summarizer.grounding.folding import Span
from summarizer.grounding.inflection import keys, same_word
from summarizer.grounding.prose.beside import Beside
from summarizer.grounding.quotes import locate

SHORTEST_STEM = 4
"""Letters that "Ruritanian" and «руританский» have in common at least."""

_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f\u0400-\u052f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ\-][^\W\d_]+)*")
_MADE = re.compile(r"(?:i?ans?|ese|ish|i?a|i|n?i?sk\w*)$")
"""Endings of a key by which names of places and words made of them differ."""


class Translated:
    """Where a text names countries and cities, beside those that its evidence names."""

    def __init__(self, beside: Beside) -> None:
        self._beside = beside
        scene = beside.scene
        self._named = places_named(beside.text, beside.language)
        self._held = places_named(beside.held, scene.article.language)

    @cached_property
    def places(self) -> list[Span]:
        """Where the text names a place of the evidence, or a country at all: what is said of it is all there is."""
        return [(p.start, p.end) for p in self._named if self._is_held(p) or p.is_country]

    @cached_property
    def countries_that_lack(self) -> list[Span]:
        """Where it names a country that the evidence does not."""
        return [(p.start, p.end) for p in self._named if p.is_country and not self._is_held(p)]

    def _is_held(self, place: NamedPlace) -> bool:
        if any(place.codes & other.codes for other in self._held):
            return True
        # "Jordan" can be a person: printed so in the evidence, and there no part of a country's name.
        printed = locate(self._beside.text[place.start : place.end], self._beside.held)
        return any(not any(o.start < end and start < o.end for o in self._held) for start, end in printed)


def is_comparable(word: str, beside: Beside) -> bool:
    """Whether the evidence is in a script whose letters tell how a name is spelt in another one."""
    if beside.scene.article.language == "ar":
        return can_be_compared(word)
    return _LETTERS.search(beside.held) is not None


def stands_translated(word: str, beside: Beside) -> bool:
    """Whether a word is a name of the evidence in another script or case, or no name: an office, a body, a paper."""
    rules = beside.rules
    if rules is not None:
        ordinary = (
            rules.person_titles, rules.offices, rules.office_modifiers, rules.bodies, rules.honorifics,
            rules.talks, rules.papers, rules.delegations, rules.outlets,
        )  # fmt: skip
        if rules.pattern(*ordinary).fullmatch(word):
            return True
    language = beside.scene.article.language
    if language == "ar" and stands_in_arabic(without_endings(word), beside.held):
        return True
    names = [m.group() for m in _WORD.finditer(beside.held)]
    return any(same_word(word, other, language) or _share_stem(word, other, language) for other in names)


def without_endings(word: str) -> str:
    """A name without what makes an adjective of it: "Graustarkian"."""
    return re.sub(r"(?:i?ans?|ese|ish)$", "", word) if len(word) > 2 * SHORTEST_STEM else word


def _share_stem(one: str, other: str, language: str | None) -> bool:
    """Whether both are made of one name, the second one by the language's own endings ("руританский")."""
    mine = {_MADE.sub("", key) for key in keys(one, None)}
    others = {_MADE.sub("", key) for key in keys(other, language)}
    return any(len(stem) >= SHORTEST_STEM and stem in others for stem in mine)
