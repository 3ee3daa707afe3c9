"""An invented world: an article, and what a model that reads well would say of it.

The article holds what template engines would take for their own marks, and quotation marks and letters whose
offsets go wrong where anybody counts bytes.
"""

from __future__ import annotations

import datetime as dt

from summarizer.article import Article
from summarizer.draft import (
    Draft,
    DraftBottomLine,
    DraftDelegation,
    DraftDocument,
    DraftEvent,
    DraftMeeting,
    DraftStatement,
    DraftTalks,
)

TEXT = """\
Brennland and the Isle of Corrow will resume their talks on herring quotas at the Old Customs House in \
Veldhaven at 10:00 on Tuesday.

Fisheries Minister Anneke Sörl, who leads the Brennland delegation, said on Sunday that “the quota must be \
shared”. The Corrow delegation is led by Envoy Pól Marrin.

A person close to the islanders told Radio Skarn that they would bring a new proposal. Marrin had handed \
Brennland a draft agreement on 8 May.

The harbour master’s form still reads {{ 6*7 }}, {% include "quota" %} and {# no comment #}.
"""

ARTICLE = Article.from_text(
    TEXT,
    title="Herring talks to resume in Veldhaven",
    outlet="The Veldhaven Courier",
    published=dt.date(2030, 5, 12),
    language="en",
)

SECRET_WORDS = ("Anneke Sörl", "Old Customs House", "herring")
"""Words of the article that no error may show."""


def statement(sentence: int, speaker: str, *, reported_by: tuple[str, ...] = (), content: str) -> DraftStatement:
    """What one speaker says in one sentence."""
    return DraftStatement(
        sentence=sentence,
        speaker=speaker,
        addressed_to=None,
        reported_by=list(reported_by),
        act="said",
        said_on=None,
        content=content,
    )


DRAFT = Draft(
    bottom_line=DraftBottomLine(
        text="Brennland and the Isle of Corrow will resume their talks on herring quotas in Veldhaven.", sentences=[1]
    ),
    talks=DraftTalks(
        subject="herring quotas",
        parties=["Brennland", "Isle of Corrow"],
        mediators=[],
        status="planned",
        sentences=[1],
    ),
    meetings=[
        DraftMeeting(
            parties=["Brennland", "Isle of Corrow"],
            start="10:00 on Tuesday",
            end=None,
            venue="Old Customs House",
            city="Veldhaven",
            country=None,
            status="planned",
            sentences=[1],
        )
    ],
    delegations=[
        DraftDelegation(party="Brennland", head="Fisheries Minister Anneke Sörl", members=[], note=None, sentences=[2]),
        DraftDelegation(party="Corrow", head="Envoy Pól Marrin", members=[], note=None, sentences=[3]),
    ],
    statements=[
        statement(2, "Fisheries Minister Anneke Sörl", content="the quota must be shared"),
        statement(
            4,
            "A person close to the islanders",
            reported_by=("Radio Skarn",),
            content="they would bring a new proposal",
        ),
    ],
    positions=[],
    agreements=[],
    documents=[
        DraftDocument(
            name="draft agreement",
            author="Marrin",
            recipient="Brennland",
            status="delivered",
            date="8 May",
            sentences=[5],
        )
    ],
    events=[DraftEvent(date="on Tuesday", event="the talks resume in Veldhaven", sentences=[1])],
    open_questions=[],
    next_steps=[],
    sources=[],
)
