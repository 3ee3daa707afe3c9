"""What is different in a dossier from what was known on an earlier day: new, changed, withdrawn, done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence, Set

from summarizer.dossier import (
    Change,
    ChangeKind,
    DocumentLine,
    DocumentReport,
    Dossier,
    DossierEvent,
    EventReport,
    Reference,
)
from summarizer.merging.heads import Head, heads_told
from summarizer.merging.meetings import HAPPENED
from summarizer.merging.positions import is_withdrawal, movement

_DONE = frozenset({"delivered", "published", "signed"})
"""Statuses of a paper that was to come, and has."""


def changes_between(before: Dossier, after: Dossier) -> list[Change]:
    """What `after` has that `before` has not, or has otherwise."""
    known = {article.id for article in before.articles}
    found = [change for event in after.events for change in _of_event(event, _same(event, before))]
    found += _heads(before, after)
    found += _positions(after, known)
    found += _agreements(after, known)
    found += _documents(after, known)
    found += _questions(after, known)
    return found


def known_on(dossier: Dossier, day: dt.date) -> Dossier:
    """The dossier as it was at the end of a day; an article without a day of publication was there already."""
    return Dossier.of(b for b in dossier.briefings if b.article.published is None or b.article.published <= day)


def _same(event: DossierEvent, before: Dossier) -> DossierEvent | None:
    """The event as it was: the one that shares a report's words with it."""
    words = {(r.article, r.evidence[0].start) for r in event.reports}
    return next(
        (one for one in before.events if any((r.article, r.evidence[0].start) in words for r in one.reports)), None
    )


def _of_event(event: DossierEvent, before: DossierEvent | None) -> Iterator[Change]:
    if before is None:
        yield Change(what=event.id, kind="new", before=None, after=_told(event), references=[_cited(event.reports[-1])])
        return
    known = {(r.article, r.evidence[0].start) for r in before.reports}
    newer = [r for r in event.reports if (r.article, r.evidence[0].start) not in known] or event.reports[-1:]
    for name in ("start", "venue", "city"):
        was, value = getattr(before, name), getattr(event, name)
        if was is not None and value is not None and was != value:
            then = [r for r in before.reports if getattr(r, name) == was] or before.reports
            now = [r for r in newer if getattr(r, name) == value] or newer[-1:]
            yield Change(
                what=event.id, kind="changed", before=f"{name} {was}", after=f"{name} {value}",
                references=[_cited(then[-1]), _cited(now[0])],
            )  # fmt: skip
    if before.status != event.status and event.status in HAPPENED | {"cancelled"}:
        kind: ChangeKind = "done" if event.status in HAPPENED else "withdrawn"
        then = [r for r in before.reports if r.status == before.status] or before.reports
        now = [r for r in newer if r.status == event.status] or newer[-1:]
        yield Change(
            what=event.id, kind=kind, before=before.status, after=event.status,
            references=[_cited(then[-1]), _cited(now[0])],
        )  # fmt: skip


def _cited(report: EventReport) -> Reference:
    return Reference(article=report.article, evidence=report.evidence[0])


def _told(event: DossierEvent) -> str:
    place, what = event.venue or event.city, event.reports[-1].text
    told = " ".join(filter(None, (event.kind, event.start, place and f"in {place}", event.status)))
    return f"{what}: {told}" if what else told


def _heads(before: Dossier, after: Dossier) -> Iterator[Change]:
    was, now = _heads_told(before), _heads_told(after)
    known = {article.id for article in before.articles}
    for party, told in sorted(now.items(), key=lambda one: one[0]):
        if not told:
            continue
        earlier, name = was.get(party), told[-1].name
        # Who tells it first of those that are new.
        newer = (one.reference for one in told if one.name == name and one.reference.article not in known)
        reference = next(newer, told[-1].reference)
        if not earlier:
            yield Change(what=f"{party}: head of delegation", kind="new", after=name, references=[reference])
        elif earlier[-1].name != name:
            yield Change(
                what=f"{party}: head of delegation", kind="changed", before=earlier[-1].name, after=name,
                references=[earlier[-1].reference, reference],
            )  # fmt: skip


