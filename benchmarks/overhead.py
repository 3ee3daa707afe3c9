"""What the SDK adds to a call: beside plain instructor and the bare openai client, in one run, on one server.

`python -m benchmarks.overhead [--calls N] [--json FILE]`

The server answers at once. One call is one briefing by the large plan; the others make the very same call. Checking is
what this project is for, so its CPU is measured by itself and told apart from the rest of ours.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import openai

from benchmarks.report import Target, at_most, print_table, print_targets, told, write_targets
from benchmarks.service_peers import asked_last, by_instructor, by_openai
from benchmarks.service_processes import model_server
from summarizer import Article, AsyncSummarizer
from summarizer.briefing import Provenance
from summarizer.checking import Checking
from summarizer.summarizer import Clock
from tests.invented import ARTICLE, DRAFT, TEXT

RATIO, OWN_MS = 1.5, 5.0
WARM = 10
"""Calls before those that are measured."""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=300)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    with model_server(0.0) as port:
        found = asyncio.run(_measured(port, options.calls))
    print_table(("CPU ms, wall ms a call", "CPU", "wall"), [(n, f"{c:.2f}", f"{w:.2f}") for n, (c, w) in found.items()])
    targets = _targets(found)
    print_targets(targets)
    if options.json:
        write_targets(options.json, targets)


def _targets(found: dict[str, tuple[float, float]]) -> list[Target]:
    ours, instructor, bare = found["the SDK"], found["instructor"], found["the openai client"]
    return [
        at_most("CPU of the SDK, to instructor's", ours[0] / instructor[0], RATIO),
        at_most("wall time of the SDK, to instructor's", ours[1] / instructor[1], RATIO),
        at_most("CPU of our own a call without checking, ms", ours[0] - found["checking alone"][0] - bare[0], OWN_MS),
        told("CPU of checking, ms", found["checking alone"][0]),
    ]


async def _measured(port: int, calls: int) -> dict[str, tuple[float, float]]:
    address = f"http://127.0.0.1:{port}/v1"
    async with (
        AsyncSummarizer("load/model", base_url=address, api_key="x") as summarizer,
        openai.AsyncOpenAI(base_url=address, api_key="x", max_retries=0) as client,
    ):

        async def brief(number: int) -> None:
            await summarizer.brief(_article(number))

        found = {"the SDK": await _cost(brief, calls)}
        body = asked_last(port)
        found["instructor"] = await _cost(by_instructor(client, body), calls)
        found["the openai client"] = await _cost(by_openai(client, body), calls)

    async def check(number: int) -> None:
        Checking(_article(number), None, False, _provenance)._first(DRAFT)

    found["checking alone"] = await _cost(check, calls)
    return found


async def _cost(call: Callable[[int], Awaitable[object]], calls: int) -> tuple[float, float]:
    """Milliseconds of CPU and of wall time a call."""
    for number in range(WARM):
        await call(-number - 1)
    cpu, wall = time.process_time(), time.monotonic()
    for number in range(calls):
        await call(number)
    return (time.process_time() - cpu) / calls * 1000, (time.monotonic() - wall) / calls * 1000


def _article(number: int) -> Article:
    return Article.from_text(f"{TEXT}\n\nRow {number} was long.", published=ARTICLE.published, language="en")


def _provenance() -> Provenance:
    return Provenance(
        model="load/model", prompt_versions={}, summarizer_version="0", created_at=Clock().now(), seconds=0.0,
        attempts=[], input_tokens=0, output_tokens=0, cost_usd=None, notes=[],
    )  # fmt: skip


if __name__ == "__main__":
    main()
