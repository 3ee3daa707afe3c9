"""The two streams of the command: data on the standard output, everything else on the standard error."""

from __future__ import annotations

import io
import os
import shutil
import sys
from dataclasses import dataclass
from typing import TextIO

import typer

from summarizer.errors import SettingsError


@dataclass(frozen=True)
class Looks:
    """What the standard output can show."""

    width: int | None
    """Columns; `None` where it is no terminal."""
    color: bool
    """Whether colours are wanted and understood (NO_COLOR and TERM=dumb count)."""


PLAIN = Looks(width=None, color=False)
"""What a file or a pipe can show."""


def prepare_streams() -> None:
    """Data is UTF-8 whatever the locale; a terminal that lacks a letter gets "?" for it."""
    if sys.stderr is None:
        # Closed by the caller (`2>&-`): nobody wants to hear anything.
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")


def show(data: str) -> None:
    """Write data to the standard output at once.

    Ends the command quietly where its reader has left (`| head`). Raises `SettingsError` where it cannot be
    written (a full disk).
    """
    try:
        sys.stdout.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
        raise typer.Exit(0) from None
    except OSError as error:
        _silence(sys.stdout)
        raise SettingsError(
            f"The standard output cannot be written: {error.strerror}.", hint="Name a file with --output."
        ) from None


def say(line: str) -> None:
    """Write a line for people to the standard error; nothing where its reader has left."""
    try:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def looks_of_output() -> Looks:
    """What the standard output can show."""
    from rich.console import Console

    console = Console(file=sys.stdout)
    if not console.is_terminal:
        return PLAIN
    # rich takes every dumb terminal for 80 columns.
    width = shutil.get_terminal_size().columns
    return Looks(width=width, color=console.color_system is not None and not console.no_color)


def _silence(stream: TextIO) -> None:
    """Send what is still to come to nowhere: Python would complain again when it empties the buffer at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
