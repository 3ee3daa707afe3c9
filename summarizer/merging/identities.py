"""People, parties, outlets and places across articles: one entry each, under every name that an article has for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.briefing import Briefing, Person
from summarizer.dossier import Form, Identity, PersonIdentity
from summarizer.merging.library import Entry
from summarizer.merging.seats import party_code
from summarizer.merging.spelling import (
    is_adjective_of,
    is_cyrillic,
    name_key,
    party_key,
    place_code,
    place_key,
    sound_key,
)

Key = tuple[str, ...]
_VOWELS = "aeiouyаеиоуіїєэюяыё"
CONSONANTS = 4
"""Of a town's name, at least, where it is found by its sounds in another script."""
FEWEST_WORDS = 2
"""Words of a name that may be found by its sounds in another script: one word alone sounds like too many."""


@dataclass
class Register:
    """One kind of identity: names come in, the name that the dossier uses comes out."""

    key: Callable[[str], Key]
    _codes: dict[Key, Key] = field(default_factory=dict)
    """Keys of names that are a country's or city's, and its code, by which its names in all languages are one."""
    _names: dict[Key, dict[str, list[str]]] = field(default_factory=dict)
    _apart: dict[str, Key] = field(default_factory=dict)
    """The keys of names that are another's by all but their gender."""
    _chosen: dict[Key, str] = field(default_factory=dict)
    """The name in use of each key, until another one is entered."""

    def learn(self, name: str, code: str | None) -> None:
        """Note, before names are entered, that this one is a country's or city's of this code."""
        if code is not None:
            self._codes.setdefault(self.key(name), (code,))

    def learn_adjectives(self, names: Collection[str]) -> None:
        """Note which of these names are adjectives of others: "Skardian" of "Skardia", where there is only one."""
        nouns = {name for name in names if " " not in name and not is_cyrillic(name)}
        for name in sorted(nouns):
            of = {self.key_of(other) for other in nouns if is_adjective_of(name, other)}
            if len(of) == 1 and self.key(name) not in self._codes:
                self._codes[self.key(name)] = of.pop()

    def learn_short(self, names: Collection[str]) -> None:
        """Note which of these names are the last word of others: "Front" of "Upland Front", where it is only one's."""
        ends: dict[Key, set[Key]] = defaultdict(set)
        for name in names:
            if len(key := self.key(name)) > 1:
                ends[key[-1:]].add(self.key_of(name))
        for name in sorted(names):
            key = self.key(name)
            if len(key) == 1 and key not in self._codes and name[:1].isupper() and len(ends.get(key, ())) == 1:
                self._codes[key] = next(iter(ends[key]))

    def learn_genders(self, names: Collection[str]) -> None:
        """Note which of these names are a woman's where a man's has the same key."""
        alike: dict[Key, set[str]] = defaultdict(set)
        for name in names:
            alike[self.key_of(name)].add(name)
        for key, known in alike.items():
            genders = {name: _gender_of(name) for name in known}
            if len(set(genders.values()) - {None}) > 1:
                self._apart |= {name: (*key, "a") for name, gender in genders.items() if gender == "a woman's"}

    def learn_scripts(self, names: Iterable[str], fewest: int = FEWEST_WORDS) -> None:
        """Note which Cyrillic names are those of Latin ones: the only one that sounds so, of so many words at least."""
        latin: dict[Key, dict[Key, str]] = defaultdict(dict)
        cyrillic: dict[Key, str] = {}
        for name in names:
            if is_cyrillic(name):
                cyrillic[self.key(name)] = name
            else:
                latin[sound_key(name)].setdefault(self.key(name), name)
        known = {key for found in latin.values() for key in found}
        for key, name in cyrillic.items():
            sounds = sound_key(name)
            found = [other for other, its in latin.get(sounds, {}).items() if not _are_of_two_genders(its, name)]
            if key not in known and len(sounds) >= fewest and len(found) == 1:
                self._codes[key] = found[0]

    def enter(self, article: str, name: str) -> None:
        """Note that an article has this name."""
        key = self.key_of(name)
        self._chosen.pop(key, None)
        names = self._names.setdefault(key, {}).setdefault(article, [])
        if name not in names:
            names.append(name)

    def name_of(self, name: str) -> str:
        """The dossier's name for it; an unknown one stays as it is."""
        key = self.key_of(name)
        return self.name_by(key) if key in self._names else name

    def name_by(self, key: Key) -> str:
        """The dossier's name for what has this key."""
        if key not in self._chosen:
            self._chosen[key] = self._most_used(key)
        return self._chosen[key]

    def _most_used(self, key: Key) -> str:
        """The name of most articles that is no short form, adjective or other script's; of a country, any."""
        forms = self._names[key]
        own = {article: [name for name in names if self.key(name) == key] for article, names in forms.items()}
        return _most_used(own if any(own.values()) else forms)

    def identities(self) -> list[Identity]:
        """All of them, by name."""
        found = [Identity(name=self.name_by(key), forms=_forms(forms)) for key, forms in self._names.items()]
        return sorted(found, key=lambda one: one.name)

    def key_of(self, name: str) -> Key:
        """What all its names have in common."""
        if name in self._apart:
            return self._apart[name]
        key = self.key(name)
        return self._codes.get(key, key)

    def forms(self) -> Iterator[tuple[Key, Mapping[str, Sequence[str]]]]:
        """Key and names by article of each."""
        yield from self._names.items()


