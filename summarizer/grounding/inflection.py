"""Whether two words can be forms of one name: its cases, and its spellings (see `transliteration`).

Cases are told by their endings alone, by the declensions of names in the Slavic languages of Cyrillic script, in
Polish, Czech and German (the school grammars' tables). Two forms are of one name where one declension gives both from
one nominative: "Лаврову" and "Лавровым" from "Лавров". Masculine and feminine declensions stand apart, so that
"Зеленская" is no form of "Зеленский".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from summarizer.grounding.transliteration import same_spelling, spelling_key, unaccented

SHORTEST_STEM = 2
"""Letters before an ending, at least."""

_POSSESSIVE = re.compile(r"(?:[’'ʼ]s|(?<=s)[’'])$", re.IGNORECASE)
_CYRILLIC = re.compile(r"[\u0400-\u052f]")


@dataclass(frozen=True)
class Declension:
    """One way to inflect a name."""

    nominatives: tuple[str, ...]
    """Endings of the nominative."""
    others: tuple[str, ...]
    """Endings of the other cases."""
    stem: str
    """What the stem ends in, as a regular expression."""


def _declension(nominatives: str, others: str, stem: str) -> Declension:
    """A declension from endings with spaces between; "-" is none."""
    first, rest = (tuple(ending.strip("-") for ending in endings.split()) for endings in (nominatives, others))
    return Declension(first, rest, stem)


_HARD = "[бвгґджзклмнпрстфхцчшщ]"
_VOWEL = "[аеєиіїоуюя]"
_CYRILLIC_NAMES = (
    # Surnames as "Иванов", and of women; "Київ" goes with them.
    _declension("-", "а у ові еві ым им ом е і", "(?:[оеєії]в|[иіїы]н)"),
    _declension("а", "ої ой ій у ою", "(?:[оеє]в|[иіїы]н)"),
    # Adjectives.
    _declension("ий ій ый ой", "ого ому им ім ым ом его ему ем ього ьому їм", _HARD),
    _declension("ая яя", "ой ей ую юю ою ею", _HARD),
    _declension("а", "ої ій у ою", "(?:[сцз]ьк|н)"),
    # Nouns: masculine, hard and soft; on "-й"; feminine; on "-о".
    _declension("-", "а у ом ем ові еві е і ою", _HARD),
    _declension("ь", "я ю ем єм ьом еві е і", _HARD),
    _declension("-", "я ю ем еві е і", "р"),
    _declension("й", "я ю ем єм еві єві ї е и", _VOWEL),
    _declension("а", "и ы і е у ою ой ею ей", _HARD),
    _declension("я", "и і ї ю ею єю ей е", ""),
    _declension("о", "а у ом ові і е", _HARD),
)
_SOFTENED = {"з": "г", "ц": "к", "с": "х"}
"""Before "і" in Ukrainian: "Ользі" is of "Ольга"."""

_CONSONANT = "[bcdfghjklłmnpqrstvwxzćčďľňńřśšťźżž]"
_LATIN_NAMES: Mapping[str, tuple[Declension, ...]] = {
    "de": (_declension("-", "s es ’ '", "[a-zäöüß]"),),
    "pl": (
        _declension("-", "a owi em iem ie u", _CONSONANT),
        _declension("i", "iego iemu im", "[kg]"),
        _declension("y", "ego emu ym", _CONSONANT),
        _declension("a", "iej ą", "[kg]"),
        _declension("a", "y i ie ę ą o", _CONSONANT),
        _declension("o", "i ę ą", _CONSONANT),
    ),
    "cs": (
        _declension("-", "a ovi em u", _CONSONANT),
        _declension("-", "e i em ovi", "[cčďjňřšťž]"),
        _declension("ý", "ého ému ým ém", _CONSONANT),
        _declension("í", "ího ímu ím", _CONSONANT),
        _declension("á", "é ou", _CONSONANT),
        _declension("a", "y ě u ou o", _CONSONANT),
    ),
}
"""Language → how it inflects names in Latin script; the others but add a possessive "’s"."""


@lru_cache(maxsize=65_536)
def same_word(one: str, other: str, language: str | None = None) -> bool:
    """Whether two words, in any case, can be forms or spellings of one name.

    `language` (ISO 639-1) is the text's, for the cases of Latin script (German, Polish, Czech); those of Cyrillic
    script are known by the script. Words in capitals are not inflected.
    """
    one, other = _POSSESSIVE.sub("", one.strip()), _POSSESSIVE.sub("", other.strip())
    if same_spelling(one, other):
        return True
    parts = one.split("-"), other.split("-")
    if len(parts[0]) > 1 or len(parts[1]) > 1:
        matching = len(parts[0]) == len(parts[1])
        return matching and all(same_word(a, b, language) for a, b in zip(*parts, strict=True))
    mine, others = _readings(one, language), _readings(other, language)
    if mine & others:
        return True
    if _is_cyrillic(one) and _is_cyrillic(other):
        return False
    return any(same_spelling(a, b) for a in _nominatives(one, language) for b in _nominatives(other, language))


@lru_cache(maxsize=65_536)
def keys(word: str, language: str | None = None) -> frozenset[str]:
    """Keys to look a word up by: two words that are one by `same_word` share at least one. Others may, too."""
    word = _POSSESSIVE.sub("", word.strip()).split("-")[-1]
    return frozenset(key for name in _nominatives(word, language) for key in (spelling_key(name), *unaccented(name)))


def is_nominative_of(one: str, other: str, language: str | None = None) -> bool:
    """Whether the first word can be the nominative of which the second is another form."""
    parts = one.split("-"), other.split("-")
    if one.casefold() == other.casefold() or len(parts[0]) != len(parts[1]):
        return False
    if len(parts[0]) > 1:
        pairs = list(zip(*parts, strict=True))
        return all(a == b or is_nominative_of(a, b, language) for a, b in pairs)
    common = _readings(one, language) & _readings(other, language)
    return any(nominative == _folded(one) for nominative, _ in common)


@lru_cache(maxsize=65_536)
def _readings(word: str, language: str | None) -> frozenset[tuple[str, Declension]]:
    """The nominatives that a word can be a form of, each with its declension."""
    if len(word) > 1 and word.isupper():
        return frozenset()
    declensions = _CYRILLIC_NAMES if _is_cyrillic(word) else _LATIN_NAMES.get(language or "", ())
    lower = _folded(word)
    return frozenset((name, declension) for declension in declensions for name in _undone(lower, declension))


def _nominatives(word: str, language: str | None) -> frozenset[str]:
    return frozenset((_folded(word), *(nominative for nominative, _ in _readings(word, language))))


def _folded(word: str) -> str:
    return word.casefold().replace("ё", "е")


def _undone(word: str, declension: Declension) -> Iterator[str]:
    """The nominatives from which a declension makes this word."""
    for ending in (*declension.nominatives, *declension.others):
        if not word.endswith(ending):
            continue
        stem = word[: len(word) - len(ending)]
        stems = [stem]
        if ending == "і" and stem[-1:] in _SOFTENED:
            stems.append(stem[:-1] + _SOFTENED[stem[-1:]])
        for form in stems:
            if len(form) >= SHORTEST_STEM and re.search(f"{declension.stem}$", form):
                yield from (f"{form}{nominative}" for nominative in declension.nominatives)
                if ending not in declension.nominatives:
                    yield from _with_vowel(form, declension)


def _with_vowel(stem: str, declension: Declension) -> Iterator[str]:
    """Nominatives without ending have a vowel that the other cases lose or change: "Павел", "Кравець", "Київ"."""
    ending = declension.nominatives[0]
    if ending not in ("", "ь"):
        return
    if re.search(r"[бвгджзклмнпрстфхчшщ][цкл]$", stem):
        yield from (f"{stem[:-1]}{vowel}{stem[-1]}{ending}" for vowel in ("е", "о"))
    if re.search(r"[оеє]в$", stem):
        yield f"{stem[:-2]}{'ї' if stem[-2] == 'є' else 'і'}в{ending}"


def _is_cyrillic(word: str) -> bool:
    return _CYRILLIC.search(word) is not None
