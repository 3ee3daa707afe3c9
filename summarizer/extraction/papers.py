"""Which papers a sentence names that are on the table, by its own words.

A memorandum that somebody handed over, published, promised or awaits, or one that the article points at ("the
plan", "Graustark's draft"). An agreement that is only wished for ("to reach an agreement") is no paper yet.
"""

from __future__ import annotations

import re

from summarizer.language.rules import NOTHING, LanguageRules
from summarizer.sentences import Sentence

WORDS_BEFORE = 4
"""Words between a paper's name and the word before it that points at it, at most."""
WORDS_AROUND = 6
"""Words between a paper's name and the verb that tells what became of it, at most."""


def papers_on_the_table(sentence: Sentence, rules: LanguageRules | None) -> tuple[str, ...]:
    """The nouns for papers in the sentence, as printed, each paper once; nothing where the language has no rules.

    Neighbours are one name ("draft memorandum"), and "the document" behind a named paper is that paper.
    """
    if rules is None:
        return ()
    found: list[re.Match[str]] = []
    names: list[str] = []
    for match in rules.pattern(rf"(?:(?:{rules.papers})\s+)?(?:{rules.papers})").finditer(sentence.text):
        if _is_verb(sentence.text, match.start(), rules):
            continue
        if found and rules.pattern(rules.definite_paper).search(sentence.text[: match.end()][found[-1].end() :]):
            continue
        found.append(match)
        if not _is_on_the_table(sentence.text, match.span(), rules):
            continue
        if match.group().casefold() not in [n.casefold() for n in names]:
            names.append(match.group())
    return tuple(names)


def _is_verb(text: str, start: int, rules: LanguageRules) -> bool:
    """Whether the noun is a verb here ("Graustark plans to sign"): never behind an article or an adjective."""
    if not rules.pattern(rules.paper_is_verb).match(text[start:]):
        return False
    before = text[:start].split()[-1:]
    if not before or before[0][0].isupper():
        return True
    subject = rf"{rules.pronouns}|{rules.auxiliaries}|{rules.infinitive}|\w+[^s\W]s"
    return rules.pattern(subject).fullmatch(before[0].strip("“”\"'")) is not None


def _is_on_the_table(text: str, paper: tuple[int, int], rules: LanguageRules) -> bool:
    """Whether the words around a paper's name point at one that is there, or tell what became of it."""
    before = re.sub(r"[“”\"«»„]", " ", re.split(r"[,;:()]\s?", text[: paper[0]])[-1]).split()
    behind = re.split(r"[,;:()“”\"«»]\s?", text[paper[1] :])[0].split()
    statuses = rules.pattern("|".join((*rules.paper_statuses.values(), rules.linking, rules.reached)))
    near = " ".join(before[-WORDS_AROUND:]), " ".join(behind[:WORDS_AROUND])
    # "Rau said in a statement", "In a statement, Rau said".
    in_it = any(rules.pattern(rules.place_prepositions).fullmatch(word) for word in before[-3:])
    if any(statuses.search(words) for words in near) or (in_it and rules.any_reporting.search(text)):
        return True
    if rules.articles == NOTHING:
        return True
    pointing = rules.pattern(rules.definite, rules.demonstratives, rules.possessives, rules.genitives)
    for word in reversed(before[-WORDS_BEFORE:]):
        if rules.pattern(rules.indefinite).fullmatch(word):
            return False
        if pointing.fullmatch(word):
            return True
    return False
