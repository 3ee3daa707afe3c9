"""Turns what date words say into TIMEX3 values, against the day of publication and the dates named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from summarizer.grounding.dates.calendar import Period, Unit, real_date, weekday_near
from summarizer.grounding.dates.holidays import holiday
from summarizer.grounding.dates.meaning import (
    Ahead,
    Anchor,
    CalendarDate,
    Counted,
    Fixed,
    Holiday,
    Meaning,
    PartOfYear,
    Shifted,
    Timed,
    WeekdayDate,
    Weekend,
)
from summarizer.grounding.dates.mention import TimexType
from summarizer.grounding.dates.tense import Tense

NO_PUBLICATION = "relative words need a day of publication"
NO_YEAR = "the year is not given, and there is no day of publication"
UNCLEAR_YEAR = "the year is not clear: the text speaks of another one just before"
NO_REFERENCE = "the words count from a date that is not named before them"
NO_DAY = "a time without its day"

_NEAR = timedelta(days=45)
"""Within this distance of the publication the nearest year is meant, whatever the tense."""

_WEEKDAY_TELLS = timedelta(days=550)
"""Within this distance "Sunday 1 June" is the year in which 1 June is a Sunday."""

_FAR = 3
"""A date of the past that is so many times farther than the coming one would have its year beside it."""

_PRECISION = {Unit.DAY: 10, Unit.WEEKEND: 10, Unit.WEEK: 10, Unit.MONTH: 7}
"""How long a TIMEX3 date is that a step of this unit can be counted from."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a mention is resolved against."""

    published: date | None
    tense: Tense
    named: Sequence[str] = ()
    """The TIMEX3 values of the dates named before, the latest last."""
    sentence_year: int | None = None
    """The year of a full date before the words in the same sentence."""
    told_year: int | None = None
    """The year of the last full date in the sentences before, where no other day was named since."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 value, and how it was come by. With a reason, it is no more than the likeliest."""

    timex_value: str | None
    timex_type: TimexType = "DATE"
    relative: bool = False
    reason: str | None = None


def resolve(meaning: Meaning, scene: Scene) -> Resolved:
    """Return the value of any meaning but a range. No exception: what cannot be resolved says why."""
    try:
        return _resolve(meaning, scene)
    except OverflowError:
        return Resolved(None, relative=True, reason="the date lies outside the calendar")


def _resolve(meaning: Meaning, scene: Scene) -> Resolved:
    match meaning:
        case CalendarDate():
            return _calendar_date(meaning, scene)
        case WeekdayDate():
            return _weekday(meaning, scene)
        case Holiday():
            return _holiday(meaning, scene)
        case Weekend():
            return _weekend(scene)
        case PartOfYear():
            return _part_of_year(meaning, scene)
        case Shifted():
            return _shifted(meaning, scene)
        case Ahead():
            if meaning.certain or scene.tense is Tense.FUTURE:
                return _shifted(Shifted(meaning.unit, meaning.amount), scene)
            if meaning.later and scene.named:
                return _shifted(Shifted(meaning.unit, meaning.amount, Anchor.REFERENCE), scene)
            return Resolved(meaning.timex_value, "DURATION", reason="a length of time is no date")
        case Counted():
            return _counted(meaning, scene)
        case Timed():
            return _timed(meaning, scene)
        case Fixed():
            return Resolved(meaning.timex_value, meaning.timex_type, reason=meaning.reason)
    raise TypeError(f"a {type(meaning).__name__} has two ends; resolve each")


def _calendar_date(meaning: CalendarDate, scene: Scene, *, relative: bool = False) -> Resolved:
    year = meaning.year
    if year is None and scene.published is None:
        month = f"{meaning.month:02d}" if meaning.month else "XX"
        value = f"XXXX-{month}" + (f"-{meaning.day:02d}" if meaning.day else "")
        return Resolved(value, relative=True, reason=NO_YEAR)
    if year is None and scene.published is not None:
        if meaning.year_shift is not None:
            year = scene.published.year + meaning.year_shift
        else:
            year = _year_without_words(meaning, scene.published, scene.tense)
            told = _other_year(meaning, scene, year)
            if told is not None:
                return _in_other_year(meaning, scene, told, year)
    assert year is not None
    relative = relative or meaning.year is None
    if meaning.month is None and meaning.day is not None:
        return _day_of_month(meaning.day, meaning.weekday, scene)
    if meaning.month is None:
        return Resolved(f"{year:04d}", relative=relative)
    if meaning.day is None:
        return Resolved(f"{year:04d}-{meaning.month:02d}", relative=relative)
    if real_date(year, meaning.month, meaning.day) is None:
        return Resolved(None, relative=relative, reason="the calendar has no such day")
    return Resolved(f"{year:04d}-{meaning.month:02d}-{meaning.day:02d}", relative=relative)


