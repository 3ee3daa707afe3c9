"""Which model answers, and why: the caller's word, else the settings', else the embedded one.

A key in the environment chooses nothing: no article leaves the machine because some variable is set.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

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

HOSTED_CONCURRENCY = 8
"""Questions under way at once at an endpoint that is not this machine."""


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
    if wish.base_url is not None:
        key = wish.api_key or provider_key(provider) or "none"
        connect = partial(connect_openai, wish.base_url, key, wish.timeout)
    elif local:
        connect = partial(connect_embedded, wish, watch)
    elif provider == "openai":
        key = require_key(provider, wish.api_key or provider_key(provider))
        connect = partial(connect_openai, None, key, wish.timeout)
    else:
        connect = partial(connect_provider, wish.model, wish.api_key or provider_key(provider))
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
