"""What was altered in copied words, told and never mended."""

from __future__ import annotations

import time

import pytest

from summarizer.grounding.comparison import compare

TEXT = "Defence Minister Rustan Umbri said that 21 of the prisoners will not return to Strelsau on Friday."


@pytest.mark.parametrize(
    ("words", "difference"),
    [
        ("12 of the prisoners", "“12” for “21”"),
        ("prisoners will return to Strelsau", "“not” left out"),
        ("said that not 21 of the prisoners", "“not” added"),
        ("Rustan Umbry", "“umbry” for “umbri”"),
        ("Defence Minister Rustan Moll", "“moll” for “umbri”"),
        ("Foreign Minister Rustan Umbri", "“foreign” for “defence”"),
        ("Umbry", "“umbry” for “umbri”"),
        ("prisoners may not return", "“may” for “will”"),
    ],
)
def test_a_near_miss_tells_what_was_altered(words: str, difference: str) -> None:
    assert compare(words, TEXT) == difference


STORY = (
    "Petra Rau, who leads the team, left Strelsau on Monday. Rain fell on the bridge. "
    "Graustark, her host said, will open the border next week."
)


@pytest.mark.parametrize(
    ("words", "difference"),
    [
        (
            "Petra Rau, who leads the team, will open the border next week.",
            "two passages put together: “… leads the team” and “will open the …”",
        ),
        (
            "Graustark, her host said, left Strelsau on Monday",
            "two passages put together: “… her host said” and “left strelsau on …”",
        ),
        ("Petra Rau, who leads the team, left on Monday.", "“strelsau” left out"),
        ("leads the team open the border", "two passages put together: “… leads the team” and “open the border …”"),
        ("who leads the team open border", "“open border” for “left strelsau”"),
        (
            "Petra Rau, who leads the team, left Zenda for the coast",
            "“zenda for the coast” for “strelsau on monday rain”",
        ),
    ],
)
def test_two_passages_put_together_are_told_as_such_and_a_few_words_left_out_by_name(
    words: str, difference: str
) -> None:
    assert compare(words, STORY) == difference


@pytest.mark.parametrize("words", ["Petra Rau", "the treaty was signed in Zenda", "", "…", "Graustark"])
def test_what_is_nothing_like_the_text_is_absent(words: str) -> None:
    assert compare(words, TEXT) is None


def test_an_empty_text_holds_nothing() -> None:
    assert compare("Rau", "") is None


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    text = " ".join(f"word{n % 4000}" for n in range(40_000))
    words = " ".join(f"word{n}" for n in range(40)) + " more"
    started = time.process_time()
    assert compare(words, text) == "“more” for “word40”"
    assert time.process_time() - started < 5
