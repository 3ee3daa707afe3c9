"""The API's description, OpenAPI 3.1: what routes read and answer beyond what their signatures tell."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from summarizer.briefing import Briefing
from summarizer.service.answers import EVENTS, HTML, MARKDOWN
from summarizer.service.merging import DossierAnswer
from summarizer.service.problems import MEDIA_TYPE, Problem
from summarizer.service.requests import (
    FORM,
    JSON,
    BriefingRequest,
    DossierRequest,
    UploadRequest,
    VerificationRequest,
)
from summarizer.verdicts import VerificationReport

_WRITTEN: Sequence[type[BaseModel]] = (Briefing, Problem, VerificationReport, DossierAnswer)
_READ: Sequence[type[BaseModel]] = (BriefingRequest, UploadRequest, VerificationRequest, DossierRequest)
_PROBLEMS: Mapping[int, str] = {
    400: "The body cannot be read.",
    401: "A key is needed.",
    403: "This model is not offered.",
    404: "Nothing there.",
    406: "No such form of answer.",
    408: "The body did not arrive in time.",
    412: "`If-None-Match` names the answer.",
    413: "The request, or the article in it, is too large.",
    415: "No such kind of body.",
    421: "The service is not called by this name.",
    422: "The request is invalid, or holds no article that can be briefed.",
    429: "Too many requests with this key.",
    500: "A defect of this service.",
    502: "The model failed.",
    503: "Too much at once, the model's provider is overloaded, or the service is not ready.",
    504: "The time is over.",
}
_ANYWHERE = (413, 421, 500)
_OF: Mapping[str, Sequence[int]] = {
    "createBriefing": (400, 401, 403, 406, 408, 412, 415, 422, 429, 502, 503, 504),
    "createVerification": (400, 401, 406, 408, 412, 415, 422, 429, 503),
    "createDossier": (400, 401, 403, 406, 408, 412, 415, 422, 429, 502, 503, 504),
    "getSchema": (422,),
    "listModels": (401, 429),
    "getReadiness": (503,),
}
_TEXT = {"schema": {"type": "string"}}


def describe(app: FastAPI) -> None:
    """Have the application describe itself in full; the description is made once."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _described(app: FastAPI) -> dict[str, Any]:
    made = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        routes=app.routes,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    pairs = [(model, "serialization") for model in _WRITTEN] + [(model, "validation") for model in _READ]
    _, schemas = models_json_schema(pairs, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    components = made.setdefault("components", {})
    components.setdefault("schemas", {}).update(schemas["$defs"])
    for fastapis_own in ("HTTPValidationError", "ValidationError"):
        # What a wrong query is answered with is a Problem here.
        components["schemas"].pop(fastapis_own, None)
    # A form's file is no field of the model, for it is streamed.
    upload = components["schemas"]["UploadRequest"]
    file = {"type": "string", "contentMediaType": "application/octet-stream", "description": "Text, HTML or PDF."}
    upload["properties"] = {"file": file, **{name: _or_empty(field) for name, field in upload["properties"].items()}}
    upload["required"] = ["file"]
    components["securitySchemes"] = {
        "key": {"type": "http", "scheme": "bearer", "description": "A key, where the service has keys."}
    }
    for operations in made["paths"].values():
        for operation in operations.values():
            _complete(operation)
    return made


def _or_empty(field: dict[str, Any]) -> dict[str, Any]:
    """A form's field, which may be left empty as browsers do, and then counts as not given."""
    told: dict[str, Any] = {name: field[name] for name in ("description", "default", "title") if name in field}
    bare = {name: value for name, value in field.items() if name not in told}
    return {"anyOf": [*bare.get("anyOf", [bare]), {"type": "string", "maxLength": 0}], **told}


def _complete(operation: dict[str, Any]) -> None:
    """Add to an operation what its route's signature does not tell."""
    name = operation["operationId"]
    for status in sorted({*_ANYWHERE, *_OF.get(name, ())}):
        operation["responses"][str(status)] = {
            "description": _PROBLEMS[status],
            "content": {MEDIA_TYPE: {"schema": _schema("Problem")}},
        }
    if 401 in _OF.get(name, ()):
        operation["security"] = [{"key": []}, {}]
    if name in _OWN:
        _OWN[name](operation)


def _schema(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _briefings(operation: dict[str, Any]) -> None:
    operation["requestBody"] = {
        "required": True,
        "content": {
            JSON: {"schema": _schema("BriefingRequest"), "examples": _EXAMPLES},
            FORM: {"schema": _schema("UploadRequest")},
        },
    }
    operation["responses"]["200"] = {
        "description": "The briefing.",
        "headers": {
            "ETag": {"description": "Names this answer.", **_TEXT},
            "Cache-Status": {"description": "Whether it was made before (RFC 9211).", **_TEXT},
        },
        "content": {JSON: {"schema": _schema("Briefing")}, MARKDOWN: _TEXT, HTML: _TEXT, EVENTS: _STREAM},
    }


_STREAM = {
    "schema": {
        "type": "string",
        "description": "Events `stage`, `notice`, `fact` (`path`, `entry`), and at last `finished` (`briefing`, "
        "`renderings`) or `failed` (a problem). Comments keep the line alive.",
    }
}
_EXAMPLES = {
    "text": {
        "summary": "An article as text",
        "value": {
            "text": "Norland and Lirren will resume talks in Vell on Friday, Norland's envoy Ada Lind said.",
            "published": "2030-05-12",
            "outlet": "Lirren Herald",
        },
    },
    "html": {
        "summary": "An article as a web page, briefed in English",
        "value": {
            "html": "<html><body><article><h1>Talks</h1><p>Norland and Lirren will resume talks in Vell on Friday, "
            "Norland's envoy Ada Lind said.</p></article></body></html>",
            "write_in": "en",
        },
    },
}


def _verifications(operation: dict[str, Any]) -> None:
    operation["requestBody"] = {"required": True, "content": {JSON: {"schema": _schema("VerificationRequest")}}}
    operation["responses"]["200"] = {
        "description": "A verdict on every fact.",
        "content": {JSON: {"schema": _schema("VerificationReport")}},
    }


def _dossiers(operation: dict[str, Any]) -> None:
    content = {"schema": _schema("DossierRequest"), "examples": _DOSSIER_EXAMPLES}
    operation["requestBody"] = {"required": True, "content": {JSON: content}}
    operation["responses"]["200"] = {
        "description": "The dossier.",
        "headers": {
            "ETag": {"description": "Names this answer.", **_TEXT},
            "Cache-Status": {"description": "How many of the articles were briefed before (RFC 9211).", **_TEXT},
            "Left-Out": {"description": "Which articles are not in it, by their place from 0.", **_TEXT},
        },
        "content": {JSON: {"schema": _schema("DossierAnswer")}, MARKDOWN: _TEXT, HTML: _TEXT},
    }


_DOSSIER_EXAMPLES = {
    "articles": {
        "summary": "Two articles, and what the second one changed",
        "value": {
            "articles": [
                {
                    "text": "Norland and Lirren will resume talks in Vell on Friday, Norland's envoy Ada Lind said.",
                    "published": "2030-05-12",
                    "outlet": "Lirren Herald",
                },
                {
                    "text": "The talks of Norland and Lirren were put off to Monday, envoy Ada Lind said.",
                    "published": "2030-05-15",
                    "outlet": "Norland Post",
                },
            ],
            "since": "2030-05-12",
        },
    }
}


def _format(operation: dict[str, Any]) -> None:
    operation["responses"]["200"] = {
        "description": "A JSON Schema.",
        "content": {"application/schema+json": {"schema": {"type": "object"}}},
    }
    operation["responses"]["304"] = {"description": "`If-None-Match` names it."}


def _counts(operation: dict[str, Any]) -> None:
    operation["responses"]["200"] = {"description": "The counts.", "content": {"text/plain": _TEXT}}


_OWN = {
    "createBriefing": _briefings,
    "createVerification": _verifications,
    "createDossier": _dossiers,
    "getSchema": _format,
    "getMetrics": _counts,
}


def description() -> str:
    """The description as it is published in `schemas/openapi.v1.json`: the same for every setting."""
    from summarizer.service import briefings, dossiers, information, verifications

    app = FastAPI(title="summarizer", version="1", summary=SUMMARY)
    for router in (briefings.router, verifications.router, dossiers.router, information.router):
        app.include_router(router)
    return json.dumps(_described(app), ensure_ascii=False, indent=2) + "\n"


SUMMARY = "From a news article about a negotiation to a briefing with evidence behind every line."
