"""The verdict on a status: whether the cited sentences have words for it, or words for another one.

What is planned or past is told by the date against the day of publication first. Where no word tells, nobody
can judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.grounding.about_talks import said_of_talks, tells_of_the_future
from summarizer.grounding.predicates import has_begun, is_called_off
from summarizer.grounding.publication import side_of
from summarizer.grounding.quotes import locate
from summarizer.grounding.scene import Scene
from summarizer.grounding.spans import Span, between, overlap
from summarizer.grounding.verdicts import Verdict
from summarizer.language.operators import operators_of
from summarizer.language.plans import plan_words
from summarizer.language.standpoints import tells_what_is_open
from summarizer.language.statuses import agreement_statuses, meeting_statuses, talks_statuses
from summarizer.sentences import Sentence

NEGATION_REACH = 3
"""Words between a negation and the word for a status that it negates, at most."""

IN_A_ROW = 3
"""Words between two papers of which one thing is told ("handed over a letter and the draft"), at most."""

DONE = frozenset({"signed", "published", "delivered"})
"""What has been done with a paper, where its verb is not about what is still to come."""

_COMPATIBLE = {"planned", "under_way"}
"""Talks whose next round is planned may well be under way."""

Kind = Literal["talks", "meeting", "agreement", "document"]


@dataclass(frozen=True)
class StatusWords:
    """What sentences tell of a status."""

    told: tuple[str, ...]
    """The statuses that they have words for, in order."""
    known: bool
    """Whether the words of the language are known."""

    def judge(self, status: str) -> Verdict:
        """The verdict on a claimed status."""
        if status == "unclear":
            return Verdict("supported", "It claims nothing.")
        if status == "agreed" and len(self.told) > 1 and status in self.told:
            # "Both rejected the agreement", "a tentative deal": the noun alone tells of no agreement.
            others = " and ".join(f"“{told}”" for told in self.told if told != status)
            return Verdict("unjudged", f"The sentences have words for {others}, too.")
        if status in self.told:
            return Verdict("supported", "The words of the sentences tell it.")
        against = [told for told in self.told if {told, status} != _COMPATIBLE]
        if not against:
            known = "No word of the sentences tells this status."
            reason = known if self.known else "The words for it are not known in this language."
            return Verdict("unjudged", reason)
        return Verdict("altered", "The words of the sentences tell another status.", f"“{status}” for “{against[0]}”")


def statuses_told(
    kind: Kind, cited: Sequence[Sentence], scene: Scene, *, start: str | None = None, paper: str | None = None
) -> StatusWords:
    """What the cited sentences tell of talks, a meeting, an agreement or a paper.

    `start` is a meeting's ISO date: before or after the day of publication it alone tells past or planned. `paper` is
    the name of a paper: what a sentence says of another one tells nothing of it.
    """
    words = _words(kind, scene)
    about = kind in ("talks", "meeting")
    told = dict.fromkeys(name for s in cited for name in _told(s, scene, words, of_talks=about, paper=paper))
    if kind == "document":
        # "Unclear is whether they sign it": the paper is neither signed nor promised.
        opened = all(tells_what_is_open(s.text, scene.article.language) for s in cited)
        told = dict.fromkeys(name for name in told if name == "awaited" or not opened)
    side = side_of(start, scene.article.published) if start else None
    if kind == "meeting":
        told = dict.fromkeys(_by_main_verb(tuple(told), cited, scene, start))
        if next(iter(told), None) == "cancelled":
            return StatusWords(tuple(told), known=True)
    if side is not None:
        by_date = "planned" if side == "after" else "past"
        told = dict.fromkeys((by_date, *(name for name in told if name not in ("planned", "past"))))
    return StatusWords(tuple(told), known=bool(words) or side is not None)


def _by_main_verb(told: Sequence[str], cited: Sequence[Sentence], scene: Scene, start: str | None) -> Iterator[str]:
    """What the words tell of a meeting, once its main verb has been heard.

    One that was called off is neither planned nor past. One that has begun was not put off, whatever the sentences
    around it tell of the plan before; it may be over.
    """
    if any(is_called_off(s, scene, start) for s in cited):
        yield from ("cancelled", *(name for name in told if name not in ("cancelled", "planned", "past", "under_way")))
        return
    is_to_come = start is not None and side_of(start, scene.article.published) == "after"
    begun = [s for s in sentences_dating(cited, scene, start) if not is_to_come and has_begun(s, scene)]
    overruled = {"planned", "postponed", "cancelled"} if begun and start else set()
    yield from (name for name in told if name not in overruled)
    if begun:
        yield from (name for name in ("under_way", "past") if name not in told)


def sentences_dating(cited: Sequence[Sentence], scene: Scene, start: str | None) -> list[Sentence]:
    """The sentences that give a meeting's start; all where it has none."""
    return [s for s in cited if start is None or any(m.value == start for m in scene.dates[s.number])]


