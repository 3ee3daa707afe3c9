"""The command `summarizer batch`: a whole corpus, taken up again where it was left."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from summarizer.batch.corpus import PARQUET, Given, open_corpus, passed_over, size_of
from summarizer.batch.estimate import estimate
from summarizer.batch.journal import Journal
from summarizer.batch.output import OutputLines
from summarizer.batch.reports import FAILED, SOURCES, require_pyarrow, write_parquet, write_reports
from summarizer.batch.run import Batch, Tally
from summarizer.errors import SettingsError
from summarizer.settings import chosen_model, read_settings
from summarizer.shell.batch_display import BatchDisplay, dollars, open_batch_display
from summarizer.shell.batch_engines import open_engine
from summarizer.shell.batch_options import BatchOptions
from summarizer.shell.streams import say

JOURNAL = ".journal"
"""What the journal's name has behind that of the output."""
MOST_KINDS = 5
"""Suffixes of passed over files that are told, at most."""
PARTIAL = 1
"""What the command ends with where some articles have no briefing."""


def run_batch(options: BatchOptions) -> None:
    """Brief a corpus, or say what that would take.

    Raises what would fail every article; what is done stays done. `typer.Exit` where an article has no briefing.
    """
    _check_options(options)
    own = _own_files(options.output)
    _check_output(options, own)
    corpus = open_corpus(options.corpus, own.all_of_them())
    if options.dry_run:
        with _journal_to_look_at(own.journal) as journal:
            _tell_estimate(options, Batch(corpus, journal, None, retry_failed=options.retry_failed))
        return
    with closing(Journal(own.journal, _wishes(options))) as journal:
        # Nobody who is told nothing waits for the articles to be counted.
        total = None if options.quiet else size_of(options.corpus, own.all_of_them())
        try:
            with open_batch_display(total, quiet=options.quiet) as display:
                tally = _run(options, corpus, journal, own.lines, display)
            if options.output.suffix.lower() == PARQUET and tally.stopped is None:
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


@dataclass(frozen=True)
class OwnFiles:
    """What a batch writes."""

    output: Path
    lines: Path
    """The output, or what becomes Parquet in the end."""
    journal: Path
    reports: tuple[Path, ...]

    def all_of_them(self) -> frozenset[Path]:
        """Every one, as a corpus would have them."""
        beside = [self.journal.with_name(f"{self.journal.name}{more}") for more in ("", "-wal", "-shm", ".lock")]
        return frozenset(path.resolve() for path in (self.output, self.lines, *beside, *self.reports))


def _own_files(output: Path) -> OwnFiles:
    lines = output.with_name(f"{output.name}.lines") if output.suffix.lower() == PARQUET else output
    reports = (output.with_name(FAILED), output.with_name(SOURCES))
    return OwnFiles(output, lines, output.with_name(f"{output.name}{JOURNAL}"), reports)


def _check_output(options: BatchOptions, own: OwnFiles) -> None:
    """Raise `SettingsError` where the output can't be written, or a file would be lost by it."""
    output = options.output
    if output.suffix.lower() not in (".jsonl", ".ndjson", PARQUET):
        raise SettingsError(f"{output} is neither .jsonl nor .parquet.", hint="Name one with --output.")
    if output.suffix.lower() == PARQUET:
        # Told before anything is paid.
        require_pyarrow()
    if options.corpus.resolve() in own.all_of_them():
        raise SettingsError(
            f"{options.corpus} would be overwritten: a batch writes {output.name}, {FAILED} and {SOURCES}.",
            hint="Write to a folder of its own, with --output.",
        )
    others = [one for one in output.parent.glob(f"*{JOURNAL}") if one.name != own.journal.name]
    if others:
        raise SettingsError(
            f"{output.parent} has the batch of {others[0]} already, and {FAILED} can be of one only.",
            hint="Write to a folder of its own.",
        )
    there = [path for path in (own.output, own.lines, *own.reports) if path.exists()]
    if there and not own.journal.exists():
        raise SettingsError(
            f"{there[0]} is there, and is of no batch that has its journal here.",
            hint="Take it away to begin anew, or write elsewhere.",
        )


@contextmanager
def _journal_to_look_at(file: Path) -> Iterator[Journal]:
    """A copy of a batch's journal, or an empty one: to look at it begins no batch, and disturbs none."""
    with TemporaryDirectory() as folder:
        copy = Path(folder, "journal")
        if file.exists():
            with (
                closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as known,
                closing(sqlite3.connect(copy)) as copied,
            ):
                known.backup(copied)
        with closing(Journal(copy, None)) as journal:
            yield journal


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

    provider, _, model = _model_of(options).partition("/")
    if cost_of(provider, model, 1, 1) is None:
        raise SettingsError(
            f"What {_model_of(options)} costs is not known, so --max-cost-usd cannot be kept.",
            hint="See what it would take with --dry-run.",
        )


def _tell_estimate(options: BatchOptions, batch: Batch) -> None:
    found = asyncio.run(estimate(batch.due(), _model_of(options), options.plan))
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
        kinds = ", ".join(f"{count:,} {suffix or 'without a suffix'}" for suffix, count in found.most_common(MOST_KINDS))
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
