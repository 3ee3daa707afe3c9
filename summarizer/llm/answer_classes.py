"""What a question costs once, not every time: the schema of its answer, and the class that instructor reads it by.

instructor makes a class of its own of the one that it is given, works out its schema and walks through all of its
fields several times, in each call: for a whole draft that takes longer than grounding it. An endpoint that speaks the
OpenAI protocol is sent our own schema anyway.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ValidationError

MOST_STARTS = 20
"""Braces at which an object is looked for in an answer with prose around it."""
MOST = 64
"""Classes that are remembered, at most: there are a dozen."""


def object_in(text: str) -> dict[str, Any] | None:
    """The first JSON object in an answer that has words or a fence around it; `None` where it is none, or is all."""
    at, decoder = text.find("{"), json.JSONDecoder()
    for _ in range(MOST_STARTS):
        if at < 0:
            return None
        try:
            found, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at = text.find("{", at + 1)
            continue
        around = text[:at] + text[end:]
        return found if isinstance(found, dict) and around.strip() else None
    return None


@lru_cache(maxsize=MOST)
def schema_of(answer: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema of an answer. It is shared: whoever changes it copies it first."""
    return answer.model_json_schema()


@lru_cache(maxsize=MOST)
def reader_of(answer: type[BaseModel]) -> Any:
    """A class for instructor that reads answers of the given class, and has no fields itself to be walked through."""
    from instructor import OpenAISchema

    class Reader(OpenAISchema):
        @classmethod
        def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Any:
            try:
                return answer.model_validate_json(json_data, **options)
            except ValidationError:
                found = object_in(json_data if isinstance(json_data, str) else json_data.decode("utf-8", "replace"))
                if found is None:
                    raise
                # Prose or a fence around it: what the object says is checked as ever, and as JSON, for Python's own
                # reader lets half a surrogate pass, which nothing can write down again.
                return answer.model_validate_json(json.dumps(found), **options)

        @classmethod
        def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
            # What instructor sends of it is replaced by our own `response_format`.
            return {}

    Reader.__name__ = answer.__name__
    return Reader
