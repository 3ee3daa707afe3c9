"""The levers: what each changes in how the embedded model is asked, or in the engine that it runs in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from summarizer.llm.catalogue import embedded_model
from summarizer.llm.engine import EmbeddedEngine, EngineSettings
from summarizer.llm.weights import pull
from summarizer.settings import EMBEDDED_DEFAULT, read_settings

if TYPE_CHECKING:
    from xllamacpp import CommonParams

_CONTEXT_A_SLOT = 4_096
"""Tokens: more than the prompt of a small question with its answer."""
_LOOK_BACK, _DRAFT = 3, 8
"""Tokens that must recur, and tokens drafted behind them: the defaults (12 and 48) are longer than the answers."""
Grammar = Literal["bounded", "unbounded", "none"]
"""A JSON schema with the lengths of its strings, without them, or nothing."""


@dataclass(frozen=True)
class Lever:
    """One way to ask."""

    name: str
    slots: int = 1
    speculates: bool = False
    keeps_prompt: bool = True
    """Whether what begins as the question before is not read again."""
    grammar: Grammar = "bounded"
    """What the engine holds the answer to."""

    @property
    def engine(self) -> tuple[int, bool]:
        """What of it is decided when the engine starts."""
        return self.slots, self.speculates


DEFAULT = Lever("default")
LEVERS = (
    Lever("prompt read anew", keeps_prompt=False),
    Lever("grammar without lengths", grammar="unbounded"),
    Lever("no grammar", grammar="none"),
    Lever("2 slots", slots=2),
    Lever("4 slots", slots=4),
    Lever("n-gram speculation", speculates=True),
)


class _SpeculatingEngine(EmbeddedEngine):
    """Drafts tokens from what recurs in the text so far: answers copy words of the question."""

    def _parameters(self, parameters: CommonParams) -> CommonParams:
        from xllamacpp import common_speculative_type

        filled = super()._parameters(parameters)
        filled.speculative.types = [common_speculative_type.COMMON_SPECULATIVE_TYPE_NGRAM_SIMPLE]
        filled.speculative.ngram_simple.size_n = _LOOK_BACK
        filled.speculative.ngram_simple.size_m = _DRAFT
        return filled


def engine_of(lever: Lever, weights: Path, threads: int | None) -> EmbeddedEngine:
    """The engine that a lever needs, not started yet; each slot has the same context."""
    settings = EngineSettings(context_tokens=_CONTEXT_A_SLOT * lever.slots, slots=lever.slots, threads=threads)
    kind = _SpeculatingEngine if lever.speculates else EmbeddedEngine
    return kind(weights, EMBEDDED_DEFAULT, settings)


def default_weights() -> tuple[Path, str]:
    """The embedded model's weights, fetched where they are not there, and its name."""
    settings = read_settings()
    model = embedded_model(EMBEDDED_DEFAULT)
    weights = pull(
        model,
        settings.models_folder,
        progress=lambda done, total, mirror: None,
        notice=print,
        offline=settings.offline,
    )
    return weights, EMBEDDED_DEFAULT
