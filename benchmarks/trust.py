"""Trust: what gets past the verdicts that should not, what is refused that should not be, and at what speed.

`python -m benchmarks.trust --data FOLDER [--quick] [--json FILE] [--misses] [--only SECTION ...]`

Beside it, on the same quotes and in the same run: langextract's aligner and the span search of instructor's
CitationMixin, where they are installed. Quotes are made by rule and by seed from real sentences (the German ones are
written for this benchmark), with word lists of the benchmark's own.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from benchmarks import altered_quotes, dates, minimal_pairs, quote_speed, verbatim_quotes
from benchmarks.aligners import Aligner, ours, peers
from benchmarks.passages import Passage, read_passages
from benchmarks.report import Target, print_targets, told, write_targets
from benchmarks.word_lists import WORD_LISTS

PUT_TO_PEERS = 8
"""Quotes of each kind and language that the peers are asked about: they take up to a second each."""
PUT_TO_PEERS_QUICKLY = 1


@dataclass(frozen=True)
class Run:
    """One run: where the data is, and how much of it is looked at."""

    folder: Path
    quick: bool
    misses: bool

    @cached_property
    def passages(self) -> Mapping[str, Sequence[Passage]]:
        return read_passages(self.folder, list(WORD_LISTS))

    @cached_property
    def ours(self) -> Aligner:
        return ours()

    @cached_property
    def peers(self) -> Sequence[Aligner]:
        return peers()

    @property
    def per_cell(self) -> int:
        return PUT_TO_PEERS_QUICKLY if self.quick else PUT_TO_PEERS


def _altered(run: Run) -> list[Target]:
    return altered_quotes.measure(run.passages, run.ours, run.peers, run.per_cell, run.misses)


def _verbatim(run: Run) -> list[Target]:
    return verbatim_quotes.measure(run.passages, run.ours, run.peers, run.per_cell, run.misses)


def _speed(run: Run) -> list[Target]:
    return quote_speed.measure(run.folder, run.ours, run.peers, run.quick)


def _dates(run: Run) -> list[Target]:
    print("\n4. Dates; the other sets, and the misses: python -m benchmarks.dates")
    pairs = dates.run("platinum", run.folder, quick=False)
    if pairs is None:
        return [told("dates: value F1, all (platinum)", None)]
    print(f"  beside: HeidelTime {dates.HEIDELTIME}, SUTime 67.4 (published, all TIMEX3)")
    return [Target(**cast(dict[str, Any], row)) for row in dates.targets(pairs)]


def _pairs(run: Run) -> list[Target]:
    return minimal_pairs.measure(run.folder, run.quick, run.misses)


SECTIONS: Mapping[str, Callable[[Run], list[Target]]] = {
    "altered": _altered,
    "verbatim": _verbatim,
    "speed": _speed,
    "dates": _dates,
    "pairs": _pairs,
}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="a folder laid out as benchmarks/README.md says")
    parser.add_argument(
        "--quick", action="store_true", help="fewer questions to the peers, fewer pairs: within a minute"
    )
    parser.add_argument("--json", type=Path, help="write the targets here")
    parser.add_argument("--misses", action="store_true", help="print every miss")
    parser.add_argument("--only", choices=SECTIONS, nargs="+", default=list(SECTIONS), help="only these sections")
    chosen = parser.parse_args(arguments)
    run = Run(chosen.data, chosen.quick, chosen.misses)
    targets: list[Target] = []
    for section in chosen.only:
        started = time.perf_counter()
        targets += SECTIONS[section](run)
        print(f"  ({section}: {time.perf_counter() - started:.1f} s)")
    print_targets(targets)
    if chosen.json:
        write_targets(chosen.json, targets)


if __name__ == "__main__":
    main()
