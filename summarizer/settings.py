"""The one place that reads the environment.

Each setting is a variable `SUMMARIZER_…`; a `.env` file is not read. A provider's own key is taken under
the provider's usual name (`OPENAI_API_KEY`, …), but only once that provider was asked for by name: a stray
key in the environment sends no article out of the house.
"""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from summarizer.errors import SettingsError
from summarizer.reading.language_detection import language_code

EMBEDDED_DEFAULT = "embedded/qwen2.5-coder-1.5b"


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


def read_settings() -> Settings:
    """The settings of this moment. Raises `SettingsError` naming the variable that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = "SUMMARIZER_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{name} cannot be used: {first['msg']}.", hint=f"Set {name} right or unset it.") from None


def provider_key(provider: str) -> str | None:
    """The key under the provider's usual variable (`OPENAI_API_KEY`), or `None`."""
    return os.environ.get(f"{provider.upper().replace('-', '_')}_API_KEY") or None
