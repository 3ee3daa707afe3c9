"""The class that instructor gets instead of an answer's own reads the same, and costs the schema once."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from summarizer.draft import Draft
from summarizer.llm.answer_classes import reader_of, schema_of
from tests.invented import DRAFT


def test_an_answer_is_read_as_its_own_class_reads_it() -> None:
    reader = reader_of(Draft)
    read = reader.model_validate_json(DRAFT.model_dump_json())
    assert type(read) is Draft
    assert read == DRAFT
    assert reader.__name__ == "Draft"


def test_an_answer_that_does_not_fit_is_refused_with_the_same_words() -> None:
    wrong = '{"statements": 3}'
    with pytest.raises(ValidationError) as own:
        Draft.model_validate_json(wrong)
    with pytest.raises(ValidationError) as ours:
        reader_of(Draft).model_validate_json(wrong)
    assert str(ours.value) == str(own.value)


def test_schema_and_reader_are_made_once() -> None:
    assert schema_of(Draft) == Draft.model_json_schema()
    assert schema_of(Draft) is schema_of(Draft)
    assert reader_of(Draft) is reader_of(Draft)
