"""The facts of a briefing as lines of its outline, in the order in which an analyst reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from summarizer.briefing import (
    Agreement,
    Briefing,
    Delegation,
    Document,
    Event,
    Meeting,
    Person,
    Point,
    Position,
    Source,
    Statement,
    Talks,
)
from summarizer.rendering.dates import readable_date, readable_period
from summarizer.rendering.outline import (
    Detail,
    Line,
    Mark,
    Outline,
    Phrase,
    Piece,
    Section,
    date,
    listed,
    name,
    notes_of,
    ours,
    status_marks,
    words,
)
from summarizer.rendering.record import provenance_lines, verdict, verification_lines

Entry = TypeVar("Entry")

_OPENING_QUOTATION_MARKS = '"“„«‹‘「『'
_HEDGED = Mark("hedged", "caution", "The article distances itself from this.")
_ANONYMOUS = Mark("anonymous", "caution", "The article does not name the speaker.")
_UNJUDGED = Mark("not judged", "caution", "This could be neither supported nor refused.")
_NO_EVIDENCE = Mark("no evidence", "bad", "The briefing points to no sentence for this.")


def build_outline(briefing: Briefing) -> Outline:
    """The outline of a briefing: its sections in reading order, the empty ones left out."""
    unjudged = [entry.path for entry in briefing.verification.unjudged]
    facts = tuple(
        replace(section, lines=tuple(_cautioned(line, unjudged) for line in section.lines))
        for section in _fact_sections(briefing)
        if section.lines
    )
    article = briefing.article
    origin: list[Phrase] = []
    if article.outlet:
        origin.append((name(article.outlet),))
    if article.published:
        iso = article.published.isoformat()
        origin.append((Piece(readable_date(iso, weekday=True), iso=iso),))
    return Outline(
        title=article.title,
        origin=tuple(origin),
        url=article.url,
        language=article.language,
        verdict=verdict(briefing.verification),
        sections=(
            *facts,
            Section("verification", "Verification", verification_lines(briefing), about=True),
            Section("provenance", "Provenance", provenance_lines(briefing), about=True),
        ),
        notes=notes_of(line for section in facts for line in section.lines),
    )


def _fact_sections(briefing: Briefing) -> tuple[Section, ...]:
    return (
        _section("bottom_line", "Bottom line", [_bottom_line(briefing)]),
        _section("talks", "Talks", _talks(briefing.talks)),
        _section("meetings", "Meetings", _each("meetings", briefing.meetings, _meeting)),
        _section("delegations", "Delegations", _each("delegations", briefing.delegations, _delegation)),
        _section("statements", "Statements", _each("statements", briefing.statements, _statement)),
        _section("positions", "Positions", _each("positions", briefing.positions, _position)),
        _section("agreements", "Agreements", _each("agreements", briefing.agreements, _agreement)),
        _section("documents", "Documents", _each("documents", briefing.documents, _document)),
        _section("timeline", "Timeline", _each("timeline", briefing.timeline, _event)),
        _section("open_questions", "Open questions", _each("open_questions", briefing.open_questions, _point)),
        _section("next_steps", "Next steps", _each("next_steps", briefing.next_steps, _point)),
        _section("sources", "Sources", _each("sources", briefing.sources, _source)),
    )


def _section(key: str, heading: str, lines: Iterable[Line]) -> Section:
    return Section(key, heading, tuple(lines))


def _each(key: str, entries: list[Entry], line: Callable[[str, Entry], Line]) -> list[Line]:
    return [line(f"/{key}/{index}", entry) for index, entry in enumerate(entries)]


def _cautioned(line: Line, unjudged: list[str]) -> Line:
    """The line, marked where it has no evidence or where it or a part of it could not be judged."""
    marks = line.marks
    if not line.evidence:
        marks = (*marks, _NO_EVIDENCE)
    if any(path == line.path or path.startswith(f"{line.path}/") for path in unjudged):
        marks = (*marks, _UNJUDGED)
    return replace(line, marks=marks)


def _details(**values: Phrase) -> tuple[Detail, ...]:
    return tuple(Detail(label.replace("_", " "), value) for label, value in values.items() if value)


def _person(person: Person) -> Phrase:
    return (words(person.name), ours(", "), words(person.role)) if person.role else (words(person.name),)


def _people(people: list[Person]) -> Phrase:
    pieces: list[Piece] = []
    for person in people:
        pieces += [ours("; "), *_person(person)] if pieces else _person(person)
    return tuple(pieces)


def _bottom_line(briefing: Briefing) -> Line:
    line = briefing.bottom_line
    return Line("/bottom_line", text=(words(line.text),), evidence=tuple(line.evidence), form="prose")


def _talks(talks: Talks) -> list[Line]:
    line = Line(
        "/talks",
        lead=((name(talks.subject) if talks.subject else ours("Subject not named"),),),
        marks=status_marks(talks.status),
        details=_details(Parties=listed(talks.parties), Mediators=listed(talks.mediators)),
        evidence=tuple(talks.evidence),
    )
    return [line] if talks.subject or line.marks or line.details or line.evidence else []


def _leading(date_in_words: str, iso: str | None) -> Piece:
    return Piece(date_in_words[:1].upper() + date_in_words[1:], strong=True, iso=iso)


def _meeting(path: str, meeting: Meeting) -> Line:
    period = readable_period(meeting.start, meeting.end)
    when = _leading(period, meeting.start or meeting.end) if period else ours("Date not given")
    places = (meeting.venue, meeting.city, meeting.country)
    return Line(
        path,
        lead=((when,), *((words(place),) for place in places if place)),
        marks=status_marks(meeting.status),
        details=_details(Parties=listed(meeting.parties)),
        evidence=tuple(meeting.evidence),
    )


def _delegation(path: str, delegation: Delegation) -> Line:
    return Line(
        path,
        lead=((name(delegation.party),),),
        details=_details(
            Led_by=_person(delegation.head) if delegation.head else (),
            Members=_people(delegation.members),
            Note=(words(delegation.note),) if delegation.note else (),
        ),
        evidence=tuple(delegation.evidence),
    )


def _statement(path: str, statement: Statement) -> Line:
    speaker = statement.speaker
    party = speaker.party if speaker.party != speaker.name else None
    asides = [words(aside) for aside in (speaker.role, party) if aside]
    who: list[Piece] = [name(speaker.name)]
    for index, aside in enumerate(asides):
        who += [ours(", " if index else " ("), aside]
    who.append(ours(f"{')' if asides else ''} {statement.act}"))
    circumstances: list[Phrase] = []
    if statement.addressed_to:
        circumstances.append((ours("addressing "), words(statement.addressed_to)))
    if statement.said_on:
        circumstances.append((date(statement.said_on),))
    if statement.reported_by:
        circumstances.append((ours("via "), *listed(statement.reported_by)))
    text, quotes = _content_and_quotes(statement)
    marks = ((_ANONYMOUS,) if speaker.kind == "anonymous" else ()) + ((_HEDGED,) if statement.hedged else ())
    return Line(
        path,
        lead=(tuple(who), *circumstances),
        marks=marks,
        text=text,
        quotes=quotes,
        evidence=tuple(statement.evidence),
        form="stacked",
    )


def _content_and_quotes(statement: Statement) -> tuple[Phrase, tuple[str, ...]]:
    """What was said, and the quotations in it that the content does not already show as such."""
    content = words(statement.content)
    if [statement.content.strip(" .")] == [quote.strip(" .,") for quote in statement.quotes]:
        return (ours("“"), content, ours("”")), ()
    return (content,), tuple(quote for quote in statement.quotes if not _is_quoted(quote, statement.content))


def _is_quoted(quote: str, content: str) -> bool:
    return any(f"{left}{quote}" in content for left in _OPENING_QUOTATION_MARKS)


def _position(path: str, position: Position) -> Line:
    return Line(
        path,
        lead=((name(position.party),), (words(position.issue),)),
        text=(words(position.stance),),
        evidence=tuple(position.evidence),
    )


def _agreement(path: str, agreement: Agreement) -> Line:
    return Line(
        path,
        lead=(listed(agreement.parties, strong=True),) if agreement.parties else (),
        marks=status_marks(agreement.status),
        text=(words(agreement.text),),
        evidence=tuple(agreement.evidence),
    )


def _document(path: str, document: Document) -> Line:
    lead: list[Phrase] = [(name(document.name),)]
    if document.author:
        lead.append((ours("from "), words(document.author)))
    if document.recipient:
        lead.append((ours("to "), words(document.recipient)))
    if document.date:
        lead.append((date(document.date),))
    return Line(path, lead=tuple(lead), marks=status_marks(document.status), evidence=tuple(document.evidence))


def _event(path: str, event: Event) -> Line:
    return Line(
        path,
        lead=((_leading(readable_date(event.date, weekday=True), event.date),),),
        marks=status_marks("planned") if event.status == "planned" else (),
        text=(words(event.event),),
        evidence=tuple(event.evidence),
    )


def _point(path: str, point: Point) -> Line:
    return Line(path, text=(words(point.text),), evidence=tuple(point.evidence))


def _source(path: str, source: Source) -> Line:
    return Line(
        path,
        lead=((name(source.name),),),
        text=(words(source.description),) if source.description else (),
        evidence=tuple(source.evidence),
    )
