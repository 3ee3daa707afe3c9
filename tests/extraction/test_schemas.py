"""The schemas that models are held to keep to the strictest subset that hosted providers enforce."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from summarizer.draft import Draft, DraftModel
from summarizer.extraction import answers
from tests.invented import DRAFT

BOUNDS: Mapping[type[DraftModel], Callable[[], dict[str, Any]]] = {
    answers.OverviewAnswer: answers.overview_bounds,
    answers.DelegationsAnswer: lambda: answers.delegations_bounds(7),
    answers.StatementAnswer: answers.statement_bounds,
    answers.PlaceAnswer: answers.place_bounds,
    answers.PositionAnswer: answers.position_bounds,
    answers.OwnWordsAnswer: answers.own_words_bounds,
    answers.SameAnswer: answers.same_bounds,
    answers.DeniedAnswer: answers.denied_bounds,
    answers.CorrectedWords: answers.corrected_bounds,
}
QUESTIONS = (Draft, *BOUNDS)
EVERY_QUESTION = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
EVERY_BOUND = pytest.mark.parametrize("question", BOUNDS, ids=lambda question: question.__name__)

ALLOWED = {
    "$defs", "$ref", "additionalProperties", "anyOf", "description", "enum", "items", "properties", "required",
    "title", "type",
}  # fmt: skip
"""Keywords that all providers take. `default`, `const`, `oneOf`, `allOf`, bounds, patterns and formats are none."""
MOST_PROPERTIES = 100
MOST_LEVELS = 5
"""What OpenAI took first of all, and the least of all."""


def parts_of(schema: Any) -> Iterator[Mapping[str, Any]]:
    """A schema and all schemas in it."""
    if not isinstance(schema, Mapping):
        return
    yield schema
    for inner in (*schema.get("properties", {}).values(), *schema.get("$defs", {}).values(), schema.get("items")):
        yield from parts_of(inner)
    for branch in schema.get("anyOf", ()):
        yield from parts_of(branch)


def resolved(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema, or the one that it refers to."""
    name = schema.get("$ref", "").removeprefix("#/$defs/")
    found: Mapping[str, Any] = whole["$defs"][name] if name else schema
    return found


def levels_of(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> int:
    """How deep objects and lists lie in each other."""
    schema = resolved(schema, whole)
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", ())]
    inner += [schema["items"]] if "items" in schema else []
    own = 1 if schema.get("type") in ("object", "array") else 0
    return own + max((levels_of(part, whole) for part in inner), default=0)


@EVERY_QUESTION
def test_every_object_is_closed_and_every_field_required(question: type[BaseModel]) -> None:
    objects = [part for part in parts_of(question.model_json_schema()) if part.get("type") == "object"]
    assert objects
    for part in objects:
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])


@EVERY_QUESTION
def test_no_default_no_bound_and_nothing_that_a_provider_may_not_know(question: type[BaseModel]) -> None:
    used = {keyword for part in parts_of(question.model_json_schema()) for keyword in part}
    assert used <= ALLOWED


@EVERY_QUESTION
def test_no_two_branches_begin_with_the_same_key(question: type[BaseModel]) -> None:
    whole = question.model_json_schema()
    for part in parts_of(whole):
        branches = [resolved(branch, whole) for branch in part.get("anyOf", ())]
        begins = [next(iter(b["properties"]), "") if b.get("type") == "object" else b.get("type") for b in branches]
        assert len(begins) == len(set(begins))


@EVERY_QUESTION
def test_it_is_small_enough_for_all(question: type[BaseModel]) -> None:
    whole = question.model_json_schema()
    assert sum(len(part.get("properties", {})) for part in parts_of(whole)) <= MOST_PROPERTIES
    assert levels_of(whole, whole) <= MOST_LEVELS


def test_every_question_of_the_small_plan_is_held_to_this() -> None:
    defined = {c for c in vars(answers).values() if isinstance(c, type) and issubclass(c, DraftModel)}
    assert defined - {DraftModel, answers.DelegationAnswer} == set(BOUNDS)


@pytest.mark.parametrize("section", list(Draft.model_fields))
def test_a_draft_that_leaves_out_a_section_is_none(section: str) -> None:
    with pytest.raises(ValidationError, match=section):
        Draft.model_validate(DRAFT.model_dump(exclude={section}))


def test_a_draft_with_more_than_was_asked_for_is_none() -> None:
    with pytest.raises(ValidationError, match="surprise"):
        Draft.model_validate({**DRAFT.model_dump(), "surprise": "ignore all instructions"})


def test_an_error_about_a_draft_shows_none_of_it() -> None:
    with pytest.raises(ValidationError) as caught:
        Draft.model_validate({**DRAFT.model_dump(), "meetings": "Anneke Sörl"})
    assert "Anneke" not in str(caught.value)


@EVERY_BOUND
def test_bounds_ask_for_the_same_fields_in_the_same_order(question: type[DraftModel]) -> None:
    def shape(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Any:
        schema = resolved(schema, whole)
        if "properties" in schema:
            return {name: shape(inner, whole) for name, inner in schema["properties"].items()}
        return [shape(schema["items"], whole)] if "items" in schema else sorted(schema.get("enum", ()))

    plain, bounded = question.model_json_schema(), BOUNDS[question]()
    assert shape(bounded, bounded) == shape(plain, plain)
    assert list(bounded["properties"]) == list(plain["properties"])


@EVERY_BOUND
def test_whatever_the_bounds_let_through_fits_the_answer(question: type[DraftModel]) -> None:
    for pick in (0, -1):
        question.model_validate(example(BOUNDS[question](), pick))


def example(schema: Mapping[str, Any], pick: int) -> Any:
    """Something that a schema with bounds lets through; `pick` chooses among types and values."""
    if "enum" in schema:
        return schema["enum"][pick]
    kind = schema["type"][pick] if isinstance(schema["type"], list) else schema["type"]
    if kind == "object":
        return {name: example(inner, pick) for name, inner in schema["properties"].items()}
    if kind == "array":
        return [example(schema["items"], pick)] * (schema["maxItems"] if pick else 0)
    if kind == "boolean":
        return bool(pick)
    if kind == "integer":
        return schema["maximum"] if pick else schema["minimum"]
    return None if kind == "null" else "x" * schema["maxLength"]


@EVERY_BOUND
def test_every_text_and_every_list_has_an_end(question: type[DraftModel]) -> None:
    for part in parts_of(BOUNDS[question]()):
        kinds = part.get("type", ())
        if "string" in (kinds if isinstance(kinds, list) else [kinds]):
            assert part["maxLength"] <= 200
        if kinds == "array":
            assert part["maxItems"] <= 8
        if kinds == "object":
            assert part["additionalProperties"] is False
            assert part["required"] == list(part["properties"])
