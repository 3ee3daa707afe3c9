"""Whom copied words mean: short names made long, "the minister" and "the source" found in what stands before.

"Peskov" is "Dmitry Peskov" where the article names him so, with his role; two people with one surname
stay two. Each sentence that resolves a name is handed on, to stand behind the evidence. Every name given
out stands in the article as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.briefing import Speaker
from summarizer.grounding.descriptions import Descriptions, noun_pointing_back
from summarizer.grounding.gender import Gender, gender_of
from summarizer.grounding.inflection import same_word
from summarizer.grounding.kinds import is_outlet, kind_by_words
from summarizer.grounding.name_comparison import (
    begins_with,
    ends_with,
    is_nominative_ending,
    is_nominative_name_of,
    same_name,
)
from summarizer.grounding.names import PARTICLES, Mention, is_capitalised, without_possessive
from summarizer.grounding.parties import party_before, party_of
from summarizer.grounding.quotes import locate
from summarizer.grounding.roster import Entry, Occurrence, last_before, nearest, nearest_of
from summarizer.grounding.scene import Scene
from summarizer.grounding.trimming import without_dates
from summarizer.sentences import Sentence
from summarizer.vocabulary import SpeakerKind

SHORTEST_NAME = 2
"""Characters of a name that can be short for a longer one, at least."""
_NOBODY: Mapping[str, int] = {}
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


@dataclass(frozen=True)
class _Holder:
    """Who holds an office."""

    name: str
    occurrences: list[Occurrence]
    plain: list[Occurrence]
    """Those where the role is the office alone."""


class People:
    """Who is named in an article, to resolve short forms against."""

    def __init__(self, scene: Scene, parties: Sequence[str] = (), outlets: frozenset[str] = frozenset()) -> None:
        self.scene = scene
        self.parties = parties
        self.outlets = outlets
        self.language = scene.article.language
        self._descriptions = Descriptions(scene, parties)
        self._longer: dict[str, list[list[Entry]]] = {}
        self._standing: dict[str, bool] = {}
        self._forms: dict[str, list[Entry]] = {}
        self._persons: dict[str, bool] = {}
        self._offices: dict[str, list[_Holder]] = {}

    def find(self, words: str, sentences: Sequence[Sentence]) -> Place | None:
        """Where the sentences hold these words; or the name in them, where the rest is a role of the model's own.

        A name counts in every case and spelling; a full one where the article holds it somewhere and the
        sentences its last word.
        """
        held = self.scene.stands_in(words, sentences)
        if held is not None:
            return Place(held[0], without_dates(held[1], held[0], self.scene), exact=True)
        split = self.scene.readings.split_role(words)
        name = split.name if split else words.strip()
        held = self.scene.stands_in(name, sentences) or self._other_form(name, sentences)
        if held is None and " " in name and self._is_named(name):
            held = self.scene.stands_in(name.split()[-1], sentences)
            same = held is not None and self.resolve(held[0].text[slice(*held[1])], held[0]).name
            held = held if same and self._may_be(str(same), name) else None
        if held is None:
            return None
        whole = name == words.strip() or self._stands(words)
        return Place(*held, exact=whole)

    def _stands(self, words: str) -> bool:
        """Whether the article holds the words somewhere."""
        if words not in self._standing:
            self._standing[words] = bool(locate(words, self.scene.article.text))
        return self._standing[words]

    def _other_form(self, name: str, sentences: Sequence[Sentence]) -> tuple[Sentence, tuple[int, int]] | None:
        """Where the sentences hold the name in another case or spelling."""
        found = ((s, m) for s in sentences for m in self.scene.mentions(s) if same_name(m.name, name, self.language))
        sentence, mention = next(found, (None, None))
        return (sentence, (mention.start, mention.end)) if sentence and mention else None

    def _is_named(self, name: str) -> bool:
        """Whether the article holds the name somewhere."""
        return any(self._may_be(entry.name, name) for entry in self.scene.roster.akin(name))

    def _may_be(self, longer: str, name: str) -> bool:
        return same_name(longer, name, self.language) or ends_with(longer, name, self.language)

    def as_speaker(
        self, words: str, sentence: Sentence, spoke: Mapping[str, int] = _NOBODY
    ) -> tuple[Speaker, tuple[Sentence, ...]]:
        """The speaker whom these words of a sentence mean, and the sentences that tell."""
        named = self.resolve(words, sentence, spoke)
        kind = self.kind_of(named, words)
        told = f"{self._own(named.role or '')} {named.name}" if kind != "outlet" else ""
        party = party_of(told, self.parties)
        mention = self._mention(named.name, sentence)
        if party is None and kind == "person" and mention is not None and mention.role is not None:
            party = party_before(sentence.text, mention.outset, self.parties, self.scene.rules)
            party = party or party_of(self._own(words), self.parties)
        speaker = Speaker(name=named.name, role=named.role, party=party, kind=kind)
        return speaker, named.sentences

    def _own(self, words: str) -> str:
        """Words up to a clause that tells more, or to what is denied: "a lawyer who is no kin of the painter"."""
        rules = self.scene.rules
        further = rules.pattern(rules.relatives, rules.negation).search(words) if rules is not None else None
        return words[: further.start()] if further is not None else words

    def resolve(self, words: str, sentence: Sentence, spoke: Mapping[str, int] = _NOBODY) -> Named:
        """Name and role of whom these words of a sentence mean, by the longest form in the article.

        `spoke` tells when each speaker spoke last, the later the higher: "the president" is the one who spoke
        last where the article names several.
        """
        words = words.strip(" ,.;:")
        noun = noun_pointing_back(without_possessive(words), self.scene)
        if noun is not None:
            return self._described(noun, words, sentence, spoke)
        split = self.scene.readings.split_role(without_possessive(words))
        if split is None:
            return Named(words, None, ())
        here = self._mention(split.name, sentence)
        role = split.role or (here.role if here else None)
        longer = here is not None and ends_with(here.name, split.name, self.language) and here.name in words
        name = here.name if here and longer else split.name
        beside = sentence.text[here.outset : here.start] if here else words
        full = self._fuller(name, sentence, role=role, beside=beside, subject=self._is_subject(here, sentence))
        if full is not None:
            return replace(full, role=role or full.role)
        if role is None:
            titled = self._with_role(name, sentence)
            if titled is not None:
                return titled
        if self.scene.rules is not None and not self.is_person(name, role, addressed=split.addressed):
            # "the Kremlin", "The Hentzaus": the article's own words, but for the article before them.
            return Named(_without_article(words, self.scene), None, ())
        return self._in_nominative(Named(name, role, ()), sentence)

    def _mention(self, name: str, sentence: Sentence) -> Mention | None:
        """The name as it stands in the sentence, the one with a role first."""
        found = [m for m in self.scene.mentions(sentence) if self._may_be(m.name, name)]
        return max(found, key=lambda m: m.role is not None, default=None)

    def _is_subject(self, mention: Mention | None, sentence: Sentence) -> bool:
        """Whether a name is the subject of a reporting verb, and so stands in the nominative."""
        rules = self.scene.rules
        if rules is None or mention is None:
            return False
        for attribution in self.scene.attributions(sentence):
            subject, cue = attribution.subject, sentence.text[slice(*attribution.cue)]
            if subject is not None and subject[0] <= mention.start and mention.end <= subject[1]:
                return bool(rules.any_reporting.fullmatch(cue)) and not rules.pattern(rules.paper_says).fullmatch(cue)
        return False

    def _fuller(
        self, name: str, sentence: Sentence, *, role: str | None = None, beside: str = "", subject: bool = False
    ) -> Named | None:
        """The one person with a longer name that ends in this one; the role too, from the nearest sentence with it.

        Of two people with one surname the one whose role or whose gender the words tell; else neither: which one
        is meant is for the reader to say. Of a subject only names of which it can be the nominative.
        """
        persons = self._lengthening(name)
        if subject:
            persons = [p for p in persons if any(is_nominative_ending(e.name, name, self.language) for e in p)]
        if len(persons) > 1:
            persons = self._told_apart(persons, role, beside, name)
        if len(persons) != 1:
            return None
        found = nearest_of((e.with_role for e in persons[0]), sentence.number)
        found = found or nearest_of((e.occurrences for e in persons[0]), sentence.number)
        assert found is not None
        told = (found.sentence,) if found.sentence != sentence else ()
        return self._in_nominative(Named(found.mention.name, found.mention.role, told), sentence)

    def _lengthening(self, name: str) -> list[list[Entry]]:
        """The longer names that end in this one, those of one person together."""
        if name not in self._longer:
            persons: list[list[Entry]] = []
            short = name.isupper() or len(name) < SHORTEST_NAME or party_of(name, self.parties)
            entries = () if short else self.scene.roster.akin(name)
            for entry in entries:
                if not self._lengthens(entry, name):
                    continue
                same = next((p for p in persons if same_name(p[0].name, entry.name, self.language)), None)
                if same is not None:
                    same.append(entry)
                else:
                    persons.append([entry])
            self._longer[name] = persons
        return self._longer[name]

    def _lengthens(self, entry: Entry, name: str) -> bool:
        rules = self.scene.rules
        body = rules is not None and rules.pattern(rules.bodies).search(entry.name)
        family_first = bool(entry.with_role) and begins_with(entry.name, name, self.language)
        return not body and (ends_with(entry.name, name, self.language) or family_first)

    def _told_apart(
        self, persons: Sequence[list[Entry]], role: str | None, beside: str, name: str
    ) -> list[list[Entry]]:
        """Those of several people with one surname who have this role, else those of the gender that the words tell."""
        held = [{(o.mention.role or "").casefold() for e in person for o in e.with_role} for person in persons]
        with_office = [p for p, roles in zip(persons, held, strict=True) if role and role.casefold() in roles]
        if len(with_office) == 1:
            return with_office
        gender = gender_of(beside, name, self.scene.rules) if self.scene.rules else None
        others = {"masculine": "feminine", "feminine": "masculine"}
        return [p for p in persons if gender and others[gender] not in {g for e in p for g in e.genders}]

    def _in_nominative(self, named: Named, sentence: Sentence) -> Named:
        """The same name in the nominative, where the article has it so."""
        for entry in self._same(named.name):
            if is_nominative_name_of(entry.name, named.name, self.language):
                at = nearest(entry.occurrences, sentence.number)
                other = (at.sentence,) if at is not None and at.sentence != sentence else ()
                return replace(named, name=entry.name, sentences=tuple(dict.fromkeys((*named.sentences, *other))))
        return named

    def _same(self, name: str) -> list[Entry]:
        """The name as the article has it, in all cases and spellings."""
        if name not in self._forms:
            akin = self.scene.roster.akin(name)
            self._forms[name] = [entry for entry in akin if same_name(entry.name, name, self.language)]
        return self._forms[name]

    def _with_role(self, name: str, sentence: Sentence) -> Named | None:
        """The same name with a role, in another sentence: "President Rau" for "Mr. Rau"."""
        found = nearest_of((e.with_role for e in self._same(name)), sentence.number)
        if found is None:
            return None
        other = (found.sentence,) if found.sentence != sentence else ()
        return self._in_nominative(Named(found.mention.name, found.mention.role, other), sentence)

    def _described(self, noun: str, words: str, sentence: Sentence, spoke: Mapping[str, int]) -> Named:
        """ "The source" is the source named before, "the minister" the minister; else the article's own words."""
        holder = self._holding(noun, sentence, spoke)
        if holder is not None:
            return holder
        described = self._descriptions.before(noun, words, sentence)
        if described is None:
            return Named(words, None, ())
        name = _without_article(described.words, self.scene) if described.is_name else described.words
        return Named(name, None, (described.sentence,))

    def _holding(self, noun: str, sentence: Sentence, spoke: Mapping[str, int]) -> Named | None:
        """The one person before the sentence whose role holds this office; of several, who spoke last."""
        holders = [h for h in self._holders(noun) if h.occurrences[0].sentence.number < sentence.number]
        # "President Rau" goes before "the Ruritanian president Moll" where it says "the president".
        plain = [h for h in holders if h.plain and h.plain[0].sentence.number < sentence.number]
        chosen = plain or holders
        if len(chosen) > 1:
            spoken = [h for h in chosen if h.name in spoke]
            chosen = [max(spoken, key=lambda h: spoke[h.name])] if spoken else []
        if not chosen:
            return None
        found = last_before(chosen[0].plain if plain else chosen[0].occurrences, sentence.number)
        return self._resolved(found) if found is not None else None

    def _holders(self, noun: str) -> list[_Holder]:
        """Whose roles hold an office, those of one person together."""
        if noun not in self._offices:
            found: dict[str, _Holder] = {}
            for occurrence in self._in_office(noun):
                name = self._resolved(occurrence).name
                holder = found.setdefault(name, _Holder(name, [], []))
                holder.occurrences.append(occurrence)
                if (occurrence.mention.role or "").casefold() == noun.casefold():
                    holder.plain.append(occurrence)
            self._offices[noun] = list(found.values())
        return self._offices[noun]

    def _in_office(self, noun: str) -> list[Occurrence]:
        with_role = (o for entry in self.scene.roster.entries.values() for o in entry.with_role)
        found = [o for o in with_role if _holds(o.mention.role, noun, self.scene)]
        return sorted(found, key=lambda o: (o.sentence.number, o.mention.start))

    def _resolved(self, occurrence: Occurrence) -> Named:
        mention, sentence = occurrence.mention, occurrence.sentence
        named = self._fuller(mention.name, sentence, role=mention.role)
        named = named or self._in_nominative(Named(mention.name, mention.role, ()), sentence)
        return replace(named, role=mention.role, sentences=tuple(dict.fromkeys((sentence, *named.sentences))))

    def gender_of(self, name: str) -> Gender | None:
        """Whether the article's words tell that a name is a man's or a woman's."""
        told: set[Gender] = set()
        for entry in self.scene.roster.akin(name):
            short = ends_with(name, entry.name, self.language) and len(self._lengthening(entry.name)) == 1
            if short or same_name(entry.name, name, self.language):
                told |= entry.genders
        return told.pop() if len(told) == 1 else None

    def is_person(self, name: str, role: str | None, *, addressed: bool) -> bool:
        """Whether a name is a person's: by a role or a form of address beside it anywhere, else by its shape."""
        if role or addressed:
            return True
        if name not in self._persons:
            self._persons[name] = self._seems_person(name)
        return self._persons[name]

    def _seems_person(self, name: str) -> bool:
        rules = self.scene.rules
        if rules is not None and rules.pattern(rules.bodies).search(name):
            return False
        if any(entry.beside and self._may_be(entry.name, name) for entry in self.scene.roster.akin(name)):
            return True
        words = [w for w in name.split() if not re.fullmatch(PARTICLES, w)]
        if not 2 <= len(words) <= LONGEST_PERSON or name.isupper() or party_of(name, self.parties):
            return False
        return not self.scene.roster.is_placed(name)

    def kind_of(self, named: Named, words: str) -> SpeakerKind:
        """What sort of speaker a resolved name is; `words` are those that the sentence has for it."""
        rules = self.scene.rules
        if is_outlet(named.name, self.outlets, self.scene):
            return "outlet"
        if rules is None:
            return kind_by_words(named.name, named.role, self.parties, self.language)
        split = self.scene.readings.split_role(words)
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


def _holds(role: str | None, noun: str, scene: Scene) -> bool:
    """Whether a role holds an office, in any case; in German as the head of a compound, too ("Außenminister")."""
    words = re.findall(r"[\w\-]+", role or "")
    compound = scene.rules is not None and scene.rules.noun_capitals
    return any(
        same_word(word, noun, scene.article.language) or (compound and word.casefold().endswith(noun.casefold()))
        for word in words
    )


def _without_article(words: str, scene: Scene) -> str:
    """ "the Kremlin" → "Kremlin", but "the ministry" stays."""
    rest = scene.without_article(words)
    return rest if rest[:1].isupper() else words
