"""Who heads a delegation: one an article, and whom another article names where one names several."""

from __future__ import annotations

from tests.merging.making import Told, dossier


def headed(day: str, *names: str) -> Told:
    told = Told(day, *(f"The delegation of Norland is led by {name}." for name in names))
    for number, name in enumerate(names, start=1):
        told.head(number, "Norland", name)
    return told


def contradicted(*told: Told) -> list[tuple[str, ...]]:
    return [tuple(side.value for side in one.sides) for one in dossier(*told).contradictions]


def test_another_head_later_replaces_the_first() -> None:
    found = dossier(headed("05-03", "Ada Lind"), headed("05-06", "Bo Hart"), headed("05-07", "Bo Hart")).contradictions
    assert [(one.field, one.kind, [side.value for side in one.sides]) for one in found] == [
        ("head", "replaced", ["Ada Lind", "Bo Hart"])
    ]


def test_two_heads_of_one_article_are_no_contradiction() -> None:
    assert contradicted(headed("05-03", "Ada Lind", "Bo Hart")) == []


def test_of_two_that_an_article_names_the_one_counts_whom_another_names() -> None:
    assert contradicted(headed("05-03", "Ada Lind", "Bo Hart"), headed("05-04", "Ada Lind")) == []
    assert contradicted(
        headed("05-03", "Cid Rowe"), headed("05-04", "Ada Lind", "Bo Hart"), headed("05-05", "Bo Hart")
    ) == [("Cid Rowe", "Bo Hart")]
