"""Which reports are of one meeting: the same day, unless who, where, when or which round tells them apart."""

from __future__ import annotations

import pytest

from tests.merging.making import YEAR, Told, dossier, meetings, reports

BOTH = ["Brennland", "Corrow"]
ALL = ["Brennland", "Corrow", "Aldmoor"]


def plan(day: str = "05-03", start: str = "05-06T10:00") -> Told:
    told = Told(day, "Brennland and Corrow will meet on Thursday at 10:00.")
    return told.meeting(1, start, parties=BOTH, venue="Harbour Hall", city="Sundby")


def test_two_articles_on_one_day_tell_of_one_meeting() -> None:
    held = Told("05-07", "The sides met in Sundby on Thursday.").meeting(1, "05-06", "past", city="Sundby")
    (event,) = meetings(plan(), held)
    assert event.status == "past"
    assert event.start == f"{YEAR}-05-06T10:00"


def test_two_meetings_that_one_article_tells_apart_are_two() -> None:
    told = Told("05-07", "The ministers met in Sundby.", "Coast guards met in Vik.")
    told.meeting(1, "05-06", "past", city="Sundby").meeting(2, "05-06", "past", city="Vik")
    assert reports(told) == [1, 1]
    # And each further report goes to the one whose place it has.
    other = Told("05-08", "In Vik the coast guards had met on Thursday.").meeting(1, "05-06", "past", city="Vik")
    assert sorted(reports(told, other)) == [1, 2]


def test_a_meeting_told_twice_in_one_article_is_one() -> None:
    told = Told("05-07", "The ministers met in Sundby.", "The talks at Harbour Hall lasted nine hours.")
    told.meeting(1, "05-06T10:00", "past", city="Sundby").meeting(2, "05-06T10:00", "past", venue="Harbour Hall")
    assert reports(told) == [2]


def test_others_at_another_place_on_the_same_day_are_another_meeting() -> None:
    other = Told("05-06", "Officers of Brennland and Aldmoor met in Vik.")
    other.meeting(1, "05-06", "past", parties=["Brennland", "Aldmoor"], city="Vik")
    assert reports(plan(), other) == [1, 1]


def test_the_same_sides_at_another_place_are_a_contradiction_and_no_other_meeting() -> None:
    other = Told("05-07", "Brennland and Corrow met in Vik on Thursday.")
    other.meeting(1, "05-06", "past", parties=BOTH, city="Vik")
    found = dossier(plan(), other)
    assert [len(event.reports) for event in found.events] == [2]
    assert [one.field for one in found.contradictions] == ["place"]


def test_a_building_under_two_names_is_no_contradiction() -> None:
    one = Told("05-06", "They met in the old pilot station.").meeting(1, "05-06", "past", venue="old pilot station")
    other = Told("05-07", "They met in the station.").meeting(1, "05-06", "past", venue="disused pilot station")
    found = dossier(one, other)
    assert [len(event.reports) for event in found.events] == [2]
    assert found.contradictions == []


def test_a_buildings_name_in_another_language_is_no_contradiction_and_another_kind_is_one() -> None:
    sides = {"parties": BOTH, "city": "Sundby"}
    english = Told("05-06", "They met at the Palace of Commerce.").meeting(
        1, "05-06", "past", venue="Palace of Commerce", **sides
    )
    french = Told("05-07", "Ils se sont vus au Palais du Commerce.", language="fr")
    french.meeting(1, "05-06", "past", venue="Palais du Commerce", **sides)
    assert dossier(english, french).contradictions == []
    german = Told("05-07", "Sie trafen sich im Hotel Merl.", language="de")
    german.meeting(1, "05-06", "past", venue="Hotel Merl", **sides)
    assert [one.field for one in dossier(english, german).contradictions] == ["place"]


def test_a_move_to_another_town_replaces_the_plan() -> None:
    moved = Told("05-05", "The talks of Thursday were moved to Vik.").meeting(
        1, "05-06T10:00", parties=BOTH, city="Vik"
    )
    (found,) = dossier(plan(), moved).contradictions
    assert (found.field, found.kind) == ("place", "replaced")


def test_another_hour_at_another_place_is_another_meeting() -> None:
    told = Told("05-05", "The minister will see the envoy at 09:00 at the Hotel Grand.")
    told.meeting(1, "05-06T09:00", venue="Hotel Grand", parties=["Brennland"])
    assert reports(plan(), told) == [1, 1]


def test_another_hour_alone_is_a_contradiction() -> None:
    told = Told("05-05", "The talks begin at 15:00 on Thursday.").meeting(1, "05-06T15:00")
    found = dossier(plan(), told)
    assert [one.field for one in found.contradictions] == ["start"]


def test_consecutive_days_in_one_building_are_two_meetings() -> None:
    told = Told("05-07", "The sides will meet again on Saturday at Harbour Hall.")
    told.meeting(1, "05-08T10:00", parties=BOTH, venue="Harbour Hall", city="Sundby")
    assert reports(plan(), told) == [1, 1]


