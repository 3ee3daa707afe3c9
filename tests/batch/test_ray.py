"""The engine of a Ray cluster, on a Ray of two workers on this machine that the tests of this file share."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import signal
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.corpus import open_corpus
from summarizer.batch.journal import Journal
from summarizer.batch.local import LocalEngine
from summarizer.batch.output import OutputLines
from summarizer.batch.run import Batch, Due, Engine, Result
from summarizer.errors import AuthenticationError, ModelRefusedError, SettingsError
from summarizer.shell.batch_engines import open_engine
from summarizer.shell.batch_options import BatchOptions
from summarizer.summarizer import AsyncSummarizer
from tests.briefing_by_script import KEY, Start
from tests.invented import DRAFT, TEXT
from tests.scripted_model import Answer, Request, ScriptedModel, refusal, refusing_address, slow, status
from tests.shell.running import run_apart

ray = pytest.importorskip("ray", reason="Ray is not installed")
pytest.importorskip("ray.data", reason="Ray Data is not installed")

from summarizer.batch.ray_cluster import connected, one_for_each_node, worker_environment  # noqa: E402
from summarizer.batch.ray_engine import Pool, RayEngine  # noqa: E402
from summarizer.batch.ray_worker import Wishes  # noqa: E402
from summarizer.settings import Settings  # noqa: E402

pytestmark = pytest.mark.xdist_group("ray")

MODEL = "openai/scripted"
WORKERS, AT_ONCE = 2, 2
PLACES = WORKERS * (AT_ONCE + 1)
DECLINED = "number 3."


@pytest.fixture(scope="module", autouse=True)
def running_ray() -> Iterator[None]:
    with connected(None, WORKERS):
        yield


def answered(request: Request) -> Answer:
    return refusal() if DECLINED in request.user else DRAFT.model_dump()


def corpus_of(folder: Path, articles: int) -> Path:
    path = folder / "corpus.jsonl"
    rows = [{"text": f"{TEXT}\nThe bulletin has number {at}.\n", "language": "en"} for at in range(articles)]
    path.write_text("".join(json.dumps({**row, "published": "2030-05-12"}) + "\n" for row in rows))
    return path


@dataclass
class Observed:
    """An engine that is looked at: how many articles it has at once, and every result."""

    engine: Engine
    see: Callable[[Result], None] = lambda result: None
    out: int = 0
    most: int = 0

    async def brief(self, due: AsyncIterator[Due]) -> AsyncGenerator[Result, None]:
        async for result in self.engine.brief(self._counted(due)):
            self.out -= 1
            self.see(result)
            yield result

    async def _counted(self, due: AsyncIterator[Due]) -> AsyncIterator[Due]:
        async for one in due:
            self.out += 1
            self.most = max(self.most, self.out)
            yield one


def run(corpus: Path, folder: Path, engine: Engine) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The briefings by the text's SHA-256, and the faults; each briefing stands once in the output."""
    journal = Journal(folder / "o.journal", {})
    output = OutputLines(folder / "o.jsonl", journal)
    try:
        asyncio.run(Batch(open_corpus(corpus), journal, output).run(engine))
        faults = [vars(fault) for fault in journal.faults()]
    finally:
        output.close()
        journal.close()
    lines = [json.loads(line) for line in (folder / "o.jsonl").read_text(encoding="utf-8").splitlines()]
    briefings = {line["article"]["sha256"]: line for line in lines}
    assert len(briefings) == len(lines)
    return briefings, faults


def without_times(briefing: Mapping[str, Any]) -> Mapping[str, Any]:
    provenance = {**briefing["provenance"], "created_at": None, "seconds": None}
    provenance["attempts"] = [{**attempt, "seconds": None} for attempt in provenance["attempts"]]
    return {**briefing, "provenance": provenance}


