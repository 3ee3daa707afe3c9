"""Finds the noun phrase beside a verb: its subject on the left or on the right, and what it takes behind it."""

from __future__ import annotations

from summarizer.language.quotations import Span
from summarizer.language.words import Words

FARTHEST = 60
"""Words on either side of a verb, at most, among which its noun phrases are looked for."""
LONGEST_INVERTED = 14
"""Words of a subject behind its verb, at most."""

Stretch = tuple[int, int]
"""From one word up to, and without, another."""


class NounPhrases:
    """The noun phrases around the verbs of one sentence."""

    def __init__(self, words: Words, verbs: frozenset[int]) -> None:
        self.words = words
        self.rules = words.rules
        self.verbs = verbs
        """The words at which a reporting verb begins."""

    def before(self, at: int) -> Stretch | None:
        """The subject that ends at the verb which begins with word `at`."""
        segments = self._segments(self._floor(at), at)
        if not segments:
            return None
        first, end = segments.pop()
        end = self._without_auxiliaries(first, end)
        if first == end:
            return self._before_insertion(segments)
        if end - first > 1 and self.words.is_a(end - 1, self._coordination):
            return self._leading([*segments, (first, end - 1)])
        if end - first == 1 and segments and self.words.is_a(first, self._coordination):
            return self._leading(segments)
        if segments and self._is_full_name(*segments[-1]) and self._is(first, "articles"):
            # "Name, a researcher at the fund told": the comma that should close the apposition is missing.
            return segments[-1]
        found = self._phrase(first, end)
        return self._with_list(found, segments) if found is not None else None

    def behind(self, at: int) -> Stretch | None:
        """The noun phrase that begins with word `at`, names and titles and what belongs to them."""
        at = self._over_adverbs(at)
        end = at
        while end < min(len(self.words), at + FARTHEST) and not self._ends(end, at):
            end += 1
        while end > at and (self._is(end - 1, "auxiliaries") or self._is(end - 1, "adverbs")):
            end -= 1
        if end == at or self._is(at, "prepositions") or self._is_impersonal(at, end):
            return None
        return at, end

    def object_of(self, at: int) -> Stretch | None:
        """The short noun phrase right behind a verb: who is told."""
        found = self.behind(at) if not self._ends(at, at) and not self._is(at, "adverbs") else None
        if found is None:
            return None
        stop = next((i for i in range(found[0] + 1, found[1]) if self._is(i, "prepositions")), found[1])
        return found[0], stop

    def could_speak(self, stretch: Stretch) -> bool:
        """Whether a phrase names somebody or a body: by a title, a noun for speakers, a pronoun or a name."""
        first, end = stretch
        nouns = ("person_titles", "anonymous", "bodies", "outlets")
        if self._is(first, "pronouns") and end - first == 1:
            return True
        if any(self._is(i, noun) for i in range(first, end) for noun in nouns):
            return True
        named = [i for i in range(first, end) if self.words.capital(i)]
        if self.rules.noun_capitals:
            return first in named and not self._is(first, "articles") and not self._is(first, "prepositions")
        return any(self.words.text(i)[0].isupper() and not self._is(i, "articles") for i in named)

    def holds_verb(self, stretch: Stretch) -> bool:
        """Whether a finite verb stands in a stretch, so that it is a clause and no noun phrase."""
        return any(self._is_finite(i) for i in range(*stretch))

    def offsets(self, stretch: Stretch) -> Span:
        """The offsets of a stretch in the sentence."""
        return self.words.span(*stretch)

    @property
    def _coordination(self) -> str:
        return "|".join(self.rules.coordination)

    def _is(self, at: int, rule: str) -> bool:
        return 0 <= at < len(self.words) and self.words.is_a(at, getattr(self.rules, rule))

    def _is_finite(self, at: int) -> bool:
        if at in self.verbs or self._is(at, "auxiliaries"):
            return True
        return self._is(at, "finite_verbs") and not self.words.capital(at)

    def _floor(self, at: int) -> int:
        """The first word of the clause that holds the verb."""
        floor = at
        while floor > max(0, at - FARTHEST) and not self.words.breaks(floor):
            if floor - 1 in self.verbs and not self._is(floor, "coordination_word"):
                break
            floor -= 1
        return floor

    def _segments(self, first: int, end: int) -> list[Stretch]:
        """A stretch cut at its commas; the last piece is empty where a comma stands right before the end."""
        cuts = [i for i in range(first + 1, end + 1) if self.words.comma(i)]
        edges = [first, *cuts, end] if not cuts or cuts[-1] != end else [first, *cuts, end]
        return [(a, b) for a, b in zip(edges, edges[1:], strict=False)]

    def _without_auxiliaries(self, first: int, end: int) -> int:
        while end > first and (self._is(end - 1, "auxiliaries") or self._is(end - 1, "adverbs")):
            end -= 1
        return end
