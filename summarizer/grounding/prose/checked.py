"""A free text of a draft: delivered where its evidence bears it out, else refused and listed."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.grounding.prose.judge import judge_prose, readable
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene
from summarizer.sentences import Sentence

INSTEAD = "The article's own words stand instead."


def checked_text(
    path: str, text: str | None, cited: Sequence[Sentence], scene: Scene, refusals: Refusals, *, instead: bool = False
) -> str | None:
    """The text where its sentences hold it; else `None`, and the refusal is noted.

    `instead` tells that the caller puts the article's own words in its place. Nothing given is nothing refused.
    """
    told = readable(text or "")
    if not told:
        return None
    numbers = [s.number for s in cited]
    if not cited:
        refusals.absent(path, told, "It cites no sentence of the article.")
        return None
    verdict = judge_prose(told, cited, scene)
    if scene.accepts(verdict):
        return told
    refusals.judged(path, told, verdict, more=INSTEAD if instead else "", sentences=numbers, ask_again=True)
    return None
