"""Who speaks in a free text, against who speaks in its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.grounding.folding import Span
from summarizer.grounding.prose.beside import Beside, Finding
from summarizer.grounding.quotes import locate
from summarizer.language.attribution import Attribution
from summarizer.language.rules import LanguageRules
from summarizer.sentences import Sentence


def speakers_that_changed(beside: Beside) -> Iterator[Finding]:
    """Speakers that the text gives words to while the evidence has only others speak.

    Where the evidence has a pronoun speak, or nobody whose name its grammar settles, that tells nothing.
    """
    rules = beside.rules
    if rules is None or beside.translated:
        return
    told = list(_told(beside, rules))
    if not told:
        return
    speaking = [words for s in beside.cited for words in _speaking(s, beside)]
    if not speaking or None in speaking:
        return
    heard = [words for words in speaking if words]
    for start, end in told:
        words = beside.text[start:end]
        named = _names(words)
        if not named or not all(_stands(name, beside) for name in named):
            continue
        if all(not _names(other) & named for other in heard):
            yield Finding(start, words, "altered", f"“{words}” for “{heard[0]}” as the speaker")


def _told(beside: Beside, rules: LanguageRules) -> Iterator[Span]:
    """Where the text names who speaks, sentence by sentence; without what the evidence has in the same words."""
    at = 0
    while at < len(beside.text):
        start, end = beside.sentence_at(at)
        text = beside.text[start:end]
        for attribution in beside.readings.attributions(text):
            if attribution.subject is not None and not _copied(attribution, text, beside):
                yield start + attribution.subject[0], start + attribution.subject[1]
        at = end + 1


def _copied(attribution: Attribution, text: str, beside: Beside) -> bool:
    """Whether the evidence has the speaker and the verb in the same words."""
    assert attribution.subject is not None
    start = min(attribution.subject[0], attribution.cue[0])
    end = max(attribution.subject[1], attribution.cue[1])
    return bool(locate(text[start:end], beside.held))


def _speaking(sentence: Sentence, beside: Beside) -> Iterator[str | None]:
    """The words that stand for who speaks in a sentence; `None` where they are open or a pronoun."""
    rules = beside.scene.rules
    assert rules is not None
    for attribution in beside.scene.attributions(sentence):
        words = sentence.text[slice(*attribution.subject)] if attribution.subject else None
        open_ = words is None or rules.pattern(rules.pronouns).fullmatch(words) or not _names(words)
        yield None if open_ else words


def _stands(beginning: str, beside: Beside) -> bool:
    return any(word.startswith(beginning) for word in beside.held_words)


def _names(words: str) -> frozenset[str]:
    """The capitalised words, without endings that depend on the case or make an adjective."""
    return frozenset(
        word.strip(".,’'")[:5].casefold() for word in words.split() if word[:1].isupper() and len(word) > 1
    )
