"""What date words say, before anyone knows on which day they were written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Literal

from summarizer.grounding.dates.calendar import Unit
from summarizer.grounding.dates.mention import TimexType


class Anchor(Enum):
    """The day that relative words count from."""

    PUBLICATION = "publication"
    REFERENCE = "reference"
    """The last date that the sentence, or one before it, names: "the next day"."""
    LATEST = "latest"
    """That date, or else the day of publication: "later in the day"."""


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date with holes: "2 June", "Sunday 1 June", "June 2014", "2014", "March of last year"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday."""
    year_shift: int | None = None
    """Years from the year of publication: -1 in "March of last year"."""
    shift: int | None = None
    """-1 in "last March", 0 in "this March", 1 in "next March"."""
    month_shift: int | None = None
    """Months from the month of publication: -1 in "the 24th of last month"."""


@dataclass(frozen=True, slots=True)
class NextDate:
    """A day in a row of days: "July 1" in "on March 1 and July 1" comes after the day before it."""

    before: CalendarDate | NextDate
    day: CalendarDate


@dataclass(frozen=True, slots=True)
class WeekdayDate:
    """A weekday without a date: "Monday", "last Friday", "Friday of next week"."""

    weekday: int
    shift: int | None = None
    week_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day with a name. `rule` is 12-25, 11-thu-4 (the fourth Thursday of November; negative from the end) or
    easter--2 (days from Easter Sunday)."""

    rule: str
    year: int | None = None
    year_shift: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Weekend:
    """ "the weekend": the last or the next one."""


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A quarter, a half or a season: "the third quarter of 2014", "last summer"."""

    unit: Literal[Unit.QUARTER, Unit.HALF_YEAR, Unit.SEASON]
    number: int
    """Counted from 1; seasons from winter."""
    year: int | None = None
    year_shift: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units from a day: "yesterday", "last week", "three days ago", "the next day"."""

    unit: Unit
    amount: int
    anchor: Anchor = Anchor.PUBLICATION
    about: bool = False
    """Whether the words say only about how many: "more than a year ago"."""
    compares: bool = False
    """Whether the words compare with what was named before: "a year ago", told of a quarter, is that quarter's."""


@dataclass(frozen=True, slots=True)
class SameQuarter:
    """The quarter that was named last, or that of another year: "the quarter", "the year-earlier quarter"."""

    years: int = 0


@dataclass(frozen=True, slots=True)
class Ahead:
    """ "in two weeks": a day to come where the sentence speaks of the future, else a duration."""

    unit: Unit
    amount: int
    timex_value: str
    about: bool = False
    """Whether the words say only about how many: "nearly two weeks"."""
    certain: bool = False
    """Whether the words are told of the future alone: "dans deux jours"."""
    later: bool = False
    """Whether the words count from another date where the sentence speaks of the past: "через два дні"."""
    named_by_length: bool = False
    """Whether TimeML writes the length of the way there: "en dos semanas"."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time that leads from another date to a day: "two days later".

    TimeML writes the length alone, and leaves "later" to the relation between events.
    """

    timex_value: str
    leads_to: Shifted


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units before or after another date in words: "two days before Christmas"."""

    unit: Unit
    amount: int
    origin: Meaning
    length: Fixed | None = None
    """The length of time by itself, where it stands in the words."""
    length_span: tuple[int, int] = (0, 0)
    origin_span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Timed:
    """A clock time or a part of a day, with the day where the words name one."""

    time: str
    """What TIMEX3 writes behind the day: T13:00, T10:00Z, TMO."""
    day: Meaning | None = None
    is_clear: bool = True
    """Whether the words show that a time of a day is meant, so that an earlier sentence may name the day; figures
    such as 01:26 alone can be a length or a score."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What needs no day to count from: durations, sets, decades, references such as "now"."""

    timex_value: str
    timex_type: TimexType
    reason: str
    """Why the briefing gets no date from it."""
    about: bool = False
    bounded: bool = False
    """Whether a length of time begins or ends on the day of publication: "the next three years"."""


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another."""

    first: Meaning
    last: Meaning
    first_span: tuple[int, int]
    last_span: tuple[int, int]


Named = WeekdayDate | Holiday | Weekend | PartOfYear
"""What comes round again, and is told apart by the day of publication."""

Meaning = CalendarDate | NextDate | Named | Shifted | SameQuarter | Ahead | Length | Counted | Timed | Fixed | Range


def with_year_of(first: Meaning, last: Meaning) -> Meaning:
    """Return `first` with the year of `last` where it has none: "from March to May 2014"."""
    if not (isinstance(first, CalendarDate) and isinstance(last, CalendarDate)):
        return first
    if first.year is not None or last.year is None or first.month is None:
        return first
    crosses_year = last.month is not None and first.month > last.month
    return replace(first, year=last.year - 1 if crosses_year else last.year)
