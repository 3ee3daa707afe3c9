"""Quality: real articles with hand-made gold, briefed by a model and scored; resumable, each briefing is kept.

`python -m benchmarks.quality --data FOLDER --output FOLDER [--model M] [--base-url URL] [--plan P] [--earlier FOLDER]
[--misses] [--quick] [--json FILE]`

`--data` holds `dev/*.gold.json` and `score.py`, which alone decides what is right. `--output` keeps one briefing an
article: one that is there already is not made again. `--earlier` names the output of an earlier run to compare with.
What was missed is counted by cause (see `misses`, which does that without a model); `--misses` prints each one.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from rich.progress import Progress

from benchmarks.gold import Gold, read_gold
from benchmarks.misses import missed, print_misses
from benchmarks.report import Target, at_least, at_most, print_table, print_targets, told, write_targets
from summarizer import Briefing, Summarizer, SummarizerError

GOALS: Mapping[str, float] = {
    "statements": 0.92, "speakers": 0.87, "outlets": 0.75, "delegations": 0.80, "meetings": 0.75, "dates": 0.85,
    "documents": 0.65, "parties": 0.90,
}  # fmt: skip
"""F1 to reach with the embedded model."""
QUICK = 1
"""Articles of a quick run: the shortest."""


def brief_all(gold: Sequence[Gold], output: Path, summarizer: Summarizer) -> dict[str, str]:
    """Brief what is not there yet, and keep it. What failed, with the reason."""
    failed: dict[str, str] = {}
    output.mkdir(parents=True, exist_ok=True)
    with Progress(console=Console(stderr=True)) as progress:
        for one in progress.track(gold, description="briefing"):
            path = output / f"{one.name}.json"
            if path.exists():
                _require_same_model(path, summarizer.model)
                continue
            try:
                briefing = summarizer.brief(one.article)
            except SummarizerError as error:
                failed[one.name] = str(error)
                continue
            whole = path.with_suffix(".part")
            whole.write_text(briefing.model_dump_json(indent=1), encoding="utf-8")
            whole.rename(path)
    return failed


def _require_same_model(path: Path, model: str) -> None:
    """End where the output of another model would be mixed with this one's."""
    made_by = Briefing.from_json(path.read_bytes()).provenance.model
    if made_by != model:
        raise SystemExit(f"{path} was made by {made_by}, not by {model}. Name another folder with --output.")


def scored(data: Path, output: Path, names: Sequence[str]) -> dict[str, Any]:
    """What `score.py` says of these articles' briefings."""
    with TemporaryDirectory() as folder:
        for name in names:
            shutil.copy(data / "dev" / f"{name}.gold.json", folder)
        command = [sys.executable, str(data / "score.py"), folder, str(output), "--json"]
        printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    figures: dict[str, Any] = json.loads(printed)
    return figures


def made(output: Path, names: Sequence[str]) -> Iterator[tuple[str, Briefing]]:
    """The briefings that are there."""
    for name in names:
        path = output / f"{name}.json"
        if path.exists():
            yield name, Briefing.from_json(path.read_bytes())


def print_cost(briefings: Sequence[tuple[str, Briefing]]) -> list[Target]:
    """Seconds, tokens and refusals of each article."""
    rows = [
        (
            name,
            f"{briefing.article.characters:,}",
            f"{briefing.provenance.seconds:.0f}",
            f"{briefing.provenance.input_tokens:,}",
            f"{briefing.provenance.output_tokens:,}",
            str(briefing.verification.facts),
            str(len(briefing.verification.refused)),
            str(len(briefing.verification.unjudged)),
        )
        for name, briefing in briefings
    ]
    print()
    print_table(("article", "characters", "seconds", "read", "written", "facts", "refused", "unjudged"), rows)
    if not briefings:
        return []
    per_3000 = [3_000 * b.provenance.seconds / b.article.characters for _, b in briefings]
    return [told("seconds for 3,000 characters, mean", round(sum(per_3000) / len(per_3000), 1))]


def print_scores(now: Mapping[str, Any], earlier: Mapping[str, Any] | None) -> list[Target]:
    """F1 of each section beside its goal and the earlier run."""
    rows, targets = [], []
    for name, goal in GOALS.items():
        f1 = _f1(now, name)
        before = _f1(earlier, name) if earlier else None
        rows.append((name, _shown(f1), _shown(goal), _shown(before)))
        if f1 is not None:
            targets.append(at_least(f"{name} F1", round(f1, 3), goal))
    print()
    print_table(("F1", "now", "goal", "earlier"), rows)
    trust = [name for name in ("inexact_evidence", "invented_names") if name in now]
    return targets + [at_most(name.replace("_", " "), now[name], 0) for name in trust]


def _f1(figures: Mapping[str, Any] | None, name: str) -> float | None:
    found = (figures or {}).get(name)
    value = found.get("f1") if isinstance(found, dict) else found
    return float(value) if isinstance(value, int | float) else None


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def main() -> None:
    """Read the arguments, brief, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--model")
    parser.add_argument("--base-url")
    parser.add_argument("--plan", choices=("small", "large"))
    parser.add_argument("--earlier", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    gold = read_gold(options.data)[: QUICK if options.quick else None]
    names = [one.name for one in gold]
    with Summarizer(options.model, base_url=options.base_url, plan=options.plan) as summarizer:
        print(f"{len(gold)} articles of {options.data / 'dev'}, briefed by {summarizer.model}")
        failed = brief_all(gold, options.output, summarizer)
    for name, reason in failed.items():
        print(f"  failed: {name}: {reason}")
    targets = print_cost(list(made(options.output, names)))
    earlier = scored(options.data, options.earlier, names) if options.earlier else None
    targets += print_scores(scored(options.data, options.output, names), earlier)
    print_misses(missed(options.data, options.output, gold), each=options.misses)
    print_targets(targets)
    if options.json:
        write_targets(options.json, targets)


if __name__ == "__main__":
    main()
