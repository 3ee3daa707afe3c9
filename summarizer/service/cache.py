"""Keeps verified briefings: the same article, model, prompts and settings are briefed once.

Nothing that failed is kept, and no article: the key is a hash, the value the briefing's JSON. SQLite by default, safe
with several processes; Redis for several machines. A cache that fails costs a call to the model, never an answer.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import logging
import sqlite3
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from filelock import FileLock

from summarizer.errors import SettingsError
from summarizer.service.logs import LOGGER

if TYPE_CHECKING:
    from redis.asyncio import Redis

    from summarizer.settings import ServiceSettings

Result = TypeVar("Result")

DAY = 86_400.0
PREFIX = "summarizer:briefing:"
"""Before each key in Redis, which others use as well."""
USE_AGAIN = 60.0
"""Seconds after which it is noted once more that a briefing is asked for."""
LOCKED_SECONDS = 1.0
"""Seconds that another process, or Redis, is waited for: a briefing that is not kept costs less than a long wait."""
REST = 5.0
"""Seconds for which a Redis that failed is not asked."""


class Cache(Protocol):
    """Where briefings are kept."""

    async def get(self, key: str) -> bytes | None:
        """The briefing's JSON; `None` where it is not kept."""

    async def put(self, key: str, briefing: bytes) -> None:
        """Keep a briefing."""

    async def close(self) -> None:
        """Let go of files and connections."""


def open_cache(settings: ServiceSettings) -> Cache:
    """The cache that the settings name. Raises `SettingsError` where it cannot be had."""
    if not settings.cache:
        return NoCache()
    if settings.redis_url is not None:
        return RedisCache(settings.redis_url.get_secret_value(), settings.cache_days * DAY)
    return SqliteCache(settings.cache_file, settings.cache_bytes, settings.cache_days * DAY)


