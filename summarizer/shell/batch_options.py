"""The options of `summarizer batch`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer

from summarizer.batch.outage import PATIENCE
from summarizer.shell.options import BaseUrl, Quiet, Strict, language_option, seconds_option


@dataclass(frozen=True, kw_only=True)
class BatchOptions:
    """What `summarizer batch` was asked."""

    corpus: Annotated[Path, typer.Argument(metavar="INPUT", hidden=True)]
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where the briefings go: .jsonl, or .parquet with pyarrow."
        ),
    ] = Path("briefings.jsonl")
    model: Annotated[
        str | None,
        typer.Option("--model", "-m", metavar="PROVIDER/NAME", help="The model, as in summarizer brief."),
    ] = None
    base_url: BaseUrl = None
    plan: Annotated[
        Literal["small", "large"] | None, typer.Option("--plan", help="How the model is asked; each has its default.")
    ] = None
    engine: Annotated[
        Literal["local", "ray", "provider-batch"],
        typer.Option(
            "--engine",
            help="Where it is done: in this process, on a Ray cluster, or by the provider's batch API at half the "
            "price.",
        ),
    ] = "local"
    at_once: Annotated[
        int | None,
        typer.Option(
            "--at-once",
            metavar="N",
            min=1,
            show_default=False,
            help="Articles under way at once; without it 8, with an embedded model 2, with provider-batch 1,000.",
        ),
    ] = None
    requests_per_minute: Annotated[
        float | None,
        typer.Option("--requests-per-minute", metavar="N", min=0.1, help="Requests that the provider allows."),
    ] = None
    tokens_per_minute: Annotated[
        float | None,
        typer.Option("--tokens-per-minute", metavar="N", min=1, help="Tokens that it allows, read and written."),
    ] = None
    patience: Annotated[
        float,
        typer.Option(
            "--patience",
            metavar="SECONDS",
            min=0,
            help="How long the endpoint may be away before the run ends; no article fails for it meanwhile.",
        ),
    ] = PATIENCE
    max_cost_usd: Annotated[
        float | None,
        typer.Option("--max-cost-usd", metavar="USD", min=0, help="US dollars that the whole batch may cost."),
    ] = None
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what it would take and cost, and ask no model.")] = (
        False
    )
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try again what failed in an earlier run.")] = (
        False
    )
    workers: Annotated[int, typer.Option("--workers", metavar="N", min=1, help="With ray: how many workers brief.")] = 2
    address: Annotated[
        str | None,
        typer.Option("--address", metavar="ADDRESS", help="With ray: the cluster's address; without it, this machine."),
    ] = None
    timeout: Annotated[
        float | None,
        typer.Option(
            "--timeout", metavar="SECONDS", parser=seconds_option, help="Time that one briefing may take, as in brief."
        ),
    ] = None
    write_in: Annotated[
        str | None,
        typer.Option(
            "--write-in", metavar="CODE", parser=language_option, help="Language of the briefings' own words."
        ),
    ] = None
    strict: Strict = False
    quiet: Quiet = False
