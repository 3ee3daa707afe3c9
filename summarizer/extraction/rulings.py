"""Asks a model about two sentences of two articles, and keeps its answer only where it points at their words.

A small model says yes too easily when it reads the sentences in one order. So a yes counts where it comes in both
orders; one no is enough. The words that a yes rests on have to stand in the sentences: an answer without them, or with
words of its own, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.dossier import Reference, Ruling, RulingAnswer, RulingQuestion
from summarizer.extraction import answers
from summarizer.extraction.asking import Asking
from summarizer.extraction.numbering import shown

MOST_TOKENS = 200
"""Tokens of an answer, at most: the words of two sentences."""


@dataclass(frozen=True)
class _Form:
    """How one question is put."""

    prompt: str
    answer: type[answers.SameAnswer] | type[answers.DeniedAnswer]
    bounds: Mapping[str, Any]


_FORMS: Mapping[RulingQuestion, _Form] = {
    "same_statement": _Form("dossier/same_statement", answers.SameAnswer, answers.same_bounds()),
    "denial": _Form("dossier/denial", answers.DeniedAnswer, answers.denied_bounds()),
}


async def rule(question: RulingQuestion, sides: tuple[Reference, Reference], asking: Asking) -> Ruling:
    """The model's answer on two sentences. Raises `ModelError` where the model cannot be asked at all."""
    first, second = (side.evidence.text for side in sides)
    words = None
    for reads in ((first, second), (second, first)):
        answer = await _ask(question, reads, asking)
        if answer is None:
            return _ruling(question, sides, "unanswered", asking)
        if not (answer.same if isinstance(answer, answers.SameAnswer) else answer.denied):
            return _ruling(question, sides, "no", asking)
        told = (answer.first, answer.second) if reads[0] is first else (answer.second, answer.first)
        words = words or _words_of((first, second), told)
    return _ruling(question, sides, "yes" if words else "refused", asking, words)


async def _ask(
    question: RulingQuestion, reads: tuple[str, str], asking: Asking
) -> answers.SameAnswer | answers.DeniedAnswer | None:
    form = _FORMS[question]
    user = f"First: {shown(reads[0])}\nSecond: {shown(reads[1])}"
    return await asking.ask(form.prompt, "two sentences", user, form.answer, form.bounds, max_tokens=MOST_TOKENS)


def _words_of(sentences: tuple[str, str], told: tuple[str | None, str | None]) -> tuple[str, str] | None:
    """The sentences' own words that the answer points at, where it has words of both."""
    found = [_stretch(sentence, words) for sentence, words in zip(sentences, told, strict=True)]
    return (found[0], found[1]) if found[0] and found[1] else None


def _stretch(sentence: str, told: str | None) -> str | None:
    """The stretch of a sentence that has these words, whatever marks and cases they are written with."""
    words = re.findall(r"\w+", told or "")
    pattern = r"\W+".join(map(re.escape, words))
    match = re.search(rf"\b{pattern}\b", sentence, re.IGNORECASE) if words else None
    return match[0] if match else None


def _ruling(
    question: RulingQuestion,
    sides: tuple[Reference, Reference],
    answer: RulingAnswer,
    asking: Asking,
    words: tuple[str, str] | None = None,
) -> Ruling:
    return Ruling(question=question, sides=sides, answer=answer, words=words, model=asking.client.endpoint.name)
