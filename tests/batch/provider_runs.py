"""One run of a batch by a provider's batch API, or by this process; as a program, for tests that kill it.

python -m tests.batch.provider_runs FOLDER ADDRESS CALLS

CALLS is how many calls a batch has at most.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2

from summarizer import AsyncSummarizer, Briefing
from summarizer.batch.corpus import open_corpus
from summarizer.batch.gathering import Gathering, Pace
from summarizer.batch.journal import Journal
from summarizer.batch.local import LocalEngine
from summarizer.batch.output import OutputLines
from summarizer.batch.provider_batch import BatchedCalls, ProviderBatchEngine
from summarizer.batch.remembering import Remembering
from summarizer.batch.run import Batch, Tally
from summarizer.summarizer import Clock
from tests.briefing_by_script import KEY
from tests.invented import TEXT

MODEL = "openai/gpt-5-mini"
"""A name whose price is known; a scripted model answers."""
PACE = Pace(quiet=0.02, first=0.02, longest=0.1)


async def _no_time(seconds: float) -> None:
    """Wait no longer than a turn of the loop."""
    await asyncio.sleep(0)


def write_corpus(folder: Path, articles: int) -> Path:
    """Articles that differ in their last sentence."""
    path = folder / "corpus.jsonl"
    texts = (f"{TEXT}\nThis is report {number} of the series.\n" for number in range(articles))
    lines = [json.dumps({"text": text, "published": "2030-05-12", "language": "en"}) for text in texts]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


async def provider_run(
    folder: Path,
    base_url: str,
    *,
    tell: Callable[[str], None] = lambda line: None,
    pace: Pace = PACE,
    at_once: int = 100,
    **options: Any,
) -> Tally:
    """Brief the corpus of a folder by the batch API."""
    journal = Journal(folder / "out.journal", {"model": MODEL})
    gathering = Gathering(journal, "openai", tell, pace)

    def wire(inner: httpx2.AsyncBaseTransport) -> httpx2.AsyncBaseTransport:
        return Remembering(BatchedCalls(inner, gathering), journal)

    output = OutputLines(folder / "out.jsonl", journal)
    try:
        async with AsyncSummarizer(
            MODEL, base_url=base_url, api_key=KEY, timeout=3600.0, clock=Clock(sleep=_no_time), wire=wire
        ) as summarizer:
            try:
                engine = ProviderBatchEngine(summarizer, gathering, at_once)
                return await Batch(open_corpus(folder / "corpus.jsonl"), journal, output, **options).run(engine)
            finally:
                await gathering.aclose()
    finally:
        output.close()
        journal.close()


async def local_run(folder: Path, base_url: str) -> Tally:
    """Brief the corpus of a folder by ordinary calls."""
    journal = Journal(folder / "local.journal", {"model": MODEL})
    output = OutputLines(folder / "local.jsonl", journal)
    try:
        async with AsyncSummarizer(MODEL, base_url=base_url, api_key=KEY) as summarizer:
            batch = Batch(open_corpus(folder / "corpus.jsonl"), journal, output)
            return await batch.run(LocalEngine(summarizer, 8))
    finally:
        output.close()
        journal.close()


def briefings(path: Path) -> dict[str, Briefing]:
    """The briefings of an output, by the SHA-256 of their articles."""
    found = [Briefing.from_json(line) for line in path.read_bytes().splitlines()]
    assert len({one.article.sha256 for one in found}) == len(found)
    return {one.article.sha256: one for one in found}


if __name__ == "__main__":
    folder, address, most_calls = sys.argv[1:]
    pace = replace(PACE, most_calls=int(most_calls))
    asyncio.run(provider_run(Path(folder), address, pace=pace, tell=lambda line: print(line, flush=True)))
