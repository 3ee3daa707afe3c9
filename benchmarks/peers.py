"""Peers: langextract and a plain instructor schema beside our Summarizer; same articles, model, machine and run.

`python -m benchmarks.peers --data FOLDER --output FOLDER [--model M] [--base-url URL] [--only langextract instructor]
[--articles N] [--timeout SECONDS] [--quick] [--json FILE]`

`--data` is as `quality` has it. `--output` gets one folder a way; an article that is there already is not asked about
again, a failure neither (delete its file to try it once more). The peers list statements with speakers and outlets
only; ours makes whole briefings. Figures of time are worth something only where nothing else runs.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from benchmarks.gold import Gold, read_gold
from benchmarks.peers_instructor import instructor_peer
from benchmarks.peers_langextract import langextract_peer
from benchmarks.peers_task import Found, Meter, Peer, Reach, reach
from benchmarks.quality import brief_all, made, scored
from benchmarks.report import Target, at_least, print_table, print_targets, told, write_targets
from summarizer import Summarizer

GOAL = 3.0
"""How many times langextract's F1 of speakers ours is to be."""
SECONDS = 300.0
"""Time for one article."""
OURS = "summarizer"
SECTIONS = ("statements", "speakers", "outlets")
MAKERS: Mapping[str, Callable[[Reach, Meter], Peer]] = {"langextract": langextract_peer, "instructor": instructor_peer}


@dataclass(frozen=True)
class Costs:
    """What one way took over all articles."""

    failed: int
    cut: int | None
    """Answers that ended at their length limit; `None` where a way fails instead."""
    inexact: int
    quotes: int
    calls: int
    input_tokens: int
    output_tokens: int
    seconds: float


def ask_all(gold: Sequence[Gold], output: Path, peer: Peer, model: str) -> None:
    """Ask a peer about what is not there yet, and keep what it says, or why it failed."""
    output.mkdir(parents=True, exist_ok=True)
    with Progress(console=Console(stderr=True)) as progress:
        for one in progress.track(gold, description=peer.folder):
            path = output / f"{one.name}.json"
            if path.exists():
                _require_same(path, peer, model)
                continue
            whole = path.with_suffix(".part")
            whole.write_text(json.dumps(ask(one, peer, model), ensure_ascii=False, indent=1), encoding="utf-8")
            whole.rename(path)


def ask(one: Gold, peer: Peer, model: str) -> dict[str, Any]:
    """What a peer says of an article, as the fields of a briefing that it knows, and what that took."""
    text, meter = one.article.text, peer.meter
    found: list[Found] = []
    failure = None
    meter.begin()
    try:
        found = peer.extract(text)
    except Exception as error:  # noqa: BLE001 - whatever a peer raises is its failure on this article, and is shown
        failure = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
    making = {
        "peer": peer.name,
        "model": model,
        "settings": peer.settings,
        "failure": failure,
        "seconds": meter.took,
        "calls": meter.calls,
        "cut": meter.cut,
        "input_tokens": meter.input_tokens,
        "output_tokens": meter.output_tokens,
        "quotes": len(found),
        "inexact_quotes": sum(f.quote not in text for f in found),
    }
    return {"statements": [_statement(f, text) for f in found], "making": making}


def _statement(found: Found, text: str) -> dict[str, Any]:
    """With the article's words where the peer places the quote, to its advantage; else the quote as it wrote it."""
    start, end = found.place or (0, len(found.quote))
    words = text[start:end] if found.place else found.quote
    return {
        "speaker": {"name": found.speaker} if found.speaker else None,
        "reported_by": list(found.outlets),
        "evidence": [{"start": start, "end": end, "text": words}],
    }


def _require_same(path: Path, peer: Peer, model: str) -> None:
    """End where the output of another model or set-up would be mixed with this one's."""
    making = _making(path)
    if (making["peer"], making["model"], making["settings"]) != (peer.name, model, peer.settings):
        raise SystemExit(f"{path} was made by another peer, model or set-up. Name another folder with --output.")


def _making(path: Path) -> dict[str, Any]:
    making: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["making"]
    return making


def peers(endpoint: Reach, wanted: Sequence[str], seconds: float) -> list[Peer]:
    """The peers that are installed; one that is not is named."""
    found = []
    for name in wanted:
        try:
            found.append(MAKERS[name](endpoint, Meter(seconds)))
        except ModuleNotFoundError as missing:
            print(f"{name} is skipped: the module {missing.name} is not installed (see benchmarks/README.md)")
    return found


def costs_of_peer(output: Path, names: Sequence[str]) -> Costs:
    """From what was kept; each failure is printed."""
    makings = {name: _making(output / f"{name}.json") for name in names}
    for name, making in makings.items():
        if making["failure"]:
            print(f"  {making['peer']} failed on {name} after {making['seconds']:.0f} s: {making['failure']}")
    kept = makings.values()
    return Costs(
        failed=sum(making["failure"] is not None for making in kept),
        cut=sum(making["cut"] for making in kept),
        inexact=sum(making["inexact_quotes"] for making in kept),
        quotes=sum(making["quotes"] for making in kept),
        calls=sum(making["calls"] for making in kept),
        input_tokens=sum(making["input_tokens"] for making in kept),
        output_tokens=sum(making["output_tokens"] for making in kept),
        seconds=sum(making["seconds"] for making in kept),
    )


