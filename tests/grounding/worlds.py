"""An article of an invented world, and drafts to ground against it."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import Any

from summarizer import Article, Briefing
from summarizer.briefing import ArticleInfo, Provenance
from summarizer.draft import (
    Draft,
    DraftDelegation,
    DraftDocument,
    DraftMeeting,
    DraftStatement,
    DraftTalks,
)
from summarizer.grounding.ground import Grounded, ground
from summarizer.grounding.outlets import known_outlets
from summarizer.grounding.people import People
from summarizer.grounding.scene import Scene
from summarizer.verdicts import Verification

PUBLISHED = dt.date(2031, 3, 9)
PARTIES = ("Ruritania", "Graustark")

TALKS = """Ruritania's chief negotiator Petra Rau said on Saturday that talks with Graustark will begin in Strelsau \
on 12 March.

“We are ready,” Rau told the Zenda Herald. She added that Graustark had rejected a first offer.

Graustark's Foreign Minister Ilko Moll, who leads the Graustarkian delegation, warned that there was "no time left".

Moll handed Ruritania a memorandum on Friday, according to the news agency Hentzau. He did not say when it expects \
an answer."""


def article(text: str, *, published: dt.date | None = PUBLISHED, language: str | None = "en") -> Article:
    return Article.from_text(text, published=published, language=language)


def scene(text: str, *, language: str | None = "en") -> Scene:
    return Scene(article(text, language=language))


def people(text: str, *parties: str) -> tuple[Scene, People]:
    read = scene(text)
    return read, People(read, parties, known_outlets(read, parties))


def statement(sentence: int, speaker: str, **given: Any) -> DraftStatement:
    empty: dict[str, Any] = {"addressed_to": None, "reported_by": [], "act": None, "said_on": None, "content": None}
    return DraftStatement(sentence=sentence, speaker=speaker, **{**empty, **given})


def meeting(*sentences: int, **given: Any) -> DraftMeeting:
    empty: dict[str, Any] = {
        "parties": [], "start": None, "end": None, "venue": None, "city": None, "country": None, "status": "unclear",
    }  # fmt: skip
    return DraftMeeting(sentences=list(sentences), **{**empty, **given})


def document(name: str, *sentences: int, **given: Any) -> DraftDocument:
    empty: dict[str, Any] = {"author": None, "recipient": None, "status": None, "date": None}
    return DraftDocument(name=name, sentences=list(sentences), **{**empty, **given})


def delegation(party: str, head: str | None, *sentences: int, **given: Any) -> DraftDelegation:
    return DraftDelegation(party=party, head=head, sentences=list(sentences), **{"members": [], "note": None, **given})


def draft(*parties: str, **sections: Any) -> Draft:
    talks = DraftTalks(subject=None, parties=list(parties), mediators=[], status="unclear", sentences=[])
    empty: dict[str, Any] = {
        name: []
        for name in (
            "meetings", "delegations", "statements", "positions", "agreements", "documents", "events",
            "open_questions", "next_steps", "sources",
        )
    }  # fmt: skip
    return Draft(**{"bottom_line": None, "talks": talks, **empty, **sections})


def grounded(text: str, *parties: str, **sections: Any) -> Grounded:
    return ground(article(text), draft(*parties, **sections))


def briefing_of(read: Article, result: Grounded) -> Briefing:
    """The facts as a briefing whose verdicts are still to be summed up."""
    info = ArticleInfo(
        published=read.published,
        language=read.language,
        sha256=read.sha256,
        characters=len(read.text),
        sentences=len(read.sentences),
    )
    making = Provenance(
        model="none", summarizer_version="0", created_at=dt.datetime(2031, 3, 9, tzinfo=dt.UTC), seconds=0.0
    )
    facts = {f.name: getattr(result, f.name) for f in fields(result) if f.name != "refused"}
    refused = [r.refusal for r in result.refused]
    told = Verification(facts=0, supported=0, refused=refused)
    return Briefing(article=info, verification=told, provenance=making, **facts)


def refusals(result: Grounded) -> dict[str, tuple[str, str | None]]:
    """Path → kind and difference."""
    return {r.refusal.path: (r.refusal.kind, r.refusal.difference) for r in result.refused}
