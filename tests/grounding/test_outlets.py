"""Which names are outlets, which of them carried the words, and whose paper it is."""

from __future__ import annotations

import pytest

from summarizer.grounding.kinds import is_outlet
from summarizer.grounding.outlets import (
    carriers,
    is_named_as_carrier,
    is_second_hand,
    known_in,
    known_outlets,
    passes_on,
)
from summarizer.grounding.owners import is_only_speaker, owner_of
from summarizer.grounding.people import People
from tests.grounding.worlds import scene

PARTIES = ("Ruritania", "Graustark")


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        # Called so by a noun before or behind the name.
        ("The newspapers Hentzau, Sapt Post and the Moll Times wrote so, and Rau left.",
         {"Hentzau", "Sapt Post", "Moll Times"}),
        ("The newspapers Hentzau and Sapt Post wrote, Moll said.", {"Hentzau", "Sapt Post"}),
        ("The newspapers Hentzau of Zenda and Sapt wrote so.", {"Hentzau"}),
        ("The newspaper the Hentzau wrote so.", {"Hentzau"}),
        ("The newspaper of Hentzau wrote so.", set()),
        ("Hentzau television wrote so.", {"Hentzau"}),
        ("Ruritanian television wrote so.", set()),
        ("Hentzau newspapers wrote so.", set()),
        ("Envoy Hentzau television wrote so.", set()),
        ("Hentzau, television wrote so.", set()),
        ("The Hentzau newspaper Moll wrote so.", {"Moll"}),
        ("They saw Zenda TV there.", {"Zenda TV"}),
        # Who hears, quotes or airs.
        ("Petra Rau told the Zenda Times and Hentzau that it rains.", {"Zenda Times", "Hentzau"}),
        ("The Zenda Times quoted Petra Rau as saying it rains.", {"Zenda Times"}),
        ("It aired on the Zenda Times, Rau said.", {"Zenda Times"}),
        ("He said “it aired on Zenda Times”, Rau said.", set()),
        ("Petra Rau said so, according to the Hentzau.", {"Hentzau"}),
        ("So it is, according to the Hentzau.", set()),
        # Who can be none: initials, sides, roles, people, places, bodies, owners, plain words.
        ("Petra Rau told P. Moll that it rains.", set()),
        ("Petra Rau told P.Moll that it rains.", set()),
        ("Petra Rau told Ruritania that it rains.", set()),
        ("Petra Rau told Mr. Moll that it rains.", set()),
        ("Envoy Moll came. Petra Rau told Moll that it rains.", set()),
        ("Ilko Moll came. Petra Rau told Moll that it rains.", set()),
        ("Ilko MOLL came. Petra Rau told MOLL that it rains.", {"MOLL"}),
        ("They live in Zenda. Petra Rau told Zenda that it rains.", set()),
        ("They live in ZNO. Petra Rau told ZNO that it rains.", {"ZNO"}),
        ("Petra Rau told the Zenda Parliament that it rains.", set()),
        ("Petra Rau told the Zenda king that it rains.", set()),
        ("Petra Rau told reporters that it rains.", set()),
    ],
)  # fmt: skip
def test_what_the_article_calls_an_outlet_or_lets_carry_words(text: str, outlets: set[str]) -> None:
    assert known_outlets(scene(text), PARTIES) == outlets


def test_cases_of_a_persons_name_are_no_outlet_in_the_language_of_the_text() -> None:
    assert known_outlets(scene("Das sagte Otto Merk. Petra Rau sagte Merks, es regne.", language="de")) == set()


def test_without_rules_no_outlet_is_known() -> None:
    assert known_outlets(scene("Tidningen Hentzau skrev det.", language="sv")) == set()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Hentzau and Zenda TV", [(0, "Hentzau"), (12, "Zenda TV")]),
        ("Hentzaus", []),
        ("the Zenda TVs", []),
        ("Zenda", []),
        ("“Hentzau”", [(1, "Hentzau")]),
        ("Hentzau, Hentzau", [(0, "Hentzau"), (9, "Hentzau")]),
        ("a .Post", [(2, ".Post")]),
        ("", []),
    ],
)
def test_known_outlets_stand_in_words_as_whole_words(words: str, found: list[tuple[int, str]]) -> None:
    assert list(known_in(words, frozenset({"Hentzau", "Zenda TV", ".Post"}))) == found


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hentzau", True),
        ("Hentzau, Moll", True),
        ("Moll, Hentzau", True),
        ("Moll and Hentzau", True),
        ("Moll Hentzau", False),
        ("state media", True),
        ("media", False),
        ("state media office", False),
        ("the media and the press", True),
        ("", False),
    ],
)
def test_a_name_is_an_outlets(name: str, expected: bool) -> None:
    assert is_outlet(name, frozenset({"Hentzau"}), scene("It rains.")) is expected


