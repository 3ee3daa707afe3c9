"""A plain instructor schema: one call an article, and the model writes the quotes itself."""

from __future__ import annotations

import json
import logging
from importlib.metadata import version

import instructor
from pydantic import BaseModel, Field

from benchmarks.peers_task import EXAMPLE, EXAMPLE_TEXT, TASK, TEMPERATURE, Found, Meter, Peer, Reach, named

MAX_TOKENS = 3_000
"""Length limit of the answer: more than a whole article of the set has, with its speakers."""


class Said(BaseModel):
    """One statement."""

    quote: str = Field(description="The sentence, copied word for word.")
    speaker: str | None = Field(description="Who says it.")
    outlet: str | None = Field(description="The outlet that carried the words, or null.")


class Statements(BaseModel):
    """All statements of an article."""

    statements: list[Said]


def instructor_peer(endpoint: Reach, meter: Meter) -> Peer:
    """Strict JSON schema, which the endpoint turns into a grammar; instructor's own number of retries."""
    client = instructor.from_openai(meter.client(endpoint), mode=instructor.Mode.JSON_SCHEMA)
    # It logs answers that do not fit, which are counted.
    logging.getLogger("instructor").setLevel(logging.CRITICAL)
    example = [Said(quote=f.quote, speaker=f.speaker, outlet=next(iter(f.outlets), None)) for f in EXAMPLE]
    shown = json.dumps(Statements(statements=example).model_dump(), ensure_ascii=False)
    system = f"{TASK}\n\nExample\nArticle: {EXAMPLE_TEXT}\nAnswer: {shown}"

    def extract(text: str) -> list[Found]:
        answer = client.chat.completions.create(
            model=endpoint.model,
            messages=[{"role": "system", "content": system}, {"role": "user", "content": f"Article: {text}"}],
            response_model=Statements,
            temperature=TEMPERATURE,
            max_tokens=MAX_TOKENS,
        )
        return [_found(said, text) for said in answer.statements]

    settings = (
        f"from_openai in JSON schema mode, one call an article, 3 attempts (default), the same example in the prompt; "
        f"temperature {TEMPERATURE:g}, at most {MAX_TOKENS:,} tokens"
    )
    return Peer(f"instructor {version('instructor')}", "instructor", settings, meter, extract)


def _found(said: Said, text: str) -> Found:
    at = text.find(said.quote) if said.quote else -1
    place = (at, at + len(said.quote)) if at >= 0 else None
    return Found(said.quote, ", ".join(named(said.speaker)) or None, named(said.outlet), place)
