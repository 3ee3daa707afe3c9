"""The events of a dossier on an axis of time, as numbers to draw: where each stands, and that none hides another.

What is known to a day or an hour is a point; what is known to a week, a month or a year is a bar over all of it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from summarizer.dossier import DossierEvent
from summarizer.rendering.dates import readable_date

Shape = Literal["past", "planned", "cancelled", "postponed", "under_way", "unclear"]

WIDTH = 660
EDGE = 42
"""Room for half of a day's name."""
LANE = 22
"""Height of a row of marks."""
GLYPH = 12
"""Width of a point's mark."""
LETTER = 7.5
"""Width of a letter of a label."""
BREAK = 36
"""Width of a stretch of time that was cut out."""
DAY = 92
"""Between the middles of two days' names."""
_WEEK = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True)
class Drawn:
    """One event on the axis: from `left` to `right` in its row; a point where both are the same."""

    id: str
    left: float
    right: float
    y: float
    shape: Shape
    title: str

    @property
    def point(self) -> bool:
        """Whether it is known to the day."""
        return self.left == self.right


@dataclass(frozen=True)
class Tick:
    """A day named on the axis."""

    x: float
    label: str


@dataclass(frozen=True)
class Timeline:
    """All that is drawn, in CSS pixels. `breaks` are the middles of stretches that were cut out."""

    width: float
    height: float
    events: tuple[Drawn, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...]


def draw_timeline(events: Iterable[DossierEvent]) -> Timeline | None:
    """The events that have a date, drawn; `None` where there is none."""
    spans = [(event, *span) for event in events if event.start and (span := span_of(event.start))]
    if not spans:
        return None
    axis = _Axis([moment for _, begin, end in spans for moment in (begin, end)])
    rows: list[float] = []
    drawn = []
    for event, begin, end in sorted(spans, key=lambda one: (one[1], one[2])):
        left, right = axis.x(begin), axis.x(end)
        if begin != end:
            right = max(right, left + GLYPH)
        taken_from = left - GLYPH / 2
        row = next((i for i, reached in enumerate(rows) if reached < taken_from), len(rows))
        rows[row : row + 1] = [right + GLYPH + LETTER * (len(event.id) + 1)]
        drawn.append(Drawn(event.id, left, right, LANE * (row + 0.5), event.status, _title(event)))
    return Timeline(axis.width, LANE * len(rows), tuple(drawn), axis.ticks(), axis.breaks)


def span_of(iso: str) -> tuple[float, float] | None:
    """Begin and end of an ISO date in days since year 1; the same where it is known to the day or the hour.

    `None` where it names no real day.
    """
    try:
        if week := _WEEK.fullmatch(iso):
            monday = dt.date.fromisocalendar(int(week[1]), int(week[2]), 1).toordinal()
            return monday, monday + 7
        day, _, hour = iso.partition("T")
        parts = [int(part) for part in day.split("-")]
        if len(parts) == 3:
            # The zone is left aside: times stand as they were printed, and no zone moves a mark visibly.
            minutes = int(hour[:2]) * 60 + int(hour[3:5]) if hour else 720
            at = dt.date(*parts).toordinal() + minutes / 1440
            return at, at
        year, months = parts[0], parts[1:] or [1, 12]
        begin = dt.date(year, months[0], 1).toordinal()
        return begin, dt.date(year, months[-1], calendar.monthrange(year, months[-1])[1]).toordinal() + 1
    except ValueError:
        return None


class _Axis:
    """Days to pixels. A gap that is longer than all the rest together is cut out, and shown to be."""

    def __init__(self, moments: Sequence[float]) -> None:
        self._moments = sorted(set(moments))
        gaps = [(begin, end) for begin, end in pairwise(self._moments)]
        cut = _too_long(gaps)
        shown = sum(end - begin for begin, end in gaps if (begin, end) not in cut)
        self.width = float(WIDTH + BREAK * max(0, len(cut) - 2))
        room = self.width - EDGE - GLYPH - LETTER * 6 - BREAK * len(cut)
        self._scale = room / shown if shown else 0.0
        self._xs = [float(EDGE)]
        middles = []
        for begin, end in gaps:
            width = BREAK if (begin, end) in cut else (end - begin) * self._scale
            if (begin, end) in cut:
                middles.append(self._xs[-1] + width / 2)
            self._xs.append(self._xs[-1] + width)
        self.breaks = tuple(middles)
        self._at = dict(zip(self._moments, self._xs, strict=True))

    def x(self, moment: float) -> float:
        """Where a moment that some event begins or ends at stands."""
        return self._at[moment]

    def ticks(self) -> tuple[Tick, ...]:
        """Days of events, as many as can be read."""
        ticks: list[Tick] = []
        for moment, x in self._at.items():
            if not ticks or x - ticks[-1].x >= DAY:
                day = dt.date.fromordinal(min(int(moment), dt.date.max.toordinal()))
                ticks.append(Tick(x, readable_date(day.isoformat())))
        return tuple(ticks)


def _too_long(gaps: Sequence[tuple[float, float]]) -> set[tuple[float, float]]:
    left = sorted(gaps, key=lambda gap: gap[1] - gap[0])
    cut: set[tuple[float, float]] = set()
    while len(left) > 1 and (longest := left[-1][1] - left[-1][0]) > sum(end - begin for begin, end in left[:-1]):
        if longest < 2:
            break
        cut.add(left.pop())
    return cut


def _title(event: DossierEvent) -> str:
    place = event.venue or event.city
    status = event.status.replace("_", " ")
    what = next((report.text for report in reversed(event.reports) if report.text), None)
    parts = (event.kind, readable_date(event.start or "", weekday=True), place, status, what)
    return f"{event.id}: " + ", ".join(part for part in parts if part)
