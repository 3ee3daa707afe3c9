"""Thousands of briefings by a model that fails often: how each one ends, and whether the ledger is true.

`python -m benchmarks.faults [--briefings N] [--share S] [--seed N] [--quick] [--json FILE]`

A server on loopback fails in 18 ways at a share of its calls (30 %): errors, broken and silent connections, pages,
prose, wrong types, refusals, cut answers, redirects. Every briefing is of another article, has 10 s and three attempts
a question, and has to end in a briefing or in one of our errors. The ledger agrees with the server where both tell the
same calls, and the same tokens for the answers that told any; tokens of an answer that broke off are nobody's. Of a
call that the deadline cut off (at most one a briefing) only the server can know whether its answer was on its way.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import time
import urllib.request
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.fault_server import TOKENS
from benchmarks.report import Target, at_most, print_table, print_targets, told, write_targets
from benchmarks.service_processes import listening, memory_of
from summarizer import Article, AsyncSummarizer, SummarizerError
from tests.invented import ARTICLE, TEXT

AT_ONCE = 50
DEADLINE = 10.0
GRACE = 1.5
"""Seconds beyond the deadline in which a briefing has to have ended: another one may be computing meanwhile."""


@dataclass
class Outcomes:
    """What came of all briefings."""

    ends: Counter[str] = field(default_factory=Counter)
    foreign: list[str] = field(default_factory=list)
    ledgers: dict[int, list[int]] = field(default_factory=dict)
    unheard: dict[int, int] = field(default_factory=dict)
    """Calls of each briefing that the deadline cut off."""
    longest: float = 0.0
    memory: list[int] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--briefings", type=int, default=10_000)
    parser.add_argument("--share", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--quick", action="store_true", help="500 briefings")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    briefings = 500 if options.quick else options.briefings
    with listening("benchmarks.fault_server", options.share, options.seed) as port:
        began = time.monotonic()
        before = _descriptors()
        outcomes, tasks = asyncio.run(_all(port, briefings))
        left = _descriptors() - before
        seconds, counts = time.monotonic() - began, _counts(port)
    print(f"{briefings} briefings, faults at {options.share:.0%} of the calls, {seconds:.0f} s")
    print_table(("how they ended", ""), [(name, str(count)) for name, count in outcomes.ends.most_common()])
    targets = _targets(outcomes, counts, tasks, left)
    print_targets(targets)
    if options.json:
        write_targets(options.json, targets)


def _targets(outcomes: Outcomes, counts: dict[str, list[int]], tasks: int, left: int) -> list[Target]:
    differ = [
        number for number, ledger in outcomes.ledgers.items()
        if not _agree(ledger, counts.get(str(number), [0, 0, 0]), outcomes.unheard.get(number, 0))
    ]  # fmt: skip
    for number in differ[:5]:
        print(f"  briefing {number}: the ledger tells {outcomes.ledgers[number]}, the server {counts.get(str(number))}")
    first = outcomes.memory[len(outcomes.memory) // 5]
    return [
        at_most("ended in neither a briefing nor one of our errors", len(outcomes.foreign), 0),
        at_most("ledgers that differ from the server's counts", len(differ), 0),
        at_most("longest briefing, s", outcomes.longest, DEADLINE + GRACE),
        at_most("tasks left", tasks, 0),
        at_most("file descriptors left", left, 0),
        at_most("memory at the end, to that after a fifth", outcomes.memory[-1] / first, 1.1),
        told("briefings made", outcomes.ends["a briefing"]),
    ]


def _agree(ledger: Sequence[int], server: Sequence[int], unheard: int) -> bool:
    """Whether the two tell the same, but for as many calls whose end only the server could see."""
    most = (unheard, unheard * TOKENS[0], unheard * TOKENS[1])
    return all(abs(theirs - ours) <= bound for ours, theirs, bound in zip(ledger, server, most, strict=True))


async def _all(port: int, briefings: int) -> tuple[Outcomes, int]:
    outcomes, numbers = Outcomes(), iter(range(briefings))
    address = f"http://127.0.0.1:{port}/v1"
    async with AsyncSummarizer("faults/model", base_url=address, api_key="x", timeout=DEADLINE) as summarizer:

        async def worker() -> None:
            for number in numbers:
                await _one(summarizer, number, outcomes)
                if number % max(1, briefings // 50) == 0:
                    outcomes.memory.append(memory_of(os.getpid()))

        await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    await asyncio.sleep(0.2)
    return outcomes, len(asyncio.all_tasks()) - 1


async def _one(summarizer: AsyncSummarizer, number: int, outcomes: Outcomes) -> None:
    text = f"{TEXT}\n\nRow {number} was long."
    article = Article.from_text(text, published=ARTICLE.published, language="en")
    began = time.monotonic()
    try:
        attempts = (await summarizer.brief(article)).provenance.attempts
        outcomes.ends["a briefing"] += 1
    except SummarizerError as error:
        attempts = list(error.attempts)
        outcomes.ends[type(error).__name__] += 1
    except Exception as error:  # noqa: BLE001 - that there are none is what is measured
        attempts = []
        outcomes.foreign.append(f"{type(error).__name__}: {error}")
        outcomes.ends[type(error).__name__] += 1
    outcomes.longest = max(outcomes.longest, time.monotonic() - began)
    read, written = sum(a.input_tokens for a in attempts), sum(a.output_tokens for a in attempts)
    outcomes.unheard[number] = sum(a.outcome == "deadline_exceeded" for a in attempts)
    outcomes.ledgers[number] = [len(attempts), read, written]


def _counts(port: int) -> dict[str, list[int]]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/counts") as answer:
        found: dict[str, list[int]] = json.loads(answer.read())
    return found


def _descriptors() -> int:
    # What only waits for the collector is no leak.
    gc.collect()
    return len(list(Path("/proc/self/fd").iterdir()))


if __name__ == "__main__":
    main()
