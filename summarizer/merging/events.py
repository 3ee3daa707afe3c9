"""One event, whoever reports it: meetings, papers that change hands, and whatever else has a day.

Two reports are of one event where they tell of the same day; a meeting also where both call it the same round, or
where the later article names the day of the earlier one beside its own: "postponed", "had been planned for". Reports
are found by an index of days and rounds, so that none is compared with all others.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from summarizer.briefing import Document, Event, Evidence, Meeting
from summarizer.dossier import DossierEvent, EventKind, EventReport
from summarizer.language.statuses import meeting_statuses
from summarizer.merging.identities import Identities
from summarizer.merging.library import Entry
from summarizer.merging.spelling import place_key
from summarizer.merging.union import Union
from summarizer.vocabulary import MeetingStatus

TWO = 2
SAME_ROUND = 21
"""Days that a round may be put off and still be the same one; other talks have first rounds, too."""
SAME_TALKS = 3
"""Days between two articles whose talks without a day, in one town, are the same."""
DAY = 10
"""Characters of an ISO date that is complete to the day."""
_ROUNDS = (
    r"\b(?:first|1st)\b(?=[^.]{0,30}\bround)|\berste[rn]?\s+Runde|\bпервы[йм]\s+раунд|\bперший\s+раунд|\bpremier\s+tour",
    r"\b(?:second|2nd)\b(?=[^.]{0,30}\bround)|\bzweite[rn]?\s+Runde|\bвтор(?:ой|ого)\s+раунд|\bдруг(?:ий|ого)\s+раунд"
    r"|\b(?:deuxième|second)\s+tour",
    r"\b(?:third|3rd)\b(?=[^.]{0,30}\bround)|\bdritte[rn]?\s+Runde|\bтрет(?:ий|ьего)\s+раунд|\bтрет(?:ій|ього)\s+раунд"
    r"|\btroisième\s+tour",
    r"\b(?:fourth|4th)\b(?=[^.]{0,30}\bround)|\bvierte[rn]?\s+Runde|\bчетв[её]рт(?:ый|ого)\s+раунд|\bчетверт(?:ий|ого)"
    r"\s+раунд|\bquatrième\s+tour",
)
"""How languages number rounds of talks, from the first."""
_NUMBERED = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _ROUNDS)
HAPPENED = frozenset({"past", "under_way"})
"""Statuses of what took place."""
_WEIGHT = {"past": 3, "under_way": 2, "cancelled": 2, "postponed": 1, "planned": 1, "unclear": 0}


@dataclass(frozen=True)
class Reported:
    """One article's report of something, before it is known what others report of it."""

    kind: EventKind
    report: EventReport
    parties: tuple[str, ...]
    order: tuple[str, str]
    rounds: int | None = None
    """Which round of talks, where its sentences number it."""
    other_days: frozenset[str] = frozenset()
    """Other days that its article tells of what is or was planned."""

    @property
    def day(self) -> str | None:
        """Its day, where the article tells one."""
        start = self.report.start
        return start[:DAY] if start is not None and len(start) >= DAY else None


def events_of(entries: Sequence[Entry], identities: Identities) -> list[DossierEvent]:
    """The events of these briefings, which come in the order of publication."""
    reported = [report for entry in entries for report in _reported(entry, identities)]
    union = Union(len(reported))
    for at, of, status in list(_called_off(entries, reported)):
        # The day on which talks were called off is not theirs.
        report = reported[at].report.model_copy(update={"start": None, "status": status})
        reported[at] = replace(reported[at], kind="meeting", report=report, rounds=reported[of].rounds)
        union.join(at, of)
    _join_days(reported, union)
    _join_rounds(reported, union)
    _join_moved(reported, union)
    _join_papers(reported, union)
    _join_undated(reported, union)
    groups = [[reported[at] for at in group] for group in union.groups()]
    events = [_merged(group) for group in groups]
    events.sort(key=lambda event: (event.start or "9", event.kind, event.reports[0].article))
    return [event.model_copy(update={"id": f"e{number}"}) for number, event in enumerate(events, start=1)]


