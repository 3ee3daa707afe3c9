"""What a person sees while weights are fetched: a bar with size and speed, or lines without a terminal.

Writes to the standard error stream only, which leaves the output to the result.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from summarizer.llm.weights import Notice
from summarizer.llm.weights import Progress as WeightsProgress


@dataclass(frozen=True)
class Display:
    """What `weights.pull` is given as `progress` and `notice`."""

    progress: WeightsProgress
    notice: Notice


@contextmanager
def show_progress(console: Console | None = None) -> Iterator[Display]:
    """Show a download on the standard error stream (or on `console`) while the block runs."""
    console = console or Console(stderr=True)

    def notice(text: str) -> None:
        console.print(text, markup=False, highlight=False)

    if not console.is_terminal:
        yield Display(progress=_Lines(notice), notice=notice)
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console) as bars:
        yield Display(progress=_Bar(bars), notice=notice)


class _Bar:
    """One bar; a change of mirror starts a new one, so that its speed is its own."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._mirror = ""

    def __call__(self, done: int, total: int, mirror: str, /) -> None:
        if mirror != self._mirror:
            self._mirror = mirror
            for task in self._bars.task_ids:
                self._bars.remove_task(task)
            self._task = self._bars.add_task(f"Weights from the {mirror}", total=total, completed=done)
        self._bars.update(self._task, completed=done)


class _Lines:
    """A line for each tenth, for logs."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._tenth = -1

    def __call__(self, done: int, total: int, mirror: str, /) -> None:
        tenth = 10 * done // total
        if tenth > self._tenth:
            self._tenth = tenth
            self._notice(f"Weights from the {mirror}: {10 * tenth} % of {total / 1e6:,.0f} MB")
