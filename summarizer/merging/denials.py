"""What one article tells and another one denies: statements, agreements, papers."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from summarizer.briefing import Agreement, Statement
from summarizer.dossier import Contradiction, Reference
from summarizer.language import rules_for
from summarizer.merging.library import Entry
from summarizer.merging.negation import is_negated
from summarizer.merging.numbers import figures_in
from summarizer.merging.pairs import Told, contradiction, runs
from summarizer.merging.rulings import Place, place_of
from summarizer.merging.spelling import name_key
from summarizer.merging.stems import stems_of

SAME_CONTENT = 85.0
"""Of 100, by rapidfuzz's token_set_ratio: a denial and what it denies."""
DENIED_WITHIN = 30
"""Days before or after a denial in which what it denies was told."""
MOST_CLAIMS = 60
"""Claims with a word of the denial, before and after it, that are compared with it."""
FEWEST_IN_COMMON = 3
"""Words that a denial in other words shares with what it denies, at least."""
MOST_IN_COMMON = 0.5
"""And of the words of the shorter one, this part."""
_ALL_SIDES = re.compile(
    r"\b(?:parties|sides|delegations|both|negotiators|сторон\w*|делегац\w*|seiten|parteien|delegationen|délégations"
    r"|partes|delegaciones)\b",
    re.IGNORECASE,
)
"""Words for all who negotiate, in six languages."""
_LONG = 4
_NAME = re.compile(r"\b[^\W\d_a-zа-яіїєґß-ÿ]\w{2,}")


def denials_of(entries: Sequence[Entry]) -> list[Contradiction]:
    """What these briefings, which come in the order of publication, tell and deny."""
    found = [*_denied_statements(entries), *_denied_agreements(entries), *_denied_papers(entries)]
    order = {entry.id: at for at, entry in enumerate(entries)}
    told: dict[tuple[int, Place], int] = {}
    joined: list[Contradiction] = []
    for one in found:
        keys = [(side, place_of(reference)) for side in (0, 1) for reference in one.sides[side].references]
        known = next((key for key in keys if key in told), None)
        if known is None:
            joined.append(one)
        else:
            # One claim that two deny, or one denial of what two claim.
            at, other = told[known], 1 - known[0]
            references = {*joined[at].sides[other].references, *one.sides[other].references}
            told_by = sorted(references, key=lambda one: (order[one.article], one.evidence.start))
            joined[at] = _with_references(joined[at], other, told_by)
        told |= dict.fromkeys(keys, len(joined) - 1 if known is None else told[known])
    return joined


def _with_references(one: Contradiction, side: int, references: Sequence[Reference]) -> Contradiction:
    first, second = one.sides
    changed = one.sides[side].model_copy(update={"references": list(references)})
    return one.model_copy(update={"sides": (changed, second) if side == 0 else (first, changed)})


def _denied_statements(entries: Sequence[Entry]) -> Iterator[Contradiction]:
    """A statement that somebody else denies."""
    affirmed: dict[str, list[_Claim]] = defaultdict(list)
    denials: list[_Claim] = []
    for entry in entries:
        for statement in entry.briefing.statements:
            claim = _Claim.of(entry, statement)
            if claim.is_denial:
                denials.append(claim)
            else:
                for stem in sorted(claim.stems):
                    affirmed[stem].append(claim)
    for denial in denials:
        near = (one for stem in sorted(denial.stems) for one in _within(affirmed[stem], denial.entry))
        found = next((one for one in near if one.is_denied_by(denial)), None)
        if found is not None:
            earlier, later = sorted((found.told, denial.told), key=lambda one: one.published)
            yield contradiction(denial.content, "denial", "disputed", [earlier], [later])


