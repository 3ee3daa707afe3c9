"""What meanings come to against a scene: value, type, whether anything else was needed, and the reason."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.grounding.dates.calendar import Unit
from summarizer.grounding.dates.meaning import (
    Ahead,
    Anchor,
    CalendarDate,
    Counted,
    Fixed,
    Holiday,
    Length,
    Meaning,
    NextDate,
    PartOfYear,
    Range,
    SameQuarter,
    Shifted,
    Timed,
    WeekdayDate,
    Weekend,
    with_year_of,
)
from summarizer.grounding.dates.resolving import resolve, resolve_range
from summarizer.grounding.dates.scene import NamedDate, Resolved, Scene, day_of, first_day
from summarizer.grounding.dates.tense import Place, Tense

SUNDAY = date(2025, 6, 1)
PAST = Scene(SUNDAY, Tense.PAST)
FUTURE = Scene(SUNDAY, Tense.FUTURE)
UNDATED = Scene(None, Tense.PAST)
AFTER_A_DAY = Scene(SUNDAY, Tense.PAST, [NamedDate("2025-05-16", ends_range=False)])

NEEDS_PUBLICATION = "relative words need a day of publication"
NEEDS_YEAR = "the year is not given, and there is no day of publication"
NEEDS_REFERENCE = "the words count from a date that is not named before them"
NO_SUCH_DAY = "the calendar has no such day"
UNCLEAR_YEAR = "the year is not clear: the text speaks of another one just before"
LENGTH = "a length of time is no date"
NO_DAY = "a time without its day"
BACKWARDS = "the range ends before it begins"
CONTRADICTION = "the weekday and the date do not fit together"
ABOUT = "the words say only about when"

CASES: list[tuple[Meaning, Scene, Resolved]] = [
    # Dates that say all: nothing else is needed.
    (CalendarDate(2024, 6, 3), PAST, Resolved("2024-06-03")),
    (CalendarDate(2024, 6), PAST, Resolved("2024-06")),
    (CalendarDate(812), PAST, Resolved("0812")),
    (CalendarDate(2024, 6, 3, weekday=0), PAST, Resolved("2024-06-03")),
    (
        CalendarDate(2024, 6, 3, weekday=1),
        PAST,
        Resolved("2024-06-03", reason=CONTRADICTION),
    ),
    (CalendarDate(2023, 2, 29), PAST, Resolved(None, reason=NO_SUCH_DAY)),
    (CalendarDate(month=2, day=30), PAST, Resolved(None, reason=NO_SUCH_DAY)),
    (CalendarDate(day=32), PAST, Resolved(None, reason=NO_SUCH_DAY)),
    # Dates with holes.
    (CalendarDate(month=5, day=28), PAST, Resolved("2025-05-28", relative=True)),
    (CalendarDate(month=5, year_shift=-1), PAST, Resolved("2024-05", relative=True)),
    (CalendarDate(month=2, day=29, year_shift=0), PAST, Resolved(None, relative=True, reason=NO_SUCH_DAY)),
    (CalendarDate(day=24, month_shift=-1), PAST, Resolved("2025-05-24", relative=True)),
    (CalendarDate(day=31, month_shift=-1), PAST, Resolved("2025-05-31", relative=True)),
    (CalendarDate(day=31, month_shift=1), PAST, Resolved("2025-07-31", relative=True)),
    (CalendarDate(day=31, month_shift=0), PAST, Resolved(None, relative=True, reason=NO_SUCH_DAY)),
    (CalendarDate(year_shift=-1), PAST, Resolved("2024", relative=True)),
    # No 31st within half a year of 15 July 2025 is a Tuesday.
    (
        CalendarDate(day=31, weekday=1),
        Scene(date(2025, 7, 15), Tense.PAST),
        Resolved(None, relative=True, reason=NO_SUCH_DAY),
    ),
    # 5 October: a Saturday in 2024, a Sunday in 2025, a Monday in 2026.
    (CalendarDate(month=10, day=5, weekday=5), PAST, Resolved("2024-10-05", relative=True)),
    (CalendarDate(month=10, day=5, weekday=6), PAST, Resolved("2025-10-05", relative=True)),
    (CalendarDate(month=10, day=5, weekday=0), PAST, Resolved("2026-10-05", relative=True)),
    (CalendarDate(day=30, weekday=0), PAST, Resolved("2025-06-30", relative=True)),
    (CalendarDate(day=2), FUTURE, Resolved("2025-06-02", relative=True)),
    (CalendarDate(month=5), UNDATED, Resolved("XXXX-05", relative=True, reason=NEEDS_YEAR)),
    (CalendarDate(month=5, day=3), UNDATED, Resolved("XXXX-05-03", relative=True, reason=NEEDS_YEAR)),
    (CalendarDate(day=3), UNDATED, Resolved("XXXX-XX-03", relative=True, reason=NEEDS_YEAR)),
    (CalendarDate(day=24, month_shift=-1), UNDATED, Resolved(None, relative=True, reason=NEEDS_PUBLICATION)),
    # Beside a date of another year.
    (
        CalendarDate(month=10, day=2),
        Scene(SUNDAY, Tense.PAST, sentence_year=2014),
        Resolved("2014-10-02", relative=True, reason=UNCLEAR_YEAR),
    ),
    (
        CalendarDate(month=10),
        Scene(SUNDAY, Tense.PAST, told_year=2014),
        Resolved("2014-10", relative=True, reason=UNCLEAR_YEAR),
    ),
    (
        CalendarDate(month=10, day=2),
        Scene(SUNDAY, Tense.PAST, sentence_year=2014, told_year=2012),
        Resolved("2014-10-02", relative=True, reason=UNCLEAR_YEAR),
    ),
    (
        CalendarDate(month=10, day=2),
        Scene(SUNDAY, Tense.PAST, sentence_year=2024),
        Resolved("2024-10-02", relative=True),
    ),
    (
        CalendarDate(month=10, day=2),
        Scene(SUNDAY, Tense.FUTURE, sentence_year=2014),
        Resolved("2025-10-02", relative=True),
    ),
    (
        CalendarDate(month=10, day=2, weekday=2),
        Scene(SUNDAY, Tense.PAST, sentence_year=2014),
        Resolved("2024-10-02", relative=True),
    ),
    (
        CalendarDate(month=10, shift=-1),
        Scene(SUNDAY, Tense.PAST, sentence_year=2014),
        Resolved("2024-10", relative=True),
    ),
    (CalendarDate(month=6), Scene(SUNDAY, Tense.PAST, told_year=2014), Resolved("2025-06", relative=True)),
    # Days in a row.
    (
        NextDate(CalendarDate(month=3, day=1), CalendarDate(month=7, day=1)),
        FUTURE,
        Resolved("2026-07-01", relative=True),
    ),
    (
        NextDate(CalendarDate(month=12, day=30), CalendarDate(month=1, day=3)),
        PAST,
        Resolved("2025-01-03", relative=True),
    ),
    (
        NextDate(CalendarDate(month=3, day=1), CalendarDate(month=3, day=1)),
        PAST,
        Resolved("2025-03-01", relative=True),
    ),
    (
        NextDate(CalendarDate(month=2, day=30), CalendarDate(month=3, day=2)),
        PAST,
        Resolved("2025-03-02", relative=True),
    ),
    (
        NextDate(CalendarDate(month=3, day=1), CalendarDate(month=10, day=2)),
        PAST,
        Resolved("2024-10-02", relative=True),
    ),
    (
        NextDate(CalendarDate(month=3, day=1), CalendarDate(month=7, day=16)),
        PAST,
        Resolved("2025-07-16", relative=True),
    ),
    (
        NextDate(CalendarDate(month=10, day=2), CalendarDate(month=11, day=2)),
        Scene(SUNDAY, Tense.PAST, sentence_year=2014),
        Resolved("2014-11-02", relative=True, reason=UNCLEAR_YEAR),
    ),
    # Names that come round again.
    (WeekdayDate(0), FUTURE, Resolved("2025-06-02", relative=True)),
    (WeekdayDate(0), UNDATED, Resolved("XXXX-WXX-1", relative=True, reason=NEEDS_PUBLICATION)),
    (Weekend(), UNDATED, Resolved(None, relative=True, reason=NEEDS_PUBLICATION)),
    (Weekend(), PAST, Resolved("2025-W22-WE", relative=True)),
    (Holiday("12-25", 2024), UNDATED, Resolved("2024-12-25")),
    (Holiday("02-30", 2024), UNDATED, Resolved(None, reason=NO_SUCH_DAY)),
    (Holiday("05-mon-5", year_shift=-1), PAST, Resolved(None, relative=True, reason=NO_SUCH_DAY)),
    (Holiday("12-25", year_shift=-1), PAST, Resolved("2024-12-25", relative=True)),
    (Holiday("12-25"), PAST, Resolved("2024-12-25", relative=True)),
    (Holiday("02-30"), PAST, Resolved(None, relative=True, reason=NO_SUCH_DAY)),
    (PartOfYear(Unit.QUARTER, 3, 2024), UNDATED, Resolved("2024-Q3")),
    (PartOfYear(Unit.HALF_YEAR, 2, year_shift=-1), PAST, Resolved("2024-H2", relative=True)),
    (PartOfYear(Unit.SEASON, 1, 2024), PAST, Resolved("2024-WI")),
    (PartOfYear(Unit.QUARTER, 3), PAST, Resolved("2024-Q3", relative=True)),
    # So many units away.
    (Shifted(Unit.WEEK, -1), PAST, Resolved("2025-W21", relative=True)),
    (Shifted(Unit.WEEK, -1), UNDATED, Resolved(None, relative=True, reason=NEEDS_PUBLICATION)),
    (
        Shifted(Unit.YEAR, -1, about=True),
        PAST,
        Resolved("2024", relative=True, reason=ABOUT),
    ),
    (Shifted(Unit.DAY, 1, Anchor.REFERENCE), PAST, Resolved("2025-06-02", relative=True, reason=NEEDS_REFERENCE)),
    (Shifted(Unit.DAY, 1, Anchor.REFERENCE), AFTER_A_DAY, Resolved("2025-05-17", relative=True)),
    (Shifted(Unit.DAY, 0, Anchor.LATEST), PAST, Resolved("2025-06-01", relative=True)),
    (Shifted(Unit.DAY, 0, Anchor.LATEST), AFTER_A_DAY, Resolved("2025-05-16", relative=True)),
    (
        Shifted(Unit.DAY, 1, Anchor.REFERENCE),
        Scene(None, Tense.PAST, [NamedDate("2025-05-16", ends_range=False)]),
        Resolved("2025-05-17", relative=True),
    ),
    (Shifted(Unit.YEAR, 9000), PAST, Resolved(None, relative=True, reason="the date lies outside the calendar")),
    (Shifted(Unit.YEAR, -1, compares=True), PAST, Resolved("2024", relative=True)),
    (
        Shifted(Unit.YEAR, -1, compares=True),
        Scene(SUNDAY, Tense.PAST, quarter="2025-Q1"),
        Resolved("2024-Q1", relative=True),
    ),
    (Shifted(Unit.YEAR, -1), Scene(SUNDAY, Tense.PAST, quarter="2025-Q1"), Resolved("2024", relative=True)),
    (SameQuarter(), Scene(SUNDAY, Tense.PAST, quarter="2024-Q4"), Resolved("2024-Q4", relative=True)),
    (
        SameQuarter(-1),
        PAST,
        Resolved("2024-Q1", relative=True, reason="no quarter is named before the words"),
    ),
    (SameQuarter(), UNDATED, Resolved(None, relative=True, reason=NEEDS_PUBLICATION)),
    # A time to come, or a length.
    (Ahead(Unit.DAY, 2, "P2D"), FUTURE, Resolved("2025-06-03", relative=True)),
    (Ahead(Unit.DAY, 2, "P2D"), PAST, Resolved("P2D", "DURATION", reason=LENGTH)),
    (Ahead(Unit.DAY, 2, "P2D"), AFTER_A_DAY, Resolved("P2D", "DURATION", reason=LENGTH)),
    (Ahead(Unit.DAY, 2, "P2D", certain=True), PAST, Resolved("2025-06-03", relative=True)),
    (Ahead(Unit.DAY, 2, "P2D", later=True), AFTER_A_DAY, Resolved("2025-05-18", relative=True)),
    (Ahead(Unit.DAY, 2, "P2D", later=True), PAST, Resolved("P2D", "DURATION", reason=LENGTH)),
    (
        Ahead(Unit.DAY, 2, "P2D", about=True),
        FUTURE,
        Resolved("2025-06-03", relative=True, reason=ABOUT),
    ),
    (
        Ahead(Unit.DAY, 2, "P2D", named_by_length=True),
        FUTURE,
        Resolved("P2D", "DURATION", relative=True, date_value="2025-06-03"),
    ),
    (
        Length("P2D", Shifted(Unit.DAY, 2, Anchor.REFERENCE)),
        AFTER_A_DAY,
        Resolved("P2D", "DURATION", relative=True, date_value="2025-05-18"),
    ),
    (
        Length("P2D", Shifted(Unit.DAY, 2)),
        UNDATED,
        Resolved("P2D", "DURATION", relative=True, reason=NEEDS_PUBLICATION),
    ),
    # Counted from another date.
    (Counted(Unit.DAY, -2, Holiday("12-25", 2024)), PAST, Resolved("2024-12-23")),
    (Counted(Unit.DAY, 7, WeekdayDate(0)), FUTURE, Resolved("2025-06-09", relative=True)),
    (Counted(Unit.DAY, 7, WeekdayDate(0)), UNDATED, Resolved(None, relative=True, reason=NEEDS_PUBLICATION)),
    (Counted(Unit.DAY, 2, CalendarDate(2023, 2, 29)), PAST, Resolved(None, reason=NO_SUCH_DAY)),
    (Counted(Unit.DAY, 2, PartOfYear(Unit.QUARTER, 1, 2024)), PAST, Resolved(None, reason=NEEDS_REFERENCE)),
    (
        Counted(Unit.MONTH, 1, CalendarDate(2024, 6, 3, weekday=1)),
        PAST,
        Resolved("2024-07", reason=CONTRADICTION),
    ),
    # Hours.
    (Timed("T13:00", CalendarDate(2024, 6, 3)), UNDATED, Resolved("2024-06-03T13:00", "TIME")),
    (Timed("T13:00", CalendarDate(2024, 6)), PAST, Resolved(None, "TIME", reason=NO_DAY)),
    (Timed("TMO", WeekdayDate(0)), FUTURE, Resolved("2025-06-02TMO", "TIME", relative=True)),
    (Timed("TMO", CalendarDate(2023, 2, 29)), FUTURE, Resolved(None, "TIME", reason=NO_SUCH_DAY)),
    (Timed("T13:00"), AFTER_A_DAY, Resolved("2025-05-16T13:00", "TIME", relative=True)),
    (Timed("T13:00"), PAST, Resolved("2025-06-01T13:00", "TIME", relative=True, reason=NO_DAY)),
    (Timed("T13:00"), UNDATED, Resolved("T13:00", "TIME", relative=True, reason=NO_DAY)),
    (
        Timed("T13:00", is_clear=False),
        AFTER_A_DAY,
        Resolved("2025-06-01T13:00", "TIME", relative=True, reason=NO_DAY),
    ),
    (
        Timed("T13:00", is_clear=False),
        Scene(SUNDAY, Tense.PAST, [NamedDate("2025-05-16", ends_range=False)], in_sentence=1),
        Resolved("2025-05-16T13:00", "TIME", relative=True),
    ),
    (
        Timed("T13:00"),
        Scene(SUNDAY, Tense.PAST, [NamedDate("2025-05-16", ends_range=True)]),
        Resolved("2025-06-01T13:00", "TIME", relative=True, reason=NO_DAY),
    ),
    (Fixed("P3D", "DURATION", LENGTH), PAST, Resolved("P3D", "DURATION", reason=LENGTH)),
]


@pytest.mark.parametrize(("meaning", "scene", "expected"), CASES)
def test_a_meaning_in_its_scene(meaning: Meaning, scene: Scene, expected: Resolved) -> None:
    assert resolve(meaning, scene) == expected


@pytest.mark.parametrize(
    ("tense", "opening", "expected"),
    [
        (Tense.PAST, date(2025, 5, 30), "2025-05-26"),
        (Tense.FUTURE, date(2025, 5, 23), "2025-05-26"),
        (Tense.FUTURE, date(2025, 5, 30), "2025-06-02"),
        (Tense.FUTURE, SUNDAY, "2025-06-02"),
        (Tense.FUTURE, None, "2025-06-02"),
    ],
)
def test_a_weekday_may_count_from_the_date_that_opens_its_sentence(
    tense: Tense, opening: date | None, expected: str
) -> None:
    found = resolve(WeekdayDate(0), Scene(SUNDAY, tense, opening=opening))
    assert found == Resolved(expected, relative=True)


def test_last_and_next_weekdays_do_not_count_from_the_date_that_opens_their_sentence() -> None:
    scene = Scene(SUNDAY, Tense.FUTURE, opening=date(2025, 5, 20))
    assert resolve(WeekdayDate(0, shift=1), scene) == Resolved("2025-06-02", relative=True)
    assert resolve(WeekdayDate(0, week_shift=1), scene) == Resolved("2025-06-02", relative=True)


def test_a_month_of_the_past_close_ahead_is_refused() -> None:
    scene = Scene(date(2025, 5, 20), Tense.PAST, place=Place.BEFORE)
    reason = "the year is not clear: the verb is of the past, the month close ahead"
    assert resolve(CalendarDate(month=6), scene) == Resolved("2025-06", relative=True, reason=reason)
    assert resolve(CalendarDate(month=5), scene) == Resolved("2025-05", relative=True)
    assert resolve(CalendarDate(month=6, day=3), scene) == Resolved("2025-06-03", relative=True)


def ends_of(first: Meaning, last: Meaning, scene: Scene = PAST) -> tuple[Resolved, Resolved]:
    return resolve_range(Range(first, last, (0, 1), (2, 3)), scene)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (WeekdayDate(2), WeekdayDate(0), Resolved("2025-06-02", relative=True)),
        (WeekdayDate(0), WeekdayDate(2), Resolved("2025-05-28", relative=True)),
        (CalendarDate(month=5, day=3), CalendarDate(month=5, day=3), Resolved("2025-05-03", relative=True)),
        (CalendarDate(month=12, day=30), CalendarDate(month=10, day=3), Resolved("2025-10-03", relative=True)),
        (CalendarDate(2025, 5, 3), CalendarDate(2025, 5, 2), Resolved("2025-05-02", reason=BACKWARDS)),
        (Shifted(Unit.DAY, 0), Shifted(Unit.DAY, -1), Resolved("2025-05-31", relative=True, reason=BACKWARDS)),
        (Shifted(Unit.DAY, 0), CalendarDate(2023, 2, 29), Resolved(None, reason=NO_SUCH_DAY)),
        (CalendarDate(2024, 6, 3), CalendarDate(2024, 6, 2, weekday=2), Resolved("2024-06-02", reason=CONTRADICTION)),
    ],
)
def test_a_range_ends_behind_its_start_or_says_why_not(first: Meaning, last: Meaning, expected: Resolved) -> None:
    start, end = ends_of(first, last)
    assert start == resolve(first, PAST)
    assert end == expected


def test_a_range_inside_a_meaning_has_no_one_value() -> None:
    with pytest.raises(TypeError, match="a Range has two ends"):
        resolve(Range(WeekdayDate(0), WeekdayDate(1), (0, 1), (2, 3)), PAST)


@pytest.mark.parametrize(
    ("first", "last", "year"),
    [
        (CalendarDate(month=3), CalendarDate(2014, 5), 2014),
        (CalendarDate(month=11), CalendarDate(2014, 2), 2013),
        (CalendarDate(month=5, day=3), CalendarDate(2014, 5, 9), 2014),
        (CalendarDate(2012, 3), CalendarDate(2014, 5), 2012),
        (CalendarDate(month=3), CalendarDate(month=5), None),
        (CalendarDate(month=3), CalendarDate(2014), 2014),
        (CalendarDate(day=3), CalendarDate(2014, 5, 9), None),
    ],
)
def test_the_start_of_a_range_takes_the_year_of_its_end(
    first: CalendarDate, last: CalendarDate, year: int | None
) -> None:
    found = with_year_of(first, last)
    assert isinstance(found, CalendarDate)
    assert (found.year, found.month, found.day) == (year, first.month, first.day)


def test_only_dates_of_the_calendar_lend_their_year() -> None:
    assert with_year_of(WeekdayDate(0), CalendarDate(2014, 5)) == WeekdayDate(0)
    assert with_year_of(CalendarDate(month=3), WeekdayDate(0)) == CalendarDate(month=3)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (Unit.DAY, "2025-05-16"), (Unit.WEEK, "2025-05-16"), (Unit.WEEKEND, "2025-05-16"), (Unit.MONTH, "2025-04"),
        (Unit.YEAR, "2024"), (Unit.DECADE, "2024"),
    ],
)  # fmt: skip
def test_a_unit_is_counted_from_the_last_date_that_is_as_precise(unit: Unit, expected: str) -> None:
    named = [NamedDate(value, ends_range=False) for value in ("2025-05-16", "2025-04", "2024")]
    assert Scene(SUNDAY, Tense.PAST, named).reference(unit) == expected
    assert Scene(SUNDAY, Tense.PAST).reference(unit) is None


@pytest.mark.parametrize(
    ("value", "first", "day"),
    [
        ("2025", date(2025, 1, 1), None),
        ("2025-06", date(2025, 6, 1), None),
        ("2025-06-02", date(2025, 6, 2), "2025-06-02"),
        ("2025-06-02T13:00Z", date(2025, 6, 2), "2025-06-02"),
        ("2025-02-30", None, None),
        ("2025-06-02-03", None, "2025-06-02"),
        ("202", None, None),
        ("2025-W22", None, None),
        ("P3D", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_the_first_day_and_the_day_of_a_value(value: str | None, first: date | None, day: str | None) -> None:
    assert first_day(value) == first
    assert day_of(value) == day
