"""How many articles a day, by model, machines and money; and whether the simulation says what happens.

`python -m benchmarks.capacity [--data FOLDER] [--quick] [--first-token S] [--tokens-a-second N] [--embedded S]`

Measured in this run: the tokens that the real questions about real articles have (those of `--data`, else the invented
negotiation of `tests/dossier`), the CPU that an article and that each of its sentences takes of ours, and the rate of
a batch before a server on loopback, which the simulation has to meet. Taken over: prices (`genai-prices`), tokens of
answers (`estimate.py`).
Assumed, and printed above the tables: how fast a hosted model writes, and how long the embedded one takes for a
sentence. Whoever plans gives their own.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from benchmarks.batch import run_batch
from benchmarks.capacity_simulation import Load, simulate
from benchmarks.gold import read_gold
from benchmarks.report import Target, at_most, print_table, print_targets, told, write_targets
from benchmarks.service_processes import model_server
from summarizer import Article
from summarizer.batch.estimate import Estimate, estimate
from summarizer.batch.run import Due
from summarizer.checking import Checking
from summarizer.extraction.large_plan import MAX_TOKENS
from tests.dossier.drafts import DRAFTS
from tests.dossier.world_files import articles as invented
from tests.dossier.world_files import briefings
from tests.invented import ARTICLE

if TYPE_CHECKING:
    from summarizer.extraction.asking import Asking

DAY = 86_400
MILLION = 1_000_000
MODELS = ("openai/gpt-5-nano", "openai/gpt-5-mini", "openai/gpt-5", "anthropic/claude-haiku-4-5")
AT_ONCE = 100
CALLS = (5.0, 60.0)
"""Seconds of a call, beside those that the assumptions give: a fast model, and one that thinks before it writes."""
EMBEDDED = 1.7
"""Seconds of the embedded model for a sentence: `summarizer batch` on 8 invented articles, 93 sentences, 157 s."""
BUSY = 0.9
"""Share of one core that a process is planned to use."""
NOBODY = cast("Asking", None)
OFF = 0.1
"""By how much the simulation may be off."""


@dataclass(frozen=True)
class Assumed:
    """What is not measured here."""

    first_token: float
    """Seconds until a hosted model begins to write."""
    a_second: float
    """Tokens that it writes a second."""
    embedded: float
    """Seconds that the embedded model takes for one sentence of an article, on two cores."""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--first-token", type=float, default=1.0, help="seconds; assumed")
    parser.add_argument("--tokens-a-second", type=float, default=80.0, help="assumed")
    parser.add_argument("--embedded", type=float, default=EMBEDDED, help="seconds a sentence; measured once")
    parser.add_argument("--quick", action="store_true", help="a shorter measurement")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    found = [gold.article for gold in read_gold(options.data)] if options.data else list(invented().values())
    cpu, targets = _checked(200 if options.quick else 800)
    assumed = Assumed(options.first_token, options.tokens_a_second, options.embedded)
    _tables(found, cpu, asyncio.run(_checking()), assumed)
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


async def _checking() -> float:
    """CPU seconds of a sentence for checking: by the invented negotiation, whose drafts are there."""
    provenance = next(iter(briefings().values())).provenance
    took, sentences = 0.0, 0
    # The second time, when all that is read once has been read.
    for _ in range(2):
        began, sentences = time.process_time(), 0
        for name, article in invented().items():
            # Nothing of these drafts is refused, so nobody is asked again.
            await Checking(article, None, strict=False, provenance=lambda: provenance).briefing(DRAFTS[name], NOBODY)
            sentences += len(article.sentences)
        took = time.process_time() - began
    return took / sentences


def _tables(found: Sequence[Article], cpu: float, checking: float, assumed: Assumed) -> None:
    count = len(found)
    sentences = sum(len(article.sentences) for article in found) / count
    characters = sum(len(article.text) for article in found) / count
    cpu += checking * (sentences - len(ARTICLE.sentences) - 1)
    print(f"\n{count} articles of {sentences:.0f} sentences, {characters:,.0f} characters on average")
    print(f"CPU of ours: {1e3 * cpu:.0f} ms an article. {assumed}\n")
    large = {model: asyncio.run(estimate(_due(found), model, "large")) for model in MODELS}
    small = asyncio.run(estimate(_due(found), "embedded/qwen2.5-coder-1.5b", "small"))
    rows = [(model, *_spent(each, count)) for model, each in large.items()]
    rows.append(("embedded, small plan", *_spent(small, count)))
    print_table(("an article", "tokens read", "written", "$ a 1,000", "by batch API"), rows)
    each = large[MODELS[0]]
    call = assumed.first_token + each.output_tokens / count / assumed.a_second
    print()
    # A provider, and so --tokens-per-minute, counts the longest answer that a call allows.
    tokens = each.input_tokens / count + MAX_TOKENS
    print_table(
        ("a hosted model, large plan", "a day, 100 under way", "for 1,000,000 a day: under way", "processes",
         "requests a minute", "tokens a minute"),
        [_hosted(seconds, tokens, cpu) for seconds in sorted((*CALLS, call))],
    )  # fmt: skip
    seconds = assumed.embedded * sentences
    print()
    print_table(
        ("the embedded model", "an article, s", "a day, one machine", "machines for 1,000,000 a day"),
        [("two cores", f"{seconds:.0f}", f"{DAY / seconds:,.0f}", f"{MILLION * seconds / DAY:,.0f}")],
    )


def _spent(each: Estimate, count: int) -> tuple[str, ...]:
    """Tokens and dollars."""
    prices = ("?", "?")
    if each.cost_usd is not None:
        prices = (f"{1_000 * each.cost_usd / count:.2f}", f"{500 * each.cost_usd / count:.2f}")
    return f"{each.input_tokens / count:,.0f}", f"{each.output_tokens / count:,.0f}", *prices


def _hosted(call: float, tokens: float, cpu: float) -> tuple[str, ...]:
    """Articles a day where a call takes so many seconds, and what a million a day need: by simulation."""
    articles = 20_000
    rate = articles / simulate(Load(articles, AT_ONCE, [call], cpu))
    wanted = MILLION / DAY
    processes = math.ceil(wanted * cpu / BUSY)
    under_way = math.ceil(wanted * (call + cpu) / processes)
    while processes * articles / simulate(Load(articles, under_way, [call], cpu)) < wanted:
        under_way += 1
    needed = (f"{processes * under_way:,}", f"{processes}", f"{60 * wanted:,.0f}", f"{60 * wanted * tokens:,.0f}")
    return f"a call of {call:.0f} s", f"{DAY * rate:,.0f}", *needed


async def _due(found: Sequence[Article]) -> AsyncIterator[Due]:
    for number, article in enumerate(found):
        yield Due(str(number), article)


if __name__ == "__main__":
    main()