def _called_off(entries: Sequence[Entry], reported: Sequence[Reported]) -> Iterator[tuple[int, int, MeetingStatus]]:
    """Where somebody calls talks off or puts them off on a day of its own; the talks that it is about; which of both.

    These are the next talks that anybody planned, at most `SAME_ROUND` days ahead.
    """
    languages = {entry.id: entry.briefing.article.language for entry in entries}
    planned = sorted(
        (one.day, at)
        for at, one in enumerate(reported)
        if one.kind == "meeting" and one.day is not None and one.report.status in ("planned", "cancelled", "postponed")
    )
    for at, one in enumerate(reported):
        status = _status_told(one, languages[one.report.article]) if one.kind == "incident" else None
        if status is not None and one.day is not None:
            last = (date.fromisoformat(one.day) + timedelta(days=SAME_ROUND)).isoformat()
            after = bisect_left(planned, (one.day, 0))
            if after < len(planned) and planned[after][0] <= last:
                yield at, planned[after][1], status


def _status_told(one: Reported, language: str | None) -> MeetingStatus | None:
    words = meeting_statuses(language)
    text = one.report.text or ""
    statuses: tuple[MeetingStatus, ...] = ("cancelled", "postponed")
    return next((status for status in statuses if status in words and words[status].search(text)), None)


def _join_days(reported: Sequence[Reported], union: Union) -> None:
    known: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(reported):
        if one.day is None:
            continue
        of_that_day = known[(one.kind, one.day, *_subject(one))]
        same = next((other for other in of_that_day if _may_be_one(reported[other], one)), None)
        if same is None:
            of_that_day.append(at)
        else:
            union.join(same, at)


def _join_undated(reported: Sequence[Reported], union: Union) -> None:
    """Talks without a day in one town, told of within a few days by articles that name one side at least in common."""
    last: dict[str, int] = {}
    for at, one in enumerate(reported):
        if one.kind != "meeting" or one.report.start is not None or one.report.city is None or not one.order[0]:
            continue
        earlier = last.get(one.report.city)
        if earlier is not None:
            known = reported[earlier]
            days = (date.fromisoformat(one.order[0]) - date.fromisoformat(known.order[0])).days
            if days <= SAME_TALKS and not set(known.parties).isdisjoint(one.parties):
                union.join(earlier, at)
        last[one.report.city] = at


def _may_be_one(one: Reported, other: Reported) -> bool:
    """False where both tell who meets, and nobody is the same."""
    sides = set(one.parties), set(other.parties)
    return min(map(len, sides)) < TWO or not sides[0].isdisjoint(sides[1])


def _subject(one: Reported) -> tuple[str, ...]:
    # Of one day there are many incidents; one meeting of the sides, and one paper of an author.
    return () if one.kind == "meeting" else one.parties if one.kind == "handover" else (one.report.text or "",)


def _join_rounds(reported: Sequence[Reported], union: Union) -> None:
    last: dict[int, int] = {}
    for at, one in enumerate(reported):
        if one.rounds is None:
            continue
        earlier = last.get(one.rounds)
        if earlier is not None and _is_near(reported[earlier], one) and _may_be_one(reported[earlier], one):
            union.join(earlier, at)
        last[one.rounds] = at


def _is_near(one: Reported, other: Reported) -> bool:
    # Where an article tells no day, it is about the time of its publication.
    days = [date.fromisoformat(day) for day in (one.day or one.order[0], other.day or other.order[0]) if day]
    return len(days) < TWO or abs((days[1] - days[0]).days) <= SAME_ROUND


def _join_moved(reported: Sequence[Reported], union: Union) -> None:
    """A planned meeting, and the later one whose article tells that day, too."""
    planned: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(reported):
        for day in sorted(one.other_days):
            for earlier in planned.get(day, ()):
                apart = {one.rounds, reported[earlier].rounds} - {None}
                if len(apart) < TWO and _may_be_one(reported[earlier], one):
                    union.join(earlier, at)
        if one.kind == "meeting" and one.day is not None and one.report.status == "planned":
            planned[one.day].append(at)


