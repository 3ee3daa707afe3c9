"""The benchmark of speed, with a scripted model in the place of the engine."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks import speed
from benchmarks.speed_levers import DEFAULT, LEVERS, Lever, engine_of
from summarizer import Article
from summarizer.llm.engine import EmbeddedEngine
from tests.briefing_by_script import Start
from tests.invented import TEXT
from tests.scripted_model import Answer, Reply, Request, ScriptedModel, answer


def reply(request: Request) -> Answer:
    """Short answers, a little later; without a grammar longer ones; with what llama.cpp tells beside."""
    bounded = "response_format" in request.body
    whole = answer({"words": "said", "speaker": "Ada"}, tokens=(200, 20 if bounded else 60))
    read = 30 if request.body["cache_prompt"] else 200
    timings = {"prompt_n": read, "draft_n": 8, "draft_n_accepted": 6}
    return Reply(
        body=json.dumps(json.loads(whole.body) | {"timings": timings}).encode(), headers=whole.headers, delay=0.01
    )


@pytest.fixture
def run(
    tmp_path: Path, scripted: Start, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[ScriptedModel, list[Lever], dict[str, Any]]]:
    """Runs the benchmark; the model, the levers that engines were started for, and the targets by name."""

    def run(*arguments: str) -> tuple[ScriptedModel, list[Lever], dict[str, Any]]:
        model, started = scripted(reply), list[Lever]()

        @contextmanager
        def engine(lever: Lever, weights: Path, threads: int | None) -> Iterator[SimpleNamespace]:
            started.append(lever)
            yield SimpleNamespace(base_url=model.base_url, api_key="key", name="scripted")

        monkeypatch.setattr(speed, "engine_of", engine)
        monkeypatch.setattr(speed, "default_weights", lambda: (tmp_path / "weights.gguf", "scripted"))
        (tmp_path / "article.txt").write_text(TEXT, "utf-8")
        given = ["--article", str(tmp_path / "article.txt"), "--json", str(tmp_path / "targets.json"), *arguments]
        monkeypatch.setattr(sys, "argv", ["speed", *given])
        speed.main()
        targets = json.loads((tmp_path / "targets.json").read_text("utf-8"))["targets"]
        return model, started, {t["name"]: t["value"] for t in targets}

    return run


def test_each_lever_changes_one_thing(
    run: Callable[..., tuple[ScriptedModel, list[Lever], dict[str, Any]]], capsys: pytest.CaptureFixture[str]
) -> None:
    model, started, told = run()
    asked = len(speed.speech(Article.from_text(TEXT, language="en")))
    assert len(model.requests) == sum(asked + lever.slots for lever in (DEFAULT, *LEVERS, DEFAULT))
    assert [lever.name for lever in started] == ["default", "2 slots", "4 slots", "n-gram speculation", "default"]
    fresh = [r for r in model.requests if not r.body["cache_prompt"]]
    free = [r for r in model.requests if "response_format" not in r.body]
    assert len(fresh) == len(free) == asked + 1
    assert all(r.user.startswith("Sentence: ") for r in model.requests)
    assert model.most_at_once >= 2
    assert all(f"{lever.name}: questions a second, to default" in told for lever in LEVERS)
    assert told["2 slots: questions a second, to default"] > 0
    assert told["tokens written an article, no grammar"] == 3 * told["tokens written an article, default"]
    printed = capsys.readouterr().out
    assert "default (again)" in printed
    assert "6/8" in printed or "12/16" in printed or "18/24" in printed


def test_a_quick_run_starts_one_engine(
    run: Callable[..., tuple[ScriptedModel, list[Lever], dict[str, Any]]],
) -> None:
    _, started, told = run("--quick")
    assert started == [DEFAULT]
    assert set(speed.QUICK_LEVERS) < {name.partition(":")[0] for name in told}


def test_a_lever_differs_from_the_default_in_one_field() -> None:
    for lever in LEVERS:
        fields = {name for name, value in vars(lever).items() if value != getattr(DEFAULT, name)}
        assert len(fields - {"name"}) == 1


def test_each_slot_has_the_same_context(tmp_path: Path) -> None:
    for lever in (DEFAULT, *LEVERS):
        engine = engine_of(lever, tmp_path, 1)
        assert engine.settings.context_tokens == 4_096 * lever.slots
        assert engine.settings.slots == lever.slots
        assert (type(engine) is EmbeddedEngine) is not lever.speculates
    assert replace(DEFAULT, slots=2).engine == (2, False)
