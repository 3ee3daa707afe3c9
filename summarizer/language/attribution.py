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

TELLING = frozenset({"said", "announced", "claimed", "confirmed", "denied", "warned", "declined"})
"""Acts of telling, which an outlet at the sentence's end passes on; others are the news that it tells."""
LONGEST_TAIL = 4
"""Words behind the verb of an attribution that ends its sentence ("…, officials said on Friday"), at most."""
SHORTEST_CLAUSE = 4
"""Words before such an attribution, at least; fewer are a leading phrase ("On Friday, officials said")."""

_WORD = re.compile(r"\w+(?:[’'\-.&]\w+)*\.?(?=\W|$)|\w")
_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|\"[^\"]*(?:\"|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)"
)
_CLOSED_ONLY = re.compile(r"[^“”]+”")
"""The end of a quote that began in a sentence before."""
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
    carrier: Span | None = None
    """Who passes the words on ("TASS quoted him as saying")."""


def quoted_spans(sentence: str) -> tuple[Span, ...]:
    """Offsets of what stands in quotation marks, the marks included; an unclosed quote runs to the end."""
    opened_before = _CLOSED_ONLY.match(sentence)
    start = opened_before.end() if opened_before else 0
    spans = [(0, start)] if opened_before else []
    return (*spans, *(match.span() for match in _QUOTED.finditer(sentence, start)))


def find_attributions(sentence: str, rules: LanguageRules) -> tuple[Attribution, ...]:
    """All attributions in a sentence, in order of their reporting verbs."""
    return tuple(_Reader(sentence, rules).read())


