"""The same calls without the service: by the bare openai client, and by instructor with our answer class.

Run as a process of its own: `python -m benchmarks.service_peers KIND PORT CLIENTS CALLS`; writes a line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
import urllib.request
from typing import Any

import instructor
import openai
import uvloop

from benchmarks.service_load import Call, run_load
from summarizer.draft import Draft


def asked_last(port: int) -> dict[str, Any]:
    """The body that the service sent last: the peers send the same."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/last") as answer:
        body: dict[str, Any] = json.loads(answer.read())
    return body


def by_openai(client: openai.AsyncOpenAI, body: dict[str, Any]) -> Call:
    """The call by the bare client."""

    async def call(number: int) -> int:
        await client.chat.completions.create(**body)
        return 200

    return call


def by_instructor(client: openai.AsyncOpenAI, body: dict[str, Any]) -> Call:
    """The call by instructor, with our answer class."""
    asking = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)

    async def call(number: int) -> int:
        await asking.chat.completions.create(
            model=body["model"], messages=body["messages"], max_tokens=body.get("max_tokens"), temperature=0,
            response_model=Draft, max_retries=0,
        )  # fmt: skip
        return 200

    return call


async def _main(kind: str, port: int, clients: int, calls: int) -> None:
    limits = {"max_retries": 0, "timeout": 60.0}
    async with openai.AsyncOpenAI(base_url=f"http://127.0.0.1:{port}/v1", api_key="load", **limits) as client:  # type: ignore[arg-type]
        call = (by_openai if kind == "openai" else by_instructor)(client, asked_last(port))
        await run_load(clients, clients, call)
        began = time.process_time()
        load = await run_load(clients, calls, call)
        cpu = (time.process_time() - began) / calls
    print(json.dumps({"seconds": load.seconds, "statuses": dict(load.statuses), "took": load.took, "cpu": cpu}))


if __name__ == "__main__":
    uvloop.run(_main(sys.argv[1], *map(int, sys.argv[2:5])))
