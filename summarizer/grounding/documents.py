"""Papers on the table: one entry a paper, with every mention; whose it is by the words around its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.briefing import Document, DocumentStatus
from summarizer.draft import DraftDocument
from summarizer.grounding.meetings import date_of_words
from summarizer.grounding.people import People
from summarizer.grounding.parties import last_party_before, party_of
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.sentences import Sentence

Key = tuple[str, str | None]


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
    parties = people.parties
    cited = scene.real(draft.sentences)
    holding = [s for s in cited if scene.stands_in(draft.name, [s])]
    if not holding:
        reason = "The cited sentences do not name this paper."
        refusals.absent(f"{path}/name", draft.name, reason, sentences=draft.sentences, ask_again=bool(cited))
        return None
    sentence = holding[0]
    start, end = scene.stands_in(draft.name, [sentence])[1]  # type: ignore[index]
    author = _owner(sentence, start, scene, parties) or _who(
        f"{path}/author", _unless_speaker(draft.author, sentence, scene), cited, scene, parties, refusals
    )
    recipient = _who(f"{path}/recipient", draft.recipient, cited, scene, parties, refusals)
    date = date_of_words(draft.date, cited, scene) if draft.date else None
    if draft.date and date is None:
        refusals.absent(f"{path}/date", draft.date, "These words give no date in the cited sentences.")
    return Document(
        name=sentence.text[start:end],
        author=author,
        recipient=recipient if recipient != author else None,
        status=draft.status or _status(sentence, scene),
        date=date.value if date else None,
        evidence=evidence_of(cited),
    )


def _unless_speaker(author: str | None, sentence: Sentence, scene: Scene) -> str | None:
    """Who speaks of a paper did not write it; a small model takes the one for the other."""
    subjects = [sentence.text[slice(*a.subject)] for a in scene.attributions(sentence) if a.subject]
    return None if author and any(author in s or s in author for s in subjects) else author


def _owner(sentence: Sentence, start: int, scene: Scene, parties: Sequence[str]) -> str | None:
    """Whose paper it is by the possessive before its name: "Russia's memorandum", "its memorandum"."""
    before = sentence.text[:start]
    named = re.search(r"((?:[^\W\d_][\w.\-]*\s+){0,3}[^\W\d_][\w.\-]*)[’']s?\s+(?:[\w\-“\"]+\s+){0,2}[“\"]?$", before)
    if named is not None:
        return party_of(named[1], parties) or _last_capitalised(named[1])
    if re.search(r"\b(?:its|their|his|her)\s+(?:[\w\-]+\s+){0,2}[“\"]?$", before, re.IGNORECASE):
        if scene.rules is not None and scene.matches(scene.rules.paper_statuses.get("awaited", "(?!)"), before):
            return None
        return _clause_subject(sentence, start, scene, parties)
    adjective = re.search(r"([^\W\d_][\w\-]+)\s+(?:(?!(?:an?|the)\b)[\w\-]+\s+)?$", before)
    return party_of(adjective[1], parties) if adjective and adjective[1][0].isupper() else None


def _clause_subject(sentence: Sentence, end: int, scene: Scene, parties: Sequence[str]) -> str | None:
    """The party that "its" means: the first one behind the reporting verb, else the last one before the paper."""
    cues = [a.cue[1] for a in scene.attributions(sentence) if a.cue[1] < end]
    first = party_of(sentence.text[cues[0] if cues else 0 : end], parties)
    return first or last_party_before(sentence.text, end, parties)


def _last_capitalised(words: str) -> str | None:
    run = re.search(r"((?:[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w.\-]*\s*)+)$", words)
    return run[1].strip() if run else None


def _who(
    path: str, words: str | None, cited: Sequence[Sentence], scene: Scene, parties: Sequence[str], refusals: Refusals
) -> str | None:
    if not words or words.strip().casefold() in ("null", "none"):
        return None
    held = scene.stands_in(words, cited)
    if held is None:
        refusals.absent(path, words, "The cited sentences do not hold this name.", sentences=[s.number for s in cited])
        return None
    printed = held[0].text[slice(*held[1])]
    if scene.rules is not None and scene.matches(scene.rules.papers, printed.split()[-1]):
        refusals.absent(path, words, "This is a paper, nobody who could write or get one.")
        return None
    return party_of(printed, parties) or People(scene).resolve(printed, held[0]).name


def _status(sentence: Sentence, scene: Scene) -> DocumentStatus | None:
    """What has become of the paper, by the first of the language's words for it in the sentence."""
    if scene.rules is None:
        return None
    for status, words in scene.rules.paper_statuses.items():
        if scene.matches(words, sentence.text):
            return status  # type: ignore[return-value]
    return None


def _key(document: Document, found: dict[Key, Document]) -> Key:
    """Name and author; a mention without an author is the paper of that name that is known already."""
    name = document.name.casefold().split()[-1]
    for known in found:
        if known[0] == name and (document.author is None or known[1] is None or known[1] == document.author):
            return known
    return name, document.author


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
