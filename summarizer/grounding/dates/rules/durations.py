"""Rules for counts of units: durations, sets, and dates so many units away."""

from __future__ import annotations

from dataclasses import replace

from summarizer.grounding.dates.calendar import CLOCK_UNITS, Unit
from summarizer.grounding.dates.grammar import Found, Layer, Made, Rule
from summarizer.grounding.dates.lexicon import AHEAD, LATER, PLURAL, SPAN
from summarizer.grounding.dates.meaning import Ahead, Anchor, Counted, Fixed, Length, Shifted, WeekdayDate
from summarizer.grounding.dates.rules.days import SHIFTS
from summarizer.grounding.dates.rules.pointing import PAST
from summarizer.grounding.dates.scene import LENGTH, REPEATED, VAGUE
from summarizer.grounding.dates.tokens import Kind, Token

_VAGUE = -1
_PLURAL = 2

# Half of a unit, as TIMEX3 puts it behind the whole ones.
_HALVES = {Unit.YEAR: "6M", Unit.HOUR: "30M", Unit.MINUTE: "30S"}
_QUANTITIES = (Kind.DAY, Kind.NUMBER, Kind.ONE, Kind.VAGUE)

# How TIMEX3 writes the units that have no letter of their own.
_MULTIPLES = {Unit.DECADE: (10, "Y"), Unit.CENTURY: (100, "Y"), Unit.HALF_YEAR: (6, "M"), Unit.SEASON: (3, "M")}


def duration_value(unit: Unit, amount: int) -> str:
    """Return the TIMEX3 value of so many units; an amount below zero means an unknown one."""
    factor, letter = _MULTIPLES.get(unit, (1, unit.value))
    count = "X" if amount < 0 else str(amount * factor)
    if unit is Unit.MINUTE:
        return f"PT{count}M"
    return f"P{'T' if unit in CLOCK_UNITS else ''}{count}{letter}"


def _duration(found: Found) -> Made:
    unit, quantity = found.one(Kind.UNIT), found.all(*_QUANTITIES)
    amount = _VAGUE if not quantity or quantity[-1].kind is Kind.VAGUE else quantity[-1].number
    value = duration_value(Unit(unit.code), amount)
    if found.has(Kind.FRACTION):
        value += _HALVES.get(Unit(unit.code), "")
    about, bounded = found.has(Kind.APPROXIMATE), found.has(*SHIFTS)
    meaning = Fixed(value, "DURATION", LENGTH, about=about, bounded=bounded)
    return found.made(Kind.DURATION, meaning, number=amount, code=unit.code)


def _several(found: Found) -> Made:
    """ "recent months", "the past year": units without a count."""
    unit = found.one(Kind.UNIT)
    plural = unit.number == _PLURAL or any(token.code == PLURAL for token in found.tokens)
    amount = _VAGUE if plural else 1
    if amount == 1 and not any(token.code == PAST for token in found.tokens):
        return None
    value = duration_value(Unit(unit.code), amount)
    return found.made(Kind.DURATION, Fixed(value, "DURATION", LENGTH), number=amount, code=unit.code)


def _age(found: Found) -> Made:
    return found.made(Kind.WORD, None)


def _every(found: Found) -> Made:
    unit = found.one(Kind.UNIT)
    value = duration_value(Unit(unit.code), found.number(Kind.DAY, Kind.NUMBER) or 1)
    return found.made(Kind.SET, Fixed(value, "SET", REPEATED))


DURATIONS = Layer(
    Rule("the? any_shift? approximate? quantity filler? dash? unit (?!dash? old)", _duration),
    Rule("the? any_shift? approximate? quantity fraction? unit fraction? (?!old)", _duration),
    Rule("approximate one filler? dash? unit fraction? (?!dash? old)", _duration),
    Rule("(?<!(amount|number)) one filler? dash? unit fraction? (?!dash? old)", _duration),
    Rule("quantity dash? unit dash? old", _age),
    Rule("the? (any_shift|fixed|preposition|in) unit", _several),
    Rule("every quantity? unit", _every),
)


def _away(found: Found, sign: int, anchor: Anchor) -> Made:
    duration = found.one(Kind.DURATION)
    unit = Unit(duration.code)
    if unit in CLOCK_UNITS:
        return found.made(Kind.DURATION, duration.meaning)
    if duration.number < 0:
        reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return found.made(Kind.FIXED, Fixed(reference, "DATE", VAGUE))
    kind = Kind.DATE if unit is Unit.DAY else Kind.PERIOD
    about = _is_about(duration)
    compares = sign < 0 and unit is Unit.YEAR and duration.number == 1 and not about
    return found.made(kind, Shifted(unit, sign * duration.number, anchor, about=about, compares=compares))


