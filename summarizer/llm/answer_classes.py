"""What a question costs once, not every time: the schema of its answer, and the class that instructor reads it by.

instructor makes a class of its own of the one that it is given, works out its schema and walks through all of its
fields several times, in each call: for a whole draft that takes longer than grounding it. An endpoint that speaks the
OpenAI protocol is sent our own schema anyway.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import BaseModel

MOST = 64
"""Classes that are remembered, at most: there are a dozen."""


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
            return answer.model_validate_json(json_data, **options)

        @classmethod
        def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
            # What instructor sends of it is replaced by our own `response_format`.
            return {}

    Reader.__name__ = answer.__name__
    return Reader
