"""Which model answers when another one can't: the one that was asked for, and those that stand in for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.errors import (
    BudgetExceededError,
    ContextExceededError,
    DeadlineExceededError,
    ModelError,
    ModelRefusedError,
    SummarizerError,
    UnknownModelError,
    WeightsError,
)
from summarizer.events import Event, Notice, Stage

if TYPE_CHECKING:
    from summarizer.llm.catalogue import Plan
    from summarizer.llm.endpoint import Connection, Endpoint
    from summarizer.llm.wire import Wire
    from summarizer.settings import Settings

Tell = Callable[[Event], None]


@dataclass
class Link:
    """One model, and its connection once it was asked."""

    endpoint: Endpoint
    plan: Plan
    tell: Tell = field(default=lambda event: None)
    """Who is told of a download."""
    _connection: Connection | None = None
    _connecting: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def connect(self, tell: Tell) -> Connection:
        """The open connection; the embedded model is loaded here. Raises `WeightsError` or `SettingsError`."""
        async with self._connecting:
            if self._connection is None:
                self.tell = tell
                tell(Stage("starting the model"))
                self._connection = await self.endpoint.connect()
            return self._connection

    async def close(self) -> None:
        """Close the connection."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()


@dataclass(frozen=True)
class Chain:
    """The models of a summarizer, in the order in which they are asked."""

    links: tuple[Link, ...]
    """The one that was asked for, then those that stand in where it can't be asked or gives nothing of use."""
    longer: tuple[Link, ...] = ()
    """Those that stand in where a question is longer than it can read."""
    willing: tuple[Link, ...] = ()
    """Those that stand in where it declines."""

    @property
    def first(self) -> Link:
        """The one that was asked for."""
        return self.links[0]

    def __iter__(self) -> Iterator[Link]:
        return iter((*self.links, *self.longer, *self.willing))

    def after(self, asked: list[Link], error: SummarizerError) -> Link | None:
        """The next to ask once the last of those asked failed so; `None` where another could not help, or none is left.

        No model makes up for time or money that is spent.
        """
        if isinstance(error, DeadlineExceededError | BudgetExceededError):
            return None
        if not isinstance(error, ModelError | WeightsError | UnknownModelError):
            return None
        kind = type(error)
        first = self.longer if kind is ContextExceededError else self.willing if kind is ModelRefusedError else ()
        return next((link for link in (*first, *self.links) if link not in asked), None)


def make_link(
    settings: Settings,
    name: str,
    reason: str,
    seconds: float,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    plan: Plan | None = None,
    wire: Wire | None = None,
) -> Link:
    """A model by its name, not yet asked; one call to it may take `seconds`, `reason` says why it is asked.

    Raises `UnknownModelError` or `SettingsError`.
    """
    from summarizer.llm.choice import Watch, Wish, choose_endpoint
    from summarizer.settings import provider_key

    link: Link
    wish = Wish(
        model=name,
        reason=reason,
        base_url=base_url,
        api_key=api_key,
        models_folder=settings.models_folder,
        offline=settings.offline,
        timeout=seconds,
        wire=wire,
    )
    watch = Watch(
        progress=lambda done, total, mirror: link.tell(Stage(f"downloading from {mirror}", done, total, "bytes")),
        notice=lambda text: link.tell(Notice(text)),
    )
    endpoint = choose_endpoint(wish, watch, provider_key)
    link = Link(endpoint, plan or endpoint.plan)
    return link
