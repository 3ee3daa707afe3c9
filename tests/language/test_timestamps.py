"""The time that opens an entry of a live blog is no part of what the entry says."""

from __future__ import annotations

import pytest

from summarizer.grounding.names import mentions
from summarizer.language import rules_for
from summarizer.language.attribution import find_attributions
from summarizer.language.timestamps import without_timestamp

TIMES = [
    "14:05",
    "9.20",
    "06:00:30",
    "14h05",
    "9:20 a.m.",
    "9:20 PM",
    "14:05 GMT",
    "14.05 Uhr",
    "[14:05]",
    "14:05 CEST",
]


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize("between", [" ", ": ", " — ", " | "])
def test_who_speaks_does_not_begin_with_the_time(time: str, between: str) -> None:
    rules = rules_for("en")
    assert rules is not None
    text = f"{time}{between}Envoy Rupert Sapt said that it rains."
    (found,) = find_attributions(text, rules)
    assert found.subject is not None
    assert text[slice(*found.subject)] == "Envoy Rupert Sapt"
    (name,) = mentions(text, rules)
    assert (name.name, name.role) == ("Rupert Sapt", "Envoy")
    assert text[name.start : name.end] == "Rupert Sapt"


@pytest.mark.parametrize("time", TIMES)
def test_offsets_stay(time: str) -> None:
    text = f"{time} It rains."
    blanked = without_timestamp(text)
    assert len(blanked) == len(text)
    assert blanked.lstrip(" ]") == "It rains."


@pytest.mark.parametrize(
    "text",
    ["14 envoys met.", "At 14:05 it rained.", "14:055 it is.", "2:99 it is.", "3:1 was the score.", "10.5% of it"],
)
def test_other_figures_stay(text: str) -> None:
    assert without_timestamp(text) == text