@dataclass
class Identities:
    """Who is who in a dossier."""

    people: Register
    parties: Register
    outlets: Register
    places: Register
    facts: Mapping[Key, tuple[Counter[str], list[str]]]
    """Sides and offices by a person's key."""

    def side_of(self, name: str) -> str:
        """The side that a name stands for: that of the person, a party, or the person who has none."""
        key = self._person(name)
        if key not in self.facts:
            return self.parties.name_of(name)
        return _most_told(self.facts[key][0]) or self.people.name_by(key)

    def _person(self, name: str) -> Key:
        """The person whom a name stands for, by a surname alone too, where there is one of that surname."""
        key = self.people.key_of(name)
        if key in self.facts or len(key) != 1:
            return key
        found = [known for known in self.facts if known[-1:] == key]
        return found[0] if len(found) == 1 else key

    def persons(self) -> list[PersonIdentity]:
        """The people with their sides and offices, by name."""
        found = []
        for key, forms in self.people.forms():
            sides, roles = self.facts[key]
            found.append(
                PersonIdentity(
                    name=self.people.name_by(key),
                    forms=_forms(forms),
                    party=_most_told(sides),
                    roles=roles,
                )
            )
        return sorted(found, key=lambda one: one.name)


def identified(entries: Sequence[Entry]) -> Identities:
    """Who is who in these briefings, which come in the order of publication."""
    parties, outlets = Register(party_key), Register(name_key)
    people, places = Register(name_key), Register(place_key)
    for entry in entries:
        language = entry.briefing.article.language
        for name in _party_names(entry.briefing):
            parties.learn(name, party_code(name, language))
        for meeting in entry.briefing.meetings:
            if meeting.city is not None:
                places.learn(meeting.city, place_code(meeting.city, language))
    # Of towns there are few, and the consonants of a longer name tell it by themselves.
    cities = {m.city for entry in entries for m in entry.briefing.meetings if m.city is not None}
    places.learn_scripts((city for city in cities if sum(map(len, sound_key(city))) >= CONSONANTS), fewest=1)
    parties.learn_adjectives({name for entry in entries for name in _party_names(entry.briefing)})
    parties.learn_short({name for entry in entries for name in _party_names(entry.briefing)})
    persons = {person.name for entry in entries for person, _ in _persons(entry.briefing)}
    people.learn_scripts(persons)
    people.learn_genders(persons)
    outlets.learn_scripts(name for entry in entries for name in _outlet_names(entry.briefing))
    own = {outlets.key(entry.briefing.article.outlet) for entry in entries if entry.briefing.article.outlet is not None}
    cited = {name for entry in entries for name in _outlet_names(entry.briefing)}
    outlets.learn_short({name for name in cited if len(outlets.key(name)) > 1 or outlets.key(name) not in own})
    for entry in entries:
        for name in _party_names(entry.briefing):
            parties.enter(entry.id, name)
        for name in _outlet_names(entry.briefing):
            outlets.enter(entry.id, name)
        for meeting in entry.briefing.meetings:
            for place in filter(None, (meeting.venue, meeting.city)):
                places.enter(entry.id, place)
    facts: dict[Key, tuple[Counter[str], list[str]]] = defaultdict(lambda: (Counter(), []))
    for entry in entries:
        for person, party in _persons(entry.briefing):
            people.enter(entry.id, person.name)
            sides, roles = facts[people.key_of(person.name)]
            if party is not None:
                sides[parties.name_of(party)] += 1
            if person.role is not None and person.role not in roles:
                roles.append(person.role)
    return Identities(people, parties, outlets, places, facts)


def _are_of_two_genders(one: str, other: str) -> bool:
    """Whether one begins as a woman's and the other as a man's: "Oleksandr" and «Олександра» are two people."""
    return {_gender_of(one), _gender_of(other)} == {"a woman's", "a man's"}


def _gender_of(name: str) -> str | None:
    """Whose name it is as far as its endings tell: «Олександра Марн», but «Теодора Марка» is a man's genitive, too."""
    words = name.casefold().split()
    first, last = words[0][-1:], words[-1][-1:]
    if first in "aая":
        return None if is_cyrillic(name) and last in _VOWELS else "a woman's"
    return "a man's" if first.isalpha() and first not in _VOWELS else None


def _party_names(briefing: Briefing) -> Iterator[str]:
    yield from briefing.talks.parties
    for meeting in briefing.meetings:
        yield from meeting.parties
    yield from (delegation.party for delegation in briefing.delegations)
    yield from (position.party for position in briefing.positions)


def _outlet_names(briefing: Briefing) -> Iterator[str]:
    if briefing.article.outlet is not None:
        yield briefing.article.outlet
    yield from (source.name for source in briefing.sources)
    for statement in briefing.statements:
        yield from statement.reported_by


def _persons(briefing: Briefing) -> Iterator[tuple[Person, str | None]]:
    for delegation in briefing.delegations:
        for person in (delegation.head, *delegation.members):
            if person is not None:
                yield person, delegation.party
    for statement in briefing.statements:
        speaker = statement.speaker
        if speaker.kind == "person":
            yield Person(name=speaker.name, role=speaker.role), speaker.party


def _forms(forms: Mapping[str, Sequence[str]]) -> list[Form]:
    return [Form(article=article, names=list(names)) for article, names in forms.items()]


def _most_used(forms: Mapping[str, Iterable[str]]) -> str:
    """The name of most articles; among equals the first in the order of the letters, Latin before Cyrillic."""
    name = _most_told(Counter(name for names in forms.values() for name in names))
    assert name is not None
    return name


def _most_told(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
