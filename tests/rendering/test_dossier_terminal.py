"""A dossier in the terminal: the order, each line's words and numbers, the width, and nothing that steers it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from summarizer import Dossier
from summarizer.rendering.dossier_terminal import render_dossier_terminal
from tests.dossier.world_files import briefings
from tests.rendering.sample import HOSTILE
from tests.rendering.test_dossier_html import hostile

WHOLE = Dossier.of(briefings().values())
SHOWN = render_dossier_terminal(WHOLE, since=dt.date(2032, 5, 10))


def section(heading: str) -> str:
    """The rows below a heading."""
    return SHOWN.split(f"\n\n{heading}\n")[1].split("\n\n")[0]


def test_what_an_analyst_reads_first_comes_first() -> None:
    headings = [line for line in SHOWN.splitlines()[1:] if line and not line.startswith(" ")]
    assert headings == [
        "What changed after 10 May 2032", "What does not agree", "Timeline", "Positions", "Agreements", "Papers",
        "Open questions", "Said by several", "People", "Articles",
    ]  # fmt: skip


def test_disputed_contradictions_stand_before_replaced_ones() -> None:
    kinds = re.findall(r"\((disputed|replaced)\)", section("What does not agree"))
    assert sorted(kinds) == kinds
    assert len(kinds) == len(WHOLE.contradictions)


def test_each_line_has_the_number_and_the_words_of_its_article() -> None:
    assert "[15] “The third round of talks will be held on Friday in Port Elsin" in SHOWN
    assert "  [15] " in section("Articles")
    assert "Told by 1 outlet: Norvane Wire" in section("Agreements")
    assert "2 independent sources: Norvane Wire and TarPress" in section("Said by several")


def test_without_a_day_nothing_is_told_to_have_changed() -> None:
    assert "What changed" not in render_dossier_terminal(WHOLE)


@pytest.mark.parametrize("width", [40, 72, 100])
def test_no_row_is_wider_than_the_terminal(width: int) -> None:
    rows = render_dossier_terminal(WHOLE, width=width).splitlines()
    assert max(map(len, rows)) <= width


def test_colour_only_where_it_is_wanted() -> None:
    assert "\x1b" not in SHOWN
    coloured = render_dossier_terminal(WHOLE, since=dt.date(2032, 5, 10), color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == SHOWN


@pytest.mark.parametrize("text", HOSTILE)
def test_no_character_of_an_article_acts(text: str) -> None:
    shown = render_dossier_terminal(hostile(text))
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown) == []
