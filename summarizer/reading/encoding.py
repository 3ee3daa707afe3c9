"""Turns bytes into text without guessing: a wrongly guessed letter would stand in the evidence."""

from __future__ import annotations

import codecs
import re

from summarizer.errors import UnreadableSourceError

_KNOWN_BINARIES = (
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
# UTF-32 first: its mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_DECLARED_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE
)
# Browsers look for the declaration in the first 1,024 bytes; pages put it a little later, too.
_DECLARATION_BYTES = 4096
# What pages are written in, by Python's names, and what browsers take it for: the larger set of letters.
_PAGE_ENCODINGS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
    # A page whose declaration can be read byte by byte is not in UTF-16, whatever it says.
    "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8",
} | {
    name: name
    for name in (
        "utf-8", "gb18030", "big5", "big5hkscs", "cp932", "euc_jp", "iso2022_jp", "cp949", "koi8-r", "koi8-u",
        "cp866", "cp874", "mac-roman", "mac-cyrillic",
        *(f"cp{number}" for number in range(1250, 1259)),
        *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 15, 16)),
    )
}  # fmt: skip


def decode(data: bytes) -> str:
    """Decode text that is UTF-8, or what its byte order mark says.

    Raises:
        UnreadableSourceError: binary, or in another encoding; the message names the first wrong byte.
    """
    marked = marked_encoding(data)
    if marked is None:
        _refuse_binary(data)
    encoding = marked or "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSourceError(
            f"The source is not {encoding.upper().removesuffix('-SIG')}: "
            f"wrong byte 0x{data[error.start]:02X} at offset {error.start}.",
            hint="Save it as UTF-8.",
        ) from error


def decode_page(data: bytes) -> tuple[str, int | None]:
    """Decode a web page in the encoding that it declares, else UTF-8.

    Returns the page, with U+FFFD for bytes that do not fit, and the offset of the first such byte or
    None: a broken byte in an advertisement is no reason to refuse an article.

    Raises:
        UnreadableSourceError: the declared encoding is unknown.
    """
    encoding = marked_encoding(data) or _declared_encoding(data)
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError as error:
        return data.decode(encoding, errors="replace"), error.start


def marked_encoding(data: bytes) -> str | None:
    """Return the encoding that the byte order mark at the start of the data stands for, if any."""
    return next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _declared_encoding(data: bytes) -> str:
    found = _DECLARED_CHARSET.search(data, 0, _DECLARATION_BYTES)
    if found is None:
        return "utf-8"
    label = found.group(1).decode("ascii")
    try:
        return _PAGE_ENCODINGS[codecs.lookup(label).name]
    except LookupError as error:
        raise UnreadableSourceError(
            f"The page declares an encoding that is not known: {label}.", hint="Save it as UTF-8."
        ) from error


def _refuse_binary(data: bytes) -> None:
    for mark, what in _KNOWN_BINARIES:
        if data.startswith(mark):
            raise UnreadableSourceError(
                f"The source is {what}.", hint="Save it as text, HTML, or PDF with a text layer."
            )
    offset = data.find(b"\0")
    if offset >= 0:
        raise UnreadableSourceError(
            f"The source is not text: a zero byte at offset {offset}.",
            hint="Give text, HTML, PDF or JSON, and save text as UTF-8.",
        )
