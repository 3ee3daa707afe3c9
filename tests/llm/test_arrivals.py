"""Answers that arrive at one moment."""

from __future__ import annotations

import asyncio

import httpx2

from summarizer.llm.arrivals import one_by_one


async def test_no_two_are_taken_in_one_turn_of_the_loop_and_the_first_is_the_first() -> None:
    take, turn = one_by_one(), 0
    taken: list[tuple[int, int]] = []

    async def count() -> None:
        nonlocal turn
        while True:
            turn += 1
            await asyncio.sleep(0)

    async def arrive(number: int) -> None:
        await take(httpx2.Response(200))
        taken.append((number, turn))

    counting = asyncio.create_task(count())
    await asyncio.gather(*(arrive(number) for number in range(20)))
    counting.cancel()
    assert [number for number, _ in taken] == list(range(20))
    assert len({when for _, when in taken}) == 20
