"""Texts that tell what is not so: no event, and maybe the denial of a claim."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.language import rules_for

_ONLY = r"only|just|merely|nur|allein|seulement|s[oó]lo|solamente|только|лишь|лише|тільки"


def is_negated(text: str, language: str | None) -> bool:
    """Whether a text tells, in its first words, that something is not so or did not happen."""
    pattern = _denial(language)
    return pattern is not None and pattern.match(text) is not None


@lru_cache(maxsize=64)
def _denial(language: str | None) -> re.Pattern[str] | None:
    rules = rules_for(language)
    if rules is None:
        return None
    nothing, negated = rules.negative_determiners, rules.negators
    # "9,000 jobs, not 6,000" denies a number and no more; "not only" denies nothing.
    no = rf"(?:{negated})\b(?!\W+(?:\d|(?:{_ONLY})\b))"
    return re.compile(rf"\W*(?:(?:{nothing})\b|(?:\w+\W+){{1,4}}?{no})", re.IGNORECASE)
