"""What Prometheus scrapes: requests, the queue, seconds by stage, tokens, refused facts, cache hits.

A label's values are few and ours: nothing that a request or an article says becomes one.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
    multiprocess,
)

from summarizer.briefing import Attempt, Briefing
from summarizer.settings import counts_are_shared

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 1800)


class Metrics:
    """The counts of one service. With several worker processes each scrape tells the sum of all."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        self._requests = Counter(
            "summarizer_requests", "Requests answered.", ("route", "method", "status"), registry=registry
        )
        self._seconds = Histogram(
            "summarizer_request_seconds", "Seconds a request.", ("route",), buckets=_SECONDS, registry=registry
        )
        self._stages = Histogram(
            "summarizer_stage_seconds", "Seconds a stage.", ("stage",), buckets=_SECONDS, registry=registry
        )
        self._tokens = Counter(
            "summarizer_tokens", "Tokens that models read and wrote.", ("model", "direction"), registry=registry
        )
        self._attempts = Counter("summarizer_attempts", "Calls to models.", ("model", "outcome"), registry=registry)
        self._facts = Counter(
            "summarizer_facts", "Facts delivered, unjudged parts, lines refused.", ("verdict",), registry=registry
        )
        self._cache = Counter("summarizer_cache_lookups", "Look-ups in the cache.", ("result",), registry=registry)
        self.waiting = Gauge(
            "summarizer_waiting", "Requests that wait for a place.", multiprocess_mode="livesum", registry=registry
        )
        self.under_way = Gauge(
            "summarizer_under_way", "Briefings under way.", multiprocess_mode="livesum", registry=registry
        )

    def request(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count an answered request."""
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def stage(self, name: str, seconds: float) -> None:
        """Count a stage that is over; from which mirror or in which language is left out of its name."""
        self._stages.labels(re.split(" (?:from|in) ", name)[0]).observe(seconds)

    def cached(self, result: str) -> None:
        """Count a look-up: `hit`, `miss`, or `joined` where the same is under way for somebody else."""
        self._cache.labels(result).inc()

    def attempt(self, attempt: Attempt) -> None:
        """Count a call to a model that is over, whatever becomes of its briefing."""
        self._tokens.labels(attempt.model, "read").inc(attempt.input_tokens)
        self._tokens.labels(attempt.model, "written").inc(attempt.output_tokens)
        self._attempts.labels(attempt.model, attempt.outcome).inc()

    def briefing(self, briefing: Briefing) -> None:
        """Count what a new briefing holds; its calls are counted one by one."""
        self._facts.labels("delivered").inc(briefing.verification.facts)
        self._facts.labels("refused").inc(len(briefing.verification.refused))
        self._facts.labels("unjudged").inc(len(briefing.verification.unjudged))

    def scrape(self) -> tuple[bytes, str]:
        """The counts in Prometheus' text format, and its media type."""
        registry = self._registry
        if counts_are_shared():
            registry = CollectorRegistry()
            collector = multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
            _forget_the_dead(Path(collector._path))
        return generate_latest(registry), CONTENT_TYPE_LATEST


def _forget_the_dead(folder: Path) -> None:
    """A worker that was killed has nothing under way any more; what it counted stays."""
    if os.name != "posix":
        return
    for file in folder.glob("gauge_live*_*.db"):
        process = int(file.stem.rpartition("_")[2])
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            multiprocess.mark_process_dead(process, folder)  # type: ignore[no-untyped-call]
        except PermissionError:
            continue
