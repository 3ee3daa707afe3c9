"""The words of one language, as data, and how a sentence is read with them.

A language's file lists forms, nothing else. A form with a capital letter must have one in the text ("May",
not "may"); any other form is found in either case. Forms of several words are written as in a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.grounding.dates.calendar import Unit
from summarizer.grounding.dates.tokens import Kind, Piece, pieces

PLURAL = "plural"
"""The code of pointing words that show that several units are meant: "derniers mois"."""

AHEAD = "ahead"
"""The code of "in" where it is told of the future alone: "dans deux jours"."""

PLURAL_PART = 2
"""The number of parts of the day that come back: "on Tuesday nights"."""

LATER = "later"
"""The code of "in" where it is told of the past, too: "через два дні", two days later."""


ONTO = "onto"
"""The code of a preposition that never joins the ends of a range: "перенесли з вівторка на четвер"."""

SPAN = "span"
"""The code of words behind which TimeML writes the length alone, and no date: "hace dos años"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What some forms, parted by bars, stand for."""

    kind: Kind
    forms: str
    number: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Words and endings by which a language shows that it speaks of the past or of the future.

    The forms are parted by bars; the longest that fits counts ("would have" before "would").
    """

    past: str = ""
    future: str = ""
    either: str = ""
    """What was planned, and may be over or still to come: "was scheduled"."""
    promising: str = ""
    """Verbs whose infinitive lies ahead: "agreed to meet"."""
    infinitive: str = ""
    scheduled: str = ""
    """Verbs whose present tells what is on the calendar: "the talks resume on Monday"."""
    bare: str = ""
    """Words before which such a form is an infinitive: "did not meet"."""
    two_faced: str = ""
    """Forms of the past that are infinitives, too, behind such words or a modal verb: "to put"."""
    modal: str = ""
    """Verbs that such an infinitive follows without another word: "will put"."""
    finite: str = ""
    """Auxiliaries of the past: what stands behind one no longer belongs to a word for the future before it."""
    dative: str = ""
    """Those of `infinitive` that stand before nouns as well: "gave the text to the heads"."""
    determiners: str = ""
    """Words that show such a noun to follow."""
    reporting: str = ""
    """Verbs that tell of words or plans, which may be about what lies ahead: "announced a round in June"."""
    pointing: str = ""
    """Prepositions that point ahead where a date follows: "für Montag"."""
    closing: str = ""
    """What decides over the auxiliary before it where it comes at the end: "ist am Montag geplant"."""
    passive: str = ""
    """What joins a participle to the auxiliary before it: "will be paid"."""
    neutral: str = ""
    """Words that have one of the endings below by chance, or that compare with a plan ("than planned")."""
    past_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """All that the grammar must know of one language."""

    language: str
    entries: tuple[Entry, ...]
    tense: TenseWords
    slashed_order: str = ""
    """How 05/06/2014 is read: "dmy" or "mdy"; empty where it is read both ways."""
    counted: str = ""
    """Words for what figures count: in "2000 soldiers" 2000 is no year."""
    counted_endings: tuple[str, ...] = ()
    uncounted: str = ""
    """Words that have such an ending by chance."""

    @cached_property
    def index(self) -> Mapping[str, tuple[tuple[tuple[str, ...], Entry, bool], ...]]:
        """The forms by their first word, longest first; the flag says that a capital is needed."""
        found: dict[str, list[tuple[tuple[str, ...], Entry, bool]]] = {}
        for entry in self.entries:
            for form in entry.forms.split("|"):
                words = tuple(piece.text.lower() for piece in pieces(form))
                found.setdefault(words[0], []).append((words, entry, form[0].isupper()))
        return {first: tuple(sorted(forms, key=lambda form: -len(form[0]))) for first, forms in found.items()}

    @cached_property
    def _counted(self) -> frozenset[str]:
        return frozenset(self.counted.split("|")) - {""}

    @cached_property
    def _uncounted(self) -> frozenset[str]:
        return frozenset(self.uncounted.split("|"))

    def is_counted(self, word: str) -> bool:
        """Tell whether a word names things that a figure before it counts; names with a capital do not."""
        if not word.islower() or word in self._uncounted:
            return False
        return word in self._counted or word.endswith(self.counted_endings or ("\0",))

    def longest(self, sentence: Sequence[Piece], position: int) -> tuple[Entry, int] | None:
        """Return the entry whose longest form stands at `position`, and how many pieces it takes."""
        for words, entry, needs_capital in self.index.get(sentence[position].folded, ()):
            if needs_capital and not sentence[position].text[0].isupper():
                continue
            if len(words) == 1 or stands_at(sentence, position, words):
                return entry, len(words)
        return None


def stands_at(sentence: Sequence[Piece], position: int, words: tuple[str, ...]) -> bool:
    """Tell whether a form of several words stands at `position`."""
    return tuple([piece.folded for piece in sentence[position : position + len(words)]]) == words


SIGNS = (Entry(Kind.YEAR_SIGN, "年"), Entry(Kind.MONTH_SIGN, "月"), Entry(Kind.DAY_SIGN, "日"))
"""What Chinese and Japanese write behind the figures of a date."""


def numbered(kind: Kind, forms: Iterable[str], start: int = 1) -> Iterator[Entry]:
    """Yield entries for forms that are counted: months from 1, weekdays from 0."""
    for number, form in enumerate(forms, start):
        if form:
            yield Entry(kind, form, number=number)


def units(forms: Mapping[Unit, tuple[str, str]]) -> Iterator[Entry]:
    """Yield the entries for units of time: their forms for one, numbered 1, and for many, numbered 2."""
    for unit, both in forms.items():
        for number, form in enumerate(both, 1):
            if form:
                yield Entry(Kind.UNIT, form, number, unit.value)


def coded(kind: Kind, forms: Mapping[str, str]) -> Iterator[Entry]:
    """Yield entries whose meaning is a piece of a TIMEX3 value."""
    for code, form in forms.items():
        yield Entry(kind, form, code=code)
