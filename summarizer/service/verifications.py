"""`POST /v1/verifications`: a briefing and its article in, a verdict on every fact out. Asks no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio.to_thread
from fastapi import APIRouter, Request
from starlette.responses import Response

from summarizer.service.answers import JSON, accepted, response
from summarizer.service.problems import ProblemError
from summarizer.service.requests import VerificationRequest, read_json
from summarizer.verification import verify

if TYPE_CHECKING:
    from summarizer.service.app import Parts

router = APIRouter()


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
    body = await anyio.to_thread.run_sync(_judged, asked, parts.settings.max_characters)
    return response(request, JSON, body, getattr(request.state, "rate", {}))


def _judged(asked: VerificationRequest, most: int) -> bytes:
    article = asked.article.article()
    if len(article.text) > most:
        raise ProblemError(
            413, "article_too_long", f"The article has {len(article.text):,} characters, {most:,} are read here."
        )
    return verify(asked.briefing, article, language=asked.language, strict=asked.strict).model_dump_json().encode()
