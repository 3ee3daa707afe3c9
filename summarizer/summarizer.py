"""Joins the parts: article → draft → briefing. The core is async and written once; `blocking` is its sync face."""

from __future__ import annotations

import asyncio
import datetime as dt
import threading
import time
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Self

from summarizer.article import Article
from summarizer.briefing import Attempt, Briefing, Provenance
from summarizer.chain import Chain, Link, make_link
from summarizer.checking import Checking, facts_of
from summarizer.dossier import Dossier, Ruling
from summarizer.draft import Draft
from summarizer.errors import ArticleError, AuthenticationError, ModelError, SettingsError, SummarizerError
from summarizer.events import Event, Finished, Notice, Stage, briefing_of
from summarizer.many import Briefed, stepping, usual_at_once, worked_off
from summarizer.version import __version__

if TYPE_CHECKING:
    from summarizer.extraction.asking import Asking
    from summarizer.llm.catalogue import Plan
    from summarizer.llm.wire import Wire
    from summarizer.merging.nominations import Nomination


@dataclass(frozen=True)
class Clock:
    """Where times come from and how waits are spent, so that tests can set them."""

    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


def default_timeout(models: Sequence[str]) -> float:
    """Seconds that a briefing may take; a model on this machine's CPU needs about 1.5 s a sentence."""
    from summarizer.llm.catalogue import is_embedded

    return 1800.0 if any(map(is_embedded, models)) else 300.0


MOST_PAIRS = 20
"""Pairs of sentences that a dossier asks a model about by default: with the embedded model about two minutes."""
LONG_ARTICLE = 100_000
"""Bytes of text from which on a briefing is given more time than the default, in proportion."""


def _checked_language(language: str | None) -> str | None:
    from summarizer.reading.language_detection import language_code

    code = language_code(language) if language is not None else None
    if language is not None and code is None:
        raise SettingsError(f"{language!r} is not an ISO 639-1 code.", hint="Write language as en, uk or ja.")
    return code


