"""Text of an article or a model, made safe to show: it may not steer a terminal or reorder what stands by it.

Escaping for HTML or Markdown comes on top of this and lies with each rendering.
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[ \t\n\v\f\r\x85\u2028\u2029]+")
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_OVERRIDES = "\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}"
_ISOLATE = "\N{FIRST STRONG ISOLATE}"
_POP_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"


def plain_text(text: str) -> str:
    """`text` on one line, with nothing in it that acts.

    Runs of white space become one space. A control character shows as its picture (ESC as "␛") or as "�",
    and so does a direction override; other direction controls, which draw nothing, are left out. Never
    empty: a text of white space alone comes back as "(blank)".
    """
    return _ODD.sub(_shown, _SPACES.sub(" ", text)).strip() or "(blank)"


def inert_text(text: str) -> str:
    """`text` with nothing in it that acts, its white space kept: for the article, whose gaps matter."""
    return _ODD.sub(_shown_or_space, text)


def isolated(text: str) -> str:
    """`text` between Unicode isolates where it holds right-to-left letters, so that it keeps its place
    in our left-to-right line; other text comes back as it is."""
    if any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text):
        return f"{_ISOLATE}{text}{_POP_ISOLATE}"
    return text


def _shown(found: re.Match[str]) -> str:
    character = found[0]
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "\N{SYMBOL FOR DELETE}"
    if character in _OVERRIDES or unicodedata.category(character) != "Cf" or character >= "\ufff9":
        return _REPLACEMENT
    return ""


def _shown_or_space(found: re.Match[str]) -> str:
    if found[0] in "\t\n\f\r":
        return found[0]
    return " " if found[0] in "\v\x85" else _shown(found)
