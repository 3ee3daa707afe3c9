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
from summarizer.language.rules import NOTHING, LanguageRules, compile_words

REACH = 4
"""Content words behind a negation that stand in its scope, at most."""

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


@dataclass(frozen=True)
class _Held:
    """A word of the evidence, and what negates it or leaves it open."""

    word: ContentWord
    mark: _Governed | None
    in_scope: bool
    """Whether a negation stands a few words before it in its clause."""


def polarity_that_changed(beside: Beside) -> Iterator[Finding]:
    """What the text negates or opens otherwise than the sentences of its evidence that it tells of."""
    if beside.translated:
        return
    language, rules = beside.language, beside.rules
    governed = list(_governed(beside.text, beside.content_words, language, rules))
    held = {s.number: list(_with_operators(s.text, language, rules)) for s in beside.cited}
    for mark in governed:
        if mark.negative and not inside(mark.at, beside.quotes):
            near = [pair for s in beside.nearest(mark.at) for pair in held[s.number]]
            if _is_added(mark, near):
                yield Finding(mark.at, mark.operator, "altered", f"“{mark.operator}” added")
    # "have found no signs" for "have not found signs": somewhere in the sentence it is negated.
    bound = {g.word.start for g in governed}
    negated = [beside.sentence_at(g.at) for g in governed if g.negative]
    opened = any(not g.negative for g in governed)
    for word in beside.content_words:
        if word.start not in bound and not inside(word.start, beside.quotes):
            near = [pair for s in beside.nearest(word.start) for pair in held[s.number]]
            lost = _left_out(word, near, opened=opened, negated=inside(word.start, negated))
            if lost is not None:
                yield Finding(word.start, word.text, "altered", f"“{lost}” left out")


def _is_added(mark: _Governed, held: Sequence[_Held]) -> bool:
    """Whether the evidence only affirms the word that a negation governs, or negates nothing at all."""
    negated = any(h.mark is not None and h.mark.negative for h in held)
    same = [h for h in held if kin(h.word.text, mark.word.text)]
    if any(h.in_scope or (h.mark is not None and h.mark.negative) for h in same):
        return False
    return bool(same) or not negated


def _left_out(word: ContentWord, held: Sequence[_Held], *, opened: bool, negated: bool) -> str | None:
    """The operator of a word that the evidence only negates or leaves open, while the text states it plainly."""
    same = [h.mark for h in held if kin(h.word.text, word.text)]
    marks = [mark for mark in same if mark is not None]
    if not marks or len(marks) < len(same):
        return None
    if all(mark.negative for mark in marks):
        return None if negated else marks[0].operator
    if not opened and not marks[0].negative:
        return marks[0].operator
    return None


def _with_operators(sentence: str, language: str | None, rules: LanguageRules | None) -> Iterator[_Held]:
    words = content_words(sentence, rules)
    marks = {g.word.start: g for g in _governed(sentence, words, language, rules)}
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
        yield _Held(word, marks.get(word.start), scope)


def _governed(
    text: str, words: Sequence[ContentWord], language: str | None, rules: LanguageRules | None
) -> Iterator[_Governed]:
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
                yield _Governed(match.start(), word, match.group(), negative)


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
