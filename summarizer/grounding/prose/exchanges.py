"""Who does what to whom: two names that changed places around the same verb.

Judged only where the order of words tells who acts, as in English, French and Spanish, and the evidence has both
names and a form of the verb between them in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.grounding.content_words import content_words, kin
from summarizer.grounding.prose.beside import Beside, Finding, inside
from summarizer.grounding.quotes import locate
from summarizer.language.rules import LanguageRules
from summarizer.sentences import Sentence

ORDER_TELLS = ("en", "fr", "es")
"""Languages in which who acts stands before the verb."""
INVERTED = 3
"""Words between a reporting verb and the speaker behind it, at most: "said Foreign Minister Petra Rau"."""
REACH = 60
"""Characters between the two names, at most."""

_PARTED = re.compile(r"[.!?;:,()\n]|\s[–—-]\s")


def names_that_changed_places(beside: Beside) -> Iterator[Finding]:
    """Pairs of names that the evidence has the other way round."""
    rules = beside.rules
    if rules is None or beside.translated or rules.code not in ORDER_TELLS:
        return
    named = [m for m in beside.readings.mentions(beside.text) if not inside(m.start, beside.quotes)]
    for one, other in pairwise(named):
        between = beside.text[one.end : other.start]
        verbs = _verbs(between, rules)
        if not verbs or one.name == other.name:
            continue
        passive = _is_passive(between, rules)
        ways = [w for s in beside.nearest(one.start) for w in _ways(s.text, one.name, other.name, verbs, rules)]
        if ways and all(way != passive for way in ways):
            words = f"{one.name} … {other.name}"
            difference = f"“{one.name}” and “{other.name}” changed places"
            yield Finding(one.start, words, "altered", difference)


def names_beside_other_verbs(beside: Beside) -> Iterator[Finding]:
    """Names before a word that the evidence has behind another name, or before this one: who does it is open."""
    rules = beside.rules
    if rules is None or beside.translated or rules.code not in ORDER_TELLS:
        return
    named = [m for m in beside.readings.mentions(beside.text) if not inside(m.start, beside.quotes)]
    for mention in named:
        stretch = _PARTED.split(beside.text[mention.close : mention.close + REACH])[0]
        verb = next(iter(content_words(stretch, rules)), None)
        if verb is None or rules.pattern(rules.passive).search(stretch, 0, verb.start):
            continue
        between = {m.name for m in named if mention.close <= m.start < mention.close + len(stretch)}
        pairs = [p for s in beside.cited for p in _does(s, mention.name, verb.text, between, beside)]
        if pairs and not any(pairs):
            reason = f"Whether “{mention.name}” goes with “{verb.text}” can't be judged."
            yield Finding(mention.start, mention.name, "unjudged", reason)


def _does(sentence: Sentence, name: str, verb: str, between: set[str], beside: Beside) -> Iterator[bool]:
    """For each place of the name and the verb in a sentence: whether the name may be who does it.

    It is not where another name begins a clause of its own between the two, or before the verb alone.
    """
    rules = beside.scene.rules
    assert rules is not None
    clause = rules.pattern(rules.clause_openers, rules.coordination, rules.contrast, rules.conjunctions)
    others = [m for m in beside.scene.mentions(sentence) if m.name not in between and not locate(name, m.name)]
    for start, end in _places(name, sentence.text):
        for word in beside.scene.readings.content_words(sentence.text):
            if not kin(word.text, verb):
                continue
            if word.start >= end:
                own = (m for m in others if end <= m.start < word.start)
                yield not any(clause.search(sentence.text[end : m.start]) for m in own)
            else:
                stretch = sentence.text[word.end : start]
                acting = any(m.close <= word.start for m in others)
                inverted = rules.any_reporting.fullmatch(word.text) and len(stretch.split()) <= INVERTED
                yield not acting or bool(inverted or rules.pattern(rules.agent).search(stretch))


def _ways(text: str, one: str, other: str, verbs: Sequence[str], rules: LanguageRules) -> Iterator[bool]:
    """For each place where the evidence has both names around one of the verbs: whether the second one acts.

    Which it does where it stands first, or behind a passive verb.
    """
    for first in _places(one, text):
        for second in _places(other, text):
            (_, start), (end, _) = sorted((first, second))
            between = text[start:end]
            if any(kin(verb, held) for verb in verbs for held in _verbs(between, rules)):
                yield (second < first) != _is_passive(between, rules)


def _places(name: str, text: str) -> Sequence[tuple[int, int]]:
    return locate(name, text) or locate(name.split()[-1], text)


def _verbs(between: str, rules: LanguageRules) -> list[str]:
    """Words of meaning between two names of one clause; none where a mark or a preposition alone parts them."""
    if len(between) > REACH or _PARTED.search(between):
        return []
    return [word.text for word in content_words(between, rules)]


def _is_passive(between: str, rules: LanguageRules) -> bool:
    return bool(rules.pattern(rules.passive).search(between) and rules.pattern(rules.agent).search(between))
