"""`POST /v1/dossiers`: briefings and articles of one negotiation in, one dossier out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

import anyio
import anyio.to_process
import anyio.to_thread
from fastapi import APIRouter, Request
from starlette.responses import Response

from summarizer.briefing import Briefing
from summarizer.dossier import Ruling
from summarizer.errors import DeadlineExceededError, SummarizerError
from summarizer.events import briefing_of
from summarizer.rendering.dossier_html import dossier_policy
from summarizer.service.answers import HTML, MARKDOWN, accepted, response
from summarizer.service.clients import unless_gone
from summarizer.service.logs import RequestLog
from summarizer.service.merging import LeftOut, merged, open_pairs, unfit
from summarizer.service.problems import ProblemError, problem_of, told
from summarizer.service.requests import (
    JSON,
    MOST_ARTICLES,
    MOST_BRIEFINGS,
    DossierRequest,
    TextFields,
    invalid,
    read_json,
    within,
)
from summarizer.service.verifications import LONGEST_TEXT, sizes

if TYPE_CHECKING:
    from summarizer.service.app import Parts

router = APIRouter()

FORMS = (JSON, MARKDOWN, HTML)
"""What a dossier can be answered as; the first where the client has no wish."""
AT_ONCE = 4
"""Articles of one request that are briefed at once: others come in between."""
MERGING_SECONDS = 30.0
"""Seconds that the merging may take. On two cores 1,000 briefings of a negotiation over a year take 1.5, and a page of
them as much again; all of one day, each event and statement told sixty times, eight. Ten thousand statements that are
all nearly the same, which nobody reports, would take hours."""
STAGE = "merging"

Made = TypeVar("Made")
Arguments = TypeVarTuple("Arguments")


@dataclass
class _Gathered:
    """What a dossier is to be made of."""

    briefings: list[bytes] = field(default_factory=list)
    """JSON of each; those of `articles` are the last ones."""
    articles: list[bytes] = field(default_factory=list)
    """JSON of those that were briefed, for a page that shows them."""
    left_out: list[LeftOut] = field(default_factory=list)
    kept: int = 0
    """How many briefings were there already."""


class _NoBriefingError(Exception):
    """An article could not be briefed."""

    def __init__(self, title: str | None, problem: ProblemError) -> None:
        super().__init__(problem.code)
        self.title = title
        self.problem = problem


@router.post("/v1/dossiers", operation_id="createDossier")
async def create_dossier(request: Request) -> Response:
    """Merge briefings and articles into a dossier.

    Finished briefings need no model. Articles are briefed first, as `POST /v1/briefings` does it; one that fails is
    told under `left_out`, and the dossier is made of the others. Where all fail and no briefing is given, the first
    one's problem is the answer.
    """
    parts: Parts = request.app.state.parts
    await parts.access.admit(request)
    form = accepted(request.headers.get("accept", ""), FORMS)
    asked = await read_json(request, DossierRequest)
    parts.desk.model(asked)
    await anyio.to_thread.run_sync(_check, asked)
    gathered = await unless_gone(request, _gathered(parts, asked, request.state.request_id))
    request.state.log |= {"articles": str(len(asked.articles)), "left_out": str(len(gathered.left_out))}
    body = await unless_gone(request, _merged(parts, form, asked, gathered))
    headers = {**getattr(request.state, "rate", {}), **_told(asked, gathered)}
    if form == HTML:
        # The page's own policy names its script and style by their hashes; a header holds before the page is read.
        headers["Content-Security-Policy"] = f"{dossier_policy()}; frame-ancestors 'none'"
    return response(request, form, body, headers)


def _check(asked: DossierRequest) -> None:
    """Raises `ProblemError` where the request holds more than is merged here, or what no dossier can tell."""
    if len(asked.briefings) > MOST_BRIEFINGS or len(asked.articles) > MOST_ARTICLES:
        most = f"{MOST_BRIEFINGS:,} briefings and {MOST_ARTICLES:,} articles"
        raise ProblemError(413, "dossier_too_large", f"A dossier is made of {most} at most.")
    for at, briefing in enumerate(asked.briefings):
        if max(sizes(briefing.model_dump())) > LONGEST_TEXT:
            detail = f"/briefings/{at} holds a text of more than {LONGEST_TEXT:,} characters."
            raise ProblemError(413, "briefing_too_long", detail)
    if flaws := unfit(asked.briefings):
        raise invalid(flaws)


async def _gathered(parts: Parts, asked: DossierRequest, request_id: str) -> _Gathered:
    """The briefings of a request, finished and made, and what was left out.

    Raises the first problem where nothing is left.
    """
    finished = await anyio.to_thread.run_sync(_written, asked.briefings)
    gathered = _Gathered(finished)
    places = asyncio.Semaphore(min(AT_ONCE, parts.desk.places))
    until = asyncio.get_running_loop().time() + parts.desk.deadline
    calls = (_briefed(parts, asked, fields, places, until) for fields in asked.articles)
    problems: list[ProblemError] = []
    for index, made in enumerate(await asyncio.gather(*calls)):
        if isinstance(made, _NoBriefingError):
            problems.append(made.problem)
            gathered.left_out.append(LeftOut(index=index, title=made.title, problem=told(made.problem, request_id)))
        else:
            article, briefing, was_kept = made
            gathered.articles.append(article)
            gathered.briefings.append(briefing)
            gathered.kept += was_kept
    if not gathered.briefings:
        raise problems[0]
    return gathered


def _written(briefings: Iterable[Briefing]) -> list[bytes]:
    return [briefing.model_dump_json().encode() for briefing in briefings]


async def _briefed(
    parts: Parts, asked: DossierRequest, fields: TextFields, places: asyncio.Semaphore, until: float
) -> tuple[bytes, bytes, bool] | _NoBriefingError:
    """An article, its briefing (JSON of both) and whether this was there already; or why there is none."""
    try:
        async with asyncio.timeout_at(until), places:
            article = within(parts.settings.max_characters, await anyio.to_thread.run_sync(fields.article))
            order = parts.desk.order(article, asked)
            kept = await parts.desk.kept(order)
            made = kept or (await briefing_of(parts.desk.take(order).events)).model_dump_json().encode()
            return article.model_dump_json().encode(), made, kept is not None
    except TimeoutError:
        late = "The time was over before this article's turn came; ask again: what was briefed is kept."
        problem = problem_of(DeadlineExceededError(late))
    except Exception as error:  # noqa: BLE001 - told beside the dossier, where it does not reach the edge
        if not isinstance(error, (ProblemError, SummarizerError)):
            RequestLog().defect(error)
        problem = problem_of(error)
    return _NoBriefingError(fields.title, problem)


async def _merged(parts: Parts, form: str, asked: DossierRequest, gathered: _Gathered) -> bytes:
    """The dossier in the form that is asked for. Raises `ProblemError` (413) where it would take too long."""
    rulings: Sequence[Ruling] = ()
    if asked.pairs:
        pairs = await _computed(parts, open_pairs, gathered.briefings, asked.pairs)
        rulings = await parts.desk.rulings_on(pairs, asked)
    left_out = [one.model_dump_json().encode() for one in gathered.left_out]
    articles = gathered.articles if form == HTML else []
    return await _computed(parts, merged, form, gathered.briefings, rulings, articles, asked.since, left_out)


async def _computed(parts: Parts, work: Callable[[*Arguments], Made], *arguments: *Arguments) -> Made:
    """What comes of merging. Raises `ProblemError` (413) where it would take too long."""
    async with parts.desk.verifying():
        began = time.monotonic()
        try:
            async with asyncio.timeout(MERGING_SECONDS):
                # In a process that can be ended: what strangers send is compared pairwise, and a thread cannot be
                # told to stop.
                made = await anyio.to_process.run_sync(
                    work, *arguments, cancellable=True, limiter=anyio.CapacityLimiter(1)
                )
        except TimeoutError:
            detail = f"It was not merged within {MERGING_SECONDS:g} s: too much in these briefings is alike."
            raise ProblemError(413, "dossier_too_large", detail) from None
        parts.metrics.stage(STAGE, time.monotonic() - began)
    return made


def _told(asked: DossierRequest, gathered: _Gathered) -> Mapping[str, str]:
    """Headers that tell of the articles: whether they were briefed before (RFC 9211), and which are left out."""
    if not asked.articles:
        return {}
    came = "hit" if gathered.kept == len(asked.articles) else "fwd=miss"
    told = {"Cache-Status": f'summarizer; {came}; detail="{gathered.kept} of {len(asked.articles)}"'}
    return {**told, "Left-Out": _numbers(gathered.left_out)} if gathered.left_out else told


def _numbers(left_out: Sequence[LeftOut]) -> str:
    return ", ".join(str(one.index) for one in left_out)
