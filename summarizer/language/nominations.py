"""Words by which the code spares a small model a question: where a place can stand."""

from __future__ import annotations

import re
from collections.abc import Mapping

PLACE_PREPOSITIONS: Mapping[str, str] = {
    "en": r"in|at|to|for|near|outside|from",
    "ru": r"в|во|на|под|из",
    "uk": r"в|у|на|до|під|з|із",
    "es": r"en|a|desde|hacia|de",
    "fr": r"à|en|au|aux|dans|vers|de",
    "de": r"in|im|nach|bei|am|aus|von",
}
"""Language → words behind which a sentence can tell where a meeting is; wider than `place_prepositions`."""

_ARTICLE = r"(?:the|an?|el|la|los|las|le|les|l’|der|die|das|dem|den)?"
_NAME = r"[^\W\d_a-zа-яіїєґß-ÿ][\w’'\-]*"


def place_candidates(sentence: str, language: str | None) -> tuple[str, ...] | None:
    """Capitalised words where a place can stand, each once; `None` where the language's words are not known."""
    words = PLACE_PREPOSITIONS.get(language or "")
    if words is None:
        return None
    pattern = re.compile(rf"(?<!\w)(?i:{words})\s+(?i:{_ARTICLE})\s*({_NAME}(?:\s+{_NAME})*)")
    return tuple(dict.fromkeys(match[1] for match in pattern.finditer(sentence)))
