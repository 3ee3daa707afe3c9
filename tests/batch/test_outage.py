"""An endpoint that is away for a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from summarizer import Article
from summarizer.batch.outage import PATIENCE_WITH_ONE, PAUSE, Outage
from summarizer.errors import AnswerInvalidError, EndpointAwayError, ModelError, ModelUnavailableError, RateLimitedError
from summarizer.many import Briefed
from tests.batch.conftest import Corpus, Run, reads
from tests.briefing_by_script import Start
from tests.invented import ARTICLE
from tests.scripted_model import refusing_address, status
from tests.shell.running import Shell


@dataclass
class Endpoint:
    """Says of each call in turn what came of it; time passes only where somebody sleeps."""

    says: Callable[[int], ModelError | None]
    calls: int = 0
    now: float = 1_000.0
    sleeps: list[float] = field(default_factory=list)

    async def brief(self, article: Article) -> Briefed:
        self.calls += 1
        return Briefed(article, error=self.says(self.calls))

    async def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.now += seconds

    def outage(self, patience: float) -> Outage:
        return Outage(self.brief, patience, self.sleep, lambda: self.now)


def away(status_code: int | None = None, retry_after: float | None = None) -> ModelError:
    return ModelUnavailableError("Nobody there.", status_code=status_code, retry_after=retry_after)


@pytest.mark.parametrize("error", [away(), away(503), RateLimitedError("Too many."), away(retry_after=30.0)])
async def test_it_is_waited_for_and_no_article_fails(error: ModelError) -> None:
    endpoint = Endpoint(lambda call: error if call <= 5 else None)
    found = await endpoint.outage(3_600).briefed(ARTICLE)
    assert found.error is None
    assert endpoint.sleeps == [error.retry_after or PAUSE] * 5


async def test_after_the_patience_the_run_ends() -> None:
    endpoint = Endpoint(lambda call: away())
    with pytest.raises(EndpointAwayError, match="Nothing was answered for 60 s: Nobody there"):
        await endpoint.outage(60).briefed(ARTICLE)
    assert sum(endpoint.sleeps) == 60


async def test_what_the_endpoint_fails_at_fails_alone() -> None:
    endpoint = Endpoint(lambda call: away(500) if call > 1 else None)
    outage = endpoint.outage(3_600)
    assert (await outage.briefed(ARTICLE)).error is None
    found = await outage.briefed(ARTICLE)
    assert isinstance(found.error, ModelUnavailableError)
    assert sum(endpoint.sleeps) == PATIENCE_WITH_ONE


async def test_where_others_are_answered_the_article_is_to_blame() -> None:
    endpoint = Endpoint(lambda call: away() if call == 2 else None)
    outage = endpoint.outage(3_600)

    async def meanwhile(article: Article) -> Briefed:
        if endpoint.calls == 1:
            endpoint.calls += 1
            await outage.briefed(article)
            return Briefed(article, error=away())
        return await endpoint.brief(article)

    endpoint.calls = 1
    outage._brief = meanwhile
    found = await outage.briefed(ARTICLE)
    assert isinstance(found.error, ModelUnavailableError)
    assert endpoint.sleeps == []


async def test_what_the_model_says_wrongly_is_no_outage() -> None:
    endpoint = Endpoint(lambda call: AnswerInvalidError("Prose."))
    assert isinstance((await endpoint.outage(60).briefed(ARTICLE)).error, AnswerInvalidError)
    assert endpoint.calls == 1


def test_a_run_ends_and_the_same_command_goes_on(shell: Shell, run: Run, corpus: Corpus, scripted: Start) -> None:
    folder = corpus(5)
    ran = shell(
        "batch", folder, "-o", run.output, "-m", "openai/gpt-5-mini", "--base-url", refusing_address(),
        "--plan", "small", "--patience", "0",
    )  # fmt: skip
    assert ran.code == 4
    assert "Nothing was answered for 0 s" in ran.err
    assert "the same command goes on" in ran.err
    assert run.beside("failed.jsonl") == []
    ran = run(folder, scripted(reads))
    assert ran.code == 0
    assert "5 briefed" in ran.err


def test_an_article_that_the_endpoint_fails_at_is_told(run: Run, corpus: Corpus, scripted: Start) -> None:
    model = scripted(lambda request: status(500) if "row 2." in request.user else reads(request))
    ran = run(corpus(4), model, "--patience", "0", "--at-once", "1")
    assert ran.code == 7
    assert [row["code"] for row in run.beside("failed.jsonl")] == ["model_unavailable"]
