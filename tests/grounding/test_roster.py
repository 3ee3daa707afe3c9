"""The names of an article by their words, and which of their places is nearest."""

from __future__ import annotations

import pytest

from summarizer.grounding.name_comparison import (
    begins_with,
    ends_with,
    is_nominative_ending,
    is_nominative_name_of,
    outer_words,
    same_name,
)
from summarizer.grounding.roster import MOST_NAMESAKES, Occurrence, last_before, nearest, nearest_of
from tests.grounding.worlds import scene

TEXT = "Zenda waits. Envoy Rau came. Rain. Mr. Rau left and Rau slept. Rain. Rau came."


def occurrences(name: str, text: str = TEXT) -> list[Occurrence]:
    return scene(text).roster.entries[name].occurrences


def place(found: Occurrence | None) -> tuple[int, int] | None:
    return (found.sentence.number, found.mention.start) if found else None


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, (2, 6)), (2, (2, 6)), (3, (2, 6)), (4, (4, 4)), (5, (4, 4)), (6, (6, 0)), (9, (6, 0))],
)
def test_the_nearest_is_in_the_sentence_else_before_it_else_behind_it(number: int, expected: tuple[int, int]) -> None:
    assert place(nearest(occurrences("Rau"), number)) == expected


def test_nothing_is_nearest_of_nothing() -> None:
    assert nearest([], 1) is None
    assert nearest_of([[], []], 1) is None


@pytest.mark.parametrize(("number", "expected"), [(1, None), (2, None), (3, (2, 6)), (4, (2, 6)), (5, (4, 17))])
def test_the_last_one_before_a_sentence_is_not_in_it(number: int, expected: tuple[int, int] | None) -> None:
    assert place(last_before(occurrences("Rau"), number)) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "Moll"),  # Both stand behind it: the nearer one.
        (3, "Moll"),  # Before it goes before behind it, however near.
        (4, "Rau"),  # In the sentence itself.
        (5, "Rau"),
        (6, "Lind"),  # Of two in one sentence the first.
    ],
)
def test_of_several_names_the_nearest_is_one_before_rather_than_one_behind(number: int, expected: str) -> None:
    roster = scene("Rain. So Moll came. Rain. So Rau came. Rain. So Lind met Holm.").roster
    lists = [roster.entries[name].occurrences for name in ("Holm", "Lind", "Rau", "Moll")]
    found = nearest_of(lists, number)
    assert found is not None
    assert found.mention.name == expected


def test_akin_are_the_names_that_begin_or_end_with_the_last_word() -> None:
    roster = scene("So Petra Rau met Rau Mika. So Rau Holm Lind met Otto Rau Lind. Then Rau slept.").roster
    assert [e.name for e in roster.akin("Rau")] == ["Rau", "Petra Rau", "Rau Mika", "Rau Holm Lind"]
    assert [e.name for e in roster.akin("Anna Rau")] == ["Petra Rau", "Rau", "Rau Mika", "Rau Holm Lind"]
    assert [e.name for e in roster.akin("Rau Mika")] == ["Rau Mika"]
    assert roster.akin("Moll") == []
    assert roster.akin("") == []


def test_akin_are_names_in_every_case_of_the_texts_language() -> None:
    assert [e.name for e in scene("Lusk przyjechał.", language="pl").roster.akin("Luska")] == ["Lusk"]
    assert scene("Lusk came.").roster.akin("Luska") == []


def test_so_many_namesakes_are_compared_and_no_more() -> None:
    given = [f"{a}{b}" for a in "BDFGHKLMN" for b in ("ana", "edo", "ilo", "orm", "uta")][: MOST_NAMESAKES + 2]
    roster = scene(". ".join(f"So {name} Rau came" for name in given) + ".").roster
    assert [e.name for e in roster.akin("Rau")] == [f"{name} Rau" for name in given[:MOST_NAMESAKES]]
    # One who is left out is still found by the name in full.
    assert next(e.name for e in roster.akin(f"{given[-1]} Rau")) == f"{given[-1]} Rau"


def test_an_entry_holds_its_places_its_roles_and_its_gender() -> None:
    text = "Envoy Lind came. So Lind slept. Spokeswoman Rau came. So Mr. Moll met Holm."
    entries = scene(text).roster.entries
    assert [o.sentence.number for o in entries["Lind"].occurrences] == [1, 2]
    assert [o.sentence.number for o in entries["Lind"].with_role] == [1]
    assert {name: (e.beside, e.genders) for name, e in entries.items()} == {
        "Lind": (True, set()),
        "Rau": (True, {"feminine"}),
        "Moll": (True, {"masculine"}),
        "Holm": (False, set()),
    }


def test_what_was_told_of_a_name_stays_told() -> None:
    entries = scene("Envoy Lind came in Zenda. So Lind left Zenda.").roster.entries
    assert entries["Lind"].beside
    assert entries["Zenda"].placed


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Zenda", True), ("Strelsau", True), ("Old Strelsau", False), ("Rau", False), ("Moll", False), ("Hentzau", False)],
)
def test_a_place_stands_behind_a_preposition_for_places(name: str, expected: bool) -> None:
    text = "Rau came in Zenda. Then Rau flew from Strelsau Heights with Moll. Hentzau slept in fear of Moll."
    assert scene(text).roster.is_placed(name) is expected


