"""Delegations that the grammar tells of: whose they are, and who leads them."""

from __future__ import annotations

import pytest

from summarizer.grounding.ground import ground
from tests.grounding.worlds import article, draft

Told = list[tuple[str, str | None]]


def delegations(text: str, *parties: str, language: str = "en") -> Told:
    waiting = ". ".join(parties)
    found = ground(article(f"{waiting}. {text}", language=language), draft(*parties)).delegations
    return [(d.party, d.head.name if d.head else None) for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ruritanian delegation is led by Petra Rau.", [("Ruritania", "Petra Rau")]),
        ("Petra Rau will lead the Ruritanian delegation.", [("Ruritania", "Petra Rau")]),
        ("Petra Rau, who is also chancellor, will lead the Ruritanian delegation.", [("Ruritania", "Petra Rau")]),
        ("Petra Rau, head of the Ruritanian delegation, slept.", [("Ruritania", "Petra Rau")]),
        ("The head of the Ruritanian delegation, Petra Rau, slept.", [("Ruritania", "Petra Rau")]),
        ("Ruritania's chief negotiator, Petra Rau, slept.", [("Ruritania", "Petra Rau")]),
        ("Ruritania's high-level negotiating team is here.", [("Ruritania", None)]),
        ("A delegation from Ruritania is here.", [("Ruritania", None)]),
        ("The rebel delegation came. The rebels are many.", [("rebel", None)]),
        ("The Strelsau delegation came.", [("Strelsau", None)]),
        ("The Ruritanian delegation came. The head of the delegation, Petra Rau, slept.", [("Ruritania", "Petra Rau")]),
        (
            "The minister for fish, who will lead the Ruritanian delegation, slept.",
            [("Ruritania", "minister for fish")],
        ),
        ("A large delegation came.", []),
        ("The delegation of experts came.", []),
        ("Petra Rau met the Ruritanian delegation.", [("Ruritania", None)]),
        ("Petra Rau leads her party. The Ruritanian delegation came.", [("Ruritania", None)]),
    ],
)
def test_delegations_by_the_words_of_a_sentence(text: str, expected: Told) -> None:
    assert delegations(text, "Ruritania", "Graustark") == expected


@pytest.mark.parametrize(
    ("text", "language", "parties", "expected"),
    [
        ("Делегацию Руритании возглавит Петра Рау.", "ru", ("Руритания",), [("Руритания", "Петра Рау")]),
        ("Глава руританской делегации Петра Рау прибыла.", "ru", ("Руритания",), [("Руритания", "Петра Рау")]),
        ("Делегація Руританії на чолі з Петрою Рау прибула.", "uk", ("Руританія",), [("Руританія", "Петрою Рау")]),
        (
            "La delegación de Ruritania, encabezada por Petra Rau, llegó.",
            "es",
            ("Ruritania",),
            [("Ruritania", "Petra Rau")],
        ),
        (
            "La délégation de Ruritanie, conduite par Petra Rau, est là.",
            "fr",
            ("Ruritanie",),
            [("Ruritanie", "Petra Rau")],
        ),
    ],
)
def test_other_languages(text: str, language: str, parties: tuple[str, ...], expected: Told) -> None:
    assert delegations(text, *parties, language=language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La délégation ruritanienne est dirigée par la ministre des Affaires étrangères Petra Rau."),
        ("fr", "La délégation de Ruritanie sera menée par Petra Rau."),
        ("de", "Die ruritanische Delegation wird von Außenministerin Petra Rau geleitet."),
        ("de", "Die ruritanische Delegation wurde von Petra Rau angeführt."),
    ],
)
def test_passive_verbs_and_adjectives_behind_the_noun(language: str, text: str) -> None:
    side = {"fr": "Ruritanie", "de": "Ruritanien"}[language]
    assert delegations(text, side, language=language) == [(side, "Petra Rau")]


def test_in_german_by_whom_something_else_is_done_leads_nobody() -> None:
    assert delegations("Die ruritanische Delegation wird von Petra Rau begrüßt.", "Ruritanien", language="de") == [
        ("Ruritanien", None)
    ]
