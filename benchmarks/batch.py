"""How fast a batch is, how much memory it takes, and what it loses or pays twice when it is killed.

`python -m benchmarks.batch [--articles N] [--kills N] [--quick] [--json FILE]`

A model server on loopback answers after a while, in a process of its own. Rates: the batch (journal, output and
checking included) beside a bare asyncio loop with the openai client that sends the very same calls, and beside plain
instructor, each by itself in the same run; the ideal is the server's time alone.

Memory: `summarizer batch` as a process, its peak after the first 1,000 articles and at the end. Kills: `summarizer
batch` with four articles under way, killed by SIGKILL at random moments and started again until each corpus is done;
the server has counted every call.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path

import openai

from benchmarks.batch_kills import killed
from benchmarks.batch_memory import peaks
from benchmarks.report import Target, at_least, at_most, print_table, print_targets, told, write_targets
from benchmarks.service_peers import asked_last, by_instructor, by_openai
from benchmarks.service_processes import model_server
from summarizer import Article, AsyncSummarizer
from summarizer.batch.corpus import Given
from summarizer.batch.journal import Journal
from summarizer.batch.local import LocalEngine
from summarizer.batch.output import OutputLines
from summarizer.batch.remembering import Remembering
from summarizer.batch.run import Batch
from summarizer.many import worked_off
from tests.invented import ARTICLE, TEXT

SLOW, FAST = 2.0, 0.2
CALLS = {1: 5, 10: 60, 100: 2_000}
"""Articles by how many are under way."""
SHARE = 0.9
MEMORY = 1.2
FEW = 1_000


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000, help="for memory; 0 leaves it out")
    parser.add_argument("--kills", type=int, default=200, help="0 leaves them out")
    parser.add_argument("--quick", action="store_true", help="rates at 100 under way alone, few articles, 10 kills")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    targets = _rates({100: 400} if options.quick else CALLS)
    if articles := min(options.articles, 2_000 if options.quick else options.articles):
        targets += _memory(articles)
    if kills := min(options.kills, 10 if options.quick else options.kills):
        targets += _kills(kills)
    print_targets(targets)
    if options.json:
        write_targets(options.json, targets)


def _rates(counts: dict[int, int]) -> list[Target]:
    rows, targets = [], []
    for seconds in (SLOW, FAST):
        with model_server(seconds) as port:
            for at_once, count in counts.items():
                if seconds == FAST and at_once != max(counts):
                    continue
                ours, bare, plain = asyncio.run(_measured(port, at_once, count))
                ideal = count / at_once * seconds
                figures = [f"{count / one:.1f}" for one in (ours, bare, plain)]
                figures += [f"{ideal / ours:.3f}", f"{bare / ours:.3f}"]
                rows.append((f"{seconds:g} s, {at_once} under way", *figures))
                name = f"to the bare loop, {seconds:g} s, {at_once} under way"
                targets.append(at_least(name, bare / ours, SHARE) if seconds == SLOW else told(name, bare / ours))
    print_table(("articles a second", "batch", "openai", "instructor", "to ideal", "to openai"), rows)
    return targets


async def _measured(port: int, at_once: int, count: int) -> tuple[float, float, float]:
    """Seconds of the batch, of the bare client, and of instructor."""
    address = f"http://127.0.0.1:{port}/v1"
    with tempfile.TemporaryDirectory() as folder:
        await run_batch(Path(folder, "warm"), address, at_once, 2)
        ours = await _timed(lambda: run_batch(Path(folder), address, at_once, count))
    body = asked_last(port)
    async with openai.AsyncOpenAI(base_url=address, api_key="x", max_retries=0) as client:
        peers = [await _timed(lambda call=call: _all(call, at_once, count))  # type: ignore[misc]
                 for call in (by_openai(client, body), by_instructor(client, body))]  # fmt: skip
    return ours, peers[0], peers[1]


async def _timed(work: Callable[[], Awaitable[object]]) -> float:
    began = time.monotonic()
    await work()
    return time.monotonic() - began


async def run_batch(folder: Path, address: str, at_once: int, count: int) -> None:
    journal = Journal(folder / "journal", {"model": "load/model"})
    output = OutputLines(folder / "briefings.jsonl", journal)
    async with AsyncSummarizer(
        "load/model", base_url=address, api_key="x", wire=lambda inner: Remembering(inner, journal)
    ) as summarizer:
        tally = await Batch(_corpus(count), journal, output).run(LocalEngine(summarizer, at_once))
    output.close()
    journal.close()
    assert tally.briefed == count, tally


def _corpus(count: int) -> Iterator[Given]:
    for number in range(count):
        yield Given(f"{number}", lambda number=number: _article(number))  # type: ignore[misc]


def _article(number: int) -> Article:
    return Article.from_text(f"{TEXT}\n\nRow {number} was long.", published=ARTICLE.published, language="en")


async def _all(call: Callable[[int], Awaitable[object]], at_once: int, count: int) -> None:
    async for _ in worked_off(range(count), call, at_once):
        pass


def _memory(articles: int) -> list[Target]:
    with model_server(0.0) as port:
        few, many, seconds = peaks(port, FEW, articles)
    print_table(
        ("memory of the process, peak", "MB"),
        [(f"{FEW:,} articles", f"{few / 1e6:.0f}"), (f"{articles:,}", f"{many / 1e6:.0f}")],
    )
    return [
        at_most(f"memory of {articles:,} articles, to that of {FEW:,}", many / few, MEMORY),
        told("articles a second of a server that answers at once", articles / seconds),
    ]


def _kills(count: int) -> list[Target]:
    found = killed(count)
    print_table(("killed", "figures"), [(name, f"{value:,}") for name, value in found.items()])
    return [
        at_most("articles lost", found["lost"], 0),
        at_most("articles twice", found["twice"], 0),
        at_most("calls paid twice that were not under way", found["paid twice, not under way"], 0),
    ]


if __name__ == "__main__":
    main()
