"""How many articles a day, by model, machines and money; and whether the simulation says what happens.

`python -m benchmarks.capacity [--data FOLDER] [--quick] [--json FILE]`

Measured in this run: the tokens that the real questions about real articles have (those of `--data`, else the invented
negotiation of `tests/dossier`), the CPU that an article takes of ours, and the rate of a batch before a server on
loopback, which the simulation has to meet. Taken over: prices (`genai-prices`), tokens of answers (`estimate.py`).
Assumed, and named in the table's head: how fast a hosted model writes, what a provider allows, how long the embedded
model takes. Whoever plans puts in their own (`ASSUMED`).
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.batch import run_batch
from benchmarks.capacity_simulation import Load, simulate
from benchmarks.gold import read_gold
from benchmarks.report import Target, at_most, print_table, print_targets, told, write_targets
from benchmarks.service_processes import model_server
from summarizer import Article
from summarizer.batch.estimate import Estimate, estimate
from summarizer.batch.run import Due
from tests.dossier.world_files import articles as invented

DAY = 86_400
MODELS = ("openai/gpt-5-nano", "openai/gpt-5-mini", "openai/gpt-5", "anthropic/claude-haiku-4-5")
AT_ONCE = 100
OFF = 0.1
"""By how much the simulation may be off."""


@dataclass(frozen=True)
class Assumed:
    """What nobody here has measured."""

    first_token: float = 1.0
    """Seconds until a hosted model begins to write."""
    a_second: float = 80.0
    """Tokens that it writes a second."""
    requests: float = 5_000.0
    """Requests a minute that the provider allows."""
    tokens: float = 2_000_000.0
    """Tokens a minute that it allows."""
    embedded: float = 40.0
    """Seconds that the embedded model takes for an article of 12 sentences on two cores: 20 to 60 were seen."""


ASSUMED = Assumed()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--quick", action="store_true", help="a shorter measurement")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    found = [gold.article for gold in read_gold(options.data)] if options.data else list(invented().values())
    cpu, targets = _checked(200 if options.quick else 800)
    _table(found, cpu)
    print_targets(targets)
    if options.json:
        write_targets(options.json, targets)


def _checked(count: int) -> tuple[float, list[Target]]:
    """CPU seconds of an article, and whether simulated batches take as long as real ones."""
    with model_server(0.0) as port:
        cpu, _ = _batch(port, 1, 100)
    rows, targets = [], [told("CPU of an article, ms", round(1_000 * cpu, 2))]
    for seconds, at_once in ((0.5, 10), (2.0, 100)):
        articles = count if at_once == AT_ONCE else count // 4
        with model_server(seconds) as port:
            _, took = _batch(port, at_once, articles)
        simulated = simulate(Load(articles, at_once, [seconds], cpu))
        rows.append((f"{seconds:g} s, {at_once} under way", f"{articles / took:.1f}", f"{articles / simulated:.1f}"))
        targets.append(at_most(f"simulation off, {seconds:g} s, {at_once} under way", abs(simulated / took - 1), OFF))
    print_table(("articles a second", "measured", "simulated"), rows)
    return cpu, targets


def _batch(port: int, at_once: int, count: int) -> tuple[float, float]:
    """Seconds of CPU an article, and of all."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run_batch(Path(folder, "warm"), f"http://127.0.0.1:{port}/v1", at_once, 5))
        cpu, began = time.process_time(), time.monotonic()
        asyncio.run(run_batch(Path(folder), f"http://127.0.0.1:{port}/v1", at_once, count))
        return (time.process_time() - cpu) / count, time.monotonic() - began


def _table(found: Sequence[Article], cpu: float) -> None:
    sentences = sum(len(article.sentences) for article in found) / len(found)
    characters = sum(len(article.text) for article in found) / len(found)
    print(f"\n{len(found)} articles of {sentences:.0f} sentences, {characters:,.0f} characters on average; {ASSUMED}\n")
    rows = []
    for model in MODELS:
        each = asyncio.run(estimate(_due(found), model, "large"))
        rows.append(_row(model, each, len(found), cpu))
    small = asyncio.run(estimate(_due(found), "embedded/qwen2.5-coder-1.5b", "small"))
    seconds = ASSUMED.embedded * sentences / 12
    figures = (*_tokens(small, len(found)), "0.00", "0.00", f"{DAY / seconds:,.0f}", "the model")
    rows.append(("embedded, two cores", *figures, f"{1e6 * seconds / DAY:,.0f}"))
    print_table(
        ("an article, the large plan", "read", "written", "$ a 1,000", "by batch API", "a day, one process", "bound by",
         "processes for 1,000,000 a day"), rows,
    )  # fmt: skip


def _row(model: str, each: Estimate, count: int, cpu: float) -> tuple[str, ...]:
    written = each.output_tokens / count
    call = ASSUMED.first_token + written / ASSUMED.a_second
    tokens = (each.input_tokens + each.output_tokens) / count
    articles = 20_000
    free = articles / simulate(Load(articles, AT_ONCE, [call], cpu))
    allowed = min(ASSUMED.requests, ASSUMED.tokens / tokens) / 60
    rate, bound = (free, f"{AT_ONCE} under way") if free <= allowed else (allowed, "the provider")
    if rate * cpu > OFF * 9:
        bound = "our CPU"
    cost = "?" if each.cost_usd is None else f"{1_000 * each.cost_usd / count:.2f}"
    half = "?" if each.cost_usd is None else f"{500 * each.cost_usd / count:.2f}"
    return model, *_tokens(each, count), cost, half, f"{DAY * rate:,.0f}", bound, f"{1e6 / (DAY * rate):,.1f}"


def _tokens(each: Estimate, count: int) -> tuple[str, str]:
    return f"{each.input_tokens / count:,.0f}", f"{each.output_tokens / count:,.0f}"


async def _due(found: Sequence[Article]) -> AsyncIterator[Due]:
    for number, article in enumerate(found):
        yield Due(str(number), article)


if __name__ == "__main__":
    main()
