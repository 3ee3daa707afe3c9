"""The command `summarizer dossier`: articles and finished briefings as one picture of the negotiation."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import typer

from summarizer.article import Article
from summarizer.briefing import Briefing
from summarizer.dossier import Dossier
from summarizer.errors import (
    ArticleError,
    BriefingFormatError,
    ModelError,
    SettingsError,
    SourceNotFoundError,
    SummarizerError,
)
from summarizer.events import briefing_of
from summarizer.shell.display import Display, open_display
from summarizer.shell.exits import tell_error
from summarizer.shell.options import DossierOptions
from summarizer.shell.outputs import write_whole
from summarizer.shell.streams import say, show
from summarizer.sources import file_bytes
from summarizer.summarizer import AsyncSummarizer

RENDERED = (".md", ".html")
"""Suffixes of what a briefing is shown as."""


def make_dossier(options: DossierOptions) -> None:
    """Make the dossier of what a command line names, and show or write it.

    An article that fails is told of, and the dossier is made without it; then `typer.Exit` has the code of the first
    failure. Raises `SettingsError` and `WeightsError` as `brief`, and `SourceNotFoundError` where a folder is empty.
    """
    if options.since is not None and options.format == "json":
        raise SettingsError("--since is for Markdown.", hint="In Python, dossier.changes_since(day) has the changes.")
    display = open_display(quiet=options.quiet)
    failures: list[SummarizerError] = []
    briefings: list[Briefing] = []
    with asyncio.Runner() as loop:
        run = DossierRun(loop, options, display)
        try:
            for path in _files(options.files):
                try:
                    briefings.append(run.briefing(path))
                except (ArticleError, BriefingFormatError, ModelError) as error:
                    display.clear()
                    tell_error(error, about=str(path) if isinstance(error, ModelError) else None)
                    failures.append(error)
        finally:
            run.close()
    if briefings:
        _deliver(Dossier.of(briefings), options)
    if failures:
        say(f"{len(briefings)} in the dossier, {len(failures)} left out.")
    raise typer.Exit(failures[0].exit_code if failures else 0)


class DossierRun:
    """One run of the command; a model is opened for the first article that no briefing is of."""

    def __init__(self, loop: asyncio.Runner, options: DossierOptions, display: Display) -> None:
        self._loop = loop
        self._options = options
        self._display = display
        self._summarizer: AsyncSummarizer | None = None

    def briefing(self, path: Path) -> Briefing:
        """The briefing that a file is, or that of its article. Raises what reading and briefing raise."""
        read = _read(path)
        if isinstance(read, Briefing):
            return read
        if self._summarizer is None:
            self._summarizer = self._loop.run(_summarizer(self._options))
        tell = partial(self._display.tell, about=str(path))
        return self._loop.run(briefing_of(self._summarizer.stream(read), tell))

    def close(self) -> None:
        """Take the progress off the screen and close the connection to the model."""
        self._display.clear()
        if self._summarizer is not None:
            self._loop.run(self._summarizer.aclose())


def _deliver(dossier: Dossier, options: DossierOptions) -> None:
    text = f"{dossier.model_dump_json(indent=2)}\n" if options.format == "json" else dossier.markdown(options.since)
    if options.output is None:
        show(text)
    else:
        write_whole(options.output, text)


def _files(named: Sequence[str]) -> Iterator[Path]:
    for path in map(Path, named):
        if not path.is_dir():
            yield path
            continue
        found = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
        # `summarizer brief --save` writes a page and Markdown beside each briefing.
        saved = {file.stem for file in found if file.suffix == ".json"}
        found = [file for file in found if file.suffix not in RENDERED or file.stem not in saved]
        if not found:
            raise SourceNotFoundError(f"No file in {path}.", hint="Name articles or briefings.")
        yield from found


def _read(path: Path) -> Briefing | Article:
    """A finished briefing where the file is one as JSON; else an article."""
    content = file_bytes(path)
    if path.suffix == ".json":
        try:
            found = json.loads(content)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict) and "bottom_line" in found:
            try:
                return Briefing.from_json(content)
            except BriefingFormatError as error:
                raise BriefingFormatError(f"{path}: {error.message}", hint=error.hint) from None
    return Article.from_bytes(content, name=str(path))


async def _summarizer(options: DossierOptions) -> AsyncSummarizer:
    return AsyncSummarizer(options.model, base_url=options.base_url)
