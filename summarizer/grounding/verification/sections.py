"""The other sections: each field of an entry against the sentences that the entry cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.briefing import (
    Agreement,
    BottomLine,
    Delegation,
    Document,
    Event,
    Meeting,
    Person,
    Point,
    Position,
    Source,
    Talks,
)  # fmt: skip
from summarizer.grounding.mediators import deeds_of, tells_of_mediating
from summarizer.grounding.meetings import meeting_dates
from summarizer.grounding.owners import owner_of
from summarizer.grounding.parties import party_of
from summarizer.grounding.points import BOTTOM_LINE_WORDS, holder
from summarizer.grounding.publication import side_of
from summarizer.grounding.quotes import judge_quote, locate
from summarizer.grounding.sides import named_before
from summarizer.grounding.statuses import statuses_told
from summarizer.grounding.timeline import status_by_words
from summarizer.grounding.verdicts import Verdict
from summarizer.grounding.verification.claims import Claim, Court
from summarizer.grounding.verification.statements import judge_role
from summarizer.sentences import Sentence

Cited = Sequence[Sentence]


def judge_bottom_line(path: str, line: BottomLine, cited: Cited, court: Court) -> Iterator[Claim]:
    """At most 60 words, all of them borne out."""
    if len(line.text.split()) > BOTTOM_LINE_WORDS:
        yield Claim(f"{path}/text", line.text, Verdict("absent", f"It is longer than {BOTTOM_LINE_WORDS} words."))
    yield from court.prose(f"{path}/text", line.text, cited)


def judge_talks(path: str, talks: Talks, cited: Cited, court: Court) -> Iterator[Claim]:
    """Subject, sides, mediators and status by the sentences."""
    yield from court.prose(f"{path}/subject", talks.subject, cited)
    for at, party in enumerate(talks.parties):
        yield from court.name(f"{path}/parties/{at}", party, cited)
    for at, mediator in enumerate(talks.mediators):
        yield Claim(f"{path}/mediators/{at}", mediator, _mediates(mediator, cited, court, talks.parties))
    yield Claim(f"{path}/status", talks.status, statuses_told("talks", cited, court.scene).judge(talks.status))


def _mediates(name: str, cited: Cited, court: Court, parties: Sequence[str]) -> Verdict:
    scene = court.scene
    verdict = court.judge_name(name, cited)
    if verdict.kind != "supported" or scene.rules is None:
        return verdict
    naming = [s for s in cited if court.judge_name(name, [s]).kind == "supported"]
    if any(tells_of_mediating(s, scene) for s in naming) or any(s in cited for s in deeds_of(name, scene, parties)):
        return Verdict("supported", "A sentence that names it tells of mediating.")
    return Verdict("absent", "No sentence that names it tells of mediating.")


def judge_meeting(path: str, meeting: Meeting, cited: Cited, court: Court) -> Iterator[Claim]:
    """Sides, places, dates and status by the sentences."""
    for at, party in enumerate(meeting.parties):
        yield Claim(f"{path}/parties/{at}", party, _meets(party, cited, court))
    for field in ("venue", "city", "country"):
        yield from court.name(f"{path}/{field}", getattr(meeting, field), cited)
    if meeting.start is not None:
        yield Claim(f"{path}/start", meeting.start, _begins(meeting.start, cited, court))
    yield from court.date(f"{path}/end", meeting.end, cited)
    told = statuses_told("meeting", cited, court.scene, start=meeting.start)
    yield Claim(f"{path}/status", meeting.status, told.judge(meeting.status))


def _meets(party: str, cited: Cited, court: Court) -> Verdict:
    """A side of a meeting: named in its sentences, or in those before that they refer back to."""
    verdict = court.judge_name(party, cited)
    if verdict.kind != "supported" and cited and named_before(party, cited[0], court.scene) is not None:
        return Verdict("unjudged", "A sentence before names it; whether it is meant here the sentences do not say.")
    return verdict


def _begins(start: str, cited: Cited, court: Court) -> Verdict:
    """A meeting's date: one beside a word for talks, not any date of the sentences."""
    verdict = court.judge_date(start, cited)
    if verdict.kind != "supported":
        return verdict
    beside = [m.value or "" for s in cited for m in meeting_dates(s, court.scene)]
    if any(value[:10] == start[:10] or value.startswith(start) for value in beside):
        return verdict
    return Verdict("unjudged", "The date stands in the sentences; whether it is the meeting's they do not say plainly.")


def judge_delegation(path: str, delegation: Delegation, cited: Cited, court: Court) -> Iterator[Claim]:
    """Party, people and note by the sentences; the head by a sentence with a word for teams or leading."""
    yield from court.name(f"{path}/party", delegation.party, cited)
    rules = court.scene.rules
    if delegation.head is not None:
        telling = [s for s in cited if rules is None or court.scene.matches(rules.delegations, s.text)]
        yield from _person(f"{path}/head", delegation.head, cited, court)
        if not telling:
            reason = "No cited sentence tells of a delegation or of leading one."
            yield Claim(f"{path}/head", delegation.head.name, Verdict("absent", reason))
        elif rules is None:
            reason = "Whether the sentences tell who leads can't be judged in this language."
            yield Claim(f"{path}/head", delegation.head.name, Verdict("unjudged", reason))
        elif not any(_leads(delegation.head.name, s, court) for s in telling):
            reason = "Another name stands nearer to the words for leading."
            yield Claim(f"{path}/head", delegation.head.name, Verdict("unjudged", reason))
    elif rules is None:
        reason = "Whether the sentences tell of a delegation can't be judged in this language."
        yield Claim(f"{path}/party", delegation.party, Verdict("unjudged", reason))
    for at, member in enumerate(delegation.members):
        yield from _person(f"{path}/members/{at}", member, cited, court)
    yield from court.prose(f"{path}/note", delegation.note, cited)


