"""The real engine with the real weights: `SUMMARIZER_TEST_WEIGHTS=FILE pytest -m embedded`.

Not part of the suite: it needs 1.1 GB of weights, 2.5 GB of memory and a minute.
"""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from summarizer.llm.engine import EmbeddedEngine, EngineSettings

pytestmark = pytest.mark.embedded

NAME = "embedded/qwen2.5-coder-1.5b"
# Read before the fixtures that clean the environment.
WEIGHTS = os.environ.get("SUMMARIZER_TEST_WEIGHTS")
SMALL = EngineSettings(context_tokens=2048)


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: str


def ask(engine: EmbeddedEngine, method: str, path: str, *, key: str | None = None, body: object = None) -> Answer:
    connection = http.client.HTTPConnection(engine.base_url.split("/")[2], timeout=60)
    headers = {"Origin": "http://page.example", "Content-Type": "application/json"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    connection.request(method, path, json.dumps(body) if body else None, headers)
    answer = connection.getresponse()
    found = Answer(answer.status, dict(answer.getheaders()), answer.read().decode())
    connection.close()
    return found


def question(tokens: int) -> dict[str, object]:
    return {
        "messages": [{"role": "user", "content": "Count up from one."}],
        "max_tokens": tokens,
        "ignore_eos": True,
        "temperature": 0,
    }


@pytest.fixture(scope="module")
def weights() -> Path:
    if not WEIGHTS:
        pytest.skip("SUMMARIZER_TEST_WEIGHTS does not name the embedded model's weights")
    return Path(WEIGHTS)


@pytest.fixture(scope="module")
def engine(weights: Path) -> Iterator[EmbeddedEngine]:
    with EmbeddedEngine(weights, NAME, SMALL) as engine:
        yield engine


def test_with_its_key_it_answers_under_its_own_name(engine: EmbeddedEngine) -> None:
    answer = ask(engine, "POST", "/v1/chat/completions", key=engine.api_key, body=question(8))
    assert answer.status == 200
    assert json.loads(answer.body)["model"] == NAME
    assert str(engine.weights.parent) not in answer.body


@pytest.mark.parametrize("key", [None, "wrong"])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/chat/completions"),
        ("POST", "/completion"),
        ("GET", "/v1/models"),
        ("GET", "/slots"),
        ("GET", "/props"),
        ("GET", "/metrics"),
    ],
)
def test_without_its_key_nothing_is_to_be_had(engine: EmbeddedEngine, method: str, path: str, key: str | None) -> None:
    assert ask(engine, method, path, key=key, body=question(1)).status == 401


@pytest.mark.parametrize(("path", "status"), [("/", 404), ("/index.html", 404), ("/slots", 501), ("/tools", 403)])
def test_what_is_switched_off_stays_off_with_the_key(engine: EmbeddedEngine, path: str, status: int) -> None:
    assert ask(engine, "GET", path, key=engine.api_key).status == status


@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
@pytest.mark.parametrize("path", ["/health", "/v1/chat/completions"])
def test_no_page_of_another_origin_is_let_in(engine: EmbeddedEngine, method: str, path: str) -> None:
    headers = ask(engine, method, path).headers
    allowed = {name: value for name, value in headers.items() if name.startswith("Access-Control-")}
    assert allowed in ({}, {"Access-Control-Allow-Credentials": "false"})


def test_it_listens_on_loopback_only(engine: EmbeddedEngine) -> None:
    port = int(engine.base_url.rpartition(":")[2].split("/")[0])
    listening = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in Path(table).read_text().splitlines()[1:]:
            fields = line.split()
            if fields[1].endswith(f":{port:04X}") and fields[3] == "0A":
                listening.append(fields[1].split(":")[0])
    assert listening == ["0100007F"]


def test_close_during_a_request_ends_both_soon(weights: Path) -> None:
    engine = EmbeddedEngine(weights, NAME, SMALL)
    engine.start()
    outcome: list[object] = []

    def long_request() -> None:
        try:
            outcome.append(ask(engine, "POST", "/v1/chat/completions", key=key, body=question(1500)).status)
        except (OSError, http.client.HTTPException) as error:
            outcome.append(error)

    key = engine.api_key
    thread = threading.Thread(target=long_request)
    thread.start()
    time.sleep(1.5)
    started = time.monotonic()
    engine.close()
    thread.join(10)
    assert time.monotonic() - started < 5
    assert len(outcome) == 1
    assert isinstance(outcome[0], (OSError, http.client.HTTPException))


START_AND_CLOSE = """
import sys
from pathlib import Path
from tests.llm.test_engine_embedded import NAME, SMALL
from summarizer.llm.engine import EmbeddedEngine
for _ in range(6):
    with EmbeddedEngine(Path(sys.argv[1]), NAME, SMALL):
        pass
"""


def test_an_engine_that_is_closed_as_soon_as_it_started_ends(weights: Path) -> None:
    command = [sys.executable, "-c", START_AND_CLOSE, str(weights)]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=False, cwd=root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


SCRIPT = """
import contextlib, http.client, multiprocessing, sys, threading, time
from pathlib import Path
from tests.llm.test_engine_embedded import NAME, SMALL, ask, question
from summarizer.llm.engine import shared_engine
engine = shared_engine(Path(sys.argv[1]), NAME, SMALL)

def request(tokens=1500):
    return ask(engine, "POST", "/v1/chat/completions", key=engine.api_key, body=question(tokens)).status

def cut_request():
    with contextlib.suppress(OSError, http.client.HTTPException):
        request()

assert request(4) == 200
print("ready", flush=True)
"""

FORK = """
child = multiprocessing.get_context("fork").Process(target=engine.close)
child.start()
child.join(10)
assert child.exitcode == 0, child.exitcode
assert request(4) == 200
"""

ENDINGS = {
    "by itself": ("", 0),
    "by sys.exit": ("sys.exit(3)", 3),
    "by an error": ("raise LookupError('on purpose')", 1),
    "with a request under way": ("threading.Thread(target=cut_request, daemon=True).start(); time.sleep(1)", 0),
    "after a fork that closed its copy": (FORK, 0),
}


@contextmanager
def run(weights: Path, code: str) -> Iterator[subprocess.Popen[str]]:
    """A process that has started the engine and now runs `code`; killed if it outlives the block."""
    command = [sys.executable, "-c", f"{SCRIPT}\n{code}", str(weights)]
    root = Path(__file__).parents[2]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=root) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_process_ends_soon_and_quietly(weights: Path, ending: str) -> None:
    code, expected = ENDINGS[ending]
    with run(weights, code) as process:
        output, errors = process.communicate(timeout=10)
    assert process.returncode == expected
    assert output == ""
    assert errors == "" or errors.endswith("LookupError: on purpose\n")


def test_ctrl_c_during_a_request_ends_the_process(weights: Path) -> None:
    with run(weights, "request()") as process:
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=5)
    assert process.returncode == -signal.SIGINT
    assert errors.strip().endswith("KeyboardInterrupt")
