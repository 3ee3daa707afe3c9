"""Which later article answers an open question, where a fact of it is of the kind that was asked for.

Who heads a party's delegation, when or where the sides meet, what became of a paper: these an article tells or not.
Whether anything else is answered, no rule can tell, and nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.dossier import DossierEvent, QuestionLine, Reference
from summarizer.language.papers import kinds_in, names_paper
from summarizer.language.questions import About, asked_about
from summarizer.language.rounds import rounds_in
from summarizer.merging.heads import Head
from summarizer.merging.identities import Identities
from summarizer.merging.library import Entry
from summarizer.merging.meetings import HAPPENED
from summarizer.merging.reports import DAY
from summarizer.vocabulary import DocumentStatus

_STATES: tuple[tuple[About, DocumentStatus], ...] = (
    ("signed", "signed"), ("published", "published"), ("delivered", "delivered"),
)  # fmt: skip


@dataclass(frozen=True)
class _Held:
    """A meeting with a day, as far as a question may ask for it."""

    start: str
    rounds: frozenset[int]
    places: tuple[int, ...]
    """The places of its articles in the order of publication."""
    first: Reference


@dataclass(frozen=True)
class _Came:
    """What became of a paper."""

    place: int
    status: str | None
    kinds: frozenset[str]
    author: str | None
    reference: Reference


class Answers:
    """Where the facts stand that may answer a question."""

    def __init__(
        self,
        entries: Sequence[Entry],
        events: Sequence[DossierEvent],
        heads: Mapping[str, Sequence[Head]],
        identities: Identities,
    ) -> None:
        self._entries = entries
        self._place = {entry.id: at for at, entry in enumerate(entries)}
        self._heads = heads
        self._parties = [
            (identity.name, name)
            for identity in identities.parties.identities()
            for name in dict.fromkeys(name for form in identity.forms for name in form.names)
        ]
        self._meetings = [held for event in events if (held := self._held(event)) is not None]
        self._papers = [
            _Came(
                at,
                one.status,
                kinds_in(one.name)[0],
                identities.side_of(one.author) if one.author is not None else None,
                entry.reference(one.evidence[0]),
            )
            for at, entry in enumerate(entries)
            for one in entry.briefing.documents
        ]

    def answered(self, question: QuestionLine) -> QuestionLine:
        """The question with the first later words that answer it, if there are any."""
        found = sorted(self._found(question), key=lambda one: self._place[one.article])
        return question.model_copy(update={"answer": found[0]}) if found else question

    def _found(self, question: QuestionLine) -> Iterator[Reference]:
        # Who asks again has no answer yet.
        after = max(self._place[one.article] for one in question.references) + 1
        text = question.references[0].evidence.text
        language = self._entries[after - 1].briefing.article.language
        about = asked_about(text)
        if "head" in about:
            yield from self._headed(text, after)
        elif "meeting" in about:
            yield from self._met(text, after)
        for kind, status in _STATES:
            if kind in about and names_paper(text, language):
                yield from self._came(text, status, after)

    def _held(self, event: DossierEvent) -> _Held | None:
        first = event.reports[0]
        if event.kind != "meeting" or event.start is None or first.status not in (*HAPPENED, "planned"):
            return None
        return _Held(
            event.start[:DAY],
            frozenset(number for one in event.reports for each in one.evidence for number in rounds_in(each.text)),
            tuple(self._place[report.article] for report in event.reports),
            Reference(article=first.article, evidence=first.evidence[0]),
        )

    def _headed(self, text: str, after: int) -> Iterator[Reference]:
        """Heads of the delegation of a party that the question names, and that nobody named before."""
        for party in sorted(self._named(text) & self._heads.keys()):
            if all(self._place[head.reference.article] >= after for head in self._heads[party]):
                yield from (head.reference for head in self._heads[party])

    def _named(self, text: str) -> frozenset[str]:
        return frozenset(party for party, name in self._parties if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))

    def _met(self, text: str, after: int) -> Iterator[Reference]:
        """The meeting with a day of which no article told before, of the round that is asked about if one is.

        Where the article that tells of it tells of several, nobody can say which was asked about.
        """
        rounds = set(rounds_in(text))
        asked = self._entries[after - 1].order[0]
        found = [
            one
            for one in self._meetings
            if min(one.places) >= after and one.start >= asked and (not rounds or rounds & one.rounds)
        ]
        first = min((one.places[0] for one in found), default=None)
        told = [one.first for one in found if one.places[0] == first]
        if len(told) == 1:
            yield told[0]

    def _came(self, text: str, status: DocumentStatus, after: int) -> Iterator[Reference]:
        """Papers of the kind that is asked about that came to this."""
        kinds, _ = kinds_in(text)
        parties = self._named(text)
        for one in self._papers:
            is_one = not kinds or not one.kinds or bool(kinds & one.kinds)
            is_theirs = one.author is None or not parties or one.author in parties
            if one.place >= after and one.status == status and is_one and is_theirs:
                yield one.reference
