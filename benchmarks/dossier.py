"""How time and memory of a dossier grow with its articles.

`python -m benchmarks.dossier [--quick] [--json FILE]`

Finished briefings are copied from the invented negotiation of `tests/dossier` (16 articles), each copy two months later
and with other names, so that a larger dossier is many negotiations of one size; no model is asked. Growth is the
exponent by which seconds, or bytes at the peak, grow with the number of articles, between the two largest sizes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import re
import time
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

from benchmarks.report import Target, at_most, print_table, print_targets, write_targets
from summarizer import Briefing, Dossier
from tests.dossier.world_files import briefings

SIZES = (10, 100, 1000)
QUICK = (10, 50, 200)
GROWTH = 1.2
MONTHS_APART = 61
"""Days between one negotiation and its copy."""
CONSONANTS = "bdfgklmnprstvz"
NAMES = (
    "Kaldren", "Redvik", "Odrin", "Tovlin", "Yamrik", "Oprak", "Feltrin", "Haugrin", "Tarvonia", "Khelmar", "Elsin",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="at most 200 articles")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    sizes = QUICK if options.quick else SIZES
    found = copies(max(sizes))
    # The tables of languages are read once, and not by the smallest dossier alone.
    Dossier.of(found[:10])
    rows = [(size, *measured(found[:size])) for size in sizes]
    print_table(
        ("articles", "seconds", "peak MB", "events", "contradictions"),
        [
            (f"{n:,}", f"{s:.3f}", f"{m / 1e6:.1f}", str(len(d.events)), str(len(d.contradictions)))
            for n, s, m, d in rows
        ],
    )
    targets = _targets(rows)
    print_targets(targets)
    if options.json:
        write_targets(options.json, targets)


def _targets(rows: Sequence[tuple[int, float, int, Dossier]]) -> list[Target]:
    (few, quick, small, _), (many, slow, large, _) = rows[-2:]
    more = math.log(many / few)
    return [
        at_most("growth of seconds, exponent", math.log(slow / quick) / more, GROWTH),
        at_most("growth of memory, exponent", math.log(large / small) / more, GROWTH),
    ]


def measured(found: Sequence[Briefing]) -> tuple[float, int, Dossier]:
    """Seconds of making a dossier, the best of five, and bytes at the peak."""
    seconds = min(_seconds(found) for _ in range(5))
    tracemalloc.start()
    made = Dossier.of(found)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return seconds, peak, made


def _seconds(found: Sequence[Briefing]) -> float:
    began = time.perf_counter()
    Dossier.of(found)
    return time.perf_counter() - began


def copies(count: int) -> list[Briefing]:
    """So many briefings: the world's, then its copies."""
    worlds = (_copy(one, number) for number in range(count) for one in briefings().values())
    return [next(worlds) for _ in range(count)]


def _copy(briefing: Briefing, number: int) -> Briefing:
    """The briefing of the same article in another negotiation, later and with other names."""
    text = briefing.model_dump_json()
    for name in NAMES:
        text = text.replace(name, f"{name[:-2]}{_letters(number, name)}")
    text = re.sub(r"20\d\d-\d\d-\d\d(?!T\d\d:\d\d:\d\d)", lambda found: _later(found[0], number), text)
    copy = Briefing.model_validate_json(text)
    sha256 = f"{number:08x}{briefing.article.sha256[8:]}"
    sha256 = f"{briefing.article.sha256[:8]}{sha256[:8]}{briefing.article.sha256[16:]}"
    return copy.model_copy(update={"article": copy.article.model_copy(update={"sha256": sha256})})


def _letters(number: int, name: str) -> str:
    """Two other letters for the name's last ones, so that offsets stay right; the first negotiation keeps its own."""
    return f"{CONSONANTS[number // len(CONSONANTS)]}{CONSONANTS[number % len(CONSONANTS)]}" if number else name[-2:]


def _later(day: str, number: int) -> str:
    return (dt.date.fromisoformat(day) + dt.timedelta(days=MONTHS_APART * number)).isoformat()


if __name__ == "__main__":
    main()
