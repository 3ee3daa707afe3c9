"""Briefings of an invented world that anybody may have made, and the verdicts on their fields."""

from __future__ import annotations

from typing import Any

from summarizer import Briefing
from summarizer.briefing import BottomLine
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.grounding.verification import judge_facts
from tests.grounding.worlds import briefing_of, grounded

Told = dict[str, tuple[str, str, str | None]]
"""Path → kind, reason and difference."""


def cite(read: Scene, *numbers: int) -> list[dict[str, Any]]:
    """Whole sentences as evidence."""
    return [e.model_dump() for e in evidence_of(read.real(numbers))]


def briefing(read: Scene, **sections: Any) -> Briefing:
    """A briefing that holds these entries and else the first sentence alone."""
    first = evidence_of(read.article.sentences[:1])
    empty = BottomLine(text=" ".join(first[0].text.split()), evidence=first)
    made = briefing_of(read.article, grounded("Nobody came."))
    return Briefing.model_validate({**made.model_dump(), "bottom_line": empty.model_dump(), **sections})


def told(read: Scene, **sections: Any) -> Told:
    """The verdicts on the fields of these entries, but not on the bottom line and on evidence that holds."""
    return {
        c.path: (c.verdict.kind, c.verdict.reason, c.verdict.difference)
        for c in judge_facts(briefing(read, **sections), read)
        if c.path.startswith(tuple(f"/{name}" for name in sections))
        and not ("/evidence" in c.path and c.verdict.kind == "supported")
    }
