"""What a person sees while weights are fetched; nothing of it in the output."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from summarizer.llm.progress import show_progress


def test_a_log_gets_a_line_for_each_tenth_on_the_error_stream(capsys: pytest.CaptureFixture[str]) -> None:
    with show_progress() as display:
        for done in range(0, 2_000_001, 1000):
            display.progress(done, 2_000_000, "hub")
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0] == "Weights from the hub: 0 % of 2 MB"
    assert err.splitlines()[-1] == "Weights from the hub: 100 % of 2 MB"
    assert len(err.splitlines()) == 11


def test_a_terminal_gets_one_bar_with_sizes_for_the_mirror_at_work() -> None:
    screen = io.StringIO()
    with show_progress(Console(file=screen, force_terminal=True, width=120)) as display:
        display.progress(100, 1000, "first")
        display.notice("first: [broken]")
        display.progress(500, 1000, "second")
        display.progress(1000, 1000, "second")
    shown = screen.getvalue()
    assert "first: [broken]" in shown
    assert "1.0/1.0 kB" in shown.split("Weights from the second")[-1]
