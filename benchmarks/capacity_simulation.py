"""A batch in virtual time: slots that wait for a model, and one interpreter that does our own work for all of them."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Load:
    """What is simulated."""

    articles: int
    at_once: int
    """Articles under way."""
    calls: Sequence[float]
    """Seconds of each call of an article, one after the other."""
    cpu: float
    """Seconds of our own work an article, of which one can be done at a time."""


def simulate(load: Load) -> float:
    """Seconds that it takes.

    An article's own work is done in equal parts: before its first call, and behind each call. A part waits until the
    interpreter is free; whoever comes first is served first.
    """
    part = load.cpu / (len(load.calls) + 1)
    free = 0.0
    coming: list[tuple[float, int, int]] = [(0.0, number, 0) for number in range(min(load.at_once, load.articles))]
    heapq.heapify(coming)
    begun, ended = len(coming), 0.0
    while coming:
        now, number, step = heapq.heappop(coming)
        free = max(free, now) + part
        if step < len(load.calls):
            heapq.heappush(coming, (free + load.calls[step], number, step + 1))
            continue
        ended = max(ended, free)
        if begun < load.articles:
            heapq.heappush(coming, (free, begun, 0))
            begun += 1
    return ended
