"""Which later article answers an open question, where a fact of it is of the kind that was asked for.

Who heads a party's delegation, when or where the sides meet, what became of a paper: these an article tells or not.
Whether anything else is answered, no rule can tell, and nothing is said of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from summarizer.dossier import DossierEvent, QuestionLine, Reference
from summarizer.language.papers import kinds_in, names_paper
from summarizer.language.questions import About, asked_about
from summarizer.language.rounds import rounds_in
from summarizer.merging.identities import Identities
from summarizer.merging.library import Entry
from summarizer.merging.meetings import HAPPENED
from summarizer.vocabulary import DocumentStatus

_PAPERS: tuple[tuple[About, DocumentStatus], ...] = (
    ("signed", "signed"), ("published", "published"), ("delivered", "delivered"),
)  # fmt: skip


class Answers:
    """Where the facts stand that may answer a question."""

    def __init__(self, entries: Sequence[Entry], events: Sequence[DossierEvent], identities: Identities) -> None:
        self._entries = entries
        self._place = {entry.id: at for at, entry in enumerate(entries)}
        self._meetings = [event for event in events if event.kind == "meeting"]
        self._identities = identities

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
            yield from self._heads(text, after)
        elif "meeting" in about:
            yield from self._met(text, after)
        for kind, status in _PAPERS:
            if kind in about and names_paper(text, language):
                yield from self._papers(text, status, after)

    def _heads(self, text: str, after: int) -> Iterator[Reference]:
        """Heads of the delegation of a party that the question names, and that nobody named before."""
        told: list[tuple[int, str, Reference]] = []
        for at, entry in enumerate(self._entries):
            for one in entry.briefing.delegations:
                if one.head is not None:
                    party = self._identities.parties.name_of(one.party)
                    told.append((at, party, entry.reference(one.evidence[0])))
        asked = {party for party in self._named(text) if not any(p == party and at < after for at, p, _ in told)}
        yield from (reference for at, party, reference in told if at >= after and party in asked)

    def _named(self, text: str) -> frozenset[str]:
        return frozenset(
            identity.name
            for identity in self._identities.parties.identities()
            if any(name in text for form in identity.forms for name in form.names)
        )

    def _met(self, text: str, after: int) -> Iterator[Reference]:
        """The meeting with a day of which no article told before, of the round that is asked about if one is.

        Where the article that tells of it tells of several, nobody can say which was asked about.
        """
        rounds = set(rounds_in(text))
        found: dict[str, list[Reference]] = defaultdict(list)
        for event in self._meetings:
            first = event.reports[0]
            known = [r for r in event.reports if self._place[r.article] < after]
            told = {number for report in event.reports for one in report.evidence for number in rounds_in(one.text)}
            is_it = event.start is not None and (first.status in HAPPENED or first.status == "planned")
            asked = self._entries[after - 1].order[0]
            if is_it and not known and (not rounds or rounds & told) and str(event.start)[:10] >= asked:
                found[first.article].append(Reference(article=first.article, evidence=first.evidence[0]))
        first_told = min(found, key=lambda article: self._place[article], default=None)
        if first_told is not None and len(found[first_told]) == 1:
            yield found[first_told][0]

    def _papers(self, text: str, status: DocumentStatus, after: int) -> Iterator[Reference]:
        """Papers of the kind that is asked about that came to this."""
        kinds, _ = kinds_in(text)
        parties = self._named(text)
        for entry in self._entries[after:]:
            for one in entry.briefing.documents:
                is_one = not kinds or not (own := kinds_in(one.name)[0]) or bool(kinds & own)
                author = self._identities.side_of(one.author) if one.author is not None else None
                is_theirs = author is None or not parties or author in parties
                if one.status == status and is_one and is_theirs:
                    yield entry.reference(one.evidence[0])
