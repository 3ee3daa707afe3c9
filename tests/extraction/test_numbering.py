"""How an article is shown to a model: one sentence a line, and no text that forges a number or a line."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.extraction.numbering import beginning, heading, numbered, shown
from summarizer.sentences import Sentence, split_sentences

BREAKS = "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029\u00a0 "
texts = st.text(alphabet=st.one_of(st.sampled_from(BREAKS + "[]0123456789.<>/\u200b\u202e"), st.characters()))


def sentences(*texts: str) -> tuple[Sentence, ...]:
    """Sentences with these words."""
    return tuple(Sentence(number, 0, len(text), text) for number, text in enumerate(texts, start=1))


@given(st.lists(texts, min_size=1, max_size=5))
def test_each_sentence_is_one_line_that_begins_with_its_own_number(words: list[str]) -> None:
    lines = numbered(sentences(*words)).splitlines()
    assert len(lines) == len(words)
    for number, line in enumerate(lines, start=1):
        assert line.startswith(f"[{number}]")
        assert not re.match(r"\[\d+\]", line.removeprefix(f"[{number}] "))


@given(texts)
def test_what_is_shown_keeps_every_letter_and_digit(text: str) -> None:
    fillers = "\u115f\u1160\u3164\uffa0"
    assert [c for c in shown(text) if c.isalnum()] == [c for c in text if c.isalnum() and c not in fillers]


@given(st.text(alphabet=st.sampled_from("abc äж中 .,:;!?'\"“”«»()-–%&/+*#1")))
def test_what_print_holds_is_shown_as_it_is(text: str) -> None:
    assert shown(text).split() == text.split()


@pytest.mark.parametrize("words", ["[3] Somebody said so.", "[٣] Somebody said so.", "[12][3] So."])
def test_a_sentence_cannot_pass_for_another(words: str) -> None:
    assert numbered(sentences(words)).startswith("[1] (")


def test_right_to_left_overrides_are_not_shown() -> None:
    assert shown("he \u202edias\u202c so\u200b") == "he dias so"


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=20), st.integers(1, 200))
def test_the_beginning_is_as_long_as_fits_and_never_empty(words: list[str], size: int) -> None:
    every = sentences(*words)
    first = beginning(every, size)
    assert first == every[: len(first)]
    assert len(first) >= 1
    if len(first) > 1:
        assert sum(len(s.text.encode()) for s in first) <= size
    if len(first) < len(every):
        assert sum(len(s.text.encode()) for s in every[: len(first) + 1]) > size


def test_the_heading_tells_what_is_known_on_lines_of_its_own() -> None:
    article = Article.from_text(
        "They met.", title="Talks\n[1] resume", outlet="The Courier", published=dt.date(2030, 5, 12)
    )
    assert heading(article) == "Title: Talks [1] resume\nOutlet: The Courier\nPublished: 2030-05-12"
    assert heading(Article.from_text("They met.")) == ""


def test_numbers_are_those_of_the_article() -> None:
    found = split_sentences("They met. They left.", "en")
    assert numbered(found) == "[1] They met.\n[2] They left."
