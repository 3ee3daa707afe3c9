"""Which calls are in which batch at the provider: noted before anything is sent, so that no kill makes one asked twice.

An upload is `begun` with its calls before its file goes out, `uploaded` once the provider has the file, `created` once
it has the batch, and `settled` once every answer is in the journal.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

State = Literal["begun", "uploaded", "created", "settled"]
_TABLES = """
CREATE TABLE IF NOT EXISTS upload (
    name TEXT PRIMARY KEY, begun REAL NOT NULL, state TEXT NOT NULL, file TEXT, batch TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS upload_call (
    id TEXT PRIMARY KEY, upload TEXT NOT NULL, sha256 TEXT NOT NULL, call TEXT NOT NULL, status INTEGER, body BLOB
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS calls_of_upload ON upload_call (upload);
CREATE INDEX IF NOT EXISTS calls_of_article ON upload_call (sha256);
"""


@dataclass(frozen=True)
class Noted:
    """A call as the journal knows it."""

    sha256: str
    """Of the text of the article that it is about."""
    call: str
    """What it is known by within the article (`remembering.Calls`)."""

    @property
    def id(self) -> str:
        """What it is known by at the provider."""
        return hashlib.sha256(f"{self.sha256} {self.call}".encode()).hexdigest()


@dataclass(frozen=True)
class Told:
    """What came of a call."""

    status: int
    """HTTP's."""
    body: bytes
    """JSON."""


@dataclass(frozen=True)
class Upload:
    """A file of calls, and the batch that was made of it."""

    name: str
    """What we call it; the provider is told it as metadata of the batch."""
    begun: float
    """When, in seconds since 1970."""
    file: str | None = None
    """The file, as the provider names it; `None` before it is known to be there."""
    batch: str | None = None
    """The batch, likewise."""


class Uploads:
    """The part of a journal that knows of batches at a provider."""

    def __init__(self, table: sqlite3.Connection) -> None:
        """`table` is the journal's, with every statement a transaction of its own unless one is begun."""
        self._table = table
        table.executescript(_TABLES)

    def begin(self, upload: Upload, calls: Iterable[Noted]) -> None:
        """Note what is about to be sent."""
        with self._table:
            self._table.execute("BEGIN IMMEDIATE")
            self._table.execute("INSERT INTO upload VALUES (?, ?, 'begun', NULL, NULL)", (upload.name, upload.begun))
            self._table.executemany(
                "INSERT OR REPLACE INTO upload_call VALUES (?, ?, ?, ?, NULL, NULL)",
                ((one.id, upload.name, one.sha256, one.call) for one in calls),
            )

    def has_file(self, name: str, file: str) -> None:
        """Note that the provider has its file."""
        self._table.execute("UPDATE upload SET state = 'uploaded', file = ? WHERE name = ?", (file, name))

    def has_batch(self, name: str, batch: str) -> None:
        """Note that the provider has its batch."""
        self._table.execute("UPDATE upload SET state = 'created', batch = ? WHERE name = ?", (batch, name))

    def open(self) -> list[Upload]:
        """The uploads that are not settled, the oldest first."""
        rows = self._table.execute(
            "SELECT name, begun, file, batch FROM upload WHERE state != 'settled' ORDER BY begun, name"
        )
        return [Upload(*row) for row in rows]

    def calls_of(self, name: str) -> dict[str, Noted]:
        """The calls of an upload that have no answer yet, by what the provider knows them by."""
        rows = self._table.execute(
            "SELECT id, sha256, call FROM upload_call WHERE upload = ? AND status IS NULL", (name,)
        )
        return {name: Noted(sha256, call) for name, sha256, call in rows}

    def is_under_way(self, call: Noted) -> bool:
        """Whether the call is in an upload that is not settled, and has no answer yet."""
        return self._row(call) == (None, None)

    def answer(self, call: Noted) -> Told | None:
        """What came of a call that did not succeed; the journal's answers are of those that did."""
        status, body = self._row(call) or (None, None)
        return Told(status, body) if status is not None and body is not None else None

    def _row(self, call: Noted) -> tuple[int | None, bytes | None] | None:
        found: tuple[int | None, bytes | None] | None = self._table.execute(
            "SELECT status, body FROM upload_call WHERE id = ?", (call.id,)
        ).fetchone()
        return found

    def keep(self, call: Noted, told: Told) -> None:
        """Keep what came of a call until its article is settled: asked again, it is to fare as before."""
        self._table.execute(
            "UPDATE upload_call SET status = ?, body = ? WHERE id = ?", (told.status, told.body, call.id)
        )

    def drop(self, call: Noted) -> None:
        """A call has its answer, or may be sent again."""
        self._table.execute("DELETE FROM upload_call WHERE id = ?", (call.id,))

    def settle(self, name: str) -> None:
        """Note that nothing more comes of an upload; calls of it without an answer may be sent again."""
        with self._table:
            self._table.execute("BEGIN IMMEDIATE")
            self._table.execute("DELETE FROM upload_call WHERE upload = ? AND status IS NULL", (name,))
            self._table.execute("UPDATE upload SET state = 'settled' WHERE name = ?", (name,))

    def forget(self, sha256: str) -> None:
        """Forget how the calls of an article fared."""
        self._table.execute("DELETE FROM upload_call WHERE sha256 = ? AND status IS NOT NULL", (sha256,))
