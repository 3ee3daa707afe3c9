"""What stands between a model's client and the network: each call can be paced, remembered, or sent another way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx2

    Wire = Callable[[httpx2.AsyncBaseTransport], httpx2.AsyncBaseTransport]
    """Makes of the way by which calls go another one, which may go by the first."""


def rewire(client: Any, wire: Wire | None) -> None:
    """Let an HTTP client's calls go by the wire, in place; proxies that the environment names stay behind it."""
    if wire is None:
        return
    # httpx2 takes proxies from the environment only where it makes its transports itself, so they are wrapped after.
    client._transport = wire(client._transport)
    client._mounts = {
        pattern: wire(transport) if transport is not None else None for pattern, transport in client._mounts.items()
    }
