"""Rules for days, months and years of the calendar, weekdays and named days."""

from __future__ import annotations

from dataclasses import replace

from summarizer.grounding.dates.calendar import LONGEST_MONTHS, Unit
from summarizer.grounding.dates.figures import AMBIGUOUS, full_year
from summarizer.grounding.dates.grammar import Found, Layer, Made, Rule
from summarizer.grounding.dates.holidays import WEEKDAYS
from summarizer.grounding.dates.meaning import (
    CalendarDate,
    Fixed,
    Holiday,
    Meaning,
    Range,
    Timed,
    WeekdayDate,
    with_year_of,
)
from summarizer.grounding.dates.rules.numbers import MARKED
from summarizer.grounding.dates.scene import REPEATED
from summarizer.grounding.dates.tokens import Kind, Token

MONTHS = (Kind.MONTH, Kind.MAYBE_MONTH)
SHIFTS = (Kind.SHIFT, Kind.SHIFT_SPAN, Kind.SHIFT_BEHIND)
_DAYS = (Kind.DAY, Kind.ORDINAL)
_SEPARATORS = (Kind.COMMA, Kind.AND)
_LAST = -1
_FIRST_SIGNED_YEAR = 100


def year_of(found: Found) -> int | None:
    """Return the year that a match gives, a short one ('94) in full."""
    token = found.first(Kind.YEAR, Kind.SHORT_YEAR)
    if token is None:
        return None
    return token.number if token.kind is Kind.YEAR else full_year(token.number)


def year_shift_of(found: Found) -> int | None:
    """Return the years from the one of publication that "last year" in a match gives."""
    if (deictic := found.first(Kind.DEICTIC)) is not None:
        return deictic.number if deictic.code == Unit.YEAR else None
    unit = found.first(Kind.UNIT)
    return found.number(*SHIFTS) if unit is not None and unit.code == Unit.YEAR else None


def _calendar_date(found: Found) -> CalendarDate | None:
    month, day = found.number(*MONTHS), found.number(*_DAYS)
    if day is not None and not 1 <= day <= 31:
        return None
    if found.has(Kind.UNIT) and year_shift_of(found) is None:
        return None
    return CalendarDate(year_of(found), month, day, found.number(Kind.WEEKDAY), year_shift_of(found))


def _day(found: Found) -> Made:
    meaning = _calendar_date(found)
    if meaning is None:
        return None
    article, *rest = found.tokens
    if article.kind is Kind.THE:
        return [article, *Found(tuple(rest)).made(Kind.DATE, meaning)]
    return found.made(Kind.DATE, meaning)


def _quoted_day(found: Found) -> Made:
    """ "‘15 June’": the apostrophe is a quotation mark, and what follows no year."""
    quoted, *rest = found.tokens
    day = replace(quoted, kind=Kind.DAY, start=quoted.start + 1)
    return _day(Found((day, *rest)))


def _month(found: Found) -> Made:
    meaning = _calendar_date(found)
    return found.made(Kind.PERIOD, meaning) if meaning else None


def _signed(found: Found) -> Made:
    """ "2025年6月2日", "6月2日", "2025年6月", "2025年": the sign says what the figure before it is."""
    figures: dict[Kind, int] = {}
    for figure, sign in zip(found.tokens[::2], found.tokens[1::2], strict=True):
        figures[sign.kind] = figure.number
    year, month = figures.get(Kind.YEAR_SIGN), figures.get(Kind.MONTH_SIGN)
    day = figures.get(Kind.DAY_SIGN)
    if year is not None and year < _FIRST_SIGNED_YEAR:
        # "三年": how long, not when.
        return None
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    return found.made(Kind.PERIOD if day is None else Kind.DATE, CalendarDate(year, month, day))


def _signed_range(found: Found) -> Made:
    """ "6月3日至5日"."""
    *head, first, sign, _, last, last_sign = found.tokens
    month = head[-2].number
    year = head[0].number if len(head) > 2 else None
    if not (1 <= month <= 12 and 1 <= first.number < last.number <= LONGEST_MONTHS[month]):
        return None
    ends = CalendarDate(year, month, first.number), CalendarDate(year, month, last.number)
    return found.made(Kind.RANGE, Range(*ends, (head[0].start, sign.end), (last.start, last_sign.end)))


def _year(found: Found) -> Made:
    return found.made(Kind.PERIOD, CalendarDate(year=year_of(found)))


