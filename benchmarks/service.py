"""The HTTP service under load: its rate and delay beside the bare clients', its cost, overload, and its end.

`python -m benchmarks.service [--workers N] [--clients N] [--seconds S] [--only PART …] [--quick] [--json FILE]`

A model server on loopback answers each call after a set time (2 s, then 0.2 s) with the draft of the tests' invented
article (539 characters, one call a briefing). Every request is for another article, so that the cache helps nobody.
The service runs as `summarizer serve`, in processes of its own; the peers make the very calls that it made, one
process each, at the same number of clients, one after another on the same cores. Nothing else may run meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.report import Target, at_least, at_most, print_table, print_targets, told, write_targets
from benchmarks.service_load import Lines, Load, request_body, run_load, through_service
from benchmarks.service_processes import Service, model_server, service

PARTS = ("rate", "memory", "cache", "overload", "ending")
SHARE, DELAY = 0.85, 0.025
"""The share of the openai client's rate, and the seconds more at the median, that the issue asks for."""
RUNS = 12
"""Calls of each client."""
MANY, FEW = 20_000, 500
OVERLOAD_SECONDS, QUICK_OVERLOAD_SECONDS = 60.0, 8.0
PLACES = 10
BACK_WITHIN = 5.0


@dataclass(frozen=True)
class Wishes:
    """What is to be measured."""

    workers: int
    clients: int
    quick: bool


def main(arguments: Sequence[str] | None = None) -> None:
    options = _parser().parse_args(arguments)
    wishes = Wishes(options.workers, options.clients, options.quick)
    targets: list[Target] = []
    parts: dict[str, Callable[[Wishes], list[Target]]] = {
        "rate": _rates, "memory": _memory, "cache": _cache, "overload": _overload, "ending": _ending,
    }  # fmt: skip
    print(f"{wishes.workers} workers, {wishes.clients} clients at once")
    for name in options.only or PARTS:
        targets += parts[name](wishes)
    print_targets(targets)
    if options.json:
        write_targets(options.json, targets)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--clients", type=int, default=100)
    parser.add_argument("--only", nargs="+", choices=PARTS)
    parser.add_argument("--quick", action="store_true", help="within a minute")
    parser.add_argument("--json", type=Path)
    return parser


def _rates(wishes: Wishes) -> list[Target]:
    targets: list[Target] = []
    for seconds in (2.0,) if wishes.quick else (2.0, 0.2):
        calls = wishes.clients * (3 if wishes.quick else RUNS if seconds > 1 else RUNS * 4)
        with model_server(seconds) as model, service(model, wishes.workers, CACHE="0") as served:
            ours, cost = asyncio.run(_through(served, wishes.clients, calls))
            peers = {kind: _peer(kind, model, wishes.clients, calls) for kind in ("openai", "instructor")}
        print(f"\nA model that answers after {seconds:g} s, {calls} calls")
        rows = [_row("the service", ours, cost)]
        rows += [_row(f"{kind} alone", load, cpu) for kind, (load, cpu) in peers.items()]
        print_table(("", "calls/s", "p50 s", "p99 s", "CPU ms a call", "failed"), rows)
        targets += _rate_targets(seconds, ours, cost, peers)
    return targets


def _rate_targets(seconds: float, ours: Load, cost: float, peers: dict[str, tuple[Load, float]]) -> list[Target]:
    bare, its_cost = peers["openai"]
    share, more = ours.rate / bare.rate, ours.median - bare.median
    name = f"{seconds:g} s"
    if seconds > 1:
        figures = [
            at_least(f"{name}: rate, share of the openai client's", share, SHARE),
            at_most(f"{name}: seconds more at p50", more, DELAY),
        ]
    else:
        figures = [told(f"{name}: rate, share of the openai client's", share), told(f"{name}: s more at p50", more)]
    return [
        *figures,
        told(f"{name}: rate, share of instructor's", ours.rate / peers["instructor"][0].rate),
        told(f"{name}: our CPU a briefing, ms", cost * 1000),
        told(f"{name}: the openai client's CPU a call, ms", its_cost * 1000),
        told(f"{name}: instructor's CPU a call, ms", peers["instructor"][1] * 1000),
    ]


def _row(name: str, load: Load, cpu: float) -> tuple[str, ...]:
    failed = sum(load.statuses.values()) - load.statuses[200]
    return (
        name, f"{load.rate:.1f}", f"{load.median:.3f}", f"{load.at(0.99):.3f}", f"{cpu * 1000:.1f}", str(failed)
    )  # fmt: skip


async def _through(served: Service, clients: int, calls: int) -> tuple[Load, float]:
    lines = Lines(served.port)
    await run_load(clients, clients, through_service(lines))
    before = served.cpu_seconds()
    load = await run_load(clients, calls, through_service(lines, first=clients))
    cost = (served.cpu_seconds() - before) / calls
    lines.close()
    return load, cost


