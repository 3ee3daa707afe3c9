"""Periods of the calendar (a day, a week, a quarter …), moving from one to the next, and their TIMEX3 names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """A unit of time; the value is its TIMEX3 letter (as in P3D)."""

    SECOND = "S"
    MINUTE = "TM"
    HOUR = "H"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    QUARTER = "Q"
    SEASON = "SN"
    HALF_YEAR = "HY"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"


CLOCK_UNITS = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})

MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}

LONGEST_MONTHS = dict(enumerate((31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1))
"""How many days each month can have, counted from 1."""

SEASONS = ("WI", "SP", "SU", "FA")


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the calendar: `unit`, and the `first` day in it."""

    unit: Unit
    first: date

    @classmethod
    def holding(cls, unit: Unit, day: date) -> Period:
        """Return the period of this unit that `day` lies in."""
        match unit:
            case Unit.WEEK:
                return cls(unit, day - timedelta(days=day.weekday()))
            case Unit.WEEKEND:
                return cls(unit, day + timedelta(days=5 - day.weekday()))
            case Unit.SEASON:
                return cls(unit, _season_start(day))
            case _ if unit in MONTHS_IN:
                months = MONTHS_IN[unit]
                index = (day.year * 12 + day.month - 1) // months * months
                return cls(unit, _month_start(index))
        return cls(Unit.DAY, day)

    def moved(self, steps: int) -> Period:
        """Return the period `steps` later (earlier where negative).

        Raises `OverflowError` where that lies outside the years 1 to 9999.
        """
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            return Period(self.unit, self.first + timedelta(weeks=steps))
        if self.unit is Unit.SEASON:
            return Period(self.unit, _month_start(_month_index(self.first) + 3 * steps))
        if self.unit in MONTHS_IN:
            return Period(self.unit, _month_start(_month_index(self.first) + MONTHS_IN[self.unit] * steps))
        return Period(self.unit, self.first + timedelta(days=steps))

    def timex(self) -> str:
        """Return the TIMEX3 value, such as 2025-06-02, 2025-W22, 2025-W22-WE, 2025-Q3, 2025-SU or 199."""
        first = self.first
        year = f"{first.year:04d}"
        match self.unit:
            case Unit.WEEK | Unit.WEEKEND:
                iso_year, week, _ = first.isocalendar()
                return f"{iso_year:04d}-W{week:02d}" + ("-WE" if self.unit is Unit.WEEKEND else "")
            case Unit.MONTH:
                return f"{year}-{first.month:02d}"
            case Unit.QUARTER:
                return f"{year}-Q{(first.month + 2) // 3}"
            case Unit.HALF_YEAR:
                return f"{year}-H{(first.month + 5) // 6}"
            case Unit.SEASON:
                # A winter bears the year in which it began.
                return f"{year}-{SEASONS[first.month % 12 // 3]}"
            case Unit.YEAR:
                return year
            case Unit.DECADE:
                return year[:3]
            case Unit.CENTURY:
                return year[:2]
        return first.isoformat()


def weekday_near(day: date, weekday: int, *, forward: bool, inclusive: bool) -> date:
    """Return the closest day with this weekday (0 is Monday) after or before `day`."""
    step = (weekday - day.weekday()) % 7 if forward else -((day.weekday() - weekday) % 7)
    if step == 0 and not inclusive:
        step = 7 if forward else -7
    return day + timedelta(days=step)


def real_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_start(index: int) -> date:
    year, month = divmod(index, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"the year {year} lies outside the calendar")
    return date(year, month + 1, 1)


def _season_start(day: date) -> date:
    return _month_start((_month_index(day) + 1) // 3 * 3 - 1)