def _leads(name: str, sentence: Sentence, court: Court) -> bool:
    """Whether no other person stands between a name and one of the words for teams and leading."""
    scene = court.scene
    assert scene.rules is not None
    places = locate(name, sentence.text) or locate(name.split()[-1], sentence.text)
    people = [m for m in scene.mentions(sentence) if m.role or " " in m.name]
    for start, end in places:
        for match in scene.rules.pattern(scene.rules.delegations).finditer(sentence.text):
            left, right = min(match.end(), end), max(match.start(), start)
            if not any(left <= m.start and m.end <= right for m in people if not start <= m.start < end):
                return True
    return not places


def _person(path: str, person: Person, cited: Cited, court: Court) -> Iterator[Claim]:
    yield from court.name(f"{path}/name", person.name, cited)
    place = court.people.find(person.name, cited)
    if person.role is not None:
        own = court.people.resolve(place.words, place.sentence).role if place else None
        yield Claim(f"{path}/role", person.role, judge_role(person.role, own, cited, court))


def judge_position(path: str, position: Position, cited: Cited, court: Court) -> Iterator[Claim]:
    """The party by the sentences or by who speaks in them; issue and stance as free texts."""
    if holder(position.party, cited, court.scene, court.people) is None:
        yield from court.name(f"{path}/party", position.party, cited)
    yield from court.prose(f"{path}/issue", position.issue, cited)
    yield from court.prose(f"{path}/stance", position.stance, cited)


def judge_agreement(path: str, agreement: Agreement, cited: Cited, court: Court) -> Iterator[Claim]:
    """The text, the parties, and whether the words tell that status."""
    yield from court.prose(f"{path}/text", agreement.text, cited)
    for at, party in enumerate(agreement.parties):
        yield from court.name(f"{path}/parties/{at}", party, cited)
    told = statuses_told("agreement", cited, court.scene)
    yield Claim(f"{path}/status", agreement.status, told.judge(agreement.status))


def judge_document(path: str, document: Document, cited: Cited, court: Court) -> Iterator[Claim]:
    """The paper's name, whose it is, for whom, its status and date."""
    yield from court.name(f"{path}/name", document.name, cited)
    if document.author is not None:
        yield Claim(f"{path}/author", document.author, _wrote(document, cited, court))
    yield from court.name(f"{path}/recipient", document.recipient, cited)
    if document.status is not None:
        told = statuses_told("document", cited, court.scene, paper=document.name)
        yield Claim(f"{path}/status", document.status, told.judge(document.status))
    yield from court.date(f"{path}/date", document.date, cited)


def _wrote(document: Document, cited: Cited, court: Court) -> Verdict:
    """An author: by the words around the paper's name in a sentence, else left open."""
    assert document.author is not None
    told: list[tuple[str | None, bool]] = []
    for sentence in cited:
        places = locate(document.name, sentence.text) or locate(document.name.split()[-1], sentence.text)
        named = court.judge_name(document.author, [sentence]).kind == "supported"
        told += [(owner_of(sentence, place, court.scene, court.people), named) for place in places]
    if any(owner is not None and _same(document.author, owner) for owner, _ in told):
        return Verdict("supported", "The words around the paper's name tell it.")
    # Of several mentions those count that name the author: another mention may be of another's paper.
    others = [owner for owner, named in told if named] or [owner for owner, _ in told]
    if others and others[0] is not None and None not in others:
        difference = f"“{document.author}” for “{others[0]}”"
        return Verdict("altered", "By the words around its name the paper is another's.", difference)
    verdict = court.judge_name(document.author, cited)
    reason = "The sentences name it; that the paper is its own they do not say plainly."
    return Verdict("unjudged", reason) if verdict.kind == "supported" else verdict


def _same(one: str, other: str) -> bool:
    last = one.split()[-1].casefold() == other.split()[-1].casefold()
    return last or bool(locate(one, other) or locate(other, one) or party_of(one, [other]) or party_of(other, [one]))


def judge_event(path: str, event: Event, cited: Cited, court: Court) -> Iterator[Claim]:
    """The date by the words of the sentences, the event as a free text, the status by the date."""
    yield from court.date(f"{path}/date", event.date, cited)
    yield from court.prose(f"{path}/event", event.event, cited)
    side = side_of(event.date, court.scene.article.published)
    told = {"after": "planned", "before": "past"}.get(side or "") or status_by_words(cited[:1], court.scene)
    if event.status != told and side is not None:
        reason = f"The date lies {side} the day of publication."
        yield Claim(f"{path}/status", event.status, Verdict("altered", reason, f"“{event.status}” for “{told}”"))
    elif event.status != told:
        reason = "The day of publication does not tell it, and the words rather tell the other one."
        yield Claim(f"{path}/status", event.status, Verdict("unjudged", reason))


def judge_point(path: str, point: Point, cited: Cited, court: Court) -> Iterator[Claim]:
    """A free text."""
    yield from court.prose(f"{path}/text", point.text, cited)


def judge_source(path: str, source: Source, cited: Cited, court: Court) -> Iterator[Claim]:
    """The name, and the article's own description of it."""
    yield from court.name(f"{path}/name", source.name, cited)
    if source.description is not None:
        verdict = judge_quote(source.description, "\n".join(s.text for s in cited), court.scene.article.language)
        yield Claim(f"{path}/description", source.description, verdict)
