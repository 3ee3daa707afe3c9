"""Draft and article in, facts with evidence and refusals out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarizer.article import Article
from summarizer.briefing import (
    Agreement,
    BottomLine,
    Delegation,
    Document,
    Event,
    Meeting,
    Point,
    Position,
    Source,
    Statement,
    Talks,
)  # fmt: skip
from summarizer.draft import Draft
from summarizer.grounding.affiliations import with_sides
from summarizer.grounding.delegations import ground_delegations
from summarizer.grounding.documents import ground_documents
from summarizer.grounding.meetings import ground_meetings
from summarizer.grounding.outlets import known_outlets
from summarizer.grounding.people import People
from summarizer.grounding.points import ground_agreements, ground_bottom_line, ground_points, ground_positions
from summarizer.grounding.refusals import Refusals, Refused
from summarizer.grounding.scene import Scene
from summarizer.grounding.sources import ground_sources, with_outlets
from summarizer.grounding.statements import ground_statements
from summarizer.grounding.talks import ground_talks
from summarizer.grounding.timeline import ground_timeline, planned_events


@dataclass(frozen=True)
class Grounded:
    """All facts of a briefing, and what was refused on the way."""

    bottom_line: BottomLine
    talks: Talks
    meetings: list[Meeting]
    delegations: list[Delegation]
    statements: list[Statement]
    positions: list[Position]
    agreements: list[Agreement]
    documents: list[Document]
    timeline: list[Event]
    open_questions: list[Point]
    next_steps: list[Point]
    sources: list[Source]
    refused: tuple[Refused, ...]

    def with_earlier(self, refused: tuple[Refused, ...]) -> Grounded:
        """The same facts, with the refusals of the draft before it was corrected listed first."""
        known = {(r.refusal.path, r.refusal.value) for r in refused}
        new = tuple(r for r in self.refused if (r.refusal.path, r.refusal.value) not in known)
        return replace(self, refused=(*refused, *new))


def ground(article: Article, draft: Draft, *, language: str | None = None, strict: bool = False) -> Grounded:
    """Turn a draft into facts. Pure: the same article and draft give the same facts. Raises nothing.

    `language` is that of the draft's free texts (ISO 639-1), by default the article's. `strict` refuses what
    could not be judged, too.
    """
    return ground_in(Scene(article, language, strict=strict), draft)


def ground_in(scene: Scene, draft: Draft) -> Grounded:
    """The same in an article that was read already."""
    refusals = Refusals()
    talks = ground_talks(draft.talks, scene, refusals)
    meetings = ground_meetings(draft.meetings, scene, talks.parties, refusals)
    people = People(scene, talks.parties, known_outlets(scene, talks.parties))
    statements = ground_statements(draft.statements, scene, people, refusals)
    delegations = ground_delegations(draft.delegations, scene, people, refusals)
    timeline = ground_timeline(draft.events, scene, meetings, refusals)
    next_steps = ground_points("next_steps", draft.next_steps, scene, refusals)
    return Grounded(
        talks=talks,
        meetings=meetings,
        bottom_line=ground_bottom_line(draft.bottom_line, scene, meetings, refusals),
        delegations=delegations,
        statements=with_sides(statements, delegations),
        positions=ground_positions(draft.positions, scene, people, refusals),
        agreements=ground_agreements(draft.agreements, scene, talks.parties, refusals),
        documents=ground_documents(draft.documents, scene, people, refusals),
        timeline=timeline,
        open_questions=ground_points("open_questions", draft.open_questions, scene, refusals),
        next_steps=next_steps or planned_events(timeline),
        sources=with_outlets(ground_sources(draft.sources, scene, refusals), scene, people.outlets),
        refused=tuple(refusals.found),
    )
