"""The negotiation itself and its delegations: sides, status, and who leads whom."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.briefing import Delegation, Person, Talks
from summarizer.draft import DraftDelegation, DraftTalks
from summarizer.grounding.names import People
from summarizer.grounding.parties import party_of
from summarizer.grounding.prose import unsupported_words
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.sentences import Sentence

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
    return Talks(
        subject=_subject(draft.subject, cited, scene, refusals),
        parties=parties,
        mediators=mediators,
        status=draft.status,
        evidence=evidence_of(cited),
    )


def _standing(path: str, names: Sequence[str], scene: Scene, refusals: Refusals) -> list[str]:
    """The names that stand in the article, each once, in the article's own spelling."""
    kept: list[str] = []
    for at, name in enumerate(names):
        found = scene.stands_in(name, scene.article.sentences)
        if found is None:
            refusals.absent(f"{path}/{at}", name, "The article does not hold this name.")
            continue
        words = found[0].text[slice(*found[1])]
        if party_of(words, kept) is None:
            kept.append(words)
    return kept


def _mediators(names: Sequence[str], parties: Sequence[str], scene: Scene, refusals: Refusals) -> list[str]:
    """Those of the names that a sentence tells of as mediating; a side to the talks is none."""
    kept = []
    for at, name in enumerate(names):
        naming = [s for s in scene.article.sentences if scene.stands_in(name, [s])]
        if scene.rules is not None and not any(scene.matches(scene.rules.mediation, s.text) for s in naming):
            refusals.absent(f"/talks/mediators/{at}", name, "No sentence that names it tells of mediating.")
        elif party_of(name, parties) is not None:
            refusals.absent(f"/talks/mediators/{at}", name, "It is one of the sides.")
        elif naming:
            kept.append(name)
    return kept


def _naming(parties: Sequence[str], sentences: Sequence[Sentence]) -> list[Sentence]:
    """The first sentences that name the most sides."""
    named = [(sum(party_of(s.text, [p]) is not None for p in parties), s) for s in sentences]
    most = max((count for count, _ in named), default=0)
    return [s for count, s in named if count == most and count][:EVIDENCE_FOR_TALKS]


def _subject(subject: str | None, cited: Sequence[Sentence], scene: Scene, refusals: Refusals) -> str | None:
    if not subject or not subject.strip():
        return None
    missing = unsupported_words(subject, cited or scene.article.sentences, scene)
    if missing:
        refusals.absent(
            "/talks/subject", subject, f"{', '.join(missing)} does not stand in the evidence.",
            sentences=[s.number for s in cited], ask_again=False,
        )  # fmt: skip
        return None
    return subject.strip()


def ground_delegations(
    drafts: Sequence[DraftDelegation], scene: Scene, parties: Sequence[str], refusals: Refusals
) -> list[Delegation]:
    """The delegations that their sentences hold; two entries for one party are one."""
    found: dict[str, Delegation] = {}
    for at, draft in enumerate(drafts):
        delegation = _delegation(f"/delegations/{at}", draft, scene, parties, refusals)
        if delegation is None:
            continue
        known = found.get(delegation.party)
        if known is None or (known.head is None and delegation.head is not None):
            found[delegation.party] = delegation
    return list(found.values())


def _delegation(
    path: str, draft: DraftDelegation, scene: Scene, parties: Sequence[str], refusals: Refusals
) -> Delegation | None:
    cited = scene.real(draft.sentences)
    party = party_of(draft.party, parties)
    held = scene.stands_in(draft.party, cited)
    if party is None and held is None:
        reason = "The cited sentences do not name this party."
        refusals.absent(f"{path}/party", draft.party, reason, sentences=draft.sentences, ask_again=bool(cited))
        return None
    members = [
        Person(name=named.name, role=named.role)
        for number, member in enumerate(draft.members)
        if (named := _person(f"{path}/members/{number}", member, cited, scene, refusals)) is not None
    ]
    head = _person(f"{path}/head", draft.head, cited, scene, refusals) if draft.head else None
    note = draft.note if draft.note and not unsupported_words(draft.note, cited, scene) else None
    if draft.note and note is None:
        refusals.absent(f"{path}/note", draft.note, "Some of its names or numbers do not stand in the evidence.")
    return Delegation(
        party=party or draft.party.strip(), head=head, members=members, note=note, evidence=evidence_of(cited)
    )


def _person(path: str, words: str, cited: Sequence[Sentence], scene: Scene, refusals: Refusals) -> Person | None:
    held = scene.stands_in(words, cited)
    if held is None:
        reason = "The cited sentences do not hold this name."
        refusals.absent(path, words, reason, sentences=[s.number for s in cited], ask_again=True)
        return None
    named = People(scene).resolve(held[0].text[slice(*held[1])], held[0])
    return Person(name=named.name, role=named.role)
