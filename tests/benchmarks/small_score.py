"""A score with the functions that the benchmarks use of a data folder's `score.py`; the tests copy it there.

It is simpler: names match where one stands in the other, evidence where it is the same.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Item = dict[str, Any]

METRICS = ("statements", "speakers", "outlets", "delegations", "meetings", "dates", "documents", "parties")


@dataclass
class Tally:
    hit: int = 0
    gold: int = 0
    said: int = 0
    misses: list[str] = field(default_factory=list)


def names(alternatives: list[str], said: object) -> bool:
    return any(name.casefold() in str(said or "").casefold() for name in alternatives)


def flat_names(value: object) -> str:
    return str(value["name"] if isinstance(value, dict) else value or "")


def iso(value: object) -> str:
    return str(value or "")


def match(
    tally: Tally,
    gold: list[Item],
    said: list[Item],
    same: Callable[[Item, Item], bool],
    label: Callable[[Item], str],
) -> list[tuple[Item, Item]]:
    free = [mention for entry in said for mention in entry.get("mentions", [entry])]
    pairs = []
    for wanted in gold:
        found = next((mention for mention in free if same(wanted, mention)), None)
        if found is not None:
            free.remove(found)
        if wanted.get("optional"):
            continue
        tally.gold += 1
        if found is not None:
            tally.hit += 1
            pairs.append((wanted, found))
    tally.said += len(said)
    return pairs


def score_one(gold_file: Item, briefing: Item | None) -> tuple[dict[str, Tally], Item]:
    gold, said = gold_file["gold"], briefing or {}
    tallies = {metric: Tally() for metric in METRICS}

    def near(wanted: Item, entry: Item) -> bool:
        return any(e["text"] in wanted["evidence"] for e in entry["evidence"][:1])

    def by(metric: str, section: str, same: Callable[[Item, Item], bool]) -> None:
        entries = [{**e, "mentions": [{**e, "evidence": [m]} for m in e["evidence"]]} for e in said.get(section, [])]
        given = entries if metric in ("dates", "documents") else said.get(section, [])
        match(tallies[metric], gold.get("statements" if metric == "speakers" else metric, []), given, same, str)

    by("statements", "statements", near)
    by("speakers", "statements", lambda g, s: near(g, s) and names(g["speaker"], flat_names(s["speaker"])))
    by(
        "delegations",
        "delegations",
        lambda g, s: names(g["party"], s["party"]) and names(g.get("head", [""]), flat_names(s["head"])),
    )
    by("meetings", "meetings", lambda g, s: iso(s["start"]).startswith(g["start"]) and names(g["place"], s["city"]))
    by("dates", "timeline", lambda g, s: near(g, s) and iso(s["date"]).startswith(g["value"]))
    by("documents", "documents", lambda g, s: near(g, s) and names(g["name"], s["name"]) and _by(g, s))
    parties = [{"name": name} for name in (said.get("talks") or {}).get("parties", [])]
    wanted = [{"name": alternatives} for alternatives in gold.get("parties", [])]
    match(tallies["parties"], wanted, parties, lambda g, s: names(g["name"], s["name"]), str)
    return tallies, {}


def _by(wanted: Item, said: Item) -> bool:
    return not wanted.get("author") or names(wanted["author"], said["author"])


def main() -> None:
    total = {metric: Tally() for metric in METRICS}
    inexact = 0
    for path in Path(sys.argv[1]).glob("*.gold.json"):
        gold_file = json.loads(path.read_text("utf-8"))
        at = Path(sys.argv[2]) / path.name.replace(".gold.json", ".json")
        briefing = json.loads(at.read_text("utf-8")) if at.exists() else None
        for metric, tally in score_one(gold_file, briefing)[0].items():
            total[metric].hit += tally.hit
            total[metric].gold += tally.gold
            total[metric].said += tally.said
        for statement in (briefing or {}).get("statements", []):
            inexact += sum(e["text"] not in gold_file["article"]["text"] for e in statement["evidence"])
    figures: Item = {m: {"f1": 2 * t.hit / max(t.gold + t.said, 1), **vars(t)} for m, t in total.items()}
    print(json.dumps(figures | {"inexact_evidence": inexact, "invented_names": 0, "names": 4}))


if __name__ == "__main__":
    main()
