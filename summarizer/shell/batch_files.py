"""The files that `summarizer batch` writes, and what keeps it from writing over anybody else's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from summarizer.batch.corpus import Given, open_corpus
from summarizer.batch.journal import Journal
from summarizer.batch.parquet import is_parquet, require_pyarrow
from summarizer.batch.reports import FAILED, SOURCES
from summarizer.errors import SettingsError
from summarizer.shell.batch_options import BatchOptions

JOURNAL = ".journal"
"""What the journal's name has behind that of the output."""


@dataclass(frozen=True)
class OwnFiles:
    """What a batch writes."""

    output: Path
    """The briefings."""
    lines: Path
    """The output, or what becomes Parquet in the end."""
    journal: Path
    """What is done, under way and failed."""
    reports: tuple[Path, ...]
    """What is told of the corpus."""

    def all_of_them(self) -> frozenset[Path]:
        """Every one, as a corpus would have them."""
        beside = [self.journal.with_name(f"{self.journal.name}{more}") for more in ("", "-wal", "-shm", ".lock")]
        return frozenset(path.resolve() for path in (self.output, self.lines, *beside, *self.reports))


def own_files(output: Path) -> OwnFiles:
    """What a batch with this output writes."""
    lines = output.with_name(f"{output.name}.lines") if is_parquet(output) else output
    reports = (output.with_name(FAILED), output.with_name(SOURCES))
    return OwnFiles(output, lines, output.with_name(f"{output.name}{JOURNAL}"), reports)


def corpus_of(options: BatchOptions) -> Iterator[Given]:
    """The articles, without what the batch itself writes among them. Raises as `open_corpus`."""
    return open_corpus(options.corpus, own_files(options.output).all_of_them())


def check_output(options: BatchOptions, own: OwnFiles) -> None:
    """Raise `SettingsError` where the output can't be written, or a file would be lost by it."""
    output = options.output
    if not is_parquet(output) and output.suffix.lower() not in (".jsonl", ".ndjson"):
        raise SettingsError(f"{output} is neither .jsonl nor .parquet.", hint="Name one with --output.")
    if is_parquet(output):
        # Told before anything is paid.
        require_pyarrow()
    if options.corpus.resolve() in own.all_of_them():
        raise SettingsError(
            f"{options.corpus} would be overwritten: a batch writes {output.name}, {FAILED} and {SOURCES}.",
            hint="Write to a folder of its own, with --output.",
        )
    others = [one for one in output.parent.glob(f"*{JOURNAL}") if one.name != own.journal.name]
    if others:
        raise SettingsError(
            f"{output.parent} has the batch of {others[0]} already, and {FAILED} can be of one only.",
            hint="Write to a folder of its own.",
        )
    there = [path for path in (own.output, own.lines, *own.reports) if path.exists()]
    if there and not own.journal.exists():
        raise SettingsError(
            f"{there[0]} is there, and is of no batch that has its journal here.",
            hint="Take it away to begin anew, or write elsewhere.",
        )


@contextmanager
def journal_to_look_at(file: Path) -> Iterator[Journal]:
    """A copy of a batch's journal, or an empty one: to look at it begins no batch, and disturbs none."""
    with TemporaryDirectory() as folder:
        copy = Path(folder, "journal")
        if file.exists():
            with (
                closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as known,
                closing(sqlite3.connect(copy)) as copied,
            ):
                known.backup(copied)
        with closing(Journal(copy, None)) as journal:
            yield journal
