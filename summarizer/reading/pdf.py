"""Reads the text of a PDF: printed lines become paragraphs, and words broken at line ends become whole.

A PDF knows where each letter stands, but not what a paragraph is: the place of the lines on the page
tells it. Page numbers, and lines that head or foot most pages, are no part of the article.
"""

from __future__ import annotations

import logging
import re
import statistics
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from summarizer.errors import UnreadableSourceError

_log = logging.getLogger(__name__)

# PDFium must not be called by two threads at a time.
_PDFIUM = threading.Lock()
_PASSWORD_ERROR = 4

# PDFium's mark for the hyphen of a word broken at a line's end; it leaves the line break out.
_BROKEN = "\ufffe"
_PRINTED_LINE = re.compile(f"[^\r\n{_BROKEN}]+{_BROKEN}?")
# The mark, a soft hyphen, or a hyphen that PDFium left as it is since a page number follows.
_WORD_BREAK = re.compile(f"(\\w*)(?:{_BROKEN}|\xad|(?<=\\w)-)$")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|página|стр\.?) )?\d{1,4}(?: ?(?:/|of|de|von|из) ?\d{1,4})?\W*", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…。！？:]\W*$")
_COMPOUND = re.compile(r"\b\w+-\w+")
# Where a line ends is told by its last characters.
_LINE_END = 60
# Chinese and Japanese are written without spaces.
_WIDE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
# Titles that a program wrote, not an editor.
_PROGRAM_TITLE = re.compile(
    r"microsoft word|^untitled|^document ?\d*$|\.(?:docx?|pdf|indd|odt|rtf|qxd|html?)$", re.IGNORECASE
)

# Shares of the usual distance between lines, of the height of the letters (twice), of the column's width.
_PARAGRAPH_GAP = 1.3
_OTHER_SIZE = 0.15
_INDENT = 0.6
_SHORT_LINE = 0.15


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF says."""

    text: str
    """Its paragraphs, separated by blank lines, without the title."""
    title: str | None


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line, and its place in points from the lower left corner of its page."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    height: float


def read_pdf_text(data: bytes) -> PdfText:
    """Read the text and the title of a PDF.

    Raises:
        UnreadableSourceError: damaged, encrypted, or without a text layer.
    """
    with _PDFIUM:
        pages, title = _read_pages(data)
    empty = [str(number) for number, lines in enumerate(pages, start=1) if not lines]
    if len(empty) == len(pages):
        raise UnreadableSourceError("The PDF has no text layer: its pages are pictures.", hint="Run OCR over it first.")
    if empty:
        _log.warning("The PDF has no text on page %s; a picture there is not read.", ", ".join(empty))
    text = _paragraphs([line for page in _without_furniture(pages) for line in page])
    first, _, rest = text.partition("\n\n")
    return PdfText(text=rest if rest and first == title else text, title=title)


def _read_pages(data: bytes) -> tuple[list[list[_Line]], str | None]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            title = str(document.get_metadata_dict().get("Title") or "").strip()
            pages = [list(_lines(document[number].get_textpage(), number)) for number in range(len(document))]
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR:
            raise UnreadableSourceError("The PDF is encrypted.", hint="Save it without a password first.") from error
        raise UnreadableSourceError(
            f"The PDF cannot be read: {str(error).rstrip('.')}.", hint="It may be damaged; export it again."
        ) from error
    return pages, title if title and not _PROGRAM_TITLE.search(title) else None


def _lines(textpage: Any, page: int) -> Iterator[_Line]:
    last = textpage.count_chars() - 1
    for found in _PRINTED_LINE.finditer(textpage.get_text_range()):
        text = found.group().strip()
        if text:
            # A letter outside the basic plane may count twice, so that a place is a letter off.
            left, bottom, _, top = textpage.get_charbox(min(found.start(), last), loose=True)
            right = textpage.get_charbox(min(found.end() - 1, last), loose=True)[2]
            yield _Line(text, page, left, right, bottom, top - bottom)


def _without_furniture(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Leave out page numbers, and what stands at the head or foot of most pages but for its digits."""
    at_the_edge = Counter(_shape(line) for lines in pages for line in {*lines[:1], *lines[-1:]})
    most = max(3, len(pages) // 2 + 1)

    def furniture(line: _Line) -> bool:
        return at_the_edge[_shape(line)] >= most or _PAGE_NUMBER.fullmatch(line.text) is not None

    kept = []
    for lines in pages:
        first, last = 0, len(lines)
        while first < last and furniture(lines[first]):
            first += 1
        while last > first and furniture(lines[last - 1]):
            last -= 1
        kept.append(lines[first:last])
    return kept if any(kept) else pages


def _shape(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _paragraphs(lines: Sequence[_Line]) -> str:
    compounds = {compound for line in lines for compound in _COMPOUND.findall(line.text)}
    column_ends = _column_ends(lines)
    gaps = _usual_gaps(lines)
    parts = [lines[0].text]
    for line, next_line in pairwise(lines):
        word_break = _WORD_BREAK.search(line.text[-_LINE_END:])
        if word_break:
            parts[-1] = parts[-1][:-1]
            parts.append(_hyphen(word_break.group(1), next_line.text, compounds))
        elif _ends_paragraph(line, next_line, gaps.get(line.page), column_ends[_column(line)]):
            parts.append("\n\n")
        elif not (_WIDE.match(line.text[-1]) and _WIDE.match(next_line.text[0])):
            parts.append(" ")
        parts.append(next_line.text)
    return "".join(parts).replace(_BROKEN, "-")


def _hyphen(head: str, next_text: str, compounds: set[str]) -> str:
    """Tell whether the hyphen at a line's end is part of the word: "long-" "term", but "dele-" "gation"."""
    tail = re.match(r"\w*", next_text)
    compound = f"{head}-{tail.group() if tail else ''}" in compounds
    return "-" if compound or not next_text[0].islower() else ""


def _ends_paragraph(line: _Line, next_line: _Line, usual_gap: float | None, column_end: float) -> bool:
    ends_sentence = _SENTENCE_END.search(line.text[-_LINE_END:]) is not None
    goes_on = next_line.text[0].islower()
    gap = line.bottom - next_line.bottom
    if line.page != next_line.page or gap <= 0:
        # The next page or column. Without capital letters to tell, a sentence that is open goes on.
        return ends_sentence or (not goes_on and next_line.text[0].isupper())
    if usual_gap is not None and gap > _PARAGRAPH_GAP * usual_gap:
        return True
    if abs(next_line.height - line.height) > _OTHER_SIZE * line.height:
        return True
    short = line.right < column_end - _SHORT_LINE * (column_end - line.left)
    indented = next_line.left > line.left + _INDENT * line.height
    return (short and not goes_on) or (indented and ends_sentence)


def _column(line: _Line) -> tuple[int, int]:
    return line.page, round(line.left / 36)


def _column_ends(lines: Sequence[_Line]) -> dict[tuple[int, int], float]:
    ends: dict[tuple[int, int], float] = {}
    for line in lines:
        ends[_column(line)] = max(line.right, ends.get(_column(line), 0))
    return ends


def _usual_gaps(lines: Sequence[_Line]) -> dict[int, float]:
    gaps: dict[int, list[float]] = {}
    for line, next_line in pairwise(lines):
        if line.page == next_line.page and line.bottom > next_line.bottom:
            gaps.setdefault(line.page, []).append(line.bottom - next_line.bottom)
    # The lower middle: on a page of short paragraphs half of the distances are those between paragraphs.
    return {page: statistics.median_low(found) for page, found in gaps.items()}
