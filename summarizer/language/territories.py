"""Names of countries and of well-known cities in each language, from the Unicode CLDR (package babel).

Enough to tell a country from a city, and to know "a Vienna meeting" for one in Vienna. Never enough to refuse a
place: most towns are not in it, and no invented one is.
"""

from __future__ import annotations

from functools import lru_cache

SHORTEST_STEM = 4
"""Letters that an inflected name shares with its dictionary form at least."""
LONGEST_ENDING = 3
"""Letters of a case ending, at most ("Турцией" for "Турция")."""
_ENGLISH_SHORT = frozenset({"us", "u.s.", "uk", "u.k.", "uae", "u.a.e.", "britain", "america"})
"""Short forms of countries that newspapers print and the CLDR's main names lack."""
_INFLECTING = frozenset({"ru", "uk"})


def is_country(name: str, language: str | None) -> bool:
    """Whether these words are a country's name in a language, in any case that it inflects for."""
    folded = name.casefold().strip()
    known = _countries(language or "en")
    return folded in known or (language in _INFLECTING and _inflected(folded, known))


def is_known_city(name: str, language: str | None) -> bool:
    """Whether these words are a city that the CLDR names in a language: the best known of each time zone."""
    folded = name.casefold().strip()
    known = _cities(language or "en")
    return folded in known or (language in _INFLECTING and _inflected(folded, known))


def is_region(name: str, language: str | None) -> bool:
    """Whether these words are a continent or a part of one, which tells no place ("Cooperation in Europe")."""
    return name.casefold().strip() in _regions(language or "en")


def is_day_or_month(word: str, language: str | None) -> bool:
    """Whether a word is the name of a weekday or a month."""
    return word.casefold() in _calendar_words(language or "en")


def _inflected(name: str, known: frozenset[str]) -> bool:
    words = name.split()
    return any(
        len(other := entry.split()) == len(words)
        and all(_same_but_ending(a, b) for a, b in zip(words, other, strict=True))
        for entry in known
    )


def _same_but_ending(one: str, other: str) -> bool:
    stem = max(SHORTEST_STEM, len(other) - 2)
    return len(other) >= SHORTEST_STEM and one[:stem] == other[:stem] and len(one) <= len(other) + LONGEST_ENDING - 1


@lru_cache
def _countries(language: str) -> frozenset[str]:
    names = {name for code, name in _territories(language).items() if len(code) == 2 and code.isalpha()}
    return frozenset(names) | (_ENGLISH_SHORT if language == "en" else frozenset())


@lru_cache
def _regions(language: str) -> frozenset[str]:
    # The CLDR numbers what is larger than a country, by the United Nations' M49.
    return frozenset(name for code, name in _territories(language).items() if code.isdigit())


def _territories(language: str) -> dict[str, str]:
    """The names of a language by the CLDR's codes, folded."""
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {code: str(name).casefold() for code, name in territories.items()}


@lru_cache
def _cities(language: str) -> frozenset[str]:
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        zones = Locale(language).time_zones
    except (UnknownLocaleError, ValueError):
        return frozenset()
    named = {str(zone["city"]).casefold() for zone in zones.values() if "city" in zone}
    if language == "en":
        # The CLDR leaves out an English name that the zone's own key spells.
        named |= {zone.rpartition("/")[2].replace("_", " ").casefold() for zone in get_global("zone_territories")}
    return frozenset(named) - _countries(language)


@lru_cache
def _calendar_words(language: str) -> frozenset[str]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    tables = (locale.months["format"], locale.months["stand-alone"], locale.days["format"], locale.days["stand-alone"])
    return frozenset(
        str(name).casefold().rstrip(".") for table in tables for width in ("wide", "abbreviated")
        for name in table[width].values()
    )  # fmt: skip
