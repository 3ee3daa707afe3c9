"""Finds in the article's text what a model copied: to the letter, or up to typography.

Typography is what editors change without changing words: curly and straight quotes, dashes, kinds and
number of spaces, soft hyphens and other invisible characters, Unicode composition, and case. Offsets are
mapped back, so that what is found is the article's own text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_QUOTES = dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("“”„‟«»″", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_STRETCH = re.compile(r"(?P<space>\s+)|(?P<plain>[!-~]+)|(?P<other>.)", re.DOTALL)
_CHARACTERS = _QUOTES | _DASHES | {"…": "..."}


@dataclass(frozen=True)
class Folded:
    """A text without its typography, with the way back."""

    text: str
    origin: tuple[int, ...]
    """For each character of `text`, the offset of the one that it comes from; and the end of the original."""


@lru_cache(maxsize=2048)
def fold(text: str) -> Folded:
    """The text up to typography. Runs of white space become one space; invisible characters vanish."""
    pieces: list[str] = []
    origin: list[int] = []
    spaced = False
    for at, end in _stretches(text):
        stretch = text[at:end]
        if stretch[0].isspace():
            folded = "" if spaced else " "
        elif stretch.isascii():
            folded = stretch.replace("`", "'").lower()
        elif all(unicodedata.category(c) == "Cf" for c in stretch):
            continue
        else:
            composed = unicodedata.normalize("NFC", stretch)
            folded = "".join(_CHARACTERS.get(c, c) for c in composed).casefold()
        spaced = stretch[0].isspace()
        pieces.append(folded)
        one_by_one = stretch.isascii() and not stretch[0].isspace()
        origin.extend(range(at, end) if one_by_one else [at] * len(folded))
    return Folded("".join(pieces), (*origin, len(text)))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """White space, ASCII words, and every other character, each with the combining marks behind it."""
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        if match.lastgroup == "plain" and end < len(text) and unicodedata.combining(text[end]):
            # The last letter belongs to the marks behind it.
            if end - 1 > start:
                yield start, end - 1
            yield end - 1, _behind_marks(text, end)
        elif match.lastgroup == "other" and not unicodedata.combining(text[start]):
            yield start, _behind_marks(text, end)
        elif match.lastgroup != "other":
            yield start, end
        elif start == 0 or text[start - 1].isspace():
            # A mark with nothing to stand on.
            yield start, _behind_marks(text, end)


def _behind_marks(text: str, at: int) -> int:
    while at < len(text) and unicodedata.combining(text[at]):
        at += 1
    return at


def locate(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """All places where the copied words stand in the text as whole words, as offsets; empty where nowhere.

    Places where they stand to the letter come first, then those where they do up to typography.
    """
    needle = fold(words.strip()).text.strip()
    if not needle:
        return ()
    exact = list(_whole_words(words.strip(), text))
    haystack = fold(text)
    alike = [
        (haystack.origin[start], _behind_marks(text, haystack.origin[end - 1] + 1))
        for start, end in _whole_words(needle, haystack.text)
    ]
    return (*exact, *(place for place in alike if place not in exact))


def _whole_words(needle: str, text: str) -> Iterator[tuple[int, int]]:
    if not needle:
        return
    for match in re.finditer(re.escape(needle), text):
        start, end = match.span()
        if _joins(text, start) or _joins(text, end):
            continue
        yield start, end


def _joins(text: str, at: int) -> bool:
    """Whether a word runs on across this offset. Scripts without spaces between words have no such seam."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    return left.isalnum() and right.isalnum() and not (_unspaced(left) and _unspaced(right))


def _unspaced(character: str) -> bool:
    """Whether the character's script is written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese)."""
    point = ord(character)
    return (
        0x0E00 <= point <= 0x0EFF
        or 0x1000 <= point <= 0x109F
        or 0x1780 <= point <= 0x17FF
        or 0x3040 <= point <= 0x30FF
        or 0x3400 <= point <= 0x9FFF
        or 0xF900 <= point <= 0xFAFF
        or 0x20000 <= point <= 0x3FFFF
    )
