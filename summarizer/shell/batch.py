"""The command `summarizer batch`: a whole corpus, taken up again where it was left."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import typer

from summarizer.batch.corpus import Given, open_corpus, size_of
from summarizer.batch.estimate import estimate
from summarizer.batch.journal import Journal
from summarizer.batch.output import OutputLines
from summarizer.batch.reports import FAILED, write_parquet, write_reports
from summarizer.batch.run import Batch, Tally
from summarizer.errors import SettingsError
from summarizer.settings import chosen_model, read_settings
from summarizer.shell.batch_display import BatchDisplay, open_batch_display
from summarizer.shell.batch_engines import open_engine
from summarizer.shell.batch_options import BatchOptions
from summarizer.shell.streams import say

JOURNAL = ".journal"
"""What the journal's name has behind that of the output."""
PARTIAL = 1
"""What the command ends with where some articles have no briefing."""


def run_batch(options: BatchOptions) -> None:
    """Brief a corpus, or say what that would take.

    Raises what would fail every article; what is done stays done. `typer.Exit` where an article has no briefing.
    """
    corpus = open_corpus(options.corpus)
    if options.max_cost_usd is not None:
        _check_prices(options)
    with _opened(options) as (journal, lines):
        if options.dry_run:
            _tell_estimate(options, Batch(corpus, journal, None, retry_failed=options.retry_failed))
            return
        # Nobody who is told nothing waits for the articles to be counted.
        total = None if options.quiet else size_of(options.corpus)
        with open_batch_display(total, quiet=options.quiet) as display:
            tally = _run(options, corpus, journal, lines, display)
        if options.output.suffix == ".parquet" and tally.stopped is None:
            write_parquet(lines, options.output)
        write_reports(journal, options.output.parent)
        failed = journal.count("failed")
        if not options.quiet or failed or tally.unreadable or tally.stopped:
            _tell_end(tally, options.output, failed)
        if tally.stopped or failed or tally.unreadable:
            raise typer.Exit(PARTIAL)


def _run(options: BatchOptions, corpus: Iterator[Given], journal: Journal, lines: Path, display: BatchDisplay) -> Tally:
    output = OutputLines(lines, journal)
    batch = Batch(
        corpus, journal, output, display.tell, retry_failed=options.retry_failed, max_cost_usd=options.max_cost_usd
    )

    async def work() -> Tally:
        async with open_engine(options, journal) as engine:
            return await batch.run(engine)

    try:
        return asyncio.run(work())
    finally:
        output.close()


@contextmanager
def _opened(options: BatchOptions) -> Iterator[tuple[Journal, Path]]:
    """The journal, and the file of lines: the output, or what becomes Parquet in the end."""
    output = options.output
    if output.suffix not in (".jsonl", ".ndjson", ".parquet"):
        raise SettingsError(f"{output} is neither .jsonl nor .parquet.", hint="Name one with --output.")
    others = [one for one in output.parent.glob(f"*{JOURNAL}") if one.name != f"{output.name}{JOURNAL}"]
    if others:
        raise SettingsError(
            f"{output.parent} has the batch of {others[0]} already, and {FAILED} can be of one only.",
            hint="Write to a folder of its own.",
        )
    with ExitStack() as stack:
        journal = Journal(output.with_name(f"{output.name}{JOURNAL}"), _wishes(options))
        stack.callback(journal.close)
        yield journal, output.with_name(f"{output.name}.lines") if output.suffix == ".parquet" else output


def _model_of(options: BatchOptions) -> str:
    """The model's name, as `AsyncSummarizer` chooses it."""
    return chosen_model(read_settings(), options.model)


def _wishes(options: BatchOptions) -> Mapping[str, object]:
    """What all briefings of a batch have in common; where they are made may change from run to run."""
    return {
        "model": _model_of(options),
        "plan": options.plan,
        "write_in": options.write_in or read_settings().language,
        "strict": options.strict,
    }


def _check_prices(options: BatchOptions) -> None:
    from summarizer.llm.prices import cost_of

    provider, _, model = _model_of(options).partition("/")
    if cost_of(provider, model, 1, 1) is None:
        raise SettingsError(
            f"What {_model_of(options)} costs is not known, so --max-cost-usd cannot be kept.",
            hint="See what it would take with --dry-run.",
        )


def _tell_estimate(options: BatchOptions, batch: Batch) -> None:
    found = asyncio.run(estimate(batch.due(), _model_of(options), options.plan))
    cost = "of unknown price" if found.cost_usd is None else f"${found.cost_usd:,.2f}"
    if options.engine == "provider-batch" and found.cost_usd is not None:
        cost = f"${found.cost_usd / 2:,.2f}, at half the price"
    tally = batch.tally
    say(
        f"{found.articles:,} articles to brief, {tally.before:,} settled before, {tally.duplicates:,} duplicates, "
        f"{tally.unreadable:,} unreadable."
    )
    say(
        f"About {found.calls:,} calls, {found.input_tokens:,} tokens read, {found.output_tokens:,} written: {cost}. "
        f"From {found.sampled:,} of them, drafted without a model; answers by measured lengths."
    )


def _tell_end(tally: Tally, output: Path, failed: int) -> None:
    counts = [f"{tally.briefed:,} briefed"]
    counts += [
        f"{count:,} {name}"
        for name, count in {
            "settled before": tally.before, "duplicates": tally.duplicates, "unreadable": tally.unreadable,
            "failed": failed,
        }.items()
        if count
    ]  # fmt: skip
    say(f"{', '.join(counts)}; {tally.tokens:,} tokens, ${tally.cost_usd:.2f}. Written: {output}.")
    if failed or tally.unreadable:
        say(f"Why: {output.with_name(FAILED)}. Again, once that is mended: --retry-failed.")
    if tally.stopped:
        say(f"Stopped: {tally.stopped} Go on with the same command and a higher --max-cost-usd.")
