"""A free text beside its evidence, read once for all the checks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.grounding.dates import DateMention, find_dates
from summarizer.grounding.folding import Span, fold
from summarizer.grounding.prose.content_words import ContentWord, content_words
from summarizer.grounding.scene import Scene, lower_case_words
from summarizer.language.attribution import quoted_spans
from summarizer.language.rules import LanguageRules
from summarizer.sentences import Sentence
from summarizer.vocabulary import VerdictKind

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

    @property
    def translated(self) -> bool:
        """Whether the text is in another language than the article."""
        return self.scene.prose_language != self.scene.article.language

    @property
    def rules(self) -> LanguageRules | None:
        """What the code knows of the text's language."""
        return self.scene.prose_rules

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Spans in quotation marks, long enough to be compared."""
        return tuple(s for s in quoted_spans(self.text) if len(self.bare(s)) >= SHORTEST_QUOTE)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The text's date words: those that have a value, and those that would with a day of publication."""
        published = self.scene.article.published
        found = find_dates(self.text, published=published, language=self.scene.prose_language)
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
        return content_words(self.text, self.rules)

    @cached_property
    def held_content_words(self) -> frozenset[str]:
        """The evidence's words of meaning, in lower case."""
        return frozenset(word.text for word in content_words(self.held, self.scene.rules))

    def bare(self, span: Span) -> str:
        """A stretch of the text without the marks around it."""
        return self.text[slice(*span)].strip('“”"«»„「」『』 .,;:!?')


def inside(at: int, spans: Sequence[Span]) -> bool:
    """Whether an offset lies in one of the spans."""
    return any(start <= at < end for start, end in spans)