def _join_papers(reported: Sequence[Reported], union: Union) -> None:
    """A paper that was promised, and the next one of that name that was handed over."""
    promised: dict[str, int] = {}
    for at, one in enumerate(reported):
        if one.kind != "handover" or one.report.text is None:
            continue
        name = place_key(one.report.text)[0]
        if one.report.status == "planned":
            promised[name] = at
        elif name in promised:
            union.join(promised.pop(name), at)


def _merged(group: Sequence[Reported]) -> DossierEvent:
    # In one article what was called off comes before what took place after all.
    ordered = sorted(group, key=lambda one: (one.order, _WEIGHT[one.report.status]))
    heaviest = max(_WEIGHT[one.report.status] for one in ordered)
    weighty = [one for one in ordered if _WEIGHT[one.report.status] >= min(2, heaviest)]
    return DossierEvent(
        id="e0",
        kind=ordered[0].kind,
        parties=list(dict.fromkeys(party for one in ordered for party in one.parties)),
        start=_standing([one.report.start for one in ordered], [one.report.start for one in weighty]),
        venue=_standing([one.report.venue for one in ordered], [one.report.venue for one in weighty]),
        city=_standing([one.report.city for one in ordered], [one.report.city for one in weighty]),
        status=weighty[-1].report.status,
        reports=[one.report for one in ordered],
    )


def _standing(told: Sequence[str | None], weighty: Sequence[str | None]) -> str | None:
    """The value that stands: of what became of it rather than of plans, told most often, then last.

    A day that others tell with its hour counts for none of them.
    """
    for values in (weighty, told):
        known = [value for value in values if value is not None]
        exact = [one for one in known if not any(other != one and other.startswith(one) for other in known)]
        if exact:
            return max(exact, key=lambda one: (exact.count(one), len(exact) - exact[::-1].index(one)))
    return None


def _reported(entry: Entry, identities: Identities) -> Iterator[Reported]:
    briefing = entry.briefing
    taken: set[tuple[str, int]] = set()
    days = _planned_days(entry)
    for meeting in briefing.meetings:
        made = _of_meeting(entry, meeting, identities)
        yield replace(made, other_days=days - {made.day} if made.day else frozenset())
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


def _planned_days(entry: Entry) -> frozenset[str]:
    return frozenset(e.date[:DAY] for e in entry.briefing.timeline if len(e.date) >= DAY and e.status == "planned")


def _of_meeting(entry: Entry, meeting: Meeting, identities: Identities) -> Reported:
    report = EventReport(
        article=entry.id,
        start=meeting.start,
        venue=meeting.venue and identities.places.name_of(meeting.venue),
        city=meeting.city and identities.places.name_of(meeting.city),
        status=meeting.status,
        evidence=meeting.evidence,
    )
    parties = tuple(sorted({identities.parties.name_of(party) for party in meeting.parties}))
    return Reported("meeting", report, parties, entry.order, rounds=_round_of(meeting.evidence))


def _of_document(entry: Entry, document: Document, identities: Identities) -> Reported:
    status = "past" if document.status == "delivered" else "planned"
    report = EventReport(
        article=entry.id, start=document.date, status=status, text=document.name, evidence=document.evidence
    )
    hands = (document.author, document.recipient)
    return Reported("handover", report, tuple(identities.side_of(hand) for hand in hands if hand), entry.order)


def _of_event(entry: Entry, event: Event) -> Reported:
    report = EventReport(
        article=entry.id, start=event.date, status=event.status, text=event.event, evidence=event.evidence
    )
    return Reported("incident", report, (), entry.order)


def _round_of(evidence: Sequence[Evidence]) -> int | None:
    """The number of the round in the first sentence that numbers one, or none where it numbers several."""
    for one in evidence:
        found = [number for number, pattern in enumerate(_NUMBERED, start=1) if pattern.search(one.text)]
        if found:
            return found[0] if len(found) == 1 else None
    return None
