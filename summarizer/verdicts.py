"""Verdicts as people and programs read them: in a briefing of ours, and what `verify` says of any. Pydantic, frozen."""

from __future__ import annotations

from pydantic import Field

from summarizer.vocabulary import Model, RefusalKind, Text, VerdictKind


class Refusal(Model):
    """Something that a model said and the article does not hold."""

    path: str
    """JSON Pointer to where it would have stood in the draft's own order of entries."""
    value: str
    """What was said."""
    kind: RefusalKind
    """`altered`: close to the article's words, but changed; `absent`: not there at all."""
    difference: Text | None = None
    """What was altered."""
    reason: Text
    """Why it was refused, in plain words."""


class Unjudged(Model):
    """A line that could be neither supported nor refused."""

    path: str
    """JSON Pointer into the briefing."""
    reason: Text
    """Why no verdict was possible."""


class Verification(Model):
    """The verdicts, summed up. A fact is one list entry, or `talks`, or `bottom_line`."""

    facts: int = Field(ge=0)
    """How many facts the briefing states."""
    supported: int = Field(ge=0)
    """How many of them the article supports."""
    refused: list[Refusal] = []
    """What was left out, and why."""
    unjudged: list[Unjudged] = []
    """What could not be judged, and why."""


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
