"""People, parties, outlets and places across articles: one entry each, under every name that an article has for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from summarizer.briefing import Briefing, Person
from summarizer.dossier import PersonIdentity
from summarizer.merging.library import Entry
from summarizer.merging.register import Key, Register, forms_told, most_told
from summarizer.merging.seats import party_code
from summarizer.merging.spelling import name_key, party_key, place_code, place_key, sound_key

MOST_TOGETHER = 20
"""Parties of one meeting that are compared with each other."""
CONSONANTS = 4
"""Of a town's name, at least, where it is found by its sounds in another script."""


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
        if self.parties.knows(name):
            return self.parties.name_of(name)
        key = self._person(name)
        if key not in self.facts:
            return name
        return most_told(self.facts[key][0]) or self.people.name_by(key)

    def _person(self, name: str) -> Key:
        """The person whom a name stands for, by a surname alone too, where there is one of that surname."""
        key = self.people.key_of(name)
        if key in self.facts or len(key) != 1:
            return key
        found = self._of_surname.get(key, [])
        return found[0] if len(found) == 1 else key

    @cached_property
    def _of_surname(self) -> Mapping[Key, Sequence[Key]]:
        found: dict[Key, list[Key]] = defaultdict(list)
        for key in self.facts:
            found[key[-1:]].append(key)
        return found

    def persons(self) -> list[PersonIdentity]:
        """The people with their sides and offices, by name."""
        found = []
        for key, forms in self.people.forms():
            sides, roles = self.facts[key]
            found.append(
                PersonIdentity(
                    name=self.people.name_by(key),
                    forms=forms_told(forms),
                    party=most_told(sides),
                    roles=roles,
                )
            )
        return sorted(found, key=lambda one: one.name)


def identified(entries: Sequence[Entry]) -> Identities:
    """Who is who in these briefings, which come in the order of publication."""
    parties, places = _parties(entries), _places(entries)
    outlets, people = _outlets(entries), Register(name_key)
    persons = {person.name for entry in entries for person, _ in _persons(entry.briefing)}
    people.learn_scripts(persons)
    people.learn_first_names(persons)
    people.learn_genders(persons)
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


def _parties(entries: Sequence[Entry]) -> Register:
    parties = Register(party_key)
    names = {name for entry in entries for name in _party_names(entry.briefing)}
    for entry in entries:
        for name in _party_names(entry.briefing):
            parties.learn(name, party_code(name, entry.briefing.article.language))
    # Who sits at one table, or talks about whom, is not two names of one.
    lists = [names for entry in entries for names in _named_together(entry.briefing)]
    apart = {frozenset(pair) for names in lists for pair in combinations(sorted(set(names))[:MOST_TOGETHER], 2)}
    parties.learn_adjectives(names, apart)
    parties.learn_short(names, apart)
    for entry in entries:
        for name in _party_names(entry.briefing):
            parties.enter(entry.id, name)
    return parties


def _outlets(entries: Sequence[Entry]) -> Register:
    outlets = Register(name_key)
    names = {name for entry in entries for name in _outlet_names(entry.briefing)}
    own = {outlets.key(entry.briefing.article.outlet) for entry in entries if entry.briefing.article.outlet is not None}
    outlets.learn_scripts(names)
    # An outlet that publishes under a short name is another one.
    outlets.learn_short({name for name in names if len(outlets.key(name)) > 1 or outlets.key(name) not in own})
    for entry in entries:
        for name in _outlet_names(entry.briefing):
            outlets.enter(entry.id, name)
    return outlets


def _places(entries: Sequence[Entry]) -> Register:
    places = Register(place_key)
    cities = {m.city for entry in entries for m in entry.briefing.meetings if m.city is not None}
    for entry in entries:
        for meeting in entry.briefing.meetings:
            if meeting.city is not None:
                places.learn(meeting.city, place_code(meeting.city, entry.briefing.article.language))
    # Of towns there are few, and the consonants of a longer name tell it by themselves.
    places.learn_scripts({city for city in cities if sum(map(len, sound_key(city))) >= CONSONANTS}, fewest=1)
    for entry in entries:
        for meeting in entry.briefing.meetings:
            for place in filter(None, (meeting.venue, meeting.city)):
                places.enter(entry.id, place)
    return places


def _party_names(briefing: Briefing) -> Iterator[str]:
    yield from briefing.talks.parties
    for meeting in briefing.meetings:
        yield from meeting.parties
    yield from (delegation.party for delegation in briefing.delegations)
    yield from (position.party for position in briefing.positions)


def _named_together(briefing: Briefing) -> Iterator[Sequence[str]]:
    yield briefing.talks.parties
    yield from (meeting.parties for meeting in briefing.meetings)


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
