"""What a batch reads: a folder of articles, JSON Lines, or Parquet; one after the other, never all in memory."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Never

from summarizer.article import Article, naming
from summarizer.batch.parquet import is_parquet, require_pyarrow
from summarizer.errors import ArticleError, SettingsError, SourceNotFoundError, UnreadableSourceError
from summarizer.reading.encoding import decode
from summarizer.sources import file_bytes, file_lines, holds_json_lines, not_read, printable

READ = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".json"})
"""Suffixes of files in a folder that are articles; JSON Lines and Parquet in it hold many."""
COLUMNS = ("text", "html", "title", "outlet", "url", "published", "language")
"""What of a Parquet file is read: the keys that `Article.from_json` knows."""
ROWS = 64
"""Rows of a Parquet file that are read at once."""

Identity = tuple[int, int]
"""Device and inode: what makes two paths one folder."""


@dataclass(frozen=True)
class Given:
    """One article of a corpus, not yet read."""

    source: str
    """What people call it: `2025/a.txt`, `b.jsonl, line 3`. No two of a corpus have one name."""
    read: Callable[[], Article]
    """Reads it. Raises `ArticleError`."""


def open_corpus(path: Path, leave_out: Collection[Path] = ()) -> Iterator[Given]:
    """The articles of a folder (its folders too), of JSON Lines, or of Parquet, in a fixed order.

    A line or row has `text` or `html`, and where known `title`, `outlet`, `url`, `published`, `language`, as JSON
    has them for `summarizer brief`. Other files of a folder, hidden ones, and those to `leave_out` are not articles.
    What cannot be read is one article whose `read` raises, and what comes behind it is read.

    Raises `SourceNotFoundError` where there is nothing at `path` or it may not be read, `UnreadableSourceError` where
    it is one file and damaged, and `SettingsError` where it is Parquet, which can't be read here.
    """
    try:
        if path.is_dir():
            # Here and not on the way: where the folder itself may not be read, there is no corpus.
            os.scandir(path).close()
            return _of_folder(path, leave_out)
        if not path.exists():
            raise SourceNotFoundError(f"There is no file or folder {printable(path)}.", hint="Check the path.")
        if not _holds_many(path) or not path.is_file():
            raise SourceNotFoundError(
                f"{printable(path)} is no folder, JSON Lines or Parquet.", hint="For one article: summarizer brief."
            )
    except OSError as error:
        raise not_read(path, error) from error
    name = _name_of(path, path.parent)
    articles = _of_file(path, name)
    return chain([first for first in [next(articles, None)] if first], _told(articles, name))


def size_of(path: Path, leave_out: Collection[Path] = ()) -> int:
    """How many articles a corpus has, without reading them: files, lines that are not blank, rows.

    What cannot be read counts as far as it can. Raises nothing: an article is missed where it is read.
    """
    with suppress(OSError):
        if path.is_dir():
            return sum(1 if found.fault else _size_of_file(found.path) for found in _Walk(path, leave_out))
        if path.is_file():
            return _size_of_file(path)
    return 0


def passed_over(path: Path, leave_out: Collection[Path] = ()) -> Counter[str]:
    """How many files of a folder are no articles by their suffix, for each suffix: `.csv`, `.gz`, or none.

    Hidden ones and those to `leave_out` do not count. Raises nothing.
    """
    found = (one.path for one in _Walk(path, leave_out) if not one.fault)
    return Counter(printable(Path(one.suffix.lower())) if one.suffix else "" for one in found if not _is_read(one))


def _holds_many(path: Path) -> bool:
    return holds_json_lines(path) or is_parquet(path)


def _is_read(path: Path) -> bool:
    return _holds_many(path) or path.suffix.lower() in READ


def _size_of_file(path: Path) -> int:
    if not _holds_many(path):
        return int(path.suffix.lower() in READ)
    count = 0
    # Told where the articles are read.
    with suppress(ArticleError, SettingsError):
        if is_parquet(path):
            with _opened_parquet(path) as file:
                return int(file.metadata.num_rows)
        for _ in file_lines(path):
            count += 1
    return count


@dataclass(frozen=True)
class _Found:
    """A file of a folder, of any suffix; or what of it cannot be read, a folder too."""

    path: Path
    fault: ArticleError | None = None
    """Why it cannot be read, where that is known without opening it."""


class _Walk:
    """Finds the files of a folder and of its folders, in the order of their names. Raises nothing.

    One folder at a time is listed, when its turn comes: one of a million files costs a sorted list of their names. A
    link to a folder that is being walked leads in circles and is not followed; others are, one link to each folder.
    """

    def __init__(self, root: Path, leave_out: Collection[Path]) -> None:
        self._root = root
        self._leave_out = frozenset(map(_resolved, leave_out))
        self._followed: set[Identity] = set()

    def __iter__(self) -> Iterator[_Found]:
        return self._files_of(self._root, frozenset())

    def _files_of(self, folder: Path, above: frozenset[Identity]) -> Iterator[_Found]:
        try:
            walked = above | {_identity_of(folder)}
            with os.scandir(folder) as listed:
                entries = sorted((one for one in listed if not one.name.startswith(".")), key=lambda one: one.name)
        except OSError as error:
            yield _Found(folder, not_read(folder, error))
            return
        resolved = _resolved(folder)
        for entry in entries:
            path = folder / entry.name
            if (_resolved(path) if entry.is_symlink() else resolved / entry.name) in self._leave_out:
                continue
            try:
                if not entry.is_dir():
                    yield _Found(path, _irregular(path) if _is_read(path) and not entry.is_file() else None)
                elif self._leads_on(path, entry.is_symlink(), walked):
                    yield from self._files_of(path, walked)
            except OSError as error:
                yield _Found(path, not_read(path, error))

    def _leads_on(self, folder: Path, is_link: bool, walked: frozenset[Identity]) -> bool:
        identity = _identity_of(folder)
        if identity in walked or (is_link and identity in self._followed):
            return False
        if is_link:
            self._followed.add(identity)
        return True


def _resolved(path: Path) -> Path:
    # Unlike `Path.resolve`, this raises nothing where a link leads to itself.
    return Path(os.path.realpath(path))


def _identity_of(folder: Path) -> Identity:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _irregular(path: Path) -> ArticleError:
    """Why what is no file and no folder is not opened: a pipe would never end."""
    if not path.exists():
        return SourceNotFoundError(f"{printable(path)} is a link to what is not there.", hint="Mend the link.")
    return UnreadableSourceError(f"{printable(path)} is no regular file.", hint="Write its articles into a file.")


def _of_folder(root: Path, leave_out: Collection[Path]) -> Iterator[Given]:
    for found in _Walk(root, leave_out):
        name = _name_of(found.path, root)
        if found.fault is not None:
            yield _unreadable(name, found.fault)
        elif _holds_many(found.path):
            yield from _told(_of_file(found.path, name), name)
        elif _is_read(found.path):
            yield Given(name, partial(_of_one, found.path, name))


def _name_of(path: Path, root: Path) -> str:
    """What a file is called. A backslash is doubled, so that it is none of those that stand for a byte."""
    return printable(Path(path.relative_to(root).as_posix().replace("\\", "\\\\")))


def _told(articles: Iterator[Given], name: str) -> Iterator[Given]:
    """The articles of a file, and behind them the file itself where it cannot be read (on)."""
    try:
        yield from articles
    except ArticleError as error:
        yield _unreadable(name, error)
    except SettingsError as error:
        # In a folder, that one kind of file can't be read here holds up no other.
        yield _unreadable(name, UnreadableSourceError(f"{name}: {error.message}", hint=error.hint))


def _unreadable(name: str, error: ArticleError) -> Given:
    return Given(name, partial(_raise, error))


def _raise(error: ArticleError) -> Never:
    raise error


def _of_one(path: Path, name: str) -> Article:
    return Article.from_bytes(file_bytes(path), name=name)


def _of_file(path: Path, name: str) -> Iterator[Given]:
    """The articles of a file of many. Raises `ArticleError` where it breaks off, and as `_opened_parquet`."""
    if is_parquet(path):
        yield from _of_parquet(path, name)
        return
    for number, line in file_lines(path):
        yield Given(f"{name}, line {number}", partial(_of_line, line, f"{name}, line {number}"))


def _of_line(line: bytes, source: str) -> Article:
    with naming(source):
        return Article.from_json(line)


@contextmanager
def _opened_parquet(path: Path) -> Iterator[Any]:
    """A `ParquetFile`. Raises `SettingsError` without pyarrow, and `ArticleError`: it cannot be read (on)."""
    require_pyarrow()
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        # Not by its path, which pyarrow wants to be UTF-8.
        with path.open("rb") as stream, ParquetFile(stream) as file:
            yield file
    except (ArrowException, OSError, ValueError) as error:
        if isinstance(error, OSError) and error.strerror:
            raise not_read(path, error) from error
        raise UnreadableSourceError(
            f"{printable(path)} cannot be read as Parquet: {error}.", hint="Write the file anew."
        ) from error


def _of_parquet(path: Path, name: str) -> Iterator[Given]:
    with _opened_parquet(path) as file:
        columns = _columns_of(file.schema_arrow.names, path)
        number = 0
        for rows in file.iter_batches(batch_size=ROWS, columns=columns):
            for index in range(rows.num_rows):
                number += 1
                yield Given(f"{name}, row {number}", partial(_of_row, rows, index, f"{name}, row {number}"))


def _columns_of(names: list[str], path: Path) -> list[str]:
    """The columns that articles are made of. Raises `UnreadableSourceError` where none has a text, or two one name."""
    for column in COLUMNS:
        if names.count(column) > 1:
            raise UnreadableSourceError(
                f'{printable(path)} has {names.count(column)} columns "{column}".', hint="Name all but one otherwise."
            )
    if "text" not in names and "html" not in names:
        raise UnreadableSourceError(f'{printable(path)} has no column "text".', hint='Name one "text", or "html".')
    return [column for column in COLUMNS if column in names]


def _of_row(rows: Any, index: int, source: str) -> Article:
    with naming(source):
        row = {column: _cell(rows.column(column)[index], column) for column in rows.schema.names}
        # By way of JSON, so that a row is read as a line is: days come as days.
        return Article.from_json(json.dumps(row, default=str))


def _cell(value: Any, column: str) -> object:
    """A value as Python has it. Raises `UnreadableSourceError` where Python has none, or no text for its bytes."""
    try:
        read = value.as_py()
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        # Letters that are no UTF-8, a day after the year 9999, a time zone that nobody knows.
        raise UnreadableSourceError(f'The value of "{column}" cannot be read: {error}.', hint="Correct it.") from error
    # Some write a text as bytes without a word on what they are.
    return decode(read) if isinstance(read, bytes) else read
