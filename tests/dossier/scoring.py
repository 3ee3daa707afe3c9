"""How well a dossier agrees with the gold: events, identities and contradictions, counted by strict rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from summarizer import Dossier
from summarizer.dossier import DossierEvent, Identity, Side
from tests.dossier.world_files import HOME, World


@dataclass(frozen=True)
class Score:
    """Right ones among those found, and among those of the gold."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted)


@cache
def names_of_articles(world: World = HOME) -> Mapping[str, str]:
    """The world's names of the articles by their SHA-256."""
    return {briefing.article.sha256: name for name, briefing in world.briefings.items()}


def named(dossier: Dossier, world: World = HOME) -> Mapping[str, str]:
    """The world's names of the articles by their ids in this dossier."""
    return {article.id: names_of_articles(world)[article.sha256] for article in dossier.articles}


def score_events(dossier: Dossier, world: World = HOME) -> Score:
    """An event is right where its day is the gold's and no article of its reports belongs to another event."""
    names = named(dossier, world)
    left = list(dossier.events)
    right = 0
    for wanted in world.gold["events"]:
        found = next((event for event in left if _is_event(event, wanted, names)), None)
        if found is not None:
            left.remove(found)
            right += 1
    return Score(right, len(dossier.events), len(world.gold["events"]))


def score_reports(dossier: Dossier, world: World = HOME) -> Score:
    """The same, report by report: an article's report is right where it stands under its event, with its start."""
    names = named(dossier, world)
    wanted = {(e["id"], a, r["start"]) for e in world.gold["events"] for a, r in e["articles"].items()}
    found = set()
    for number, event in enumerate(dossier.events):
        same = next((e["id"] for e in world.gold["events"] if _is_event(event, e, names)), f"none {number}")
        found |= {(same, names[report.article], report.start) for report in event.reports}
    return Score(len(wanted & found), len(found), len(wanted))


def _is_event(event: DossierEvent, wanted: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    articles = {names[report.article] for report in event.reports}
    return event.start == wanted["start"] and articles <= set(wanted["articles"])


def score_contradictions(dossier: Dossier, world: World = HOME) -> Score:
    """Field, kind and an article of each side have to agree; what the gold leaves open counts neither way."""
    names = named(dossier, world)
    closed, left_open = world.gold["contradictions"], world.gold["contradictions_open"]
    true = [one for one in dossier.contradictions if any(_agrees(one, wanted, names) for wanted in closed)]
    neither = [one for one in dossier.contradictions if any(_agrees(one, o, names) for o in left_open)]
    found = [one for one in dossier.contradictions if one in true or one not in neither]
    right = [wanted for wanted in closed if any(_agrees(one, wanted, names) for one in true)]
    assert len(true) == len(right), "one contradiction twice"
    return Score(len(right), len(found), len(closed))


def _agrees(one: Any, wanted: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    sides = zip(one.sides, wanted["sides"], strict=True)
    same = (one.field, one.kind) == (wanted["field"], wanted["kind"])
    return same and all(_shares(side, other, names) for side, other in sides)


def _shares(side: Side, wanted: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    places = {(w["article"], w["sentence"]) for w in (wanted, *wanted.get("also", ()))}
    return any((names[r.article], r.evidence.sentence) in places for r in side.references)


def forms_of(
    identities: Sequence[Identity], dossier: Dossier, world: World = HOME
) -> Iterator[tuple[str, frozenset[tuple[str, str]]]]:
    """Each identity's name, and its names by article."""
    names = named(dossier, world)
    for one in identities:
        yield one.name, frozenset((names[form.article], name) for form in one.forms for name in form.names)


def score_changes(dossier: Dossier, world: World = HOME) -> Score:
    """A change of the gold is found where one of that kind rests on the last sentence that the gold has for it.

    Precision is not measured: the gold lists what matters, and a dossier everything.
    """
    right = wanted = 0
    names = named(dossier, world)
    for state in world.gold["changes"]:
        until = dt.date.fromisoformat(state["to"])
        later = Dossier.of(b for b in dossier.briefings if b.article.published and b.article.published <= until)
        found = later.changes_since(dt.date.fromisoformat(state["from"]))
        places = {(one.kind, names[r.article], r.evidence.sentence) for one in found for r in one.references}
        for change in state["changes"]:
            wanted += 1
            right += any((change["kind"], e["article"], e["sentence"]) in places for e in change["evidence"])
    return Score(right, right, wanted)
