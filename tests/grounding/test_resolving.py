"""Whom copied words mean, where they stand, and what sort of speaker that is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from summarizer.grounding.outlets import known_outlets
from summarizer.grounding.people import People
from tests.grounding.worlds import scene

PARTIES = ("Ruritania",)
NOBODY_SPOKE: Mapping[str, int] = {}


def known(text: str, language: str = "en") -> People:
    read = scene(text, language=language)
    return People(read, PARTIES, known_outlets(read, PARTIES))


def resolved(
    text: str, words: str, number: int, *, spoke: Mapping[str, int] = NOBODY_SPOKE, language: str = "en"
) -> tuple[str, str | None, list[int]]:
    people = known(text, language)
    named = people.resolve(words, people.scene.article.sentences[number - 1], spoke)
    return named.name, named.role, [s.number for s in named.sentences]


TWO = "President Rau came. President Moll came. The president left."


@pytest.mark.parametrize(
    ("spoke", "expected"),
    [
        ({}, ("The president", None, [])),
        ({"Lind": 3}, ("The president", None, [])),
        ({"Rau": 1}, ("Rau", "President", [1])),
        ({"Rau": 1, "Moll": 2}, ("Moll", "President", [2])),
        ({"Rau": 3, "Moll": 2}, ("Rau", "President", [1])),
    ],
)
def test_of_several_who_hold_an_office_it_is_who_spoke_last(
    spoke: Mapping[str, int], expected: tuple[str, str | None, list[int]]
) -> None:
    assert resolved(TWO, "The president", 3, spoke=spoke) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("President Rau came. The Ruritanian president Moll came. The president left.", 3, ("Rau", "President", [1])),
        ("The Ruritanian president Moll came. The president left. President Rau came.", 2,
         ("Moll", "Ruritanian president", [1])),
        ("The Ruritanian president Moll came. The president met President Rau.", 2,
         ("Moll", "Ruritanian president", [1])),
        ("Rain. The president met President Rau.", 2, ("The president", None, [])),
        ("President Rau came. President Rau left. The Ruritanian president Rau slept. The president left.", 4,
         ("Rau", "President", [2])),
        ("The Ruritanian president Rau came. The Ruritanian president Rau left. The president left.", 3,
         ("Rau", "Ruritanian president", [2])),
        ("Envoy Rau came. The president left.", 2, ("The president", None, [])),
        ("President Petra Rau came. President Rau left. The president left.", 3, ("Petra Rau", "President", [2, 1])),
    ],
)  # fmt: skip
def test_the_president_is_who_was_called_so_alone_else_who_held_the_office(
    text: str, number: int, expected: tuple[str, str | None, list[int]]
) -> None:
    assert resolved(text, "The president", number) == expected


@pytest.mark.parametrize(
    ("text", "words", "number", "expected"),
    [
        # Of two with one surname.
        ("Envoy Petra Rau came. Mayor Otto Rau came. Rau left.", "Rau", 3, ("Rau", None, [])),
        ("Envoy Petra Rau came. Mayor Otto Rau came. Envoy Rau left.", "Envoy Rau", 3, ("Petra Rau", "Envoy", [1])),
        ("Envoy Petra Rau came. Envoy Otto Rau came. Envoy Rau left.", "Envoy Rau", 3, ("Rau", "Envoy", [])),
        ("Envoy Petra Rau came. Mayor Otto Rau came. Judge Rau left.", "Judge Rau", 3, ("Rau", "Judge", [])),
        # The nearest sentence with the role, else the nearest at all.
        ("Petra Rau came. Mayor Petra Rau left. It rains. Petra Rau slept. Rau woke.", "Rau", 5,
         ("Petra Rau", "Mayor", [2])),
        ("Petra Rau came. It rains. Petra Rau slept. Rau woke.", "Rau", 4, ("Petra Rau", None, [3])),
        ("Mayor Petra Rau met Rau.", "Rau", 1, ("Petra Rau", "Mayor", [])),
        # Names that lengthen none.
        ("The Rau Office opened. Rau woke.", "Rau", 2, ("Rau", None, [])),
        ("Bank Rau opened. Rau woke.", "Rau", 2, ("Rau", None, [])),
        ("Petra ZNO came. ZNO woke.", "ZNO", 2, ("ZNO", None, [])),
        ("Petra R came. R woke.", "R", 2, ("R", None, [])),
        ("Petra Ra came. Ra woke.", "Ra", 2, ("Petra Ra", None, [1])),
        ("North Ruritania came. Ruritania woke.", "Ruritania", 2, ("Ruritania", None, [])),
        # The family name first, where a role tells that somebody bears it.
        ("Mayor Rau Petra came. Rau woke.", "Rau", 2, ("Rau Petra", "Mayor", [1])),
        ("So Rau Petra came. Rau woke.", "Rau", 2, ("Rau", None, [])),
        # A role from elsewhere.
        ("Mayor Rau came. Then Mr. Rau left.", "Mr. Rau", 2, ("Rau", "Mayor", [1])),
        ("Then Rau left. Mayor Rau came. Envoy Rau came.", "Rau", 1, ("Rau", "Mayor", [2])),
        ("Mayor Rau came. Envoy Rau left.", "Envoy Rau", 2, ("Rau", "Envoy", [])),
        # Names of nobody keep their words, but for the article before them.
        ("Later the Hentzaus came.", "the Hentzaus", 1, ("Hentzaus", None, [])),
        ("Later the Palace came.", "the Palace,", 1, ("Palace", None, [])),
        ("Later the old Palace came.", "the old Palace", 1, ("the old Palace", None, [])),
        ("It rains.", "rain; ", 1, ("rain", None, [])),
        ("They met Petra Rau's aide.", "Petra Rau's", 1, ("Petra Rau", None, [])),
    ],
)  # fmt: skip
def test_a_name_is_the_longest_form_that_one_person_has(
    text: str, words: str, number: int, expected: tuple[str, str | None, list[int]]
) -> None:
    assert resolved(text, words, number) == expected


@pytest.mark.parametrize(
    ("language", "text", "words", "number", "expected"),
    [
        ("uk", "Міністра Друмова чекали. Друмов прибув.", "Друмова", 1, ("Друмов", "Міністра", [2])),
        ("uk", "Чекали на Рустема Друмова. Рустем Друмов прибув. Друмов заявив це.", "Друмов", 3,
         ("Рустем Друмов", None, [2])),
        ("uk", "Голова Рустем Друмов прибув. Чекали на Друмова.", "Друмова", 2, ("Рустем Друмов", "Голова", [1])),
        ("pl", "Jana Luska nie ma. Jan Lusk jest.", "Jana Luska", 1, ("Jan Lusk", None, [2])),
        ("uk", "Рустем Друмов прибув. Рау заявив, що чекав на Друмова.", "Друмова", 2, ("Рустем Друмов", None, [1])),
        ("de", "Minister Merk Otto kam. Nach Angaben Merks regnet es.", "Merks", 2, ("Merk Otto", "Minister", [1])),
        ("de", "Außenminister Rau kam. Der Minister ging.", "Der Minister", 2, ("Rau", "Außenminister", [1])),
        ("de", "Außenminister Rau kam. Innenminister Moll kam. Der Innenminister ging.", "Der Innenminister", 3,
         ("Moll", "Innenminister", [2])),
        ("de", "Rau kam. Der Minister ging.", "Der Minister", 2, ("Der Minister", None, [])),
    ],
)  # fmt: skip
def test_cases_and_compounds_are_undone(
    language: str, text: str, words: str, number: int, expected: tuple[str, str | None, list[int]]
) -> None:
    assert resolved(text, words, number, language=language) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The Ruritanian delegation came.", "Ruritanian delegation"),
        ("The delegation of Ruritania came.", "delegation of Ruritania"),
        ("The Ruritanian big delegation came.", "Ruritanian big delegation"),
        ("The Ruritanian big bad delegation came.", None),
        ("The delegation of old Ruritania came.", "delegation of old Ruritania"),
        ("The delegation sent by old Ruritania came.", None),
        ("The delegation, Ruritania said, came.", None),
        ("Ruritania, the delegation came.", None),
        ("The Graustarkian delegation came.", None),
    ],
)
def test_the_delegation_is_one_with_its_side_beside_it(before: str, expected: str | None) -> None:
    found = resolved(f"{before} The delegation left.", "The delegation", 2)
    assert found == ((expected, None, [1]) if expected else ("The delegation", None, []))


@pytest.mark.parametrize(
    ("text", "words", "number", "expected"),
    [
        ("A source close to the court said so. A source in Zenda said no. The source left.", "The source", 3,
         ("A source in Zenda", [2])),
        ("A source close to the court said so. It rains. The source left.", "the source", 3,
         ("A source close to the court", [1])),
        ("A source said so. The source left.", "The source", 2, ("The source", [])),
        ("It rains. The source left. A source in Zenda said no.", "The source", 2, ("The source", [])),
        ("A source in Zenda said so. Another source left.", "Another source", 2, ("Another source", [])),
        ("The Zenda Foreign Ministry came. The ministry left.", "The ministry", 2, ("Zenda Foreign Ministry", [1])),
        ("The Zenda Foreign Ministry came. The MINISTRY left.", "MINISTRY", 2, ("MINISTRY", [])),
        ("The Zenda Foreign Ministry came. A Lavian Office came. The office left.", "that office", 3,
         ("Lavian Office", [2])),
    ],
)  # fmt: skip
def test_a_noun_is_the_last_longer_phrase_with_it(
    text: str, words: str, number: int, expected: tuple[str, list[int]]
) -> None:
    name, role, sentences = resolved(text, words, number)
    assert (name, role, sentences) == (expected[0], None, expected[1])


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Das Zendaer Außenministerium sagte es. Das Ministerium schwieg.", "Das Ministerium",
         ("Zendaer Außenministerium", [1])),
        ("Das Zendaer Hochamt sagte es. Das Amt schwieg.", "Das Amt", ("Das Amt", [])),
    ],
)  # fmt: skip
def test_a_german_noun_is_the_head_of_a_compound(text: str, noun: str, expected: tuple[str, list[int]]) -> None:
    name, _, sentences = resolved(text, noun, 2, language="de")
    assert (name, sentences) == expected


RAU = "Envoy Petra Rau came. Rau left. It rains."


@pytest.mark.parametrize(
    ("text", "words", "numbers", "expected"),
    [
        (RAU, "Petra Rau", [2], ("Rau", 2, True)),
        (RAU, "envoy Petra Rau", [1], ("Envoy Petra Rau", 1, True)),
        (RAU, "Mayor Petra Rau", [1], ("Petra Rau", 1, False)),
        (RAU, "Envoy Petra Rau", [2], ("Rau", 2, True)),
        (RAU, "Mayor Petra Rau", [2], ("Rau", 2, False)),
        (RAU, "Petra Rau", [3, 2, 1], ("Petra Rau", 1, True)),
        (RAU, "Petra Rau", [3], None),
        (RAU, "Otto Rau", [2], None),
        (RAU, "the", [1], None),
        (RAU, "Moll", [1, 2, 3], None),
        ("Envoy Petra Rau came. Otto Rau slept. Rau left.", "Petra Rau", [3], None),
        ("Mayor Petra Lind slept. Otto Rau left.", "Petra Lind", [2], None),
    ],
)
def test_where_words_stand(text: str, words: str, numbers: list[int], expected: tuple[str, int, bool] | None) -> None:
    people = known(text)
    place = people.find(words, people.scene.real(numbers))
    assert ((place.words, place.sentence.number, place.exact) if place else None) == expected


def test_another_case_of_a_name_is_found_in_the_language_of_the_text() -> None:
    for language, text, words, name in (("uk", "Друмова чекали.", "Друмов", "Друмова"), ("pl", "Byli u Luska.",
                                                                                        "Lusk", "Luska")):  # fmt: skip
        people = known(text, language)
        place = people.find(words, people.scene.article.sentences)
        assert place is not None
        assert (place.words, place.exact) == (name, True)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ruritania's envoy Petra Rau said no.", "Petra Rau", ("Petra Rau", "envoy", "Ruritania", "person")),
        ("Ruritania's Petra Rau said no.", "Petra Rau", ("Petra Rau", None, None, "person")),
        ("Ruritanian envoy Petra Rau said no.", "Petra Rau", ("Petra Rau", "Ruritanian envoy", "Ruritania", "person")),
        ("Ruritania's Parliament said no.", "Parliament", ("Parliament", None, None, "organisation")),
        ("The Ruritanian Parliament said no.", "The Ruritanian Parliament",
         ("Ruritanian Parliament", None, "Ruritania", "organisation")),
        ("Ruritanian TV said no.", "Ruritanian TV", ("Ruritanian TV", None, None, "outlet")),
        ("The officials said no.", "The officials", ("The officials", None, None, "anonymous")),
        ("The crowd said no.", "The crowd", ("The crowd", None, None, "anonymous")),
        ("The Crowd said no.", "The Crowd", ("Crowd", None, None, "organisation")),
        ("The Zenda crowd said no.", "The Zenda crowd", ("The Zenda crowd", None, None, "organisation")),
        ("Petra Rau Moll Lind said no.", "Petra Rau Moll Lind", ("Petra Rau Moll Lind", None, None, "person")),
        ("Petra Rau Moll Lind Holm said no.", "Petra Rau Moll Lind Holm",
         ("Petra Rau Moll Lind Holm", None, None, "organisation")),
        ("Petra van der Rau Moll Lind said no.", "Petra van der Rau Moll Lind",
         ("Petra van der Rau Moll Lind", None, None, "person")),
        ("PETRA RAU said no.", "PETRA RAU", ("PETRA RAU", None, None, "organisation")),
        ("The Petra Rau said no.", "The Petra Rau", ("Petra Rau", None, None, "organisation")),
        ("Old Ruritania said no.", "Old Ruritania", ("Old Ruritania", None, "Ruritania", "organisation")),
        ("They live in Zenda Novo. Zenda Novo said no.", "Zenda Novo", ("Zenda Novo", None, None, "organisation")),
        ("Mr. Rau came. Rau said no.", "Rau", ("Rau", None, None, "person")),
        ("Envoy Rau came. Rau said no.", "Rau", ("Rau", "Envoy", None, "person")),
    ],
)  # fmt: skip
def test_a_speaker_has_a_name_a_role_a_side_and_a_kind(
    text: str, words: str, expected: tuple[str, str | None, str | None, str]
) -> None:
    people = known(text)
    speaker, _ = people.as_speaker(words, people.scene.article.sentences[-1])
    assert (speaker.name, speaker.role, speaker.party, speaker.kind) == expected


@pytest.mark.parametrize(
    ("words", "kind"), [("Petra Rau", "person"), ("Rau", "organisation"), ("talsman Rau", "person")]
)
def test_without_rules_a_person_has_two_names_or_a_role(words: str, kind: str) -> None:
    people = known(f"{words} sov.", "sv")
    assert people.as_speaker(words, people.scene.article.sentences[0])[0].kind == kind


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Mrs. Petra Rau came.", "Petra Rau", "feminine"),
        ("Petra Rau came. Mrs. Rau left.", "Petra Rau", "feminine"),
        ("Petra Rau came. Otto Rau came. Mrs. Rau left.", "Petra Rau", None),
        ("Mrs. Petra Rau came. Mr. Petra Rau left.", "Petra Rau", None),
        ("Petra Rau came. Mr. Otto Rau left.", "Petra Rau", None),
        ("Petra Rau came.", "Petra Rau", None),
        ("Mr. Otto Rau came.", "Rau", None),
    ],
)
def test_the_article_tells_a_mans_name_from_a_womans(text: str, name: str, expected: str | None) -> None:
    assert known(text).gender_of(name) == expected
