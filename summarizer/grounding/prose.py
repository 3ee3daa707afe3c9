"""Free text against its evidence: every name, number, date, quoted word and negation must stand there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.grounding.dates import DateMention, find_dates
from summarizer.grounding.figures import Figure, figures
from summarizer.grounding.folding import fold
from summarizer.grounding.names import Mention, mentions, without_possessive
from summarizer.grounding.parties import same_stem
from summarizer.grounding.quotes import locate
from summarizer.grounding.scene import Scene
from summarizer.language.attribution import quoted_spans
from summarizer.sentences import Sentence

Span = tuple[int, int]

SHORTEST_QUOTE = 2
"""Letters of quoted words that are compared at least."""
_ZERO_WIDTH = "\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that hide text or turn its direction."""
_WORD = re.compile(r"[^\W\d_]\w*(?:[’'\-.&]\w+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s+|[“\"«(\[]\s*|[–—]\s*)$")


def readable(text: str) -> str:
    """A model's free text on one line without control and zero-width characters; empty where it says nothing."""
    visible = "".join(c for c in text if c.isspace() or (unicodedata.category(c) != "Cc" and c not in _ZERO_WIDTH))
    folded = " ".join(visible.split())
    return folded if any(c.isalnum() for c in folded) and folded.casefold() not in ("null", "none") else ""


def unsupported_words(text: str, cited: Sequence[Sentence], scene: Scene) -> list[str]:
    """Names, numbers, dates, quoted words and negations of a free text that its sentences do not hold, in order."""
    return [claim for _, claim in sorted(_Judge(text, cited, scene).missing())]


