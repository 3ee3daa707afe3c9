"""Agreements, papers and open questions across articles: one line each, with every article that tells of it.

Two agreements or questions are one where they say nearly the same in one language, or where two agreements have the
same figures and a side in common. Papers are one by name and author; one whose author no article tells belongs to the
only author that there is of that name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from rapidfuzz import fuzz

from summarizer.briefing import Agreement, Document, Point
from summarizer.dossier import (
    AgreementLine,
    AgreementReport,
    DocumentLine,
    DocumentReport,
    QuestionLine,
)
from summarizer.merging.identities import Identities
from summarizer.merging.library import Entry
from summarizer.merging.likeness import union_of_alike
from summarizer.merging.numbers import figures_in
from summarizer.merging.papers import DRAFT, is_one_paper, paper_words

ALIKE = 80.0
"""Of 100, by rapidfuzz's token_sort_ratio: two texts as alike as this say the same."""
MOST_DAYS = 30
"""Days between two articles after which the same words tell of something else."""
MOST_PAPERS = 50
"""Papers with a word in common that are compared, the last ones."""
_RARE = 4
"""Words of a text, its longest ones, by which others are found."""


@dataclass(frozen=True)
class Told:
    """A text of one article, and what else has to be the same or may stand for it."""

    entry: Entry
    text: str
    figures: tuple[object, ...] = ()
    """Figures with the sides that they concern; empty where there are none."""

    def keys(self) -> Iterator[tuple[object, ...]]:
        """Where to look for the same."""
        words = sorted(set(re.findall(r"\w{4,}", self.text.casefold())), key=lambda word: (-len(word), word))
        yield from ((self.entry.briefing.article.language, word) for word in words[:_RARE])
        if self.figures:
            yield self.figures

    def is_same(self, other: Told) -> bool:
        """Whether the two say the same, of two articles."""
        if self.entry is other.entry:
            return False
        alike = fuzz.token_sort_ratio(self.text.casefold(), other.text.casefold()) >= ALIKE
        return alike or bool(self.figures and self.figures == other.figures)


def _groups(told: Sequence[Told]) -> list[list[int]]:
    """The places of those that say the same."""
    return union_of_alike(told, Told.keys, Told.is_same, MOST_DAYS).groups()


def agreements_of(entries: Sequence[Entry], identities: Identities) -> list[AgreementLine]:
    """The agreements of these briefings, which come in the order of publication."""
    found = [(entry, agreement) for entry in entries for agreement in entry.briefing.agreements]
    told = [Told(entry, one.text, _figures(one, identities)) for entry, one in found]
    groups = [[found[at] for at in group] for group in _groups(told)]
    return [_agreement(f"g{number}", group, identities) for number, group in enumerate(groups, start=1)]


def _figures(agreement: Agreement, identities: Identities) -> tuple[object, ...]:
    figures = tuple(sorted(figures_in(agreement.text)))
    return (figures, *_names(agreement.parties, identities.parties.name_of)) if figures else ()


def _agreement(number: str, group: Sequence[tuple[Entry, Agreement]], identities: Identities) -> AgreementLine:
    outlets = (entry.briefing.article.outlet for entry, _ in group)
    return AgreementLine(
        id=number,
        text=group[0][1].text,
        parties=_names((party for _, one in group for party in one.parties), identities.parties.name_of),
        status=group[-1][1].status,
        told_by=_names((outlet for outlet in outlets if outlet is not None), identities.outlets.name_of),
        reports=[
            AgreementReport(status=one.status, text=one.text, reference=entry.reference(one.evidence[0]))
            for entry, one in group
        ],
    )


@dataclass
class _Paper:
    """A paper, as far as it is known from the articles that were read."""

    author: str | None
    number: int
    names: dict[frozenset[str], str] = field(default_factory=dict)
    """One name for each set of words that tell it."""
    told: list[tuple[Entry, Document]] = field(default_factory=list)

    def take(self, entry: Entry, document: Document) -> None:
        """One more article that tells of it."""
        self.names.setdefault(paper_words(document.name), document.name)
        self.told.append((entry, document))


def documents_of(entries: Sequence[Entry], identities: Identities) -> list[DocumentLine]:
    """The papers of these briefings, which come in the order of publication."""
    found = [(entry, document) for entry in entries for document in entry.briefing.documents]
    authors = [identities.side_of(document.author) if document.author is not None else None for _, document in found]
    papers: dict[int, _Paper] = {}
    of_word: dict[str, dict[int, _Paper]] = defaultdict(dict)
    # Those with an author first: the others then belong to the only author that there is of the name.
    for at in sorted(range(len(found)), key=lambda at: authors[at] is None):
        document, author = found[at][1], authors[at]
        words = sorted(paper_words(document.name))
        # "The draft" may be any paper; of those with a word in common the ones that were told of last are looked at.
        found_by = [of_word[word] for word in {*words, DRAFT}] + ([papers] if DRAFT in words else [])
        near = {key: paper for known in found_by for key, paper in islice(reversed(known.items()), MOST_PAPERS)}
        same = [paper for key, paper in sorted(near.items()) if _is_one_paper(paper, document.name, author)]
        if len({paper.author for paper in same} - {None}) != 1:
            # Of several authors' papers nobody can tell which is meant.
            same = [paper for paper in same if paper.author == author]
        paper = max(same, key=lambda one: one.author is not None, default=None) or _Paper(author, len(papers))
        paper.take(*found[at])
        for known in (papers, *(of_word[word] for word in words)):
            known.pop(paper.number, None)
            known[paper.number] = paper
    groups = [sorted(papers[number].told, key=lambda told: told[0].order) for number in sorted(papers)]
    groups.sort(key=lambda group: group[0][0].order)
    return [_document(f"d{number}", group, identities) for number, group in enumerate(groups, start=1)]


def _is_one_paper(paper: _Paper, name: str, author: str | None) -> bool:
    return author in (None, paper.author) and all(is_one_paper(known, name) for known in paper.names.values())


def _document(number: str, group: Sequence[tuple[Entry, Document]], identities: Identities) -> DocumentLine:
    authors = [one.author for _, one in group if one.author is not None]
    recipients = [one.recipient for _, one in group if one.recipient is not None]
    statuses = [one.status for _, one in group if one.status is not None]
    return DocumentLine(
        id=number,
        name=group[0][1].name,
        author=identities.side_of(authors[0]) if authors else None,
        recipient=identities.side_of(recipients[0]) if recipients else None,
        status=statuses[-1] if statuses else None,
        reports=[
            DocumentReport(status=one.status, date=one.date, reference=entry.reference(one.evidence[0]))
            for entry, one in group
        ],
    )


def questions_of(entries: Sequence[Entry]) -> list[QuestionLine]:
    """The open questions of these briefings, which come in the order of publication."""
    found: list[tuple[Entry, Point]] = [(entry, one) for entry in entries for one in entry.briefing.open_questions]
    groups = _groups([Told(entry, one.text) for entry, one in found])
    return [
        QuestionLine(
            id=f"q{number}",
            text=found[group[0]][1].text,
            references=[found[at][0].reference(found[at][1].evidence[0]) for at in group],
        )
        for number, group in enumerate(groups, start=1)
    ]


def _names(names: Iterable[str], name_of: Callable[[str], str]) -> list[str]:
    return list(dict.fromkeys(map(name_of, names)))
