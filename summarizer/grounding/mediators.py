"""Who mediates: by a sentence with a word for it, or by what only somebody between the sides does.

"Envoy Rau laid a text before both sides", "Moll, who chairs the talks", "the talks, which the envoy is moderating".
What a side's own envoy does is none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.grounding.name_comparison import ends_with, same_name
from summarizer.grounding.names import Mention
from summarizer.grounding.parties import party_of
from summarizer.grounding.quotes import locate
from summarizer.grounding.scene import Scene
from summarizer.language.mediating import MEDIATING_WORDS, MediatingWords
from summarizer.language.rules import compile_words
from summarizer.sentences import Sentence

WORDS_TO_DEED = 4
"""Auxiliaries and adverbs between who does it and the verb, at most."""
OBJECT = 40
"""Characters behind the sides in which the paper may stand that they are handed ("gave both sides a text")."""


def tells_of_mediating(sentence: Sentence, scene: Scene) -> bool:
    """Whether a sentence has a word for mediating; any sentence where the language's words are not known."""
    return scene.rules is None or bool(scene.matches(f"{scene.rules.mediation}|{scene.rules.hosting}", sentence.text))


def mediates(name: str, scene: Scene, parties: Sequence[str]) -> bool:
    """Whether an article tells plainly by deeds that this one stands between the sides."""
    return any(True for _ in deeds_of(name, scene, parties))


def deeds_of(name: str, scene: Scene, parties: Sequence[str]) -> Iterator[Sentence]:
    """The sentences that tell of what this one does between the sides."""
    words = MEDIATING_WORDS.get(scene.rules.code) if scene.rules is not None else None
    if words is None:
        return
    for sentence in scene.article.sentences:
        if any(_is_meant(name, doer, sentence, scene, words, parties) for doer in _doers(sentence, scene, words)):
            yield sentence


def _doers(sentence: Sentence, scene: Scene, words: MediatingWords) -> Iterator[tuple[str, Mention | None]]:
    """Who does in a sentence what only a mediator does: the words for them, and the name among them where one is."""
    text, rules = sentence.text, scene.rules
    assert rules is not None
    for verb in compile_words(words.deeds).finditer(text):
        yield from _subject(verb.start(), sentence, scene, words)
    for verb in compile_words(words.hands).finditer(text):
        handed = re.split(r"[,.;]", text[verb.start() : verb.end()] + text[verb.end() : verb.end() + OBJECT])[0]
        for doer, mention in _subject(verb.start(), sentence, scene, words):
            if scene.matches(rules.papers, handed) and compile_words(words.envoys).search(doer):
                yield doer, mention
    for match in compile_words(words.chaired).finditer(text):
        span = match.span("who") if match["who"] else match.span("by")
        named = [m for m in scene.mentions(sentence) if span[0] <= m.outset and m.end <= span[1]]
        yield text[slice(*span)], named[0] if named else None


def _subject(
    verb: int, sentence: Sentence, scene: Scene, words: MediatingWords
) -> Iterator[tuple[str, Mention | None]]:
    """Who stands right before a verb, but for auxiliaries, an apposition and "who"."""
    text, rules = sentence.text, scene.rules
    assert rules is not None
    between = re.compile(
        rf"[\s,]*(?:(?:{rules.relatives})\s+)?(?:(?:{rules.auxiliaries})\s+){{0,{WORDS_TO_DEED}}}", re.IGNORECASE
    )
    for mention in scene.mentions(sentence):
        end = max(mention.end, mention.close)
        if end <= verb and between.fullmatch(text, end, verb):
            yield text[mention.outset : end], mention
    definite = rf"(?:{rules.articles})\s+" if rules.definite != r"(?!)" else ""
    for office in re.finditer(rf"(?<!\w){definite}(?:[\w\-]+\s+)?(?:{words.envoys})(?!\w)", text[:verb], re.IGNORECASE):
        if between.fullmatch(text, office.end(), verb):
            yield office.group(), None


def _is_meant(
    name: str,
    doer: tuple[str, Mention | None],
    sentence: Sentence,
    scene: Scene,
    words: MediatingWords,
    parties: Sequence[str],
) -> bool:
    """Whether a name is that of who does it, or of the body that sent them; who is sent by a side is not."""
    told, mention = doer
    language = scene.article.language
    if mention is None:
        envoys = _envoys(scene, words)
        others = [e for e in envoys if not _same(e.name, envoys[0].name, language)]
        if not envoys or others or not any(_same(e.name, name, language) for e in envoys):
            return False
        return all(party_of(f"{e.role or ''} {e.name} {told}", parties) is None for e in envoys)
    rules = scene.rules
    assert rules is not None
    sent = rf"(?<!\w){re.escape(name)}\s+(?:(?:{rules.office_modifiers})\s+)*(?:{words.envoys})\s+$"
    if re.search(sent, sentence.text[: mention.start]):
        # "League of Lakes envoy Rau": the body that sent them stands before the role.
        told = f"{name} {told}"
    return bool(locate(name, told)) and party_of(told, parties) is None


def _envoys(scene: Scene, words: MediatingWords) -> list[Mention]:
    """The names that the article gives an envoy's role."""
    held = (o.mention for entry in scene.roster.entries.values() for o in entry.with_role)
    return [m for m in held if compile_words(words.envoys).search(m.role or "")]


def _same(one: str, other: str, language: str | None) -> bool:
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return same_name(one, other, language) or ends_with(longer, shorter, language)
