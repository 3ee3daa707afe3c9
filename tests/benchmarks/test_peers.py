"""The benchmark of peers, on one invented article with a scripted model and a stand-in for langextract."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from benchmarks import peers, peers_langextract
from benchmarks.peers_task import EXAMPLE, EXAMPLE_TEXT, Found, Meter, OutOfTimeError, Reach, named
from tests.benchmarks import small_score
from tests.briefing_by_script import KEY, Start
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT
from tests.scripted_model import Answer, Request, ScriptedModel, answer, status

S = {s.number: s.text for s in ARTICLE.sentences}
QUOTES = {
    "statements": [
        {"quote": S[2], "speaker": "Anneke Sörl", "outlet": None},
        {"quote": S[4].replace("new", "newer"), "speaker": "A person close to the islanders", "outlet": "Radio Skarn"},
    ]
}
GOLD = {
    "statements": [
        {"evidence": S[2], "speaker": ["Sörl"]},
        {"evidence": S[4], "speaker": ["person close to the islanders"], "reported_by": [["Radio Skarn"]]},
    ]
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one article, its gold and a score."""
    (tmp_path / "dev").mkdir()
    told = {"title": ARTICLE.title, "published": "2030-05-12", "language": "en", "text": ARTICLE.text}
    (tmp_path / "dev/one.gold.json").write_text(json.dumps({"article": told, "gold": GOLD}), "utf-8")
    shutil.copy(small_score.__file__, tmp_path / "score.py")
    return tmp_path


def script(quotes: Answer) -> Callable[[Request], Answer]:
    """Our own questions get good answers, instructor's `quotes`."""
    ours = answers_from(ARTICLE, DRAFT)
    return lambda request: quotes if request.question == "Statements" else ours(request)


@pytest.fixture
def run(data: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[ScriptedModel], Mapping[str, Any]]:
    """Runs the benchmark; its targets by name."""

    def run(model: ScriptedModel, *more: str) -> Mapping[str, Any]:
        monkeypatch.setenv("SUMMARIZER_API_KEY", KEY)
        arguments = ["--data", data, "--output", data / "out", "--json", data / "targets.json", "--timeout", "20"]
        asked = ["--model", "scripted/large", "--base-url", model.base_url, *more]
        monkeypatch.setattr(sys, "argv", ["peers", *map(str, arguments), *asked])
        peers.main()
        return {t["name"]: t["value"] for t in json.loads((data / "targets.json").read_text("utf-8"))["targets"]}

    return run