class _Reader:
    """Reads one sentence; keeps what the rules ask for again and again."""

    def __init__(self, sentence: str, rules: LanguageRules) -> None:
        self.sentence = sentence
        self.rules = rules
        self.quotes = quoted_spans(sentence)
        self.cues = [m for m in rules.any_reporting.finditer(sentence) if self._reports(m)]
        self.taken = [m.span() for m in self.cues]

    def read(self) -> Iterator[Attribution]:
        final = self._final()
        if final is not None:
            yield self._inner(final) or final
            return
        scope = 0
        for match in self.cues:
            cue = match.span()
            if cue[0] < scope:
                continue
            if (passed_on := self._passed_on(match)) is not None:
                scope = self._end_of_complement(passed_on.cue)
                yield passed_on
                continue
            subject = self._subject_before(cue) or self._subject_behind(cue)
            hearer = self._hearer(cue)
            if subject is not None:
                scope = self._end_of_complement(cue)
            yield Attribution(cue, str(match.lastgroup), subject, hearer)
        for match in self.rules.pattern(self.rules.according_to).finditer(self.sentence):
            if not self._in_quote(match.start()):
                yield Attribution(match.span(), "said", self._source_from(match.end()), None)

    def _final(self) -> Attribution | None:
        """ "…, officials said.": an attribution at the sentence's end takes in all that stands before it."""
        if not self.cues:
            return None
        cue = self.cues[-1].span()
        rest = self.sentence[cue[1] :].strip(' .!?”"»')
        subject = self._subject_before(cue)
        if subject is None or len(rest.split()) > LONGEST_TAIL or re.search(r"[,:“\"«]", rest):
            return None
        before = self.sentence[: subject[0]].rstrip()
        unquoted = not any(end == len(before) for _, end in self.quotes)
        if not before.endswith((",", ",”", ',"', ",»")) or self._is_apposed(before) or not unquoted:
            return None
        # Behind "…, which": the clause tells of what was said before, and does not attribute it.
        return Attribution(cue, str(self.cues[-1].lastgroup), subject, self._hearer(cue))

    def _inner(self, final: Attribution) -> Attribution | None:
        """ "Rau said in a statement that …, the agency reported": Rau speaks, the agency carries."""
        for match in self.cues[:-1]:
            subject = self._subject_before(match.span())
            if subject is not None and match.lastgroup in TELLING:
                return Attribution(match.span(), str(match.lastgroup), subject, None, carrier=final.subject)
        return None

    def _is_apposed(self, before: str) -> bool:
        """Whether the comma before the subject closes an apposition or a leading phrase, and no clause."""
        return len(before.split()) < SHORTEST_CLAUSE or bool(
            self.rules.pattern(self.rules.contrast).match(before[before.rfind(",", 0, -1) + 1 :].strip())
        )

    def _passed_on(self, match: re.Match[str]) -> Attribution | None:
        """ "TASS quoted officials as saying": the officials speak, TASS carries."""
        if not self._is(self.rules.passes_on, match.span()):
            return None
        saying = self.rules.pattern(self.rules.as_saying).search(self.sentence, match.end())
        if saying is None:
            return None
        words = self._words(match.end(), saying.start())
        if not words:
            return None
        subject = (words[0][0], words[-1][1])
        return Attribution(saying.span(), "said", subject, None, carrier=self._subject_before(match.span()))

    def _hearer(self, cue: Span) -> Span | None:
        return self._noun_phrase_from(cue[1]) if self._is(self.rules.told, cue) else None

    def _reports(self, match: re.Match[str]) -> bool:
        """Whether the word is a verb here: not in a quote, not part of a name, not a noun ("its demands")."""
        if self._in_quote(match.start()) or (match.start() > 0 and match.group()[0].isupper()):
            return False
        before = self._words(0, match.start())
        if before and self._is(self.rules.infinitive, before[-1]) and match.lastgroup != "declined":
            return False
        if not self._is(self.rules.noun_like, match.span()):
            return True
        if not before or self._is(self.rules.pronouns, before[-1]) or self._is(self.rules.anonymous, before[-1]):
            return bool(before)
        return self.sentence[before[-1][0]].isupper()

    def _end_of_complement(self, cue: Span) -> int:
        """Up to where the words of this speaker go: verbs in between are what they said, not who said it.

        The complement ends at a quote, a semicolon, a relative clause ("…, which Rau criticised") or a
        comma before a clause of its own ("…, while Rau said").
        """
        ends = [start for start, _ in self.quotes if start > cue[1]] + [end for _, end in self.quotes if end > cue[1]]
        ends += [m.start() for m in re.finditer(r"[;\n]", self.sentence) if m.start() > cue[1]]
        clause = re.compile(rf",\s+(?:and |or )?(?:{self.rules.contrast})(?!\w)", re.IGNORECASE)
        ends += [m.start() for m in clause.finditer(self.sentence, cue[1])]
        return min(ends, default=len(self.sentence))

    def _in_quote(self, at: int) -> bool:
        return any(start < at < end for start, end in self.quotes)

    def _is(self, words: str, span: Span) -> bool:
        return bool(self.rules.pattern(words).fullmatch(self.sentence[span[0] : span[1]].strip(" ,.")))

    def _words(self, start: int, end: int) -> list[Span]:
        return [(m.start(), m.end()) for m in _WORD.finditer(self.sentence, start, end)]

    def _subject_before(self, cue: Span) -> Span | None:
        """The noun phrase that ends at the verb: back over auxiliaries, appositions and relative clauses."""
        if self._is(self.rules.participles, cue):
            return None
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
        comma = self._last_comma(floor, end)
        name = re.search(r"((?:[^\W\d_a-z][\w’'.\-]*\s+)+[^\W\d_a-z][\w’'.\-]*),$", self.sentence[floor:comma])
        if name is not None and self._is(self.rules.prepositions, self._words(floor + name.start(1), comma)[0]):
            name = None
        if name is not None and self.rules.pattern(self.rules.articles).match(self.sentence[comma:end].lstrip()):
            # "Name, a researcher at the fund told": the comma that should close the apposition is missing.
            return floor + name.start(1), floor + name.end(1)
        return self._phrase(comma, end)

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
            if floor < end < before and not self.sentence[end:before].strip(" ,").startswith(self.rules.coordination):
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
        while words and (self._is(self.rules.auxiliaries, words[0]) or self._is(self.rules.conjunctions, words[0])):
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

    def _source_from(self, start: int) -> Span | None:
        """Whom "according to" names; behind "a statement issued by" it is who issued it."""
        named = self._noun_phrase_from(start, long=True)
        if named is None:
            return None
        issued = self.rules.pattern(self.rules.issued_by).search(self.sentence, named[0])
        if issued is not None and issued.start() <= named[1] + 1:
            return self._noun_phrase_from(issued.end(), long=True) or named
        return named

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
            if long and words and self._is(self.rules.adverbial_prepositions, word):
                break
            words.append(word)
        while words and self._is(self.rules.auxiliaries, words[-1]):
            words.pop()
        if not words or self._is(self.rules.prepositions, words[0]):
            return None
        return words[0][0], min(words[-1][1], stop)
