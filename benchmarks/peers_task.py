"""What all peers are told and handed alike: the task, one invented example, the endpoint, and a meter of what it cost.

The example is about an invented world, so that what leaks from it into an answer is counted as an invented name.
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import openai

TASK = (
    "List every statement in the news article: each sentence in which the article says that somebody said, announced, "
    "reported, claimed, denied, demanded, agreed, refused to say or is expected to say something. Copy the sentence "
    "word for word. Name the speaker: who says it, as the article names them; where the sentence has a pronoun, the "
    "name that it stands for. Name the outlet: the newspaper, agency or channel that the sentence names as having "
    "carried the words, and null where it names none."
)
EXAMPLE_TEXT = (
    "Farm minister Odile Varn told the Lirren Post on Monday that prices would rise. The boats left the harbour at "
    "dawn. “We will not sign,” said Tam Orrel, who leads the fishers. She denied that talks had ended. A person close "
    "to the fishers said they would wait, Radio Odo reported."
)
TEMPERATURE = 0.0


class OutOfTimeError(Exception):
    """An article's time is over."""


@dataclass(frozen=True)
class Found:
    """One statement as a peer gives it."""

    quote: str
    """The words that the peer says stand in the article."""
    speaker: str | None
    outlets: tuple[str, ...]
    place: tuple[int, int] | None
    """Offsets where the peer places the words; `None` where it does not."""


EXAMPLE = (
    Found(
        "Farm minister Odile Varn told the Lirren Post on Monday that prices would rise.",
        "Farm minister Odile Varn",
        ("the Lirren Post",),
        None,
    ),
    Found("“We will not sign,” said Tam Orrel, who leads the fishers.", "Tam Orrel", (), None),
    Found("She denied that talks had ended.", "Tam Orrel", (), None),
    Found(
        "A person close to the fishers said they would wait, Radio Odo reported.",
        "A person close to the fishers",
        ("Radio Odo",),
        None,
    ),
)


@dataclass(frozen=True)
class Reach:
    """Where the model that all are asked with is."""

    base_url: str
    api_key: str
    model: str
    """The name that the endpoint is sent."""


def reach(model: str | None, base_url: str | None) -> Reach:
    """The endpoint that our own Summarizer asks too, by the same choice; the embedded model is loaded here."""
    from summarizer.llm.choice import Watch, Wish, choose_endpoint
    from summarizer.settings import EMBEDDED_DEFAULT, provider_key, read_settings

    settings = read_settings()
    wish = Wish(
        model=model or settings.model or EMBEDDED_DEFAULT,
        reason="the benchmark",
        base_url=base_url or settings.base_url,
        api_key=settings.api_key.get_secret_value() if settings.api_key else None,
        models_folder=settings.models_folder,
        offline=settings.offline,
    )
    endpoint = choose_endpoint(wish, Watch(lambda done, total, mirror: None, lambda text: None), provider_key)

    async def opened() -> Reach:
        connection = await endpoint.connect()
        try:
            if not connection.speaks_openai:
                raise SystemExit(f"{endpoint.name} is not reached over the OpenAI protocol, which the peers need.")
            client: Any = connection.client.client
            return Reach(str(client.base_url), str(client.api_key), endpoint.model)
        finally:
            await connection.close()

    return asyncio.run(opened())


class Meter:
    """Counts what the endpoint says it read and wrote, in failed and repeated calls too, and ends an article's time.

    It sits in the HTTP client, so that peers are counted alike whatever they make of an answer.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """`seconds` is the time for one article."""
        self.seconds = seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._clients: list[openai.OpenAI] = []
        self.begin()

    def begin(self) -> None:
        """Begin an article."""
        self.calls = self.input_tokens = self.output_tokens = 0
        self.cut = 0
        """Answers that ended at their length limit."""
        self._began = self._clock()

    @property
    def took(self) -> float:
        """Seconds since the article began."""
        return round(self._clock() - self._began, 3)

    def client(self, endpoint: Reach) -> openai.OpenAI:
        """A client of the endpoint that is metered. It does not retry: on loopback there is nothing to wait for."""
        hooks = {"request": [self._bound], "response": [self._count]}
        client = openai.OpenAI(
            base_url=endpoint.base_url,
            api_key=endpoint.api_key,
            max_retries=0,
            http_client=openai.DefaultHttpx2Client(event_hooks=hooks),
        )
        self._clients.append(client)
        return client

    def close(self) -> None:
        """Close the clients."""
        while self._clients:
            self._clients.pop().close()

    def _bound(self, request: Any) -> None:
        left = self.seconds - self.took
        if left <= 0:
            raise OutOfTimeError(f"not finished within {self.seconds:g} s")
        request.extensions["timeout"] = dict.fromkeys(("connect", "read", "write", "pool"), left)

    def _count(self, response: Any) -> None:
        body = response.read()
        try:
            answer = json.loads(body)
        except ValueError:
            answer = {}
        usage = answer.get("usage") or {}
        with self._lock:
            self.calls += 1
            self.input_tokens += int(usage.get("prompt_tokens") or 0)
            self.output_tokens += int(usage.get("completion_tokens") or 0)
            self.cut += any(choice.get("finish_reason") == "length" for choice in answer.get("choices") or [])


@dataclass(frozen=True)
class Peer:
    """One way to have a model list the statements of an article."""

    name: str
    """With its version."""
    folder: str
    """Where its briefings are kept, inside the output folder."""
    settings: str
    """How it is set up, in plain words."""
    meter: Meter
    extract: Callable[[str], list[Found]]
    """From an article's text to its statements. Raises whatever the peer raises."""


def named(value: object) -> tuple[str, ...]:
    """The names that an answer gives as a string or a list; words for "none" are no names."""
    values = value if isinstance(value, list | tuple) else [value]
    names = (str(v).strip() for v in values if v is not None)
    return tuple(name for name in names if name and name.casefold() not in {"null", "none", "n/a", "unknown"})