def _bare_year(found: Found) -> Made:
    """A year without a preposition that shows it to be one: of our times, and not a round figure."""
    token = found.tokens[0]
    likely = 1900 < token.number < 2100 and token.number % 100
    return _year(found) if likely or token.code == MARKED else None


def _two_years(found: Found) -> Made:
    """ "2019-20": a season, a school year."""
    first, dash, last = found.tokens
    if first.end != dash.start or dash.end != last.start or last.number != (first.number + 1) % 100:
        return None
    years = CalendarDate(year=first.number), CalendarDate(year=first.number + 1)
    return found.made(Kind.RANGE, Range(*years, (first.start, first.end), (last.start, last.end)))


def _years(found: Found) -> Made:
    """ "1775–1778", "between 1789 and 1792", "1938 та 1940 років"."""
    first, last = found.all(Kind.YEAR)
    if first.number >= last.number:
        return None
    meanings = CalendarDate(year=first.number), CalendarDate(year=last.number)
    spans = (first.start, first.end), (last.start, last.end)
    if not found.has(Kind.AND) or found.has(Kind.BETWEEN):
        return found.made(Kind.RANGE, Range(*meanings, *spans))
    return [Token(Kind.PERIOD, *span, meaning=meaning) for meaning, span in zip(meanings, spans, strict=True)]


def _before_christ(found: Found) -> Made:
    number = found.number(Kind.YEAR, Kind.NUMBER, Kind.DAY)
    return found.made(Kind.FIXED, Fixed(f"BC{number:04d}", "DATE", "a year before our era has no ISO value here"))


def _shifted_month(found: Found) -> Made:
    day, unit = found.number(*_DAYS), found.first(Kind.UNIT)
    if unit is not None and unit.code not in (Unit.DAY, Unit.MONTH):
        return None
    meaning = CalendarDate(month=found.number(*MONTHS), day=day, shift=found.number(*SHIFTS))
    return found.made(Kind.DATE if day else Kind.PERIOD, meaning)


def _day_of_shifted_month(found: Found) -> Made:
    """ "the 24th of last month"."""
    day = found.one(*_DAYS).number
    if found.one(Kind.UNIT).code != Unit.MONTH or not 1 <= day <= 31:
        return None
    return found.made(Kind.DATE, CalendarDate(day=day, month_shift=found.number(*SHIFTS)))


def _named_month(found: Found) -> Made:
    """ "le mois de mai", "el mes de mayo de 2024"."""
    if found.one(Kind.UNIT).code != Unit.MONTH:
        return None
    return found.made(Kind.PERIOD, CalendarDate(year_of(found), found.number(*MONTHS)))


def _months(found: Found) -> Made:
    """ "from March to May 2014"."""
    first, last = found.all(*MONTHS)
    end = CalendarDate(year_of(found), last.number)
    start = with_year_of(CalendarDate(month=first.number), end)
    return found.made(Kind.RANGE, Range(start, end, (first.start, first.end), (last.start, found.tokens[-1].end)))


def _shifted_day(found: Found) -> Made:
    """ "el pasado día 3", "el próximo día 9 de julio"."""
    article, *rest = found.tokens
    if article.kind is Kind.THE:
        made = _shifted_day(Found(tuple(rest)))
        return [article, *made] if made else None
    return _shifted_month(found) if found.one(Kind.UNIT).code == Unit.DAY else None


def _day_by_number(found: Found) -> Made:
    """ "el día 8"."""
    unit = found.one(Kind.UNIT)
    return found.made(Kind.DATE, CalendarDate(day=found.number(Kind.DAY))) if unit.code == Unit.DAY else None


def _range_in_month(found: Found) -> Made:
    """ "from 3 to 5 June 2014", "March 26-28": a range whose ends share what one of them says."""
    first, last = found.all(*_DAYS)
    month, year = found.number(*MONTHS), year_of(found)
    if first.number >= last.number or last.number > LONGEST_MONTHS[month or 1]:
        return None
    inner = [token for token in found.tokens if token.kind not in (Kind.FROM, Kind.BETWEEN, Kind.OF, Kind.THE)]
    spans = (inner[0].start, first.end), (last.start, inner[-1].end)
    ends = [CalendarDate(year, month, token.number) for token in (first, last)]
    return found.made(Kind.RANGE, Range(ends[0], ends[1], *spans))


