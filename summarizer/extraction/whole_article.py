"""A question about the article as a whole, for a model that reads little at once and slowly.

An article that is longer than such a model reads at once is asked about window by window; one that is longer than
anybody would wait for, only where it begins and where it tells most of the talks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from summarizer.article import Article
from summarizer.extraction.asking import Asking
from summarizer.extraction.numbering import heading, numbered
from summarizer.extraction.windows import Reading, Window, cut, read, spans
from summarizer.language import rules_for

LONGEST_READ = 16_000
"""Bytes of an article that are read at once: about 4,000 tokens of English, a minute of reading on 2 cores."""
MOST_WINDOWS = 8
"""Windows that are asked about at most, the first one among them."""

Answer = TypeVar("Answer", bound=BaseModel)


@dataclass(frozen=True)
class WholeQuestion(Generic[Answer]):
    """One question about the article as a whole."""

    purpose: str
    """Which question it is, for the ledger."""
    told: str
    """What it asks for, in the reader's words."""
    text: str
    """The question itself, which stands below the sentences."""
    answer: type[Answer]
    """The class that the answer must fit."""
    bounds: Mapping[str, Any]
    """The answer's JSON schema with bounds."""
    max_tokens: int
    """Length limit of the answer, in tokens."""


async def ask_of_whole(article: Article, question: WholeQuestion[Answer], asking: Asking) -> list[Answer]:
    """The answers in the order of the windows; one is expected by the caller's count of questions already.

    What was not read, or not answered, is noted. Raises `ModelError` where the model cannot be asked at all.
    """
    every = cut(article.sentences, LONGEST_READ)
    windows = _telling_most(every, article)
    asking.expect(len(windows) - 1)
    if len(windows) < len(every):
        numbers = sorted({s.number for window in windows for s in window})
        asking.note(
            f"For {question.told} only sentences {spans(numbers)} of {len(article.sentences)} were read: "
            "the beginning, and what tells most of the talks."
        )

    async def ask(window: Window) -> Answer:
        return await asking.require(
            "small/article", question.purpose, f"{heading(article)}\n\n{numbered(window)}\n\n{question.text}".strip(),
            question.answer, question.bounds, max_tokens=question.max_tokens,
        )  # fmt: skip

    reading = await read(windows, ask, asking)
    _note_lost(reading, question, article, asking)
    return reading.results


def _telling_most(windows: Sequence[Window], article: Article) -> Sequence[Window]:
    """The first window and those with the most sentences on talks, in order; all where they are few."""
    if len(windows) <= MOST_WINDOWS:
        return windows
    rules = rules_for(article.language)
    talks = rules.pattern(rules.talks) if rules is not None else None
    telling = [sum(talks is None or talks.search(s.text) is not None for s in window) for window in windows]
    chosen = sorted(range(1, len(windows)), key=lambda at: (-telling[at], at))[: MOST_WINDOWS - 1]
    return [windows[at] for at in (0, *sorted(chosen))]


def _note_lost(reading: Reading[Answer], question: WholeQuestion[Answer], article: Article, asking: Asking) -> None:
    for numbers, error in reading.lost():
        where = "" if len(numbers) == len(article.sentences) else f" for sentences {spans(numbers)}"
        asking.note(f"The question about {question.purpose!r} was lost{where}: {error.message}")
