"""Asks once more for what was refused: the sentences, the question, and why the answer was wrong; no history."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from summarizer.article import Article
from summarizer.draft import Draft
from summarizer.extraction.answers import NAME, TEXT, CorrectedWords, corrected_bounds
from summarizer.extraction.asking import Asking, together
from summarizer.extraction.numbering import beginning, numbered, shown
from summarizer.verdicts import Refusal

LONGEST_SHOWN = 4_000
"""Bytes of the sentences that are shown again: a free text may cite the whole article."""
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
_PROSE: Mapping[str, str] = {
    "text": "What do these sentences say, in at most 40 words?",
    "content": "What is said in these sentences, in few words?",
    "stance": "What is demanded, offered or refused, in few words?",
    "issue": "What is it about, in few words?",
    "subject": "What is negotiated, in few words?",
    "event": "What happens, in few words?",
    "note": "What is told of the delegation, in few words?",
}
"""Of a free text is asked what it was meant to tell; its names and numbers must be those of the sentences."""
_HOLDING_ONLY = "Use only names, numbers and dates of the sentences."
"""Its words can't be those of the sentences where it is to be in another language."""


async def correct(
    article: Article, draft: Draft, refused: Sequence[tuple[Refusal, Sequence[int]]], asking: Asking
) -> Draft:
    """The draft with each refused value replaced by a new answer, where one is given.

    `refused` holds each refusal with the numbers of the sentences that it cited.
    """
    questions = [(r, list(numbers)) for r, numbers in refused if _question(r.path, numbers) and numbers]
    if not questions:
        return draft
    asking.expect(len(questions))
    asking.stage("asking again")
    data = draft.model_dump()
    answers = await together(_ask(article, refusal, numbers, asking) for refusal, numbers in questions)
    for (refusal, _), words in zip(questions, answers, strict=True):
        if words and words != refusal.value:
            _put(data, refusal.path, words)
    return Draft.model_validate(data)


async def _ask(article: Article, refusal: Refusal, numbers: Sequence[int], asking: Asking) -> str | None:
    real = sorted({n for n in numbers if 1 <= n <= len(article.sentences)})
    sentences = beginning([article.sentences[n - 1] for n in real], LONGEST_SHOWN)
    prose = _field(refusal.path) in _PROSE
    earlier = f"Earlier answer: {shown(refusal.value)}\nWhy it was wrong: {shown(refusal.reason)}"
    question = _question(refusal.path, numbers)
    if prose and asking.language is not None:
        question = f"{_PROSE[_field(refusal.path)]} Answer in {asking.language_name}. {_HOLDING_ONLY}"
    answer = await asking.ask(
        "correction",
        f"again {refusal.path}",
        f"{numbered(sentences)}\n\n{question}\n{earlier}",
        CorrectedWords,
        corrected_bounds(TEXT if prose else NAME),
        max_tokens=160 if prose else 80,
    )
    words = answer.words if answer else None
    # A small model writes the word where it means nothing.
    return None if words is None or words.strip().casefold() in ("", "null", "none") else words


def _question(path: str, numbers: Sequence[int]) -> str | None:
    """What is asked about the field at a path; `None` where no other answer could help."""
    field = _field(path)
    if field in _PROSE:
        return f"{_PROSE[field]} Use only names, numbers, dates and words of the sentences."
    return _QUESTIONS[field].format(n=numbers[0]) if field in _QUESTIONS and numbers else None


def _field(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def _put(data: dict[str, Any], path: str, words: str) -> None:
    """Write the words where a JSON Pointer such as `/statements/3/speaker` or `/talks/subject` shows."""
    entry = re.fullmatch(r"/(\w+)/(\d+)/(\w+)", path)
    single = re.fullmatch(r"/(\w+)/(\w+)", path)
    if entry is not None:
        section = _SECTIONS.get(entry[1], entry[1])
        data[section][int(entry[2])][entry[3]] = words
    elif single is not None:
        data[single[1]][single[2]] = words
