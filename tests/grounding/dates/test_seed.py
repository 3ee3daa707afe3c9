"""The dates of the article in `seeds/`, published on Sunday 1 June 2025."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from summarizer.grounding.dates import find_dates

SEED = Path(__file__).parents[3] / "seeds" / "000_43f9479510debd93.txt"

EXPECTED = [
    ("head of the Russian delegation", {"16 May": "2025-05-16"}),
    ("Russian news agencies reported", {"Sunday 1 June": "2025-06-01"}),
    ("A source familiar", {"Sunday afternoon": "2025-06-01"}),
    ("The source added", {"the morning of 2 June": "2025-06-02"}),
    ("Updated: Sources", {"13:00 on 2 June": "2025-06-02T13:00"}),
    ("Earlier today", {"Earlier today": "2025-06-01"}),
    ("Before that", {"the evening of Saturday 31 May": "2025-05-31"}),
    ("On 28 May", {"28 May": "2025-05-28"}),
    ("On 30 May", {"30 May": "2025-05-30", "Monday morning": "2025-06-02"}),
    ("It was previously reported", {"2 June": "2025-06-02"}),
]


def sentence_with(words: str) -> str:
    sentences = re.split(r"(?<=[.”\"])\s+(?=[A-Z])|\n+", SEED.read_text(encoding="utf-8"))
    sentence = next(sentence for sentence in sentences if words in sentence)
    return sentence[sentence.index(words) :]


@pytest.mark.parametrize(("words", "expected"), EXPECTED)
def test_every_date_of_the_seed_has_its_value(words: str, expected: dict[str, str]) -> None:
    mentions = find_dates(sentence_with(words), published=date(2025, 6, 1), language="en")
    assert {mention.text: mention.value for mention in mentions if mention.value} == expected
