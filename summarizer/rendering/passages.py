"""The article cut into paragraphs, sentences and passages, each passage with the lines that it bears out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.briefing import Evidence
from summarizer.errors import BriefingFormatError
from summarizer.rendering.outline import Line

if TYPE_CHECKING:
    from summarizer.article import Article

_BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Passage:
    """A stretch of text that the same lines rest on.

    `lines` and `first` are JSON Pointers: of all lines that rest on it, and of those whose first evidence
    it is part of.
    """

    text: str
    lines: tuple[str, ...] = ()
    first: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stretch:
    """A sentence, or with the number `None` what stands between two."""

    number: int | None
    passages: tuple[Passage, ...]

    @property
    def cited(self) -> bool:
        """True where a line rests on some of it."""
        return any(passage.lines for passage in self.passages)


Paragraph = tuple[Stretch, ...]


def mark_article(article: Article, lines: Iterable[Line]) -> tuple[Paragraph, ...]:
    """The whole text of the article, every character once and in order, with the lines marked on it.

    Evidence may overlap, be part of a sentence, or reach beyond it. Raises `BriefingFormatError` where a
    line's evidence is not what the article holds at that place.
    """
    cuts = _Cuts(article, lines)
    blank_lines = _BLANK_LINE.search(article.text) is not None
    paragraphs: list[Paragraph] = []
    stretches: list[Stretch] = []
    reached = 0
    for sentence in article.sentences:
        gap = article.text[reached : sentence.start]
        if gap:
            if _BLANK_LINE.search(gap) if blank_lines else "\n" in gap:
                paragraphs.append(tuple(stretches))
                stretches = []
            stretches.append(Stretch(None, cuts.passages(reached, sentence.start)))
        stretches.append(Stretch(sentence.number, cuts.passages(sentence.start, sentence.end)))
        reached = sentence.end
    if reached < len(article.text):
        stretches.append(Stretch(None, cuts.passages(reached, len(article.text))))
    paragraphs.append(tuple(stretches))
    return tuple(paragraph for paragraph in paragraphs if paragraph)


class _Cuts:
    """Where evidence begins and ends in the text, and which lines hold between two cuts."""

    def __init__(self, article: Article, lines: Iterable[Line]) -> None:
        self._text = article.text
        begins: dict[int, list[tuple[str, bool]]] = {}
        ends: dict[int, list[tuple[str, bool]]] = {}
        for line in lines:
            for index, evidence in enumerate(line.evidence):
                _check(evidence, article, line)
                begins.setdefault(evidence.start, []).append((line.path, index == 0))
                ends.setdefault(evidence.end, []).append((line.path, index == 0))
        # One sweep over the text: open at each cut what begins there, close what ends there.
        self._offsets = sorted({0, *begins, *ends, len(article.text)})
        self._held: list[tuple[tuple[str, bool], ...]] = []
        held: list[tuple[str, bool]] = []
        for offset in self._offsets:
            for end in ends.get(offset, ()):
                held.remove(end)
            held += begins.get(offset, ())
            self._held.append(tuple(held))

    def passages(self, start: int, end: int) -> tuple[Passage, ...]:
        """The text from `start` to `end` as passages."""
        found: list[Passage] = []
        index = bisect_right(self._offsets, start) - 1
        while start < end:
            stop = min(end, self._offsets[index + 1])
            held = self._held[index]
            lines = tuple(dict.fromkeys(path for path, _ in held))
            first = tuple(dict.fromkeys(path for path, is_first in held if is_first))
            found.append(Passage(self._text[start:stop], lines, first))
            start, index = stop, index + 1
        return tuple(found)


def _check(evidence: Evidence, article: Article, line: Line) -> None:
    in_the_text = article.text[evidence.start : evidence.end] == evidence.text
    if not in_the_text or evidence.sentence > len(article.sentences):
        raise BriefingFormatError(
            f"The evidence of {line.path} is not what the article holds at {evidence.start}:{evidence.end}, "
            f"sentence {evidence.sentence}.",
            hint="The briefing was changed after it was made; brief the article again.",
        )
