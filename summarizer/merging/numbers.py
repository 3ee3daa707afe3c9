"""Different numbers of the same: "an exchange of 120 prisoners" here, "140 prisoners were to be exchanged" there.

Two numbers are of the same where the same word is counted and the sentences share another word, too; and where those
who tell them are not one and the same, for who names another number later has moved, and contradicts nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.dossier import Contradiction
from summarizer.merging.library import Entry
from summarizer.merging.pairs import Told, contradiction
from summarizer.merging.spelling import name_key

FIGURE = re.compile(r"(?<![\w.,:])\d+(?:[.,]\d+)*(?![\w:])")
"""A number in figures that is no part of a word or an hour."""
_COUNTED = re.compile(rf"({FIGURE.pattern})\s+([^\W\d_]{{4,}})")
_STEM = 5
"""Letters of a word that its forms share."""
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
    speaker: tuple[str, ...]
    words: frozenset[str]


def numbers_that_differ(entries: Sequence[Entry]) -> Iterator[Contradiction]:
    """The first two numbers of each thing that do not agree, with all who tell them."""
    for what, found in _counted(entries).items():
        for at, later in enumerate(found):
            earlier = next((one for one in found[:at] if _differ(one, later)), None)
            if earlier is not None:
                sides = [[one.told for one in found if one.told.value == side.told.value] for side in (earlier, later)]
                yield contradiction(what, "number", "disputed", *sides)
                break


def _differ(one: Counted, other: Counted) -> bool:
    return (
        one.told.value != other.told.value
        and one.told.reference.article != other.told.reference.article
        and one.speaker != other.speaker
        and bool(one.words & other.words)
    )


def _counted(entries: Sequence[Entry]) -> dict[str, list[Counted]]:
    found: dict[str, list[Counted]] = defaultdict(list)
    for entry in entries:
        for statement in entry.briefing.statements:
            for number, what in _COUNTED.findall(statement.content):
                if _TIMES.match(what):
                    continue
                told = Told(number, entry.reference(statement.evidence[0]), entry.order[0])
                words = frozenset(word[:_STEM] for word in re.findall(r"[^\W\d_]{5,}", statement.content.casefold()))
                stem = what.casefold()[:_STEM]
                speaker = name_key(statement.speaker.name)
                found[what.casefold()].append(Counted(told, speaker, words - {stem}))
    return found
