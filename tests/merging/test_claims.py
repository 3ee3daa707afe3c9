"""Incidents, numbers, denials and carried words: what is one, what disagrees, and what only seems to."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from summarizer.dossier import Contradiction
from tests.merging.making import YEAR, Told, dossier


def incidents(*texts: tuple[str, str]) -> int:
    told = [
        Told("05-04", f"X {n} {text}.", language=language).event(1, "05-03", text)
        for n, (language, text) in enumerate(texts, start=1)
    ]
    return len(dossier(*told).events)


@pytest.mark.parametrize(
    "texts",
    [
        [("en", "Corrow freed the crews of two trawlers"), ("en", "the crews of the trawlers were freed")],
        [("en", "nine people lost their lives in Tarn"), ("en", "gunmen opened fire in Tarn")],
        [("en", "an attack on the village of Tarn"), ("ru", "в деревне Тарн погибли девять человек")],
    ],
)
def test_one_incident_in_other_words(texts: list[tuple[str, str]]) -> None:
    assert incidents(*texts) == 1


@pytest.mark.parametrize(
    "texts",
    [
        [("en", "Corrow freed the crews of two trawlers"), ("en", "Corrow recalled its ambassador from Sundby")],
        [("en", "gunmen opened fire in Tarn"), ("en", "gunmen opened fire in Vik")],
        [("en", "the minister arrived in Sundby"), ("en", "the envoy left for talks in Sundby")],
    ],
)
def test_two_incidents_of_a_day_stay_two(texts: list[tuple[str, str]]) -> None:
    assert incidents(*texts) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "no shots were fired at the ship"), ("en", "the sides did not meet"), ("ru", "стороны не встретились")],
)
def test_what_did_not_happen_is_no_event(language: str, text: str) -> None:
    told = Told("05-04", f"X {text}.", language=language).event(1, "05-03", text)
    assert dossier(told).events == []


def disputed(one: str, other: str, **more: str) -> list[Contradiction]:
    """What two people say, each in an article."""
    told = [
        Told("05-03", f"{one}, Ada Lind said.").said(1, "Ada Lind", one),
        Told("05-04", f"{other}, Bo Hart said.").said(1, "Bo Hart", other, **more),
    ]
    return dossier(*told).contradictions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("31 men from the trawlers are held", "34 crew members of the trawlers are detained"),
        ("31 fishermen are detained", "thirty-four people are detained"),
        ("an exchange of 120 prisoners was agreed", "140 captives were to be exchanged as agreed"),
        ("the attack killed nine people", "14 civilians died in the attack"),
        ("the catch is 88 000 tonnes of herring", "the catch is 96,000 tonnes of herring"),
        ("the duty has wiped out 9,000 jobs", "6,000 jobs, not 9,000, have gone in the mills"),
        ("the unpaid transit fees are 420 million euros", "the transit fees are €380m, rather than €420m"),
        ("the unpaid transit fees are $1.5bn", "the transit fees are 1.2 billion dollars"),
    ],
)
def test_numbers_of_the_same_disagree(one: str, other: str) -> None:
    assert [found.field for found in disputed(one, other)] == ["number"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the attack killed nine people", "the attack wounded 30 people"),
        ("120 soldiers are detained", "140 civilians are detained"),
        ("the catch is 88 000 tonnes of herring", "the catch is 88,000 tonnes of herring"),
        ("31 men are held in Sundby", "34 men flew to Sundby"),
        ("the transit fees are €420m", "the transit fees are 420 million euros"),
        ("the transit fees are €420m", "the transit fees are $380m"),
        ("9,000 jobs are gone in the mills", "9,000 jobs, not 6,000, are gone in the mills"),
        ("talks lasted 9 hours in the palace", "talks lasted 11 hours in the palace"),
    ],
)
def test_numbers_of_something_else_do_not(one: str, other: str) -> None:
    assert disputed(one, other) == []


def test_what_is_wanted_is_no_number_of_what_is() -> None:
    wish = Told("05-03", "Brennland wants a catch of 96,000 tonnes, Ada Lind said.")
    wish.said(1, "Ada Lind", "Brennland wants a catch of 96,000 tonnes").wants(1, "Brennland", "catch", "96,000 tonnes")
    fact = Told("05-09", "The protocol sets the catch at 88,000 tonnes, Bo Hart said.")
    fact.said(1, "Bo Hart", "the protocol sets the catch at 88,000 tonnes")
    assert dossier(wish, fact).contradictions == []


def test_two_numbers_that_disagree_are_each_told_once() -> None:
    told = [
        Told("05-03", "120 prisoners are held in camps, A said.").said(
            1, "Ada Lind", "120 prisoners are held in camps"
        ),
        Told("05-04", "140 prisoners are held in camps, B said.").said(1, "Bo Hart", "140 prisoners are held in camps"),
        Told("05-05", "Nine people died in the storm, A said.").said(1, "Ada Lind", "nine people died in the storm"),
        Told("05-06", "Twelve people died in the storm, B said.").said(1, "Bo Hart", "twelve people died in the storm"),
        Told("05-07", "140 prisoners are held in camps, C said.").said(
            1, "Cid Rowe", "140 prisoners are held in camps"
        ),
    ]
    found = dossier(*told).contradictions
    assert [[side.value for side in one.sides] for one in found] == [["120", "140"], ["nine", "twelve"]]
    assert [len(side.references) for side in found[0].sides] == [1, 2]


@pytest.mark.parametrize(
    ("one", "other", "act"),
    [
        ("a patrol ship fired warning shots at the trawler", "no shots were fired at the trawler", "said"),
        ("Corrow agreed to halt inspections at sea", "Corrow had agreed to halt inspections at sea", "denied"),
    ],
)
def test_a_denial_in_other_words_is_found(one: str, other: str, act: str) -> None:
    assert [found.field for found in disputed(one, other, act=act)] == ["denial"]


@pytest.mark.parametrize(("claim", "count"), [("the parties agreed", 1), ("Brennland agreed", 0)])
def test_what_all_sides_did_a_side_may_deny_of_itself(claim: str, count: int) -> None:
    content = f"{claim} to freeze all new duties for 60 days"
    denial = "the Coastal Union has not agreed to any freeze on new duties"
    second = Told("05-04", f"{denial}, Bo Hart said.").said(1, "Bo Hart", denial)
    second.facts["talks"] = {"parties": ["Coastal Union", "Brennland"]}
    first = Told("05-03", f"{content}, Ada Lind said.").said(1, "Ada Lind", content)
    assert len([one for one in dossier(first, second).contradictions if one.field == "denial"]) == count


def test_a_claim_that_two_deny_is_one_contradiction() -> None:
    claim = "Corrow agreed to halt inspections at sea"
    told = [
        Told("05-03", f"{claim}, Ada Lind said.").said(1, "Ada Lind", claim),
        Told("05-04", f"Bo Hart denied that {claim}.").said(1, "Bo Hart", claim, act="denied"),
        Told("05-05", f"Cid Rowe denied that {claim}.").said(1, "Cid Rowe", claim, act="denied"),
    ]
    (found,) = dossier(*told).contradictions
    assert [len(side.references) for side in found.sides] == [1, 2]


@pytest.mark.parametrize(
    ("one", "other", "act"),
    [
        # Of somebody else, of something else, or by nobody.
        ("Brennland agreed to a ceasefire in the north", "Corrow did not agree to a ceasefire in the north", "said"),
        ("a patrol ship fired warning shots at the trawler", "no agreement was reached on the trawler", "said"),
        ("Corrow agreed to halt inspections at sea", "Corrow agreed to halt inspections at sea", "said"),
    ],
)
def test_what_is_no_denial_is_none(one: str, other: str, act: str) -> None:
    assert disputed(one, other, act=act) == []


WORDS = "Fish carry no passports, and they will not wait for us"
IN_OTHER_WORDS = "fish carried no passports and would not wait"


def carried(content: str, **more: Any) -> list[int]:
    first = Told("05-05", f'"{WORDS}," Ada Lind told Tern Wire.', outlet="Tern Wire").said(
        1, "Ada Lind", WORDS, reported_by=["Tern Wire"]
    )
    second = Told("05-06", f"Ada Lind said that {content}, Tern Wire reported.", outlet="Harbour Post")
    second.said(1, "Ada Lind", content, **{"reported_by": ["Tern Wire"], **more})
    return [len(one.references) for one in dossier(first, second).statements]


def test_words_that_an_outlet_carries_are_one_statement_with_one_source() -> None:
    assert carried(IN_OTHER_WORDS) == [2]


@pytest.mark.parametrize(
    ("content", "more"),
    [
        (IN_OTHER_WORDS, {"reported_by": ["Vik Radio"]}),
        (IN_OTHER_WORDS, {"reported_by": []}),
        (IN_OTHER_WORDS, {"act": "denied"}),
        ("Brennland wants 60 percent of the catch", {}),
    ],
)
def test_words_that_are_not_carried_are_another_statement(content: str, more: dict[str, Any]) -> None:
    assert carried(content, **more) == [1, 1]


def test_the_source_is_who_had_it_first_in_whatever_order_others_name_it() -> None:
    first = Told("05-05", f'"{WORDS}," Ada Lind told Vik Radio.', outlet="Vik Radio").said(1, "Ada Lind", WORDS)
    second = Told("05-06", f"Ada Lind said {IN_OTHER_WORDS}.", outlet="Harbour Post").said(
        1, "Ada Lind", IN_OTHER_WORDS, reported_by=["Vik Radio", "Tern Wire"]
    )
    (statement,) = dossier(first, second).statements
    assert statement.origins == ["Vik Radio"]


@pytest.mark.parametrize(
    ("stance", "kind"),
    [
        ("had given up its claim to the northern bank", "withdrawn"),
        ("відмовляється від північної мілини", "withdrawn"),
        ("ready to give up its claim to the northern bank", "changed"),
    ],
)
def test_a_claim_given_up_is_withdrawn_and_one_that_may_be_is_not(stance: str, kind: str) -> None:
    told = [
        Told("05-03", "Corrow claims the northern bank.").wants(1, "Corrow", "northern bank", "claims the whole of it"),
        Told("05-08", "Corrow X.").wants(1, "Corrow", "northern bank", stance),
    ]
    (line,) = dossier(*told).positions
    assert line.moved == kind


def test_a_change_cites_who_told_it_first() -> None:
    told = [
        Told("05-03", "They meet on Thursday.").meeting(1, "05-06T10:00", parties=["Brennland", "Corrow"], city="Vik"),
        Told("05-06", "They met.").meeting(1, "05-06T10:00", "past", city="Vik"),
        Told("05-07", "They had met.").meeting(1, "05-06T10:00", "past", city="Vik"),
    ]
    found = dossier(*told)
    (change,) = found.changes_since(dt.date(YEAR, 5, 4))
    assert (change.kind, change.before, change.after) == ("done", "planned", "past")
    assert [reference.article for reference in change.references] == [found.articles[0].id, found.articles[1].id]


@pytest.mark.parametrize(
    ("stance", "moved"),
    [
        ("хочет получить всю северную отмель", "kept"),
        ("хочет получить 40 процентов отмели", "changed"),
        ("больше не претендует на северную отмель", "withdrawn"),
    ],
)
def test_of_a_stance_in_another_language_only_figures_tell(stance: str, moved: str) -> None:
    told = [
        Told("05-03", "Corrow claims the bank.").wants(1, "Corrow", "northern bank", "claims 60 percent of the bank"),
        Told("05-08", "Корроу X.", language="ru").wants(1, "Corrow", "northern bank", stance),
    ]
    found = dossier(*told)
    assert [line.moved for line in found.positions] == [moved]
    assert [one.kind for one in found.changes_since(dt.date(YEAR, 5, 4))] == ([] if moved == "kept" else [moved])


def test_a_change_tells_what_the_event_is() -> None:
    told = [
        Told("05-03", "The crews will be freed on Thursday.").event(1, "05-06", "The crews will be freed", "planned"),
        Told("05-03", "They meet in Vik on Friday.").meeting(1, "05-07", city="Vik"),
        Told("05-06", "The crews were freed on Thursday.").event(1, "05-06", "The crews were freed"),
        Told("05-07", "They met in Vik.", "Corrow recalled its envoy.").meeting(1, "05-07", "past", city="Vik")
        .event(2, "05-07", "Corrow recalled its envoy"),
    ]  # fmt: skip
    text = dossier(*told).markdown(dt.date(YEAR, 5, 4))
    assert "- e1 (The crews were freed): done: planned → past" in text
    assert "(meeting in Vik): done: planned → past" in text
    assert f"new: Corrow recalled its envoy: incident {YEAR}-05-07 past" in text.replace("\\", "")
