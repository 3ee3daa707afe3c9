"""A model's answers on pairs of sentences: those that concern the briefings at hand, each pair once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarizer.dossier import Reference, Ruling, RulingQuestion
from summarizer.merging.library import SHORTEST_ID, Entry

Place = tuple[str, int]
"""An article's id in the dossier, and where in its text a sentence begins."""


def settled(rulings: Iterable[Ruling], entries: Sequence[Entry]) -> list[Ruling]:
    """The rulings on sentences that these briefings have, with the ids that the articles have now.

    In the order of publication; of two on one pair the same one stands in whatever order they come.
    """
    order = {entry.id: entry.order for entry in entries}
    words: dict[str, list[Reference]] = defaultdict(list)
    for entry in entries:
        words[entry.id[:SHORTEST_ID]] += (entry.reference(one) for one in entry.evidence())
    found: dict[tuple[RulingQuestion, Place, Place], Ruling] = {}
    # What was answered later stands before what nobody answered.
    for ruling in sorted(rulings, key=lambda one: (one.answer == "unanswered", one.model_dump_json())):
        sides = [_now(side, words) for side in ruling.sides]
        if sides[0] is not None and sides[1] is not None:
            first, second = sorted((sides[0], sides[1]), key=lambda side: (order[side.article], side.evidence.start))
            kept = ruling.model_copy(update={"sides": (first, second)})
            found.setdefault((ruling.question, place_of(first), place_of(second)), kept)
    return [found[key] for key in sorted(found, key=lambda key: (order[key[1][0]], key[1][1], order[key[2][0]], key))]


@dataclass(frozen=True)
class Affirmed:
    """Two sentences of which a model says that they belong together."""

    first: Place
    second: Place
    model: str
    """The model that says so."""


def affirmed(rulings: Iterable[Ruling], question: RulingQuestion) -> list[Affirmed]:
    """The pairs on which the answer to this question is yes."""
    return [
        Affirmed(place_of(one.sides[0]), place_of(one.sides[1]), one.model)
        for one in rulings
        if one.question == question and one.answer == "yes"
    ]


def place_of(reference: Reference) -> Place:
    """Where a sentence stands."""
    return (reference.article, reference.evidence.start)


def _now(side: Reference, words: Mapping[str, Sequence[Reference]]) -> Reference | None:
    """The same words under the id that their article has now, which may be longer or shorter."""
    for one in words.get(side.article[:SHORTEST_ID], ()):
        same_article = one.article.startswith(side.article) or side.article.startswith(one.article)
        if same_article and (one.evidence.start, one.evidence.text) == (side.evidence.start, side.evidence.text):
            return one
    return None
