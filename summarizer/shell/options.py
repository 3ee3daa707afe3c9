"""The options of the commands, a frozen dataclass each, and the way in which a command takes it."""

from __future__ import annotations

import datetime as dt
import inspect
import math
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, get_type_hints

import typer

Format = Literal["terminal", "json", "markdown", "html"]

Options = TypeVar("Options")


def takes(options: type[Options]) -> Callable[[Callable[[Options], None]], Callable[..., None]]:
    """Let a command take its options as one dataclass, whose fields declare them as typer's parameters."""

    def decorate(command: Callable[[Options], None]) -> Callable[..., None]:
        def call(**values: Any) -> None:
            command(options(**values))

        hints = get_type_hints(options, include_extras=True)
        call.__doc__ = command.__doc__
        call.__annotations__ = hints
        call.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
            [
                inspect.Parameter(
                    field.name,
                    inspect.Parameter.KEYWORD_ONLY,
                    default=inspect.Parameter.empty if field.default is MISSING else field.default,
                    annotation=hints[field.name],
                )
                for field in fields(options)  # type: ignore[arg-type]
            ]
        )
        return call

    return decorate


def _day(text: str) -> dt.date:
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day. Write it as 2025-06-01.") from None


def language_option(text: str) -> str:
    """The ISO 639-1 code that an option names. Raises `typer.BadParameter`."""
    from summarizer.reading.language_detection import language_code

    code = language_code(text)
    if code is None:
        raise typer.BadParameter(f"{text!r} is not an ISO 639-1 code. Write it as en, uk or ja.")
    return code


