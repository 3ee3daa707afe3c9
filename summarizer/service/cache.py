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
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from summarizer.errors import SettingsError
from summarizer.service.logs import LOGGER

if TYPE_CHECKING:
    from redis.asyncio import Redis

    from summarizer.settings import ServiceSettings

Result = TypeVar("Result")

DAY = 86_400.0
PREFIX = "summarizer:briefing:"
"""Before each key in Redis, which others use as well."""
TRIM_EVERY = 50
"""Briefings that are kept between two looks at how large the file is."""


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
    """One table in one file. Bounded: what was asked for least lately goes first."""

    def __init__(self, file: Path, most: int, seconds: float) -> None:
        """`most` is in bytes of briefings, `seconds` how long one is kept. Raises `SettingsError`."""
        self._most, self._seconds = most, seconds
        self._until_trim = 0
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
        await self._safely(self._table.close)
        self._thread.shutdown()

    async def _safely(self, work: Callable[[], Result]) -> Result | None:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)
        except sqlite3.Error as error:
            _tell(error)
            return None

    def _get(self, key: str) -> bytes | None:
        now = time.time()
        found = self._table.execute(
            "UPDATE briefings SET used = ? WHERE key = ? AND made > ? RETURNING briefing",
            (now, key, now - self._seconds),
        ).fetchone()
        return bytes(found[0]) if found else None

    def _put(self, key: str, briefing: bytes) -> None:
        now = time.time()
        self._table.execute("REPLACE INTO briefings VALUES (?, ?, ?, ?)", (key, briefing, now, now))
        self._until_trim -= 1
        if self._until_trim < 0:
            self._until_trim = TRIM_EVERY
            self._trim(now)

    def _trim(self, now: float) -> None:
        self._table.execute("DELETE FROM briefings WHERE made <= ?", (now - self._seconds,))
        self._table.execute(
            "DELETE FROM briefings WHERE key IN (SELECT key FROM (SELECT key, SUM(LENGTH(briefing)) OVER "
            "(ORDER BY used DESC, key) AS so_far FROM briefings) WHERE so_far > ?)",
            (self._most,),
        )


def _opened(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    table = sqlite3.connect(file, timeout=5.0, isolation_level=None)
    # Readers and a writer of several processes side by side; a crash loses the last briefings, not the file.
    table.execute("PRAGMA journal_mode = WAL")
    table.execute("PRAGMA synchronous = NORMAL")
    table.execute("PRAGMA secure_delete = ON")
    table.execute(
        "CREATE TABLE IF NOT EXISTS briefings "
        "(key TEXT PRIMARY KEY, briefing BLOB NOT NULL, made REAL NOT NULL, used REAL NOT NULL)"
    )
    table.execute("CREATE INDEX IF NOT EXISTS by_use ON briefings (used)")
    with contextlib.suppress(OSError):
        file.chmod(0o600)
    return table


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
            self._redis: Redis = Redis.from_url(url, socket_timeout=5.0, socket_connect_timeout=5.0)
        except ValueError as error:
            raise SettingsError(f"SUMMARIZER_REDIS_URL cannot be used: {error}.", hint="redis://host:6379/0") from None
        self._seconds = max(1, round(seconds))

    async def get(self, key: str) -> bytes | None:
        """As `Cache.get`."""
        from redis.exceptions import RedisError

        try:
            found = await self._redis.get(PREFIX + key)
        except (RedisError, OSError) as error:
            _tell(error)
            return None
        return found if isinstance(found, bytes) else None

    async def put(self, key: str, briefing: bytes) -> None:
        """As `Cache.put`."""
        from redis.exceptions import RedisError

        try:
            await self._redis.set(PREFIX + key, briefing, ex=self._seconds)
        except (RedisError, OSError) as error:
            _tell(error)

    async def close(self) -> None:
        """As `Cache.close`."""
        await self._redis.aclose()


def _tell(error: Exception) -> None:
    logging.getLogger(LOGGER).warning("the cache failed", extra={"fields": {"error": type(error).__name__}})
