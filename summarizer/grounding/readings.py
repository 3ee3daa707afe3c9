"""What the words of one language tell of single texts, each text read once.

The same sentence is asked about for every fact that cites it, and the same words of a draft for every field they
may stand in. What was read is kept here, for one article and no longer.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from summarizer.grounding.content_words import ContentWord, content_words
from summarizer.grounding.dates import DateMention, find_dates
from summarizer.grounding.figures import Figure, figures
from summarizer.grounding.folding import Span
from summarizer.grounding.names import Mention, mentions
from summarizer.grounding.negations import Governed, Held, governed, held
from summarizer.grounding.splitting import Split, split_role
from summarizer.language import rules_for
from summarizer.language.attribution import Attribution, find_attributions, quoted_spans
from summarizer.language.rules import LanguageRules

FOLLOWING = 2
"""Words of meaning behind a number among which what it counts is looked for."""
REACH = 80
"""Characters behind a number in which they are looked for."""


class Readings:
    """Readers of texts in one language; each remembers what it read."""

    def __init__(self, language: str | None, published: dt.date | None) -> None:
        """`language` is ISO 639-1, `published` the day that relative dates count from."""
        self.rules = rules = rules_for(language)
        self.mentions: Callable[[str], tuple[Mention, ...]] = cache(partial(mentions, rules=rules))
        """The names in a text, with the roles beside them."""
        self.split_role: Callable[[str], Split | None] = cache(partial(split_role, rules=rules))
        """Name and role of copied words."""
        words: Callable[[str], tuple[ContentWord, ...]] = cache(partial(content_words, rules=rules))
        self.content_words = words
        """The words of meaning."""
        operators: Callable[[str], tuple[Governed, ...]] = cache(
            lambda text: tuple(governed(text, words(text), language, rules))
        )
        self.governed = operators
        """Those that a negation or a word of possibility governs."""
        self.held: Callable[[str], tuple[Held, ...]] = cache(
            lambda text: tuple(held(text, words(text), operators(text), language, rules))
        )
        """All of them with what negates them or leaves them open."""
        self.talks: Callable[[str], tuple[Span, ...]] = cache(partial(_places_of_talks, rules=rules))
        """Where it has words for talks, or for their taking place."""
        numbers: Callable[[str], tuple[Figure, ...]] = cache(lambda text: tuple(figures(text, rules)))
        self.figures = numbers
        """The numbers."""
        self.counted: Callable[[str], Mapping[Figure, Sequence[str]]] = cache(
            lambda text: _counted(text, numbers(text), rules)
        )
        """The words of meaning right behind each number: what it counts is among them."""
        self.dates: Callable[[str], tuple[DateMention, ...]] = cache(
            partial(find_dates, published=published, language=language)
        )
        """The date words of a text that stands by itself, without any before it."""
        self.attributions: Callable[[str], tuple[Attribution, ...]] = cache(
            lambda text: find_attributions(text, rules) if rules is not None else ()
        )
        """Who says what, by the text's own grammar; empty where the language has no rules."""
        self.quoted: Callable[[str], tuple[Span, ...]] = cache(quoted_spans)
        """Where it quotes."""


def _places_of_talks(text: str, rules: LanguageRules | None) -> tuple[Span, ...]:
    pattern = rules.pattern(rules.talks, rules.takes_place) if rules is not None else None
    return tuple(match.span() for match in pattern.finditer(text)) if pattern is not None else ()


def _counted(text: str, found: Sequence[Figure], rules: LanguageRules | None) -> dict[Figure, Sequence[str]]:
    """All numbers at once, for a text may hold thousands, and each is held against each of another."""
    told: dict[Figure, Sequence[str]] = {}
    ordered = sorted(found, key=lambda figure: figure.start)
    starts = [figure.start for figure in ordered]
    for figure in ordered:
        following = bisect_left(starts, figure.end)
        end = min(figure.end + REACH, *starts[following : following + 1], len(text))
        behind = re.split(r"[,.;:()]", text[figure.end : end])[0]
        told[figure] = tuple(word.text for word in content_words(behind, rules)[:FOLLOWING])
    return told
