"""A briefing for the terminal: colour where it is wanted, plain text in a pipe, evidence at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.briefing import Briefing
from summarizer.rendering.outline import UNTITLED, Detail, Line, Outline, Phrase, Section
from summarizer.rendering.page import FAINT, HEADING, QUOTE, REFERENCE, TONES, Page, phrased, shown, spaced, styled
from summarizer.rendering.sections import build_outline

if TYPE_CHECKING:
    from rich.text import Text


def render_terminal(briefing: Briefing, *, width: int | None = None, color: bool) -> str:
    """The briefing as rows of text; a number like [7] leads to that sentence under "Evidence".

    `width` is in columns (88 without one; more than 100 are not used, for the eye's sake). With `color`
    the text holds ANSI codes of the reader's own palette, without it no code at all. Control characters
    of the article or the model are shown, never sent.
    """
    page = Page(width)
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


def _masthead(page: Page, outline: Outline) -> None:
    page.add(shown(outline.title, "bold") if outline.title else styled(UNTITLED, "bold"))
    if outline.origin:
        page.add(_joined(outline.origin, " · "))
    if outline.url:
        page.add(shown(outline.url, FAINT))
    page.add(styled(outline.verdict, FAINT))


def _section(page: Page, section: Section) -> None:
    page.gap()
    page.add(styled(section.heading, HEADING))
    for index, line in enumerate(section.lines):
        if line.form == "stacked" and index:
            page.gap()
        _line(page, line)


def _line(page: Page, line: Line) -> None:
    lead, marks, text = _joined(line.lead, ", "), _marks(line), phrased(line.text)
    references = styled(" ".join(f"[{number}]" for number in line.sentences), REFERENCE)
    if line.form == "stacked":
        page.add(spaced(lead, marks), indent=2, hang=2)
        page.add(spaced(text, references), indent=4)
    else:
        if lead and text:
            lead.append(":")
        row = spaced(lead, text, marks, references)
        page.add(row, indent=2, hang=2 if line.form == "row" else 0)
    for quote in line.quotes:
        page.add(styled("“", QUOTE) + shown(quote, QUOTE) + styled("”", QUOTE), indent=6)
    label_width = max((len(detail.label) for detail in line.details), default=0) + 2
    for detail in line.details:
        _detail(page, detail, label_width, indent=4 if lead or text else 2)


def _detail(page: Page, detail: Detail, label_width: int, *, indent: int) -> None:
    label = styled(detail.label.ljust(label_width), FAINT)
    page.add(label + phrased(detail.value), indent=indent, hang=label_width)


def _evidence(page: Page, outline: Outline) -> None:
    if not outline.notes:
        return
    page.gap()
    page.add(styled("Evidence", HEADING) + styled("  the article's own words, by sentence number", FAINT))
    number_width = len(f"[{outline.notes[-1].number}] ")
    for note in outline.notes:
        number = styled(f"[{note.number}] ".rjust(number_width), REFERENCE)
        page.add(number + shown(note.text), indent=2, hang=number_width)


def _joined(phrases: tuple[Phrase, ...], separator: str) -> Text:
    return styled(separator).join(phrased(phrase) for phrase in phrases)


def _marks(line: Line) -> Text:
    if not line.marks:
        return styled("")
    tags = styled(", ").join(styled(mark.text, TONES[mark.tone]) for mark in line.marks)
    return styled("(") + tags + styled(")")
