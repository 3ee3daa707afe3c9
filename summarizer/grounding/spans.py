"""Stretches of one text, by their offsets."""

from __future__ import annotations

Span = tuple[int, int]
"""Where a stretch begins, and the first offset behind it."""


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def between(one: Span, other: Span) -> Span:
    """What stands between two stretches; empty where they overlap or touch."""
    start, end = min(one[1], other[1]), max(one[0], other[0])
    return start, max(start, end)
