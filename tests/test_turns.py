"""Our own work beside the event loop: one article after another, and no short one behind a long one."""

from __future__ import annotations

import asyncio
import threading

import pytest

from summarizer.turns import LONG_TEXT, in_turn


async def test_pieces_of_work_come_one_after_another_in_their_order() -> None:
    order: list[int] = []
    at_once = threading.Lock()

    def work(number: int) -> int:
        assert at_once.acquire(blocking=False), "two at once"
        order.append(number)
        at_once.release()
        return number * 10

    found = await asyncio.gather(*(in_turn(10, work, number) for number in range(20)))
    assert found == [number * 10 for number in range(20)]
    assert order == list(range(20))


async def test_a_short_article_does_not_wait_for_a_long_one() -> None:
    ends = threading.Event()
    long = asyncio.create_task(in_turn(LONG_TEXT, ends.wait, 10))
    assert await in_turn(LONG_TEXT - 1, lambda: "done") == "done"
    assert not long.done()
    ends.set()
    assert await long


async def test_the_event_loop_goes_on_meanwhile() -> None:
    ends = threading.Event()
    working = asyncio.create_task(in_turn(10, ends.wait, 10))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(ends.set)
    assert await working


async def test_what_the_work_raises_is_raised_and_the_next_one_comes() -> None:
    with pytest.raises(ZeroDivisionError):
        await in_turn(10, lambda: 1 // 0)
    assert await in_turn(10, lambda: 1) == 1


async def test_work_that_is_cancelled_while_it_waits_is_not_begun() -> None:
    ends = threading.Event()
    begun: list[int] = []
    first = asyncio.create_task(in_turn(10, ends.wait, 10))
    second = asyncio.create_task(in_turn(10, begun.append, 1))
    await asyncio.sleep(0.01)
    second.cancel()
    await asyncio.wait([second])
    ends.set()
    await first
    await in_turn(10, lambda: None)
    assert begun == []
