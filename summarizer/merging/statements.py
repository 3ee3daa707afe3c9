"""The same words carried by several outlets are one utterance, and the independent ones among these are counted.

Two statements of different articles are one where one person says them in the same words: the same quotation, or the
same content on the same day; and, in nearly the same words, where one article has them from the outlet that the other
one is of or has them from, too. What one person says again a day later is another one. Across languages the words do
not tell; such statements stay apart but where a model, asked about the two, says that they are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from summarizer.briefing import Statement
from summarizer.dossier import Utterance
from summarizer.merging.identities import Identities
from summarizer.merging.library import Entry
from summarizer.merging.likeness import union_of_alike
from summarizer.merging.numbers import figures_in
from summarizer.merging.rulings import Affirmed
from summarizer.merging.spelling import name_key

ALIKE = 90.0
"""Of 100, by rapidfuzz's ratio: quotations and contents as alike as this are the same words."""
CARRIED = 74.0
"""Of 100, by rapidfuzz's token_set_ratio: contents as alike as this are one where an outlet carries another's."""
CARRIED_WITHIN = 2
"""Days between two articles one of which carries what the other has."""
FEWEST_WORDS = 4
"""Words of a quotation, at least, that tells one utterance from another."""
MOST_DAYS = 7
"""Days after which words that come up again are said again, or told of an earlier time."""
TWO = 2
_RARE = 3
"""Words of a statement, its longest ones, by which others are found."""


@dataclass(frozen=True)
class Said:
    """A statement with its article."""

    entry: Entry
    statement: Statement

    @cached_property
    def words(self) -> str:
        """What was said, bare of marks and case: the quotation where there is one."""
        told = max(self.statement.quotes, key=len) if self.statement.quotes else self.statement.content
        return " ".join(re.findall(r"\w+", told.casefold()))

    @cached_property
    def sources(self) -> frozenset[tuple[str, ...]]:
        """The outlets that it is from: those that are named, or else the article's own."""
        return frozenset(name_key(name) for name in self.statement.reported_by) or self.outlet

    @cached_property
    def figures(self) -> list[str]:
        """The numbers in what was said."""
        return figures_in(self.statement.content)

    @cached_property
    def outlet(self) -> frozenset[tuple[str, ...]]:
        """The article's own outlet."""
        own = self.entry.briefing.article.outlet
        return frozenset({name_key(own)} if own is not None else ())


def utterances_of(entries: Sequence[Entry], identities: Identities, same: Iterable[Affirmed] = ()) -> list[Utterance]:
    """What was said in these briefings, which come in the order of publication; `same`: pairs that are one."""
    said = [Said(entry, statement) for entry in entries for statement in entry.briefing.statements]
    union = union_of_alike(said, _keys, _is_same, MOST_DAYS)
    at_place = {(one.entry.id, one.statement.evidence[0].start): at for at, one in enumerate(said)}
    joined: dict[int, list[str]] = defaultdict(list)
    for pair in same:
        if pair.first in at_place and pair.second in at_place:
            union.join(at_place[pair.first], at_place[pair.second])
            joined[at_place[pair.first]].append(pair.model)
    return [
        _merged(f"u{number}", [said[at] for at in group], identities, [model for at in group for model in joined[at]])
        for number, group in enumerate(union.groups(), start=1)
    ]


def _keys(one: Said) -> Iterator[tuple[object, ...]]:
    """Where to look for the same: speaker, language, and each of the longest words."""
    speaker, language = name_key(one.statement.speaker.name), one.entry.briefing.article.language
    for word in sorted(set(one.words.split()), key=lambda word: (-len(word), word))[:_RARE]:
        yield speaker, language, word
    for source in sorted(one.sources | one.outlet):
        yield speaker, language, source


def _is_same(one: Said, other: Said) -> bool:
    if one.entry is other.entry:
        return False
    if _carries(one, other) or _carries(other, one):
        return True
    days = {one.statement.said_on, other.statement.said_on} - {None}
    quoted = bool(one.statement.quotes and other.statement.quotes)
    told_day = one.statement.said_on is not None and other.statement.said_on is not None
    if len(days) > 1 or not (quoted or told_day):
        return False
    if quoted and min(len(one.words.split()), len(other.words.split())) < FEWEST_WORDS:
        return False
    return fuzz.ratio(one.words, other.words) >= ALIKE or fuzz.token_set_ratio(one.words, other.words) == 100.0


def _carries(one: Said, other: Said) -> bool:
    """Whether one has the other's words from its outlet, or from where that has them."""
    is_from_there = bool(one.statement.reported_by) and not one.sources.isdisjoint(other.sources | other.outlet)
    days = {one.statement.said_on, other.statement.said_on} - {None}
    contents = one.statement.content, other.statement.content
    return (
        is_from_there
        and len(days) < TWO
        and one.entry.days_after(other.entry) <= CARRIED_WITHIN
        and one.figures == other.figures
        and (one.statement.act == "denied") == (other.statement.act == "denied")
        and fuzz.token_set_ratio(contents[0].casefold(), contents[1].casefold()) >= CARRIED
    )


def _merged(number: str, group: Sequence[Said], identities: Identities, models: Sequence[str]) -> Utterance:
    first = group[0].statement
    named = [[identities.outlets.name_of(name) for name in one.statement.reported_by] for one in group]
    outlets = [one.entry.briefing.article.outlet for one in group]
    own = [identities.outlets.name_of(outlet) if outlet is not None else None for outlet in outlets]
    others = [[name for name in names if name != its] for names, its in zip(named, own, strict=True)]
    first_hand = {its for its, names in zip(own, others, strict=True) if its is not None and not names}
    carriers: list[str] = []
    origins: list[str] = []
    for names, its, cited in zip(named, own, others, strict=True):
        carriers += [*names, *([its] if its is not None else [])]
        # Who cites somebody who cites somebody else has it from the last of them, unless it is known who had it first.
        known = [name for name in cited if name in first_hand]
        origins += known or cited[-1:] or ([its] if its is not None else [])
    speaker = first.speaker
    return Utterance(
        id=number,
        speaker=identities.people.name_of(speaker.name) if speaker.kind == "person" else speaker.name,
        act=first.act,
        said_on=next((one.statement.said_on for one in group if one.statement.said_on is not None), None),
        content=first.content,
        carriers=list(dict.fromkeys(carriers)),
        origins=list(dict.fromkeys(origins)),
        joined_by=list(dict.fromkeys(models)),
        references=[one.entry.reference(one.statement.evidence[0]) for one in group],
    )
