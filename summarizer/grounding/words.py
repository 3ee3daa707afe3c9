"""What was said, and when: the part of a sentence that the reporting verb introduces, and its own date."""

from __future__ import annotations

import re

from summarizer.grounding.scene import Scene
from summarizer.language.attribution import Attribution
from summarizer.sentences import Sentence

_SHORTEST_CONTENT = 12
"""Characters; what is left of a sentence below that says nothing by itself."""


def content_of(sentence: Sentence, attribution: Attribution | None, scene: Scene) -> str:
    """The words that were said, as the article gives them: the sentence without "Peskov said that"."""
    text = sentence.text
    if attribution is None or scene.rules is None:
        return text
    behind = text[max(attribution.cue[1], attribution.hearer[1] if attribution.hearer else 0) :]
    for date in scene.dates[sentence.number]:
        offset = len(text) - len(behind)
        if date.start - offset in range(6):
            behind = text[date.end :]
    said = re.match(r"\s*[,:]?\s*(?:that|dass|que|qu’|что|що)?\s+(.*)$", behind, re.DOTALL | re.IGNORECASE)
    content = said[1].strip(" ,:") if said else ""
    if (
        attribution.act in ("declined", "denied", "rejected", "criticised", "agreed")
        or len(content) < _SHORTEST_CONTENT
    ):
        before = text[: attribution.subject[0]].strip(" ,") if attribution.subject else ""
        if len(content) < _SHORTEST_CONTENT and len(before) >= _SHORTEST_CONTENT:
            return before
        start = attribution.cue[0] if len(content) >= _SHORTEST_CONTENT else 0
        return text[start:].strip(" ,")
    return content


def said_on(sentence: Sentence, attribution: Attribution | None, scene: Scene) -> str | None:
    """The date that goes with the reporting verb: right beside it, or at the sentence's head before the subject."""
    if attribution is None:
        return None
    for date in scene.dates[sentence.number]:
        if date.value is None:
            continue
        beside = 0 <= date.start - attribution.cue[1] <= 5
        head = attribution.subject is not None and date.end <= attribution.subject[0] and date.start <= 12
        if beside or head:
            return date.value
    return None
