"""Where the negotiation stands, for the small plan: what sides want is asked; what is agreed or open is pointed at."""

from __future__ import annotations

import math

from summarizer.article import Article
from summarizer.draft import DraftAgreement, DraftPoint, DraftPosition
from summarizer.extraction import answers
from summarizer.extraction.asking import Asking
from summarizer.extraction.numbering import on_one_line, shown
from summarizer.extraction.whole_article import LONGEST_READ
from summarizer.extraction.windows import spans
from summarizer.language.standpoints import agreement_told, tells_of_a_wish, tells_what_is_open
from summarizer.sentences import Sentence

MOST_POSITIONS = 12
"""Sentences that are asked about for each `LONGEST_READ` bytes of article; each costs about 1.5 s on 2 cores."""


async def draft_positions(article: Article, asking: Asking) -> list[DraftPosition]:
    """What sides want: one small question for each sentence that tells of a wish."""
    sentences = [s for s in article.sentences if tells_of_a_wish(s.text, article.language)]
    most = MOST_POSITIONS * math.ceil(len(article.text.encode()) / LONGEST_READ)
    if len(sentences) > most:
        asking.note(f"Positions were not asked for in sentences {spans(s.number for s in sentences[most:])}.")
    asking.expect(min(len(sentences), most))
    asking.stage("what each side wants")
    found = [await _position(s, asking) for s in sentences[:most]]
    return [p for p in found if p is not None]


async def _position(sentence: Sentence, asking: Asking) -> DraftPosition | None:
    answer = await asking.ask(
        "small/position",
        f"position {sentence.number}",
        f"Sentence: {shown(sentence.text)}\n{asking.in_language('issue and stance')}".rstrip(),
        answers.PositionAnswer,
        answers.position_bounds(),
        max_tokens=120,
    )
    if answer is None or not (answer.side and answer.issue and answer.stance):
        return None
    return DraftPosition(party=answer.side, issue=answer.issue, stance=answer.stance, sentences=[sentence.number])


def draft_agreements(article: Article) -> list[DraftAgreement]:
    """The sentences that tell of an agreement, in the article's own words."""
    return [
        DraftAgreement(text=on_one_line(s.text), parties=[], status=status, sentences=[s.number])
        for s in article.sentences
        if (status := agreement_told(s.text, article.language)) is not None
    ]


def draft_open_questions(article: Article) -> list[DraftPoint]:
    """The sentences that tell of something undecided or awaited, in the article's own words."""
    return [
        DraftPoint(text=on_one_line(s.text), sentences=[s.number])
        for s in article.sentences
        if tells_what_is_open(s.text, article.language)
    ]
