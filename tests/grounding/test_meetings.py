"""Rounds of talks: when, where, who, and which sentences tell of one and the same."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.draft import DraftMeeting
from summarizer.grounding.ground import ground
from summarizer.grounding.publication import side_of
from tests.grounding.worlds import PUBLISHED, article, draft, grounded, meeting, refusals


def told(text: str, *drafts: DraftMeeting, parties: tuple[str, ...] = ("Ruritania", "Graustark")) -> list[Any]:
    result = grounded(text, *parties, meetings=list(drafts))
    return [(m.start, m.city, m.status, [e.sentence for e in m.evidence]) for m in result.meetings]


def test_the_date_beside_the_talks_counts_and_not_that_of_the_verb() -> None:
    text = "Ruritania said on Saturday that talks with Graustark will begin in Zenda on 12 March."
    assert told(text, meeting(1, city="Zenda")) == [("2031-03-12", "Zenda", "planned", [1])]


def test_copied_words_choose_the_date() -> None:
    text = "Talks between Ruritania and Graustark on 12 March follow those of 3 March in Zenda."
    assert told(text, meeting(1, start="3 March", city="Zenda")) == [("2031-03-03", "Zenda", "past", [1])]


def test_words_that_give_no_date_are_refused() -> None:
    text = "Talks between Ruritania and Graustark will begin in Zenda on 12 March."
    result = grounded(text, "Ruritania", meetings=[meeting(1, start="on 21 March", city="Zenda")])
    assert [m.start for m in result.meetings] == [None]
    assert refusals(result)["/meetings/0/start"] == ("altered", "“21” for “12”")


def test_sentences_of_one_day_and_place_are_one_meeting_with_the_finest_time() -> None:
    text = (
        "Ruritania and Graustark will hold talks in Zenda on 12 March. "
        "Ruritania's talks with Graustark are scheduled for 13:00 on 12 March in Zenda."
    )
    assert told(text, meeting(1, city="Zenda"), meeting(2, city="Zenda")) == [
        ("2031-03-12T13:00", "Zenda", "planned", [2, 1])
    ]


def test_meetings_of_one_day_in_two_places_stay_two() -> None:
    text = (
        "Ruritania will hold talks in Zenda on 12 March. Graustark will hold talks in Strelsau on 12 March. "
        "Graustark wants the talks on 12 March to be short."
    )
    drafts = [meeting(1, city="Zenda"), meeting(2, city="Strelsau"), meeting(3)]
    assert told(text, *drafts) == [
        ("2031-03-12", "Zenda", "planned", [1]),
        ("2031-03-12", "Strelsau", "planned", [2, 3]),
    ]


def test_another_summit_of_the_same_day_is_not_put_to_the_talks() -> None:
    text = "Ruritania will hold talks in Zenda on 12 March. A summit of fishers will end on 12 March."
    assert told(text, meeting(1, city="Zenda"), meeting(2)) == [("2031-03-12", "Zenda", "planned", [1])]


@pytest.mark.parametrize(
    ("words", "start", "status"),
    [
        ("in early April", "2031-04", "planned"),
        ("in May 2030", "2030-05", "past"),
        ("in 2029", "2029", "past"),
    ],
)
def test_the_precision_is_that_of_the_words(words: str, start: str, status: str) -> None:
    assert told(f"Ruritania and Graustark hold talks {words}.", meeting(1)) == [(start, None, status, [1])]


def test_a_meeting_without_a_date_has_its_place_alone() -> None:
    assert told("Ruritania met Graustark in Zenda.", meeting(1, city="Zenda")) == [(None, "Zenda", "unclear", [1])]
    future = "Ruritania will meet Graustark in Zenda."
    assert told(future, meeting(1, city="Zenda")) == [(None, "Zenda", "planned", [1])]


def test_a_week_holds_its_days() -> None:
    text = "Ruritania will hold talks in Zenda next week. Ruritania's talks in Zenda will begin on 12 March."
    assert [m[0] for m in told(text, meeting(1, city="Zenda"), meeting(2, city="Zenda"))] == ["2031-03-12"]


def test_what_stands_in_brackets_does_not_part_a_date_from_its_talks() -> None:
    text = (
        "At a Zenda meeting of the envoys [of Ruritania, Graustark and all their many friends] on 3 March, it rained."
    )
    assert told(text, meeting(1, city="Zenda"))[0][0] == "2031-03-03"


def test_places_are_printed_as_in_the_sentence_and_others_refused() -> None:
    text = "Ruritania held talks at the Old Palace in Zenda."
    result = grounded(text, "Ruritania", meetings=[meeting(1, venue="the old palace", city="Zendo", country="Lavia")])
    assert [(m.venue, m.city, m.country) for m in result.meetings] == [("Old Palace", None, None)]
    assert refusals(result) == {
        "/meetings/0/city": ("altered", "“zendo” for “zenda”"),
        "/meetings/0/country": ("absent", None),
    }


def test_a_meeting_that_is_neither_dated_nor_placed_is_no_entry_and_said_so() -> None:
    result = grounded("Ruritania held talks.", "Ruritania", meetings=[meeting(1, parties=["Ruritania"]), meeting(1)])
    assert result.meetings == []
    assert refusals(result) == {"/meetings/0": ("absent", None)}


def test_sentences_and_parties_that_do_not_exist_are_refused() -> None:
    text = "Ruritania met the herring fishers in Zenda."
    result = grounded(
        text, "Ruritania", meetings=[meeting(9, city="Zenda"), meeting(1, city="Zenda", parties=["fishers", "Lavia"])]
    )
    assert [m.parties for m in result.meetings] == [["fishers"]]
    assert set(refusals(result)) == {"/meetings/0/sentences", "/meetings/1/parties/1"}


def test_without_a_day_of_publication_relative_words_give_no_date() -> None:
    read = article("Ruritania will hold talks in Zenda on Monday.", published=None)
    result = ground(read, draft("Ruritania", meetings=[meeting(1, city="Zenda")]))
    assert [m.start for m in result.meetings] == [None]


def test_a_place_between_the_talks_and_their_date_does_not_part_them() -> None:
    text = "Ruritania will resume its talks on herring quotas at the Old Customs House in Zenda at 10:00 on Tuesday."
    assert told(text, meeting(1, city="Zenda"))[0][0] == "2031-03-11T10:00"
    apart = "Ruritania broke off the talks because the herring in Zenda grew thin on 3 March."
    assert told(apart, meeting(1, city="Zenda"))[0][0] is None


@pytest.mark.parametrize(
    ("date", "side"),
    [("2031-03-09", None), ("2031-03-09T10:00", None), ("2031-03", None), ("2031-04", "after"), ("2030", "before"),
     ("2031-W10", None), ("2031-W11", "after"), ("2031-W09", "before")],
)  # fmt: skip
def test_a_date_lies_before_or_after_the_day_of_publication(date: str, side: str | None) -> None:
    assert side_of(date, PUBLISHED) == side
    assert side_of(date, None) is None


def test_a_side_is_no_place_unless_the_sentence_has_it_as_one() -> None:
    text = "Ruritania and Graustark will hold talks in Zenda on 12 March."
    result = grounded(text, "Ruritania", "Graustark", meetings=[meeting(1, venue="Zenda", city="Graustark")])
    assert [(m.venue, m.city, m.country) for m in result.meetings] == [(None, "Zenda", None)]
    assert refusals(result) == {"/meetings/0/city": ("absent", None)}
    text = "Ruritania and Graustark will hold talks in Zenda, Graustark, on 12 March."
    result = grounded(text, "Ruritania", "Graustark", meetings=[meeting(1, city="Zenda", country="Graustark")])
    assert [(m.city, m.country) for m in result.meetings] == [("Zenda", "Graustark")]
    assert refusals(result) == {}