class AsyncSummarizer:
    """Briefs articles with a model, or with another one where that can't.

    `model` is `provider/name` (`embedded/qwen2.5-coder-1.5b`, `openai/…`, `anthropic/…`, `ollama/…`);
    without it `SUMMARIZER_MODEL` counts, and else the embedded model, which runs in this process, needs no
    key and sends nothing anywhere. `base_url` is any endpoint that speaks the OpenAI protocol. `plan` is
    `small` or `large`; each model has its default. `timeout` is in seconds for one briefing (by default more
    for a very long article), `max_attempts` how often one question is sent at most. With `strict` what could not
    be judged is refused, too, and the article's own words stand for every paraphrase that goes beyond them.
    `language` (ISO 639-1) is that of the briefing's own words; without it `SUMMARIZER_LANGUAGE` counts, and else
    they are in the article's. What is copied, names and evidence, always is.

    With several models the next one answers where the first can't be asked or gives nothing of use; those of
    `on_context_exceeded` and `on_refusal` go before them where an article is longer than it can read, or where it
    declines. `base_url`, `api_key` and `plan` are the first one's. `max_tokens`, `max_cost_usd` and
    `max_seconds` bound what one briefing may take, and are looked at before each call; a call that is under way is
    cut off by `timeout` alone. Calls go by `wire`, where one is given. Raises
    `UnknownModelError` or `SettingsError` at once.
    """

    def __init__(
        self,
        model: str | Sequence[str] | None = None,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        plan: Plan | None = None,
        timeout: float | None = None,
        max_attempts: int = 3,
        max_tokens: int | None = None,
        max_cost_usd: float | None = None,
        max_seconds: float | None = None,
        on_context_exceeded: Sequence[str] = (),
        on_refusal: Sequence[str] = (),
        strict: bool = False,
        language: str | None = None,
        clock: Clock | None = None,
        wire: Wire | None = None,
    ) -> None:
        from summarizer.llm.budget import Budget
        from summarizer.settings import chosen_model, read_settings

        if max_attempts < 1 or (timeout is not None and timeout <= 0):
            raise SettingsError("max_attempts must be at least 1 and timeout above 0 seconds.")
        settings = read_settings()
        self._clock = clock or Clock()
        given = timeout or settings.timeout
        named = [model] if isinstance(model, str) else list(model or ()) or [chosen_model(settings)]
        self._timeout = given or default_timeout([*named, *on_context_exceeded, *on_refusal])
        self._timeout_grows = given is None
        self._max_attempts = max_attempts
        self._budget = Budget(max_tokens, max_cost_usd, max_seconds)
        self._strict = strict
        self._language = _checked_language(language) or settings.language
        reason = "asked for" if model else "named by SUMMARIZER_MODEL" if settings.model else "the default"
        # The key of the settings is for the model that was asked for, and for no other.
        secret = api_key or (settings.api_key.get_secret_value() if settings.api_key else None)
        address = base_url or settings.base_url
        link = partial(make_link, settings, seconds=self._timeout, wire=wire)
        first = link(named[0], reason, base_url=address, api_key=secret, plan=plan)
        self._chain = Chain(
            (first, *(link(name, "the next in line") for name in named[1:])),
            tuple(link(name, "for what is too long") for name in on_context_exceeded),
            tuple(link(name, "for what was declined") for name in on_refusal),
        )
        self._budget.check_prices(link.endpoint for link in self._chain)

    @property
    def model(self) -> str:
        """The model that is asked first."""
        return self._chain.first.endpoint.name

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connection to the model. The embedded engine stays loaded until the process ends."""
        for link in self._chain:
            await link.close()

    async def prepare(self) -> None:
        """Load the embedded model, or see whether the endpoint answers, before the first article comes.

        Raises as `brief`.
        """
        connection = await self._chain.first.connect(lambda event: None)
        await connection.probe()

    async def brief(self, article: Article) -> Briefing:
        """The briefing of an article.

        Raises `ModelError` where the model cannot be asked or the time is over, `WeightsError` where the
        embedded model's weights cannot be had.
        """
        return await briefing_of(self.stream(article))

    async def dossier(self, articles: Iterable[Article | Briefing], *, pairs: int | None = None) -> Dossier:
        """The dossier of articles, briefed one after the other, and of finished briefings.

        `pairs` is how many pairs of sentences, of which the rules can't tell whether they belong together, the model
        is asked about at most: by default `MOST_PAIRS` where it briefed an article, and none where all were briefed
        before. Raises as `brief`.
        """
        briefings, asked = [], False
        async with aclosing(stepping(iter(articles))) as coming:
            async for one in coming:
                asked = asked or isinstance(one, Article)
                briefings.append(await self.brief(one) if isinstance(one, Article) else one)
        most = (MOST_PAIRS if asked else 0) if pairs is None else pairs
        return await self.compare(Dossier.of(briefings), most)

    async def briefed(self, article: Article) -> Briefed:
        """What comes of an article: its briefing, or the error there is instead; raises what would fail every one."""
        try:
            return Briefed(article, await self.brief(article))
        except AuthenticationError:
            raise
        except (ArticleError, ModelError) as error:
            return Briefed(article, error=error)

    async def brief_many(
        self, articles: Iterable[Article] | AsyncIterable[Article], *, at_once: int | None = None
    ) -> AsyncGenerator[Briefed, None]:
        """What comes of each article, in the order in which it is ready; one that fails stops no other.

        `at_once` articles are under way at most: by default 2 with an embedded model, whose places two fill, and else
        8. They are taken as there is a place, an iterable's in another thread and a few ahead, so millions of them fit
        into memory. Raises what would fail every article: `SettingsError`, also for less than 1 `at_once`,
        `WeightsError`, `AuthenticationError`.
        """
        from summarizer.llm.catalogue import is_embedded

        if at_once is not None and at_once < 1:
            raise SettingsError(f"{at_once} articles at once are none.", hint="Give 1 or more, or leave it out.")
        most = at_once or usual_at_once(embedded=is_embedded(self.model))
        async with aclosing(worked_off(articles, self.briefed, most)) as found:
            async for briefed in found:
                yield briefed

    async def compare(
        self, dossier: Dossier, most: int = MOST_PAIRS, tell: Callable[[Event], None] = lambda event: None
    ) -> Dossier:
        """The dossier after the model was asked about up to `most` pairs of sentences, the likeliest first.

        Its answers are in `rulings`: they join statements that two languages or wordings keep apart, and find denials
        in other words. What it can't answer is `unanswered` there. Raises `WeightsError` as `brief`.
        """
        from summarizer.merging.asked import likeliest

        rulings = await self.rulings_on(likeliest(dossier, most), tell) if most > 0 else []
        return Dossier.of(dossier.briefings, [*dossier.rulings, *rulings]) if rulings else dossier

    async def rulings_on(
        self, pairs: Sequence[Nomination], tell: Callable[[Event], None] = lambda event: None
    ) -> list[Ruling]:
        """The model's answers on pairs of sentences, for who makes a dossier elsewhere than `compare` does.

        What it can't answer is `unanswered` there. Raises `WeightsError` as `brief`.
        """
        from summarizer.merging.asked import rulings_on

        if not pairs:
            return []
        asking = await self._asking(self._chain.first, tell, [], self._clock.monotonic(), self._timeout, None)
        return await rulings_on(pairs, asking)

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
        started = self._clock.monotonic()
        ledger: list[Attempt] = []
        notes: list[str] = []
        link, asked = self._chain.first, []
        while True:
            asked.append(link)
            try:
                return await self._brief_by(link, article, tell, ledger, notes, started)
            except SummarizerError as error:
                error.attempts = tuple(ledger)
                after = self._chain.after(asked, error)
                if after is None:
                    raise
                notes.append(f"{link.endpoint.name} did not make it: {error.message}")
                tell(Notice(notes[-1]))
                link = after

    async def _brief_by(
        self,
        link: Link,
        article: Article,
        tell: Callable[[Event], None],
        ledger: list[Attempt],
        notes: Sequence[str],
        started: float,
    ) -> Briefing:
        """The briefing by one model; its calls are entered into the ledger."""
        allowed = self._allowed(article)
        asking = await self._asking(link, tell, ledger, started, allowed, self._wanted(article))
        asking.notes.extend(notes)
        if asking.language is not None:
            # The format has no field for it, and who verifies the briefing has to know.
            asking.note(f"The briefing's own words were asked for in {asking.language_name} ({asking.language}).")
        draft = await _draft(link.plan, article, asking)
        tell(Stage("checking every line against the article"))
        made = partial(self._provenance, asking, started)
        return await Checking(article, self._language, self._strict, made).briefing(draft, asking)

    async def _asking(
        self,
        link: Link,
        tell: Callable[[Event], None],
        ledger: list[Attempt],
        started: float,
        allowed: float,
        language: str | None,
    ) -> Asking:
        """A way to ask one model until `allowed` seconds after the start; its calls are entered into the ledger."""
        from summarizer.extraction.asking import Asking, wording
        from summarizer.llm.client import ModelClient

        tell(Notice(f"Model: {link.endpoint.name} ({link.endpoint.reason}), {link.plan} plan"))
        connection = await link.connect(tell)
        client = ModelClient(
            link.endpoint,
            connection,
            started + allowed - self._clock.monotonic(),
            self._max_attempts,
            budget=self._budget,
            wording=wording(),
            sleep=self._clock.sleep,
            clock=self._clock.monotonic,
            attempts=ledger,
            began=started,
        )
        return Asking(client, lambda name, done, total: tell(Stage(name, done, total)), language)

    def _allowed(self, article: Article) -> float:
        """Seconds for a briefing: what was set, or the default, which is more for a very long article."""
        times = max(1.0, len(article.text.encode()) / LONG_ARTICLE) if self._timeout_grows else 1.0
        return self._timeout * times

    def _wanted(self, article: Article) -> str | None:
        """The language that the model has to be asked to write in, because it is not the article's."""
        return self._language if self._language != article.language else None

    def _provenance(self, asking: Asking, started: float) -> Provenance:
        attempts = list(asking.client.attempts)
        costs = [attempt.cost_usd for attempt in attempts]
        return Provenance(
            model=asking.client.endpoint.name,
            prompt_versions=dict(sorted(asking.versions.items())),
            summarizer_version=__version__,
            created_at=self._clock.now(),
            seconds=round(self._clock.monotonic() - started, 3),
            attempts=attempts,
            input_tokens=sum(a.input_tokens for a in attempts),
            output_tokens=sum(a.output_tokens for a in attempts),
            cost_usd=None if None in costs else sum(cost for cost in costs if cost is not None),
            notes=list(asking.notes),
        )


async def _draft(plan: Plan, article: Article, asking: Asking) -> Draft:
    from summarizer.extraction.large_plan import draft_large
    from summarizer.extraction.small_plan import draft_small

    return await (draft_small if plan == "small" else draft_large)(article, asking)
