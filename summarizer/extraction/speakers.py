"""Joins what a small model says of a sentence's speaker with what the words around the reporting verb say.

The model copies; where the grammar of the sentence settles who is the subject of the reporting verb, that
goes before the model, which takes the hearer ("told Interfax") or the topic for the speaker now and then.
"""

from __future__ import annotations

import re

from summarizer.language.attribution import Attribution, find_attributions, quoted_spans
from summarizer.language.bare_cues import bare_cues, tells
from summarizer.language.rules import LanguageRules
from summarizer.sentences import Sentence

Span = tuple[int, int]


def may_hold_speech(sentence: Sentence, rules: LanguageRules | None, language: str | None = None) -> bool:
    """Whether to ask who speaks: always where the language is not known, else where a reporting verb stands."""
    if rules is None:
        bare = bare_cues(language)
        return bare is None or tells(bare.reporting, sentence.text) or bool(quoted_spans(sentence.text))
    return bool(find_attributions(sentence.text, rules))


def goes_on_quoting(sentence: Sentence, rules: LanguageRules | None) -> bool:
    """Whether the sentence is little but quoted words, with no reporting verb of its own."""
    if rules is None or find_attributions(sentence.text, rules):
        return False
    quoted = sum(end - start for start, end in quoted_spans(sentence.text))
    return quoted >= 0.7 * len(sentence.text)


def speakers_of(
    sentence: Sentence, said: str | None, words: str | None, rules: LanguageRules | None
) -> tuple[str, ...]:
    """Who speaks in the sentence, each in the sentence's own words; empty where nobody does."""
    text = sentence.text
    if rules is None:
        return (said,) if said and words else ()
    attributions = find_attributions(text, rules)
    subjects = [text[a.subject[0] : a.subject[1]] for a in attributions if a.subject is not None]
    model = _model_speaker(text, said, attributions)
    if model is None:
        return _distinct(subjects)
    overlapping = [s for s in subjects if _same_words(s, model)]
    if overlapping:
        return _distinct([max(overlapping[0], model, key=len) if model in text else overlapping[0], *subjects])
    return _distinct(subjects) if subjects else (model,)


def _model_speaker(text: str, said: str | None, attributions: tuple[Attribution, ...]) -> str | None:
    """The model's answer, unless it is only the hearer of the words, or what a passive verb tells of."""
    if not said or not said.strip() or not attributions:
        return None
    hearers = [text[slice(*a.hearer)] for a in attributions if a.hearer is not None]
    topics = [text[slice(*a.topic)] for a in attributions if a.topic is not None]
    heard = any(said.strip() in hearer or hearer in said for hearer in hearers)
    return None if heard or any(said.strip() in topic for topic in topics) else said.strip()


def _same_words(one: str, other: str) -> bool:
    return _holds(one, other) or _holds(other, one)


def _holds(longer: str, shorter: str) -> bool:
    """Whether a text has the words of another, whole: "The plan" has no "he"."""
    return re.search(rf"(?<!\w){re.escape(shorter)}(?!\w)", longer, re.IGNORECASE) is not None


def _distinct(names: list[str]) -> tuple[str, ...]:
    """Each name once, the longer form where one holds the other."""
    kept: list[str] = []
    for name in names:
        if not any(_same_words(name, other) for other in kept):
            kept.append(name)
    return tuple(kept)
