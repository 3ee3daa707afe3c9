"""Rounds of talks: when and where, one entry each however many sentences tell of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.briefing import Meeting, MeetingStatus
from summarizer.draft import DraftMeeting
from summarizer.grounding.dates import DateMention
from summarizer.grounding.parties import party_of
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.sentences import Sentence

REACH = 6
"""Words between a date and the noun or verb for the meeting that it dates, at most."""


@dataclass(frozen=True)
class _Found:
    """A meeting while it is being joined."""

    start: str | None
    end: str | None
    venue: str | None
    city: str | None
    country: str | None
    status: MeetingStatus
    parties: tuple[str, ...]
    sentences: tuple[Sentence, ...]


def ground_meetings(
    drafts: Sequence[DraftMeeting], scene: Scene, parties: Sequence[str], refusals: Refusals
) -> list[Meeting]:
    """The meetings that their sentences hold; what says neither when nor where is no entry."""
    found: list[_Found] = []
    for at, draft in enumerate(drafts):
        found += _read(f"/meetings/{at}", draft, scene, parties, refusals)
    joined: list[_Found] = []
    for meeting in sorted(found, key=lambda m: (m.start is None, m.sentences[0].number)):
        _join(meeting, joined)
    return [_as_meeting(m, parties) for m in sorted(joined, key=lambda m: (m.start or "~", m.sentences[0].number))]


def _read(path: str, draft: DraftMeeting, scene: Scene, parties: Sequence[str], refusals: Refusals) -> list[_Found]:
    cited = scene.real(draft.sentences)
    if not cited:
        refusals.absent(f"{path}/sentences", str(draft.sentences), "The article has no such sentences.")
        return []
    place = {
        name: _place(f"{path}/{name}", value, cited, refusals, scene)
        for name, value in (("venue", draft.venue), ("city", draft.city), ("country", draft.country))
    }
    if place["city"] and place["venue"] == place["city"]:
        place["venue"] = None
    start, end = _dates(path, draft, cited, scene, refusals)
    if start is None and not (place["venue"] or place["city"]):
        return []
    named = tuple(dict.fromkeys(p for words in draft.parties if (p := party_of(words, parties))))
    status = draft.status if draft.status != "unclear" else _status(start, cited, scene)
    return [_Found(start, end, place["venue"], place["city"], place["country"], status, named, tuple(cited))]


def _place(path: str, words: str | None, cited: Sequence[Sentence], refusals: Refusals, scene: Scene) -> str | None:
    """The place as the sentences print it; one that they do not hold is left out."""
    if not words or words.strip().casefold() in ("null", "none"):
        return None
    held = scene.stands_in(words, cited)
    if held is None:
        refusals.absent(path, words, "The cited sentences do not name this place.", sentences=[s.number for s in cited])
        return None
    printed = held[0].text[slice(*held[1])]
    return re.sub(r"^(?:the|a|an)\s+", "", printed, flags=re.IGNORECASE)


def _dates(
    path: str, draft: DraftMeeting, cited: Sequence[Sentence], scene: Scene, refusals: Refusals
) -> tuple[str | None, str | None]:
    """Start and end: by the draft's words where it copied some, else by the date that dates the meeting."""
    if draft.start is None:
        for sentence in cited:
            for mention in meeting_dates(sentence, scene):
                return mention.value, mention.end_value
        return None, None
    start = date_of_words(draft.start, cited, scene)
    if start is None:
        reason = "These words give no date in the cited sentences."
        refusals.absent(f"{path}/start", draft.start, reason, sentences=draft.sentences, ask_again=True)
        return None, None
    end = date_of_words(draft.end, cited, scene) if draft.end else None
    return start.value, end.value if end else start.end_value


def date_of_words(words: str, cited: Sequence[Sentence], scene: Scene) -> DateMention | None:
    """The dated mention in the sentences that the copied words overlap."""
    held = scene.stands_in(words, cited)
    if held is None:
        return None
    sentence, (start, end) = held
    overlapping = [m for m in scene.dates[sentence.number] if m.value and m.start < end and start < m.end]
    return max(overlapping, key=lambda m: len(m.value or ""), default=None)


