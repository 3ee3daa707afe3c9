"""Whether two spellings can be of one name: without its accents, or from Cyrillic into Latin letters by another system.

"Erdoğan" is "Erdogan", "Müller" is "Mueller"; "Умєров" is "Umerov", "Umierov" and "Umyerov". Systems differ in how
they write soft vowels, "й" and the ending "-ский", and in "г": each spelling has a key that leaves such differences
out. Two Latin spellings are compared by that key only where one of them ends as Slavic surnames do, so that "Martin"
and "Martyn" stay two. Names from other scripts (Arabic, Chinese) are romanised in ways that no rule tells from other
names ("Lee", "Li"): they are the same only as they are given.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]")

_SLAVIC_END = re.compile(
    r"(?:[oeё]v|[iy][ey]v|ova|[ei]eva|sk(?:y|i|yi|yy|iy|ii|ij|yj|aya|aia|aja)|enk[oa]|chuk|[yi]uk|(?:ov|ev|iv)[iy]ch"
    r"|(?<=[nvlrgzst])(?:yi|yy|iy|ij|yj))$"
)
"""Endings of surnames of Cyrillic origin, in folded Latin letters."""

_FOREIGN = {"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
"""Latin letters that no accent makes."""
_TWO_WAYS = {"ä": ("a", "ae"), "ö": ("o", "oe"), "ü": ("u", "ue"), "å": ("a", "aa"), "ø": ("o", "oe")}
"""Letters that are written without their mark in two ways."""
MOST_TWO_WAYS = 4
"""Such letters in a word, at most; those behind are only written without their mark."""

_SOUNDS = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэўј",
        "a b v g g d e e e ž z i i i i k l m n o p r s t u f χ c č š š _ i _ e u i".replace("_", "").split(" "),
        strict=True,
    )
) | {"ю": "iu", "я": "ia", "љ": "li", "њ": "ni", "ћ": "č", "џ": "dž", "’": "", "'": "", "ʼ": ""}
"""Cyrillic letter → sounds of a key."""

_SPELLINGS = {
    "š": "shch|schtsch|szcz|sch|sh|sz|š|ś",
    "č": "tsch|tch|ch|cz|č|ć",
    "ž": "zh|ż|ž",
    "χ": "kh",
    "c": "ts|tz|c",
    "ks": "x",
    "g": "h|g|ґ",
    "v": "w|v",
    "i": "y|j|í|ý",
    "": "[’'ʼʹʺ]",
}
"""Sounds of a key → the Latin letters that stand for them, the longest first."""
_SPELLED = re.compile("|".join(f"({letters})" for letters in _SPELLINGS.values()))
_SPELLED_SOUNDS = tuple(_SPELLINGS)


@lru_cache(maxsize=65_536)
def same_spelling(one: str, other: str) -> bool:
    """Whether two words, in any case, can be spellings of one name: equal, or the same but for accents and system."""
    one, other = _composed(one), _composed(other)
    if one == other:
        return True
    cyrillic = [_CYRILLIC.search(word) is not None for word in (one, other)]
    if all(cyrillic):
        return _cyrillic(one) == _cyrillic(other)
    if not (one and other) or any(not c and not _LATIN.match(w) for c, w in zip(cyrillic, (one, other), strict=True)):
        return False
    if not any(cyrillic):
        if unaccented(one) & unaccented(other):
            return True
        if not any(_SLAVIC_END.search(_plain(word)) for word in (one, other)):
            return False
    return spelling_key(one) == spelling_key(other)


@lru_cache(maxsize=65_536)
def spelling_key(word: str) -> str:
    """What all spellings of a Slavic name have in common; for other names a coarser form of the word.

    Two words that are one by `same_spelling` need not have one key ("Müller", "Mueller").
    """
    word = _composed(word)
    if _CYRILLIC.search(word):
        key = "".join(_SOUNDS.get(letter, letter) for letter in word)
    else:
        key = _plain(_SPELLED.sub(lambda m: _SPELLED_SOUNDS[(m.lastindex or 1) - 1], word), keep="ščžχ")
    # Soft vowels with and without their "i", "ё" as "e" or "o", "-ий" as "-i".
    key = re.sub(r"i+", "i", key)
    key = re.sub(r"i(?=e)", "", key)
    return re.sub(r"(?<=[ščž])i?o", "e", key).replace("io", "e")


def _cyrillic(word: str) -> str:
    """Without the dots of "ё" and the kinds of apostrophe."""
    return re.sub("[ʼ']", "’", word.replace("ё", "е"))


def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word.strip().casefold())


def _plain(word: str, keep: str = "") -> str:
    """Latin letters without marks."""
    letters = (c if c in keep else _FOREIGN.get(c, c) for c in word)
    return "".join(c if c in keep else _unmarked(c) for c in letters)


def _unmarked(letters: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", letters) if not unicodedata.combining(c))


@lru_cache(maxsize=65_536)
def unaccented(word: str) -> frozenset[str]:
    """The ways to write a word, in lower case, without its marks."""
    ways: list[tuple[str, ...]] = []
    doubled = 0
    for letter in word:
        two = _TWO_WAYS.get(letter) if doubled < MOST_TWO_WAYS else None
        doubled += two is not None
        ways.append(two or (_plain(letter),))
    return frozenset("".join(letters) for letters in product(*ways))
