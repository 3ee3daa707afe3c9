"""What stands between a model's client and the network: each call can be paced, remembered, or sent another way.

A wire that holds a call back on purpose does so within `held()`: that time is none of the briefing's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx2

    Wire = Callable[[httpx2.AsyncBaseTransport], httpx2.AsyncBaseTransport]
    """Makes of the way by which calls go another one, which may go by the first."""


_HOLDING: ContextVar[Callable[[], AbstractContextManager[None]]] = ContextVar("holding", default=nullcontext)


def held() -> AbstractContextManager[None]:
    """As long as the block, the call that is being made is held back, and its briefing's clock stands still."""
    return _HOLDING.get()()


@contextmanager
def holding_by(stop: Callable[[], AbstractContextManager[None]]) -> Iterator[None]:
    """Within the block, `stop` is what makes a call's clock stand still."""
    token = _HOLDING.set(stop)
    try:
        yield
    finally:
        _HOLDING.reset(token)


def rewire(client: Any, wire: Wire | None) -> None:
    """Let an HTTP client's calls go by the wire, in place; proxies that the environment names stay behind it."""
    if wire is None:
        return
    # httpx2 takes proxies from the environment only where it makes its transports itself, so they are wrapped after.
    client._transport = wire(client._transport)
    client._mounts = {
        pattern: wire(transport) if transport is not None else None for pattern, transport in client._mounts.items()
    }
