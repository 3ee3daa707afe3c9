"""Verbatim quotes in another typography than their text: the same words, set in another way.

Seeded. The typography is changed in the quote, in the text, or in both; the places are known by construction.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from benchmarks.passages import Passage

FEWEST_WORDS_OF_A_WINDOW = 8
SIDES = ("quote", "text", "both")

_DOUBLE = '“”„‟"«»'
_SINGLE = "‘’‚'"
_DASHES = "-‐‑–—−"
_STYLES = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"))
_PLAIN = str.maketrans({**dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DASHES, "-")})
_LONG_WORD = re.compile(r"[^\W\d_]{6,}")
_WINDOW_EDGE = re.compile(r"[,;:،؛] |[，；：]")


@dataclass(frozen=True)
class Variant:
    """A quote and a text that hold the same words in different typography."""

    kind: str
    side: str
    """What was changed: the quote, the text, or both."""
    language: str
    words: str
    text: str
    places: tuple[tuple[int, int], ...]
    """All places of the words in the text, as offsets."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The words of a text without their typography: the benchmark's own yardstick, not the package's."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"«[\u00a0\u202f]|[\u00a0\u202f]»", '"', text)
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(seen.translate(_PLAIN).casefold().split())


def variants(passages: Sequence[Passage], per_kind: int, cut_free: Callable[[str, str], bool]) -> list[Variant]:
    """Make up to `per_kind` variants of each kind from passages of one language.

    `cut_free(stretch, sentence)` tells whether a stretch leaves nothing out of its sentence that would change it.
    """
    made: list[Variant] = []
    stretches = list(_stretches(passages, cut_free))
    for kind, change in KINDS.items():
        count = 0
        for number, (passage, start, end) in enumerate(stretches):
            if count == per_kind:
                break
            seeded = random.Random(f"{kind} {passage.language} {number}")
            variant = _variant(kind, change, passage, (start, end), seeded)
            if variant is not None:
                made.append(variant)
                count += 1
    return made


def _stretches(passages: Sequence[Passage], cut_free: Callable[[str, str], bool]) -> Iterator[tuple[Passage, int, int]]:
    """Yield whole sentences and long windows between two marks, in a seeded order."""
    found: list[tuple[Passage, int, int]] = []
    for passage in passages:
        for sentence in passage.sentences:
            edges = [0, *(m.end() for m in _WINDOW_EDGE.finditer(sentence.text))]
            ends = [*(m.start() for m in _WINDOW_EDGE.finditer(sentence.text)), len(sentence.text)]
            spans = {(0, len(sentence.text)), *((a, b) for a in edges for b in ends if b > a)}
            for start, end in sorted(spans):
                words = sentence.text[start:end].strip()
                if cut_free(words, sentence.text) and plain(passage.text).count(plain(words)) == 1:
                    begin = passage.text.index(words, sentence.start + start)
                    found.append((passage, begin, begin + len(words)))
    random.Random("stretches").shuffle(found)
    yield from found


def _variant(
    kind: str, change: _Change, passage: Passage, span: tuple[int, int], seeded: random.Random
) -> Variant | None:
    before, words, behind = passage.text[: span[0]], passage.text[slice(*span)], passage.text[span[1] :]
    side = seeded.choice(SIDES)
    quote = words if side == "text" else change(words, seeded)
    held = words if side == "quote" else change(words, seeded)
    if side != "quote":
        before, behind = change(before, seeded), change(behind, seeded)
    if quote == held:
        return None
    text = before + held + behind
    places = [(len(before), len(before) + len(held))]
    if seeded.random() < 1 / 3:
        # Said a second time, at the end.
        again = change(words, seeded)
        text += "\n\n" + again
        places.append((len(text) - len(again), len(text)))
    return Variant(kind, side, passage.language, quote, text, tuple(places))


_Change = Callable[[str, random.Random], str]


def _quotes(text: str, seeded: random.Random) -> str:
    """Other quotation marks and apostrophes."""
    opening, closing = seeded.choice(_STYLES)
    single = seeded.choice("’'‘")
    text = re.sub(r"«[\u00a0\u202f]", "«", re.sub(r"[\u00a0\u202f]»", "»", text))
    changed = []
    for at, character in enumerate(text):
        if character in _DOUBLE:
            changed.append(opening if at == 0 or text[at - 1].isspace() or text[at - 1] in "([" else closing)
        else:
            changed.append(single if character in _SINGLE else character)
    return "".join(changed)


def _dashes(text: str, seeded: random.Random) -> str:
    dash = seeded.choice(_DASHES)
    return "".join(dash if c in _DASHES else c for c in text)


def _spaces(text: str, seeded: random.Random) -> str:
    """No-break, narrow, double and other spaces."""
    kinds = ("\u00a0", "  ", "\u202f", "\u2009", " \u00a0", "\t")
    return "".join(seeded.choice(kinds) if c == " " and seeded.random() < 0.3 else c for c in text)


def _line_breaks(text: str, seeded: random.Random) -> str:
    kinds = ("\n", "\r\n", " \n", "\n    ")
    return "".join(seeded.choice(kinds) if c == " " and seeded.random() < 0.2 else c for c in text)


def _inside_words(text: str, seeded: random.Random, characters: str) -> str:
    def parted(match: re.Match[str]) -> str:
        word = match.group()
        at = seeded.randrange(2, len(word) - 2)
        whole = seeded.random() < 0.5 or unicodedata.combining(word[at])
        return word if whole else word[:at] + seeded.choice(characters) + word[at:]

    return _LONG_WORD.sub(parted, text)


def _soft_hyphens(text: str, seeded: random.Random) -> str:
    return _inside_words(text, seeded, "\u00ad")


def _zero_width(text: str, seeded: random.Random) -> str:
    return _inside_words(text, seeded, "\u200b\u2060\ufeff")


def _decomposed(text: str, seeded: random.Random) -> str:
    return unicodedata.normalize("NFD", text)


def _case(text: str, seeded: random.Random) -> str:
    """Capitals throughout, small letters throughout, or each word with a capital, where no letter is lost by it."""
    changed = seeded.choice((str.upper, str.lower, str.swapcase))(text)
    return changed if changed.casefold() == text.casefold() else text


def _all(text: str, seeded: random.Random) -> str:
    for change in (_quotes, _dashes, _spaces, _soft_hyphens, _case, _decomposed):
        text = change(text, seeded)
    return text


KINDS: dict[str, _Change] = {
    "quotation marks": _quotes,
    "dashes": _dashes,
    "spaces": _spaces,
    "line breaks": _line_breaks,
    "soft hyphens": _soft_hyphens,
    "zero width": _zero_width,
    "decomposed": _decomposed,
    "case": _case,
    "all together": _all,
}
