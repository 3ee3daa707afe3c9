"""The sync face of the core: the same arguments, errors and results, from a thread of its own."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Coroutine, Generator, Iterable, Sequence
from concurrent.futures import Future
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from summarizer.article import Article
from summarizer.background import BackgroundLoop
from summarizer.briefing import Briefing
from summarizer.dossier import Dossier
from summarizer.events import Event
from summarizer.many import Briefed
from summarizer.summarizer import MOST_PAIRS, AsyncSummarizer, Clock

if TYPE_CHECKING:
    from summarizer.llm.catalogue import Plan
    from summarizer.llm.wire import Wire

Result = TypeVar("Result")


class Summarizer:
    """`AsyncSummarizer` for code without async: the same arguments, errors and results.

    Works inside a running event loop too (a notebook): the core runs in a thread of its own. Use it as a
    context manager, or `close()` it.
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
        self._core = AsyncSummarizer(
            model,
            base_url=base_url,
            api_key=api_key,
            plan=plan,
            timeout=timeout,
            max_attempts=max_attempts,
            max_tokens=max_tokens,
            max_cost_usd=max_cost_usd,
            max_seconds=max_seconds,
            on_context_exceeded=on_context_exceeded,
            on_refusal=on_refusal,
            strict=strict,
            language=language,
            clock=clock,
            wire=wire,
        )
        self._background = BackgroundLoop()

    @property
    def model(self) -> str:
        """The model that is asked first."""
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
        return self._run(self._core.brief(article))

    def dossier(self, articles: Iterable[Article | Briefing], *, pairs: int | None = None) -> Dossier:
        """The dossier of articles and of finished briefings, as `AsyncSummarizer.dossier`."""
        return self._run(self._core.dossier(articles, pairs=pairs))

    def brief_many(self, articles: Iterable[Article], *, at_once: int | None = None) -> Generator[Briefed, None, None]:
        """What comes of each article, as `AsyncSummarizer.brief_many`."""
        return self._steps(self._core.brief_many(articles, at_once=at_once))

    def compare(self, dossier: Dossier, most: int = MOST_PAIRS) -> Dossier:
        """The dossier after the model was asked about pairs of sentences, as `AsyncSummarizer.compare`."""
        return self._run(self._core.compare(dossier, most))

    def _run(self, work: Coroutine[Any, Any, Result]) -> Result:
        running = self._background.submit(work)
        try:
            return running.result()
        except BaseException:
            # Ctrl-C while waiting: the work is not to go on without anybody who waits for it.
            running.cancel()
            raise

    def stream(self, article: Article) -> Generator[Event, None, None]:
        """The briefing in the making, as `AsyncSummarizer.stream`."""
        return self._steps(self._core.stream(article))

    def _steps(self, coming: AsyncGenerator[Result, None]) -> Generator[Result, None, None]:
        """The steps of an async generator, one by one; ending early ends it."""
        step: Future[Result | None] | None = None
        try:
            while True:
                step = self._background.submit(_next_of(coming))
                found = step.result()
                if found is None:
                    return
                yield found
        finally:
            if step is not None and not step.done():
                # Ctrl-C while waiting: a step that is cancelled ends the generator by itself.
                step.cancel()
            else:
                self._background.submit(_end(coming)).result()


async def _next_of(coming: AsyncGenerator[Result, None]) -> Result | None:
    return await anext(coming, None)


async def _end(coming: AsyncGenerator[Result, None]) -> None:
    await coming.aclose()
