"""The published contract is what the classes say, and explains itself."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from summarizer.briefing import Briefing, Statement
from summarizer.shell.schema import briefing_fields, briefing_schema
from tests.shell.running import Shell

SCHEMAS = Path(__file__).parent.parent.parent / "schemas"


def classes(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {"Briefing": schema, **schema["$defs"]}


def misfits(value: Any, schema: dict[str, Any], root: dict[str, Any], place: str = "") -> list[str]:
    """Where keys of a value and of its schema differ, all the way down."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        schema = schema["anyOf"][1 if value is None else 0]
    if isinstance(value, list):
        return [m for item in value for m in misfits(item, schema["items"], root, f"{place}[]")]
    if not isinstance(value, dict) or "properties" not in schema:
        return []
    wrong = [] if set(value) == set(schema["properties"]) == set(schema["required"]) else [place]
    return wrong + [
        m for key in set(value) & set(schema["properties"])
        for m in misfits(value[key], schema["properties"][key], root, f"{place}/{key}")
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), [("briefing.v1.json", briefing_schema()), ("README.md", briefing_fields())])
def test_the_published_files_are_up_to_date(name: str, text: str) -> None:
    assert (SCHEMAS / name).read_text(encoding="utf-8") == text, "Run `make schemas`."


def test_the_schema_names_itself_and_is_closed() -> None:
    schema = json.loads(briefing_schema())
    assert list(schema)[:3] == ["$schema", "$id", "title"]
    assert (schema["$id"], schema["title"]) == ("urn:summarizer:briefing:v1", "Briefing")
    for name, definition in classes(schema).items():
        assert definition["additionalProperties"] is False, name
        assert definition["required"] == list(definition["properties"]), name
    assert '"default"' not in briefing_schema()


def test_a_briefing_has_the_keys_of_the_schema(shell: Shell, article: Path, asking: list[str]) -> None:
    ran = shell("brief", article, *asking, "--format", "json")
    schema = json.loads(briefing_schema())
    assert misfits(json.loads(ran.out), schema, schema) == []


def test_every_field_of_every_class_is_explained() -> None:
    page = briefing_fields()
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    described: dict[str, type[BaseModel]] = {"Briefing": Briefing}

    def collect(kind: Any) -> None:
        for inner in getattr(kind, "__args__", ()):
            collect(inner)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            described[kind.__name__] = kind
            for field in kind.model_fields.values():
                collect(field.annotation)

    collect(Briefing)
    assert set(sections) == set(described)
    for name, kind in described.items():
        for field_name, field in kind.model_fields.items():
            rows = [row for row in sections[name].splitlines() if row.startswith(f"| `{field_name}` |")]
            assert len(rows) == 1, f"{name}.{field_name}"
            assert str(field.description) in rows[0]


def test_the_page_says_where_things_stand_and_of_what_kind_they_are() -> None:
    page = briefing_fields()
    assert "Who said it. Stands at `statements[].speaker`." in page
    assert "| `head` | [Person](#person), or null | Who leads it, where the article says. |" in page
    assert "| `status` | one of `past`, `planned` | Past or planned" in page
    assert "| `start` | ISO 8601 date or time, or null |" in page


def test_the_example_is_an_entry() -> None:
    example = re.search(r"```json\n(.*?)```", briefing_fields(), re.DOTALL)
    assert example
    assert Statement.model_validate_json(example[1]).speaker.name == "Odile Varn"


def test_the_command_shows_both(shell: Shell, tmp_path: Path) -> None:
    assert shell("schema").out == briefing_schema()
    assert shell("schema", "--format", "markdown").out == briefing_fields()
    assert shell("schema", "--output", tmp_path / "a.md").out == ""
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == briefing_fields()
    shell("schema", "--output", tmp_path / "a.json")
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == briefing_schema()
