"""The line that opens a report of an agency: "ZENDA, March 4 (Hentzau) - Envoys met …"."""

from __future__ import annotations

import re

_DATE = r"(?:[^\W\d_]{3,12}\.?\s+\d{1,2}|\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,12}\.?)(?:,?\s+(?:de\s+)?\d{4})?(?:\s+(?:року|года|г\.|р\.))?"
_DATELINE = re.compile(
    rf"\W{{0,3}}(?P<city>[^\W\d_][^,()/.;:!?\d]{{1,40}}(?:,\s+[^,()/.;:!?\d]{{2,30}})?),\s+{_DATE}"
    r"(?P<agency>[,.]?\s*(?:\([^()]{2,40}\)|/[^/]{2,40}/))?(?P<mark>\s*(?:[.:]?\s*[-–—]+|[.:](?=\s|$))|\s*$|(?=\s))"
)  # fmt: skip
_MOST_WORDS = 4
"""Words of a town that is not in capitals, at most."""


def dateline_end(text: str) -> int:
    """Where the dateline that opens a text ends, and its words begin; 0 where it has none.

    A town in capitals shows one, and any town before an agency and a dash.
    """
    found = _DATELINE.match(text)
    if found is None:
        return 0
    city, mark = found["city"], found["mark"].strip()
    in_capitals = city.split(",")[0].isupper() and (mark or found["agency"] or found.end() == len(text))
    with_agency = found["agency"] and mark.endswith(("-", "–", "—")) and len(city.split()) <= _MOST_WORDS
    if not in_capitals and not with_agency:
        return 0
    return found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip())
