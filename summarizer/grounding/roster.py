"""Every name of an article, found by its words: where it stands, with which roles, and behind which prepositions.

Built once; each question takes the time of its answers, not of the article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.grounding.gender import Gender, gender_of, gender_of_verb
from summarizer.grounding.inflection import keys
from summarizer.grounding.name_comparison import outer_words
from summarizer.grounding.names import Mention
from summarizer.language.rules import LanguageRules
from summarizer.sentences import Sentence

MOST_NAMESAKES = 30
"""Names with one last (or first) word that are compared, at most: with more, a bare surname is nobody's anyway."""


@dataclass(frozen=True)
class Occurrence:
    """A mention and its sentence."""

    mention: Mention
    sentence: Sentence


@dataclass
class Entry:
    """All mentions of a name that are printed alike, in the article's order."""

    name: str
    occurrences: list[Occurrence] = field(default_factory=list)
    with_role: list[Occurrence] = field(default_factory=list)
    genders: set[Gender] = field(default_factory=set)
    """What the words beside it tell of who bears it."""
    beside: bool = False
    """Whether a role or a form of address stands beside it somewhere."""
    placed: bool = False
    """Whether a preposition that a place follows stands right before it somewhere."""


class Roster:
    """The names of an article."""

    def __init__(
        self, mentions: Iterable[tuple[Sentence, Mention]], rules: LanguageRules | None, language: str | None
    ) -> None:
        self.language = language
        self.entries: dict[str, Entry] = {}
        """Every name as it is printed."""
        self._by_last: dict[str, list[Entry]] = {}
        self._by_first: dict[str, list[Entry]] = {}
        for sentence, mention in mentions:
            entry = self.entries.get(mention.name)
            if entry is None:
                entry = self.entries[mention.name] = Entry(mention.name)
                words = outer_words(mention.name)
                self._enter(entry, words[-1:], self._by_last)
                self._enter(entry, words[:1] if len(words) > 1 else (), self._by_first)
            _note(entry, Occurrence(mention, sentence), rules)

    def _enter(self, entry: Entry, words: Sequence[str], index: dict[str, list[Entry]]) -> None:
        for key in self._keys(words):
            known = index.setdefault(key, [])
            if len(known) < MOST_NAMESAKES:
                known.append(entry)

    def _keys(self, words: Sequence[str]) -> dict[str, None]:
        """The keys of words, each once, in an order that is the same in every run."""
        return dict.fromkeys(key for word in words for key in sorted(keys(word, self.language)))

    def akin(self, name: str) -> list[Entry]:
        """The names that begin or end with the last word of this one, in any form of it; this one too."""
        found = [self.entries[name]] if name in self.entries else []
        for key in self._keys(outer_words(name)[-1:]):
            found += self._by_last.get(key, ())
            found += self._by_first.get(key, ())
        return list({entry.name: entry for entry in found}.values())

    def is_placed(self, name: str) -> bool:
        """Whether the article names a place so: behind "in" or "from"."""
        return any(e.placed and (e.name == name or e.name.startswith(f"{name} ")) for e in self.akin(name))


def _note(entry: Entry, occurrence: Occurrence, rules: LanguageRules | None) -> None:
    mention, text = occurrence.mention, occurrence.sentence.text
    entry.occurrences.append(occurrence)
    if mention.role:
        entry.with_role.append(occurrence)
    entry.beside = entry.beside or mention.role is not None or mention.addressed
    if rules is None:
        return
    gender = gender_of(f"{text[mention.outset : mention.start]} {mention.role or ''}", mention.name, rules)
    gender = gender or gender_of_verb(text[mention.close :], rules)
    entry.genders |= {gender} if gender else set()
    before = text[: mention.start].rsplit(maxsplit=1)[-1:]
    entry.placed = entry.placed or any(rules.pattern(rules.place_prepositions).fullmatch(word) for word in before)


def nearest(occurrences: Sequence[Occurrence], number: int) -> Occurrence | None:
    """The one in the sentence of this number, else the nearest before it, else the nearest behind it."""
    behind = bisect_right(occurrences, number, key=_number)
    if behind == 0:
        return occurrences[0] if occurrences else None
    return occurrences[bisect_left(occurrences, occurrences[behind - 1].sentence.number, key=_number)]


def nearest_of(lists: Iterable[Sequence[Occurrence]], number: int) -> Occurrence | None:
    """The nearest of several lists."""
    found = (o for occurrences in lists if (o := nearest(occurrences, number)) is not None)
    return min(found, key=lambda o: _distance(o, number), default=None)


def last_before(occurrences: Sequence[Occurrence], number: int) -> Occurrence | None:
    """The last one before the sentence of this number."""
    at = bisect_left(occurrences, number, key=_number)
    return occurrences[at - 1] if at else None


def _distance(occurrence: Occurrence, number: int) -> tuple[bool, int, int]:
    own = occurrence.sentence.number
    return own > number, abs(own - number), occurrence.mention.start


def _number(occurrence: Occurrence) -> int:
    return occurrence.sentence.number
