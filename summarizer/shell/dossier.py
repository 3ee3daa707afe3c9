"""The command `summarizer dossier`: articles and finished briefings as one picture of the negotiation."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import typer

from summarizer.article import Article, naming
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
from summarizer.merging.soundness import require_sound
from summarizer.shell.display import Display, open_display
from summarizer.shell.exits import tell_error
from summarizer.shell.options import DossierOptions, Format
from summarizer.shell.outputs import format_of, require_writable, write_whole
from summarizer.shell.streams import PLAIN, Looks, looks_of_output, say, show
from summarizer.sources import file_bytes, file_lines, holds_json_lines
from summarizer.summarizer import MOST_PAIRS, AsyncSummarizer

RENDERED = (".md", ".html")
"""Suffixes of what a briefing is shown as."""


def make_dossier(options: DossierOptions) -> None:
    """Make the dossier of what a command line names, and show or write it.

    An article that fails is told of, and the dossier is made without it; then `typer.Exit` has the code of the first
    failure. Raises `SettingsError` and `WeightsError` as `brief`, and `SourceNotFoundError` where a folder is empty.
    """
    output = DossierOutput(options)
    display = open_display(quiet=options.quiet)
    failures: list[SummarizerError] = []
    briefings: list[Briefing] = []
    with asyncio.Runner() as loop:
        run = DossierRun(loop, options, display)
        try:
            for path in _files(options.files):
                for name, read in _given(path):
                    try:
                        briefings.append(run.briefing(name, read))
                    except (ArticleError, BriefingFormatError, ModelError) as error:
                        display.clear()
                        tell_error(error, about=name if isinstance(error, ModelError) else None)
                        failures.append(error)
            dossier = run.compared(Dossier.of(briefings))
        finally:
            run.close()
    if briefings:
        output.deliver(dossier, run.articles)
    if failures:
        say(f"{len(briefings)} in the dossier, {len(failures)} left out.")
    raise typer.Exit(failures[0].exit_code if failures else 0)


class DossierRun:
    """One run of the command; a model is opened for the first article that no briefing is of, or for pairs."""

    def __init__(self, loop: asyncio.Runner, options: DossierOptions, display: Display) -> None:
        self._loop = loop
        self._options = options
        self._display = display
        self._summarizer: AsyncSummarizer | None = None
        self.articles: list[Article] = []
        """Those that were briefed."""

    def briefing(self, name: str, read: Callable[[], Briefing | Article]) -> Briefing:
        """The briefing that is given, or that of an article. Raises what reading and briefing raise."""
        given = read()
        if isinstance(given, Briefing):
            return given
        tell = partial(self._display.tell, about=name)
        briefing = self._loop.run(briefing_of(self._opened().stream(given), tell))
        self.articles.append(given)
        return briefing

    def compared(self, dossier: Dossier) -> Dossier:
        """The dossier after the model was asked about pairs of sentences, where it is to be."""
        usual = MOST_PAIRS if self.articles else 0
        most = usual if self._options.pairs is None else self._options.pairs
        if most == 0 or not dossier.briefings:
            return dossier
        compared = self._loop.run(self._opened().compare(dossier, most, self._display.tell))
        self._display.clear()
        lost = sum(ruling.answer == "unanswered" for ruling in compared.rulings)
        if lost:
            say(f"Of {len(compared.rulings)} pairs of sentences the model could not compare {lost}.")
        return compared

    def _opened(self) -> AsyncSummarizer:
        if self._summarizer is None:
            self._summarizer = self._loop.run(_summarizer(self._options))
        return self._summarizer

    def close(self) -> None:
        """Take the progress off the screen and close the connection to the model."""
        self._display.clear()
        if self._summarizer is not None:
            self._loop.run(self._summarizer.aclose())


class DossierOutput:
    """Where the dossier goes, and as what.

    Raises `SettingsError` at once for a place that cannot be written, so that no model works in vain.
    """

    def __init__(self, options: DossierOptions) -> None:
        self._path = None if options.output == Path("-") else options.output
        self._format: Format = options.format or format_of(self._path) or "terminal"
        self._since = options.since
        if self._path is None:
            return
        if self._path.is_dir():
            raise SettingsError(f"{self._path} is a folder.", hint="Name a file with --output.")
        if self._path.resolve() in [Path(file).resolve() for file in options.files]:
            raise SettingsError(f"{self._path} is to be read.", hint="Write the dossier somewhere else.")
        require_writable(self._path.parent)

    def deliver(self, dossier: Dossier, articles: Sequence[Article]) -> None:
        """Show it or write it; `articles` are those whose texts are known. Raises `SettingsError`."""
        if self._path is None:
            show(self._rendered(dossier, articles, looks_of_output()))
        else:
            write_whole(self._path, self._rendered(dossier, articles, PLAIN))

    def _rendered(self, dossier: Dossier, articles: Sequence[Article], looks: Looks) -> str:
        if self._format == "json":
            return f"{json.dumps(_as_json(dossier, self._since), ensure_ascii=False, indent=2)}\n"
        if self._format == "markdown":
            return dossier.markdown(self._since)
        if self._format == "html":
            return dossier.html(articles, self._since)
        from summarizer.rendering.dossier_terminal import render_dossier_terminal

        return render_dossier_terminal(dossier, since=self._since, width=looks.width, color=looks.color)


def _as_json(dossier: Dossier, since: dt.date | None) -> object:
    whole = dossier.model_dump(mode="json")
    if since is None:
        return whole
    changes = [change.model_dump(mode="json") for change in dossier.changes_since(since)]
    return {"since": since.isoformat(), "changes": changes, "dossier": whole}


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


def _given(path: Path) -> Iterator[tuple[str, Callable[[], Briefing | Article]]]:
    """What a file holds, by name: one article or briefing, or one a line."""
    if not holds_json_lines(path):
        yield str(path), partial(_read_file, path)
        return
    try:
        for number, line in file_lines(path):
            name = f"{path}, line {number}"
            yield name, partial(_read_line, line, name)
    except ArticleError as error:
        # The file itself cannot be read (on): told where its articles would have been.
        yield str(path), partial(_raise, error)


def _raise(error: ArticleError) -> Article:
    raise error


def _read_file(path: Path) -> Briefing | Article:
    content = file_bytes(path)
    briefing = _briefing(content, str(path)) if path.suffix == ".json" else None
    return briefing or Article.from_bytes(content, name=str(path))


def _read_line(line: bytes, name: str) -> Briefing | Article:
    with naming(name):
        return _briefing(line, name) or Article.from_json(line)


def _briefing(content: bytes, name: str) -> Briefing | None:
    """The finished briefing that a JSON text is; `None` where it is another one. Raises `BriefingFormatError`."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not (isinstance(found, dict) and "bottom_line" in found):
        return None
    try:
        briefing = Briefing.from_json(content)
        require_sound(briefing)
        return briefing
    except BriefingFormatError as error:
        raise BriefingFormatError(f"{name}: {error.message}", hint=error.hint) from None


async def _summarizer(options: DossierOptions) -> AsyncSummarizer:
    return AsyncSummarizer(options.model, base_url=options.base_url)
