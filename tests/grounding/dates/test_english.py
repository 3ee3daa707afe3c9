"""English date words, in sentences of an invented world, published on Sunday 1 June 2025."""

from __future__ import annotations

from datetime import date

import pytest

from tests.grounding.dates.finder import timexes, values

DAYS = {
    "They will meet on Monday (2 June).": {"Monday (2 June)": "2025-06-02"},
    "They will meet on June 2, 2025 (Monday).": {"June 2, 2025 (Monday)": "2025-06-02"},
    "The envoys of Ardland met on 2 June.": {"2 June": "2025-06-02"},
    "They met on June 2, 2014, in the harbour.": {"June 2, 2014": "2014-06-02"},
    "They met on Monday, 2nd June, 2014; nobody spoke.": {"Monday, 2nd June, 2014": "2014-06-02"},
    "They will meet on the 5th of September.": {"5th of September": "2025-09-05"},
    "They met on Sept. 5.": {"Sept. 5": "2024-09-05"},
    "Talks are set for Monday the 2nd.": {"Monday the 2nd": "2025-06-02"},
    "The paper bears the date 2014-09-05.": {"2014-09-05": "2014-09-05"},
    "The paper bears the date 25/12/2014.": {"25/12/2014": "2014-12-25"},
    "The paper bears the date 02.06.2025.": {"02.06.2025": "2025-06-02"},
    "New rounds were due on 1 August and 2 November.": {"1 August": "2025-08-01", "2 November": "2025-11-02"},
    "Rounds were held on 30 December and 3 January.": {"30 December": "2024-12-30", "3 January": "2025-01-03"},
    "They will meet on 3 and 5 June.": {"3": "2025-06-03", "5 June": "2025-06-05"},
    "The envoy left on Christmas Eve 2024.": {"Christmas Eve 2024": "2024-12-24"},
    "They prayed on Good Friday.": {"Good Friday": "2025-04-18"},
    "They dined last Thanksgiving.": {"last Thanksgiving": "2024-11-28"},
}

POINTING = {
    "The truce holds from today.": {"from today": "2025-06-01"},
    "The truce holds from today to Tuesday.": {"from today to Tuesday": "2025-06-01/2025-06-03"},
    "They spoke last year in May.": {"last year in May": "2024-05"},
    "They will speak in the next three days.": {"the next three days": None},
    "Earlier today the envoy said so.": {"Earlier today": "2025-06-01"},
    "He arrived yesterday evening.": {"yesterday evening": "2025-05-31"},
    "He will speak tomorrow morning.": {"tomorrow morning": "2025-06-02"},
    "The day before yesterday nothing happened.": {"The day before yesterday": "2025-05-30"},
    "They spoke last night.": {"last night": "2025-05-31"},
    "They will speak tonight at 8 p.m.": {"tonight at 8 p.m.": "2025-06-01T20:00"},
    "They spoke last week.": {"last week": "2025-W21"},
    "The talks last week of all envoys failed.": {"last week": "2025-W21"},
    "The last year of talks was hard.": {},
    "They met by mid-afternoon yesterday.": {"mid-afternoon yesterday": "2025-05-31"},
    "They will speak next month.": {"next month": "2025-07"},
    "They spoke three days ago.": {"three days ago": "2025-05-29"},
    "They spoke twenty-five years ago.": {"twenty-five years ago": "2000"},
    "They will meet ten days from now.": {"ten days from now": "2025-06-11"},
    "They will meet a week from Monday.": {"a week from Monday": "2025-06-09"},
    "They will meet in two weeks.": {"in two weeks": "2025-W24"},
    "They met last Tuesday.": {"last Tuesday": "2025-05-27"},
    "They met on Friday last week.": {"Friday last week": "2025-05-23"},
    "Talks begin on Tuesday of next week.": {"Tuesday of next week": "2025-06-03"},
    "A deal is due by the end of the month.": {"the end of the month": "2025-06"},
    "It rained over the weekend.": {"the weekend": "2025-05-31/2025-06-01"},
}

