"""Numbers in a text by their value: "two" is 2, "1.5 million" is 1,500,000, and 12 per cent is not 12."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from summarizer.language.rules import LanguageRules

SMALLEST_SCALE = 100
"""A number word from here up multiplies what stands before it."""

_NO_WORD_BEFORE = r"(?<![^\W\u3040-\u30ff\u3400-\u9fff])"
"""No letter or digit, but for signs of scripts without spaces ("涉及12艘船")."""
_ANY_PERCENT = r"%|٪|في المئة|في المائة|بالمئة|بالمائة"
"""What stands behind a number of hundredths in languages without rules."""
_DIGITS = r"(?:(?<!\d)\d{1,3}(?: \d{3})+(?![\d.,:])|\d+(?:[.,:\u00a0\u202f]\d+)*)"
"""Digits with what parts their thousands: in much of Europe a space, which need not be a narrow one."""


@dataclass(frozen=True)
class Figure:
    """A number where it stands in a text."""

    start: int
    end: int
    """Behind the number, and behind "per cent" where that follows."""
    text: str
    value: float | str
    """The value; the digits as they are where they are no number ("13:00", "1.2.3")."""
    percent: bool


def figures(text: str, rules: LanguageRules | None) -> Iterator[Figure]:
    """All numbers of a text, in digits and in words. "One" counts as none: it is a pronoun as often."""
    names = rules.numbers if rules else {}
    run, percent = _patterns(tuple(names), rules.percent if rules else _ANY_PERCENT)
    for match in run.finditer(text):
        value = _value(match.group(), names)
        pronoun = value == 1 and match.group().isalpha()
        if value is not None and not pronoun:
            hundredths = percent.match(text, match.end())
            end = hundredths.end() if hundredths else match.end()
            yield Figure(match.start(), end, match.group(), value, hundredths is not None)


@lru_cache(maxsize=32)
def _patterns(names: tuple[str, ...], percent: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds a run of digits and number words, and what finds "per cent" behind it."""
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or r"(?!)"
    number = rf"(?:{_NO_WORD_BEFORE}{_DIGITS}(?:st|nd|rd|th)?(?!\d)|(?<!\w)(?:{words})(?!\w))"
    run = re.compile(rf"{number}(?:[\s\u00a0-]+(?:{words})(?!\w))*", re.IGNORECASE)
    return run, re.compile(rf"\s*-?(?:{percent})", re.IGNORECASE)


def _value(words: str, names: Mapping[str, float]) -> float | str | None:
    """The value of a run of digits and number words; plurals and the like give none."""
    total, current = 0.0, None
    for word in re.findall(rf"{_DIGITS}|[^\W\d_]+", words):
        if word[0].isdigit():
            plain = _plain(word)
            if isinstance(plain, str):
                return plain
            current = plain
            continue
        named = names.get(word.lower())
        if named is None:
            continue
        if named < SMALLEST_SCALE:
            current = (current or 0) + named
        elif named == SMALLEST_SCALE:
            current = (current or 1) * named
        else:
            total += (current if current is not None else 1) * named
            current = None
    return total + (current or 0) if total or current is not None else None


def _plain(digits: str) -> float | str:
    """ "1,500" and "1.500" are 1500, "1.5" and "1,5" are one and a half; else the digits as they are."""
    bare = re.sub(r"[ \u00a0\u202f]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", bare):
        return float(bare.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", bare):
        return float(bare.replace(".", ""))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", bare):
        return float(bare.replace(",", "."))
    return bare
