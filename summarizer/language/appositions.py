"""What stands behind a name and a comma and only tells who that is."""

from __future__ import annotations

import re

from summarizer.language.rules import LanguageRules

LONGEST = 25
"""Words of it, at most."""


def is_apposition(rest: str, rules: LanguageRules) -> bool:
    """Whether the rest of a sentence, from a comma on, is of that kind: ", the mediator, who is from Oslo"."""
    first, *others = (piece.strip() for piece in rest.removeprefix(",").split(","))
    if not rest.startswith(",") or len(rest.split()) > LONGEST or re.search(r"[:“\"«;]", rest):
        return False
    kinds = (rules.articles, rules.possessives, rules.offices, rules.person_titles, rules.office_modifiers)
    verbs = rules.pattern(rules.auxiliary_verbs)
    if not rules.pattern(*kinds).match(first) or verbs.search(first) or rules.any_reporting.search(first):
        return False
    if not others or rules.pattern(rules.relatives).match(others[0]):
        return True
    place = len(others) == 1 and rules.pattern(rules.prepositions).match(others[0])
    return bool(place) and not rules.pattern(rules.auxiliary_verbs, rules.finite_verbs).search(others[0])
