"""Whom words made of a party's name stand for, and who owns what stands behind a genitive."""

from __future__ import annotations

import pytest

from summarizer.grounding.genitives import genitive_before
from summarizer.grounding.parties import last_party_before, party_before, party_of, same_stem
from summarizer.language import rules_for

PARTIES = ["Ruritania", "North Graustark", "Lavia"]


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Lavia and Ruritania", "Lavia"),
        ("Ruritanian and Lavian envoys", "Ruritania"),
        ("the LAVIAN side", "Lavia"),
        ("North  Graustarkian", "North Graustark"),
        ("South Graustarkian", None),
        ("Graustarkian", None),
        ("Northgraustark", None),
        ("Nonruritania", None),
        ("Ruritaniax", None),
        ("Laviavia", None),
        ("Ruritalia and Ruritanians", "Ruritania"),
        ("", None),
    ],
)
def test_the_party_named_first(words: str, party: str | None) -> None:
    assert party_of(words, PARTIES) == party


def test_of_two_that_begin_at_one_place_the_longer_name_is_meant() -> None:
    for parties in (["Graustark", "Graustark League"], ["Graustark League", "Graustark"]):
        assert party_of("the Graustark League", parties) == "Graustark League"
        assert party_of("Graustark alone", parties) == "Graustark"


def test_a_party_without_a_name_is_nobody() -> None:
    assert party_of("Ruritania", ["", " ", "Ruritania"]) == "Ruritania"
    assert party_of("Ruritania", []) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("iran", "iranian", True),
        ("peru", "peruvian", False),
        ("oman", "omani", True),
        ("oma", "omas", False),
        ("ruritania", "ruritanian", True),
        ("ruritania", "ruritanianlike", False),
        ("ruritanialike", "ruritania", False),
        ("руритания", "руританский", True),
        ("руритания", "руритании", True),
        ("руритания", "рурит", False),
        ("руритания", "руринский", False),
        ("руританія", "руританський", True),
        ("руританія", "руританець", True),
        ("грауштарк", "грауштарка", True),
        ("грауштарк", "грауштаркский", True),
        ("грауштарк", "грауштаркскихъх", False),
        ("грауштарк", "грауштаркабв", True),
        ("грауштарк", "грауштарабвгд", True),
        ("грауштарк", "грауштарабвгде", False),
        ("грауштарк", "грауштка", False),
    ],
)
def test_words_of_one_stem_differ_only_in_their_endings(one: str, other: str, expected: bool) -> None:
    assert same_stem(one, other) is expected


@pytest.mark.parametrize(
    ("text", "end", "party"),
    [
        ("Lavia met Ruritania here", 24, "Ruritania"),
        ("Lavia met Ruritania here", 12, "Lavia"),
        ("the North Graustarkian plan", 22, "North Graustark"),
        ("Lavia met nobody", 3, None),
        ("nobody", 6, None),
        ("Lavia", 5, "Lavia"),
    ],
)
def test_the_party_named_last_before_an_offset(text: str, end: int, party: str | None) -> None:
    assert last_party_before(text, end, PARTIES) == party


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("meets Ruritania's chief negotiator", "Ruritania's"),
        ("met the North Graustark League’s chief negotiator", "the North Graustark League’s"),
        ("of the Great Isles' chief negotiator", "the Great Isles'"),
        ("of U.R.'s chief negotiator", "U.R.'s"),
        ("Ruritania chief negotiator", None),
        ("the city's chief negotiator", None),
        ("Ruritania's, chief negotiator", None),
        ("Ruritania's old chief negotiator", None),
    ],
)
def test_a_name_in_the_genitive_owns_what_stands_right_behind_it(text: str, owner: str | None) -> None:
    rules = rules_for("en")
    assert rules is not None
    found = genitive_before(text, text.index("chief"), rules)
    assert (text[slice(*found)] if found else None) == owner


def test_without_genitives_in_the_language_nobody_owns() -> None:
    rules = rules_for("uk")
    assert rules is not None
    assert genitive_before("Ruritania's chief", 12, rules) is None


def test_the_owner_is_a_party() -> None:
    rules = rules_for("en")
    text = "Ruritania met Lavia's chief negotiator"
    assert party_before(text, text.index("chief"), PARTIES, rules) == "Lavia"
    assert party_before(text, text.index("Lavia"), PARTIES, rules) is None
    assert party_before("Zenda's chief", 8, PARTIES, rules) is None
    assert party_before(text, text.index("chief"), PARTIES, None) is None
