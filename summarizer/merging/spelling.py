"""Names across languages: a key that all spellings of a name share, so that an index finds them without comparing all.

A name is spelt as its language spells it, and ends as its grammar wants: "Petrin", "Petrine", "Петріну".
The key of each word has its sounds without accents and without the vowels of its ending; that of a country or a town
has the consonants alone, for there the endings of languages differ most ("Slovenia", "Slowenien"). Both are coarser
than `grounding.transliteration`, on purpose: that compares words of one text, these texts of many languages.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.grounding.exonyms import places_named
from summarizer.grounding.transliteration import spelling_key

_STATE = frozenset(
    {
        "the",
        "republic",
        "of",
        "kingdom",
        "federation",
        "state",
        "states",
        "government",
        "république",
        "royaume",
        "republik",
        "königreich",
        "республика",
        "республіка",
        "королевство",
        "королівство",
        "república",
        "reino",
        "de",
        "du",
        "la",
        "le",
        "der",
        "die",
        "das",
    }
)
"""Words that a party's full name has more than its short one, and articles."""
_ARTICLE = re.compile(r"^(?:the|die|der|das|les?|la|los|las|el)\s+", re.IGNORECASE)
_PART = re.compile(
    r"^(?:the\s+)?(?:government|delegation|side|team)\s+of\s+(?:the\s+)?|^the\s+(?=\S+\s+(?:team|side|delegation)$)"
    r"|(?<=\S)\s+(?:negotiating\s+team|team|delegation|side|negotiators?|government|officials?|authorities)$",
    re.IGNORECASE,
)
"""Words that make a party's name one of a part of it, in English."""
_COUNTRY = re.compile(r"(?<=[^aeiou])(?:ien|ia|ie|e?n|i)$")
_ENDING = re.compile(r"[aeiou]+$")
_VOWELS = re.compile(r"[aeiou]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_HARD = re.compile(r"ck|c(?![eihyszč])|q")
_ALIKE = re.compile(rf"(^[уў](?=[аеиоуіэяєы]))|(дж|j|g(?=[eiy]))|(ph)|(th)|({_HARD.pattern})|(тч)|(w(?![aeiouy]))")
_HEARD = ("v", "i", "f", "t", "k", "ч", "")
"""What each group of `_ALIKE` is heard as: "Witkoff" is «Уиткофф», "Jeremy" «Джереми»."""
_FOLDED = str.maketrans({"χ": "g", "z": "s", "c": "s"})
_UNHEARD = re.compile(r"[aeiouy\W]+")
_TWICE = re.compile(r"(.)\1+")
_ADJECTIVE = re.compile(r"(?:ian|ean|an|n|ese|ish|i)$")
_COUNTRY_END = re.compile(r"(?:ia|e?y|[aeo])$")
SAME_LETTERS = 3
"""Letters at the start that a country and its adjective share."""
_AGE = re.compile(r"\b(?:old|new|former|disused|historic|ancient|renovated)\b", re.IGNORECASE)
"""Words that one article has for a building and another one not."""
SHORTEST = 4
"""Letters of a word from which on an ending may be taken off."""


@lru_cache(maxsize=65_536)
def name_key(name: str) -> tuple[str, ...]:
    """What all spellings of a name have in common, word by word; empty where it has no letters."""
    return tuple(_stem(spelling_key(word)) for word in _words(name))


@lru_cache(maxsize=65_536)
def place_key(name: str) -> tuple[str, ...]:
    """The same for a country, a town or a building."""
    keys = []
    for word in _words(name):
        sounds = spelling_key(_HARD.sub("k", word))
        stem = _stem(_COUNTRY.sub("", sounds) if len(sounds) > SHORTEST + 2 else sounds)
        # German and French write "ch" for the sound that English writes as "kh".
        keys.append(stem[:1].replace("č", "χ") + _VOWELS.sub("", stem[1:]).replace("č", "χ"))
    return tuple(keys)


@lru_cache(maxsize=65_536)
def party_key(name: str) -> tuple[str, ...]:
    """The same for a party, by whatever part of it: "the Norland delegation" is Norland's."""
    return place_key(bare_party(name))


def bare_party(name: str) -> str:
    """The party whose team, side or government a name is of; the name itself where it is of none."""
    bare = _PART.sub("", name)
    return bare if any(letter.isupper() for letter in _ARTICLE.sub("", f"{bare} ")) else name


@lru_cache(maxsize=65_536)
def place_code(name: str, language: str | None) -> str | None:
    """The CLDR's code of the country or city that a name is one of, and of no other: "Germany" as «Германия»."""
    bare = _ARTICLE.sub("", name)
    found = places_named(bare, language)
    is_all = len(found) == 1 and (found[0].start, found[0].end) == (0, len(bare.rstrip(".")))
    return next(iter(found[0].codes)) if is_all and len(found[0].codes) == 1 else None


@lru_cache(maxsize=65_536)
def sound_key(name: str) -> tuple[str, ...]:
    """The consonants of each word of a name as coarsely as another alphabet hears them: "May" is «Мей»."""
    return tuple(_heard(word) for word in _words(name))


def _heard(word: str) -> str:
    word = _ALIKE.sub(lambda match: _HEARD[(match.lastindex or 1) - 1], word)
    sounds = spelling_key(word).translate(_FOLDED)
    return _TWICE.sub(r"\1", _UNHEARD.sub("", sounds))


def is_one_building(one: str, other: str) -> bool:
    """Whether two names of one language are of one building: "the old pilot station", "the disused pilot station"."""
    words = [set(place_key(_AGE.sub(" ", name))) for name in (one, other)]
    few, many = sorted(words, key=len)
    return bool(few) and few <= many


def is_adjective_of(name: str, country: str) -> bool:
    """Whether a name is an English adjective made of a country's: "Iranian" of "Iran", "Turkish" of "Turkey"."""
    adjective, noun = name.casefold(), country.casefold()
    stem = _ADJECTIVE.sub("", adjective)
    is_longer = len(adjective) > len(stem) >= SAME_LETTERS and adjective != noun
    bare = [_VOWELS.sub("", _COUNTRY_END.sub("", word)) for word in (stem, noun)]
    return is_longer and stem[:SAME_LETTERS] == noun[:SAME_LETTERS] and bare[0] == bare[1]


def is_cyrillic(name: str) -> bool:
    """Whether a name has a Cyrillic letter."""
    return _CYRILLIC.search(name) is not None


def _words(name: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*", name.casefold())
    return [word for word in words if word not in _STATE] or words


def _stem(sounds: str) -> str:
    return (_ENDING.sub("", sounds) or sounds) if len(sounds) > SHORTEST else sounds
