"""Dated events in order: those that the draft tells of, and every other date that the article's words give."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.briefing import Event, Meeting, Point
from summarizer.draft import DraftEvent
from summarizer.grounding.about_talks import has_word_for_the_future
from summarizer.grounding.datelines import dates_told, without_dateline
from summarizer.grounding.dates import DateMention
from summarizer.grounding.meetings import date_of_words
from summarizer.grounding.prose import checked_text
from summarizer.grounding.publication import side_of
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.sentences import Sentence
from summarizer.vocabulary import EventStatus

LONGEST_EVENT = 240
"""Characters of an event's text; a longer sentence is cut at a word, and an ellipsis tells so."""

ELLIPSIS = " …"


def ground_timeline(
    drafts: Sequence[DraftEvent], scene: Scene, meetings: Sequence[Meeting], refusals: Refusals
) -> list[Event]:
    """The events, in order of time. One meeting is one event, however many sentences date it."""
    texts = _drafted(drafts, scene, refusals)
    events: dict[tuple[str, int], tuple[str, str, list[Sentence]]] = {}
    for sentence in scene.article.sentences:
        dates, words = dates_told(sentence, scene), shortened(without_dateline(sentence.text))
        for mention in dates:
            if mention.value is None or _is_told_to_the_hour(mention, dates):
                continue
            key, date = _meeting_of(mention, sentence, meetings) or ((mention.value, sentence.number), mention.value)
            if key in events:
                known, text, sentences = events[key]
                if len(date) > len(known):
                    known, text = date, texts.get((sentence.number, mention.value)) or words
                events[key] = (known, text, [*sentences, *([] if sentence in sentences else [sentence])])
            else:
                text = texts.get((sentence.number, mention.value)) or words
                events[key] = (date, text, [sentence])
    found = [
        Event(date=date, event=text, status=_status(date, sentences, scene), evidence=evidence_of(sentences))
        for date, text, sentences in events.values()
    ]
    return sorted(found, key=lambda e: (e.date, e.evidence[0].sentence))


def _is_told_to_the_hour(mention: DateMention, others: Sequence[DateMention]) -> bool:
    """Whether another mention of the sentence gives the hour of this day: one event, told to the hour."""
    return any(other.value is not None and other.value.startswith(f"{mention.value}T") for other in others)


def planned_events(timeline: Sequence[Event]) -> list[Point]:
    """What is dated in the future, as next steps: for drafts that name none of their own."""
    return [Point(text=event.event, evidence=event.evidence) for event in timeline if event.status == "planned"]


def _drafted(drafts: Sequence[DraftEvent], scene: Scene, refusals: Refusals) -> dict[tuple[int, str], str]:
    """The draft's words for an event, by sentence and date, where they stand in the evidence."""
    texts: dict[tuple[int, str], str] = {}
    for at, draft in enumerate(drafts):
        cited = scene.real(draft.sentences)
        mention = date_of_words(draft.date, cited, scene)
        if mention is None or mention.value is None:
            reason = "These words give no date in the cited sentences."
            refusals.not_located(f"/timeline/{at}/date", draft.date, cited, reason, ask_again=bool(cited))
            continue
        event = checked_text(f"/timeline/{at}/event", draft.event, cited, scene, refusals, instead=True)
        if event is None:
            continue
        for sentence in cited:
            if mention not in scene.dates[sentence.number]:
                continue
            if not any(told.value == mention.value for told in dates_told(sentence, scene)):
                refusals.absent(f"/timeline/{at}", draft.event, "A dateline is no event.", sentences=draft.sentences)
            elif words := without_dateline(event):
                texts[sentence.number, mention.value] = words
    return texts


def _meeting_of(
    mention: DateMention, sentence: Sentence, meetings: Sequence[Meeting]
) -> tuple[tuple[str, int], str] | None:
    """The meeting that this mention dates, as a key, with the mention's own date."""
    assert mention.value is not None
    for meeting in meetings:
        if meeting.start is None or meeting.start[:10] != mention.value[:10]:
            continue
        if any(e.sentence == sentence.number for e in meeting.evidence):
            return (meeting.start, -1), mention.value
    return None


def _status(date: str, sentences: Sequence[Sentence], scene: Scene) -> EventStatus:
    side = side_of(date, scene.article.published)
    if side is not None:
        return "planned" if side == "after" else "past"
    # Of several sentences the one that gives this very date tells what became of it.
    dating = [s for s in sentences if any(m.value == date for m in scene.dates[s.number])]
    return status_by_words((dating or sentences)[:1], scene)


def status_by_words(cited: Sequence[Sentence], scene: Scene) -> EventStatus:
    """Planned where the sentences have a word for the future: for a day that is not told by its date."""
    return "planned" if any(has_word_for_the_future(s, scene) for s in cited) else "past"


def shortened(text: str) -> str:
    """A text of at most `LONGEST_EVENT` characters, cut at a word."""
    folded = " ".join(text.split())
    if len(folded) <= LONGEST_EVENT:
        return folded
    room = LONGEST_EVENT - len(ELLIPSIS)
    cut = folded.rfind(" ", 0, room + 1)
    return folded[: cut if cut > 0 else room] + ELLIPSIS
