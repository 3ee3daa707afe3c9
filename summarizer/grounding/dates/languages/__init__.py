"""The languages that the finder of dates has words for, one file each."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from summarizer.grounding.dates.lexicon import SIGNS, Lexicon, TenseWords

_MODULES = {
    "en": "english",
    "uk": "ukrainian",
    "es": "spanish",
    "fr": "french",
    "de": "german",
    "ru": "russian",
    "zh": "chinese",
    "ar": "arabic",
}


def supported_languages() -> tuple[str, ...]:
    """Return the ISO 639-1 codes of the languages whose date words are known.

    In any other language only dates in figures are found (2025-06-02, 2025年6月2日).
    """
    return tuple(_MODULES)


_NO_WORDS = Lexicon(language="", entries=SIGNS, tense=TenseWords())


@cache
def lexicon_of(language: str | None) -> Lexicon:
    """Return the words of a language; one without any words where the language has no rules here."""
    module = _MODULES.get((language or "").lower().replace("_", "-").split("-")[0])
    if module is None:
        return _NO_WORDS
    lexicon = import_module(f"summarizer.grounding.dates.languages.{module}").LEXICON
    assert isinstance(lexicon, Lexicon)
    return lexicon
