"""What does not agree: different starts, places and statuses of one event, heads of one delegation, and denials.

A later value replaces an earlier one where it tells what became of it: it was planned, and then it was otherwise; a
head who is another from some day on. All else is disputed. That something planned took place is no contradiction.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from summarizer.briefing import Agreement, Statement
from summarizer.dossier import Contradiction, ContradictionField, DossierEvent, EventReport, Reference
from summarizer.merging.identities import Identities
from summarizer.merging.library import Entry
from summarizer.merging.meetings import HAPPENED
from summarizer.merging.numbers import figures_in, numbers_that_differ
from summarizer.merging.pairs import Told, contradiction, runs
from summarizer.merging.rulings import Affirmed, Place, place_of
from summarizer.merging.spelling import name_key

SAME_CONTENT = 85.0
"""Of 100, by rapidfuzz's token_set_ratio: a denial and what it denies."""
DENIED_WITHIN = 30
"""Days before or after a denial in which what it denies was told."""
_OFF = frozenset({"cancelled", "postponed"})


def contradictions_of(
    entries: Sequence[Entry],
    events: Sequence[DossierEvent],
    identities: Identities,
    denied: Iterable[Affirmed] = (),
) -> list[Contradiction]:
    """What does not agree in these briefings and the events made of them; `denied`: pairs that are known not to."""
    published = {entry.id: entry.order[0] for entry in entries}
    found = [one for event in events for one in _of_event(event, published)]
    found += _heads(entries, identities)
    found += _denied_statements(entries)
    found += _denied_agreements(entries)
    found += _denied_papers(entries)
    found += numbers_that_differ(entries)
    known = {(place_of(a), place_of(b)) for c in found for a in c.sides[0].references for b in c.sides[1].references}
    found += _ruled([one for one in denied if (one.first, one.second) not in known], entries)
    return found


def _of_event(event: DossierEvent, published: Mapping[str, str]) -> Iterator[Contradiction]:
    places = "venue" if len({report.venue for report in event.reports} - {None}) > 1 else "city"
    fields: Mapping[ContradictionField, str] = {"start": "start", "place": places}
    for field, name in fields.items():
        told = [
            Told(str(value), _reference(report), published[report.article], report.status)
            for report in event.reports
            if (value := getattr(report, name)) is not None and (field != "start" or "T" in str(value))
        ]
        yield from _differing(event.id, field, _of_one_script(told))
    yield from _called_off(event, published)


def _differing(about: str, field: ContradictionField, told: Sequence[Told]) -> Iterator[Contradiction]:
    """Each value with the one before it that differs; two values that are disputed are told once."""
    seen: set[frozenset[str]] = set()
    for earlier, later in runs(told):
        pair = frozenset({earlier[0].value, later[0].value})
        came_true = later[0].status in HAPPENED or _day(earlier[0].value) != _day(later[0].value)
        replaced = all(one.status not in HAPPENED for one in earlier) and came_true
        if replaced or pair not in seen:
            yield contradiction(about, field, "replaced" if replaced else "disputed", earlier, later)
        seen.add(pair)


def _of_one_script(told: Sequence[Told]) -> list[Told]:
    """Those in the script that most are in: whether a name is another one's translation no spelling tells."""
    scripts = [any("\u0400" <= letter <= "\u052f" for letter in one.value) for one in told]
    most = scripts.count(True) * 2 > len(scripts)
    return [one for one, script in zip(told, scripts, strict=True) if script == most]


def _day(value: str) -> str | None:
    return value[:10] if re.match(r"\d{4}-", value) else None


def _called_off(event: DossierEvent, published: Mapping[str, str]) -> Iterator[Contradiction]:
    told = [Told(r.status, _reference(r), published[r.article], r.status) for r in event.reports]
    last = {one.reference.article: one for one in told}
    days_off = {one.published for one in last.values() if one.status in _OFF}
    # Of one day nobody knows which came later: what was planned may have been called off behind it.
    known = [one for one in told if one.status != "unclear" and (one.status in _OFF or one.published not in days_off)]
    for earlier, later in runs(known):
        if {earlier[0].value, later[0].value} & _OFF:
            yield contradiction(event.id, "status", "replaced", earlier, later)


def _heads(entries: Sequence[Entry], identities: Identities) -> Iterator[Contradiction]:
    heads: dict[str, list[Told]] = defaultdict(list)
    for entry in entries:
        for delegation in entry.briefing.delegations:
            if delegation.head is not None:
                party = identities.parties.name_of(delegation.party)
                name = identities.people.name_of(delegation.head.name)
                heads[party].append(Told(name, entry.reference(delegation.evidence[0]), entry.order[0]))
    for party, told in heads.items():
        for earlier, later in runs(told):
            returns = any(one.value == earlier[0].value for one in told[told.index(later[0]) :])
            replaced = not returns and earlier[-1].published < later[0].published
            yield contradiction(party, "head", "replaced" if replaced else "disputed", earlier, later)


