"""`POST /v1/briefings`: an article in, its briefing out."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from summarizer.briefing import Briefing
from summarizer.errors import SummarizerError
from summarizer.events import Event, briefing_of
from summarizer.service.answers import EVENTS, accepted, rendered, response
from summarizer.service.clients import unless_gone
from summarizer.service.desk import replayed
from summarizer.service.flights import Seat
from summarizer.service.logs import RequestLog
from summarizer.service.problems import Problem, ProblemError, problem_of, told
from summarizer.service.requests import read_order
from summarizer.service.streaming import stream

if TYPE_CHECKING:
    from summarizer.service.app import Parts

router = APIRouter()


@router.post("/v1/briefings", operation_id="createBriefing")
async def create_briefing(request: Request) -> Response:
    """Brief an article.

    The article comes as JSON (`text` or `html`) or as a form with a `file` (text, HTML, PDF). The briefing goes out
    as the `Accept` header says: JSON, Markdown, a page, or a stream of events. The same article, model and wishes
    give the same briefing, from the cache where it was made before.
    """
    parts: Parts = request.app.state.parts
    await parts.access.admit(request)
    form = accepted(request.headers.get("accept", ""))
    article, wishes = await read_order(request, parts.settings.max_characters)
    order = parts.desk.order(article, wishes)
    kept = await parts.desk.kept(order)
    seat = parts.desk.take(order) if kept is None else Seat(False, _replay(kept))
    headers = {**getattr(request.state, "rate", {}), "Cache-Status": _cache_status(seat, kept)}
    if form == EVENTS:
        sent = stream(seat.events, article, wishes.renderings, lambda error: _problem(error, request))
        return StreamingResponse(sent, headers={**headers, "Cache-Control": "no-store"}, media_type=EVENTS)
    if kept is None:
        kept = (await unless_gone(request, briefing_of(seat.events))).model_dump_json().encode()
    body, own = await rendered(form, kept, article)
    return response(request, form, body, {**headers, **own})


def _cache_status(seat: Seat, kept: bytes | None) -> str:
    """RFC 9211: whether the briefing was there, and whether another request's work is shared."""
    if kept is not None:
        return "summarizer; hit"
    return "summarizer; fwd=miss; collapsed" if seat.joined else "summarizer; fwd=miss"


async def _replay(kept: bytes) -> AsyncGenerator[Event, None]:
    for event in replayed(Briefing.model_validate_json(kept)):
        yield event


def _problem(error: Exception, request: Request) -> Problem:
    if not isinstance(error, (ProblemError, SummarizerError)):
        # Told in the stream, it does not reach the edge.
        RequestLog().defect(error)
    return told(problem_of(error), request.state.request_id)
