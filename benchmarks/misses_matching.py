"""What `score.py` matched, missed and found too much: its own matching, watched, not written anew."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Item = Mapping[str, Any]
Same = Callable[[Item, Item], bool]


@dataclass(frozen=True)
class Section:
    """One section of one article, as the score has it."""

    gold: list[Item]
    """Without what is optional."""
    said: list[Item]
    pairs: list[tuple[Item, Item]]
    """Gold, without what is optional, and the entry (or the mention of it) that answers it."""
    missed: list[Item]
    extra: list[Item]
    """Entries that answer no gold, optional gold included."""
    same: Same
    """Whether an entry or mention answers a gold item."""


def read_score(data: Path) -> Any:
    """The module `score.py` of a data folder."""
    name = f"score_of_{abs(hash(data.resolve()))}"
    spec = importlib.util.spec_from_file_location(name, data / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Its dataclasses look themselves up here.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def matched(score: Any, gold_file: Item, briefing: Item | None) -> dict[str, Section]:
    """Each section that the score matches with its `match`, by the score's name of it."""
    seen: dict[int, Section] = {}
    match = score.match

    def watching(tally: Any, gold: list[Item], said: list[Item], same: Same, label: Callable[[Item], str]) -> Any:
        answered: list[Item] = []

        def noting(wanted: Item, given: Item) -> bool:
            # The score takes the first entry that answers, and asks no further about it.
            if held := same(wanted, given):
                answered.append(given)
            return held

        pairs = match(tally, gold, said, noting, label)
        seen[id(tally)] = _section(gold, said, pairs, answered, same)
        return pairs

    score.match = watching
    try:
        tallies, _ = score.score_one(gold_file, briefing)
    finally:
        score.match = match
    return {name: seen[id(tally)] for name, tally in tallies.items() if id(tally) in seen}


def _section(
    gold: list[Item], said: list[Item], pairs: list[tuple[Item, Item]], answered: list[Item], same: Same
) -> Section:
    found = {id(wanted) for wanted, _ in pairs}
    used = {id(given) for given in answered}
    counted = [g for g in gold if not g.get("optional")]
    return Section(
        gold=counted,
        said=said,
        pairs=pairs,
        missed=[g for g in counted if id(g) not in found],
        extra=[s for s in said if not any(id(mention) in used for mention in mentions(s))],
        same=same,
    )


def mentions(said: Item) -> list[Item]:
    """An entry's mentions where it may answer with each; else the entry."""
    found: list[Item] = said.get("mentions") or [said]
    return found
