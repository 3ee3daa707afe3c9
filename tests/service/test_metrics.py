"""What Prometheus scrapes: that it counts right, that gauges go back, and that no label is made by a request."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, SECRET_WORDS
from tests.scripted_model import SILENCE, Answer, Request, ScriptedModel, slow, status
from tests.service.running import BODY, EVENTS, MODEL, Serve, cache_at

STAGES = {"waiting for a place", "starting the model", "reading the article", "checking every line against the article"}


class Counts:
    """A scrape, read as Prometheus reads it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.samples = [s for family in text_string_to_metric_families(text) for s in family.samples]

    def __call__(self, name: str, **labels: str) -> float:
        """The sum of the samples with this name and these labels."""
        return sum(s.value for s in self.samples if s.name == name and labels.items() <= s.labels.items())

    def values_of(self, label: str) -> set[str]:
        return {s.labels[label] for s in self.samples if label in s.labels and label != "le"}


def counts(address: str) -> Counts:
    response = httpx2.get(f"{address}/metrics")
    assert response.headers["content-type"].startswith("text/plain")
    return Counts(response.text)


def until(holds: Any) -> None:
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.02)


def test_a_briefing_counts_its_calls_tokens_facts_and_stages(serve: Serve) -> None:
    right, asked = answers_from(ARTICLE, DRAFT), list[Request]()

    def fails_first(request: Request) -> Answer:
        asked.append(request)
        return status(500, **{"Retry-After": "0"}) if len(asked) == 1 else right(request)

    service = serve(fails_first)
    briefing = service.brief().json()
    told = counts(service.address)
    assert told("summarizer_attempts_total", model=MODEL, outcome="model_unavailable") == 1
    assert told("summarizer_attempts_total", model=MODEL, outcome="answered") == 1
    assert told("summarizer_tokens_total", model=MODEL, direction="read") == briefing["provenance"]["input_tokens"] > 0
    assert told("summarizer_tokens_total", direction="written") == briefing["provenance"]["output_tokens"] > 0
    assert told("summarizer_facts_total", verdict="delivered") == briefing["verification"]["facts"] > 0
    assert told("summarizer_facts_total", verdict="refused") == len(briefing["verification"]["refused"])
    assert told("summarizer_facts_total", verdict="unjudged") == len(briefing["verification"]["unjudged"])
    assert told.values_of("stage") == STAGES
    for stage in STAGES:
        assert told("summarizer_stage_seconds_count", stage=stage) == 1
        assert 0 <= told("summarizer_stage_seconds_sum", stage=stage) < 30


def test_what_the_briefing_lost_is_counted_as_refused(serve: Serve) -> None:
    wrong = DRAFT.model_copy(update={"statements": [s.model_copy(update={"sentence": 1}) for s in DRAFT.statements]})
    service = serve(answers_from(ARTICLE, wrong))
    refused = len(service.brief().json()["verification"]["refused"])
    assert counts(service.address)("summarizer_facts_total", verdict="refused") == refused > 0


def test_the_calls_of_a_briefing_that_fails_are_counted(serve: Serve) -> None:
    service = serve([status(401)])
    assert service.brief().status_code == 502
    told = counts(service.address)
    assert told("summarizer_attempts_total", outcome="authentication") == 1
    assert told("summarizer_requests_total", route="/v1/briefings", status="502") == 1
    assert told("summarizer_facts_total") == 0


def test_requests_are_counted_by_route_method_and_status(serve: Serve) -> None:
    service = serve()
    service.brief()
    service.brief("image/png")
    service.client.get("/v1/models")
    told = counts(service.address)
    assert told("summarizer_requests_total", route="/v1/briefings", method="POST", status="200") == 1
    assert told("summarizer_requests_total", route="/v1/briefings", method="POST", status="406") == 1
    assert told("summarizer_requests_total", route="/v1/models", method="GET", status="200") == 1
    assert told("summarizer_request_seconds_count", route="/v1/briefings") == 2
    assert told("summarizer_request_seconds_sum", route="/v1/briefings") > 0


