"""Whether words tell of a man or of a woman: "Mr", "spokeswoman", "she", "пані", the ending of a Slavic surname."""

from __future__ import annotations

import re
from typing import Literal

from summarizer.language.rules import LanguageRules

Gender = Literal["masculine", "feminine"]


def gender_of(words: str, name: str, rules: LanguageRules) -> Gender | None:
    """What words beside a name (or a pronoun) and the name itself tell; `None` where nothing, or both."""
    last = name.split()[-1] if name.split() else ""
    masculine = rules.pattern(rules.masculine).search(words) or rules.pattern(rules.masculine_names).fullmatch(last)
    feminine = rules.pattern(rules.feminine).search(words) or rules.pattern(rules.feminine_names).fullmatch(last)
    if bool(masculine) == bool(feminine):
        return None
    return "masculine" if masculine else "feminine"


def gender_of_verb(behind: str, rules: LanguageRules) -> Gender | None:
    """What the verb right behind a name tells of its subject: "заявила"."""
    word = re.match(r"\s+(\w+)", behind)
    if word is None or not word[1].islower():
        return None
    masculine = rules.pattern(rules.masculine_verbs).fullmatch(word[1])
    feminine = rules.pattern(rules.feminine_verbs).fullmatch(word[1])
    if bool(masculine) == bool(feminine):
        return None
    return "masculine" if masculine else "feminine"
