"""What became of each article of a batch, in one SQLite file beside the output; what is in it survives `kill -9`.

An article is `begun` before its model is asked, and `done` in one transaction with its briefing. The answers that a
model gave for an article that is not done are kept, so that no call is paid twice. Briefings stay until the output
file has them for certain; only then they leave the journal, which so stays small.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from summarizer.batch.uploads import Uploads
from summarizer.briefing import Attempt, Briefing
from summarizer.errors import (
    AnswerInvalidError,
    AnswerTruncatedError,
    ModelRefusedError,
    SettingsError,
    SummarizerError,
)

State = Literal["begun", "done", "failed"]
VERSION = "1"
_ANSWERED_BADLY = frozenset({AnswerInvalidError.code, AnswerTruncatedError.code, ModelRefusedError.code})
"""Errors that the same answers would lead to again."""
_TABLES = """
CREATE TABLE IF NOT EXISTS batch (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS article (
    sha256 TEXT PRIMARY KEY, source TEXT NOT NULL, state TEXT NOT NULL, error TEXT, briefing BLOB,
    tokens INTEGER NOT NULL DEFAULT 0, cost REAL NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS unwritten ON article (sha256) WHERE briefing IS NOT NULL;
CREATE INDEX IF NOT EXISTS states ON article (state);
CREATE TABLE IF NOT EXISTS source (
    name TEXT PRIMARY KEY, sha256 TEXT, error TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answer (
    sha256 TEXT NOT NULL, call TEXT NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (sha256, call)
) WITHOUT ROWID;
"""


@dataclass(frozen=True)
class Fault:
    """Why there is no briefing."""

    source: str
    """The article's name in the corpus."""
    code: str
    """The error's code."""
    message: str
    """What happened."""
    hint: str | None = None
    """What can be done."""


@dataclass(frozen=True)
class Outcome:
    """What became of one source of the corpus."""

    source: str
    """Its name."""
    sha256: str | None
    """SHA-256 of its text; `None` where it could not be read."""
    outcome: Literal["briefed", "duplicate", "failed", "unreadable", "open"]
    """What became of it; `duplicate` where another source has the same text, `open` where nothing did yet."""
    duplicate_of: str | None = None
    """The source that was briefed in its place."""


class Journal:
    """The state of one batch. One process at a time."""

    def __init__(self, file: Path, wishes: Mapping[str, object]) -> None:
        """Open or begin it. `wishes` is what all its briefings are made with.

        Raises `SettingsError` where it cannot be had, another process has it, or it was begun with other wishes.
        """
        self._file = file
        self._lock = FileLock(f"{file}.lock", timeout=0)
        with ExitStack() as opened:
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                self._lock.acquire()
                opened.callback(self._lock.release)
                self._table = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
                opened.callback(self._table.close)
                # With a write-ahead log a killed process loses nothing that was committed; a crash of the whole
                # machine may lose the last moments, which are then done again.
                self._table.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + _TABLES)
                self.uploads = Uploads(self._table)
                """Which calls are in which batch at a provider."""
                self._keep_to({"version": VERSION, **wishes})
            except Timeout:
                raise SettingsError(f"Another process works on {file}.", hint="Wait, or write elsewhere.") from None
            except (OSError, sqlite3.Error) as error:
                raise SettingsError(f"The journal {file} cannot be used: {error}.", hint="Write elsewhere.") from None
            self._opened = opened.pop_all()

    def _keep_to(self, wishes: Mapping[str, object]) -> None:
        told = {name: json.dumps(value, sort_keys=True, default=str) for name, value in wishes.items()}
        known = dict(self._table.execute("SELECT name, value FROM batch WHERE name != 'written'").fetchall())
        for name in sorted({*told, *known}) if known else ():
            if known.get(name) != told.get(name):
                raise SettingsError(
                    f"This batch was begun with {name} {known.get(name, 'unset')}, not {told.get(name, 'unset')}.",
                    hint=f"Go on as it was begun, or write elsewhere; {self._file} is what knows of it.",
                )
        self._table.executemany("INSERT OR IGNORE INTO batch VALUES (?, ?)", told.items())

    def close(self) -> None:
        """Let another process have it."""
        self._opened.close()

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        self._table.execute("BEGIN IMMEDIATE")
        try:
            yield self._table
        except BaseException:
            self._table.execute("ROLLBACK")
            raise
        self._table.execute("COMMIT")

    def known(self, sha256: str) -> tuple[str | None, State | None]:
        """The first source of a text, and what became of it so far."""
        found = self._table.execute("SELECT source, state FROM article WHERE sha256 = ?", (sha256,)).fetchone()
        return (found[0], found[1]) if found else (None, None)

    def begin(self, source: str, sha256: str) -> None:
        """Note that an article is about to be briefed.

        Where it failed before because of what the model answered, it is asked anew.
        """
        with self._change() as table:
            row = table.execute("SELECT error FROM article WHERE sha256 = ?", (sha256,)).fetchone()
            if row is not None and row[0] is not None and json.loads(row[0])["code"] in _ANSWERED_BADLY:
                table.execute("DELETE FROM answer WHERE sha256 = ?", (sha256,))
            table.execute("INSERT OR REPLACE INTO source VALUES (?, ?, NULL)", (source, sha256))
            table.execute(
                "INSERT INTO article (sha256, source, state) VALUES (?, ?, 'begun') "
                "ON CONFLICT (sha256) DO UPDATE SET state = 'begun', error = NULL",
                (sha256, source),
            )

    def note(self, source: str, sha256: str) -> None:
        """Note a source whose text is known already."""
        self._table.execute("INSERT OR REPLACE INTO source VALUES (?, ?, NULL)", (source, sha256))

    def unreadable(self, source: str, error: SummarizerError) -> None:
        """Note a source that could not be read."""
        self._table.execute("INSERT OR REPLACE INTO source VALUES (?, NULL, ?)", (source, _written(source, error)))

    def finish(self, sha256: str, briefing: Briefing) -> bytes:
        """Note a briefing; the line of it that the output is to have."""
        line = briefing.model_dump_json().encode() + b"\n"
        spent = spent_by(briefing.provenance.attempts)
        with self._change() as table:
            table.execute(
                "UPDATE article SET state = 'done', error = NULL, briefing = ?, tokens = tokens + ?, cost = cost + ? "
                "WHERE sha256 = ?",
                (line, *spent, sha256),
            )
            table.execute("DELETE FROM answer WHERE sha256 = ?", (sha256,))
        return line

    def fail(self, source: str, sha256: str, error: SummarizerError) -> None:
        """Note that an article failed; the answers that it had are kept for another try."""
        self._table.execute(
            "UPDATE article SET state = 'failed', error = ?, tokens = tokens + ?, cost = cost + ? WHERE sha256 = ?",
            (_written(source, error), *spent_by(error.attempts), sha256),
        )

    def answer(self, sha256: str, call: str) -> tuple[dict[str, str], bytes] | None:
        """Headers and body of what an endpoint answered to a call."""
        found = self._table.execute(
            "SELECT headers, body FROM answer WHERE sha256 = ? AND call = ?", (sha256, call)
        ).fetchone()
        return (json.loads(found[0]), bytes(found[1])) if found else None

    def remember(self, sha256: str, call: str, headers: Mapping[str, str], body: bytes) -> None:
        """Keep what an endpoint answered until the article is done."""
        self._table.execute(
            "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)", (sha256, call, json.dumps(dict(headers)), body)
        )

    def unwritten(self) -> Iterator[tuple[str, bytes]]:
        """The texts and lines that the output may not have."""
        last = ""
        while rows := self._table.execute(
            "SELECT sha256, briefing FROM article WHERE briefing IS NOT NULL AND sha256 > ? ORDER BY sha256 LIMIT 100",
            (last,),
        ).fetchall():
            yield from ((sha256, bytes(line)) for sha256, line in rows)
            last = rows[-1][0]

    @property
    def written(self) -> int:
        """How many bytes of the output are there for certain."""
        found = self._table.execute("SELECT value FROM batch WHERE name = 'written'").fetchone()
        return int(found[0]) if found else 0

    def has_written(self, size: int, lines: Iterable[str]) -> None:
        """Note that the output has so many bytes for certain, and with them the lines of these texts."""
        with self._change() as table:
            table.execute("INSERT OR REPLACE INTO batch VALUES ('written', ?)", (str(size),))
            table.executemany("UPDATE article SET briefing = NULL WHERE sha256 = ?", ((one,) for one in lines))

    def count(self, state: State) -> int:
        """How many articles are in a state."""
        return int(self._table.execute("SELECT COUNT(*) FROM article WHERE state = ?", (state,)).fetchone()[0])

    def spent(self) -> tuple[int, float]:
        """Tokens and US dollars that its articles took so far."""
        row = self._table.execute("SELECT COALESCE(SUM(tokens), 0), COALESCE(SUM(cost), 0) FROM article").fetchone()
        return int(row[0]), float(row[1])

    def faults(self) -> Iterator[Fault]:
        """The sources without a briefing, and why, by name."""
        rows = self._table.execute(
            "SELECT error FROM article WHERE state = 'failed' UNION ALL "
            "SELECT error FROM source WHERE error IS NOT NULL ORDER BY 1"
        )
        yield from (Fault(**json.loads(error)) for (error,) in rows)

    def outcomes(self) -> Iterator[Outcome]:
        """What became of every source, by name."""
        rows = self._table.execute(
            "SELECT s.name, s.sha256, a.source, a.state FROM source s LEFT JOIN article a ON a.sha256 = s.sha256 "
            "ORDER BY s.name"
        )
        for name, sha256, first, state in rows:
            if sha256 is None:
                yield Outcome(name, None, "unreadable")
            elif first != name:
                yield Outcome(name, sha256, "duplicate", first)
            else:
                yield Outcome(name, sha256, {"done": "briefed", "failed": "failed"}.get(state, "open"))  # type: ignore[arg-type]


def spent_by(attempts: Sequence[Attempt]) -> tuple[int, float]:
    """Tokens, read and written, and US dollars of calls."""
    tokens = sum(one.input_tokens + one.output_tokens for one in attempts)
    return tokens, sum(one.cost_usd or 0.0 for one in attempts)


def _written(source: str, error: SummarizerError) -> str:
    told = {"source": source, "code": error.code, "message": error.message, "hint": error.hint}
    return json.dumps(told, ensure_ascii=False)
