"""Records the cassettes anew from the embedded model: `make record`, about eight minutes on two idle cores.

Each scenario is played once against the real engine over HTTP. Then all cassettes are played back, and what
the briefings hold is written beside them (`cassettes/NAME.briefing.json`), where a change shows in the diff.
`python -m tests.record --briefings` does that alone: enough, and quick, when only grounding changed.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from summarizer import Article, AsyncSummarizer, Briefing
from summarizer.llm.catalogue import QWEN_CODER
from summarizer.llm.engine import EmbeddedEngine
from summarizer.llm.weights import pull
from summarizer.settings import read_settings
from tests.cassettes import FOLDER, Recording, play, record
from tests.dossier import pairs
from tests.languages.every import WORLDS
from tests.recording import options

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Scenario:
    """An article to be briefed by the embedded model, under a name."""

    name: str
    article: Callable[[], Article]

    @property
    def cassette(self) -> Path:
        """Where the model's answers are."""
        return FOLDER / f"{self.name}.yaml"

    @property
    def expected(self) -> Path:
        """Where the facts are that follow from them."""
        return FOLDER / f"{self.name}.briefing.json"


SCENARIOS = (
    Scenario("seed", lambda: Article.from_file(ROOT / "seeds" / "000_43f9479510debd93.txt")),
    *(Scenario(name, partial(getattr, world, "article")) for name, world in WORLDS.items()),
)


def facts(briefing: Briefing) -> str:
    """A briefing without its provenance, as the JSON that is kept beside the cassette."""
    data = briefing.model_dump(mode="json", exclude={"provenance"})
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


async def record_scenario(scenario: Scenario, base_url: str, api_key: str) -> Briefing:
    """Record one scenario from the endpoint at `base_url`."""
    with record(scenario.cassette, {"<key>": api_key}) as cassette:
        async with AsyncSummarizer(**options(base_url, api_key)) as summarizer:
            briefing = await summarizer.brief(scenario.article())
        recording = Recording(
            scenario=scenario.name,
            model=QWEN_CODER.name,
            weights_sha256=QWEN_CODER.sha256,
            prompt_versions=briefing.provenance.prompt_versions,
            recorded_on=dt.datetime.now(dt.UTC).date(),
        )
        cassette.get_metadata("recording", recording.model_dump(mode="json"))
    return briefing


async def play_scenario(scenario: Scenario) -> Briefing:
    """Brief a scenario's article from its cassette."""
    with play(scenario.cassette):
        async with AsyncSummarizer(**options()) as summarizer:
            return await summarizer.brief(scenario.article())


def record_all() -> None:
    """Record every scenario from one engine."""
    print(f"Weights of {QWEN_CODER.name} ...", file=sys.stderr)
    weights = pull(QWEN_CODER, read_settings().models_folder)
    with EmbeddedEngine(weights, QWEN_CODER.name) as engine:
        for scenario in SCENARIOS:
            print(f"Recording {scenario.name} ...", file=sys.stderr)
            briefing = asyncio.run(record_scenario(scenario, engine.base_url, engine.api_key))
            for note in briefing.provenance.notes:
                print(f"  note: {note}", file=sys.stderr)
            print(f"  {len(briefing.provenance.attempts)} answers", file=sys.stderr)
        print(f"Recording {pairs.NAME} ...", file=sys.stderr)
        asyncio.run(pairs.record_pairs(engine.base_url, engine.api_key))


def write_expected() -> None:
    """Write down the facts that follow from the cassettes."""
    for scenario in SCENARIOS:
        scenario.expected.write_text(facts(asyncio.run(play_scenario(scenario))), encoding="utf-8")
        print(f"Wrote {scenario.cassette.name}'s facts to {scenario.expected.name}; read the diff.", file=sys.stderr)
    pairs.EXPECTED.write_text(pairs.rulings(asyncio.run(pairs.play_pairs())), encoding="utf-8")


def main() -> None:
    """Read the arguments and do it."""
    parser = argparse.ArgumentParser(prog="python -m tests.record", description=__doc__)
    parser.add_argument("--briefings", action="store_true", help="only play the cassettes and write what follows")
    if not parser.parse_args().briefings:
        record_all()
    write_expected()


if __name__ == "__main__":
    main()
