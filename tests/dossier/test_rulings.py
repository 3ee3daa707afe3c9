"""What a model is asked of pairs of sentences, and what its answers may and may not do to a dossier."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Briefing, Dossier, Summarizer
from summarizer.dossier import Ruling
from summarizer.llm.catalogue import QWEN_CODER
from summarizer.merging.nominations import nominated
from tests.briefing_by_script import CLOCK, KEY, LARGE, Start
from tests.dossier import pairs
from tests.dossier.scoring import named
from tests.dossier.world_files import briefings, gold
from tests.scripted_model import Answer, Request, status
from tests.scripted_model import answer as scripted_answer

TWO = (briefings()["a02"], briefings()["a04"])
"""A president's words in English, and in Ukrainian two days later."""
RULES = Dossier.of(briefings().values())


@pytest.fixture(scope="module")
def recorded() -> Dossier:
    """The set's dossier with the embedded model's recorded answers."""
    import asyncio

    return asyncio.run(pairs.play_pairs())


def compared(scripted: Start, answer: Callable[[Request], Answer], start: Dossier, **options: Any) -> Dossier:
    """A dossier after a scripted model was asked."""
    model = scripted(answer)
    with Summarizer(LARGE, base_url=model.base_url, api_key=KEY, clock=CLOCK, **options) as summarizer:
        return summarizer.compare(start)


def says(same: bool, first: str | None = None, second: str | None = None) -> Callable[[Request], Answer]:
    """An answer about two sentences; without words of its own it points at both whole sentences."""

    def reply(request: Request) -> Answer:
        one, other = (line.partition(": ")[2] for line in request.user.splitlines())
        words = {"first": first or one, "second": second or other}
        return {**words, "same": same} if request.question == "SameAnswer" else {**words, "denied": same}

    return reply


def shared(dossier: Dossier) -> list[set[tuple[str, int]]]:
    """The sentences of each statement that several articles have."""
    names = named(dossier)
    return [
        {(names[one.article], one.evidence.sentence) for one in said.references}
        for said in dossier.statements
        if len(said.references) > 1
    ]


def test_the_recorded_answers_are_those_that_were_read_before(recorded: Dossier) -> None:
    assert pairs.rulings(recorded) == pairs.EXPECTED.read_text(encoding="utf-8")


def test_recorded_answers_join_what_languages_keep_apart(recorded: Dossier) -> None:
    groups = shared(recorded)
    for wanted in ("table", "answer-by-thursday", "not-given-up"):
        entry = next(one for one in gold()["statements"] if one["id"] == wanted)
        assert set(entry["articles"].items()) in groups, wanted
    for entry in gold()["statements_apart"]:
        places = {(side["article"], side["sentence"]) for side in entry["sides"]}
        assert len(places) == 1 or not any(places <= group for group in groups), entry["why"]


def test_what_a_model_joined_says_so(recorded: Dossier) -> None:
    joined = [one for one in recorded.statements if one.joined_by]
    assert joined
    assert {name for one in joined for name in one.joined_by} == {QWEN_CODER.name}
    assert f"that the sentences are one statement says {QWEN_CODER.name}" in recorded.markdown().replace("\\", "")
    assert not [one for one in RULES.statements if one.joined_by]


def test_what_it_answered_is_not_asked_again(recorded: Dossier) -> None:
    assert nominated(RULES)
    assert nominated(recorded) == []


@pytest.mark.parametrize("kept", [0, 1])
def test_a_yes_joins_two_statements(scripted: Start, kept: int) -> None:
    after = compared(scripted, says(True), Dossier.of(TWO))
    assert {ruling.answer for ruling in after.rulings} == {"yes"}
    assert any(len(group) > 1 for group in shared(after))
    # Of one article nothing is left to be joined, and the other's comes back with it.
    alone = Dossier.of([TWO[kept]], after.rulings)
    assert alone == Dossier.of([TWO[kept]])
    assert Dossier.of([*alone.briefings, TWO[1 - kept]], after.rulings) == after


def test_words_that_stand_in_no_sentence_are_refused(scripted: Start) -> None:
    start = Dossier.of(TWO)
    after = compared(scripted, says(True, "the president", "said so"), start)
    assert {ruling.answer for ruling in after.rulings} == {"refused"}
    assert after.model_copy(update={"rulings": []}) == start


def test_a_yes_in_one_order_alone_is_a_no(scripted: Start) -> None:
    asked: list[str] = []

    def reply(request: Request) -> Answer:
        asked.append(request.user)
        earlier = "\n".join(reversed([line.partition(": ")[2] for line in request.user.splitlines()]))
        seen = {"\n".join(line.partition(": ")[2] for line in one.splitlines()) for one in asked[:-1]}
        return says(earlier not in seen)(request)

    after = compared(scripted, reply, Dossier.of(TWO))
    assert {ruling.answer for ruling in after.rulings} == {"no"}
    assert len(asked) == 2 * len(after.rulings)


@pytest.mark.parametrize("answer", [lambda request: scripted_answer("I think so."), lambda request: status(401)])
def test_a_model_that_cannot_answer_loses_no_dossier(scripted: Start, answer: Callable[[Request], Answer]) -> None:
    start = Dossier.of(TWO)
    after = compared(scripted, answer, start, max_attempts=1)
    assert {ruling.answer for ruling in after.rulings} == {"unanswered"}
    assert after.model_copy(update={"rulings": []}) == start
    assert nominated(after) == nominated(start)
    better = compared(scripted, says(False), after)
    assert {ruling.answer for ruling in better.rulings} == {"no"}


def denying(content: str) -> Dossier:
    """A claim, and its denial in other words."""
    denial = briefings()["a03"]
    at = next(n for n, one in enumerate(denial.statements) if one.act == "denied")
    statements = [*denial.statements]
    statements[at] = statements[at].model_copy(update={"content": content})
    return Dossier.of([briefings()["a02"], denial.model_copy(update={"statements": statements})])


@pytest.mark.parametrize("denied", [True, False])
def test_a_denial_in_other_words_is_asked_about(scripted: Start, denied: bool) -> None:
    start = denying("its artillery had fired any shells there")
    assert not [one for one in start.contradictions if one.field == "denial"]
    found = [one for one in compared(scripted, says(denied), start).contradictions if one.field == "denial"]
    assert len(found) == denied
    for one in found:
        assert [side.references[0].evidence.sentence for side in one.sides] == [6, 8]
        assert one.found_by == LARGE


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.randoms(use_true_random=False))
def test_with_the_same_answers_the_order_does_not_matter(chance: random.Random) -> None:
    rulings = [Ruling.model_validate(one) for one in pairs.read_expected()]
    whole = Dossier.of(briefings().values(), rulings)
    shuffled: list[Briefing] = list(briefings().values())
    chance.shuffle(shuffled)
    chance.shuffle(rulings)
    dossier = Dossier.of(shuffled[:8], rulings)
    for briefing in shuffled[8:]:
        dossier = Dossier.of([*dossier.briefings, briefing], rulings)
    assert dossier == whole
