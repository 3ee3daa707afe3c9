"""The one place that reads the environment.

Each setting is a variable `SUMMARIZER_…`; a `.env` file is not read. A provider's own key is taken under
the provider's usual name (`OPENAI_API_KEY`, …), but only once that provider was asked for by name: a stray
key in the environment sends no article out of the house.
"""

from __future__ import annotations

import os
import re
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

from platformdirs import user_cache_path
from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from summarizer.errors import SettingsError
from summarizer.reading.language_detection import language_code

Read = TypeVar("Read", bound=BaseSettings)

_SHARED_COUNTS = "PROMETHEUS_MULTIPROC_DIR"
"""The variable that prometheus_client itself reads, when it is first imported."""

KEY_NAME = r"[\w.-]{1,64}"
"""What a key of the service may be called."""
EMBEDDED_DEFAULT = "embedded/qwen2.5-coder-1.5b"


def _listed(value: object) -> object:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


class Settings(BaseSettings):
    """What the environment says. Frozen; read once by `read_settings`."""

    model_config = SettingsConfigDict(
        env_prefix="SUMMARIZER_", frozen=True, hide_input_in_errors=True, extra="ignore", env_ignore_empty=True
    )

    model: str | None = None
    """Model to use where the caller names none; without it the embedded one."""
    base_url: str | None = None
    """Address of an OpenAI-compatible endpoint that serves the model."""
    api_key: SecretStr | None = None
    """Key for the endpoint; without it the provider's own variable counts."""
    models_folder: Path = Field(default_factory=lambda: user_cache_path("summarizer") / "models")
    """Where the embedded model's weights are kept."""
    offline: bool = False
    """True: nothing but loopback is contacted."""
    timeout: float | None = Field(default=None, gt=0)
    """Seconds that a briefing may take; without it 300, and 1,800 with the embedded model."""
    language: str | None = None
    """Language of the briefing's own words (ISO 639-1); without it the article's."""
    debug: bool = False
    """True: the command shows the traceback of an unexpected error."""

    @field_validator("language")
    @classmethod
    def _is_a_language(cls, value: str | None) -> str | None:
        code = language_code(value) if value is not None else None
        if value is not None and code is None:
            raise ValueError("it is not an ISO 639-1 code such as en, uk or ja")
        return code


Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed)]
"""Names with commas between them."""


def chosen_model(settings: Settings, named: str | None = None) -> str:
    """The model that answers: the one that was named, else that of the settings, else the embedded one."""
    return named or settings.model or EMBEDDED_DEFAULT


