"""Bodies, figures and fields that no endpoint should send: a briefing, or one error of ours, each call counted."""

from __future__ import annotations

import json
import ssl
from dataclasses import replace
from typing import Any

import pytest

from summarizer import AnswerInvalidError, Briefing, ModelError, ModelUnavailableError, Summarizer
from summarizer.llm.failures import as_model_error
from summarizer.llm.prices import cost_of
from tests.briefing_by_script import KEY, LARGE, Start
from tests.fault_table import FakeTime
from tests.invented import ARTICLE, DRAFT, SECRET_WORDS
from tests.scripted_faults import redirect, with_usage
from tests.scripted_model import Reply, answer, completion, status

WHOLE = json.dumps(DRAFT.model_dump(mode="json"), ensure_ascii=False)
GOOD = answer(WHOLE)
JSON = {"Content-Type": "application/json"}
MANY = 100_000


def brief(base_url: str, model: str = LARGE, **options: Any) -> Briefing:
    """The briefing of the invented article; no wait takes any time."""
    with Summarizer(model, base_url=base_url, api_key=KEY, clock=FakeTime().clock(), **options) as summarizer:
        return summarizer.brief(ARTICLE)


def body(content: bytes | Any, code: int = 200, **headers: str) -> Reply:
    """A reply with this body, JSON unless it is bytes."""
    return Reply(code, {**JSON, **headers}, content if isinstance(content, bytes) else json.dumps(content).encode())


def choice(message: Any) -> Reply:
    """A chat completion with one choice that holds this message."""
    return completion([{"index": 0, "message": message, "finish_reason": "stop"}])


USAGE: dict[str, tuple[Any, tuple[int, int]]] = {
    "as it should be": ({"prompt_tokens": 5, "completion_tokens": 6}, (5, 6)),
    "below zero": ({"prompt_tokens": -5, "completion_tokens": 6}, (0, 6)),
    "beyond reason": ({"prompt_tokens": 10**18, "completion_tokens": 6}, (0, 6)),
    "without end": ({"prompt_tokens": float("inf"), "completion_tokens": 6}, (0, 6)),
    "no number": ({"prompt_tokens": float("nan"), "completion_tokens": 6}, (0, 6)),
    "null": ({"prompt_tokens": None, "completion_tokens": None}, (0, 0)),
    "in words": ({"prompt_tokens": "many", "completion_tokens": "few"}, (0, 0)),
    "nested": ({"prompt_tokens": {"a": 1}, "completion_tokens": [1]}, (0, 0)),
    "a list": ([1, 2], (0, 0)),
    "a word": ("none", (0, 0)),
}


@pytest.mark.parametrize("figures", USAGE)
def test_figures_that_can_not_be_are_not_counted(scripted: Start, figures: str) -> None:
    told, counted = USAGE[figures]
    provenance = brief(scripted([with_usage(GOOD, told)]).base_url).provenance
    assert (provenance.input_tokens, provenance.output_tokens) == counted
    assert [(a.input_tokens, a.output_tokens) for a in provenance.attempts] == [counted]


def test_figures_that_can_not_be_cost_nothing(scripted: Start) -> None:
    model = scripted([with_usage(GOOD, {"prompt_tokens": 10**18, "completion_tokens": float("nan")})])
    briefing = brief(model.base_url, "openai/gpt-4o", max_cost_usd=1.0)
    assert briefing.provenance.cost_usd == 0 == cost_of("openai", "gpt-4o", 0, 0)


