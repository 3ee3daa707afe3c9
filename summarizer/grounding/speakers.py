"""Who spoke so far, and whom "he", "they" or "who" means there."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.briefing import Speaker
from summarizer.grounding.gender import gender_of
from summarizer.grounding.names import Mention, without_possessive
from summarizer.grounding.people import People
from summarizer.grounding.scene import Scene
from summarizer.grounding.spans import Span
from summarizer.language.rules import NOTHING
from summarizer.sentences import Sentence
from summarizer.vocabulary import SpeakerKind

REACH = 3
"""Sentences that a pronoun reaches back, at most."""
GROUP_REACH = 5
"""The same for one that stands for several: fewer things can be meant by it."""
LONGEST_LEAD = 4
"""Words of a phrase before the subject of a sentence ("On Tuesday, …"), at most."""


@dataclass(frozen=True)
class Said:
    """A statement that was grounded."""

    words: str
    """The speaker as the draft has it."""
    speaker: Speaker
    sentence: Sentence
    reported_by: tuple[str, ...]
    resolving: tuple[Sentence, ...]
    """Sentences that resolve the speaker's name."""


@dataclass(frozen=True)
class Meant:
    """Whom a pronoun means, with the sentences that tell."""

    speaker: Speaker
    sentences: tuple[Sentence, ...]


