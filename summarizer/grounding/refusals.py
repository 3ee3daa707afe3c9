"""Keeps what was refused: where it stood in the draft, what it was, why, and whether asking again can help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.briefing import Refusal


@dataclass(frozen=True)
class Refused:
    """One value of a draft that the article does not hold."""

    refusal: Refusal
    """As the briefing lists it."""
    sentences: tuple[int, ...]
    """Numbers of the sentences that it was said to stand in."""
    ask_again: bool
    """Whether another answer could be right: a key field, or one that the sentences do tell of."""


@dataclass
class Refusals:
    """Collects refusals while a draft is grounded."""

    found: list[Refused] = field(default_factory=list)

    def absent(
        self, path: str, value: str, reason: str, *, sentences: Sequence[int] = (), ask_again: bool = False
    ) -> None:
        """Note a value that does not stand in the article where it should."""
        refusal = Refusal(path=path, value=value, kind="absent", reason=reason)
        self.found.append(Refused(refusal, tuple(sentences), ask_again))

    def altered(self, path: str, value: str, difference: str, reason: str, *, sentences: Sequence[int] = ()) -> None:
        """Note a value that is close to the article's words but changed."""
        refusal = Refusal(path=path, value=value, kind="altered", difference=difference, reason=reason)
        self.found.append(Refused(refusal, tuple(sentences), True))
