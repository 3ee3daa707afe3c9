"""The embedded model's recorded answers on the pairs of sentences that the set's dossier nominates."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from summarizer import AsyncSummarizer, Dossier
from summarizer.extraction.prompt_files import read_prompt
from summarizer.llm.catalogue import QWEN_CODER
from tests.cassettes import BASE_URL, FOLDER, Recording, play, record
from tests.dossier.world_files import briefings
from tests.recording import options

NAME = "pairs"
CASSETTE = FOLDER / f"{NAME}.yaml"
EXPECTED = FOLDER / f"{NAME}.rulings.json"
EVERY = 1_000
"""More pairs than there are."""
PROMPTS = ("dossier/same_statement",)


async def compare(base_url: str, api_key: str) -> Dossier:
    """The set's dossier, with every nominated pair asked about."""
    async with AsyncSummarizer(**options(base_url, api_key)) as summarizer:
        return await summarizer.compare(Dossier.of(briefings().values()), EVERY)


async def record_pairs(base_url: str, api_key: str) -> Dossier:
    """Record the answers from the endpoint at `base_url`."""
    with record(CASSETTE, {"<key>": api_key}) as cassette:
        dossier = await compare(base_url, api_key)
        recording = Recording(
            scenario=NAME,
            model=QWEN_CODER.name,
            weights_sha256=QWEN_CODER.sha256,
            prompt_versions={name: read_prompt(name).version for name in PROMPTS},
            recorded_on=dt.datetime.now(dt.UTC).date(),
        )
        cassette.get_metadata("recording", recording.model_dump(mode="json"))
    return dossier


async def play_pairs() -> Dossier:
    """The same dossier from the cassette."""
    with play(CASSETTE):
        return await compare(BASE_URL, "not-a-key")


def rulings(dossier: Dossier) -> str:
    """The answers as the JSON that is kept beside the cassette."""
    data = [ruling.model_dump(mode="json") for ruling in dossier.rulings]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def read_expected() -> list[dict[str, Any]]:
    """The answers that are kept beside the cassette."""
    found: list[dict[str, Any]] = json.loads(EXPECTED.read_text(encoding="utf-8"))
    return found
