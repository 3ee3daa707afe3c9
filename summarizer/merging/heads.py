"""Who heads each party's delegation, by which article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarizer.briefing import Briefing
from summarizer.dossier import Reference


@dataclass(frozen=True)
class Head:
    """One article's word for it."""

    name: str
    reference: Reference


def heads_told(
    articles: Iterable[tuple[str, Briefing]], party_of: Callable[[str], str], person_of: Callable[[str], str]
) -> Mapping[str, Sequence[Head]]:
    """Party → each head that an article (by its id) names, in the order of publication.

    A delegation has one head: of several that one article names for a party, those count whom another one names, too.
    """
    told: dict[str, dict[str, list[Head]]] = defaultdict(lambda: defaultdict(list))
    for article, briefing in articles:
        for delegation in briefing.delegations:
            if delegation.head is not None:
                reference = Reference(article=article, evidence=delegation.evidence[0])
                told[party_of(delegation.party)][article].append(Head(person_of(delegation.head.name), reference))
    return {party: [one for heads in of.values() for one in _likely(heads, of)] for party, of in told.items()}


def _likely(heads: Sequence[Head], of: Mapping[str, Sequence[Head]]) -> Iterable[Head]:
    if len({one.name for one in heads}) == 1:
        return heads
    own = heads[0].reference.article
    elsewhere = {one.name for article, others in of.items() if article != own for one in others}
    return [one for one in heads if one.name in elsewhere]
