"""Which papers a sentence names, by its own words."""

from __future__ import annotations

import re

from summarizer.language.rules import LanguageRules
from summarizer.sentences import Sentence


def paper_names(sentence: Sentence, rules: LanguageRules | None) -> tuple[str, ...]:
    """The nouns for papers in the sentence, as printed, each once; nothing where the language has no rules."""
    if rules is None:
        return ()
    found: dict[str, str] = {}
    for match in rules.pattern(rules.papers).finditer(sentence.text):
        if not _is_verb(sentence.text, match, rules):
            found.setdefault(match.group().casefold(), match.group())
    return tuple(found.values())


def _is_verb(text: str, match: re.Match[str], rules: LanguageRules) -> bool:
    """ "plans to", "notes that": the word is a verb here."""
    return bool(rules.pattern(rules.paper_is_verb).match(text[match.start() :]))