@dataclass(frozen=True)
class _Judge:
    """One text beside its evidence."""

    text: str
    cited: Sequence[Sentence]
    scene: Scene

    def missing(self) -> Iterator[tuple[int, str]]:
        """What the evidence does not hold, with its offset in the text."""
        quotes = [s for s in quoted_spans(self.text) if len(self._bare(s)) >= SHORTEST_QUOTE]
        for start, end in quotes:
            if not locate(self._bare((start, end)), self._held):
                yield start, self._bare((start, end))
        dates = [d for d in self._dates_of(self.text) if d.value]
        for date in dates:
            if not any(self._same_date(date, other) for s in self.cited for other in self.scene.dates[s.number]):
                yield date.start, date.text
        taken = [*quotes, *((d.start, d.end) for d in dates)]
        yield from self._numbers(taken)
        counted = [(f.start, f.start + len(f.text)) for f in figures(self.text, self.scene.rules)]
        yield from self._names([*taken, *counted])
        yield from self._negation(quotes)

    def _bare(self, span: Span) -> str:
        return self.text[slice(*span)].strip('“”"«»„「」『』 .,;:!?')

    @cached_property
    def _held(self) -> str:
        return "\n".join(s.text for s in self.cited)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(re.findall(r"\w+", fold(self._held).text))

    def _dates_of(self, text: str) -> tuple[DateMention, ...]:
        article = self.scene.article
        return find_dates(text, published=article.published, language=article.language)

    def _same_date(self, claimed: DateMention, held: DateMention) -> bool:
        """Whether the evidence's date is the claimed one, or a finer one inside of it."""
        values = [v for m in (held, *held.parts) for v in (m.value, m.end_value) if v]
        wanted = [v for m in (claimed, *claimed.parts) for v in (m.value, m.end_value) if v]
        return all(any(v.startswith(w) for v in values) for w in wanted)

    def _numbers(self, taken: Sequence[Span]) -> Iterator[tuple[int, str]]:
        held = [f for s in self.cited for f in self._figures_of(s)]
        for figure in figures(self.text, self.scene.rules):
            if not _inside(figure.start, taken) and not any(_same_figure(figure, other) for other in held):
                yield figure.start, figure.text

    def _figures_of(self, sentence: Sentence) -> Iterator[Figure]:
        """The numbers of a sentence, without the days and years of its dates; hours of the day count."""
        dates = [(d.start, d.end) for d in self.scene.dates[sentence.number] if d.timex_type in ("DATE", "TIME")]
        for figure in figures(sentence.text, self.scene.rules):
            if isinstance(figure.value, str) or not _inside(figure.start, dates):
                yield figure

    def _names(self, taken: Sequence[Span]) -> Iterator[tuple[int, str]]:
        told: list[Span] = []
        for mention in mentions(self.text, self.scene.rules):
            if _inside(mention.start, taken):
                continue
            told.append((mention.start, mention.end))
            words = [(m.start() + mention.start, m.group()) for m in _WORD.finditer(mention.name)]
            lacking = [(at, w) for at, w in words if not self._stands(w) and not self._is_ordinary(at, w)]
            if lacking:
                yield from lacking
            elif not self._stands_together(mention):
                yield mention.start, mention.name
        for match in _WORD.finditer(self.text):
            # Capitals outside of a run, as a title or an adjective before a name.
            known = _inside(match.start(), taken) or _inside(match.start(), told)
            word = without_possessive(match.group())
            if (
                word[0].isupper()
                and not known
                and not self._stands(word)
                and not self._is_ordinary(match.start(), word)
            ):
                yield match.start(), word

    def _stands(self, word: str) -> bool:
        if locate(word, self._held):
            return True
        parts = re.findall(r"\w+", fold(word).text)
        return all(any(same_stem(stem, p) or same_stem(p, stem) or stem == p for stem in self._stems) for p in parts)

    def _stands_together(self, mention: Mention) -> bool:
        """Whether the words of a name are one name in the evidence too, not two names' halves."""
        wanted = [w.casefold() for w in mention.name.split()]
        if len(wanted) < 2 or locate(mention.name, self._held):
            return True
        for sentence in self.cited:
            for other in self.scene.mentions(sentence):
                run = sentence.text[other.outset : other.close].casefold()
                if all(any(same_stem(part, w) or part == w for part in re.findall(r"[\w.\-]+", run)) for w in wanted):
                    return True
        return False

    def _is_ordinary(self, at: int, word: str) -> bool:
        """Whether a capital at the start of a sentence begins no name: a word of grammar, or known in lower case."""
        rules = self.scene.rules
        if not _SENTENCE_START.search(self.text[:at]) and not self.text[:at].rstrip().endswith((".", "!", "?")):
            return False
        if rules is not None:
            grammar = (
                rules.joining, rules.articles, rules.pronouns, rules.prepositions, rules.clause_openers,
                rules.auxiliaries, rules.conjunctions, rules.sentence_openers, rules.impersonal, rules.possessives,
                rules.anonymous,
                rules.talks, rules.papers, rules.delegations, rules.outlets, rules.bodies, rules.offices,
            )  # fmt: skip
            if rules.pattern("|".join(grammar)).fullmatch(word) or rules.any_reporting.fullmatch(word):
                return True
        lower = word.lower()
        return any(_akin(lower, other) for other in _WORD.findall(self.scene.article.text) if other.islower())

    def _negation(self, quotes: Sequence[Span]) -> Iterator[tuple[int, str]]:
        rules = self.scene.rules
        match = rules.pattern(rules.negation).search(self.text) if rules else None
        if rules is None or match is None or _inside(match.start(), quotes):
            return
        if not rules.pattern(rules.negation).search(self._held) and not re.search(r"n[’']t\b", self._held):
            yield match.start(), match.group()


def _same_figure(one: Figure, other: Figure) -> bool:
    return one.value == other.value and one.percent == other.percent


def _akin(one: str, other: str) -> bool:
    """Whether two words in lower case share most of their letters from the start ("negotiators", "negotiations")."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one == other or (shared >= 5 and shared >= 0.6 * max(len(one), len(other)))


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(start <= at < end for start, end in spans)
