"""Which model answers: from a name such as `openai/gpt-5` to an instructor client that reaches it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from summarizer.errors import SettingsError, UnknownModelError
from summarizer.llm.catalogue import Plan
from summarizer.llm.circuit import Circuit
from summarizer.llm.failures import as_model_error

if TYPE_CHECKING:
    import httpx2
    import instructor

    from summarizer.llm.choice import Watch, Wish
    from summarizer.llm.wire import Wire


Form = Literal["schema", "object", "text"]
"""By a strict JSON schema; by JSON mode, with the schema in words; in words alone."""
PROBE_SECONDS = 5.0
"""Seconds in which an endpoint has to say that it is there."""


@dataclass(frozen=True)
class Endpoint:
    """A model behind an address, and what is known of it."""

    name: str
    """As the user names it: `embedded/qwen2.5-coder-1.5b`."""
    provider: str
    """The part before the slash."""
    model: str
    """The name that the endpoint is sent."""
    reason: str
    """Why this model was chosen, in plain words."""
    plan: Plan
    """The plan that suits it where the caller names none."""
    concurrency: int
    """How many questions may be under way at once."""
    reads_bounds: bool
    """Whether it builds a grammar from bounds in a schema (llama.cpp)."""
    connect: Callable[[], Awaitable[Connection]] = field(repr=False, compare=False)
    """Opens the connection; the embedded model is loaded here."""


@dataclass(frozen=True)
class Connection:
    """An open client, and how to close it."""

    client: instructor.AsyncInstructor
    speaks_openai: bool
    """Whether the endpoint speaks the OpenAI protocol, so that we name the response format ourselves."""
    close: Callable[[], Awaitable[None]]
    probe: Callable[[], Awaitable[None]]
    """Sees whether the endpoint answers, without asking the model. Raises `ModelError`; does nothing where unknown."""
    in_words: instructor.AsyncInstructor | None = None
    """The same client for an endpoint that takes no form of answer at all."""
    circuit: Circuit = field(default_factory=Circuit)
    """Whether it is left alone for a while, for it failed too often."""
    forms: list[Form] = field(default_factory=lambda: ["schema", "object", "text"])
    """How the answer's form is asked for, the strongest first; one that the endpoint refuses leaves, once for all."""
    parameters: dict[str, Any] = field(default_factory=lambda: {"temperature": 0, "max_tokens": None})
    """What goes with each question; a parameter that the model refuses leaves, once for all (`None`: its limit)."""


def split_name(name: str) -> tuple[str, str]:
    """`openai/gpt-5` → provider and model. Raises `UnknownModelError` for a name without a provider."""
    provider, slash, model = name.partition("/")
    if not (slash and provider and model):
        raise UnknownModelError(
            f"{name!r} names no provider.",
            hint="Write provider/model, such as embedded/qwen2.5-coder-1.5b or openai/gpt-5-mini.",
        )
    return provider, model


def _hooks() -> list[Callable[[httpx2.Response], Awaitable[None]]]:
    """What is done with each response of one HTTP client before it is read."""
    from summarizer.llm.arrivals import one_by_one
    from summarizer.llm.bounded import bound

    return [bound, one_by_one()]


async def connect_openai(base_url: str | None, api_key: str, seconds: float, wire: Wire | None = None) -> Connection:
    """A client for an endpoint that speaks the OpenAI protocol. Retries are ours, so its own are off.

    `seconds` is how long one call may take; `wire` is what its calls go by.
    """
    import instructor
    import openai

    from summarizer.llm.wire import rewire

    # A redirect would take the article to another host than the one that was named.
    http = openai.DefaultAsyncHttpxClient(follow_redirects=False, timeout=seconds, event_hooks={"response": _hooks()})
    rewire(http, wire)
    client = openai.AsyncOpenAI(base_url=base_url, api_key=api_key, max_retries=0, timeout=seconds, http_client=http)

    async def probe() -> None:
        try:
            await client.models.list(timeout=PROBE_SECONDS)
        except Exception as error:  # noqa: BLE001 - mapped here and raised below
            # An endpoint without such a list answers all the same.
            if getattr(error, "status_code", None) in (404, 405, 501):
                return
            ours = as_model_error(error, provider="The endpoint", model="The endpoint")
        else:
            return
        raise ours

    asked = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)
    in_words = instructor.from_openai(client, mode=instructor.Mode.MD_JSON)
    return Connection(asked, True, client.close, probe, in_words)


async def connect_provider(name: str, api_key: str | None, seconds: float, wire: Wire | None = None) -> Connection:
    """A client for any other provider that instructor drives. One call may take `seconds`; retries are ours.

    Raises `UnknownModelError` where instructor does not know the provider or its package is not installed.
    """
    import instructor
    from instructor.core.exceptions import ConfigurationError

    from summarizer.llm.wire import rewire

    # instructor logs at ERROR what it raises as well.
    logging.getLogger("instructor").setLevel(logging.CRITICAL)
    options: dict[str, Any] = {"async_client": True} | ({"api_key": api_key} if api_key else {})
    try:
        client = instructor.from_provider(name, **options)
    except (ConfigurationError, ImportError, ValueError) as error:
        hint = 'pip install "summarizer[anthropic]"' if name.startswith("anthropic/") else "See docs/models.md."
        raise UnknownModelError(f"{name} cannot be used: {error}", hint=hint) from None
    # In place: instructor bound the calls to this very client, so a copy with other options would not be asked.
    for option, value in {"max_retries": 0, "timeout": seconds}.items():
        if hasattr(client.client, option):
            setattr(client.client, option, value)
    inner: Any = getattr(client.client, "_client", None)
    if inner is not None and hasattr(inner, "follow_redirects"):
        # As above; the providers' clients offer no other way once they are made.
        inner.follow_redirects = False
        inner.event_hooks = {**inner.event_hooks, "response": [*inner.event_hooks["response"], *_hooks()]}
        rewire(inner, wire)

    async def close() -> None:
        closer = getattr(client.client, "close", None)
        if closer is not None:
            await closer()

    async def probe() -> None:
        return None

    return Connection(client, False, close, probe)


async def connect_embedded(wish: Wish, watch: Watch) -> Connection:
    """Loads the embedded model (fetching its weights where needed) and connects to it over loopback.

    Raises `WeightsError` where the weights cannot be had.
    """
    from importlib.util import find_spec

    import anyio.to_thread

    from summarizer.llm.catalogue import embedded_model
    from summarizer.llm.engine import shared_engine
    from summarizer.llm.weights import pull

    model = embedded_model(wish.model)

    def start() -> tuple[str, str]:
        weights = pull(model, wish.models_folder, progress=watch.progress, notice=watch.notice, offline=wish.offline)
        engine = shared_engine(weights, model.name)
        return engine.base_url, engine.api_key

    if find_spec("xllamacpp") is None:
        raise UnknownModelError(f"{wish.model} needs its engine.", hint='pip install "summarizer[embedded]"')
    base_url, api_key = await anyio.to_thread.run_sync(start)
    return await connect_openai(base_url, api_key, wish.timeout, wish.wire)


def require_key(provider: str, key: str | None) -> str:
    """The key, or `SettingsError` that says where to put one."""
    if key:
        return key
    raise SettingsError(
        f"No key for {provider}.", hint=f"Set {provider.upper()}_API_KEY or SUMMARIZER_API_KEY, or use another --model."
    )
