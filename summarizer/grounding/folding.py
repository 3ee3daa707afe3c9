"""A text without its typography, with the way back to the article's own offsets.

Typography is what editors change without changing words: curly and straight quotes, dashes, kinds and
number of spaces, white space beside quotation marks ("« so »"), soft hyphens and other invisible characters,
Unicode composition, the optional vowel marks of Arabic, and case. Time and memory grow with the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

Span = tuple[int, int]

INVISIBLE = (
    "\u00ad\u034f\u061c\u06dd\u070f\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\uffa0\ufeff\ufe00-\ufe0f"
    "\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef\u0640\u064b-\u0652\u0670"
)
"""Inside of a regular expression's class: characters that nobody sees, and marks that Arabic may leave out."""

_DASHES = "‐‑‒–—―−"
_QUOTATION_MARKS = '"“”„‟«»″'
_ALIKE = (
    dict.fromkeys("‘’‚‛′`´ʼ", "'")
    | dict.fromkeys(_QUOTATION_MARKS, '"')
    | dict.fromkeys(_DASHES, "-")
    | {"\u00a0": " "}
)
_TYPOGRAPHIC = re.compile(f"[{''.join(_ALIKE)}]")
_WHITE = r"\t-\r\x1c-\x1f\x85\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""White space but for the space and the no-break space."""
_LONGER = "…ßẞİŉﬀ-ﬆ"
"""Characters whose plain form is longer."""
_RARE = rf"{_QUOTATION_MARKS}{_WHITE}{INVISIBLE}{_LONGER}\u00a0{_DASHES}"
# What begins is looked at before what goes on: a search for one class of characters is the fastest.
_GOING_ON = (
    rf"(?:(?<=[-{_DASHES}])[-{_DASHES}]+|(?<=[ \u00a0])[\s{INVISIBLE}]+|(?<=[{_LONGER}])"
    rf"|(?<=[{_QUOTATION_MARKS}{_WHITE}{INVISIBLE}])[\s{INVISIBLE}]*)"
)
_IRREGULAR = re.compile(rf"[{_RARE}]{_GOING_ON}")
"""Stretches that do not become as many characters as they are."""
_WITH_DOUBLES = re.compile(rf"[-\ {_RARE}]{_GOING_ON}")
"""The same with those that begin with a character that every text is full of."""
_DOUBLES = ("  ", " \u00a0", "--", *(f"-{dash}" for dash in _DASHES))
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that are written without spaces: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
_PROCLITIC = re.compile(r"(?<!\w)[وف]?[بلك]?\Z")
"""What Arabic joins to the word behind it: "and", "in", "for", "as"."""
LONGEST_PROCLITIC = 2
"""Letters of it."""
_ARABIC = re.compile(r"[\u0621-\u064a]{3}")
PART = 4_096
"""Characters of a text that are looked at together, at least."""
_WORD = re.compile(r"\w+(?:[.,:'\-]\w+)*|%")
_SIGN_OR_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:[.,:'\-][^\W{_UNSPACED}]+)*|%")
_WITHOUT_SPACES = re.compile(f"[{_UNSPACED}]")


@dataclass(frozen=True)
class Folded:
    """A text without its typography."""

    text: str
    original: str
    """The text that it comes from."""
    starts: tuple[int, ...]
    """Offsets in `text` at which a stretch begins."""
    origins: tuple[int, ...]
    """The offset in the original of each stretch."""
    steps: tuple[int, ...]
    """1 where a stretch runs along with the original, 0 where all of it comes from one place."""

    def origin(self, at: int) -> int:
        """The offset in the original of what stands at an offset of the folded text."""
        if at >= len(self.text):
            return len(self.original)
        stretch = bisect_right(self.starts, at) - 1
        return self.origins[stretch] + (at - self.starts[stretch]) * self.steps[stretch]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original that a stretch of the folded text comes from, marks on its last letter too."""
        return self.origin(start), _behind_marks(self.original, self.origin(end - 1) + 1)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words and numbers in order; "13:00" and "12.5" are one, and each sign of an unspaced script is."""
        pattern = _SIGN_OR_WORD if _WITHOUT_SPACES.search(self.text) else _WORD
        return tuple(pattern.findall(self.text))


def is_unspaced(character: str) -> bool:
    """Whether a character's script is written without spaces between words."""
    return _WITHOUT_SPACES.match(character) is not None


def is_any_unspaced(text: str) -> bool:
    """Whether one of the characters is of such a script."""
    return _WITHOUT_SPACES.search(text) is not None


def begins_word(text: str, at: int) -> bool:
    """Whether a word can begin at an offset of a text: behind another script's letter or a joined Arabic "and", too."""
    if at == 0 or not text[at - 1].isalnum() or is_unspaced(text[at - 1]) or is_unspaced(text[at]):
        return True
    before = text[max(0, at - LONGEST_PROCLITIC - 1) : at]
    return bool(_ARABIC.match(text, at) and _PROCLITIC.search(before))


def ends_word(text: str, at: int) -> bool:
    """Whether a word can end before an offset of a text."""
    return at >= len(text) or not text[at].isalnum() or is_unspaced(text[at - 1]) or is_unspaced(text[at])


@lru_cache(maxsize=4096)
def fold(text: str) -> Folded:
    """The text up to typography. Runs of white space become one space; invisible characters vanish."""
    pieces: list[str] = []
    starts, origins, steps = [], [], []
    length = 0
    for origin, folded, step in _stretches(text):
        if folded == '"' and pieces and pieces[-1].endswith(" "):
            pieces[-1] = pieces[-1][:-1]
            length -= 1
        if folded and not (folded == " " and pieces and pieces[-1].endswith(" ")):
            pieces.append(folded)
            starts.append(length)
            origins.append(origin)
            steps.append(step)
            length += len(folded)
    return Folded("".join(pieces), text, tuple(starts), tuple(origins), tuple(steps))


def _stretches(text: str) -> Iterator[tuple[int, str, int]]:
    """The stretches of a text: where each begins, what it becomes, and whether it keeps its length.

    Only the parts of it that are not composed take the longer way.
    """
    at = 0
    while at < len(text):
        end = min(at + PART, len(text))
        # Inside of a word, so that nothing that folds to one character is parted.
        while end < len(text) and not (text[end - 1].isalnum() and text[end].isalnum() and not _joins_jamo(text[end])):
            end += 1
        part = text[at:end]
        yield from _composed(part, at) if unicodedata.is_normalized("NFC", part) else _clusters(part, at)
        at = end


def _composed(text: str, offset: int) -> Iterator[tuple[int, str, int]]:
    """The same for a composed text."""
    at = 0
    doubled = any(double in text for double in _DOUBLES)
    for match in (_WITH_DOUBLES if doubled else _IRREGULAR).finditer(text):
        if match.start() > at:
            yield from _regular(text[at : match.start()], offset + at)
        yield offset + match.start(), _irregular(match.group()), 0
        at = match.end()
    if at < len(text):
        yield from _regular(text[at:], offset + at)


def _regular(stretch: str, origin: int) -> Iterator[tuple[int, str, int]]:
    folded = _TYPOGRAPHIC.sub(lambda match: _ALIKE[match.group()], stretch).casefold()
    if len(folded) == len(stretch):
        yield origin, folded, 1
        return
    # A rare letter whose small form is longer.
    for at, character in enumerate(stretch):
        yield origin + at, _ALIKE.get(character, character).casefold(), 0


def _irregular(stretch: str) -> str:
    if stretch == "…":
        return "..."
    if stretch[0] in _QUOTATION_MARKS:
        return '"'
    if len(stretch) > 1 and _ALIKE.get(stretch[0], stretch[0]) == "-":
        return "-"
    return (
        " " if any(c.isspace() for c in stretch) else "" if re.match(f"[{INVISIBLE}]", stretch) else stretch.casefold()
    )


def _clusters(text: str, offset: int) -> Iterator[tuple[int, str, int]]:
    """The same for a text in which letters and their marks stand apart: each letter with its marks by itself."""
    plain = at = 0
    while at < len(text):
        end = _behind_marks(text, at + 1)
        cluster = text[at:end]
        if end == at + 1 and (cluster.isascii() or unicodedata.is_normalized("NFC", cluster)):
            at = end
            continue
        yield from _composed(text[plain:at], offset + plain)
        folded = "".join(piece for _, piece, _ in _composed(unicodedata.normalize("NFC", cluster), 0))
        yield offset + at, unicodedata.normalize("NFC", folded), 0
        plain = at = end
    yield from _composed(text[plain:], offset + plain)


def _behind_marks(text: str, at: int) -> int:
    while at < len(text) and (unicodedata.combining(text[at]) or _joins_jamo(text[at])):
        at += 1
    return at


def _joins_jamo(character: str) -> bool:
    """Whether a character is a vowel or final consonant of Hangul that composes with what stands before it."""
    return "\u1161" <= character <= "\u11c2"
