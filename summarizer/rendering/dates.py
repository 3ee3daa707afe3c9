"""ISO dates in words, at the precision that they carry: never a day or an hour more than the article gave."""

from __future__ import annotations

import datetime as dt
import re

_PARTS = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d{2})|-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T(?P<time>[\d:]+)(?P<zone>Z|[+-].+)?)?)?)?"
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def readable_date(iso: str, *, weekday: bool = False) -> str:
    """An ISO 8601 value in words: "2025", "June 2025", "week of 26 May 2025", "2 June 2025, 13:00".

    `weekday` puts "Mon" before a full date. A value that names no real day ("2025-02-31") comes back as
    it is, so that the reader sees it.
    """
    parts = _PARTS.fullmatch(iso)
    if parts is None:
        return iso
    try:
        return _in_words(parts, weekday=weekday)
    except (ValueError, IndexError):
        return iso


def readable_period(start: str | None, end: str | None) -> str | None:
    """Begin and end in words, the day named once where both fall on it; `None` where neither is known."""
    if start is None:
        return f"until {readable_date(end, weekday=True)}" if end else None
    begin = readable_date(start, weekday=True)
    if end is None or end == start:
        return begin
    day, _, hour = end.partition("T")
    if hour and start.startswith(f"{day}T"):
        return f"{begin} to {readable_date(end).partition(', ')[2]}"
    return f"{begin} to {readable_date(end, weekday=True)}"


def _in_words(parts: re.Match[str], *, weekday: bool) -> str:
    year = parts["year"]
    if parts["week"]:
        monday = dt.date.fromisocalendar(int(year), int(parts["week"]), 1)
        return f"week of {_day_in_words(monday)}"
    if not parts["month"]:
        return year
    if not parts["day"]:
        return f"{_MONTHS[int(parts['month']) - 1]} {year}"
    date = dt.date(int(year), int(parts["month"]), int(parts["day"]))
    words = f"{_WEEKDAYS[date.weekday()]} {_day_in_words(date)}" if weekday else _day_in_words(date)
    if not parts["time"]:
        return words
    return f"{words}, {parts['time']}{_zone_in_words(parts['zone'])}"


def _day_in_words(date: dt.date) -> str:
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def _zone_in_words(zone: str | None) -> str:
    if zone is None:
        return ""
    return " UTC" if zone == "Z" else f" (UTC{zone})"
