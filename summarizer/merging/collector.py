"""Lets Python's collector of cycles rest while a dossier is made.

Making one allocates some hundred objects an article, none of them in a cycle, and each few allocations the collector
would look through all that is in memory, the given briefings too: with 1,000 of them 0.4 s of 1.1 s, and more than in
proportion (`benchmarks.dossier`). Other threads miss it for that while, and collect afterwards.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_LOCK = threading.Lock()
_resting = 0
_was_on = False


@contextmanager
def resting_collector() -> Iterator[None]:
    """No collection of cycles within the block; several threads may be in one at a time."""
    global _resting, _was_on
    with _LOCK:
        if _resting == 0:
            _was_on = gc.isenabled()
            gc.disable()
        _resting += 1
    try:
        yield
    finally:
        with _LOCK:
            _resting -= 1
            if _resting == 0 and _was_on:
                gc.enable()
