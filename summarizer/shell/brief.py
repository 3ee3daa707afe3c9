"""The command `summarizer brief`: one article after the other, each told of, each delivered when it is done."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import typer

from summarizer.article import Metadata
from summarizer.briefing import Briefing
from summarizer.errors import ArticleError, AuthenticationError, ModelError, SettingsError, SummarizerError
from summarizer.events import briefing_of
from summarizer.shell.display import Display, open_display
from summarizer.shell.exits import tell_error
from summarizer.shell.inputs import STANDARD_INPUT, Input, Inputs
from summarizer.shell.options import BriefOptions
from summarizer.shell.outputs import Outputs
from summarizer.shell.streams import say
from summarizer.summarizer import AsyncSummarizer


def brief(options: BriefOptions) -> None:
    """Brief all articles of a command line.

    An article that fails is told of, and the next one follows. Raises what would fail all of them
    (`SettingsError`, `WeightsError`, `AuthenticationError`), and else `typer.Exit` with the code of the first
    failure.
    """
    if options.files.count(STANDARD_INPUT) > 1:
        raise SettingsError("The standard input can be read only once.", hint="Name - once.")
    inputs = Inputs(options.files, _known(options))
    if inputs.several and options.title is not None:
        raise SettingsError("One --title does not fit several articles.", hint="Give titles in JSON Lines.")
    outputs = Outputs(options, several=inputs.several)
    # One event loop for all, for the connection to the model lives in it. Articles are read outside of it,
    # where Ctrl-C ends a reading at once.
    with asyncio.Runner() as loop:
        run = BriefRun(loop, loop.run(_summarizer(options)), outputs, open_display(quiet=options.quiet))
        try:
            for given in inputs:
                run.brief(given, about=given.name if inputs.several else "")
        finally:
            run.close()
    if run.failures and inputs.several:
        say(f"{run.briefed} briefed, {len(run.failures)} failed.")
    raise typer.Exit(run.failures[0].exit_code if run.failures else 0)


class BriefRun:
    """One run of the command: what it works with, and how it went."""

    def __init__(self, loop: asyncio.Runner, summarizer: AsyncSummarizer, outputs: Outputs, display: Display) -> None:
        self._loop = loop
        self._summarizer = summarizer
        self._outputs = outputs
        self._display = display
        self.briefed = 0
        self.failures: list[SummarizerError] = []

    def brief(self, given: Input, *, about: str) -> None:
        """Brief one article and deliver the briefing; `about` names it where there are several.

        What fails this article alone is told of and kept in `failures`; other errors are raised.
        """
        try:
            article = given.read()
            tell = partial(self._display.tell, about=about)
            briefing = self._loop.run(briefing_of(self._summarizer.stream(article), tell))
        except AuthenticationError:
            # The next article would be refused as well.
            raise
        except (ArticleError, ModelError) as error:
            self._display.clear()
            # The message of an ArticleError names the article already.
            tell_error(error, about=about if isinstance(error, ModelError) else None)
            self.failures.append(error)
            return
        self._display.clear()
        files = self._outputs.deliver(briefing, article, given.stem)
        self.briefed += 1
        self._display.note(_summary(briefing, about, files))

    def close(self) -> None:
        """Take the progress off the screen and close the connection to the model."""
        self._display.clear()
        self._loop.run(self._summarizer.aclose())


def _known(options: BriefOptions) -> Metadata:
    return {
        "title": options.title,
        "outlet": options.outlet,
        "published": options.published,
        "language": options.language,
    }


async def _summarizer(options: BriefOptions) -> AsyncSummarizer:
    return AsyncSummarizer(
        _models(options),
        base_url=options.base_url,
        plan=options.plan,
        timeout=options.timeout,
        max_attempts=options.max_attempts,
        max_tokens=options.max_tokens,
        max_cost_usd=options.max_cost,
        max_seconds=options.max_seconds,
        strict=options.strict,
        language=options.write_in,
    )


def _models(options: BriefOptions) -> str | list[str] | None:
    """The model that was asked for, with those that stand in for it. Raises `SettingsError` where none was."""
    if not options.fallback:
        return options.model
    if options.model is None:
        raise SettingsError("--fallback stands in for a --model, and none is named.", hint="Name the first one, too.")
    return [options.model, *options.fallback]


def _summary(briefing: Briefing, about: str, files: Sequence[Path]) -> str:
    verdicts, making = briefing.verification, briefing.provenance
    counts = [f"{verdicts.facts} facts"]
    if verdicts.refused:
        counts.append(f"{len(verdicts.refused)} refused")
    if making.notes:
        counts.append("1 note" if len(making.notes) == 1 else f"{len(making.notes)} notes")
    lead = f"{about}: briefed" if about else "Briefed"
    written = f" Written: {', '.join(str(file) for file in files)}." if files else ""
    return f"{lead} in {making.seconds:.0f} s: {', '.join(counts)}.{written}"
