"""What one briefing may cost, checked before each call is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.briefing import Attempt
from summarizer.errors import BudgetExceededError, SettingsError
from summarizer.llm.endpoint import Endpoint
from summarizer.llm.prices import cost_of

BYTES_A_TOKEN = 4
"""Of English text; others have fewer, so what a call will read is rather guessed too low than too high."""


@dataclass(frozen=True)
class Budget:
    """The bounds of one briefing; `None` bounds nothing."""

    max_tokens: int | None = None
    """Tokens read and written."""
    max_cost_usd: float | None = None
    """US dollars."""
    max_seconds: float | None = None
    """Seconds from the briefing's start after which no call is begun; one under way may end."""

    def check_prices(self, endpoints: Iterable[Endpoint]) -> None:
        """Raise `SettingsError` where money is bounded and what a model costs is not known."""
        if self.max_cost_usd is None:
            return
        for endpoint in endpoints:
            if cost_of(endpoint.provider, endpoint.model, 1, 1) is None:
                raise SettingsError(
                    f"What {endpoint.name} costs is not known, so max_cost_usd cannot be kept.",
                    hint="Bound it by max_tokens.",
                )

    def check(self, attempts: Sequence[Attempt], reading: int, seconds: float, *, provider: str, model: str) -> None:
        """Raise `BudgetExceededError` where a call would go beyond what is left.

        `reading` is about how many tokens it will read, with those of the calls that are under way; `seconds` have
        passed since the briefing was begun.
        """
        if self.max_seconds is not None and seconds >= self.max_seconds:
            raise BudgetExceededError(
                f"No question is asked after the {self.max_seconds:g} s that the briefing may take.",
                hint="Raise max_seconds, or use a faster model.",
                provider=provider,
            )
        read = sum(a.input_tokens for a in attempts) + reading
        written = sum(a.output_tokens for a in attempts)
        if self.max_tokens is not None and read + written > self.max_tokens:
            raise _exceeded(f"{self.max_tokens:,} tokens", f"{read + written:,}", "max_tokens", provider)
        if self.max_cost_usd is not None:
            spent = sum(a.cost_usd or 0.0 for a in attempts)
            cost = spent + (cost_of(provider, model, reading, 0) or 0.0)
            if cost > self.max_cost_usd:
                raise _exceeded(f"${self.max_cost_usd:g}", f"${cost:.4f}", "max_cost_usd", provider)


def tokens_of(question: str) -> int:
    """About how many tokens a question has."""
    return len(question.encode()) // BYTES_A_TOKEN


def _exceeded(most: str, needed: str, name: str, provider: str) -> BudgetExceededError:
    return BudgetExceededError(
        f"The briefing may take {most}, and with the next question it would take {needed}.",
        hint=f"Raise {name}, or use a smaller model or plan.",
        provider=provider,
    )
