"""The engine of a Ray cluster: one streaming dataset for a whole run, through a pool of actors that stay.

    Batch.due ──article──▶ Feed ◀──take(7)── Worker, Worker, …          (actors)
                            ▲                  ▲        │
                 has(7)?    │       ticket 7   │        │ ticket 7, briefing
                          Tickets ─────────────┘        └──▶ iter_batches ──▶ Result

What Ray Data streams are not articles but tickets: 0, 1, 2, … The driver gives each article to the feed, a small actor
beside it, and the source of the dataset makes a ticket once the feed has an article for it. A worker that gets a ticket
takes the article from the feed, briefs it, and its block comes back to the driver at once. Why so:

- The length of a corpus is not known before its end, and it is not to be in memory. The driver gives no more articles
  than the pool has places for, so the source waits, and with it everything behind it.
- Where a worker dies Ray does its blocks again, and where a node dies it runs the source again from its beginning; both
  need the same ticket to mean the same article. One that is settled is nobody's any more.
- A dataset for each few articles would start the pool for each of them, with an embedded model for many seconds.

One ticket is one block and one task, and the workers are asynchronous: a worker has `at_once` articles under way, and
none waits for another. The key goes by the feed, from memory to memory: Ray writes the environment of a worker, and
the arguments that it is made with, into its logs.
"""

from __future__ import annotations

import asyncio
import itertools
import warnings
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import ray
from ray.data import ActorPoolStrategy, DataContext, Dataset, Datasource, ReadTask, read_datasource
from ray.data.block import BlockMetadata
from ray.exceptions import RayError, RayTaskError, UserCodeException
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from summarizer.batch.ray_faults import error_of
from summarizer.batch.ray_worker import BRIEFING, FAULT, TICKET, TICKETS, Feed, Wishes, Worker, as_data
from summarizer.batch.run import Due, Result
from summarizer.briefing import Briefing
from summarizer.errors import ArticleError, AuthenticationError, EndpointAwayError, ModelError, ModelUnavailableError

WAITING = 1
"""Articles that wait at each worker, so that a place that falls free is taken at once."""

TICKETS_AHEAD = 16
"""Tickets that are made before Ray Data has looked at the first; it looks about ten times a second."""


@dataclass(frozen=True)
class Pool:
    """The workers of a run."""

    workers: int
    """How many."""
    at_once: int
    """Articles that each has under way."""
    cores: int = 1
    """Cores that each takes."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Variables of their processes. Ray logs them: nothing that is secret."""

    @property
    def places(self) -> int:
        """Articles that are under way or wait, in all workers."""
        return self.workers * (self.at_once + WAITING)


class Tickets(Datasource):
    """The numbers of the articles, each as a block of its own once the feed has it."""

    def __init__(self, feed: Any) -> None:
        self._feed = feed

    def estimate_inmemory_data_size(self) -> int | None:
        """Not known, and next to nothing."""
        return None

    def get_read_tasks(
        self, parallelism: int, per_task_row_limit: int | None = None, data_context: DataContext | None = None
    ) -> list[ReadTask]:
        """One task for all of them."""
        feed = self._feed

        def numbers() -> Iterator[pa.Table]:
            for ticket in itertools.count():
                if not ray.get(feed.has.remote(ticket)):
                    return
                yield pa.table({TICKET: [ticket]}, schema=TICKETS)

        return [ReadTask(numbers, BlockMetadata(num_rows=None, size_bytes=None, input_files=None, exec_stats=None))]


class Enlisted(Worker):
    """A worker that the feed knows, so that it can be ended with its run."""

    def __init__(self, feed: Any) -> None:
        super().__init__(feed)
        # One that is started again when the run is over finds no feed, and so ends here.
        ray.get(feed.enlist.remote(ray.get_runtime_context().current_actor))


class RayEngine:
    """Briefs on the Ray that this process is connected to."""

    def __init__(self, wishes: Wishes, pool: Pool) -> None:
        self.wishes = wishes
        self.pool = pool

    async def brief(self, due: AsyncIterator[Due]) -> AsyncGenerator[Result, None]:
        """As `Engine.brief`. Raises what would fail every article, and `ModelUnavailableError` where Ray gives up."""
        run = _Run(self.wishes, self.pool)
        try:
            async for result in run.results(due):
                yield result
        finally:
            await run.end()


