"""The benchmark of quality, on one invented article with a scripted model and a score of the test's own."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from benchmarks import quality
from tests.benchmarks import small_score
from tests.briefing_by_script import KEY, Start
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT
from tests.scripted_model import ScriptedModel

GOLD = {
    "statements": [
        {"evidence": ARTICLE.sentences[n - 1].text, "speaker": [who]} for n, who in ((2, "Sörl"), (4, "close"))
    ],
    "parties": [["Brennland"], ["Elsewhere"], ["Nowhere"]],
}
"""The statements of the invented article, and two sides that it does not have."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one article, its gold and a score."""
    (tmp_path / "dev").mkdir()
    told = {"title": ARTICLE.title, "outlet": None, "published": "2030-05-12", "language": "en", "text": ARTICLE.text}
    (tmp_path / "dev/one.gold.json").write_text(json.dumps({"article": told, "gold": GOLD}), "utf-8")
    shutil.copy(small_score.__file__, tmp_path / "score.py")
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


def test_each_briefing_is_kept_scored_and_not_made_again(
    run: tuple[ScriptedModel, Path], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model, output = run
    assert [path.name for path in output.iterdir()] == ["one.json"]
    targets = {t["name"]: (t["value"], t["met"]) for t in json.loads((data / "targets.json").read_text())["targets"]}
    assert targets["statements F1"] == (1.0, True)
    assert targets["parties F1"] == (0.4, False)
    assert targets["invented names"] == (0, True)
    asked = len(model.requests)
    capsys.readouterr()
    quality.main()
    assert len(model.requests) == asked
    assert re.search(r"parties: not listed +2\n", capsys.readouterr().out)


def test_briefings_of_two_models_are_not_mixed(
    run: tuple[ScriptedModel, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [a.replace("scripted/large", "scripted/other") for a in sys.argv])
    with pytest.raises(SystemExit, match="was made by scripted/large, not by scripted/other"):
        quality.main()
