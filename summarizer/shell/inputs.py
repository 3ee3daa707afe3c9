"""The articles that `summarizer brief` was given: files, JSON Lines with one a line, or the standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from summarizer.article import Article, Metadata, naming
from summarizer.errors import ArticleError
from summarizer.shell.streams import say
from summarizer.sources import MAX_BYTES, file_lines, holds_json_lines

STANDARD_INPUT = "-"


@dataclass(frozen=True)
class Input:
    """One article to brief."""

    name: str
    """What people call it: `a.txt`, `b.jsonl, line 3`."""
    stem: str
    """What its files are named after, without a suffix."""
    read: Callable[[], Article]
    """Reads it. Raises `ArticleError`, which names it."""


@dataclass(frozen=True)
class Typed:
    """What came on the standard input: one article, or the lines of several."""

    article: bytes = b""
    lines: Iterator[tuple[int, bytes]] | None = None


class Inputs:
    """All articles of a command line, each read when its turn comes.

    `known` is what the caller knows of each of them. The standard input's first lines are read at once, for
    only they tell whether it holds several.
    """

    def __init__(self, files: Sequence[str], known: Metadata) -> None:
        self._files = files
        self._known = known
        self._typed = _open_standard_input() if STANDARD_INPUT in files else Typed()

    @property
    def several(self) -> bool:
        """Whether there may be more than one article."""
        return len(self._files) > 1 or self._typed.lines is not None or holds_json_lines(Path(self._files[0]))

    def __iter__(self) -> Iterator[Input]:
        for file in self._files:
            path = Path(file)
            if file == STANDARD_INPUT:
                yield from self._from_standard_input()
            elif holds_json_lines(path):
                yield from self._from_lines(file, path.stem, file_lines(path))
            else:
                yield Input(file, path.stem, partial(Article.from_file, path, **self._known))

    def _from_standard_input(self) -> Iterator[Input]:
        name, stem = "standard input", "briefing"
        if self._typed.lines is not None:
            yield from self._from_lines(name, stem, self._typed.lines)
        else:
            yield Input(name, stem, partial(Article.from_bytes, self._typed.article, name=name, **self._known))

    def _from_lines(self, file: str, stem: str, lines: Iterable[tuple[int, bytes]]) -> Iterator[Input]:
        try:
            for number, line in lines:
                name = f"{file}, line {number}"
                yield Input(name, f"{stem}-{number}", partial(self._line, name, line))
        except ArticleError as error:
            # The file itself cannot be read (on): told where its articles would have been.
            yield Input(file, stem, partial(_raise, error))

    def _line(self, name: str, line: bytes) -> Article:
        with naming(name):
            return Article.from_json(line, **self._known)


def _open_standard_input() -> Typed:
    if sys.stdin.isatty():
        say("Reading the article from the terminal; end it with Ctrl-D on a line of its own.")
    stream = sys.stdin.buffer
    first = stream.readline(MAX_BYTES + 1)
    if not _is_object(first):
        return Typed(first + stream.read(MAX_BYTES + 1 - len(first)))
    following = iter(partial(stream.readline, MAX_BYTES + 1), b"")
    lines = ((number, line) for number, line in enumerate(following, start=2) if line.strip())
    second = next(lines, None)
    return Typed(first) if second is None else Typed(lines=chain([(1, first), second], lines))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _raise(error: ArticleError) -> Article:
    raise error
