"""The table of docs/faults.md: each fault, and what comes of it. `python -m tests.fault_table` writes it anew."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import random
import shutil
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from summarizer import AsyncSummarizer, Briefing, SummarizerError
from summarizer.summarizer import Clock
from tests.briefing_by_script import KEY, LARGE
from tests.invented import ARTICLE, DRAFT
from tests.scripted_faults import (
    at_a_date,
    empty_success,
    far_too_large,
    packed,
    redirect,
    self_signed,
    twice,
    web_page,
    with_usage,
)
from tests.scripted_model import (
    RESET,
    SILENCE,
    Answer,
    ScriptedModel,
    answer,
    ending,
    filtered,
    no_choices,
    refusal,
    refusing_address,
    slow,
    status,
    truncated,
)

PAGE = Path(__file__).parent.parent / "docs" / "faults.md"
MARK = "<!-- made by python -m tests.fault_table -->\n"
HEADS = ("fault", "what comes of it", "calls", "seconds", "tokens read and written")
WHOLE = DRAFT.model_dump(mode="json")
TEXT = json.dumps(WHOLE, ensure_ascii=False)
GOOD = answer(WHOLE)
ALWAYS = 9
"""More often than anything is asked."""

FAULTS: Mapping[str, list[Answer]] = {
    "none": [GOOD],
    "429, Retry-After: 20, then well": [status(429, **{"Retry-After": "20"}), GOOD],
    "429, Retry-After: 900": [status(429, **{"Retry-After": "900"})] * ALWAYS,
    "429, Retry-After as a date that is past, then well": [at_a_date(-60), GOOD],
    "500 once, then well": [status(500), GOOD],
    "500, 502, then well": [status(500), status(502), GOOD],
    "503 always": [status(503)] * ALWAYS,
    "529 always": [status(529)] * ALWAYS,
    "401": [status(401)],
    "404": [status(404)],
    "400": [status(400)],
    "connection reset once, then well": [RESET, GOOD],
    "connection reset always": [RESET] * ALWAYS,
    "answer breaks off half-way, then well": [ending(GOOD, "cut"), GOOD],
    "answer breaks off half-way always": [ending(GOOD, "cut")] * ALWAYS,
    "no answer ever": [SILENCE],
    "answer stalls half-way": [ending(GOOD, "stalled")],
    "slow, but within the time": [slow(GOOD, 0.05)],
    "answer drips, a few bytes at a time": [ending(GOOD, "dripping")],
    "no choices": [no_choices()] * ALWAYS,
    "HTTP 200 without a body": [empty_success()] * ALWAYS,
    "a web page instead of JSON": [web_page()] * ALWAYS,
    "prose": [answer("Herring is a fish.")] * ALWAYS,
    "prose around the JSON": [answer(f"Here it is:\n{TEXT}\nGood luck!")],
    "JSON in a fence": [answer(f"```json\n{TEXT}\n```")],
    "schema ignored, then well": [answer({"summary": "Herring."}), GOOD],
    "wrong types, then well": [answer({**WHOLE, "statements": "none"}), GOOD],
    "the answer twice": [twice(WHOLE)],
    "an answer of 10 MB, then well": [far_too_large(), GOOD],
    "an answer of 10 MB always": [far_too_large()] * ALWAYS,
    "an answer of 100 kB that unpacks to 100 MB": [packed(bytes(100_000_000))] * ALWAYS,
    "nested without end": [answer('{"talks":' * 100_000)] * ALWAYS,
    "half a surrogate in a string": [answer(f"So: {TEXT.replace('herring', chr(92) + 'ud83d')}"), GOOD],
    "declined": [refusal()],
    "filtered": [filtered()],
    "cut at the length limit": [truncated()] * ALWAYS,
    "usage figures below zero": [with_usage(GOOD, {"prompt_tokens": -5, "completion_tokens": -7})],
    "usage figures in words": [with_usage(GOOD, {"prompt_tokens": "many", "completion_tokens": None})],
    "usage figures beyond reason": [with_usage(GOOD, {"prompt_tokens": 10**30, "completion_tokens": float("inf")})],
    "no usage figures": [with_usage(GOOD, None)],
}

UNTRUSTED = "a certificate that is not trusted"
NEVER_ENDING = frozenset({"no answer ever", "answer stalls half-way"})
"""Faults that only the deadline ends."""
BLINK = 0.3
"""Seconds after which it is over, by the wall's clock."""


