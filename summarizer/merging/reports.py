"""What one article reports: its meetings, papers that change hands, and whatever else of it has a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.briefing import Document, Event, Evidence, Meeting
from summarizer.dossier import EventKind, EventReport
from summarizer.language.rounds import rounds_in, tells_of_a_move
from summarizer.merging.identities import Identities
from summarizer.merging.library import Entry

DAY = 10
"""Characters of an ISO date that is complete to the day."""


@dataclass(frozen=True)
class Reported:
    """One article's report of something, before it is known what others report of it."""

    kind: EventKind
    report: EventReport
    parties: tuple[str, ...]
    order: tuple[str, str]
    language: str | None
    author: str | None = None
    """Whose paper it is."""
    rounds: int | None = None
    """Which round of talks, where its sentences number it."""
    is_moved: bool = False
    """Whether its sentences tell that it was to be at another time."""
    days_before: frozenset[str] = frozenset()
    """Days that it may have been planned for before."""

    @property
    def day(self) -> str | None:
        """Its day, where the article tells one."""
        start = self.report.start
        return start[:DAY] if start is not None and len(start) >= DAY else None

    @property
    def hour(self) -> str | None:
        """Its hour, likewise."""
        start = self.report.start
        return start[DAY + 1 :] if start is not None and len(start) > DAY else None


def reported(entry: Entry, identities: Identities) -> Iterator[Reported]:
    """The reports of an article."""
    briefing = entry.briefing
    taken: set[tuple[str, int]] = set()
    for meeting in briefing.meetings:
        made = _of_meeting(entry, meeting, identities)
        yield replace(made, days_before=_days_before(entry, made)) if made.day else made
        taken |= {(made.day or "", e.sentence) for e in meeting.evidence}
    for document in briefing.documents:
        if document.date is not None and document.status in ("delivered", "promised"):
            yield _of_document(entry, document, identities)
            taken |= {(document.date[:DAY], e.sentence) for e in document.evidence}
    sayings = {(s.evidence[0].sentence, s.said_on) for s in briefing.statements}
    for event in briefing.timeline:
        numbers = {e.sentence for e in event.evidence}
        told = any((event.date[:DAY], number) in taken for number in numbers)
        # The day on which somebody says something is no event; where the sentence itself stands for the event, cut
        # where it is long, grounding could tell none in it.
        sentence = event.evidence[0].text
        is_cut = event.event.endswith("…") and sentence.startswith(event.event.removesuffix("…").rstrip())
        is_saying = event.event == sentence or is_cut or (event.evidence[0].sentence, event.date) in sayings
        if len(event.date) >= DAY and not told and not is_saying:
            yield _of_event(entry, event)


def _days_before(entry: Entry, made: Reported) -> frozenset[str]:
    """Days of plans in sentences that tell of a move, but for those of the article's other meetings."""
    language = entry.briefing.article.language
    days = {
        event.date[:DAY]
        for event in entry.briefing.timeline
        if event.status == "planned" and len(event.date) >= DAY and tells_of_a_move(event.evidence[0].text, language)
    }
    return frozenset(days - {(meeting.start or "")[:DAY] for meeting in entry.briefing.meetings} - {made.day})


def _of_meeting(entry: Entry, meeting: Meeting, identities: Identities) -> Reported:
    language = entry.briefing.article.language
    report = EventReport(
        article=entry.id,
        start=meeting.start,
        venue=meeting.venue and identities.places.name_of(meeting.venue),
        city=meeting.city and identities.places.name_of(meeting.city),
        status=meeting.status,
        evidence=meeting.evidence,
    )
    return Reported(
        "meeting",
        report,
        tuple(sorted({identities.parties.name_of(party) for party in meeting.parties})),
        entry.order,
        language,
        rounds=_round_of(meeting.evidence),
        is_moved=any(tells_of_a_move(one.text, language) for one in meeting.evidence),
    )


def _of_document(entry: Entry, document: Document, identities: Identities) -> Reported:
    status = "past" if document.status == "delivered" else "planned"
    report = EventReport(
        article=entry.id, start=document.date, status=status, text=document.name, evidence=document.evidence
    )
    hands = [identities.side_of(hand) if hand else None for hand in (document.author, document.recipient)]
    parties = tuple(hand for hand in hands if hand is not None)
    return Reported("handover", report, parties, entry.order, entry.briefing.article.language, author=hands[0])


def _of_event(entry: Entry, event: Event) -> Reported:
    report = EventReport(
        article=entry.id, start=event.date, status=event.status, text=event.event, evidence=event.evidence
    )
    language, rounds = entry.briefing.article.language, _round_of(event.evidence[:1])
    return Reported("incident", report, (), entry.order, language, rounds=rounds)


def _round_of(evidence: Sequence[Evidence]) -> int | None:
    """The number of the round in the first sentence that numbers one, or none where it numbers several."""
    for one in evidence:
        found = rounds_in(one.text)
        if found:
            return found[0] if len(found) == 1 else None
    return None
