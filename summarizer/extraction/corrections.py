"""Asks once more for what was refused: the sentences, the question, and why the answer was wrong; no history."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from summarizer.article import Article
from summarizer.briefing import Refusal
from summarizer.draft import Draft
from summarizer.extraction.answers import CorrectedWords, corrected_bounds
from summarizer.extraction.asking import Asking
from summarizer.extraction.numbering import numbered

_SECTIONS = {"timeline": "events"}
"""Sections that a draft names otherwise than the briefing."""

_QUESTIONS: Mapping[str, str] = {
    "speaker": "Who says, reports or refuses to say something in sentence [{n}]?",
    "party": "Which side is it?",
    "head": "Who leads the delegation?",
    "name": "What is the paper called?",
    "date": "Which words tell the date?",
    "start": "Which words tell when the meeting begins?",
}


async def correct(
    article: Article, draft: Draft, refused: Sequence[tuple[Refusal, Sequence[int]]], asking: Asking
) -> Draft:
    """The draft with each refused value replaced by a new answer, where one is given.

    `refused` holds each refusal with the numbers of the sentences that it cited.
    """
    questions = [(r, list(numbers)) for r, numbers in refused if _field(r.path) in _QUESTIONS and numbers]
    if not questions:
        return draft
    asking.expect(len(questions))
    asking.stage("asking again")
    data = draft.model_dump()
    for refusal, numbers in questions:
        words = await _ask(article, refusal, numbers, asking)
        if words and words != refusal.value:
            _put(data, refusal.path, words)
    return Draft.model_validate(data)


async def _ask(article: Article, refusal: Refusal, numbers: Sequence[int], asking: Asking) -> str | None:
    sentences = [s for s in article.sentences if s.number in numbers]
    question = _QUESTIONS[_field(refusal.path)].format(n=numbers[0])
    answer = await asking.ask(
        "correction",
        f"again {refusal.path}",
        f"{numbered(sentences)}\n\n{question}\nEarlier answer: {refusal.value}\nWhy it was wrong: {refusal.reason}",
        CorrectedWords,
        corrected_bounds(),
        max_tokens=80,
    )
    words = answer.words if answer else None
    # A small model writes the word where it means nothing.
    return None if words is None or words.strip().casefold() in ("", "null", "none") else words


def _field(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def _put(data: dict[str, Any], path: str, words: str) -> None:
    """Write the words where a JSON Pointer such as `/statements/3/speaker` shows."""
    match = re.fullmatch(r"/(\w+)/(\d+)/(\w+)", path)
    if match is not None:
        section = _SECTIONS.get(match[1], match[1])
        data[section][int(match[2])][match[3]] = words