def _other_year(meaning: CalendarDate, scene: Scene, nearest: int) -> int | None:
    """Return the year that is told of, where it is not the one nearest to the publication."""
    bare = meaning.month is not None and meaning.weekday is None and meaning.shift is None
    told = scene.sentence_year or scene.told_year
    return told if bare and scene.tense is not Tense.FUTURE and told != nearest else None


def _in_other_year(meaning: CalendarDate, scene: Scene, told: int, nearest: int) -> Resolved:
    """Resolve "signed on 5 September 2014 and broken on 2 October": the year that the sentence speaks of.

    Close to the publication, or where only the sentences before speak of another year, it is not clear.
    """
    assert scene.published is not None
    day = real_date(nearest, meaning.month or 1, meaning.day or 1)
    near = day is not None and abs(day - scene.published) <= _NEAR
    found = _calendar_date(replace(meaning, year=nearest if near else told), scene, relative=True)
    unclear = near if scene.sentence_year is not None else not near
    return replace(found, reason=found.reason or UNCLEAR_YEAR) if unclear else found


def _day_of_month(day: int, weekday: int | None, scene: Scene) -> Resolved:
    """Resolve "Monday the 2nd": the nearest such day."""
    if scene.published is None:
        return Resolved(None, relative=True, reason=NO_PUBLICATION)
    month = Period.holding(Unit.MONTH, scene.published)
    months = [month.moved(step).first for step in range(-6, 7)]
    days = [found for first in months if (found := real_date(first.year, first.month, day))]
    fitting = [found for found in days if weekday is None or found.weekday() == weekday]
    if not fitting:
        return Resolved(None, relative=True, reason="no month near the publication has such a day")
    published = scene.published
    return Resolved(min(fitting, key=lambda found: abs(found - published)).isoformat(), relative=True)


def _year_without_words(meaning: CalendarDate, published: date, tense: Tense) -> int:
    month, day = meaning.month or published.month, meaning.day
    anchor = published if day is not None else published.replace(day=1)
    years = range(published.year - 8, published.year + 9)
    candidates = [found for year in years if (found := real_date(year, month, day or 1))]
    if not candidates:
        return published.year
    if meaning.weekday is not None:
        fitting = [found for found in candidates if found.weekday() == meaning.weekday]
        nearest = min(fitting, key=lambda found: abs(found - anchor)) if fitting else None
        if nearest and abs(nearest - anchor) < _WEEKDAY_TELLS:
            return nearest.year
    return _chosen(candidates, anchor, meaning.shift, tense).year


def _chosen(candidates: Sequence[date], anchor: date, shift: int | None, tense: Tense) -> date:
    """Return the candidate that is meant by words that name no year."""
    nearest = min(candidates, key=lambda found: abs(found - anchor))
    if shift == 0:
        return next((found for found in candidates if found.year == anchor.year), nearest)
    coming = min(found for found in candidates if found > anchor or (found == anchor and shift is None))
    latest = max(found for found in candidates if found < anchor or (found == anchor and shift is None))
    if shift is not None:
        return coming if shift > 0 else latest
    if abs(nearest - anchor) <= _NEAR or tense in (Tense.UNKNOWN, Tense.EITHER):
        return nearest
    if tense is Tense.FUTURE or anchor - latest > _FAR * (coming - anchor):
        return coming
    return latest


def _weekday(meaning: WeekdayDate, scene: Scene) -> Resolved:
    published = scene.published
    if published is None:
        return Resolved(f"XXXX-WXX-{meaning.weekday + 1}", relative=True, reason=NO_PUBLICATION)
    if meaning.week_shift is not None:
        week = Period.holding(Unit.WEEK, published).moved(meaning.week_shift)
        return Resolved((week.first + timedelta(days=meaning.weekday)).isoformat(), relative=True)
    if scene.tense is Tense.EITHER and meaning.shift is None:
        day = _nearest_weekday(published, meaning.weekday)
    else:
        forward = scene.tense is Tense.FUTURE if not meaning.shift else meaning.shift > 0
        day = weekday_near(published, meaning.weekday, forward=forward, inclusive=not meaning.shift)
    return Resolved(day.isoformat(), relative=True)


def _holiday(meaning: Holiday, scene: Scene) -> Resolved:
    """Resolve a named day as the calendar date that it is in each of the years in question."""
    year = meaning.year
    if year is None:
        if scene.published is None:
            return Resolved(None, relative=True, reason=NO_YEAR)
        if meaning.year_shift is not None:
            year = scene.published.year + meaning.year_shift
        else:
            days = [day for step in range(-2, 3) if (day := holiday(meaning.rule, scene.published.year + step))]
            year = _chosen(days, scene.published, meaning.shift, scene.tense).year
    day = holiday(meaning.rule, year)
    if day is None:
        return Resolved(None, reason="the calendar has no such day")
    return Resolved(day.isoformat(), relative=meaning.year is None)