PERIODS = {
    "The talks failed in early May.": {"early May": "2025-05"},
    "The talks failed in late 2012.": {"late 2012": "2012"},
    "The talks failed in mid-May.": {"mid-May": "2025-05"},
    "The talks failed at the end of March.": {"the end of March": "2025-03"},
    "The talks failed in March last year.": {"March last year": "2024-03"},
    "The talks failed in the second half of May.": {"the second half of May": "2025-05"},
    "The talks failed in June 2014.": {"June 2014": "2014-06"},
    "The talks failed in the summer of 2014.": {"the summer of 2014": "2014"},
    "The talks failed in the third quarter of 2014.": {"the third quarter of 2014": "2014-07/2014-09"},
    "Output fell in Q3 2024.": {"Q3 2024": "2024-07/2024-09"},
    "They will meet in the week of 2 June.": {"the week of 2 June": "2025-W23"},
    "In October, the envoy called it a farce.": {"October": "2024-10"},
    "The vote will be held in November.": {"November": "2025-11"},
}

CLOCK = {
    "They met at 9:30am on Tuesday, June 3, 2025.": {"9:30am on Tuesday, June 3, 2025": "2025-06-03T09:30"},
    "They met at 1500 on Monday.": {"1500 on Monday": "2025-05-26T15:00"},
    "They met at 15.00 on Monday.": {"15.00 on Monday": "2025-05-26T15:00"},
    "They met at 10am EST on 2 June.": {"10am EST on 2 June": "2025-06-02T10:00"},
    "They met at 1 p.m. local time on 2 June.": {"1 p.m. local time on 2 June": "2025-06-02T13:00"},
    "They met on 2 June at 10:00 UTC+3.": {"2 June at 10:00 UTC+3": "2025-06-02T10:00+03:00"},
    "They met at 13:00 GMT on 2 June.": {"13:00 GMT on 2 June": "2025-06-02T13:00Z"},
    "The talks begin at 13:00 on 2 June.": {"13:00 on 2 June": "2025-06-02T13:00"},
    "The talks began at 9 a.m. Friday.": {"9 a.m. Friday": "2025-05-30T09:00"},
    "They ended at 9.30 p.m. on Friday.": {"9.30 p.m. on Friday": "2025-05-30T21:30"},
    "They ended at noon on Friday.": {"noon on Friday": "2025-05-30T12:00"},
    # Nobody can tell which of the two midnights is meant; the day is what the words give.
    "They ended at midnight on Friday.": {"midnight on Friday": "2025-05-30"},
    "They met on 2 June at 1 p.m. (10:00 GMT).": {
        "2 June at 1 p.m.": "2025-06-02T13:00",
        "10:00 GMT": "2025-06-02T10:00Z",
    },
    "They met at 6 p.m. (1700 GMT) on Saturday.": {"6 p.m. (1700 GMT) on Saturday": "2025-05-31T18:00"},
    "On Friday they met at 4 in the morning.": {"Friday": "2025-05-30", "at 4 in the morning": "2025-05-30T04:00"},
    "They will meet at 14:30 EEST (UTC+3) on Monday.": {"14:30 EEST (UTC+3) on Monday": "2025-06-02T14:30+03:00"},
    "It was sent on 2025-06-02T13:00Z.": {"2025-06-02T13:00Z": "2025-06-02T13:00Z"},
}

RANGES = {
    "They met from 1 to 3 p.m. on Monday.": {"from 1 to 3 p.m. on Monday": "2025-05-26T13:00/2025-05-26T15:00"},
    "They met from 11 to 1 p.m. on Monday.": {"from 11 to 1 p.m. on Monday": "2025-05-26T11:00/2025-05-26T13:00"},
    "The talks run 2–4 June.": {"2–4 June": "2025-06-02/2025-06-04"},
    "The talks ran between Monday and Wednesday.": {"between Monday and Wednesday": "2025-05-26/2025-05-28"},
    "The talks run from 3 to 5 June.": {"from 3 to 5 June": "2025-06-03/2025-06-05"},
    "The talks run between 3 and 5 June 2026.": {"between 3 and 5 June 2026": "2026-06-03/2026-06-05"},
    "The talks ran March 26-28.": {"March 26-28": "2025-03-26/2025-03-28"},
    "The talks run from 30 May to 2 June.": {"from 30 May to 2 June": "2025-05-30/2025-06-02"},
    "The talks ran from 30 December to 3 January.": {"from 30 December to 3 January": "2024-12-30/2025-01-03"},
    "The truce held from March to May 2014.": {"from March to May 2014": "2014-03/2014-05"},
    "The truce held in 2009-2010.": {"2009-2010": "2009/2010"},
    "The truce of 2019-20 held.": {"2019-20": "2019/2020"},
    "They will talk from 9 a.m. to 5 p.m. on Monday.": {
        "from 9 a.m. to 5 p.m. on Monday": "2025-06-02T09:00/2025-06-02T17:00"
    },
}


