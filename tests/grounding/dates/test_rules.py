"""The edges of each group of rules, in sentences of an invented world, published on Sunday 1 June 2025."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.grounding.dates import find_dates
from tests.grounding.dates.finder import SUNDAY, timexes, values

PARTS_OF_YEARS = {
    "Trade fell in the 2014 third quarter.": {"the 2014 third quarter": "2014-Q3"},
    "Trade fell in the year-earlier third quarter.": {"the year-earlier third quarter": "2024-Q3"},
    "Prices began to fall.": {},
    "Output fell in the first half of 2024.": {"the first half of 2024": "2024-H1"},
    "Output fell in the last half of 1989.": {"the last half of 1989": "1989-H2"},
    "Output fell in the second half of last year.": {"the second half of last year": "2024-H2"},
    "Output fell in the second half of the year.": {"the second half of the year": "2025-H2"},
    "The team led in the second half.": {},
    "Output fell in the fourth quarter of last year.": {"the fourth quarter of last year": "2024-Q4"},
    "Output fell in the third quarter.": {"the third quarter": "2024-Q3"},
    "Output fell in the second quarter.": {"the second quarter": "2025-Q2"},
    "Output will grow in the third quarter.": {"the third quarter": "2025-Q3"},
    "Output will grow in the first quarter.": {"the first quarter": "2025-Q1"},
    "Output grew in H1 2025.": {"H1 2025": "2025-H1"},
    "Output grew in 2024 Q2.": {"2024 Q2": "2024-Q2"},
    "They met last summer.": {"last summer": "2024-SU"},
    "They met last spring.": {"last spring": "2025-SP"},
    "They met this spring.": {"this spring": "2025-SP"},
    "They will meet next spring.": {"next spring": "2026-SP"},
    "They will meet next summer.": {"next summer": "2026-SU"},
    "They met in the winter of 2014.": {"the winter of 2014": "2014-WI"},
    "They met in the autumn of last year.": {"the autumn of last year": "2024-FA"},
    "It was so in the '80s and in the 70s.": {"the '80s": "198", "the 70s": "197"},
    "It was so in the 1985s.": {},
    "It was so in the 31st century.": {},
    "They met over the weekend.": {"the weekend": "2025-W22-WE"},
    "They will meet at the weekend.": {"the weekend": "2025-W22-WE"},
    "They will meet next weekend.": {"next weekend": "2025-W23-WE"},
    "They met last weekend.": {"last weekend": "2025-W21-WE"},
    "They will decide later this year.": {"later this year": "2025"},
    "They met earlier in the month.": {"earlier in the month": "2025-06"},
}

NAMED_DAYS = {
    "They met at Christmas.": {"Christmas": "2024-12-25"},
    "They will meet at Christmas.": {"Christmas": "2025-12-25"},
    "They met last Christmas.": {"last Christmas": "2024-12-25"},
    "They will meet next Easter.": {"next Easter": "2026-04-05"},
    "They met at Easter 2014.": {"Easter 2014": "2014-04-20"},
    "They met at Christmas last year.": {"Christmas last year": "2024-12-25"},
    "They kept Orthodox Easter.": {},
}

HOURS = {
    "They met at 23 GMT on 2 June.": {"23 GMT on 2 June": "2025-06-02T23:00Z"},
    "They met at 25 GMT on 2 June.": {"2 June": "2025-06-02"},
    "They met at 12 a.m. on 2 June.": {"12 a.m. on 2 June": "2025-06-02T00:00"},
    "They met at 12 p.m. on 2 June.": {"12 p.m. on 2 June": "2025-06-02T12:00"},
    "They met at 13 p.m. on 2 June.": {"2 June": "2025-06-02"},
    "They met at 0 a.m. on 2 June.": {"2 June": "2025-06-02"},
    "They met at 25:00 on 2 June.": {"2 June": "2025-06-02"},
    "They met at 13:60 on 2 June.": {"2 June": "2025-06-02"},
    "They met at 24:00 on 2 June.": {"24:00 on 2 June": "2025-06-02T24:00"},
    "They met at 9:15:30 on 2 June.": {"9:15:30 on 2 June": "2025-06-02T09:15:30"},
    "They met at 8pm on 2 June.": {"8pm on 2 June": "2025-06-02T20:00"},
    "On 2 June they met at 8 in the evening.": {"2 June": "2025-06-02", "at 8 in the evening": "2025-06-02T20:00"},
    "On 2 June they met at 12 in the afternoon.": {
        "2 June": "2025-06-02",
        "at 12 in the afternoon": "2025-06-02T12:00",
    },
    "On 2 June they met at 5 in the night.": {"2 June": "2025-06-02", "at 5 in the night": "2025-06-02T05:00"},
    "On 2 June they met in the morning.": {"2 June": "2025-06-02", "the morning": "2025-06-02TMO"},
    "They met on 2 June at 1700 GMT.": {"2 June at 1700 GMT": "2025-06-02T17:00Z"},
    "They met on 2 June at 1799 GMT.": {"2 June": "2025-06-02"},
    "They met on 2 June at 10:00 (GMT -5:30).": {"2 June at 10:00 (GMT -5:30)": "2025-06-02T10:00-05:30"},
    "They met on 2 June at 10:00 UTC+14.": {"2 June at 10:00 UTC+14": "2025-06-02T10:00+14:00"},
    "They met on 2 June at 10:00 UTC+19.": {"2 June at 10:00 UTC+19": "2025-06-02T10:00"},
}

LENGTHS = {
    "They left two hours before 2 June.": {"two hours": "PT2H", "2 June": "2025-06-02"},
    "They left two weeks before June 2024.": {"two weeks": "P2W", "June 2024": "2024-06"},
    "They sail on Tuesday nights.": {"Tuesday nights": "XXXX-WXX-2TNI"},
    "Of all dark nights it was the worst.": {},
    "They left a few days later.": {"a few days later": "PXD"},
    "It will be so in the next three years.": {"the next three years": "P3Y"},
    "It took two hundred years.": {"two hundred years": "P200Y"},
    "It took twenty-five days.": {"twenty-five days": "P25D"},
    "It took 5 1/2 hours.": {"5 1/2 hours": "PT5H30M"},
    "It took 24 hours and 30 minutes.": {"24 hours": "PT24H", "30 minutes": "PT30M"},
    "It took three decades.": {"three decades": "P30Y"},
    "It took two centuries.": {"two centuries": "P200Y"},
    "It took a few weeks.": {"a few weeks": "PXW"},
    "It took at least two more weeks.": {"at least two more weeks": "P2W"},
    "It was the worst of the past year.": {"the past year": "P1Y"},
    "Nothing moved in recent months.": {"recent months": "PXM"},
    "Nothing moves in the coming weeks.": {"the coming weeks": "PXW"},
    "They meet every two weeks.": {"every two weeks": "P2W"},
    "They march each July.": {"each July": "XXXX-07"},
    "Prices rose by $5 a month.": {},
    "They met two hours ago.": {"two hours ago": "PT2H"},
    "They met several years ago.": {"several years ago": "PAST_REF"},
    "They met a decade ago.": {"a decade ago": "201"},
    "They will meet in 48 hours.": {"48 hours": "PT48H"},
    "It was the best in two weeks.": {"in two weeks": "P2W"},
    "They left two days after 2 June.": {"two days after 2 June": "2025-06-04"},
    "They left two weeks before 2 June.": {"two weeks before 2 June": "2025-W21"},
    "It was so in the past.": {"the past": "PAST_REF"},
}

FIGURES = {
    "The tower of 1066 has fallen.": {"1066": "1066"},
    "A fleet of 1945 ships has fallen.": {},
    "The ‘15 June’ plan has fallen.": {"15 June": "2025-06-15"},
    "In 1000 they came.": {"1000": "1000"},
    "In 2199 they come.": {"2199": "2199"},
    "In 2200 they come.": {},
    "They fought in 999.": {},
    "The year 2000 was calm.": {"The year 2000": "2000"},
    "Lanes 2000 and 1900 are shut.": {},
    "The 1994 elections were fair.": {"1994": "1994"},
    "The plan '94 was kept.": {},
    "They met in June '94 and in May '14.": {"June '94": "1994-06", "May '14": "2014-05"},
    "It reigned in 1200 BC.": {"1200 BC": "BC1200"},
    "Between 2010 and 2012 it fell.": {"2010": "2010", "2012": "2012"},
    "In 2012-2010 it fell.": {"2012": "2012", "2010": "2010"},
    "In 2019-21 it fell.": {"2019": "2019"},
    "On September 11, 2001 attacks began.": {"September 11, 2001": "2001-09-11"},
    "The paper is dated 1/13/2024.": {"1/13/2024": "2024-01-13"},
    "The paper is dated 13/13/2024.": {},
    "The paper is dated 31.06.2024.": {},
    "The paper is dated 02.06.49 and 02.06.50.": {"02.06.49": "2049-06-02", "02.06.50": "1950-06-02"},
}


@pytest.mark.parametrize(
    ("sentence", "expected"), [*PARTS_OF_YEARS.items(), *NAMED_DAYS.items(), *HOURS.items(), *LENGTHS.items()]
)
def test_timex_values(sentence: str, expected: dict[str, str]) -> None:
    assert timexes(sentence) == expected


def ends(sentence: str) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for mention in find_dates(sentence, published=SUNDAY, language="en"):
        found |= {part.text: part.timex_value for part in mention.parts or (mention,)}
    return found


@pytest.mark.parametrize(("sentence", "expected"), FIGURES.items())
def test_figures(sentence: str, expected: dict[str, str]) -> None:
    assert ends(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "published", "expected"),
    [
        # 45 days away the nearest year is meant, 46 days away the tense decides.
        ("They met on 16 July.", SUNDAY, "2025-07-16"),
        ("They will meet on 17 April.", SUNDAY, "2025-04-17"),
        ("They will meet on 16 April.", SUNDAY, "2026-04-16"),
        # A month before the verb of the past is never to come; behind it, it may be.
        ("In June they met.", date(2025, 5, 20), "2024-06"),
        ("They agreed a round in June.", date(2025, 5, 20), "2025-06"),
        ("In June they met.", SUNDAY, "2025-06"),
        # A past that is five times as far as the coming day is not meant.
        ("They met on 31 July.", SUNDAY, "2025-07-31"),
        ("They met on 1 August.", SUNDAY, "2024-08-01"),
        ("They met on 16 August.", date(2025, 6, 20), "2025-08-16"),
        ("They met on 29 February.", date(2025, 3, 2), "2024-02-29"),
        ("They met on 29 February.", date(1900, 3, 2), "1896-02-29"),
    ],
)
def test_which_year_is_meant(sentence: str, published: date, expected: str) -> None:
    assert list(values(sentence, published=published).values()) == [expected]


@pytest.mark.parametrize(
    ("sentence", "published", "expected"),
    [
        ("It was scheduled for Wednesday.", date(2025, 6, 3), "2025-06-04"),
        ("It was scheduled for Monday.", date(2025, 6, 3), "2025-06-02"),
        ("It was scheduled for Tuesday.", date(2025, 6, 3), "2025-06-03"),
        ("They met last Tuesday.", date(2025, 6, 3), "2025-05-27"),
        ("They meet next Tuesday.", date(2025, 6, 3), "2025-06-10"),
        ("This Tuesday they meet.", date(2025, 6, 3), "2025-06-03"),
        ("They meet this Friday.", date(2025, 6, 3), "2025-06-06"),
        ("They met this Monday.", date(2025, 6, 3), "2025-06-02"),
        ("They met on Monday of this week.", date(2025, 6, 3), "2025-06-02"),
    ],
)
def test_which_week_is_meant(sentence: str, published: date, expected: str) -> None:
    assert list(values(sentence, published=published).values()) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On Monday from 9 a.m. to 5 p.m. they will talk.", ("2025-06-02T09:00", "2025-06-02T17:00")),
        ("They talked from Wednesday to Monday.", ("2025-05-28", "2025-06-02")),
        ("They will talk from Friday to Tuesday.", ("2025-06-06", "2025-06-10")),
        ("They talked from November to February 2024.", ("2023-11", "2024-02")),
        ("They talked from December 2023 to February 2024.", ("2023-12", "2024-02")),
        ("They talked March-May 2014.", ("2014-03", "2014-05")),
        ("They talked between March 3 and 5, 2014.", ("2014-03-03", "2014-03-05")),
        ("They talked from 2 June 2014 to 3 June 2015.", ("2014-06-02", "2015-06-03")),
    ],
)
def test_ranges_run_forwards(sentence: str, expected: tuple[str, str]) -> None:
    (mention,) = find_dates(sentence, published=SUNDAY, language="en")
    assert (mention.value, mention.end_value) == expected
    assert [part.value for part in mention.parts] == list(expected)


def test_the_parts_of_a_mention_carry_their_own_words() -> None:
    (mention,) = find_dates("They talk from 3 to 5 June 2026.", published=SUNDAY, language="en")
    assert [part.text for part in mention.parts] == ["3", "5 June 2026"]
    (mention,) = find_dates("They left two days before Christmas 2024.", published=SUNDAY, language="en")
    assert [(part.text, part.timex_value) for part in mention.parts] == [
        ("two days", "P2D"),
        ("Christmas 2024", "2024-12-25"),
    ]


def test_several_days_of_a_month_are_as_many_mentions() -> None:
    assert values("They met on March 3, 4 and 6, 2014.") == {
        "March 3": "2014-03-03",
        "4": "2014-03-04",
        "6, 2014": "2014-03-06",
    }


def test_relative_tells_whether_the_publication_was_needed() -> None:
    flags = {
        mention.text: mention.relative
        for mention in find_dates(
            "On 2 June 2014, in 2015, in March 2016, at Easter 2014 and in Q1 2014 they met; on 2 June, in March, "
            "last year and today too.",
            published=SUNDAY,
            language="en",
        )
    }
    absolute = ["2 June 2014", "2015", "March 2016", "Easter 2014", "Q1 2014"]
    assert [text for text, relative in flags.items() if not relative] == absolute
    assert len(flags) == len(absolute) + 4


@pytest.mark.parametrize(
    ("sentence", "published", "expected"),
    [
        ("They met over the weekend.", date(2025, 6, 4), {"the weekend": "2025-05-31/2025-06-01"}),
        ("They will meet at the weekend.", date(2025, 6, 4), {"the weekend": "2025-06-07/2025-06-08"}),
        ("They met over the weekend.", date(2025, 6, 7), {"the weekend": "2025-06-07/2025-06-08"}),
        ("They met at 13:00.", None, {"13:00": None}),
        ("They met in Q1.", SUNDAY, {}),
        ("They met in the last week of May.", SUNDAY, {"the last week of May": "2025-05"}),
        ("They will meet from 3 to 31 June.", SUNDAY, {"31 June": None}),
        ("They met at 25 in the morning.", SUNDAY, {"the morning": None}),
        ("They meet from Monday to Friday.", None, {"from Monday to Friday": None}),
        ("They met from November to April.", date(2025, 1, 15), {"from November to April": "2024-11/2025-04"}),
        ("The paper is dated 12/05/2014.", SUNDAY, {"12/05/2014": None}),
        ("In 2019 - 20 they met.", SUNDAY, {"2019": "2019"}),
        ("They will meet a month from Monday.", SUNDAY, {"a month": None, "Monday": "2025-06-02"}),
        ("They met one hundred years ago.", SUNDAY, {"one hundred years ago": "1925"}),
        ("They will meet on Monday the 31st.", SUNDAY, {"Monday the 31st": "2025-03-31"}),
    ],
)
def test_odd_corners(sentence: str, published: date | None, expected: dict[str, str | None]) -> None:
    assert values(sentence, published=published) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "They met over the weekend.",
        "They will meet on Monday the 2nd.",
        "They met in the third quarter.",
        "They met in the third quarter of last year.",
        "They met at Christmas last year.",
        "They met from Monday to Friday.",
        "They met today.",
    ],
)
def test_what_counts_from_the_publication_says_so(sentence: str) -> None:
    (mention,) = find_dates(sentence, published=SUNDAY, language="en")
    assert mention.relative
    assert mention.reason is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("los años 20", {"los años 20": "192"}),
        ("los años 10", {}),
        ("los años 25", {}),
        ("el siglo XX", {"el siglo XX": "19"}),
    ],
)
def test_decades_and_centuries_behind_their_word(words: str, expected: dict[str, str]) -> None:
    assert timexes(f"Fue así en {words}.", language="es") == expected
