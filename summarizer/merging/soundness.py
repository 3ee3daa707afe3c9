"""What fits the format of a briefing and yet can't be told by a dossier: a line without evidence, a day that is none.

Briefings of this tool have no such thing; those of strangers may.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from summarizer.briefing import Briefing
from summarizer.errors import BriefingFormatError

_DAY = 10
"""Characters of an ISO date that names a day."""
_DATES = ("start", "end", "said_on", "date")
"""Fields of a briefing's entries that hold one."""
_MARGIN = dt.timedelta(days=366)
"""Days from the calendar's ends: what is looked for around a publication must have days, too."""


def require_sound(briefing: Briefing) -> None:
    """Raise `BriefingFormatError`, naming the first flaw, where a dossier can't be made of a briefing."""
    for pointer, detail in flaws(briefing):
        raise BriefingFormatError(f"No dossier can be made of this briefing: {pointer}: {detail}.")


def flaws(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """What is wrong, and where (JSON Pointer)."""
    published = briefing.article.published
    if published is not None and not dt.date.min + _MARGIN <= published <= dt.date.max - _MARGIN:
        yield "/article/published", "no article is of that time"
    for name in Briefing.model_fields:
        entries = getattr(briefing, name)
        for at, entry in enumerate(entries if isinstance(entries, list) else ()):
            if not getattr(entry, "evidence", True):
                yield f"/{name}/{at}/evidence", "give the words that say so"
            for date in _DATES:
                if not _is_a_day(getattr(entry, date, None)):
                    yield f"/{name}/{at}/{date}", "there is no such day"


def _is_a_day(date: str | None) -> bool:
    """Whether a date that names a day names one that there is."""
    if date is None or len(date) < _DAY:
        return True
    try:
        dt.date.fromisoformat(date[:_DAY])
    except ValueError:
        return False
    return True
