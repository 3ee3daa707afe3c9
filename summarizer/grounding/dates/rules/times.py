"""Rules for clock times and parts of the day, and for what is put before a date."""

from __future__ import annotations

from summarizer.grounding.dates.calendar import Unit
from summarizer.grounding.dates.figures import IN_FIGURES
from summarizer.grounding.dates.grammar import Found, Layer, Made, Rule
from summarizer.grounding.dates.lexicon import PLURAL_PART
from summarizer.grounding.dates.meaning import Fixed, Range, Timed, WeekdayDate
from summarizer.grounding.dates.scene import REPEATED
from summarizer.grounding.dates.tokens import Kind, Token

_DATED = (Kind.DATE, Kind.PERIOD)


def _clock(found: Found) -> Made:
    token = found.one(Kind.CLOCK, Kind.DAY, Kind.DECIMAL)
    time, unit = _clock_value(token), found.first(Kind.UNIT)
    if time is None or (unit is not None and unit.code != Unit.HOUR):
        return None
    half = found.first(Kind.HALF_OF_DAY)
    if half is not None:
        hour = int(time[1:3])
        if not 1 <= hour <= 12:
            return None
        time = f"T{hour % 12 + half.number:02d}{time[3:]}"
    is_clear = len(found.tokens) > 1 or token.number != IN_FIGURES
    return found.made(Kind.TIME, Timed(time + _zone(found), is_clear=is_clear))


def _zone(found: Found) -> str:
    """Return the offset that a match gives; most names of zones give none."""
    return next((token.code for token in found.all(Kind.ZONE) if token.code), "")


def _hours_of_one_half(found: Found) -> Made:
    """ "from 1 to 3 p.m.": the first hour is of the same half of the day, save in "11 to 1 p.m.".

    "10 to 2 a.m." runs over midnight: no range of one day.
    """
    first, last = found.all(Kind.DAY)
    half, joint = found.one(Kind.HALF_OF_DAY), found.one(Kind.TO, Kind.UNTIL, Kind.DASH)
    if not (1 <= first.number <= 12 and 1 <= last.number <= 12):
        return None
    hours = [token.number % 12 + half.number for token in (first, last)]
    if hours[0] >= hours[1]:
        if not half.number:
            return None
        hours[0] -= 12
    zone = _zone(found)
    start = Token(Kind.TIME, found.tokens[0].start, first.end, meaning=Timed(f"T{hours[0]:02d}:00{zone}"))
    end = Token(Kind.TIME, last.start, found.tokens[-1].end, meaning=Timed(f"T{hours[1]:02d}:00{zone}"))
    return [start, joint, end]


def _clear_clock(found: Found) -> Made:
    """ "at 13:00": the preposition shows that an hour is meant."""
    token = found.tokens[0]
    return found.made(Kind.TIME, Timed(token.code))


def _military(found: Found) -> Made:
    """ "1700 GMT", "at 1500 on Monday"."""
    token = found.tokens[0]
    hours, minutes = divmod(token.number, 100)
    if len(token.code) != 4 or hours > 23 or minutes > 59:
        return found.made(Kind.AMOUNT, None)
    return found.made(Kind.TIME, Timed(f"T{hours:02d}:{minutes:02d}{_zone(found)}"))


def _clock_value(token: Token) -> str | None:
    if token.kind is Kind.CLOCK:
        return token.code
    if token.kind is Kind.DAY:
        return f"T{token.number:02d}:00" if token.number <= 24 else None
    hours, _, minutes = token.code.partition(".")
    if len(minutes) != 2 or not hours.isdigit() or int(hours) > 23 or int(minutes) > 59:
        return None
    return f"T{int(hours):02d}:{minutes}"


