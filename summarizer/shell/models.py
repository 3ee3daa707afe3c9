"""The command `summarizer models`: the embedded models and their weights, and how other models are named."""

from __future__ import annotations

from pathlib import Path

from summarizer.events import Notice, Stage
from summarizer.llm.catalogue import EMBEDDED_MODELS, EMBEDDED_PREFIX, EmbeddedModel, embedded_model
from summarizer.llm.weights import is_verified, locate, pull, verify
from summarizer.settings import EMBEDDED_DEFAULT, read_settings
from summarizer.shell.display import open_display
from summarizer.shell.streams import show

OTHERS = """\
Other models, each named PROVIDER/NAME; the article is sent to the provider
  openai/NAME       with its key in OPENAI_API_KEY
  anthropic/NAME    with its key in ANTHROPIC_API_KEY, and pip install "summarizer[anthropic]"
  ollama/NAME       a model that Ollama serves on this machine
  PROVIDER/NAME     any other provider that instructor knows, with its own package and key
  openai/NAME --base-url URL
                    any endpoint that speaks the OpenAI protocol
"""


def list_models() -> None:
    """Show the embedded models, whether their weights are here, and how others are named."""
    settings = read_settings()
    used, reason = (settings.model, "SUMMARIZER_MODEL") if settings.model else (EMBEDDED_DEFAULT, "the default")
    rows = ["Embedded models: they run on this machine, need no key, and send nothing anywhere"]
    for model in EMBEDDED_MODELS:
        rows += [
            f"  {model.name}",
            f"    {model.title}; licence {model.licence}; {model.size / 1e9:.2f} GB",
            f"    {_whereabouts(model, settings.models_folder)}",
        ]
    show("\n".join([*rows, "", OTHERS, f"Used without --model: {used} ({reason})", ""]))


def pull_model(name: str | None) -> None:
    """Fetch the weights of an embedded model unless they are here; show where they are. Raises `WeightsError`."""
    settings = read_settings()
    model = _named(name)
    display = open_display()
    try:
        path = pull(
            model,
            settings.models_folder,
            progress=lambda done, total, mirror: display.tell(
                Stage(f"downloading from {mirror}", done, total, "bytes")
            ),
            notice=lambda text: display.tell(Notice(text)),
            offline=settings.offline,
        )
    finally:
        display.clear()
    display.note(f"{model.name} is here, as it was published (SHA-256 {model.sha256}).")
    show(f"{path}\n")


def verify_model(name: str | None) -> None:
    """Hash the weights of an embedded model and show where they are. Raises `WeightsError` where they differ."""
    model = _named(name)
    path = read_settings().models_folder / model.file_name
    display = open_display()
    display.tell(Stage(f"hashing {path.name}"))
    try:
        verify(path, model)
    finally:
        display.clear()
    display.note(f"{model.name} is as it was published (SHA-256 {model.sha256}).")
    show(f"{path}\n")


def _named(name: str | None) -> EmbeddedModel:
    """The embedded model of a name, with or without `embedded/`. Raises `UnknownModelError`."""
    if name is None:
        return embedded_model(EMBEDDED_DEFAULT)
    return embedded_model(name if name.startswith(EMBEDDED_PREFIX) else f"{EMBEDDED_PREFIX}{name}")


def _whereabouts(model: EmbeddedModel, folder: Path) -> str:
    path = locate(model, folder)
    if path is None:
        return "not here yet: fetched on first use, or by summarizer models pull"
    return f"here: {path}" if is_verified(path, model) else f"here, hashed on next use: {path}"
