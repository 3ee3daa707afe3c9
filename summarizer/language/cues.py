"""Which words of a sentence report speech: the forms of reporting verbs that are verbs here, and how they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.language.quotations import Span
from summarizer.language.rules import LanguageRules
from summarizer.language.words import Words, fits

FARTHEST_AUXILIARY = 5
"""Words between an auxiliary or a negation and its verb, at most."""

NEGATED = {
    **dict.fromkeys(("said", "announced", "confirmed", "claimed", "declined"), "declined"),
    "agreed": "rejected",
    "expected": "expected",
}
"""What an act becomes where its verb is negated: who "did not say" kept silent. Any other becomes "said"."""


@dataclass(frozen=True)
class Cue:
    """A reporting verb in a sentence."""

    span: Span
    """Its offsets."""
    first: int
    """The word at which it begins."""
    end: int
    """The first word behind it."""
    text: str
    act: str
    """What kind of utterance it tells of, its negation reckoned in."""
    passive: bool
    """Whether its grammatical subject is not who speaks ("was told")."""
    participle: bool
    """Whether it takes the subject of another verb ("saying")."""
    negated: bool
    """Whether its own clause negates it."""


def find_cues(words: Words) -> tuple[Cue, ...]:
    """The reporting verbs of a sentence, in order; nouns, names and quoted words left out."""
    found = []
    for match in words.rules.any_reporting.finditer(words.sentence):
        first, end = words.at(match.start()), words.at(match.end())
        if words.in_speech(match.start()) or words.in_aside(match.start()) or first >= len(words):
            continue
        act = str(match.lastgroup)
        if _is_verb(words, first, end, match.group(), act):
            found.append(_cue(words, match, first, end))
    return tuple(cue for at, cue in enumerate(found) if not (_is_raised(words, cue) and at + 1 < len(found)))


def _cue(words: Words, match: re.Match[str], first: int, end: int) -> Cue:
    rules, act = words.rules, str(match.lastgroup)
    before = _leading(words, first)
    participle = fits(rules.participles, words.text(first))
    progressive = participle and any(words.is_a(at, rules.auxiliary_verbs) for at in before)
    passive = not participle and bool(before) and words.is_a(_verb_of(words, before), rules.passive)
    negated = any(words.is_a(at, rules.negators) for at in before) or _is_negated_behind(words, end)
    if negated:
        act = NEGATED.get(act, "said")
    return Cue(match.span(), first, end, match.group(), act, passive, participle and not progressive, negated)


def _is_negated_behind(words: Words, end: int) -> bool:
    """ "bestätigte den Besuch nicht": whether a negator ends the verb's clause; "nicht nur" is none."""
    rules = words.rules
    if not rules.negation_follows:
        return False
    at = end
    while at < len(words) and not words.breaks(at) and not words.comma(at):
        if words.is_a(at, rules.negators):
            return at + 1 >= len(words) or not words.is_a(at + 1, rules.not_only)
        at += 1
    return False


def _is_raised(words: Words, cue: Cue) -> bool:
    """ "is said to have warned": the verb only puts a distance before another one."""
    rules = words.rules
    if not cue.passive or not fits(rules.raised, cue.text) or cue.end + 1 >= len(words):
        return False
    return words.is_a(cue.end, rules.infinitive) and words.is_a(cue.end + 1, rules.auxiliary_verbs)


def _leading(words: Words, first: int) -> list[int]:
    """The auxiliaries and adverbs right before a verb, the nearest first."""
    found: list[int] = []
    at = first - 1
    if words.rules.subject_may_follow and words.comma(first):
        # "Этого не было, заявил Рау": what stands before the comma was said.
        return found
    while at >= max(0, first - FARTHEST_AUXILIARY) and not words.breaks(at + 1):
        if not words.is_a(at, words.rules.auxiliaries):
            break
        found.append(at)
        at -= 1
    return found


def _verb_of(words: Words, leading: list[int]) -> int:
    """The nearest auxiliary among what leads a verb; else the nearest word."""
    return next((at for at in leading if words.is_a(at, words.rules.auxiliary_verbs)), leading[0])


def _is_verb(words: Words, first: int, end: int, text: str, act: str) -> bool:
    rules = words.rules
    if first == 0 or words.breaks(first):
        return not fits(rules.noun_like, text)
    if text[0].isupper():
        return False
    if words.comma(first):
        return True
    before = first - 1
    if words.is_a(before, rules.infinitive):
        return act == "declined"
    if _stands_before_noun(words, before, text):
        return False
    return not fits(rules.noun_like, text) or _acts_as_verb(words, before, end, rules)


def _stands_before_noun(words: Words, before: int, text: str) -> bool:
    """Behind an article, a possessive or a preposition the form is a noun or an adjective ("the proposed deal")."""
    rules = words.rules
    if words.is_a(before, rules.prepositions):
        return not fits(rules.participles, text.split()[0])
    if words.is_a(before, rules.adverbs) and before > 0 and not words.breaks(before):
        before -= 1
    if rules.noun_capitals:
        return False
    return any(words.is_a(before, kind) for kind in (rules.articles, rules.possessives, rules.genitives))


def _acts_as_verb(words: Words, before: int, end: int, rules: LanguageRules) -> bool:
    """Of a form that is a noun as often: a verb behind a speaker ("officials claim"), no noun ("US claims of")."""
    if end < len(words) and words.is_a(end, rules.noun_complements):
        return False
    speaks = words.is_a(before, rules.pronouns) or words.is_a(before, rules.anonymous)
    return speaks or words.is_a(before, rules.adverbs) or words.text(before)[0].isupper()
