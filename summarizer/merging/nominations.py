"""Pairs of sentences of which rules can't tell whether they belong together, for a model to be asked about.

One person's statements of a few days that two articles have in two languages, or in other words of one language; and
denials beside what another speaker says of the same. Pairs are found by an index of speakers and of words, and each
sentence is nominated with few others, so that their number grows with that of the sentences.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from summarizer.briefing import Statement
from summarizer.dossier import Dossier, Reference, RulingQuestion
from summarizer.grounding.transliteration import spelling_key
from summarizer.merging.library import Entry, catalogued
from summarizer.merging.numbers import figures_in
from summarizer.merging.rulings import Place, place_of
from summarizer.merging.spelling import name_key
from summarizer.merging.statements import Said
from summarizer.merging.stems import STEM, stems_of

SAME_WITHIN = 2
"""Days between two articles that may carry the same words."""
DENIED_WITHIN = 7
"""Days between a denial and what it denies, where no rule finds it."""
FEWEST_IN_COMMON = 2
"""Words that a denial and what it may deny share."""
MOST_EACH = 2
"""Pairs of one kind that a sentence is nominated for as the later one."""
PARAPHRASE = 50.0
"""Of 100, by rapidfuzz's token_set_ratio: statements of one language less alike are not asked about."""


@dataclass(frozen=True)
class Nomination:
    """Two sentences, in the order of publication, and what is asked of them."""

    question: RulingQuestion
    sides: tuple[Reference, Reference]
    likelihood: float
    """The higher, the more speaks for a yes."""

    @property
    def places(self) -> tuple[Place, Place]:
        """Where the two stand."""
        return place_of(self.sides[0]), place_of(self.sides[1])


@dataclass(frozen=True)
class Candidate(Said):
    """A statement that may be nominated."""

    @property
    def reference(self) -> Reference:
        """Its sentence."""
        return self.entry.reference(self.statement.evidence[0])

    @property
    def marks(self) -> frozenset[str]:
        """What a sentence has in common with its translation: figures, and names by their sounds."""
        text = self.statement.content
        names = re.findall(r"[^\W\d_a-zа-яёіїєґ]\w{3,}", text)
        return frozenset(figures_in(text)) | {spelling_key(name.casefold())[:STEM] for name in names}

    @property
    def stems(self) -> frozenset[str]:
        """The beginnings of its long words."""
        return stems_of(re.findall(r"\w{5,}", self.statement.content.casefold()))

    @property
    def says_something(self) -> bool:
        """False where what is told as said is but the speaker's name or office, or that there was no comment."""
        speaker = self.statement.speaker
        told = " ".join(re.findall(r"\w+", self.statement.content.casefold()))
        return self.statement.act != "declined" and told not in " ".join(
            re.findall(r"\w+", f"{speaker.name} {speaker.role or ''}".casefold())
        )

    def is_before(self, other: Candidate) -> bool:
        """Whether its article was out before the other's words were said, or before what they tell came to pass."""
        published = self.entry.briefing.article.published
        return published is not None and any(published.isoformat() < day for day in other.days)

    @property
    def days(self) -> frozenset[str]:
        """The day of saying, and those of past events that its sentence tells."""
        sentence = self.statement.evidence[0].sentence
        told = {
            event.date
            for event in self.entry.briefing.timeline
            if event.status == "past" and event.evidence[0].sentence == sentence
        }
        return frozenset(told | ({self.statement.said_on} if self.statement.said_on is not None else set()))

    def is_in_language_of(self, other: Candidate) -> bool:
        """Whether both articles are in one language."""
        return self.entry.briefing.article.language == other.entry.briefing.article.language


def nominated(dossier: Dossier) -> list[Nomination]:
    """The pairs of a dossier that no rule joins or sets apart, and that no ruling is of yet."""
    said = [Candidate(entry, statement) for entry in catalogued(dossier.briefings) for statement in _alone(entry)]
    candidates = [one for one in said if one.says_something]
    known = {
        (one.question, place_of(one.sides[0]), place_of(one.sides[1]))
        for one in dossier.rulings
        if one.answer != "unanswered"
    }
    one_utterance = {place_of(reference): one.id for one in dossier.statements for reference in one.references}
    told = {
        (place_of(a), place_of(b))
        for one in dossier.contradictions
        for a in one.sides[0].references
        for b in one.sides[1].references
    }
    found = [*_said_twice(candidates), *_denied(candidates)]
    return [
        one
        for one in found
        if (one.question, *one.places) not in known
        and one.places not in told
        and one_utterance[one.places[0]] != one_utterance[one.places[1]]
    ]


def _alone(entry: Entry) -> Iterator[Statement]:
    """The statements whose sentence has one speaker, so that the sentence tells which is meant."""
    statements = entry.briefing.statements
    places = [statement.evidence[0].start for statement in statements]
    yield from (statement for statement in statements if places.count(statement.evidence[0].start) == 1)


def _said_twice(candidates: Sequence[Candidate]) -> Iterator[Nomination]:
    spoken: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for one in candidates:
        if one.statement.speaker.kind != "person":
            continue
        earlier = spoken[name_key(one.statement.speaker.name)]
        near: list[tuple[float, int, Candidate]] = []
        for other in reversed(earlier):
            if one.entry.days_after(other.entry) > SAME_WITHIN:
                break
            if (likeness := _likeness(other, one)) > 0:
                near.append((likeness, len(near), other))
        near.sort(key=lambda found: (-found[0], found[1]))
        yield from (_nomination("same_statement", other, one, likeness) for likeness, _, other in near[:MOST_EACH])
        earlier.append(one)


def _likeness(one: Candidate, other: Candidate) -> float:
    """How much speaks for one utterance; 0 where nothing does, or something against it."""
    days = {one.statement.said_on, other.statement.said_on} - {None}
    if one.entry is other.entry or len(days) > 1 or one.is_before(other) or other.is_before(one):
        return 0
    same_day = one.statement.said_on is not None and one.statement.said_on == other.statement.said_on
    if not one.is_in_language_of(other):
        return 1 + len(one.marks & other.marks) + same_day
    # What comes up again on another day is said again.
    ratio = fuzz.token_set_ratio(one.statement.content.casefold(), other.statement.content.casefold())
    is_one_day = same_day or one.entry.days_after(other.entry) == 0
    return ratio / 50 + same_day if is_one_day and ratio >= PARAPHRASE else 0


def _denied(candidates: Sequence[Candidate]) -> Iterator[Nomination]:
    index: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(candidates):
        for stem in sorted(one.stems):
            index[stem].append(at)
    for at, one in enumerate(candidates):
        if one.statement.act != "denied":
            continue
        shared: dict[int, int] = defaultdict(int)
        for stem in sorted(one.stems):
            for other in index[stem]:
                shared[other] += _may_be_denied(candidates[other], one)
        likely = sorted((other for other, count in shared.items() if count >= FEWEST_IN_COMMON),
                        key=lambda other: (-shared[other], abs(other - at), other))  # fmt: skip
        for other in likely[:MOST_EACH]:
            first, second = sorted((at, other))
            yield _nomination("denial", candidates[first], candidates[second], shared[other])


def _may_be_denied(one: Candidate, denial: Candidate) -> bool:
    return (
        one.entry is not denial.entry
        and one.statement.act != "denied"
        and name_key(one.statement.speaker.name) != name_key(denial.statement.speaker.name)
        and one.entry.days_after(denial.entry) <= DENIED_WITHIN
    )


def _nomination(question: RulingQuestion, one: Candidate, other: Candidate, likelihood: float) -> Nomination:
    return Nomination(question, (one.reference, other.reference), likelihood)
