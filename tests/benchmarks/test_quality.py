"""The benchmark of quality, on one invented article with a scripted model and a score of the test's own."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks import quality
from tests.briefing_by_script import KEY, Start
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT
from tests.scripted_model import ScriptedModel

SCORE = """
import json, sys, pathlib
gold, briefings = map(pathlib.Path, sys.argv[1:3])
there = sum((briefings / path.name.replace(".gold.json", ".json")).exists() for path in gold.glob("*.gold.json"))
figures = {"statements": {"f1": 0.95 * there}, "parties": {"f1": 0.5}, "inexact_evidence": 0, "invented_names": 1}
print(json.dumps(figures))
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one article and a score."""
    (tmp_path / "dev").mkdir()
    told = {"title": ARTICLE.title, "outlet": None, "published": "2030-05-12", "language": "en", "text": ARTICLE.text}
    (tmp_path / "dev/one.gold.json").write_text(json.dumps({"id": "one", "article": told, "gold": {}}), "utf-8")
    (tmp_path / "score.py").write_text(SCORE, "utf-8")
    return tmp_path


@pytest.fixture
def run(data: Path, scripted: Start, monkeypatch: pytest.MonkeyPatch) -> tuple[ScriptedModel, Path]:
    """The benchmark, run once; the model and the folder of its output."""
    model = scripted(answers_from(ARTICLE, DRAFT))
    monkeypatch.setenv("SUMMARIZER_API_KEY", KEY)
    output = data / "out"
    arguments = ["--data", str(data), "--output", str(output), "--json", str(data / "targets.json")]
    monkeypatch.setattr(sys, "argv", ["quality", *arguments, "--model", "scripted/large", "--base-url", model.base_url])
    quality.main()
    return model, output


def test_each_briefing_is_kept_scored_and_not_made_again(run: tuple[ScriptedModel, Path], data: Path) -> None:
    model, output = run
    assert [path.name for path in output.iterdir()] == ["one.json"]
    targets = {t["name"]: (t["value"], t["met"]) for t in json.loads((data / "targets.json").read_text())["targets"]}
    assert targets["statements F1"] == (0.95, True)
    assert targets["parties F1"] == (0.5, False)
    assert targets["invented names"] == (1, False)
    asked = len(model.requests)
    quality.main()
    assert len(model.requests) == asked


def test_briefings_of_two_models_are_not_mixed(
    run: tuple[ScriptedModel, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [a.replace("scripted/large", "scripted/other") for a in sys.argv])
    with pytest.raises(SystemExit, match="was made by scripted/large, not by scripted/other"):
        quality.main()
