"""A dossier for the terminal: colour where it is wanted, plain text in a pipe, each line with its article's number."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from summarizer.dossier import Dossier
from summarizer.rendering.dossier import shortened
from summarizer.rendering.dossier_outline import Entry, Section, Told
from summarizer.rendering.dossier_sections import build_sections
from summarizer.rendering.outline import Mark, counted
from summarizer.rendering.page import FAINT, HEADING, QUOTE, REFERENCE, TONES, Page, phrased, shown, spaced, styled

if TYPE_CHECKING:
    from rich.text import Text

_MOST_QUOTED = 3
"""Articles of one value or statement whose words are shown; the others have their numbers."""


def render_dossier_terminal(
    dossier: Dossier, *, since: dt.date | None = None, width: int | None = None, color: bool = False
) -> str:
    """The dossier as rows of text; [3] is the third article of the list at the end.

    `since` puts first what changed after that day. `width` is in columns (88 without one, at most 100). With `color`
    the text holds ANSI codes of the reader's own palette, without it none. Control characters of an article or a
    model are shown, never sent. What one article alone tells is in the dossier's other forms.
    """
    page = Page(width)
    page.add(styled(f"Dossier of {counted(len(dossier.articles), 'article')}", "bold"))
    for section in build_sections(dossier, since):
        if section.key != "single":
            _section(page, section)
    return page.render(color=color)


def _section(page: Page, section: Section) -> None:
    page.gap()
    page.add(styled(section.heading, HEADING))
    for number, entry in enumerate(section.entries, start=1):
        if section.key == "articles":
            page.add(spaced(styled(f"[{number}]", REFERENCE), _row(entry)), indent=2, hang=5)
            continue
        _entry(page, entry)


def _entry(page: Page, entry: Entry) -> None:
    page.add(_row(entry), indent=2, hang=2)
    for note in entry.notes:
        page.add(phrased(note), indent=4, hang=2)
    _told(page, entry.told, each=entry.each, indent=4)
    for value in entry.values:
        page.add(phrased(value.text, "bold"), indent=4, hang=2)
        _told(page, value.told, each=False, indent=6)


def _told(page: Page, told: tuple[Told, ...], *, each: bool, indent: int) -> None:
    """The words of those who tell it; where they all tell the same, the first ones' and the numbers of the others."""
    quoted = told if each else told[:_MOST_QUOTED]
    for one in quoted:
        quote = styled("“", QUOTE) + shown(shortened(one.evidence.text), QUOTE) + styled("”", QUOTE)
        lead = phrased(one.text)
        page.add(spaced(_number(one), lead + ":" if lead else lead, quote), indent=indent, hang=5)
    if others := told[len(quoted) :]:
        page.add(spaced(styled("also"), *(_number(one) for one in others)), indent=indent, hang=5)


def _number(told: Told) -> Text:
    return styled(f"[{told.number}]", REFERENCE)


def _row(entry: Entry) -> Text:
    lead = styled(", ").join(phrased(phrase) for phrase in entry.lead)
    text = phrased(entry.text)
    if lead and text:
        lead.append(":")
    return spaced(lead, text, _marks(entry.marks))


def _marks(marks: tuple[Mark, ...]) -> Text:
    if not marks:
        return styled("")
    return (
        styled("(", FAINT) + styled(", ").join(styled(one.text, TONES[one.tone]) for one in marks) + styled(")", FAINT)
    )
