"""The command `summarizer batch`: a whole corpus, taken up again where it was left."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import closing
from math import isfinite
from pathlib import Path

import typer

from summarizer.batch.corpus import Given, passed_over, size_of
from summarizer.batch.estimate import estimate
from summarizer.batch.journal import Journal
from summarizer.batch.output import OutputLines
from summarizer.batch.parquet import is_parquet
from summarizer.batch.reports import FAILED, write_parquet, write_reports
from summarizer.batch.run import Batch, Tally
from summarizer.errors import SettingsError
from summarizer.settings import read_settings
from summarizer.shell.batch_display import BatchDisplay, dollars, open_batch_display
from summarizer.shell.batch_engines import model_of, open_engine
from summarizer.shell.batch_files import OwnFiles, check_output, corpus_of, journal_to_look_at, own_files
from summarizer.shell.batch_options import BatchOptions
from summarizer.shell.exits import INCOMPLETE
from summarizer.shell.streams import say

MOST_KINDS = 5
"""Suffixes of passed over files that are told, at most."""


def run_batch(options: BatchOptions) -> None:
    """Brief a corpus, or say what that would take.

    Raises what would fail every article; what is done stays done. `typer.Exit` where an article has no briefing.
    """
    _check_options(options)
    own = own_files(options.output)
    check_output(options, own)
    corpus = corpus_of(options)
    if options.dry_run:
        with journal_to_look_at(own.journal) as journal:
            _tell_estimate(options, Batch(corpus, journal, None, retry_failed=options.retry_failed))
        return
    with closing(Journal(own.journal, _wishes(options))) as journal:
        # Nobody who is told nothing waits for the articles to be counted.
        total = None if options.quiet else size_of(options.corpus, own.all_of_them())
        try:
            with open_batch_display(total, quiet=options.quiet) as display:
                tally = _run(options, corpus, journal, own.lines, display)
            if is_parquet(options.output) and tally.stopped is None:
                write_parquet(own.lines, options.output)
        except KeyboardInterrupt:
            say("What is done stays done: the same command goes on where it was.")
            raise
        finally:
            write_reports(journal, options.output.parent)
        failed = journal.count("failed")
        if not options.quiet or failed or tally.unreadable or tally.stopped:
            _tell_end(tally, options, own, failed)
            _tell_passed_over(options, own)
        if tally.stopped or failed or tally.unreadable:
            raise typer.Exit(INCOMPLETE)


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


def _wishes(options: BatchOptions) -> Mapping[str, object]:
    """What all briefings of a batch have in common; where they are made may change from run to run."""
    return {
        "model": model_of(options),
        "plan": options.plan,
        "write_in": options.write_in or read_settings().language,
        "strict": options.strict,
    }


def _check_options(options: BatchOptions) -> None:
    """Raise `SettingsError` for what can't be, or would be passed over."""
    if not all(isfinite(rate or 0) for rate in (options.requests_per_minute, options.tokens_per_minute)):
        raise SettingsError("A rate without end is none.", hint="Leave it out.")
    if options.address is not None and options.engine != "ray":
        raise SettingsError("--address is of a Ray cluster.", hint="Give --engine ray with it.")
    if options.max_cost_usd is not None:
        _check_prices(options)


def _check_prices(options: BatchOptions) -> None:
    from summarizer.llm.prices import cost_of

    provider, _, model = model_of(options).partition("/")
    if cost_of(provider, model, 1, 1) is None:
        raise SettingsError(
            f"What {model_of(options)} costs is not known, so --max-cost-usd cannot be kept.",
            hint="See what it would take with --dry-run.",
        )


def _tell_estimate(options: BatchOptions, batch: Batch) -> None:
    found = asyncio.run(estimate(batch.due(), model_of(options), options.plan))
    cost = "of unknown price" if found.cost_usd is None else dollars(found.cost_usd)
    if options.engine == "provider-batch" and found.cost_usd is not None:
        cost = f"{dollars(found.cost_usd / 2)}, at half the price"
    tally = batch.tally
    say(
        f"{found.articles:,} articles to brief, {tally.before:,} settled before, {tally.duplicates:,} duplicates, "
        f"{tally.unreadable:,} unreadable."
    )
    say(
        f"About {found.calls:,} calls, {found.input_tokens:,} tokens read, {found.output_tokens:,} written: {cost}. "
        f"From {found.sampled:,} of them, drafted without a model; answers by measured lengths."
    )


def _tell_passed_over(options: BatchOptions, own: OwnFiles) -> None:
    """Say which files of a folder are no articles by their suffix."""
    found = passed_over(options.corpus, own.all_of_them())
    if found:
        kinds = ", ".join(
            f"{count:,} {suffix or 'without a suffix'}" for suffix, count in found.most_common(MOST_KINDS)
        )
        more = ", …" if len(found) > MOST_KINDS else ""
        say(f"Passed over, for they are no articles by their names: {kinds}{more}.")


def _tell_end(tally: Tally, options: BatchOptions, own: OwnFiles, failed: int) -> None:
    counts = [f"{tally.briefed:,} briefed"]
    counts += [
        f"{count:,} {name}"
        for name, count in {
            "settled before": tally.before, "duplicates": tally.duplicates, "unreadable": tally.unreadable,
            "failed": failed,
        }.items()
        if count
    ]  # fmt: skip
    written = own.lines if tally.stopped else own.output
    say(f"{', '.join(counts)}; {tally.tokens:,} tokens, {dollars(tally.cost_usd)}. Written: {written}.")
    if not tally.seen:
        say(f"There is no article in {options.corpus}.")
    if tally.gone:
        say(f"{tally.gone:,} of the briefings are of texts that {options.corpus} has no more.")
    if failed or tally.unreadable:
        again = " Again, once that is mended: --retry-failed." if failed else ""
        say(f"Why: {own.output.with_name(FAILED)}.{again}")
    if tally.stopped:
        say(f"Stopped: {tally.stopped} Go on with the same command and a higher --max-cost-usd.")
