"""Whether an ISO date lies before the day of publication or after it."""

from __future__ import annotations

import datetime as dt
from typing import Literal


def side_of(date: str, published: dt.date | None) -> Literal["before", "after"] | None:
    """Where an ISO date of any precision lies; `None` where the day is in it or is not known."""
    if published is None:
        return None
    if "W" in date:
        held, day = date, "{0:04d}-W{1:02d}".format(*published.isocalendar())
    else:
        held = date[:10]
        day = published.isoformat()[: len(held)]
    if held == day:
        return None
    return "after" if held > day else "before"
