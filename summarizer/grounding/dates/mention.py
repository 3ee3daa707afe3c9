"""What the finder of dates hands out: the words of a sentence that name a time, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words of a sentence that name a time.

    `start` and `end` are offsets in Unicode code points of the text that was searched (end exclusive), and
    `text` is what stands there. `value` is the briefing's ISO value at the precision that the words give;
    None where they give no date, and then `reason` says in plain words why. `end_value` is the last day,
    month or year of a range.
    """

    start: int
    end: int
    text: str
    value: str | None
    timex_value: str | None
    """The TIMEX3 value, such as 2025-06-02TMO, 2025-Q3, P3D or PRESENT_REF; of "two days later" the length, as in
    TimeML. With a reason, it is no more than the likeliest."""
    timex_type: TimexType
    end_value: str | None = None
    relative: bool = False
    """Whether the day of publication, or a date in an earlier sentence, was needed."""
    reason: str | None = None
    parts: tuple[DateMention, ...] = ()
    """What the words are put together from, each with its own words: for a range ("from 3 to 5 June") its first and
    its last date, for a count ("two days before Christmas") the length and the date that it is counted from."""
