"""A batch at a provider is taken up again by the next start, whatever moment the last one was killed at."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from summarizer.errors import AuthenticationError, ModelError, ModelUnavailableError, SettingsError
from tests.batch.batch_server import BatchServer
from tests.batch.provider_runs import briefings, provider_run, write_corpus
from tests.scripted_model import AT_ONCE, RESET, Reply, status
from tests.shell.running import reads_well

ARTICLES = 3
SECONDS = 60.0
LOOKS = 10
"""So many take longer than calls are gathered."""


@contextmanager
def started(folder: Path, server: BatchServer, most_calls: str = "100") -> Iterator[subprocess.Popen[bytes]]:
    """A run in a process of its own."""
    command = [sys.executable, "-m", "tests.batch.provider_runs", str(folder), server.base_url, most_calls]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def goes_on(server: BatchServer) -> None:
    """Let the last batch end, but not before what would be sent anew was sent."""
    server.looks = server.batches[-1].looks + LOOKS
    server.held.clear()


def wait_for(what: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while not what():
        assert time.monotonic() < end
        time.sleep(0.01)


async def test_a_process_that_is_killed_while_it_waits_takes_its_batch_up_again(tmp_path: Path) -> None:
    write_corpus(tmp_path, ARTICLES)
    lines: list[str] = []
    with BatchServer(reads_well) as server:
        server.held.set()
        with started(tmp_path, server) as process:
            wait_for(lambda: bool(server.batches) and server.batches[0].looks >= 3)
            process.send_signal(signal.SIGKILL)
            assert process.wait(SECONDS) == -signal.SIGKILL
        goes_on(server)
        tally = await provider_run(tmp_path, server.base_url, tell=lines.append)
    assert tally.briefed == ARTICLES
    assert len(briefings(tmp_path / "out.jsonl")) == ARTICLES
    assert server.calls == [ARTICLES]
    assert server.count("POST") == 2, "one file and one batch"
    assert lines == ["batch_1 was under way and is taken up: 3 calls.", "batch_1 is completed."]
    assert server.files == {}


@pytest.mark.parametrize("fault", [status(500), status(400, param="temperature"), None], ids=["500", "400", "expired"])
async def test_what_was_refused_in_one_batch_and_is_asked_again_in_the_next_is_waited_for(
    tmp_path: Path, fault: Reply | None
) -> None:
    write_corpus(tmp_path, ARTICLES)
    with BatchServer(lambda request: fault if len(server.batches) == 1 else reads_well(request)) as server:
        with started(tmp_path, server) as process:
            wait_for(lambda: len(server.batches) == 1)
            wait_for(lambda: len(server.batches) == 2)
            server.held.set()
            process.kill()
        goes_on(server)
        tally = await provider_run(tmp_path, server.base_url)
    assert tally.briefed == ARTICLES
    assert server.calls == [ARTICLES, ARTICLES]
    # Once a parameter is known to be refused, the other articles' first question goes without it.
    attempts = [len(one.provenance.attempts) for one in briefings(tmp_path / "out.jsonl").values()]
    assert max(attempts) == 2, "what was refused is in the ledger after a restart, too"


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("moment", ["POST /v1/files", "POST /v1/batches", "GET /v1/files/file-2/content"])
async def test_whatever_moment_a_process_is_killed_at_nothing_is_asked_twice(
    tmp_path: Path, moment: str, when: str
) -> None:
    write_corpus(tmp_path, ARTICLES)
    running: list[subprocess.Popen[bytes]] = []

    def kill(method: str, path: str) -> bool:
        if not running or not f"{method} {path}".startswith(moment):
            return False
        running.pop().send_signal(signal.SIGKILL)
        return True

    before: Callable[[str, str], bool] = kill if when == "before" else lambda method, path: False
    after: Callable[[str, str], Reply | None] = (
        (lambda method, path: RESET if kill(method, path) else None) if when == "after" else lambda method, path: None
    )
    with BatchServer(reads_well, lost=before, fault=after) as server:
        with started(tmp_path, server) as process:
            running.append(process)
            assert process.wait(SECONDS) == -signal.SIGKILL
        tally = await provider_run(tmp_path, server.base_url)
    assert tally.briefed == ARTICLES
    assert len(briefings(tmp_path / "out.jsonl")) == ARTICLES
    assert server.calls == [ARTICLES]
    assert server.count("POST /v1/files") == 1
    assert server.files == {}


async def test_what_an_earlier_run_did_not_come_to_delete_goes_with_the_next_batch(tmp_path: Path) -> None:
    write_corpus(tmp_path, ARTICLES)
    running: list[subprocess.Popen[bytes]] = []

    def lost(method: str, path: str) -> bool:
        if method == "DELETE" and running:
            running.pop().send_signal(signal.SIGKILL)
            return True
        return False

    with BatchServer(reads_well, lost=lost) as server:
        with started(tmp_path, server) as process:
            running.append(process)
            assert process.wait(SECONDS) == -signal.SIGKILL
        assert len(server.files) == 2
        write_corpus(tmp_path, ARTICLES + 1)
        tally = await provider_run(tmp_path, server.base_url)
    assert tally.briefed == ARTICLES + 1
    assert server.calls == [ARTICLES, 1]
    assert server.files == {}


async def test_answers_that_come_while_another_batch_is_looked_for_are_not_asked_for_again(tmp_path: Path) -> None:
    """The first batch is taken up and done before it is known what became of the second."""
    lines: list[str] = []
    write_corpus(tmp_path, 2)
    with BatchServer(reads_well) as server:
        server.held.set()
        with started(tmp_path, server, "1") as process:
            wait_for(lambda: len(server.batches) == 2 and server.batches[1].looks > 0)
            process.kill()
        server.held.clear()
        # The second one's note is lost, and its list is slow to come.
        with sqlite3.connect(tmp_path / "out.journal") as table:
            table.execute("UPDATE upload SET batch = NULL, state = 'uploaded' WHERE batch = 'batch_2'")
        table.close()
        server.delays["GET /v1/batches"] = 1.0
        tally = await provider_run(tmp_path, server.base_url, tell=lines.append)
    assert tally.briefed == 2
    assert server.calls == [1, 1]
    assert lines.index("batch_1 is completed.") < lines.index("batch_2 was under way and is taken up: 1 calls.")


async def test_a_batch_that_the_provider_no_longer_has_is_sent_again(tmp_path: Path) -> None:
    lines: list[str] = []
    write_corpus(tmp_path, 2)
    with BatchServer(reads_well) as server:
        server.held.set()
        with started(tmp_path, server) as process:
            wait_for(lambda: bool(server.batches) and server.batches[0].looks > 0)
            process.kill()
        server.held.clear()
        server.batches.clear()
        tally = await provider_run(tmp_path, server.base_url, tell=lines.append)
    assert tally.briefed == 2
    assert server.calls == [2]
    assert "batch_1 is not known to the provider any more; 2 calls have no answer and are sent again." in lines


@pytest.mark.parametrize("fault", [RESET, status(503), status(429, **AT_ONCE)], ids=["reset", "503", "429"])
@pytest.mark.parametrize(
    "moment", ["POST /v1/files", "POST /v1/batches", "GET /v1/batches/batch_1", "GET /v1/files/file-2/content"]
)
async def test_a_provider_that_is_not_well_for_a_moment_is_asked_again(
    tmp_path: Path, moment: str, fault: Reply
) -> None:
    times = 2

    def unwell(method: str, path: str) -> Reply | None:
        nonlocal times
        if f"{method} {path}" != moment or not times:
            return None
        times -= 1
        return fault

    lines: list[str] = []
    write_corpus(tmp_path, ARTICLES)
    with BatchServer(reads_well, fault=unwell) as server:
        tally = await provider_run(tmp_path, server.base_url, tell=lines.append)
    assert tally.briefed == ARTICLES
    # What was done though the answer to it got lost is found again.
    assert server.calls == [ARTICLES]
    assert server.files == {}
    assert sum("It is tried again." in line for line in lines) == 1


@pytest.mark.parametrize(
    ("fault", "error"),
    [(status(401), AuthenticationError), (status(404), SettingsError), (status(503), ModelUnavailableError),
     (status(400, message="Too much."), ModelError), (Reply(200, {}, b"[]"), ModelError)],
    ids=["401", "404", "503", "400", "odd"],
)  # fmt: skip
async def test_a_provider_that_takes_no_batch_ends_the_run(
    tmp_path: Path, fault: Reply, error: type[Exception]
) -> None:
    write_corpus(tmp_path, ARTICLES)
    with BatchServer(reads_well, fault=lambda method, path: fault) as server:
        with pytest.raises(error) as raised:
            await provider_run(tmp_path, server.base_url)
        assert type(raised.value) is error
        server.fault = lambda method, path: None
        assert (await provider_run(tmp_path, server.base_url)).briefed == ARTICLES
    assert server.calls == [ARTICLES]


@pytest.mark.parametrize("name", ["../../v1/models", "", "a/b", "\n", 7])
async def test_an_id_that_is_none_goes_into_no_address(tmp_path: Path, name: object) -> None:
    def odd(method: str, path: str) -> Reply | None:
        told = {"id": "batch_1", "status": "completed", "output_file_id": name}
        return Reply(200, {}, json.dumps(told).encode()) if path == "/v1/batches/batch_1" else None

    write_corpus(tmp_path, 1)
    with BatchServer(reads_well, fault=odd) as server:
        if name == "":
            # No file at all: the calls are sent again, and again.
            server.fault = lambda method, path: odd(method, path) if len(server.batches) == 1 else None
            await provider_run(tmp_path, server.base_url)
            return
        with pytest.raises(ModelError, match="what the batch API does not have"):
            await provider_run(tmp_path, server.base_url)
    assert not any("models" in line or "a/b" in line for line in server.log)
