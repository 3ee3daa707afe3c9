"""What a briefing shows, section by section and line by line: all renderings draw this one outline.

An outline holds the briefing's words untouched; making them safe for its medium is each rendering's duty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from summarizer.briefing import Evidence
from summarizer.rendering.dates import readable_date

Form = Literal["row", "stacked", "prose"]
Tone = Literal["neutral", "open", "good", "caution", "bad"]


@dataclass(frozen=True)
class Piece:
    """A few words of one origin.

    `ours` are this software's words; all others come from the article or a model, and a rendering trusts
    none of them. `strong` is what the reader scans for. `iso` is the ISO value behind a date in words.
    """

    text: str
    ours: bool = False
    strong: bool = False
    iso: str | None = None


Phrase = tuple[Piece, ...]


@dataclass(frozen=True)
class Mark:
    """A short tag on a line: a status, or a caution. `meaning` explains it where the tag alone may not."""

    text: str
    tone: Tone = "neutral"
    meaning: str | None = None


_TONES: dict[str, Tone] = {
    "under_way": "good", "agreed": "good", "delivered": "good", "published": "good", "signed": "good", "done": "good",
    "answered": "good",
    "planned": "open", "promised": "open", "awaited": "open", "new": "open", "replaced": "neutral",
    "postponed": "caution", "suspended": "caution", "tentative": "caution", "withheld": "caution",
    "changed": "caution",
    "cancelled": "bad", "rejected": "bad", "violated": "bad", "withdrawn": "bad", "disputed": "bad",
}  # fmt: skip


def status_marks(status: str | None) -> tuple[Mark, ...]:
    """A status as a mark; nothing for one that is not known."""
    if status is None or status == "unclear":
        return ()
    return (Mark(status.replace("_", " "), _TONES.get(status, "neutral")),)


@dataclass(frozen=True)
class Detail:
    """A labelled value below a line."""

    label: str
    value: Phrase


@dataclass(frozen=True)
class Line:
    """One line of a briefing.

    `path` is the JSON Pointer of its entry. `lead` holds phrases that read with commas between them,
    `text` what follows it, `quotes` the verbatim quotations. `form` is `row` where all of it reads as one
    entry of a list, `stacked` where the text wants a row of its own, `prose` where it is a paragraph.
    """

    path: str
    lead: tuple[Phrase, ...] = ()
    marks: tuple[Mark, ...] = ()
    text: Phrase = ()
    quotes: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    form: Form = "row"

    @property
    def sentences(self) -> tuple[int, ...]:
        """Numbers of the sentences behind the line, each once, the one that says it first."""
        return tuple(dict.fromkeys(evidence.sentence for evidence in self.evidence))


@dataclass(frozen=True)
class Section:
    """A heading and its lines. `about` is true where they tell of the briefing, not of the article."""

    key: str
    heading: str
    lines: tuple[Line, ...]
    about: bool = False


@dataclass(frozen=True)
class Note:
    """A sentence of the article that lines point to by its number, in the article's own words."""

    number: int
    text: str


@dataclass(frozen=True)
class Outline:
    """A whole briefing, ready to be drawn.

    `title` is `None` where the article has none; `origin` holds outlet and date; `verdict` sums the
    verification up in a few words.
    """

    title: str | None
    origin: tuple[Phrase, ...]
    url: str | None
    language: str | None
    verdict: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]

    def lines(self) -> Iterator[Line]:
        """All lines in the order in which they are shown."""
        for section in self.sections:
            yield from section.lines


UNTITLED = "Briefing of an untitled article"


def ours(text: str) -> Piece:
    """A piece in this software's own words."""
    return Piece(text, ours=True)


def words(text: str) -> Piece:
    """A piece in the words of the article or of a model."""
    return Piece(text)


def name(text: str) -> Piece:
    """The same, where it is what the reader scans for."""
    return Piece(text, strong=True)


def date(iso: str) -> Piece:
    """An ISO date in words."""
    return Piece(readable_date(iso), iso=iso)


def listed(items: list[str], *, strong: bool = False) -> Phrase:
    """ "A, B and C" with each item a piece of its own."""
    pieces: list[Piece] = []
    for index, item in enumerate(items):
        if index:
            pieces.append(ours(" and " if index == len(items) - 1 else ", "))
        pieces.append(Piece(item, strong=strong))
    return tuple(pieces)


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """ "1 fact", "2 facts", "1,200 facts"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def notes_of(lines: Iterator[Line]) -> tuple[Note, ...]:
    """Every sentence that the lines point to, once, in the article's order.

    Where several parts of a sentence are cited, those that touch are joined by their offsets and the
    others stand apart with "…" between them.
    """
    spans: dict[int, dict[tuple[int, int], str]] = {}
    for line in lines:
        for evidence in line.evidence:
            spans.setdefault(evidence.sentence, {})[evidence.start, evidence.end] = evidence.text
    return tuple(Note(number, _joined(spans[number])) for number in sorted(spans))


def _joined(spans: dict[tuple[int, int], str]) -> str:
    parts: list[str] = []
    reached = -1
    for (start, end), text in sorted(spans.items(), key=lambda span: (span[0][0], -span[0][1])):
        if start > reached:
            parts.append(text)
        else:
            parts[-1] += text[reached - start :]
        reached = max(reached, end)
    return " … ".join(parts)
