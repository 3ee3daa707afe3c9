"""What date words are resolved against, and what comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from summarizer.grounding.dates.calendar import Unit, real_date
from summarizer.grounding.dates.mention import TimexType
from summarizer.grounding.dates.tense import Place, Tense

NO_PUBLICATION = "relative words need a day of publication"
NO_YEAR = "the year is not given, and there is no day of publication"
UNCLEAR_YEAR = "the year is not clear: the text speaks of another one just before"
UNCLEAR_WEEK = "the week is not clear: the weekday may count from the date before it or from the publication"
NO_CLEAR_YEAR = "the year is not clear: the verb is of the past, the month close ahead"
NO_QUARTER = "no quarter is named before the words"
NO_REFERENCE = "the words count from a date that is not named before them"
NO_DAY = "a time without its day"
BACKWARDS = "the range ends before it begins"
NO_SUCH_DAY = "the calendar has no such day"
CONTRADICTION = "the weekday and the date do not fit together"
LENGTH = "a length of time is no date"
REPEATED = "a repeated time is no single date"
VAGUE = "the words are too vague for a date"
ABOUT = "the words say only about when"
OUTSIDE_CALENDAR = "the date lies outside the calendar"

_PRECISION = {Unit.DAY: 10, Unit.WEEKEND: 10, Unit.WEEK: 10, Unit.MONTH: 7}
"""How long a TIMEX3 date is that a step of this unit can be counted from."""

_ANY_YEAR = 4


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date that was named before: its value, and whether it is the end of a range."""

    value: str
    ends_range: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """What a mention is resolved against."""

    published: date | None
    tense: Tense
    named: Sequence[NamedDate] = ()
    """The dates named before, the latest last."""
    sentence_year: int | None = None
    """The year of a full date before the words in the same sentence."""
    in_sentence: int = 0
    """How many of them stand in the same sentence."""
    place: Place = Place.BEFORE
    """Where the words stand whose tense it is."""
    quarter: str | None = None
    """The TIMEX3 value of the quarter that the text reports on."""
    opening: date | None = None
    """The day on which something was said, where the sentence opens with it ("On 30 May, the envoy said")."""
    told_year: int | None = None
    """The year that the sentences before are about, where they give their days with the year."""
    week: str | None = None
    """The week that was named right before ("2025-W23")."""

    def reference(self, unit: Unit) -> str | None:
        """Return the last date named that is at least as precise as the unit that is counted."""
        found = self._last(_PRECISION.get(unit, _ANY_YEAR))
        return found.value if found else None

    def day_of_hour(self) -> str | None:
        """Return the day that an hour without one is of: the last day named, where that is a single one."""
        found = self._last(_PRECISION[Unit.DAY])
        return day_of(found.value) if found and not found.ends_range else None

    def _last(self, length: int) -> NamedDate | None:
        return next((named for named in reversed(self.named) if len(named.value.split("T")[0]) >= length), None)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 value, and how it was come by. With a reason, it is no more than the likeliest."""

    timex_value: str | None
    timex_type: TimexType = "DATE"
    relative: bool = False
    reason: str | None = None
    date_value: str | None = None
    """The TIMEX3 value of the date that a length of time leads to ("two days later")."""


def first_day(timex_value: str | None) -> date | None:
    """Return the first day that a TIMEX3 value of a day, month or year covers."""
    figures = (timex_value or "").split("T")[0].split("-")
    if not all(figure.isdigit() for figure in figures) or len(figures) > 3 or len(figures[0]) != 4:
        return None
    year, month, day = ([int(figure) for figure in figures] + [1, 1])[:3]
    return real_date(year, month, day)


def day_of(timex_value: str | None) -> str | None:
    """Return the day of a TIMEX3 value, without its time; None where it is less precise."""
    day = (timex_value or "")[: len("2025-06-02")]
    return day if len(day) == len("2025-06-02") and first_day(day) is not None else None