@pytest.mark.parametrize(("sentence", "expected"), [*DAYS.items(), *POINTING.items(), *PERIODS.items()])
def test_days_and_periods(sentence: str, expected: dict[str, str]) -> None:
    assert values(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), [*CLOCK.items(), *RANGES.items()])
def test_hours_and_ranges(sentence: str, expected: dict[str, str]) -> None:
    assert values(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The envoy said on Monday that it was over.", "2025-05-26"),
        ("The envoy will land on Monday.", "2025-06-02"),
        ("The talks are scheduled for Monday.", "2025-06-02"),
        ("The sides agreed to meet again on Monday.", "2025-06-02"),
        ("The results will be announced on Monday.", "2025-06-02"),
        ("They would have met on Monday.", "2025-05-26"),
        ("It had been scheduled for Monday.", "2025-06-02"),
        ("The rebels have until Monday to answer.", "2025-06-02"),
        ("On Monday the envoy flew home.", "2025-05-26"),
        ("On Monday the envoy will fly home.", "2025-06-02"),
        ("The envoy flew home on Sunday.", "2025-06-01"),
        ("The envoy flew home next Monday.", "2025-06-02"),
        ("The envoy will come as last Monday.", "2025-05-26"),
    ],
)
def test_the_tense_beside_a_weekday_gives_its_direction(sentence: str, expected: str) -> None:
    assert list(values(sentence).values()) == [expected]


def test_each_weekday_of_a_sentence_follows_its_own_verb() -> None:
    sentence = "On 30 May, the envoy said on Friday that his team will be in Vell on Monday morning."
    assert values(sentence) == {"30 May": "2025-05-30", "Friday": "2025-05-30", "Monday morning": "2025-06-02"}


def test_the_nearest_year_is_meant_close_to_the_publication_whatever_the_tense() -> None:
    assert values("The talks ended on 30 December.", published=date(2025, 1, 5)) == {"30 December": "2024-12-30"}
    assert values("The talks will end on 3 January.", published=date(2024, 12, 20)) == {"3 January": "2025-01-03"}
    assert values("The team attended the round on 2 June.") == {"2 June": "2025-06-02"}


def test_the_weekday_beside_a_date_tells_its_year() -> None:
    assert values("They met on Thursday 5 September.") == {"Thursday 5 September": "2024-09-05"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He slept on Friday night.", {"Friday night": "2025-05-30TNI"}),
        ("The truce lasts 48 hours.", {"48 hours": "PT48H"}),
        ("A 30-day truce was offered.", {"30-day": "P30D"}),
        ("They fought for two and a half years.", {"two and a half years": "P2Y6M"}),
        ("They fought for several months.", {"several months": "PXM"}),
        ("They meet every Monday.", {"every Monday": "XXXX-WXX-1"}),
        ("They meet daily.", {"daily": "P1D"}),
        ("The hills were calm in the 1990s.", {"the 1990s": "199"}),
        ("It was signed in the 20th century.", {"the 20th century": "19"}),
        ("The hills are calm now.", {"now": "PRESENT_REF"}),
    ],
)
def test_what_is_no_date_is_found_without_a_value(sentence: str, expected: dict[str, str]) -> None:
    assert timexes(sentence) == expected
    assert set(values(sentence).values()) <= {None, "2025-05-30"}
