"""From copied words to people and outlets: name and role apart, short names and pronouns resolved.

"Peskov" is "Dmitry Peskov" where the article names him so once; "the source" is the source named before;
"he" is who spoke last. Each sentence that resolves a name is handed on, to stand behind the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.briefing import SpeakerKind
from summarizer.grounding.scene import Scene
from summarizer.sentences import Sentence

_PARTICLES = r"al|bin|bint|ben|ibn|abu|von|van|der|den|de|del|della|da|di|du|dos|la|le|el|ter|af|av|zu"
_TOKEN = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"[’']s?$")
_OPENING = re.compile(
    r"^(?:(?:the|a|an|its|their|his|her|another|one|some|several|many|both|two|three|former|meanwhile)\s+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """Somebody, as the article names them."""

    name: str
    role: str | None
    sentences: tuple[Sentence, ...]
    """The sentences that resolve the name, besides the one where it was copied."""


def is_capitalised(word: str) -> bool:
    """Whether a word begins like a name, or stands in a script without case."""
    first = next((c for c in word if c.isalpha()), "")
    return bool(first) and (first.isupper() or first.upper() == first.lower())


def split_role(words: str, scene: Scene) -> tuple[str, str | None]:
    """ "Defence Minister Rustem Umierov" → "Rustem Umierov", "Defence Minister". No role: the words as they are."""
    tokens = list(_TOKEN.finditer(words))
    first = len(tokens)
    while first > 0 and (
        is_capitalised(tokens[first - 1].group())
        or (first < len(tokens) and re.fullmatch(_PARTICLES, tokens[first - 1].group(), re.IGNORECASE))
    ):
        first -= 1
    if scene.rules is not None:
        for at in range(first, len(tokens) - 1):
            if scene.rules.pattern(scene.rules.person_titles).fullmatch(tokens[at].group().rstrip(".")):
                first = at + 1
    if first == 0 or first >= len(tokens):
        return words.strip(), None
    role = words[: tokens[first].start()].strip(" ,")
    before = tokens[first - 1].group().casefold()
    if scene.rules is not None and re.fullmatch(scene.rules.joining, before, re.IGNORECASE):
        # "Sources in the Ministry", "the Post and the Herald": no role before a name, but one phrase.
        return words.strip(), None
    return words[tokens[first].start() :].strip(" ,"), _OPENING.sub("", role) or None


class People:
    """Who is named in an article, to resolve short forms against."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def resolve(self, words: str, sentence: Sentence) -> Named:
        """Name and role of whom these words of a sentence mean, by the longest form in the article."""
        name, role = split_role(_POSSESSIVE.sub("", words.strip(" ,.;:")), self.scene)
        role = role or self._apposition(name, sentence)
        if not is_capitalised(name.split()[0] if name.split() else ""):
            return self._anonymous(words, sentence)
        if _OPENING.match(name) and not role:
            return self._anonymous(name, sentence)
        full = self._fuller(name, sentence)
        if full is None:
            return Named(name, role, ())
        return replace(full, role=role or full.role)

    def _apposition(self, name: str, sentence: Sentence) -> str | None:
        """The role behind a name: "Name, the director of the fund, said"."""
        match = re.search(rf"{re.escape(name)}, ((?:the |a |an )?[^,“”\"]{{3,90}}),", sentence.text)
        if match is None or not match[1][0].islower():
            return None
        if self.scene.rules is not None:
            verb = self.scene.rules.any_reporting.search(match[1])
            opener = self.scene.rules.pattern(self.scene.rules.clause_openers).match(match[1])
            if verb or opener:
                return None
        return _OPENING.sub("", match[1]).strip() or None

    def _fuller(self, name: str, sentence: Sentence) -> Named | None:
        """A longer name that ends in the same word, from the sentence nearest before, else after."""
        last = name.split()[-1]
        if len(last) < 3 or name.isupper():
            return None
        found: dict[str, Named] = {}
        for other in self._by_distance(sentence):
            for longer in _names_ending_in(last, other.text):
                if len(longer.split()) <= len(name.split()) or not longer.endswith(name):
                    continue
                short, role = split_role(longer, self.scene)
                if len(short.split()) > len(name.split()):
                    role = role or self._role_before(short, other)
                    found.setdefault(short, Named(short, role, (other,) if other != sentence else ()))
        # Two people with one surname stay two: which one is meant is for the reader to say.
        return next(iter(found.values())) if len(found) == 1 else None

    def _role_before(self, name: str, sentence: Sentence) -> str | None:
        at = sentence.text.find(name)
        before = re.search(r"((?:[^\W\d_][\w’'\-]*\s+){1,6})$", sentence.text[:at])
        if before is None:
            return self._apposition(name, sentence)
        short, role = split_role(before[1] + name, self.scene)
        if short == name and role and self.scene.rules is not None:
            opener = list(self.scene.rules.pattern(self.scene.rules.clause_openers).finditer(role))
            role = role[opener[-1].end() :].strip() if opener else role
            verb = self.scene.rules.any_reporting.search(role)
            role = None if verb or not role or not _looks_like_role(role) else role
        return role or self._apposition(name, sentence)

    def _by_distance(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentence itself, then those before it, nearest first, then those behind it."""
        sentences = self.scene.article.sentences
        yield from reversed(sentences[: sentence.number])
        yield from sentences[sentence.number :]

    def _anonymous(self, words: str, sentence: Sentence) -> Named:
        """ "The source" is the source named before, "the minister" the minister; else the article's own words."""
        definite = re.match(r"(?:the|that|this|same|these|those)\s+(\w+)$", words, re.IGNORECASE)
        if definite is None:
            return Named(words, None, ())
        noun = definite[1]
        titled = self._titled(noun, sentence)
        if titled is not None:
            return titled
        for other in reversed(self.scene.article.sentences[: sentence.number - 1]):
            for attribution in self.scene.attributions(other):
                if attribution.subject is None:
                    continue
                subject = other.text[attribution.subject[0] : attribution.subject[1]]
                if re.search(rf"\b{re.escape(noun)}\b", subject, re.IGNORECASE) and len(subject) > len(words):
                    return Named(subject, None, (other,))
        return Named(words, None, ())

    def _titled(self, noun: str, sentence: Sentence) -> Named | None:
        """The person whom the nearest sentence before names with this title: "President Zelenskyy"."""
        name = rf"(?:{_PARTICLES}|[^\W\d_a-z][\w’'\-]*\.?)"
        pattern = re.compile(rf"(?<!\w){re.escape(noun.title())}\s+({name}(?:\s+{name}){{0,3}})")
        for other in reversed(self.scene.article.sentences[: sentence.number - 1]):
            if match := pattern.search(other.text):
                named = self.resolve(match.group(), other)
                return replace(named, sentences=(other, *named.sentences))
        return None


def _looks_like_role(words: str) -> bool:
    return 0 < len(words.split()) <= 6


def _names_ending_in(last: str, text: str) -> Iterator[str]:
    """Runs of capitalised words in the text that end in the given word."""
    part = rf"(?:[^\W\d_a-z][\w’'\-]*\.?|{_PARTICLES})"
    for match in re.finditer(rf"(?<!\w)((?:{part}\s+){{1,4}}){re.escape(last)}(?!\w)", text):
        yield match.group()


def kind_of(name: str, role: str | None, scene: Scene, outlets: frozenset[str]) -> SpeakerKind:
    """What sort of speaker a name stands for."""
    if name in outlets or any(part in outlets for part in re.split(r",\s*|\s+and\s+", name)):
        return "outlet"
    if scene.matches(scene.rules.outlets, name) if scene.rules else False:
        return "outlet"
    words = name.split()
    if not any(is_capitalised(w) for w in words[1:] or words):
        return "anonymous"
    if scene.rules and scene.rules.pattern(scene.rules.anonymous).search(name):
        return "anonymous"
    if role or (2 <= len(words) <= 4 and all(is_capitalised(w) or re.fullmatch(_PARTICLES, w) for w in words)):
        return (
            "person" if not (scene.rules and scene.rules.pattern(scene.rules.bodies).search(name)) else "organisation"
        )
    return "organisation"
