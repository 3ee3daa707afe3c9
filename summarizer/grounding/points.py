"""The lines of free text: bottom line, positions, agreements, open questions, next steps.

Every name, number and quoted word in them must stand in their sentences. A text that fails is replaced by
its evidence, or falls where it cannot be, and is listed either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from summarizer.briefing import Agreement, BottomLine, Meeting, Point, Position
from summarizer.draft import DraftAgreement, DraftBottomLine, DraftPoint, DraftPosition
from summarizer.grounding.folding import is_unspaced
from summarizer.grounding.parties import party_of
from summarizer.grounding.people import People
from summarizer.grounding.prose import checked_text, readable
from summarizer.grounding.prose.checked import INSTEAD
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.grounding.sides import named_sides
from summarizer.grounding.statuses import statuses_told
from summarizer.grounding.timeline import shortened
from summarizer.sentences import Sentence
from summarizer.vocabulary import AgreementStatus

BOTTOM_LINE_WORDS = 60
"""Words of a bottom line, at most (DESIGN.md, section 3)."""
SIGNS_OF_A_WORD = 2
"""Signs of a word in scripts without spaces, on average."""


def ground_bottom_line(
    draft: DraftBottomLine | None, scene: Scene, meetings: Sequence[Meeting], refusals: Refusals
) -> BottomLine:
    """The draft's summary where it holds, else the article's own lead sentences."""
    if draft is not None:
        cited = scene.real(draft.sentences)
        told = readable(draft.text)
        if _words_in(told) > BOTTOM_LINE_WORDS:
            reason = f"Longer than {BOTTOM_LINE_WORDS} words. {INSTEAD}"
            refusals.absent("/bottom_line/text", told, reason, sentences=draft.sentences, ask_again=bool(cited))
        elif text := checked_text("/bottom_line/text", told, cited, scene, refusals, instead=True):
            return BottomLine(text=text, evidence=evidence_of(cited))
    lead = lead_sentences(scene, meetings)
    text = " ".join(" ".join(s.text.split()) for s in lead)
    words = text.split()
    short = text if len(words) <= BOTTOM_LINE_WORDS else " ".join(words[: BOTTOM_LINE_WORDS - 1]) + " …"
    return BottomLine(text=short, evidence=evidence_of(lead))


def _words_in(text: str) -> int:
    """How many words a text has; in scripts without spaces about two signs are one."""
    return len(text.split()) + sum(map(is_unspaced, text)) // SIGNS_OF_A_WORD


def lead_sentences(scene: Scene, meetings: Sequence[Meeting]) -> list[Sentence]:
    """The first sentence with a verb that reports or tells of talks, and the one that dates the next meeting."""
    sentences = scene.article.sentences
    rules = scene.rules
    if rules is None:
        return [sentences[0]]
    telling = [s for s in sentences[:6] if len(s.text.split()) >= 8 and s.text.rstrip('”"’) ')[-1:] in ".!?"]
    lead = next((s for s in telling if scene.matches(rules.talks, s.text)), None)
    lead = lead or (telling or list(sentences))[0]
    chosen = [lead]
    dated = [m for m in meetings if m.status in ("planned", "under_way") and m.start]
    for meeting in dated[-1:]:
        best = scene.sentence(meeting.evidence[0].sentence)
        if best is not None and best not in chosen:
            chosen.append(best)
    words = sum(len(s.text.split()) for s in chosen)
    return sorted(chosen, key=lambda s: s.number) if words <= BOTTOM_LINE_WORDS else [lead]


def ground_positions(
    drafts: Sequence[DraftPosition], scene: Scene, people: People, refusals: Refusals
) -> list[Position]:
    """Positions whose party and words stand in their sentences."""
    found = []
    for at, draft in enumerate(drafts):
        path = f"/positions/{at}"
        cited = scene.real(draft.sentences)
        party = holder(draft.party, cited, scene, people)
        if party is None:
            reason = "The cited sentences do not name it, nor anybody who speaks for it."
            refusals.not_located(f"{path}/party", draft.party, cited, reason, ask_again=bool(cited))
            continue
        if draft.issue in people.outlets:
            refusals.absent(f"{path}/issue", draft.issue, "It is an outlet, nothing that sides could differ on.")
            continue
        stance = _line(f"{path}/stance", draft.stance, cited, scene, refusals)
        issue = _line(f"{path}/issue", draft.issue, cited, scene, refusals)
        if stance and issue:
            found.append(Position(party=party, issue=issue, stance=stance, evidence=evidence_of(cited)))
    return found


def holder(words: str, cited: Sequence[Sentence], scene: Scene, people: People) -> str | None:
    """The party of these words, if the sentences name it or somebody whose role tells that party."""
    party = party_of(words, people.parties)
    if party is None:
        held = scene.stands_in(words, cited)
        return held[0].text[slice(*held[1])] if held else None
    if any(party_of(s.text, [party]) for s in cited):
        return party
    named = (people.as_speaker(m.name, s)[0] for s in cited for m in scene.mentions(s))
    return party if any(speaker.party == party for speaker in named) else None


def ground_agreements(
    drafts: Sequence[DraftAgreement], scene: Scene, parties: Sequence[str], refusals: Refusals
) -> list[Agreement]:
    """Agreements whose words stand in their sentences."""
    found = []
    for at, draft in enumerate(drafts):
        cited = scene.real(draft.sentences)
        text = _line(f"/agreements/{at}/text", draft.text, cited, scene, refusals)
        named, naming = named_sides(f"/agreements/{at}/parties", draft.parties, cited, scene, parties, refusals)
        status = _agreement_status(f"/agreements/{at}/status", draft, cited, scene, refusals) if text else None
        if text and status:
            evidence = evidence_of([*cited, *naming])
            found.append(Agreement(text=text, parties=named, status=status, evidence=evidence))
    return found


def _agreement_status(
    path: str, draft: DraftAgreement, cited: Sequence[Sentence], scene: Scene, refusals: Refusals
) -> AgreementStatus | None:
    """The draft's status where the sentences' words bear it out; else the first that they tell, if any."""
    words = statuses_told("agreement", cited, scene)
    verdict = words.judge(draft.status)
    if scene.accepts(verdict):
        return draft.status
    refusals.judged(path, draft.status, verdict, sentences=draft.sentences)
    return cast(AgreementStatus, words.told[0]) if words.told else None


def ground_points(section: str, drafts: Sequence[DraftPoint], scene: Scene, refusals: Refusals) -> list[Point]:
    """Open questions or next steps whose words stand in their sentences."""
    found: list[Point] = []
    for at, draft in enumerate(drafts):
        cited = scene.real(draft.sentences)
        text = _line(f"/{section}/{at}/text", draft.text, cited, scene, refusals)
        if text and (point := Point(text=text, evidence=evidence_of(cited))) not in found:
            found.append(point)
    return found


def _line(path: str, text: str, cited: Sequence[Sentence], scene: Scene, refusals: Refusals) -> str | None:
    """The text where its evidence holds it; else the evidence's own words, where there are any."""
    if not readable(text):
        refusals.absent(path, text, "It says nothing.")
        return None
    checked = checked_text(path, text, cited, scene, refusals, instead=True)
    return checked or (shortened(cited[0].text) if cited else None)
