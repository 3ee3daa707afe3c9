"""Sources that a sentence names without a verb of their own: "according to X", "X zufolge", «приводит слова X»."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.language.attributed import Attribution
from summarizer.language.noun_phrases import NounPhrases, Stretch
from summarizer.language.rules import NOTHING
from summarizer.language.words import Words


def by_sources(words: Words, phrases: NounPhrases) -> Iterator[Attribution]:
    """The attributions of a sentence that no reporting verb tells of."""
    rules = words.rules
    for match in rules.pattern(rules.according_to).finditer(words.sentence):
        source = _source(words.at(match.end()), words, phrases)
        if source is not None and not words.in_speech(match.start()):
            yield Attribution(match.span(), "said", words.span(*source), None)
    for match in rules.pattern(rules.according_to_behind).finditer(words.sentence):
        if not words.in_speech(match.start()):
            before = phrases.before(words.at(match.start()))
            yield Attribution(match.span(), "said", words.span(*before) if before is not None else None, None)
    for match in rules.pattern(rules.according_to_joined).finditer(words.sentence):
        # "По его словам": the pronoun stands within.
        if not words.in_speech(match.start()):
            yield Attribution(match.span(), "said", match.span(1), None)
    if rules.passed_words != NOTHING:
        yield from _by_passed_words(words, phrases)


def _source(at: int, words: Words, phrases: NounPhrases) -> Stretch | None:
    """Whom "according to" names; behind "a statement issued by" it is who issued it."""
    named = phrases.behind(at)
    if named is None:
        return None
    start, end = words.span(*named)
    issued = words.rules.pattern(words.rules.issued_by).search(words.sentence, start, end + 20)
    if issued is not None and issued.start() <= end:
        return phrases.behind(words.at(issued.end())) or named
    return phrases.named_behind(named) or named


def _by_passed_words(words: Words, phrases: NounPhrases) -> Iterator[Attribution]:
    """«…», — приводит агентство слова Рау»: Rau speaks, and the agency carries, wherever it stands."""
    rules = words.rules
    for match in rules.pattern(rules.passed_words).finditer(words.sentence):
        first, at = words.at(match.start()), words.at(match.end())
        noun = next((i for i in range(at, len(words)) if words.is_a(i, rules.words_passed)), None)
        if words.in_speech(match.start()) or noun is None or any(words.breaks(i) for i in range(at, noun + 1)):
            continue
        speaker = phrases.behind(noun + 1)
        if speaker is None:
            continue
        outlet = next((i for i in range(*speaker) if words.is_a(i, rules.outlets)), None)
        if noun > at:
            carrier: Stretch | None = (at, noun)
        elif outlet is not None:
            carrier, speaker = (outlet, speaker[1]), (speaker[0], outlet)
        else:
            carrier = phrases.before(first)
        if speaker[0] < speaker[1] and phrases.could_speak(speaker):
            passing = words.span(*carrier) if carrier is not None else None
            yield Attribution(match.span(), "said", words.span(*speaker), None, carrier=passing)
