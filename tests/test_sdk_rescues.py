"""What is done where a model fails: asked once more, asked in a weaker form, another model, a bound, a rest."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer import (
    AsyncSummarizer,
    AuthenticationError,
    BudgetExceededError,
    ModelError,
    ModelUnavailableError,
    SettingsError,
    Summarizer,
)
from summarizer.llm.circuit import FAILURES
from tests.briefing_by_script import CLOCK, KEY, LARGE, SMALL, Start, brief
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT
from tests.scripted_model import Answer, Request, Script, answer, refusal, refusing_address, status

WHOLE = json.dumps(DRAFT.model_dump(mode="json"), ensure_ascii=False)
GOOD = answer(WHOLE)


def outcomes(briefing: Any) -> list[tuple[str, str]]:
    return [(attempt.model, attempt.outcome) for attempt in briefing.provenance.attempts]


def test_an_answer_that_does_not_fit_is_asked_for_again_with_what_was_wrong_and_no_history(scripted: Start) -> None:
    model = scripted([answer('{"talks": 5}'), GOOD])
    briefing = brief(model.base_url)
    first, second = model.requests
    assert second.user.startswith(first.user)
    added = second.user.removeprefix(first.user)
    assert "could not be used: " in added
    assert "talks" in added
    assert [message["role"] for message in second.messages] == ["system", "user"]
    assert outcomes(briefing) == [(LARGE, "answer_invalid"), (LARGE, "answered")]
    assert briefing.provenance.prompt_versions["answer/unreadable"] == 1


def test_what_a_model_added_is_not_told_back_to_it(scripted: Start) -> None:
    model = scripted([answer('{"Zorblaxia rules": 1}'), GOOD])
    brief(model.base_url)
    assert "Zorblaxia" not in model.requests[1].user


@pytest.mark.parametrize(
    "text",
    [
        f"Here is the briefing:\n{WHOLE}",
        f"```json\n{WHOLE}\n```",
        f"<think>The talks {{resume}}.</think>\n{WHOLE}\nI hope that this helps.",
    ],
    ids=["prose", "fence", "thoughts"],
)
def test_words_around_the_answer_do_no_harm(scripted: Start, text: str) -> None:
    model = scripted([answer(text)])
    briefing = brief(model.base_url)
    assert outcomes(briefing) == [(LARGE, "answered")]
    assert briefing.talks.parties == DRAFT.talks.parties if DRAFT.talks else []


def refusing(*forms: str) -> Script:
    """An endpoint that does not know these forms of answer."""

    def reply(request: Request) -> Answer:
        form = request.body.get("response_format", {}).get("type", "none")
        if form in forms:
            return status(400, message=f"{form} is not supported", param="response_format.type")
        return GOOD

    return reply


@pytest.mark.parametrize(
    ("refused", "sent"),
    [(["json_schema"], "json_object"), (["json_schema", "json_object"], "none")],
)
def test_an_endpoint_without_schemas_is_asked_in_a_weaker_form_and_told_the_schema_in_words(
    scripted: Start, refused: list[str], sent: str
) -> None:
    model = scripted(refusing(*refused))
    with Summarizer(LARGE, base_url=model.base_url, api_key=KEY, clock=CLOCK) as summarizer:
        briefing = summarizer.brief(ARTICLE)
        assert outcomes(briefing) == [*[(LARGE, "schema_refused")] * len(refused), (LARGE, "answered")]
        last = model.requests[-1]
        assert last.body.get("response_format", {}).get("type", "none") == sent
        assert '"bottom_line"' in last.system
        # Once is enough.
        assert outcomes(summarizer.brief(ARTICLE)) == [(LARGE, "answered")]


CAN_NOT: dict[str, Script] = {
    "wrong key": [status(401)],
    "nobody there": [status(503)] * 3,
    "declines": [refusal()],
    "answers in prose": [answer("Herring is a fish.")] * 3,
}


@pytest.mark.parametrize("why", CAN_NOT)
def test_the_next_model_answers_where_the_first_can_not(
    scripted: Start, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = scripted(CAN_NOT[why]), scripted(answers_from(ARTICLE, DRAFT))
    briefing = both(first.base_url, second.base_url, monkeypatch)
    assert briefing.provenance.model == "openai/second"
    assert {name for name, _ in outcomes(briefing)} == {LARGE, "openai/second"}
    assert any(note.startswith(f"{LARGE} did not make it: ") for note in briefing.provenance.notes)


def both(first: str, second: str, monkeypatch: pytest.MonkeyPatch, **options: Any) -> Any:
    monkeypatch.setenv("OPENAI_BASE_URL", second)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-second")
    models = options.pop("models", [LARGE, "openai/second"])
    with Summarizer(models, base_url=first, api_key=KEY, clock=CLOCK, max_attempts=1, **options) as summarizer:
        return summarizer.brief(ARTICLE)


def test_the_key_of_one_model_is_not_sent_to_another(scripted: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = scripted([status(401)]), scripted([GOOD])
    both(first.base_url, second.base_url, monkeypatch)
    assert first.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert second.requests[0].headers["authorization"] == "Bearer sk-second"


def test_a_model_of_its_own_stands_in_for_what_is_too_long(scripted: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    too_long = status(400, message="This model's maximum context length is 10 tokens")
    first, second = scripted(lambda request: too_long), scripted([GOOD])
    briefing = both(first.base_url, second.base_url, monkeypatch, models=LARGE, on_context_exceeded=["openai/second"])
    assert briefing.provenance.model == "openai/second"
    declining = scripted([refusal()])
    with pytest.raises(ModelError, match="declined"):
        both(declining.base_url, second.base_url, monkeypatch, models=LARGE, on_context_exceeded=["openai/second"])


def test_a_model_of_its_own_stands_in_where_one_declines(scripted: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = scripted([refusal()]), scripted([GOOD])
    briefing = both(first.base_url, second.base_url, monkeypatch, models=LARGE, on_refusal=["openai/second"])
    assert briefing.provenance.model == "openai/second"


def test_where_none_can_the_last_error_is_raised_with_all_attempts(
    scripted: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = scripted([status(500)]), scripted([status(401)])
    with pytest.raises(AuthenticationError) as raised:
        both(first.base_url, second.base_url, monkeypatch)
    assert [(a.model, a.outcome) for a in raised.value.attempts] == [
        (LARGE, "model_unavailable"),
        ("openai/second", "authentication"),
    ]


def test_a_bound_of_tokens_is_looked_at_before_the_call(scripted: Start) -> None:
    model = scripted([])
    with pytest.raises(BudgetExceededError, match="may take 100 tokens") as raised:
        brief(model.base_url, max_tokens=100)
    assert model.requests == []
    assert raised.value.attempts == ()


def test_what_was_spent_counts(scripted: Start) -> None:
    model = scripted(answers_from(ARTICLE, DRAFT))
    with pytest.raises(BudgetExceededError) as raised:
        brief(model.base_url, SMALL, max_tokens=400)
    spent = sum(a.input_tokens + a.output_tokens for a in raised.value.attempts)
    assert 0 < spent <= 400
    assert len(raised.value.attempts) == len(model.requests)


def test_money_is_bounded_only_where_the_price_is_known(scripted: Start) -> None:
    with pytest.raises(SettingsError, match="What scripted/large costs is not known"):
        brief(scripted([]).base_url, max_cost_usd=1.0)
    with pytest.raises(BudgetExceededError, match=r"may take \$1e-06"):
        brief(scripted([]).base_url, "openai/gpt-4o", max_cost_usd=0.000001)
    briefing = brief(scripted([GOOD]).base_url, "openai/gpt-4o", max_cost_usd=1.0)
    assert briefing.provenance.cost_usd == briefing.provenance.attempts[0].cost_usd
    assert briefing.provenance.cost_usd is not None
    assert briefing.provenance.cost_usd > 0


async def test_a_dead_endpoint_is_left_alone_for_a_while() -> None:
    async with AsyncSummarizer(LARGE, base_url=refusing_address(), api_key=KEY, max_attempts=1) as summarizer:
        for _ in range(FAILURES):
            with pytest.raises(ModelUnavailableError, match="cannot be reached"):
                await summarizer.brief(ARTICLE)
        with pytest.raises(ModelUnavailableError, match=f"failed {FAILURES} times in a row") as raised:
            await summarizer.brief(ARTICLE)
        assert raised.value.retryable
        assert raised.value.retry_after is not None
        assert raised.value.attempts == ()


def test_an_endpoint_that_says_that_it_is_overloaded_is_not_dead(scripted: Start) -> None:
    model = scripted([*[status(503)] * (FAILURES + 2), GOOD])
    with Summarizer(LARGE, base_url=model.base_url, api_key=KEY, max_attempts=1) as summarizer:
        for _ in range(FAILURES + 2):
            with pytest.raises(ModelUnavailableError, match="HTTP 503"):
                summarizer.brief(ARTICLE)
        assert summarizer.brief(ARTICLE).statements
