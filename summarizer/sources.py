"""Reads files and bytes of any kind that news comes in, into their text and what they say of themselves."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import Any, BinaryIO, Literal

from summarizer.errors import ArticleError, SourceNotFoundError, UnreadableSourceError
from summarizer.reading.encoding import decode, marked_encoding
from summarizer.reading.language_detection import language_code
from summarizer.reading.pdf import read_pdf_text
from summarizer.reading.web_page import read_web_page

Kind = Literal["text", "html", "pdf", "json", "jsonl"]

MAX_BYTES = 50_000_000
"""The largest source that is read: PDFs with pictures stay below, archives and videos do not."""

_SKIPPED_AT_ONCE = 1_000_000
"""Bytes of a line too long that are in memory at a time."""
_KINDS_BY_SUFFIX: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
_PAGE_START = re.compile(r"<(?:!doctype\s+html|html|\?xml)\b", re.IGNORECASE)
_TAG_START = re.compile(r"<(?:!--|[a-z][a-z0-9]*[\s>/])", re.IGNORECASE)
_JSON_START = re.compile(r'\{\s*"')


@dataclass(frozen=True, slots=True)
class Source:
    """What a source says: its text, not yet settled, and its metadata."""

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: dt.date | None = None
    language: str | None = None
    """What the source says for certain."""
    declared_language: str | None = None
    """What a page's template says; the text itself goes before it."""


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        SourceNotFoundError: no such file, a folder, or it may not be read.
        ArticleError: it is larger than `MAX_BYTES`.
    """
    with _opened(path) as file:
        return _within_limit(file.read(MAX_BYTES + 1))


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading.

    Raises:
        SourceNotFoundError: no such file, a folder, or it may not be read.
    """
    try:
        if path.is_dir():
            raise SourceNotFoundError(f"{printable(path)} is a folder.", hint="Name a file in it.")
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise SourceNotFoundError(f"There is no file {printable(path)}.", hint="Check the path.") from error
    except OSError as error:
        raise not_read(path, error) from error
    except ValueError as error:
        # No file can have that name: it may hold what cannot be printed.
        raise SourceNotFoundError(f"{str(path)!r} cannot be read: {error}.", hint="Check the path.") from error


def printable(path: PurePath) -> str:
    """A path as it is printed and stored: a byte that is not UTF-8 becomes `\\xff`. Raises `ValueError`: no path."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")


def not_read(path: Path, error: OSError) -> SourceNotFoundError:
    """What to raise where the system does not let a file or folder be read."""
    return SourceNotFoundError(
        f"{printable(path)} cannot be read: {error.strerror}.", hint="Check the path and who may read it."
    )


def holds_json_lines(path: Path) -> bool:
    """Tell by its suffix whether a file holds one article a line."""
    return _KINDS_BY_SUFFIX.get(path.suffix.lower()) == "jsonl"


def file_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the number, from 1, and the bytes of each line of a file that is not blank.

    A line larger than `MAX_BYTES` comes cut to one byte more than that, for which `read_json` refuses it and no other.

    Raises:
        SourceNotFoundError: no such file, a folder, or it may not be read (on).
    """
    with _opened(path) as file:
        for number, line in enumerate(iter(partial(file.readline, MAX_BYTES + 1), b""), start=1):
            is_cut = len(line) > MAX_BYTES
            if is_cut and not line.endswith(b"\n"):
                _skip_line(file)
            if is_cut or line.strip():
                yield number, line


def _skip_line(file: BinaryIO) -> None:
    while (part := file.readline(_SKIPPED_AT_ONCE)) and not part.endswith(b"\n"):
        pass


def read_source(data: bytes, name: str | None = None) -> Source:
    """Read one article from bytes; the suffix of `name`, where known, helps to tell their kind.

    Raises:
        UnreadableSourceError: binary, not UTF-8, HTML without an article, PDF without text, or JSON that
            does not fit.
        ArticleError: larger than `MAX_BYTES`, or JSON Lines of several articles.
    """
    data = _within_limit(data)
    kind = _kind_of(data, name)
    if kind == "pdf":
        return read_pdf(data)
    if kind == "html":
        return read_html(data)
    if kind == "json":
        return read_json(data)
    if kind == "jsonl":
        return read_json(_only_line(data))
    return Source(text=decode(data))


