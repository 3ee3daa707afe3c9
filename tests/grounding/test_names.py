"""Names and roles in a sentence, and whom short words mean."""

from __future__ import annotations

import pytest

from summarizer.grounding.name_comparison import same_name
from summarizer.grounding.names import mentions
from summarizer.grounding.parties import party_of, same_stem
from summarizer.grounding.splitting import split_role
from summarizer.language import rules_for
from tests.grounding.worlds import people

RULES = rules_for("en")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They were led by Defence Minister Petra Rau.", [("Petra Rau", "Defence Minister")]),
        ("Ilko Moll, head of the Hentzau delegation in Zenda, on 16 May.",
         [("Ilko Moll", "head of the Hentzau delegation in Zenda"), ("Hentzau", None), ("Zenda", None)]),
        ("Meanwhile Rau told Mr. Moll.", [("Rau", None), ("Moll", None)]),
        ("the Ruritanian president Ödön Kry", [("Ruritanian", None), ("Ödön Kry", "Ruritanian president")]),
        ("Zenda spokesman Odo al-Vren said", [("Zenda", None), ("Odo al-Vren", "Zenda spokesman")]),
        ("U.R. Trade Representative Otto van der Hals, showing impatience, left",
         [("Otto van der Hals", "U.R. Trade Representative")]),
        ("said Sapt, editor of a journal of law.", [("Sapt", "editor of a journal of law")]),
        ("Rau, President Moll, and others", [("Rau", None), ("Moll", "President")]),
        ("the Zenda-based Hentzau said", [("Hentzau", None)]),
        ("Rau's aide met Petra O. Rau", [("Rau", None), ("Petra O. Rau", None)]),
    ],
)  # fmt: skip
def test_names_stand_apart_from_their_roles(sentence: str, expected: list[tuple[str, str | None]]) -> None:
    found = [(m.name, m.role) for m in mentions(sentence, RULES)]
    assert found == expected
    assert all(sentence[m.start : m.end] == m.name for m in mentions(sentence, RULES))


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        (
            "Vanda Moll, head of the Zenda delegation in Hentzau",
            "Vanda Moll",
            "head of the Zenda delegation in Hentzau",
        ),
        ("Mr. Rau", "Rau", None),
        ("Kremsk spokesman Dimo Pesk", "Dimo Pesk", "Kremsk spokesman"),
        ("the Brig. Gen. Odo Fenn", "Odo Fenn", "Brig. Gen."),
        ("Rau, who left early", "Rau", None),
    ],
)
def test_copied_words_are_taken_apart(words: str, name: str, role: str | None) -> None:
    split = split_role(words, RULES)
    assert split is not None
    assert (split.name, split.role) == (name, role)


@pytest.mark.parametrize(
    "words",
    ["Hentzau News, Zenda and Strelsau", "Sources in the Foreign Ministry", "Petra Rau's office", "the ministry", ""],
)
def test_what_is_not_one_name_stays_whole(words: str) -> None:
    assert split_role(words, RULES) is None


def resolved(text: str, words: str, number: int, *parties: str) -> tuple[str, str | None, list[int]]:
    scene, known = people(text, *parties)
    named = known.resolve(words, scene.article.sentences[number - 1])
    return named.name, named.role, [s.number for s in named.sentences]


def test_a_surname_is_the_full_name_with_its_role_and_the_sentence_that_tells() -> None:
    text = "Foreign Minister Petra Rau left. Later Rau's plane landed. Mr. Rau said no."
    assert resolved(text, "Mr. Rau", 3) == ("Petra Rau", "Foreign Minister", [1])
    assert resolved(text, "Rau's", 2) == ("Petra Rau", "Foreign Minister", [1])


def test_two_people_with_one_surname_stay_two() -> None:
    text = "Petra Rau left. Otto Rau stayed. Rau said no."
    assert resolved(text, "Rau", 3) == ("Rau", None, [])


def test_one_person_with_and_without_an_initial_is_one() -> None:
    assert same_name("Petra O. Rau", "Petra Rau")
    assert resolved("Petra O. Rau left. Petra Rau slept. Rau said no.", "Rau", 3)[0] == "Petra Rau"


def test_a_title_elsewhere_is_the_role_of_a_bare_name() -> None:
    assert resolved("President Moll spoke. Moll said no.", "Moll", 2) == ("Moll", "President", [1])


def test_the_minister_is_the_one_minister_before_and_of_two_nobody() -> None:
    one = "Foreign Minister Petra Rau left. The minister said no."
    assert resolved(one, "The minister", 2) == ("Petra Rau", "Foreign Minister", [1])
    two = "Foreign Minister Petra Rau left. Finance Minister Ilko Moll stayed. The minister said no."
    assert resolved(two, "The minister", 3) == ("The minister", None, [])


def test_the_source_is_the_source_before_and_a_source_is_itself() -> None:
    text = "A source close to the court told Hentzau News that it rains. The source added nothing. A source said no."
    assert resolved(text, "The source", 2) == ("A source close to the court", None, [1])
    assert resolved(text, "A source", 3) == ("A source", None, [])


