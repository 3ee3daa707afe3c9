"""How a sentence attributes words: the reporting verb, who is its subject, and who hears or carries it.

Rules only, no model. They look at the words around each reporting verb: a subject on its left ("Peskov
said"), behind it where quoted words come first ("…", said Peskov), behind "according to". Where the words
do not settle it, there is no subject, and the model's answer stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.language.rules import LanguageRules

Span = tuple[int, int]

_WORD = re.compile(r"\w+(?:[’'\-.&]\w+)*\.?(?=\W|$)|\w")
_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|\"[^\"]*(?:\"|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)"
)
_HARD_BREAK = re.compile(r"[;:()\[\]—–\n]|\s-\s")


@dataclass(frozen=True)
class Attribution:
    """One reporting verb in a sentence. Spans are offsets in the sentence."""

    cue: Span
    """The reporting words."""
    act: str
    """What kind of utterance they tell of."""
    subject: Span | None
    """Who speaks, where the words around the cue settle it."""
    hearer: Span | None
    """Who is told ("told Interfax")."""


def quoted_spans(sentence: str) -> tuple[Span, ...]:
    """Offsets of what stands in quotation marks, the marks included; an unclosed quote runs to the end."""
    return tuple(match.span() for match in _QUOTED.finditer(sentence))


def find_attributions(sentence: str, rules: LanguageRules) -> tuple[Attribution, ...]:
    """All attributions in a sentence, in order of their reporting verbs."""
    return tuple(_Reader(sentence, rules).read())


class _Reader:
    """Reads one sentence; keeps what the rules ask for again and again."""

    def __init__(self, sentence: str, rules: LanguageRules) -> None:
        self.sentence = sentence
        self.rules = rules
        self.quotes = quoted_spans(sentence)
        self.cues = [m for m in rules.any_reporting.finditer(sentence) if not self._in_quote(m.start())]
        self.taken = [m.span() for m in self.cues]

    def read(self) -> Iterator[Attribution]:
        for match in self.cues:
            cue = match.span()
            subject = self._subject_before(cue) or self._subject_behind(cue)
            hearer = self._noun_phrase_from(cue[1]) if self._is(self.rules.told, cue) else None
            yield Attribution(cue, str(match.lastgroup), subject, hearer)
        for match in self.rules.pattern(self.rules.according_to).finditer(self.sentence):
            if not self._in_quote(match.start()):
                yield Attribution(match.span(), "said", self._noun_phrase_from(match.end(), long=True), None)

    def _in_quote(self, at: int) -> bool:
        return any(start < at < end for start, end in self.quotes)

    def _is(self, words: str, span: Span) -> bool:
        return bool(self.rules.pattern(words).fullmatch(self.sentence[span[0] : span[1]].strip(" ,.")))

    def _words(self, start: int, end: int) -> list[Span]:
        return [(m.start(), m.end()) for m in _WORD.finditer(self.sentence, start, end)]

    def _subject_before(self, cue: Span) -> Span | None:
        """The noun phrase that ends at the verb: back over auxiliaries, appositions and relative clauses."""
        floor = self._floor(cue[0])
        words = self._words(floor, cue[0])
        while words and self._is(self.rules.auxiliaries, words[-1]):
            words.pop()
        if not words:
            return None
        gap = self.sentence[words[-1][1] : cue[0]]
        end = words[-1][1]
        if "," in gap:
            return self._before_apposition(floor, end)
        return self._phrase(self._last_comma(floor, end), end)

    def _floor(self, before: int) -> int:
        """Where the clause that holds the verb can begin at the earliest."""
        floor = 0
        for start, end in self.quotes:
            if end <= before:
                floor = max(floor, end)
            del start
        for match in _HARD_BREAK.finditer(self.sentence, floor, before):
            floor = match.end()
        for start, end in self.taken:
            if floor < end < before and not self.sentence[end:before].strip(" ,").startswith(("and", "or")):
                floor = max(floor, end)
            del start
        return floor

    def _last_comma(self, floor: int, end: int) -> int:
        at = self.sentence.rfind(",", floor, end)
        return floor if at < 0 else at + 1

    def _before_apposition(self, floor: int, end: int) -> Span | None:
        """ "Name, the director of the fund, said": the name stands before the phrase between commas."""
        comma = self.sentence.rfind(",", floor, end)
        if comma < 0:
            return self._phrase(floor, end)
        return self._phrase(self._last_comma(floor, comma), comma)

    def _phrase(self, start: int, end: int) -> Span | None:
        """The noun phrase at the end of a stretch: behind its last clause opener, without leading adverbs."""
        words = self._words(start, end)
        opener = max((i for i, w in enumerate(words) if self._is(self.rules.clause_openers, w)), default=-1)
        if opener >= 0 and opener == len(words) - 1:
            return None
        words = words[opener + 1 :]
        while words and (self._is(self.rules.auxiliaries, words[0]) or self._is("and|or|but|then|yet|both", words[0])):
            words.pop(0)
        if words and self._is(self.rules.prepositions, words[0]):
            words = self._behind_preposition(words)
        if not words or self._is(self.rules.impersonal, (words[0][0], words[-1][1])):
            return None
        return words[0][0], min(words[-1][1], end)

    def _behind_preposition(self, words: list[Span]) -> list[Span]:
        """ "In a statement Peskov": the capitalised words at the end are the subject."""
        capital = [i for i, (start, _) in enumerate(words) if self.sentence[start].isupper()]
        if not capital or capital[-1] != len(words) - 1:
            return []
        first = len(words) - 1
        while first > 0 and self.sentence[words[first - 1][0]].isupper():
            first -= 1
        return words[first:] if first > 0 else []

    def _subject_behind(self, cue: Span) -> Span | None:
        """ "…", said Peskov: only where quoted words or a comma stand right before the verb."""
        before = self.sentence[: cue[0]].rstrip()
        if before and before[-1] in '”"»“,」』' or not before:
            return self._noun_phrase_from(cue[1], long=True)
        return None

    def _noun_phrase_from(self, start: int, *, long: bool = False) -> Span | None:
        """The noun phrase that begins behind a verb: up to a comma, a quote, a verb or a clause opener."""
        stop = len(self.sentence)
        for match in re.finditer(r"[,;:()—–“”\"«».!?]\s|[,;:()—–“”\"«»]|[.!?]$", self.sentence[start:]):
            if not re.search(
                r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|\w)$", self.sentence[start : start + match.start()]
            ):
                stop = start + match.start()
                break
        words: list[Span] = []
        for word in self._words(start, stop):
            if self._is(self.rules.clause_openers, word) or word in self.taken:
                break
            if not long and words and self._is(self.rules.prepositions, word):
                break
            if long and words and self._is("in|on|at|during|after|before|to|as", word):
                break
            words.append(word)
        while words and self._is(self.rules.auxiliaries, words[-1]):
            words.pop()
        if not words or self._is(self.rules.prepositions, words[0]):
            return None
        return words[0][0], min(words[-1][1], stop)
