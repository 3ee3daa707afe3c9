"""What a sentence attributes: who says something there, and who hears or carries it."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.language.quotations import Span


@dataclass(frozen=True)
class Attribution:
    """One reporting verb in a sentence. Spans are offsets in the sentence."""

    cue: Span
    """The reporting words."""
    act: str
    """What kind of utterance they tell of."""
    subject: Span | None
    """Who speaks, where the words around the cue settle it."""
    hearer: Span | None
    """Who is told ("told Interfax")."""
    carrier: Span | None = None
    """Who passes the words on ("TASS quoted him as saying")."""
    topic: Span | None = None
    """What a passive verb tells of, which speaks as little as a paper does ("The terms were not disclosed")."""
