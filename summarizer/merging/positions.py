"""What each party wants, issue by issue, over time; and whether it moved.

Two stances are on one issue where the same party takes them and the words of the shorter issue are in
the other. Issues in different languages mostly stay apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from rapidfuzz import fuzz

from summarizer.briefing import Position
from summarizer.dossier import Movement, PositionLine, Stance
from summarizer.merging.identities import Identities
from summarizer.merging.library import Entry
from summarizer.merging.numbers import figures_in
from summarizer.merging.spelling import name_key

SAME_STANCE = 80.0
"""Of 100, by rapidfuzz's token_set_ratio: stances as alike as this are one."""
SAME_WORD = 85.0
"""The same of two words of issues: "post" and "posts"."""
_SHORTEST = 3
"""Letters of a word, at least, that tells an issue."""
_WITHDRAWN = re.compile(
    r"\bno longer\b|\bwithdr[ae]w|\bdropped\b|(?<!ready to )(?<!willing to )(?<!prepared to )\bgiv(?:e|es|ing|en) up\b"
    r"|\bgave up\b|\babandoned\b|\brenounced\b|\brelinquished\b|\bwaived\b"
    r"|\bn['’]\w+ plus\b|\brenonc(?:e|ent|é)\b|\bnicht mehr\b|\bzurückgezogen\b|\bverzichtet(?:e|en)?\b"
    r"|\bбольше не\b|\bотозва|\bотказ(?:ал|ыва)\w+ от\b|\bбільше не\b|\bвідклика|\bвідмов(?:ил|ля)\w+ від\b"
    r"|\bya no\b|\bretir[óéa]|\brenunci(?:a|an|ó|aron) a\b",
    re.IGNORECASE,
)
"""How languages say that something is not wanted any more."""


def positions_of(entries: Sequence[Entry], identities: Identities) -> list[PositionLine]:
    """The positions of these briefings, which come in the order of publication."""
    lines: dict[str, list[list[tuple[Entry, Position]]]] = defaultdict(list)
    for entry in entries:
        for position in entry.briefing.positions:
            known = lines[identities.parties.name_of(position.party)]
            line = next((one for one in known if _same_issue(one[0][1].issue, position.issue)), None)
            if line is None:
                known.append([(entry, position)])
            else:
                line.append((entry, position))
    return [_line(party, line) for party, known in sorted(lines.items()) for line in known]


def _same_issue(one: str, other: str) -> bool:
    """Whether each word that tells the shorter issue is one of the other's: "the dam", "the northern dam"."""
    few, many = sorted(
        ([word for word in name_key(issue) if len(word) >= _SHORTEST] for issue in (one, other)), key=len
    )
    return bool(few) and all(any(fuzz.ratio(word, other) >= SAME_WORD for other in many) for word in few)


def _line(party: str, line: Sequence[tuple[Entry, Position]]) -> PositionLine:
    stances = [
        Stance(published=e.briefing.article.published, stance=p.stance, reference=e.reference(p.evidence[0]))
        for e, p in line
    ]
    languages = {
        stance.reference.article: e.briefing.article.language for stance, (e, _) in zip(stances, line, strict=True)
    }
    moved: Movement = movement(stances[:-1], stances[-1], languages) if len(stances) > 1 else "new"
    return PositionLine(party=party, issue=line[0][1].issue, moved=moved, stances=stances)


def movement(
    earlier: Sequence[Stance], later: Stance, languages: Mapping[str, str | None]
) -> Literal["kept", "changed", "withdrawn"]:
    """What became of a stance since the first of the earlier ones, by the first in its language if there is one.

    The same words, or the same figures, are the same stance. Of two languages only figures tell. `languages`: of the
    articles.
    """
    if is_withdrawal(later.stance):
        return "withdrawn"
    own = languages[later.reference.article]
    alike = [one for one in earlier if languages[one.reference.article] == own]
    first = (alike or earlier)[0].stance
    figures = [figures_in(stance) for stance in (first, later.stance)]
    if not alike:
        return "changed" if all(figures) and figures[0] != figures[1] else "kept"
    same = fuzz.token_set_ratio(first.casefold(), later.stance.casefold()) >= SAME_STANCE
    return "kept" if same or (figures[0] and figures[0] == figures[1]) else "changed"


def is_withdrawal(stance: str) -> bool:
    """Whether a stance is that something is not wanted any more."""
    return _WITHDRAWN.search(stance) is not None