def _words(kind: Kind, scene: Scene) -> Mapping[str, re.Pattern[str]]:
    language, rules = scene.article.language, scene.rules
    if kind == "talks":
        return talks_statuses(language)
    if kind == "meeting":
        return meeting_statuses(language)
    if kind == "agreement":
        return agreement_statuses(language)
    return {name: rules.pattern(pattern) for name, pattern in rules.paper_statuses.items()} if rules else {}


def _told(
    sentence: Sentence, scene: Scene, words: Mapping[str, re.Pattern[str]], *, of_talks: bool, paper: str | None
) -> Iterator[str]:
    """The statuses that a sentence has words for; a negated word, or one of a condition, tells none."""
    if of_talks and tells_of_the_future(sentence, scene):
        yield "planned"
    yield from (status for status, _ in _tellings(sentence, scene, words, of_talks=of_talks, paper=paper))


def status_words(status: str, paper: str, sentence: Sentence, scene: Scene) -> list[re.Match[str]]:
    """The words by which a sentence tells this status of a paper."""
    told = _tellings(sentence, scene, _words("document", scene), of_talks=False, paper=paper)
    return [match for name, match in told if name == status]


def _tellings(
    sentence: Sentence, scene: Scene, words: Mapping[str, re.Pattern[str]], *, of_talks: bool, paper: str | None
) -> Iterator[tuple[str, re.Match[str]]]:
    """Each status with the words that tell it; what is still to be done with a paper comes last."""
    to_come = []
    for status, pattern in words.items():
        for match in said_of_talks(pattern, sentence, scene) if of_talks else pattern.finditer(sentence.text):
            if _only_supposed(sentence.text, match.start(), scene):
                continue
            if paper is not None and _is_no(paper, match, sentence, scene):
                continue
            if paper is not None and not _is_of(paper, match, sentence, scene):
                continue
            if status in DONE and not of_talks and _is_to_come(match, sentence, scene):
                to_come.append(match)
            else:
                yield status, match
    yield from ((status, match) for status in ("awaited", "promised") for match in to_come)


def _is_no(paper: str, word: re.Match[str], sentence: Sentence, scene: Scene) -> bool:
    """Whether it tells of no such paper ("no draft had been handed over"), or begins by denying ("Nor has")."""
    rules, text = scene.rules, sentence.text
    if rules is None:
        return False
    clause = re.split(r"[,;:.!?]", text[: word.start()])[-1].split()
    spans = locate(paper, text) or locate(paper.split()[-1], text)
    before = [text[:start].split()[-NEGATION_REACH:] for start, _ in spans]
    nothing = rules.pattern(rules.negative_determiners)
    denies = bool(clause) and re.fullmatch(r"nor|neither", clause[0], re.IGNORECASE) is not None
    return denies or any(nothing.fullmatch(one) for words in before for one in words[-2:])


def _is_to_come(word: re.Match[str], sentence: Sentence, scene: Scene) -> bool:
    """Whether a paper "is to be signed", and is not signed yet."""
    words = plan_words(scene.article.language)
    return words is not None and words.is_to_come(sentence.text, word.start(), word.end())


def _is_of(paper: str, word: re.Match[str], sentence: Sentence, scene: Scene) -> bool:
    """Whether no other paper stands nearer to the word than this one, or one that is named in a row with it."""
    rules, text = scene.rules, sentence.text
    own = locate(paper, text) or locate(paper.split()[-1], text)
    if rules is None or not own:
        return True
    others = [
        m.span() for m in rules.pattern(rules.papers).finditer(text) if not any(overlap(m.span(), o) for o in own)
    ]
    nearest = min((*own, *others), key=lambda span: _distance(word.span(), span))
    return any(len(text[slice(*between(nearest, span))].split()) <= IN_A_ROW for span in own)


def _distance(one: Span, other: Span) -> int:
    start, end = between(one, other)
    return end - start


def _only_supposed(text: str, at: int, scene: Scene) -> bool:
    """Whether a word is negated, or stands in a clause that tells only a condition."""
    operators = operators_of(scene.article.language)
    if operators is None:
        return False
    clause = re.split(r"[,;:.!?]", text[:at])[-1]
    before = " ".join(clause.split()[-NEGATION_REACH:])
    return operators.negating.search(before) is not None or operators.conditional.search(clause) is not None
