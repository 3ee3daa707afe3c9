"""A dossier as Markdown that pastes into a report: what happened, what contradicts what, who said what, with words.

All text of an article or a model is escaped, so that it can form neither markup nor HTML nor a link.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from summarizer.dossier import (
    AgreementLine,
    DocumentLine,
    Dossier,
    DossierArticle,
    DossierEvent,
    EventReport,
    PositionLine,
    QuestionLine,
    Reference,
    Utterance,
)
from summarizer.rendering.dossier_outline import title_of
from summarizer.rendering.markdown import escaped
from summarizer.rendering.record import checked

MOST_WORDS = 200
"""Characters of a quotation that are shown."""


def render_dossier(dossier: Dossier, since: dt.date | None = None) -> str:
    """The dossier as Markdown; `[3]` is the third article of its list. `since`: what changed after that day first."""
    numbers = {article.id: number for number, article in enumerate(dossier.articles, start=1)}
    changed = f"What changed after {since.isoformat()}" if since else ""
    sections = {
        changed: list(_changes(dossier, since, numbers)) if since else [],
        "Events": [line for event in dossier.events for line in _event(event, numbers)],
        "What does not agree": list(_contradictions(dossier, numbers)),
        "Positions": [line for one in dossier.positions for line in _position(one, numbers)],
        "Agreements": [line for one in dossier.agreements for line in _agreement(one, numbers)],
        "Papers": [line for one in dossier.documents for line in _document(one, numbers)],
        "Open questions": [line for one in dossier.open_questions for line in _question(one, numbers)],
        "People": [f"- {line}" for line in _people(dossier)],
        "Said by several": [
            line for one in dossier.statements if len(one.references) > 1 for line in _utterance(one, numbers)
        ],
        "Articles": [_article(article, numbers[article.id]) for article in dossier.articles],
    }
    count = len(dossier.articles)
    blocks = [f"# Dossier of {count} article{'s' * (count != 1)}"]
    blocks += ["\n".join((f"## {title}", "", *lines)) for title, lines in sections.items() if lines]
    return "\n\n".join(blocks) + "\n"


def _event(event: DossierEvent, numbers: Mapping[str, int]) -> Iterator[str]:
    place = ", ".join(escaped(place) for place in (event.venue, event.city) if place)
    what = event.kind if event.kind == "meeting" else event.reports[-1].text or event.kind
    parts = (event.start or "undated", escaped(what), place, ", ".join(map(escaped, event.parties)))
    yield f"- **{escaped(event.id)}** " + " · ".join(part for part in (*parts, event.status) if part)
    yield from (_report(report, numbers) for report in event.reports)


def _report(report: EventReport, numbers: Mapping[str, int]) -> str:
    place = report.venue or report.city
    told = " · ".join(filter(None, (report.start, escaped(place) if place else None, report.status)))
    return f"  - [{numbers[report.article]}] {told}: {_words(report.evidence[0].text)}"


def _changes(dossier: Dossier, since: dt.date, numbers: Mapping[str, int]) -> Iterator[str]:
    events = {event.id: escaped(title_of(event)) for event in dossier.events}
    for one in dossier.changes_since(since):
        before = f"{escaped(one.before)} → " if one.before else ""
        about = f" ({events[one.what]})" if one.what in events and one.before else ""
        yield f"- {escaped(one.what)}{about}: {one.kind}: {before}{escaped(one.after)}"
        yield from (f"  - {_numbers([reference], numbers)} {_quoted(reference)}" for reference in one.references)


def _position(line: PositionLine, numbers: Mapping[str, int]) -> Iterator[str]:
    yield f"- {escaped(line.party)} on {escaped(line.issue)}: {line.moved}"
    for one in line.stances:
        yield f"  - {_numbers([one.reference], numbers)} {escaped(one.stance)}: {_quoted(one.reference)}"


def _contradictions(dossier: Dossier, numbers: Mapping[str, int]) -> Iterator[str]:
    events = {event.id: f"{event.kind} of {event.start or 'an unknown day'}" for event in dossier.events}
    for one in dossier.contradictions:
        about = f"{one.about}, {events[one.about]}" if one.about in events else one.about
        says = f", says {escaped(one.found_by)}" if one.found_by else ""
        yield f"- {escaped(about)}: {one.field} {one.kind}{says}"
        for side in one.sides:
            yield f"  - {escaped(side.value)} {_numbers(side.references, numbers)}: {_quoted(side.references[0])}"


def _agreement(line: AgreementLine, numbers: Mapping[str, int]) -> Iterator[str]:
    between = f"{', '.join(map(escaped, line.parties))}: " if line.parties else ""
    yield f"- {between}{escaped(line.text)}: {line.status}"
    if line.told_by:
        only = f": {escaped(line.told_by[0])}" if len(line.told_by) == 1 else ""
        yield f"  - told by {len(line.told_by)} outlet{'s' * (len(line.told_by) != 1)}{only}"
    for one in line.reports:
        yield f"  - {_numbers([one.reference], numbers)} {one.status}: {_quoted(one.reference)}"


def _document(line: DocumentLine, numbers: Mapping[str, int]) -> Iterator[str]:
    sender = f" from {escaped(line.author)}" if line.author else ""
    receiver = f" to {escaped(line.recipient)}" if line.recipient else ""
    yield f"- {escaped(line.name)}{sender}{receiver}" + (f": {line.status}" if line.status else "")
    for one in line.reports:
        told = " · ".join(filter(None, (one.date, one.status)))
        yield f"  - {_numbers([one.reference], numbers)} {told}{': ' * bool(told)}{_quoted(one.reference)}"


def _question(line: QuestionLine, numbers: Mapping[str, int]) -> Iterator[str]:
    yield f"- {escaped(line.text)}"
    yield from (f"  - {_numbers([one], numbers)} {_quoted(one)}" for one in line.references)
    if line.answer is not None:
        yield f"  - answered: {_numbers([line.answer], numbers)} {_quoted(line.answer)}"


def _people(dossier: Dossier) -> Iterator[str]:
    for person in dossier.people:
        names = dict.fromkeys(name for form in person.forms for name in form.names if name != person.name)
        facts = (person.party and escaped(person.party), *map(escaped, person.roles[:1]))
        also = f"; also {', '.join(map(escaped, names))}" if names else ""
        yield escaped(person.name) + "".join(f", {fact}" for fact in facts if fact) + also


def _utterance(one: Utterance, numbers: Mapping[str, int]) -> Iterator[str]:
    origins = ", ".join(map(escaped, one.origins))
    sources = f"{len(one.origins)} independent source{'s' * (len(one.origins) != 1)}"
    yield f"- {escaped(one.speaker)}: {escaped(one.content)} {_numbers(one.references, numbers)}"
    yield f"  - {sources}" + (f": {origins}" if origins else "")
    if one.joined_by:
        yield f"  - that the sentences are one statement says {', '.join(map(escaped, one.joined_by))}"
    yield f"  - {_quoted(one.references[0])}"


def _numbers(references: Sequence[Reference], numbers: Mapping[str, int]) -> str:
    return "".join(f"[{number}]" for number in dict.fromkeys(numbers[one.article] for one in references))


def _quoted(reference: Reference) -> str:
    return _words(reference.evidence.text)


def shortened(text: str) -> str:
    """A quotation, cut between two words where it is longer than `MOST_WORDS`."""
    return text if len(text) <= MOST_WORDS else f"{text[:MOST_WORDS].rsplit(' ', 1)[0]} …"


def _words(text: str) -> str:
    return f"“{escaped(shortened(text))}”"


def _article(article: DossierArticle, number: int) -> str:
    facts = (article.outlet, article.published and article.published.isoformat(), article.title)
    told = " · ".join(escaped(str(fact)) for fact in facts if fact)
    return f"- [{number}] {told or escaped(article.id)} · {checked(article.facts, article.supported, article.unjudged)}"
