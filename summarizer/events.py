"""What a stream of a briefing in the making tells: stages, finished facts, and at last the briefing."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Literal

from summarizer.briefing import Briefing
from summarizer.vocabulary import Model

Unit = Literal["bytes", "questions"]


@dataclass(frozen=True)
class Stage:
    """What is being done, and how far it is."""

    name: str
    """In plain words: `who says what`."""
    done: int = 0
    """How much of it is done."""
    total: int = 0
    """How much there is; 0 where it is not known."""
    unit: Unit = "questions"
    """What is counted."""


@dataclass(frozen=True)
class Notice:
    """Something that the user should know: which model was chosen and why, a mirror that failed."""

    text: str


@dataclass(frozen=True)
class Fact:
    """One fact, grounded: an entry of the briefing, and where it stands there."""

    path: str
    """JSON Pointer into the briefing: `/statements/0`."""
    entry: Model
    """The entry itself."""


@dataclass(frozen=True)
class Finished:
    """The last event: the whole briefing."""

    briefing: Briefing


Event = Stage | Notice | Fact | Finished


async def briefing_of(
    stream: AsyncGenerator[Event, None], tell: Callable[[Event], None] = lambda event: None
) -> Briefing:
    """The briefing that a stream ends with; `tell` hears of what comes before.

    Raises what the stream raises; closes it in any case.
    """
    async with aclosing(stream) as events:
        async for event in events:
            if isinstance(event, Finished):
                return event.briefing
            tell(event)
    raise AssertionError("unreachable: a stream ends with its briefing or an error")
