"""What `verify` says of a briefing: a verdict on each fact, and how many there are of each kind. Pydantic, frozen."""

from __future__ import annotations

from pydantic import Field

from summarizer.vocabulary import Model, Text, VerdictKind


class FactVerdict(Model):
    """The verdict on one fact of a briefing, or on one field of it."""

    path: str
    """JSON Pointer into the briefing."""
    value: str
    """What the briefing says there."""
    kind: VerdictKind
    """`supported`; `altered`: close to the article's words, but changed; `absent`: not there; `unjudged`."""
    difference: Text | None = None
    """What was altered."""
    reason: Text
    """Why, in plain words."""


class VerificationReport(Model):
    """The verdicts on a briefing. A fact is one list entry, or `talks`, or `bottom_line`; its worst field counts."""

    facts: int = Field(ge=0)
    """How many facts the briefing states."""
    supported: int = Field(ge=0)
    """How many of them the article bears out in every field."""
    altered: int = Field(ge=0)
    """How many say something else than the article does."""
    absent: int = Field(ge=0)
    """How many say something that the article does not."""
    unjudged: int = Field(ge=0)
    """How many could be neither supported nor refused."""
    strict: bool = False
    """Whether unjudged facts fail as well."""
    verdicts: list[FactVerdict]
    """One for each fact that is supported; for the others one for each field that is not. What is wrong with
    the briefing as a whole (`/article/…`) comes first."""

    @property
    def holds(self) -> bool:
        """Whether nothing is altered or absent, and with `strict` nothing unjudged."""
        wrong = self.altered or self.absent or any(v.path.startswith("/article/") for v in self.verdicts)
        return not wrong and not (self.strict and self.unjudged)
