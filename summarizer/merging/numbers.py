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

from summarizer.briefing import Statement
from summarizer.dossier import Contradiction
from summarizer.grounding.figures import Figure, figures
from summarizer.language import rules_for
from summarizer.language.counting import ANYBODY, fates_in, group_of
from summarizer.merging.library import Entry
from summarizer.merging.pairs import Told, contradiction
from summarizer.merging.spelling import name_key
from summarizer.merging.stems import stems_of

_INSTEAD_OF = re.compile(
    r"(?:\bnot|\brather than|\binstead of|(?:\bа|,) не|\bвместо|\bзамість|\bnicht|\bstatt|\bet non|\bplutôt que|\by no"
    r"|\ben lugar de)\s+(?:the\s+)?[€$£]?$",
    re.IGNORECASE,
)
"""What stands before a number that is another one's, and wrong."""
_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_SCALE = re.compile(rf"\s?({'|'.join(_SCALES)})\b", re.IGNORECASE)
_CURRENCIES = {
    "euros": re.compile(r"€|\beuros?\b|\bевро\b|\bєвро\b", re.IGNORECASE),
    "dollars": re.compile(r"\$|\bd[oó]l(?:l)?are?s?\b|\bдол+ар\w*", re.IGNORECASE),
    "pounds": re.compile(r"£|\bpounds?\b|\bфунт\w*|\bpfund\b|\blivres?\b", re.IGNORECASE),
}
_WORDS_BEHIND = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
MOST_BACK = 100
"""Numbers of one thing with which another is compared, the last ones before it."""
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
    number: str
    what: str
    """What is counted: a word, or a group of people."""
    speaker: tuple[str, ...]
    words: frozenset[str]
    is_people: bool = False
    fates: frozenset[str] = frozenset()
    """What became of them, where people are counted."""
    instead_of: frozenset[str] = frozenset()
    """The numbers that it says it is not: "6,000 jobs, not 9,000"."""


def figures_in(text: str) -> list[str]:
    """The numbers of a text in figures, by their value."""
    return [f"{figure.value}{'%' if figure.percent else ''}" for figure in figures(text, None)]


def numbers_that_differ(entries: Sequence[Entry]) -> Iterator[Contradiction]:
    """The first two numbers of each thing that do not agree, with all who tell them."""
    for found in _counted(entries).values():
        told: set[int] = set()
        for at, later in enumerate(found):
            near = range(max(0, at - MOST_BACK), at)
            earlier = next((other for other in near if other not in told and _differ(found[other], later)), None)
            if at in told or earlier is None:
                continue
            around = range(max(0, earlier - MOST_BACK), min(len(found), at + MOST_BACK))
            sides = [
                [n for n in around if n == side or (n not in told and _says_the_same(found[n], found[side]))]
                for side in (earlier, at)
            ]
            told.update(*sides)
            what = next((one.what for one in (later, found[earlier]) if one.what != ANYBODY), ANYBODY)
            yield contradiction(what, "number", "disputed", *([found[n].told for n in side] for side in sides))


def _says_the_same(one: Counted, other: Counted) -> bool:
    return _same_number(one, other) and _is_of(one, other)


def _same_number(one: Counted, other: Counted) -> bool:
    return one.number == other.number


def _differ(one: Counted, other: Counted) -> bool:
    return (
        not _same_number(one, other)
        and one.told.reference.article != other.told.reference.article
        and one.speaker != other.speaker
        and _is_of(one, other)
        and (bool(one.words & other.words) or one.number in other.instead_of or other.number in one.instead_of)
    )


def _is_of(one: Counted, other: Counted) -> bool:
    """Whether the two count the same: one thing, or people who may be one group with one fate."""
    if one.what == other.what != ANYBODY:
        return not (one.fates and other.fates) or not one.fates.isdisjoint(other.fates)
    # "People" may be anybody: only what became of them tells that they are the same.
    return ANYBODY in (one.what, other.what) and not one.fates.isdisjoint(other.fates)


def _counted(entries: Sequence[Entry]) -> dict[str, list[Counted]]:
    """What is counted, by its word; all people under one, for they go by many."""
    found: dict[str, list[Counted]] = defaultdict(list)
    for entry in entries:
        wanted = {position.evidence[0].sentence for position in entry.briefing.positions}
        for statement in entry.briefing.statements:
            for one in _in_statement(entry, statement):
                if one.is_people:
                    found[ANYBODY].append(one)
                elif statement.evidence[0].sentence not in wanted:
                    found[one.what].append(one)
    return found


def _in_statement(entry: Entry, statement: Statement) -> Iterator[Counted]:
    content, evidence, speaker = statement.content, statement.evidence[0], name_key(statement.speaker.name)
    found = list(figures(content, rules_for(entry.briefing.article.language)))
    refused = {at for at, one in enumerate(found) if _INSTEAD_OF.search(content[: one.start])}
    instead_of = frozenset(_number(content, found[at])[0] for at in refused)
    for figure in (one for at, one in enumerate(found) if at not in refused):
        number, currency, end = _number(content, figure)
        told = Told(content[figure.start : end].strip(), entry.reference(evidence), entry.order[0])
        behind = _WORDS_BEHIND.match(content, end)
        words = [word for word in behind.groups() if word] if behind is not None else []
        group = next(filter(None, map(group_of, reversed(words))), None)
        stems = frozenset().union(*map(_stems, words))
        if group is not None:
            # The sentence tells more of who they are than what was cut from it.
            shared = _stems(evidence.text) - stems
            fates = fates_in(evidence.text)
            yield Counted(told, number, group, speaker, shared, is_people=True, fates=fates, instead_of=instead_of)
        elif figure.text[0].isdigit():
            # A number in words is seldom one that anybody disputes, but where people are counted.
            what = "percent" if figure.percent else currency or (words[0].casefold() if words else "")
            if len(what) >= _SHORTEST and not _TIMES.match(what):
                yield Counted(told, number, what, speaker, _stems(content) - stems, instead_of=instead_of)


def _number(content: str, figure: Figure) -> tuple[str, str | None, int]:
    """A number's value with a scale that is written as a letter, its currency, and where it ends."""
    scale = _SCALE.match(content, figure.end)
    end = scale.end() if scale is not None else figure.end
    value = figure.value
    if scale is not None and not isinstance(value, str):
        value *= _SCALES[scale[1].casefold()]
    behind = _WORDS_BEHIND.match(content, end)
    told = content[max(figure.start - 1, 0) : figure.start].strip() + " " + (behind[1] if behind is not None else "")
    currency = next((name for name, words in _CURRENCIES.items() if words.search(told)), None)
    return str(value), currency, end


def _stems(text: str) -> frozenset[str]:
    """What tells whether two texts are of one thing: words without endings, and no names."""
    return stems_of(re.findall(r"(?<![^\W\d_])[^\W\d_A-ZА-ЯІЇЄҐ][^\W\d_]{4,}", text))
