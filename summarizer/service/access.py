"""Who may ask, and how often: bearer keys, kept as hashes, and a rate for each."""

from __future__ import annotations

import hashlib
import hmac
import logging
import math
import secrets
import time
from typing import TYPE_CHECKING

from starlette.requests import Request

from summarizer.errors import SettingsError
from summarizer.service.cache import redis_options
from summarizer.service.logs import LOGGER
from summarizer.service.problems import ProblemError
from summarizer.settings import ServiceSettings

if TYPE_CHECKING:
    from limits import RateLimitItem
    from limits.aio.strategies import MovingWindowRateLimiter

KEY_PREFIX = "smz_"
"""So that a key which leaks is known for what it is."""
KEY_BYTES = 32


def new_key() -> str:
    """A key that nobody can guess."""
    return KEY_PREFIX + secrets.token_urlsafe(KEY_BYTES)


def hash_of(key: str) -> str:
    """What the settings keep of a key: its SHA-256. A random key of 256 bits needs no slow hash."""
    return hashlib.sha256(key.encode()).hexdigest()


class Access:
    """The door: told by the settings who has a key and at what rate they may ask."""

    def __init__(self, settings: ServiceSettings) -> None:
        """Raises `SettingsError` where the service would be open to anybody and nobody said that it may."""
        self._keys = dict(entry.split(":") for entry in settings.keys)
        if not (self._keys or settings.open or settings.on_loopback):
            raise SettingsError(
                "The service has no keys, so anybody who reaches it could use its models.",
                hint="Make one with summarizer key NAME and put it in SUMMARIZER_KEYS, or start it with summarizer "
                "serve on this machine alone, or set SUMMARIZER_OPEN=1 where something else guards it.",
            )
        self._rate = _Rate(settings) if settings.rate is not None else None

    async def admit(self, request: Request) -> None:
        """Let a request in, counted against the rate of who asks; the log is told whose key it is.

        Raises `ProblemError`: 401 without a known key, 429 above the rate.
        """
        name = self._name(request)
        request.state.log = {"key": name} if self._keys else {}
        if self._rate is not None:
            # Without keys each address is somebody.
            host = request.client.host if request.client else "nobody"
            request.state.rate = await self._rate.hit(name if self._keys else host)

    async def close(self) -> None:
        """Let go of what counts the rates."""
        if self._rate is not None:
            await self._rate.close()

    def _name(self, request: Request) -> str:
        if not self._keys:
            return ""
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        given, found = hash_of(key.strip()), ""
        for name, known in self._keys.items():
            # Every key is compared, so that the time tells nothing of which one nearly fits.
            if hmac.compare_digest(given, known):
                found = name
        if scheme.lower() != "bearer" or not found:
            raise ProblemError(
                401,
                "key_required",
                "Send a key that this service knows: Authorization: Bearer …",
                headers={"WWW-Authenticate": 'Bearer realm="summarizer"'},
            )
        return found


class _Rate:
    """A moving window, in this process or, for all replicas, in Redis."""

    def __init__(self, settings: ServiceSettings) -> None:
        from limits import parse
        from limits.aio.storage import MemoryStorage
        from limits.aio.strategies import MovingWindowRateLimiter
        from limits.storage import storage_from_string

        assert settings.rate is not None
        self._item: RateLimitItem = parse(settings.rate)
        address = settings.redis_url.get_secret_value() if settings.redis_url else None
        if address is not None:
            options = {"implementation": "redispy", **redis_options()}
            storage = storage_from_string(f"async+{address}", **options)
        else:
            storage = MemoryStorage()
        self._storage = storage
        self._limiter: MovingWindowRateLimiter = MovingWindowRateLimiter(storage)

    async def hit(self, caller: str) -> dict[str, str]:
        """Count a request; the headers that tell how many are left. Raises `ProblemError` above the rate."""
        try:
            allowed = await self._limiter.hit(self._item, caller)
            reset, left = await self._limiter.get_window_stats(self._item, caller)
        except Exception as error:  # noqa: BLE001 - whatever its driver raises; the service stays up without its store
            logging.getLogger(LOGGER).warning(
                "rates are not counted", extra={"fields": {"error": type(error).__name__}}
            )
            return {}
        wait = max(1, math.ceil(reset - time.time()))
        headers = self._headers(left, wait)
        if not allowed:
            raise ProblemError(
                429,
                "too_many_requests",
                f"More than {self._item.amount} requests in {self._item.get_expiry()} s. Try again in {wait} s.",
                headers={**headers, "Retry-After": str(wait)},
            )
        return headers

    async def close(self) -> None:
        """Close the line to Redis, where there is one."""
        connection = getattr(getattr(self._storage, "bridge", None), "storage", None)
        if connection is not None:
            await connection.aclose()

    def _headers(self, left: int, wait: int) -> dict[str, str]:
        """The IETF's RateLimit fields (draft-ietf-httpapi-ratelimit-headers)."""
        return {
            "RateLimit-Policy": f'"requests";q={self._item.amount};w={self._item.get_expiry()}',
            "RateLimit": f'"requests";r={max(0, left)};t={wait}',
        }
