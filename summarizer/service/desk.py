"""The service's core: from an article and wishes to events, once for equal requests, from the cache where it can be."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager, aclosing
from dataclasses import dataclass, field
from functools import cache, cached_property

from summarizer.article import Article
from summarizer.briefing import Briefing
from summarizer.checking import facts_of
from summarizer.dossier import Ruling
from summarizer.errors import DeadlineExceededError, SummarizerError
from summarizer.events import Event, Finished, Stage
from summarizer.llm.catalogue import is_embedded
from summarizer.merging.nominations import Nomination
from summarizer.service.admission import Admission
from summarizer.service.cache import Cache, key_of
from summarizer.service.flights import Flights, Seat, Tell
from summarizer.service.logs import LOGGER
from summarizer.service.metrics import Metrics
from summarizer.service.problems import ProblemError
from summarizer.service.requests import Manner
from summarizer.settings import EMBEDDED_DEFAULT, ServiceSettings, read_settings
from summarizer.summarizer import AsyncSummarizer, default_timeout
from summarizer.version import __version__

HOSTED_PLACES = 100
"""Briefings under way at once in one process where the model is not on this machine."""
VERIFYING_PLACES = 2
"""Verifications and dossiers under way at once in one process: each computes all the while, beside the briefings."""
WAITING = "waiting for a place"
LOOK_AGAIN = 10.0
"""Seconds that a look at a model holds, so that health checks do not become a load of their own."""
PATIENCE = 4.0
"""Seconds that a look at a model is waited for: health checks have little time."""


@dataclass(frozen=True)
class _Look:
    """A look at whether a model answers."""

    task: asyncio.Task[str]
    began: float = field(default_factory=time.monotonic)


@dataclass(frozen=True)
class Order:
    """A request to brief, and by which model."""

    article: Article
    model: str
    base_url: str | None
    """Where the model is: under one name two addresses may serve two models."""
    write_in: str | None
    strict: bool

    @cached_property
    def key(self) -> str:
        """What the briefing depends on, as a hash: whoever asks for the same gets the same."""
        return key_of(
            **self.article.model_dump(mode="json"),
            model=self.model,
            base_url=self.base_url,
            write_in=self.write_in,
            strict=self.strict,
            version=__version__,
            prompts=_prompts_hash(),
        )


class Desk:
    """Takes orders. Made in the event loop that serves; `close` it."""

    def __init__(self, settings: ServiceSettings, cache: Cache, metrics: Metrics) -> None:
        self._settings = read_settings()
        self._cache = cache
        self._metrics = metrics
        self.models = models_on_offer(settings)
        """What may be asked for; the first is the default."""
        embedded = any(is_embedded(model) for model in self.models)
        self.deadline = settings.deadline or default_timeout(self.models)
        """Seconds that a request may take."""
        self.places = settings.concurrency or (1 if embedded else HOSTED_PLACES)
        """Briefings that may be under way at once."""
        self._admission = Admission(self.places, settings.queue, self.deadline / 2, metrics)
        self._verifications = Admission(VERIFYING_PLACES, settings.queue, self.deadline / 2, metrics)
        self._flights = Flights()
        self._looks: dict[str, _Look] = {}
        self._summarizers: dict[tuple[str, str | None, bool], AsyncSummarizer] = {}
        for model in self.models:
            # A wrong name or a missing key is told when the service starts, not by the first request.
            self._summarizer(model, self._settings.language, strict=False)

    def model(self, manner: Manner) -> str:
        """The model that is to brief. Raises `ProblemError` (403) for one that is not on offer."""
        model = manner.model or self.models[0]
        if model not in self.models:
            raise ProblemError(403, "model_not_allowed", f"Name one of: {', '.join(self.models)}.")
        return model

    def order(self, article: Article, manner: Manner) -> Order:
        """An order for one of the models on offer. Raises `ProblemError` (403) for another."""
        given = self._settings
        return Order(article, self.model(manner), given.base_url, manner.write_in or given.language, manner.strict)

    async def kept(self, order: Order) -> bytes | None:
        """The briefing's JSON where it was made before."""
        found = await self._cache.get(order.key)
        if found is not None:
            self._metrics.cached("hit")
        return found

    def take(self, order: Order) -> Seat:
        """The briefing in the making, as the SDK streams it; equal orders under way are one.

        Its events raise `SummarizerError` or `ProblemError`.
        """

        async def work(tell: Tell) -> None:
            await self._brief(order, tell)

        seat = self._flights.board(order.key, work)
        self._metrics.cached("joined" if seat.joined else "miss")
        return seat

    def verifying(self) -> AbstractAsyncContextManager[None]:
        """A place to judge a briefing in, or to merge many: what computes and waits for nobody.

        Raises `ProblemError` (503).
        """
        return self._verifications.place(lambda before: None)

    async def rulings_on(self, pairs: Sequence[Nomination], manner: Manner) -> list[Ruling]:
        """The model's answers on pairs of sentences. Raises `SummarizerError`, and `ProblemError` where it is full."""
        if not pairs:
            return []
        summarizer = self._summarizer(
            self.model(manner), manner.write_in or self._settings.language, strict=manner.strict
        )
        async with self._admission.place(lambda before: None):
            return await summarizer.rulings_on(pairs)

    def wake(self) -> None:
        """Begin to load the embedded models, and to fetch their weights where they are not here yet."""
        for model in filter(is_embedded, self.models):
            self._looks[model] = _Look(asyncio.create_task(self._answers(model)))

    async def ready(self) -> Mapping[str, str]:
        """Model → `ready`, or why it does not answer. Looks again only after a while, and never waits long."""
        return {model: await self._readiness(model) for model in self.models}

    async def close(self) -> None:
        """Close what is open. Requests under way are the server's to wait for."""
        for look in self._looks.values():
            look.task.cancel()
        for summarizer in self._summarizers.values():
            await summarizer.aclose()
        await self._cache.close()

    async def _readiness(self, model: str) -> str:
        look = self._looks.get(model)
        if look is None or (look.task.done() and time.monotonic() - look.began > LOOK_AGAIN):
            look = self._looks[model] = _Look(asyncio.create_task(self._answers(model)))
        done, _ = await asyncio.wait([look.task], timeout=PATIENCE)
        return look.task.result() if done else "its weights are being fetched or loaded, or it is slow to answer"

    async def _answers(self, model: str) -> str:
        try:
            await self._summarizer(model, self._settings.language, strict=False).prepare()
        except SummarizerError as error:
            return str(error)
        return "ready"

    async def _brief(self, order: Order, tell: Tell) -> None:
        began = time.monotonic()
        try:
            async with asyncio.timeout(self.deadline):
                async with self._admission.place(lambda before: tell(Stage(WAITING, 0, before))):
                    self._metrics.stage(WAITING, time.monotonic() - began)
                    briefing = await self._made(order, tell)
        except TimeoutError:
            raise DeadlineExceededError(f"The briefing was not finished within {self.deadline:g} s.") from None
        self._metrics.briefing(briefing)
        await self._cache.put(order.key, briefing.model_dump_json().encode())
        logging.getLogger(LOGGER).info(
            "briefing", extra={"fields": {"model": order.model, "seconds": round(time.monotonic() - began, 3)}}
        )
        tell(Finished(briefing))

    async def _made(self, order: Order, tell: Tell) -> Briefing:
        """The briefing by the SDK; each stage is passed on and timed."""
        stage, since = "", time.monotonic()
        summarizer = self._summarizer(order.model, order.write_in, strict=order.strict)
        async with aclosing(summarizer.stream(order.article)) as events:
            async for event in events:
                if isinstance(event, Stage) and event.name != stage:
                    if stage:
                        self._metrics.stage(stage, time.monotonic() - since)
                    stage, since = event.name, time.monotonic()
                if isinstance(event, Finished):
                    self._metrics.stage(stage, time.monotonic() - since)
                    return event.briefing
                tell(event)
        raise AssertionError("unreachable: a stream ends with its briefing or an error")

    def _summarizer(self, model: str, language: str | None, *, strict: bool) -> AsyncSummarizer:
        known = model, language, strict
        if known not in self._summarizers:
            key = self._settings.api_key
            self._summarizers[known] = AsyncSummarizer(
                model,
                base_url=self._settings.base_url,
                api_key=key.get_secret_value() if key is not None else None,
                language=language,
                strict=strict,
                timeout=self.deadline,
            )
        return self._summarizers[known]


def models_on_offer(settings: ServiceSettings) -> tuple[str, ...]:
    """The models that a request may name, the default first."""
    return settings.models or (read_settings().model or EMBEDDED_DEFAULT,)


def replayed(briefing: Briefing) -> list[Event]:
    """The events of a briefing that was made before: its facts, all verified, and the whole."""
    return [*facts_of(briefing), Finished(briefing)]


@cache
def _prompts_hash() -> str:
    from summarizer.extraction.prompt_files import all_prompts

    return hashlib.sha256("\0".join(all_prompts()).encode()).hexdigest()
