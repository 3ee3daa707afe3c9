"""Who mediates by what they do, where no word for mediating tells it."""

from __future__ import annotations

import pytest

from summarizer.draft import DraftTalks
from summarizer.grounding.ground import ground
from tests.grounding.worlds import article, draft

PARTIES = {"en": ["Ruritania", "Graustark"], "uk": ["Руританія", "Граустарк"], "fr": ["Ruritanie", "Graustark"]}


def mediators(text: str, *names: str, language: str = "en") -> list[str]:
    parties = PARTIES[language]
    talks = DraftTalks(subject=None, parties=parties, mediators=list(names), status="unclear", sentences=[])
    read = article(f"{'. '.join(parties)}. {text}", language=language)
    return ground(read, draft().model_copy(update={"talks": talks})).talks.mediators


@pytest.mark.parametrize(
    "text",
    [
        "League of Lakes envoy Ana Moss laid a text before both sides on Friday.",
        "Envoy Ana Moss gave both sides a text.",
        "Special envoy Ana Moss chairs the talks.",
        "Ana Moss, who chairs the talks, slept.",
        "Ana Moss, the Lavian envoy, has shuttled between the capitals.",
        "They will resume the talks, which the envoy Ana Moss is moderating.",
        "They will resume the talks, chaired by Ana Moss.",
        "Envoy Ana Moss slept. They will resume the talks, which the envoy is moderating.",
    ],
)
def test_deeds_tell_who_mediates(text: str) -> None:
    assert mediators(text, "Ana Moss") == ["Ana Moss"]


def test_the_body_that_sent_who_mediates_may_be_named_for_them() -> None:
    assert mediators("League of Lakes envoy Ana Moss laid a text before both sides.", "League of Lakes") == [
        "League of Lakes"
    ]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("uk", "Посланниця Ірма Вельс передала обом сторонам проєкт.", "Ірма Вельс"),
        ("fr", "L’envoyée Anne Brel a remis un texte aux deux parties.", "Anne Brel"),
    ],
)
def test_deeds_in_other_languages(language: str, text: str, name: str) -> None:
    assert mediators(text, name, language=language) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Envoy Ana Moss slept.",
        "The Ruritanian envoy Ana Moss laid a text before both sides.",
        "Ruritanian envoy Ana Moss chairs the talks.",
        "Envoy Ana Moss sent observers to both sides.",
        "Ana Moss gave both sides a text.",
        "Ana Moss met Tom Brand, who chairs the talks.",
        "Envoy Ana Moss met envoy Tom Brand. They will resume the talks, which the envoy is moderating.",
    ],
)
def test_who_does_nothing_between_the_sides_is_no_mediator(text: str) -> None:
    assert mediators(text, "Ana Moss") == []
