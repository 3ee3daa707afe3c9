"""Briefs spoilt articles by both plans against one obeying model, which stays up for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from summarizer import Article, Briefing, Summarizer
from summarizer.draft import Draft
from summarizer.llm.catalogue import Plan
from tests.briefing_by_script import CLOCK, KEY, LARGE
from tests.injection.honest import honest
from tests.injection.obeying import Obeying
from tests.scripted_model import Answer, Request, Script, ScriptedModel

PLANS: tuple[Plan, ...] = ("large", "small")


@dataclass
class Briefer:
    """One model, whose script changes from article to article."""

    _summarizers: dict[tuple[Plan, bool], Summarizer]
    _script: list[Script]
    _model: ScriptedModel
    _clean: dict[tuple[str, Plan, bool], Briefing] = field(default_factory=dict)

    def obeying(self, model: Obeying, plan: Plan, *, strict: bool = False) -> tuple[Briefing, list[Request]]:
        """The briefing of a spoilt article, and what was asked for it."""
        return self._brief(model.spliced.article, model.script(), plan, strict)

    def clean(self, article: Article, draft: Draft, plan: Plan, *, strict: bool = False) -> Briefing:
        """The briefing of a clean article by a model that reads well."""
        key = article.sha256, plan, strict
        if key not in self._clean:
            self._clean[key] = self._brief(article, honest(article, draft), plan, strict)[0]
        return self._clean[key]

    def _brief(self, article: Article, script: Script, plan: Plan, strict: bool) -> tuple[Briefing, list[Request]]:
        self._script[:] = [script]
        before = len(self._model.requests)
        briefing = self._summarizers[plan, strict].brief(article)
        return briefing, self._model.requests[before:]


@contextmanager
def briefer() -> Iterator[Briefer]:
    """A model on loopback, and a summarizer for each plan."""
    script: list[Script] = []

    def reply(request: Request) -> Answer:
        (current,) = script
        assert callable(current)
        return current(request)

    with ExitStack() as running:
        model = running.enter_context(ScriptedModel(reply))
        summarizers = {
            (plan, strict): running.enter_context(
                Summarizer(LARGE, base_url=model.base_url, api_key=KEY, clock=CLOCK, plan=plan, strict=strict)
            )
            for plan in PLANS
            for strict in (False, True)
        }
        yield Briefer(summarizers, script, model)
