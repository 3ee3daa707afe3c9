"""Rules for spans from one date or hour to another."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from summarizer.grounding.dates.grammar import Found, Layer, Made, Rule
from summarizer.grounding.dates.lexicon import ONTO
from summarizer.grounding.dates.meaning import CalendarDate, Fixed, Meaning, NextDate, Range, Timed, with_year_of
from summarizer.grounding.dates.tokens import Kind, Token

_DATED = (Kind.DATE, Kind.PERIOD)


def _range(found: Found) -> Made:
    first, last = found.all(*_DATED)
    if first.meaning is None or last.meaning is None or first.kind is not last.kind:
        return None
    if any(token.code == ONTO for token in found.all(Kind.AT)):
        return None
    return _made_range(found, first, with_year_of(first.meaning, last.meaning), last, last.meaning)


def _hours_before_day(found: Found) -> Made:
    """ "from 9 a.m. to 5 p.m. on Monday"."""
    first, last = found.one(Kind.TIME), found.tokens[-1]
    if not isinstance(first.meaning, Timed) or not isinstance(last.meaning, Timed):
        return None
    return _made_range(found, first, Timed(first.meaning.time, last.meaning.day), last, last.meaning)


def _hours_behind_day(found: Found) -> Made:
    """ "on Monday from 9 a.m. to 5 p.m."."""
    day = found.tokens[0]
    first, last = found.all(Kind.TIME)
    if isinstance(day.meaning, Timed | Range | Fixed) or not isinstance(first.meaning, Timed):
        return None
    if not isinstance(last.meaning, Timed):
        return None
    start = Token(Kind.DATE, day.start, first.end)
    return _made_range(
        found, start, Timed(first.meaning.time, day.meaning), last, Timed(last.meaning.time, day.meaning)
    )


def _made_range(found: Found, first: Token, start: Meaning, last: Token, end: Meaning) -> Made:
    return found.made(Kind.RANGE, Range(start, end, (first.start, first.end), (last.start, last.end)))


def _row(found: Found) -> Made:
    """ "on March 1 and July 1": the days of a row follow each other."""
    made: list[Token] = []
    before: Meaning | None = None
    for token in found.tokens:
        if token.kind is Kind.DATE:
            if isinstance(before, CalendarDate | NextDate) and _is_bare_day(token.meaning):
                token = replace(token, meaning=NextDate(before, token.meaning))
            before = token.meaning if isinstance(token.meaning, NextDate) or _is_bare_day(token.meaning) else None
        made.append(token)
    return made


def _is_bare_day(meaning: Meaning | None) -> TypeGuard[CalendarDate]:
    return isinstance(meaning, CalendarDate) and meaning == CalendarDate(month=meaning.month, day=meaning.day)


RANGES = Layer(
    Rule("date ((comma? and | comma) date){1,9}", _row),
    Rule("dated joint the? dated", _range),
    Rule("from the? dated joint the? dated", _range),
    Rule("(from|of) the? dated (at|before) the? dated", _range),
    Rule("between the? dated and the? dated", _range),
    Rule("(from|between)? time (joint|and) date", _hours_before_day),
    Rule("date comma? (from|between) time (joint|and) time", _hours_behind_day),
)
