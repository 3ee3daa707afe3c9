from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.rendering.plain import inert_text, isolated, plain_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two  words\n\tand\r\nmore ", "two words and more"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("\x9b31m\x7f", "�31m␡"),
        ("a\x85b\u2028c", "a b c"),
        ("photo\u202egnp.exe\u202c", "photo�gnp.exe"),
        ("\u2067right\u2069", "right"),
        ("\ud800", "�"),
        (" \n ", "(blank)"),
        ("12\u00a0000", "12\u00a0000"),
        ("नमस्ते 👩‍👩‍👧 ميرا", "नमस्ते 👩‍👩‍👧 ميرا"),
    ],
)
def test_text_is_shown_and_never_acts(text: str, shown: str) -> None:
    assert plain_text(text) == shown


@given(st.text(st.characters(), max_size=30))
def test_nothing_that_acts_is_left(text: str) -> None:
    shown = plain_text(text)
    assert shown
    assert not [character for character in shown if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert plain_text(shown) == shown


@given(st.text(st.characters(), max_size=30))
def test_inert_text_keeps_white_space_and_is_the_same_line(text: str) -> None:
    assert plain_text(inert_text(text)) == plain_text(text)


def test_only_right_to_left_text_is_isolated() -> None:
    assert isolated("Salt Hall") == "Salt Hall"
    assert isolated("רדיו") == "\u2068רדיו\u2069"
    assert isolated("حتى 5") == "\u2068حتى 5\u2069"
