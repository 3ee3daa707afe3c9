"""The command `summarizer`. The standard output is data, the standard error is for people.

What its exit codes mean stands in `summarizer/shell/exits.py` and at the end of `summarizer --help`.
"""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer
from typer.exceptions import TyperException

from summarizer.errors import SummarizerError
from summarizer.shell.batch_options import BatchOptions
from summarizer.shell.exits import INTERRUPTED, USAGE, error_line, exit_code_table, tell_error, tell_unexpected
from summarizer.shell.options import BriefOptions, DossierOptions, ServeOptions, VerifyOptions, takes
from summarizer.shell.streams import prepare_streams, say, show
from summarizer.version import __version__
from summarizer.vocabulary import FormatName

_EPILOG = f"""\b
Exit codes:
{exit_code_table()}
"""

app = typer.Typer(
    help="Turns news articles about negotiations into briefings whose every line carries the article's own words.",
    epilog=_EPILOG,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
models = typer.Typer(rich_markup_mode=None)
app.add_typer(models, name="models")


def main() -> None:
    """The entry of the command: runs it and ends the process with its exit code."""
    sys.excepthook = tell_unexpected
    prepare_streams()
    _keep_libraries_quiet()
    code = run(sys.argv[1:])
    if code == INTERRUPTED:
        say(error_line("Interrupted."))
        # A thread that downloads or loads can't be told to stop, and Python would wait for it. A download goes
        # on later from where it was.
        os._exit(INTERRUPTED)
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command with its arguments and return its exit code. Defects are raised as they are."""
    try:
        return int(typer.main.get_command(app).main(list(arguments), "summarizer", standalone_mode=False) or 0)
    except SummarizerError as error:
        tell_error(error)
        return error.exit_code
    except TyperException as error:
        command = getattr(getattr(error, "ctx", None), "command_path", "summarizer")
        # typer puts pydantic's words before the reason.
        message = error.format_message().replace("Value error, ", "")
        say(error_line(f"{message if message.endswith(('.', '?')) else f'{message}.'} See: {command} --help"))
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED


def _keep_libraries_quiet() -> None:
    """Errors are told in one line, so what libraries log and warn of is not shown; notices say what matters."""
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def _version(wanted: bool) -> None:
    if wanted:
        show(f"summarizer {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _summarizer(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        say(context.get_help())
        raise typer.Exit(USAGE)


@app.command("brief", epilog=_EPILOG)
@takes(BriefOptions)
def _brief(options: BriefOptions) -> None:
    """Brief articles.

    FILE is text, Markdown, HTML, PDF, JSON, or JSON Lines with one article a line; - is the standard input.

    The briefing goes to the standard output, progress to the standard error. Several articles follow one
    another; as JSON, one briefing a line. One that fails does not stop the others.
    """
    from summarizer.shell.brief import brief

    brief(options)


@app.command("verify", epilog=_EPILOG)
@takes(VerifyOptions)
def _verify_briefing(options: VerifyOptions) -> None:
    """Judge a briefing by its article.

    BRIEFING is one briefing as JSON, of this tool or another one. ARTICLE is what it was made from: text,
    Markdown, HTML, PDF or JSON. One of them can be -, the standard input.

    Asks no model. Shows each fact that the article does not bear out, with the reason; as JSON, the verdict on
    every fact.
    """
    from summarizer.shell.verify import verify_briefing

    verify_briefing(options)


@app.command("dossier", epilog=_EPILOG)
@takes(DossierOptions)
def _dossier(options: DossierOptions) -> None:
    """Make one picture of many articles.

    FILE is a finished briefing as JSON (summarizer brief --save), an article, which is briefed first, JSON Lines of
    both (summarizer batch), or a folder of all these; folders in it are not read.

    Shows what does not agree, the events with who reports what, what each party wants, and how many independent
    sources a statement has. As HTML it has the text of the articles that were briefed in this run; of a finished
    briefing, only the sentences it quotes. One that can't be read or briefed is told of and left out.
    """
    from summarizer.shell.dossier import make_dossier

    make_dossier(options)


@app.command("batch", epilog=_EPILOG)
@takes(BatchOptions)
def _batch(options: BatchOptions) -> None:
    """Brief a whole corpus.

    INPUT is a folder of articles, JSON Lines with one article a line, or Parquet with one a row: text or html, and
    where known title, outlet, url, published, language.

    Each article is once in the output, whatever happens: stop it or let it crash, start it again with the same
    command, and it goes on. A text that comes twice is briefed once. Beside the output failed.jsonl tells what failed
    and why, and sources.jsonl what became of each article.
    """
    from summarizer.shell.batch import run_batch

    run_batch(options)


@app.command("schema")
def _schema(
    of: Annotated[FormatName, typer.Option("--of", help="Whose format it is.")] = "briefing",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to this file instead.")
    ] = None,
    form: Annotated[
        Literal["json", "markdown"] | None,
        typer.Option(
            "--format",
            "-f",
            show_default=False,
            help="JSON Schema for programs, or Markdown that explains each field. "
            "Without it, the suffix of --output tells, else json.",
        ),
    ] = None,
) -> None:
    """Show the format of a briefing or dossier."""
    from summarizer.shell.schema import print_schema

    print_schema(of, output, form)


@app.command("serve", epilog=_EPILOG)
@takes(ServeOptions)
def _serve(options: ServeOptions) -> None:
    """Serve briefings over HTTP, with a page for people.

    Without keys it is for this machine alone. More settings are variables, listed in docs/service.md.
    """
    from summarizer.shell.serve import serve

    serve(options)


@app.command("key")
def _key(name: Annotated[str, typer.Argument(metavar="NAME", hidden=True)]) -> None:
    """Make a key for the HTTP service.

    NAME tells in the log whose key it is. The key is shown once; the settings keep only its hash.
    """
    from summarizer.shell.serve import make_key

    make_key(name)


Name = Annotated[str | None, typer.Argument(metavar="NAME", hidden=True)]


@models.callback(invoke_without_command=True)
def _models(context: typer.Context) -> None:
    """List models; fetch and check weights.

    Without a command, lists the embedded models and tells how others are named.
    """
    if context.invoked_subcommand is None:
        from summarizer.shell.models import list_models

        list_models()


@models.command("pull")
def _pull(name: Name = None) -> None:
    """Fetch and check the weights.

    NAME is an embedded model; without it the default one. Weights that are here already are not fetched again.
    """
    from summarizer.shell.models import pull_model

    pull_model(name)


@models.command("verify")
def _verify(name: Name = None) -> None:
    """Check the weights against their published SHA-256.

    NAME is an embedded model; without it the default one.
    """
    from summarizer.shell.models import verify_model

    verify_model(name)
