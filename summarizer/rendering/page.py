"""Rows of styled text for the terminal: wrapped, with hanging indents, coloured where that is wanted."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from summarizer.rendering.outline import Phrase, Tone
from summarizer.rendering.plain import isolated, plain_text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_WIDTH = 88
_NARROWEST = 30
_WIDEST = 100
HEADING = "bold cyan"
FAINT = "dim"
REFERENCE = "cyan"
QUOTE = "italic"


class Page:
    """Rows of styled text, wrapped to a width with hanging indents."""

    def __init__(self, width: int | None = None) -> None:
        """`width` is in columns: 88 without one; more than 100 are not used, for the eye's sake."""
        self._width = min(max(width or _WIDTH, _NARROWEST), _WIDEST)
        self._rows: list[Text] = []

    def add(self, text: Text, *, indent: int = 0, hang: int = 0) -> None:
        """Add a paragraph: its first row `indent` columns in, the others `hang` columns more."""
        prefix = styled(" " * indent)
        if not text:
            return
        for row in text.wrap(_console(StringIO(), self._width), self._width - indent - hang):
            row.rstrip()
            self._rows.append(prefix + row)
            prefix = styled(" " * (indent + hang))

    def gap(self) -> None:
        """Add an empty row, unless there is one already."""
        if self._rows and self._rows[-1].plain:
            self._rows.append(styled(""))

    def render(self, *, color: bool) -> str:
        """All rows, each ended by a line break."""
        out = StringIO()
        console = _console(out, self._width, color=color)
        for row in self._rows:
            console.print(row, soft_wrap=True, highlight=False, markup=False, emoji=False)
        return out.getvalue()


def _console(out: StringIO, width: int, *, color: bool = False) -> Console:
    from rich.console import Console

    # An empty environment: what the shell found out about the terminal is handed in, not read again.
    return Console(
        file=out,
        width=width,
        color_system="standard" if color else None,
        force_terminal=color,
        force_jupyter=False,
        legacy_windows=False,
        _environ={},
    )


TONES: dict[Tone, str] = {
    "neutral": "dim", "open": "blue", "good": "green", "caution": "yellow", "bad": "red",
}  # fmt: skip
"""The style of each mark's tone."""


def phrased(phrase: Phrase, style: str = "") -> Text:
    """A phrase, its strong pieces bold and the others in a style."""
    text = styled("")
    for piece in phrase:
        look = "bold" if piece.strong else style
        text.append_text(styled(piece.text, look) if piece.ours else shown(piece.text, look))
    return text


def spaced(*texts: Text) -> Text:
    """Those that are not empty, with spaces between them."""
    return styled(" ").join(text for text in texts if text)


def styled(text: str, style: str = "") -> Text:
    """Words of our own in a style."""
    from rich.text import Text

    # The style lies on these characters, not on whatever is appended to them.
    return Text(overflow="fold").append(text, style)


def shown(data: str, style: str = "") -> Text:
    """Words from outside: control characters are shown, never sent."""
    return styled(isolated(plain_text(data)), style)
