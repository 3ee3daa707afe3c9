"""What the code knows of languages, and how a sentence attributes words to a speaker."""

from __future__ import annotations

from summarizer.language.bare_cues import bare_cues, tells
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


def may_tell_of_talks(text: str, language: str | None) -> bool:
    """Whether a text has a word for talks; true where the language's words are not known."""
    rules, bare = rules_for(language), bare_cues(language)
    if rules is not None:
        return rules.pattern(rules.talks).search(text) is not None
    return bare is None or tells(bare.talks, text)