def costs_of_ours(output: Path, names: Sequence[str], figures: Mapping[str, Any]) -> Costs:
    """Of whole briefings."""
    briefings = [briefing for _, briefing in made(output, names)]
    return Costs(
        failed=len(names) - len(briefings),
        cut=None,
        inexact=int(figures.get("inexact_evidence", 0)),
        quotes=sum(len(s.evidence) for b in briefings for s in b.statements),
        calls=sum(len(b.provenance.attempts) for b in briefings),
        input_tokens=sum(b.provenance.input_tokens for b in briefings),
        output_tokens=sum(b.provenance.output_tokens for b in briefings),
        seconds=sum(b.provenance.seconds for b in briefings),
    )


def print_statement_share(output: Path, names: Sequence[str]) -> None:
    """What of our cost went into the statements, which is all that the peers list."""
    attempts = [a for _, b in made(output, names) for a in b.provenance.attempts if a.purpose.startswith("statement ")]
    tokens, seconds = sum(a.output_tokens for a in attempts), sum(a.seconds for a in attempts)
    if attempts:
        print(f"  Of ours, {len(attempts)} calls, {tokens:,} tokens written and {seconds:.0f} s were about statements.")


def print_beside(figures: Mapping[str, Mapping[str, Any]], costs: Mapping[str, Costs]) -> None:
    """One column a way."""
    ways = list(figures)

    def row(title: str, cell: Callable[[str], str]) -> tuple[str, ...]:
        return (title, *(cell(way) for way in ways))

    rows = [(f"{section} F1", *(_shown(_f1(figures[way], section)) for way in ways)) for section in SECTIONS]
    rows += [
        row("statements given", lambda way: str(figures[way]["statements"]["said"])),
        row("invented names", lambda way: f"{figures[way]['invented_names']} of {figures[way]['names']}"),
        row("inexact quotes", lambda way: f"{costs[way].inexact} of {costs[way].quotes}"),
        row("articles failed", lambda way: str(costs[way].failed)),
        row("answers cut", lambda way: "-" if costs[way].cut is None else str(costs[way].cut)),
        row("calls", lambda way: f"{costs[way].calls:,}"),
        row("tokens read", lambda way: f"{costs[way].input_tokens:,}"),
        row("tokens written", lambda way: f"{costs[way].output_tokens:,}"),
        row("seconds", lambda way: f"{costs[way].seconds:.0f}"),
    ]
    print()
    print_table(("", *ways), rows)


def _f1(figures: Mapping[str, Any], section: str) -> float | None:
    """`None` where neither the gold nor the way has any."""
    found = (figures.get(section) or {}).get("f1")
    return None if found is None else float(found)


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def targets_of(figures: Mapping[str, Mapping[str, Any]], costs: Mapping[str, Costs]) -> list[Target]:
    """The ratio that is promised, and each way's figures."""
    targets = []
    ours = _f1(figures[OURS], "speakers") or 0.0
    for way in figures:
        if way == "langextract":
            targets.append(
                at_least("speakers F1, ours / langextract's", round(ours / _smallest(figures[way]), 2), GOAL)
            )
        elif way != OURS:
            targets.append(told(f"speakers F1, ours / {way}'s", round(ours / _smallest(figures[way]), 2)))
    for way, found in figures.items():
        targets += [told(f"{way}: {section} F1", _f1(found, section)) for section in SECTIONS]
        targets += [
            told(f"{way}: invented names", found["invented_names"]),
            told(f"{way}: inexact quotes", costs[way].inexact),
            told(f"{way}: articles failed", costs[way].failed),
            told(f"{way}: tokens written", costs[way].output_tokens),
            told(f"{way}: seconds", round(costs[way].seconds, 1)),
        ]
    return targets


def _smallest(figures: Mapping[str, Any]) -> float:
    """F1 of speakers; where there is no hit at all, what one hit would have given, so that a ratio can be told."""
    found = _f1(figures, "speakers")
    if found:
        return found
    print("  A way without a single right speaker counts in the ratio as if it had one.")
    counts = figures["speakers"]
    return 2.0 / max(int(counts["gold"]) + int(counts["said"]), 2)


def main() -> None:
    """Read the arguments, brief and ask, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--model")
    parser.add_argument("--base-url")
    parser.add_argument("--only", nargs="+", choices=tuple(MAKERS), default=list(MAKERS))
    parser.add_argument("--articles", type=int, help="the shortest N only")
    parser.add_argument("--timeout", type=float, default=SECONDS, help="seconds for one article")
    parser.add_argument("--quick", action="store_true", help="the shortest article only")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    gold = read_gold(options.data)[: 1 if options.quick else options.articles]
    names = [one.name for one in gold]
    with Summarizer(options.model, base_url=options.base_url, timeout=options.timeout) as summarizer:
        model = summarizer.model
        print(f"{len(gold)} articles of {options.data / 'dev'}, {model}, at most {options.timeout:g} s an article")
        for name, reason in brief_all(gold, options.output / OURS, summarizer).items():
            print(f"  summarizer failed on {name}: {reason}")
    figures = {OURS: scored(options.data, options.output / OURS, names)}
    costs = {OURS: costs_of_ours(options.output / OURS, names, figures[OURS])}
    for peer in peers(reach(options.model, options.base_url), options.only, options.timeout):
        print(f"  {peer.name}: {peer.settings}", flush=True)
        with closing(peer.meter):
            ask_all(gold, options.output / peer.folder, peer, model)
        costs[peer.folder] = costs_of_peer(options.output / peer.folder, names)
        figures[peer.folder] = scored(options.data, options.output / peer.folder, names)
    print_beside(figures, costs)
    print_statement_share(options.output / OURS, names)
    targets = targets_of(figures, costs)
    print_targets(targets)
    if options.json:
        write_targets(options.json, targets)


if __name__ == "__main__":
    main()
