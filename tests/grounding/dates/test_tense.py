"""Which words give a date its tense, and how far they reach, in a language of few words."""

from __future__ import annotations

import pytest

from summarizer.grounding.dates.lexicon import TenseWords
from summarizer.grounding.dates.tense import Place, Tense, Tenses
from summarizer.grounding.dates.tokens import pieces

WORDS = TenseWords(
    past="wrote|was",
    future="will|going to|'ll",
    either="was scheduled",
    promising="agreed",
    infinitive="to",
    scheduled="meet|takes place",
    bare="not",
    reporting="told",
    pointing="for|up to",
    closing="planned",
    passive="be",
    neutral="hundred",
    past_endings=("ed",),
    future_endings=("ros",),
)


def tense_at(sentence: str, *, is_day: bool = True, words: TenseWords = WORDS) -> tuple[Tense, Place]:
    """Return the tense and place at the word DAY."""
    start = sentence.index("DAY")
    return Tenses(list(pieces(sentence)), words).at(start, start + len("DAY"), is_day=is_day)


@pytest.mark.parametrize(
    ("sentence", "tense", "place"),
    [
        ("DAY", Tense.UNKNOWN, Place.BEHIND),
        ("he wrote DAY", Tense.PAST, Place.BESIDE),
        ("he wrote on DAY", Tense.PAST, Place.BESIDE),
        ("he wrote back on DAY", Tense.PAST, Place.BEFORE),
        ("on DAY he wrote", Tense.PAST, Place.BEHIND),
        ("on DAY he wrote and will come", Tense.PAST, Place.BEHIND),
        ("he wrote that he will come on DAY", Tense.FUTURE, Place.BEFORE),
        ("he told them on DAY", Tense.REPORTED, Place.BEFORE),
        ("he is going to DAY", Tense.FUTURE, Place.BESIDE),
        ("he is going DAY", Tense.UNKNOWN, Place.BEHIND),
        ("he ’ll DAY", Tense.FUTURE, Place.BESIDE),
        ("he was scheduled DAY", Tense.EITHER, Place.BESIDE),
        ("he was DAY", Tense.PAST, Place.BESIDE),
        # Endings: of words of five letters and more, and of no name.
        ("acted DAY", Tense.PAST, Place.BESIDE),
        ("used DAY", Tense.UNKNOWN, Place.BEHIND),
        ("venuros DAY", Tense.FUTURE, Place.BESIDE),
        ("Landed DAY", Tense.PAST, Place.BESIDE),
        ("he Landed DAY", Tense.UNKNOWN, Place.BEHIND),
        ("a hundred DAY", Tense.UNKNOWN, Place.BEHIND),
        # Behind an auxiliary a participle belongs to it, four words away at most.
        ("will a b c landed DAY", Tense.FUTURE, Place.BESIDE),
        ("will a b c d landed DAY", Tense.PAST, Place.BESIDE),
        ("will be told DAY", Tense.FUTURE, Place.BESIDE),
        ("will be wrote DAY", Tense.FUTURE, Place.BESIDE),
        ("will he wrote DAY", Tense.PAST, Place.BESIDE),
        ("told DAY", Tense.REPORTED, Place.BESIDE),
        ("to be landed DAY", Tense.FUTURE, Place.BESIDE),
        ("to be told DAY", Tense.FUTURE, Place.BESIDE),
        ("be told DAY", Tense.REPORTED, Place.BESIDE),
        ("was be landed DAY", Tense.PAST, Place.BESIDE),
        ("to he landed DAY", Tense.PAST, Place.BESIDE),
        # Behind a promise an infinitive lies ahead, six words away at most.
        ("agreed a b c d e to DAY", Tense.FUTURE, Place.BESIDE),
        ("agreed a b c d e f to DAY", Tense.PAST, Place.BEFORE),
        ("he wrote to DAY", Tense.PAST, Place.BESIDE),
        # The present of the calendar, and the infinitive that looks like it.
        ("they meet DAY", Tense.PRESENT, Place.BESIDE),
        ("it takes place DAY", Tense.PRESENT, Place.BESIDE),
        ("they do not meet DAY", Tense.UNKNOWN, Place.BEHIND),
        ("not meet DAY", Tense.UNKNOWN, Place.BEHIND),
        ("agreed to wrote DAY", Tense.PAST, Place.BESIDE),
        ("they will meet DAY", Tense.FUTURE, Place.BESIDE),
        ("they will a b c meet DAY", Tense.FUTURE, Place.BEFORE),
        ("they will a b c d meet DAY", Tense.PRESENT, Place.BESIDE),
        ("meet DAY", Tense.PRESENT, Place.BESIDE),
        # What comes at the end decides over the auxiliary before the date.
        ("he told on DAY planned", Tense.PAST, Place.BEHIND),
        ("he told on DAY landed", Tense.REPORTED, Place.BESIDE),
        # Prepositions that point ahead.
        ("wrote for DAY", Tense.FUTURE, Place.BESIDE),
        ("wrote up to DAY", Tense.FUTURE, Place.BESIDE),
        ("wrote up DAY", Tense.PAST, Place.BESIDE),
        ("wrote for early DAY", Tense.PAST, Place.BEFORE),
    ],
)
def test_the_words_around_a_date_give_its_tense(sentence: str, tense: Tense, place: Place) -> None:
    assert tense_at(sentence) == (tense, place)


def test_a_preposition_that_points_ahead_counts_before_days_alone() -> None:
    assert tense_at("wrote for DAY", is_day=False) == (Tense.PAST, Place.BESIDE)


def test_a_preposition_may_belong_to_the_name_of_the_day() -> None:
    assert Tenses(list(pieces("wrote for a day")), WORDS).at(6, 15, is_day=True) == (Tense.FUTURE, Place.BESIDE)


def test_a_language_without_such_words_tells_no_tense() -> None:
    assert tense_at("he landed and will come DAY", words=TenseWords()) == (Tense.UNKNOWN, Place.BEHIND)


@pytest.mark.parametrize("tense", Tense)
def test_what_is_to_come_points_ahead(tense: Tense) -> None:
    assert tense.points_ahead == (tense in (Tense.FUTURE, Tense.PRESENT))
