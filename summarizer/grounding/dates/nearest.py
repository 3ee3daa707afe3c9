"""Which year, month or week is meant by words that do not name it: the choice by nearness and tense."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from summarizer.grounding.dates.calendar import Period, Unit, real_date, weekday_near
from summarizer.grounding.dates.holidays import holiday
from summarizer.grounding.dates.meaning import CalendarDate, Holiday, PartOfYear, WeekdayDate
from summarizer.grounding.dates.tense import Place, Tense

_NEAR = timedelta(days=45)
"""Within this distance of the publication the nearest year is meant, whatever the tense."""

_FAR = 5
"""A date of the past that is so many times farther than the coming one would have its year beside it."""

_YEARS = 8
"""Years on either side of the publication that are tried: 29 February can be eight years away."""

_MONTHS = 6

_JUST_NOW = timedelta(days=1)
"""So long after a day it may still be told of in the present."""


def is_near(day: date | None, published: date) -> bool:
    """Tell whether a day is so close to the publication that its own year goes without saying."""
    return day is not None and abs(day - published) <= _NEAR


def year_of_date(meaning: CalendarDate, published: date, tense: Tense, place: Place) -> int:
    """Return the year that is meant by a day or month without one.

    A month beside its verb of the past is not to come ("signed in October"; "In October, the envoy said").
    """
    month, day = meaning.month or published.month, meaning.day
    anchor = published if day is not None else published.replace(day=1)
    years = range(published.year - _YEARS, published.year + _YEARS + 1)
    candidates = [found for year in years if (found := real_date(year, month, day or 1))]
    if not candidates:
        return published.year
    verb_is_its_own = place is Place.BEHIND or (place is Place.BESIDE and tense is Tense.PAST)
    if day is None and verb_is_its_own and tense in (Tense.PAST, Tense.REPORTED):
        candidates = [found for found in candidates if found <= anchor] or candidates
    chosen = _chosen(candidates, anchor, meaning.shift, tense)
    if meaning.weekday is None or chosen.weekday() == meaning.weekday or is_near(chosen, anchor):
        return chosen.year
    fitting = [found for found in candidates if found.weekday() == meaning.weekday]
    return _closest(fitting or [chosen], anchor).year


def day_of_month(day: int, meaning: CalendarDate, published: date, tense: Tense) -> date | None:
    """Return the day that is meant by "Monday the 2nd", "el pasado día 3"; None where no month near has it."""
    month = Period.holding(Unit.MONTH, published)
    months = [month.moved(step).first for step in range(-_MONTHS, _MONTHS + 1)]
    days = [found for first in months if (found := real_date(first.year, first.month, day))]
    fitting = [found for found in days if meaning.weekday in (None, found.weekday())]
    if not fitting:
        return None
    if meaning.shift:
        return _chosen(fitting, published, meaning.shift, tense)
    if meaning.weekday is None and tense is not Tense.UNKNOWN:
        fitting = [found for found in fitting if (found >= published if tense.points_ahead else found <= published)]
    return _closest(fitting, published)


def year_of_holiday(meaning: Holiday, published: date, tense: Tense) -> int:
    """Return the year that is meant by a named day without one."""
    years = [year for year in range(published.year - 2, published.year + 3) if date.min.year <= year <= date.max.year]
    days = [day for year in years if (day := holiday(meaning.rule, year))]
    return _chosen(days, published, meaning.shift, tense).year if days else published.year


def _chosen(candidates: Sequence[date], anchor: date, shift: int | None, tense: Tense) -> date:
    nearest = _closest(candidates, anchor)
    if shift == 0:
        return next((found for found in candidates if found.year == anchor.year), nearest)
    coming = min((found for found in candidates if found > anchor), default=nearest)
    latest = max((found for found in candidates if found < anchor), default=nearest)
    if shift is not None:
        return coming if shift > 0 else latest
    if is_near(nearest, anchor) or tense in (Tense.UNKNOWN, Tense.EITHER):
        return nearest
    if tense.points_ahead or anchor - latest > _FAR * (coming - anchor):
        return coming
    return latest


def _closest(candidates: Sequence[date], anchor: date) -> date:
    return min(candidates, key=lambda found: abs(found - anchor))


def day_of_weekday(meaning: WeekdayDate, published: date, tense: Tense) -> date:
    """Return the day that is meant by a weekday.

    The last such day, the day of publication included, save where the words or the tense point ahead.
    """
    if meaning.week_shift is not None:
        week = Period.holding(Unit.WEEK, published).moved(meaning.week_shift)
        return week.first + timedelta(days=meaning.weekday)
    before = weekday_near(published, meaning.weekday, forward=False, inclusive=not meaning.shift)
    after = weekday_near(published, meaning.weekday, forward=True, inclusive=not meaning.shift)
    if meaning.shift:
        return after if meaning.shift > 0 else before
    if tense is Tense.EITHER and meaning.shift is None:
        return before if published - before <= after - published else after
    if tense is Tense.PRESENT and meaning.shift is None:
        return before if published - before <= _JUST_NOW else after
    return after if tense.points_ahead or (meaning.shift == 0 and tense is Tense.UNKNOWN) else before


def weekend_near(published: date, tense: Tense) -> Period:
    """Return the weekend that is meant by "the weekend"."""
    weekend = Period.holding(Unit.WEEKEND, published)
    return weekend.moved(-1) if not tense.points_ahead and weekend.first > published else weekend


def part_of_year(meaning: PartOfYear, year: int) -> Period:
    """Return a quarter, half or season of a year; a winter is the one that begins in it."""
    months = 6 if meaning.unit is Unit.HALF_YEAR else 3
    month = (meaning.number - 1) * months + (0 if meaning.unit is Unit.SEASON else 1)
    return Period.holding(meaning.unit, date(year, month or 12, 1))


def part_near(meaning: PartOfYear, published: date, tense: Tense) -> Period:
    """Return the quarter, half or season that is meant by one without its year."""
    period = part_of_year(meaning, published.year)
    if meaning.shift == 0:
        return period
    cycle = 2 if meaning.unit is Unit.HALF_YEAR else 4
    current = Period.holding(meaning.unit, published)
    if meaning.shift is None:
        if tense.points_ahead:
            # What is to be told of a quarter may be of one that is over; a season is not.
            back = 0 if meaning.unit is Unit.SEASON else -2
            return period if period.first >= current.moved(back).first else period.moved(cycle)
        return period if period.first <= current.first else period.moved(-cycle)
    if meaning.shift > 0:
        return period if period.first > current.first else period.moved(cycle)
    return period if period.first < current.first else period.moved(-cycle)
