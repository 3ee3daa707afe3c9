"""Which of the days that a name comes round to is meant: by tense, by the words beside it, by the other date."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.grounding.dates import find_dates
from tests.grounding.dates.finder import SUNDAY, values

TUESDAY = date(2025, 6, 3)
DECEMBER = date(2025, 12, 20)

WEEKDAYS: dict[str, dict[str, str]] = {
    "en": {
        "Negotiators meet on Monday in Vell.": "2025-06-02",
        "The talks resume on Thursday.": "2025-06-05",
        "The summit opens Thursday.": "2025-06-05",
        "The truce takes effect from Monday.": "2025-06-02",
        "The team did not meet on Monday.": "2025-05-26",
        "They failed to meet on Monday.": "2025-05-26",
        "The list to be published on Monday is long.": "2025-06-02",
        "The round was rescheduled for Thursday.": "2025-06-05",
    },
    "uk": {
        "Посли зустрічаються в понеділок.": "2025-06-02",
        "Зустріч призначили на середу.": "2025-06-04",
        "До п'ятниці сторони обміняються листами.": "2025-06-06",
        "Станом на понеділок нічого не змінилося.": "2025-05-26",
        "Вони говорили до середи.": "2025-05-28",
        "Вони говоритимуть до середи.": "2025-06-04",
        "З понеділка діє перемир'я.": "2025-05-26",
    },
    "ru": {
        "Послы встречаются в понедельник.": "2025-06-02",
        "Встречу назначили на среду.": "2025-06-04",
        "К среде они ответят.": "2025-06-04",
        "К среде они обменяются письмами.": "2025-06-04",
        "Он прибудет ко вторнику.": "2025-06-03",
        "По состоянию на понедельник ничего не изменилось.": "2025-05-26",
    },
    "es": {
        "Las conversaciones comienzan el lunes.": "2025-06-02",
        "La reunión está prevista para el lunes.": "2025-06-02",
        "La tregua rige a partir del lunes.": "2025-06-02",
        "No llegan desde el lunes.": "2025-05-26",
    },
    "fr": {
        "Les pourparlers commencent lundi.": "2025-06-02",
        "La trêve vaut à partir de lundi.": "2025-06-02",
        "D'ici vendredi ils se verront.": "2025-06-06",
        "Les pourparlers ont commencé lundi.": "2025-05-26",
    },
    "de": {
        "Die Gespräche beginnen am Montag.": "2025-06-02",
        "Die Gespräche finden am Montag statt.": "2025-06-02",
        "Die Gespräche fanden am Montag statt.": "2025-05-26",
        "Das Treffen ist für Montag geplant.": "2025-06-02",
        "Das Treffen ist am Montag geplant.": "2025-06-02",
        "Die Gesandten sind am Montag gereist.": "2025-05-26",
        "Sie wollten sich am Montag treffen.": "2025-06-02",
        "Die Waffenruhe gilt ab Montag.": "2025-06-02",
    },
}


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [(language, *case) for language, cases in WEEKDAYS.items() for case in cases.items()],
)
def test_the_words_beside_a_weekday_give_its_direction(language: str, sentence: str, expected: str) -> None:
    assert list(values(sentence, language=language).values()) == [expected]


def test_in_the_present_yesterday_may_still_be_meant() -> None:
    assert values("The envoy meets his hosts on Monday.", published=TUESDAY) == {"Monday": "2025-06-02"}
    assert values("The envoy meets his hosts on Sunday.", published=TUESDAY) == {"Sunday": "2025-06-08"}
    assert values("The envoys will meet on Monday.", published=TUESDAY) == {"Monday": "2025-06-09"}


def test_what_was_said_on_a_day_about_a_weekday_to_come_counts_from_that_day() -> None:
    said = "On 30 May the envoy said his team would land on Monday."
    assert values(said, published=date(2025, 6, 10)) == {"30 May": "2025-05-30", "Monday": "2025-06-02"}
    weekday = "On Friday the envoy said talks will resume on Monday."
    assert values(weekday, published=TUESDAY) == {"Friday": "2025-05-30", "Monday": "2025-06-02"}


def test_a_weekday_of_the_past_beside_a_day_long_before_it_is_refused_where_it_could_be_of_either_week() -> None:
    sentence = "On 30 May they announced a truce, which collapsed on Monday."
    *_, monday = find_dates(sentence, published=date(2025, 6, 10), language="en")
    assert monday.value is None
    assert (
        monday.reason == "the week is not clear: the weekday may count from the date before it or from the publication"
    )
    assert values(sentence, published=SUNDAY)["Monday"] == "2025-05-26"
    assert values("On 30 May they met, and on Monday they left.", published=TUESDAY)["Monday"] == "2025-06-02"


def test_a_meeting_that_is_moved_has_two_days_and_no_range() -> None:
    assert values("Зустріч перенесли з вівторка на четвер.", language="uk") == {
        "вівторка": "2025-06-03",
        "четвер": "2025-06-05",
    }
    assert values("Встречу перенесли со вторника на четверг.", language="ru") == {
        "вторника": "2025-06-03",
        "четверг": "2025-06-05",
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The pact was signed in January.", "2025-01"),
        ("In January, the envoy said no.", "2025-01"),
        ("The sides announced a round in January.", "2026-01"),
        ("The talks resume in January.", "2026-01"),
        ("The round is set for early January.", "2026-01"),
        ("They will meet on 5 January.", "2026-01-05"),
        ("They met last January.", "2025-01"),
        ("They met in December.", "2025-12"),
        ("They will meet next month.", "2026-01"),
    ],
)
def test_in_december_the_tense_tells_which_january_is_meant(sentence: str, expected: str) -> None:
    assert list(values(sentence, published=DECEMBER).values()) == [expected]


@pytest.mark.parametrize(
    ("sentence", "published", "expected"),
    [
        ("They will meet on the 2nd.", SUNDAY, "2025-06-02"),
        ("They will meet on the 2nd.", date(2025, 6, 25), "2025-07-02"),
        ("They met on the 2nd.", date(2025, 6, 25), "2025-06-02"),
        ("They met on the 28th.", SUNDAY, "2025-05-28"),
        ("They met on the 1st.", SUNDAY, "2025-06-01"),
        ("They will meet on the 1st.", SUNDAY, "2025-06-01"),
        ("They met on the 24th of last month.", SUNDAY, "2025-05-24"),
        ("They will meet on the 10th of next month.", date(2025, 12, 20), "2026-01-10"),
        ("They will meet on the first Monday in July.", SUNDAY, "2025-07-07"),
        ("They met on the last Friday of May 2024.", SUNDAY, "2024-05-31"),
    ],
)
def test_a_day_of_a_month_that_is_not_named_by_its_date(sentence: str, published: date, expected: str) -> None:
    assert list(values(sentence, published=published).values()) == [expected]


def test_a_month_close_ahead_is_refused_where_the_verb_of_the_past_may_not_be_its_own() -> None:
    (mention,) = find_dates("They buried the plan for January.", published=DECEMBER, language="en")
    assert (mention.value, mention.timex_value) == (None, "2026-01")
    assert mention.reason == "the year is not clear: the verb is of the past, the month close ahead"


def test_a_row_of_days_in_the_past_does_not_run_into_the_future() -> None:
    assert values("They met on Feb. 3, Sept 5 and 7 Nov.") == {
        "Feb. 3": "2025-02-03",
        "Sept 5": "2024-09-05",
        "7 Nov.": "2024-11-07",
    }


def test_on_a_sunday_the_week_of_what_is_to_come_is_the_next_one() -> None:
    assert values("Rau will attend this week's summit.") == {"this week": "2025-W23"}
    assert values("Rau attended this week's summit.") == {"this week": "2025-W22"}
    assert values("Rau will attend this week's summit.", published=TUESDAY) == {"this week": "2025-W23"}


def test_a_weekday_of_what_had_been_planned_is_one_of_the_week_named_right_before() -> None:
    told = "Rau had planned to meet Lind a day before Thursday's dinner."
    named = find_dates("Rau cancelled plans to attend this week's summit.", published=SUNDAY, language="en")
    assert [m.value for m in find_dates(told, published=SUNDAY, language="en", context=named)] == ["2025-06-04"]
    assert [m.value for m in find_dates(told, published=SUNDAY, language="en")] == ["2025-05-28"]
