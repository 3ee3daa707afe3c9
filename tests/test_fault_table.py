"""docs/faults.md tells what comes of each fault, and it is so."""

from __future__ import annotations

import pytest

from tests.fault_table import FAULTS, PAGE, elsewhere, page, row
from tests.invented import SECRET_WORDS


def test_the_published_table_is_what_happens() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.fault_table"


@pytest.mark.parametrize("name", FAULTS)
def test_no_fault_shows_the_article_or_the_key(name: str) -> None:
    told = " ".join(row(name))
    assert not any(word in told for word in (*SECRET_WORDS, "sk-never"))


def test_nothing_is_sent_to_where_a_redirect_points() -> None:
    _, arrived = elsewhere()
    assert arrived == 0
