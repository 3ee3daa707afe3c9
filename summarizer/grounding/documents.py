"""Papers on the table: one entry a paper, with every mention; whose it is by the words around its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from summarizer.briefing import Document
from summarizer.draft import DraftDocument
from summarizer.grounding.datelines import dates_told
from summarizer.grounding.days_of_saying import is_day_of_saying
from summarizer.grounding.meetings import date_of_words
from summarizer.grounding.owners import is_only_speaker, owner_of, recipient_of
from summarizer.grounding.parties import party_of
from summarizer.grounding.people import People
from summarizer.grounding.quotes import locate
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.grounding.spans import Span, between
from summarizer.grounding.statuses import status_words, statuses_told
from summarizer.sentences import Sentence
from summarizer.vocabulary import DocumentStatus

REACH = 12
"""Words between what has become of a paper and its date, at most."""
DAY = len("2025-06-02")
SHORTEST_PLURAL = 5
"""Letters of a noun whose last "s" is taken for the plural ("plans"), at least."""

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
    cited = scene.real(draft.sentences)
    holding = [s for s in cited if scene.stands_in(draft.name, [s])]
    if not holding:
        reason = "The cited sentences do not name this paper."
        refusals.not_located(f"{path}/name", draft.name, cited, reason, ask_again=bool(cited))
        return None
    place = scene.stands_in(draft.name, holding)
    assert place is not None
    sentence, span = place
    status = _status(f"{path}/status", draft, sentence, scene, refusals)
    date = _date(f"{path}/date", draft, status, sentence, cited, scene, refusals)
    return Document(
        name=sentence.text[slice(*span)],
        author=_author(f"{path}/author", draft.author, place, cited, scene, people, refusals),
        recipient=_who(f"{path}/recipient", draft.recipient, cited, scene, people, refusals)
        or recipient_of(sentence, span, scene, people),
        status=status,
        date=date,
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


def _date(
    path: str,
    draft: DraftDocument,
    status: DocumentStatus | None,
    sentence: Sentence,
    cited: Sequence[Sentence],
    scene: Scene,
    refusals: Refusals,
) -> str | None:
    """By the draft's words, unless they are only when it was said; else by the day beside the paper's verb."""
    told = _date_told(status, draft.name, sentence, scene) if status is not None else None
    if draft.date is None or not _given(draft.date):
        return told
    mention = date_of_words(draft.date, cited, scene)
    if mention is None:
        refusals.not_located(path, draft.date, cited, "These words give no date in the cited sentences.")
        return None
    cues = scene.attributions(sentence)
    only_said = mention in scene.dates[sentence.number] and any(
        is_day_of_saying(mention, sentence.text, cue, scene.rules) for cue in cues
    )
    if only_said and told not in (None, mention.value):
        reason = "This is the day on which it was said."
        refusals.altered(path, draft.date, f"“{mention.value}” for “{told}”", reason, sentences=[sentence.number])
        return told
    return mention.value


def _date_told(status: DocumentStatus, paper: str, sentence: Sentence, scene: Scene) -> str | None:
    """The one day that stands beside the words for what has become of the paper; not the day on which it was told."""
    text, cues = sentence.text, scene.attributions(sentence)
    days = set()
    for word in status_words(status, paper, sentence, scene):
        if _is_only_beside(word, paper, sentence, scene):
            continue
        for day in dates_told(sentence, scene):
            said = any(is_day_of_saying(day, text, cue, scene.rules) for cue in cues if cue.cue != word.span())
            fine = day.end_value is None and len(day.value or "") >= DAY
            if fine and not said and _is_one_clause(text[slice(*between(word.span(), (day.start, day.end)))], scene):
                days.add(day.value)
    return days.pop() if len(days) == 1 else None


def _is_only_beside(word: re.Match[str], paper: str, sentence: Sentence, scene: Scene) -> bool:
    """Whether the paper only goes with the verb's object: "handed over its answer to the memorandum"."""
    rules, places = scene.rules, locate(paper, sentence.text)
    if rules is None or not places or places[0][0] < word.end():
        return False
    ahead = sentence.text[word.end() : places[0][0]]
    prepositions = list(rules.pattern(rules.prepositions).finditer(ahead))
    if not prepositions or not ahead[: prepositions[-1].start()].strip():
        return False
    own = rules.pattern(rules.articles, rules.possessives, rules.indefinite)
    attached = ahead[prepositions[-1].end() :].split()[1:]
    return not any(own.fullmatch(other) for other in attached)


def _is_one_clause(words: str, scene: Scene) -> bool:
    """Whether nothing but phrases stands between a verb and its date."""
    rules = scene.rules
    if rules is None or re.search(r"[,;.!?:]\s", words) or len(words.split()) > REACH:
        return False
    joined = rules.pattern(rules.coordination).search(" ".join(words.split()[-2:]))
    other = rules.pattern(rules.clause_openers).search(words) or rules.any_reporting.search(words)
    return joined is None and other is None


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
    # The date is that of the status: when a draft was delivered tells nothing of when it was signed.
    outdated = None not in (one.status, other.status) and one.status != other.status
    return one.model_copy(
        update={
            "author": one.author or other.author,
            "recipient": one.recipient or other.recipient,
            "status": other.status or one.status,
            "date": other.date if outdated else one.date or other.date,
            "evidence": [*one.evidence, *(e for e in other.evidence if e.sentence not in numbers)],
        }
    )
