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

_QUOTES = dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("“”„‟«»″", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_CHARACTERS = _QUOTES | _DASHES | {"…": "..."}


@dataclass(frozen=True)
class Folded:
    """A text without its typography, with the way back."""

    text: str
    origin: tuple[int, ...]
    """For each character of `text`, the offset of the one that it comes from; and the end of the original."""


def fold(text: str) -> Folded:
    """The text up to typography. Runs of white space become one space; invisible characters vanish."""
    characters: list[str] = []
    origin: list[int] = []
    for at, cluster in _clusters(text):
        if cluster.isspace():
            folded = "" if characters and characters[-1] == " " else " "
        elif all(unicodedata.category(c) == "Cf" for c in cluster):
            folded = ""
        else:
            composed = unicodedata.normalize("NFC", cluster)
            folded = "".join(_CHARACTERS.get(c, c) for c in composed).casefold()
        characters.extend(folded)
        origin.extend([at] * len(folded))
    return Folded("".join(characters), (*origin, len(text)))


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Each character together with the combining marks behind it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, text[start:at]
            start = at


def locate(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """All places where the copied words stand in the text as whole words, as offsets; empty where nowhere."""
    exact = tuple(_whole_words(words, text))
    if exact or not words.strip():
        return exact
    needle = fold(words.strip()).text.strip()
    haystack = fold(text)
    if not needle:
        return ()
    return tuple(
        (haystack.origin[start], _end_of(haystack, end, text)) for start, end in _whole_words(needle, haystack.text)
    )


def _end_of(folded: Folded, end: int, text: str) -> int:
    """Offset behind the last original character of a folded stretch: combining marks belong to it."""
    last = folded.origin[end - 1]
    following = next((o for o in folded.origin[end:] if o > last), len(text))
    return last + len(text[last:following].rstrip()) if following > last else last + 1


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
