"""A free text beside its evidence, read once for all the checks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.grounding.content_words import ContentWord
from summarizer.grounding.dates import DateMention
from summarizer.grounding.folding import Span, fold
from summarizer.grounding.readings import Readings
from summarizer.grounding.scene import Scene, lower_case_words
from summarizer.language.rules import LanguageRules
from summarizer.sentences import Sentence
from summarizer.vocabulary import VerdictKind

STEM = 5
"""Letters of a word by which sentences are compared."""
NEAR = 0.7
"""Share of the most shared words from which a sentence counts as near."""
_STOP = re.compile(r"[.!?。！？]+(?=\s|$)|\n")
SHORTEST_QUOTE = 2
"""Letters of quoted words that are compared at least."""


@dataclass(frozen=True, order=True)
class Finding:
    """Something in the text that its evidence does not hold."""

    at: int
    """Offset in the text."""
    words: str
    kind: VerdictKind
    difference: str | None = None


@dataclass(frozen=True)
class Beside:
    """One text beside the sentences that it cites."""

    text: str
    cited: Sequence[Sentence]
    scene: Scene

    @cached_property
    def language(self) -> str | None:
        """The text's language: the article's where its words stand there, whatever the others are in."""
        scene = self.scene
        if scene.prose_language == scene.article.language:
            return scene.article.language
        printed = fold(self.text).text.rstrip(" .…") in fold(" ".join(s.text for s in self.cited)).text
        return scene.article.language if printed else scene.prose_language

    @property
    def translated(self) -> bool:
        """Whether the text is in another language than the article."""
        return self.language != self.scene.article.language

    @property
    def readings(self) -> Readings:
        """What the text's language tells of it."""
        return self.scene.prose_readings if self.translated else self.scene.readings

    @property
    def rules(self) -> LanguageRules | None:
        """What the code knows of the text's language."""
        return self.readings.rules

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Spans in quotation marks, long enough to be compared."""
        return tuple(s for s in self.readings.quoted(self.text) if len(self.bare(s)) >= SHORTEST_QUOTE)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The text's date words: those that have a value, and those that would with a day of publication."""
        found = self.readings.dates(self.text)
        return tuple(
            d for d in found if d.value or (d.timex_type in ("DATE", "TIME") and any(map(str.isdigit, d.text)))
        )

    @cached_property
    def dated(self) -> tuple[Span, ...]:
        """Where those stand."""
        return tuple((d.start, d.end) for d in self.dates)

    @cached_property
    def held(self) -> str:
        """The evidence as one text."""
        return "\n".join(s.text for s in self.cited)

    @cached_property
    def held_words(self) -> frozenset[str]:
        """Its words, folded."""
        return frozenset(re.findall(r"\w+", fold(self.held).text))

    @cached_property
    def held_in_lower_case(self) -> frozenset[str]:
        """Those of the evidence's words that stand in lower case."""
        return lower_case_words(self.held)

    @cached_property
    def content_words(self) -> tuple[ContentWord, ...]:
        """The text's words of meaning."""
        return self.readings.content_words(self.text)

    @cached_property
    def held_content_words(self) -> frozenset[str]:
        """The evidence's words of meaning, in lower case."""
        return frozenset(word.text for word in self.scene.readings.content_words(self.held))

    def nearest(self, at: int) -> Sequence[Sentence]:
        """The cited sentences that tell most likely of what the text's sentence at this offset tells of.

        Those that share most words of meaning and names with it; all where it shares none.
        """
        return self._alike[self.sentence_at(at)]

    def sentence_at(self, at: int) -> Span:
        """The span of the text's sentence at an offset."""
        start = max((m.end() for m in _STOP.finditer(self.text, 0, at)), default=0)
        stop = _STOP.search(self.text, at)
        return start, stop.start() if stop else len(self.text)

    @cached_property
    def _alike(self) -> _Alike:
        return _Alike(self)

    def bare(self, span: Span) -> str:
        """A stretch of the text without the marks around it."""
        return self.text[slice(*span)].strip('“”"«»„「」『』 .,;:!?')


class _Alike(dict[Span, tuple[Sentence, ...]]):
    """Sentence of the text → the cited sentences nearest to it, worked out when asked for."""

    def __init__(self, beside: Beside) -> None:
        super().__init__()
        self._text = beside.text
        self._words = [(s, frozenset(_stems(s.text))) for s in beside.cited]

    def __missing__(self, span: Span) -> tuple[Sentence, ...]:
        wanted = _stems(self._text[slice(*span)])
        shared = [(len(wanted & words), s) for s, words in self._words]
        most = max((count for count, _ in shared), default=0)
        self[span] = found = tuple(s for count, s in shared if count >= max(1, NEAR * most) or not most)
        return found


def _stems(text: str) -> set[str]:
    """The beginnings of the longer words, in lower case."""
    return {word[:STEM].lower() for word in re.findall(r"[^\W\d_]{4,}|\d+", text)}


def inside(at: int, spans: Sequence[Span]) -> bool:
    """Whether an offset lies in one of the spans."""
    return any(start <= at < end for start, end in spans)
