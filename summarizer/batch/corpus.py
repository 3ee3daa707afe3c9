"""What a batch reads: a folder of articles, JSON Lines, or Parquet; one after the other, never all in memory."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from summarizer.article import Article, naming
from summarizer.errors import SettingsError, SourceNotFoundError
from summarizer.sources import file_lines, holds_json_lines

PARQUET = ".parquet"
READ = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".json"})
"""Suffixes of files in a folder that are articles; JSON Lines and Parquet in it hold many."""
ROWS = 64
"""Rows of a Parquet file that are read at once."""


@dataclass(frozen=True)
class Given:
    """One article of a corpus, not yet read."""

    source: str
    """What people call it: `2025/a.txt`, `b.jsonl, line 3`. No two of a corpus have one name."""
    read: Callable[[], Article]
    """Reads it. Raises `ArticleError`."""


def open_corpus(path: Path) -> Iterator[Given]:
    """The articles of a folder (its folders too), of JSON Lines, or of Parquet, in a fixed order.

    A line or row has `text` or `html`, and where known `title`, `outlet`, `url`, `published`, `language`, as JSON
    has them for `summarizer brief`. Other files of a folder, and hidden ones, are not articles. Raises
    `SourceNotFoundError` where there is nothing at `path`, and `SettingsError` where Parquet can't be read here.
    """
    if path.is_dir():
        return _of_folder(path, path)
    if not path.exists():
        raise SourceNotFoundError(f"There is no file or folder {path}.", hint="Check the path.")
    if not _holds_many(path):
        raise SourceNotFoundError(
            f"{path} is no folder, JSON Lines or Parquet.", hint="For one article: summarizer brief."
        )
    return _of_file(path, path.name)


def size_of(path: Path) -> int:
    """How many articles a corpus has, without reading them: files, lines that are not blank, rows."""
    if path.is_dir():
        found = [
            one for one in path.rglob("*") if not any(part.startswith(".") for part in one.relative_to(path).parts)
        ]
        many = [one for one in found if _holds_many(one) and one.is_file()]
        single = sum(1 for one in found if one.suffix.lower() in READ and one.is_file())
        return single + sum(size_of(one) for one in many)
    if path.suffix.lower() == PARQUET:
        return _rows_of(path)
    with path.open("rb") as file:
        return sum(1 for line in file if line.strip())


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _rows_of(path: Path) -> int:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import read_metadata

        return int(read_metadata(path).num_rows)
    except (ImportError, ArrowException, OSError):
        # Told where the rows are read.
        return 0


def _holds_many(path: Path) -> bool:
    return holds_json_lines(path) or path.suffix.lower() == PARQUET


def _of_folder(folder: Path, root: Path) -> Iterator[Given]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _of_folder(path, root)
        elif _holds_many(path):
            yield from _of_file(path, str(path.relative_to(root)))
        elif path.suffix.lower() in READ:
            yield Given(str(path.relative_to(root)), partial(Article.from_file, path))


def _of_file(path: Path, name: str) -> Iterator[Given]:
    if path.suffix.lower() == PARQUET:
        yield from _of_parquet(path, name)
        return
    for number, line in file_lines(path):
        yield Given(f"{name}, line {number}", partial(_of_line, line, f"{name}, line {number}"))


def _of_line(line: bytes, source: str) -> Article:
    with naming(source):
        return Article.from_json(line)


def _of_parquet(path: Path, name: str) -> Iterator[Given]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise SettingsError("Parquet needs pyarrow.", hint='pip install "summarizer[parquet]"') from None
    try:
        with ParquetFile(path) as file:
            number = 0
            for rows in file.iter_batches(batch_size=ROWS):
                for row in rows.to_pylist():
                    number += 1
                    yield Given(f"{name}, row {number}", partial(_of_row, row, f"{name}, row {number}"))
    except (ArrowException, OSError) as error:
        raise SourceNotFoundError(f"{path} cannot be read: {error}.", hint="Check the file.") from None


def _of_row(row: dict[str, Any], source: str) -> Article:
    # By way of JSON, so that a row is read as a line is: days come as days, and other columns are let be.
    return _of_line(json.dumps(row, default=str).encode(), source)
