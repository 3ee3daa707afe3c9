"""Our own CPU-bound work, one piece after another in a thread, beside the event loop.

Several such threads would only share one interpreter: every article would be done when the last one is, and each step
of the loop would wait for all of them. Long articles have a thread of their own, so that a short one behind them waits
milliseconds and not seconds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

LONG_TEXT = 20_000
"""Code points of an article from which on its work takes more than about 0.2 s on one core."""


async def in_turn(characters: int, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """The result of work on an article of so many code points, when its turn has come. Raises what the work raises.

    Cancelled while it waits, it is not begun; once begun it runs to its end, and its result is dropped.
    """
    thread = _thread(characters >= LONG_TEXT)
    return await asyncio.get_running_loop().run_in_executor(thread, lambda: work(*given, **named))


@cache
def _thread(long: bool) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "summarizer-long" if long else "summarizer-short")
