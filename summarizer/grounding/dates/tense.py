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
        promising, neutral = _word_set(words.promising), _word_set(words.neutral)
        passive, infinitive = _word_set(words.passive), _word_set(words.infinitive)
        since_future, since_promise = _AUXILIARY_REACH + 1, _PROMISE_REACH + 1
        within = 0
        for position, piece in enumerate(sentence):
            if within:
                within -= 1
                continue
            word = folded(piece)
            since_future, since_promise = since_future + 1, since_promise + 1
            tense = Tense.UNKNOWN if word in neutral else self._in_words(sentence, position)
            after_passive = position > 0 and folded(sentence[position - 1]) in passive
            if tense is Tense.PAST and after_passive and since_future <= _AUXILIARY_REACH:
                tense = Tense.FUTURE
            if tense is Tense.UNKNOWN and word in infinitive and since_promise <= _PROMISE_REACH:
                tense = Tense.FUTURE
            if tense is Tense.UNKNOWN and word not in neutral:
                tense = self._in_ending(piece, position, since_future)
            if tense is Tense.FUTURE:
                since_future = 0
            if word in promising:
                since_promise = 0
            if tense is not Tense.UNKNOWN:
                self._cues.append((piece.start, tense))

    def at(self, start: int, end: int) -> tuple[Tense, bool]:
        """Return the tense of the nearest cue before [start, end), or else of the first one after it.

        The flag tells that it comes after.
        """
        before = bisect_left(self._cues, start, key=itemgetter(0))
        if before:
            return self._cues[before - 1][1], False
        after = bisect_left(self._cues, end, key=itemgetter(0))
        return (self._cues[after][1], True) if after < len(self._cues) else (Tense.UNKNOWN, False)

    def _in_words(self, sentence: Sequence[Piece], position: int) -> Tense:
        for phrase, tense in _phrases(self._words).get(folded(sentence[position]), ()):
            following = sentence[position : position + len(phrase)]
            if tuple(folded(piece) for piece in following) == phrase:
                return tense
        return Tense.UNKNOWN

    def _in_ending(self, piece: Piece, position: int, since_future: int) -> Tense:
        word = folded(piece)
        is_name = position > 0 and piece.text[0].isupper()
        if len(word) < _SHORTEST_INFLECTED or is_name:
            return Tense.UNKNOWN
        if word.endswith(self._words.future_endings or ("\0",)):
            return Tense.FUTURE
        if word.endswith(self._words.past_endings or ("\0",)):
            return Tense.FUTURE if since_future <= _AUXILIARY_REACH else Tense.PAST
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
