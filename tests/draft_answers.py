"""A model that would say what a chosen draft says: to the one question of the large plan, to each of the small.

    with ScriptedModel(answers_from(ARTICLE, DRAFT)) as model: ...

So the plans can be tested end to end against a model that reads well, or one that errs where a test wants.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from summarizer.article import Article
from summarizer.draft import Draft
from summarizer.extraction.numbering import shown
from tests.scripted_model import Answer, Request


def answers_from(
    article: Article, draft: Draft, corrections: Mapping[str, str] | None = None
) -> Callable[[Request], Answer]:
    """A script that answers each question as `draft` does.

    `corrections` maps an earlier, refused answer to what the model says when it is asked again; without an
    entry it says null.
    """

    def reply(request: Request) -> Answer:
        return _ANSWERS[request.question](_Reader(article, draft, corrections or {}), request)

    return reply


class _Reader:
    def __init__(self, article: Article, draft: Draft, corrections: Mapping[str, str]) -> None:
        self.article = article
        self.draft = draft
        self.corrections = corrections

    def whole(self, request: Request) -> Answer:
        return self.draft.model_dump()

    def overview(self, request: Request) -> Answer:
        talks = self.draft.talks
        assert talks is not None, "the draft tells nothing of the talks"
        return talks.model_dump(include={"parties", "mediators", "subject", "status"})

    def delegations(self, request: Request) -> Answer:
        entries = [{"party": d.party, "head": d.head, "sentence": d.sentences[0]} for d in self.draft.delegations]
        return {"delegations": entries}

    def speaker(self, request: Request) -> Answer:
        number = self._sentence(request)
        said = [s for s in self.draft.statements if s.sentence == number]
        return {"words": said[0].speaker, "speaker": said[0].speaker} if said else {"words": None, "speaker": None}

    def place(self, request: Request) -> Answer:
        number = self._sentence(request)
        held = [m for m in self.draft.meetings if number in m.sentences]
        found = held[0] if held else None
        return {
            "building": found.venue if found else None,
            "city": found.city if found else None,
            "country": found.country if found else None,
        }

    def position(self, request: Request) -> Answer:
        number = self._sentence(request)
        wanted = [p for p in self.draft.positions if number in p.sentences]
        return {
            "side": wanted[0].party if wanted else None,
            "issue": wanted[0].issue if wanted else None,
            "stance": wanted[0].stance if wanted else None,
        }

    def own_words(self, request: Request) -> Answer:
        number = self._sentence(request)
        said = {n: entry.text for entry in self.draft.open_questions for n in entry.sentences}
        said |= {n: entry.text for entry in self.draft.agreements for n in entry.sentences}
        lead = self.draft.bottom_line
        said |= dict.fromkeys(lead.sentences, lead.text) if lead is not None else {}
        return {"words": said.get(number)}

    def again(self, request: Request) -> Answer:
        for wrong, right in self.corrections.items():
            if wrong in request.user:
                return {"words": right}
        return {"words": None}

    def _sentence(self, request: Request) -> int:
        """The one sentence that the question is about."""
        found = [s.number for s in self.article.sentences if shown(s.text) in request.user]
        assert len(found) == 1, f"sentences {found} stand in {request.user!r}"
        return found[0]


_ANSWERS: Mapping[str, Callable[[Any, Request], Answer]] = {
    "Draft": _Reader.whole,
    "OverviewAnswer": _Reader.overview,
    "DelegationsAnswer": _Reader.delegations,
    "StatementAnswer": _Reader.speaker,
    "PlaceAnswer": _Reader.place,
    "PositionAnswer": _Reader.position,
    "OwnWordsAnswer": _Reader.own_words,
    "CorrectedWords": _Reader.again,
}
