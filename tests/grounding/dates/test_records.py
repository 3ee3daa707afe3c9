"""Every field of a mention, for each kind of date words: nothing of what is handed out is left to chance."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.grounding.dates import DateMention, find_dates
from tests.grounding.dates.finder import SUNDAY

LENGTH = "a length of time is no date"
REPEATED = "a repeated time is no single date"
VAGUE = "the words are too vague for a date"
DECADE = "a decade is no single date"
CENTURY = "a century is no single date"
NO_DAY = "a time without its day"
NO_REFERENCE = "the words count from a date that is not named before them"
NO_QUARTER = "no quarter is named before the words"
UNCLEAR_FIGURES = "the figures do not tell the day from the month"

Record = tuple[str, str | None, str, bool, str | None]
"""Words, TIMEX3 value and type, whether the day of publication was needed, and the reason for having no value."""

ENGLISH: dict[str, list[Record]] = {
    "They met on 2 June 2014.": [("2 June 2014", "2014-06-02", "DATE", False, None)],
    "They met in 2101.": [("2101", "2101", "DATE", False, None)],
    "They met on 2/5/2024.": [("2/5/2024", "2024-XX-XX", "DATE", False, UNCLEAR_FIGURES)],
    "They met in the month of May.": [("the month of May", "2025-05", "DATE", True, None)],
    "They met on the fifth Monday in June 2025.": [
        ("the fifth Monday in June 2025", "2025-06-30", "DATE", False, None),
    ],
    "They will meet at Christmas next year.": [("Christmas next year", "2026-12-25", "DATE", True, None)],
    "They will meet next Thanksgiving.": [("next Thanksgiving", "2025-11-27", "DATE", True, None)],
    "They ruled in 300 BC.": [("300 BC", "BC0300", "DATE", False, "a year before our era has no ISO value here")],
    "They met in H2 of last year.": [("H2 of last year", "2024-H2", "DATE", True, None)],
    "They met in the summer of last year.": [("the summer of last year", "2024-SU", "DATE", True, None)],
    "They met in the summer of 2014.": [("the summer of 2014", "2014-SU", "DATE", False, None)],
    "They met in the 1980s.": [("the 1980s", "198", "DATE", False, DECADE)],
    "They met in the 30th century.": [("the 30th century", "29", "DATE", False, CENTURY)],
    "They met in the first century.": [("the first century", "00", "DATE", False, CENTURY)],
    # Words that point.
    "They met last week.": [("last week", "2025-W21", "DATE", True, None)],
    "They met this month.": [("this month", "2025-06", "DATE", True, None)],
    "They met that month.": [("that month", "2025-06", "DATE", True, NO_REFERENCE)],
    "They met that night.": [("that night", "2025-06-01TNI", "TIME", True, NO_REFERENCE)],
    "They met the next morning.": [("the next morning", "2025-06-02TMO", "TIME", True, NO_REFERENCE)],
    "They met last night.": [("last night", "2025-05-31TNI", "TIME", True, None)],
    "They will meet tomorrow night.": [("tomorrow night", "2025-06-02TNI", "TIME", True, None)],
    "They met the past.": [("the past", "PAST_REF", "DATE", False, VAGUE)],
    "The current crisis is bad.": [("The current", "PRESENT_REF", "DATE", False, VAGUE)],
    "They met the year-earlier third quarter.": [("the year-earlier third quarter", "2024-Q3", "DATE", True, None)],
    "Trade fell in the year-ago period.": [("year-ago period", "2024-Q1", "DATE", True, NO_QUARTER)],
    "They meet now.": [("now", "PRESENT_REF", "DATE", False, VAGUE)],
    # So many units away.
    "They met two years ago.": [("two years ago", "2023", "DATE", True, None)],
    "They met about a year ago.": [("about a year ago", "2024", "DATE", True, "the words say only about when")],
    "They met two days earlier.": [("two days earlier", "P2D", "DURATION", True, NO_REFERENCE)],
    "They met one year earlier.": [("one year earlier", "2024", "DATE", True, NO_REFERENCE)],
    "They met a few days earlier.": [("a few days earlier", "PXD", "DURATION", False, LENGTH)],
    "They met two hours later.": [("two hours later", "PT2H", "DURATION", False, LENGTH)],
    "They met two hours ago.": [("two hours ago", "PT2H", "DURATION", False, LENGTH)],
    "They met several years ago.": [("several years ago", "PAST_REF", "DATE", False, VAGUE)],
    "They will meet several weeks from now.": [("several weeks from now", "FUTURE_REF", "DATE", False, VAGUE)],
    "They will meet ten weeks from now.": [("ten weeks from now", "2025-W32", "DATE", True, None)],
    "They will meet two weeks from Monday.": [("two weeks from Monday", "2025-06-16", "DATE", True, None)],
    "They will meet two weeks from 2 June 2025.": [
        ("two weeks", "P2W", "DURATION", False, LENGTH),
        ("2 June 2025", "2025-06-02", "DATE", False, None),
    ],
    "They will meet a few weeks from Monday.": [
        ("a few weeks", "PXW", "DURATION", False, LENGTH),
        ("Monday", "2025-06-02", "DATE", True, None),
    ],
    # Lengths and what comes back.
    "It took a minute and a half.": [("a minute and a half", "PT1M30S", "DURATION", False, LENGTH)],
    "It took a week and a half.": [("a week and a half", "P1W", "DURATION", False, LENGTH)],
    "Nothing moved in past weeks.": [("past weeks", "PXW", "DURATION", False, LENGTH)],
    "Nothing moved in the past hour.": [("the past hour", "PT1H", "DURATION", False, LENGTH)],
    "They meet every day.": [("every day", "P1D", "SET", False, REPEATED)],
    "They meet every 3 days.": [("every 3 days", "P3D", "SET", False, REPEATED)],
    "They meet daily.": [("daily", "P1D", "SET", False, REPEATED)],
    "They meet on Mondays.": [("Mondays", "XXXX-WXX-1", "SET", False, REPEATED)],
    "They meet every Tuesday.": [("every Tuesday", "XXXX-WXX-2", "SET", False, REPEATED)],
    "They met on Monday mornings.": [("Monday mornings", "XXXX-WXX-1TMO", "SET", False, REPEATED)],
    # Hours.
    "They met at 13:00 on 2 June 2014.": [("13:00 on 2 June 2014", "2014-06-02T13:00", "TIME", False, None)],
    "They met on Monday at 23.00 GMT.": [("Monday at 23.00 GMT", "2025-05-26T23:00Z", "TIME", True, None)],
    "They met at 23.59 on Monday.": [("23.59 on Monday", "2025-05-26T23:59", "TIME", True, None)],
    "They met at 15 hours on Monday.": [("at 15 hours on Monday", "2025-05-26T15:00", "TIME", True, None)],
    "They met this morning at 9 a.m.": [("this morning at 9 a.m.", "2025-06-01T09:00", "TIME", True, None)],
    "They met in the evening.": [("the evening", "2025-06-01TEV", "TIME", True, NO_DAY)],
}

OTHERS: list[tuple[str, str, list[Record]]] = [
    ("es", "La pasada semana 3 soldados murieron.", [("La pasada semana", "2025-W21", "DATE", True, None)]),
    ("es", "Se vieron el mes de mayo de 2024.", [("el mes de mayo de 2024", "2024-05", "DATE", False, None)]),
    ("es", "Se vieron el año de mayo.", [("mayo", "2025-05", "DATE", True, None)]),
    ("es", "Se vieron en los años '60.", [("los años '60", "196", "DATE", False, DECADE)]),
    ("es", "Se reunirán en dos semanas.", [("en dos semanas", "P2W", "DURATION", True, None)]),
    ("es", "Se reunieron en dos semanas.", [("en dos semanas", "P2W", "DURATION", False, LENGTH)]),
    ("es", "Se vieron hace dos horas.", [("hace dos horas", "PT2H", "DURATION", False, LENGTH)]),
    ("es", "Se vieron hace unas semanas.", [("hace unas semanas", "PXW", "DURATION", False, LENGTH)]),
    ("es", "Se vieron hace dos años.", [("hace dos años", "P2Y", "DURATION", True, None)]),
    (
        "es",
        "Será las 10 de la noche del lunes.",
        [("las 10 de la noche del lunes", "2025-06-02T22:00", "TIME", True, None)],
    ),
    ("fr", "Ils se verront dans un an.", [("dans un an", "2026", "DATE", True, None)]),
    ("fr", "Ils se sont vus la veille.", [("la veille", "2025-05-31", "DATE", True, NO_REFERENCE)]),
    ("uk", "Через тиждень посли зустрінуться.", [("Через тиждень", "2025-W23", "DATE", True, None)]),
    ("uk", "Через годину посли зустрінуться.", []),
    ("uk", "Вранці посли говорили.", [("Вранці", "2025-06-01TMO", "TIME", True, NO_DAY)]),
    ("uk", "Взимку посли говорили.", [("Взимку", "2024-WI", "DATE", True, VAGUE)]),
    ("uk", "У 90-х роках було тихо.", [("90-х роках", "199", "DATE", False, DECADE)]),
    ("uk", "У 2090-х роках було тихо.", [("2090-х роках", "209", "DATE", False, DECADE)]),
    ("uk", "У 2100-х роках було тихо.", []),
    ("uk", "У 1995-х роках було тихо.", []),
    ("ru", "В 1700-х годах было тихо.", [("1700-х годах", "170", "DATE", False, DECADE)]),
    ("ru", "В 1690-х годах было тихо.", []),
    ("de", "Am Montagabend trafen sie sich.", [("Montagabend", "2025-05-26TEV", "TIME", True, None)]),
    ("zh", "会谈12月1日举行。", [("12月1日", "2025-12-01", "DATE", True, None)]),
    ("zh", "会谈13月1日举行。", []),
    ("zh", "会谈2024年12月举行。", [("2024年12月", "2024-12", "DATE", False, None)]),
    ("zh", "会谈12月5日至3日举行。", [("12月5日", "2025-12-05", "DATE", True, None)]),
]


def record(mention: DateMention) -> Record:
    return mention.text, mention.timex_value, mention.timex_type, mention.relative, mention.reason


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [*(("en", sentence, expected) for sentence, expected in ENGLISH.items()), *OTHERS],
)
def test_a_mention_in_all_its_fields(language: str, sentence: str, expected: list[Record]) -> None:
    mentions = find_dates(sentence, published=SUNDAY, language=language)
    assert [record(mention) for mention in mentions] == expected
    assert all((mention.value is None) == (mention.reason is not None) for mention in mentions)


@pytest.mark.parametrize(
    ("language", "sentence", "whole", "parts"),
    [
        ("en", "They met from March to May of 2014.", "from March to May of 2014",
         {"March": "2014-03", "May of 2014": "2014-05"}),
        ("en", "They talked March-May 2014.", "March-May 2014", {"March": "2014-03", "May 2014": "2014-05"}),
        ("en", "They met between 2010 and 2012.", "between 2010 and 2012", {"2010": "2010", "2012": "2012"}),
        ("en", "In 1999-00 it fell.", "1999-00", {"1999": "1999", "00": "2000"}),
        ("en", "They met from 30 to 31 May.", "from 30 to 31 May", {"30": "2025-05-30", "31 May": "2025-05-31"}),
        ("en", "They met from Monday to Friday.", "from Monday to Friday",
         {"Monday": "2025-05-26", "Friday": "2025-05-30"}),
        ("en", "They met from 9 until 11 a.m. GMT on Monday.", "from 9 until 11 a.m. GMT on Monday",
         {"from 9": "2025-05-26T09:00Z", "11 a.m. GMT on Monday": "2025-05-26T11:00Z"}),
        ("en", "They met from 12 to 1 p.m. on Monday.", "from 12 to 1 p.m. on Monday",
         {"from 12": "2025-05-26T12:00", "1 p.m. on Monday": "2025-05-26T13:00"}),
        ("en", "They met from 1 to 12 p.m. on Monday.", "from 1 to 12 p.m. on Monday",
         {"from 1": "2025-05-26T01:00", "12 p.m. on Monday": "2025-05-26T12:00"}),
        ("en", "On 2 June, between 9 a.m. and 5 p.m., they talk.", "2 June, between 9 a.m. and 5 p.m.",
         {"2 June, between 9 a.m.": "2025-06-02T09:00", "5 p.m.": "2025-06-02T17:00"}),
        ("en", "From 9 a.m. to Monday at 5 p.m. they talked.", "From 9 a.m. to Monday at 5 p.m.",
         {"9 a.m.": "2025-05-26T09:00", "Monday at 5 p.m.": "2025-05-26T17:00"}),
        ("zh", "会谈12月1日至31日举行。", "12月1日至31日", {"12月1日": "2025-12-01", "31日": "2025-12-31"}),
        ("zh", "会谈2024年6月3日至5日举行。", "2024年6月3日至5日",
         {"2024年6月3日": "2024-06-03", "5日": "2024-06-05"}),
    ],
)  # fmt: skip
def test_the_ends_of_a_range_have_their_own_words(
    language: str, sentence: str, whole: str, parts: dict[str, str]
) -> None:
    (mention,) = find_dates(sentence, published=SUNDAY, language=language)
    assert mention.text == whole
    assert {part.text: part.timex_value for part in mention.parts} == parts
    assert [mention.value, mention.end_value] == list(parts.values())
    first = mention.parts[0]
    assert (mention.timex_value, mention.timex_type, mention.reason) == (first.timex_value, first.timex_type, None)


HOURLESS = [
    "last week", "next month", "in two weeks", "three weeks ago", "in June 2024", "this summer", "at the weekend",
    "at the end of the month", "in the third quarter", "in 2024", "last June",
    "in the week of 2 June", "in Q3 2024", "in June of last year", "in the second half of 2024",
]  # fmt: skip
WITH_HOURS = {
    "in two days": "2025-06-03", "three days ago": "2025-05-29", "at the end of the day": "2025-06-01",
    "on Christmas Day 2024": "2024-12-25", "two days after 2 June 2024": "2024-06-04", "today": "2025-06-01",
    "a week from Monday": "2025-06-09", "on the first Monday in July": "2025-07-07", "on the 5th of June": "2025-06-05",
    "on the 24th of next month": "2025-07-24", "next 4 July": "2025-07-04",
}  # fmt: skip


@pytest.mark.parametrize("words", HOURLESS)
def test_an_hour_does_not_belong_to_a_week_or_anything_longer(words: str) -> None:
    *_, hour = find_dates(f"They will meet {words} at 13:00.", published=SUNDAY, language="en")
    assert (hour.text, hour.timex_type) == ("13:00", "TIME")


@pytest.mark.parametrize(("words", "day"), WITH_HOURS.items())
def test_an_hour_belongs_to_the_day_before_it(words: str, day: str) -> None:
    (mention,) = find_dates(f"They will meet {words} at 13:00.", published=SUNDAY, language="en")
    assert (mention.value, mention.timex_type) == (f"{day}T13:00", "TIME")


def test_an_hour_belongs_to_the_day_that_a_length_leads_to() -> None:
    *_, left = find_dates("They met on 16 May and left two days later at 13:00.", published=SUNDAY, language="en")
    assert (left.text, left.value) == ("two days later at 13:00", "2025-05-18T13:00")
    (mention,) = find_dates("Se reunirán en dos días a las 13:00.", published=SUNDAY, language="es")
    assert mention.value == "2025-06-03T13:00"


def test_hours_that_run_over_midnight_are_no_range_of_one_day() -> None:
    (mention,) = find_dates("They met from 10 to 2 a.m. on Monday.", published=SUNDAY, language="en")
    assert (mention.text, mention.value, mention.end_value) == ("2 a.m. on Monday", "2025-05-26T02:00", None)


@pytest.mark.parametrize(
    ("sentence", "published", "expected"),
    [
        # What is to be told of a quarter may be of one of the last two that are over.
        ("Output will grow in the first quarter.", date(2025, 8, 15), "2025-Q1"),
        ("Output will grow in the first quarter.", date(2025, 11, 15), "2026-Q1"),
        ("Output fell in the second quarter.", date(2025, 5, 15), "2025-Q2"),
        ("Output fell in the third quarter.", date(2025, 5, 15), "2024-Q3"),
        ("They will meet next summer.", date(2025, 7, 15), "2026-SU"),
        ("They met last summer.", date(2025, 7, 15), "2024-SU"),
        ("They will meet in the spring.", date(2025, 7, 15), "2026-SP"),
        ("They will meet in the summer.", date(2025, 7, 15), "2025-SU"),
        ("They met in the summer.", date(2025, 7, 15), "2025-SU"),
        ("They met in the autumn.", date(2025, 7, 15), "2024-FA"),
        ("They met this winter.", date(2025, 7, 15), "2025-WI"),
    ],
)
def test_which_part_of_which_year_is_meant(sentence: str, published: date, expected: str) -> None:
    (mention,) = find_dates(sentence, published=published, language="en")
    assert mention.timex_value == expected
