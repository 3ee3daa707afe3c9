"""Short ways to write a draft by hand."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.draft import (
    Draft,
    DraftAgreement,
    DraftBottomLine,
    DraftDelegation,
    DraftDocument,
    DraftEvent,
    DraftMeeting,
    DraftPoint,
    DraftPosition,
    DraftSource,
    DraftStatement,
    DraftTalks,
)
from summarizer.vocabulary import Act, AgreementStatus, DocumentStatus, MeetingStatus, TalksStatus


def lead(text: str, *sentences: int) -> DraftBottomLine:
    return DraftBottomLine(text=text, sentences=list(sentences))


def talks(
    subject: str, parties: Sequence[str], mediators: Sequence[str], status: TalksStatus, *sentences: int
) -> DraftTalks:
    return DraftTalks(
        subject=subject, parties=list(parties), mediators=list(mediators), status=status, sentences=list(sentences)
    )


def meet(
    parties: Sequence[str],
    start: str,
    status: MeetingStatus,
    *sentences: int,
    venue: str | None = None,
    city: str | None = None,
) -> DraftMeeting:
    return DraftMeeting(
        parties=list(parties),
        start=start,
        end=None,
        venue=venue,
        city=city,
        country=None,
        status=status,
        sentences=list(sentences),
    )


def team(
    party: str, head: str | None, *sentences: int, members: Sequence[str] = (), note: str | None = None
) -> DraftDelegation:
    return DraftDelegation(party=party, head=head, members=list(members), note=note, sentences=list(sentences))


def said(
    sentence: int,
    speaker: str,
    act: Act | None,
    content: str | None,
    *,
    by: Sequence[str] = (),
    on: str | None = None,
    to: str | None = None,
) -> DraftStatement:
    return DraftStatement(
        sentence=sentence, speaker=speaker, addressed_to=to, reported_by=list(by), act=act, said_on=on, content=content
    )


def wants(party: str, issue: str, stance: str, *sentences: int) -> DraftPosition:
    return DraftPosition(party=party, issue=issue, stance=stance, sentences=list(sentences))


def agreed(text: str, parties: Sequence[str], status: AgreementStatus, *sentences: int) -> DraftAgreement:
    return DraftAgreement(text=text, parties=list(parties), status=status, sentences=list(sentences))


def paper(
    name: str,
    author: str | None,
    recipient: str | None,
    status: DocumentStatus | None,
    date: str | None,
    *sentences: int,
) -> DraftDocument:
    return DraftDocument(
        name=name, author=author, recipient=recipient, status=status, date=date, sentences=list(sentences)
    )


def dated(date: str, event: str, *sentences: int) -> DraftEvent:
    return DraftEvent(date=date, event=event, sentences=list(sentences))


def point(text: str, *sentences: int) -> DraftPoint:
    return DraftPoint(text=text, sentences=list(sentences))


def source(name: str, *sentences: int) -> DraftSource:
    return DraftSource(name=name, description=None, sentences=list(sentences))


def draft(
    bottom_line: DraftBottomLine,
    about: DraftTalks,
    *,
    meetings: Sequence[DraftMeeting] = (),
    delegations: Sequence[DraftDelegation] = (),
    statements: Sequence[DraftStatement] = (),
    positions: Sequence[DraftPosition] = (),
    agreements: Sequence[DraftAgreement] = (),
    documents: Sequence[DraftDocument] = (),
    events: Sequence[DraftEvent] = (),
    open_questions: Sequence[DraftPoint] = (),
    next_steps: Sequence[DraftPoint] = (),
    sources: Sequence[DraftSource] = (),
) -> Draft:
    """A draft; a section that is not named is empty."""
    return Draft(
        bottom_line=bottom_line,
        talks=about,
        meetings=list(meetings),
        delegations=list(delegations),
        statements=list(statements),
        positions=list(positions),
        agreements=list(agreements),
        documents=list(documents),
        events=list(events),
        open_questions=list(open_questions),
        next_steps=list(next_steps),
        sources=list(sources),
    )
