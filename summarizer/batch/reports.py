"""What lies beside the output at the end of a run: what failed and why, and what became of each source."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from summarizer.batch.journal import Journal
from summarizer.briefing import Briefing
from summarizer.errors import SettingsError

FAILED = "failed.jsonl"
SOURCES = "sources.jsonl"
ROWS = 1_000
"""Briefings of a Parquet file that are written at once."""


def write_reports(journal: Journal, folder: Path) -> None:
    """Write `failed.jsonl` and `sources.jsonl` as the journal has them now. Raises `SettingsError`."""
    try:
        _write(folder / FAILED, (asdict(fault) for fault in journal.faults()))
        _write(folder / SOURCES, (asdict(outcome) for outcome in journal.outcomes()))
    except OSError as error:
        hint = "Make room, and give the same command again."
        raise SettingsError(f"The reports in {folder} cannot be written: {error.strerror}.", hint=hint) from None


def _write(path: Path, rows: Iterable[object]) -> None:
    part = path.with_name(f"{path.name}.part")
    with part.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    part.replace(path)


def write_parquet(lines: Path, path: Path) -> None:
    """Make a Parquet file of the lines of a finished batch: a few columns to choose by, and each whole briefing."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    words = ("sha256", "title", "outlet", "url", "language", "model", "briefing")
    schema = pa.schema([*((name, pa.string()) for name in words[:5]), ("published", pa.date32()),
                        *((name, pa.string()) for name in words[5:])])  # fmt: skip
    part = path.with_name(f"{path.name}.part")
    with lines.open("rb") as file, ParquetWriter(part, schema) as writer:
        for rows in _batches(file):
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
    part.replace(path)


def _batches(lines: Iterable[bytes]) -> Iterator[list[dict[str, object]]]:
    rows: list[dict[str, object]] = []
    for line in lines:
        briefing = Briefing.from_json(line)
        about = briefing.article
        rows.append(
            {
                "sha256": about.sha256, "title": about.title, "outlet": about.outlet, "url": about.url,
                "published": about.published, "language": about.language, "model": briefing.provenance.model,
                "briefing": line.decode().rstrip("\n"),
            }
        )  # fmt: skip
        if len(rows) == ROWS:
            yield rows
            rows = []
    if rows:
        yield rows
