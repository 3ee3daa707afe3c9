"""Which names in an article are outlets, and which of them a sentence says to have carried its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from summarizer.grounding.kinds import is_outlet
from summarizer.grounding.name_comparison import ends_with, same_name
from summarizer.grounding.names import Mention, is_capitalised, without_possessive
from summarizer.grounding.parties import party_of
from summarizer.grounding.scene import Scene
from summarizer.language.attribution import Attribution
from summarizer.sentences import Sentence

Span = tuple[int, int]

_WORD = re.compile(r"\w+")
_BEHIND_NOUN = re.compile(r"\s*(?:the\s*)?[«„“\"]?\s*(?:((?-i:[A-ZÀ-Þ])\w*)\s+)?")
"""What stands between the noun for an outlet and its name, or what the name begins with: "«", "La"."""
_NAME = re.compile(r"[^\W\d_][\w.&’'\-]*(?:\s+[^\W\d_][\w.&’'\-]*)*")


def known_outlets(scene: Scene, parties: Sequence[str] = ()) -> frozenset[str]:
    """Names that the article itself calls outlets ("news agency X"), or that hear, quote or air what was said."""
    asked = tuple(parties)
    if asked not in scene.outlets:
        scene.outlets[asked] = frozenset(_known_outlets(scene, parties)) if scene.rules is not None else frozenset()
    return scene.outlets[asked]


def _known_outlets(scene: Scene, parties: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for sentence in scene.article.sentences:
        found.update(_called_outlets(sentence, scene))
        dates = scene.dates[sentence.number]
        for span in _carrying_spans(sentence, scene):
            if any(d.start < span[1] and span[0] < d.end for d in dates):
                continue
            found.update(n for n in _names_in(sentence.text[slice(*span)], scene) if _could_be(n, scene, parties))
    return found


def carriers(
    sentence: Sentence, attribution: Attribution | None, scene: Scene, outlets: frozenset[str]
) -> tuple[str, ...]:
    """The outlets that the sentence names as having carried the words of this attribution, in order."""
    if attribution is None or scene.rules is None:
        return ()
    own = attribution.subject
    spans = [s for s in (attribution.hearer, attribution.carrier) if s is not None]
    spans += [s for s in _passing_spans(sentence, scene) if own is None or s[1] <= own[0] or own[1] <= s[0]]
    found = {name: span for span in spans for name in _outlets_in(sentence, span, scene, outlets)}
    return tuple(sorted(found, key=lambda name: found[name]))


def passes_on(sentence: Sentence, attribution: Attribution, scene: Scene, outlets: frozenset[str]) -> bool:
    """Whether the speaker is only the outlet behind another's words: "Rau said …, according to the Herald"."""
    rules = scene.rules
    if rules is None or attribution.subject is None:
        return False
    cue = sentence.text[slice(*attribution.cue)]
    others = [a for a in scene.attributions(sentence) if a.subject and a.cue != attribution.cue]
    named = any(_outlets_in(sentence, attribution.subject, scene, outlets))
    return bool(rules.pattern(rules.according_to).fullmatch(cue) and named and others)


def is_second_hand(sentence: Sentence, attribution: Attribution, scene: Scene, outlets: frozenset[str]) -> bool:
    """Whether the words come from an outlet or a nameless source: "Rau said …, according to the Herald"."""
    rules = scene.rules
    if rules is None:
        return False
    for other in scene.attributions(sentence):
        if other.subject is None or other.cue == attribution.cue or other.subject == attribution.subject:
            continue
        cue, who = sentence.text[slice(*other.cue)], sentence.text[slice(*other.subject)]
        if rules.pattern(rules.according_to).fullmatch(cue):
            nameless = rules.pattern(rules.anonymous).search(who) and not any(c.isupper() for c in who)
            if nameless or any(_outlets_in(sentence, other.subject, scene, outlets)):
                return True
    return False


def is_named_as_carrier(sentence: Sentence, place: Span, speaker: Span | None, scene: Scene) -> bool:
    """Whether words of a sentence stand where an outlet stands that hears, quotes, airs or tells the words."""
    spans = [*_carrying_spans(sentence, scene)]
    spans += [a.subject for a in scene.attributions(sentence) if a.subject is not None and a.subject != speaker]
    return any(start <= place[0] and place[1] <= end for start, end in spans)


def _called_outlets(sentence: Sentence, scene: Scene) -> Iterator[str]:
    """Names right behind or before a noun for outlets, or that end in one ("Ruritania TV")."""
    rules = scene.rules
    if rules is None:
        return
    text = sentence.text
    mentions = scene.mentions(sentence)
    for noun in rules.pattern(rules.outlets).finditer(text):
        behind = [m for m in mentions if m.start > noun.end() and _is_behind(noun.end(), m, text, scene)]
        at = behind[0].end if behind else noun.end()
        for mention in (m for m in mentions if m.start > noun.end()):
            if mention in behind[:1]:
                yield _with_article(noun.end(), mention, text)
                at = mention.end
            elif behind and _lists_on(text[at : mention.start], scene):
                yield mention.name
                at = mention.end
            elif behind:
                break
        for mention in mentions:
            plain = rules.pattern(rules.demonyms).fullmatch(mention.name) or behind or noun.group()[-1] == "s"
            alone = mention.role is None and text[mention.end : noun.start()] == " "
            if rules.noun_capitals and mention.start == noun.start() and mention.end > noun.end():
                # "Nachrichtenagentur Hentzau": the noun has a capital and is no part of the name.
                yield text[noun.end() : mention.end].strip()
            if (alone and not plain) or (mention.end == noun.end() and mention.start < noun.start()):
                yield mention.name


