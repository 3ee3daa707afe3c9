"""What a dossier shows, section by section and entry by entry: the terminal and the page draw this one outline.

An outline holds the words of articles and models untouched; making them safe for its medium is each rendering's duty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.briefing import Evidence
from summarizer.dossier import Dossier, DossierArticle, DossierEvent, Reference
from summarizer.rendering.outline import Mark, Phrase

Key = Literal[
    "changes", "contradictions", "timeline", "undated", "positions", "agreements", "documents", "open_questions",
    "several", "single", "people", "articles",
]  # fmt: skip


@dataclass(frozen=True)
class Told:
    """What one article tells: the number of the article in the dossier's list, its words, and what it makes of it."""

    number: int
    evidence: Evidence
    text: Phrase = ()

    @property
    def anchor(self) -> str:
        """The element id of its sentence on the page."""
        return f"a{self.number}-s{self.evidence.sentence}"


@dataclass(frozen=True)
class Value:
    """One side of a contradiction: the value and who tells it."""

    text: Phrase
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Groups:
    """What an entry can be found by: names of parties, outlets and issues."""

    parties: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    issues: frozenset[str] = frozenset()

    def __or__(self, other: Groups) -> Groups:
        return Groups(self.parties | other.parties, self.outlets | other.outlets, self.issues | other.issues)


@dataclass(frozen=True)
class Entry:
    """One line of a dossier and what it rests on.

    `lead` holds phrases that read with commas between them, `text` what follows, `notes` rows below it. `told` are
    the articles behind it in the order of publication; `each` is true where each tells something of its own.
    """

    id: str
    lead: tuple[Phrase, ...] = ()
    marks: tuple[Mark, ...] = ()
    text: Phrase = ()
    notes: tuple[Phrase, ...] = ()
    told: tuple[Told, ...] = ()
    values: tuple[Value, ...] = ()
    each: bool = False
    groups: Groups = Groups()

    def rows(self) -> list[tuple[Told, ...]]:
        """What stands on one row: what an article tells, and its further sentences."""
        rows: list[tuple[Told, ...]] = []
        for one in self.told:
            if rows and not one.text and rows[-1][0].number == one.number:
                rows[-1] += (one,)
            else:
                rows.append((one,))
        return rows

    def all_told(self) -> Iterator[Told]:
        """All that it rests on, that of its values too."""
        yield from self.told
        for value in self.values:
            yield from value.told


@dataclass(frozen=True)
class Section:
    """A heading and its entries."""

    key: Key
    heading: str
    entries: tuple[Entry, ...]


class Directory:
    """What the entries of a dossier share: numbers of articles, names of outlets, which issue a sentence is on."""

    def __init__(self, dossier: Dossier) -> None:
        self.articles = dossier.articles
        self.numbers = {article.id: number for number, article in enumerate(dossier.articles, start=1)}
        self.parties = {party.name for party in dossier.parties}
        self.sides = {person.name: person.party for person in dossier.people if person.party}
        named = {(form.article, name): one.name for one in dossier.outlets for form in one.forms for name in form.names}
        self.outlets = {
            article.id: named.get((article.id, article.outlet), article.outlet)
            for article in dossier.articles
            if article.outlet
        }
        self._issues: dict[tuple[str, int], set[str]] = defaultdict(set)
        for line in dossier.positions:
            for stance in line.stances:
                self._issues[stance.reference.article, stance.reference.evidence.sentence].add(line.issue)

    def told(self, reference: Reference, text: Phrase = ()) -> Told:
        """A reference as an entry has it."""
        return Told(self.numbers[reference.article], reference.evidence, text)

    def found_by(self, entry: Entry, parties: Iterable[str] = (), outlets: Iterable[str] = ()) -> Entry:
        """The entry with its groups: those named here, the outlets it rests on, and the issues.

        An entry is on an issue where it rests on a sentence that a position on that issue rests on.
        """
        behind = [(self.articles[one.number - 1], one.evidence.sentence) for one in entry.all_told()]
        groups = Groups(
            parties=frozenset(parties),
            outlets=frozenset(outlets) | {self.outlets[a.id] for a, _ in behind if a.id in self.outlets},
            issues=frozenset(issue for a, sentence in behind for issue in self._issues.get((a.id, sentence), ())),
        )
        return replace(entry, groups=groups)

    def language(self, told: Told) -> str | None:
        """The language of the article that tells it."""
        return self.article(told).language

    def article(self, told: Told) -> DossierArticle:
        """The article that tells it."""
        return self.articles[told.number - 1]


def unique(told: Iterable[Told]) -> tuple[Told, ...]:
    """Each sentence of each article once."""
    return tuple({one.anchor: one for one in reversed(tuple(told))}.values())[::-1]


def title_of(event: DossierEvent) -> str:
    """What an event is, in a few words: the meeting in some town, the handing over of some paper, or what happened."""
    place = event.city or event.venue
    if event.kind == "meeting":
        return f"meeting in {place}" if place else "meeting"
    text = event.reports[-1].text or event.kind
    return f"{event.kind}: {text}" if event.kind == "handover" else text