def _denied_statements(entries: Sequence[Entry]) -> Iterator[Contradiction]:
    """A statement that somebody else denies."""
    said: dict[str, list[tuple[Told, tuple[str, ...]]]] = defaultdict(list)
    for entry in entries:
        for statement in entry.briefing.statements:
            if statement.act != "denied":
                told = _said(entry, statement)
                for word in _long_words(statement.content):
                    said[word].append((told, name_key(statement.speaker.name)))
    for entry in entries:
        for statement in entry.briefing.statements:
            if statement.act != "denied":
                continue
            denial = _said(entry, statement)
            near = [one for word in sorted(_long_words(statement.content)) for one in _within(said[word], entry)]
            for told, speaker in near:
                same = fuzz.token_set_ratio(told.value.casefold(), statement.content.casefold()) >= SAME_CONTENT
                if same and speaker != name_key(statement.speaker.name):
                    earlier, later = sorted((told, denial), key=lambda one: one.published)
                    yield contradiction(statement.content, "denial", "disputed", [earlier], [later])
                    break


def _within(said: Sequence[tuple[Told, tuple[str, ...]]], entry: Entry) -> Sequence[tuple[Told, tuple[str, ...]]]:
    """Those of them, in the order of publication, that were published around the time of an article."""
    published = entry.briefing.article.published
    if published is None:
        return said
    first, last = ((published + dt.timedelta(days=days)).isoformat() for days in (-DENIED_WITHIN, DENIED_WITHIN))
    low = bisect_left(said, first, key=lambda one: one[0].published)
    return said[low : bisect_right(said, last, key=lambda one: one[0].published)]


def _denied_agreements(entries: Sequence[Entry]) -> Iterator[Contradiction]:
    """An agreement, and a denial of an agreement in which the same figures stand; they tell it across languages."""
    agreed: dict[frozenset[str], Told] = {}
    for entry in entries:
        for agreement in entry.briefing.agreements:
            if agreement.status == "agreed" and (figures := frozenset(figures_in(agreement.text))):
                agreed[figures] = _agreed(entry, agreement)
    for entry in entries:
        for statement in entry.briefing.statements:
            told = agreed.get(frozenset(figures_in(statement.content)))
            if statement.act != "denied" or told is None or told.reference.article == entry.id:
                continue
            denial = _said(entry, statement)
            earlier, later = sorted((told, denial), key=lambda one: one.published)
            yield contradiction(told.value, "denial", "disputed", [earlier], [later])


def _denied_papers(entries: Sequence[Entry]) -> Iterator[Contradiction]:
    """A paper that somebody denies, before or after another article has it."""
    told: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for entry in entries:
        denials = {s.evidence[0].sentence for s in entry.briefing.statements if s.act == "denied"}
        for document in entry.briefing.documents:
            denied = document.evidence[0].sentence in denials
            if denied or document.status in ("delivered", "promised"):
                value = "denied" if denied else str(document.status)
                reference = entry.reference(document.evidence[0])
                told[name_key(document.name)].append(Told(value, reference, entry.order[0], value))
    for name, papers in told.items():
        for earlier, later in runs(papers):
            if "denied" in (earlier[0].value, later[0].value):
                replaced = later[0].value == "delivered"
                yield contradiction(" ".join(name), "status" if replaced else "denial",
                            "replaced" if replaced else "disputed", earlier, later)  # fmt: skip


def _ruled(pairs: Sequence[Affirmed], entries: Sequence[Entry]) -> Iterator[Contradiction]:
    """What a model says is denied in another article."""
    told: dict[Place, Told] = {}
    for entry in entries if pairs else ():
        found = [_agreed(entry, agreement) for agreement in entry.briefing.agreements]
        found += [_said(entry, statement) for statement in entry.briefing.statements]
        told |= {place_of(one.reference): one for one in found}
    for pair in pairs:
        if pair.first in told and pair.second in told:
            earlier, later = told[pair.first], told[pair.second]
            denial = contradiction(earlier.value, "denial", "disputed", [earlier], [later])
            yield denial.model_copy(update={"found_by": pair.model})


def _said(entry: Entry, statement: Statement) -> Told:
    denied = "denied: " if statement.act == "denied" else ""
    return Told(f"{denied}{statement.content}", entry.reference(statement.evidence[0]), entry.order[0])


def _agreed(entry: Entry, agreement: Agreement) -> Told:
    return Told(agreement.text, entry.reference(agreement.evidence[0]), entry.order[0])


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.casefold()) if len(word) > 4)


def _reference(report: EventReport) -> Reference:
    return Reference(article=report.article, evidence=report.evidence[0])
