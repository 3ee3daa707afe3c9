"""Where a name begins and ends in a sentence, and which words beside it are its role."""

from __future__ import annotations

import pytest

from summarizer.grounding.names import Mention, is_capitalised, mentions, without_possessive
from summarizer.grounding.splitting import is_list, split_role
from summarizer.language import rules_for

RULES = rules_for("en")


def found(sentence: str, name: str, language: str = "en") -> Mention:
    return next(m for m in mentions(sentence, rules_for(language)) if m.name == name)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It was Rau's.", ["Rau"]),
        ("It was P. Rau's.", ["P. Rau"]),
        ("It was Rau P.", ["Rau P."]),
        ("It was A.B. Rau.", ["A.B. Rau"]),
        ("They met Fenn Rau", ["Fenn Rau"]),
        ("They met Fenns. Rau", ["Fenns", "Rau"]),
        ("They met Fenn. Rau", ["Fenn. Rau"]),
        ("They met Rau\u00a0Moll", ["Rau\u00a0Moll"]),
        ("They met Rau  Moll", ["Rau", "Moll"]),
        ("They met Rau, Moll", ["Rau", "Moll"]),
        ("They met Rau's Moll", ["Rau", "Moll"]),
        ("Rau de la Moll met Rau of Moll", ["Rau de la Moll", "Rau", "Moll"]),
        ("Rau van met van Moll", ["Rau", "Moll"]),
        ("Rau van, Moll", ["Rau", "Moll"]),
        ("O’Rau met al-Moll and al-moll", ["O’Rau", "al-Moll"]),
        ("In The Rau house", ["Rau"]),
        ("And I. Rau met A. Moll", ["I. Rau", "A. Moll"]),
        ("In the", []),
        ("", []),
    ],
)
def test_a_name_is_a_run_of_capitalised_words(sentence: str, names: list[str]) -> None:
    assert [m.name for m in mentions(sentence, RULES)] == names


def test_without_rules_names_are_read_by_their_capitals() -> None:
    read = mentions("Talsman Petra Rau, chef för Zenda, sov", None)
    assert [(m.name, m.role, m.addressed, m.outset, m.close) for m in read] == [
        ("Talsman Petra Rau", None, False, 0, 17),
        ("Zenda", None, False, 28, 33),
    ]


@pytest.mark.parametrize(
    ("sentence", "role", "addressed", "outset", "close"),
    [
        ("Dr. Mr. Rau left.", None, True, 0, 11),
        ("So the envoy Dr. Rau left.", "envoy", True, 7, 20),
        ("So envoy Rau left.", "envoy", False, 3, 12),
        ("So Rau, the envoy of it, left.", "envoy of it", False, 3, 23),
        ("So Rau, envoy of it said.", "envoy of it", False, 3, 19),
        ("So Rau, envoy of it.", "envoy of it", False, 3, 19),
        ("So Rau, envoy of it", "envoy of it", False, 3, 19),
        ("So Rau (envoy of it) left.", None, False, 3, 6),
        ("So Rau, who is envoy of it, left.", None, False, 3, 6),
        ("So Rau, leading the envoys of it, left.", None, False, 3, 6),
        ("So Rau, and the envoy of it, left.", None, False, 3, 6),
        ("So Rau, President Moll, left.", None, False, 3, 6),
        ("So Rau, Mr. Moll, left.", None, False, 3, 6),
        ("So Rau, President of Moll, left.", "President of Moll", False, 3, 25),
        ("So Rau, the President, left.", "President", False, 3, 21),
        ("So Rau, it rains, left.", None, False, 3, 6),
    ],
)
def test_the_role_stands_before_or_behind(
    sentence: str, role: str | None, addressed: bool, outset: int, close: int
) -> None:
    mention = found(sentence, "Rau")
    assert (mention.role, mention.addressed, mention.outset, mention.close) == (role, addressed, outset, close)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Rau, a b c d e f head of it, left.", "b c d e f head of it"),
        ("Rau, a b c d e f g head of it, left.", None),
        ("Rau, head of a b c d e f g h i j k l m n o p, left.", "head of a b c d e f g h i j k l m n o p"),
        ("Rau, head of a b c d e f g h i j k l m n o p q, left.", None),
        ("former deputy chief military security press spokesman Rau",
         "former deputy chief military security press spokesman"),
        ("senior former deputy chief military security press spokesman Rau",
         "former deputy chief military security press spokesman"),
        ("Zenda's envoy Rau left", "envoy"),
        ("the man's envoy Rau left", "envoy"),
        ("the tall envoy Rau left", "envoy"),
        ("the [Zenda] envoy Rau left", "Zenda] envoy"),
        ("the envoy (it) Rau left", None),
        ("the envoy: Rau left", None),
        ("minister of Defence Intelligence Rau left", "minister of Defence Intelligence"),
        ("minister in Rau left", None),
    ],
)  # fmt: skip
def test_a_role_is_so_long_and_no_longer(words: str, role: str | None) -> None:
    assert found(words, "Rau").role == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The mayor of Zenda, Petra Rau, left.", "mayor of Zenda"),
        ("The mayor of Zenda, Petra Rau left.", None),
        ("The mayor of Zenda, Petra Rau said so.", "mayor of Zenda"),
        ("The mayor of Zenda, Petra Rau", "mayor of Zenda"),
        ("The mayor of Zenda, Petra Rau (42), left", None),
        ("The mayor of Zenda, Petra Rau — left", "mayor of Zenda"),
        ("The mayor of Zenda (Petra Rau, left", None),
        ("It rains; the mayor of Zenda, Petra Rau, left.", "mayor of Zenda"),
        ("“The mayor of Zenda, Petra Rau, left”", "mayor of Zenda"),
        ("Mayor of old Zenda, Petra Rau, left.", "Mayor of old Zenda"),
        ("Mayor, Petra Rau, left.", None),
        ("The mayor, Petra Rau, left.", "mayor"),
        ("The acting mayor of Zenda, Petra Rau, left.", "acting mayor of Zenda"),
        ("The kind mayor of Zenda, Petra Rau, left.", None),
        ("Acting mayor of Zenda, Petra Rau, left.", "Acting mayor of Zenda"),
        ("Zenda mayor, Petra Rau, left.", "Zenda mayor"),
        ("ZNO mayor, Petra Rau, left.", None),
        ("The mayor who left, Petra Rau, came.", None),
        ("The mayor has left, Petra Rau, too.", None),
        ("The mayor told it, Petra Rau, too.", None),
        ("The mayor of a b c d e f g h i j k l m n o, Petra Rau, left.", "mayor of a b c d e f g h i j k l m n o"),
        ("The mayor of a b c d e f g h i j k l m n o p, Petra Rau, left.", None),
    ],
)
def test_a_role_stands_before_a_full_name_and_a_comma(sentence: str, role: str | None) -> None:
    mention = found(sentence, "Petra Rau")
    assert mention.role == role
    if role:
        assert sentence[mention.outset :].startswith(role)