@pytest.fixture(autouse=True)
def no_langextract(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether langextract is installed makes no difference to a test."""
    monkeypatch.setitem(sys.modules, "langextract", None)


def test_ways_stand_side_by_side_and_are_asked_once(
    run: Callable[..., Mapping[str, Any]], data: Path, scripted: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    model = scripted(script(answer(QUOTES, tokens=(300, 70))))
    told = run(model)
    assert told["summarizer: speakers F1"] == 1.0
    assert told["instructor: speakers F1"] == 0.5
    assert told["speakers F1, ours / instructor's"] == 2.0
    assert told["instructor: inexact quotes"] == 1
    assert told["instructor: tokens written"] == 70
    assert told["instructor: articles failed"] == 0
    kept = json.loads((data / "out/instructor/one.json").read_text("utf-8"))
    exact, inexact = (s["evidence"][0] for s in kept["statements"])
    assert ARTICLE.text[exact["start"] : exact["end"]] == exact["text"] == S[2]
    assert inexact["text"] not in ARTICLE.text
    printed = capsys.readouterr().out
    assert "langextract is skipped: the module langextract is not installed" in printed
    assert "temperature 0" in printed
    asked = len(model.requests)
    run(model)
    assert len(model.requests) == asked


def test_a_failure_is_counted_and_shown(
    run: Callable[..., Mapping[str, Any]], scripted: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    told = run(scripted(script(status(500))))
    assert told["instructor: articles failed"] == 1
    assert told["instructor: speakers F1"] == 0.0
    assert "failed on one after" in capsys.readouterr().out


def test_briefings_of_two_set_ups_are_not_mixed(
    run: Callable[..., Mapping[str, Any]], data: Path, scripted: Start
) -> None:
    model = scripted(script(answer(QUOTES)))
    run(model)
    path = data / "out/instructor/one.json"
    path.write_text(path.read_text("utf-8").replace("temperature 0", "temperature 1"), "utf-8")
    with pytest.raises(SystemExit, match="another peer, model or set-up"):
        run(model)


def test_a_way_that_hits_nothing_counts_as_if_it_had_one(capsys: pytest.CaptureFixture[str]) -> None:
    counts = {"f1": 0.0, "gold": 9, "said": 1}
    figures = {w: {"invented_names": 0, "speakers": counts} for w in ("summarizer", "langextract")}
    figures["summarizer"] = {"invented_names": 0, "speakers": {"f1": 0.8}}
    costs = dict.fromkeys(figures, peers.Costs(0, 0, 0, 0, 0, 0, 0, 0.0))
    ratio = peers.targets_of(figures, costs)[0]
    assert (ratio.value, ratio.met) == (4.0, True)
    assert "without a single right speaker" in capsys.readouterr().out


def test_names_of_an_answer() -> None:
    assert named("Radio Skarn ") == ("Radio Skarn",)
    assert named(["A", "null", None, ""]) == ("A",)
    assert named(None) == named("None") == ()


def test_the_example_quotes_its_text_and_nothing_else() -> None:
    assert all(found.quote in EXAMPLE_TEXT for found in EXAMPLE)
    assert all(name in EXAMPLE_TEXT for found in EXAMPLE for name in (found.speaker or "", *found.outlets))


def test_the_meter_counts_all_calls_and_ends_an_articles_time(scripted: Start) -> None:
    model = scripted([answer("a", tokens=(10, 4)), answer("b", tokens=(20, 5), finish_reason="length")])
    now = [0.0]
    meter = Meter(30.0, clock=lambda: now[0])
    client = meter.client(Reach(model.base_url, KEY, "one"))
    for _ in range(2):
        client.chat.completions.create(model="one", messages=[{"role": "user", "content": "?"}])
    assert (meter.calls, meter.input_tokens, meter.output_tokens, meter.cut) == (2, 30, 9, 1)
    now[0] = 31.0
    with pytest.raises(Exception, match="onnection") as raised:
        client.chat.completions.create(model="one", messages=[{"role": "user", "content": "?"}])
    assert isinstance(raised.value.__cause__, OutOfTimeError)
    meter.begin()
    assert (meter.calls, meter.took) == (0, 0.0)
    meter.close()


def extraction(text: str, place: tuple[int, int] | None, **attributes: object) -> SimpleNamespace:
    interval = SimpleNamespace(start_pos=place[0], end_pos=place[1]) if place else None
    return SimpleNamespace(extraction_text=text, char_interval=interval, attributes=attributes)


def test_langextract_is_asked_with_its_own_provider(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in, factory = _StandIn("langextract"), _StandIn("langextract.factory")
    monkeypatch.setitem(sys.modules, "langextract", stand_in)
    monkeypatch.setitem(sys.modules, "langextract.factory", factory)
    monkeypatch.setattr(peers_langextract, "version", lambda package: "0")
    peer = peers_langextract.langextract_peer(Reach("http://127.0.0.1:9/v1", KEY, "one"), Meter(1.0))
    assert factory.config["provider"] == "OpenAILanguageModel"
    assert factory.config["provider_kwargs"]["temperature"] == 0
    assert peer.extract("A said so.") == [
        Found("A said so.", "A", ("Radio Skarn",), (0, 10)),
        Found("B denied it.", None, (), None),
    ]
    peer.meter.close()
    assert stand_in.asked["model"].schema == "from examples"
    assert stand_in.asked["model"]._client is not None
    assert [e.extraction_text for e in stand_in.asked["examples"][0].extractions] == [f.quote for f in EXAMPLE]


class _StandIn(ModuleType):
    """As much of langextract as the benchmark calls."""

    data = SimpleNamespace(ExampleData=SimpleNamespace, Extraction=SimpleNamespace)

    def ModelConfig(self, **config: Any) -> None:  # noqa: N802
        self.config = config

    def create_model(self, *, config: Any, examples: Any, use_schema_constraints: bool) -> SimpleNamespace:
        return SimpleNamespace(schema="from examples" if examples and use_schema_constraints else None)

    def extract(self, text: str, **options: Any) -> SimpleNamespace:
        self.asked = options
        found = [
            extraction(text, (0, len(text)), speaker="A", outlet=["Radio Skarn"]),
            extraction("B denied it.", None, speaker=None, outlet="null"),
        ]
        return SimpleNamespace(extractions=found)
