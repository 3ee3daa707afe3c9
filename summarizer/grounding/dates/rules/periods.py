"""Rules for parts of a year, decades, centuries and weekends."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from summarizer.grounding.dates.calendar import Unit
from summarizer.grounding.dates.grammar import Found, Layer, Made, Rule
from summarizer.grounding.dates.meaning import CalendarDate, Fixed, PartOfYear, Weekend
from summarizer.grounding.dates.rules.days import MONTHS, SHIFTS, year_of, year_shift_of
from summarizer.grounding.dates.rules.pointing import QUARTER
from summarizer.grounding.dates.tokens import Kind

_NUMBERED = {Unit.QUARTER: 4, Unit.HALF_YEAR: 2}
_LAST = -1


def _numbered_part(found: Found) -> Made:
    """ "the third quarter of 2014", "erstes Halbjahr"."""
    unit, *rest = found.all(Kind.UNIT)
    number = found.number(Kind.ORDINAL) or 0
    if any(other.code != Unit.YEAR for other in rest):
        return None
    for part in (Unit.QUARTER, Unit.HALF_YEAR):
        if unit.code == part and 1 <= number <= _NUMBERED[part]:
            year_shift = (found.number(*SHIFTS) or 0) if rest else None
            return found.made(Kind.PERIOD, _part(part, number, year_of(found), year_shift))
    return None


def _part_of_named_year(found: Found) -> Made:
    """ "the 1988 third quarter", "the year-earlier third quarter"."""
    deictic = found.first(Kind.DEICTIC)
    made = _numbered_part(Found(tuple(token for token in found.tokens if token is not deictic)))
    if not made or deictic is None:
        return made
    meaning = made[0].meaning
    if deictic.code != QUARTER or not isinstance(meaning, PartOfYear):
        return None
    return found.made(Kind.PERIOD, replace(meaning, year_shift=deictic.number))


def _half(found: Found) -> Made:
    number = found.number(Kind.ORDINAL) or (2 if found.number(*SHIFTS) == _LAST else 0)
    units = found.all(Kind.UNIT)
    if not 1 <= number <= 2 or any(unit.code != Unit.YEAR for unit in units):
        return None
    year_shift = (found.number(*SHIFTS) or 0) if units else None
    return found.made(Kind.PERIOD, _part(Unit.HALF_YEAR, number, year_of(found), year_shift))


def _lettered(found: Found) -> Made:
    """ "Q3 2024", "H1 2025"."""
    token = found.one(Kind.QUARTER)
    unit: Literal[Unit.QUARTER, Unit.HALF_YEAR] = Unit.QUARTER if token.code == "Q" else Unit.HALF_YEAR
    return found.made(Kind.PERIOD, _part(unit, token.number, year_of(found), year_shift_of(found)))


def _part(
    unit: Literal[Unit.QUARTER, Unit.HALF_YEAR], number: int, year: int | None, year_shift: int | None
) -> PartOfYear:
    return PartOfYear(unit, number, year, year_shift)


def _part_of_month(found: Found) -> Made:
    """ "the second half of May": the month."""
    return found.made(Kind.PERIOD, CalendarDate(year_of(found), found.number(*MONTHS)))


def _season(found: Found) -> Made:
    number = found.one(Kind.SEASON).number
    if found.has(Kind.UNIT):
        if year_shift_of(found) is None:
            return None
        return found.made(Kind.PERIOD, PartOfYear(Unit.SEASON, number, None, year_shift_of(found)))
    meaning = PartOfYear(Unit.SEASON, number, year_of(found), None, found.number(*SHIFTS))
    return found.made(Kind.PERIOD, meaning)


def _adverbial_season(found: Found) -> Made:
    """ "влітку": a form that is no other word."""
    return _season(found) if found.tokens[0].code else None


def _decade(found: Found) -> Made:
    token = found.one(Kind.DECADE)
    digits = token.code.strip("sS'’‘") or f"19{token.number}"
    # "His 30s" are the years of a life: of two figures alone it needs the article.
    if not digits.endswith("0") or (token.code.startswith(digits) and len(digits) == 2 and not found.has(Kind.THE)):
        return None
    value = digits[:3] if len(digits) == 4 else f"19{digits[0]}"
    return found.made(Kind.FIXED, Fixed(value, "DATE", "a decade is no single date"))


def _named_decade(found: Found) -> Made:
    """ "los años 90", "90-х років": tens of years as a figure."""
    unit, figure = found.one(Kind.UNIT), found.one(Kind.NUMBER, Kind.DAY, Kind.SHORT_YEAR, Kind.ORDINAL)
    if unit.code not in (Unit.YEAR, Unit.DECADE):
        return None
    if figure.number >= 100 and figure.kind is not Kind.ORDINAL:
        return None
    year = figure.number + 1900 if figure.number < 100 else figure.number
    if year % 10 or not 1700 <= year <= 2090 or year == 1900 + 10:
        return None
    return found.made(Kind.FIXED, Fixed(str(year // 10), "DATE", "a decade is no single date"))


def _century(found: Found) -> Made:
    unit, number = found.one(Kind.UNIT), found.one(Kind.ORDINAL, Kind.ROMAN).number
    if unit.code != Unit.CENTURY or not 1 <= number <= 30:
        return None
    return found.made(Kind.FIXED, Fixed(f"{number - 1:02d}", "DATE", "a century is no single date"))


def _weekend(found: Found) -> Made:
    unit = found.one(Kind.UNIT)
    if unit.code != Unit.WEEKEND or unit.number > 1:
        return None
    return found.made(Kind.PERIOD, Weekend())


_OF_YEAR = "of? the? (year | any_shift unit | unit shift_behind | unit)"

PERIODS = Layer(
    Rule("the? ordinal dash? unit", _numbered_part),
    Rule("the? (year|deictic) ordinal dash? unit", _part_of_named_year),
    Rule(f"the? ordinal dash? unit {_OF_YEAR}", _numbered_part),
    Rule(f"the? ordinal half {_OF_YEAR}", _half),
    Rule("the? any_shift half of? year", _half),
    Rule("the? (ordinal|any_shift) (half|unit) of? any_month (of? year)?", _part_of_month),
    Rule("quarter of? (year | shift unit)", _lettered),
    Rule("year quarter", _lettered),
    Rule("(the|any_shift) season", _season),
    Rule("the? season shift_behind", _season),
    # Not behind "to": prices that began to fall, hope that is about to spring up.
    Rule("(?<=before_date)(?<!to) season", _season),
    Rule("season", _adverbial_season),
    Rule("(the|any_shift)? season of? (year | the? any_shift unit | the? unit shift_behind)", _season),
    Rule("the? unit? decade unit?", _decade),
    Rule("ordinal unit", _named_decade),
    Rule("the unit of? the? unit? (number|day|short_year)", _named_decade),
    Rule("the? unit (number|day|short_year) (?!(of? any_month | unit))", _named_decade),
    Rule("the? (ordinal|roman) dash? unit", _century),
    Rule("the? unit roman", _century),
    Rule("the unit", _weekend),
    Rule("(?<=at) unit", _weekend),
)