class _Run:
    """One run: its feed, the articles that are out, and the thread that Ray Data's results come from."""

    def __init__(self, wishes: Wishes, pool: Pool) -> None:
        self._pool = pool
        self._out: dict[int, Due] = {}
        self._places = asyncio.Semaphore(pool.places)
        self._rows: asyncio.Queue[Mapping[str, Any] | None] = asyncio.Queue()
        self._feed = _beside_the_driver(ray.remote(Feed)).remote(as_data(wishes))
        self._tasks: list[asyncio.Task[None]] = []

    async def results(self, due: AsyncIterator[Due]) -> AsyncIterator[Result]:
        """What comes of each article, once."""
        feeding = asyncio.create_task(self._give(due))
        pulling = asyncio.create_task(asyncio.to_thread(self._pull, asyncio.get_running_loop()))
        self._tasks = [feeding, pulling]
        with _ray_errors():
            while (row := await self._rows.get()) is not None:
                # What was done twice, because its worker died late, counts once.
                article = self._out.pop(row[TICKET], None)
                if article is not None:
                    await self._feed.settle.remote(row[TICKET])
                    yield _result(article, row)
                    # Not before the driver has settled it: what it may cost in all is counted by those under way.
                    self._places.release()
            await pulling
            await feeding
        if self._out:
            raise ModelUnavailableError(
                f"Nothing came back from Ray of {len(self._out)} articles.", hint="Go on with the same command."
            )

    async def end(self) -> None:
        """End everything that is under way. The feed's end is that of the source, and so of the whole dataset."""
        for task in self._tasks[:1]:
            task.cancel()
        crew: Sequence[Any] = ()
        with suppress(RayError):
            crew = await self._feed.crew.remote()
        ray.kill(self._feed)
        await asyncio.gather(*self._tasks, return_exceptions=True)
        # One that died shortly before the end is started again when Ray Data has forgotten it, and keeps its core.
        for worker in crew:
            ray.kill(worker)

    async def _give(self, due: AsyncIterator[Due]) -> None:
        try:
            ticket = 0
            async for one in _bounded(due, self._places):
                self._out[ticket] = one
                await self._feed.give.remote(one.article.model_dump_json())
                ticket += 1
        finally:
            await self._feed.end.remote()

    def _pull(self, loop: asyncio.AbstractEventLoop) -> None:
        """Runs in a thread: Ray Data has no asynchronous face."""
        try:
            tables: Iterable[Any] = _dataset(self._feed, self._pool).iter_batches(
                batch_size=None, batch_format="pyarrow", prefetch_batches=0
            )
            for table in tables:
                for row in table.to_pylist():
                    loop.call_soon_threadsafe(self._rows.put_nowait, row)
        finally:
            loop.call_soon_threadsafe(self._rows.put_nowait, None)


async def _bounded(due: AsyncIterator[Due], places: asyncio.Semaphore) -> AsyncIterator[Due]:
    while True:
        await places.acquire()
        try:
            yield await anext(due)
        except StopAsyncIteration:
            return


def _result(due: Due, row: Mapping[str, Any]) -> Result:
    """Raises what would fail every article."""
    if row[FAULT] is None:
        return Result(due, Briefing.from_json(row[BRIEFING]))
    error = error_of(row[FAULT])
    if isinstance(error, AuthenticationError | EndpointAwayError) or not isinstance(error, ArticleError | ModelError):
        raise error
    return Result(due, error=error)


@contextmanager
def _ray_errors() -> Iterator[None]:
    try:
        yield
    except (RayTaskError, UserCodeException):
        # A mistake of ours: its trace is what is needed.
        raise
    except RayError as error:
        raise ModelUnavailableError(
            f"Ray gave up: {error}", hint="What is done is kept; go on with the same command."
        ) from error


def _dataset(feed: Any, pool: Pool) -> Dataset:
    """The run as Ray Data has it: tickets, mapped by the pool."""
    with warnings.catch_warnings():
        # Ray's own use of its own deprecated settings.
        warnings.simplefilter("ignore", DeprecationWarning)
        context = DataContext.get_current().copy()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    # Blocks are not to be gathered into large ones: each row goes on as soon as it is there.
    context.target_max_block_size = 1
    # With the usual 2, ten articles a second would be all that gets into the pool; what waits is bounded by the feed.
    context._max_num_blocks_in_streaming_gen_buffer = TICKETS_AHEAD
    with DataContext.current(context):
        tickets: Dataset = read_datasource(Tickets(feed), override_num_blocks=1, num_cpus=0)
        results: Dataset = tickets.map_batches(
            Enlisted,
            fn_constructor_args=(feed,),
            batch_size=None,
            batch_format="pyarrow",
            compute=ActorPoolStrategy(
                size=pool.workers,
                max_concurrent_calls_per_actor=pool.at_once,
                max_tasks_in_flight_per_actor=pool.at_once + WAITING,
            ),
            num_cpus=pool.cores,
            runtime_env={"env_vars": dict(pool.environment)},
        )
    return results


def _beside_the_driver(actor: Any) -> Any:
    """An actor that lives and dies with the driver's machine, and needs no core."""
    here = NodeAffinitySchedulingStrategy(ray.get_runtime_context().get_node_id(), soft=False)
    return actor.options(num_cpus=0, scheduling_strategy=here)