def _days_in_month(found: Found) -> Made:
    """ "3, 4 and 6 June": as many dates."""
    month, year = found.number(*MONTHS), year_of(found)
    days = found.all(*_DAYS)
    made = {
        day.start: Token(Kind.DATE, day.start, day.end, meaning=CalendarDate(year, month, day.number)) for day in days
    }
    first, last = made[days[0].start], made[days[-1].start]
    made[first.start] = replace(first, start=found.tokens[0].start)
    made[last.start] = replace(last, end=found.tokens[-1].end)
    kept = [token for token in found.tokens if token.kind in _SEPARATORS]
    between = [token for token in kept if days[0].start < token.start < days[-1].start]
    return sorted([*made.values(), *between], key=lambda token: token.start)


def _numeric(found: Found) -> Made:
    token = found.tokens[-1]
    if token.code == AMBIGUOUS:
        reason = "the figures do not tell the day from the month"
        return found.made(Kind.DATE, Fixed(f"{token.number:04d}-XX-XX", "DATE", reason))
    day, _, time = token.code.partition("T")
    year, month, day_number = (int(part) for part in day.split("-"))
    meaning: Meaning = CalendarDate(year, month, day_number)
    return found.made(Kind.DATE, Timed("T" + time, meaning) if time else meaning)


def _weekday(found: Found) -> Made:
    token = found.one(Kind.WEEKDAY)
    unit, shift = found.first(Kind.UNIT), found.number(*SHIFTS)
    if unit is not None and unit.code != Unit.WEEK:
        return None
    if unit is None:
        meaning: Meaning = WeekdayDate(token.number, shift=shift)
    else:
        meaning = WeekdayDate(token.number, week_shift=shift or 0)
    # One word can hold both: "Montagabend".
    return found.made(Kind.DATE, Timed("T" + token.code, meaning) if token.code else meaning)


def _weekday_of_month(found: Found) -> Made:
    """ "the first Monday in May", "the last Friday of June 2024"."""
    place, weekday = found.number(Kind.ORDINAL, *SHIFTS) or 0, found.one(Kind.WEEKDAY)
    if not (1 <= place <= 5 or place == _LAST) or (found.has(*SHIFTS) and place != _LAST) or weekday.code:
        return None
    rule = f"{found.one(*MONTHS).number:02d}-{WEEKDAYS[weekday.number]}-{place}"
    return found.made(Kind.DATE, Holiday(rule, year_of(found)))


def _weekday_of_week(found: Found) -> Made:
    token = found.tokens[0]
    return found.made(Kind.DATE, WeekdayDate(token.number, week_shift=int(token.code)))


def _numbered_day(found: Found) -> Made:
    """ "Monday the 2nd", "on the 2nd": in figures only, for "Friday, the fourth day" is another thing."""
    return _day(found) if found.one(Kind.ORDINAL).code else None


def _holiday(found: Found) -> Made:
    token = found.one(Kind.HOLIDAY)
    if found.has(Kind.UNIT) and year_shift_of(found) is None:
        return None
    meaning = Holiday(token.code, year_of(found), year_shift_of(found), found.number(*SHIFTS))
    return found.made(Kind.DATE, meaning)


def _every(found: Found) -> Made:
    weekday, month = found.first(Kind.WEEKDAY), found.number(*MONTHS)
    value = f"XXXX-WXX-{weekday.number + 1}" if weekday else f"XXXX-{month:02d}"
    return found.made(Kind.SET, Fixed(value, "SET", REPEATED))


_ON = "(any_shift? weekday (comma|the){0,2})?"
_THE_DAY = "the? any_day dot? of? any_month"
_NO_MONTH = "(?! dot? of? any_month)"
_LAST_YEAR = "(any_shift unit | unit shift_behind | deictic)"

