"""Where briefings go: shown on the standard output, or written to files whole or not at all."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from summarizer.article import Article
from summarizer.briefing import Briefing
from summarizer.errors import SettingsError
from summarizer.shell.options import BriefOptions, Format
from summarizer.shell.streams import looks_of_output, show

SUFFIXES: dict[Format, str] = {"terminal": ".txt", "json": ".json", "markdown": ".md", "html": ".html"}
"""What the file of each format ends with."""
SAVED: tuple[Format, ...] = ("json", "markdown", "html")
"""The formats that `--save` writes."""
_FORMATS: dict[str, Format] = {
    ".txt": "terminal", ".json": "json", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
}  # fmt: skip


def format_of(path: Path | None) -> Format | None:
    """The format that a file's name asks for, or `None`."""
    return _FORMATS.get(path.suffix.lower()) if path else None


@dataclass
class Outputs:
    """What becomes of each briefing of one command line.

    Raises `SettingsError` at once for places that cannot be written and for what cannot be combined, so that no
    time of a model is spent in vain.
    """

    format: Format
    several: bool
    output: Path | None = None
    save: Path | None = None
    sources: Sequence[str] = ()
    """The files with the articles; they are never written to."""
    _taken: set[str] = field(default_factory=set)
    _shown: int = 0

    def __post_init__(self) -> None:
        if self.several and self.output is None and self.format == "html":
            raise SettingsError("Several HTML pages do not fit into one stream.", hint="Name a folder with --output.")
        for folder in self._folders():
            _require_writable(folder)
        if self.output is not None and not self.several and self.output.is_dir():
            raise SettingsError(f"{self.output} is a folder.", hint="Name a file with --output, or use --save.")
        for source in self.sources:
            for path in self._paths(Path(source).stem):
                self._refuse_source(path)

    def deliver(self, briefing: Briefing, article: Article, stem: str) -> list[Path]:
        """Write the briefing's files, then show it; `stem` names the files where there are several articles.

        Returns the files. Raises `SettingsError` where one cannot be written.
        """
        paths = list(self._paths(self._unique(stem)))
        pages = [rendered(briefing, article, _FORMATS[path.suffix.lower()]) for path in paths]
        if self.output is not None:
            pages[0] = rendered(briefing, article, self.format)
        for path, page in zip(paths, pages, strict=True):
            self._refuse_source(path)
            write_whole(path, page)
        if self.output is None:
            self._show(briefing, article)
        return paths

    def _show(self, briefing: Briefing, article: Article) -> None:
        if self.several and self.format == "json":
            show(f"{json.dumps(briefing.model_dump(mode='json'), ensure_ascii=False)}\n")
            return
        if self._shown:
            show("\n---\n\n" if self.format == "markdown" else "\n\n")
        self._shown += 1
        show(rendered(briefing, article, self.format, shown=True))

    def _folders(self) -> Iterator[Path]:
        if self.output is not None:
            yield self.output if self.several else self.output.parent
        if self.save is not None:
            yield self.save

    def _paths(self, stem: str) -> Iterator[Path]:
        """The files of one briefing; that of `output` first."""
        if self.output is not None:
            yield self.output / f"{stem}{SUFFIXES[self.format]}" if self.several else self.output
        if self.save is not None:
            name = stem if self.several else "briefing"
            yield from (self.save / f"{name}{SUFFIXES[saved]}" for saved in SAVED)

    def _unique(self, stem: str) -> str:
        """`stem`, or `stem-2` and so on where another article of this run has that name."""
        name, number = stem, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.casefold())
        return name

    def _refuse_source(self, path: Path) -> None:
        if any(path.resolve() == Path(source).resolve() for source in self.sources):
            raise SettingsError(f"{path} holds an article to brief.", hint="Write the briefing somewhere else.")


def plan_outputs(options: BriefOptions, several: bool) -> Outputs:
    """The outputs that the options ask for. Raises `SettingsError` as `Outputs`."""
    output = None if options.output == Path("-") else options.output
    return Outputs(
        format=options.format or (None if several else format_of(output)) or "terminal",
        several=several,
        output=output,
        save=options.save,
        sources=options.files,
    )


def rendered(briefing: Briefing, article: Article, format: Format, *, shown: bool = False) -> str:  # noqa: A002
    """The briefing as text of a format, ended by a line break. `shown`: for the standard output, not a file."""
    if format == "json":
        text = json.dumps(briefing.model_dump(mode="json"), ensure_ascii=False, indent=2)
    elif format == "markdown":
        text = briefing.markdown()
    elif format == "html":
        text = briefing.html(article)
    else:
        from summarizer.rendering.terminal import render_terminal

        looks = looks_of_output() if shown else None
        text = render_terminal(briefing, width=looks.width if looks else None, color=looks.color if looks else False)
    return text if text.endswith("\n") else f"{text}\n"


def write_whole(path: Path, text: str) -> None:
    """Write a file under a temporary name and rename it, so that nobody ever finds half of it.

    Missing folders are made; what is there is replaced; a device or a pipe is written to as it is. Raises
    `SettingsError`.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8")
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{target.name}.{secrets.token_hex(4)}.partial")
        try:
            partial.write_text(text, encoding="utf-8")
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise _cannot_write(path, error.strerror or type(error).__name__) from None


def _require_writable(folder: Path) -> None:
    """Raise `SettingsError` unless files can be made in a folder, which need not exist yet."""
    nearest = folder.resolve()
    while not nearest.exists():
        nearest = nearest.parent
    if not nearest.is_dir():
        raise _cannot_write(folder, f"{nearest} is not a folder")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise _cannot_write(folder, f"no permission to write in {nearest}")


def _cannot_write(path: Path, reason: str) -> SettingsError:
    return SettingsError(f"{path} cannot be written: {reason}.", hint="Choose another place.")
