"""Words that count from a date in the same sentence, or in one before it."""

from __future__ import annotations

from summarizer.grounding.dates import DateMention, find_dates
from tests.grounding.dates.finder import SUNDAY, values


def context_of(*sentences: str, language: str = "en") -> tuple[DateMention, ...]:
    found: tuple[DateMention, ...] = ()
    for sentence in sentences:
        found += find_dates(sentence, published=SUNDAY, language=language, context=found)
    return found


def last(*sentences: str, language: str = "en") -> DateMention:
    return context_of(*sentences, language=language)[-1]


def test_the_next_day_counts_from_the_date_before_it() -> None:
    assert last("They met on 16 May.", "The next day they left.").value == "2025-05-17"
    assert last("They met on 16 May.", "They left that evening.").value == "2025-05-16"
    assert last("They met on 16 May.", "They left two days later.").value == "2025-05-18"
    assert last("They met in March 2014.", "They parted the following month.").value == "2014-04"


def test_what_is_told_of_the_past_counts_from_the_date_before_it() -> None:
    assert last("Посли зустрілися 16 травня.", "Через два дні вони поїхали.", language="uk").value == "2025-05-18"
    assert last("Послы встретились 16 мая.", "Накануне они спорили.", language="ru").value == "2025-05-15"
    assert last("Посли зустрілися 16 травня.", "Через два дні вони поїдуть.", language="uk").value == "2025-06-03"
    assert last("Посли зустрілися 2 травня.", "Через тиждень вони поїхали.", language="uk").value == "2025-W19"
    assert last("Посли зустрілися 2 травня.", "Через тиждень вони поїдуть.", language="uk").value == "2025-W23"


def test_of_a_range_its_end_is_counted_from() -> None:
    assert last("They met from 14 to 16 May.", "The next day they left.").value == "2025-05-17"


def test_a_length_that_leads_to_a_date_keeps_its_own_timex() -> None:
    mention = last("They met on 16 May.", "They left two days later.")
    assert (mention.timex_value, mention.timex_type, mention.value) == ("P2D", "DURATION", "2025-05-18")


def test_a_clock_time_takes_the_day_named_before_only_where_it_is_clearly_one() -> None:
    assert last("They meet on 2 June.", "The talks begin at 13:00.").value == "2025-06-02T13:00"
    assert last("They meet on 2 June.", "Watch the clip 01:26.").value is None
    assert last("They meet from 2 to 4 June.", "The talks begin at 13:00.").value is None
    assert last("They meet on 2 June.", "It was the middle of the night.").value is None


def test_units_before_a_date_in_words() -> None:
    assert values("They left two days before Christmas 2024.") == {"two days before Christmas 2024": "2024-12-23"}
    assert values("They left two days before the talks.") == {"two days": None}


def test_words_for_a_quarter_take_the_one_that_the_text_reports_on() -> None:
    report = "Trade fell in the first quarter of 2025."
    assert last(report, "In the year-earlier quarter it rose.").timex_value == "2024-Q1"
    assert last(report, "It had risen a year earlier.").timex_value == "2024-Q1"
    assert last(report, "Exports rose in the quarter.").timex_value == "2025-Q1"
    assert last(report, "In the year-ago quarter it fell, in the latest quarter not.").timex_value == "2025-Q1"
    assert last("They met in March.", "They had parted a year earlier.").timex_value == "2024"
    mention = last("Trade fell in the quarter.")
    assert (mention.value, mention.reason) == (None, "no quarter is named before the words")


def test_after_a_chronicle_a_bare_day_is_not_of_this_year() -> None:
    chronicle = [f"On {day} March 2014 a village fell." for day in (3, 5, 7, 9)]
    mention = last(*chronicle, "On 11 December the army fled.")
    assert mention.value is None
    assert mention.reason == "the year is not clear: the text speaks of another one just before"
    assert last(*chronicle, "On 28 May the envoy spoke.").value == "2025-05-28"


def test_mentions_of_a_sentence_do_not_depend_on_later_ones() -> None:
    assert values("The next day they left, and on 16 May they met.") == {"The next day": None, "16 May": "2025-05-16"}


def test_a_chronicle_may_give_its_years_without_days_and_a_text_that_speaks_of_today_is_none() -> None:
    chronicle = ["In 2014 the war began.", "In March 2015 a village fell."]
    mention = last(*chronicle, "On 11 December the army fled.")
    assert (mention.value, mention.timex_value) == (None, "2015-12-11")
    assert last(*chronicle, "The envoy spoke on Friday.", "On 11 December the army fled.").value == "2024-12-11"
    assert last(*chronicle, "On 28 May the envoy spoke.").value == "2025-05-28"
