"""Cuts a sentence into tokens, and names what each can be in a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from summarizer.grounding.dates.meaning import Meaning


class Kind(Enum):
    """What a token is in the grammar of dates. The grammar's patterns use these names in lower case."""

    WORD = auto()
    """Anything that says nothing about time."""
    LABEL = auto()
    """A word that a figure names: after "resolution" 2259 is no year."""
    # Figures.
    DAY = auto()
    """A figure from 1 to 31."""
    YEAR = auto()
    """Four figures that can be a year."""
    NUMBER = auto()
    """Another whole number, in figures or words."""
    DECIMAL = auto()
    """13.00, 2.5"""
    ORDINAL = auto()
    SHORT_YEAR = auto()
    """'94"""
    NUMERIC_DATE = auto()
    """2025-06-02, 02.06.2025"""
    CLOCK = auto()
    """13:00, noon"""
    DECADE = auto()
    """1990s"""
    AMOUNT = auto()
    """A figure that is money, a share or a label, never a date."""
    # Names of times.
    MONTH = auto()
    MAYBE_MONTH = auto()
    """May, March: a month only beside words that go with one."""
    WEEKDAY = auto()
    WEEKDAY_OF_WEEK = auto()
    """上周五: a weekday and its week in one word"""
    SEASON = auto()
    HOLIDAY = auto()
    UNIT = auto()
    PART = auto()
    """A part of the day."""
    HALF = auto()
    QUARTER = auto()
    """Q3, H1"""
    ZONE = auto()
    # Words that point.
    DEICTIC = auto()
    """today, yesterday"""
    SHIFT = auto()
    """this, last, next: counted from the day of publication, and put before the unit"""
    SHIFT_SPAN = auto()
    """the last: a unit of the calendar, or as long a time before the publication"""
    SHIFT_BEHIND = auto()
    """The same where it may stand behind the unit: pasado, prochain"""
    REFERRING = auto()
    """that, the previous, the following: counted from another date"""
    REFERRING_BEHIND = auto()
    """The same where it may stand behind the unit: siguiente, suivant"""
    HENCE = auto()
    """from now: behind a length of time"""
    AGO = auto()
    """ago: behind a length of time"""
    BACK = auto()
    """hace, il y a: the same before it"""
    EARLIER = auto()
    """earlier: behind a length of time, or before a date"""
    LATER = auto()
    BEFORE = auto()
    """before: between a length of time and what it counts from"""
    AFTER = auto()
    # Words that go with them.
    ONE = auto()
    """a, an"""
    VAGUE = auto()
    """several, few"""
    EVERY = auto()
    APPROXIMATE = auto()
    FRACTION = auto()
    """1/2, and a half"""
    FILLER = auto()
    """more, full, fiscal: may stand between a count or a pointing word and its unit"""
    OLD = auto()
    """old: what stands before it is an age"""
    EDGE = auto()
    """early, late, the end of"""
    THE = auto()
    OF = auto()
    IN = auto()
    AT = auto()
    SINCE = auto()
    """since, during: before a time, hardly ever before a person"""
    PREPOSITION = auto()
    """Another preposition that dates follow."""
    POSSESSIVE = auto()
    """'s"""
    FROM = auto()
    TO = auto()
    UNTIL = auto()
    BETWEEN = auto()
    AND = auto()
    COMMA = auto()
    DASH = auto()
    OPEN = auto()
    CLOSE = auto()
    HALF_OF_DAY = auto()
    """a.m., p.m."""
    OCLOCK = auto()
    DOT = auto()
    YEAR_SIGN = auto()
    """年"""
    MONTH_SIGN = auto()
    DAY_SIGN = auto()
    BC = auto()
    ROMAN = auto()
    """A Roman figure"""
    # What the grammar makes of them.
    FIXED = auto()
    DURATION = auto()
    DATE = auto()
    """A day, or a part of a day."""
    PERIOD = auto()
    """A week or anything longer."""
    TIME = auto()
    """A clock time or part of a day, without its day."""
    RANGE = auto()
    SET = auto()

    # Each token is looked up by its kind again and again; the hash that `Enum` works out from the name is slow.
    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the sentence: [start, end) in code points, and what it is."""

    kind: Kind
    start: int
    end: int
    number: int = 0
    code: str = ""
    meaning: Meaning | None = None


class Piece(NamedTuple):
    """A bare piece of text before any language has looked at it."""

    start: int
    end: int
    text: str
    shape: str
    """The name of the group in `_SHAPES` that matched."""
    folded: str
    """Its text as forms are compared: lower case, one kind of apostrophe."""


_SHAPES = re.compile(
    r"""
      (?P<numeric_date>
          \d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?(?![\w-])
        | \d{4}/\d{1,2}/\d{1,2}(?![\w/]) | \d{4}\.\d{2}\.\d{2}(?![\w.]*\d)
        | \d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\w/]) | \d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\w|\.\d)
        | \d{1,2}-\d{1,2}-\d{4}(?![\w-]) )
    | (?P<clock> \d{1,2}:\d{2}(?::\d{2})?(?:(?![\w:]) | (?=[ap]\.?m\b)) | \d{1,2}[hH]\d{2}(?!\w) )
    | (?P<offset> (?:UTC|GMT)[ ]?[+\-−]\d{1,2}(?::?\d{2})?(?!\w) )
    | (?P<quarter> (?:Q[1-4]|H[12])(?!\w) )
    | (?P<decade> (?:\d{4}|['’‘]?\d{2})[sS](?!\w) )
    | (?P<amount> \d+(?:[.,\s\u00a0]\d{3})+(?:[.,]\d+)?(?![\w]) )
    | (?P<short_year> ['’‘]\d{2}(?!\w) )
    | (?P<fraction> [13]/[24](?![\w/]) | ½ )
    | (?P<decimal> \d+[.,:/]\d+ )
    | (?P<ordinal> \d{1,4}(?:st|nd|rd|th|er|ère|e|º|ª|°|\.º|-?(?:го|му|й|ій|ї|е|я|та|х|ті|ого|ому|им|ми|м))(?!\w) )
    | (?P<roman> [IVX]+(?!\w) )
    | (?P<number> \d+ )
    | (?P<ideograph> [\u3400-\u9fff] )
    | (?P<word> [^\W\d_ʼ]+ )
    | (?P<mark> [^\w\s] | ʼ | _+ )
    """,
    re.VERBOSE,
)


def pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of a text in order, blanks left out."""
    for match in _SHAPES.finditer(text):
        piece = match.group()
        folded = "'" if piece in "’ʼ" else piece.lower()
        yield Piece(match.start(), match.end(), piece, match.lastgroup or "", folded)
