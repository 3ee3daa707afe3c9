"""Different numbers of the same: "an exchange of 120 prisoners" here, "140 prisoners were to be exchanged" there.

Two numbers are of the same where the same is counted and the sentences share another word, too; and where those who
tell them are not one and the same, for who names another number later has moved, and contradicts nobody. What
somebody wants is no number of what is: a figure in a sentence that a position rests on counts only where people do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.dossier import Contradiction
from summarizer.language.counting import ANYBODY, fates_in, group_of
from summarizer.merging.library import Entry
from summarizer.merging.pairs import Told, contradiction
from summarizer.merging.spelling import name_key

_FIGURE = r"(?<![\w.,:])\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+(?![\w:])|(?<![\w.,:])\d+(?:[.,]\d+)*(?![\w:])"
_FIGURES = re.compile(_FIGURE)
"""Numbers in figures that are no part of a word or an hour, however their thousands are parted."""
_PARTED = re.compile(r"(?<=\d)[ \u00a0\u202f,.](?=\d{3}(?!\d))")
_COUNTED = re.compile(rf"({_FIGURE})\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_STEM = 5
"""Letters of a word that its forms share."""
_SHORTEST = 4
"""Letters of a word that tells what is counted."""
_TIMES = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|hour|minut|second|week|month|year|stund|woche|monat|jahr|heure"
    r"|semain|mois|ann|час|годин|хвил|минут|тиж|недел|міся|месяц|рок|лет|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт"
    r"|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру)",
    re.IGNORECASE,
)
"""What is counted where a number tells a day or a length of time: other rules judge these."""


@dataclass(frozen=True)
class Counted:
    """A number of something in what somebody said."""

    told: Told
    what: str
    """What is counted: a word, or a group of people."""
    speaker: tuple[str, ...]
    words: frozenset[str]
    fates: frozenset[str] = frozenset()
    """What became of them, where people are counted."""


def figures_in(text: str) -> list[str]:
    """The numbers of a text in figures, without what parts their thousands."""
    return [_value(figure) for figure in _FIGURES.findall(text)]


def numbers_that_differ(entries: Sequence[Entry]) -> Iterator[Contradiction]:
    """The first two numbers of each thing that do not agree, with all who tell them."""
    for found in _counted(entries).values():
        for at, later in enumerate(found):
            earlier = next((one for one in found[:at] if _differ(one, later)), None)
            if earlier is not None:
                sides = [
                    [one.told for one in found if one is side or (_same_number(one, side) and _is_of(one, side))]
                    for side in (earlier, later)
                ]
                yield contradiction(later.what if later.what != ANYBODY else earlier.what, "number", "disputed", *sides)
                break


def _same_number(one: Counted, other: Counted) -> bool:
    return _value(one.told.value) == _value(other.told.value)


def _differ(one: Counted, other: Counted) -> bool:
    return (
        not _same_number(one, other)
        and one.told.reference.article != other.told.reference.article
        and one.speaker != other.speaker
        and _is_of(one, other)
        and bool(one.words & other.words)
    )


def _is_of(one: Counted, other: Counted) -> bool:
    """Whether the two count the same: one thing, or people who may be one group with one fate."""
    is_one = one.what == other.what or ANYBODY in (one.what, other.what)
    return is_one and (not (one.fates and other.fates) or not one.fates.isdisjoint(other.fates))


def _value(figure: str) -> str:
    return _PARTED.sub("", figure)


def _counted(entries: Sequence[Entry]) -> dict[str, list[Counted]]:
    """What is counted, by its word; all people under one, for they go by many."""
    found: dict[str, list[Counted]] = defaultdict(list)
    for entry in entries:
        wanted = {position.evidence[0].sentence for position in entry.briefing.positions}
        for statement in entry.briefing.statements:
            evidence, speaker = statement.evidence[0], name_key(statement.speaker.name)
            for number, word, next_word in _COUNTED.findall(statement.content):
                told = Told(number, entry.reference(evidence), entry.order[0])
                group = group_of(next_word) or group_of(word)
                if group is not None:
                    # The sentence tells more of who they are than what was cut from it.
                    words = _stems(evidence.text) - _stems(word) - _stems(next_word)
                    found[ANYBODY].append(Counted(told, group, speaker, words, fates_in(evidence.text)))
                elif len(word) >= _SHORTEST and not _TIMES.match(word) and evidence.sentence not in wanted:
                    words = _stems(statement.content) - _stems(word)
                    found[word.casefold()].append(Counted(told, word.casefold(), speaker, words))
    return found


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in re.findall(r"[^\W\d_]{5,}", text.casefold()))
