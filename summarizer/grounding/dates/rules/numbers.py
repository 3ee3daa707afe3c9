"""Rules that join figures and words into one number, before anything else is read."""

from __future__ import annotations

from dataclasses import replace

from summarizer.grounding.dates.calendar import Unit
from summarizer.grounding.dates.grammar import Found, Layer, Made, Rule
from summarizer.grounding.dates.tokens import Kind

_TENS = range(20, 100, 10)

MARKED = "marked"
"""The code of a year beside which the word for year stands: no other sign is needed."""


def _sum(found: Found) -> Made:
    tens, ones = found.all(Kind.NUMBER)
    if tens.number not in _TENS or not 1 <= ones.number <= 9:
        return None
    return found.made(Kind.NUMBER, None, number=tens.number + ones.number)


def _product(found: Found) -> Made:
    count, hundred = found.tokens
    if hundred.number != 100 or not 1 <= count.number <= 9:
        return None
    return found.made(Kind.NUMBER, None, number=count.number * 100)


def _marked_year(found: Found) -> Made:
    """ "the year 2000", "im Jahr 2014", "2014 року"."""
    unit, year = found.one(Kind.UNIT), found.one(Kind.YEAR)
    if unit.code != Unit.YEAR or unit.number > 1:
        return None
    return [replace(year, start=found.tokens[0].start, end=found.tokens[-1].end, code=MARKED)]


NUMBERS = Layer(
    Rule("number dash? number", _sum),
    Rule("(one|number|day) number", _product),
    Rule("year unit", _marked_year),
    Rule("the? unit of? year", _marked_year),
)