def _is_behind(noun: int, mention: Mention, text: str, scene: Scene) -> bool:
    """Whether a name is the outlet's that a noun tells; a capital article between ("La") is part of it."""
    between = _BEHIND_NOUN.fullmatch(text, noun, mention.start)
    rules = scene.rules
    if between is None or rules is None:
        return False
    return between[1] is None or rules.pattern(rules.articles).fullmatch(between[1]) is not None


def _with_article(noun: int, mention: Mention, text: str) -> str:
    """ "La Voix": a name with its capital article."""
    between = _BEHIND_NOUN.fullmatch(text, noun, mention.start)
    return text[between.start(1) if between and between[1] else mention.start : mention.end]


def _lists_on(between: str, scene: Scene) -> bool:
    """Whether only a comma or "and" stands between two names of a list."""
    words = between.replace(",", " ").split()
    rules = scene.rules
    return rules is not None and all(rules.pattern(rules.conjunctions, rules.articles).fullmatch(w) for w in words)


def _carrying_spans(sentence: Sentence, scene: Scene) -> Iterator[Span]:
    """Where the grammar puts those who hear ("told X"), quote ("X quoted …") or pass on ("according to X")."""
    for attribution in scene.attributions(sentence):
        yield from (s for s in (attribution.hearer, attribution.carrier) if s is not None)
    yield from _passing_spans(sentence, scene)


def _passing_spans(sentence: Sentence, scene: Scene) -> Iterator[Span]:
    """Behind "aired on" and the like; behind "according to" where somebody else speaks in the sentence."""
    rules = scene.rules
    if rules is None:
        return
    quotes = scene.readings.quoted(sentence.text)
    for match in rules.pattern(rules.carried_by).finditer(sentence.text):
        name = re.compile(r"\s+(?:the\s+)?").match(sentence.text, match.end())
        end = _NAME.match(sentence.text, name.end()) if name else None
        if end is not None and not any(s < match.start() < e for s, e in quotes):
            yield end.start(), end.end()
    attributions = scene.attributions(sentence)
    for attribution in attributions:
        according = rules.pattern(rules.according_to).fullmatch(sentence.text[slice(*attribution.cue)])
        speaking = any(a.subject and a.cue != attribution.cue for a in attributions)
        if according and speaking and attribution.subject is not None:
            yield attribution.subject


def _outlets_in(sentence: Sentence, span: Span, scene: Scene, outlets: frozenset[str]) -> Iterator[str]:
    """The known outlets in a stretch of the sentence; a nameless one ("state media") as the whole stretch."""
    words = sentence.text[slice(*span)]
    named = sorted({name for _, name in known_in(words, outlets)})
    longest = [o for o in named if not any(o != other and o in other for other in named)]
    yield from sorted(longest, key=words.find)
    if not longest and is_outlet(words, outlets, scene):
        yield words


def known_in(words: str, outlets: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The known outlets that stand in some words, as whole words, with their offsets."""
    by_first = _by_first_word(outlets)
    for match in _WORD.finditer(words):
        for outlet, before in by_first.get(match.group(), ()):
            start = match.start() - before
            end = start + len(outlet)
            if words.startswith(outlet, start) and not words[end : end + 1].isalnum():
                yield start, outlet


@lru_cache(maxsize=16)
def _by_first_word(outlets: frozenset[str]) -> Mapping[str, list[tuple[str, int]]]:
    """The outlets by their first word, each with what stands before that."""
    found: dict[str, list[tuple[str, int]]] = {}
    for outlet in sorted(outlets):
        first = _WORD.search(outlet)
        if first is not None:
            found.setdefault(first.group(), []).append((outlet, first.start()))
    return found


def _names_in(words: str, scene: Scene) -> list[str]:
    """The names of a list, without articles: "RIA Novosti, TASS and the Herald"."""
    rules = scene.rules
    if rules is None:
        return []
    parts = re.split(rf"\s*,\s*|\s+(?:{rules.conjunctions})\s+", words)
    article = re.compile(rf"^(?:{rules.articles})\s+", re.IGNORECASE)
    names = (article.sub("", part.strip(" ,.;:")) for part in parts)
    if rules.noun_capitals:
        # "Zeitung „Bote“": the noun has a capital and is no part of the name.
        noun = re.compile(rf"^(?:{rules.outlets})\s+")
        names = (noun.sub("", name).strip('„“”"«»') for name in names)
    return [name for name in names if name]


def _could_be(name: str, scene: Scene, parties: Sequence[str]) -> bool:
    """Whether a name can be an outlet's: nobody's with a role, no body, no side, no people and no place."""
    rules = scene.rules
    if re.match(r"\w\.\s?\w{2}", name):
        # "P. Rau": somebody with an initial.
        return False
    if rules is None or not all(is_capitalised(w) for w in name.split()) or without_possessive(name) != name:
        return False
    words = (rules.bodies, rules.person_titles, rules.honorifics, rules.offices, rules.pronouns)
    if rules.pattern(*words).search(name) or rules.pattern(rules.demonyms).fullmatch(name) or party_of(name, parties):
        return False
    language = scene.article.language
    for entry in scene.roster.akin(name):
        if entry.beside and same_name(entry.name, name, language):
            return False
        if ends_with(entry.name, name, language) and not name.isupper():
            return False
    return name.isupper() or not scene.roster.is_placed(name)
