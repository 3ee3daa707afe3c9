"""Which model answers: the caller's word, else the settings', else the embedded one; and never a stray key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import instructor
import pytest
from instructor.core.exceptions import InstructorRetryException

from summarizer import AsyncSummarizer
from summarizer.errors import SettingsError, UnknownModelError
from summarizer.extraction.answers import StatementAnswer
from summarizer.llm.choice import HOSTED_CONCURRENCY, Watch, Wish, choose_endpoint
from summarizer.llm.endpoint import Endpoint, connect_provider, split_name
from tests.scripted_model import Script, ScriptedModel, status

EMBEDDED = "embedded/qwen2.5-coder-1.5b"
KEYS = {"openai": "sk-openai", "anthropic": "sk-anthropic"}


def choose(model: str, keys: dict[str, str] | None = None, **wish: Any) -> Endpoint:
    """The endpoint for a wish, with these keys in the environment."""
    watch = Watch(progress=lambda done, total, mirror: None, notice=lambda text: None)
    return choose_endpoint(replace(Wish(model, "asked for"), **wish), watch, (keys or {}).get)


def test_the_embedded_model_gets_small_bounded_questions_one_at_a_time() -> None:
    endpoint = choose(EMBEDDED)
    assert (endpoint.name, endpoint.provider, endpoint.model) == (EMBEDDED, "embedded", "qwen2.5-coder-1.5b")
    assert (endpoint.plan, endpoint.concurrency, endpoint.reads_bounds) == ("small", 1, True)


def test_any_other_model_gets_one_large_question() -> None:
    endpoint = choose("openai/some-model", KEYS)
    assert (endpoint.name, endpoint.provider, endpoint.model) == ("openai/some-model", "openai", "some-model")
    assert (endpoint.plan, endpoint.concurrency, endpoint.reads_bounds) == ("large", HOSTED_CONCURRENCY, False)


def test_only_the_first_slash_parts_provider_and_model() -> None:
    assert split_name("openrouter/maker/model") == ("openrouter", "maker/model")


@pytest.mark.parametrize("name", ["gpt", "/gpt", "openai/", "", "/"])
def test_a_name_without_provider_or_model_is_refused(name: str) -> None:
    with pytest.raises(UnknownModelError, match="names no provider"):
        choose(name, KEYS)


def test_an_unknown_embedded_model_is_refused_at_once() -> None:
    with pytest.raises(UnknownModelError, match="embedded/nosuch"):
        choose("embedded/nosuch")


def test_openai_without_a_key_says_where_to_put_one() -> None:
    with pytest.raises(SettingsError, match="OPENAI_API_KEY"):
        choose("openai/some-model", {"anthropic": "sk-anthropic"})


async def test_a_provider_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownModelError, match="nosuch/some-model"):
        await connect_provider("nosuch/some-model", None, 9.0)


async def test_the_key_that_was_given_goes_before_the_providers_own(
    scripted: Callable[[Script], ScriptedModel],
) -> None:
    model = scripted([])
    for given, expected in (("sk-given", "sk-given"), (None, "sk-openai")):
        connection = await choose("openai/x", KEYS, base_url=model.base_url, api_key=given).connect()
        client: Any = connection.client.client
        assert client.api_key == expected
        await connection.close()


async def test_an_address_of_ones_own_needs_no_key_and_is_sent_none_of_another_provider(
    scripted: Callable[[Script], ScriptedModel],
) -> None:
    connection = await choose("house/model", KEYS, base_url=scripted([]).base_url).connect()
    client: Any = connection.client.client
    assert client.api_key == "none"
    await connection.close()


async def test_retries_are_ours_alone(scripted: Callable[[Script], ScriptedModel]) -> None:
    connection = await choose("house/model", base_url=scripted([]).base_url).connect()
    client: Any = connection.client.client
    assert client.max_retries == 0
    await connection.close()


async def test_retries_of_other_providers_clients_are_ours_too(
    scripted: Callable[[Script], ScriptedModel], monkeypatch: pytest.MonkeyPatch
) -> None:
    model = scripted([status(500, **{"Retry-After": "0"})] * 3)
    monkeypatch.setattr(instructor, "from_provider", partial(instructor.from_provider, base_url=model.base_url))
    connection = await connect_provider("ollama/some-model", None, 9.0)
    create = connection.client.chat.completions.create_with_completion
    with pytest.raises(InstructorRetryException):
        await create(messages=[{"role": "user", "content": "Who?"}], response_model=StatementAnswer, max_retries=0)
    await connection.close()
    assert len(model.requests) == 1


@pytest.mark.parametrize("stray", ["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "SUMMARIZER_API_KEY"])
def test_a_stray_key_chooses_nothing(monkeypatch: pytest.MonkeyPatch, stray: str) -> None:
    monkeypatch.setenv(stray, "sk-stray")
    assert AsyncSummarizer().model == EMBEDDED


def test_the_settings_choose_where_the_caller_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_MODEL", "ollama/some-model")
    assert AsyncSummarizer().model == "ollama/some-model"
    assert AsyncSummarizer("embedded/qwen2.5-coder-1.5b").model == EMBEDDED


def test_an_endpoint_shows_no_key() -> None:
    assert "sk-openai" not in repr(choose("openai/x", KEYS))


@pytest.mark.parametrize("name", ["anthropic/claude-sonnet-4-5", "openai/some-model"])
async def test_no_client_follows_to_another_address(name: str) -> None:
    connection = await choose(name, KEYS).connect()
    client: Any = connection.client.client
    assert client._client.follow_redirects is False
    await connection.close()
