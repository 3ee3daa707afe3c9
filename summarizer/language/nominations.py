"""Words by which the code spares a small model a question: where a place can stand, and whose a paper is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.language.rules import LanguageRules, compile_words

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


def owner_is_told(sentence: str, paper: str, rules: LanguageRules | None) -> bool:
    """Whether a possessive right before the paper's name tells whose it is ("Lirren's plan", "its draft plan")."""
    at = sentence.find(paper)
    if at < 0 or rules is None:
        return False
    before = sentence[:at]
    genitive = re.search(r"\w[’']s?\s+(?:[\w\-“\"]+\s+){0,2}[“\"]?$", before)
    pronoun = list(compile_words(rules.possessives).finditer(before))
    return bool(genitive) or bool(pronoun and len(before[pronoun[-1].end() :].split()) <= 2)
