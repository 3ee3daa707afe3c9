"""Finds which quotation marks belong together: pairs differ by language, and straight ones look alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

# An apostrophe within a word is none.
QUOTATION_MARK = re.compile(r"[\"“”„‟«»‹›‘‚「」『』〝〞＂]|(?<!\w)['’]|['’](?!\w)")

_CLOSERS = {
    "“": "”", "„": "“”„\"", "‟": "”", "«": "»", "「": "」", "『": "』", "〝": "〞", '"': '"', "＂": "＂",
    # German and Danish »...«, Swedish and Finnish ”...”
    "»": "«", "”": "”",
}  # fmt: skip
_ALWAYS_OPEN = frozenset("“„‟«「『〝")
_CLOSING = frozenset("”»›’」』〞")
_OPENING = frozenset("“„‟«‹‘‚「『〝")


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a paragraph that have a beginning and an end."""

    paragraph: str
    opened: tuple[int, ...]
    """Offsets of the marks that open them, in order."""
    closed: tuple[int, ...]
    """Offsets of the marks that close them, in the same order."""

    def holds(self, place: int) -> bool:
        """Tell whether a place is within a quotation."""
        index = bisect_right(self.opened, place) - 1
        return index >= 0 and self.opened[index] < place <= self.closed[index]

    def closes(self, place: int) -> bool:
        """Tell whether the character at a place is a mark that belongs to the words before it."""
        mark = self.paragraph[place]
        if mark.isspace():
            return False
        index = bisect_right(self.opened, place) - 1
        if index >= 0 and place in (self.opened[index], self.closed[index]):
            return place == self.closed[index]
        if mark in _OPENING or mark in _CLOSING:
            return mark in _CLOSING
        # Some write two single marks for a double one.
        before = self.paragraph[max(0, place - 2) : place].removesuffix(mark)
        return bool(before) and not before[-1].isspace()


def find_quotations(paragraph: str) -> Quotations:
    """Pair the quotation marks of a paragraph; one within another, and single marks, are left out."""
    opened: list[int] = []
    closed: list[int] = []
    start: int | None = None
    closers = ""
    for found in QUOTATION_MARK.finditer(paragraph):
        mark, place = found.group(), found.start()
        if start is not None and mark in closers and not (mark == '"' and _opens(paragraph, place)):
            opened.append(start)
            closed.append(place)
            start = None
        elif mark in _ALWAYS_OPEN or (mark in _CLOSERS and _opens(paragraph, place)):
            # A quotation that nothing closed is forgotten for the one that begins here.
            start, closers = place, _CLOSERS[mark]
    return Quotations(paragraph, tuple(opened), tuple(closed))


def _opens(paragraph: str, place: int) -> bool:
    before, behind = paragraph[place - 1 : place], paragraph[place + 1 : place + 2]
    begins = not before or before.isspace() or before in "([{—–-:,"
    return begins and bool(behind) and not behind.isspace()
