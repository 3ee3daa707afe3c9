"""A dossier with a model's answers on the pairs that its rules nominate, the likeliest first."""

from __future__ import annotations

from summarizer.dossier import Dossier, Ruling
from summarizer.errors import ModelError
from summarizer.extraction.asking import Asking, together
from summarizer.extraction.rulings import rule
from summarizer.merging.nominations import Nomination, nominated


async def with_rulings(dossier: Dossier, asking: Asking, most: int) -> Dossier:
    """The dossier after up to `most` pairs of sentences were asked about.

    Where the model can't be asked any more, the pairs that are left stand in `rulings` as `unanswered`; the dossier is
    not lost for it.
    """
    pairs = sorted(nominated(dossier), key=lambda pair: -pair.likelihood)[:most]
    if not pairs:
        return dossier
    # Each answer is two questions at most: one in each order.
    asking.expect(2 * len(pairs))
    asking.stage("comparing sentences")
    rulings = await together(_ruled(pair, asking) for pair in pairs)
    return Dossier.of(dossier.briefings, [*dossier.rulings, *rulings])


async def _ruled(pair: Nomination, asking: Asking) -> Ruling:
    try:
        return await rule(pair.question, pair.sides, asking)
    except ModelError as error:
        asking.note(f"Sentences could not be compared: {error.message}")
        return Ruling(question=pair.question, sides=pair.sides, answer="unanswered", model=asking.client.endpoint.name)