def _heads_told(dossier: Dossier) -> Mapping[str, Sequence[Head]]:
    names = {n: p.name for p in dossier.people for f in p.forms for n in f.names}
    parties = {n: p.name for p in dossier.parties for f in p.forms for n in f.names}
    articles = zip((article.id for article in dossier.articles), dossier.briefings, strict=True)
    return heads_told(articles, lambda party: parties.get(party, party), lambda name: names.get(name, name))


def _positions(after: Dossier, known: set[str]) -> Iterator[Change]:
    languages = {article.id: article.language for article in after.articles}
    for line in after.positions:
        earlier = [one for one in line.stances if one.reference.article in known]
        last = line.stances[-1]
        if last.reference.article in known:
            continue
        what = f"{line.party} on {line.issue}"
        if not earlier:
            # What was wanted before, no article of the time tells.
            kind: ChangeKind = "withdrawn" if is_withdrawal(last.stance) else "new"
            yield Change(what=what, kind=kind, after=last.stance, references=[last.reference])
        elif (moved := movement(earlier[::-1], last, languages)) != "kept":
            yield Change(
                what=what, kind=moved, before=earlier[-1].stance, after=last.stance,
                references=[earlier[-1].reference, last.reference],
            )  # fmt: skip


def _agreements(after: Dossier, known: set[str]) -> Iterator[Change]:
    for line in after.agreements:
        last = line.reports[-1]
        earlier = [one for one in line.reports if one.reference.article in known]
        if last.reference.article in known:
            continue
        if not earlier:
            yield Change(what=line.id, kind="new", after=f"{line.text}: {last.status}", references=[last.reference])
        elif earlier[-1].status != last.status:
            broken = last.status in ("rejected", "violated")
            yield Change(
                what=line.id, kind="withdrawn" if broken else "changed",
                before=f"{line.text}: {earlier[-1].status}", after=last.status,
                references=[earlier[-1].reference, last.reference],
            )  # fmt: skip


def _documents(after: Dossier, known: set[str]) -> Iterator[Change]:
    for line in after.documents:
        told = [one for one in line.reports if one.status is not None]
        earlier = [one for one in told if one.reference.article in known]
        newer = [one for one in told if one.reference.article not in known]
        if all(one.reference.article not in known for one in line.reports):
            status = f": {line.status}" if line.status is not None else ""
            cited = [one.reference for one in (told or line.reports)]
            references = [cited[0], cited[-1]] if cited[0] != cited[-1] else cited[:1]
            yield Change(what=line.id, kind="new", after=f"{line.name}{status}", references=references)
        elif newer:
            yield from _of_document(line, earlier[-1] if earlier else None, newer, {one.status for one in earlier})


def _of_document(
    line: DocumentLine, last: DocumentReport | None, newer: Sequence[DocumentReport], reached: Set[str | None]
) -> Iterator[Change]:
    """Each state that a paper came to and had not reached; else the last one, where it is another."""
    steps = [one for at, one in enumerate(newer) if one.status in _DONE and one.status not in reached
             and one.status not in {other.status for other in newer[:at]}]  # fmt: skip
    if not steps and newer[-1].status != (last.status if last is not None else None):
        steps = [newer[-1]]
    for step in steps:
        yield Change(
            what=line.id,
            kind="done" if step.status in _DONE else "changed",
            before=f"{line.name}: {last.status}" if last is not None else line.name,
            after=str(step.status),
            references=[*([last.reference] if last is not None else []), step.reference],
        )
        last = step


def _questions(after: Dossier, known: set[str]) -> Iterator[Change]:
    for line in after.open_questions:
        if all(one.article not in known for one in line.references):
            yield Change(what=line.id, kind="new", after=line.text, references=[line.references[-1]])
        elif line.answer is not None and line.answer.article not in known:
            yield Change(
                what=line.id, kind="done", before=line.text, after=line.answer.evidence.text,
                references=[line.references[-1], line.answer],
            )  # fmt: skip
