"""Which names in an article are outlets, and which of them a sentence says to have carried its words."""

from __future__ import annotations

import re

from summarizer.grounding.names import is_capitalised
from summarizer.grounding.scene import Scene
from summarizer.language.attribution import Attribution
from summarizer.sentences import Sentence

_LIST = re.compile(r",\s*(?:and\s+)?|\s+(?:and|or|y|et|und|и|та|і)\s+")


def split_list(words: str) -> list[str]:
    """ "RIA Novosti, TASS and Interfax" → its three names."""
    return [part.strip(" ,.;:") for part in _LIST.split(words) if part.strip(" ,.;:")]


def known_outlets(scene: Scene) -> frozenset[str]:
    """Names that the article itself calls outlets ("news agency X", "the newspaper Y"), or tells as such."""
    if scene.rules is None:
        return frozenset()
    found: set[str] = set()
    name = r"[^\W\d_a-z][\w.&’'\-]*(?:\s+[^\W\d_a-z][\w.&’'\-]*)*"
    listed = re.compile(rf"\s+((?:the\s+)?{name}(?:(?:,\s*|,?\s+and\s+)(?:the\s+)?{name})*)")
    for sentence in scene.article.sentences:
        for noun in scene.rules.pattern(scene.rules.outlets).finditer(sentence.text):
            behind = listed.match(sentence.text, noun.end())
            if behind:
                found.update(re.sub(r"^the\s+", "", n, flags=re.IGNORECASE) for n in split_list(behind[1]))
        for attribution in scene.attributions(sentence):
            for span in (attribution.hearer, attribution.carrier):
                found.update(_outlets_in(sentence, span, scene))
    return frozenset(found)


def _outlets_in(sentence: Sentence, span: tuple[int, int] | None, scene: Scene) -> list[str]:
    """Outlets among those who were told or who quote: names, no people, parties or places."""
    if span is None:
        return []
    words = sentence.text[span[0] : span[1]]
    names = [re.sub(r"^the\s+", "", n, flags=re.IGNORECASE) for n in split_list(words)]
    return [n for n in names if _could_be_outlet(n, scene)]


def _could_be_outlet(name: str, scene: Scene) -> bool:
    """A name that speaks nowhere in the article with a person's or a body's role, and is no pronoun."""
    if scene.rules is None or not name or not all(is_capitalised(w) for w in name.split()):
        return False
    if scene.rules.pattern(scene.rules.bodies).search(name) or scene.rules.pattern(scene.rules.person_titles).search(
        name
    ):
        return False
    if scene.rules.pattern(scene.rules.pronouns).fullmatch(name):
        return False
    return not _is_person_or_place(name, scene)


def _is_person_or_place(name: str, scene: Scene) -> bool:
    """Whether the article uses the name as a surname behind a given name, for a people, or as where it happens."""
    text = scene.article.text
    escaped = re.escape(name)
    if len(name.split()) == 1 and not name.isupper():
        if re.search(rf"(?<![.!?“\"]\s)\b[A-ZÀ-Þ][a-zß-ÿ]+ {escaped}\b", text):
            return True
        stem = re.escape(name[: max(4, len(name) - 2)])
        if re.search(rf"\b{stem}\w*(?:an|ian|ese|ish|i|ans|ians)\b", text):
            return True
    return bool(re.search(rf"\b(?:in|from|between|of) {escaped}\b", text)) and not name.isupper()


def carriers(sentence: Sentence, attribution: Attribution | None, outlets: frozenset[str]) -> tuple[str, ...]:
    """The outlets that the sentence names as having carried the words of this attribution."""
    found = []
    for span in (attribution.hearer, attribution.carrier) if attribution is not None else ():
        words = sentence.text[span[0] : span[1]] if span is not None else ""
        found += [o for o in outlets if re.search(rf"(?<!\w){re.escape(o)}(?!\w)", words)]
    return tuple(sorted(found, key=sentence.text.find))
