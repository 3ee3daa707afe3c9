"""What the code knows of languages, and how a sentence attributes words to a speaker."""

from __future__ import annotations

from summarizer.language.english import ENGLISH
from summarizer.language.french import FRENCH
from summarizer.language.german import GERMAN
from summarizer.language.rules import LanguageRules
from summarizer.language.russian import RUSSIAN
from summarizer.language.spanish import SPANISH
from summarizer.language.ukrainian import UKRAINIAN

_ALL = {rules.code: rules for rules in (ENGLISH, FRENCH, GERMAN, RUSSIAN, SPANISH, UKRAINIAN)}


def rules_for(language: str | None) -> LanguageRules | None:
    """The rules of a language, given by its ISO 639-1 code; `None` where there are none."""
    return _ALL.get(language or "")
