"""Numbers the sentences of a text, with exact offsets: evidence is quoted by these numbers.

`sentencex` proposes where a sentence may end, without seeing the quotation marks, which it does not look
into. The rules in `boundaries` drop or add some. What is left is cut out of the text itself, so offsets
are exact whatever the library counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.segmentation.boundaries import boundaries
from summarizer.segmentation.lines import paragraphs

LONGEST_SENTENCE = 700
"""Longer ones are cut at a semicolon, a comma or a space: nobody checks a line against a page of evidence."""
_LONGEST_WITHOUT_STOPS = 300
# Written without a mark at the end of a sentence.
_WITHOUT_STOPS = frozenset({"th", "lo"})

_CUTS = tuple(map(re.compile, (r"\n", r"[;；](?=\s)|；", r"(?<=[,،])\s|[，、]|\s[–—]\s", r"\s")))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article; `text == article.text[start:end]`, without outer white space."""

    number: int
    """Its number in the article, from 1."""
    start: int
    """Offset of its first character, in Unicode code points of the article's text."""
    end: int
    """Offset behind its last character."""
    text: str
    """Its words, exactly as printed."""


def split_sentences(text: str, language: str | None) -> tuple[Sentence, ...]:
    """Split a text into sentences, numbered from 1 in the order of the text.

    Every character but white space is in exactly one of them. Headings, captions and list items count as
    sentences. `language` is an ISO 639-1 code, or None where it is not known.
    """
    sentences: list[Sentence] = []
    for start, end in _spans(text, language):
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        if words:
            sentences.append(Sentence(len(sentences) + 1, start, start + len(words), words))
    return tuple(sentences)


def _spans(text: str, language: str | None) -> Iterator[tuple[int, int]]:
    longest = _LONGEST_WITHOUT_STOPS if language in _WITHOUT_STOPS else LONGEST_SENTENCE
    for start, end in paragraphs(text):
        paragraph = text[start:end]
        begin = 0
        for boundary in [*boundaries(paragraph, language), len(paragraph)]:
            for piece in _pieces(paragraph, begin, boundary, longest):
                yield start + piece[0], start + piece[1]
            begin = boundary


def _pieces(paragraph: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    while end - start > longest:
        cut = _best_cut(paragraph, start + longest // 2, start + longest)
        yield start, cut
        start = cut
    yield start, end


def _best_cut(paragraph: str, earliest: int, latest: int) -> int:
    for pattern in _CUTS:
        cuts = [found.end() for found in pattern.finditer(paragraph, earliest, latest)]
        if cuts:
            return cuts[-1]
    return latest
