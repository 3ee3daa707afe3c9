"""Words that a sentence says of talks: whether they are still to come, where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.grounding.scene import Scene
from summarizer.language.plans import plan_words
from summarizer.sentences import Sentence

REACH = 6
"""Words between a word and the one for talks of which it is said, at most."""


def tells_of_the_future(sentence: Sentence, scene: Scene) -> bool:
    """Whether a word for the future stands beside one for talks, outside of quotes."""
    if scene.rules is None:
        return False
    told = said_of_talks(scene.rules.pattern(scene.rules.future), sentence, scene)
    return any(_points_ahead(match, scene) for match in told)


def has_word_for_the_future(sentence: Sentence, scene: Scene) -> bool:
    """Whether a sentence has a word for the future, whatever it tells of."""
    if scene.rules is None:
        return False
    found = scene.rules.pattern(scene.rules.future).finditer(sentence.text)
    return any(_points_ahead(match, scene) for match in found)


def _points_ahead(word: re.Match[str], scene: Scene) -> bool:
    """Whether a word for the future is more than a comparison: "a day later than planned" tells of nothing to come."""
    words = plan_words(scene.article.language)
    return words is None or not words.compares(word.string[: word.start()])


def said_of_talks(pattern: re.Pattern[str], sentence: Sentence, scene: Scene) -> Iterator[re.Match[str]]:
    """The matches of a pattern that stand beside a word for talks in one clause, outside of quotes."""
    rules = scene.rules
    if rules is None:
        return
    text = sentence.text
    quotes = scene.readings.quoted(text)
    talks = scene.readings.talks(text)
    for match in pattern.finditer(text):
        if any(s < match.start() < e for s, e in quotes):
            continue
        between = (text[min(match.end(), end) : max(match.start(), start)] for start, end in talks)
        if any(len(words.split()) <= REACH and not re.search(r"[,;]|:(?!\d)", words) for words in between):
            yield match
