"""Where sentences end within a paragraph.

`sentencex` proposes the places. It takes a quotation for one sentence, so it is shown the paragraph
without quotation marks; and it knows the abbreviations of few languages. The rules in `false_ends` drop
what is no end. What is left is moved behind the closing quotation marks.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import sentencex

from summarizer.segmentation.false_ends import CONTEXT, ProposedEnd, is_false
from summarizer.segmentation.quotations import QUOTATION_MARK, Quotations, find_quotations

_log = logging.getLogger(__name__)

# Within a quotation a sentence is one of its own where it is long enough to be evidence, and where what is
# left with the attribution is, too: “It takes time. It is hard,” he said. stays whole.
_FEWEST_WITHIN_QUOTES = 30
_FEWEST_BEHIND = 15

_SURROGATE = re.compile("[\ud800-\udfff]")
_WHITE_SPACE = re.compile(r"\s")
# The library's time grows with the square of a text without spaces, so it is shown a part at a time, cut
# where its answer does not depend on what follows.
_MOST_SHOWN = 2000
_SURE_STOPS = "。！？।॥۔؟"
_SAFE_CUT = re.compile(rf"[{_SURE_STOPS}]|(?<=[^\W\d_])\s")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
# One Chinese or Japanese character says about as much as three letters.
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")

_MISSED_ENDS = tuple(
    map(
        re.compile,
        (
            # The space behind the full stop is missing.
            r"(?:[^\W\d_]{2}|\d)[.!?](?=[^\W\d_]{2})",
            # A sentence, or the end of one, in parentheses.
            r"[.!?]\)(?=\s)",
            # A year, or "and so on", in Russian, Bulgarian and Ukrainian.
            r"\b\d{4}\s(?:гг?|рр?)\.(?=\s+[^\W\d_])",
            r"\b(?:и т\. ?[дп]|и др|і т\. ?[дп]|та ін|itd|itp|usw)\.(?=\s+[^\W\d_])",
        ),
    )
)
# A quotation that ends with its sentence: the library takes the "No." in it for "number".
_CLOSED_END = re.compile(r"(?:(?:[^\W_]{2}\.|[!?])[\"”»]|[\"”»]\.)(?=\s+[“\"«]?[^\W\d_])")


def boundaries(paragraph: str, language: str | None) -> list[int]:
    """Return the offsets at which a new sentence begins within a paragraph, in order, without its start."""
    quotations = find_quotations(paragraph)
    bare, places = _without_quotation_marks(paragraph)
    has_capitals = any(map(str.isupper, paragraph))
    found: list[int] = []
    begin = 0
    for left_end, right_start in _proposals(paragraph, bare, places, language):
        start, end = places[left_end] + 1, places[right_start]
        place = ProposedEnd(
            left=bare[max(begin, left_end + 1 - CONTEXT) : left_end + 1],
            gap=paragraph[start:end],
            right=bare[right_start : right_start + CONTEXT],
            is_whole_sentence=left_end + 1 - CONTEXT <= begin,
            language=language,
            has_capitals=has_capitals,
        )
        if not is_false(place):
            found.append(_behind_closing_marks(paragraph, start, end, quotations))
            begin = right_start
    return _with_words(paragraph, _long_enough(paragraph, found, quotations))


def _without_quotation_marks(paragraph: str) -> tuple[str, Sequence[int]]:
    """Return the paragraph without quotation marks, and where each of its characters comes from."""
    marks = {found.start() for found in QUOTATION_MARK.finditer(paragraph)}
    if not marks:
        return paragraph, range(len(paragraph))
    places = [place for place in range(len(paragraph)) if place not in marks]
    return "".join(paragraph[place] for place in places), places


def _proposals(paragraph: str, bare: str, places: Sequence[int], language: str | None) -> Iterator[tuple[int, int]]:
    """Yield the last character of each sentence and the first of the next one, as offsets in `bare`."""
    # Line breaks within a paragraph mean nothing. Halves of pairs, and white space of more than one byte
    # (a no-break space), break the library.
    shown = _SURROGATE.sub("?", _WHITE_SPACE.sub(" ", bare))
    starts = set(_library_starts(shown, language))
    for pattern in _MISSED_ENDS:
        starts.update(found.end() for found in pattern.finditer(shown))
    for found in _CLOSED_END.finditer(paragraph):
        starts.add(bisect_left(places, found.end()))
    for start in sorted(starts):
        left_end, right_start = start - 1, start
        while left_end >= 0 and bare[left_end].isspace():
            left_end -= 1
        while right_start < len(bare) and bare[right_start].isspace():
            right_start += 1
        if left_end >= 0 and right_start < len(bare):
            yield left_end, right_start


def _library_starts(shown: str, language: str | None) -> Iterator[int]:
    start = 0
    while start < len(shown):
        end = len(shown)
        if end - start > _MOST_SHOWN:
            latest = start + _MOST_SHOWN
            cuts = [found.end() for found in _SAFE_CUT.finditer(shown, start + _MOST_SHOWN // 2, latest)]
            end = cuts[-1] if cuts else latest
        starts = [start + length for length in accumulate(map(len, _segment(shown[start:end], language)))]
        # The end of what was shown is the end of a sentence only where a mark says so.
        yield from (place for place in starts if place < end or shown[end - 1] in _SURE_STOPS)
        start = end


def _segment(shown: str, language: str | None) -> list[str]:
    try:
        return list(sentencex.segment(language or "en", shown))
    except BaseException as error:
        # A panic of the library's native code is no `Exception`, and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        _log.warning("The sentence library failed on a paragraph; only the rules of this package split it.")
        return [shown]


def _behind_closing_marks(paragraph: str, start: int, end: int, quotations: Quotations) -> int:
    """Return where to cut between two sentences: behind what closes the first one."""
    cut = start
    for place in range(start, end):
        if quotations.closes(place):
            cut = place + 1
    return cut


def _long_enough(paragraph: str, ends: Sequence[int], quotations: Quotations) -> list[int]:
    """Drop the ends within a quotation that would leave a sentence too short to be evidence."""
    weights = [_weight(paragraph[start:end]) for start, end in pairwise([0, *ends, len(paragraph)])]
    kept: list[int] = []
    before, behind = 0, 0
    # What stands behind each end, up to the next end that is not within a quotation.
    rest: list[int] = []
    for end, weight in zip(reversed(ends), reversed(weights), strict=False):
        behind += weight
        rest.append(behind)
        if not quotations.holds(end):
            behind = 0
    for end, weight, behind in zip(ends, weights, reversed(rest), strict=False):
        before += weight
        if quotations.holds(end) and (before < _FEWEST_WITHIN_QUOTES or behind < _FEWEST_BEHIND):
            continue
        kept.append(end)
        before = 0
    return kept


def _weight(text: str) -> int:
    return len(text) + 2 * len(_WIDE.findall(text))


def _with_words(paragraph: str, ends: Sequence[int]) -> list[int]:
    """Drop the ends that would leave a sentence without a letter or a digit."""
    kept: list[int] = []
    words = False
    for start, end in pairwise([0, *ends]):
        words = words or _LETTER_OR_DIGIT.search(paragraph, start, end) is not None
        if words:
            kept.append(end)
            words = False
    # What stands behind the last end that was kept.
    if kept and not _LETTER_OR_DIGIT.search(paragraph, kept[-1]):
        kept.pop()
    return kept
