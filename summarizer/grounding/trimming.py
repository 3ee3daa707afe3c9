"""Copied words without what a script without spaces glues to them: "劳星期六" is "劳" on a Saturday."""

from __future__ import annotations

from summarizer.grounding.folding import Span, is_any_unspaced
from summarizer.grounding.scene import Scene
from summarizer.sentences import Sentence


def without_dates(span: Span, sentence: Sentence, scene: Scene) -> Span:
    """The span without the dates at its ends; as it is where spaces part words, or nothing would be left."""
    start, end = span
    if not is_any_unspaced(sentence.text[start:end]):
        return span
    for date in scene.dates[sentence.number]:
        if start < date.start < end <= date.end:
            end = date.start
        elif date.start <= start < date.end < end:
            start = date.end
    return start, end
