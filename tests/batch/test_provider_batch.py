"""Batches at a provider: the same briefings, at half the price, and nothing is asked twice."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer import Briefing
from summarizer.errors import ModelError
from tests.batch.batch_server import BatchServer, Script
from tests.batch.provider_runs import PACE, briefings, local_run, provider_run, write_corpus
from tests.briefing_by_script import KEY
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, statement
from tests.scripted_model import Answer, Reply, Request, status
from tests.shell.running import reads_well

WRONG = "Harbour Master Ilka Thane"
ERRS = DRAFT.model_copy(update={"statements": [statement(2, WRONG, content="the quota must be shared")]})
"""A draft with a speaker whom the sentence does not have, so that it is asked about again."""


def errs(request: Request) -> Answer:
    return answers_from(ARTICLE, ERRS, {WRONG: "Fisheries Minister Anneke Sörl"})(request)


def once_for_each(first: Callable[[Request], Answer | None]) -> Script:
    """Answers the first time that something is asked as told, and well after that."""
    asked: Counter[str] = Counter()

    def script(request: Request) -> Answer | None:
        asked[request.user] += 1
        return first(request) if asked[request.user] == 1 else reads_well(request)

    return script


def told(briefing: Briefing) -> dict[str, Any]:
    """All that a briefing tells, without when and how it was made."""
    return briefing.model_dump(exclude={"provenance"})


async def test_the_briefings_are_those_of_ordinary_calls_at_half_the_price(tmp_path: Path) -> None:
    write_corpus(tmp_path, 5)
    lines: list[str] = []
    with BatchServer(reads_well) as server:
        local = await local_run(tmp_path, server.base_url)
        assert server.count("POST /v1/chat/completions") == 5
        tally = await provider_run(tmp_path, server.base_url, tell=lines.append)
        assert server.count("POST /v1/chat/completions") == 5
    assert server.calls == [5]
    assert server.keys == {f"Bearer {KEY}"}
    ours, theirs = briefings(tmp_path / "out.jsonl"), briefings(tmp_path / "local.jsonl")
    assert len(ours) == 5
    assert {name: told(one) for name, one in ours.items()} == {name: told(one) for name, one in theirs.items()}
    assert lines == [
        "5 calls are uploaded as batch_1; the provider answers within 24 hours. You may stop here (Ctrl-C) and come "
        "back: the same command goes on.",
        "batch_1 is completed.",
    ]
    assert (tally.briefed, tally.tokens) == (5, local.tokens)
    assert tally.cost_usd == pytest.approx(local.cost_usd / 2)
    assert tally.cost_usd > 0
    for name, one in ours.items():
        made, ordinary = one.provenance, theirs[name].provenance
        assert made.cost_usd == pytest.approx((ordinary.cost_usd or 0) / 2)
        assert made.cost_usd == pytest.approx(sum(attempt.cost_usd or 0 for attempt in made.attempts))


async def test_files_are_deleted_at_the_provider_once_their_answers_are_here(tmp_path: Path) -> None:
    write_corpus(tmp_path, 2)
    with BatchServer(once_for_each(lambda request: status(500))) as server:
        await provider_run(tmp_path, server.base_url)
    assert server.calls == [2, 2]
    assert len(server.names) == 4
    assert server.files == {}


async def test_what_is_asked_again_goes_in_a_second_batch(tmp_path: Path) -> None:
    write_corpus(tmp_path, 3)
    with BatchServer(errs) as server:
        await local_run(tmp_path, server.base_url)
        await provider_run(tmp_path, server.base_url)
    assert server.calls == [3, 3]
    ours, theirs = briefings(tmp_path / "out.jsonl"), briefings(tmp_path / "local.jsonl")
    assert {name: told(one) for name, one in ours.items()} == {name: told(one) for name, one in theirs.items()}
    assert [[said.speaker.name for said in one.statements] for one in ours.values()] == [["Anneke Sörl"]] * 3
    assert [len(one.provenance.attempts) for one in ours.values()] == [2, 2, 2]


async def test_an_answer_that_does_not_fit_is_asked_for_again(tmp_path: Path) -> None:
    write_corpus(tmp_path, 2)

    def script(request: Request) -> Answer:
        return reads_well(request) if "could not be used" in request.user else {"no": "draft"}

    with BatchServer(script) as server:
        await provider_run(tmp_path, server.base_url)
    assert server.calls == [2, 2]
    assert [len(one.provenance.attempts) for one in briefings(tmp_path / "out.jsonl").values()] == [2, 2]


def is_first(request: Request) -> bool:
    return "report 0" in request.user


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [(status(500), "model_unavailable"), (status(429), "rate_limited"), (None, "model_unavailable")],
    ids=["500", "429", "expired"],
)
@pytest.mark.parametrize("end", ["completed", "expired", "cancelled"])
async def test_a_line_that_failed_or_expired_is_sent_again_and_no_other(
    tmp_path: Path, fault: Reply | None, outcome: str, end: str
) -> None:
    write_corpus(tmp_path, 3)
    script = once_for_each(lambda request: fault if is_first(request) else reads_well(request))
    with BatchServer(script, ends=lambda number: end if number == 1 else "completed") as server:
        tally = await provider_run(tmp_path, server.base_url)
    assert tally.briefed == 3
    assert server.calls == [3, 1]
    assert "report 0" in json.dumps(server.batches[1].calls)
    outcomes = sorted(
        [a.outcome for a in one.provenance.attempts] for one in briefings(tmp_path / "out.jsonl").values()
    )
    assert outcomes == [["answered"], ["answered"], [outcome, "answered"]]


async def test_a_line_that_is_refused_fails_its_article_alone(tmp_path: Path) -> None:
    write_corpus(tmp_path, 3)
    with BatchServer(lambda request: status(422) if is_first(request) else reads_well(request)) as server:
        tally = await provider_run(tmp_path, server.base_url)
        assert (tally.briefed, tally.failed) == (2, 1)
        assert server.calls == [3]
        # Tried again it is asked again.
        tally = await provider_run(tmp_path, server.base_url, retry_failed=True)
    assert server.calls == [3, 1]
    assert tally.failed == 1


async def test_a_parameter_that_is_refused_is_left_out_in_the_next_batch(tmp_path: Path) -> None:
    def script(request: Request) -> Answer:
        return status(400, param="temperature") if "temperature" in request.body else reads_well(request)

    write_corpus(tmp_path, 3)
    with BatchServer(script) as server:
        tally = await provider_run(tmp_path, server.base_url)
    assert tally.briefed == 3
    assert server.calls == [3, 3]


async def test_a_line_of_which_nothing_is_told_is_sent_again(tmp_path: Path) -> None:
    def lossy(method: str, path: str) -> Reply | None:
        # The first batch's answers are there, and all but the first line can't be read.
        if method == "GET" and path.endswith("/content") and len(server.batches) == 1:
            first = server.files[server.batches[0].output or ""].splitlines()[0]
            return Reply(200, {}, b"\n".join([first, b"{", b"[]", b'{"custom_id": "another"}']))
        return None

    write_corpus(tmp_path, 3)
    with BatchServer(reads_well, fault=lossy) as server:
        tally = await provider_run(tmp_path, server.base_url)
    assert tally.briefed == 3
    assert server.calls == [3, 2]


async def test_a_batch_that_failed_ends_the_run_and_its_articles_stay_due(tmp_path: Path) -> None:
    write_corpus(tmp_path, 3)
    problem = {"code": "token_limit_exceeded", "message": "Enqueued\x1b[2J token limit reached."}
    with BatchServer(
        reads_well, ends=lambda number: "failed" if number == 1 else "completed", problem=problem
    ) as server:
        with pytest.raises(ModelError) as raised:
            await provider_run(tmp_path, server.base_url)
        assert raised.value.message == (
            "openai refused the batch batch_1 as a whole: token_limit_exceeded: Enqueued [2J token limit reached."
        )
        assert not raised.value.retryable
        assert (tmp_path / "out.jsonl").read_bytes() == b""
        tally = await provider_run(tmp_path, server.base_url)
    assert (tally.briefed, tally.failed) == (3, 0)
    assert server.calls == [3, 3]


async def test_the_next_articles_and_what_is_asked_again_share_a_batch(tmp_path: Path) -> None:
    write_corpus(tmp_path, 5)
    script = once_for_each(lambda request: status(500) if is_first(request) else reads_well(request))
    with BatchServer(script) as server:
        tally = await provider_run(tmp_path, server.base_url, at_once=3)
    assert tally.briefed == 5
    assert server.calls == [3, 3]


@pytest.mark.parametrize("bound", [{"most_calls": 2}, {"most_bytes": 14_000}], ids=["calls", "bytes"])
async def test_a_batch_keeps_to_the_providers_bounds(tmp_path: Path, bound: dict[str, int]) -> None:
    write_corpus(tmp_path, 5)
    with BatchServer(reads_well) as server:
        await provider_run(tmp_path, server.base_url, pace=dataclasses.replace(PACE, **bound))  # type: ignore[arg-type]
    assert sum(server.calls) == 5
    assert max(server.calls) <= 2
