"""A briefing in the form that was asked for: JSON, Markdown, a page, or a stream of events."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from summarizer.article import Article
from summarizer.briefing import Briefing
from summarizer.rendering.html import policy_of
from summarizer.service.problems import ProblemError
from summarizer.service.requests import JSON

MARKDOWN, HTML, EVENTS = "text/markdown", "text/html", "text/event-stream"
FORMS = (JSON, MARKDOWN, HTML, EVENTS)
"""What a briefing can be answered as; the first where the client has no wish."""

_PART = re.compile(r"\s*([\w*!#$&^.+-]+/[\w*!#$&^.+-]+)\s*(?:;.*?\bq\s*=\s*([01](?:\.\d{0,3})?))?")


def accepted(header: str, offered: Iterable[str] = FORMS) -> str:
    """The form that an `Accept` header likes best of those on offer. Raises `ProblemError` (406) for none."""
    offered = tuple(offered)
    wishes: dict[str, float] = {}
    for part in (header or "*/*").split(","):
        if found := _PART.match(part):
            wishes[found[1].lower()] = float(found[2] or 1)
    liking = {form: _liking(form, wishes) for form in offered}
    best = max(offered, key=lambda form: liking[form])
    if not liking[best]:
        raise ProblemError(406, "not_acceptable", f"There is {', '.join(offered)}.")
    return best


def _liking(form: str, wishes: Mapping[str, float]) -> float:
    """By the most exact wish that speaks of the form (RFC 9110, 12.5.1)."""
    return wishes.get(form, wishes.get(f"{form.partition('/')[0]}/*", wishes.get("*/*", 0.0)))


async def rendered(form: str, body: bytes, article: Article) -> tuple[bytes, Mapping[str, str]]:
    """The bytes of a briefing's JSON in another form, and the headers that belong to it."""
    if form == JSON:
        return body, {}
    return await anyio.to_thread.run_sync(_rendered, form, body, article)


def _rendered(form: str, body: bytes, article: Article) -> tuple[bytes, Mapping[str, str]]:
    briefing = Briefing.model_validate_json(body)
    if form == MARKDOWN:
        return briefing.markdown().encode(), {}
    # The page's own policy names its script and style by their hashes; a header holds before the page is read.
    return briefing.html(article).encode(), {"Content-Security-Policy": f"{policy_of()}; frame-ancestors 'none'"}


def tag_of(body: bytes) -> str:
    """The `ETag` of an answer that is made of these bytes alone."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def is_held(request: Request, tag: str) -> bool:
    """Whether the client has the answer of this tag, or any, by its `If-None-Match` (RFC 9110, 13.1.2)."""
    held = [part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")]
    return tag in held or held == ["*"]


def response(request: Request, form: str, body: bytes, headers: Mapping[str, str]) -> Response:
    """The answer with its `ETag`. Raises `ProblemError` (412) where the client has this very answer."""
    tag = tag_of(form.encode() + body)
    if is_held(request, tag):
        # RFC 9110, 13.1.2: a POST is told so with 412.
        raise ProblemError(412, "not_modified", "If-None-Match names this answer.", headers={"ETag": tag})
    kind = form if form == JSON else f"{form}; charset=utf-8"
    given = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Accept", **headers}
    return Response(body, headers=given, media_type=kind)
