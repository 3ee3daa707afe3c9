"""Which papers a sentence names, by its own words."""

from __future__ import annotations

import re

from summarizer.language.rules import LanguageRules
from summarizer.sentences import Sentence


def paper_names(sentence: Sentence, rules: LanguageRules | None) -> tuple[str, ...]:
    """The nouns for papers in the sentence, as printed, each paper once; nothing where the language has no rules.

    Neighbours are one name ("draft memorandum"), and "the document" behind a named paper is that paper.
    """
    if rules is None:
        return ()
    found: list[re.Match[str]] = []
    names: list[str] = []
    for match in rules.pattern(rf"(?:(?:{rules.papers})\s+)?(?:{rules.papers})").finditer(sentence.text):
        if rules.pattern(rules.paper_is_verb).match(sentence.text[match.start() :]):
            continue
        if found and rules.pattern(rules.definite_paper).search(sentence.text[: match.end()][found[-1].end() :]):
            continue
        found.append(match)
        if match.group().casefold() not in [n.casefold() for n in names]:
            names.append(match.group())
    return tuple(names)
