"""Tells whether the words beside a date speak of the past or of the future."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from enum import Enum
from functools import cache
from operator import itemgetter

from summarizer.grounding.dates.lexicon import TenseWords, stands_at
from summarizer.grounding.dates.tokens import Piece, pieces


class Tense(Enum):
    """Where a clause puts what it tells."""

    PAST = "past"
    FUTURE = "future"
    EITHER = "either"
    """What was planned, and may be over or still to come."""
    PRESENT = "present"
    """What is on the calendar: to come, or told on the day or just behind it, as under a picture."""
    REPORTED = "reported"
    """Words or plans of the past, which may be about what lies ahead."""
    UNKNOWN = "unknown"

    @property
    def points_ahead(self) -> bool:
        """Tell whether what is told is to come."""
        return self in (Tense.FUTURE, Tense.PRESENT)


class Place(Enum):
    """Where the words stand that show the tense of a date."""

    BEFORE = "before"
    BESIDE = "beside"
    """Right before it, so that the date is the verb's own: "signed in January"."""
    BEHIND = "behind"


_BESIDE = 1
"""How many words may stand between a verb and its date: "signed in January"."""

_AUXILIARY_REACH = 4
"""How many words behind "will" a participle still belongs to it ("will then be released")."""

_PROMISE_REACH = 6
"""How many words behind a promise its infinitive may come ("agreed with the rebels on Friday to meet")."""

_BARE_REACH = 2
"""How many words before an infinitive may stand what shows it to be one ("will then put")."""

_SHORTEST_INFLECTED = 5

Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], Tense]]]


class Tenses:
    """The cues of tense in one sentence."""

    def __init__(self, sentence: Sequence[Piece], words: TenseWords, dates: Container[int] = ()) -> None:
        """`dates` are the offsets at which date words begin: they have capitals, and are nobody's names."""
        self._words = words
        self._dates = dates
        self._phrases = _phrases(words)
        self._cues: list[tuple[int, Tense]] = []
        self._starts = [piece.start for piece in sentence]
        self._since_future = _AUXILIARY_REACH + 1
        self._since_promise = _PROMISE_REACH + 1
        self._pointed: set[int] = set()
        self._closing: set[int] = set()
        position = 0
        while position < len(sentence):
            tense, taken = self._cue(sentence, position)
            self._since_future = 0 if tense is Tense.FUTURE else self._since_future + taken
            if taken == 1 and sentence[position].folded in _word_set(words.finite):
                # "Hopes were clouded": a noun, no verb of the future.
                self._since_future = _AUXILIARY_REACH + 1
            promising = sentence[position].folded in _word_set(words.promising)
            self._since_promise = 0 if promising else self._since_promise + taken
            if tense is not Tense.UNKNOWN:
                self._cues.append((sentence[position].start, tense))
                if sentence[position].folded in _word_set(words.closing):
                    self._closing.add(sentence[position].start)
            elif pointing := _longest(words.pointing, sentence, position):
                taken = pointing
                # The preposition may belong to the name of the day ("к среде").
                self._pointed.add(sentence[position].start)
                self._pointed.update(piece.start for piece in sentence[position + taken :][:1])
            position += taken

    def at(self, start: int, end: int, *, is_day: bool) -> tuple[Tense, Place]:
        """Return the tense of the nearest cue before [start, end), or else of the first one after it, and its place.

        A preposition that points ahead counts before a day alone: "на" stands before "the beginning of May", too.
        """
        if is_day and start in self._pointed:
            return Tense.FUTURE, Place.BESIDE
        before = bisect_left(self._cues, start, key=itemgetter(0))
        after = bisect_left(self._cues, end, key=itemgetter(0))
        following = self._cues[after] if after < len(self._cues) else (end, Tense.UNKNOWN)
        if before and following[0] not in self._closing:
            cue, tense = self._cues[before - 1]
            between = bisect_left(self._starts, start) - bisect_left(self._starts, cue) - 1
            return tense, Place.BESIDE if between <= _BESIDE else Place.BEFORE
        return following[1], Place.BEHIND

    def _cue(self, sentence: Sequence[Piece], position: int) -> tuple[Tense, int]:
        """Return the tense that the words at `position` show, and how many words show it."""
        word = sentence[position].folded
        if neutral := _longest(self._words.neutral, sentence, position):
            return Tense.UNKNOWN, neutral
        tense, taken = self._in_words(sentence, position)
        if tense is Tense.REPORTED and _is_in_name(sentence, position):
            # "The United States" states nothing.
            return Tense.UNKNOWN, taken
        if tense is Tense.PRESENT and self._is_infinitive(sentence, position):
            return Tense.UNKNOWN, taken
        if taken == 1 and word in _word_set(self._words.two_faced) and self._follows_bare(sentence, position):
            return Tense.UNKNOWN, taken
        ruled = self._since_future < _AUXILIARY_REACH
        if tense in (Tense.PAST, Tense.REPORTED) and ruled and position:
            follows_passive = sentence[position - 1].folded in _word_set(self._words.passive)
            return (Tense.FUTURE if follows_passive else tense), taken
        if tense is not Tense.UNKNOWN:
            return (Tense.FUTURE if self._is_ahead(sentence, position, tense) else tense), taken
        if word in _word_set(self._words.infinitive) and self._since_promise < _PROMISE_REACH:
            return (Tense.UNKNOWN if self._is_dative(sentence, position) else Tense.FUTURE), 1
        tense = self._in_ending(sentence[position], is_first=position == 0)
        ahead = tense is Tense.PAST and (ruled or self._is_ahead(sentence, position, tense))
        return (Tense.FUTURE if ahead else tense), 1

    def _is_ahead(self, sentence: Sequence[Piece], position: int, tense: Tense) -> bool:
        """Tell whether a participle is one of "to be published"."""
        if tense not in (Tense.PAST, Tense.REPORTED) or position < 2:
            return False
        infinitive, passive = sentence[position - 2].folded, sentence[position - 1].folded
        return infinitive in _word_set(self._words.infinitive) and passive in _word_set(self._words.passive)

    def _is_infinitive(self, sentence: Sequence[Piece], position: int) -> bool:
        if self._since_future < _AUXILIARY_REACH:
            return True
        return position > 0 and sentence[position - 1].folded in _word_set(self._words.bare)

    def _follows_bare(self, sentence: Sequence[Piece], position: int) -> bool:
        """Tell whether a form is an infinitive by one of the two words before it: "to put", "will then put"."""
        bare = _word_set(self._words.bare) | _word_set(self._words.modal)
        return any(piece.folded in bare for piece in sentence[max(0, position - _BARE_REACH) : position])

    def _is_dative(self, sentence: Sequence[Piece], position: int) -> bool:
        """Tell whether "to" stands before a noun or a name, and so before no infinitive."""
        following = sentence[position + 1 : position + 2]
        if sentence[position].folded not in _word_set(self._words.dative) or not following:
            return False
        piece = following[0]
        is_name = piece.text[0].isupper() and piece.start not in self._dates
        return is_name or piece.folded in _word_set(self._words.determiners)

    def _in_words(self, sentence: Sequence[Piece], position: int) -> tuple[Tense, int]:
        for phrase, tense in self._phrases.get(sentence[position].folded, ()):
            if len(phrase) == 1 or stands_at(sentence, position, phrase):
                return tense, len(phrase)
        return Tense.UNKNOWN, 1

    def _in_ending(self, piece: Piece, *, is_first: bool) -> Tense:
        word = piece.folded
        is_name = not is_first and piece.text[0].isupper()
        if len(word) < _SHORTEST_INFLECTED or is_name:
            return Tense.UNKNOWN
        if word.endswith(self._words.future_endings or ("\0",)):
            return Tense.FUTURE
        if word.endswith(self._words.past_endings or ("\0",)):
            return Tense.PAST
        return Tense.UNKNOWN


