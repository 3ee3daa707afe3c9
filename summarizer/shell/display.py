"""What a person sees on the standard error stream while a briefing is made.

On a terminal one live line: a download with its size and speed, or a stage with its questions. Elsewhere plain
lines, few enough for a log.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from summarizer.events import Event, Notice, Stage, Unit
from summarizer.rendering.plain import plain_text
from summarizer.shell.streams import say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID

SECONDS_BETWEEN_LINES = 10.0
"""How often a stage that goes on is told again without a terminal."""
_WIDE = 100
"""Columns from which on a bar may be long."""
_FIGURES = 40
"""Columns that amounts, speed, time and the gaps between them take at most."""


class Display:
    """Is told what happens. This one shows nothing; the others show it each in its own way."""

    def __init__(self) -> None:
        self._noted: set[str] = set()

    def tell(self, event: Event, about: str = "") -> None:
        """Show an event; `about` names the article where there are several. A notice is shown once."""
        if isinstance(event, Stage):
            self._tell_stage(event, about)
        elif isinstance(event, Notice) and event.text not in self._noted:
            self._noted.add(event.text)
            self.note(event.text)

    def note(self, text: str) -> None:
        """Show a line that stays."""

    def clear(self) -> None:
        """Take what moves off the screen, so that something else can be written."""

    def _tell_stage(self, stage: Stage, about: str) -> None:
        """Show how far a stage is."""


class PlainLines(Display):
    """Few lines: one for each tenth of a download, one for each stage, and one now and then within a stage.

    Of several articles each has a line when it is done, so stages are told only now and then.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._stage = ""
        self._tenth = 0
        self._told_at = 0.0

    def note(self, text: str) -> None:
        """See `Display`."""
        say(plain_text(text))

    def _tell_stage(self, stage: Stage, about: str) -> None:
        tenth = 10 * stage.done // stage.total if stage.total else 0
        if stage.unit == "bytes":
            news = stage.name != self._stage or tenth > self._tenth
        else:
            waited = self._clock() - self._told_at >= SECONDS_BETWEEN_LINES
            news = waited or (stage.name != self._stage and not about)
        if not news:
            return
        self._stage, self._tenth, self._told_at = stage.name, tenth, self._clock()
        amount = _amount(stage)
        say(f"{_title(stage, about)}: {amount}" if amount else _title(stage, about))


class LiveLine(Display):
    """One line that moves; it is there only while a stage goes on."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._unit: Unit = "questions"

    def note(self, text: str) -> None:
        """See `Display`."""
        self._console.print(plain_text(text), markup=False, highlight=False, emoji=False, soft_wrap=True)

    def clear(self) -> None:
        """See `Display`."""
        if self._progress is not None:
            self._progress.stop()
        self._progress, self._task = None, None

    def _tell_stage(self, stage: Stage, about: str) -> None:
        if self._progress is None or self._unit != stage.unit:
            self.clear()
            self._unit = stage.unit
            self._progress = _live_line(self._console, stage.unit)
            self._progress.start()
        title, total, amount = _title(stage, about), stage.total or None, _amount(stage)
        if self._task is None:
            # What was there before counts for nothing in the speed.
            self._task = self._progress.add_task(title, total=total, completed=stage.done, amount=amount)
        else:
            self._progress.update(self._task, description=title, total=total, completed=stage.done, amount=amount)


def open_display(*, quiet: bool = False) -> Display:
    """The display that suits the standard error stream."""
    if quiet:
        return Display()
    from rich.console import Console

    console = Console(stderr=True)
    return LiveLine(console) if console.is_terminal and not console.is_dumb_terminal else PlainLines()


def _live_line(console: Console, unit: Unit) -> Progress:
    from rich.progress import (
        BarColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )
    from rich.table import Column

    wide = console.width >= _WIDE
    bar = 30 if wide else 8
    # What does not fit gives way in the title, so that the line stays one line and the figures whole.
    title = Column(no_wrap=True, overflow="ellipsis", max_width=max(10, console.width - bar - _FIGURES))
    figures = (TransferSpeedColumn(Column(no_wrap=True)), TimeRemainingColumn()) if unit == "bytes" else ()
    return Progress(
        TextColumn("{task.description}", markup=False, table_column=title),
        BarColumn(bar_width=bar),
        TextColumn("{task.fields[amount]}", markup=False, table_column=Column(no_wrap=True)),
        *(figures or (TimeElapsedColumn(),)),
        console=console,
        transient=True,
        redirect_stdout=False,
    )


def _title(stage: Stage, about: str) -> str:
    name = plain_text(stage.name)
    # A download is for all articles.
    named = about and stage.unit == "questions"
    return f"{plain_text(about)}: {name}" if named else f"{name[:1].upper()}{name[1:]}"


def _amount(stage: Stage) -> str:
    if not stage.total:
        return ""
    if stage.unit == "bytes":
        return f"{stage.done / 1e6:,.0f} of {stage.total / 1e6:,.0f} MB"
    return f"{stage.done} of {stage.total} questions"
