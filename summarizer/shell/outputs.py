"""Where briefings go: shown on the standard output, or written to files whole or not at all."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

from summarizer.article import Article
from summarizer.briefing import Briefing
from summarizer.errors import SettingsError
from summarizer.shell.options import BriefOptions, Format
from summarizer.shell.streams import PLAIN, Looks, looks_of_output, show

_SUFFIXES: dict[Format, str] = {"terminal": ".txt", "json": ".json", "markdown": ".md", "html": ".html"}
"""What the file of each format ends with."""
_SAVED: tuple[Format, ...] = ("json", "markdown", "html")
"""The formats that `--save` writes."""
_FORMATS: dict[str, Format] = {
    ".txt": "terminal", ".json": "json", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
}  # fmt: skip


class Outputs:
    """What becomes of each briefing of one command line.

    Raises `SettingsError` at once for places that cannot be written and for what does not go together, so that
    no model works in vain.
    """

    def __init__(self, options: BriefOptions, *, several: bool) -> None:
        self._several = several
        self._output = None if options.output == Path("-") else options.output
        self._save = options.save
        self._format: Format = options.format or (None if several else format_of(self._output)) or "terminal"
        self._sources = [Path(file).resolve() for file in options.files]
        self._stems: set[str] = set()
        self._shown = 0
        if several:
            self._require_room_for_several()
        elif self._output is not None and self._output.is_dir():
            raise SettingsError(f"{self._output} is a folder.", hint="Name a file with --output, or use --save.")
        for folder in self._folders():
            require_writable(folder)
        for file in options.files:
            for path, _ in self._files(Path(file).stem):
                self._refuse_source(path)

    def deliver(self, briefing: Briefing, article: Article, stem: str) -> list[Path]:
        """Write the briefing's files, then show it; `stem` names the files where there are several articles.

        Returns the files. Raises `SettingsError` where one cannot be written.
        """
        files = self._files(self._unique(stem))
        for path, form in files:
            self._refuse_source(path)
            write_whole(path, rendered(briefing, article, form))
        if self._output is None:
            self._show(briefing, article)
        return [path for path, _ in files]

    def _show(self, briefing: Briefing, article: Article) -> None:
        if self._several and self._format == "json":
            show(f"{json.dumps(briefing.model_dump(mode='json'), ensure_ascii=False)}\n")
            return
        if self._shown:
            show("\n---\n\n" if self._format == "markdown" else "\n\n")
        self._shown += 1
        show(rendered(briefing, article, self._format, looks=looks_of_output()))

    def _folders(self) -> list[Path]:
        output = self._output if self._several or self._output is None else self._output.parent
        return [folder for folder in (output, self._save) if folder is not None]

    def _files(self, stem: str) -> list[tuple[Path, Format]]:
        """The files of one briefing and their formats."""
        files: list[tuple[Path, Format]] = []
        if self._output is not None:
            path = self._output / f"{stem}{_SUFFIXES[self._format]}" if self._several else self._output
            files.append((path, self._format))
        if self._save is not None:
            name = stem if self._several else "briefing"
            files += [(self._save / f"{name}{_SUFFIXES[form]}", form) for form in _SAVED]
        return files

    def _unique(self, stem: str) -> str:
        """`stem`, or `stem-2` and so on where another article of this run has that name."""
        name, number = stem, 1
        while name.casefold() in self._stems:
            number += 1
            name = f"{stem}-{number}"
        self._stems.add(name.casefold())
        return name

    def _require_room_for_several(self) -> None:
        if self._output is None:
            if self._format == "html":
                raise SettingsError("Several HTML pages do not fit into one stream.", hint="Name a folder: --output.")
        elif not self._output.is_dir() and (format_of(self._output) or self._output.is_file()):
            raise SettingsError(
                f"{self._output} is one file, and there are several articles.",
                hint="Name a folder with --output, or write JSON Lines with --format json.",
            )

    def _refuse_source(self, path: Path) -> None:
        if path.resolve() in self._sources:
            raise SettingsError(f"{path} holds an article to brief.", hint="Write the briefing somewhere else.")


def format_of(path: Path | None) -> Format | None:
    """The format that a file's suffix tells; `None` where it tells none."""
    return _FORMATS.get(path.suffix.lower()) if path else None


def rendered(
    briefing: Briefing,
    article: Article,
    form: Format,
    *,
    looks: Looks = PLAIN,
) -> str:
    """The briefing as text of a format, ended by a line break."""
    if form == "json":
        text = json.dumps(briefing.model_dump(mode="json"), ensure_ascii=False, indent=2)
    elif form == "markdown":
        text = briefing.markdown()
    elif form == "html":
        text = briefing.html(article)
    else:
        from summarizer.rendering.terminal import render_terminal

        text = render_terminal(briefing, width=looks.width, color=looks.color)
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
        partial = target.with_name(f".{secrets.token_hex(8)}.partial")
        try:
            partial.write_text(text, encoding="utf-8", newline="\n")
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise _cannot_write(path, error.strerror or type(error).__name__) from None


def require_writable(folder: Path) -> None:
    """Raise `SettingsError` unless files can be made in a folder, which need not exist yet."""
    try:
        nearest = folder.resolve()
        while not nearest.exists():
            nearest = nearest.parent
        if not nearest.is_dir():
            raise _cannot_write(folder, f"{nearest} is not a folder")
        if not os.access(nearest, os.W_OK | os.X_OK):
            raise _cannot_write(folder, f"{nearest} may not be written")
    except OSError as error:
        raise _cannot_write(folder, error.strerror or type(error).__name__) from None


def _cannot_write(path: Path, reason: str) -> SettingsError:
    return SettingsError(f"{path} cannot be written: {reason}.", hint="Choose another place.")