class ServiceSettings(BaseSettings):
    """What the environment says to the HTTP service. Frozen; read once by `read_service_settings`."""

    model_config = SettingsConfigDict(
        env_prefix="SUMMARIZER_", frozen=True, hide_input_in_errors=True, extra="ignore", env_ignore_empty=True
    )

    keys: Listed = ()
    """Who may ask: `name:SHA-256 of the key` with commas between them, as `summarizer key NAME` makes them."""
    open: bool = False
    """True: asked without a key from anywhere, for somebody else guards the door."""
    on_loopback: bool = False
    """True: `summarizer serve` bound the service to this machine alone."""
    models: Listed = ()
    """The models that a request may name, the first is the default; without it SUMMARIZER_MODEL or the embedded one."""
    hosts: Listed = ("localhost", "127.0.0.1", "[::1]")
    """The names under which the service is called; a request for another host is refused. `*` allows every name."""
    max_body: int = Field(default=10_000_000, gt=0)
    """Bytes that a request may have."""
    max_characters: int = Field(default=200_000, gt=0)
    """Code points that an article's text may have."""
    rate: str | None = "600/minute"
    """Requests that one key may send, such as `60/minute` or `5/second`; `off` sets no bound."""
    concurrency: int | None = Field(default=None, gt=0)
    """Briefings under way at once in each process; without it 1 with an embedded model, else 100."""
    queue: int = Field(default=100, ge=0)
    """Requests that wait for a place in each process; more are told to come again."""
    deadline: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    """Seconds that a request may take; without it 300, and 1,800 with an embedded model."""
    cache: bool = True
    """False: no briefing is kept."""
    cache_file: Path = Field(default_factory=lambda: user_cache_path("summarizer") / "briefings.sqlite3")
    """Where briefings are kept, unless in Redis."""
    cache_bytes: int = Field(default=256_000_000, gt=0)
    """What the cache file may hold; the ones that were asked for least lately go first."""
    cache_days: float = Field(default=30.0, gt=0, allow_inf_nan=False)
    """Days that a briefing is kept."""
    redis_url: SecretStr | None = None
    """A Redis that several replicas share, for the cache and the rates."""
    tracing: bool = False
    """True: OpenTelemetry spans go where the `OTEL_…` variables say."""
    offline: bool = False
    """True: nothing but loopback is contacted, by the service as by the SDK."""

    @model_validator(mode="after")
    def _stays_at_home(self) -> ServiceSettings:
        redis = self.redis_url.get_secret_value() if self.redis_url is not None else None
        spans = _spans_go_to() if self.tracing else None
        for name, address in (("SUMMARIZER_REDIS_URL", redis), ("OTEL_EXPORTER_OTLP_ENDPOINT", spans)):
            if self.offline and address is not None and not is_loopback(address):
                raise ValueError(f"SUMMARIZER_OFFLINE is set, and {name} is not on this machine")
        return self

    @field_validator("rate")
    @classmethod
    def _is_a_rate(cls, value: str | None) -> str | None:
        if value is None or value == "off":
            return None
        if not re.fullmatch(r"[1-9]\d*/(?:second|minute|hour|day)", value):
            raise ValueError("write it as 60/minute, 5/second, or off")
        return value

    @field_validator("keys")
    @classmethod
    def _are_hashed(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if any(not re.fullmatch(rf"{KEY_NAME}:[0-9a-f]{{64}}", entry) for entry in value):
            raise ValueError("write each as name:SHA-256, as `summarizer key NAME` makes them")
        if len({entry.partition(":")[0] for entry in value}) < len(value):
            raise ValueError("two keys have the same name")
        return value

    @field_validator("redis_url")
    @classmethod
    def _is_an_address_of_redis(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.match(r"(?:redis|rediss)://.", value.get_secret_value()):
            raise ValueError("write it as redis://HOST:6379/0, or rediss:// with TLS")
        return value


def is_loopback(url: str) -> bool:
    """Whether an address is on this machine, as far as its name alone tells."""
    host = urlsplit(url).hostname or ""
    # A name below .invalid never resolves (RFC 6761, section 6.4): nothing can leave for it.
    return host.endswith(".invalid") or is_this_machine(host)


def is_this_machine(host: str) -> bool:
    """Whether a host is this machine and no other can reach it there, as far as its name alone tells."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _spans_go_to() -> str:
    """Where OpenTelemetry's exporter sends spans, by its own variables."""
    names = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
    return next((os.environ[name] for name in names if os.environ.get(name)), "http://localhost:4318")


def read_settings() -> Settings:
    """The settings of this moment. Raises `SettingsError` naming the variable that cannot be used."""
    return _read(Settings)


def read_service_settings() -> ServiceSettings:
    """The HTTP service's settings of this moment. Raises `SettingsError` as `read_settings`."""
    return _read(ServiceSettings)


def tell_workers(**settings: str) -> None:
    """Set variables for the processes that this one starts: `on_loopback="1"` is `SUMMARIZER_ON_LOOPBACK`."""
    os.environ.update({f"SUMMARIZER_{name.upper()}": value for name, value in settings.items()})


def share_counts(folder: str) -> None:
    """Have the processes that this one starts put their counts together in a folder."""
    os.environ[_SHARED_COUNTS] = folder


def counts_are_shared() -> bool:
    """Whether several processes put their counts together."""
    return bool(os.environ.get(_SHARED_COUNTS))


def _read(kind: type[Read]) -> Read:
    try:
        return kind()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        if not first["loc"]:
            # Two settings that do not go together.
            reason = first["msg"].removeprefix("Value error, ")
            raise SettingsError(f"{reason}.", hint="Unset one of the two.") from None
        name = "SUMMARIZER_" + "_".join(str(part) for part in first["loc"]).upper()
        reason = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{name} cannot be used: {reason}.", hint=f"Set {name} right or unset it.") from None


def provider_key(provider: str) -> str | None:
    """The key under the provider's usual variable (`OPENAI_API_KEY`), or `None`."""
    return os.environ.get(f"{provider.upper().replace('-', '_')}_API_KEY") or None
