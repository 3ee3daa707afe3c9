"""The ledger tells what the endpoint counted: every call, whatever became of it, and the tokens of every answer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing, suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer import AsyncSummarizer, AuthenticationError, BudgetExceededError, ModelError, SummarizerError
from summarizer.briefing import Attempt
from summarizer.summarizer import Clock
from tests.briefing_by_script import CLOCK, KEY, LARGE, SMALL, Start, brief
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT
from tests.scripted_faults import empty_success, twice, web_page
from tests.scripted_model import (
    AT_ONCE,
    RESET,
    Answer,
    Reply,
    Request,
    ScriptedModel,
    answer,
    as_reply,
    ending,
    filtered,
    no_choices,
    refusal,
    slow,
    status,
    truncated,
)

FAULTS: Mapping[str, Callable[[Answer], Reply]] = {
    "well": as_reply,
    "429": lambda right: status(429, **AT_ONCE),
    "500": lambda right: status(500, **AT_ONCE),
    "503": lambda right: status(503, **AT_ONCE),
    "529": lambda right: status(529, **AT_ONCE),
    "400": lambda right: status(400),
    "401": lambda right: status(401),
    "schema refused": lambda right: status(400, param="response_format.type"),
    "reset": lambda right: RESET,
    "breaks off": lambda right: ending(right, "cut"),
    "empty": lambda right: empty_success(),
    "web page": lambda right: web_page(),
    "no choices": lambda right: no_choices(),
    "prose": lambda right: answer("Herring is a fish."),
    "prose around": lambda right: answer(f"Here it is: {json.dumps(right)}\nGood luck!"),
    "fence": lambda right: answer(f"```json\n{json.dumps(right)}\n```"),
    "twice": lambda right: twice(right if isinstance(right, Mapping) else {}),
    "wrong types": lambda right: answer('{"talks": 5, "words": [1], "parties": 7}'),
    "declined": lambda right: refusal(),
    "filtered": lambda right: filtered(),
    "cut": lambda right: truncated(),
}


class Endpoint:
    """A model that would answer as the draft says, fails as it is told, and counts what it sent whole."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.calls = 0
        self.read = 0
        self.written = 0
        self._faults = list(faults)
        self._right = answers_from(ARTICLE, DRAFT)

    def __call__(self, request: Request) -> Reply:
        fault = self._faults[self.calls] if self.calls < len(self._faults) else "well"
        self.calls += 1
        # Without a schema the request no longer names its question; only the large plan has but one.
        right = self._right(request) if "json_schema" in request.body.get("response_format", {}) else _whole()
        reply = FAULTS[fault](right)
        with suppress(ValueError):
            usage = json.loads(reply.body).get("usage") if reply.ending == "whole" else None
            self.read += usage["prompt_tokens"] if usage else 0
            self.written += usage["completion_tokens"] if usage else 0
        return reply


def _whole() -> Mapping[str, Any]:
    return DRAFT.model_dump(mode="json")


def attempts_of(base_url: str, model: str) -> Sequence[Attempt]:
    """The ledger of one briefing, however it ended."""
    try:
        return brief(base_url, model, clock=Clock(CLOCK.now, CLOCK.monotonic, _no_wait)).provenance.attempts
    except SummarizerError as error:
        return error.attempts


async def _no_wait(seconds: float) -> None:
    await asyncio.sleep(0)


@pytest.mark.parametrize("model", [LARGE, SMALL])
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(faults=st.lists(st.sampled_from(list(FAULTS)), max_size=12))
def test_its_sums_are_what_the_endpoint_counted(model: str, faults: list[str]) -> None:
    if model == SMALL:
        # Its questions are told apart by their schemas.
        faults = [fault for fault in faults if fault != "schema refused"]
    endpoint = Endpoint(faults)
    with ScriptedModel(endpoint) as server:
        attempts = attempts_of(server.base_url, model)
    assert len(attempts) == endpoint.calls
    assert sum(a.input_tokens for a in attempts) == endpoint.read
    assert sum(a.output_tokens for a in attempts) == endpoint.written
    assert "cancelled" not in {a.outcome for a in attempts}


def test_a_briefing_that_is_streamed_has_the_same_ledger(scripted: Start) -> None:
    async def streamed(base_url: str) -> Sequence[Attempt]:
        async with AsyncSummarizer(SMALL, base_url=base_url, api_key=KEY, clock=CLOCK) as summarizer:
            return (await summarizer.brief(ARTICLE)).provenance.attempts

    faults = ["500", "prose", "well", "cut"]
    one, other = scripted(Endpoint(faults)), scripted(Endpoint(faults))
    clock = Clock(CLOCK.now, CLOCK.monotonic, _no_wait)
    whole = brief(one.base_url, SMALL, clock=clock).provenance.attempts
    assert asyncio.run(streamed(other.base_url)) == whole


def test_calls_that_another_ones_failure_ends_are_told(scripted: Start) -> None:
    """A refused key ends the briefing; a question under way meanwhile was sent, and may be charged."""
    right = answers_from(ARTICLE, DRAFT)
    asked: list[Request] = []

    def reply(request: Request) -> Answer:
        asked.append(request)
        return {1: right(request), 2: slow(status(401), 0.2), 3: slow(right(request), 30.0)}[len(asked)]

    model = scripted(reply)
    with pytest.raises(AuthenticationError) as raised:
        brief(model.base_url, LARGE, plan="small")
    assert sorted(a.outcome for a in raised.value.attempts) == ["answered", "authentication", "cancelled"]


async def test_who_leaves_a_stream_leaves_nothing_behind(scripted: Start) -> None:
    loop, asked = asyncio.get_running_loop(), asyncio.Event()

    def reply(request: Request) -> Answer:
        loop.call_soon_threadsafe(asked.set)
        return slow(_whole(), 30.0)

    model = scripted(reply)
    began = loop.time()
    async with AsyncSummarizer(LARGE, base_url=model.base_url, api_key=KEY) as summarizer:

        async def listen() -> None:
            async with aclosing(summarizer.stream(ARTICLE)) as events:
                async for _ in events:
                    pass

        listening = asyncio.create_task(listen())
        await asked.wait()
        listening.cancel()
        await asyncio.wait([listening])
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert loop.time() - began < 10


def test_no_question_is_asked_after_the_seconds_allowed(scripted: Start) -> None:
    seconds = iter(range(10_000))
    clock = Clock(CLOCK.now, lambda: float(next(seconds)), _no_wait)
    model = scripted(answers_from(ARTICLE, DRAFT))
    with pytest.raises(BudgetExceededError, match="No question is asked after the 4 s") as raised:
        brief(model.base_url, SMALL, clock=clock, max_seconds=4)
    assert 0 < len(raised.value.attempts) == len(model.requests)


@pytest.mark.parametrize(("told", "kept"), [("req_7-a", "req_7-a"), ("\x1b[31mred", None), ("x" * 201, None)])
def test_a_request_id_is_passed_on_where_it_looks_like_one(scripted: Start, told: str, kept: str | None) -> None:
    model = scripted([status(400, **{"x-request-id": told})])
    with pytest.raises(ModelError) as raised:
        brief(model.base_url)
    assert raised.value.request_id == kept


def test_an_answer_not_modified_points_nowhere(scripted: Start) -> None:
    with pytest.raises(ModelError, match=r"sent no answer \(HTTP 304\)"):
        brief(scripted([Reply(304)]).base_url)
