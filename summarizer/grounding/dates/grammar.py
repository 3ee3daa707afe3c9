"""A small grammar engine: patterns over kinds of tokens, applied layer by layer.

A rule's pattern is a regular expression whose letters are names of kinds ("month day (comma year)?"), so one
rule serves every language that puts the words in that order. A layer replaces what its rules match by one
token that carries the meaning; the next layer builds on it. At each place the longest match wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.grounding.dates.meaning import Meaning
from summarizer.grounding.dates.tokens import Kind, Token

_SHORTHANDS = {
    "count": "(day|number|one)",
    "quantity": "(day|number|vague|decimal)",
    "before_date": "(since|until|preposition|in|at|from|to|between|of|earlier|later|before|after|edge|approximate)",
    "dated": "(date|period)",
    "any_month": "(month|maybe_month)",
    "any_year": "(year|short_year)",
    "any_day": "(day|ordinal)",
    "any_shift": "(shift|shift_span|shift_behind)",
    "pointing": "(shift|shift_behind|referring|referring_behind)",
    "in_zone": "zone? (open zone close)?",
    "joint": "(to|until|dash)",
}

_LETTERS = {kind.name.lower(): chr(0xE000 + number) for number, kind in enumerate(Kind)}
_LETTER_OF = {kind: _LETTERS[kind.name.lower()] for kind in Kind}


@dataclass(frozen=True, slots=True)
class Found:
    """The tokens that a pattern matched."""

    tokens: tuple[Token, ...]

    def first(self, *kinds: Kind) -> Token | None:
        """Return the first token of one of these kinds."""
        return next((token for token in self.tokens if token.kind in kinds), None)

    def one(self, *kinds: Kind) -> Token:
        """Return the first token of one of these kinds, which the pattern sees to."""
        return next(token for token in self.tokens if token.kind in kinds)

    def all(self, *kinds: Kind) -> list[Token]:
        """Return all tokens of these kinds in order."""
        return [token for token in self.tokens if token.kind in kinds]

    def number(self, *kinds: Kind) -> int | None:
        """Return the number that the first token of one of these kinds stands for."""
        token = self.first(*kinds)
        return None if token is None else token.number

    def has(self, *kinds: Kind) -> bool:
        """Tell whether one of these kinds is there."""
        return self.first(*kinds) is not None

    def made(self, kind: Kind, meaning: Meaning | None, *, number: int = 0, code: str = "") -> list[Token]:
        """Return the one token that replaces all of these; nothing where there is no meaning."""
        return [Token(kind, self.tokens[0].start, self.tokens[-1].end, number, code, meaning)]


Made = Sequence[Token] | None
"""The tokens that replace a match; None where it turns out not to be what the rule is for."""

Build = Callable[[Found], Made]


@dataclass(frozen=True)
class Rule:
    """A pattern, and what to make of its match."""

    pattern: str
    build: Build
    expression: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "expression", re.compile(_letters(self.pattern)))


class Layer:
    """Rules that are tried side by side."""

    def __init__(self, *rules: Rule) -> None:
        self.rules = rules
        # One search of all patterns at once leaps over what none of them fits; most tokens are of no kind of theirs.
        joined = "|".join(rule.expression.pattern for rule in rules)
        kinds = "".join(sorted({letter for letter in joined if letter in _LETTERS.values()}))
        self.any = re.compile(f"(?=[{kinds}])(?:{joined})")

    def __add__(self, other: Layer) -> Layer:
        return Layer(*self.rules, *other.rules)


def _letters(pattern: str) -> str:
    for name, meaning in _SHORTHANDS.items():
        pattern = re.sub(rf"\b{name}\b", meaning, pattern)
    pattern = re.sub(r"\((?!\?)", "(?:", pattern)
    return re.sub(r"[a-z_]+", lambda name: _LETTERS[name.group()], pattern).replace(" ", "")


def apply_all(layers: Iterable[Layer], tokens: list[Token]) -> list[Token]:
    """Return the tokens with every match of each layer replaced, layer by layer."""
    code = _code(tokens)
    for layer in layers:
        if layer.any.search(code):
            tokens = apply(layer, tokens)
            code = _code(tokens)
    return tokens


def _code(tokens: Sequence[Token]) -> str:
    return "".join([_LETTER_OF[token.kind] for token in tokens])


def apply(layer: Layer, tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with every match of the layer's rules replaced."""
    code = _code(tokens)
    result: list[Token] = []
    position = 0
    while match := layer.any.search(code, position):
        result.extend(tokens[position : match.start()])
        made, position = _best(layer, code, tokens, match.start())
        result.extend(made)
    result.extend(tokens[position:])
    return result


def _best(layer: Layer, code: str, tokens: Sequence[Token], position: int) -> tuple[Sequence[Token], int]:
    matches = [
        (match.end(), -number, rule)
        for number, rule in enumerate(layer.rules)
        if (match := rule.expression.match(code, position))
    ]
    for end, _, rule in sorted(matches, key=lambda match: match[:2], reverse=True):
        made = rule.build(Found(tuple(tokens[position:end])))
        if made is not None:
            return made, end
    return tokens[position : position + 1], position + 1
