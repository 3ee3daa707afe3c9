"""What the rules of its language read in an article, as a draft: a model that reads well enough to be led astray."""

from __future__ import annotations

from collections import Counter

from summarizer.article import Article
from summarizer.draft import (
    Draft,
    DraftDocument,
    DraftEvent,
    DraftMeeting,
    DraftPoint,
    DraftStatement,
    DraftTalks,
)
from summarizer.extraction.papers import papers_on_the_table
from summarizer.extraction.standpoints import draft_agreements
from summarizer.grounding.scene import Scene

SIDES = 2


def read_by_rule(article: Article) -> Draft:
    """Speakers by the grammar of their sentences, dates by their words, and the most named as the sides."""
    scene = Scene(article)
    names = Counter(m.name for s in article.sentences for m in scene.mentions(s))
    return Draft(
        bottom_line=None,
        talks=DraftTalks(
            subject=None,
            parties=[name for name, _ in names.most_common(SIDES)],
            mediators=[],
            status="unclear",
            sentences=[],
        ),
        meetings=_meetings(scene),
        delegations=[],
        statements=_statements(scene),
        positions=[],
        agreements=draft_agreements(article),
        documents=[
            DraftDocument(name=name, author=None, recipient=None, status=None, date=None, sentences=[s.number])
            for s in article.sentences
            for name in papers_on_the_table(s, scene.rules)
        ],
        events=[
            DraftEvent(date=date.text, event=s.text, sentences=[s.number])
            for s in article.sentences
            for date in scene.dates[s.number][:1]
        ],
        open_questions=[],
        next_steps=[DraftPoint(text=article.sentences[0].text, sentences=[1])],
        sources=[],
    )


def _statements(scene: Scene) -> list[DraftStatement]:
    return [
        DraftStatement(
            sentence=s.number,
            speaker=s.text[slice(*attribution.subject)],
            addressed_to=None,
            reported_by=[],
            act=None,
            said_on=None,
            content=None,
        )
        for s in scene.article.sentences
        for attribution in scene.attributions(s)
        if attribution.subject is not None
    ]


def _meetings(scene: Scene) -> list[DraftMeeting]:
    rules = scene.rules
    return [
        DraftMeeting(
            parties=[],
            start=date.text,
            end=None,
            venue=None,
            city=None,
            country=None,
            status="unclear",
            sentences=[s.number],
        )
        for s in scene.article.sentences
        if rules is not None and scene.matches(rules.talks, s.text)
        for date in scene.dates[s.number][:1]
    ]
