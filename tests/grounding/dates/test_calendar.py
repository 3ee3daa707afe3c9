"""Periods of the calendar, named days, and figures."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.dates.calendar import Period, Unit, weekday_near
from summarizer.grounding.dates.figures import roman
from summarizer.grounding.dates.holidays import easter, holiday

CALENDAR_UNITS = [
    Unit.DAY, Unit.WEEKEND, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.SEASON, Unit.HALF_YEAR, Unit.YEAR, Unit.DECADE,
    Unit.CENTURY,
]  # fmt: skip
days = st.dates(min_value=date(1600, 1, 1), max_value=date(2300, 12, 31))


@given(day=days, unit=st.sampled_from(CALENDAR_UNITS), steps=st.integers(-9, 9))
def test_moving_there_and_back_is_no_move(day: date, unit: Unit, steps: int) -> None:
    period = Period.holding(unit, day)
    assert period.moved(steps).moved(-steps) == period


@given(day=days, unit=st.sampled_from([unit for unit in CALENDAR_UNITS if unit is not Unit.WEEKEND]))
def test_a_day_lies_in_its_period_and_not_in_the_next(day: date, unit: Unit) -> None:
    period = Period.holding(unit, day)
    assert period.first <= day < period.moved(1).first


@given(day=days, weekday=st.integers(0, 6), forward=st.booleans(), inclusive=st.booleans())
def test_the_weekday_near_a_day(day: date, weekday: int, forward: bool, inclusive: bool) -> None:
    found = weekday_near(day, weekday, forward=forward, inclusive=inclusive)
    distance = (found - day).days if forward else (day - found).days
    assert found.weekday() == weekday
    assert (0 if inclusive else 1) <= distance <= (6 if inclusive else 7)


@pytest.mark.parametrize(
    ("unit", "timex"),
    [
        (Unit.WEEK, "2024-W01"), (Unit.WEEKEND, "2024-W01-WE"), (Unit.MONTH, "2024-01"), (Unit.QUARTER, "2024-Q1"),
        (Unit.SEASON, "2023-WI"), (Unit.HALF_YEAR, "2024-H1"), (Unit.DECADE, "202"), (Unit.CENTURY, "20"),
    ],
)  # fmt: skip
def test_periods_have_their_timex_names(unit: Unit, timex: str) -> None:
    assert Period.holding(unit, date(2024, 1, 3)).timex() == timex


@pytest.mark.parametrize(
    ("year", "expected"),
    [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2024, date(2024, 3, 31)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, expected: date) -> None:
    assert easter(year) == expected


def test_named_days() -> None:
    assert holiday("12-25", 2025) == date(2025, 12, 25)
    assert holiday("11-thu-4", 2024) == date(2024, 11, 28)
    assert holiday("05-mon--1", 2025) == date(2025, 5, 26)
    assert holiday("easter--2", 2025) == date(2025, 4, 18)
    assert holiday("02-30", 2025) is None


def test_roman_figures() -> None:
    assert [roman(text) for text in ("I", "IV", "IX", "XIV", "XX", "XXI")] == [1, 4, 9, 14, 20, 21]