def _is_in_name(sentence: Sequence[Piece], position: int) -> bool:
    """Tell whether a word is one of several capitalised ones, the first of which does not begin the sentence."""
    return position > 1 and all(piece.text[0].isupper() for piece in sentence[position - 1 : position + 1])


def _longest(forms: str, sentence: Sequence[Piece], position: int) -> int:
    """Return how many pieces the longest of these forms at `position` takes; 0 where none stands there."""
    for phrase in _split(forms).get(sentence[position].folded, ()):
        if len(phrase) == 1 or stands_at(sentence, position, phrase):
            return len(phrase)
    return 0


@cache
def _split(forms: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in filter(None, forms.split("|")):
        phrase = tuple(piece.folded for piece in pieces(form))
        found.setdefault(phrase[0], []).append(phrase)
    return {first: sorted(phrases, key=len, reverse=True) for first, phrases in found.items()}


@cache
def _word_set(forms: str) -> frozenset[str]:
    return frozenset(forms.split("|"))


@cache
def _phrases(words: TenseWords) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], Tense]]] = {}
    forms_of = {
        Tense.REPORTED: words.reporting,
        Tense.PAST: words.past,
        Tense.FUTURE: words.future,
        Tense.EITHER: words.either,
        Tense.PRESENT: words.scheduled,
    }
    for tense, forms in forms_of.items():
        for first, phrases in _split(forms).items():
            found.setdefault(first, []).extend((phrase, tense) for phrase in phrases)
    return {first: sorted(phrases, key=lambda item: -len(item[0])) for first, phrases in found.items()}
