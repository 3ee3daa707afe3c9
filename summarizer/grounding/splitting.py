"""Copied words taken apart: a name, the role beside it, and what belongs to neither."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.grounding.genitives import genitive_before
from summarizer.grounding.names import mentions
from summarizer.language.rules import NOTHING, LanguageRules


@dataclass(frozen=True)
class Split:
    """Copied words, taken apart."""

    name: str
    role: str | None
    addressed: bool = False


def split_role(words: str, rules: LanguageRules | None) -> Split | None:
    """Name and role, where the words are those of one name and nothing else; else `None`.

    A leading article belongs to the role; the tail behind a comma is the role where it tells one, and is
    left out where it tells none.
    """
    words = words.strip(" ,.;:")
    found = mentions(words, rules)
    if not found:
        return None
    first = min(found, key=lambda m: (m.outset, -m.start))
    before, after = words[: first.outset].strip(), words[first.close :]
    if (rules is None or rules.offices == NOTHING) and before:
        # Offices are not known in this language: words in lower case before a name tell its role.
        return Split(first.name, before) if before.islower() and not after.strip() else None
    if rules is None:
        return Split(first.name, None) if not after.strip() else None
    for mention in found:
        # "Ruritania's chief negotiator Petra Rau": whose she is belongs to her role.
        owner = genitive_before(words, mention.outset, rules)
        if owner is not None and owner[0] == 0 and mention.role and not words[mention.close :].strip():
            return Split(mention.name, f"{words[slice(*owner)]} {mention.role}", mention.addressed)
    if first.role is not None and not before and _FROM.fullmatch(after):
        # "Foreign Minister Ilko Moll of Graustark".
        return Split(first.name, first.role, first.addressed)
    leading = f"(?:{rules.articles}|{rules.possessives}|{rules.sentence_openers}|(?:{rules.elided})[’'])"
    if before and not rules.pattern(rf"{leading}(?:\s+{leading})*").fullmatch(before):
        return None
    if after and (not re.match(r"\s*[,(]", after) or is_list(after, rules)):
        return None
    return Split(first.name, first.role, first.addressed)


_FROM = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?[^\W\d_a-z]\w*(?:\s[^\W\d_a-z]\w*)*")


def is_list(after: str, rules: LanguageRules) -> bool:
    """Whether what stands behind a name and a comma goes on with other names ("…, TASS and Interfax")."""
    return any(m.start <= 4 and m.role is None for m in mentions(after, rules))
