"""Where a rule begins and ends to hold, in sentences of an invented world, published on Sunday 1 June 2025."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.grounding.dates import DateMention, find_dates
from summarizer.grounding.dates.calendar import Period, Unit
from summarizer.grounding.dates.holidays import easter, holiday
from tests.grounding.dates.finder import SUNDAY, timexes

SENTENCES: dict[str, dict[str, str | None]] = {
    "They met in 2010 and 2012.": {"2010": "2010", "2012": "2012"},
    "In 2019 -20 it fell.": {"2019": "2019"},
    "In 2019- 20 it fell.": {"2019": "2019"},
    "They met on the 31st of last month.": {"the 31st of last month": "2025-05-31"},
    "They met on the 32nd of last month.": {"last month": "2025-05"},
    "They met on the 24th of last week.": {"last week": "2025-W21"},
    "They will meet next Monday in June.": {"next Monday": "2025-06-02", "June": "2025-06"},
    "They met on the sixth Monday in June 2025.": {"Monday": "2025-05-26", "June 2025": "2025-06"},
    "They met in the next half of 2024.": {"2024": "2024"},
    "They met in the fifth quarter of 2024.": {"2024": "2024"},
    "They met in the third half of 2024.": {"2024": "2024"},
    "They met in the second half of last month.": {"last month": "2025-05"},
    "They met in the third quarter of last week.": {"the third quarter": "2024-Q3", "last week": "2025-W21"},
    "They met in the third quarter of this year.": {"the third quarter of this year": "2025-Q3"},
    "They met in the summer of last week.": {"the summer": "2025-SU", "last week": "2025-W21"},
    "They will meet at Christmas next week.": {"next week": "2025-W23"},
    "It was so in the 1980S.": {"the 1980S": "198"},
    "It was so at the end of the decade.": {},
    "It was so at the end of days.": {},
    "It was so at the end of the weeks.": {},
    "It was so in the fourth week.": {},
    "They met this day.": {"this day": "2025-06-01"},
    "They met last day.": {},
    "It took twenty-one days.": {"twenty-one days": "P21D"},
    "It took ninety-nine days.": {"ninety-nine days": "P99D"},
    "It took twenty-ten days.": {"ten days": "P10D"},
    "It took nine hundred days.": {"nine hundred days": "P900D"},
    "They met June 30-31.": {"June 30": "2025-06-30"},
    "They met from 5 to 3 June.": {"3 June": "2025-06-03"},
    "They met on 16 May and again three weeks ago.": {"16 May": "2025-05-16", "three weeks ago": "2025-W19"},
    "They met on 16 May and will meet ten days from now.": {"16 May": "2025-05-16", "ten days from now": "2025-06-11"},
    "They left a few days before 2 June.": {"a few days": "PXD", "2 June": "2025-06-02"},
    "They met on Monday, 32 June.": {"Monday": "2025-05-26", "June": "2025-06"},
    # Hours.
    "They met at 2359 GMT on 2 June.": {"2359 GMT on 2 June": "2025-06-02T23:59Z"},
    "They met at 2360 GMT on 2 June.": {"2 June": "2025-06-02"},
    "They met at 2400 GMT on 2 June.": {"2 June": "2025-06-02"},
    "They met at 24 GMT on Monday.": {"24 GMT on Monday": "2025-05-26T24:00Z"},
    "They met at 24.00 on Monday.": {"Monday": "2025-05-26"},
    "They met at 9.5 p.m. on Monday.": {"Monday": "2025-05-26"},
    "They met at 1 a.m. on Monday.": {"1 a.m. on Monday": "2025-05-26T01:00"},
    "They met from 1–3 p.m. on Monday.": {"from 1–3 p.m. on Monday": "2025-05-26T13:00"},
    "They met from 1 to 13 p.m. on Monday.": {"Monday": "2025-05-26"},
    "They met from 0 to 3 p.m. on Monday.": {"3 p.m. on Monday": "2025-05-26T15:00"},
    "On 2 June they met at 6 in the night.": {"2 June": "2025-06-02", "at 6 in the night": "2025-06-02T06:00"},
    "On 2 June they met at 7 in the night.": {"2 June": "2025-06-02", "at 7 in the night": "2025-06-02T19:00"},
    "The 10 night raids failed.": {},
    "They met on 2 May mornings.": {"2 May": "2025-05-02"},
    # The days of a row follow each other.
    "They will meet on 1 March and 1 July.": {"1 March": "2026-03-01", "1 July": "2026-07-01"},
    "They will meet on 1 March, 1 July, and 3 August.": {
        "1 March": "2026-03-01",
        "1 July": "2026-07-01",
        "3 August": "2026-08-03",
    },
    "They will meet on 1 March, Monday and 3 August.": {
        "1 March": "2026-03-01",
        "Monday": "2025-06-02",
        "3 August": "2025-08-03",
    },
}

OTHERS: list[tuple[str, str, dict[str, str | None]]] = [
    ("de", "Am ersten Montagabend im Juni 2024 fror es.", {"Montagabend": "2025-05-26TEV", "Juni 2024": "2024-06"}),
    ("zh", "会谈6月 13:00 举行。", {"6月": "2025-06", "13:00": "2025-06-01T13:00"}),
    ("zh", "会谈1月3日至5日举行。", {"1月3日至5日": "2026-01-03"}),
    ("zh", "会谈2月1日至30日举行。", {"2月1日": "2026-02-01"}),
    ("zh", "会谈1月31日举行。", {"1月31日": "2026-01-31"}),
    ("zh", "会谈1月32日举行。", {"1月": "2026-01"}),
    (
        "uk",
        "Через тиждень о 13:00 посли зустрінуться.",
        {"Через тиждень": "2025-W23", "13:00": "2025-06-01T13:00"},
    ),
    ("es", "Se vieron en los años 60.", {"los años 60": "196"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [*(("en", sentence, expected) for sentence, expected in SENTENCES.items()), *OTHERS],
)
def test_where_a_rule_holds(language: str, sentence: str, expected: dict[str, str | None]) -> None:
    assert timexes(sentence, language=language) == expected


@pytest.mark.parametrize(
    ("sentence", "published", "expected"),
    [
        # A month is compared with the month of publication, whatever the day of it.
        ("They buried the plan for August.", date(2025, 6, 30), "2024-08"),
        ("They met last June.", date(2025, 6, 20), "2024-06"),
        ("They will meet next June.", date(2025, 6, 20), "2026-06"),
        ("They met this June.", date(2025, 6, 20), "2025-06"),
        ("They met on 29 February.", date(2104, 3, 1), "2104-02-29"),
        ("They met at Easter.", date(2025, 1, 5), "2024-03-31"),
        ("They will meet at Easter.", date(2025, 1, 5), "2025-04-20"),
    ],
)
def test_which_of_the_years_is_meant(sentence: str, published: date, expected: str) -> None:
    (mention,) = find_dates(sentence, published=published, language="en")
    assert mention.timex_value == expected


def told(*sentences: str) -> DateMention:
    """Return the last mention of a text, each sentence read after those before it."""
    found: tuple[DateMention, ...] = ()
    for sentence in sentences:
        found += find_dates(sentence, published=SUNDAY, language="en", context=found)
    return found[-1]


def test_only_a_year_before_compares_with_the_quarter_that_was_named() -> None:
    report = "Trade fell in the first quarter of 2025."
    assert told(report, "It had risen a year ago.").timex_value == "2024-Q1"
    assert told(report, "It had risen two years ago.").timex_value == "2023"
    assert told(report, "It had risen about a year ago.").timex_value == "2024"
    assert told(report, "It had risen a month ago.").timex_value == "2025-05"
    assert told(report, "It will rise a year from now.").timex_value == "2026"


def test_the_quarter_reported_on_is_over_and_was_named_within_six_dates() -> None:
    report = "Trade fell in the first quarter of 2025."
    assert told(report, "It will rise in the third quarter of 2025.", "It fell in the quarter.").value == "2025-01"
    assert told(report, *["It was so in 2014."] * 5, "It fell in the quarter.").value == "2025-01"
    assert told(report, *["It was so in 2014."] * 6, "It fell in the quarter.").value is None


def test_a_date_is_remembered_for_twenty_dates() -> None:
    met = "They met on 16 May."
    assert told(met, *["It was so in 2014."] * 19, "The next day they left.").value == "2025-05-17"
    assert told(met, *["It was so in 2014."] * 20, "The next day they left.").value is None
    within = "It was so in 2014, in 2015, and the next day they left."
    assert told(met, *["It was so in 2014."] * 17, within).value == "2025-05-17"
    assert told(met, *["It was so in 2014."] * 18, within).value is None


def test_a_chronicle_is_told_of_twelve_dates_back_and_ends_with_news_in_words() -> None:
    chronicle = ["In 2014 it began.", "On 3 March 2014 a tower fell."]
    bare = "On 11 December the army fled."
    assert told(*chronicle, bare).timex_value == "2014-12-11"
    assert told(chronicle[0], bare).timex_value == "2024-12-11"
    # A day in figures is no news: it may be of the chronicle.
    assert told(*chronicle, "On 28 May the envoy spoke.", bare).timex_value == "2014-12-11"
    assert told(*chronicle, "The envoy spoke yesterday.", bare).timex_value == "2024-12-11"
    assert told(*chronicle, "The envoy spoke last week.", bare).timex_value == "2014-12-11"
    assert told("The envoy spoke yesterday.", *["In 2014 it was so."] * 12, bare).timex_value == "2014-12-11"
    assert told("The envoy spoke yesterday.", *["In 2014 it was so."] * 11, bare).timex_value == "2024-12-11"


def test_an_hour_with_its_half_of_the_day_takes_the_day_named_before() -> None:
    assert told("They meet on 2 June.", "The talks begin 1 p.m.").value == "2025-06-02T13:00"


def test_a_long_row_of_days_is_read_to_its_end() -> None:
    mentions = find_dates("2 June, " * 1000, published=SUNDAY, language="en")
    assert len(mentions) == 1000
    assert mentions[-1].value is not None


def test_easter_moves_between_22_march_and_25_april() -> None:
    # Western Easter, as tables of the Gregorian calendar give it, with its earliest and latest days.
    known = [
        "1598-03-22", "1609-04-19", "1700-04-11", "1818-03-22", "1886-04-25", "1943-04-25", "1954-04-18",
        "1981-04-19", "2049-04-18", "2076-04-19", "2100-03-28", "2200-04-06", "2285-03-22", "2300-04-08",
    ]  # fmt: skip
    assert [easter(int(day[:4])).isoformat() for day in known] == known


def test_a_named_day_may_be_missing_in_a_month() -> None:
    assert holiday("06-mon-5", 2025) == date(2025, 6, 30)
    assert holiday("05-mon-5", 2025) is None
    assert holiday("05-mon--4", 2025) == date(2025, 5, 5)
    assert holiday("05-mon--5", 2025) is None
    assert holiday("05-sat-5", 2025) == date(2025, 5, 31)


def test_a_day_is_its_own_period() -> None:
    assert Period.holding(Unit.DAY, SUNDAY) == Period(Unit.DAY, SUNDAY)
    assert Period(Unit.DAY, SUNDAY).moved(-1).timex() == "2025-05-31"