def carried(text: str, number: int = 0, outlets: frozenset[str] | None = None) -> tuple[str, ...]:
    read = scene(text)
    sentence = read.article.sentences[0]
    attribution = read.attributions(sentence)[number]
    return carriers(sentence, attribution, read, known_outlets(read) if outlets is None else outlets)


def test_carriers_are_the_outlets_that_hear_or_pass_on_in_the_order_of_the_sentence() -> None:
    assert carried("Petra Rau told the Zenda Times and Hentzau that it rains.") == ("Zenda Times", "Hentzau")
    assert carried("Petra Rau told the Zenda Times it rains, according to Hentzau.") == ("Zenda Times", "Hentzau")
    assert carried("The Zenda Times quoted Petra Rau as saying it rains.") == ("Zenda Times",)
    assert carried("Petra Rau told reporters that it rains.") == ()
    assert carried("Petra Rau told state media that it rains.") == ("state media",)


def test_of_two_names_that_hold_one_another_the_longer_carried() -> None:
    outlets = frozenset({"Zenda", "Zenda Times", "Times"})
    assert carried("Petra Rau told the Zenda Times that it rains.", outlets=outlets) == ("Zenda Times",)


def test_nobody_carries_their_own_words() -> None:
    assert carried("Petra Rau said it rains, according to the Hentzau.", 0) == ("Hentzau",)
    read = scene("Petra Rau said it rains, according to the Hentzau.")
    sentence = read.article.sentences[0]
    outlets = frozenset({"Hentzau"})
    said, according = sorted(read.attributions(sentence), key=lambda a: a.cue)
    assert carriers(sentence, according, read, outlets) == ()
    assert carriers(sentence, None, read, outlets) == ()
    assert passes_on(sentence, according, read, outlets)
    assert not passes_on(sentence, according, read, frozenset())
    assert not passes_on(sentence, said, read, outlets)
    assert is_second_hand(sentence, said, read, outlets)
    assert not is_second_hand(sentence, according, read, outlets)
    assert not is_second_hand(sentence, said, read, frozenset())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Petra Rau said it rains, according to two officials.", True),
        ("Petra Rau said it rains, according to officials in Zenda.", True),
        ("Petra Rau said it rains, according to Zenda officials.", False),
        ("Petra Rau said it rains, according to Ilko Moll.", False),
        ("Petra Rau said it rains, two officials said.", False),
    ],
)
def test_words_from_a_nameless_source_are_second_hand(text: str, expected: bool) -> None:
    read = scene(text)
    sentence = read.article.sentences[0]
    first = min(read.attributions(sentence), key=lambda a: a.cue)
    assert is_second_hand(sentence, first, read, frozenset()) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Petra Rau told Hentzau that it rains.", "Hentzau", True),
        ("Petra Rau told Hentzau that it rains.", "Petra Rau", False),
        ("Petra Rau told Hentzau that Moll left.", "Moll", False),
        ("Petra Rau said it rains, Hentzau reported.", "Hentzau", True),
        ("Petra Rau said in remarks to Hentzau, it rains.", "Hentzau", True),
    ],
)
def test_where_an_outlet_stands_that_carries(text: str, words: str, expected: bool) -> None:
    read = scene(text)
    sentence = read.article.sentences[0]
    own = min(read.attributions(sentence), key=lambda a: a.cue).subject
    at = text.index(words)
    assert is_named_as_carrier(sentence, (at, at + len(words)), own, read) is expected


