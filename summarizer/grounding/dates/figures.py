"""Tells what a figure in a sentence can be: a day, a year, a date written in figures, or nothing of the kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.grounding.dates.calendar import real_date
from summarizer.grounding.dates.tokens import Kind, Piece, Token

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_LONGEST_FIGURE = 6
_LAST_OF_THIS_CENTURY = 50
"""A year of two figures below this is of the 2000s."""

_LABELS = frozenset("$€£¥₴₽#№§@")
_MEASURES = frozenset("%‰°€₴₽")

AMBIGUOUS = "ambiguous"

IN_FIGURES = 1
"""The number of a clock time that is written in figures, and not as "noon"."""


def full_year(short: int) -> int:
    """Return the year that two figures stand for ('94)."""
    return short + (2000 if short < _LAST_OF_THIS_CENTURY else 1900)


def figure(sentence: Sequence[Piece], position: int, *, word_known: bool) -> Token:
    """Return what the whole number at `position` can be, from the pieces beside it.

    `word_known` tells whether the language knows the word behind it: "8pm" is an hour, "8x" is not.
    """
    piece = sentence[position]
    before = sentence[position - 1] if position else None
    after = sentence[position + 1] if position + 1 < len(sentence) else None
    token = Token(Kind.AMOUNT, piece.start, piece.end, code=piece.text)
    if len(piece.text) > _LONGEST_FIGURE:
        return token
    token = replace(token, number=int(piece.text))
    if before and (before.text in _LABELS or (before.end == piece.start and before.shape == "word")):
        return token
    if after and after.start == piece.end and (after.text in _MEASURES or (after.shape == "word" and not word_known)):
        return token
    if len(piece.text) <= 2 and 1 <= token.number <= 31:
        return replace(token, kind=Kind.DAY)
    if len(piece.text) == 4 and _FIRST_YEAR <= token.number <= _LAST_YEAR:
        return replace(token, kind=Kind.AMOUNT if _in_longer_number(sentence, position) else Kind.YEAR)
    return replace(token, kind=Kind.NUMBER)


def _in_longer_number(sentence: Sequence[Piece], position: int) -> bool:
    """Tell whether dashes join four figures to others, as in a telephone number."""
    before = sentence[max(0, position - 2) : position + 1]
    after = sentence[position : position + 3]
    joined = [part for part in (before, after) if len(part) == 3 and _is_joined(part)]
    return any(len(part[0].text) != 4 or len(part[2].text) not in (2, 4) for part in joined)


def _is_joined(part: Sequence[Piece]) -> bool:
    first, dash, last = part
    return (
        dash.text in "-–"
        and first.shape == last.shape == "number"
        and first.end == dash.start
        and dash.end == last.start
    )


def clock(token: Token) -> Token:
    """Return a token such as 13:00 or 13h30 with its TIMEX3 time, or as an amount where no clock shows it."""
    parts = [int(part) for part in re.split("[:hH]", token.code)]
    if parts[0] > 24 or any(part > 59 for part in parts[1:]) or (parts[0] == 24 and any(parts[1:])):
        return replace(token, kind=Kind.AMOUNT)
    return replace(token, kind=Kind.CLOCK, number=IN_FIGURES, code="T" + ":".join(f"{part:02d}" for part in parts))


def numeric_date(token: Token, *, slashed_order: str) -> Token:
    """Return a date in figures with its ISO value in `code`.

    `slashed_order` is "dmy" or "mdy", or empty where 05/06/2014 is read both ways; such a date is then marked
    as `AMBIGUOUS`, with its year as the number. What no calendar holds becomes an amount.
    """
    day, _, time = token.code.partition("T")
    figures = [int(part) for part in re.split(r"[./-]", day)]
    if figures[0] > 31 or len(day.split("-")[0]) == 4:
        year, month, day_number = figures
    else:
        first, second, year = figures
        year = full_year(year) if year < 100 else year
        order = slashed_order if "/" in day else "dmy"
        if first > 12 or second > 12:
            order = "mdy" if second > 12 else "dmy"
        if not order and first != second:
            return replace(token, number=year, code=AMBIGUOUS)
        month, day_number = (first, second) if order == "mdy" else (second, first)
    found = real_date(year, month, day_number)
    if found is None:
        return replace(token, kind=Kind.AMOUNT)
    return replace(token, code=found.isoformat() + ("T" + time if time else ""))


def roman(text: str) -> int:
    """Return the number that Roman figures of I, V and X stand for (of a century)."""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def utc_offset(text: str) -> str:
    """Return the ISO offset that "UTC+3", "GMT -5" or "UTC+05:30" stand for; empty where no zone has it."""
    sign = "+" if "+" in text else "-"
    hours, minutes = [*re.findall(r"\d{1,2}", text), "0"][:2]
    return f"{sign}{int(hours):02d}:{int(minutes):02d}" if int(hours) <= 14 and int(minutes) < 60 else ""
