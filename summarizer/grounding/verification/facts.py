"""All facts of a briefing, in the order of the format, with the verdict on each claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from summarizer.briefing import Briefing, Evidence, Talks
from summarizer.grounding.outlets import known_outlets
from summarizer.grounding.people import People
from summarizer.grounding.scene import Scene
from summarizer.grounding.verification import sections
from summarizer.grounding.verification.claims import Claim, Court
from summarizer.grounding.verification.statements import judge_statements
from summarizer.sentences import Sentence

Judge = Callable[[str, Any, Sequence[Sentence], Court], Iterator[Claim]]

_JUDGES: Mapping[str, Judge] = {
    "meetings": sections.judge_meeting,
    "delegations": sections.judge_delegation,
    "positions": sections.judge_position,
    "agreements": sections.judge_agreement,
    "documents": sections.judge_document,
    "timeline": sections.judge_event,
    "open_questions": sections.judge_point,
    "next_steps": sections.judge_point,
    "sources": sections.judge_source,
}


def judge_facts(briefing: Briefing, scene: Scene) -> Iterator[Claim]:
    """Each claim with its verdict. Pure: the same briefing and article give the same verdicts. Raises nothing."""
    parties = briefing.talks.parties
    court = Court(scene, People(scene, parties, known_outlets(scene, parties)))
    yield from _judged(
        "/bottom_line", briefing.bottom_line, briefing.bottom_line.evidence, sections.judge_bottom_line, court
    )
    if briefing.talks != Talks():
        yield from _judged("/talks", briefing.talks, briefing.talks.evidence, sections.judge_talks, court)
    yield from judge_statements(briefing.statements, court)
    for name, judge in _JUDGES.items():
        for at, entry in enumerate(getattr(briefing, name)):
            yield from _judged(f"/{name}/{at}", entry, entry.evidence, judge, court)


def _judged(path: str, entry: Any, evidence: Sequence[Evidence], judge: Judge, court: Court) -> Iterator[Claim]:
    claims, cited = court.evidence(f"{path}/evidence", evidence)
    yield from claims
    yield from judge(path, entry, cited, court)
