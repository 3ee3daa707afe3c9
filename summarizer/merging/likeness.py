"""Joins what several articles tell alike; found by an index, so that none is compared with all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from summarizer.merging.library import Entry
from summarizer.merging.union import Union


class OfArticle(Protocol):
    """Something that one article tells."""

    @property
    def entry(self) -> Entry:
        """Its article."""
        ...


Told = TypeVar("Told", bound=OfArticle)


def union_of_alike(
    told: Sequence[Told],
    keys_of: Callable[[Told], Iterable[tuple[object, ...]]],
    is_same: Callable[[Told, Told], bool],
    most_days: int,
) -> Union:
    """The groups of those that are the same, by their places; they come in the order of publication.

    Two are compared where they have a key in common and their articles are at most so many days apart.
    """
    union = Union(len(told))
    index: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        for key in keys_of(one):
            for earlier in reversed(index[key]):
                if one.entry.days_after(told[earlier].entry) > most_days:
                    break
                if not union.are_joined(earlier, at) and is_same(told[earlier], one):
                    union.join(earlier, at)
            index[key].append(at)
    return union
