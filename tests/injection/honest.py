"""A model that reads well: it says of an article what a draft says, to the questions of either plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from summarizer.article import Article
from summarizer.draft import Draft
from summarizer.extraction.numbering import shown
from tests.scripted_model import Answer, Request


def honest(article: Article, draft: Draft) -> Callable[[Request], Answer]:
    """A script that answers as `draft` does; asked again, it says null. Sentences of the same words count as one."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for sentence in article.sentences:
        numbers[f"Sentence: {shown(sentence.text)}"].add(sentence.number)

    def reply(request: Request) -> Answer:
        if request.question == "Draft":
            return draft.model_dump()
        if request.question == "OverviewAnswer":
            assert draft.talks is not None
            return draft.talks.model_dump(include={"parties", "mediators", "subject", "status"})
        if request.question == "DelegationsAnswer":
            entries = [{"party": d.party, "head": d.head, "sentence": d.sentences[0]} for d in draft.delegations]
            return {"delegations": entries}
        if request.question == "CorrectedWords":
            return {"words": None}
        return _of_sentence(request.question, numbers[request.user.splitlines()[0]], draft)

    return reply


def _of_sentence(question: str, numbers: set[int], draft: Draft) -> dict[str, Any]:
    """What the draft says of a sentence; null where it says nothing."""
    if question == "StatementAnswer":
        said = next((s.speaker for s in draft.statements if s.sentence in numbers), None)
        return {"words": said, "speaker": said}
    if question == "PlaceAnswer":
        held = next((m for m in draft.meetings if numbers & set(m.sentences)), None)
        return {
            "building": held.venue if held else None,
            "city": held.city if held else None,
            "country": held.country if held else None,
        }
    wanted = next((p for p in draft.positions if numbers & set(p.sentences)), None)
    return {
        "side": wanted.party if wanted else None,
        "issue": wanted.issue if wanted else None,
        "stance": wanted.stance if wanted else None,
    }
