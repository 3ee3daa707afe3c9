"""How the command ends: the exit codes, and one line on the standard error stream for whatever went wrong."""

from __future__ import annotations

import traceback
from types import TracebackType

from summarizer.errors import SettingsError, SummarizerError
from summarizer.rendering.plain import plain_text
from summarizer.shell.streams import say

UNEXPECTED = 1
USAGE = 2
UNSUPPORTED = 6
INCOMPLETE = 7
INTERRUPTED = 130

EXIT_CODES: dict[int, str] = {
    0: "all done",
    UNEXPECTED: "unexpected error: a defect of this program",
    USAGE: "usage or settings: unknown option or model, no key, no place to write",
    3: "an article: not found, empty, binary; or a file that is no briefing",
    4: "a model: not reachable, key refused, time used up",
    5: "the embedded model's weights: absent, or not what was published",
    UNSUPPORTED: "a verified briefing has facts that its article does not bear out",
    INCOMPLETE: "a batch that is done, or stopped by its cost: some have no briefing",
    INTERRUPTED: "interrupted with Ctrl-C",
}
"""What each exit code means. `SummarizerError.exit_code` holds them. A reader that closes the pipe early
(`| head`) is no error; of several articles that failed, the first one's code counts."""


def exit_code_table() -> str:
    """The codes as rows for the end of a help text."""
    return "\n".join(f"  {code:<4} {meaning}" for code, meaning in EXIT_CODES.items())


def error_line(message: str) -> str:
    """The one line that an error is told in; text from outside can neither break it nor steer the terminal."""
    return f"summarizer: {plain_text(message)}"


def tell_error(error: SummarizerError, *, about: str | None = None) -> None:
    """Say what went wrong and what to do; `about` names the article where the message does not."""
    say(error_line(f"{about}: {error}" if about else str(error)))


def tell_unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A `sys.excepthook`: one line for a defect, and the traceback where `SUMMARIZER_DEBUG` is set.

    The error's own message may hold text of an article or a key, so without that only its type is told.
    """
    if _debugging():
        say("".join(traceback.format_exception(kind, error, trace)).rstrip())
    say(
        error_line(
            f"Unexpected {kind.__name__}; this is a defect. "
            "Set SUMMARIZER_DEBUG=1 to see where it happened, and report it."
        )
    )


def _debugging() -> bool:
    from summarizer.settings import read_settings

    try:
        return read_settings().debug
    except SettingsError:
        return False
