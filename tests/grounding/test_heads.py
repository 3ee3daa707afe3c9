"""Heads of delegations behind "its", and those who are replaced; what counts sides names none."""

from __future__ import annotations

import pytest

from summarizer.draft import DraftDelegation
from summarizer.grounding.ground import Grounded, ground
from summarizer.language.sides import is_everybody
from tests.grounding.worlds import article, delegation, draft, refusals

PARTIES = ("Ruritania", "Graustark")


def result(text: str, *drafts: DraftDelegation, language: str = "en", parties: tuple[str, ...] = PARTIES) -> Grounded:
    return ground(article(text, language=language), draft(*parties, delegations=list(drafts)))


def heads(found: Grounded) -> list[tuple[str, str | None]]:
    return [(d.party, d.head.name if d.head else None) for d in found.delegations]


BAN = "Ruritania rejects a ban, Anne Garnot, who leads its delegation, told the Zenda Herald."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BAN, [("Ruritania", "Anne Garnot")]),
        (
            f"The Graustarkian delegation came to Ruritania. {BAN}",
            [("Graustark", None), ("Ruritania", "Anne Garnot")],
        ),
        ("Ruritania has yet to name the head of its delegation.", []),
        # Whose it is remains open.
        ("Graustark said Ruritania slept, and Anne Garnot heads its delegation.", []),
        ("In May, Graustark’s Anne Garnot led its delegation.", []),
        (
            "The Graustarkian delegation came to Ruritania. Its head, Karin Lund, slept.",
            [("Graustark", "Karin Lund")],
        ),
        ("The Graustarkian delegation met the Ruritanian Union. Its head, Karin Lund, slept.", [("Graustark", None)]),
        ("All four delegations, led by Karin Lund, slept.", []),
        ("Ruritania's three delegations slept.", [("Ruritania", None)]),
    ],
)
def test_whose_delegation_it_is(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert heads(result(f"Ruritania meets Graustark. {text}")) == expected


def test_a_head_of_one_side_is_none_of_another() -> None:
    text = f"Graustark waits. {BAN}"
    found = result(text, delegation("Ruritania", "Anne Garnot", 2), delegation("Graustark", "Anne Garnot", 1, 2))
    assert heads(found) == [("Ruritania", "Anne Garnot")]
    assert refusals(found) == {"/delegations/1/head": ("absent", None)}


def test_an_entry_with_a_note_or_a_delegation_of_its_own_stays_without_the_head_of_another() -> None:
    text = f"Graustark waits. The Graustarkian delegation waits. {BAN}"
    found = result(text, delegation("Graustark", "Anne Garnot", 2, 3))
    assert heads(found) == [("Graustark", None), ("Ruritania", "Anne Garnot")]


def test_who_is_replaced_leads_no_more() -> None:
    text = "Руританія чекає. Делегацію Руританії замість Марка Дорна віднині очолює Ніна Борн."
    found = result(text, delegation("Руританія", "Марко Дорн", 2), language="uk", parties=("Руританія",))
    assert heads(found) == [("Руританія", "Ніна Борн")]
    assert "/delegations/0/head" in refusals(found)
    text = "Ruritania and Graustark wait. The Ruritanian delegation will be led by Nina Born instead of Mark Dorn."
    assert heads(result(text)) == [("Ruritania", "Nina Born")]
    text = "Ruritania and Graustark wait. Instead of Mark Dorn, Nina Born leads the Ruritanian delegation."
    assert heads(result(text)) == [("Ruritania", "Nina Born")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "all four delegations"), ("en", "All"), ("en", "both sides"), ("en", "The three sides"),
        ("ru", "обе стороны"), ("uk", "усі три делегації"), ("es", "ambas partes"), ("fr", "les deux parties"),
        ("de", "beide Seiten"),
    ],
)  # fmt: skip
def test_words_that_only_count_sides_name_none(language: str, words: str) -> None:
    assert is_everybody(words, language)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Both Islands"), ("en", "the Labour Party"), ("zh", "all"), ("en", "rebel side")]
)
def test_a_name_is_not_taken_for_a_count(language: str, words: str) -> None:
    assert not is_everybody(words, language)


def test_what_counts_sides_is_no_party() -> None:
    found = result("All four delegations slept.", delegation("All four delegations", None, 1), parties=("All",))
    assert found.delegations == []
    assert refusals(found) == {"/talks/parties/0": ("absent", None), "/delegations/0/party": ("absent", None)}
