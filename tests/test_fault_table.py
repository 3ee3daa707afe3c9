"""docs/faults.md tells what comes of each fault, and it is so."""

from __future__ import annotations

import re

import pytest

from tests.briefing_by_script import KEY
from tests.fault_table import FAULTS, PAGE, elsewhere, page, row
from tests.invented import SECRET_WORDS


def test_the_published_table_is_what_happens_and_shows_neither_article_nor_key() -> None:
    made = page()
    assert PAGE.read_text(encoding="utf-8") == made, "run python -m tests.fault_table"
    assert not any(word in made for word in (*SECRET_WORDS, KEY))


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_ends_in_a_briefing_or_an_error_that_says_what_to_do(name: str) -> None:
    _, told, calls, seconds, _ = row(name)
    assert told == "a briefing" or re.fullmatch(r"`\w+Error`: .+\. .+\.", told)
    assert 1 <= int(calls) <= 3
    assert float(seconds) <= 300


def test_nothing_is_sent_to_where_a_redirect_points() -> None:
    _, arrived = elsewhere()
    assert arrived == 0
