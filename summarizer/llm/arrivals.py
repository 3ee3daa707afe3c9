"""Answers that arrive at one moment are taken one after another, so that calls which began together do not stay so.

To read and check an answer takes some milliseconds. A hundred of them in one turn of the event loop are all ready only
when the last one is, and only then is anything asked again: the next hundred calls begin at one moment, too, end at one
moment, and the model has nothing to do in between. One a turn, the first is asked for again after milliseconds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx2


def one_by_one() -> Callable[[httpx2.Response], Awaitable[None]]:
    """A hook for the responses of one `httpx2.AsyncClient`."""
    taking = asyncio.Lock()

    async def take(response: httpx2.Response) -> None:
        async with taking:
            await asyncio.sleep(0)

    return take
