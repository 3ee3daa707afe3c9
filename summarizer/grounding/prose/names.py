"""Names of a free text, each against those of its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from summarizer.grounding.content_words import kin
from summarizer.grounding.folding import Span, fold
from summarizer.grounding.names import without_possessive
from summarizer.grounding.parties import same_stem
from summarizer.grounding.prose.beside import Beside, Finding, inside
from summarizer.grounding.prose.translated import Translated, is_comparable, stands_translated
from summarizer.grounding.quotes import locate, stands
from summarizer.language.rules import LanguageRules

ALIKE = 0.65
"""Share of letters that two spellings of one name have in common at least, to call one an alteration of the other."""

_WORD = re.compile(r"(?<!\w)[^\W\d_]\w*(?:[’'\-.&]\w+)*")
_STOP = re.compile(r"(?<=\w\w)\.\s+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s+|[“\"«(\[]\s*|[–—]\s*|[.!?]\s*)$")


def names_that_lack(beside: Beside) -> Iterator[Finding]:
    """Words of names that the evidence does not hold, and names put together of two names' halves."""
    counted = [(f.start, f.end) for f in beside.readings.figures(beside.text)]
    taken = [*beside.quotes, *beside.dated, *counted]
    if beside.translated:
        foreign = Translated(beside)
        yield from (Finding(start, beside.text[start:end], "absent") for start, end in foreign.countries_that_lack)
        taken += foreign.places
    told: list[Span] = []
    for mention in beside.readings.mentions(beside.text):
        if inside(mention.start, taken):
            continue
        told.append((mention.start, mention.end))
        words = [(m.start() + mention.start, m.group()) for m in _WORD.finditer(mention.name)]
        lacking = [(at, word) for at, word in words if not _may_stand(at, word, beside)]
        if lacking:
            yield from (_finding(at, word, beside) for at, word in lacking)
        else:
            # "Hong Kong. Since": two names, or none behind the stop.
            apart = [name for name in _STOP.split(mention.name) if not _stands_together(name, mention.start, beside)]
            yield from (Finding(mention.start, name, "absent") for name in apart)
    for match in _WORD.finditer(beside.text):
        # Capitals outside of a run, as a title or an adjective before a name.
        word = without_possessive(match.group())
        known = inside(match.start(), taken) or inside(match.start(), told)
        if word[0].isupper() and not known and not _may_stand(match.start(), word, beside):
            yield _finding(match.start(), word, beside)


def _may_stand(at: int, word: str, beside: Beside) -> bool:
    if _stands(word, beside) or (beside.translated and stands_translated(word, beside)):
        return True
    return not _is_acronym(word) and (_is_ordinary(at, word, beside) or _is_common_noun(at, word, beside))


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _finding(at: int, word: str, beside: Beside) -> Finding:
    """Altered where the evidence spells a name nearly so; no verdict where the capital may be that of a sentence.

    Nor where the article's script has no spelling to compare.
    """
    if beside.translated and not is_comparable(word, beside):
        reason = f"Whether the evidence names “{word}” can't be judged: its script spells no letters to compare."
        return Finding(at, word, "unjudged", reason)
    if _begins_sentence(at, beside.text) and (beside.translated or _is_known_in_lower_case(word, beside)):
        return Finding(at, word, "unjudged")
    others = {m.group() for m in _WORD.finditer(beside.held) if m.group()[0].isupper()}
    alike = [(Levenshtein.normalized_similarity(word.lower(), other.lower()), other) for other in others]
    near = max(alike, default=(0.0, ""))
    if near[0] >= ALIKE and not locate(near[1], beside.text):
        return Finding(at, word, "altered", f"“{word}” for “{near[1]}”")
    return Finding(at, word, "absent")


def _stands(word: str, beside: Beside) -> bool:
    if stands(word, beside.held):
        # "US" does not stand in "they told us".
        return not _is_acronym(word) or any(
            not beside.held[slice(*place)].islower() for place in locate(word, beside.held)
        )
    if any("." in word + other and _undotted(word) == _undotted(other) for other in _WORD.findall(beside.held)):
        return True
    parts = re.findall(r"\w+", fold(word).text)
    return all(any(same_stem(stem, p) or same_stem(p, stem) or stem == p for stem in beside.held_words) for p in parts)


def _undotted(word: str) -> str:
    return word.replace(".", "")


def _stands_together(name: str, at: int, beside: Beside) -> bool:
    """Whether the words of a name are one name in the evidence too, or whole names beside each other; not two
    names' halves.
    """
    words = name.split()
    if _is_ordinary(at, words[0], beside):
        words = words[1:]
    if len(words) < 2 or beside.translated or locate(" ".join(words), beside.held):
        return True
    wanted = [w.casefold() for w in words]
    runs = [
        re.findall(r"[\w.\-]+", s.text[other.outset : other.close].casefold())
        for s in beside.cited
        for other in beside.scene.mentions(s)
    ]
    if any(all(_taken_out(word, parts) for word in wanted) for parts in map(list, runs)):
        return True
    alone = [run[0] for run in runs if len(run) == 1]
    return all(_taken_out(word, alone) for word in wanted)


def _taken_out(word: str, parts: list[str]) -> bool:
    """Whether one of the parts is the word or a form of it; it is taken out, for it answers one word only."""
    at = next((n for n, part in enumerate(parts) if part == word or same_stem(part, word)), None)
    if at is not None:
        del parts[at]
    return at is not None


def _begins_sentence(at: int, text: str) -> bool:
    return bool(_SENTENCE_START.search(text[max(0, at - 40) : at]) if at else True)


def _is_ordinary(at: int, word: str, beside: Beside) -> bool:
    """Whether a capital at the start of a sentence begins no name: a word of grammar, or known in lower case."""
    if not _begins_sentence(at, beside.text):
        return False
    rules = beside.rules
    if rules is not None and (_grammar(rules).fullmatch(word) or rules.any_reporting.fullmatch(word)):
        return True
    lower = word.lower()
    return any(kin(lower, other) for other in beside.held_in_lower_case)


def _is_known_in_lower_case(word: str, beside: Beside) -> bool:
    """Whether the article has the word in lower case outside of the evidence: a name or not, nobody can tell."""
    lower = word.lower()
    return any(kin(lower, other) for other in beside.scene.lower_case_words)


def _is_common_noun(at: int, word: str, beside: Beside) -> bool:
    """Where every noun has a capital: whether this one is no name, by its ending or what stands before it."""
    rules = beside.rules
    if rules is None or not rules.noun_capitals:
        return False
    if rules.pattern(rules.noun_endings).fullmatch(word) or _grammar(rules).fullmatch(word):
        return True
    before = re.search(r"(\w+)\s+$", beside.text[max(0, at - 40) : at])
    if before is None or before[1][0].isupper():
        return False
    determiners = rules.pattern(rules.articles, rules.indefinite, rules.possessives)
    return bool(determiners.fullmatch(before[1]))


def _grammar(rules: LanguageRules) -> re.Pattern[str]:
    return rules.pattern(
        rules.joining, rules.articles, rules.pronouns, rules.prepositions, rules.clause_openers,
        rules.auxiliaries, rules.conjunctions, rules.sentence_openers, rules.impersonal, rules.possessives,
        rules.anonymous,
        rules.talks, rules.papers, rules.delegations, rules.outlets, rules.bodies, rules.offices,
    )  # fmt: skip
