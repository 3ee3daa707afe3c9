"""What gets no value, with its reason; and what is no date at all."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.grounding.dates import find_dates
from tests.grounding.dates.finder import SUNDAY, values

NO_DATES = [
    "The sides may meet, and he may second the motion.",
    "They march on the capital while rivers spring from rocks and prices fall.",
    "The March on Vell was led by Theresa May and Jan Orlo.",
    "He reads the Sunday Times, and she watches USA Today.",
    "The army sent 2000 soldiers, 1945 trucks and 1,994 men.",
    "Resolution 2259 was cited by Boeing 747 pilots in room 2014.",
    "It cost $2014, or €1999, and rose by 2012%.",
    "Call 555-2014, the score was 3-2, the ratio is 12:75.",
    "A 62-year-old envoy, 37 years old when he began, is in his 30s.",
    "Version 2.5 of paragraph 14.3 holds 31 rules.",
    "May I come in?",
    "",
    "   \n ",
]


@pytest.mark.parametrize("sentence", NO_DATES)
def test_words_that_only_look_like_dates_are_left_alone(sentence: str) -> None:
    assert values(sentence) == {}


def test_an_impossible_day_is_not_made_possible() -> None:
    assert "2025-06-31" not in values("They met on 31 June 2025.").values()
    assert values("They met on 29 February 2023.") == {"29 February 2023": None}


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("They met yesterday.", "relative words need a day of publication"),
        ("They met on Monday.", "relative words need a day of publication"),
        ("They met last week.", "relative words need a day of publication"),
        ("They met on 2 June.", "the year is not given, and there is no day of publication"),
        ("They met yesterday at noon.", "relative words need a day of publication"),
        ("They met on the 24th of last month.", "relative words need a day of publication"),
        ("They met two days ago.", "relative words need a day of publication"),
        ("Trade fell in the quarter.", "relative words need a day of publication"),
        ("They met at Easter.", "relative words need a day of publication"),
        ("They met in the third quarter.", "relative words need a day of publication"),
    ],
)
def test_without_a_day_of_publication_relative_words_are_refused(sentence: str, reason: str) -> None:
    (mention,) = find_dates(sentence, published=None, language="en")
    assert (mention.value, mention.reason, mention.relative) == (None, reason, True)


def test_full_dates_need_no_day_of_publication() -> None:
    assert values("They met on 2 June 2014 at 13:00.", published=None) == {"2 June 2014 at 13:00": "2014-06-02T13:00"}


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The paper bears the date 05/06/2014.", "the figures do not tell the day from the month"),
        ("They met at 13:00 on 29 February 2023.", "the calendar has no such day"),
        ("They met from 5 June 2025 to 2 June 2025.", "the range ends before it begins"),
        ("They met from today to yesterday.", "the range ends before it begins"),
        ("They met on 31 June.", "the calendar has no such day"),
        ("They met on June 31.", "the calendar has no such day"),
        ("They met on 29 February 2025.", "the calendar has no such day"),
        ("The paper bears the date 1/6/25.", "the figures do not tell the day from the month"),
        ("They met on Tuesday, 2 June.", "the weekday and the date do not fit together"),
        ("The next day they left.", "the words count from a date that is not named before them"),
        ("They met more than a year ago.", "the words say only about when"),
        ("Nothing moved in the last week.", "the words say only about when"),
        ("The clip runs 01:26 here.", "a time without its day"),
        ("They fought for ten days.", "a length of time is no date"),
    ],
)
def test_a_refusal_says_why(sentence: str, reason: str) -> None:
    (mention,) = find_dates(sentence, published=SUNDAY, language="en")
    assert (mention.value, mention.end_value, mention.reason) == (None, None, reason)


def test_the_same_day_and_month_in_figures_are_not_ambiguous() -> None:
    assert values("The paper bears the date 05/05/2014.") == {"05/05/2014": "2014-05-05"}


def test_what_lies_outside_the_calendar_is_refused() -> None:
    (mention,) = find_dates("They met 3000 years ago.", published=SUNDAY, language="en") or (None,)
    assert mention is None or mention.value is None
    (mention,) = find_dates("They met yesterday.", published=date.min, language="en")
    assert mention.reason == "the date lies outside the calendar"


def test_a_day_beside_a_date_of_another_year_is_refused_unless_it_is_close_to_the_publication() -> None:
    signed = "It was signed on 5 September 2014 and broken on {}."
    assert values(signed.format("2 October")) == {"5 September 2014": "2014-09-05", "2 October": None}
    timed = "It was signed on 5 September 2014 at 13:00 and broken on 2 October."
    assert values(timed) == {"5 September 2014 at 13:00": "2014-09-05T13:00", "2 October": None}
    assert values(signed.format("28 May")) == {"5 September 2014": "2014-09-05", "28 May": "2025-05-28"}
    assert values("The pact of 5 September 2014 will end on 2 October.")["2 October"] == "2025-10-02"
    assert values("The war, begun in March 2014, was halted on 7 April.")["7 April"] == "2025-04-07"


def test_behind_in_a_figure_is_no_day_of_the_month() -> None:
    assert values("In May 25 people fled.") == {"May": "2025-05"}
    assert values("On May 25 people fled.") == {"May 25": "2025-05-25"}
