"""Finds the date words of a sentence: reads it, applies the grammar, resolves what came out."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from summarizer.grounding.dates.calendar import Period, Unit
from summarizer.grounding.dates.grammar import apply_all
from summarizer.grounding.dates.languages import lexicon_of
from summarizer.grounding.dates.meaning import CalendarDate, Counted, Fixed, Meaning, Range, Timed
from summarizer.grounding.dates.mention import DateMention
from summarizer.grounding.dates.reading import read
from summarizer.grounding.dates.resolving import resolve, resolve_range
from summarizer.grounding.dates.rules import LAYERS
from summarizer.grounding.dates.scene import (
    REPEATED,
    UNCLEAR_YEAR,
    VAGUE,
    NamedDate,
    Resolved,
    Scene,
    day_of,
    first_day,
)
from summarizer.grounding.dates.tense import Tense, Tenses
from summarizer.grounding.dates.timex import iso_range
from summarizer.grounding.dates.tokens import Kind, Token, pieces

_FOUND = frozenset({Kind.DATE, Kind.PERIOD, Kind.TIME, Kind.DURATION, Kind.SET, Kind.RANGE, Kind.FIXED})

_REMEMBERED = 20
"""How many dates back "that year" may reach."""

_OPENING = 1
"""How many tokens may stand before the date that opens a sentence: "On 30 May"."""

_SAME_SUBJECT = 6
"""How many dates back the quarter may be that "the quarter" means."""

_CHRONICLE = 12
_CHRONICLE_DATES = 2
"""Where so many of the last dates had their year beside them, the text tells of those years, and a bare day may be
of the last of them."""

_PART_OF_YEAR = re.compile(r"-(?:[QHW]\d|SP|SU|FA|WI)")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_WEEK = re.compile(r"\d{4}-W\d{2}")
_DATED = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T.*)?)?)?")


def find_dates(
    text: str,
    *,
    published: date | None,
    language: str | None,
    context: Sequence[DateMention] = (),
) -> tuple[DateMention, ...]:
    """Return the date words of one sentence in order, with what they mean.

    `published` is the day of publication, which relative words count from, and `language` an ISO 639-1 code
    (without rules for it only dates in figures are found). `context` are the mentions of earlier sentences,
    in order, for words such as "the next day". Offsets count code points of `text`. Pure; raises nothing.
    """
    if isinstance(published, datetime):
        published = published.date()
    lexicon = lexicon_of(language)
    sentence = list(pieces(text))
    tokens = apply_all(LAYERS, read(sentence, lexicon))
    if not any(token.kind in _FOUND for token in tokens):
        return ()
    tenses = Tenses(sentence, lexicon.tense, {token.start for token in tokens if token.kind in _FOUND})
    recent = context[-_REMEMBERED:]
    named = deque(_named(recent), maxlen=_REMEMBERED)
    told_year = _told_year(recent)
    year: int | None = None
    in_sentence = 0
    opening: date | None = None
    told = deque((mention.timex_value or "" for mention in recent), maxlen=_SAME_SUBJECT)
    mentions: list[DateMention] = []
    for position, token in enumerate(tokens):
        meaning = _meaning(token)
        if meaning is None:
            continue
        tense, place = tenses.at(token.start, token.end, is_day=token.kind is Kind.DATE)
        week = told[-1] if told and _WEEK.fullmatch(told[-1]) else None
        quarter = _quarter(told, published)
        scene = Scene(published, tense, named, year, in_sentence, place, quarter, opening, told_year, week)
        mentions.append(_mention(text, token, meaning, scene))
        if position <= _OPENING and token.kind is Kind.DATE and tense is Tense.REPORTED:
            opening = first_day(mentions[0].value)
        told.append(mentions[-1].timex_value or "")
        news = list(_named(mentions[-1:]))
        named.extend(news)
        in_sentence += len(news)
        year = _year_of(meaning) or year
    return tuple(mentions)


def _meaning(token: Token) -> Meaning | None:
    if token.kind not in _FOUND:
        return None
    if token.meaning is not None:
        return token.meaning
    if token.kind is Kind.SET:
        return Fixed(token.code, "SET", REPEATED)
    if token.kind is Kind.FIXED:
        return Fixed(token.code, "DATE", VAGUE)
    return None


def _quarter(told: Iterable[str], published: date | None) -> str | None:
    """Return the quarter that a text reports on: the latest of those just named that is over."""
    now = Period.holding(Unit.QUARTER, published).timex() if published else ""
    return max((value for value in told if _QUARTER.fullmatch(value) and value < now), default=None)


def _told_year(context: Sequence[DateMention]) -> int | None:
    """Return the year that the text before is about, where it gives its dates with their year, as a chronicle does.

    A text that speaks of today or of weekdays is none.
    """
    dates = [mention for mention in context if _DATED.fullmatch(mention.timex_value or "")][-_CHRONICLE:]
    given = [year for mention in dates if (year := _given_year(mention)) is not None]
    if len(given) < _CHRONICLE_DATES or any(_is_news(mention) for mention in dates):
        return None
    return given[-1]


def _is_news(mention: DateMention) -> bool:
    in_words = not any(character.isdigit() for character in mention.text)
    return in_words and mention.relative and mention.reason is None and day_of(mention.timex_value) is not None


def _given_year(mention: DateMention) -> int | None:
    given = not mention.relative or mention.reason == UNCLEAR_YEAR
    return int((mention.timex_value or "")[:4]) if given else None


def _year_of(meaning: Meaning) -> int | None:
    """Return the year of a full date ("5 September 2014"), which later days of the sentence may share."""
    while isinstance(meaning, Range | Timed):
        inner = meaning.last if isinstance(meaning, Range) else meaning.day
        if inner is None:
            return None
        meaning = inner
    return meaning.year if isinstance(meaning, CalendarDate) and meaning.day is not None else None


def _named(mentions: Sequence[DateMention]) -> Iterator[NamedDate]:
    """Yield the dates that later words can count from; of a range its end."""
    for mention in mentions:
        value = mention.end_value or mention.value
        if value is not None and not _PART_OF_YEAR.search(mention.timex_value or ""):
            yield NamedDate(value, ends_range=mention.end_value is not None)


def _mention(text: str, token: Token, meaning: Meaning, scene: Scene) -> DateMention:
    if isinstance(meaning, Counted) and meaning.length is not None:
        whole = _single(text, token.start, token.end, resolve(meaning, scene))
        length = _single(text, *meaning.length_span, resolve(meaning.length, scene))
        return replace(whole, parts=(length, _single(text, *meaning.origin_span, resolve(meaning.origin, scene))))
    if not isinstance(meaning, Range):
        return _single(text, token.start, token.end, resolve(meaning, scene))
    start, end = resolve_range(meaning, scene)
    first = _single(text, *meaning.first_span, start)
    last = _single(text, *meaning.last_span, end)
    return DateMention(
        start=token.start,
        end=token.end,
        text=text[token.start : token.end],
        value=first.value if last.value else None,
        end_value=last.end_value or last.value if first.value else None,
        timex_value=first.timex_value,
        timex_type=first.timex_type,
        relative=first.relative or last.relative,
        reason=first.reason or last.reason,
        parts=(first, last),
    )


def _single(text: str, start: int, end: int, resolved: Resolved) -> DateMention:
    value, end_value, reason = None, None, resolved.reason
    if reason is None and (resolved.date_value or resolved.timex_value):
        found = iso_range(resolved.date_value or resolved.timex_value or "")
        value, end_value = found or (None, None)
        reason = None if found else VAGUE
    return DateMention(
        start=start,
        end=end,
        text=text[start:end],
        value=value,
        end_value=end_value,
        timex_value=resolved.timex_value,
        timex_type=resolved.timex_type,
        relative=resolved.relative,
        reason=reason,
    )
