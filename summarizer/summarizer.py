"""Joins the parts: article → draft → briefing. The core is async and written once; the sync face is thin."""

from __future__ import annotations

import asyncio
import datetime as dt
import threading
import time
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from concurrent.futures import Future
from contextlib import aclosing, closing
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self

from summarizer.article import Article
from summarizer.background import BackgroundLoop
from summarizer.briefing import Briefing, Provenance
from summarizer.checking import LISTS, Checking
from summarizer.draft import Draft
from summarizer.errors import SettingsError
from summarizer.events import Event, Fact, Finished, Notice, Stage
from summarizer.version import __version__
from summarizer.vocabulary import Model

if TYPE_CHECKING:
    from summarizer.extraction.asking import Asking
    from summarizer.llm.catalogue import Plan
    from summarizer.llm.client import ModelClient
    from summarizer.llm.endpoint import Connection, Endpoint
    from summarizer.settings import Settings


@dataclass(frozen=True)
class Clock:
    """Where times come from, so that tests can set them."""

    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    monotonic: Callable[[], float] = time.monotonic


def _default_timeout(model: str | None) -> float:
    """Seconds that a briefing may take; a model on this machine's CPU needs about 1.5 s a sentence."""
    from summarizer.llm.catalogue import is_embedded

    return 1800.0 if model is None or is_embedded(model) else 300.0


LONG_ARTICLE = 100_000
"""Bytes of text from which on a briefing is given more time than the default, in proportion."""


def _checked_language(language: str | None) -> str | None:
    from summarizer.reading.language_detection import language_code

    code = language_code(language) if language is not None else None
    if language is not None and code is None:
        raise SettingsError(f"{language!r} is not an ISO 639-1 code.", hint="Write language as en, uk or ja.")
    return code


