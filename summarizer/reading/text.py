"""Settles the text of an article: the one form that all offsets refer to.

Line ends become `\\n` and outer white space goes; quotes, dashes and composed letters stay as printed,
since evidence must be found in the source word for word. What no printed text holds is refused, or, for
a stray control character that nobody sees, taken off.
"""

from __future__ import annotations

import datetime as dt
import re

from summarizer.errors import ArticleError, EmptyArticleError, UnreadableSourceError

MAX_CHARACTERS = 5_000_000
"""The longest text that is read, in code points: a thousand long articles, so it is a mistaken file."""

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_NO_PRINT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
# Quotation marks and dashes of Windows-1252 that were decoded as Latin-1. Taking them off would lose
# where a quote begins and ends.
_MISREAD_WINDOWS = re.compile("[\x80-\x84\x86-\x9f]")
# White space, and the byte order mark that some editors put before a text.
_BLANK = "\ufeff" + "".join(filter(str.isspace, map(chr, range(0x3001))))
# Text has none of these; a few are slips of an editor, many are a program or an image.
_MOST_CONTROLS = 0.01
_ALWAYS_ALLOWED = 3

_DATE_LINE = re.compile(r"\s*date[ \t]+(\d{4}-\d{2}-\d{2})(?!\S)[\s\ufeff]*")


def settle_text(text: str) -> str:
    """Return the text in its final form.

    Raises:
        EmptyArticleError: no letter in it.
        UnreadableSourceError: it holds characters that no text holds; the message says which and where.
        ArticleError: it is longer than `MAX_CHARACTERS`.
    """
    if len(text) > MAX_CHARACTERS:
        raise ArticleError(
            f"The text has {len(text):,} characters; the limit is {MAX_CHARACTERS:,}.",
            hint="Give one article at a time.",
        )
    _refuse_what_no_text_holds(text)
    settled = _CONTROL.sub("", _LINE_END.sub("\n", text)).lstrip(_BLANK).rstrip()
    if not any(character.isalpha() for character in settled):
        raise EmptyArticleError(
            "The source holds no sentence: there is no letter in it.", hint="Give the article's text."
        )
    return settled


def settle_line(text: str) -> str:
    """Return a title, an outlet or an address on one line, without what no print holds; empty where nothing is left."""
    return " ".join(_NO_PRINT.sub("", text).split())


def take_off_date(text: str) -> tuple[str, dt.date | None]:
    """Split a leading `date YYYY-MM-DD` off a text: the rest, and the date where there is one.

    A date that is no day of the calendar stays in the text.
    """
    found = _DATE_LINE.match(text)
    if found is None:
        return text, None
    try:
        published = dt.date.fromisoformat(found.group(1))
    except ValueError:
        return text, None
    return text[found.end() :], published


def _refuse_what_no_text_holds(text: str) -> None:
    found = _SURROGATE.search(text)
    if found:
        raise UnreadableSourceError(
            f"Character {found.start()} of the text is half of a pair (U+{ord(found.group()):04X}).",
            hint="Save the source as UTF-8.",
        )
    found = _MISREAD_WINDOWS.search(text)
    if found:
        raise UnreadableSourceError(
            f"Character {found.start()} of the text is the control character U+{ord(found.group()):04X}: "
            "it was decoded as Latin-1, but is Windows-1252.",
            hint="Decode it as Windows-1252, or save it as UTF-8.",
        )
    found = _CONTROL.search(text)
    if found and ("\0" in text or len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text) + _ALWAYS_ALLOWED):
        raise UnreadableSourceError(
            f"The source is not text: control character U+{ord(found.group()):04X} at {found.start()}.",
            hint="Give text, HTML, PDF or JSON.",
        )
