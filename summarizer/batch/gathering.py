"""Gathers the calls of all articles under way into batches, and brings each its answer.

    Remembering ──call──▶ BatchedCalls ──▶ Gathering ──file, batch──▶ provider
                 ◀──answer──────────────── Gathering ◀──answers, hours later──

A call waits until nobody is left who may ask, and no other came for a moment; then all that wait go out as one batch.
The journal knows of a batch before the provider does, so what is under way there is waited for by the next start and
not sent again. Where something fails that would fail every call, nothing more is sent, all that wait are let go, and
`fault` says why.
"""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

import httpx2

from summarizer.batch.answer_lines import EXPIRED, FREED, answer_in, line_of
from summarizer.batch.askers import Askers
from summarizer.batch.batch_api import FINAL, BatchApi, RemoteBatch
from summarizer.batch.journal import Journal
from summarizer.batch.uploads import Noted, Told, Upload
from summarizer.errors import AuthenticationError, ModelError, SummarizerError

Found = TypeVar("Found")
OK = 200
OF_THE_KEY = frozenset({401, 403, 404})
"""What a call answered so tells of the key or the model's name; once that is mended it is to be asked anew."""
HEADERS = {"content-type": "application/json"}
SLOWER = 1.5
"""By how much a batch is looked at later each time."""
CLOCKS_DIFFER = 3600.0
"""Seconds that the provider's clock may be behind ours."""


@dataclass(frozen=True)
class Pace:
    """How long is waited for what, in seconds, and how much goes into a batch."""

    quiet: float = 5.0
    """Without another call, after which those that wait go out if nobody else may ask."""
    slow: float = 600.0
    """Without another call, after which they go out even so: a corpus may come by a pipe that says nothing."""
    first: float = 10.0
    """Before a batch is looked at for the first time."""
    longest: float = 300.0
    """Between two looks at most."""
    tries: int = 10
    """How often something is sent to a provider that fails or cannot be reached."""
    most_calls: int = 50_000
    """Calls of a batch; the provider's bound."""
    most_bytes: int = 200_000_000
    """Bytes of its file; the provider's bound."""
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    now: Callable[[], float] = time.time
    """Seconds since 1970."""


