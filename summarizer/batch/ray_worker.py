"""What runs inside a Ray cluster: the feed, which hands out the articles, and the worker, which briefs one.

Only plain data crosses from one process to another: an article, a briefing and an error as JSON, the wishes as a
mapping. Nothing here needs Ray to be imported: the engine makes actors of these classes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from summarizer.article import Article
from summarizer.batch.outage import PATIENCE, Outage
from summarizer.batch.pacing import Paced
from summarizer.batch.ray_faults import told
from summarizer.errors import ModelUnavailableError, SummarizerError
from summarizer.summarizer import AsyncSummarizer

if TYPE_CHECKING:
    import httpx2

    from summarizer.llm.catalogue import Plan

MOST_STARTS = 5
"""Times that an article is begun at most, where its worker dies each time: it may be what kills it."""
TICKET, BRIEFING, FAULT = "ticket", "briefing", "fault"
TICKETS = pa.schema([(TICKET, pa.int64())])
"""What goes to the workers: the numbers of articles."""
RESULTS = pa.schema([(TICKET, pa.int64()), (BRIEFING, pa.string()), (FAULT, pa.string())])
"""What comes back: for each a briefing or a fault, both as JSON."""


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What all articles of a run are briefed with. Has the key, so it is told by the feed and by nothing that logs."""

    model: str
    """The model, `provider/name`."""
    base_url: str | None = None
    """The endpoint's address."""
    api_key: str | None = None
    """Its key."""
    plan: Plan | None = None
    """How the model is asked."""
    timeout: float | None = None
    """Seconds for a briefing."""
    strict: bool = False
    """Whether what could not be judged is refused."""
    language: str | None = None
    """Language of the briefings' own words."""
    requests_per_minute: float | None = None
    """What one worker may send; not the whole pool."""
    tokens_per_minute: float | None = None
    """What one worker may read and write."""
    patience: float = PATIENCE
    """Seconds that the endpoint may be away."""

    def summarizer(self) -> AsyncSummarizer:
        """A summarizer that does so. Raises `SettingsError`."""

        def wire(inner: httpx2.AsyncBaseTransport) -> httpx2.AsyncBaseTransport:
            return Paced(inner, self.requests_per_minute, self.tokens_per_minute)

        return AsyncSummarizer(
            self.model, base_url=self.base_url, api_key=self.api_key, plan=self.plan, timeout=self.timeout,
            strict=self.strict, language=self.language, wire=wire,
        )  # fmt: skip


class Feed:
    """Has the articles that are under way, each under its number (0, 1, 2, …), until the driver has what came of it.

    An article can be taken again, so that one whose worker died is begun anew. An actor: one for a run.
    """

    def __init__(self, wishes: Mapping[str, Any]) -> None:
        self._wishes = wishes
        self._articles: dict[int, str] = {}
        self._starts: dict[int, int] = {}
        self._crew: list[Any] = []
        self._given = 0
        self._over = False
        self._changed = asyncio.Condition()

    async def wishes(self) -> Mapping[str, Any]:
        """What the articles are briefed with."""
        return self._wishes

    async def enlist(self, worker: Any) -> None:
        """A worker is there, by its handle."""
        self._crew.append(worker)

    async def crew(self) -> Sequence[Any]:
        """The workers that were ever there; one that was started again is there twice."""
        return self._crew

    async def give(self, article: str) -> None:
        """One more article, as JSON."""
        async with self._changed:
            self._articles[self._given] = article
            self._given += 1
            self._changed.notify_all()

    async def end(self) -> None:
        """There are no more."""
        async with self._changed:
            self._over = True
            self._changed.notify_all()

    async def has(self, ticket: int) -> bool:
        """Whether there is, or was, an article of this number; waits until that is known."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._over or ticket < self._given)
        return ticket < self._given

    async def take(self, ticket: int) -> tuple[str | None, int]:
        """The article, or `None` once it is settled, and how often it was taken with this time."""
        self._starts[ticket] = self._starts.get(ticket, 0) + 1
        return self._articles.get(ticket), self._starts[ticket]

    async def settle(self, ticket: int) -> None:
        """The driver has what came of an article."""
        self._articles.pop(ticket, None)
        self._starts.pop(ticket, None)


class Worker:
    """Briefs articles, several at once where it is called so; one summarizer for all. What `map_batches` is given."""

    def __init__(self, feed: Any) -> None:
        """`feed` is the handle of a `Feed`."""
        self._feed = feed
        self._preparing = asyncio.Lock()
        self._wishes: Wishes | None = None

    async def __call__(self, tickets: pa.Table) -> pa.Table:
        """What comes of the articles with these numbers (`TICKETS`), as `RESULTS` has it; nothing for settled ones."""
        rows = [await self._result(ticket) for ticket in tickets[TICKET].to_pylist()]
        return pa.Table.from_pylist([row for row in rows if row is not None], schema=RESULTS)

    async def _result(self, ticket: int) -> dict[str, Any] | None:
        article, starts = await self._feed.take.remote(ticket)
        if article is None:
            return None
        try:
            return {TICKET: ticket, BRIEFING: await self._brief(article, starts)}
        except SummarizerError as error:
            return {TICKET: ticket, FAULT: told(error)}

    async def _brief(self, article: str, starts: int) -> str:
        if starts > MOST_STARTS:
            raise ModelUnavailableError(
                f"The worker that briefed it died {MOST_STARTS} times.", hint="See the cluster's logs for the reason."
            )
        async with self._preparing:
            if self._wishes is None:
                self._wishes = Wishes(**await self._feed.wishes.remote())
        briefed = await self._outage.briefed(Article.model_validate_json(article))
        if briefed.briefing is None:
            assert briefed.error is not None
            raise briefed.error
        return briefed.briefing.model_dump_json()

    @cached_property
    def _outage(self) -> Outage:
        assert self._wishes is not None
        return Outage(self._summarizer.briefed, self._wishes.patience)

    @cached_property
    def _summarizer(self) -> AsyncSummarizer:
        assert self._wishes is not None
        return self._wishes.summarizer()


def as_data(wishes: Wishes) -> Mapping[str, Any]:
    """Wishes as they go to the feed."""
    return asdict(wishes)
