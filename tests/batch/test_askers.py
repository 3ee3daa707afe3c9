"""A batch waits for whoever may still ask, and not for ever."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from pathlib import Path
from time import monotonic, sleep

import pytest

from summarizer import Article
from summarizer.batch.askers import Askers
from summarizer.batch.corpus import Given, open_corpus
from summarizer.batch.run import Due
from tests.batch import provider_runs
from tests.batch.batch_server import BatchServer
from tests.batch.provider_runs import PACE, provider_run, write_corpus
from tests.shell.running import reads_well

ONE = Due("one", Article.from_text("The first delegation arrived."))
OTHER = Due("other", Article.from_text("The second delegation left."))


async def coming(*due: Due) -> AsyncIterator[Due]:
    for one in due:
        await asyncio.sleep(0)
        yield one


async def test_an_article_may_ask_until_it_waits_or_is_done() -> None:
    askers = Askers()
    assert not askers.may_ask
    told = askers.read(coming(ONE, OTHER))
    first = await anext(told)
    assert askers.may_ask
    with askers.waiting(first.article.sha256):
        assert not askers.may_ask
        with askers.waiting(first.article.sha256):
            assert not askers.may_ask
        assert not askers.may_ask
        second = await anext(told)
        assert askers.may_ask
        askers.done(second.article.sha256)
        assert not askers.may_ask
    assert askers.may_ask
    askers.done(first.article.sha256)
    assert [one async for one in told] == []
    assert not askers.may_ask


async def test_while_an_article_is_read_it_may_ask() -> None:
    askers, go_on = Askers(), asyncio.Event()

    async def slow() -> AsyncIterator[Due]:
        await go_on.wait()
        yield ONE

    told = askers.read(slow())
    reading = asyncio.ensure_future(anext(told))
    await asyncio.sleep(0)
    assert askers.may_ask
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert not askers.may_ask


def read_last_once(holds: Callable[[], bool], monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the last article of a corpus of three be read once something holds, at the latest after 5 s."""

    def read(given: Given) -> Article:
        end = monotonic() + 5
        while "line 3" in given.source and not holds() and monotonic() < end:
            sleep(0.01)
        return given.read()

    def slow(path: Path) -> Iterator[Given]:
        for given in open_corpus(path):
            yield Given(given.source, partial(read, given))

    monkeypatch.setattr(provider_runs, "open_corpus", slow)


async def test_a_batch_waits_for_an_article_that_is_read_slowly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiet: list[float] = []

    async def wait(seconds: float) -> None:
        quiet.append(seconds)
        await asyncio.sleep(seconds)

    read_last_once(lambda: len(quiet) > 20, monkeypatch)
    write_corpus(tmp_path, 3)
    with BatchServer(reads_well) as server:
        tally = await provider_run(tmp_path, server.base_url, pace=dataclasses.replace(PACE, sleep=wait))
    assert tally.briefed == 3
    assert server.calls == [3]


async def test_it_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_corpus(tmp_path, 3)
    with BatchServer(reads_well) as server:
        read_last_once(lambda: bool(server.calls), monkeypatch)
        tally = await provider_run(tmp_path, server.base_url, pace=dataclasses.replace(PACE, quiet=0.05, slow=0.5))
    assert tally.briefed == 3
    assert server.calls == [2, 1]
