"""`benchmarks.faults`: every end is counted, and the ledger is held against the server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import faults


def test_every_briefing_ends_and_every_ledger_agrees(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults, "DEADLINE", 2.0)
    file = tmp_path / "targets.json"
    faults.main(["--briefings", "60", "--share", "0.5", "--seed", "3", "--json", str(file)])
    told = {target["name"]: target["value"] for target in json.loads(file.read_text(encoding="utf-8"))["targets"]}
    assert told["ended in neither a briefing nor one of our errors"] == 0
    assert told["ledgers that differ from the server's counts"] == 0
    assert told["tasks left"] == told["file descriptors left"] == 0
    assert 0 < told["briefings made"] < 60
    assert "ModelRefusedError" in capsys.readouterr().out


def test_a_ledger_that_differs_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = faults.Outcomes(ledgers={1: [2, 10, 5], 2: [1, 0, 0]}, memory=[1, 1])
    targets = faults._targets(outcomes, {"1": [2, 10, 5], "2": [2, 0, 0]}, 0, 0)
    assert next(target.value for target in targets if target.name.startswith("ledgers")) == 1
    assert "briefing 2" in capsys.readouterr().out
