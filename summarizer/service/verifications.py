"""`POST /v1/verifications`: a briefing and its article in, a verdict on every fact out. Asks no model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import anyio.to_thread
from fastapi import APIRouter, Request
from starlette.responses import Response

from summarizer.service.answers import accepted, response
from summarizer.service.problems import ProblemError
from summarizer.service.requests import JSON, VerificationRequest, read_json, within
from summarizer.verification import verify

if TYPE_CHECKING:
    from summarizer.service.app import Parts

router = APIRouter()

LONGEST_TEXT = 5_000
"""Characters of one value of a briefing: two pages, where a sentence is what is expected."""
MOST_WORK = 400_000_000
"""Values of the briefing times code points of the article, for many a value is looked for in all of it: 2,000 values,
or some 200 facts, for the longest article that is read here by default."""


@router.post("/v1/verifications", operation_id="createVerification")
async def create_verification(request: Request) -> Response:
    """Judge a briefing by its article.

    Any briefing in the published format, of this tool or another one. Each fact is judged by the article alone, and
    no model is asked.
    """
    parts: Parts = request.app.state.parts
    await parts.access.admit(request)
    accepted(request.headers.get("accept", ""), (JSON,))
    asked = await read_json(request, VerificationRequest)
    async with parts.desk.verifying():
        # Not one behind another with the briefings' own checks, which would wait for a hostile one to its end.
        body = await anyio.to_thread.run_sync(_judged, asked, parts.settings.max_characters)
    return response(request, JSON, body, getattr(request.state, "rate", {}))


def _judged(asked: VerificationRequest, most: int) -> bytes:
    article = within(most, asked.article.article())
    found = list(sizes(asked.briefing.model_dump()))
    if max(found) > LONGEST_TEXT or len(found) * len(article.text) > MOST_WORK:
        raise ProblemError(
            413, "briefing_too_long", "The briefing says more of so long an article than can be judged here in a while."
        )
    return verify(asked.briefing, article, language=asked.language, strict=asked.strict).model_dump_json().encode()


def sizes(part: Any) -> Iterator[int]:
    """The characters of each value in a part of a briefing, at any depth; 0 of one that is no text."""
    if isinstance(part, Mapping):
        part = list(part.values())
    if isinstance(part, (list, tuple)):
        for inner in part:
            yield from sizes(inner)
    else:
        yield len(part) if isinstance(part, str) else 0
