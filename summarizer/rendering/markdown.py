"""A briefing as Markdown that pastes into a report: headings, lists, and numbered evidence at the end.

All text of the article or a model is escaped, so that it can form neither markup nor HTML nor a link.
"""

from __future__ import annotations

import re

from summarizer.briefing import Briefing
from summarizer.rendering.outline import UNTITLED, Line, Outline, Phrase, Piece, Section
from summarizer.rendering.plain import isolated, plain_text
from summarizer.rendering.sections import build_outline

# What forms markup anywhere in a line, in CommonMark and in the extensions of common readers (tables,
# strikethrough, mathematics, footnotes, citations, attributes, templates).
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~^$@#]|&(?=#?\w)|!(?=\[)")
# What forms a block, but only where a block begins.
_BLOCK = re.compile(r"[-+=:]|\d{1,9}(?=[.)])")
# What some readers turn into links on their own.
_BARE_LINK = re.compile(r":(?=//)|(?<=\b[wW]{3})\.|(?<=[^\W\d_])\.(?=[^\W\d_]{2})|(?<=mailto):|(?<=xmpp):")


def render_markdown(briefing: Briefing) -> str:
    """The briefing as Markdown; a number like [7] leads to that sentence under "Evidence"."""
    outline = build_outline(briefing)
    blocks = [
        _masthead(outline),
        *(_section(section) for section in outline.sections if not section.about),
        _evidence(outline),
        *(_section(section) for section in outline.sections if section.about),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """`text` as one line of Markdown that reads as the same characters and nothing else."""
    line = plain_text(text)
    line = _MARKUP.sub(_with_backslash, line)
    return isolated(_BARE_LINK.sub(_with_backslash, line))


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _opening(row: str) -> str:
    """A row that opens a block, kept from being read as a list, a rule or a heading's underline."""
    if (block := _BLOCK.match(row)) is None:
        return row
    head = block[0]
    return f"{head}\\{row[len(head) :]}" if head.isdigit() else f"\\{row}"


def _masthead(outline: Outline) -> str:
    blocks = [f"# {escaped(outline.title) if outline.title else UNTITLED}"]
    if outline.origin:
        blocks.append(_opening(" · ".join(_phrase(phrase) for phrase in outline.origin)))
    if outline.url:
        blocks.append(_opening(escaped(outline.url)))
    blocks.append(f"*{outline.verdict}*")
    return "\n\n".join(blocks)


def _section(section: Section) -> str:
    prose = [_row(line) for line in section.lines if line.form == "prose"]
    rows = [row for line in section.lines if line.form != "prose" for row in _list_item(line)]
    return "\n\n".join(block for block in (f"## {section.heading}", *prose, "\n".join(rows)) if block)


def _list_item(line: Line) -> list[str]:
    row = _row(line)
    inner = "  " if row else ""
    return [
        *([f"- {row}"] if row else []),
        *(f"{inner}- “{escaped(quote)}”" for quote in line.quotes),
        *(f"{inner}- {detail.label}: {_phrase(detail.value)}" for detail in line.details),
    ]


def _row(line: Line) -> str:
    lead = ", ".join(_phrase(phrase) for phrase in line.lead)
    marks = f"({', '.join(mark.text for mark in line.marks)})" if line.marks else ""
    references = " ".join(f"[{number}]" for number in line.sentences)
    text = _phrase(line.text)
    if line.form == "stacked":
        lead, marks = " ".join(part for part in (lead, marks) if part), ""
    if lead and text:
        lead += ":"
    return _opening(" ".join(part for part in (lead, text, marks, references) if part))


def _evidence(outline: Outline) -> str:
    if not outline.notes:
        return ""
    rows = (f"- **[{note.number}]** {escaped(note.text)}" for note in outline.notes)
    return "\n".join(("## Evidence", "", "The article's own words, by sentence number.", "", *rows))


def _phrase(phrase: Phrase) -> str:
    return "".join(_piece(piece) for piece in phrase)


def _piece(piece: Piece) -> str:
    if piece.ours:
        return piece.text
    text = escaped(piece.text)
    return f"**{text}**" if piece.strong else text
