"""Groups that grow by joining two members at a time."""

from __future__ import annotations

from collections import defaultdict


class Union:
    """Numbers from 0 on, each in a group of its own at first. Joining is nearly free whatever the groups' sizes."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def join(self, one: int, other: int) -> None:
        """Let the groups of the two be one."""
        low, high = sorted((self._first(one), self._first(other)))
        self._above[high] = low

    def are_joined(self, one: int, other: int) -> bool:
        """Whether the two are in one group by now."""
        return self._first(one) == self._first(other)

    def groups(self) -> list[list[int]]:
        """The members of each group, in order; the groups in the order of their first members."""
        found: dict[int, list[int]] = defaultdict(list)
        for member in range(len(self._above)):
            found[self._first(member)].append(member)
        return list(found.values())

    def _first(self, member: int) -> int:
        while self._above[member] != member:
            self._above[member] = self._above[self._above[member]]
            member = self._above[member]
        return member
