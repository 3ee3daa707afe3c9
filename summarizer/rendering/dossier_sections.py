"""The lines of a dossier as entries of its outline, in the order in which an analyst reads them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from summarizer.dossier import (
    AgreementLine,
    Change,
    Contradiction,
    DocumentLine,
    DocumentReport,
    Dossier,
    DossierArticle,
    DossierEvent,
    EventReport,
    PersonIdentity,
    PositionLine,
    Reference,
    Utterance,
)
from summarizer.rendering.dates import readable_date
from summarizer.rendering.dossier_outline import (
    Directory,
    Entry,
    Groups,
    Key,
    Section,
    Told,
    Value,
    title_of,
    unique,
)
from summarizer.rendering.outline import Phrase, Piece, counted, date, listed, name, ours, status_marks, words
from summarizer.rendering.record import checked
from summarizer.vocabulary import ISO_DATE

_MEANINGS = {
    "replaced": "The later article tells what became of the earlier value.",
    "disputed": "The articles do not agree, and none tells what became of the other's value.",
}


def build_sections(dossier: Dossier, since: dt.date | None = None) -> tuple[Section, ...]:
    """The sections of a dossier in reading order, the empty ones left out; with `since` what changed comes first."""
    book = Directory(dossier)
    changes = dossier.changes_since(since) if since else []
    changed = f"What changed after {readable_date(since.isoformat())}" if since else ""
    events = [_event(event, book) for event in dossier.events]
    dated = {event.id for event in dossier.events if event.start}
    several = [one for one in dossier.statements if len(one.references) > 1]
    single = [one for one in dossier.statements if len(one.references) == 1]
    listing: tuple[tuple[Key, str, Iterable[Entry]], ...] = (
        ("changes", changed, _changes(changes, dossier, book)),
        ("contradictions", "What does not agree", _contradictions(dossier, book)),
        ("timeline", "Timeline", [entry for entry in events if entry.id in dated]),
        ("undated", "Without a date", [entry for entry in events if entry.id not in dated]),
        ("positions", "Positions", (_position(i, one, book) for i, one in enumerate(dossier.positions, start=1))),
        ("agreements", "Agreements", (_agreement(one, book) for one in dossier.agreements)),
        ("documents", "Papers", (_document(one, book) for one in dossier.documents)),
        ("open_questions", "Open questions", _questions(dossier, book)),
        ("several", "Said by several", (_utterance(one, book) for one in several)),
        ("single", "Told by one article", (_utterance(one, book) for one in single)),
        ("people", "People", (_person(i, one, book) for i, one in enumerate(dossier.people, start=1))),
    )
    sections = [Section(key, heading, tuple(entries)) for key, heading, entries in listing]
    sections.append(Section("articles", "Articles", tuple(_articles(sections, book))))
    return tuple(section for section in sections if section.entries)


def _when(iso: str) -> Piece:
    return Piece(readable_date(iso, weekday=True), strong=True, iso=iso)


def _place(one: DossierEvent | EventReport) -> list[Phrase]:
    return [(words(place),) for place in (one.venue, one.city) if place]


def _event(event: DossierEvent, book: Directory) -> Entry:
    what = next((report.text for report in reversed(event.reports) if report.text), None)
    lead: list[Phrase] = [(ours(f"{event.id} · "), _when(event.start) if event.start else ours("date not known"))]
    lead += [(ours(event.kind),), *_place(event)]
    entry = Entry(
        event.id,
        lead=tuple(lead),
        marks=status_marks(event.status),
        text=(words(what),) if what and event.kind != "meeting" else (),
        notes=((ours("Parties: "), *listed(event.parties)),) if event.parties else (),
        told=unique(one for report in event.reports for one in _report(report, book)),
        each=True,
    )
    return book.found_by(entry, event.parties)


def _report(report: EventReport, book: Directory) -> Iterator[Told]:
    phrases: list[Phrase] = [(date(report.start),)] if report.start else []
    phrases += _place(report)[:1]
    if report.status != "unclear":
        phrases.append((ours(report.status.replace("_", " ")),))
    number = book.numbers[report.article]
    yield Told(number, report.evidence[0], _dotted(phrases))
    yield from (Told(number, evidence) for evidence in report.evidence[1:])


def _dotted(phrases: Iterable[Phrase]) -> Phrase:
    pieces: list[Piece] = []
    for phrase in phrases:
        pieces += [ours(" · "), *phrase] if pieces else phrase
    return tuple(pieces)


def _changes(changes: list[Change], dossier: Dossier, book: Directory) -> Iterator[Entry]:
    events = {event.id: event for event in dossier.events}
    concerned = {f"{line.party} on {line.issue}": [line.party] for line in dossier.positions}
    concerned |= {event.id: event.parties for event in dossier.events}
    concerned |= {line.id: line.parties for line in dossier.agreements}
    for number, one in enumerate(changes, start=1):
        event = events.get(one.what)
        # The head of a party's delegation is told as "party: head of delegation".
        parties = concerned.get(one.what) or {one.what.partition(":")[0]} & book.parties
        about: list[Phrase] = [(name(one.what),)]
        if event and one.before:
            about.append((words(title_of(event)),))
        before: Phrase = (words(_dated(one.before)), ours(" → ")) if one.before else ()
        entry = Entry(
            f"change-{number}",
            lead=tuple(about),
            marks=status_marks(one.kind),
            text=(*before, words(_dated(one.after))),
            told=unique(book.told(reference) for reference in one.references),
        )
        yield book.found_by(entry, parties)


def _dated(text: str) -> str:
    """The words of a change with its ISO dates as readers write them."""
    return " ".join(readable_date(word) for word in text.split(" "))


def _contradictions(dossier: Dossier, book: Directory) -> Iterator[Entry]:
    events = {event.id: event for event in dossier.events}
    # What is still disputed wants the reader's judgement; what was replaced has been settled by time.
    ordered = sorted(enumerate(dossier.contradictions, start=1), key=lambda one: one[1].kind != "disputed")
    for number, one in ordered:
        event = events.get(one.about)
        parties = event.parties if event else [one.about] if one.about in book.parties else ()
        yield book.found_by(_contradiction(number, one, event, book), parties)


def _contradiction(number: int, one: Contradiction, event: DossierEvent | None, book: Directory) -> Entry:
    about: list[Phrase] = [(name(one.about),)]
    if event is not None:
        about.append((ours(f"{event.kind} of "), date(event.start) if event.start else ours("an unknown day")))
    about.append((ours({"head": "head of delegation"}.get(one.field, one.field)),))
    mark = replace(status_marks(one.kind)[0], meaning=_MEANINGS[one.kind])
    return Entry(
        f"contradiction-{number}",
        lead=tuple(about),
        marks=(mark,),
        notes=((ours("That one denies the other says "), words(one.found_by)),) if one.found_by else (),
        values=tuple(Value((_value(side.value),), _all(side.references, book)) for side in one.sides),
    )


def _value(text: str) -> Piece:
    # A side's value is any text by the format, so one that is no date stays a text.
    return date(text) if re.fullmatch(ISO_DATE, text) else words(text)


def _all(references: Iterable[Reference], book: Directory) -> tuple[Told, ...]:
    return unique(book.told(reference) for reference in references)


def _position(number: int, line: PositionLine, book: Directory) -> Entry:
    told = tuple(book.told(one.reference, (words(one.stance),)) for one in line.stances)
    lead: tuple[Phrase, ...] = ((name(line.party),), (words(line.issue),))
    entry = Entry(f"position-{number}", lead=lead, marks=status_marks(line.moved), told=told, each=True)
    entry = book.found_by(entry, [line.party])
    return replace(entry, groups=entry.groups | Groups(issues=frozenset([line.issue])))


def _told_by(outlets: list[str]) -> tuple[Phrase, ...]:
    if not outlets:
        return ()
    if len(outlets) == 1:
        return ((ours("Told by 1 outlet: "), words(outlets[0])),)
    return ((ours(f"Told by {len(outlets)} outlets: "), *listed(outlets)),)


def _agreement(line: AgreementLine, book: Directory) -> Entry:
    several = len(line.reports) > 1
    told = tuple(
        book.told(one.reference, (ours(f"{one.status} · "), words(one.text)) if several else ()) for one in line.reports
    )
    entry = Entry(
        line.id,
        lead=(listed(line.parties, strong=True),) if line.parties else (),
        marks=status_marks(line.status),
        text=(words(line.text),),
        notes=_told_by(line.told_by),
        told=told,
        each=several,
    )
    return book.found_by(entry, line.parties, line.told_by)


def _document(line: DocumentLine, book: Directory) -> Entry:
    lead: list[Phrase] = [(name(line.name),)]
    if line.author:
        lead.append((ours("from "), words(line.author)))
    if line.recipient:
        lead.append((ours("to "), words(line.recipient)))
    told = tuple(book.told(one.reference, _document_report(one)) for one in line.reports)
    entry = Entry(line.id, lead=tuple(lead), marks=status_marks(line.status), told=told, each=True)
    return book.found_by(entry, [one for one in (line.author, line.recipient) if one in book.parties])


def _document_report(report: DocumentReport) -> Phrase:
    phrases: list[Phrase] = [(date(report.date),)] if report.date else []
    if report.status:
        phrases.append((ours(report.status),))
    return _dotted(phrases)


def _questions(dossier: Dossier, book: Directory) -> Iterator[Entry]:
    for line in dossier.open_questions:
        answer = (book.told(line.answer, (ours("answered"),)),) if line.answer is not None else ()
        marks = status_marks("answered") if answer else ()
        told = (*_all(line.references, book), *answer)
        yield book.found_by(Entry(line.id, text=(words(line.text),), marks=marks, told=told, each=bool(answer)))


def _utterance(one: Utterance, book: Directory) -> Entry:
    lead: list[Phrase] = [(name(one.speaker), ours(f" {one.act}"))]
    if one.said_on:
        lead.append((date(one.said_on),))
    notes: list[Phrase] = []
    if len(one.references) > 1:
        origins = (ours(": "), *listed(one.origins)) if one.origins else ()
        notes.append((ours(counted(len(one.origins), "independent source")), *origins))
        if len(one.carriers) > len(one.origins):
            notes.append((ours("Carried by "), *listed(one.carriers)))
    if one.joined_by:
        notes.append((ours("That the sentences are one statement says "), *listed(one.joined_by)))
    told = _all(one.references, book)
    entry = Entry(one.id, lead=tuple(lead), text=(words(one.content),), notes=tuple(notes), told=told)
    side = book.sides.get(one.speaker)
    parties = {side} if side else {one.speaker} & book.parties
    return book.found_by(entry, parties, one.carriers)


def _person(number: int, person: PersonIdentity, book: Directory) -> Entry:
    lead: list[Phrase] = [(name(person.name),)]
    lead += [(words(fact),) for fact in (person.party, *person.roles[:1]) if fact]
    also = list(dict.fromkeys(form for one in person.forms for form in one.names if form != person.name))
    entry = Entry(f"person-{number}", lead=tuple(lead), notes=((ours("Also "), *listed(also)),) if also else ())
    outlets = {book.outlets[form.article] for form in person.forms if form.article in book.outlets}
    return book.found_by(entry, [person.party] if person.party else [], outlets)


def _articles(sections: Iterable[Section], book: Directory) -> Iterator[Entry]:
    groups: dict[int, Groups] = {}
    for section in sections:
        for entry in section.entries:
            for number in {one.number for one in entry.all_told()}:
                groups[number] = groups.get(number, Groups()) | replace(entry.groups, outlets=frozenset())
    for number, article in enumerate(book.articles, start=1):
        outlet = book.outlets.get(article.id)
        entry = book.found_by(_article(number, article), outlets=[outlet] if outlet else ())
        yield replace(entry, groups=entry.groups | groups.get(number, Groups()))


def _article(number: int, article: DossierArticle) -> Entry:
    lead: list[Phrase] = [(name(article.outlet),)] if article.outlet else []
    if article.published:
        lead.append((date(article.published.isoformat()),))
    text = words(article.title) if article.title else ours("Untitled")
    found = ours(f" · {checked(article.facts, article.supported, article.unjudged)}")
    return Entry(f"article-{number}", lead=tuple(lead), text=(text, found))