def key_of(**parts: object) -> str:
    """One key for everything that the briefing depends on."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


class NoCache:
    """Keeps nothing."""

    async def get(self, key: str) -> bytes | None:
        """Nothing."""

    async def put(self, key: str, briefing: bytes) -> None:
        """Nothing is done."""

    async def close(self) -> None:
        """Nothing is done."""


class SqliteCache:
    """One table in one file. Bounded: what was asked for least lately goes first.

    A file that is damaged is set aside, and a fresh one begun.
    """

    def __init__(self, file: Path, most: int, seconds: float) -> None:
        """`most` is in bytes of the file, `seconds` how long a briefing is kept.

        Raises `SettingsError` where the file cannot be had.
        """
        self._file, self._most, self._seconds = file, most, seconds
        # SQLite's connection stays in the thread that made it, and the event loop is never held up.
        self._thread = ThreadPoolExecutor(1, "cache")
        try:
            self._table = self._thread.submit(_opened, file).result()
        except (OSError, sqlite3.Error) as error:
            self._thread.shutdown()
            raise SettingsError(
                f"The cache {file} cannot be used: {error}.",
                hint="Name another file in SUMMARIZER_CACHE_FILE, or set SUMMARIZER_CACHE=0.",
            ) from None

    async def get(self, key: str) -> bytes | None:
        """As `Cache.get`."""
        return await self._safely(lambda: self._get(key))

    async def put(self, key: str, briefing: bytes) -> None:
        """As `Cache.put`."""
        await self._safely(lambda: self._put(key, briefing))

    async def close(self) -> None:
        """As `Cache.close`."""
        await self._safely(lambda: self._table.close())
        self._thread.shutdown()

    async def _safely(self, work: Callable[[], Result]) -> Result | None:
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._thread, work)
        except sqlite3.Error as error:
            _tell(error)
            # A table that is closed could not be begun again before.
            if _is_damaged(error) or isinstance(error, sqlite3.ProgrammingError):
                await loop.run_in_executor(self._thread, self._begin_again)
            return None

    def _begin_again(self) -> None:
        try:
            self._table.close()
            self._table = _opened(self._file, damaged=True)
        except (OSError, sqlite3.Error) as error:
            _tell(error)

    def _get(self, key: str) -> bytes | None:
        now = time.time()
        found = self._table.execute(
            "SELECT briefing, used FROM briefings WHERE key = ? AND made > ?", (key, now - self._seconds)
        ).fetchone()
        if found is None:
            return None
        if now - found[1] > USE_AGAIN:
            # Readers never wait for a writer, but this would: who is asked for often is noted now and then.
            with contextlib.suppress(sqlite3.OperationalError):
                self._table.execute("UPDATE briefings SET used = ? WHERE key = ?", (now, key))
        return bytes(found[0])

    def _put(self, key: str, briefing: bytes) -> None:
        if len(briefing) > self._most:
            return
        now = time.time()
        self._table.execute("BEGIN IMMEDIATE")
        try:
            self._table.execute("REPLACE INTO briefings VALUES (?, ?, ?, ?)", (key, briefing, now, now))
            self._table.execute("DELETE FROM briefings WHERE made <= ?", (now - self._seconds,))
            self._trim()
            self._table.execute("COMMIT")
        except sqlite3.Error:
            if self._table.in_transaction:
                self._table.execute("ROLLBACK")
            raise

    def _trim(self) -> None:
        """Delete what was used least lately until the pages that are in use fit."""
        while (over := self._bytes_in_use() - self._most) > 0:
            oldest = self._table.execute("SELECT key, LENGTH(briefing) FROM briefings ORDER BY used LIMIT 100")
            leaving: list[tuple[str]] = []
            for key, size in oldest:
                leaving.append((key,))
                over -= size
                if over <= 0:
                    break
            if not leaving:
                return
            self._table.executemany("DELETE FROM briefings WHERE key = ?", leaving)

    def _bytes_in_use(self) -> int:
        pages, free, size = (
            int(self._table.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("page_count", "freelist_count", "page_size")
        )
        return (pages - free) * size


def _is_damaged(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _opened(file: Path, *, damaged: bool = False) -> sqlite3.Connection:
    """The table in its file; one that is `damaged`, or proves to be, is set aside."""
    file.parent.mkdir(parents=True, exist_ok=True)
    # One process at a time, so that none sets aside what another has begun afresh.
    with FileLock(f"{file}.lock", timeout=LOCKED_SECONDS, mode=0o600):
        try:
            return _table(file, thorough=damaged)
        except sqlite3.Error as error:
            if not _is_damaged(error):
                raise
        file.replace(f"{file}.damaged")
        for end in ("-wal", "-shm"):
            Path(f"{file}{end}").unlink(missing_ok=True)
        logging.getLogger(LOGGER).warning("the cache is damaged; it is set aside and begun afresh")
        return _table(file)


def _table(file: Path, *, thorough: bool = False) -> sqlite3.Connection:
    # Made by us, so that nobody else can read it at any time; SQLite's own files beside it get the same mode.
    file.touch(mode=0o600)
    file.chmod(0o600)
    table = sqlite3.connect(file, timeout=LOCKED_SECONDS, isolation_level=None)
    try:
        # The file gets smaller where briefings leave it.
        table.execute("PRAGMA auto_vacuum = FULL")
        # Readers and a writer of several processes side by side; a crash loses the last briefings, not the file.
        table.execute("PRAGMA journal_mode = WAL")
        table.execute("PRAGMA synchronous = NORMAL")
        table.execute("PRAGMA journal_size_limit = 1000000")
        table.execute("PRAGMA secure_delete = ON")
        table.execute(
            "CREATE TABLE IF NOT EXISTS briefings "
            "(key TEXT PRIMARY KEY, briefing BLOB NOT NULL, made REAL NOT NULL, used REAL NOT NULL)"
        )
        table.execute("CREATE INDEX IF NOT EXISTS by_use ON briefings (used)")
        table.execute("CREATE INDEX IF NOT EXISTS by_age ON briefings (made)")
        if thorough and table.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise _damage()
    except BaseException:
        table.close()
        raise
    return table


def _damage() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("the file is damaged")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


class RedisCache:
    """Keys with an end of life in a Redis that several replicas share; its own settings bound it."""

    def __init__(self, url: str, seconds: float) -> None:
        """Raises `SettingsError` where the package is missing or the address is none."""
        try:
            from redis.asyncio import Redis
        except ImportError:
            raise SettingsError(
                "SUMMARIZER_REDIS_URL needs a package.", hint='pip install "summarizer[redis]"'
            ) from None
        try:
            self._redis: Redis = Redis.from_url(url, **redis_options())
        except ValueError as error:
            raise SettingsError(f"SUMMARIZER_REDIS_URL cannot be used: {error}.", hint="redis://host:6379/0") from None
        self._seconds = max(1, round(seconds))
        self._rests_until = 0.0

    async def get(self, key: str) -> bytes | None:
        """As `Cache.get`."""
        found = await self._safely(lambda: self._redis.get(PREFIX + key))
        return found if isinstance(found, bytes) else None

    async def put(self, key: str, briefing: bytes) -> None:
        """As `Cache.put`."""
        await self._safely(lambda: self._redis.set(PREFIX + key, briefing, ex=self._seconds))

    async def _safely(self, ask: Callable[[], Awaitable[object]]) -> object:
        from redis.exceptions import RedisError

        if time.monotonic() < self._rests_until:
            return None
        try:
            return await ask()
        except (RedisError, OSError) as error:
            self._rests_until = time.monotonic() + REST
            _tell(error)
            return None

    async def close(self) -> None:
        """As `Cache.close`."""
        await self._redis.aclose()


def redis_options() -> dict[str, Any]:
    """How Redis is called: briefly, and once more at once, for a connection that lay idle may be dead."""
    from redis.asyncio.retry import Retry
    from redis.backoff import NoBackoff

    return {
        "socket_timeout": LOCKED_SECONDS,
        "socket_connect_timeout": LOCKED_SECONDS,
        "retry": Retry(NoBackoff(), 1),
    }


def _tell(error: Exception) -> None:
    fields = {"error": type(error).__name__}
    if reason := getattr(error, "sqlite_errorname", None):
        fields["reason"] = reason
    logging.getLogger(LOGGER).warning("the cache failed", extra={"fields": fields})
