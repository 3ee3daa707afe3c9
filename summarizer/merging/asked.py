"""A model's answers on the pairs that a dossier's rules nominate, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.dossier import Dossier, Ruling
from summarizer.errors import ModelError
from summarizer.extraction.asking import Asking, together
from summarizer.extraction.rulings import rule
from summarizer.merging.nominations import Nomination, nominated


def likeliest(dossier: Dossier, most: int) -> list[Nomination]:
    """The pairs of a dossier that are to be asked about, `most` of them."""
    return sorted(nominated(dossier), key=lambda pair: -pair.likelihood)[:most]


async def rulings_on(pairs: Sequence[Nomination], asking: Asking) -> list[Ruling]:
    """The answers on pairs of sentences.

    Where the model can't be asked any more, the pairs that are left are `unanswered`; no dossier is lost for it.
    """
    # Each answer is two questions at most: one in each order.
    asking.expect(2 * len(pairs))
    asking.stage("comparing sentences")
    return await together(_ruled(pair, asking) for pair in pairs)


async def _ruled(pair: Nomination, asking: Asking) -> Ruling:
    try:
        return await rule(pair.question, pair.sides, asking)
    except ModelError as error:
        asking.note(f"Sentences could not be compared: {error.message}")
        return Ruling(question=pair.question, sides=pair.sides, answer="unanswered", model=asking.client.endpoint.name)
