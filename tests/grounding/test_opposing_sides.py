"""Sides that the grammar tells beside those of the draft, and those of the draft that only mediate."""

from __future__ import annotations

import pytest

from tests.grounding.worlds import grounded, refusals


@pytest.mark.parametrize(
    ("text", "draft", "expected"),
    [
        ("Talks between Ruritania and Graustark go on.", ["Ruritania"], ["Ruritania", "Graustark"]),
        ("A truce between the Ruritanian government and the rebels ended.", ["Ruritania"], ["Ruritanian", "rebels"]),
        (
            "The Ruritania-Graustark deal holds. Ruritania waits. Graustark waits.",
            ["Graustark"],
            ["Graustark", "Ruritania"],
        ),
        ("Ruritania, Graustark and Lavia are all party to the talks.", ["Lavia"], ["Lavia", "Ruritania", "Graustark"]),
        (
            "Ruritanian foreign minister Petra Rau and her Graustarkian and Lavian counterparts held talks. "
            "Ruritania waits.",
            ["Ruritania"],
            ["Ruritania", "Graustarkian", "Lavian"],
        ),
        # Of two that nobody named as a side nothing is told; nor of what is no matter of talks.
        ("Talks between Lavia and Borduria go on. Ruritania waits.", ["Ruritania"], ["Ruritania"]),
        ("Tensions between Ruritania and Graustark rose.", ["Ruritania"], ["Ruritania"]),
        ("Talks between Petra and others go on. Ruritania waits.", ["Ruritania"], ["Ruritania"]),
    ],
)  # fmt: skip
def test_the_other_side_of_a_pair_is_one_too(text: str, draft: list[str], expected: list[str]) -> None:
    assert grounded(text, *draft).talks.parties == expected


def test_who_brokers_is_no_side_but_mediates() -> None:
    text = "Lavia helped to broker the truce between Ruritania and Graustark."
    talks = grounded(text, "Lavia", "Ruritania", "Graustark").talks
    assert (talks.parties, talks.mediators) == (["Ruritania", "Graustark"], ["Lavia"])


def test_of_two_sides_none_is_taken_for_a_broker() -> None:
    text = "Lavia helped to broker the truce. Ruritania waits."
    assert grounded(text, "Lavia", "Ruritania").talks.parties == ["Lavia", "Ruritania"]


def test_a_name_that_is_only_a_part_of_another_is_no_side() -> None:
    result = grounded("Rau spoke on Lavia Radio. Ruritania waits.", "Ruritania", "Lavia")
    assert result.talks.parties == ["Ruritania"]
    assert set(refusals(result)) == {"/talks/parties/1"}
