"""What a benchmark prints and writes: tables for people, targets for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Target:
    """One figure beside its goal."""

    name: str
    value: float | None
    """`None` where it could not be measured."""
    goal: float | None
    """`None` where the figure is told, but nothing was promised."""
    met: bool | None


def at_most(name: str, value: float, goal: float) -> Target:
    return Target(name, value, goal, value <= goal)


def at_least(name: str, value: float, goal: float) -> Target:
    return Target(name, value, goal, value >= goal)


def told(name: str, value: float | None) -> Target:
    return Target(name, value, None, None)


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table whose first column is a title and whose others are figures."""
    widths = [max(len(row[at]) for row in [heads, *rows]) for at in range(len(heads))]
    for row in [heads, *rows]:
        figures = "".join(f"  {cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        print(f"  {row[0]:<{widths[0]}}{figures}")


def print_targets(targets: Sequence[Target]) -> None:
    print("\nTargets")
    rows = []
    for target in targets:
        verdict = {True: "met", False: "MISSED", None: ""}[target.met]
        rows.append((target.name, _figure(target.value), "" if target.goal is None else _figure(target.goal), verdict))
    print_table(("", "value", "goal", ""), rows)


def write_targets(path: Path, targets: Sequence[Target]) -> None:
    written = {"targets": [asdict(target) for target in targets]}
    path.write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _figure(value: float | None) -> str:
    return "not measured" if value is None else f"{value:g}"


def per_cent(held: Iterable[bool]) -> float:
    """The share of those that hold, to one decimal; 0 of none."""
    answers = list(held)
    return round(100 * sum(answers) / max(len(answers), 1), 1)


def some_of_each(items: Sequence[T], cell_of: Callable[[T], Hashable], most: int) -> list[T]:
    """The first `most` of each cell, in order."""
    counts: Counter[Hashable] = Counter()
    taken = []
    for item in items:
        counts[cell_of(item)] += 1
        if counts[cell_of(item)] <= most:
            taken.append(item)
    return taken