INVALID: dict[str, Reply] = {
    "null": body(None),
    "a list": body([]),
    "a word": body("x"),
    "an empty object": body({}),
    "choices that are null": body({"choices": None}),
    "choices that are words": body({"choices": "abc"}),
    "a choice that is a number": body({"choices": [1]}),
    "no message": choice(None),
    "a message that is words": choice("hello"),
    "content that is a number": choice({"role": "assistant", "content": 5}),
    "content in parts": choice({"role": "assistant", "content": [{"type": "text", "text": WHOLE}]}),
    "an error in a success": body({"error": {"message": f"{SECRET_WORDS[0]} {KEY}", "code": 529}}),
    "a body nested without end": body(b'{"a":' * MANY),
    "an answer nested without end": answer('{"a":' * MANY),
    "lists without end": answer("[" * MANY),
    "half a surrogate": answer(WHOLE.replace("herring", "\\ud83d")),
    "half a surrogate behind words": answer(f"So: {WHOLE.replace('herring', chr(92) + 'ud83d')}"),
    "half a surrogate around it": replace(GOOD, body=GOOD.body.replace(b"herring", b"\\ud83d")),
    "bytes that are no UTF-8": replace(GOOD, body=GOOD.body.replace(b"herring", b"\xff\xfe")),
    "a number of 5,000 digits": answer(f'{{"talks": {"9" * 5000}}}'),
    "said to be packed, and is not": replace(GOOD, headers={**JSON, "Content-Encoding": "gzip"}),
    "no content": Reply(204),
}


@pytest.mark.parametrize("odd", INVALID)
def test_what_can_not_be_read_is_asked_for_again(scripted: Start, odd: str) -> None:
    model = scripted([INVALID[odd], GOOD])
    briefing = brief(model.base_url)
    assert [a.outcome for a in briefing.provenance.attempts] == ["answer_invalid", "answered"]
    assert Briefing.model_validate_json(briefing.model_dump_json()) == briefing


@pytest.mark.parametrize("odd", INVALID)
def test_what_can_never_be_read_is_one_error_of_ours(scripted: Start, odd: str) -> None:
    model = scripted([INVALID[odd]])
    with pytest.raises(AnswerInvalidError) as caught:
        brief(model.base_url, max_attempts=1)
    shown = f"{caught.value!r} {caught.value} {vars(caught.value)}"
    assert not [word for word in (*SECRET_WORDS, KEY) if word in shown]
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


REFUSED: dict[str, Reply] = {
    "304": Reply(304),
    "a redirect to nowhere": Reply(301),
    "a redirect to no address": redirect("http://[::bad"),
    "a redirect to a file": redirect("file:///etc/hostname"),
    "an error that is a list": body([1], 400),
    "an error nested without end": body(b"[" * MANY, 400),
    "a parameter that is a list": body({"error": {"param": ["response_format"]}}, 400),
    "999": status(999),
    "Retry-After in the year 9999": status(429, **{"Retry-After": "Fri, 31 Dec 9999 23:59:59 -2300"}),
    "Retry-After of 5,000 digits": status(429, **{"Retry-After": "9" * 5000}),
}


@pytest.mark.parametrize("odd", REFUSED)
def test_what_is_oddly_refused_is_one_error_of_ours(scripted: Start, odd: str) -> None:
    model = scripted(lambda _: REFUSED[odd])
    with pytest.raises(ModelError) as caught:
        brief(model.base_url, max_attempts=1)
    assert caught.value.hint
    assert len(caught.value.attempts) == len(model.requests) == 1


class APIConnectionError(Exception):
    """Named as the providers' clients name theirs."""


@pytest.mark.parametrize(
    ("trouble", "told", "again"),
    [
        (ssl.SSLCertVerificationError(1, "self-signed certificate"), "certificate is not trusted", False),
        (ssl.SSLError(1, "handshake failure"), "does not speak TLS as expected", True),
        (ssl.SSLEOFError(8, "EOF occurred in violation of protocol"), "cannot be reached", True),
    ],
)
def test_trouble_with_tls_is_told_and_tried_again_where_it_may_pass(trouble: Exception, told: str, again: bool) -> None:
    error = APIConnectionError("Connection error.")
    error.__cause__ = OSError("connect")
    error.__cause__.__cause__ = trouble
    ours = as_model_error(error, provider="scripted", model="scripted/one")
    assert isinstance(ours, ModelUnavailableError)
    assert told in str(ours)
    assert ours.retryable is again
