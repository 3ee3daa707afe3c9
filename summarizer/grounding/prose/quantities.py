"""Quoted words, marks, dates and numbers of a free text, each against those of its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.grounding.comparison import compare
from summarizer.grounding.content_words import kin
from summarizer.grounding.dates import DateMention
from summarizer.grounding.figures import Figure
from summarizer.grounding.folding import fold
from summarizer.grounding.prose.beside import Beside, Finding, inside
from summarizer.grounding.quotes import locate
from summarizer.grounding.readings import Readings
from summarizer.sentences import Sentence

_MARKUP = re.compile(r"[<>{}\[\]|\\`]+|\w*://\S*|www\.\S+")

FEW = 2
"""Dates of the evidence that an altered one may stand for, at most; among more, none is told."""


def markup_that_lacks(beside: Beside) -> Iterator[Finding]:
    """Addresses, and marks of HTML, JSON and templates, that the evidence does not hold: no prose has them."""
    for match in _MARKUP.finditer(beside.text):
        if match.group() not in beside.held:
            yield Finding(match.start(), match.group(), "absent")


def quotes_that_lack(beside: Beside) -> Iterator[Finding]:
    """Words in quotation marks that the evidence does not hold to the letter, up to typography."""
    for span in beside.quotes:
        words = beside.bare(span)
        if locate(words, beside.held):
            continue
        if beside.translated:
            yield Finding(span[0], words, "unjudged")
            continue
        difference = compare(words, beside.held)
        yield Finding(span[0], words, "altered" if difference else "absent", difference)


def dates_that_lack(beside: Beside) -> Iterator[Finding]:
    """Dates that are no date of the evidence, nor wider than one of them."""
    held = [d for s in beside.cited for d in beside.scene.dates[s.number] if d.value]
    for date in beside.dates:
        # The same words are the same date, though what stands beside them tells which Thursday it is.
        same_words = any(fold(m.text).text == fold(date.text).text for d in held for m in (d, *d.parts))
        if same_words or (any(_same_date(date, d) for d in held) if date.value else locate(date.text, beside.held)):
            continue
        alike = dict.fromkeys(f"“{d.text}”" for d in held if len(d.value or "") >= len(date.value or ""))
        if 0 < len(alike) <= FEW:
            yield Finding(date.start, date.text, "altered", f"“{date.text}” for {' or '.join(alike)}")
        else:
            yield Finding(date.start, date.text, "absent")


def _same_date(claimed: DateMention, held: DateMention) -> bool:
    """Whether the evidence's date is the claimed one, or a finer one inside of it."""
    values = [v for m in (held, *held.parts) for v in (m.value, m.end_value) if v]
    wanted = [v for m in (claimed, *claimed.parts) for v in (m.value, m.end_value) if v]
    return all(any(v.startswith(w) for v in values) for w in wanted)


def numbers_that_lack(beside: Beside) -> Iterator[Finding]:
    """Numbers that the evidence does not hold: altered where it counts the same thing otherwise."""
    held = [(f, s) for s in beside.cited for f in _figures_of(s, beside)]
    taken = (*beside.quotes, *beside.dated)
    for figure in beside.readings.figures(beside.text):
        if inside(figure.start, taken):
            continue
        same = [pair for pair in held if _same_figure(figure, pair[0])]
        other = _counting_the_same(figure, beside, held)
        if same and (other is None or any(_may_count(figure, *pair, beside) for pair in same)):
            continue
        if other is None:
            yield Finding(figure.start, figure.text, "absent")
        else:
            yield Finding(figure.start, figure.text, "altered", f"“{_told(figure)}” for “{_told(other)}”")


def _may_count(figure: Figure, other: Figure, sentence: Sentence, beside: Beside) -> bool:
    """Whether the same number of the evidence may count the same thing.

    It stands before a common word, or before none; or in the sentence that is told of, unless the text gives what
    it counts there another number: "12 ships and 20 prisoners" for "20 ships and 12 prisoners".
    """
    counted = _counted(figure, beside.text, beside.readings)
    behind = _counted(other, sentence.text, beside.scene.readings)
    if not counted or not behind or _share_word(counted, behind):
        return True
    if sentence not in beside.nearest(figure.start):
        return False
    elsewhere = [_counted(f, beside.text, beside.readings) for f in beside.readings.figures(beside.text) if f != figure]
    return not any(_share_word(words, behind) for words in elsewhere)


def _share_word(some: Sequence[str], others: Sequence[str]) -> bool:
    return any(kin(a, b) for a in some for b in others)


def _figures_of(sentence: Sentence, beside: Beside) -> Iterator[Figure]:
    """The numbers of a sentence, without the days and years of its dates; hours of the day count."""
    dates = [(d.start, d.end) for d in beside.scene.dates[sentence.number] if d.timex_type in ("DATE", "TIME")]
    for figure in beside.scene.readings.figures(sentence.text):
        if isinstance(figure.value, str) or not inside(figure.start, dates):
            yield figure


def _same_figure(one: Figure, other: Figure) -> bool:
    return one.value == other.value and one.percent == other.percent


def _told(figure: Figure) -> str:
    return f"{figure.text} %" if figure.percent else figure.text


def _counting_the_same(figure: Figure, beside: Beside, held: Sequence[tuple[Figure, Sentence]]) -> Figure | None:
    """The number of the evidence that differs in "per cent" alone, or that stands before the same word."""
    same_digits = next((f for f, _ in held if f.value == figure.value and f.percent != figure.percent), None)
    if same_digits is not None:
        return same_digits
    if figure.percent:
        hundredths = [f for f, _ in held if f.percent]
        return hundredths[0] if len(hundredths) == 1 else None
    counted = _counted(figure, beside.text, beside.readings)
    for other, sentence in held:
        behind = _counted(other, sentence.text, beside.scene.readings)
        if not other.percent and any(kin(word, word_behind) for word in counted for word_behind in behind):
            return other
    return None


def _counted(figure: Figure, text: str, readings: Readings) -> Sequence[str]:
    """The words of meaning right behind a number: what it counts is among them."""
    return readings.counted(text)[figure]
