"""The one place that maps TIMEX3 values to the briefing's ISO values."""

from __future__ import annotations

import re
from datetime import date

_DAY = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_AS_IS = re.compile(rf"\d{{4}}|\d{{4}}-(?:0[1-9]|1[0-2])|{_DAY}|\d{{4}}-W(?:0[1-9]|[1-4]\d|5[0-3])")
_CLOCK_TIME = re.compile(rf"{_DAY}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d{{2}}:\d{{2}})?")
_HOUR = re.compile(rf"({_DAY}T(?:[01]\d|2[0-3]))(Z|[+-]\d{{2}}:\d{{2}})?")
# Midnight ("T24:00") and the parts of a day give no hour that one can trust, so the day is what is left.
_PART_OF_DAY = re.compile(rf"({_DAY})T(?:MO|MI|AF|EV|NI|DT|24:00)")
_PART_OF_YEAR = re.compile(r"(\d{4})-([QH])([1-4])")
_WEEKEND = re.compile(r"(\d{4})-W(\d{2})-WE")
_SEASON = re.compile(r"(\d{4})-(?:SP|SU|FA)")


def iso_range(timex_value: str) -> tuple[str, str | None] | None:
    """Return the briefing's ISO value for a TIMEX3 value, and the last one where it is a range.

    None where the value is no date (durations, sets, decades, references such as PRESENT_REF, placeholders).
    Quarters and halves are ranges of months, a weekend is its two days; weeks stay ISO weeks; a season gives its
    year, save winter, which has two.
    """
    if not timex_value.isascii():
        return None
    if _AS_IS.fullmatch(timex_value) or _CLOCK_TIME.fullmatch(timex_value):
        return timex_value, None
    if hour := _HOUR.fullmatch(timex_value):
        return f"{hour[1]}:00{hour[2] or ''}", None
    if part := _PART_OF_DAY.fullmatch(timex_value):
        return part[1], None
    if season := _SEASON.fullmatch(timex_value):
        return season[1], None
    if fraction := _PART_OF_YEAR.fullmatch(timex_value):
        months = 3 if fraction[2] == "Q" else 6
        last = int(fraction[3]) * months
        if last <= 12:
            return f"{fraction[1]}-{last - months + 1:02d}", f"{fraction[1]}-{last:02d}"
    if weekend := _WEEKEND.fullmatch(timex_value):
        return _days_of_weekend(int(weekend[1]), int(weekend[2]))
    return None


def _days_of_weekend(year: int, week: int) -> tuple[str, str | None] | None:
    try:
        saturday, sunday = (date.fromisocalendar(year, week, day) for day in (6, 7))
    except ValueError:
        return None
    return saturday.isoformat(), sunday.isoformat()
