"""Which reports are of one meeting.

Reports of one day are of one meeting unless something tells two of them apart: who meets, where, at what hour, which
round it is. Whoever tells of two meetings of a day tells of two, and what two outlets tell otherwise of one and the
same meeting is left for `contradictions`: so another town or building counts as the same meeting's only where the
round or all the sides are the same. Meetings of different days are one where they are the same round, or where the
later article tells of a move and the earlier one of a plan.

Each report is compared with those of its day, its round or its month, found by an index.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from summarizer.merging.reports import Reported
from summarizer.merging.spelling import is_one_building
from summarizer.merging.union import Union
from summarizer.vocabulary import MeetingStatus

TWO = 2
SAME_ROUND = 21
"""Days that a round may be put off and still be the same one; other talks have first rounds, too."""
SAME_TALKS = 3
"""Days between two articles whose talks without a day, in one town, are the same."""
HAPPENED = frozenset({"past", "under_way"})
"""Statuses of what took place."""
_LATIN = "\u0250"
"""The first letter behind those of Latin alphabets."""


@dataclass(eq=False)
class Known:
    """A meeting, as far as it is known from the reports that were read."""

    first: int
    """The place of its first report."""
    days: set[str] = field(default_factory=set)
    is_planned: bool = True
    """Whether nobody told yet what became of it."""
    last: Reported | None = None
    _of_article: dict[str, list[Reported]] = field(default_factory=lambda: defaultdict(list))
    _rounds: set[int] = field(default_factory=set)
    _sides: set[frozenset[str]] = field(default_factory=set)
    _everybody: set[str] = field(default_factory=set)
    _cities: set[str] = field(default_factory=set)
    _venues: set[str] = field(default_factory=set)
    _hours: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The hours that are told, by day."""
    _statuses: set[MeetingStatus] = field(default_factory=set)

    def take(self, one: Reported) -> None:
        """One more report of it."""
        self.last = one
        self._of_article[one.report.article].append(one)
        self._statuses.add(one.report.status)
        self.is_planned = self.is_planned and one.report.status in ("planned", "unclear", "postponed")
        if one.rounds is not None:
            self._rounds.add(one.rounds)
        if len(one.parties) >= TWO:
            self._sides.add(frozenset(one.parties))
            self._everybody.update(one.parties)
        for values, value in ((self._cities, one.report.city), (self._venues, one.report.venue)):
            if value is not None:
                values.add(value)
        if one.day is not None:
            self.days.add(one.day)
            if one.hour is not None:
                self._hours[one.day].add(one.hour)

    def likeness(self, one: Reported) -> float | None:
        """How much speaks for another report's being of this meeting; `None` where something speaks against it."""
        if not all(_is_twice(other, one) for other in self._of_article.get(one.report.article, ())):
            return None
        own, has_round = frozenset(one.parties), one.rounds in self._rounds
        if one.rounds is not None and self._rounds and not has_round:
            return None
        if len(own) >= TWO and self._everybody and own.isdisjoint(self._everybody):
            return None
        city, venue = _agreement(one.report.city, self._cities), self._is_in(one.report.venue)
        hour = _agreement(one.hour, self._hours.get(one.day or "", ()))
        has_sides = own in self._sides
        is_elsewhere = city < 0 or (venue < 0 and hour <= 0) or (hour < 0 and venue + city < 0)
        if is_elsewhere and not (has_round or has_sides or one.is_moved):
            return None
        nearest = max((len(own & side) / len(own | side) for side in self._sides), default=0.0)
        return 6 * has_round + 4 * (city + venue) + 3 * (hour + has_sides) + nearest

    def _is_in(self, venue: str | None) -> int:
        if venue is not None and any(is_one_building(venue, known) for known in self._venues):
            return 1
        return _agreement(venue, self._venues)

    def may_be_called_off(self, one: Reported) -> bool:
        """Whether it may be the meeting that a report says is called off."""
        is_expected = any(other.report.status == "planned" for other in self._of_article.get(one.report.article, ()))
        is_its_round = one.rounds is None or one.rounds in self._rounds
        return not is_expected and is_its_round and not self._statuses <= HAPPENED


def _agreement(value: str | None, others: Iterable[str | None]) -> int:
    """1 where a value is among others, -1 where it differs from all, 0 where nobody can tell."""
    if value is None:
        return 0
    # Whether a name is another one's translation no spelling tells, and of two scripts not even the eye.
    known = {other for other in others if other is not None and _is_latin(other) == _is_latin(value)}
    return (1 if value in known else -1) if known else 0


def _is_latin(name: str) -> bool:
    return all(letter < _LATIN for letter in name if letter.isalpha())


def _is_twice(one: Reported, other: Reported) -> bool:
    """Whether two meetings that one article tells of may be the same."""
    a, b = one.report, other.report
    pairs = ((a.start, b.start), (a.city, b.city), (a.venue, b.venue), (one.rounds, other.rounds))
    is_same = all(value is None or another is None or value == another for value, another in pairs)
    return is_same and (not one.parties or not other.parties or one.parties == other.parties)


