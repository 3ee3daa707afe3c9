"""Whom copied words mean: short names made long, "the minister" and "the source" found in what stands before.

"Peskov" is "Dmitry Peskov" where the article names him so, with his role; two people with one surname
stay two. Each sentence that resolves a name is handed on, to stand behind the evidence. Every name given
out stands in the article as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.briefing import Speaker
from summarizer.grounding.names import (
    PARTICLES,
    Mention,
    begins_with,
    ends_with,
    is_capitalised,
    same_name,
    split_role,
    without_possessive,
)
from summarizer.grounding.parties import party_of
from summarizer.grounding.scene import Scene
from summarizer.sentences import Sentence
from summarizer.vocabulary import SpeakerKind

LONGEST_PERSON = 4
"""Words of a person's name without role, particles not counted, at most."""


@dataclass(frozen=True)
class Named:
    """Somebody, as the article names them."""

    name: str
    role: str | None
    sentences: tuple[Sentence, ...]
    """The sentences that resolve the name, besides the one where it was copied."""


@dataclass(frozen=True)
class Place:
    """Where copied words were found."""

    sentence: Sentence
    span: tuple[int, int]
    """Offsets in the sentence."""
    exact: bool
    """Whether the article holds the words as they were copied; else only the name among them."""

    @property
    def words(self) -> str:
        """What stands there."""
        return self.sentence.text[slice(*self.span)]


