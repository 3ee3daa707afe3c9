"""Turns what date words say into TIMEX3 values, against the day of publication and the dates named before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from summarizer.grounding.dates.calendar import LONGEST_MONTHS, Period, Unit, real_date
from summarizer.grounding.dates.holidays import holiday
from summarizer.grounding.dates.meaning import (
    Ahead,
    Anchor,
    CalendarDate,
    Counted,
    Fixed,
    Holiday,
    Length,
    Meaning,
    Named,
    NextDate,
    PartOfYear,
    Range,
    SameQuarter,
    Shifted,
    Timed,
    WeekdayDate,
    Weekend,
)
from summarizer.grounding.dates.nearest import (
    day_of_month,
    day_of_weekday,
    is_near,
    part_near,
    part_of_year,
    weekend_near,
    year_of_date,
    year_of_holiday,
)
from summarizer.grounding.dates.scene import (
    ABOUT,
    BACKWARDS,
    CONTRADICTION,
    LENGTH,
    NO_CLEAR_YEAR,
    NO_DAY,
    NO_PUBLICATION,
    NO_QUARTER,
    NO_REFERENCE,
    NO_SUCH_DAY,
    NO_YEAR,
    OUTSIDE_CALENDAR,
    UNCLEAR_WEEK,
    UNCLEAR_YEAR,
    Resolved,
    Scene,
    day_of,
    first_day,
)
from summarizer.grounding.dates.tense import Tense


def resolve(meaning: Meaning, scene: Scene) -> Resolved:
    """Return the value of any meaning but a range. Raises nothing: what cannot be resolved says why."""
    try:
        return _resolve(meaning, scene)
    except (OverflowError, ValueError):
        # Steps and years outside those that the calendar of the standard library has.
        return Resolved(None, relative=True, reason=OUTSIDE_CALENDAR)


def resolve_range(meaning: Range, scene: Scene) -> tuple[Resolved, Resolved]:
    """Return the values of both ends; an end that came out before its start is moved behind it, or has a reason."""
    first, last = resolve(meaning.first, scene), resolve(meaning.last, scene)
    start, end = first_day(first.timex_value), first_day(last.timex_value)
    if start is None or end is None or end >= start:
        return first, last
    if not last.relative:
        return first, replace(last, reason=last.reason or BACKWARDS)
    if isinstance(meaning.last, WeekdayDate):
        return first, replace(last, timex_value=(end + timedelta(weeks=1)).isoformat())
    if isinstance(meaning.last, CalendarDate) and meaning.last.month is not None:
        return first, replace(resolve(replace(meaning.last, year=end.year + 1), scene), relative=True)
    return first, replace(last, reason=last.reason or BACKWARDS)


def _resolve(meaning: Meaning, scene: Scene) -> Resolved:
    match meaning:
        case CalendarDate():
            return _calendar_date(meaning, scene)
        case NextDate():
            return _next_date(meaning, scene)
        case Shifted():
            return _shifted(meaning, scene)
        case SameQuarter():
            return _same_quarter(meaning, scene)
        case Ahead():
            return _ahead(meaning, scene)
        case Length():
            date_found = _shifted(meaning.leads_to, scene)
            return Resolved(meaning.timex_value, "DURATION", True, date_found.reason, date_found.timex_value)
        case Counted():
            return _counted(meaning, scene)
        case Timed():
            return _timed(meaning, scene)
        case Fixed():
            return Resolved(meaning.timex_value, meaning.timex_type, reason=meaning.reason)
        case WeekdayDate() | Holiday() | Weekend() | PartOfYear():
            return _named(meaning, scene)
    raise TypeError(f"a {type(meaning).__name__} has two ends; resolve each")


def _named(meaning: Named, scene: Scene) -> Resolved:
    """Resolve names that come round again: a weekday, Easter, the weekend, the third quarter."""
    if isinstance(meaning, Holiday | PartOfYear) and meaning.year is not None:
        return _in_year(meaning, meaning.year, relative=False)
    published = scene.published
    if published is None:
        placeholder = f"XXXX-WXX-{meaning.weekday + 1}" if isinstance(meaning, WeekdayDate) else None
        return Resolved(placeholder, relative=True, reason=NO_PUBLICATION)
    match meaning:
        case WeekdayDate():
            return _weekday(meaning, published, scene)
        case Weekend():
            return Resolved(weekend_near(published, scene.tense).timex(), relative=True)
        case _ if meaning.year_shift is not None:
            return _in_year(meaning, published.year + meaning.year_shift, relative=True)
        case Holiday():
            return _in_year(meaning, year_of_holiday(meaning, published, scene.tense), relative=True)
    return Resolved(part_near(meaning, published, scene.tense).timex(), relative=True)


def _weekday(meaning: WeekdayDate, published: date, scene: Scene) -> Resolved:
    """Resolve a weekday, which counts from the date that opens its sentence where it is to come after that.

    "On 30 May the envoy said that his team would land on Monday": the Monday after, whenever that was printed.
    """
    day, opening = day_of_weekday(meaning, published, scene.tense), scene.opening
    if scene.week is not None and scene.tense is Tense.EITHER and meaning.shift is None and meaning.week_shift is None:
        # "… this week's summit. Rau had planned to meet Lind before Thursday's dinner."
        return Resolved(date.fromisoformat(f"{scene.week}-{meaning.weekday + 1}").isoformat(), relative=True)
    if opening is None or opening >= published or meaning.shift is not None or meaning.week_shift is not None:
        return Resolved(day.isoformat(), relative=True)
    told = day_of_weekday(meaning, opening, scene.tense)
    if scene.tense is Tense.FUTURE:
        return Resolved(told.isoformat(), relative=True)
    return Resolved(day.isoformat(), relative=True, reason=None if told == day else UNCLEAR_WEEK)


def _in_year(meaning: Holiday | PartOfYear, year: int, *, relative: bool) -> Resolved:
    if isinstance(meaning, PartOfYear):
        return Resolved(part_of_year(meaning, year).timex(), relative=relative)
    day = holiday(meaning.rule, year)
    return Resolved(day.isoformat() if day else None, relative=relative, reason=None if day else NO_SUCH_DAY)


def _calendar_date(meaning: CalendarDate, scene: Scene) -> Resolved:
    published = scene.published
    if meaning.day is not None and meaning.day > LONGEST_MONTHS.get(meaning.month or 0, 31):
        return Resolved(None, reason=NO_SUCH_DAY)
    if meaning.year is not None:
        return _full_date(meaning, meaning.year, relative=False)
    if meaning.month_shift is not None:
        return _day_of_month(meaning, meaning.month_shift, scene)
    if published is None:
        month = f"{meaning.month:02d}" if meaning.month else "XX"
        value = f"XXXX-{month}" + (f"-{meaning.day:02d}" if meaning.day else "")
        return Resolved(value, relative=True, reason=NO_YEAR)
    if meaning.year_shift is not None:
        return _full_date(meaning, published.year + meaning.year_shift, relative=True)
    if meaning.month is None and meaning.day is not None:
        day = day_of_month(meaning.day, meaning, published, scene.tense)
        return Resolved(day.isoformat() if day else None, relative=True, reason=None if day else NO_SUCH_DAY)
    year = year_of_date(meaning, published, scene.tense, scene.place)
    found = _told_of(meaning, scene, year) or _full_date(meaning, year, relative=True)
    if meaning.day is None and scene.tense is Tense.PAST and (found.timex_value or "") > published.isoformat()[:7]:
        return replace(found, reason=found.reason or NO_CLEAR_YEAR)
    return found


def _day_of_month(meaning: CalendarDate, month_shift: int, scene: Scene) -> Resolved:
    if scene.published is None:
        return Resolved(None, relative=True, reason=NO_PUBLICATION)
    month = Period.holding(Unit.MONTH, scene.published).moved(month_shift).first
    return _full_date(replace(meaning, month=month.month), month.year, relative=True)


def _full_date(meaning: CalendarDate, year: int, *, relative: bool) -> Resolved:
    if meaning.month is None:
        return Resolved(f"{year:04d}", relative=relative)
    if meaning.day is None:
        return Resolved(f"{year:04d}-{meaning.month:02d}", relative=relative)
    day = real_date(year, meaning.month, meaning.day)
    if day is None:
        return Resolved(None, relative=relative, reason=NO_SUCH_DAY)
    fits = meaning.weekday in (None, day.weekday())
    return Resolved(day.isoformat(), relative=relative, reason=None if fits else CONTRADICTION)


def _next_date(meaning: NextDate, scene: Scene) -> Resolved:
    before = _resolve(meaning.before, scene)
    first = first_day(before.timex_value)
    if first is None:
        return _calendar_date(meaning.day, scene)
    earlier = (meaning.day.month or 0, meaning.day.day or 0) < (first.month, first.day)
    found = _full_date(meaning.day, first.year + earlier, relative=True)
    if _contradicts_past(first_day(found.timex_value), scene):
        return _calendar_date(meaning.day, scene)
    return replace(found, reason=found.reason or before.reason)


def _contradicts_past(day: date | None, scene: Scene) -> bool:
    if day is None or scene.published is None or scene.tense is not Tense.PAST:
        return False
    return day > scene.published and not is_near(day, scene.published)


def _told_of(meaning: CalendarDate, scene: Scene, nearest: int) -> Resolved | None:
    """Refuse to choose where a full date just before is of another year: "signed on 5 May 2014, broken on 2 October".

    None where nothing speaks against the nearest year: the tense points ahead, or the day is close to the publication.
    """
    told = scene.sentence_year or scene.told_year
    bare = meaning.month is not None and meaning.weekday is None and meaning.shift is None
    if not bare or scene.tense.points_ahead or told in (None, nearest):
        return None
    assert told is not None
    assert scene.published is not None
    if is_near(real_date(nearest, meaning.month or 1, meaning.day or 1), scene.published):
        return None
    return replace(_full_date(meaning, told, relative=True), reason=UNCLEAR_YEAR)


def _ahead(meaning: Ahead, scene: Scene) -> Resolved:
    if meaning.certain or scene.tense.points_ahead:
        way = Shifted(meaning.unit, meaning.amount, about=meaning.about)
        return _resolve(Length(meaning.timex_value, way) if meaning.named_by_length else way, scene)
    if meaning.later and scene.named:
        return _shifted(Shifted(meaning.unit, meaning.amount, Anchor.REFERENCE), scene)
    return Resolved(meaning.timex_value, "DURATION", reason=LENGTH)


def _same_quarter(meaning: SameQuarter, scene: Scene) -> Resolved:
    if scene.published is None:
        return Resolved(None, relative=True, reason=NO_PUBLICATION)
    last = Period.holding(Unit.QUARTER, scene.published).moved(-1).timex()
    year, _, quarter = (scene.quarter or last).partition("-")
    reason = None if scene.quarter else NO_QUARTER
    return Resolved(f"{int(year) + meaning.years:04d}-{quarter}", relative=True, reason=reason)


def _shifted(meaning: Shifted, scene: Scene) -> Resolved:
    if meaning.compares and scene.quarter is not None:
        return _same_quarter(SameQuarter(meaning.amount), scene)
    origin: date | None = scene.published
    reason = NO_PUBLICATION if origin is None else None
    if meaning.anchor is not Anchor.PUBLICATION:
        reference = first_day(scene.reference(meaning.unit))
        if reference is None and meaning.anchor is Anchor.REFERENCE:
            reason = NO_REFERENCE
        elif reference is not None:
            origin, reason = reference, None
    if meaning.unit is Unit.WEEK and not meaning.amount and origin is not None and _week_is_over(origin, scene):
        origin += timedelta(days=1)
    value = Period.holding(meaning.unit, origin).moved(meaning.amount).timex() if origin else None
    return Resolved(value, relative=True, reason=reason or (ABOUT if meaning.about else None))


def _week_is_over(published: date, scene: Scene) -> bool:
    """On a Sunday, "the summit this week" that is to come is one of the week that begins the next day."""
    return scene.tense.points_ahead and published.isoweekday() == 7


def _counted(meaning: Counted, scene: Scene) -> Resolved:
    origin = _resolve(meaning.origin, scene)
    day = first_day(origin.timex_value)
    if day is None:
        return Resolved(None, relative=origin.relative, reason=origin.reason or NO_REFERENCE)
    value = Period.holding(meaning.unit, day).moved(meaning.amount).timex()
    return Resolved(value, relative=origin.relative, reason=origin.reason)


def _timed(meaning: Timed, scene: Scene) -> Resolved:
    if meaning.day is not None:
        found = _resolve(meaning.day, scene)
        day = day_of(found.date_value or found.timex_value)
        value = day and day + meaning.time
        return Resolved(value, "TIME", relative=found.relative, reason=found.reason or (None if day else NO_DAY))
    day = scene.day_of_hour() if scene.in_sentence or meaning.is_clear else None
    if day is None:
        guess = scene.published.isoformat() if scene.published else ""
        return Resolved(guess + meaning.time, "TIME", relative=True, reason=NO_DAY)
    return Resolved(day + meaning.time, "TIME", relative=True)