@dataclass
class Gathering:
    """The batches of one run."""

    journal: Journal
    provider: str
    """What errors call it."""
    tell: Callable[[str], None] = lambda line: None
    """Told what people should know."""
    pace: Pace = field(default_factory=Pace)
    askers: Askers = field(default_factory=Askers)
    """Who may still ask."""
    fault: Exception | None = None
    """Why nothing more is sent; whoever is let go raises it."""
    _api: BatchApi | None = None
    _ready: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once it is known which batches are under way."""
    _came: asyncio.Event = field(default_factory=asyncio.Event)
    _arrived: int = 0
    """Calls that came so far."""
    _pending: dict[str, tuple[Noted, bytes]] = field(default_factory=dict)
    """Calls that are in no batch yet, and their lines."""
    _waiting: dict[str, asyncio.Future[Told]] = field(default_factory=dict)
    """Who waits for the answer to a call."""
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def answer(self, call: Noted, request: httpx2.Request, way: httpx2.AsyncBaseTransport) -> Told:
        """What comes of a call; takes hours. The first one tells the provider's address, the key, and the way there."""
        if self._api is None:
            self._api = BatchApi(self.provider, request, way)
            self._start(self._work())
        await self._ready.wait()
        known = self.journal.uploads.answer(call) or self._come_meanwhile(call)
        if known is not None:
            return known
        if self.fault is not None:
            return FREED
        waiting: asyncio.Future[Told] = asyncio.get_running_loop().create_future()
        self._waiting[call.id] = waiting
        if not self.journal.uploads.is_under_way(call):
            self._pending[call.id] = call, line_of(call.id, await request.aread())
            self._arrived += 1
            self._came.set()
        try:
            with self.askers.waiting(call.sha256):
                return await waiting
        finally:
            self._pending.pop(call.id, None)
            self._waiting.pop(call.id, None)

    def _come_meanwhile(self, call: Noted) -> Told | None:
        """What a batch of an earlier run brought while it was found out which are under way."""
        known = self.journal.answer(call.sha256, call.call)
        return Told(OK, known[1]) if known is not None else None

    async def aclose(self) -> None:
        """Stop to look; what is under way at the provider goes on there."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        uploads = self.journal.uploads
        left = [one.batch for one in uploads.open() if one.batch is not None and uploads.calls_of(one.name)]
        if left:
            self.tell(f"Under way at the provider: {', '.join(left)}. The same command takes up their answers.")

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(self._or_fault(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _or_fault(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001 - raised by the engine, for nobody waits for this task
            self.fault = self.fault or error
            self._ready.set()
            for waiting in self._waiting.values():
                if not waiting.done():
                    waiting.set_result(FREED)

    async def _work(self) -> None:
        for upload in self.journal.uploads.open():
            await self._take_up(upload)
        self._ready.set()
        while self.fault is None:
            await self._came.wait()
            await self._all_asked()
            if self.fault is None:
                await self._send()

    async def _all_asked(self) -> None:
        """Wait until those that may ask have asked, or a batch is full."""
        silent = 0.0
        while not self._is_full():
            before = self._arrived
            await self.pace.sleep(self.pace.quiet)
            silent = 0.0 if before != self._arrived else silent + self.pace.quiet
            if silent and (not self.askers.may_ask or silent >= self.pace.slow):
                return

    def _is_full(self) -> bool:
        size = sum(len(line) for _, line in self._pending.values())
        return size >= self.pace.most_bytes or len(self._pending) >= self.pace.most_calls

    async def _take_up(self, upload: Upload) -> None:
        """Find out how far an earlier run came with an upload, and go on from there."""
        assert self._api is not None
        calls = len(self.journal.uploads.calls_of(upload.name))
        if upload.batch is None:
            file = upload.file or await self._persist(partial(self._api.find_file, upload.name))
            try:
                batch = None if file is None else await self._created(upload, file, look=True)
            except AuthenticationError:
                raise
            except ModelError as error:
                if error.retryable:
                    raise
                batch = None
            if batch is None:
                # Nothing of it is left to go on with: its calls are sent again as they come.
                self.journal.uploads.settle(upload.name)
                return
            upload = self._noted(upload, file, batch)
        self.tell(f"{upload.batch} was under way and is taken up: {calls:,} calls.")
        self._start(self._follow(upload, wait=0.0))

    def _noted(self, upload: Upload, file: str | None, batch: RemoteBatch) -> Upload:
        self.journal.uploads.has_batch(upload.name, batch.id)
        return Upload(upload.name, upload.begun, file, batch.id)

    async def _send(self) -> None:
        """Make a batch of the calls that wait, as far as one may hold them."""
        assert self._api is not None
        calls: list[Noted] = []
        lines: list[bytes] = []
        size = 0
        for call, line in self._pending.values():
            if len(calls) == self.pace.most_calls or (calls and size + len(line) > self.pace.most_bytes):
                break
            calls.append(call)
            lines.append(line)
            size += len(line)
        for call in calls:
            del self._pending[call.id]
        if not self._pending:
            self._came.clear()
        if not calls:
            # Those who asked are gone.
            return
        upload = Upload(uuid.uuid4().hex, self.pace.now())
        self.journal.uploads.begin(upload, calls)
        file = await self._uploaded(upload, b"".join(lines))
        self.journal.uploads.has_file(upload.name, file)
        upload = self._noted(upload, file, await self._created(upload, file))
        self.tell(
            f"{len(calls):,} calls are uploaded as {upload.batch}; the provider answers within 24 hours. You may stop "
            "here (Ctrl-C) and come back: the same command goes on."
        )
        self._start(self._follow(upload, wait=self.pace.first))

    async def _uploaded(self, upload: Upload, content: bytes) -> str:
        assert self._api is not None
        api, tried = self._api, False

        async def send() -> str:
            nonlocal tried
            # An earlier try may have come through though its answer did not.
            found = await api.find_file(upload.name) if tried else None
            tried = True
            return found or await api.upload(upload.name, content)

        return await self._persist(send)

    async def _created(self, upload: Upload, file: str, *, look: bool = False) -> RemoteBatch:
        """The batch of a file; one that is there already is found where `look`, and after a try that failed."""
        assert self._api is not None
        api = self._api

        async def create() -> RemoteBatch:
            nonlocal look
            found = await api.find(upload.name, upload.begun - CLOCKS_DIFFER) if look else None
            look = True
            return found or await api.create(upload.name, file)

        return await self._persist(create)

    async def _follow(self, upload: Upload, wait: float) -> None:
        """Look at a batch until it is at its end, and give out its answers."""
        assert self._api is not None
        assert upload.batch is not None
        while True:
            await self.pace.sleep(wait)
            batch = await self._persist(partial(self._api.look, upload.batch), for_ever=True)
            if batch is None or batch.status in FINAL:
                break
            wait = min(max(self.pace.first, wait * SLOWER), self.pace.longest)
        await self._settle(upload, batch)

    async def _settle(self, upload: Upload, batch: RemoteBatch | None) -> None:
        """Take what a batch that ended has; where this is cut off, the next start does the rest of it."""
        told: dict[str, Told] = {}
        files = [] if batch is None else [one for one in (batch.output_file_id, batch.error_file_id) if one]
        for file in files:
            await self._persist(partial(self._fetch, upload, file, told), for_ever=True)
        failed = batch is not None and batch.status == "failed"
        left = {} if failed else self.journal.uploads.calls_of(upload.name)
        for call in left.values():
            self._note(call, EXPIRED)
            told[call.id] = EXPIRED
        for file in [*files, *([upload.file] if upload.file else [])]:
            await self._delete(file)
        self.journal.uploads.settle(upload.name)
        if batch is not None and failed:
            raise _of_failed(batch, self.provider)
        self.tell(
            f"{upload.batch} is {batch.status if batch is not None else 'not known to the provider any more'}"
            + (f"; {len(left):,} calls have no answer and are sent again." if left else ".")
        )
        for name, answer in told.items():
            waiting = self._waiting.get(name)
            if waiting is not None and not waiting.done():
                waiting.set_result(answer)

    async def _fetch(self, upload: Upload, file: str, told: dict[str, Told]) -> None:
        """Note the answers in a file, and what each call was told."""
        assert self._api is not None
        calls = self.journal.uploads.calls_of(upload.name)
        async for line in self._api.lines(file):
            found = answer_in(line)
            # A provider may say what it likes: only what was asked is answered, and once.
            if found is not None and (call := calls.pop(found[0], None)) is not None:
                self._note(call, found[1])
                told[call.id] = found[1]

    def _note(self, call: Noted, told: Told) -> None:
        if told.status == OK:
            self.journal.remember(call.sha256, call.call, HEADERS, told.body)
        if told.status == OK or told.status in OF_THE_KEY:
            self.journal.uploads.drop(call)
        else:
            self.journal.uploads.keep(call, told)

    async def _delete(self, file: str) -> None:
        assert self._api is not None
        try:
            await self._api.delete(file)
        except SummarizerError:
            # Articles lie there: who runs this is told.
            self.tell(f"The file {file} could not be deleted at the provider.")

    async def _persist(self, action: Callable[[], Awaitable[Found]], *, for_ever: bool = False) -> Found:
        """Do it, and again while the provider cannot be reached or is not well."""
        wait, tries = self.pace.first, 0
        while True:
            try:
                return await action()
            except ModelError as error:
                tries += 1
                if not error.retryable or (tries >= self.pace.tries and not for_ever):
                    raise
                if tries == 1:
                    self.tell(f"{error.message} It is tried again.")
                pause = max(wait, error.retry_after or 0.0)
            await self.pace.sleep(min(pause, self.pace.longest))
            wait = wait * 2


def _of_failed(batch: RemoteBatch, provider: str) -> ModelError:
    told = batch.told()
    return ModelError(
        f"{provider} refused the batch {batch.id} as a whole{f': {told}' if told else ''}.",
        hint="Mend what it says (fewer calls at once: --at-once), and give the same command again.", provider=provider,
    )  # fmt: skip