def by_ray(model: ScriptedModel, **wishes: Any) -> RayEngine:
    given = Wishes(model=MODEL, base_url=model.base_url, api_key=KEY, plan="large", **wishes)
    return RayEngine(given, Pool(WORKERS, AT_ONCE, environment=worker_environment(Settings())))


def processes(kind: str) -> list[int]:
    """The processes below this one whose name begins so: `ray::MapWorker` is a worker."""
    parents, found = {}, []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = path.read_text().partition(" (")[2].rpartition(") ")
        except OSError:
            continue
        pid = int(path.parent.name)
        parents[pid] = int(rest.split()[1])
        found += [pid] if name.startswith(kind) else []

    def is_ours(pid: int) -> bool:
        return pid == os.getpid() or (pid in parents and is_ours(parents[pid]))

    return [pid for pid in found if is_ours(pid)]


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[str], Path]:
    def make(name: str) -> Path:
        (tmp_path / name).mkdir()
        return tmp_path / name

    return make


def test_the_output_is_that_of_one_process_and_what_fails_is_told(
    scripted: Start, folder: Callable[[str], Path], tmp_path: Path
) -> None:
    corpus = corpus_of(tmp_path, 16)
    model = scripted(answered)

    async def locally(due: AsyncIterator[Due]) -> AsyncGenerator[Result, None]:
        async with AsyncSummarizer(MODEL, base_url=model.base_url, api_key=KEY, plan="large") as summarizer:
            async for result in LocalEngine(summarizer, AT_ONCE).brief(due):
                yield result

    class Local:
        brief = staticmethod(locally)

    expected, faults = run(corpus, folder("local"), Local())
    failed: list[Result] = []
    observed = Observed(by_ray(model), lambda result: failed.append(result) if result.error else None)
    found, told = run(corpus, folder("ray"), observed)

    assert len(expected) == 15
    assert {key: without_times(one) for key, one in found.items()} == {
        key: without_times(one) for key, one in expected.items()
    }
    assert told == faults
    [declined] = failed
    assert type(declined.error) is ModelRefusedError
    assert [attempt.outcome for attempt in declined.error.attempts] == ["model_refused"]
    # No more of the corpus is read than there are places for.
    assert observed.most == PLACES
    # The key came by no way that Ray writes down.
    logs = Path(ray._private.worker._global_node.get_session_dir_path())
    assert not [path for path in logs.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]
    assert {request.headers["authorization"] for request in model.requests} == {f"Bearer {KEY}"}


def test_killed_workers_are_survived_and_each_article_comes_once(
    scripted: Start, folder: Callable[[str], Path], tmp_path: Path
) -> None:
    killed: list[int] = []
    arrived = itertools.count(1)

    def kills_who_asks(request: Request) -> Answer:
        # Who asks is not known, so all go, and the one that does not get this answer is among them.
        if next(arrived) == 3:
            killed.extend(processes("ray::MapWorker"))
            for worker in killed:
                os.kill(worker, signal.SIGKILL)
        return slow(DRAFT.model_dump(), 0.2)

    model = scripted(kills_who_asks)
    found, told = run(corpus_of(tmp_path, 10), folder("ray"), by_ray(model))
    assert len(killed) == WORKERS
    assert len(found) == 10
    assert not told
    assert len(model.requests) > 10


def test_a_wrong_key_ends_the_run(scripted: Start, folder: Callable[[str], Path], tmp_path: Path) -> None:
    model = scripted(lambda request: status(401, message="no such key"))
    with pytest.raises(AuthenticationError) as raised:
        run(corpus_of(tmp_path, 50), folder("ray"), by_ray(model))
    assert raised.value.status_code == 401
    assert len(model.requests) <= PLACES


