"""Which engine a batch runs on, with everything that stands between it and the provider."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from summarizer.batch.journal import Journal
from summarizer.batch.run import Engine
from summarizer.errors import SettingsError
from summarizer.llm.catalogue import is_embedded
from summarizer.settings import EMBEDDED_DEFAULT, read_settings
from summarizer.shell.batch_options import BatchOptions
from summarizer.summarizer import AsyncSummarizer

if TYPE_CHECKING:
    import httpx2

AT_ONCE, AT_ONCE_EMBEDDED = 8, 2


@asynccontextmanager
async def open_engine(options: BatchOptions, journal: Journal) -> AsyncIterator[Engine]:
    """The engine that was asked for, open as long as the block. Raises `SettingsError` where it can't be had."""
    if options.engine != "local":
        raise SettingsError(f"--engine {options.engine} is not built yet.")
    async with _local(options, journal) as engine:
        yield engine


@asynccontextmanager
async def _local(options: BatchOptions, journal: Journal) -> AsyncIterator[Engine]:
    from summarizer.batch.local import LocalEngine
    from summarizer.batch.pacing import Paced
    from summarizer.batch.remembering import Remembering

    def wire(inner: httpx2.AsyncBaseTransport) -> httpx2.AsyncBaseTransport:
        # What is remembered need not wait.
        return Remembering(Paced(inner, options.requests_per_minute, options.tokens_per_minute), journal)

    embedded = is_embedded(options.model or read_settings().model or EMBEDDED_DEFAULT)
    at_once = options.at_once or (AT_ONCE_EMBEDDED if embedded else AT_ONCE)
    async with AsyncSummarizer(
        options.model, base_url=options.base_url, plan=options.plan, timeout=options.timeout,
        strict=options.strict, language=options.write_in, wire=wire,
    ) as summarizer:  # fmt: skip
        yield LocalEngine(summarizer, at_once)