@dataclass(frozen=True)
class _Claim:
    """What somebody says is so, or is not."""

    entry: Entry
    told: Told
    speaker: tuple[str, ...]
    content: str
    is_denial: bool
    stems: frozenset[str]
    names: frozenset[str]
    sentence: str

    @classmethod
    def of(cls, entry: Entry, statement: Statement) -> _Claim:
        content, language = statement.content, entry.briefing.article.language
        return cls(
            entry,
            said(entry, statement),
            name_key(statement.speaker.name),
            content,
            statement.act == "denied" or is_negated(content, language),
            stems_of(re.findall(r"[^\W\d_]{4,}", content)),
            _names_in(content, language),
            statement.evidence[0].text,
        )

    def is_denied_by(self, denial: _Claim) -> bool:
        """Whether another speaker denies it: in its words, or in most of them and of nobody else."""
        if self.speaker == denial.speaker:
            return False
        common = len(self.stems & denial.stems)
        contents = self.content.casefold(), denial.content.casefold()
        # Of a few words, every longer text has all.
        alike = fuzz.token_set_ratio if common >= FEWEST_IN_COMMON else fuzz.token_sort_ratio
        if alike(*contents) >= SAME_CONTENT:
            return True
        is_alike = common >= FEWEST_IN_COMMON and common >= MOST_IN_COMMON * min(len(self.stems), len(denial.stems))
        return is_alike and self.entry is not denial.entry and self._is_of_those_in(denial)

    def _is_of_those_in(self, denial: _Claim) -> bool:
        """Whether it is of everybody whom the denial names; what "the sides" did a side may deny of itself."""
        absent = {name for name in denial.names if name not in self.sentence}
        sides = {word for party in denial.entry.briefing.talks.parties for word in party.split()}
        return absent <= (sides if _ALL_SIDES.search(self.content) else set())


def _names_in(content: str, language: str | None) -> frozenset[str]:
    """Its words with a capital letter, but for a first one that may have it for its place alone."""
    rules = rules_for(language)
    names = [(match.start(), match.group()) for match in _NAME.finditer(content)]
    common = rules.pattern(rules.pronouns, rules.negative_determiners, rules.negators) if rules is not None else None
    return frozenset(
        name
        for start, name in names
        if start or (len(name) >= _LONG and (common is None or not common.fullmatch(name)))
    )


def _within(claims: Sequence[_Claim], entry: Entry) -> Sequence[_Claim]:
    """Those of them, in the order of publication, that were published around the time of an article."""
    published = entry.briefing.article.published
    if published is None:
        return claims
    first, last = ((published + dt.timedelta(days=days)).isoformat() for days in (-DENIED_WITHIN, DENIED_WITHIN))
    low = bisect_left(claims, first, key=lambda one: one.told.published)
    high = bisect_right(claims, last, key=lambda one: one.told.published)
    own = bisect_left(claims, published.isoformat(), key=lambda one: one.told.published)
    return claims[max(low, own - MOST_CLAIMS) : min(high, own + MOST_CLAIMS)]


def _denied_agreements(entries: Sequence[Entry]) -> Iterator[Contradiction]:
    """An agreement, and a denial of an agreement in which the same figures stand; they tell it across languages."""
    known: dict[frozenset[str], Told] = {}
    for entry in entries:
        for agreement in entry.briefing.agreements:
            if agreement.status == "agreed" and (figures := frozenset(figures_in(agreement.text))):
                known[figures] = agreed(entry, agreement)
    for entry in entries:
        for statement in entry.briefing.statements:
            told = known.get(frozenset(figures_in(statement.content)))
            if statement.act != "denied" or told is None or told.reference.article == entry.id:
                continue
            denial = said(entry, statement)
            earlier, later = sorted((told, denial), key=lambda one: one.published)
            yield contradiction(told.value, "denial", "disputed", [earlier], [later])


def _denied_papers(entries: Sequence[Entry]) -> Iterator[Contradiction]:
    """A paper that somebody denies, before or after another article has it."""
    told: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for entry in entries:
        denials = {s.evidence[0].sentence for s in entry.briefing.statements if s.act == "denied"}
        for document in entry.briefing.documents:
            denied = document.evidence[0].sentence in denials
            if denied or document.status in ("delivered", "promised"):
                value = "denied" if denied else str(document.status)
                reference = entry.reference(document.evidence[0])
                told[name_key(document.name)].append(Told(value, reference, entry.order[0], value))
    for name, papers in told.items():
        for earlier, later in runs(papers):
            if "denied" in (earlier[0].value, later[0].value):
                replaced = later[0].value == "delivered"
                yield contradiction(" ".join(name), "status" if replaced else "denial",
                            "replaced" if replaced else "disputed", earlier, later)  # fmt: skip


def said(entry: Entry, statement: Statement) -> Told:
    """A statement as a side of a contradiction."""
    denied = "denied: " if statement.act == "denied" else ""
    return Told(f"{denied}{statement.content}", entry.reference(statement.evidence[0]), entry.order[0])


def agreed(entry: Entry, agreement: Agreement) -> Told:
    """An agreement, likewise."""
    return Told(agreement.text, entry.reference(agreement.evidence[0]), entry.order[0])
