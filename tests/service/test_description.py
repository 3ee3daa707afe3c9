"""The API's description: what is published is what the service says and does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from pydantic import TypeAdapter
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from summarizer.service.description import description
from summarizer.service.requests import BriefingRequest, DossierRequest
from tests.service.running import Service, running

PUBLISHED = Path(__file__).parent.parent.parent / "schemas" / "openapi.v1.json"


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    with running() as started:
        yield started


def test_the_published_description_is_the_codes() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == description(), "run make schemas"


def test_the_service_describes_itself_so(service: Service) -> None:
    told, published = service.client.get("/v1/openapi.json").json(), json.loads(PUBLISHED.read_text(encoding="utf-8"))
    assert told["openapi"].startswith("3.1")
    assert (told["paths"], told["components"]) == (published["paths"], published["components"])


def test_operations_have_names_that_stay() -> None:
    paths = json.loads(description())["paths"]
    names = {
        f"{method} {path}": operation["operationId"]
        for path, told in paths.items()
        for method, operation in told.items()
    }
    assert names == {
        "post /v1/briefings": "createBriefing",
        "post /v1/verifications": "createVerification",
        "post /v1/dossiers": "createDossier",
        "get /v1/schema": "getSchema",
        "get /v1/models": "listModels",
        "get /healthz": "getHealth",
        "get /readyz": "getReadiness",
        "get /metrics": "getMetrics",
    }


def test_its_examples_are_answered(service: Service) -> None:
    body = json.loads(description())["paths"]["/v1/briefings"]["post"]["requestBody"]["content"]["application/json"]
    for example in body["examples"].values():
        TypeAdapter(BriefingRequest).validate_python(example["value"])
        read = service.client.post("/v1/briefings", json=example["value"])
        # The scripted model briefs another article; that it was asked shows that the example is one.
        assert read.status_code in (200, 502), read.text
    body = json.loads(description())["paths"]["/v1/dossiers"]["post"]["requestBody"]["content"]["application/json"]
    for example in body["examples"].values():
        TypeAdapter(DossierRequest).validate_python(example["value"])
        assert service.client.post("/v1/dossiers", json=example["value"]).status_code in (200, 502)


SCHEMA = schemathesis.openapi.from_dict(json.loads(description()))
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
)
"""Not that whatever fits the schema is accepted: that a text holds a sentence, no schema can say."""


@SCHEMA.parametrize()
@settings(max_examples=25, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
def test_whatever_is_sent_is_answered_as_described(case: Any, service: Service) -> None:
    case.call_and_validate(base_url=service.address, checks=CHECKS)