def test_hits_misses_and_joined_requests_are_counted(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> None:
    answer = answers_from(ARTICLE, DRAFT)
    service = serve(lambda request: slow(answer(request), 0.4), **cache_at(tmp_path_factory.mktemp("cache")))
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(service.brief)
        until(lambda: len(service.model.requests) == 1)
        threads.submit(service.brief).result()
        first.result()
    service.brief()
    told = counts(service.address)
    found = {result: told("summarizer_cache_lookups_total", result=result) for result in ("miss", "joined", "hit")}
    assert found == {"miss": 1, "joined": 1, "hit": 1}
    assert told("summarizer_facts_total", verdict="delivered") == service.brief().json()["verification"]["facts"]


def test_the_queue_and_what_is_under_way_are_told_and_go_back_to_nothing(serve: Serve) -> None:
    answer = answers_from(ARTICLE, DRAFT)
    service = serve(lambda request: slow(answer(request), 0.4), CONCURRENCY="1", QUEUE="5")
    with ThreadPoolExecutor(3) as threads:
        asked = [
            threads.submit(service.client.post, "/v1/briefings", json={**BODY, "title": f"Title {number}"})
            for number in range(3)
        ]
        until(lambda: counts(service.address)("summarizer_waiting") == 2)
        assert counts(service.address)("summarizer_under_way") == 1
        assert all(answer.result().is_success for answer in asked)
    told = counts(service.address)
    assert (told("summarizer_waiting"), told("summarizer_under_way")) == (0, 0)


def test_after_a_failure_and_a_client_that_hung_up_nothing_is_under_way(serve: Serve) -> None:
    service = serve([status(401), SILENCE, SILENCE])
    service.brief()
    for accept in ("application/json", EVENTS):
        with pytest.raises(httpx2.TimeoutException):
            httpx2.post(f"{service.address}/v1/briefings", json=BODY, headers={"Accept": accept}, timeout=0.4).read()
    until(lambda: counts(service.address)("summarizer_under_way") == 0)
    told = counts(service.address)
    assert told("summarizer_waiting") == 0
    assert told("summarizer_requests_total", status="499") == 1
    assert told("summarizer_attempts_total", outcome="cancelled") == 2


def test_no_label_is_made_by_a_request_or_an_article(serve: Serve) -> None:
    service = serve()
    service.brief()
    before = counts(service.address)
    for number in range(5):
        service.client.get(f"/v1/made-up-{number}?made=up")
        service.client.post("/v1/briefings", json={**BODY, "model": f"made/up-{number}"})
    for method in ("MKCOL", "PURGE", "REPORT"):
        service.client.request(method, "/v1/briefings")
    told = counts(service.address)
    assert "made" not in told.text
    assert not any(word in told.text for word in SECRET_WORDS)
    assert told.values_of("route") - before.values_of("route") == {"other", "/metrics"} - before.values_of("route")
    assert told.values_of("method") <= {"GET", "POST", "_OTHER"}
    assert told.values_of("model") == {MODEL}


def test_names_are_as_prometheus_wants_them(serve: Serve) -> None:
    service = serve()
    service.brief()
    service.brief(write_in="uk")
    text = counts(service.address).text
    families = re.findall(r"^# TYPE (\S+) (\S+)$", text, re.MULTILINE)
    assert families
    for name, kind in families:
        assert re.fullmatch(r"summarizer_[a-z_]+", name)
        assert kind != "counter" or name.endswith("_total")
        assert kind != "histogram" or name.endswith("_seconds")
    assert not any("Ukrainian" in stage for stage in counts(service.address).values_of("stage"))


@contextmanager
def two_workers(base_url: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = {"BASE_URL": base_url, "CACHE": "0", "API_KEY": "sk-never-to-be-shown", "MODELS": MODEL}
    process = subprocess.Popen(
        [sys.executable, "-m", "summarizer", "serve", "--port", str(port), "--workers", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **{f"SUMMARIZER_{name}": value for name, value in settings.items()}},
    )
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        finally:
            process.kill()
            process.wait(10)


def _workers(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes that serve: children whose command line says that they were spawned."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def _answers(address: str) -> bool:
    try:
        return httpx2.get(f"{address}/healthz").is_success
    except httpx2.TransportError:
        return False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the workers are found in /proc")
def test_of_several_workers_the_sum_is_told_and_of_a_dead_one_what_it_counted() -> None:
    answer = answers_from(ARTICLE, DRAFT)

    def reply(request: Request) -> Answer:
        return SILENCE if "never" in request.user else answer(request)

    with ScriptedModel(reply) as model, two_workers(model.base_url) as (process, address):
        until(lambda: process.poll() is None and _answers(address))
        # Each line of its own, so that both workers answer some.
        for _ in range(6):
            assert httpx2.post(f"{address}/v1/briefings", json=BODY, timeout=30).is_success
        for _ in range(3):
            told = counts(address)
            assert told("summarizer_requests_total", route="/v1/briefings", status="200") == 6
            assert told("summarizer_attempts_total", outcome="answered") == 6
        with ThreadPoolExecutor(1) as threads:
            lost = threads.submit(httpx2.post, f"{address}/v1/briefings", json={**BODY, "title": "never"}, timeout=15)
            until(lambda: counts(address)("summarizer_under_way") == 1)
            for worker in _workers(process):
                os.kill(worker, signal.SIGKILL)
            with pytest.raises(httpx2.TransportError):
                lost.result()
        until(lambda: _answers(address))
        told = counts(address)
        assert told("summarizer_under_way") == 0
        assert told("summarizer_requests_total", route="/v1/briefings", status="200") == 6
