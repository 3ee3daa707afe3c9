"""What became of each article of a batch, in one SQLite file beside the output; what is in it survives `kill -9`.

An article is `begun` before its model is asked, and `done` in one transaction with its briefing. The answers that a
model gave for an article that is not done are kept, so that no call is paid twice. Briefings stay until the output
file has them for certain; only then they leave the journal, which so stays small.

A corpus may change between two runs. Each run notes the sources that it sees; those that a whole run did not see are
forgotten at its end, so that what is told of the corpus is told of the corpus that there is.
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
VERSION = "2"
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
    name TEXT PRIMARY KEY, sha256 TEXT, error TEXT, run INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS texts ON source (sha256);
CREATE VIEW IF NOT EXISTS current AS
    SELECT * FROM article WHERE EXISTS (SELECT 1 FROM source WHERE source.sha256 = article.sha256);
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

    def __init__(self, file: Path, wishes: Mapping[str, object] | None) -> None:
        """Open or begin it. `wishes` is what all its briefings are made with; `None` where none is to be made.

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
                self._wishes = None if wishes is None else _told({"version": VERSION, **wishes})
                self._kept = False
                self._check_wishes()
                self._run = 1 + int(self._table.execute("SELECT COALESCE(MAX(run), 0) FROM source").fetchone()[0])
            except Timeout:
                raise SettingsError(f"Another process works on {file}.", hint="Wait, or write elsewhere.") from None
            except (OSError, sqlite3.Error) as error:
                raise SettingsError(f"The journal {file} cannot be used: {error}.", hint="Write elsewhere.") from None
            self._opened = opened.pop_all()

    def _check_wishes(self) -> None:
        told = self._wishes or {}
        known = dict(self._table.execute("SELECT name, value FROM batch WHERE name != 'written'").fetchall())
        for name in sorted({*told, *known}) if known and told else ():
            if known.get(name) != told.get(name):
                raise SettingsError(
                    f"This batch was begun with {name} {known.get(name, 'unset')}, not {told.get(name, 'unset')}.",
                    hint=f"Go on as it was begun, or write elsewhere; {self._file} is what knows of it.",
                )

    def _keep_wishes(self, table: sqlite3.Connection) -> None:
        # Once there is an answer: a model that there is not, or a wrong address, begins no batch.
        if not self._kept:
            table.executemany("INSERT OR IGNORE INTO batch VALUES (?, ?)", (self._wishes or {}).items())
            self._kept = True

    def close(self) -> None:
        """Let another process have it."""
        self._opened.close()

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        try:
            self._table.execute("BEGIN IMMEDIATE")
            try:
                yield self._table
            except BaseException:
                self._table.execute("ROLLBACK")
                raise
            self._table.execute("COMMIT")
        except sqlite3.Error as error:
            raise SettingsError(
                f"The journal {self._file} cannot be written: {error}.",
                hint="Make room for it, and give the same command again: what is done stays done.",
            ) from None

    def known(self, sha256: str) -> State | None:
        """What became of a text so far."""
        found = self._table.execute("SELECT state FROM article WHERE sha256 = ?", (sha256,)).fetchone()
        return found[0] if found else None

    def begin(self, source: str, sha256: str) -> tuple[int, float]:
        """Note that an article is about to be briefed.

        Where it failed before because of what the model answered, it is asked anew. Else its answers are used again,
        and what they took counts with the next try: gives these tokens and US dollars, which are counted no more.
        """
        with self._change() as table:
            row = table.execute("SELECT error, tokens, cost FROM article WHERE sha256 = ?", (sha256,)).fetchone()
            error, *spent = row or (None, 0, 0.0)
            if error is not None and json.loads(error)["code"] in _ANSWERED_BADLY:
                table.execute("DELETE FROM answer WHERE sha256 = ?", (sha256,))
            if table.execute("SELECT 1 FROM answer WHERE sha256 = ?", (sha256,)).fetchone() is None:
                spent = [0, 0.0]
            self._see(table, source, sha256, None)
            table.execute(
                "INSERT INTO article (sha256, source, state) VALUES (?, ?, 'begun') ON CONFLICT (sha256) DO UPDATE "
                "SET source = excluded.source, state = 'begun', error = NULL, tokens = tokens - ?, cost = cost - ?",
                (sha256, source, *spent),
            )
        return int(spent[0]), float(spent[1])

    def note(self, source: str, sha256: str) -> bool:
        """Note a source whose text is known; whether it is the one that the text is of, and no other has it before."""
        with self._change() as table:
            self._see(table, source, sha256, None)
            first = table.execute(
                "SELECT s.name FROM article a JOIN source s ON s.name = a.source AND s.sha256 = a.sha256 "
                "AND s.run = ? WHERE a.sha256 = ?", (self._run, sha256)
            ).fetchone()  # fmt: skip
            if first is None:
                # The one that had it is gone, or has another text now.
                table.execute("UPDATE article SET source = ? WHERE sha256 = ?", (source, sha256))
        return first is None or first[0] == source

    def unreadable(self, source: str, error: SummarizerError) -> None:
        """Note a source that could not be read."""
        with self._change() as table:
            self._see(table, source, None, _written(source, error))

    def _see(self, table: sqlite3.Connection, source: str, sha256: str | None, error: str | None) -> None:
        table.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?)", (source, sha256, error, self._run))

    def forget_unseen(self) -> int:
        """Forget the sources that this run, which saw the whole corpus, did not see; how many briefings have none."""
        with self._change() as table:
            table.execute("DELETE FROM source WHERE run < ?", (self._run,))
            return int(table.execute(
                "SELECT (SELECT COUNT(*) FROM article WHERE state = 'done') - "
                "(SELECT COUNT(*) FROM current WHERE state = 'done')"
            ).fetchone()[0])  # fmt: skip

    def finish(self, sha256: str, briefing: Briefing) -> bytes:
        """Note a briefing; the line of it that the output is to have."""
        line = briefing.model_dump_json().encode() + b"\n"
        spent = spent_by(briefing.provenance.attempts)
        with self._change() as table:
            self._keep_wishes(table)
            table.execute(
                "UPDATE article SET state = 'done', error = NULL, briefing = ?, tokens = tokens + ?, cost = cost + ? "
                "WHERE sha256 = ?",
                (line, *spent, sha256),
            )
            table.execute("DELETE FROM answer WHERE sha256 = ?", (sha256,))
        return line

    def fail(self, source: str, sha256: str, error: SummarizerError) -> None:
        """Note that an article failed; the answers that it had are kept for another try."""
        with self._change() as table:
            table.execute(
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
        with self._change() as table:
            self._keep_wishes(table)
            table.execute(
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
        """How many articles of the corpus are in a state."""
        return int(self._table.execute(
            "SELECT COUNT(*) FROM current WHERE state = ?", (state,)
        ).fetchone()[0])  # fmt: skip

    def spent(self) -> tuple[int, float]:
        """Tokens and US dollars that its articles took so far."""
        row = self._table.execute("SELECT COALESCE(SUM(tokens), 0), COALESCE(SUM(cost), 0) FROM article").fetchone()
        return int(row[0]), float(row[1])

    def faults(self) -> Iterator[Fault]:
        """The sources without a briefing, and why, by name."""
        rows = self._table.execute(
            "SELECT error FROM current WHERE state = 'failed' UNION ALL "
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


def _told(wishes: Mapping[str, object]) -> Mapping[str, str]:
    return {name: json.dumps(value, sort_keys=True, default=str) for name, value in wishes.items()}


def spent_by(attempts: Sequence[Attempt]) -> tuple[int, float]:
    """Tokens, read and written, and US dollars of calls."""
    tokens = sum(one.input_tokens + one.output_tokens for one in attempts)
    return tokens, sum(one.cost_usd or 0.0 for one in attempts)


def _written(source: str, error: SummarizerError) -> str:
    told = {"source": source, "code": error.code, "message": error.message, "hint": error.hint}
    return json.dumps(told, ensure_ascii=False)
