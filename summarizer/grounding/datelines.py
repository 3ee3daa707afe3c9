"""The dates of a sentence that tell of something: a dateline tells only where and when it was written."""

from __future__ import annotations

from summarizer.grounding.dates import DateMention
from summarizer.grounding.scene import Scene
from summarizer.language.datelines import dateline_end
from summarizer.sentences import Sentence

FEWEST_WORDS = 3
"""Words behind a dateline that tell of something by themselves, at least."""


def dates_told(sentence: Sentence, scene: Scene) -> tuple[DateMention, ...]:
    """The dates of a sentence; that of its dateline only where what is told behind it has none of its own."""
    dates, end = scene.dates[sentence.number], dateline_end(sentence.text)
    if not end:
        return dates
    behind = tuple(date for date in dates if date.start >= end)
    if any(date.value for date in behind):
        return behind
    return dates if len(sentence.text[end:].split()) >= FEWEST_WORDS else ()


def without_dateline(text: str) -> str:
    """The words of a text behind its dateline."""
    return text[dateline_end(text) :]