def seconds_option(text: str) -> float:
    """The seconds that an option names. Raises `typer.BadParameter`."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise typer.BadParameter(f"{text!r} is not a number of seconds above 0.")
    return seconds


BaseUrl = Annotated[
    str | None,
    typer.Option("--base-url", metavar="URL", help="Address of an endpoint that speaks the OpenAI protocol."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors on the standard error.")]
Strict = Annotated[
    bool, typer.Option("--strict", help="Refuse what could not be judged, too; the article's own words stand.")
]


@dataclass(frozen=True, kw_only=True)
class BriefOptions:
    """What `summarizer brief` was asked."""

    files: Annotated[
        list[str],
        # Its help stands in the command's: typer would show the Python type beside it.
        typer.Argument(metavar="FILE", hidden=True),
    ]
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            show_default=False,
            help="What the briefing is shown as. Without it, the suffix of --output tells, else terminal.",
        ),
    ] = None
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write the briefing to this file instead of the standard output; a folder for several articles.",
        ),
    ] = None
    save: Annotated[
        Path | None,
        typer.Option(
            "--save",
            metavar="FOLDER",
            help="Besides, write briefing.json, briefing.md and briefing.html there "
            "(for several articles, files named after each).",
        ),
    ] = None
    model: Annotated[
        str | None,
        typer.Option(
            "--model",
            "-m",
            metavar="PROVIDER/NAME",
            help="Model that answers; without it SUMMARIZER_MODEL, else the embedded one. See summarizer models.",
        ),
    ] = None
    fallback: Annotated[
        list[str] | None,
        typer.Option(
            "--fallback",
            metavar="PROVIDER/NAME",
            show_default=False,
            help="Model that answers where --model can't; can be given several times, needs --model.",
        ),
    ] = None
    base_url: BaseUrl = None
    plan: Annotated[
        Literal["small", "large"] | None,
        typer.Option(
            "--plan",
            show_default=False,
            help="Many small questions, or one large one; each model has its default.",
        ),
    ] = None
    published: Annotated[
        dt.date | None,
        typer.Option(
            "--published",
            metavar="YYYY-MM-DD",
            parser=_day,
            help="Day of publication, from which relative dates count.",
        ),
    ] = None
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published the article.")] = None
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its headline.")] = None
    language: Annotated[
        str | None,
        typer.Option(
            "--language", metavar="CODE", parser=language_option, help="Its language (ISO 639-1); detected without it."
        ),
    ] = None
    write_in: Annotated[
        str | None,
        typer.Option(
            "--write-in",
            metavar="CODE",
            parser=language_option,
            help="Language of the briefing's own words (ISO 639-1); without it SUMMARIZER_LANGUAGE, else the "
            "article's. Evidence and names stay as printed.",
        ),
    ] = None
    timeout: Annotated[
        float | None,
        typer.Option(
            "--timeout",
            metavar="SECONDS",
            parser=seconds_option,
            help="Time that one briefing may take; without it SUMMARIZER_TIMEOUT, else 300, and 1,800 with the "
            "embedded model.",
        ),
    ] = None
    max_attempts: Annotated[
        int, typer.Option("--max-attempts", metavar="N", min=1, help="How often one question is sent at most.")
    ] = 3
    max_tokens: Annotated[
        int | None,
        typer.Option("--max-tokens", metavar="N", min=1, help="Tokens that one briefing may take, read and written."),
    ] = None
    max_cost: Annotated[
        float | None,
        typer.Option("--max-cost", metavar="USD", min=0, help="US dollars that one briefing may cost."),
    ] = None
    max_seconds: Annotated[
        float | None,
        typer.Option(
            "--max-seconds",
            metavar="SECONDS",
            parser=seconds_option,
            help="Seconds of one briefing after which no further question is asked.",
        ),
    ] = None
    strict: Strict = False
    quiet: Quiet = False


@dataclass(frozen=True, kw_only=True)
class DossierOptions:
    """What `summarizer dossier` was asked."""

    files: Annotated[list[str], typer.Argument(metavar="FILE", hidden=True)]
    model: Annotated[
        str | None,
        typer.Option(
            "--model", "-m", metavar="PROVIDER/NAME", help="The model that briefs articles, as in summarizer brief."
        ),
    ] = None
    base_url: BaseUrl = None
    pairs: Annotated[
        int | None,
        typer.Option(
            "--pairs",
            metavar="N",
            min=0,
            show_default=False,
            help="Pairs of sentences that the model compares at most, where rules can't tell whether they are one "
            "statement or deny each other; without it 20 where it briefs an article, else 0.",
        ),
    ] = None
    since: Annotated[
        dt.date | None,
        typer.Option(
            "--since",
            metavar="YYYY-MM-DD",
            parser=_day,
            help="Show first what changed after this day; as JSON, an object of since, changes and dossier.",
        ),
    ] = None
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            show_default=False,
            help="What the dossier is shown as. Without it, the suffix of --output tells, else terminal.",
        ),
    ] = None
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write it to this file instead of the standard output."),
    ] = None
    quiet: Quiet = False


@dataclass(frozen=True, kw_only=True)
class VerifyOptions:
    """What `summarizer verify` was asked."""

    briefing: Annotated[str, typer.Argument(metavar="BRIEFING", hidden=True)]
    article: Annotated[str, typer.Argument(metavar="ARTICLE", hidden=True)]
    strict: Annotated[bool, typer.Option("--strict", help="Let facts that could not be judged fail, too.")] = False
    language: Annotated[
        str | None,
        typer.Option(
            "--language",
            metavar="CODE",
            parser=language_option,
            help="Language of the briefing's free texts (ISO 639-1); the article's without it.",
        ),
    ] = None
    published: Annotated[
        dt.date | None,
        typer.Option(
            "--published",
            metavar="YYYY-MM-DD",
            parser=_day,
            help="Day of publication; the article's own without it, else the briefing's.",
        ),
    ] = None
    format: Annotated[
        Literal["terminal", "json"], typer.Option("--format", "-f", help="What the verdicts are shown as.")
    ] = "terminal"
    quiet: Quiet = False


@dataclass(frozen=True, kw_only=True)
class ServeOptions:
    """What `summarizer serve` was asked."""

    host: Annotated[
        str,
        typer.Option("--host", metavar="ADDRESS", help="Where to listen. Any other than this machine needs keys."),
    ] = "127.0.0.1"
    port: Annotated[int, typer.Option("--port", "-p", metavar="PORT", min=1, max=65535, help="On which port.")] = 8000
    workers: Annotated[
        int, typer.Option("--workers", metavar="N", min=1, help="Processes; an embedded model is loaded in each.")
    ] = 1
    model: Annotated[
        list[str] | None,
        typer.Option(
            "--model",
            "-m",
            metavar="PROVIDER/NAME",
            show_default=False,
            help="A model that requests may name; can be given several times, the first is the default. "
            "Without it SUMMARIZER_MODELS, SUMMARIZER_MODEL, else the embedded one.",
        ),
    ] = None
