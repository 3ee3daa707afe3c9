"""Whether a name in Latin letters can be one that Arabic spells: by its consonants, for Arabic leaves vowels out.

"Petra" is "بيترا" by p-t-r. Coarse, for Arabic has no letter for "p", "v" and "g": enough to tell an invented name
from one that the evidence holds, never to tell two names of the same consonants apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

FEWEST = 2
"""Consonants of a name that can be compared, at least."""
MOST_WORDS = 3
"""Words that Arabic may write for one ("رام الله")."""

_WORD = re.compile(r"[\u0621-\u064a]+")
_BEFORE = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل))")
_ONE_LETTER = re.compile(r"^[وفبلك](?=.{3})")
_ARABIC = dict(zip("بپتطثسصشجغقكخدضذزظرلمنفڤ", "bbttssssggkkkddzzzrlmnff", strict=True))
"""Letter → the class of its consonant. Those that are left out are vowels, or as weak as "h"."""
_LATIN = (
    ("tch|ch|sch|sh|zh", "s"),
    ("kh|ck|x(?=$)", "k"),
    ("gh|dj|dzh", "g"),
    ("th", "t"),
    ("ph", "f"),
    ("dh", "z"),
    ("c(?=[eiy])", "s"),
    ("x", "ks"),
    ("[cq]", "k"),
    ("j", "g"),
    ("p", "b"),
    ("v", "f"),
)
"""Letters of the Latin script → classes, in this order."""


@lru_cache(maxsize=4096)
def can_be_compared(word: str) -> bool:
    """Whether a name in Latin letters has consonants enough to be looked for."""
    return len(_of_latin(word)) >= FEWEST


def stands_in_arabic(word: str, text: str) -> bool:
    """Whether an Arabic text holds a name that is spelt with the same consonants."""
    wanted = _of_latin(word)
    return len(wanted) >= FEWEST and wanted in _skeletons(text)


@lru_cache(maxsize=1024)
def _skeletons(text: str) -> frozenset[str]:
    words = [match.group() for match in _WORD.finditer(text)]
    runs = (words[at : at + many] for many in range(1, MOST_WORDS + 1) for at in range(len(words) - many + 1))
    return frozenset(skeleton for run in runs for skeleton in _of_arabic(tuple(run)))


def _of_arabic(words: tuple[str, ...]) -> Iterator[str]:
    """The consonants of a name as printed, and without what is joined to it; doubled ones count once."""
    first, *rest = words
    for form in {first, _BEFORE.sub("", first), _ONE_LETTER.sub("", first)}:
        letters = form + "".join(_BEFORE.sub("", word) for word in rest)
        yield _single("".join(_ARABIC.get(letter, "") for letter in letters))


@lru_cache(maxsize=4096)
def _of_latin(word: str) -> str:
    lower = word.casefold()
    for letters, sound in _LATIN:
        lower = re.sub(letters, sound, lower)
    return _single(re.sub(r"[^bcdfgklmnrstz]", "", lower))


def _single(consonants: str) -> str:
    return re.sub(r"(.)\1+", r"\1", consonants)
