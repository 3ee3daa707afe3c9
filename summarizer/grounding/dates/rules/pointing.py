"""Rules for words that point: today, last week, the next day, this morning."""

from __future__ import annotations

from summarizer.grounding.dates.calendar import CLOCK_UNITS, Unit
from summarizer.grounding.dates.grammar import Found, Layer, Made, Rule
from summarizer.grounding.dates.lexicon import PLURAL
from summarizer.grounding.dates.meaning import Anchor, Fixed, Meaning, SameQuarter, Shifted, Timed
from summarizer.grounding.dates.rules.days import SHIFTS
from summarizer.grounding.dates.scene import VAGUE
from summarizer.grounding.dates.tokens import Kind

PAST = "PAST_REF"
"""What the data writes beside words such as "past", which point to a stretch of time, not to a date."""

REFERENCE = "R"
"""What it writes beside words that count from another day in one word: "la veille"."""

QUARTER = "Q"
"""What it writes beside words for the quarter that was named last: "the latest quarter"."""

_REFERRING = (Kind.REFERRING, Kind.REFERRING_BEHIND)
_NAMED_BY_UNIT = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)


def _shifted_unit(found: Found) -> Made:
    token, shift = found.one(Kind.UNIT), found.first(*SHIFTS)
    unit = Unit(token.code)
    if unit in CLOCK_UNITS or (shift and (token.number > 1 or shift.code in (PAST, PLURAL))):
        return None
    if unit is Unit.DAY and shift and shift.number < 0:
        return None
    amount = found.number(*SHIFTS, *_REFERRING) or 0
    meaning = Shifted(unit, amount, _anchor(found, unit), about=found.has(Kind.SHIFT_SPAN))
    return found.made(Kind.DATE if unit is Unit.DAY else Kind.PERIOD, meaning)


def _anchor(found: Found, unit: Unit) -> Anchor:
    """Tell what pointing words count from: "the next day" is told of another day, "next week" of today."""
    if found.has(*_REFERRING) or unit is Unit.DAY:
        return Anchor.REFERENCE
    return Anchor.PUBLICATION


def _shifted_part(found: Found) -> Made:
    part = found.one(Kind.PART)
    amount = found.number(*SHIFTS, *_REFERRING) or 0
    narrated = found.has(*_REFERRING) or amount > 0
    day = Shifted(Unit.DAY, amount, Anchor.REFERENCE if narrated else Anchor.PUBLICATION)
    return found.made(Kind.DATE, Timed("T" + part.code, day))


def _deictic(found: Found) -> Made:
    token = found.one(Kind.DEICTIC)
    if token.code == QUARTER:
        return found.made(Kind.PERIOD, SameQuarter(token.number)) if len(found.tokens) == 1 else None
    unit, _, part = token.code.partition("T")
    anchor = Anchor.REFERENCE if unit == REFERENCE else Anchor.PUBLICATION
    day: Meaning = Shifted(Unit.DAY if unit == REFERENCE else Unit(unit), token.number, anchor)
    kind = Kind.DATE if unit in (REFERENCE, Unit.DAY) else Kind.PERIOD
    return found.made(kind, Timed("T" + part, day) if part else day)


def _pointing_alone(found: Found) -> Made:
    """ "the past", "current"."""
    token = found.one(*SHIFTS)
    if not token.code.endswith("_REF"):
        return None
    return found.made(Kind.FIXED, Fixed(token.code, "DATE", VAGUE))


def _unit_at_hand(found: Found) -> Made:
    """ "the end of the month", "later in the day"."""
    unit = found.one(Kind.UNIT)
    if unit.number > 1 or unit.code not in _NAMED_BY_UNIT:
        return None
    if unit.code == Unit.DAY:
        return found.made(Kind.DATE, Shifted(Unit.DAY, 0, Anchor.LATEST))
    return found.made(Kind.PERIOD, Shifted(Unit(unit.code), 0))


_COUNTED = "filler? dash? (unit|day|number|vague|one|weekday|any_month|season|part|approximate|decimal)"

POINTING = Layer(
    Rule("deictic (comma? weekday)?", _deictic),
    Rule("(?<!the) pointing filler? unit", _shifted_unit),
    Rule("(the pointing | shift_span) filler? unit (?!of)", _shifted_unit),
    Rule("the? unit (shift_behind|referring_behind)", _shifted_unit),
    Rule("the? (pointing | shift_span) part", _shifted_part),
    Rule("the? part (shift_behind|referring_behind)", _shifted_part),
    Rule(f"the? any_shift (?! {_COUNTED})", _pointing_alone),
    Rule("edge (of|the){0,2} unit (?!(of any_month | shift_behind | referring_behind))", _unit_at_hand),
    Rule("(earlier|later) in the unit", _unit_at_hand),
)
