"""A briefing for the terminal: colour where it is wanted, plain text in a pipe, evidence at the end."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from summarizer.briefing import Briefing
from summarizer.rendering.outline import UNTITLED, Detail, Line, Outline, Phrase, Section, Tone
from summarizer.rendering.plain import isolated, plain_text
from summarizer.rendering.sections import build_outline

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_WIDTH = 88
_NARROWEST = 30
_WIDEST = 100
_MARKS: dict[Tone, str] = {
    "neutral": "dim", "open": "blue", "good": "green", "caution": "yellow", "bad": "red",
}  # fmt: skip
_HEADING = "bold cyan"
_FAINT = "dim"
_REFERENCE = "cyan"
_QUOTE = "italic"


def render_terminal(briefing: Briefing, *, width: int | None = None, color: bool) -> str:
    """The briefing as rows of text; a number like [7] leads to that sentence under "Evidence".

    `width` is in columns (88 without one; more than 100 are not used, for the eye's sake). With `color`
    the text holds ANSI codes of the reader's own palette, without it no code at all. Control characters
    of the article or the model are shown, never sent.
    """
    page = _Page(min(max(width or _WIDTH, _NARROWEST), _WIDEST))
    outline = build_outline(briefing)
    _masthead(page, outline)
    for section in outline.sections:
        if not section.about:
            _section(page, section)
    _evidence(page, outline)
    for section in outline.sections:
        if section.about:
            _section(page, section)
    return page.render(color=color)


class _Page:
    """Rows of styled text, wrapped to a width with hanging indents."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._rows: list[Text] = []

    def add(self, text: Text, *, indent: int = 0, hang: int = 0) -> None:
        """Add a paragraph: its first row `indent` columns in, the others `hang` columns more."""
        prefix = _text(" " * indent)
        if not text:
            return
        for row in text.wrap(_console(StringIO(), self._width), self._width - indent - hang):
            row.rstrip()
            self._rows.append(prefix + row)
            prefix = _text(" " * (indent + hang))

    def gap(self) -> None:
        """Add an empty row, unless there is one already."""
        if self._rows and self._rows[-1].plain:
            self._rows.append(_text(""))

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


def _masthead(page: _Page, outline: Outline) -> None:
    page.add(_shown(outline.title, "bold") if outline.title else _text(UNTITLED, "bold"))
    if outline.origin:
        page.add(_joined(outline.origin, " · "))
    if outline.url:
        page.add(_shown(outline.url, _FAINT))
    page.add(_text(outline.verdict, _FAINT))


def _section(page: _Page, section: Section) -> None:
    page.gap()
    page.add(_text(section.heading, _HEADING))
    for index, line in enumerate(section.lines):
        if line.form == "stacked" and index:
            page.gap()
        _line(page, line)


def _line(page: _Page, line: Line) -> None:
    lead, marks, text = _joined(line.lead, ", "), _marks(line), _phrase(line.text)
    references = _text(" ".join(f"[{number}]" for number in line.sentences), _REFERENCE)
    if line.form == "stacked":
        page.add(_spaced(lead, marks), indent=2, hang=2)
        page.add(_spaced(text, references), indent=4)
    else:
        if lead and text:
            lead.append(":")
        row = _spaced(lead, text, marks, references)
        page.add(row, indent=2, hang=2 if line.form == "row" else 0)
    for quote in line.quotes:
        page.add(_text("“", _QUOTE) + _shown(quote, _QUOTE) + _text("”", _QUOTE), indent=6)
    label_width = max((len(detail.label) for detail in line.details), default=0) + 2
    for detail in line.details:
        _detail(page, detail, label_width, indent=4 if lead or text else 2)


def _detail(page: _Page, detail: Detail, label_width: int, *, indent: int) -> None:
    label = _text(detail.label.ljust(label_width), _FAINT)
    page.add(label + _phrase(detail.value), indent=indent, hang=label_width)


def _evidence(page: _Page, outline: Outline) -> None:
    if not outline.notes:
        return
    page.gap()
    page.add(_text("Evidence", _HEADING) + _text("  the article's own words, by sentence number", _FAINT))
    number_width = len(f"[{outline.notes[-1].number}] ")
    for note in outline.notes:
        number = _text(f"[{note.number}] ".rjust(number_width), _REFERENCE)
        page.add(number + _shown(note.text), indent=2, hang=number_width)


def _text(text: str, style: str = "") -> Text:
    from rich.text import Text

    # The style lies on these characters, not on whatever is appended to them.
    return Text(overflow="fold").append(text, style)


def _shown(data: str, style: str = "") -> Text:
    return _text(isolated(plain_text(data)), style)


def _phrase(phrase: Phrase) -> Text:
    text = _text("")
    for piece in phrase:
        style = "bold" if piece.strong else ""
        text.append_text(_text(piece.text, style) if piece.ours else _shown(piece.text, style))
    return text


def _joined(phrases: tuple[Phrase, ...], separator: str) -> Text:
    return _text(separator).join(_phrase(phrase) for phrase in phrases)


def _spaced(*texts: Text) -> Text:
    return _text(" ").join(text for text in texts if text)


def _marks(line: Line) -> Text:
    if not line.marks:
        return _text("")
    tags = _text(", ").join(_text(mark.text, _MARKS[mark.tone]) for mark in line.marks)
    return _text("(") + tags + _text(")")