class History:
    """The statements so far, in the article's order."""

    def __init__(self, scene: Scene, people: People) -> None:
        self.scene = scene
        self.people = people
        self.last: Said | None = None
        """The last statement."""
        self.issued: Said | None = None
        """The last statement that was made in a paper ("said in a statement", "issued a letter")."""
        self.spoke: dict[str, int] = {}
        """When each speaker spoke last: the number of statements up to then."""
        self._last_of: dict[str, Said] = {}
        self._last_by_kind: dict[SpeakerKind, tuple[int, Said]] = {}
        self._last_group: tuple[int, Said] | None = None
        self._count = 0

    def add(self, said: Said) -> None:
        """Note the next statement."""
        self._count += 1
        self.last = said
        if self._in_a_paper(said.sentence):
            self.issued = said
        self.spoke[said.speaker.name] = self._count
        self._last_of[said.speaker.name] = said
        self._last_by_kind[said.speaker.kind] = (self._count, said)
        if self._is_several(said.speaker.name):
            self._last_group = (self._count, said)

    def _is_several(self, name: str) -> bool:
        """Whether a name is that of several: "foreign ministers", "Rau and Moll"."""
        rules = self.scene.rules
        if rules is None:
            return False
        several = rf"(?:{rules.offices}|{rules.anonymous}|\w*minister)s|{rules.coordination}"
        return rules.pattern(several).search(name) is not None

    def _in_a_paper(self, sentence: Sentence) -> bool:
        rules = self.scene.rules
        if rules is None or rules.indefinite == NOTHING:
            return False
        paper = rf"(?:{rules.indefinite})\s+(?:[\w\-]+\s+){{0,2}}(?:{rules.papers}|announcement)"
        return bool(self.scene.attributions(sentence)) and self.scene.matches(paper, sentence.text) is not None

    def is_pronoun(self, words: str) -> bool:
        """Whether these words are a pronoun that can stand for a speaker."""
        rules = self.scene.rules
        return rules is not None and rules.pattern(rules.pronouns).fullmatch(self._plain(words)) is not None

    def _plain(self, pronoun: str) -> str:
        """The form that a subject has, of a pronoun in another one: "he" for "him"."""
        rules, words = self.scene.rules, pronoun.strip()
        return rules.pronoun_forms.get(words.casefold(), words) if rules is not None else words

    def meant_by(self, pronoun: str, sentence: Sentence, at: int) -> Meant | None:
        """Whom a pronoun at this offset of a sentence means; `None` where nobody fits.

        "Who" is the person right before it; "he" the one person named before in the sentence, else who
        was the subject last, spoke last; "they" a group, and "it" a body that spoke last.
        """
        rules = self.scene.rules
        if rules is None:
            return None
        pronoun = self._plain(pronoun)
        if rules.pattern(rules.clause_openers).fullmatch(pronoun):
            before = self._persons(sentence, 0, at)
            return self._as_meant(before[-1], sentence) if before else None
        if rules.pattern(rules.person_pronouns).fullmatch(pronoun):
            return self._person(pronoun, sentence, at)
        if rules.person_pronouns == NOTHING:
            # Which pronouns stand for whom is not known in this language.
            return self._from(self.last, sentence)
        group = rules.pattern(rules.group_pronouns).fullmatch(pronoun) is not None
        return self._not_a_person(sentence, group=group)

    def _person(self, pronoun: str, sentence: Sentence, at: int) -> Meant | None:
        here = self._fitting(pronoun, self._persons(sentence, 0, at))
        if len({m.name for m in here}) == 1:
            return self._as_meant(here[0], sentence)
        described, named = self._described_before(pronoun, sentence), self._named(pronoun, sentence)
        if described is None or (named is not None and self._is_one(described.speaker, named.speaker)):
            return named
        return described

    def _is_one(self, described: Speaker, named: Speaker) -> bool:
        """Whether a person holds the office by which somebody is described: "the senator"."""
        rules, role = self.scene.rules, (named.role or "").casefold()
        offices = rules.pattern(rules.offices, rules.person_titles) if rules is not None else None
        return offices is not None and any(m.group().casefold() in role for m in offices.finditer(described.name))

    def _named(self, pronoun: str, sentence: Sentence) -> Meant | None:
        """The person who led or spoke in a sentence since the last statement of one; else who made that."""
        spoke = self._last_person(pronoun)
        since = spoke.sentence.number if spoke else 0
        sentences = self.scene.article.sentences
        for other in reversed(sentences[max(since, sentence.number - 1 - REACH) : sentence.number - 1]):
            persons = self._fitting(pronoun, self._persons(other, 0, len(other.text)))
            subject = next((m for m in persons if _leads(m, other)), None) or self._only_speaker(persons, other)
            if subject is not None:
                return self._as_meant(subject, other)
        return self._from(spoke, sentence)

    def _described_before(self, pronoun: str, sentence: Sentence) -> Meant | None:
        """Who spoke in the sentence before without a name: "the head of the delegation"."""
        rules, last = self.scene.rules, self.last
        if rules is None or last is None or last.speaker.kind != "anonymous":
            return None
        if sentence.number - last.sentence.number != 1 or self._is_several(last.speaker.name):
            return None
        words = last.speaker.name
        office = rules.pattern(rules.offices, rules.person_titles).search(words)
        return self._from(last, sentence) if office is not None and self._fits(pronoun, words, words) else None

    def _only_speaker(self, persons: list[Mention], sentence: Sentence) -> Mention | None:
        """The one of them to whom a sentence gives words."""
        subjects = [a.subject for a in self.scene.attributions(sentence) if a.subject is not None]
        full = [m for m in persons if m.addressed or " " in m.name]
        found = [m for m in full if any(self._is_all_of(m, subject, sentence.text) for subject in subjects)]
        return found[0] if len(found) == 1 else None

    def _is_all_of(self, mention: Mention, subject: Span, text: str) -> bool:
        """Whether a subject is a person with their role and whose they are, and no body with an article before it."""
        rules, before = self.scene.rules, text[subject[0] : mention.outset].strip()
        if rules is None or mention.end != subject[1] or subject[0] > mention.outset:
            return False
        article = mention.role is not None and rules.pattern(rules.articles).fullmatch(before) is not None
        return not before or article or without_possessive(before) != before

    def _last_person(self, pronoun: str) -> Said | None:
        """The person who spoke last, if the pronoun can stand for them."""
        said = self._last_by_kind.get("person", (0, None))[1]
        return said if said is not None and self._fits(pronoun, said.speaker.name, said.speaker.role) else None

    def _fitting(self, pronoun: str, mentions: list[Mention]) -> list[Mention]:
        return [m for m in mentions if self._fits(pronoun, m.name, m.role)]

    def _fits(self, pronoun: str, name: str, role: str | None) -> bool:
        """Whether nothing tells that "he" can't be this person: no "Mrs", "spokeswoman" or "пані" anywhere."""
        rules = self.scene.rules
        wanted = gender_of(pronoun, "", rules) if rules else None
        told = wanted and rules and (gender_of(role or "", name, rules) or self.people.gender_of(name))
        return not told or told == wanted

    def _not_a_person(self, sentence: Sentence, *, group: bool) -> Meant | None:
        kinds: tuple[SpeakerKind, ...] = ("organisation", "anonymous" if group else "outlet")
        found = [self._last_by_kind[kind] for kind in kinds if kind in self._last_by_kind]
        if group and self._last_group is not None:
            found.append(self._last_group)
        reach = GROUP_REACH if group else REACH
        return self._from(max(found, key=lambda pair: pair[0])[1], sentence, reach) if found else None

    def _from(self, said: Said | None, sentence: Sentence, reach: int = REACH) -> Meant | None:
        if said is None or sentence.number - self._last_of[said.speaker.name].sentence.number > reach:
            return None
        return Meant(said.speaker, (said.sentence, *said.resolving))

    def _persons(self, sentence: Sentence, start: int, end: int) -> list[Mention]:
        """The people named in a stretch of a sentence, outside of quotes."""
        quotes = self.scene.readings.quoted(sentence.text)
        return [
            m
            for m in self.scene.mentions(sentence)
            if start <= m.start and m.end <= end and not any(s < m.start < e for s, e in quotes)
            if self.people.is_person(m.name, m.role, addressed=m.addressed)
        ]

    def _as_meant(self, mention: Mention, sentence: Sentence) -> Meant:
        speaker, sentences = self.people.as_speaker(mention.name, sentence, self.spoke)
        return Meant(speaker, (sentence, *sentences))


def _leads(mention: Mention, sentence: Sentence) -> bool:
    """Whether a sentence begins with this name, but for an article or a short phrase before a comma."""
    before = sentence.text[: mention.outset].strip()
    return len(before.split()) <= 1 or (before.endswith(",") and len(before.split()) <= LONGEST_LEAD)
