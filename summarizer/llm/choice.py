"""Which model answers, and why: the caller's word, else the settings', else the embedded one.

A key in the environment chooses nothing: no article leaves the machine because some variable is set.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import SettingsError
from summarizer.llm.catalogue import default_plan, embedded_model, is_embedded
from summarizer.llm.endpoint import (
    Endpoint,
    connect_embedded,
    connect_openai,
    connect_provider,
    require_key,
    split_name,
)
from summarizer.llm.weights import Notice, Progress
from summarizer.settings import is_loopback

if TYPE_CHECKING:
    from summarizer.llm.wire import Wire

HOSTED_CONCURRENCY = 8
"""Questions under way at once at an endpoint that is not this machine."""


KEYED = frozenset({"anthropic"})
"""Providers whose missing key is told before anything is sent; the others' clients tell it themselves."""


@dataclass(frozen=True)
class Wish:
    """What the caller and the settings say about the model."""

    model: str
    reason: str
    """Why this model: `asked for`, `SUMMARIZER_MODEL`, `the default`."""
    base_url: str | None = None
    api_key: str | None = None
    models_folder: Path = Path()
    offline: bool = False
    timeout: float = 300.0
    wire: Wire | None = None
    """What the calls go by."""


@dataclass(frozen=True)
class Watch:
    """Who is told of a download."""

    progress: Progress
    notice: Notice


def choose_endpoint(wish: Wish, watch: Watch, provider_key: Callable[[str], str | None]) -> Endpoint:
    """The endpoint for a wish; nothing is contacted yet.

    Raises `UnknownModelError` for a name that no provider stands behind, `SettingsError` for a missing key.
    """
    provider, model = split_name(wish.model)
    local = is_embedded(wish.model)
    if local:
        embedded_model(wish.model)
    _refuse_elsewhere(wish, local=local)
    if wish.base_url is not None:
        # Another provider's key is not for this address.
        key = wish.api_key or (provider_key(provider) if provider == "openai" else None) or "none"
        connect = partial(connect_openai, wish.base_url, key, wish.timeout, wish.wire)
    elif local:
        connect = partial(connect_embedded, wish, watch)
    elif provider == "openai":
        key = require_key(provider, wish.api_key or provider_key(provider))
        connect = partial(connect_openai, None, key, wish.timeout, wish.wire)
    else:
        own = wish.api_key or provider_key(provider)
        needed = require_key(provider, own) if provider in KEYED else own
        connect = partial(connect_provider, wish.model, needed, wish.timeout, wish.wire)
    return Endpoint(
        name=wish.model,
        provider=provider,
        model=model,
        reason=wish.reason,
        plan=default_plan(wish.model),
        concurrency=1 if local else HOSTED_CONCURRENCY,
        reads_bounds=local,
        connect=connect,
    )


def _refuse_elsewhere(wish: Wish, *, local: bool) -> None:
    """No article leaves the machine under the embedded model's name, and none at all where all is to stay."""
    at_home = is_loopback(wish.base_url) if wish.base_url else local or wish.model.startswith("ollama/")
    if local and not at_home:
        raise SettingsError(
            f"{wish.model} runs on this machine, and {wish.base_url} is another.",
            hint="Name the model that is served there (openai/NAME), or take --base-url or SUMMARIZER_BASE_URL away.",
        )
    if wish.offline and not at_home:
        raise SettingsError(
            f"{wish.model} is not on this machine, and SUMMARIZER_OFFLINE is set.",
            hint="Unset it, or use an embedded model.",
        )