@dataclass
class FakeTime:
    """Time that passes only while something waits."""

    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)

    def clock(self) -> Clock:
        """As a summarizer takes it."""
        return Clock(lambda: dt.datetime(2030, 5, 12, tzinfo=dt.UTC), lambda: self.seconds, self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.seconds += seconds
        await asyncio.sleep(0)

    @contextmanager
    def hurried(self) -> Iterator[None]:
        """A deadline is over after a blink, and by this clock after its seconds: for what never comes."""
        whole = asyncio.timeout

        @asynccontextmanager
        async def timeout(seconds: float) -> AsyncIterator[None]:
            try:
                async with whole(BLINK):
                    yield
            except TimeoutError:
                self.seconds += seconds
                raise

        with mock.patch.object(asyncio, "timeout", timeout):
            yield


@contextmanager
def no_chance() -> Iterator[None]:
    """Jitter at its most: the table is the same each time."""
    with mock.patch.object(random, "uniform", lambda low, high: high):
        yield


@cache
def row(name: str) -> tuple[str, ...]:
    """What comes of one fault."""
    with no_chance(), ScriptedModel(FAULTS[name]) as model:
        passed, result = asyncio.run(_brief(model.base_url, hurried=name in NEVER_ENDING))
        calls = len(model.requests)
    return _told(name, result, calls, passed)


def unreachable() -> tuple[str, ...]:
    """What comes of an address where nobody listens."""
    with no_chance():
        passed, result = asyncio.run(_brief(refusing_address()))
    return _told("nobody listens", result, 0, passed)


def elsewhere() -> tuple[tuple[str, ...], int]:
    """What comes of an endpoint that points to another one, and how many requests arrived there."""
    with no_chance(), ScriptedModel([GOOD] * ALWAYS) as other:
        address = f"{other.base_url}/chat/completions"
        with ScriptedModel([redirect(address)] * ALWAYS) as model:
            passed, result = asyncio.run(_brief(model.base_url))
            calls = len(model.requests)
        return _told("a redirect to elsewhere", result, calls, passed), len(other.requests)


def plain_behind_tls() -> tuple[str, ...]:
    """What comes of an address that says https where the endpoint does not."""
    with no_chance(), ScriptedModel([]) as model:
        passed, result = asyncio.run(_brief(model.base_url.replace("http:", "https:")))
        assert not model.requests
    return _told("https:// to an endpoint without TLS", result, 0, passed)


def untrusted() -> tuple[str, ...]:
    """What comes of a certificate that nobody vouches for."""
    with TemporaryDirectory() as folder:
        tls = self_signed(Path(folder))
    with no_chance(), ScriptedModel([], tls=tls) as model:
        passed, result = asyncio.run(_brief(model.base_url))
        assert not model.requests
    return _told(UNTRUSTED, result, 0, passed)


def _untrusted_or_as_published() -> tuple[str, ...]:
    """Without the command that makes a certificate the row stays as it is on the page."""
    if shutil.which("openssl"):
        return untrusted()
    rows = (line.strip("| ").split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines())
    return tuple(next(cells for cells in rows if cells[0] == UNTRUSTED))


async def _brief(base_url: str, *, hurried: bool = False) -> tuple[FakeTime, Briefing | SummarizerError]:
    passed = FakeTime()
    async with AsyncSummarizer(LARGE, base_url=base_url, api_key=KEY, clock=passed.clock()) as summarizer:
        try:
            with passed.hurried() if hurried else nullcontext():
                return passed, await summarizer.brief(ARTICLE)
        except SummarizerError as error:
            return passed, error


def _told(name: str, result: Briefing | SummarizerError, calls: int, passed: FakeTime) -> tuple[str, ...]:
    attempts = result.provenance.attempts if isinstance(result, Briefing) else getattr(result, "attempts", ())
    if calls:
        assert len(attempts) == calls, f"{name}: {len(attempts)} attempts told, {calls} calls made"
    read, written = sum(a.input_tokens for a in attempts), sum(a.output_tokens for a in attempts)
    told = "a briefing" if isinstance(result, Briefing) else f"`{type(result).__name__}`: {_plain(str(result))}"
    return name, told, str(calls or len(attempts)), f"{passed.seconds:.1f}", f"{read} and {written}"


def _plain(message: str) -> str:
    """The message without what changes from run to run."""
    return message.replace("|", "\\|")


def table() -> str:
    """The table."""
    rows = [
        *(row(name) for name in FAULTS),
        unreachable(),
        plain_behind_tls(),
        _untrusted_or_as_published(),
        elsewhere()[0],
    ]
    lines = [HEADS, ("---",) * len(HEADS), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def page() -> str:
    """The page as it is now, with the table as it would be."""
    return PAGE.read_text(encoding="utf-8").partition(MARK)[0] + MARK + table()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