@pytest.mark.parametrize(
    ("language", "sentence", "names"),
    [
        ("uk", "Міністр мовчав.", []),
        ("uk", "Рау мовчав.", ["Рау"]),
        ("uk", "Учора Міністр мовчав.", ["Міністр"]),
        ("de", "Gestern kam der Sprecher.", []),
        ("de", "Gestern kam der Rau.", ["Rau"]),
        ("en", "Minister left.", ["Minister"]),
        ("de", "Nach Angaben Raus kam Angaben.", ["Raus", "Angaben"]),
        ("uk", "Заступник голови МЗС Рау прибув.", ["Рау"]),
        ("uk", "Заступник голови МЗС мовчав.", ["МЗС"]),
    ],
)
def test_an_office_alone_is_no_name(language: str, sentence: str, names: list[str]) -> None:
    assert [m.name for m in mentions(sentence, rules_for(language))] == names


@pytest.mark.parametrize(
    ("words", "split"),
    [
        ("Petra Rau, Otto Moll", None),
        ("Petra Rau, it rains", ("Petra Rau", None, False)),
        ("Petra Rau (42)", ("Petra Rau", None, False)),
        ("Petra Rau of it", None),
        ("its envoy Petra Rau", ("Petra Rau", "envoy", False)),
        ("Later the envoy Petra Rau", ("Petra Rau", "envoy", False)),
        ("tall envoy Petra Rau", None),
        (" , Mr. Rau; ", ("Rau", None, True)),
        ("Ruritania's envoy Mr. Rau", ("Rau", "Ruritania's envoy", True)),
        ("Ruritania's envoy Rau of it", None),
        ("Ruritania's tall Rau", None),
        ("it rains", None),
    ],
)
def test_words_of_one_name_are_taken_apart_and_others_are_not(
    words: str, split: tuple[str, str | None, bool] | None
) -> None:
    taken = split_role(words, RULES)
    assert ((taken.name, taken.role, taken.addressed) if taken else None) == split


@pytest.mark.parametrize(
    ("words", "split"),
    [
        ("talsman Petra Rau", ("Petra Rau", "talsman")),
        ("Talsman för Petra Rau", None),
        ("talsman Petra Rau igår", None),
        ("Petra Rau", ("Petra Rau", None)),
        ("Petra Rau igår", None),
        ("igår", None),
    ],
)
def test_without_rules_words_in_lower_case_are_the_role(words: str, split: tuple[str, str | None] | None) -> None:
    taken = split_role(words, None)
    assert ((taken.name, taken.role) if taken else None) == split


def test_a_list_goes_on_with_names() -> None:
    assert RULES is not None
    assert is_list(", Moll", RULES)
    assert is_list(" and Moll", RULES) is False
    assert is_list(", it and Moll", RULES) is False
    assert is_list(", envoy Moll", RULES) is False


@pytest.mark.parametrize(
    ("word", "expected"), [("Rau", True), ("rau", False), ("“Rau", True), ("李", True), ("42", False), ("", False)]
)
def test_a_word_begins_like_a_name(word: str, expected: bool) -> None:
    assert is_capitalised(word) is expected


@pytest.mark.parametrize(
    ("name", "bare"), [("Rau's", "Rau"), ("Rau’s", "Rau"), ("Isles'", "Isles"), ("Isles’", "Isles"), ("Rau'", "Rau'")]
)
def test_a_possessive_ending_is_left_out(name: str, bare: str) -> None:
    assert without_possessive(name) == bare
