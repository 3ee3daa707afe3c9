"""The sides to the talks that the grammar tells, whether a model named them or not.

"Talks between Ruritania and the rebels", "the Ruritania-Graustark truce", "are all party to the talks", "his
Lavian and Bordurian counterparts". A pair of which the draft knows one side adds the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.grounding.names import Mention, is_capitalised
from summarizer.grounding.parties import party_of
from summarizer.grounding.scene import Scene
from summarizer.language.rules import compile_words
from summarizer.language.sides import SIDE_WORDS, SideWords
from summarizer.sentences import Sentence

NEAR = 8
"""Words before "between" among which what the two have with each other is told, at most."""


def opposing_sides(scene: Scene, parties: Sequence[str]) -> list[tuple[str, Sentence]]:
    """Sides that the sentences tell and `parties` lacks, each with the sentence that tells."""
    words = SIDE_WORDS.get(scene.rules.code) if scene.rules else None
    if words is None:
        return []
    added: list[tuple[str, Sentence]] = []
    for sentence in scene.article.sentences:
        if not _tells_of_talks(sentence.text, scene, words):
            continue
        for several in (*_pairs(sentence, scene, words), *_lists(sentence, scene, words)):
            known = [*parties, *(side for side, _ in added)]
            if not any(party_of(side, known) for side in several):
                continue
            for side in several:
                known = [*parties, *(name for name, _ in added)]
                if party_of(side, known) is None and not any(k.startswith(f"{side} ") for k in known):
                    added.append((side, sentence))
    return added


def _tells_of_talks(text: str, scene: Scene, words: SideWords) -> bool:
    rules = scene.rules
    return rules is not None and scene.matches(f"{rules.talks}|{rules.papers}|{words.matters}", text) is not None


def _pairs(sentence: Sentence, scene: Scene, words: SideWords) -> Iterator[tuple[str, str]]:
    """ "Between A and B"."""
    for match in compile_words(words.between).finditer(sentence.text):
        first = _side_at(sentence, match.end(), scene, words)
        if first is None or not _tells_of_talks(" ".join(sentence.text[: match.start()].split()[-NEAR:]), scene, words):
            continue
        joined = re.match(rf"\s+(?:{words.joined})(?!\w)", sentence.text[first[1] :], re.IGNORECASE)
        second = _side_at(sentence, first[1] + joined.end(), scene, words) if joined else None
        if second is not None:
            yield first[0], second[0]


def _side_at(sentence: Sentence, at: int, scene: Scene, words: SideWords) -> tuple[str, int] | None:
    """The side that begins at an offset, and where it ends: a name, or a group without one."""
    rules = scene.rules
    assert rules is not None
    start = re.match(rf"\s+(?:(?:{rules.articles})\s+)?", sentence.text[at:], re.IGNORECASE)
    if start is None:
        return None
    begin = at + start.end()
    named = next((m for m in scene.mentions(sentence) if m.start == begin), None)
    group = re.match(rf"(?:[\w\-]+\s+){{0,2}}?(?:{words.groups})(?!\w)", sentence.text[begin:], re.IGNORECASE)
    if group is not None and (named is None or begin + group.end() > named.end):
        return group.group(), begin + group.end()
    return _name(named, sentence) if named is not None else None


def _name(named: Mention, sentence: Sentence) -> tuple[str, int]:
    """A name, with the common noun that it stands before as an adjective ("Ruritanian government")."""
    noun = re.match(r"\s+government(?!\w)", sentence.text[named.end :])
    return named.name, named.end + (noun.end() if noun else 0)


def _lists(sentence: Sentence, scene: Scene, words: SideWords) -> Iterator[tuple[str, ...]]:
    """ "A, B and C are party to the talks"; "the A-B truce"; "and his A, B and C counterparts"."""
    end = compile_words(words.party_to).search(sentence.text)
    if end is not None:
        yield tuple(m.name for m in scene.mentions(sentence) if m.end <= end.start())
    for pair in re.finditer(r"(?<![\w\-–])([^\W\d_a-z]\w{2,})[-–]([^\W\d_a-z]\w{2,})(?![\w\-–])", sentence.text):
        if all(scene.stands_in(name, scene.article.sentences) for name in pair.groups()):
            yield pair[1], pair[2]
    for match in compile_words(words.counterparts).finditer(sentence.text):
        before = sentence.text[: match.start()]
        behind_possessive = re.search(r"(?:his|her|their|its)\s+((?:[\w\-]+,?\s+)+)$", before)
        if behind_possessive is not None:
            adjectives = re.findall(r"[\w\-]+", behind_possessive[1])
            told = [word for word in adjectives if is_capitalised(word)]
            owners = [m for m in scene.mentions(sentence) if m.role and m.end <= behind_possessive.start()]
            yield (*(m.role.split()[0] for m in owners[-1:] if m.role), *told)
