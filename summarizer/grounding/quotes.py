"""Finds in the article's text what was copied from it, and tells where a copy was altered or cut.

Located is what stands there word by word, up to typography, and nothing else: a near miss is told as altered,
never located and never mended.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from summarizer.grounding.comparison import compare
from summarizer.grounding.cuts import what_is_cut
from summarizer.grounding.folding import Span, begins_word, fold, is_unspaced
from summarizer.grounding.verdicts import Verdict

NUMBER_MARKS = ".,:"
"""Marks that hold a number together ("12.5", "1,500", "13:00")."""


def locate(words: str, text: str) -> tuple[Span, ...]:
    """All places where the copied words stand in the text as whole words, as offsets; empty where nowhere.

    Places where they stand to the letter come first, then those where they do up to typography.
    """
    bare = words.strip()
    needle = fold(bare).text.strip()
    if not needle:
        return ()
    haystack = fold(text)
    if needle not in haystack.text:
        return ()
    found = [haystack.span(start, end) for start, end in _whole_words(needle, haystack.text)]
    return tuple(sorted(found, key=lambda span: text[slice(*span)] != bare))


def stands(words: str, text: str) -> bool:
    """Whether `locate` finds a place at all: a word that stands in a text ten thousand times is looked for once."""
    needle = fold(words.strip()).text.strip()
    return bool(needle) and next(_whole_words(needle, fold(text).text), None) is not None


def judge_quote(words: str, text: str, language: str | None) -> Verdict:
    """The verdict on words that are said to be quoted from a text.

    Supported, with all their places, where they stand there up to typography; altered where something near
    does ("“12” for “21”"), where half a word or number was cut off, or a *not* or modal verb of the same clause
    (`language` is the text's ISO 639-1 code, and tells which words those are); else absent.
    """
    places = locate(words, text)
    if not places:
        difference = compare(words, text)
        if difference is None:
            return Verdict("absent", "The article does not hold these words.")
        return Verdict("altered", "The article says something else.", difference)
    cuts = [what_is_cut(text, place, language) for place in places]
    if None in cuts:
        return Verdict("supported", "The article holds these words.", places=places)
    return Verdict("altered", "The cut changes what the article says.", cuts[0])


def _whole_words(needle: str, text: str) -> Iterator[Span]:
    at = text.find(needle)
    while at >= 0:
        end = at + len(needle)
        if (not _joins(text, at) or begins_word(text, at)) and not _joins(text, end):
            yield at, end
        at = text.find(needle, at + 1)


def _joins(text: str, at: int) -> bool:
    """Whether a word or number runs on across this offset. Scripts without spaces between words have no such seam."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if unicodedata.combining(right):
        return True
    if left.isalnum() and right.isalnum():
        return not (is_unspaced(left) or is_unspaced(right))
    return (left.isdigit() and right in NUMBER_MARKS and text[at + 1 : at + 2].isdigit()) or (
        left in NUMBER_MARKS and right.isdigit() and at > 1 and text[at - 2].isdigit()
    )