def _kind_of(data: bytes, name: str | None = None) -> Kind:
    """Tell the kind of a source by its content, and where that leaves it open by the suffix of its name."""
    by_suffix = _KINDS_BY_SUFFIX.get(PurePath(name).suffix.lower()) if name else None
    if by_suffix == "pdf" or b"%PDF-" in data[:1024]:
        return "pdf"
    start = data[:4096].decode(marked_encoding(data) or "utf-8", errors="replace")
    start = start.removeprefix("\ufeff").lstrip()
    # A Markdown file may well begin with a tag, but not with a whole page.
    if by_suffix in (None, "text") and (_PAGE_START.match(start) or (not by_suffix and _TAG_START.match(start))):
        return "html"
    if by_suffix is not None:
        return by_suffix
    if not _JSON_START.match(start):
        return "text"
    return "jsonl" if _is_json(data.split(b"\n", 1)[0]) else "json"


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _only_line(data: bytes) -> str:
    lines = [line for line in decode(data).split("\n") if line.strip()]
    if len(lines) != 1:
        raise ArticleError(
            f"It holds {len(lines)} lines of JSON, not one article.",
            hint="Read its articles with read_articles.",
        )
    return lines[0]


def _within_limit(data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise ArticleError(f"The source has more than {MAX_BYTES:,} bytes.", hint="Give one article at a time.")
    return data


def read_json(data: str | bytes) -> Source:
    """Read a JSON object with `text` or `html`, and metadata where known.

    Raises:
        UnreadableSourceError: no JSON, no object, no text, or a value of the wrong type; the message
            names the key.
        ArticleError: bytes, and more than `MAX_BYTES`.
    """
    text = decode(_within_limit(data)) if isinstance(data, bytes) else data
    try:
        fields = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise UnreadableSourceError(f"The source is not JSON: {error}.", hint="Check the file.") from error
    if not isinstance(fields, dict):
        raise UnreadableSourceError(
            f"The JSON is {_type_name(fields)}, not an object.",
            hint='Give {"text": "..."}; for many articles, JSON Lines.',
        )
    body, markup = _string(fields, "text"), _string(fields, "html")
    url, published, language = _string(fields, "url"), _published(fields), _language(fields)
    if body is not None:
        page = Source(text=body)
    elif markup is not None:
        page = read_html(markup, url=url)
    else:
        raise UnreadableSourceError('The JSON has no key "text".', hint='Give "text", or "html".')
    return Source(
        text=page.text,
        title=_string(fields, "title") or page.title,
        outlet=_string(fields, "outlet") or page.outlet,
        url=url or page.url,
        published=published or page.published,
        language=language,
        declared_language=page.declared_language,
    )


def _string(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is None or isinstance(value, str):
        return value
    raise UnreadableSourceError(f'The value of "{key}" is {_type_name(value)}, not a string.', hint="Correct the JSON.")


def _published(fields: dict[str, Any]) -> dt.date | None:
    value = _string(fields, "published")
    if value is None or not value.strip():
        return None
    try:
        return dt.datetime.fromisoformat(value.strip()).date()
    except ValueError as error:
        raise UnreadableSourceError(
            f'The value of "published" is {value!r}, not a date.', hint='Write it as "2025-06-01".'
        ) from error


def _language(fields: dict[str, Any]) -> str | None:
    value = _string(fields, "language")
    if value is None or not value.strip():
        return None
    code = language_code(value)
    if code is None:
        raise UnreadableSourceError(
            f'The value of "language" is {value!r}, not an ISO 639-1 code.',
            hint='Write it as "en" or "uk", or leave it out.',
        )
    return code


def _type_name(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "a string"
    return "a list" if isinstance(value, list) else "an object"


def read_html(html: str | bytes, url: str | None = None) -> Source:
    """Take the article out of a web page. `url`, where known, helps to find the date; it is not fetched.

    Raises:
        UnreadableSourceError: no article in the page, or its encoding is not the declared one.
    """
    page = read_web_page(html, url)
    return Source(
        text=page.text,
        title=page.metadata.title,
        outlet=page.metadata.outlet,
        url=page.metadata.url,
        published=page.metadata.published,
        declared_language=language_code(page.metadata.language or ""),
    )


def read_pdf(data: bytes) -> Source:
    """Read the text and the title of a PDF.

    Raises:
        UnreadableSourceError: damaged, encrypted, or without a text layer.
    """
    pdf = read_pdf_text(data)
    return Source(text=pdf.text, title=pdf.title)
