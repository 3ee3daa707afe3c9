"""Whether a text negates or opens what its evidence states plainly, or the other way round.

A negation or a word such as "may" governs the content word behind it in its clause, or before it where none
follows. A text is altered where it negates a word that the evidence only affirms, affirms one that the evidence
only negates, or states plainly what the evidence only holds possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.grounding.folding import Span
from summarizer.grounding.prose.beside import Beside, Finding, inside
from summarizer.grounding.prose.content_words import ContentWord, content_words, kin
from summarizer.language.operators import operators_of
from summarizer.language.rules import LanguageRules

REACH = 4
"""Content words behind an operator among which the one that it governs is looked for: the first."""

_CLAUSE_MARK = re.compile(r"[.!?;:,()\[\]“”„\"«»…—–\n]|\s-\s")
_NOT_ONLY = re.compile(
    r"\s+(?:only|just|merely|лише|тільки|только|лишь|s[oó]lo|solamente|seulement|nur)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True)
class _Governed:
    at: int
    word: ContentWord
    operator: str
    negative: bool


_Held = tuple[ContentWord, _Governed | None]


def polarity_that_changed(beside: Beside) -> Iterator[Finding]:
    """What the text negates or opens otherwise than its evidence."""
    if beside.translated:
        return
    language, rules = beside.scene.prose_language, beside.rules
    governed = list(_governed(beside.text, beside.content_words, language, rules))
    held = [pair for sentence in beside.cited for pair in _with_operators(sentence.text, language, rules)]
    yield from _added([g for g in governed if not inside(g.at, beside.quotes)], held)
    yield from _left_out(beside, governed, held)


def _added(governed: Sequence[_Governed], held: Sequence[_Held]) -> Iterator[Finding]:
    """Negations of words that the evidence only affirms, or where it negates nothing at all."""
    negated = any(g is not None and g.negative for _, g in held)
    for mark in governed:
        same = [g for w, g in held if kin(w.text, mark.word.text)]
        if mark.negative and not any(g is not None and g.negative for g in same) and (same or not negated):
            yield Finding(mark.at, mark.operator, "altered", f"“{mark.operator}” added")


def _left_out(beside: Beside, governed: Sequence[_Governed], held: Sequence[_Held]) -> Iterator[Finding]:
    """Words that the evidence only negates or leaves open, stated plainly."""
    bound = {g.word.start for g in governed}
    opened = any(not g.negative for g in governed)
    for word in beside.content_words:
        if word.start in bound or inside(word.start, beside.quotes):
            continue
        same = [g for w, g in held if kin(w.text, word.text)]
        marks = [g for g in same if g is not None]
        if not marks or len(marks) < len(same):
            continue
        if all(mark.negative for mark in marks) or (not opened and not marks[0].negative):
            yield Finding(word.start, word.text, "altered", f"“{marks[0].operator}” left out")


def _with_operators(sentence: str, language: str | None, rules: LanguageRules | None) -> Iterator[_Held]:
    words = content_words(sentence, rules)
    marks = {g.word.start: g for g in _governed(sentence, words, language, rules)}
    for word in words:
        yield word, marks.get(word.start)


def _governed(
    text: str, words: Sequence[ContentWord], language: str | None, rules: LanguageRules | None
) -> Iterator[_Governed]:
    """The word that each negation and each word of possibility governs."""
    operators = operators_of(language)
    if operators is None:
        return
    lexical = list(rules.pattern(rules.negation).finditer(text)) if rules else []
    for negative, matches in (
        (True, [*operators.negating.finditer(text), *lexical]),
        (False, list(operators.opening.finditer(text))),
    ):
        for match in matches:
            if _NOT_ONLY.match(text, match.end()):
                continue
            word = _nearest(text, match.span(), words)
            if word is not None:
                yield _Governed(match.start(), word, match.group(), negative)


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
