"""The published contract is what the classes say, and explains itself."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from summarizer.briefing import Briefing, Statement
from summarizer.dossier import Contradiction, Dossier
from summarizer.shell.schema import briefing_fields, briefing_schema, dossier_fields, dossier_schema
from tests.dossier.world_files import briefings
from tests.shell.running import Shell

SCHEMAS = Path(__file__).parent.parent.parent / "schemas"


PUBLISHED = {
    "briefing.v1.json": briefing_schema,
    "README.md": briefing_fields,
    "dossier.v1.json": dossier_schema,
    "dossier.md": dossier_fields,
}


def classes(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {schema["title"]: schema, **schema["$defs"]}


def described(root: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """The class and all that are in it, by their names."""
    found: dict[str, type[BaseModel]] = {}

    def collect(kind: Any) -> None:
        for inner in getattr(kind, "__args__", ()):
            collect(inner)
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind.__name__ not in found:
            found[kind.__name__] = kind
            for field in kind.model_fields.values():
                collect(field.annotation)

    collect(root)
    return found


def misfits(value: Any, schema: dict[str, Any], root: dict[str, Any], place: str = "") -> list[str]:
    """Where keys of a value and of its schema differ, all the way down."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        schema = schema["anyOf"][1 if value is None else 0]
    if isinstance(value, list):
        kinds = schema.get("prefixItems", [schema.get("items")] * len(value))
        return [m for item, kind in zip(value, kinds, strict=True) for m in misfits(item, kind, root, f"{place}[]")]
    if not isinstance(value, dict) or "properties" not in schema:
        return []
    wrong = [] if set(value) == set(schema["properties"]) == set(schema["required"]) else [place]
    return wrong + [
        m for key in set(value) & set(schema["properties"])
        for m in misfits(value[key], schema["properties"][key], root, f"{place}/{key}")
    ]  # fmt: skip


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_files_are_up_to_date(name: str) -> None:
    assert (SCHEMAS / name).read_text(encoding="utf-8") == PUBLISHED[name](), "Run `make schemas`."


@pytest.mark.parametrize(("text", "name"), [(briefing_schema(), "Briefing"), (dossier_schema(), "Dossier")])
def test_the_schema_names_itself_and_is_closed(text: str, name: str) -> None:
    schema = json.loads(text)
    assert list(schema)[:3] == ["$schema", "$id", "title"]
    assert (schema["$id"], schema["title"]) == (f"urn:summarizer:{name.lower()}:v1", name)
    for kind, definition in classes(schema).items():
        assert definition["additionalProperties"] is False, kind
        assert definition["required"] == list(definition["properties"]), kind
    assert '"default"' not in text


def test_a_briefing_has_the_keys_of_the_schema(shell: Shell, article: Path, asking: list[str]) -> None:
    ran = shell("brief", article, *asking, "--format", "json")
    schema = json.loads(briefing_schema())
    assert misfits(json.loads(ran.out), schema, schema) == []


def test_a_dossier_has_the_keys_of_the_schema() -> None:
    schema = json.loads(dossier_schema())
    dossier = Dossier.of(briefings().values())
    assert dossier.contradictions
    assert misfits(dossier.model_dump(mode="json"), schema, schema) == []


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        (briefing_fields(), described(Briefing)),
        # What a briefing holds is explained on its own page.
        (dossier_fields(), {n: k for n, k in described(Dossier).items() if n not in described(Briefing)}),
    ],
    ids=["briefing", "dossier"],
)
def test_every_field_of_every_class_is_explained(page: str, kinds: dict[str, type[BaseModel]]) -> None:
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    assert set(sections) == set(kinds)
    for name, kind in kinds.items():
        for field_name, field in kind.model_fields.items():
            rows = [row for row in sections[name].splitlines() if row.startswith(f"| `{field_name}` |")]
            assert len(rows) == 1, f"{name}.{field_name}"
            assert " ".join(str(field.description).split()) in rows[0]
            assert rows[0].endswith(" |")


def test_the_page_of_a_dossier_leads_to_the_one_of_a_briefing() -> None:
    page = dossier_fields()
    assert "| `briefings` | list of [Briefing](README.md#briefing) |" in page
    assert "| `evidence` | [Evidence](README.md#evidence) |" in page
    assert "| `sides` | two: each [Side](#side) |" in page
    assert "One of two values that do not agree. Stands at `contradictions[].sides[]`." in page
    assert "| `status` | one of `past`, `under_way`, `planned`, `postponed`, `cancelled`, `unclear` |" in page
    anchors = {name.lower() for name in re.findall(r"^## (\w+)$", page, re.MULTILINE)}
    assert set(re.findall(r"\]\(#(\w+)\)", page)) <= anchors
    elsewhere = {name.lower() for name in re.findall(r"^## (\w+)$", briefing_fields(), re.MULTILINE)}
    assert set(re.findall(r"\]\(README\.md#(\w+)\)", page)) <= elsewhere


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


def test_the_example_of_a_dossier_is_an_entry() -> None:
    example = re.search(r"```json\n(.*?)```", dossier_fields(), re.DOTALL)
    assert example
    assert Contradiction.model_validate_json(example[1]).field == "start"


def test_the_command_shows_a_dossiers_format(shell: Shell, tmp_path: Path) -> None:
    assert shell("schema", "--of", "briefing").out == briefing_schema()
    assert shell("schema", "--of", "dossier").out == dossier_schema()
    shell("schema", "--of", "dossier", "--output", tmp_path / "a.md")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == dossier_fields()
    assert shell("schema", "--of", "verdict").code == 2


def test_the_command_shows_both(shell: Shell, tmp_path: Path) -> None:
    assert shell("schema").out == briefing_schema()
    assert shell("schema", "--format", "markdown").out == briefing_fields()
    assert shell("schema", "--output", tmp_path / "a.md").out == ""
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == briefing_fields()
    shell("schema", "--output", tmp_path / "a.json")
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == briefing_schema()
