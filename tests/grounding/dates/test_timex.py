"""The one mapping from TIMEX3 values to the briefing's."""

from __future__ import annotations

import pytest

from summarizer.grounding.dates.timex import iso_range


@pytest.mark.parametrize(
    ("timex", "expected"),
    [
        ("2025", ("2025", None)),
        ("2025-06", ("2025-06", None)),
        ("2025-06-02", ("2025-06-02", None)),
        ("2025-W22", ("2025-W22", None)),
        ("2025-W22-WE", ("2025-05-31", "2025-06-01")),
        ("2025-06-02T13:00", ("2025-06-02T13:00", None)),
        ("2025-06-02T13:00Z", ("2025-06-02T13:00Z", None)),
        ("2025-06-02T13:00+03:00", ("2025-06-02T13:00+03:00", None)),
        ("2025-06-02T13", ("2025-06-02T13:00", None)),
        ("2025-06-02TMO", ("2025-06-02", None)),
        ("2025-06-02T24:00", ("2025-06-02", None)),
        ("2025-Q3", ("2025-07", "2025-09")),
        ("2025-H1", ("2025-01", "2025-06")),
        ("2025-SU", ("2025", None)),
    ],
)
def test_dates_become_iso_values(timex: str, expected: tuple[str, str | None]) -> None:
    assert iso_range(timex) == expected


@pytest.mark.parametrize(
    "timex",
    ["P3D", "PXM", "PRESENT_REF", "199", "19", "XXXX-WXX-1", "XXXX-06-02", "2025-WI", "2025-H3", "2025-13",
     "2025-06-32", "2025-06-02T25:00", "2025-W60", "2025-W60-WE", "BC0264", "T13:00", "", "２０２５"],
)  # fmt: skip
def test_all_else_is_no_date(timex: str) -> None:
    assert iso_range(timex) is None
