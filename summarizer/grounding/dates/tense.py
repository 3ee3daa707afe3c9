"""Tells whether the words beside a date speak of the past or of the future."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from operator import itemgetter

from summarizer.grounding.dates.lexicon import TenseWords, folded
from summarizer.grounding.dates.tokens import Piece, pieces


class Tense(Enum):
    """Where a clause puts what it tells."""

    PAST = "past"
    FUTURE = "future"
    EITHER = "either"
    UNKNOWN = "unknown"


_AUXILIARY_REACH = 4
"""How many words behind "will" a participle still belongs to it ("will then be released")."""

_PROMISE_REACH = 6
"""How many words behind a promise its infinitive may come ("agreed with the rebels on Friday to meet")."""

_SHORTEST_INFLECTED = 5

Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], Tense]]]


class Tenses:
    """The cues of tense in one sentence."""

    def __init__(self, sentence: Sequence[Piece], words: TenseWords) -> None:
        self._words = words
        self._cues: list[tuple[int, Tense]] = []
        self._since_future = _AUXILIARY_REACH + 1
        self._since_promise = _PROMISE_REACH + 1
        position = 0
        while position < len(sentence):
            tense, taken = self._cue(sentence, position)
            self._since_future = 0 if tense is Tense.FUTURE else self._since_future + taken
            promising = folded(sentence[position]) in _word_set(words.promising)
            self._since_promise = 0 if promising else self._since_promise + taken
            if tense is not Tense.UNKNOWN:
                self._cues.append((sentence[position].start, tense))
            position += taken

    def at(self, start: int, end: int) -> tuple[Tense, bool]:
        """Return the tense of the nearest cue before [start, end), or else of the first one after it.

        The flag tells that it comes after.
        """
        before = bisect_left(self._cues, start, key=itemgetter(0))
        if before:
            return self._cues[before - 1][1], False
        after = bisect_left(self._cues, end, key=itemgetter(0))
        return (self._cues[after][1], True) if after < len(self._cues) else (Tense.UNKNOWN, False)

    def _cue(self, sentence: Sequence[Piece], position: int) -> tuple[Tense, int]:
        """Return the tense that the words at `position` show, and how many words show it."""
        word = folded(sentence[position])
        if word in _word_set(self._words.neutral):
            return Tense.UNKNOWN, 1
        tense, taken = self._in_words(sentence, position)
        ruled = self._since_future < _AUXILIARY_REACH
        if tense is Tense.PAST and ruled and position:
            follows_passive = folded(sentence[position - 1]) in _word_set(self._words.passive)
            return (Tense.FUTURE if follows_passive else tense), taken
        if tense is not Tense.UNKNOWN:
            return tense, taken
        if word in _word_set(self._words.infinitive) and self._since_promise < _PROMISE_REACH:
            return Tense.FUTURE, 1
        tense = self._in_ending(sentence[position], is_first=position == 0)
        return (Tense.FUTURE if tense is Tense.PAST and ruled else tense), 1

    def _in_words(self, sentence: Sequence[Piece], position: int) -> tuple[Tense, int]:
        for phrase, tense in _phrases(self._words).get(folded(sentence[position]), ()):
            following = sentence[position : position + len(phrase)]
            if tuple(folded(piece) for piece in following) == phrase:
                return tense, len(phrase)
        return Tense.UNKNOWN, 1

    def _in_ending(self, piece: Piece, *, is_first: bool) -> Tense:
        word = folded(piece)
        is_name = not is_first and piece.text[0].isupper()
        if len(word) < _SHORTEST_INFLECTED or is_name:
            return Tense.UNKNOWN
        if word.endswith(self._words.future_endings or ("\0",)):
            return Tense.FUTURE
        if word.endswith(self._words.past_endings or ("\0",)):
            return Tense.PAST
        return Tense.UNKNOWN


@cache
def _word_set(forms: str) -> frozenset[str]:
    return frozenset(forms.split("|"))


@cache
def _phrases(words: TenseWords) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], Tense]]] = {}
    both = {Tense.PAST: words.past, Tense.FUTURE: words.future, Tense.EITHER: words.either}
    for tense, forms in both.items():
        for form in filter(None, forms.split("|")):
            phrase = tuple(folded(piece) for piece in pieces(form))
            found.setdefault(phrase[0], []).append((phrase, tense))
    return {first: sorted(phrases, key=lambda item: -len(item[0])) for first, phrases in found.items()}
