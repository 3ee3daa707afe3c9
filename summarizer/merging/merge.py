"""Joins the parts: briefings in any order → one dossier. A pure function of the sets of briefings and rulings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.briefing import Briefing
from summarizer.dossier import Dossier, Ruling
from summarizer.merging.answered import Answers
from summarizer.merging.collector import resting_collector
from summarizer.merging.contradictions import contradictions_of
from summarizer.merging.events import events_of
from summarizer.merging.heads import heads_told
from summarizer.merging.identities import identified
from summarizer.merging.library import Entry, catalogued
from summarizer.merging.lines import agreements_of, documents_of, questions_of
from summarizer.merging.positions import positions_of
from summarizer.merging.rulings import affirmed, settled
from summarizer.merging.statements import utterances_of


def merge(briefings: Iterable[Briefing], rulings: Iterable[Ruling] = ()) -> Dossier:
    """The dossier of these briefings; one article counts once, and their order does not matter."""
    with resting_collector():
        return _merged(catalogued(briefings), rulings)


def _merged(entries: Sequence[Entry], rulings: Iterable[Ruling]) -> Dossier:
    identities = identified(entries)
    events = events_of(entries, identities)
    standing = settled(rulings, entries)
    articles = ((entry.id, entry.briefing) for entry in entries)
    heads = heads_told(articles, identities.parties.name_of, identities.people.name_of)
    answers = Answers(entries, events, heads, identities)
    return Dossier(
        articles=[entry.described() for entry in entries],
        people=identities.persons(),
        parties=identities.parties.identities(),
        outlets=identities.outlets.identities(),
        places=identities.places.identities(),
        events=events,
        statements=utterances_of(entries, identities, affirmed(standing, "same_statement")),
        positions=positions_of(entries, identities),
        agreements=agreements_of(entries, identities),
        documents=documents_of(entries, identities),
        open_questions=[answers.answered(question) for question in questions_of(entries)],
        contradictions=contradictions_of(entries, events, heads, affirmed(standing, "denial")),
        rulings=standing,
        briefings=[entry.briefing for entry in entries],
    )
