"""A briefing as server-sent events: stages, notices, facts, and one last event that says how it ended.

Written here, for the known package ends its streams as soon as the server is told to stop, and a briefing that was
accepted is to be delivered.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing
from typing import Any

import anyio
import anyio.to_thread

from summarizer.article import Article
from summarizer.briefing import Briefing
from summarizer.events import Event, Fact, Finished, Notice, Stage
from summarizer.service.problems import Problem
from summarizer.service.requests import Rendering

HEARTBEAT = 10.0
"""Seconds of silence after which a comment is sent, so that no proxy takes the line for dead."""


async def stream(
    events: AsyncGenerator[Event, None],
    article: Article,
    renderings: Sequence[Rendering],
    problem: Callable[[Exception], Problem],
) -> AsyncIterator[bytes]:
    """The events as they are sent. What goes wrong on the way is the last event, `failed`, a problem."""
    async with aclosing(events), aclosing(_with_heartbeat(events)) as beating:
        try:
            async for event in beating:
                yield await _sent(event, article, renderings) if event is not None else b": heartbeat\n\n"
        except Exception as error:  # noqa: BLE001 - the answer has begun, so its end has to tell
            yield _event("failed", problem(error).model_dump(mode="json"))


async def _with_heartbeat(events: AsyncGenerator[Event, None]) -> AsyncGenerator[Event | None, None]:
    """The events, and `None` for each stretch of silence."""
    step = asyncio.ensure_future(anext(events, None))
    try:
        while True:
            done, _ = await asyncio.wait([step], timeout=HEARTBEAT)
            if not done:
                yield None
                continue
            event = step.result()
            if event is None:
                return
            yield event
            step = asyncio.ensure_future(anext(events, None))
    finally:
        step.cancel()
        # Where the client is gone this task is cancelled again at each await; the events must be at rest, though,
        # before they are closed.
        with anyio.CancelScope(shield=True):
            await asyncio.wait([step])


async def _sent(event: Event, article: Article, renderings: Sequence[Rendering]) -> bytes:
    if isinstance(event, Stage):
        told = {"name": event.name, "done": event.done, "total": event.total, "unit": event.unit}
        return _event("stage", told)
    if isinstance(event, Notice):
        return _event("notice", {"text": event.text})
    if isinstance(event, Fact):
        return _event("fact", {"path": event.path, "entry": event.entry.model_dump(mode="json")})
    return await anyio.to_thread.run_sync(_finished, event, article, tuple(dict.fromkeys(renderings)))


def _finished(event: Finished, article: Article, renderings: Sequence[Rendering]) -> bytes:
    forms: dict[Rendering, str] = {name: _rendering(name, event.briefing, article) for name in renderings}
    return _event("finished", {"briefing": event.briefing.model_dump(mode="json"), "renderings": forms})


def _rendering(name: Rendering, briefing: Briefing, article: Article) -> str:
    return briefing.markdown() if name == "markdown" else briefing.html(article)


def _event(name: str, data: dict[str, Any]) -> bytes:
    # JSON keeps line breaks escaped, so no text of an article can begin an event of its own.
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
