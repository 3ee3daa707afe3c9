"""What a person sees on the standard error stream while a batch goes on: how far, how fast, how long yet, what it cost.

On a terminal one bar that moves; elsewhere a line now and then.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarizer.batch.run import Tally
from summarizer.shell.streams import say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

SECONDS_BETWEEN_LINES = 10.0
MINUTE, HOUR = 60, 3600


class BatchDisplay:
    """Is told how far a batch is, and shows it. `total` is `None` where it is not known."""

    def __init__(self, total: int | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._clock = clock
        self._began = self._told = clock()

    def tell(self, tally: Tally) -> None:
        """Show how far it is, where that is news."""
        now = self._clock()
        if now - self._told >= SECONDS_BETWEEN_LINES:
            self._told = now
            self.show(tally)

    def show(self, tally: Tally) -> None:
        """Show it now."""
        of = f" of {self._total:,}" if self._total is not None else ""
        say(f"{tally.seen:,}{of} articles, {self.told(tally)}")

    def told(self, tally: Tally) -> str:
        """Rate, time left, tokens and cost, in few words."""
        made = tally.briefed + tally.failed
        seconds = max(self._clock() - self._began, 0.001)
        parts = [f"{MINUTE * made / seconds:,.1f} a minute"]
        if self._total is not None and made:
            parts.append(f"{_span((self._total - tally.seen) * seconds / made)} left")
        parts += [f"{tally.tokens:,} tokens", dollars(tally.cost_usd)]
        return ", ".join([*parts, *([f"{tally.failed:,} failed"] if tally.failed else [])])


def dollars(amount: float) -> str:
    """US dollars, to the cent; what is less than one cent in full."""
    return f"${amount:,.2f}" if amount == 0 or amount >= 0.01 else f"${amount:.6f}".rstrip("0")


class Nothing(BatchDisplay):
    """Shows nothing."""

    def tell(self, tally: Tally) -> None:
        """See `BatchDisplay`."""


class Bar(BatchDisplay):
    """A bar that moves."""

    def __init__(self, total: int | None, progress: Progress, task: TaskID) -> None:
        super().__init__(total)
        self._progress, self._task = progress, task

    def tell(self, tally: Tally) -> None:
        """See `BatchDisplay`."""
        self._progress.update(self._task, completed=tally.seen, told=self.told(tally))


@contextmanager
def open_batch_display(total: int | None, *, quiet: bool = False) -> Iterator[BatchDisplay]:
    """The display that suits the standard error stream, as long as the block."""
    from rich.console import Console

    console = Console(stderr=True)
    if quiet or not console.is_terminal or console.is_dumb_terminal:
        yield Nothing(total) if quiet else BatchDisplay(total)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(bar_width=30), MofNCompleteColumn(), TextColumn("{task.fields[told]}", markup=False))
    with Progress(*columns, console=console, redirect_stdout=False) as progress:
        yield Bar(total, progress, progress.add_task("", total=total, told=""))


def _span(seconds: float) -> str:
    if seconds >= HOUR:
        return f"{seconds / HOUR:,.1f} h"
    return f"{seconds / MINUTE:,.0f} min" if seconds >= MINUTE else f"{seconds:,.0f} s"
