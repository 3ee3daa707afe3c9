"""Joins the parts: briefings in any order → one dossier. A pure function of the set of briefings."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.briefing import Briefing
from summarizer.dossier import Dossier
from summarizer.merging.contradictions import contradictions_of
from summarizer.merging.events import events_of
from summarizer.merging.identities import identified
from summarizer.merging.library import catalogued
from summarizer.merging.positions import positions_of
from summarizer.merging.statements import utterances_of


def merge(briefings: Iterable[Briefing]) -> Dossier:
    """The dossier of these briefings; one article counts once, and their order does not matter."""
    entries = catalogued(briefings)
    identities = identified(entries)
    events = events_of(entries, identities)
    return Dossier(
        articles=[entry.described() for entry in entries],
        people=identities.persons(),
        parties=identities.parties.identities(),
        outlets=identities.outlets.identities(),
        places=identities.places.identities(),
        events=events,
        statements=utterances_of(entries, identities),
        positions=positions_of(entries, identities),
        contradictions=contradictions_of(entries, events, identities),
        briefings=[entry.briefing for entry in entries],
    )
