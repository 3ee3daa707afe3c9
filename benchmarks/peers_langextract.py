"""langextract as its documentation sets it up: its own OpenAI provider, its schema from one example, its chunks."""

from __future__ import annotations

import importlib
import logging
from importlib.metadata import version
from typing import Any

from benchmarks.peers_task import EXAMPLE, EXAMPLE_TEXT, TASK, TEMPERATURE, Found, Meter, Peer, Reach, named

MAX_TOKENS = 1_000
"""Length limit of the answer about one chunk, which has at most 1,000 characters (about 250 tokens)."""
_CLASS = "statement"


def langextract_peer(endpoint: Reach, meter: Meter) -> Peer:
    """Raises `ModuleNotFoundError` where langextract or what it imports is not installed."""
    lx: Any = importlib.import_module("langextract")
    factory: Any = importlib.import_module("langextract.factory")
    # It warns of each extraction that it places nowhere; the benchmark counts them.
    logging.getLogger("absl").setLevel(logging.CRITICAL)
    examples = [lx.data.ExampleData(text=EXAMPLE_TEXT, extractions=[_example(lx, found) for found in EXAMPLE])]
    config = factory.ModelConfig(
        model_id=endpoint.model,
        provider="OpenAILanguageModel",
        provider_kwargs={
            "api_key": endpoint.api_key,
            "base_url": endpoint.base_url,
            "temperature": TEMPERATURE,
            "max_output_tokens": MAX_TOKENS,
        },
    )
    model = factory.create_model(config=config, examples=examples, use_schema_constraints=True)
    # Its provider makes a client of its own; the same with the meter in it takes that one's place.
    model._client = meter.client(endpoint)

    def extract(text: str) -> list[Found]:
        # The schema is in the model already: the argument would only warn so.
        result = lx.extract(
            text,
            prompt_description=TASK,
            examples=examples,
            model=model,
            use_schema_constraints=False,
            show_progress=False,
        )
        return [_found(extraction) for extraction in result.extractions or []]

    settings = (
        f"its OpenAI provider, strict schema from one example, chunks of 1,000 characters, 10 workers, one pass, fuzzy "
        f"alignment on (all defaults); temperature {TEMPERATURE:g}, at most {MAX_TOKENS:,} tokens a chunk"
    )
    return Peer(f"langextract {version('langextract')}", "langextract", settings, meter, extract)


def _example(lx: Any, found: Found) -> Any:
    attributes = {"speaker": found.speaker, "outlet": found.outlets[0] if found.outlets else None}
    return lx.data.Extraction(extraction_class=_CLASS, extraction_text=found.quote, attributes=attributes)


def _found(extraction: Any) -> Found:
    attributes = extraction.attributes or {}
    interval = extraction.char_interval
    located = interval is not None and interval.start_pos is not None and interval.end_pos is not None
    return Found(
        quote=str(extraction.extraction_text or ""),
        speaker=", ".join(named(attributes.get("speaker"))) or None,
        outlets=named(attributes.get("outlet")),
        place=(interval.start_pos, interval.end_pos) if located else None,
    )
