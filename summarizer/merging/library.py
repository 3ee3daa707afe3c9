"""The briefings of a dossier in the order of publication, each under a short id."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.briefing import Briefing, Evidence
from summarizer.dossier import DossierArticle, Reference
from summarizer.merging.soundness import require_sound

SHORTEST_ID = 8
"""Characters of an id, at least."""


@dataclass(frozen=True)
class Entry:
    """One article of the dossier."""

    id: str
    briefing: Briefing

    @property
    def order(self) -> tuple[str, str]:
        """When it was published, and of one day by its text: known to everybody, and the same in any order."""
        published = self.briefing.article.published
        return (published.isoformat() if published else "", self.briefing.article.sha256)

    def days_after(self, earlier: Entry) -> int:
        """Days between the two days of publication; unknown ones are long ago."""
        days = [entry.briefing.article.published or dt.date.min for entry in (earlier, self)]
        return abs((days[1] - days[0]).days)

    def reference(self, evidence: Evidence) -> Reference:
        """Words of this article."""
        return Reference(article=self.id, evidence=evidence)

    def evidence(self) -> Iterator[Evidence]:
        """The words that its statements and agreements rest on."""
        briefing = self.briefing
        yield from (statement.evidence[0] for statement in briefing.statements)
        yield from (agreement.evidence[0] for agreement in briefing.agreements)

    def described(self) -> DossierArticle:
        """The article as the dossier lists it."""
        article, found = self.briefing.article, self.briefing.verification
        return DossierArticle(
            id=self.id,
            sha256=article.sha256,
            title=article.title,
            outlet=article.outlet,
            url=article.url,
            published=article.published,
            language=article.language,
            model=self.briefing.provenance.model,
            facts=found.facts,
            supported=found.supported,
            unjudged=len(found.unjudged),
        )


def catalogued(briefings: Iterable[Briefing]) -> Sequence[Entry]:
    """One entry an article, the newest briefing of each, in the order of publication.

    Raises `BriefingFormatError` where a dossier can't be made of one.
    """
    newest: dict[str, Briefing] = {}
    for briefing in briefings:
        require_sound(briefing)
        known = newest.setdefault(briefing.article.sha256, briefing)
        if known is not briefing and _age(briefing) > _age(known):
            newest[briefing.article.sha256] = briefing
    length = _telling_length(list(newest))
    entries = [Entry(sha256[:length], briefing) for sha256, briefing in newest.items()]
    return sorted(entries, key=lambda entry: entry.order)


def _age(briefing: Briefing) -> tuple[str, str]:
    # Of two made at one moment the text decides, so that the order in which they come does not.
    return (briefing.provenance.created_at.isoformat(), briefing.model_dump_json())


def _telling_length(hashes: Sequence[str]) -> int:
    length = SHORTEST_ID
    while len({one[:length] for one in hashes}) < len(hashes):
        length += 1
    return length
