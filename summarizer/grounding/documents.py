"""Papers on the table: one entry a paper, with every mention; whose it is by the words around its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from summarizer.briefing import Document
from summarizer.draft import DraftDocument
from summarizer.grounding.meetings import date_of_words
from summarizer.grounding.owners import is_only_speaker, owner_of, recipient_of
from summarizer.grounding.parties import party_of
from summarizer.grounding.people import People
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.grounding.statuses import statuses_told
from summarizer.sentences import Sentence
from summarizer.vocabulary import DocumentStatus

SHORTEST_PLURAL = 5
"""Letters of a noun whose last "s" is taken for the plural ("plans"), at least."""

Key = tuple[str, str | None]
Span = tuple[int, int]


def ground_documents(
    drafts: Sequence[DraftDocument], scene: Scene, people: People, refusals: Refusals
) -> list[Document]:
    """The papers that their sentences name; entries of one name and one author are one paper."""
    found: dict[Key, Document] = {}
    for at, draft in enumerate(drafts):
        document = _read(f"/documents/{at}", draft, scene, people, refusals)
        if document is None:
            continue
        key = _key(document, found)
        found[key] = _merged(found[key], document) if key in found else document
    return list(found.values())


def _read(path: str, draft: DraftDocument, scene: Scene, people: People, refusals: Refusals) -> Document | None:
    cited = scene.real(draft.sentences)
    holding = [s for s in cited if scene.stands_in(draft.name, [s])]
    if not holding:
        reason = "The cited sentences do not name this paper."
        refusals.not_located(f"{path}/name", draft.name, cited, reason, ask_again=bool(cited))
        return None
    place = scene.stands_in(draft.name, holding)
    assert place is not None
    sentence, span = place
    return Document(
        name=sentence.text[slice(*span)],
        author=_author(f"{path}/author", draft.author, place, cited, scene, people, refusals),
        recipient=_who(f"{path}/recipient", draft.recipient, cited, scene, people, refusals)
        or recipient_of(sentence, span, scene, people),
        status=_status(f"{path}/status", draft, sentence, scene, refusals),
        date=_date(f"{path}/date", draft.date, cited, scene, refusals),
        evidence=evidence_of(holding),
    )


def _author(
    path: str,
    words: str | None,
    paper: tuple[Sentence, Span],
    cited: Sequence[Sentence],
    scene: Scene,
    people: People,
    refusals: Refusals,
) -> str | None:
    """By the words around the paper's name; else by the draft, unless that is only who speaks of the paper."""
    sentence, span = paper
    owner = owner_of(sentence, span, scene, people)
    if not _given(words):
        return owner
    assert words is not None
    if owner is None and is_only_speaker(words, sentence, scene.attributions(sentence)):
        refusals.absent(
            path, words, "It speaks of the paper; that it wrote it is not said.", sentences=[sentence.number]
        )
        return None
    drafted = _who(path, words, cited, scene, people, refusals)
    if owner is not None and drafted not in (None, owner):
        reason = f"By the words around its name the paper is of {owner!r}."
        refusals.absent(path, words, reason, sentences=[sentence.number])
    return owner or drafted


def _date(path: str, words: str | None, cited: Sequence[Sentence], scene: Scene, refusals: Refusals) -> str | None:
    if not _given(words):
        return None
    assert words is not None
    mention = date_of_words(words, cited, scene)
    if mention is None:
        refusals.not_located(path, words, cited, "These words give no date in the cited sentences.")
        return None
    return mention.value


def _given(words: str | None) -> bool:
    """Whether a model gave an answer; some write "null" for none."""
    return bool(words) and str(words).strip().casefold() not in ("", "null", "none")


def _who(
    path: str, words: str | None, cited: Sequence[Sentence], scene: Scene, people: People, refusals: Refusals
) -> str | None:
    """The party or person whom the words name, as the sentences do."""
    if not _given(words):
        return None
    assert words is not None
    place = people.find(words, cited)
    if place is None:
        refusals.not_located(path, words, cited, "The cited sentences do not hold this name.")
        return None
    if scene.rules is not None and scene.matches(scene.rules.papers, place.words.split()[-1]):
        refusals.absent(path, words, "This is a paper, nobody who could write or get one.")
        return None
    return party_of(place.words, people.parties) or people.resolve(place.words, place.sentence).name


def _status(
    path: str, draft: DraftDocument, sentence: Sentence, scene: Scene, refusals: Refusals
) -> DocumentStatus | None:
    """What has become of the paper: the draft's word where the sentence bears it out, else the sentence's own."""
    claimed = draft.status
    words = statuses_told("document", [sentence], scene, paper=draft.name)
    own = cast(DocumentStatus, words.told[0]) if words.told else None
    if claimed is None or claimed == own:
        return own
    verdict = words.judge(claimed)
    if scene.accepts(verdict):
        return claimed
    refusals.judged(path, claimed, verdict, sentences=[sentence.number])
    return own


def _key(document: Document, found: dict[Key, Document]) -> Key:
    """Name and author; a mention without an author is the paper of that name that was told of last."""
    name = _singular(document.name.casefold().split()[-1])
    same = [k for k in found if k[0] == name and (document.author is None or k[1] in (None, document.author))]
    return max(same, key=lambda k: found[k].evidence[-1].sentence) if same else (name, document.author)


def _singular(noun: str) -> str:
    return noun.removesuffix("s") if len(noun) >= SHORTEST_PLURAL else noun


def _merged(one: Document, other: Document) -> Document:
    numbers = {e.sentence for e in one.evidence}
    return one.model_copy(
        update={
            "author": one.author or other.author,
            "recipient": one.recipient or other.recipient,
            "status": other.status or one.status,
            "date": one.date or other.date,
            "evidence": [*one.evidence, *(e for e in other.evidence if e.sentence not in numbers)],
        }
    )