def _peer(kind: str, port: int, clients: int, calls: int) -> tuple[Load, float]:
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.service_peers", kind, str(port), str(clients), str(calls)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = json.loads(ran.stdout)
    load = Load(found["seconds"], Counter({int(k): v for k, v in found["statuses"].items()}), found["took"])
    return load, found["cpu"]


def _memory(wishes: Wishes) -> list[Target]:
    """Resident memory over many different articles, from a first tenth on, when everything is loaded."""
    calls = FEW if wishes.quick else MANY
    with model_server(0.0) as model, service(model, wishes.workers) as served:

        async def measure() -> tuple[list[int], Load]:
            lines, sizes = Lines(served.port), []
            for part in range(10):
                load = await run_load(20, calls // 10, through_service(lines, first=part * calls // 10))
                sizes.append(served.memory())
            lines.close()
            return sizes, load

        sizes, load = asyncio.run(measure())
    print(f"\n{calls} different articles: memory after each tenth, MB: {' '.join(f'{s / 1e6:.0f}' for s in sizes)}")
    print(f"  {load.rate:.1f} briefings a second from a model that answers at once")
    growth = sizes[-1] / sizes[1]
    return [at_most(f"memory after {calls} requests, to that after a fifth", growth, 1.1)]


def _cache(wishes: Wishes) -> list[Target]:
    """The same request again and again."""
    with model_server(0.0) as model, service(model, wishes.workers) as served:

        async def measure() -> Load:
            lines = Lines(served.port)
            body = request_body(0)

            async def call(number: int) -> int:
                return (await lines.post("/v1/briefings", body))[0]

            await run_load(1, 50, call)
            load = await run_load(1, 500, call)
            lines.close()
            return load

        load = asyncio.run(measure())
    print(f"\nA cache hit: p50 {load.median * 1000:.2f} ms, p99 {load.at(0.99) * 1000:.2f} ms")
    return [at_most("cache hit, p50, ms", load.median * 1000, 5), told("cache hit, p99, ms", load.at(0.99) * 1000)]


def _overload(wishes: Wishes) -> list[Target]:
    """Ten times as many clients as there are places, for a while; then a single one again."""
    deadline = 10.0
    seconds = QUICK_OVERLOAD_SECONDS if wishes.quick else OVERLOAD_SECONDS
    places = {"CONCURRENCY": str(PLACES), "QUEUE": str(PLACES), "DEADLINE": str(deadline)}
    with model_server(1.0) as model, service(model, 1, CACHE="0", RATE="off", **places) as served:
        load, before, after, back = asyncio.run(_overloaded(served, PLACES * 10, seconds))
    print(f"\n{PLACES * 10} clients at {PLACES} places for {seconds:g} s: {dict(sorted(load.statuses.items()))}")
    print(
        f"  longest {max(load.took):.2f} s of {deadline:g}; memory {before / 1e6:.0f} to {after / 1e6:.0f} MB;", end=" "
    )
    print(f"a single request right after took {back:.2f} s")
    other = sum(count for status, count in load.statuses.items() if status not in (200, 429, 503))
    return [
        at_most("overload: answers that are neither 200, 429 nor 503", other, 0),
        at_most("overload: longest answer, s", max(load.took), deadline),
        at_most("overload: memory after, to before", after / before, 1.1),
        at_most("overload: seconds until a request is answered as ever", back, BACK_WITHIN),
        told("overload: good answers a second", load.rate),
    ]


async def _overloaded(served: Service, clients: int, seconds: float) -> tuple[Load, int, int, float]:
    lines = Lines(served.port)
    await run_load(PLACES, PLACES, through_service(lines))
    before, load, until = served.memory(), Load(), asyncio.get_running_loop().time() + seconds

    async def client(first: int) -> None:
        number = first
        while asyncio.get_running_loop().time() < until:
            part = await run_load(1, 1, through_service(lines, first=number))
            number += clients
            load.statuses.update(part.statuses)
            load.took += part.took
            # Who is told to come again waits a little, though less than was asked.
            await asyncio.sleep(0.1)

    began = asyncio.get_running_loop().time()
    await asyncio.gather(*(client(1000 + at) for at in range(clients)))
    load.seconds = asyncio.get_running_loop().time() - began
    single = await run_load(1, 1, through_service(lines, first=10_000_000))
    lines.close()
    assert single.statuses[200] == 1
    return load, before, served.memory(), single.took[0]


def _ending(wishes: Wishes) -> list[Target]:
    """SIGTERM while requests are under way."""
    with model_server(2.0) as model, service(model, wishes.workers, CACHE="0") as served:

        async def measure() -> Load:
            lines = Lines(served.port)
            under_way = asyncio.create_task(run_load(wishes.clients, wishes.clients, through_service(lines)))
            await asyncio.sleep(1.0)
            served.terminate()
            load = await under_way
            lines.close()
            return load

        load = asyncio.run(measure())
        code = served.wait()
    print(f"\nSIGTERM with {wishes.clients} requests under way: {dict(load.statuses)}, exit code {code}")
    return [at_least("SIGTERM: accepted requests that were answered, share", load.statuses[200] / wishes.clients, 1.0)]


if __name__ == "__main__":
    main()
