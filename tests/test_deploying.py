"""What is written for other machines, checked by reading: the container, the composition, the settings in the docs."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from summarizer.settings import ServiceSettings, Settings

ROOT = Path(__file__).parent.parent
READ_BY_NOBODY_ELSE = {"on_loopback"}
"""Settings that one part of the tool tells another."""


def test_every_setting_of_the_service_is_in_its_docs_and_no_other() -> None:
    told = set(re.findall(r"SUMMARIZER_([A-Z_]+)", (ROOT / "docs" / "service.md").read_text(encoding="utf-8")))
    own = {name.upper() for name in set(ServiceSettings.model_fields) - READ_BY_NOBODY_ELSE}
    assert own <= told
    assert told <= own | {name.upper() for name in Settings.model_fields}


def test_the_container_copies_what_there_is_and_is_not_root() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [
        name for line in lines if line.startswith("COPY ") and "--from" not in line for name in line.split()[1:-1]
    ]
    assert copied
    assert all((ROOT / name).exists() for name in copied)
    kept = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert all(f"!{name}" in kept for name in copied)
    assert any(line.startswith("USER ") and line != "USER root" for line in lines)
    named = set(re.findall(r"SUMMARIZER_([A-Z_]+)=", "\n".join(lines)))
    assert named <= {name.upper() for name in (*Settings.model_fields, *ServiceSettings.model_fields)}


def test_the_composition_names_settings_that_there_are_and_writes_to_no_root() -> None:
    services = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
    assert all(service["read_only"] and service["cap_drop"] == ["ALL"] for service in services.values())
    named = {name.removeprefix("SUMMARIZER_") for name in services["summarizer"]["environment"]}
    assert named <= {name.upper() for name in (*Settings.model_fields, *ServiceSettings.model_fields)}
