"""Rounds of talks: when and where, one entry each however many sentences tell of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.briefing import Meeting
from summarizer.draft import DraftMeeting
from summarizer.grounding.about_talks import tells_of_the_future
from summarizer.grounding.datelines import dates_told
from summarizer.grounding.dates import DateMention
from summarizer.grounding.days_of_saying import is_day_of_saying
from summarizer.grounding.parties import party_of
from summarizer.grounding.predicates import has_begun, is_called_off
from summarizer.grounding.publication import side_of
from summarizer.grounding.quotes import locate
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.grounding.sides import named_sides
from summarizer.grounding.statuses import sentences_dating, statuses_told
from summarizer.language.places import is_building, stands_as_place, talks_in, without_brackets
from summarizer.sentences import Sentence
from summarizer.vocabulary import MeetingStatus

REACH = 6
"""Words between a date and the noun or verb for the meeting that it dates, at most."""
LONG_REACH = 12
"""The same where no other clause and no other verb is known to begin between the two."""


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
    refers_back: bool = False
    """Whether its sentence begins with "The meeting …"."""


def ground_meetings(
    drafts: Sequence[DraftMeeting], scene: Scene, parties: Sequence[str], refusals: Refusals
) -> list[Meeting]:
    """The meetings that their sentences hold; what says neither when nor where is no entry."""
    found: list[_Found] = []
    for at, draft in enumerate(drafts):
        found += _read(f"/meetings/{at}", draft, scene, parties, refusals)
    joined: list[_Found] = []
    for meeting in sorted(found, key=lambda m: (m.start is None, m.sentences[0].number)):
        _join(meeting, joined, parties)
    return [_as_meeting(m, parties) for m in sorted(joined, key=lambda m: (m.start or "~", m.sentences[0].number))]


def _read(path: str, draft: DraftMeeting, scene: Scene, parties: Sequence[str], refusals: Refusals) -> list[_Found]:
    cited = scene.real(draft.sentences)
    if not cited:
        refusals.absent(f"{path}/sentences", str(draft.sentences), "The article has no such sentences.")
        return []
    place = {
        name: _place(f"{path}/{name}", value, cited, refusals, scene, parties)
        for name, value in (("venue", draft.venue), ("city", draft.city), ("country", draft.country))
    }
    if place["city"] and place["venue"] == place["city"]:
        place["venue"] = None
    named, refused = place["venue"], draft.city is not None and place["city"] is None
    if named and refused and scene.rules is not None and not is_building(named, scene.rules):
        # The draft took a side for the town, and the town for a building.
        place["venue"], place["city"] = None, named
    start, end = _dates(path, draft, cited, scene, refusals)
    if start is None and not any(place.values()):
        told = [w for w in (*draft.parties, draft.start, draft.end, *place) if w and w not in place]
        if told:
            reason = "The cited sentences tell neither when nor where."
            refusals.absent(path, "; ".join(told), reason, sentences=draft.sentences)
        return []
    sides, naming = named_sides(f"{path}/parties", draft.parties, cited, scene, parties, refusals)
    status = _status(path, draft, start, cited, scene, refusals)
    return [
        _Found(
            start,
            end,
            place["venue"],
            place["city"],
            place["country"],
            status,
            tuple(sides),
            (*cited, *naming),
            refers_back=_refers_back(cited[0], scene),
        )
    ]


def _place(
    path: str, words: str | None, cited: Sequence[Sentence], refusals: Refusals, scene: Scene, parties: Sequence[str]
) -> str | None:
    """The place as the sentences print it; one that they do not hold, or name only as a side, is left out."""
    if not words or words.strip().casefold() in ("null", "none"):
        return None
    held = scene.stands_in(words, cited)
    if held is None:
        refusals.not_located(path, words, cited, "The cited sentences do not name this place.")
        return None
    if _only_as_side(words, cited, scene, parties):
        refusals.absent(
            path, words, "The cited sentences name it as a side, not as a place.", sentences=_numbers(cited)
        )
        return None
    return scene.without_article(held[0].text[slice(*held[1])])


def _only_as_side(words: str, cited: Sequence[Sentence], scene: Scene, parties: Sequence[str]) -> bool:
    """Whether a name is that of a side and no sentence has it where a place stands."""
    if scene.rules is None or party_of(words, parties) is None:
        return False
    places = [(s.text, start) for s in cited for start, _ in locate(words, s.text)]
    return not any(stands_as_place(text, start, scene.rules) for text, start in places)


def _refers_back(sentence: Sentence, scene: Scene) -> bool:
    """Whether a sentence begins with a meeting that was told of before: "The session opened at noon."."""
    if scene.rules is None:
        return False
    opener = re.match(r"(\w+)\s+(\w+)", sentence.text)
    definite = opener is not None and scene.rules.pattern(scene.rules.definite).fullmatch(opener[1]) is not None
    return (
        definite
        and opener is not None
        and any(start == opener.start(2) for start, _ in talks_in(sentence.text, scene.rules))
    )


def _numbers(sentences: Sequence[Sentence]) -> list[int]:
    return [s.number for s in sentences]


def _dates(
    path: str, draft: DraftMeeting, cited: Sequence[Sentence], scene: Scene, refusals: Refusals
) -> tuple[str | None, str | None]:
    """Start and end: by the draft's words where it copied some, else by the date that dates the meeting."""
    if draft.start is None:
        for sentence in cited:
            for mention in meeting_dates(sentence, scene):
                return mention.value, mention.end_value
        return None, None
    numbers = _numbers(cited)
    start = date_of_words(draft.start, cited, scene)
    if start is None:
        reason = "These words give no date in the cited sentences."
        if scene.stands_in(draft.start, cited):
            refusals.absent(f"{path}/start", draft.start, reason, sentences=numbers, ask_again=True)
        else:
            refusals.not_located(f"{path}/start", draft.start, cited, reason, ask_again=True)
        return None, None
    end = date_of_words(draft.end, cited, scene) if draft.end else None
    if draft.end and end is None:
        refusals.not_located(f"{path}/end", draft.end, cited, "These words give no date in the cited sentences.")
    return start.value, (end.end_value or end.value) if end else start.end_value


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
    text = without_brackets(sentence.text)
    talks = list(talks_in(text, scene.rules))
    beginnings = [m.span() for m in scene.rules.pattern(scene.rules.takes_place).finditer(text)]
    cues = scene.attributions(sentence)
    found = []
    for mention in dates_told(sentence, scene):
        if mention.value is None or _is_end(text, mention, scene):
            continue
        if any(is_day_of_saying(mention, text, cue, scene.rules) for cue in cues):
            continue
        if (
            _near(text, mention, talks, before=REACH, behind=3)
            or _plainly_behind(text, mention, talks, scene)
            or _near(text, mention, beginnings, before=3, behind=0)
        ):
            found.append(mention)
    return sorted(found, key=lambda m: -len(m.value or ""))


