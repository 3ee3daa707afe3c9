"""On which day of a year a named day falls."""

from __future__ import annotations

from datetime import date, timedelta

from summarizer.grounding.dates.calendar import real_date

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""How the rules of named days write the days of the week."""


def holiday(rule: str, year: int) -> date | None:
    """Return the day of `year` that a rule gives: 12-25, 11-thu-4, 05-mon--1 (the last Monday), easter--2."""
    head, _, tail = rule.partition("-")
    if head == "easter":
        return easter(year) + timedelta(days=int(tail))
    month = int(head)
    if tail.isdigit():
        return real_date(year, month, int(tail))
    weekday, _, place = tail.partition("-")
    return _nth_weekday(year, month, WEEKDAYS.index(weekday), int(place))


def _nth_weekday(year: int, month: int, weekday: int, place: int) -> date | None:
    days = [day for number in range(1, 32) if (day := real_date(year, month, number)) and day.weekday() == weekday]
    index = place - 1 if place > 0 else place
    return days[index] if -len(days) <= index < len(days) else None


def easter(year: int) -> date:
    """Return Easter Sunday of the Western churches (the Gregorian computus of Meeus, Jones and Butcher)."""
    golden = year % 19
    century, in_century = divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    moon = (19 * golden + century - leap_centuries - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    leap_years, year_rest = divmod(in_century, 4)
    to_sunday = (32 + 2 * rest + 2 * leap_years - moon - year_rest) % 7
    correction = (golden + 11 * moon + 22 * to_sunday) // 451
    month, day = divmod(moon + to_sunday - 7 * correction + 114, 31)
    return date(year, month, day + 1)