def meeting_dates(sentence: Sentence, scene: Scene) -> list[DateMention]:
    """The dates of a sentence that stand near a word for talks, with no other verb's date between.

    A date beside a reporting verb ("reported on Sunday", "On 30 May, Peskov said") is when it was said.
    """
    if scene.rules is None:
        return []
    text = sentence.text
    talks = [m.span() for m in scene.rules.pattern(scene.rules.talks).finditer(text)]
    beginnings = [m.span() for m in scene.rules.pattern(scene.rules.takes_place).finditer(text)]
    cues = [a for a in scene.attributions(sentence)]
    found = []
    for mention in scene.dates[sentence.number]:
        if mention.value is None or len(mention.value) < len("2025-06"):
            continue
        if any(0 <= mention.start - a.cue[1] <= 5 or (mention.start <= 12 and mention.end <= a.cue[0]) for a in cues):
            continue
        if _near(text, mention, talks, before=REACH, behind=3) or _near(text, mention, beginnings, before=3, behind=0):
            found.append(mention)
    return sorted(found, key=lambda m: -len(m.value or ""))


def _near(text: str, mention: DateMention, words: Sequence[tuple[int, int]], *, before: int, behind: int) -> bool:
    for start, end in words:
        if end <= mention.start and _words_between(text[end : mention.start]) <= before:
            return True
        if mention.end <= start and _words_between(text[mention.end : start]) <= behind:
            return True
    return False


def _words_between(text: str) -> int:
    """Words of a stretch; a clause mark or a verb of motion in it keeps the two apart."""
    if re.search(r"[;:.!?]|,\s+(?:who|which|while|after|before|but)\b|^\s*to\b", text):
        return 99
    return len(re.findall(r"\w+", text))


def _status(start: str | None, cited: Sequence[Sentence], scene: Scene) -> MeetingStatus:
    published = scene.article.published
    if start is not None and published is not None and len(start) >= 10 and start[4] == "-" and start[5] != "W":
        day = dt.date.fromisoformat(start[:10])
        if day != published:
            return "planned" if day > published else "past"
    if any(scene.rules and scene.matches(scene.rules.future, s.text) for s in cited):
        return "planned"
    return "unclear" if start is None else "past"


def _join(meeting: _Found, joined: list[_Found]) -> None:
    """Put a meeting to the one that it repeats: the same day, or the same place with no day of its own."""
    for at, other in enumerate(joined):
        if _same(meeting, other):
            joined[at] = _merged(other, meeting)
            return
    joined.append(meeting)


def _same(one: _Found, other: _Found) -> bool:
    places = [{p.casefold() for p in (m.venue, m.city, m.country) if p} for m in (one, other)]
    apart = bool(places[0]) and bool(places[1]) and not places[0] & places[1]
    if one.start and other.start:
        return not apart and (
            one.start[:10].startswith(other.start[:10]) or other.start[:10].startswith(one.start[:10])
        )
    return not apart and bool(places[0] & places[1])


def _merged(one: _Found, other: _Found) -> _Found:
    finest = max((m for m in (one, other)), key=lambda m: len(m.start or ""))
    first, second = (one, other) if finest is one else (other, one)
    return replace(
        first,
        end=first.end or second.end,
        venue=first.venue or second.venue,
        city=first.city or second.city,
        country=first.country or second.country,
        status=first.status if first.status != "unclear" else second.status,
        parties=tuple(dict.fromkeys((*first.parties, *second.parties))),
        sentences=tuple(dict.fromkeys((*first.sentences, *second.sentences))),
    )


def _as_meeting(found: _Found, parties: Sequence[str]) -> Meeting:
    named = [p for p in parties if any(party_of(s.text, [p]) for s in found.sentences)]
    return Meeting(
        parties=list(found.parties) or named,
        start=found.start,
        end=found.end,
        venue=found.venue,
        city=found.city,
        country=found.country,
        status=found.status,
        evidence=evidence_of(found.sentences),
    )
