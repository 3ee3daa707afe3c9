"""Whether an ISO date lies before the day of publication or after it."""

from __future__ import annotations

import datetime as dt
from typing import Literal


def side_of(date: str, published: dt.date | None) -> Literal["before", "after"] | None:
    """Where an ISO date of any precision lies; `None` where the day is in it or is not known."""
    if published is None:
        return None
    if "W" in date:
        year, week, _ = published.isocalendar()
        held, day = date, f"{year:04d}-W{week:02d}"
    else:
        held = date[:10]
        day = published.isoformat()[: len(held)]
    if held == day:
        return None
    return "after" if held > day else "before"
