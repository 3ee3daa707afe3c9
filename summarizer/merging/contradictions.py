"""What does not agree: different starts, places and statuses of one event, heads of one delegation, and denials.

A later value replaces an earlier one where it tells what became of it: it was planned, and then it was otherwise; a
head who is another from some day on. All else is disputed. That something planned took place is no contradiction.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from summarizer.dossier import Contradiction, ContradictionField, DossierEvent, EventReport, Reference
from summarizer.language.buildings import are_two_kinds
from summarizer.language.rounds import tells_of_a_move
from summarizer.merging.denials import agreed, denials_of, said
from summarizer.merging.heads import Head
from summarizer.merging.library import Entry
from summarizer.merging.meetings import HAPPENED
from summarizer.merging.numbers import numbers_that_differ
from summarizer.merging.pairs import Told, contradiction, runs
from summarizer.merging.rulings import Affirmed, Place, place_of
from summarizer.merging.spelling import is_cyrillic, is_one_building

_OFF = frozenset({"cancelled", "postponed"})


def contradictions_of(
    entries: Sequence[Entry],
    events: Sequence[DossierEvent],
    heads: Mapping[str, Sequence[Head]],
    denied: Iterable[Affirmed] = (),
) -> list[Contradiction]:
    """What does not agree in these briefings, the events made of them and the heads of their parties' delegations.

    `denied`: pairs that are known not to agree.
    """
    articles = {entry.id: entry for entry in entries}
    found = [one for event in events for one in _of_event(event, articles)]
    found += _heads(heads, articles)
    found += denials_of(entries)
    found += numbers_that_differ(entries)
    known = {(place_of(a), place_of(b)) for c in found for a in c.sides[0].references for b in c.sides[1].references}
    found += _ruled([one for one in denied if (one.first, one.second) not in known], entries)
    return found


def _of_event(event: DossierEvent, articles: Mapping[str, Entry]) -> Iterator[Contradiction]:
    def told(report: EventReport, value: str) -> Told:
        entry = articles[report.article]
        language = entry.briefing.article.language
        is_moved = any(tells_of_a_move(one.text, language) for one in report.evidence)
        return Told(value, _reference(report), entry.order[0], report.status, is_moved)

    starts = [told(one, one.start) for one in event.reports if one.start is not None and "T" in one.start]
    yield from _differing(event.id, "start", starts)
    venues = [(told(one, one.venue), articles[one.article]) for one in event.reports if one.venue is not None]
    if len({one.value for one, _ in venues}) > 1:
        yield from _differing(event.id, "place", _comparable(venues))
    else:
        cities = [told(one, one.city) for one in event.reports if one.city is not None]
        yield from _differing(event.id, "place", _of_one_script(cities))
    yield from _called_off(event, articles)


def _differing(about: str, field: ContradictionField, told: Sequence[Told]) -> Iterator[Contradiction]:
    """Each value with the one before it that differs; two values that are disputed are told once."""
    seen: set[frozenset[str]] = set()
    for earlier, later in runs(told):
        pair = frozenset({earlier[0].value, later[0].value})
        took_place = any(one.status in HAPPENED for one in later)
        came_true = took_place or later[0].is_moved or _day(earlier[0].value) != _day(later[0].value)
        replaced = all(one.status not in HAPPENED for one in earlier) and came_true
        if replaced or pair not in seen:
            yield contradiction(about, field, "replaced" if replaced else "disputed", earlier, later)
        seen.add(pair)


def _comparable(told: Sequence[tuple[Told, Entry]]) -> list[Told]:
    """Buildings told in the language that most are in, each under one name; and others that are no translation."""
    languages = [entry.briefing.article.language for _, entry in told]
    counts = Counter(languages)
    main = max(counts, key=lambda language: (counts[language], language or ""))
    own = [one.value for (one, _), language in zip(told, languages, strict=True) if language == main]
    names = {name: next(known for known in own if is_one_building(known, name)) for name in own}
    return [
        replace(one, value=names.get(one.value, one.value))
        for (one, _), language in zip(told, languages, strict=True)
        if language == main or one.value in own or all(are_two_kinds(one.value, value) for value in own)
    ]


def _of_one_script(told: Sequence[Told]) -> list[Told]:
    """Towns in the script that most are in: whether a name is another one's translation no spelling tells."""
    scripts = [is_cyrillic(one.value) for one in told]
    most = scripts.count(True) * 2 > len(scripts)
    return [one for one, script in zip(told, scripts, strict=True) if script == most]


def _day(value: str) -> str | None:
    return value[:10] if re.match(r"\d{4}-", value) else None


def _called_off(event: DossierEvent, articles: Mapping[str, Entry]) -> Iterator[Contradiction]:
    told = [Told(r.status, _reference(r), articles[r.article].order[0], r.status) for r in event.reports]
    last = {one.reference.article: one for one in told}
    days_off = {one.published for one in last.values() if one.status in _OFF}
    # Of one day nobody knows which came later: what was planned may have been called off behind it.
    known = [one for one in told if one.status != "unclear" and (one.status in _OFF or one.published not in days_off)]
    for earlier, later in runs(known):
        if {earlier[0].value, later[0].value} & _OFF:
            yield contradiction(event.id, "status", "replaced", earlier, later)


def _heads(heads: Mapping[str, Sequence[Head]], articles: Mapping[str, Entry]) -> Iterator[Contradiction]:
    for party, found in heads.items():
        told = [Told(head.name, head.reference, articles[head.reference.article].order[0]) for head in found]
        for earlier, later in runs(told):
            returns = any(one.value == earlier[0].value for one in told[told.index(later[0]) :])
            replaced = not returns and earlier[-1].published < later[0].published
            yield contradiction(party, "head", "replaced" if replaced else "disputed", earlier, later)


def _ruled(pairs: Sequence[Affirmed], entries: Sequence[Entry]) -> Iterator[Contradiction]:
    """What a model says is denied in another article."""
    told: dict[Place, Told] = {}
    for entry in entries if pairs else ():
        found = [agreed(entry, agreement) for agreement in entry.briefing.agreements]
        found += [said(entry, statement) for statement in entry.briefing.statements]
        told |= {place_of(one.reference): one for one in found}
    for pair in pairs:
        if pair.first in told and pair.second in told:
            earlier, later = told[pair.first], told[pair.second]
            denial = contradiction(earlier.value, "denial", "disputed", [earlier], [later])
            yield denial.model_copy(update={"found_by": pair.model})


def _reference(report: EventReport) -> Reference:
    return Reference(article=report.article, evidence=report.evidence[0])
