"""One event, whoever reports it: meetings, papers that change hands, and whatever else has a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.dossier import DossierEvent
from summarizer.language import may_tell_of_talks
from summarizer.language.statuses import meeting_statuses
from summarizer.merging.identities import Identities
from summarizer.merging.incidents import join_incidents, join_papers
from summarizer.merging.library import Entry
from summarizer.merging.meetings import Meetings
from summarizer.merging.negation import is_negated
from summarizer.merging.reports import Reported, reported
from summarizer.merging.union import Union
from summarizer.vocabulary import MeetingStatus

_WEIGHT = {"past": 3, "under_way": 2, "cancelled": 2, "postponed": 1, "planned": 1, "unclear": 0}


def events_of(entries: Sequence[Entry], identities: Identities) -> list[DossierEvent]:
    """The events of these briefings, which come in the order of publication."""
    reports = [one for entry in entries for one in reported(entry, identities)]
    # What did not happen is no event.
    reports = [one for one in reports if one.kind != "incident" or not is_negated(one.report.text or "", one.language)]
    union = Union(len(reports))
    meetings = Meetings()
    for at, one in enumerate(reports):
        if one.kind == "meeting":
            meetings.enter(at, one, union)
    for at, one in enumerate(reports):
        status = _status_told(one) if one.kind == "incident" else None
        known = meetings.called_off(one) if status is not None else None
        if status is not None and known is not None:
            # The day on which talks were called off is not theirs.
            start = one.report.start if one.day in known.days else None
            reports[at] = replace(
                one, kind="meeting", report=one.report.model_copy(update={"start": start, "status": status})
            )
            union.join(known.first, at)
    join_incidents(reports, union)
    join_papers(reports, union)
    events = [_merged([reports[at] for at in group]) for group in union.groups()]
    events.sort(key=lambda event: (event.start or "9", event.kind, event.reports[0].article))
    return [event.model_copy(update={"id": f"e{number}"}) for number, event in enumerate(events, start=1)]


def _status_told(one: Reported) -> MeetingStatus | None:
    """Whether a text tells that talks are called off or put off."""
    text = one.report.text or ""
    if not may_tell_of_talks(text, one.language):
        return None
    words = meeting_statuses(one.language)
    statuses: tuple[MeetingStatus, ...] = ("cancelled", "postponed")
    return next((status for status in statuses if status in words and words[status].search(text)), None)


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

    A day that others tell with its hour counts for none of them; where it alone stands, the hour that was planned does.
    """
    for values in (weighty, told):
        known = [value for value in values if value is not None]
        exact = [one for one in known if not any(other != one and other.startswith(one) for other in known)]
        if exact:
            value = max(exact, key=lambda one: (exact.count(one), len(exact) - exact[::-1].index(one)))
            return next((one for one in reversed(told) if one is not None and one.startswith(f"{value}T")), value)
    return None