def test_the_ministry_is_the_ministry_named_before() -> None:
    text = "The Graustarkian Foreign Ministry denied it. The ministry said no."
    assert resolved(text, "The ministry", 2)[0] in (
        "The Graustarkian Foreign Ministry",
        "Graustarkian Foreign Ministry",
    )


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("uk", "Міністр закордонних справ Руританії Ілько Мольд заявив це.",
         [("Ілько Мольд", "Міністр закордонних справ Руританії")]),
        ("uk", "Глава МЗС Ірану Петро Рауш повідомив це.", [("Петро Рауш", "Глава МЗС Ірану")]),
        ("uk", "Голова Руританської Ради Петро Рауш мовчав.", [("Петро Рауш", "Голова Руританської Ради")]),
        ("ru", "Постоянный представитель США при ООН Мария Зелицкая молчала.",
         [("США", None), ("Мария Зелицкая", "Постоянный представитель США при ООН")]),
        ("ru", "Глава Cockpit Илько Мольд уехал.", [("Илько Мольд", "Глава Cockpit")]),
        ("uk", "Міністр Руританії мовчав.", [("Руританії", None)]),
        ("uk", "Заступниця голови Офісу президента Анна Рау заявила.",
         [("Офісу", None), ("Анна Рау", "Заступниця голови Офісу президента")]),
        ("ru", "Официальный представитель МИД Руритании Мария Зелицкая сказала.",
         [("Мария Зелицкая", "Официальный представитель МИД Руритании")]),
        ("ru", "Президент Владимир Владимирович Мольд приехал.", [("Владимир Владимирович Мольд", "Президент")]),
        ("en", "They met Secretary of State Petra Rau.", [("Petra Rau", "Secretary of State")]),
        ("en", "Minister of Foreign Affairs Otto Rau left.", [("Otto Rau", "Minister of Foreign Affairs")]),
        ("en", "A friend of Foreign Minister Otto Rau left.", [("Otto Rau", "Foreign Minister")]),
        ("en", "A major Zenda Front attack failed.", [("Zenda Front", None)]),
        ("en", "An official told ZNO Otto Rau left.", [("ZNO Otto Rau", None)]),
        ("es", "El ministro de Exteriores de Ruritania, Ilko Moll, dijo eso.",
         [("Exteriores de Ruritania", None), ("Ilko Moll", "ministro de Exteriores de Ruritania")]),
        ("fr", "Le ministre des Affaires étrangères, Jean Rau, est venu.",
         [("Affaires", None), ("Jean Rau", "ministre des Affaires étrangères")]),
        ("de", "Die Sprecherin des Außenministeriums, Petra Rau, kam.",
         [("Außenministeriums", None), ("Petra Rau", "Sprecherin des Außenministeriums")]),
        ("de", "Nach Angaben Raus regnet es.", [("Raus", None)]),
    ],
)  # fmt: skip
def test_what_an_office_is_for_goes_with_the_role(
    language: str, sentence: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(m.name, m.role) for m in mentions(sentence, rules_for(language))] == expected


def test_no_resolved_name_is_put_together_from_pieces() -> None:
    text = "The Court denied den Haag. President Rau met Moll. The court said no."
    scene, known = people(text)
    for sentence in scene.article.sentences:
        for words in ("The Court", "the court", "Rau", "President", "Moll"):
            assert known.resolve(words, sentence).name in text or known.resolve(words, sentence).name == words


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Petra Rau said no.", "Petra Rau", "person"),
        ("Mr. Rau said no.", "Mr. Rau", "person"),
        ("The Foreign Ministry said no.", "The Foreign Ministry", "organisation"),
        ("The Hentzaus said no.", "The Hentzaus", "organisation"),
        ("ZNO said no.", "ZNO", "organisation"),
        ("Two officials said no.", "Two officials", "anonymous"),
        ("State media said no.", "State media", "outlet"),
        ("The news agency Hentzau reported rain. Hentzau said no.", "Hentzau", "outlet"),
        ("He travelled in Zenda Novo. Zenda Novo said no.", "Zenda Novo", "organisation"),
    ],
)
def test_what_sort_of_speaker_a_name_is(text: str, words: str, kind: str) -> None:
    scene, known = people(text)
    assert known.as_speaker(words, scene.article.sentences[-1])[0].kind == kind


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("the Ruritanian side", "Ruritania"),
        ("North Graustarkian officials", "North Graustark"),
        ("Graustark", None),
        ("Ruritania's", "Ruritania"),
        ("Ruralia", None),
    ],
)
def test_whom_a_word_made_of_a_name_stands_for(words: str, party: str | None) -> None:
    assert party_of(words, ["Ruritania", "North Graustark"]) == party


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("oman", "omsk"),
        ("peru", "perth"),
        ("cuba", "cubs"),
        ("austria", "australia"),
        ("austria", "australian"),
        ("iran", "iraq"),
    ],
)
def test_two_countries_with_like_names_stay_two(one: str, other: str) -> None:
    assert not same_stem(one, other)
    assert not same_stem(other, one)


def test_where_offices_are_not_known_words_in_lower_case_are_the_role() -> None:
    split = split_role("речник Дмитро Мартин", rules_for("uk"))
    assert split is not None
    assert (split.name, split.role) == ("Дмитро Мартин", "речник")
    assert split_role("міністерство закордонних справ", rules_for("uk")) is None
    unknown = split_role("talsman Petra Rau", None)
    assert unknown is not None
    assert (unknown.name, unknown.role) == ("Petra Rau", "talsman")


@pytest.mark.parametrize("apostrophe", ["'", "’"])
@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("Ruritania's chief negotiator Petra Rau", "Petra Rau", "Ruritania's chief negotiator"),
        ("the Great Isles' foreign minister Ilko Moll", "Ilko Moll", "the Great Isles' foreign minister"),
    ],
)
def test_whose_somebody_is_belongs_to_the_role(words: str, name: str, role: str, apostrophe: str) -> None:
    split = split_role(words.replace("'", apostrophe), rules_for("en"))
    assert split is not None
    assert (split.name, split.role) == (name, role.replace("'", apostrophe))