def test_a_cluster_is_used_by_its_address(scripted: Start, tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, 4)
    address = ray.get_runtime_context().gcs_address
    rays = []

    def looking(request: Request) -> Answer:
        rays.append(len(processes("raylet")))
        return answered(request)

    ran = run_apart(
        "batch", corpus, "-o", tmp_path / "out" / "o.jsonl", "-m", MODEL, "--base-url", scripted(looking).base_url,
        "--engine", "ray", "--address", address, "--at-once", "1", environment={"SUMMARIZER_API_KEY": KEY},
    )  # fmt: skip
    assert ran.code == 7, ran
    assert len((tmp_path / "out" / "o.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    assert ran.out == ""
    assert [line for line in ran.err.splitlines() if "a minute" not in line] == [
        f"3 briefed, 1 failed; 480 tokens, $0.00. Written: {tmp_path / 'out' / 'o.jsonl'}.",
        f"Why: {tmp_path / 'out' / 'failed.jsonl'}. Again, once that is mended: --retry-failed.",
    ]
    # No other was started, and it is there still.
    assert set(rays) == {1}
    assert ray.get(ray.put(1)) == 1


def opened(tmp_path: Path, **options: Any) -> RayEngine:
    """The engine that the command would use."""
    asked = BatchOptions(corpus=tmp_path, engine="ray", **options)

    async def engine() -> Engine:
        async with open_engine(asked, None) as found:  # type: ignore[arg-type]
            return found

    found = asyncio.run(engine())
    assert isinstance(found, RayEngine)
    return found


def test_each_worker_has_its_share_of_the_rates(tmp_path: Path) -> None:
    engine = opened(
        tmp_path, model=MODEL, base_url="http://127.0.0.1:9/v1", workers=4, requests_per_minute=100,
        tokens_per_minute=10_000,
    )  # fmt: skip
    assert engine.pool.workers == 4
    assert (engine.wishes.requests_per_minute, engine.wishes.tokens_per_minute) == (25, 2_500)


def test_an_embedded_model_has_one_worker_on_each_node(tmp_path: Path) -> None:
    engine = opened(tmp_path, model="embedded/qwen2.5-coder-1.5b", workers=4)
    assert (engine.pool.workers, engine.pool.cores, engine.pool.at_once) == (1, 2, 2)


def test_a_providers_key_goes_along_but_to_no_other_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_API_KEY", KEY)
    assert opened(tmp_path, model="ollama/one").wishes.api_key == KEY
    assert opened(tmp_path, model="ollama/one", base_url="http://127.0.0.1:9/v1").wishes.api_key is None


def test_workers_have_the_settings_of_the_driver_and_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_API_KEY", KEY)
    monkeypatch.setenv("SUMMARIZER_OFFLINE", "1")
    environment = worker_environment(Settings())
    assert environment["SUMMARIZER_OFFLINE"] == "True"
    assert environment["SUMMARIZER_API_KEY"] == ""
    assert "SUMMARIZER_MODELS_FOLDER" not in environment


def test_no_two_workers_with_an_embedded_model_fit_on_a_node(monkeypatch: pytest.MonkeyPatch) -> None:
    cores = [(16, True), (12, True), (8, True), (64, False)]
    found = [{"Alive": alive, "Resources": {"CPU": float(count)}} for count, alive in cores]
    monkeypatch.setattr(ray, "nodes", lambda: found)
    assert one_for_each_node() == (2, 9)


def test_a_clients_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ray, "is_initialized", lambda: False)
    with pytest.raises(SettingsError, match="machine of the cluster"), connected("ray://127.0.0.1:10001", 1):
        pass


def test_where_no_cluster_is_that_is_told_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ray, "is_initialized", lambda: False)
    address = refusing_address().removeprefix("http://").removesuffix("/v1")
    with pytest.raises(SettingsError, match=f"No connection to the Ray cluster at {address}"), connected(address, 1):
        pass


def test_without_ray_the_way_to_get_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("summarizer.batch.ray_")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(SettingsError) as raised:
        opened(tmp_path, model=MODEL, base_url="http://127.0.0.1:9/v1")
    assert raised.value.hint == 'pip install "summarizer[ray]"'
