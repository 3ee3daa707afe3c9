"""Tells what the line breaks of a text mean, and so which lines belong to one paragraph.

A blank line always ends one. A single line break ends a paragraph in most sources, and means nothing in a
text that was wrapped to a width. A line was wrapped where the next line's first word did not fit any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

# Texts are wrapped to 60 to 100 columns, Chinese and Japanese to fewer.
_WRAP_WIDTHS = range(15, 161)
# Shares of the line breaks in a wrapped text that come where the next word did not fit, and that come
# within a sentence (by a small letter behind them).
_TIGHT_BREAKS = 0.6
_BREAKS_WITHIN_SENTENCES = 0.2

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"[•·▪▫◦‣⁃●○■□➢➤►✓✔]\s*\S")
_DASH = re.compile(r"[-–—*+]\s+\S")
_NUMERAL = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[A-Za-z]\)|[A-Z]\.|\(?[ivxIVX]{1,4}\))\s+\S")
_END = re.compile(r"[.!?…:;。！？：；؟۔।॥።։။]['\"”’»“›)\]」』）】]*$")

_LONGEST_END = 20

_Span = tuple[int, int]


def paragraphs(text: str) -> Iterator[_Span]:
    """Yield start and end of each paragraph, heading, caption and list item, without outer white space.

    Every character that is no white space is in exactly one of them.
    """
    groups = _groups_of_lines(text)
    wrapped = _is_wrapped(text, groups)
    for lines in groups:
        width = max(end - start for start, end in lines) if wrapped else None
        begin = lines[0][0]
        in_list = _is_item(text[slice(*lines[0])])
        for line, next_line in pairwise(lines):
            if _ends_paragraph(text[slice(*line)], text[slice(*next_line)], width, in_list):
                yield begin, line[1]
                begin = next_line[0]
                in_list = _is_item(text[slice(*next_line)])
        yield begin, lines[-1][1]


def _groups_of_lines(text: str) -> list[list[_Span]]:
    """Return the lines between blank lines, without their outer white space."""
    groups: list[list[_Span]] = []
    behind_last = -1
    for found in _LINE.finditer(text):
        line = found.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = found.start() + len(line) - len(line.lstrip())
        if found.start() == behind_last + 1 and groups:
            groups[-1].append((start, start + len(stripped)))
        else:
            groups.append([(start, start + len(stripped))])
        behind_last = found.end()
    return groups


def _is_wrapped(text: str, groups: Sequence[Sequence[_Span]]) -> bool:
    tight = within = breaks = 0
    for lines in groups:
        width = max(end - start for start, end in lines)
        for (start, end), next_line in pairwise(lines):
            breaks += 1
            tight += width in _WRAP_WIDTHS and not _fits(end - start, text[slice(*next_line)], width)
            open_end = _is_wide(text[next_line[0]]) and not _ends_sentence(text[start:end])
            within += open_end or _goes_on(text[start:end], text[next_line[0]])
    return breaks > 0 and tight >= _TIGHT_BREAKS * breaks and within >= _BREAKS_WITHIN_SENTENCES * breaks


def _is_item(line: str) -> bool:
    return bool(_DASH.match(line) or _NUMERAL.match(line))


def _ends_paragraph(line: str, next_line: str, width: int | None, in_list: bool) -> bool:
    if _MARK.match(next_line):
        return True
    if len(line) < _LONGEST_END and not any(map(str.isalnum, line)):
        # A dash or a dot of a list, on a line of its own before its words.
        return False
    if width is not None and not _fits(len(line), next_line, width):
        # Wrapped here: whether a sentence ends is for its words to tell, but for lists.
        return _is_item(next_line) and (in_list or _ends_sentence(line))
    return _is_item(next_line) or _ends_sentence(line) or not _goes_on(line, next_line[0])


def _fits(length: int, next_line: str, width: int) -> bool:
    first_word = next_line.split(maxsplit=1)[0]
    # Chinese and Japanese are wrapped between any two characters.
    needed = 1 if _is_wide(first_word[0]) else 1 + len(first_word)
    return length + needed <= width


def _is_wide(character: str) -> bool:
    return ord(character) >= 0x3000 and character.isalpha()


def _ends_sentence(line: str) -> bool:
    return _END.search(line[-_LONGEST_END:]) is not None


def _goes_on(line: str, next_character: str) -> bool:
    """Tell whether a sentence goes on behind a line: by a comma, or by a small letter that follows."""
    return next_character.islower() or line[-1] in ",，、،"