def _is_end(text: str, mention: DateMention, scene: Scene) -> bool:
    """Whether a date is when something is over ("the summit ends on Friday"), which tells no start."""
    assert scene.rules is not None
    ends = list(scene.rules.pattern(scene.rules.ends).finditer(text, 0, mention.start))
    return bool(ends) and not text[ends[-1].end() : mention.start].strip()


def _near(text: str, mention: DateMention, words: Sequence[tuple[int, int]], *, before: int, behind: int) -> bool:
    for start, end in words:
        if end <= mention.start and _words_between(text[end : mention.start]) <= before:
            return True
        if mention.end <= start and _words_between(text[mention.end : start]) <= behind:
            return True
    return False


def _plainly_behind(text: str, mention: DateMention, talks: Sequence[tuple[int, int]], scene: Scene) -> bool:
    """ "talks on quotas at the Customs House in Zenda at 10:00": phrases alone stand between the two."""
    rules = scene.rules
    before = [end for _, end in talks if end <= mention.start]
    if rules is None or not before:
        return False
    between = text[before[-1] : mention.start]
    clause = "|".join((rules.clause_openers, rules.auxiliary_verbs, rules.infinitive))
    if rules.pattern(clause).search(between) or rules.any_reporting.search(between) or "," in between:
        return False
    return _words_between(between) <= LONG_REACH


def _words_between(text: str) -> int:
    """Words of a stretch; a clause mark or a verb of motion in it keeps the two apart."""
    if re.search(r"[;:.!?]|,\s+(?:who|which|while|after|before|but)\b|^\s*to\b", text):
        return 99
    return len(re.findall(r"\w+(?:-\w+)*", text))


