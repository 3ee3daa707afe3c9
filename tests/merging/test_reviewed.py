"""What a review of the merging found: merges of two, hangs, and contradictions that are none."""

from __future__ import annotations

import time

import pytest

from summarizer.language.papers import is_signing
from summarizer.language.rounds import rounds_in, tells_of_a_move
from summarizer.merging.negation import is_negated
from summarizer.merging.seats import party_code
from summarizer.merging.spelling import is_one_building
from tests.merging.making import Told, dossier, reports


def names_of(kind: str, *names: str) -> int:
    told = []
    for day, name in enumerate(names, start=1):
        one = Told(f"05-{day:02}", f"Sentence {day} of X.")
        told.append(one.said(1, name, "x") if kind == "people" else one.wants(1, name, "fish", "x"))
    return len(getattr(dossier(*told), kind))


@pytest.mark.parametrize(
    "names",
    [
        ("United Kingdom", "United States"),
        ("Niger", "Nigeria"),
        ("Guinea", "Guyana"),
        ("Khan", "Vietnam"),
        ("Republic of China", "Vietnam"),
    ],
)
def test_two_countries_stay_two(names: tuple[str, ...]) -> None:
    assert names_of("parties", *names) == 2


@pytest.mark.parametrize("name", ["Guyana", "Khan"])
def test_no_seat_is_found_by_its_consonants(name: str) -> None:
    assert party_code(name, "en") != "VN"


def test_two_who_sit_at_one_table_are_two() -> None:
    told = Told("05-03", "The Army and the Arakan Army met.").meeting(
        1, "05-03", "past", parties=["Army", "Arakan Army"]
    )
    assert len(dossier(told).parties) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("Louis Durand", "Louise Durand"), ("Martin Blanc", "Martine Blanc"), ("Simon Roux", "Simone Roux"),
        ("Antonio Ruiz", "Antonia Ruiz"),
    ],
)  # fmt: skip
def test_a_man_and_a_woman_of_one_surname_are_two(names: tuple[str, str]) -> None:
    assert names_of("people", *names) == 2


def test_a_surname_that_is_spelt_otherwise_is_one() -> None:
    assert names_of("people", "Arsen Tovlin", "Arsen Tovline", "Arsen Towlin") == 1


def test_a_party_is_itself_though_somebody_bears_its_name() -> None:
    led = Told("05-03", "Michael Jordan leads the delegation of Norland.").head(1, "Norland", "Michael Jordan")
    paper = Told("05-04", "Jordan sent a memorandum.", "Jordan wants fish.").wants(2, "Jordan", "fish", "wants fish")
    paper.paper(1, "memorandum", "delivered", "05-04", author="Jordan")
    (line,) = dossier(led, paper).documents
    assert line.author == "Jordan"


def test_a_city_of_the_tables_is_one_in_two_scripts() -> None:
    one = Told("05-03", "They met in Kolkata.").meeting(1, "05-03", "past", city="Kolkata")
    other = Told("05-04", "Они встретились в Калькутте.", language="ru").meeting(1, "05-03", "past", city="Калькутта")
    assert len(dossier(one, other).places) == 1


def incidents(one: str, other: str) -> int:
    told = [Told(f"05-0{n}", f"X {n} {text}.").event(1, "05-03", text) for n, text in ((4, one), (5, other))]
    return len(dossier(*told).events)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two soldiers were killed at Avel on Friday", "a bomb wounded five people in Borza on Friday"),
        ("Norland and Suland signed a protocol on prisoners", "Westmark and Ostmark signed a fisheries treaty"),
        ("ministers signed the accord", "thousands lit candles in a sign of protest"),
    ],
)
def test_two_incidents_of_one_day_are_two(one: str, other: str) -> None:
    assert incidents(one, other) == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [("in a sign of protest", "en"), ("L’armée signale une explosion", "fr"), ("La firma Siemens invierte", "es")],
)
def test_what_is_no_signing(text: str, language: str) -> None:
    assert not is_signing(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Officials said the delegations were scheduled to meet again in Geneva on 20 June.",
        "They will meet again in Geneva on 20 June to discuss prisoners rather than borders.",
        "They were set to meet on Friday.",
    ],
)
def test_what_is_told_of_other_talks_is_no_move(text: str) -> None:
    assert not tells_of_a_move(text, "en")
    plan = Told("05-03", "They meet in Vik.").meeting(1, "05-10T10:00", parties=["A", "B"], city="Vik")
    other = Told("05-08", text).meeting(1, "05-20", parties=["A", "B"], city="Vik")
    assert reports(plan, other) == [1, 1]


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("On June 2nd a round of talks was held.", []),
        ("the 2nd round", [2]),
        ("the second and final round", [2]),
        ("The first day of a new round", []),
    ],
)
def test_a_day_is_no_round(text: str, rounds: list[int]) -> None:
    assert rounds_in(text) == rounds


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Grand Hotel Astoria", "Grand Hotel Europa", False),
        ("Ministry of Foreign Affairs", "Ministry of Internal Affairs", False),
        ("22", "Palace of Commerce", False),
        ("Customs House", "old Customs House", True),
        ("the former town hall", "the old town hall", True),
    ],
)
def test_buildings(one: str, other: str, same: bool) -> None:
    assert is_one_building(one, other) is same


@pytest.mark.parametrize("text", ["a" * 5_000 + " x", "a " * 5_000, "’" * 5_000])
def test_no_text_holds_up_the_search_for_a_denial(text: str) -> None:
    began = time.monotonic()
    assert not is_negated(text, "en")
    assert time.monotonic() - began < 1.0


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("will not open the harbour", True),
        ("will not only open the harbour", False),
        ("no shots were fired", True),
        ("9,000 jobs, not 6,000, are gone", False),
    ],
)
def test_what_is_denied(text: str, negated: bool) -> None:
    assert is_negated(text, "en") is negated


def test_who_leads_another_country_answers_nothing() -> None:
    question = Told("05-03", "It is unclear who will lead the delegation of Nigeria.")
    question.facts["open_questions"] = [{"text": "Who?", "evidence": [question.evidence(1)]}]
    question.wants(1, "Nigeria", "fish", "x")
    head = Told("05-04", "Ada Lind will lead the delegation of Niger.").head(1, "Niger", "Ada Lind")
    assert [line.answer for line in dossier(question, head).open_questions] == [None]


def claimed(one: str, other: str, act: str = "said") -> list[str]:
    told = [
        Told("05-03", f"{one}, Ada Lind said.").said(1, "Ada Lind", one),
        Told("05-04", f"{other}, Bo Hart said.").said(1, "Bo Hart", other, act=act),
    ]
    return [found.field for found in dossier(*told).contradictions]


@pytest.mark.parametrize(
    ("one", "other", "act"),
    [
        ("200 people protested against the ceasefire", "34 prisoners will be freed under the ceasefire", "said"),
        ("12 people were killed at the harbour", "300 people gathered at the harbour", "said"),
        ("Corrow will open the harbour to grain ships", "Corrow will not only open the harbour to grain ships", "said"),
        ("the attack on the harbour of Borza was condemned by all", "the attack", "denied"),
    ],
)
def test_what_is_no_contradiction(one: str, other: str, act: str) -> None:
    assert claimed(one, other, act) == []