MOVES = [
    ("en", "The talks of Brennland and Corrow have been postponed to Friday."),
    ("en", "The talks will start a day later than planned, on Friday."),
    ("en", "The delegations had been due to meet on Thursday and will now meet on Friday."),
    ("uk", "Переговори перенесено на п'ятницю."),
    ("ru", "Переговоры начнутся на день позже, чем планировалось, в пятницу."),
    ("de", "Die Gespräche beginnen einen Tag später als geplant am Freitag."),
    ("fr", "Les pourparlers s'ouvriront vendredi, un jour plus tard que prévu."),
    ("es", "Las conversaciones empezarán el viernes, más tarde de lo previsto."),
]


@pytest.mark.parametrize(("language", "sentence"), MOVES)
def test_a_meeting_that_was_moved_is_one_with_what_was_planned(language: str, sentence: str) -> None:
    moved = Told("05-05", sentence, language=language).meeting(1, "05-07T10:00", parties=BOTH)
    found = dossier(plan(), moved)
    (event,) = found.events
    assert event.start == f"{YEAR}-05-07T10:00"
    assert [(one.field, one.kind) for one in found.contradictions] == [("start", "replaced")]


def test_what_took_place_was_not_moved() -> None:
    held = Told("05-06", "They met in Sundby.").meeting(1, "05-06T10:00", "past", parties=BOTH, city="Sundby")
    moved = Told("05-07", "Another session was postponed to Monday.").meeting(1, "05-10", parties=BOTH)
    assert reports(plan(), held, moved) == [2, 1]


def test_a_second_meeting_of_an_article_is_not_what_the_first_was_moved_from() -> None:
    told = Told("05-05", "The lunch on Thursday was put off to Friday.", "All sides meet on Monday.")
    told.meeting(1, "05-07", parties=["Brennland"]).meeting(2, "05-10T09:00", parties=ALL)
    told.event(1, "05-06", "the lunch", "planned")
    assert reports(plan(start="05-12T10:00"), told) == [1, 1, 1]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The sixth round", "the sixth round of talks", True),
        ("The sixth round", "the seventh round of talks", False),
        ("Die sechste Runde", "the 6th round", True),
        ("Шостий раунд", "шестой раунд", True),
        ("Le sixième tour", "round six", True),
        ("La sexta ronda", "the sixth round", True),
    ],
)
def test_rounds_are_numbered_in_six_languages(one: str, other: str, same: bool) -> None:
    first = Told("05-03", f"{one} X.").meeting(1, "05-06", city="Sundby")
    second = Told("05-07", f"X {other} X.").meeting(1, "05-09", "past", city="Sundby")
    assert (len(reports(first, second)) == 1) is same


def test_a_round_of_last_year_is_one_however_vaguely_it_is_told() -> None:
    first = Told("05-03", "The last round in Sundby failed last October.").meeting(1, "2040-10", "past", city="Sundby")
    second = Told("05-04", "They had met on 4 October 2040 in Sundby.").meeting(1, "2040-10-04", "past", city="Sundby")
    third = Told("05-05", "Talks at Harbour Hall failed a year ago.").meeting(1, "2040", "past", venue="Harbour Hall")
    assert reports(first, second, third) == [3]
    assert reports(plan(), first, second, third) == [3, 1]


def test_a_vague_date_of_this_year_is_no_meeting_in_particular() -> None:
    vague = Told("05-04", "They will meet in May.").meeting(1, f"{YEAR}-05")
    assert reports(plan(), vague) == [1, 1]


def called_off(*sentences: str) -> Told:
    return Told("05-05", *sentences)


def test_who_calls_talks_off_on_a_day_calls_off_the_next() -> None:
    off = called_off("Corrow cancelled the talks on Wednesday.").event(1, "05-05", "Corrow cancelled the talks")
    (event,) = dossier(plan(), off).events
    assert event.status == "cancelled"
    assert event.start == f"{YEAR}-05-06T10:00"


def test_a_meeting_called_off_on_its_own_day_is_that_of_the_day() -> None:
    told = Told("05-05", "All sides meet on Friday.").meeting(1, "05-07T09:00", parties=ALL)
    off = Told("05-06", "The meeting planned for Thursday was cancelled.")
    off.event(1, "05-06", "The meeting was cancelled")
    found = {event.start: event.status for event in meetings(plan(), told, off)}
    assert found == {f"{YEAR}-05-06T10:00": "cancelled", f"{YEAR}-05-07T09:00": "planned"}


def test_what_an_article_expects_still_it_does_not_call_off() -> None:
    off = called_off("A lunch meeting was cancelled on Wednesday.", "The talks will be held on Thursday.")
    off.event(1, "05-05", "A lunch meeting was cancelled").meeting(2, "05-06T10:00", parties=BOTH)
    assert {event.status for event in meetings(plan(), off)} == {"planned"}


def test_a_contract_that_is_cancelled_is_no_meeting() -> None:
    off = called_off("Corrow cancelled the contract on Wednesday.").event(1, "05-05", "Corrow cancelled the contract")
    assert {event.kind: event.status for event in dossier(plan(), off).events} == {
        "meeting": "planned",
        "incident": "past",
    }


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_days_at_the_ends_of_the_calendar_do_no_harm(day: str) -> None:
    moved = Told("05-05", "The talks were postponed.").meeting(1, "05-07")
    moved.facts["meetings"][0]["start"] = day
    moved.event(1, day, "The talks were cancelled")
    assert len(dossier(plan(), moved).events) == 2
