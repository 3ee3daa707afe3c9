"""The command among pipes, terminals, locales and signals: in a process of its own, as its users run it."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from summarizer.shell.schema import briefing_fields
from summarizer.shell.streams import PLAIN, looks_of_output
from tests.invented import TEXT
from tests.scripted_model import SILENCE, Script, ScriptedModel
from tests.shell.running import finish, model_at, run_apart, run_python, start

PIPE = subprocess.PIPE


@contextmanager
def terminal(columns: int) -> Iterator[tuple[int, int]]:
    """A pseudo terminal of this width: our end and the command's."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    try:
        yield ours, theirs
    finally:
        os.close(ours)


def shown(ours: int) -> str:
    """All that was written to the terminal, until the last process that had it open ended."""
    parts = []
    while True:
        try:
            part = os.read(ours, 65_536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    return b"".join(parts).decode().replace("\r\n", "\n")


def wait_for(model: ScriptedModel) -> None:
    """Wait until a question is under way."""
    give_up = time.monotonic() + 60
    while not model.requests and time.monotonic() < give_up:
        time.sleep(0.01)
    assert model.requests


def test_a_reader_that_leaves_is_no_error(article: Path, asking: list[str]) -> None:
    many = start("brief", article, article, *asking, "--format", "json", stdout=PIPE, stderr=PIPE)
    assert many.stdout
    many.stdout.close()
    many.stdout = None
    ran = finish(many)
    assert ran.code == 0
    assert ran.errors == []
    assert "Traceback" not in ran.err
    # The second article is not briefed for nobody.
    assert "briefed in" not in ran.err


def test_progress_that_nobody_reads_stops_nothing(article: Path, asking: list[str]) -> None:
    process = start("brief", article, *asking, "--format", "json", stdout=PIPE, stderr=PIPE)
    assert process.stderr
    process.stderr.close()
    process.stderr = None
    ran = finish(process)
    assert ran.code == 0
    assert ran.out.endswith("}\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        ran = finish(start("schema", stdout=full, stderr=PIPE))
    assert ran.code == 2
    assert ran.err == (
        "summarizer: The standard output cannot be written: No space left on device. Name a file with --output.\n"
    )


def test_data_is_utf_8_whatever_the_locale() -> None:
    latin = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    ran = run_apart("schema", "--format", "markdown", environment=latin)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == briefing_fields()
    assert not ran.out.isascii()


@pytest.mark.parametrize(
    ("variables", "looks"),
    [
        ({}, "Looks(width=61, color=True)"),
        ({"NO_COLOR": "1"}, "Looks(width=61, color=False)"),
        ({"TERM": "dumb"}, "Looks(width=61, color=False)"),
        ({"COLUMNS": "70"}, "Looks(width=70, color=True)"),
    ],
)
def test_a_terminal_has_a_width_and_colour_unless_it_is_not_wanted(variables: dict[str, str], looks: str) -> None:
    code = "from summarizer.shell.streams import looks_of_output; print(looks_of_output())"
    with terminal(61) as (ours, theirs):
        variables = {**os.environ, "TERM": "xterm", **variables}
        process = subprocess.Popen([sys.executable, "-c", code], stdout=theirs, env=variables)
        os.close(theirs)
        text = shown(ours)
        assert finish(process).code == 0
    assert text == f"{looks}\n"


def test_a_pipe_has_neither(capsys: pytest.CaptureFixture[str]) -> None:
    assert looks_of_output() == PLAIN


def test_on_a_terminal_the_moving_line_is_gone_when_the_briefing_is_there(article: Path, asking: list[str]) -> None:
    with terminal(80) as (ours, theirs):
        process = start(
            "brief", article, *asking, environment={"TERM": "xterm"}, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        text = shown(ours)
        assert finish(process).code == 0
    moving, _, rest = text.partition("\x1b[?25h")
    assert moving.startswith("Model: openai/scripted (asked for), large plan\n")
    # How long a stage lasts is chance, but one of them has been on the line.
    assert "━" in moving
    assert "Briefing of" not in moving
    assert "Briefing of an untitled article" in rest
    assert rest.splitlines()[-1].startswith("Briefed in ")


def test_ctrl_c_while_the_model_thinks_ends_at_once(
    article: Path, tmp_path: Path, scripted: Callable[[Script], ScriptedModel]
) -> None:
    model = scripted(lambda request: SILENCE)
    options = [*model_at(model.base_url), "--save", str(tmp_path / "new")]
    process = start("brief", article, *options, stdout=PIPE, stderr=PIPE)
    wait_for(model)
    asked = time.monotonic()
    process.send_signal(signal.SIGINT)
    ran = finish(process)
    assert time.monotonic() - asked < 5
    assert ran.code == 130
    assert ran.out == ""
    assert ran.errors == ["summarizer: Interrupted."]
    assert ran.err.splitlines()[-1] == "summarizer: Interrupted."
    assert "Traceback" not in ran.err
    assert not (tmp_path / "new").exists()


SLOW_DOWNLOAD = """
import sys, time
import summarizer.llm.weights as weights
import summarizer.shell.models as models

def pull(model, folder, *, progress, notice, offline, mirrors=None):
    progress(1, model.size, "a slow mirror")
    time.sleep(60)

weights.pull = models.pull = pull
import summarizer.cli
summarizer.cli.main()
"""


@pytest.mark.parametrize("command", [["brief", "-", "--model", "embedded/qwen2.5-coder-1.5b"], ["models", "pull"]])
def test_ctrl_c_during_a_download_ends_at_once(command: list[str]) -> None:
    process = subprocess.Popen([sys.executable, "-c", SLOW_DOWNLOAD, *command], stdin=PIPE, stdout=PIPE, stderr=PIPE)
    assert process.stdin
    assert process.stderr
    process.stdin.write(TEXT.encode())
    process.stdin.close()
    process.stdin = None
    said = [process.stderr.readline()]
    while b"slow mirror" not in said[-1]:
        assert said[-1], said
        said.append(process.stderr.readline())
    asked = time.monotonic()
    process.send_signal(signal.SIGINT)
    ran = finish(process)
    assert time.monotonic() - asked < 5
    assert ran.code == 130
    assert ran.err == "summarizer: Interrupted.\n"


def test_ctrl_c_while_the_article_is_typed_ends_at_once() -> None:
    with terminal(80) as (_, theirs):
        process = start("brief", "-", stdin=theirs, stdout=PIPE, stderr=PIPE)
        os.close(theirs)
        assert process.stderr
        assert process.stderr.readline().startswith(b"Reading the article from the terminal; end it with Ctrl-D")
        process.send_signal(signal.SIGINT)
        ran = finish(process)
    assert (ran.code, ran.err) == (130, "summarizer: Interrupted.\n")


def test_a_closed_standard_error_is_no_error() -> None:
    code = """
import os, subprocess, sys
done = subprocess.run(
    [sys.executable, "-m", "summarizer", "brief", "absent.txt"], preexec_fn=lambda: os.close(2), check=False
)
print(done.returncode)
"""
    assert run_python(code).out == "3\n"
