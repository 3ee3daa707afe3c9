"""Speech that runs over several sentences, of which only one says who speaks.

"The Post reports:" and then its words; a quote that opens in one sentence and is closed two sentences on, before
or behind the verb; a paragraph in the first person, or one that begins with an ellipsis, behind a speaker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from summarizer.language.attribution import Attribution, find_attributions
from summarizer.language.quotations import quoted_spans
from summarizer.language.rules import LanguageRules

LONGEST_RUN = 8
"""Sentences that run on from one attribution, at most."""

_FIRST_PERSON: Mapping[str, str] = {
    "en": r"we|I|our|us|my",
    "ru": r"мы|я|нас|нам|наш\w*|мой|моя|моей|моего",
    "uk": r"ми|я|нас|нам|наш\w*|мій|моя|моєї|мого",
    "es": r"nosotros|nosotras|nuestr\w+|yo|hemos|estamos|tenemos",
    "fr": r"nous|notre|nos|je|j",
    "de": r"wir|ich|uns|unser\w*|mein\w*",
}
_OPENS = re.compile(r"[“„«]|(?:^|(?<=[\s(]))\"")
_GERMAN_END = re.compile(r"(?<=\S)“(?=[\s,.;:!?)]|$)")
"""The mark that ends a quote in German and Ukrainian („…“), and opens one in English."""
_CLOSES = re.compile(r"[”»]|(?<=[^\s(])\"")


def running_speech(
    texts: Sequence[str],
    begins: Sequence[bool],
    rules: LanguageRules | None,
    attributions: Callable[[str], Sequence[Attribution]] | None = None,
) -> Mapping[int, int]:
    """Index of a sentence without attribution of its own → index of the one whose speaker goes on in it.

    `texts` are an article's sentences in order, `begins` tells which of them begin a paragraph.
    `attributions` finds those of a text, where somebody has read most of the texts already.
    """
    if rules is None:
        return {}
    texts = [_GERMAN_END.sub("”", text) for text in texts]
    find = attributions or partial(find_attributions, rules=rules)
    attributed = [bool(find(text)) for text in texts]
    found: dict[int, int] = {}
    for at, text in enumerate(texts):
        if attributed[at]:
            for other in (*_before(at, texts, begins, attributed), *_behind(at, texts, begins, attributed)):
                found.setdefault(other, at)
        elif at and begins[at] and (attributed[at - 1] or at - 1 in found) and _is_block(text, rules):
            found.setdefault(at, found.get(at - 1, at - 1))
    return found


def _behind(at: int, texts: Sequence[str], begins: Sequence[bool], attributed: Sequence[bool]) -> list[int]:
    """What follows a colon in a paragraph of its own, and what follows an opened quote up to where it closes."""
    run: list[int] = []
    colon = texts[at].rstrip('”"»').endswith(":") and at + 1 < len(texts) and begins[at + 1]
    if colon and not _OPENS.match(texts[at + 1]):
        end = next((n for n in range(at + 2, len(texts)) if begins[n]), len(texts))
        run = list(range(at + 1, min(end, at + 1 + LONGEST_RUN)))
    elif _unclosed(texts[at]):
        for other in range(at + 1, min(len(texts), at + 1 + LONGEST_RUN)):
            if begins[other]:
                break
            run.append(other)
            if _CLOSES.search(texts[other]):
                break
        else:
            run = []
    return [n for n in run if not attributed[n]]


def _before(at: int, texts: Sequence[str], begins: Sequence[bool], attributed: Sequence[bool]) -> list[int]:
    """What stands before in the same paragraph, where this sentence closes a quote that it does not open."""
    first = min((m.start() for m in _OPENS.finditer(texts[at])), default=len(texts[at]))
    closing = _CLOSES.search(texts[at])
    if closing is None or closing.start() > first or begins[at]:
        return []
    run: list[int] = []
    for other in range(at - 1, max(-1, at - 1 - LONGEST_RUN), -1):
        if attributed[other]:
            break
        run.append(other)
        if _unclosed(texts[other]) or begins[other]:
            break
    return run


def _unclosed(text: str) -> bool:
    """Whether the last quotation mark of a sentence opens a quote."""
    opened = max((m.start() for m in _OPENS.finditer(text)), default=-1)
    closed = max((m.start() for m in _CLOSES.finditer(text)), default=-1)
    return opened > closed


def _is_block(text: str, rules: LanguageRules) -> bool:
    """Whether a paragraph is quoted without marks: it begins with an ellipsis, or speaks in the first person."""
    if re.match(r"(?:\.\.\.|…)\s?\w", text):
        return True
    quotes = quoted_spans(text)
    first_person = rules.pattern(_FIRST_PERSON.get(rules.code, r"(?!)"))
    return any(not any(start <= m.start() < end for start, end in quotes) for m in first_person.finditer(text))
