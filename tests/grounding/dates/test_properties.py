"""What holds for any text: exact offsets, well-formed values, time that grows with the length alone."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.dates import find_dates, supported_languages
from tests.grounding.dates.finder import SUNDAY

ISO = re.compile(r"\d{4}(-W\d{2}|-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?")

WORDS = """
on at in the of from to and between 2 31 2014 '94 13:00 9.30 a.m. p.m. June May March Monday Friday, last next this week
month year days ago later before after early morning night third quarter half summer Christmas GMT - – ( ) , . two
several every today yesterday will said 1990s 5th 05/06/2014 2025-06-02 понеділок червня lundi juin 2. Juni 年 月 日
"""

sentences = st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join) | st.text(max_size=60)
languages = st.sampled_from([*supported_languages(), None])


@given(text=sentences, language=languages, published=st.none() | st.dates())
def test_mentions_are_the_texts_own_words_in_order(text: str, language: str | None, published: date | None) -> None:
    end = 0
    for mention in find_dates(text, published=published, language=language):
        assert end <= mention.start < mention.end
        assert mention.text == text[mention.start : mention.end]
        end = mention.end
        for part in mention.parts:
            assert mention.start <= part.start < part.end <= mention.end
            assert part.text == text[part.start : part.end]


@given(text=sentences, language=languages, published=st.none() | st.dates())
def test_a_value_is_iso_or_missing_with_a_reason(text: str, language: str | None, published: date | None) -> None:
    for mention in find_dates(text, published=published, language=language):
        for value in filter(None, (mention.value, mention.end_value)):
            assert ISO.fullmatch(value)
            if len(value) == len("2025-06-02"):
                date.fromisoformat(value)
        assert (mention.value is None) == (mention.reason is not None)
        assert mention.value is not None or mention.end_value is None


@given(text=sentences, language=languages)
def test_found_again_in_a_longer_text_at_the_shifted_place(text: str, language: str | None) -> None:
    plain = find_dates(text, published=SUNDAY, language=language)
    moved = find_dates(f"\n\n{text}", published=SUNDAY, language=language)
    assert [(mention.start + 2, mention.value) for mention in plain] == [
        (mention.start, mention.value) for mention in moved
    ]


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "may ", "May ", "the ", "2, ", "2 and ", "12:30:", "2014-", "1.", "in two weeks ", "Monday, the ", "a"],
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    def seconds(length: int) -> float:
        return min(once(piece * (length // len(piece))) for _ in range(3))

    def once(text: str) -> float:
        started = time.process_time()
        find_dates(text, published=SUNDAY, language="en")
        return time.process_time() - started

    # Quadratic time would be 100 times as much for ten times the text; the floor hides noise.
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.01)


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("en", "on Monday, 2 June, at 13:00 and last week the envoy said he will meet on the 2nd, "),
        ("uk", "у понеділок, 2 червня, о 13:00 та минулого тижня посол сказав, що в ніч на "),
        ("de", "am Montag, dem 2. Juni, um 13 Uhr und letzte Woche sagte der Gesandte, für den "),
        ("es", "el lunes 2 de junio a las 13:00 y la semana pasada el enviado dijo que el próximo día "),
    ],
)
def test_one_sentence_of_a_hundred_thousand_characters_is_read_in_seconds(language: str, piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    assert find_dates(text, published=SUNDAY, language=language)
    # About half a second here; a quadratic reading would take minutes.
    assert time.process_time() - started < 10