DAYS = Layer(
    Rule(f"{_ON} numeric_date", _numeric),
    Rule(f"{_ON} {_THE_DAY} ((comma|of)? any_year)?", _day),
    Rule(f"weekday open ({_THE_DAY} | any_month the? any_day) (comma? any_year)? close", _day),
    Rule(f"({_THE_DAY} | any_month the? any_day) (comma? any_year)? open weekday close", _day),
    # "El lunes 2", "Montag, dem 2.".
    Rule("(?<=the) weekday day (?!(dot? (unit|of|month|maybe_month|dash)))", _day),
    Rule("weekday comma? the day dot (?! of? any_month)", _day),
    # "In May 25 people died": behind "in" there is no day.
    Rule(f"(?<!in) {_ON} any_month the? any_day", _day),
    Rule(f"{_ON} any_month the? any_day comma? any_year", _day),
    Rule("the? any_day dot? (of? the? (any_shift unit | unit shift_behind))", _day_of_shifted_month),
    Rule("(?<=(preposition|since|until|from|to|before|after)) the ordinal (?=(comma|dot|close|$))", _numbered_day),
    Rule(f"{_ON} {_THE_DAY} of? the? (shift unit | shift_behind unit | unit shift_behind)", _day),
    Rule("(from|of)? the? any_day dot? joint the? any_day dot? of? any_month ((comma|of)? any_year)?", _range_in_month),
    Rule("between the? any_day dot? and the? any_day dot? of? any_month ((comma|of)? any_year)?", _range_in_month),
    Rule("(from|of) the? any_day dot? (at|before) any_day dot? of? any_month (of? any_year)?", _range_in_month),
    Rule(f"from? any_month any_day joint any_day (comma? any_year)? {_NO_MONTH}", _range_in_month),
    Rule(f"between any_month any_day and any_day (comma? any_year)? {_NO_MONTH}", _range_in_month),
    Rule(
        "the? any_day dot? (comma the? any_day dot?){0,9} comma? and the? any_day dot? of? any_month (of? any_year)?",
        _days_in_month,
    ),
    Rule(f"any_month any_day (comma any_day){{0,9}} comma? and any_day (comma? any_year)? {_NO_MONTH}", _days_in_month),
    Rule("(year|number) year_sign day month_sign day day_sign", _signed),
    Rule("(year|number) year_sign (day month_sign)?", _signed),
    Rule("day month_sign (day day_sign)?", _signed),
    Rule("((year|number) year_sign)? day month_sign day day_sign joint day day_sign", _signed_range),
    Rule("weekday (the|comma){0,2} ordinal", _numbered_day),
    Rule("any_month (comma|of)? any_year", _month),
    Rule("month of? the? (any_shift unit | unit shift_behind)", _month),
    Rule("(?<=(in|since|until|edge)) maybe_month of? the? (any_shift unit | unit shift_behind)", _month),
    Rule(f"the? {_LAST_YEAR} comma? (in|at)? any_month", _month),
    Rule(f"the? {_LAST_YEAR} the? any_day dot? of? any_month", _day),
    Rule(f"(?<=(in|at)) any_month {_LAST_YEAR}", _month),
    Rule(f"the? any_day dot? of? any_month {_LAST_YEAR}", _day),
    Rule("the? unit of any_month (of? any_year)?", _named_month),
    Rule("any_shift any_month", _shifted_month),
    Rule("any_month shift_behind", _shifted_month),
    Rule("any_shift any_month the? any_day", _shifted_month),
    Rule("any_shift any_month the? any_day comma? any_year", _day),
    Rule("short_year of? any_month ((comma|of)? year)?", _quoted_day),
    Rule(f"{_ON} {_THE_DAY} shift_behind", _shifted_month),
    Rule("the? any_shift unit any_day (of? any_month)?", _shifted_day),
    Rule("(?<=(the|to|of)) unit day (?=(comma|dot|close|at|to|and|$))", _day_by_number),
    Rule("the? (ordinal|any_shift) weekday (of|in)? any_month (of? any_year)?", _weekday_of_month),
    Rule("any_shift unit of any_month", _shifted_month),
    Rule("(from|between) any_month (joint|and) any_month (of? any_year)?", _months),
    Rule("any_month dash any_month (of? any_year)?", _months),
    Rule("month", _month),
    Rule("(?<=(in|since|until|edge|earlier|later)) maybe_month (?!possessive)", _month),
    Rule("(?<=edge dash) maybe_month", _month),
    Rule("year (?!unit|month|number)", _bare_year),
    Rule("(?<=before_date|the|open|shift) year (?!unit|month)", _year),
    Rule("year dash (day|number)", _two_years),
    Rule("(from|between)? year (dash|to|and) year", _years),
    Rule("(year|number|day) unit? bc", _before_christ),
    Rule("weekday", _weekday),
    Rule("weekday_of_week", _weekday_of_week),
    Rule("any_shift weekday", _weekday),
    Rule("weekday shift_behind", _weekday),
    Rule("weekday of? the? (any_shift unit | unit shift_behind)", _weekday),
    Rule("any_shift? holiday (comma? of? year | of? the? any_shift unit)?", _holiday),
    Rule("every (weekday | any_month)", _every),
)
