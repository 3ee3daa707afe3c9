"""Which engine a batch runs on, with everything that stands between it and the provider."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

from summarizer.batch.journal import Journal
from summarizer.batch.run import Engine
from summarizer.errors import SettingsError
from summarizer.llm.catalogue import is_embedded
from summarizer.many import usual_at_once
from summarizer.settings import Settings, chosen_model, provider_key, read_settings
from summarizer.shell.batch_files import corpus_of
from summarizer.shell.batch_options import BatchOptions
from summarizer.shell.streams import say
from summarizer.summarizer import AsyncSummarizer

if TYPE_CHECKING:
    import httpx2

    from summarizer.llm.catalogue import Plan


@asynccontextmanager
async def open_engine(options: BatchOptions, journal: Journal) -> AsyncIterator[Engine]:
    """The engine that was asked for, open as long as the block. Raises `SettingsError` where it can't be had."""
    if options.engine == "ray":
        places = (options.at_once or usual_at_once(embedded=False)) * options.workers
        places = await _within_cost(places, options, journal, options.plan)
        with _ray(options, places) as engine:
            yield engine
        return
    opened = _provider_batch if options.engine == "provider-batch" else _local
    async with opened(options, journal) as engine:
        yield engine


def model_of(options: BatchOptions) -> str:
    """The model's name, as `AsyncSummarizer` chooses it."""
    return chosen_model(read_settings(), options.model)


async def _within_cost(
    at_once: int, options: BatchOptions, journal: Journal, plan: Plan | None, price: float = 1.0
) -> int:
    """No more under way than can be paid, as long as it is not known what an article costs."""
    from summarizer.batch.estimate import affordable

    if options.max_cost_usd is None:
        return at_once
    left = (options.max_cost_usd - journal.spent()[1]) / price
    most = await affordable(corpus_of(options), model_of(options), plan, left)
    return at_once if most is None else min(at_once, most)


@asynccontextmanager
async def _local(options: BatchOptions, journal: Journal) -> AsyncIterator[Engine]:
    from summarizer.batch.local import LocalEngine
    from summarizer.batch.pacing import Paced
    from summarizer.batch.remembering import Remembering

    def wire(inner: httpx2.AsyncBaseTransport) -> httpx2.AsyncBaseTransport:
        # What is remembered need not wait.
        return Remembering(Paced(inner, options.requests_per_minute, options.tokens_per_minute), journal)

    at_once = options.at_once or usual_at_once(embedded=is_embedded(model_of(options)))
    at_once = await _within_cost(at_once, options, journal, options.plan)
    async with AsyncSummarizer(
        options.model, base_url=options.base_url, plan=options.plan, timeout=options.timeout,
        strict=options.strict, language=options.write_in, wire=wire,
    ) as summarizer:  # fmt: skip
        yield LocalEngine(summarizer, at_once, options.patience)


@contextmanager
def _ray(options: BatchOptions, places: int) -> Iterator[Engine]:
    try:
        from summarizer.batch.ray_cluster import connected, one_for_each_node, worker_environment
        from summarizer.batch.ray_engine import Pool, RayEngine
        from summarizer.batch.ray_worker import Wishes
    except ImportError as error:
        raise SettingsError(
            f"--engine ray needs Ray, which can't be imported ({error}).", hint='pip install "summarizer[ray]"'
        ) from None
    settings = read_settings()
    model = chosen_model(settings, options.model)
    base_url = options.base_url or settings.base_url
    embedded = is_embedded(model) and base_url is None
    with connected(options.address, options.workers):
        # One engine fills a node's cores, so a second worker there would only take memory.
        most, cores = one_for_each_node() if embedded else (options.workers, 1)
        workers = min(options.workers, most, places)
        wishes = Wishes(
            model=model, base_url=base_url, api_key=_key(settings, model, base_url), plan=options.plan,
            timeout=options.timeout or settings.timeout, strict=options.strict,
            language=options.write_in or settings.language,
            requests_per_minute=_share(options.requests_per_minute, workers),
            tokens_per_minute=_share(options.tokens_per_minute, workers),
            patience=options.patience,
        )  # fmt: skip
        # What can't be used is told here, before anything is asked of the cluster.
        wishes.summarizer()
        at_once = min(options.at_once or usual_at_once(embedded=embedded), places // max(workers, 1))
        yield RayEngine(wishes, Pool(workers, at_once, cores, worker_environment(settings)))


def _share(per_minute: float | None, workers: int) -> float | None:
    return per_minute / workers if per_minute is not None else None


def _key(settings: Settings, model: str, base_url: str | None) -> str | None:
    """The key that a model would be asked with here; another provider's is not for an address of one's own."""
    if settings.api_key is not None:
        return settings.api_key.get_secret_value()
    provider = model.partition("/")[0]
    return provider_key(provider) if base_url is None or provider == "openai" else None


@asynccontextmanager
async def _provider_batch(options: BatchOptions, journal: Journal) -> AsyncIterator[Engine]:
    from summarizer.batch.gathering import Gathering
    from summarizer.batch.provider_batch import AT_ONCE, PRICE, TIMEOUT, BatchedCalls, ProviderBatchEngine
    from summarizer.batch.remembering import Remembering

    model = model_of(options)
    _check_has_batches(options, model)
    gathering = Gathering(journal, model.partition("/")[0], (lambda line: None) if options.quiet else say)

    def wire(inner: httpx2.AsyncBaseTransport) -> httpx2.AsyncBaseTransport:
        return Remembering(BatchedCalls(inner, gathering), journal)

    at_once = await _within_cost(options.at_once or AT_ONCE, options, journal, "large", PRICE)
    # A timeout in the settings is for a briefing that somebody waits for.
    async with AsyncSummarizer(
        options.model, base_url=options.base_url, plan="large", timeout=options.timeout or TIMEOUT,
        strict=options.strict, language=options.write_in, wire=wire,
    ) as summarizer:  # fmt: skip
        try:
            yield ProviderBatchEngine(summarizer, gathering, at_once)
        finally:
            await gathering.aclose()


def _check_has_batches(options: BatchOptions, model: str) -> None:
    engine = "--engine provider-batch"
    if is_embedded(model):
        raise SettingsError(f"{model} runs on this machine, which has no batch API.", hint="Use --engine local.")
    if options.plan == "small":
        raise SettingsError(
            f"{engine} asks by the large plan alone: of the small one's questions some wait for others, a day each.",
            hint="Leave --plan out, or use --engine local.",
        )
    if not (model.startswith("openai/") or options.base_url or read_settings().base_url):
        raise SettingsError(
            f"{engine} is for providers that speak the OpenAI protocol, and {model} is reached another way.",
            hint="Name its OpenAI-compatible address with --base-url, or use --engine local.",
        )
    if options.requests_per_minute or options.tokens_per_minute:
        raise SettingsError(
            f"{engine} has no rates: the provider works a batch off as it likes.",
            hint="Leave --requests-per-minute and --tokens-per-minute out; --at-once bounds what is under way.",
        )
