"""One invented story in seven languages, and what a model that reads well would say of it.

The same nine sentences everywhere, so that a language differs from another by its words alone:

1 Ruritania and Graustark resume talks on Wednesday, 12 March. 2 Petra Rau leads one delegation. 3 She said
something on Saturday. 4 Ilko Moll leads the other. 5 He told a newspaper something. 6 A source is passed on by an
agency. 7 Germany, which mediates, handed over a memorandum. 8 Graustark demands something. 9 Something is unclear.

What the embedded model really answers to each is recorded in `cassettes/` (`tests/record.py`, `make record`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from summarizer import Article
from summarizer.draft import (
    Draft,
    DraftBottomLine,
    DraftDelegation,
    DraftDocument,
    DraftEvent,
    DraftMeeting,
    DraftPoint,
    DraftPosition,
    DraftStatement,
    DraftTalks,
)

PUBLISHED = dt.date(2031, 3, 9)
"""A Sunday."""


@dataclass(frozen=True)
class OwnWords:
    """What a briefing says in words of its own."""

    bottom_line: str
    subject: str
    contents: tuple[str, str, str]
    """What is said in sentences 3, 5 and 6."""
    event: str
    issue: str
    stance: str
    open_question: str
    mediated: str
    """A line that names the mediator, a country whose name no spelling tells in another language."""


@dataclass(frozen=True)
class World:
    """The story in one language: its text, and the words of it that a model copies."""

    language: str
    text: str
    sides: tuple[str, str]
    mediator: str
    start: str
    city: str
    heads: tuple[str, str]
    """As printed, with their offices."""
    names: tuple[str, str]
    """Without."""
    speakers: tuple[str, str, str]
    """Those of sentences 3, 5 and 6, as printed."""
    speaking: tuple[str, str, str]
    """The same as the briefing has them: by the name in full where the language's grammar is known."""
    said_on: str
    newspaper: str
    agency: str
    memorandum: str
    delivered: str
    own: OwnWords

    @property
    def article(self) -> Article:
        """The story, published on a Sunday."""
        return Article.from_text(self.text, published=PUBLISHED, language=self.language)

    def draft(self, own: OwnWords) -> Draft:
        """What a model that reads well says of it, with these words of its own."""
        return Draft(
            bottom_line=DraftBottomLine(text=own.bottom_line, sentences=[1]),
            talks=DraftTalks(
                subject=own.subject,
                parties=list(self.sides),
                mediators=[self.mediator],
                status="planned",
                sentences=[1, 7],
            ),
            meetings=[
                DraftMeeting(
                    parties=list(self.sides),
                    start=self.start,
                    end=None,
                    venue=None,
                    city=self.city,
                    country=None,
                    status="planned",
                    sentences=[1],
                )
            ],
            delegations=[
                DraftDelegation(party=side, head=head, members=[], note=None, sentences=[at])
                for side, head, at in zip(self.sides, self.heads, (2, 4), strict=True)
            ],
            statements=[
                DraftStatement(
                    sentence=at,
                    speaker=speaker,
                    addressed_to=None,
                    reported_by=outlets,
                    act=None,
                    said_on=self.said_on if at == 3 else None,
                    content=content,
                )
                for at, speaker, outlets, content in zip(
                    (3, 5, 6), self.speakers, ([], [self.newspaper], [self.agency]), own.contents, strict=True
                )
            ],
            positions=[DraftPosition(party=self.sides[1], issue=own.issue, stance=own.stance, sentences=[8])],
            agreements=[],
            documents=[
                DraftDocument(
                    name=self.memorandum,
                    author=self.mediator,
                    recipient=None,
                    status="delivered",
                    date=self.delivered,
                    sentences=[7],
                )
            ],
            events=[DraftEvent(date=self.delivered, event=own.event, sentences=[7])],
            open_questions=[DraftPoint(text=own.open_question, sentences=[9])],
            next_steps=[DraftPoint(text=own.mediated, sentences=[7])],
            sources=[],
        )


ENGLISH = OwnWords(
    bottom_line="Ruritania and Graustark resume talks on fishing quotas in Zenda on 12 March.",
    subject="fishing quotas",
    contents=(
        "the quotas must be shared",
        "Graustark will bring a new proposal",
        "the sides will exchange 120 prisoners",
    ),
    event="Germany hands over a memorandum",
    issue="the fleet",
    stance="Graustark wants the fleet to be cut by 12%",
    open_question="It is not clear whether the sides will sign the agreement.",
    mediated="Germany mediates and handed over a memorandum on 7 March.",
)
"""What the briefing of each says in English."""
