"""`summarizer batch --engine provider-batch`."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from summarizer.batch import gathering
from tests.batch.batch_server import BatchServer
from tests.batch.provider_runs import MODEL, PACE, briefings, write_corpus
from tests.invented import DRAFT
from tests.scripted_model import answer
from tests.shell.running import Ran, Shell, finish, reads_well, start

KEY = "sk-never-to-be-shown"
UPLOADED = "calls are uploaded as batch_1"


@pytest.fixture
def server() -> Iterator[BatchServer]:
    with BatchServer(reads_well) as server:
        yield server


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches are looked at soon."""
    monkeypatch.setattr(gathering, "Gathering", partial(gathering.Gathering, pace=PACE))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


def command(folder: Path, *options: str, articles: int = 3) -> list[str]:
    corpus = write_corpus(folder, articles)
    output = str(folder / "out" / "briefings.jsonl")
    return ["batch", str(corpus), "--output", output, "--engine", "provider-batch", *options]


@pytest.mark.usefixtures("quick")
def test_a_corpus_is_briefed_at_half_the_price(shell: Shell, server: BatchServer, tmp_path: Path) -> None:
    ran = shell(*command(tmp_path, "--model", MODEL, "--base-url", server.base_url))
    assert ran.code == 0, ran.err
    assert f"3 {UPLOADED}" in ran.err
    assert len(briefings(tmp_path / "out" / "briefings.jsonl")) == 3
    assert server.calls == [3]
    assert server.keys == {f"Bearer {KEY}"}
    assert KEY not in ran.err + ran.out
    assert KEY.encode() not in b"".join(one.read_bytes() for one in (tmp_path / "out").iterdir())


@pytest.mark.usefixtures("quick")
def test_nothing_is_said_where_it_is_to_be_quiet(shell: Shell, server: BatchServer, tmp_path: Path) -> None:
    ran = shell(*command(tmp_path, "--model", MODEL, "--base-url", server.base_url, "--quiet"))
    assert ran.code == 0
    assert "uploaded" not in ran.err


def test_ctrl_c_leaves_the_batch_and_the_same_command_takes_it_up(
    server: BatchServer, tmp_path: Path, shell: Shell, quick: None
) -> None:
    given = command(tmp_path, "--model", MODEL, "--base-url", server.base_url)
    server.held.set()
    process = start(*given, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line.decode())
        if UPLOADED in said[-1]:
            break
    process.send_signal(signal.SIGINT)
    ended = finish(process)
    assert ended.code == 130, said
    assert "Under way at the provider: batch_1. The same command takes up their answers." in ended.err
    assert "Traceback" not in ended.err
    server.held.clear()
    ran = shell(*given)
    assert ran.code == 0
    assert "batch_1 was under way and is taken up: 3 calls." in ran.err
    assert server.calls == [3]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--model", "embedded/qwen2.5-coder-1.5b"], "has no batch API"),
        (["--model", MODEL, "--plan", "small"], "large plan alone"),
        (["--model", "anthropic/claude-sonnet-4-5"], "speak the OpenAI protocol"),
        (["--model", MODEL, "--requests-per-minute", "5"], "no rates"),
    ],
    ids=["embedded", "small", "another protocol", "rates"],
)
@pytest.mark.usefixtures("quick")
def test_what_has_no_batches_is_told_before_anything_is_sent(
    shell: Shell, tmp_path: Path, options: list[str], told: str
) -> None:
    ran: Ran = shell(*command(tmp_path, *options))
    assert ran.code == 2
    assert told in ran.err


@pytest.mark.usefixtures("quick")
def test_a_bound_on_the_cost_keeps_the_first_batch_small(shell: Shell, server: BatchServer, tmp_path: Path) -> None:
    server.script = lambda request: answer(DRAFT.model_dump(), tokens=(1000, 300))
    given = command(tmp_path, "--model", MODEL, "--base-url", server.base_url, articles=40)
    ran = shell(*given, "--max-cost-usd", "0.003")
    assert ran.code == 7
    assert "Stopped:" in ran.err
    assert server.calls[0] == 3
    made = briefings(tmp_path / "out" / "briefings.jsonl")
    assert sum(one.provenance.cost_usd or 0 for one in made.values()) <= 0.003
    assert 5 <= len(made) <= 7


@pytest.mark.usefixtures("quick")
def test_a_batch_that_failed_is_told(shell: Shell, server: BatchServer, tmp_path: Path) -> None:
    server.ends = lambda number: "failed"
    server.problem = {"code": "invalid_model", "message": "There is no such model."}
    ran = shell(*command(tmp_path, "--model", MODEL, "--base-url", server.base_url))
    assert ran.code == 4
    assert "openai refused the batch batch_1 as a whole: invalid_model: There is no such model." in ran.err
    assert "Traceback" not in ran.err
    assert "never retrieved" not in ran.err
