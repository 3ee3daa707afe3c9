"""What an article calls somebody at length, to be found again by a short word: "the ministry", "the source"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.grounding.inflection import keys
from summarizer.grounding.parties import party_of
from summarizer.grounding.scene import Scene
from summarizer.language.rules import NOTHING, LanguageRules
from summarizer.language.words import fits_any
from summarizer.sentences import Sentence

_WORD = re.compile(r"[^\W_]+(?:[’'ʼ\-][^\W_]+)*")
LONGEST_COMPOUND_HEAD = 5
"""Letters of the last part of a German compound, at least, by which "das Ministerium" is "das Außenministerium"."""
_FARTHEST = 50
"""Phrases that are looked at, at most, for a longer one."""


@dataclass(frozen=True)
class Description:
    """Words that tell more of somebody than a noun alone."""

    words: str
    is_name: bool
    """Whether they are a name without the article before it; else they stand as the sentence has them."""
    sentence: Sentence


def noun_pointing_back(words: str, scene: Scene) -> str | None:
    """The noun of "the minister", "l’agence", "цей чиновник" or, without articles in the language, "міністр".

    `None` where the words are not of that kind.
    """
    rules = scene.rules
    parts = re.fullmatch(r"(?:(\w+)(?:\s+|[’'](?=\w)))?([\w\-]+)", words.strip())
    if rules is None or parts is None:
        return None
    nouns = (
        f"{rules.anonymous}|{rules.bodies}|{rules.offices}|{rules.person_titles}|{rules.outlets}|{rules.delegations}"
    )
    known = rules.pattern(nouns).fullmatch(parts[2]) and not parts[2].isupper()
    if parts[1] is None:
        return parts[2] if known and rules.articles == NOTHING else None
    definite = rules.pattern(rules.articles, rules.demonstratives, rules.impersonal).fullmatch(parts[1])
    if definite is None or rules.pattern(rules.indefinite).fullmatch(parts[1]):
        return None
    return parts[2] if known or parts[2].islower() else None


class Descriptions:
    """The phrases of an article that tell whom a noun means later on."""

    def __init__(self, scene: Scene, parties: Sequence[str]) -> None:
        self.scene = scene
        self.parties = parties
        self._by_key: dict[str, list[Description]] | None = None
        self._compounds: dict[str, list[str]] = {}

    def before(self, noun: str, words: str, sentence: Sentence) -> Description | None:
        """The last longer phrase with this noun before a sentence, or before the words in it; `None` where none."""
        index = self._index()
        found: list[Description] = []
        for key in self._keys(noun, index):
            phrases = index.get(key, [])
            at = bisect_left(phrases, sentence.number, key=lambda d: d.sentence.number)
            longer = (d for d in reversed(phrases[max(0, at - _FARTHEST) : at]) if len(d.words) > len(words))
            found += [d for d in (next(longer, None),) if d is not None]
        return max(found, key=lambda d: d.sentence.number, default=None)

    def _index(self) -> dict[str, list[Description]]:
        if self._by_key is None:
            self._by_key = {}
            for sentence in self.scene.article.sentences:
                for description in self._in(sentence):
                    for key in self._keys_of(description.words):
                        self._by_key.setdefault(key, []).append(description)
        return self._by_key

    def _keys_of(self, phrase: str) -> dict[str, None]:
        language = self.scene.article.language
        return dict.fromkeys(key for m in _WORD.finditer(phrase) for key in sorted(keys(m.group(), language)))

    def _keys(self, noun: str, index: dict[str, list[Description]]) -> list[str]:
        """The noun's keys; in German those of the compounds that end in it, too."""
        own = sorted(keys(noun, self.scene.article.language))
        rules = self.scene.rules
        if rules is None or not rules.noun_capitals or len(noun) < LONGEST_COMPOUND_HEAD:
            return own
        if noun not in self._compounds:
            self._compounds[noun] = [key for key in index if key.endswith(tuple(own)) and key not in own]
        return own + self._compounds[noun]

    def _in(self, sentence: Sentence) -> Iterator[Description]:
        """Who speaks in a sentence, the bodies named in it, and the nouns with a name beside them."""
        rules = self.scene.rules
        if rules is None:
            return
        for attribution in self.scene.attributions(sentence):
            if attribution.subject is not None:
                yield Description(sentence.text[slice(*attribution.subject)], False, sentence)
        for mention in self.scene.mentions(sentence):
            if " " in mention.name and rules.pattern(rules.bodies).search(mention.name):
                yield Description(mention.name, True, sentence)
        yield from self._groups(sentence, rules)

    def _groups(self, sentence: Sentence, rules: LanguageRules) -> Iterator[Description]:
        """ "Ruritanian delegation", "delegation of Ruritania", "die ruritanische Delegation": a noun with its side."""
        words = list(_WORD.finditer(sentence.text))
        for at, word in enumerate(words):
            if not fits_any(word.group(), rules.bodies, rules.delegations):
                continue
            before = words[max(0, at - 2) : at]
            behind = words[at + 1 : at + 4]
            side = next((w for w in before if party_of(w.group(), self.parties)), None)
            if side is not None and _joined(sentence.text, side.start(), word.end()):
                yield Description(sentence.text[side.start() : word.end()], True, sentence)
            side = next((w for w in behind if party_of(w.group(), self.parties)), None)
            if side is not None and _joined(sentence.text, word.start(), side.end()):
                yield Description(sentence.text[word.start() : side.end()], True, sentence)


def _joined(text: str, start: int, end: int) -> bool:
    """Whether nothing but words and spaces stands between two offsets."""
    return re.search(r"[,.;:!?()“”«»\"]", text[start:end]) is None
