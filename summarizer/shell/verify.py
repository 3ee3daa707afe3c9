"""The command `summarizer verify`: a briefing against its article, with an exit code that a script can read."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from summarizer.article import Article
from summarizer.briefing import Briefing
from summarizer.errors import BriefingFormatError, SettingsError
from summarizer.rendering.verdicts import render_verdicts, summary
from summarizer.shell.exits import UNSUPPORTED
from summarizer.shell.inputs import STANDARD_INPUT
from summarizer.shell.options import VerifyOptions
from summarizer.shell.streams import looks_of_output, say, show
from summarizer.sources import MAX_BYTES, file_bytes
from summarizer.verification import verify


def verify_briefing(options: VerifyOptions) -> None:
    """Judge a briefing and show the verdicts. Ends with `UNSUPPORTED` where it has facts that do not hold.

    Raises `BriefingFormatError` or `ArticleError` where one of the two cannot be read, `SettingsError` where
    both are the standard input.
    """
    if options.briefing == options.article == STANDARD_INPUT:
        raise SettingsError("The standard input can be read only once.", hint="Name a file for one of the two.")
    article = Article.from_bytes(
        _read(options.article),
        name=_named(options.article),
        published=options.published,
        language=None,
    )
    report = verify(_briefing(options.briefing), article, language=options.language, strict=options.strict)
    if options.format == "json":
        show(f"{report.model_dump_json(indent=2)}\n")
    else:
        looks = looks_of_output()
        show(render_verdicts(report, width=looks.width, color=looks.color))
    if not options.quiet and options.format == "json":
        say(summary(report))
    raise typer.Exit(0 if report.holds else UNSUPPORTED)


def _briefing(file: str) -> Briefing:
    try:
        return Briefing.from_json(_read(file))
    except BriefingFormatError as error:
        raise BriefingFormatError(f"{_named(file)}: {error.message}", hint=error.hint) from None


def _named(file: str) -> str:
    return "standard input" if file == STANDARD_INPUT else file


def _read(file: str) -> bytes:
    return sys.stdin.buffer.read(MAX_BYTES + 1) if file == STANDARD_INPUT else file_bytes(Path(file))