def _status(
    path: str, draft: DraftMeeting, start: str | None, cited: Sequence[Sentence], scene: Scene, refusals: Refusals
) -> MeetingStatus:
    """The draft's status where date and words bear it out; else what they tell."""
    words = statuses_told("meeting", cited, scene, start=start)
    own = _status_told(start, words.told, cited, scene)
    verdict = words.judge(draft.status)
    if draft.status == "unclear" or draft.status == own:
        return own
    if scene.accepts(verdict):
        return draft.status
    refusals.judged(f"{path}/status", draft.status, verdict, sentences=draft.sentences)
    return own


def _status_told(start: str | None, told: Sequence[str], cited: Sequence[Sentence], scene: Scene) -> MeetingStatus:
    if told[:1] == ("cancelled",) and any(is_called_off(s, scene, start) for s in cited):
        return "cancelled"
    side = side_of(start, scene.article.published) if start else None
    if side is not None:
        return "planned" if side == "after" else "past"
    begun = [s for s in sentences_dating(cited, scene, start) if has_begun(s, scene)] if start is not None else []
    if begun:
        # "Began at noon and ended at three" is over.
        return "past" if statuses_told("meeting", begun, scene, start=start).told[:1] == ("past",) else "under_way"
    if any(tells_of_the_future(s, scene) for s in cited):
        return "planned"
    return "unclear" if start is None else "past"


def _join(meeting: _Found, joined: list[_Found], parties: Sequence[str]) -> None:
    """Put a meeting to the one that it repeats: the same day or place, and nothing that tells them apart."""
    same = [at for at, other in enumerate(joined) if _same(meeting, other)]
    if not same:
        joined.append(meeting)
        return
    sides = _named_sides(meeting, parties)
    # Of several on one day or in one place: the one with most sides in common, then the one told of last.
    best = max(same, key=lambda at: (len(sides & _named_sides(joined[at], parties)), at))
    told = {s.number for s in joined[best].sentences}
    goes_on = meeting.refers_back and meeting.sentences[0].number - 1 in told
    if goes_on or _places(meeting) or sides & _named_sides(joined[best], parties) or not _places(joined[best]):
        joined[best] = _merged(joined[best], meeting)


def _places(meeting: _Found) -> set[str]:
    return {p.casefold() for p in (meeting.venue, meeting.city, meeting.country) if p}


def _named_sides(meeting: _Found, parties: Sequence[str]) -> set[str]:
    named = {p for p in parties if any(party_of(s.text, [p]) for s in meeting.sentences)}
    return named | set(meeting.parties)


def _same(one: _Found, other: _Found) -> bool:
    places = _places(one), _places(other)
    apart = bool(places[0]) and bool(places[1]) and not places[0] & places[1]
    if one.start and other.start:
        return not apart and (_holds(one.start, other.start) or _holds(other.start, one.start))
    return not apart and bool(places[0] & places[1])


def _holds(period: str, date: str) -> bool:
    """Whether an ISO period (a year, month, week or day) holds a date of the same or a finer precision."""
    if "W" in period and "W" not in date and len(date) >= len("2025-06-02"):
        year, week, _ = dt.date.fromisoformat(date[:10]).isocalendar()
        return period == f"{year:04d}-W{week:02d}"
    if len(period) > len("2025-06-02"):
        return period == date
    return date.startswith(period) and (len(date) == len(period) or date[len(period)] in "-T")


def _merged(one: _Found, other: _Found) -> _Found:
    finest = max((one, other), key=lambda m: _precision(m.start))
    first, second = (one, other) if finest is one else (other, one)
    return replace(
        first,
        end=first.end or second.end,
        venue=first.venue or second.venue,
        city=first.city or second.city,
        country=first.country or second.country,
        status=_merged_status(first.status, second.status),
        parties=tuple(dict.fromkeys((*first.parties, *second.parties))),
        sentences=tuple(dict.fromkeys((*first.sentences, *second.sentences))),
    )


def _merged_status(finer: MeetingStatus, other: MeetingStatus) -> MeetingStatus:
    """The status of the entry that is dated best; what one sentence calls off is not planned by another."""
    if finer == "unclear" or (finer == "planned" and other == "cancelled"):
        return other
    return finer


def _precision(date: str | None) -> int:
    """How fine an ISO date is; a week lies between a month and a day."""
    return len(date or "")


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
