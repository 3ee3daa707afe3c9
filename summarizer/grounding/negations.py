"""What a text negates or leaves open: the word that each "not" and each "may" governs.

A negation or a word such as "may" governs the content word behind it in its clause, or before it where none
follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.grounding.content_words import ContentWord
from summarizer.grounding.folding import Span
from summarizer.language.operators import operators_of
from summarizer.language.rules import NOTHING, LanguageRules, compile_words

REACH = 4
"""Content words behind a negation that stand in its scope, at most."""

_CLAUSE_MARK = re.compile(r"[.!?;:,()\[\]“”„\"«»…—–\n]|\s-\s")
_NOT_ONLY = re.compile(
    r"\s+(?:only|just|merely|лише|тільки|только|лишь|s[oó]lo|solamente|seulement|nur)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True)
class Governed:
    """A word of meaning that a negation or a word of possibility governs."""

    at: int
    """Where the operator stands."""
    word: ContentWord
    operator: str
    negative: bool
    """Whether it negates; else it leaves open."""


@dataclass(frozen=True)
class Held:
    """A word of a sentence, and what negates it or leaves it open."""

    word: ContentWord
    mark: Governed | None
    in_scope: bool
    """Whether a negation stands a few words before it in its clause."""


def held(
    sentence: str,
    words: Sequence[ContentWord],
    governing: Sequence[Governed],
    language: str | None,
    rules: LanguageRules | None,
) -> Iterator[Held]:
    """The words of meaning of a sentence, each with its operator."""
    marks = {g.word.start: g for g in governing}
    operators = operators_of(language)
    negations = [m.end() for m in operators.negating.finditer(sentence)] if operators else []
    openers = rules.clause_openers if rules else NOTHING
    for at, word in enumerate(words):
        first = words[max(0, at - REACH)].start
        scope = any(
            (first <= end or at < REACH)
            and end <= word.start
            and not _CLAUSE_MARK.search(sentence, end, word.start)
            and not compile_words(openers).search(sentence[end : word.start])
            for end in negations
        )
        yield Held(word, marks.get(word.start), scope)


def governed(
    text: str, words: Sequence[ContentWord], language: str | None, rules: LanguageRules | None
) -> Iterator[Governed]:
    """The word that each negation and each word of possibility governs."""
    operators = operators_of(language)
    if operators is None:
        return
    lexical = [m for m in rules.pattern(rules.negation).finditer(text) if _negates(m, rules)] if rules else []
    for negative, matches in (
        (True, [*operators.negating.finditer(text), *lexical]),
        (False, list(operators.opening.finditer(text))),
    ):
        for match in matches:
            if _NOT_ONLY.match(text, match.end()) or text.startswith("-", match.end()):
                continue
            word = _nearest(text, match.span(), words)
            if word is not None:
                yield Governed(match.start(), word, match.group(), negative)


def _negates(match: re.Match[str], rules: LanguageRules) -> bool:
    """Whether a word such as "declined" negates a verb, in a language that shows it by "to": "prices declined"."""
    word = match.group()
    if rules.infinitive == NOTHING or rules.pattern(rules.negators).fullmatch(word):
        return True
    return rules.pattern(rules.infinitive).match(match.string, match.end() + 1) is not None


def _nearest(text: str, operator: Span, words: Sequence[ContentWord]) -> ContentWord | None:
    """The first content word behind an operator in its clause; else the last one before it, in the clause if it can."""
    for word in words:
        if word.start >= operator[1]:
            if not _CLAUSE_MARK.search(text, operator[1], word.start):
                return word
            break
    before = [w for w in words if w.end <= operator[0]]
    clause = [w for w in before if not _CLAUSE_MARK.search(text, w.end, operator[0])]
    return clause[-1] if clause else before[-1] if before else None