class People:
    """Who is named in an article, to resolve short forms against."""

    def __init__(self, scene: Scene, parties: Sequence[str] = (), outlets: frozenset[str] = frozenset()) -> None:
        self.scene = scene
        self.parties = parties
        self.outlets = outlets

    def find(self, words: str, sentences: Sequence[Sentence]) -> Place | None:
        """Where the sentences hold these words; or the name in them, where the rest is a role of the model's own.

        A full name counts where the article holds it somewhere and the sentences its last word.
        """
        held = self.scene.stands_in(words, sentences)
        if held is not None:
            return Place(*held, exact=True)
        split = split_role(words, self.scene.rules)
        name = split.name if split else words.strip()
        held = self.scene.stands_in(name, sentences)
        if held is None and " " in name and self.scene.stands_in(name, self.scene.article.sentences):
            held = self.scene.stands_in(name.split()[-1], sentences)
            same = held is not None and self.resolve(held[0].text[slice(*held[1])], held[0]).name
            held = held if same and (same_name(str(same), name) or ends_with(str(same), name)) else None
        if held is None:
            return None
        whole = name == words.strip() or self.scene.stands_in(words, self.scene.article.sentences) is not None
        return Place(*held, exact=whole)

    def as_speaker(
        self, words: str, sentence: Sentence, spoke: Sequence[Speaker] = ()
    ) -> tuple[Speaker, tuple[Sentence, ...]]:
        """The speaker whom these words of a sentence mean, and the sentences that tell."""
        named = self.resolve(words, sentence, spoke)
        kind = self.kind_of(named, words)
        told = f"{named.role or ''} {named.name}" if kind != "outlet" else ""
        speaker = Speaker(name=named.name, role=named.role, party=party_of(told, self.parties), kind=kind)
        return speaker, named.sentences

    def resolve(self, words: str, sentence: Sentence, spoke: Sequence[Speaker] = ()) -> Named:
        """Name and role of whom these words of a sentence mean, by the longest form in the article.

        `spoke` are the speakers so far, the last one at the end: "the president" is the one who spoke last
        where the article names several.
        """
        words = words.strip(" ,.;:")
        split = split_role(without_possessive(words), self.scene.rules)
        if split is None:
            return self._described(words, sentence, spoke)
        here = self._mention(split.name, sentence)
        role = split.role or (here.role if here else None)
        name = here.name if here and ends_with(here.name, split.name) and here.name in words else split.name
        full = self._fuller(name, sentence)
        if full is not None:
            return replace(full, role=role or full.role)
        if role is None:
            titled = self._with_role(name, sentence)
            if titled is not None:
                return titled
        if self.scene.rules is not None and not self.is_person(name, role, addressed=split.addressed):
            # "the Kremlin", "The Hentzaus": the article's own words, but for the article before them.
            return Named(_without_article(words, self.scene), None, ())
        return Named(name, role, ())

    def _mention(self, name: str, sentence: Sentence) -> Mention | None:
        """The name as it stands in the sentence, the one with a role first."""
        found = [m for m in self.scene.mentions(sentence) if same_name(m.name, name) or ends_with(m.name, name)]
        return max(found, key=lambda m: m.role is not None, default=None)

    def _by_distance(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentence itself, then those before it, nearest first, then those behind it."""
        sentences = self.scene.article.sentences
        yield from reversed(sentences[: sentence.number])
        yield from sentences[sentence.number :]

    def _fuller(self, name: str, sentence: Sentence) -> Named | None:
        """The one longer name that ends in this one; its role too, from the nearest sentence that has it."""
        if name.isupper() or len(name) < 2:
            return None
        found: list[tuple[Mention, Sentence]] = []
        for other in self._by_distance(sentence):
            found += [(m, other) for m in self.scene.mentions(other) if self._lengthens(m, name)]
        if not found or any(not same_name(m.name, found[0][0].name) for m, _ in found):
            # Two people with one surname stay two: which one is meant is for the reader to say.
            return None
        mention, other = next(((m, s) for m, s in found if m.role), found[0])
        return Named(mention.name, mention.role, (other,) if other != sentence else ())

    def _lengthens(self, mention: Mention, name: str) -> bool:
        rules = self.scene.rules
        body = rules is not None and rules.pattern(rules.bodies).search(mention.name)
        family_first = mention.role is not None and begins_with(mention.name, name)
        return not body and (ends_with(mention.name, name) or family_first)

    def _with_role(self, name: str, sentence: Sentence) -> Named | None:
        """The same name with a role, in another sentence: "President Rau" for "Mr. Rau"."""
        for other in self._by_distance(sentence):
            for mention in self.scene.mentions(other):
                if mention.role and same_name(mention.name, name):
                    return Named(mention.name, mention.role, (other,) if other != sentence else ())
        return None

    def _described(self, words: str, sentence: Sentence, spoke: Sequence[Speaker]) -> Named:
        """ "The source" is the source named before, "the minister" the minister; else the article's own words."""
        rules = self.scene.rules
        definite = re.fullmatch(r"(\w+)\s+([\w\-]+)", words)
        if rules is None or definite is None or not _points_back(definite[1], self.scene):
            return Named(words, None, ())
        noun = definite[2]
        return self._holding(noun, sentence, spoke) or self._named_with(noun, words, sentence) or Named(words, None, ())

    def _holding(self, noun: str, sentence: Sentence, spoke: Sequence[Speaker]) -> Named | None:
        """The one person before the sentence whose role holds this office; of several, who spoke last."""
        holders: list[tuple[Mention, Sentence]] = []
        for other in reversed(self.scene.article.sentences[: sentence.number - 1]):
            holders += [(m, other) for m in self.scene.mentions(other) if _holds(m.role, noun)]
        if not holders:
            return None
        # "President Rau" goes before "the Ruritanian president Moll" where it says "the president".
        plain = [(m, s) for m, s in holders if (m.role or "").casefold() == noun.casefold()]
        full = [self._resolved(m, s) for m, s in plain or holders]
        if any(f.name != full[0].name for f in full):
            names = {f.name for f in full}
            last = next((s.name for s in reversed(spoke) if s.name in names), None)
            full = [f for f in full if f.name == last]
        return full[0] if full else None

    def _resolved(self, mention: Mention, sentence: Sentence) -> Named:
        named = self._fuller(mention.name, sentence) or Named(mention.name, mention.role, ())
        return replace(named, role=mention.role, sentences=tuple(dict.fromkeys((sentence, *named.sentences))))

    def _named_with(self, noun: str, words: str, sentence: Sentence) -> Named | None:
        """A longer subject of speech before, or a name, that holds the noun: "the ministry", "the source"."""
        holds = re.compile(rf"(?<!\w){re.escape(noun)}(?!\w)", re.IGNORECASE)
        for other in reversed(self.scene.article.sentences[: sentence.number - 1]):
            subjects = [other.text[slice(*a.subject)] for a in self.scene.attributions(other) if a.subject]
            bodies = self.scene.rules.pattern(self.scene.rules.bodies) if self.scene.rules else holds
            names = [m.name for m in self.scene.mentions(other) if bodies.search(m.name) and " " in m.name]
            for longer in (*subjects, *names):
                if holds.search(longer) and len(longer) > len(words):
                    return Named(_without_article(longer, self.scene) if longer in names else longer, None, (other,))
        return None

    def is_person(self, name: str, role: str | None, *, addressed: bool) -> bool:
        """Whether a name is a person's: by a role or a form of address beside it anywhere, else by its shape."""
        if role or addressed:
            return True
        rules = self.scene.rules
        if rules is not None and rules.pattern(rules.bodies).search(name):
            return False
        for sentence in self.scene.article.sentences:
            for mention in self.scene.mentions(sentence):
                beside = mention.role is not None or mention.addressed
                if beside and (same_name(mention.name, name) or ends_with(mention.name, name)):
                    return True
        words = [w for w in name.split() if not re.fullmatch(PARTICLES, w)]
        if not 2 <= len(words) <= LONGEST_PERSON or name.isupper() or party_of(name, self.parties):
            return False
        placed = rf"(?<!\w)(?:{rules.place_prepositions}) {re.escape(name)}(?!\w)" if rules else r"(?!)"
        return re.search(placed, self.scene.article.text) is None

    def kind_of(self, named: Named, words: str) -> SpeakerKind:
        """What sort of speaker a resolved name is; `words` are those that the sentence has for it."""
        rules = self.scene.rules
        if is_outlet(named.name, self.outlets, self.scene):
            return "outlet"
        if rules is None:
            return "person" if named.role or len(named.name.split()) > 1 else "organisation"
        split = split_role(words, rules)
        if named.role or (split and split.addressed):
            return "person"
        if rules.pattern(rules.anonymous).search(named.name):
            return "anonymous"
        if rules.pattern(rules.bodies).search(named.name):
            return "organisation"
        tokens = named.name.split()
        if not any(is_capitalised(w) for w in tokens[1:] or tokens):
            return "anonymous"
        article = rules.pattern(rules.articles).match(words.strip())
        if not article and split and self.is_person(named.name, None, addressed=False):
            return "person"
        return "organisation"


def is_outlet(name: str, outlets: frozenset[str], scene: Scene) -> bool:
    """Whether a name is an outlet's, a list of them, or ends in the noun for one ("state media")."""
    if any(part in outlets for part in (name, *re.split(r",\s*|\s+and\s+", name))):
        return True
    noun = list(scene.rules.pattern(scene.rules.outlets).finditer(name)) if scene.rules else []
    return bool(noun) and noun[-1].end() == len(name) and len(name.split()) > 1


def _points_back(word: str, scene: Scene) -> bool:
    """Whether a word before a noun says that it was named before: "the", "this"; not "a"."""
    rules = scene.rules
    if rules is None:
        return False
    definite = rules.pattern(rules.articles).fullmatch(word) or rules.pattern(rules.impersonal).fullmatch(word)
    return definite is not None and not rules.pattern(rules.indefinite).fullmatch(word)


def _holds(role: str | None, noun: str) -> bool:
    return role is not None and re.search(rf"(?<!\w){re.escape(noun)}(?!\w)", role, re.IGNORECASE) is not None


def _without_article(words: str, scene: Scene) -> str:
    """ "the Kremlin" → "Kremlin"; an article inside stays."""
    if scene.rules is None:
        return words
    article = scene.rules.pattern(scene.rules.articles).match(words)
    rest = words[article.end() :].strip() if article else words
    return rest if rest[:1].isupper() else words