class Meetings:
    """The meetings of a dossier, found by their days, rounds, months and towns."""

    def __init__(self) -> None:
        # Dicts for their order: a set's is another in each process.
        self._of_day: dict[str, dict[Known, None]] = defaultdict(dict)
        self._of_time: dict[str, dict[Known, None]] = defaultdict(dict)
        """All meetings of a month, and of a year."""
        self._vague: dict[str, dict[Known, None]] = defaultdict(dict)
        """Those of which no day is told."""
        self._of_round: dict[int, Known] = {}
        self._of_town: dict[str, Known] = {}

    def enter(self, at: int, one: Reported, union: Union) -> None:
        """Find the meeting that a report is of, or note a new one. Reports come in the order of publication."""
        known = self._of_its_day(one) or self._moved(one) or self._of_its_round(one) or self._vaguely(one)
        if known is None:
            known = Known(at)
        union.join(known.first, at)
        known.take(one)
        self._note(known, one)

    def called_off(self, one: Reported) -> Known | None:
        """The meeting that somebody calls off or puts off on some day, or that was to be on that day.

        It is one of that day, or else the next that anybody planned and that the same article does not expect still.
        """
        days = (_shifted(one.day, days) for days in range(SAME_ROUND + 1)) if one.day is not None else ()
        near = (known for day in days for known in self._of_day.get(day, ()))
        return next((known for known in near if known.may_be_called_off(one)), None)

    def _note(self, known: Known, one: Reported) -> None:
        start = one.report.start
        if one.day is not None:
            self._of_day[one.day][known] = None
        for time in {start[:4], start[:7]} if start is not None else ():
            self._of_time[time][known] = None
            if one.day is None:
                self._vague[time][known] = None
        if one.rounds is not None:
            self._of_round[one.rounds] = known
        if start is None and one.report.city is not None:
            self._of_town[one.report.city] = known

    def _of_its_day(self, one: Reported) -> Known | None:
        return _likest(one, self._of_day.get(one.day, ())) if one.day is not None else None

    def _moved(self, one: Reported) -> Known | None:
        """The meeting that was planned for another day, where this article tells of the move."""
        if one.day is None or one.report.status == "cancelled":
            return None
        named = [known for day in sorted(one.days_before) for known in self._of_day.get(day, ()) if known.is_planned]
        if named or not one.is_moved:
            return _likest(one, named)
        near = [_shifted(one.day, days) for days in range(-SAME_ROUND, SAME_ROUND + 1)]
        planned = [known for day in near for known in self._of_day.get(day, ()) if known.is_planned]
        # Whatever was last planned and has the place, the round or the sides in common.
        planned.sort(key=lambda known: (known.last.order if known.last is not None else ("", ""), known.first))
        return _likest(one, reversed(planned), fewest=1)

    def _of_its_round(self, one: Reported) -> Known | None:
        known = self._of_round.get(one.rounds) if one.rounds is not None else None
        if known is None or known.last is None or not _is_near(known.last, one):
            return None
        return _likest(one, [known])

    def _vaguely(self, one: Reported) -> Known | None:
        """The only like meeting of a month or year, or the last talks in a town, where a report tells no day."""
        start = one.report.start
        if start is not None:
            near = [*self._vague.get(start[:7], ()), *self._vague.get(start[:4], ())] if one.day is not None else []
            near += self._of_time.get(start, ())
            found = {known: known.likeness(one) for known in dict.fromkeys(near) if not (one.day and known.days)}
            # Of an earlier year an article tells what it was that there was, and seldom two of it.
            fewest = 0 if start[:4] < one.order[0][:4] else 1
            like = [known for known, likeness in found.items() if likeness is not None and likeness >= fewest]
            return like[0] if len(like) == 1 else None
        known = self._of_town.get(one.report.city) if one.report.city is not None else None
        if known is None or known.last is None or not one.order[0] or not known.last.order[0]:
            return None
        days = (date.fromisoformat(one.order[0]) - date.fromisoformat(known.last.order[0])).days
        return known if days <= SAME_TALKS and not set(known.last.parties).isdisjoint(one.parties) else None


def _likest(one: Reported, among: Iterable[Known], fewest: float = -math.inf) -> Known | None:
    rated = [(known.likeness(one), -at, known) for at, known in enumerate(among)]
    found = [(likeness, at, known) for likeness, at, known in rated if likeness is not None and likeness >= fewest]
    return max(found, key=lambda each: each[:2])[2] if found else None


def _shifted(day: str, days: int) -> str:
    """A day some days later; empty where there is no such day."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return ""


def _is_near(one: Reported, other: Reported) -> bool:
    # Where an article tells no day, it is about the time of its publication.
    days = [date.fromisoformat(day) for day in (one.day or one.order[0], other.day or other.order[0]) if day]
    return len(days) < TWO or abs((days[1] - days[0]).days) <= SAME_ROUND
