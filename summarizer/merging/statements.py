"""The same words carried by several outlets are one utterance, and the independent ones among these are counted.

Two statements of different articles are one where one person says them in the same words: the same quotation, or the
same content on the same day. What one person says again a day later is another one. Across languages the words do not
tell; such statements stay apart but where a model, asked about the two, says that they are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from summarizer.briefing import Statement
from summarizer.dossier import Utterance
from summarizer.merging.identities import Identities
from summarizer.merging.library import Entry
from summarizer.merging.likeness import union_of_alike
from summarizer.merging.rulings import Affirmed
from summarizer.merging.spelling import name_key

ALIKE = 90.0
"""Of 100, by rapidfuzz's ratio: quotations and contents as alike as this are the same words."""
FEWEST_WORDS = 4
"""Words of a quotation, at least, that tells one utterance from another."""
MOST_DAYS = 7
"""Days after which words that come up again are said again, or told of an earlier time."""
_RARE = 3
"""Words of a statement, its longest ones, by which others are found."""


@dataclass(frozen=True)
class Said:
    """A statement with its article."""

    entry: Entry
    statement: Statement

    @property
    def words(self) -> str:
        """What was said, bare of marks and case: the quotation where there is one."""
        told = max(self.statement.quotes, key=len) if self.statement.quotes else self.statement.content
        return " ".join(re.findall(r"\w+", told.casefold()))


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


def _is_same(one: Said, other: Said) -> bool:
    if one.entry is other.entry:
        return False
    days = {one.statement.said_on, other.statement.said_on} - {None}
    quoted = bool(one.statement.quotes and other.statement.quotes)
    told_day = one.statement.said_on is not None and other.statement.said_on is not None
    if len(days) > 1 or not (quoted or told_day):
        return False
    if quoted and min(len(one.words.split()), len(other.words.split())) < FEWEST_WORDS:
        return False
    return fuzz.ratio(one.words, other.words) >= ALIKE or fuzz.token_set_ratio(one.words, other.words) == 100.0


def _merged(number: str, group: Sequence[Said], identities: Identities, models: Sequence[str]) -> Utterance:
    first = group[0].statement
    carriers: list[str] = []
    origins: list[str] = []
    for one in group:
        published = one.entry.briefing.article.outlet
        own = identities.outlets.name_of(published) if published is not None else None
        named = [identities.outlets.name_of(name) for name in one.statement.reported_by]
        carriers += [*named, *([own] if own is not None else [])]
        others = [name for name in named if name != own]
        # Who cites somebody who cites somebody else has it from the last of them.
        origins += others[-1:] if others else [own] if own is not None else []
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