def _spoken_hour(found: Found) -> Made:
    """ "at 4 in the morning", "о 9 годині вечора", "à 13 heures"."""
    hour, part, unit = found.one(Kind.DAY, Kind.ORDINAL), found.first(Kind.PART), found.first(Kind.UNIT)
    if hour.number > 24 or (unit is not None and unit.code != Unit.HOUR):
        return None
    later = part is not None and (part.code in ("AF", "EV") or (part.code == "NI" and hour.number > 6))
    number = hour.number + 12 if later and hour.number < 12 else hour.number
    return found.made(Kind.TIME, Timed(f"T{number:02d}:00{_zone(found)}"))


def _hour_of_part(found: Found) -> Made:
    """ "las 10 de la mañana"."""
    return _spoken_hour(found) if found.tokens[-1].number else None


def _adverbial_part(found: Found) -> Made:
    """ "вранці": a form that tells when by itself."""
    return _part(found) if found.tokens[0].number else None


def _part(found: Found) -> Made:
    part = found.one(Kind.PART)
    return None if part.number == PLURAL_PART else found.made(Kind.TIME, Timed("T" + part.code, is_clear=False))


_DAY_BESIDE = "preposition? (weekday | any_day any_month | any_month any_day)"

HOURS = Layer(
    Rule("(?<=(at|from|until|since|to|between)) clock", _clear_clock),
    Rule("(?<=at the) clock", _clear_clock),
    Rule("clock (half_of_day | oclock | unit)? in_zone", _clock),
    Rule("(year|number) zone", _military),
    Rule(f"(?<=at) (year|number) (?={_DAY_BESIDE})", _military),
    Rule(f"(?<=at) decimal (?={_DAY_BESIDE})", _clock),
    Rule("decimal (half_of_day | oclock | unit) in_zone", _clock),
    Rule("(day|decimal) zone", _clock),
    Rule("day (half_of_day | oclock) in_zone", _clock),
    Rule("at the? (day|ordinal) unit ((of|in)? the? part)? in_zone", _spoken_hour),
    Rule("day oclock (of|in)? the? part in_zone", _spoken_hour),
    Rule("from? day joint day half_of_day in_zone", _hours_of_one_half),
    Rule("at the? day (of|in)? the? part", _spoken_hour),
    Rule("at the decimal unit? in_zone", _clock),
    Rule("the day part", _hour_of_part),
    Rule("part day oclock", _spoken_hour),
)

PARTS = Layer(
    Rule("(?<=before_date) the part (?!of)", _part),
    Rule("part (?!(of|date))", _adverbial_part),
    Rule("(?<=before_date) edge dash? part", _part),
)


def _timed(found: Found) -> Made:
    date, time = found.one(Kind.DATE), found.one(Kind.TIME, Kind.PART)
    value = time.meaning.time if isinstance(time.meaning, Timed) else "T" + time.code
    day = date.meaning
    if time.kind is Kind.PART and time.number == PLURAL_PART:
        if not isinstance(day, WeekdayDate):
            return None
        return found.made(Kind.SET, Fixed(f"XXXX-WXX-{day.weekday + 1}{value}", "SET", REPEATED))
    if isinstance(day, Timed):
        # "tonight at 8 p.m.": the hour says more than the part of the day.
        if day.day is None or day.time[1:2].isdigit() or not value[1:2].isdigit():
            return None
        day = day.day
    if isinstance(day, Fixed | Range):
        return None
    return found.made(Kind.DATE, Timed(value, day))


def _widened(found: Found) -> Made:
    token = found.one(*_DATED)
    return found.made(token.kind, token.meaning)


ATTACHED = Layer(
    Rule("time open time close (preposition|of|comma)? date", _timed),
    Rule("time comma? (preposition|of|at)? the? date", _timed),
    Rule("date comma? (at|preposition|in|of)? the? time", _timed),
    Rule("date part", _timed),
    Rule("the? part (of|at)? the? date", _timed),
    Rule("date (of|preposition|at) the? part", _timed),
)

WIDENED = Layer(
    Rule("edge dash? of? (date|period)", _widened),
    Rule("(earlier|later) (date|period)", _widened),
)