def test_a_verb_behind_a_name_tells_the_gender() -> None:
    text = "Рау заявила це. Мольд прибув. Лінд прибула, а потім Лінд прибув."
    entries = scene(text, language="uk").roster.entries
    assert {name: e.genders for name, e in entries.items()} == {
        "Рау": {"feminine"},
        "Мольд": {"masculine"},
        "Лінд": {"feminine", "masculine"},
    }


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Petra Rau", "petra rau", True),
        ("Petra Rau", "Petra Rau’s", True),
        ("P. Petra Rau", "O. Petra Rau", False),
        ("P. Petra Rau", "Petra Rau", True),
        ("P.O. Petra Rau", "P. O. Petra Rau", True),
        ("P.-O. Petra Rau", "P.O. Petra Rau", True),
        ("P.Rau", "P. Rau", True),
        ("P.Rau", "O. Rau", False),
        ("P. Rau", "Petra Rau", False),
        ("Rau", "Petra Rau", False),
        ("Petra Rau", "Rau Petra", False),
        ("李 强", "张 强", False),
        ("ZNO", "zno", True),
    ],
)
def test_full_names_of_one_person(one: str, other: str, expected: bool) -> None:
    assert same_name(one, other) is expected
    assert same_name(other, one) is expected


@pytest.mark.parametrize(
    ("longer", "shorter", "expected"),
    [
        ("Petra Rau", "Rau", True),
        ("Petra Rau", "Petra", False),
        ("Petra Rau", "Petra Rau", False),
        ("Rau", "Petra Rau", False),
        ("Petra Rau", "", False),
        ("Petra Rau", "P.", False),
        ("Petra Anna Rau", "P. A. Rau", True),
        ("Petra Anna Rau", "P. O. Rau", False),
        ("Petra Anna Rau", "A. Rau", True),
        ("Petra Rau", "R. Rau", False),
        ("O. Petra Rau", "O. Rau", True),
        ("Petra van Rau", "van Rau", True),
    ],
)
def test_a_longer_name_ends_in_a_shorter_one(longer: str, shorter: str, expected: bool) -> None:
    assert ends_with(longer, shorter) is expected


@pytest.mark.parametrize(
    ("longer", "shorter", "expected"),
    [
        ("Rau Petra", "Rau", True),
        ("Rau Petra Anna", "Rau Petra", True),
        ("Rau Petra", "Petra", False),
        ("Rau Petra", "Rau Petra", False),
        ("Rau", "", False),
    ],
)
def test_a_longer_name_begins_with_a_shorter_one(longer: str, shorter: str, expected: bool) -> None:
    assert begins_with(longer, shorter) is expected


def test_cases_count_in_the_language_of_the_text() -> None:
    assert same_name("Jan Lusk", "Jana Luska", "pl")
    assert not same_name("Jan Lusk", "Jana Luska")
    assert ends_with("Jan Lusk", "Luska", "pl")
    assert not ends_with("Jan Lusk", "Luska")
    assert begins_with("Lusk Jan", "Luska", "pl")
    assert not begins_with("Lusk Jan", "Luska")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Petra Anna Rau", ("petra", "rau")),
        ("Petra Rau", ("petra", "rau")),
        ("Rau", ("rau",)),
        ("P. Rau's", ("rau",)),
        ("ZNO", ("ZNO",)),
        ("P.", ()),
        ("", ()),
    ],
)
def test_the_outer_words_of_a_name(name: str, expected: tuple[str, ...]) -> None:
    assert outer_words(name) == expected


@pytest.mark.parametrize(
    ("one", "other", "language", "expected"),
    [
        ("Рустем Друмов", "Рустема Друмова", "uk", True),
        ("Рустем Друмов", "Рустем Друмова", "uk", True),
        ("Рустема Друмова", "Рустем Друмов", "uk", False),
        ("Рустем Друмов", "Рустем Друмов", "uk", False),
        ("Рустем Друмов", "Друмова", "uk", False),
        ("Jan Lusk", "Jana Luska", "pl", True),
        ("Jan Lusk", "Jana Luska", "en", False),
        ("Друмов-Зелицкий", "Друмова-Зелицкого", "ru", True),
        ("Друмов-Зелицкий", "Друмов-Зелицкого", "ru", True),
        ("Друмов-Зелицкий", "Друмова-Толбого", "ru", False),
        ("Друмов-Зелицкий", "Друмова", "ru", False),
    ],
)
def test_a_name_is_another_one_in_the_nominative(one: str, other: str, language: str, expected: bool) -> None:
    assert is_nominative_name_of(one, other, language) is expected


@pytest.mark.parametrize(
    ("longer", "shorter", "language", "expected"),
    [
        ("Анна Друмова", "Друмова", "uk", True),
        ("Іван Друмов", "Друмова", "uk", False),
        ("Івана Друмова", "Друмов", "uk", True),
        ("Друмов Іван", "Друмов", "uk", True),
        ("Jana Luska", "Lusk", "pl", True),
        ("Jana Luska", "Lusk", "en", False),
        ("Анна Зелицкая Друмова", "Зелицкая Друмова", "ru", True),
        ("Анна Зелицкая Друмова", "Анна Зелицкая", "ru", True),
        ("Анна Толбая Друмова", "Зелицкая Друмова", "ru", False),
    ],
)
def test_a_short_name_can_be_the_nominative_of_a_longer_one(
    longer: str, shorter: str, language: str, expected: bool
) -> None:
    assert is_nominative_ending(longer, shorter, language) is expected
