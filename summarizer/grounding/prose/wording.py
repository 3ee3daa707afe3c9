"""Words of meaning beyond the evidence: the opposite of one of its words is an alteration, others can't be judged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.grounding.content_words import kin
from summarizer.grounding.prose.beside import Beside, Finding, inside
from summarizer.grounding.quotes import locate
from summarizer.language.operators import operators_of
from summarizer.language.opposites import opposite_in
from summarizer.language.rules import LanguageRules


def wording_beyond(beside: Beside) -> Iterator[Finding]:
    """The words of meaning without kin in the evidence; one finding without words for a text in another language."""
    if beside.translated:
        yield Finding(len(beside.text), "", "unjudged")
        return
    operators = operators_of(beside.language)
    for word in beside.content_words:
        printed = beside.text[word.start : word.end]
        if inside(word.start, (*beside.quotes, *beside.dated)) or _is_held(word.text, printed, beside):
            continue
        if operators is not None and operators.any.fullmatch(word.text):
            continue
        if beside.rules is not None and word.text in beside.rules.numbers:
            continue
        near = frozenset(
            w.text for s in beside.nearest(word.start) for w in beside.scene.readings.content_words(s.text)
        )
        opposite = opposite_in(word.text, near, beside.language)
        if opposite is None or any(kin(opposite, other.text) for other in beside.content_words):
            yield Finding(word.start, printed, "unjudged")
        else:
            yield Finding(word.start, printed, "altered", f"“{printed}” for “{opposite}”")


def _is_held(word: str, printed: str, beside: Beside) -> bool:
    """Whether the evidence has the word, a form of it, or another word for the same act or thing of negotiations."""
    if word in beside.held_content_words or any(kin(word, other) for other in beside.held_content_words):
        return True
    if any(kin(word, other) for other in beside.held_words):
        return True
    rules = beside.rules
    return bool(locate(printed, beside.held)) or (rules is not None and _means_the_same(word, beside.held, rules))


def _means_the_same(word: str, held: str, rules: LanguageRules) -> bool:
    act = rules.any_reporting.fullmatch(word)
    if act is not None:
        return any(other.lastgroup == act.lastgroup for other in rules.any_reporting.finditer(held))
    kinds: tuple[re.Pattern[str], ...] = tuple(
        rules.pattern(words) for words in (rules.talks, rules.delegations, rules.outlets)
    )
    return any(kind.fullmatch(word) and kind.search(held) for kind in kinds)
