"""The time that opens an entry of a live blog: "14:05 Envoy Rupert Sapt said …"."""

from __future__ import annotations

import re

_TIMESTAMP = re.compile(
    r"[\W_]{0,3}(?:[01]?\d|2[0-4])(?::|\.|\s?h\s?)[0-5]\d(?::[0-5]\d)?"
    r"(?:\s?(?:[ap]\.?m\b\.?|uhr\b|h\b))?(?:\s?(?-i:GMT|UTC|BST|MSK|IST|C?ES?T|EES?T|EDT|P[SD]?T)\b)?(?=[^\w.,%]|[.,]\s)",
    re.IGNORECASE,
)


def without_timestamp(sentence: str) -> str:
    """The sentence with such a time blanked out, every offset as it was.

    It tells when the entry was posted: it is no part of who speaks ("05 Envoy Rupert Sapt"), nor of what they are
    ("GMT Envoy").
    """
    found = _TIMESTAMP.match(sentence)
    return " " * found.end() + sentence[found.end() :] if found is not None else sentence