class AsyncSummarizer:
    """Briefs articles with one model.

    `model` is `provider/name` (`embedded/qwen2.5-coder-1.5b`, `openai/…`, `anthropic/…`, `ollama/…`);
    without it `SUMMARIZER_MODEL` counts, and else the embedded model, which runs in this process, needs no
    key and sends nothing anywhere. `base_url` is any endpoint that speaks the OpenAI protocol. `plan` is
    `small` or `large`; each model has its default. `timeout` is in seconds for one briefing (by default more
    for a very long article), `max_attempts` how often one question is sent at most. With `strict` what could not
    be judged is refused, too, and the article's own words stand for every paraphrase that goes beyond them.
    `language` (ISO 639-1) is that of the briefing's own words; without it `SUMMARIZER_LANGUAGE` counts, and else
    they are in the article's. What is copied, names and evidence, always is. Raises `UnknownModelError` or
    `SettingsError` at once.
    """

    def __init__(
        self,
        model: str | None = None,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        plan: Plan | None = None,
        timeout: float | None = None,
        max_attempts: int = 3,
        strict: bool = False,
        language: str | None = None,
        clock: Clock | None = None,
    ) -> None:
        from summarizer.settings import read_settings

        if max_attempts < 1 or (timeout is not None and timeout <= 0):
            raise SettingsError("max_attempts must be at least 1 and timeout above 0 seconds.")
        settings = read_settings()
        self._clock = clock or Clock()
        given = timeout or settings.timeout
        self._timeout = given or _default_timeout(model or settings.model)
        self._timeout_grows = given is None
        self._max_attempts = max_attempts
        self._strict = strict
        self._language = _checked_language(language) or settings.language
        self._tell: Callable[[Event], None] = lambda event: None
        self._endpoint = self._choose(settings, model, base_url, api_key)
        self._plan: Plan = plan or self._endpoint.plan
        self._connection: Connection | None = None
        self._connecting = asyncio.Lock()

    def _choose(self, settings: Settings, model: str | None, base_url: str | None, api_key: str | None) -> Endpoint:
        from summarizer.llm.choice import Watch, Wish, choose_endpoint
        from summarizer.settings import EMBEDDED_DEFAULT, provider_key

        named = model or settings.model
        reason = "asked for" if model else "named by SUMMARIZER_MODEL" if settings.model else "the default"
        secret = settings.api_key.get_secret_value() if settings.api_key else None
        wish = Wish(
            model=named or EMBEDDED_DEFAULT,
            reason=reason,
            base_url=base_url or settings.base_url,
            api_key=api_key or secret,
            models_folder=settings.models_folder,
            offline=settings.offline,
            timeout=self._timeout,
        )
        watch = Watch(
            progress=lambda done, total, mirror: self._tell(Stage(f"downloading from {mirror}", done, total, "bytes")),
            notice=lambda text: self._tell(Notice(text)),
        )
        return choose_endpoint(wish, watch, provider_key)

    @property
    def model(self) -> str:
        """The model that answers."""
        return self._endpoint.name

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connection to the model. The embedded engine stays loaded until the process ends."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    async def prepare(self) -> None:
        """Load the embedded model, or see whether the endpoint answers, before the first article comes.

        Raises as `brief`.
        """
        connection = await self._connect(self._tell)
        await connection.probe()

    async def brief(self, article: Article) -> Briefing:
        """The briefing of an article.

        Raises `ModelError` where the model cannot be asked or the time is over, `WeightsError` where the
        embedded model's weights cannot be had.
        """
        async with aclosing(self.stream(article)) as events:
            async for event in events:
                if isinstance(event, Finished):
                    return event.briefing
        raise AssertionError("unreachable: a stream ends with its briefing or an error")

    async def stream(self, article: Article) -> AsyncGenerator[Event, None]:
        """The briefing in the making: stages, then each grounded fact, then `Finished`. Raises as `brief`."""
        events: asyncio.Queue[Event | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        own = threading.get_ident()

        def tell(event: Event) -> None:
            # Downloads report from a thread; to wake the loop from its own one would only cost.
            call = loop.call_soon if threading.get_ident() == own else loop.call_soon_threadsafe
            call(events.put_nowait, event)

        async def work() -> None:
            try:
                briefing = await self._brief(article, tell)
                for fact in facts_of(briefing):
                    tell(fact)
                tell(Finished(briefing))
            finally:
                loop.call_soon(events.put_nowait, None)

        task = asyncio.create_task(work())
        try:
            while (event := await events.get()) is not None:
                yield event
            await task
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def _brief(self, article: Article, tell: Callable[[Event], None]) -> Briefing:
        from summarizer.extraction.asking import Asking
        from summarizer.llm.client import ModelClient

        started = self._clock.monotonic()
        tell(Notice(f"Model: {self._endpoint.name} ({self._endpoint.reason}), {self._plan} plan"))
        connection = await self._connect(tell)
        seconds = self._allowed(article)
        client = ModelClient(self._endpoint, connection, seconds, self._max_attempts, clock=self._clock.monotonic)
        asking = Asking(client, lambda name, done, total: tell(Stage(name, done, total)), self._wanted(article))
        if asking.language is not None:
            # The format has no field for it, and who verifies the briefing has to know.
            asking.note(f"The briefing's own words were asked for in {asking.language_name} ({asking.language}).")
        draft = await self._draft(article, asking)
        tell(Stage("checking every line against the article"))
        checking = Checking(article, self._language, self._strict, lambda: self._provenance(client, asking, started))
        return await checking.briefing(draft, asking)

    def _allowed(self, article: Article) -> float:
        """Seconds for a briefing: what was set, or the default, which is more for a very long article."""
        times = max(1.0, len(article.text.encode()) / LONG_ARTICLE) if self._timeout_grows else 1.0
        return self._timeout * times

    def _wanted(self, article: Article) -> str | None:
        """The language that the model has to be asked to write in, because it is not the article's."""
        return self._language if self._language != article.language else None

    async def _connect(self, tell: Callable[[Event], None]) -> Connection:
        async with self._connecting:
            if self._connection is None:
                self._tell = tell
                tell(Stage("starting the model"))
                self._connection = await self._endpoint.connect()
            return self._connection

    async def _draft(self, article: Article, asking: Asking) -> Draft:
        from summarizer.extraction.large_plan import draft_large
        from summarizer.extraction.small_plan import draft_small

        return await (draft_small if self._plan == "small" else draft_large)(article, asking)

    def _provenance(self, client: ModelClient, asking: Asking, started: float) -> Provenance:
        from summarizer.llm.prices import cost_of

        attempts = list(client.attempts)
        read, written = sum(a.input_tokens for a in attempts), sum(a.output_tokens for a in attempts)
        return Provenance(
            model=self._endpoint.name,
            prompt_versions=dict(sorted(asking.versions.items())),
            summarizer_version=__version__,
            created_at=self._clock.now(),
            seconds=round(self._clock.monotonic() - started, 3),
            attempts=attempts,
            input_tokens=read,
            output_tokens=written,
            cost_usd=cost_of(self._endpoint.provider, self._endpoint.model, read, written),
            notes=list(asking.notes),
        )


def facts_of(briefing: Briefing) -> Iterator[Fact]:
    """Each fact of a briefing with its place, in the order of the format."""
    singles: tuple[tuple[str, Model], ...] = (("/bottom_line", briefing.bottom_line), ("/talks", briefing.talks))
    yield from (Fact(path, entry) for path, entry in singles)
    for name in LISTS:
        for at, entry in enumerate(getattr(briefing, name)):
            yield Fact(f"/{name}/{at}", entry)


class Summarizer:
    """`AsyncSummarizer` for code without async: the same arguments, errors and results.

    Works inside a running event loop too (a notebook): the core runs in a thread of its own. Use it as a
    context manager, or `close()` it.
    """

    def __init__(
        self,
        model: str | None = None,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        plan: Plan | None = None,
        timeout: float | None = None,
        max_attempts: int = 3,
        strict: bool = False,
        language: str | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._core = AsyncSummarizer(
            model,
            base_url=base_url,
            api_key=api_key,
            plan=plan,
            timeout=timeout,
            max_attempts=max_attempts,
            strict=strict,
            language=language,
            clock=clock,
        )
        self._background = BackgroundLoop()

    @property
    def model(self) -> str:
        """The model that answers."""
        return self._core.model

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection to the model and end the thread."""
        self._background.submit(self._core.aclose()).result()
        self._background.close()

    def brief(self, article: Article) -> Briefing:
        """The briefing of an article. Raises as `AsyncSummarizer.brief`."""
        with closing(self.stream(article)) as events:
            for event in events:
                if isinstance(event, Finished):
                    return event.briefing
        raise AssertionError("unreachable: a stream ends with its briefing or an error")

    def stream(self, article: Article) -> Generator[Event, None, None]:
        """The briefing in the making, as `AsyncSummarizer.stream`."""
        events = self._core.stream(article)
        step: Future[Event | None] | None = None
        try:
            while True:
                step = self._background.submit(_next_event(events))
                event = step.result()
                if event is None:
                    return
                yield event
        finally:
            if step is not None and not step.done():
                # Ctrl-C while waiting: a step that is cancelled ends the stream by itself.
                step.cancel()
            else:
                self._background.submit(_end(events)).result()


async def _next_event(events: AsyncGenerator[Event, None]) -> Event | None:
    return await anext(events, None)


async def _end(events: AsyncGenerator[Event, None]) -> None:
    await events.aclose()
