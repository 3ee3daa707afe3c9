"""Misses: why gold items were missed, by rule, from the briefings that `quality` or `peers` kept.

`python -m benchmarks.misses --data FOLDER --output FOLDER [--sections S …] [--misses] [--json FILE]`

Asks no model. `--data` and `--output` are as `quality` has them; `score.py` there decides what is missed. `--misses`
prints each one under its cause; `--sections` keeps to some.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.gold import Gold, read_gold
from benchmarks.misses_causes import EXTRA, Miss, misses
from benchmarks.misses_matching import read_score
from benchmarks.report import Target, print_table, told, write_targets

Found = Mapping[tuple[str, str], Sequence[str]]
"""From a section and a cause to what was missed for it, each with its article."""


def missed(data: Path, output: Path, gold: Sequence[Gold], sections: Sequence[str] | None = None) -> Found:
    """All misses of the articles, the most frequent cause of a section first, entries too many last."""
    found: dict[tuple[str, str], list[str]] = {}
    score = read_score(data)
    order = {section: at for at, section in enumerate(score.METRICS)}
    for name, miss in _each(score, data, output, gold):
        if sections is None or miss.section in sections:
            found.setdefault((miss.section, miss.cause), []).append(f"{name}: {miss.label}")

    def rank(key: tuple[str, str]) -> tuple[int, bool, int]:
        return order[key[0]], key[1] == EXTRA, -len(found[key])

    return {key: found[key] for key in sorted(found, key=rank)}


def _each(score: Any, data: Path, output: Path, gold: Sequence[Gold]) -> Iterator[tuple[str, Miss]]:
    for one in gold:
        wanted = json.loads((data / "dev" / f"{one.name}.gold.json").read_text(encoding="utf-8"))
        path = output / f"{one.name}.json"
        briefing = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
        for miss in misses(score, wanted, briefing, one.article):
            yield one.name, miss


def print_misses(found: Found, *, each: bool) -> None:
    """A table of causes; with `each`, what was missed for each of them."""
    print()
    print_table(
        ("missed, by cause", "count"), [(f"{s}: {cause}", str(len(items))) for (s, cause), items in found.items()]
    )
    if each:
        for (section, cause), items in found.items():
            print(f"\n{section}: {cause} ({len(items)})")
            for item in items:
                print(f"  {item}")


def counts(found: Found) -> list[Target]:
    """For programs; nothing is promised of a single cause."""
    return [told(f"{section}: {cause}", len(items)) for (section, cause), items in found.items()]


def main() -> None:
    """Read the arguments, match, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--sections", nargs="+")
    parser.add_argument("--misses", action="store_true", help="each one under its cause")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    gold = read_gold(options.data)
    there = sum((options.output / f"{one.name}.json").exists() for one in gold)
    print(f"{len(gold)} articles of {options.data / 'dev'}, {there} with a briefing in {options.output}")
    found = missed(options.data, options.output, gold, options.sections)
    print_misses(found, each=options.misses)
    if options.json:
        write_targets(options.json, counts(found))


if __name__ == "__main__":
    main()
