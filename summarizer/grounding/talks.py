"""The negotiation itself: its sides, who mediates, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.briefing import Talks
from summarizer.draft import DraftTalks
from summarizer.grounding.parties import party_of
from summarizer.grounding.prose import checked_text
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.grounding.statuses import statuses_told
from summarizer.sentences import Sentence
from summarizer.vocabulary import TalksStatus

EVIDENCE_FOR_TALKS = 3
"""Sentences that are cited for the talks where the draft cites none: the first that name the sides."""


def ground_talks(draft: DraftTalks | None, scene: Scene, refusals: Refusals) -> Talks:
    """The talks with the sides that the article names; an empty entry where the draft has none."""
    if draft is None:
        return Talks()
    sentences = scene.article.sentences
    parties = _standing("/talks/parties", draft.parties, scene, refusals)
    mediators = _mediators(draft.mediators, parties, scene, refusals)
    cited = scene.real(draft.sentences) or _naming(parties, sentences)
    status, telling = _status(draft.status, cited, scene, refusals)
    return Talks(
        subject=checked_text("/talks/subject", draft.subject, cited or sentences, scene, refusals),
        parties=parties,
        mediators=mediators,
        status=status,
        evidence=evidence_of([*cited, *telling]),
    )


def _standing(path: str, names: Sequence[str], scene: Scene, refusals: Refusals) -> list[str]:
    """The names that stand in the article, each once, in the article's own spelling."""
    kept: list[str] = []
    for at, name in enumerate(names):
        found = scene.stands_in(name, scene.article.sentences) or _inflected(name, scene)
        if found is None:
            reason = "The article does not hold this name."
            refusals.not_located(f"{path}/{at}", name, scene.article.sentences, reason)
            continue
        words = found[0].text[slice(*found[1])]
        if party_of(words, kept) is None:
            kept.append(words)
    return kept


def _inflected(name: str, scene: Scene) -> tuple[Sentence, tuple[int, int]] | None:
    """A word made of the name, where the article has no other: "Ruritanian" for "Ruritania"."""
    for sentence in scene.article.sentences:
        for match in re.finditer(r"[^\W\d_]\w+", sentence.text):
            if " " not in name.strip() and match.group()[0].isupper() and party_of(match.group(), [name]):
                return sentence, match.span()
    return None


def _mediators(names: Sequence[str], parties: Sequence[str], scene: Scene, refusals: Refusals) -> list[str]:
    """Those of the names that a sentence tells of as mediating; a side to the talks is none."""
    kept: list[str] = []
    for at, name in enumerate(names):
        path = f"/talks/mediators/{at}"
        held = scene.stands_in(name, scene.article.sentences)
        if held is None:
            refusals.not_located(path, name, scene.article.sentences, "The article does not hold this name.")
            continue
        printed = held[0].text[slice(*held[1])]
        naming = [s for s in scene.article.sentences if scene.stands_in(name, [s])]
        if scene.rules is not None and not any(scene.matches(scene.rules.mediation, s.text) for s in naming):
            refusals.absent(path, name, "No sentence that names it tells of mediating.")
        elif party_of(name, parties) is not None:
            refusals.absent(path, name, "It is one of the sides.")
        elif printed not in kept:
            kept.append(printed)
    return kept


def _status(
    claimed: TalksStatus, cited: Sequence[Sentence], scene: Scene, refusals: Refusals
) -> tuple[TalksStatus, list[Sentence]]:
    """The status where the article bears it out, with the sentence that does where none of the cited ones does."""
    verdict = statuses_told("talks", cited, scene).judge(claimed)
    if verdict.kind == "supported":
        return claimed, []
    for sentence in scene.article.sentences:
        if statuses_told("talks", [sentence], scene).judge(claimed).kind == "supported":
            return claimed, [sentence]
    if scene.accepts(verdict):
        return claimed, []
    refusals.judged("/talks/status", claimed, verdict, sentences=[s.number for s in cited])
    return "unclear", []


def _naming(parties: Sequence[str], sentences: Sequence[Sentence]) -> list[Sentence]:
    """The first sentences that name the most sides."""
    named = [(sum(party_of(s.text, [p]) is not None for p in parties), s) for s in sentences]
    most = max((count for count, _ in named), default=0)
    return [s for count, s in named if count == most and count][:EVIDENCE_FOR_TALKS]
