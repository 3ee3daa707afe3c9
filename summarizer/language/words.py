"""A sentence cut into words, with what a language's rules say of each: the ground that attribution stands on."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from summarizer.language.quotations import Span, is_name, quoted_spans
from summarizer.language.rules import NOTHING, LanguageRules, compile_words

_WORD = re.compile(r"\w+(?:\.\w+)+\.|\w+(?:[’'ʼ\-.&/]\w+)*|\w")
_ELIDED = re.compile(r"\w+[’']")
_BREAK = re.compile(r"[;:()\[\]—–\n•]|--|\s-\s|^\s*-\s")
_ASIDE = re.compile(r"\([^()\n]{1,40}\)|\[[^\[\]\n]{1,40}\]")
"""What stands in brackets beside a name ("(R-Ohio)") is no part of the clause."""
_DASH = re.compile(r",?\s*(?:—|–|--|\s-\s),?\s*")
_COMMA = re.compile(r"[,،、，]")


class Words:
    """The words of one sentence, by their place in it."""

    def __init__(self, sentence: str, rules: LanguageRules) -> None:
        self.sentence = sentence
        self.rules = rules
        self._asides = [match.span() for match in _ASIDE.finditer(sentence)]
        self._aside_starts = [start for start, _ in self._asides]
        matches = _WORD.finditer(sentence)
        whole = rules.elided == NOTHING
        found = [m.span() for m in matches] if whole else [span for m in matches for span in self._split(m)]
        self.spans = [span for span in found if not self.in_aside(span[0])] if self._asides else found
        self._starts = [start for start, _ in self.spans]
        quoted = quoted_spans(sentence)
        self.speech = tuple(span for span in quoted if not self._is_name(span))
        self._names = tuple(span for span in quoted if self._is_name(span))
        self._speech_starts = [start for start, _ in self.speech]
        self._breaks = [self._breaks_before(at) for at in range(len(self.spans))]

    def __len__(self) -> int:
        return len(self.spans)

    def text(self, at: int) -> str:
        """The word itself."""
        return self.sentence[slice(*self.spans[at])]

    def span(self, first: int, end: int) -> Span:
        """Offsets from word `first` up to, and without, word `end`."""
        start, stop = self.spans[first][0], self.spans[end - 1][1]
        for name in self._names:
            # The marks around a name go with it.
            if start <= name[0] < stop <= name[1]:
                stop = name[1]
            if name[0] < start and stop <= name[1]:
                start = name[0]
        return start, stop

    def at(self, offset: int) -> int:
        """The first word that begins at the offset or behind it."""
        return bisect_left(self._starts, offset)

    def gap(self, at: int) -> str:
        """What stands between a word and the one before it."""
        before = self.spans[at - 1][1] if at > 0 else 0
        return self.sentence[before : self.spans[at][0] if at < len(self.spans) else len(self.sentence)]

    def breaks(self, at: int) -> bool:
        """Whether a clause can't reach over the place before this word: a quote, a dash, a semicolon."""
        return at >= len(self.spans) or self._breaks[at]

    def comma(self, at: int) -> bool:
        """Whether a comma stands before this word."""
        gap = self.gap(at)
        return gap != " " and _COMMA.search(gap) is not None

    def dash(self, at: int) -> bool:
        """Whether a dash stands before this word, and no quotation mark."""
        return bool(_DASH.fullmatch(self.gap(at)))

    def is_a(self, at: int, words: str) -> bool:
        """Whether the word is one of a rule's words."""
        start, end = self.spans[at]
        return fits(words, self.sentence[start:end].rstrip("’'"))

    def capital(self, at: int) -> bool:
        """Whether the word begins with a capital, or with a figure."""
        return not self.text(at)[0].islower()

    def in_speech(self, offset: int) -> bool:
        """Whether the offset lies in quoted words, names apart."""
        place = bisect_left(self._speech_starts, offset) - 1
        return place >= 0 and offset < self.speech[place][1]

    def quoted_name(self, at: int) -> tuple[int, int] | None:
        """From this word up to the last one of a name in quotation marks that begins with it; `None` where none does."""
        held = next((s for s in self._names if at < len(self.spans) and s[0] < self.spans[at][0] < s[1]), None)
        if held is None or self.spans[at - 1][0] > held[0]:
            return None
        return at, self.at(held[1])

    def in_aside(self, offset: int) -> bool:
        """Whether the offset lies in brackets."""
        place = bisect_left(self._aside_starts, offset) - 1
        return place >= 0 and offset < self._asides[place][1]

    def _split(self, match: re.Match[str]) -> list[Span]:
        """Elided words apart: "l’agence" is two."""
        elided = _ELIDED.match(match.group())
        if elided is None or not fits(self.rules.elided, elided.group()[:-1]):
            return [match.span()]
        middle = match.start() + elided.end()
        return [(match.start(), middle), (middle, match.end())]

    def _is_name(self, quote: Span) -> bool:
        """Whether a quote is a name in the sentence: joined to the words around it without any mark."""
        if not is_name(self.sentence[slice(*quote)]):
            return False
        before = self.sentence[max(0, quote[0] - 2) : quote[0]].rstrip()[-1:]
        behind = self.sentence[quote[1] : quote[1] + 2]
        return before.isalnum() or (quote[0] == 0 and behind[:1] == " " and behind[1:].isalnum())

    def _breaks_before(self, at: int) -> bool:
        if at == 0 or ((gap := self.gap(at)) != " " and _BREAK.search(_ASIDE.sub(" ", gap))):
            return True
        if not self.speech:
            return False
        return self.in_speech(self.spans[at - 1][0]) != self.in_speech(self.spans[at][0])


@lru_cache(maxsize=100_000)
def fits(words: str, text: str) -> bool:
    """Whether a text is one of a rule's words, whole and in any case."""
    return bool(compile_words(words).fullmatch(text))


@lru_cache(maxsize=100_000)
def fits_any(text: str, *words: str) -> bool:
    """Whether a text is one of several rules' words."""
    return bool(compile_words(*words).fullmatch(text))