def _is_about(duration: Token) -> bool:
    return isinstance(duration.meaning, Fixed) and duration.meaning.about


def _ago(found: Found) -> Made:
    made = _away(found, -1, Anchor.PUBLICATION)
    return _as_length(found, made) if found.tokens[0].code == SPAN else made


def _one_ago(found: Found) -> Made:
    """ "рік тому", "неделю назад": one unit, without a word for one."""
    token = found.one(Kind.UNIT)
    if token.number > 1 or Unit(token.code) in CLOCK_UNITS:
        return None
    kind = Kind.DATE if token.code == Unit.DAY else Kind.PERIOD
    about = found.has(Kind.APPROXIMATE)
    compares = token.code == Unit.YEAR and not about
    return found.made(kind, Shifted(Unit(token.code), -1, about=about, compares=compares))


def _beside(found: Found) -> Made:
    """ "two days later"; of years the year that is meant is named as often as the length: "a year earlier"."""
    made = _away(found, -1 if found.has(Kind.EARLIER) else 1, Anchor.REFERENCE)
    duration = found.one(Kind.DURATION)
    if duration.code == Unit.YEAR and duration.number > 0:
        return made
    return _as_length(found, made)


def _as_length(found: Found, made: Made) -> Made:
    """Give what leads to a date the TIMEX3 value of its length."""
    duration = found.one(Kind.DURATION)
    if not made or not isinstance(duration.meaning, Fixed):
        return made
    meaning = made[0].meaning
    if not isinstance(meaning, Shifted):
        return found.made(Kind.DURATION, duration.meaning)
    return [replace(made[0], meaning=Length(duration.meaning.timex_value, meaning))]


def _hence(found: Found) -> Made:
    return _away(found, 1, Anchor.PUBLICATION)


def _from_today(found: Found) -> Made:
    """ "from today" without a length of time before it."""
    return found.made(Kind.DATE, Shifted(Unit.DAY, 0)) if found.tokens[0].code else None


def _week_from(found: Found) -> Made:
    """ "a week from Monday"."""
    duration, _, last = found.tokens
    if duration.code != Unit.WEEK or duration.number < 0 or not isinstance(last.meaning, WeekdayDate):
        return None
    return found.made(Kind.DATE, Counted(Unit.DAY, 7 * duration.number, last.meaning))


def _ahead(found: Found) -> Made:
    duration = found.one(Kind.DURATION)
    length = duration.meaning
    if duration.number < 0 or Unit(duration.code) in CLOCK_UNITS or not isinstance(length, Fixed) or length.bounded:
        return None
    unit, code = Unit(duration.code), found.tokens[0].code
    meaning = Ahead(
        unit,
        duration.number,
        duration_value(unit, duration.number),
        about=length.about,
        certain=code == AHEAD,
        later=code == LATER,
        named_by_length=code == SPAN,
    )
    return found.made(Kind.DATE if unit is Unit.DAY else Kind.PERIOD, meaning)


def _in_one(found: Found) -> Made:
    """ "через тиждень": one unit, without a word for one."""
    token, unit = found.tokens
    if token.code != LATER or unit.number > 1 or Unit(unit.code) in CLOCK_UNITS:
        return None
    value = duration_value(Unit(unit.code), 1)
    kind = Kind.DATE if unit.code == Unit.DAY else Kind.PERIOD
    return found.made(kind, Ahead(Unit(unit.code), 1, value, later=True))


def _counted(found: Found) -> Made:
    duration, last = found.tokens[0], found.tokens[-1]
    if duration.number < 0 or last.meaning is None or Unit(duration.code) in CLOCK_UNITS:
        return None
    length = duration.meaning if isinstance(duration.meaning, Fixed) else None
    amount = -duration.number if found.has(Kind.BEFORE) else duration.number
    spans = (duration.start, duration.end), (last.start, last.end)
    return found.made(last.kind, Counted(Unit(duration.code), amount, last.meaning, length, *spans))


def _week_of(found: Found) -> Made:
    """ "the week of 2 June"."""
    origin = found.tokens[-1].meaning
    if found.one(Kind.UNIT).code != Unit.WEEK or origin is None:
        return None
    return found.made(Kind.PERIOD, Counted(Unit.WEEK, 0, origin))


AWAY = Layer(
    Rule("the? unit of date", _week_of),
    Rule("duration ago", _ago),
    Rule("approximate? unit ago", _one_ago),
    Rule("duration hence", _hence),
    Rule("hence", _from_today),
    Rule("duration from date", _week_from),
    Rule("back duration", _ago),
    Rule("duration (earlier|later)", _beside),
    Rule("in duration", _ahead),
    Rule("in unit", _in_one),
    Rule("duration (before|after) date", _counted),
)
