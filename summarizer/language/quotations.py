"""Where a sentence quotes: quotation marks of many traditions, also where the quote began a sentence before."""

from __future__ import annotations

import re

Span = tuple[int, int]

_QUOTED = re.compile(
    r"“[^”“]*(?:[”“](?!\w)|$)"
    r"|”[^”]*(?:”|$)"
    r"|„[^“”„]*(?:[“”]|$)"
    r"|»(?=\w)[^«»]*«"
    r"|«[^»]*(?:»|$)"
    r"|\"[^\"]*(?:\"|$)"
    r"|''.*?(?:''|$)"
    r"|(?<![\w.,!?])‘[^‘’]*(?:’(?=\w)[^‘’]*)*’(?!\w)"
    r"|‚[^‘]*‘"
    r"|「[^」]*(?:」|$)|『[^』]*(?:』|$)"
)
_CLOSED_ONLY = re.compile(
    r"[^“”„\"]*(?:[^\s“”„\"(]\"|[^“”„\"]”|[^\s“”„\"(]“)(?=[\s,.;:!?)—–-]|$)|[^«»]*[^«»]»(?=[\s,.;:!?)—–-]|$)"
)
"""The end of a quote that began in a sentence before."""


def quoted_spans(sentence: str) -> tuple[Span, ...]:
    """Offsets of what stands in quotation marks, the marks included; an unclosed quote runs to the end."""
    opened_before = _CLOSED_ONLY.match(sentence)
    start = opened_before.end() if opened_before else 0
    spans = [(0, start)] if opened_before else []
    return (*spans, *(match.span() for match in _QUOTED.finditer(sentence, start)))


def is_name(quoted: str) -> bool:
    """Whether quoted words are a title or a name ("«Interfax»"), by their form alone."""
    inner = quoted[1:-1].strip()
    words = inner.split()
    return 0 < len(words) <= 4 and inner[:1].isupper() and inner[-1] not in ".,!?…:;" and len(inner) <= 40