def owner(text: str, paper: str) -> str | None:
    read = scene(text)
    sentence = next(s for s in read.article.sentences if paper in s.text)
    at = sentence.text.rindex(paper)
    return owner_of(sentence, (at, at + len(paper)), read, People(read, PARTIES, known_outlets(read, PARTIES)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # By a possessive.
        ("Ruritania's “peace plan” is long.", "Ruritania"),
        ("Ruritania's long peace plan is long.", "Ruritania"),
        ("Ruritania's very long peace plan is long.", None),
        ("Petra Rau's plan is long.", "Petra Rau"),
        ("Envoy Petra Rau came. Rau's plan is long.", "Petra Rau"),
        ("The Great Isles' plan is long.", "Great Isles"),
        ("The bridge's plan is long.", None),
        ("Ruritania sent its plan.", "Ruritania"),
        ("Ruritania sent its long “peace plan” home.", "Ruritania"),
        ("Ruritania said Graustark sent its new peace plan.", "Graustark"),
        ("Ruritania met Graustark on their plan", "Ruritania"),
        ("Petra Rau said it rains on his plan.", "Petra Rau"),
        ("It rains on its plan.", None),
        ("Ruritania awaits its plan.", None),
        # By an adjective.
        ("The Ruritanian plan is long.", "Ruritania"),
        ("A Ruritanian big plan is long.", "Ruritania"),
        ("A Ruritanian big old plan is long.", None),
        ("Ruritanian the plan is long.", None),
        ("A ruritanian plan is long.", None),
        ("Some Ruritanian-plan is long.", None),
        # By what stands behind it.
        ("A plan drawn up by Petra Rau failed.", "Petra Rau"),
        ("A plan of rain drawn up by Petra Rau failed.", "Petra Rau"),
        ("A plan of much rain drawn up by Petra Rau failed.", None),
        ("A plan, drawn up by Petra Rau, failed.", None),
        ("A plan drawn up by the Petra Rau failed.", "Petra Rau"),
        ("A plan drawn up by the late Petra Rau failed.", None),
        ("A plan drawn up by Ruritania failed.", "Ruritania"),
        ("A plan drawn up by some failed.", None),
        ("A plan between Petra Rau and Ilko Moll failed.", "Petra Rau and Ilko Moll"),
        ("A plan between Petra Rau and the Ilko Moll failed.", "Petra Rau"),
        ("A plan made by Petra Rau and Ilko Moll failed.", "Petra Rau"),
        ("A plan from Petra Rau to Ilko Moll failed.", "Petra Rau"),
        ("A plan sent by Petra Rau failed.", None),
        # By who gives it.
        ("Petra Rau had handed them a plan.", "Petra Rau"),
        ("Petra Rau handed them in the old plan.", "Petra Rau"),
        ("Petra Rau handed them in the very old plan.", None),
        ("It rains, Petra Rau handed a plan.", "Petra Rau"),
        ("Petra Rau, it rains, handed a plan.", None),
        ("Petra Rau slept and handed a plan.", None),
        ("Otto Sapt met Petra Rau, Ilko Moll handed a plan.", "Ilko Moll"),
        ("Petra Rau's aide handed a plan.", "Petra Rau's aide"),
        ("Ruritania will submit a plan.", "Ruritania"),
        ("Petra Rau published a letter and handed a plan.", None),
        ("A plan was handed by Petra Rau.", None),
        # By who speaks in it.
        ("Petra Rau said in a new plan that it rains.", "Petra Rau"),
        ("Petra Rau said in the plan that it rains.", None),
        ("Petra Rau agreed in the plan that it rains.", "Petra Rau"),
        ("Petra Rau agreed in the very old plan that it rains.", "Petra Rau"),
        ("Petra Rau agreed in the very old bad plan that it rains.", None),
        ("Petra Rau said a plan rains.", None),
        ("In a plan, Petra Rau said it rains.", "Petra Rau"),
        ("“In a plan,” Petra Rau said.", "Petra Rau"),
        ("In a plan, as ever, Petra Rau said it rains.", None),
        ("A plan, Petra Rau said, fell.", None),
    ],
)
def test_whose_plan_it_is(text: str, expected: str | None) -> None:
    assert owner(text, "plan") == expected


def test_who_speaks_in_a_verb_with_the_paper_in_it_made_it() -> None:
    assert owner("Petra Rau issued a long statement.", "statement") == "Petra Rau"


def test_who_only_speaks_of_a_paper() -> None:
    read = scene("Envoy Petra Rau said the plan of Ilko Moll is long.")
    sentence = read.article.sentences[0]
    attributions = read.attributions(sentence)
    assert is_only_speaker("Rau", sentence, attributions)
    assert is_only_speaker("the Envoy Petra Rau of Zenda", sentence, attributions)
    assert not is_only_speaker("Ilko Moll", sentence, attributions)
