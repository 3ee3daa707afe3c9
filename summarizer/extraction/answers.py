"""What a small model answers to each small question, and the bounds that a grammar engine is handed."""

from __future__ import annotations

from typing import Any, get_args

from summarizer.draft import DraftModel
from summarizer.vocabulary import TalksStatus

WORDS = 80
"""Characters that a copied reporting phrase may have; a small model that runs on is stopped there."""
NAME = 160
"""Characters that a copied name with its role may have."""
SAID = 200
"""Characters that a sentence may have that is said in another language."""
TEXT = 320
"""Characters that a free text may have when it is asked for again."""
ENTRIES = 8
"""Entries that one answer may list."""


class OverviewAnswer(DraftModel):
    """The sides, and where the talks stand."""

    parties: list[str]
    mediators: list[str]
    subject: str | None
    status: TalksStatus


class DelegationAnswer(DraftModel):
    """One delegation."""

    party: str
    head: str | None
    sentence: int


class DelegationsAnswer(DraftModel):
    """All delegations."""

    delegations: list[DelegationAnswer]


class StatementAnswer(DraftModel):
    """Who speaks in one sentence. The words come first: who copies them names the speaker better."""

    words: str | None
    speaker: str | None


class PlaceAnswer(DraftModel):
    """Where a meeting takes place."""

    building: str | None
    city: str | None
    country: str | None


class PositionAnswer(DraftModel):
    """What a side wants."""

    side: str | None
    issue: str | None
    stance: str | None


class OwnWordsAnswer(DraftModel):
    """What one sentence says, in the language that was asked for."""

    words: str | None


class SameAnswer(DraftModel):
    """Whether two sentences tell the same thing said. The words come first, as of a statement."""

    first: str | None
    second: str | None
    same: bool


class DeniedAnswer(DraftModel):
    """Whether one of two sentences denies what the other tells."""

    first: str | None
    second: str | None
    denied: bool


class CorrectedWords(DraftModel):
    """The answer to a question that is asked again."""

    words: str | None


def _text(length: int, *, nullable: bool = True) -> dict[str, Any]:
    return {"type": ["string", "null"] if nullable else "string", "maxLength": length}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any], length: int = ENTRIES) -> dict[str, Any]:
    return {"type": "array", "items": items, "maxItems": length}


def overview_bounds() -> dict[str, Any]:
    """Bounds of an `OverviewAnswer`."""
    return _object(
        parties=_list(_text(60, nullable=False), 6),
        mediators=_list(_text(60, nullable=False), 3),
        subject=_text(NAME),
        status={"enum": list(get_args(TalksStatus))},
    )


def delegations_bounds(sentences: int) -> dict[str, Any]:
    """Bounds of a `DelegationsAnswer` for an article of so many sentences."""
    number = {"type": "integer", "minimum": 1, "maximum": sentences}
    entry = _object(party=_text(60, nullable=False), head=_text(NAME), sentence=number)
    return _object(delegations=_list(entry))


def statement_bounds() -> dict[str, Any]:
    """Bounds of a `StatementAnswer`."""
    return _object(words=_text(WORDS), speaker=_text(NAME))


def place_bounds() -> dict[str, Any]:
    """Bounds of a `PlaceAnswer`."""
    return _object(building=_text(WORDS), city=_text(WORDS), country=_text(WORDS))


def position_bounds() -> dict[str, Any]:
    """Bounds of a `PositionAnswer`."""
    return _object(side=_text(NAME), issue=_text(60), stance=_text(NAME))


def own_words_bounds() -> dict[str, Any]:
    """Bounds of an `OwnWordsAnswer`."""
    return _object(words=_text(SAID))


def same_bounds() -> dict[str, Any]:
    """Bounds of a `SameAnswer`."""
    return _object(first=_text(SAID), second=_text(SAID), same={"type": "boolean"})


def denied_bounds() -> dict[str, Any]:
    """Bounds of a `DeniedAnswer`."""
    return _object(first=_text(SAID), second=_text(SAID), denied={"type": "boolean"})


def corrected_bounds(length: int = NAME) -> dict[str, Any]:
    """Bounds of `CorrectedWords`; `length` is in characters."""
    return _object(words=_text(length))
