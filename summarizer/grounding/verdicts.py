"""The verdict on one claim: what the article says to it, with the reason in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from summarizer.grounding.folding import Span
from summarizer.vocabulary import VerdictKind

WORST_FIRST: tuple[VerdictKind, ...] = ("absent", "altered", "unjudged", "supported")


@dataclass(frozen=True)
class Verdict:
    """What a text says to a claim."""

    kind: VerdictKind
    """`supported`; `altered`: close to the article's words, but changed; `absent`: not there; `unjudged`."""
    reason: str
    """Why, in plain words."""
    difference: str | None = None
    """What was altered."""
    places: tuple[Span, ...] = ()
    """Where the text holds the claim's words, as offsets."""

    @cached_property
    def holds(self) -> bool:
        """Whether the claim may stand as it is: it is supported, or nobody can tell."""
        return self.kind in ("supported", "unjudged")


def worst(verdicts: list[Verdict]) -> Verdict:
    """The gravest of several verdicts, of equals the first. `verdicts` holds at least one."""
    return min(verdicts, key=lambda v: WORST_FIRST.index(v.kind))
