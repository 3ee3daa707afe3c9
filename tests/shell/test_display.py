"""What a person sees of a briefing in the making: few lines in a log, one moving line on a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pytest
from rich.console import Console

from summarizer.events import Event, Notice, Stage
from summarizer.shell.display import Display, LiveLine, PlainLines, open_display

SIZE = 1_117_320_768


def download(*megabytes: int) -> Iterable[Stage]:
    return (Stage("downloading from the hub", done * 1_000_000, SIZE, "bytes") for done in megabytes)


def plain(events: Iterable[tuple[float, Event]], capsys: pytest.CaptureFixture[str], about: str = "") -> list[str]:
    """The lines for events at these times."""
    display = PlainLines(clock=lambda: now)
    for now, event in events:  # noqa: B007 - read by the clock
        display.tell(event, about)
    return capsys.readouterr().err.splitlines()


def test_a_log_has_a_line_for_each_stage(capsys: pytest.CaptureFixture[str]) -> None:
    stages = [Stage("starting the model"), *(Stage("who says what", done, 22) for done in range(2, 23))]
    stages.append(Stage("meetings", 22, 30))
    assert plain([(100.0, stage) for stage in stages], capsys) == [
        "Starting the model",
        "Who says what: 2 of 22 questions",
        "Meetings: 22 of 30 questions",
    ]


def test_a_long_stage_is_told_again_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    events = [(100.0 + 3 * done, Stage("who says what", done, 9)) for done in range(10)]
    assert plain(events, capsys) == [
        "Who says what: 0 of 9 questions",
        "Who says what: 4 of 9 questions",
        "Who says what: 8 of 9 questions",
    ]


def test_a_log_has_a_line_for_each_tenth_of_a_download(capsys: pytest.CaptureFixture[str]) -> None:
    lines = plain([(100.0, stage) for stage in download(*range(0, 1117, 3))], capsys)
    assert len(lines) == 10
    assert lines[:2] == [
        "Downloading from the hub: 0 of 1,117 MB",
        "Downloading from the hub: 114 of 1,117 MB",
    ]


def test_of_several_articles_stages_are_told_only_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    events = [(100.0 + at, Stage(f"stage {at}")) for at in range(0, 25, 5)]
    assert plain(events, capsys, "b.txt") == ["b.txt: stage 0", "b.txt: stage 10", "b.txt: stage 20"]


def test_a_notice_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    model = Notice("Model: openai/scripted (asked for), large plan")
    assert plain([(1.0, model), (2.0, Notice("The hub is away.")), (3.0, model)], capsys) == [
        model.text,
        "The hub is away.",
    ]


def live(width: int = 80) -> tuple[LiveLine, io.StringIO]:
    screen = io.StringIO()
    return LiveLine(Console(file=screen, force_terminal=True, width=width, no_color=True, _environ={})), screen


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("stage", [Stage("who says what", 7, 22), *download(642)])
def test_the_moving_line_is_one_line(width: int, stage: Stage) -> None:
    display, screen = live(width)
    display.tell(stage, "a-file-with-a-name-that-is-far-too-long-for-any-terminal.txt")
    display.clear()
    drawn = screen.getvalue().split("\x1b[1A")[0]
    assert drawn.count("\n") == 1
    if width >= 60:
        assert ("642 of 1,117 MB" if stage.unit == "bytes" else "7 of 22 questions 0:00:00") in drawn


def test_a_download_shows_size_and_speed() -> None:
    display, screen = live(100)
    for stage in download(10, 321, 642):
        display.tell(stage, "b.txt")
    display.clear()
    assert "Downloading from the hub " in screen.getvalue()
    assert "642 of 1,117 MB" in screen.getvalue()
    assert "b.txt" not in screen.getvalue()


def test_the_moving_line_names_the_article_and_goes_on_from_stage_to_stage() -> None:
    display, screen = live(100)
    display.tell(Stage("who says what", 1, 22), "b.txt")
    display.tell(Stage("meetings", 22, 30), "b.txt")
    display.clear()
    assert "b.txt: meetings" in screen.getvalue()
    assert "22 of 30 questions" in screen.getvalue()


def test_a_line_that_stays_stands_above_the_moving_one() -> None:
    display, screen = live()
    display.tell(Stage("starting the model"))
    display.tell(Notice("The hub is away."))
    display.clear()
    display.note("Briefed.")
    # Nothing is left of the moving line: the cursor shows again, and the last line is the note.
    assert screen.getvalue().count("\x1b[?25l") == screen.getvalue().count("\x1b[?25h")
    assert screen.getvalue().endswith("Briefed.\n")
    assert "The hub is away.\n" in screen.getvalue()


@pytest.mark.parametrize("make", [lambda: live()[0], PlainLines])
def test_names_of_files_are_text(make: type[Display], capsys: pytest.CaptureFixture[str]) -> None:
    display = make()
    display.tell(Stage("reading"), "[red]\x1b[31m.txt")
    display.note("[red]\x1b[31m")
    display.clear()
    assert "\x1b" not in capsys.readouterr().err


def test_markup_is_shown_as_it_is() -> None:
    display, screen = live()
    display.tell(Stage("reading"), "[red]a.txt")
    display.note("[bold]b.txt :smile:")
    display.clear()
    assert "[red]a.txt: reading" in screen.getvalue()
    assert "[bold]b.txt :smile:" in screen.getvalue()


def test_the_display_suits_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    assert type(open_display()) is PlainLines
    assert type(open_display(quiet=True)) is Display
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert type(open_display()) is LiveLine
    monkeypatch.setenv("TERM", "dumb")
    assert type(open_display()) is PlainLines
