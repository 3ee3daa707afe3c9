"""Reads a sentence as tokens: its pieces, and what the language's words say about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.grounding.dates.figures import clock, figure, numeric_date, roman, utc_offset
from summarizer.grounding.dates.lexicon import Lexicon
from summarizer.grounding.dates.tokens import Kind, Piece, Token

_MARKS = {
    ",": Kind.COMMA, "،": Kind.COMMA, "、": Kind.COMMA,
    "-": Kind.DASH, "–": Kind.DASH, "—": Kind.DASH, "‑": Kind.DASH, "−": Kind.DASH, "~": Kind.DASH, "～": Kind.DASH,
    ".": Kind.DOT,
    "(": Kind.OPEN, "[": Kind.OPEN, ")": Kind.CLOSE, "]": Kind.CLOSE,
}  # fmt: skip

_SHAPE_KINDS = {
    "decade": Kind.DECADE,
    "amount": Kind.AMOUNT,
    "decimal": Kind.DECIMAL,
    "fraction": Kind.FRACTION,
}

# Before one of these, four figures are a year even where a word that can be counted follows.
_YEAR_SIGNS = frozenset({Kind.THE, Kind.IN, Kind.SHIFT, Kind.MONTH, Kind.MAYBE_MONTH, Kind.PREPOSITION})


def read(sentence: Sequence[Piece], lexicon: Lexicon) -> list[Token]:
    """Return the tokens of a sentence, with forms of several words as one token."""
    tokens: list[Token] = []
    position = 0
    while position < len(sentence):
        piece = sentence[position]
        taken = 1
        if piece.folded in lexicon.index and (found := lexicon.longest(sentence, position)):
            entry, taken = found
            end = sentence[position + taken - 1].end
            tokens.append(Token(entry.kind, piece.start, end, entry.number, entry.code))
        else:
            tokens.append(_without_words(sentence, position, lexicon))
        position += taken
    return _without_counts(tokens, lexicon)


def _without_words(sentence: Sequence[Piece], position: int, lexicon: Lexicon) -> Token:
    piece = sentence[position]
    if piece.shape in ("word", "mark"):
        # Most pieces of a text.
        return Token(_MARKS.get(piece.text, Kind.WORD), piece.start, piece.end, code=piece.text)
    token = Token(Kind.WORD, piece.start, piece.end, code=piece.text)
    match piece.shape:
        case "number":
            word_known = position + 1 < len(sentence) and lexicon.longest(sentence, position + 1) is not None
            return figure(sentence, position, word_known=word_known)
        case "short_year":
            return replace(token, kind=Kind.SHORT_YEAR, number=int(piece.text[1:]))
        case "quarter":
            return replace(token, kind=Kind.QUARTER, number=int(piece.text[1]), code=piece.text[0])
        case "offset":
            return replace(token, kind=Kind.ZONE, code=utc_offset(piece.text))
        case "clock":
            return clock(token)
        case "numeric_date":
            return numeric_date(replace(token, kind=Kind.NUMERIC_DATE), slashed_order=lexicon.slashed_order)
        case "roman":
            return replace(token, kind=Kind.ROMAN, number=roman(piece.text))
        case "ordinal":
            digits = re.match(r"\d+", piece.text)
            return replace(token, kind=Kind.ORDINAL, number=int(digits.group()) if digits else 0)
    return replace(token, kind=_SHAPE_KINDS.get(piece.shape) or _MARKS.get(piece.text, Kind.WORD))


def _ends_date(before: Sequence[Token]) -> bool:
    """Tell whether a year follows "September 11,"."""
    kinds = [token.kind for token in before[-3:]]
    return kinds[1:] == [Kind.DAY, Kind.COMMA] and kinds[0] in (Kind.MONTH, Kind.MAYBE_MONTH)


def _without_counts(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens with figures that count or label something no longer taken for years and days."""
    result: list[Token] = []
    for position, token in enumerate(tokens):
        before = tokens[position - 1].kind if position else Kind.WORD
        if token.kind in (Kind.DAY, Kind.YEAR) and before is Kind.LABEL:
            token = replace(token, kind=Kind.AMOUNT)
        elif (
            token.kind is Kind.YEAR
            and position + 1 < len(tokens)
            and not _ends_date(tokens[max(0, position - 3) : position])
        ):
            round_figure = token.number % 100 == 0
            if lexicon.is_counted(tokens[position + 1].code) and (round_figure or before not in _YEAR_SIGNS):
                token = replace(token, kind=Kind.NUMBER)
        result.append(token)
    return result
