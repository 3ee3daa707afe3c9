"""Which sides a meeting or an agreement has: named in its sentences, or in those before that they refer back to."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.grounding.parties import party_of
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene
from summarizer.sentences import Sentence

REACH_BACK = 5
"""Sentences before, in which a side may have been named that a sentence only refers back to."""


def named_sides(
    path: str,
    names: Sequence[str],
    cited: Sequence[Sentence],
    scene: Scene,
    parties: Sequence[str],
    refusals: Refusals,
) -> tuple[list[str], list[Sentence]]:
    """Known sides to the talks, or names as the sentences print them; and the sentences before that name a side.

    `path` is that of the list; a name that neither holds is refused.
    """
    found: dict[str, None] = {}
    naming: list[Sentence] = []
    for at, words in enumerate(names):
        held = scene.stands_in(words, cited)
        side = party_of(words, parties)
        here = side is not None and any(party_of(s.text, [side]) for s in cited)
        before = named_before(side, cited[0], scene) if side is not None and cited and not here else None
        if side is not None and (here or before):
            found[side] = None
            naming += [before] if before and before not in naming else []
        elif held is not None:
            found[held[0].text[slice(*held[1])]] = None
        else:
            refusals.not_located(f"{path}/{at}", words, cited, "The cited sentences do not name it.")
    return list(found), naming


def named_before(party: str, sentence: Sentence, scene: Scene) -> Sentence | None:
    """The nearest of the sentences before that names a side: the one that "they" refers back to."""
    before = scene.article.sentences[max(0, sentence.number - 1 - REACH_BACK) : sentence.number - 1]
    return next((s for s in reversed(before) if party_of(s.text, [party])), None)