def _nearest_weekday(published: date, weekday: int) -> date:
    before = weekday_near(published, weekday, forward=False, inclusive=True)
    after = weekday_near(published, weekday, forward=True, inclusive=True)
    return before if published - before <= after - published else after


def _weekend(scene: Scene) -> Resolved:
    if scene.published is None:
        return Resolved(None, relative=True, reason=NO_PUBLICATION)
    weekend = Period.holding(Unit.WEEKEND, scene.published)
    if scene.tense is not Tense.FUTURE and weekend.first > scene.published:
        weekend = weekend.moved(-1)
    return Resolved(weekend.timex(), relative=True)


def _part_of_year(meaning: PartOfYear, scene: Scene) -> Resolved:
    relative = meaning.year is None
    if relative and scene.published is None:
        return Resolved(None, relative=True, reason=NO_PUBLICATION)
    year = meaning.year
    if year is None:
        assert scene.published is not None
        year = scene.published.year + (meaning.year_shift or 0)
    months = {Unit.QUARTER: 3, Unit.HALF_YEAR: 6, Unit.SEASON: 3}[meaning.unit]
    month = (meaning.number - 1) * months + 1
    if meaning.unit is Unit.SEASON:
        month = (meaning.number - 1) * 3 or 12
    period = Period.holding(meaning.unit, date(year, month, 1))
    if meaning.year is None and meaning.year_shift is None and scene.published is not None:
        period = _near_period(period, meaning, scene.published, scene.tense)
    return Resolved(period.timex(), relative=relative)


def _near_period(period: Period, meaning: PartOfYear, published: date, tense: Tense) -> Period:
    """Return the period of its kind that is meant, given the one in the year of publication."""
    if meaning.shift == 0:
        return period
    cycle = 2 if meaning.unit is Unit.HALF_YEAR else 4
    current = Period.holding(meaning.unit, published)
    if meaning.shift is None:
        if tense is Tense.FUTURE:
            return period if period.first >= current.moved(-2).first else period.moved(cycle)
        return period if period.first <= current.first else period.moved(-cycle)
    if meaning.shift > 0:
        return period if period.first > current.first else period.moved(cycle)
    return period if period.first < current.first else period.moved(-cycle)


def _shifted(meaning: Shifted, scene: Scene) -> Resolved:
    if meaning.anchor is not Anchor.PUBLICATION:
        origin = _first_day(_reference(scene, meaning.unit))
        if origin is None and meaning.anchor is Anchor.LATEST:
            origin = scene.published
        if origin is None:
            guess = resolve(replace(meaning, anchor=Anchor.PUBLICATION), scene).timex_value
            return Resolved(guess, relative=True, reason=NO_REFERENCE)
    elif scene.published is None:
        return Resolved(None, relative=True, reason=NO_PUBLICATION)
    else:
        origin = scene.published
    return Resolved(Period.holding(meaning.unit, origin).moved(meaning.amount).timex(), relative=True)


def _reference(scene: Scene, unit: Unit) -> str | None:
    """Return the last date named that is at least as precise as the unit that is counted."""
    length = _PRECISION.get(unit, len("2025"))
    return next((value for value in reversed(scene.named) if len(value.split("T")[0]) >= length), None)


def _counted(meaning: Counted, scene: Scene) -> Resolved:
    origin = _resolve(meaning.origin, scene)
    day = _first_day(origin.timex_value)
    if day is None:
        return Resolved(None, relative=origin.relative, reason=origin.reason or NO_REFERENCE)
    return Resolved(Period.holding(meaning.unit, day).moved(meaning.amount).timex(), relative=origin.relative)


def _timed(meaning: Timed, scene: Scene) -> Resolved:
    if meaning.day is None:
        day = _day_of(_reference(scene, Unit.DAY))
        if day is None:
            guess = scene.published.isoformat() if scene.published else ""
            return Resolved(guess + meaning.time, "TIME", relative=True, reason=NO_DAY)
        return Resolved(day + meaning.time, "TIME", relative=True)
    day_found = _resolve(meaning.day, scene)
    day = _day_of(day_found.timex_value)
    if day is None:
        return Resolved(None, "TIME", relative=day_found.relative, reason=day_found.reason or NO_DAY)
    return Resolved(day + meaning.time, "TIME", relative=day_found.relative)


def _day_of(timex_value: str | None) -> str | None:
    day = (timex_value or "")[:10]
    return day if len(day) == 10 and _first_day(day) is not None else None


def _first_day(timex_value: str | None) -> date | None:
    """Return the first day that a TIMEX3 value of a day, month or year covers."""
    figures = (timex_value or "").split("T")[0].split("-")
    if not all(figure.isdigit() for figure in figures) or len(figures) > 3 or len(figures[0]) != 4:
        return None
    year, month, day = ([int(figure) for figure in figures] + [1, 1])[:3]
    return real_date(year, month, day)
