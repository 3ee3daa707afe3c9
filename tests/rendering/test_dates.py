from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.rendering.dates import readable_date, readable_period


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2031", "2031"),
        ("2031-06", "June 2031"),
        ("2031-W22", "week of 26 May 2031"),
        ("2031-06-02", "2 June 2031"),
        ("2031-06-02T13:00", "2 June 2031, 13:00"),
        ("2031-06-02T13:00:30", "2 June 2031, 13:00:30"),
        ("2031-06-02T13:00Z", "2 June 2031, 13:00 UTC"),
        ("2031-06-02T13:00+03:00", "2 June 2031, 13:00 (UTC+03:00)"),
    ],
)
def test_a_date_is_said_at_its_own_precision(iso: str, words: str) -> None:
    assert readable_date(iso) == words


def test_a_weekday_goes_before_a_full_date_only() -> None:
    assert readable_date("2031-06-02T13:00", weekday=True) == "Mon 2 June 2031, 13:00"
    assert readable_date("2031-06", weekday=True) == "June 2031"


@pytest.mark.parametrize("iso", ["2031-02-30", "2031-W54", "2031-13", "0000-01-01", "soon"])
def test_what_is_no_date_stays_as_it_is(iso: str) -> None:
    assert readable_date(iso) == iso


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, None),
        ("2031-06-02", None, "Mon 2 June 2031"),
        ("2031-06-02", "2031-06-02", "Mon 2 June 2031"),
        (None, "2031-06-04", "until Wed 4 June 2031"),
        ("2031-06-02", "2031-06-04", "Mon 2 June 2031 to Wed 4 June 2031"),
        ("2031-06-02T10:00", "2031-06-02T12:30", "Mon 2 June 2031, 10:00 to 12:30"),
        ("2031-06-02T10:00", "2031-06-03T12:30", "Mon 2 June 2031, 10:00 to Tue 3 June 2031, 12:30"),
        ("2031-06-02", "2031-06-02T12:30", "Mon 2 June 2031 to Mon 2 June 2031, 12:30"),
    ],
)
def test_a_period_names_its_day_once(start: str | None, end: str | None, words: str | None) -> None:
    assert readable_period(start, end) == words


@given(st.dates())
def test_a_day_comes_back_whole(day: dt.date) -> None:
    words = readable_date(day.isoformat(), weekday=True)
    # The year by hand: strptime wants four digits.
    weekday, number, month, year = words.split()
    assert (weekday, int(number), month, int(year)) == (
        f"{day:%a}",
        day.day,
        f"{day:%B}",
        day.year,
    )
