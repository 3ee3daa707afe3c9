"""What the service tells of itself: the format, the models, its health and its counts."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from summarizer.briefing import Briefing
from summarizer.dossier import Dossier
from summarizer.llm.catalogue import is_embedded
from summarizer.service.answers import is_held, tag_of
from summarizer.service.problems import ProblemError
from summarizer.vocabulary import FormatName

if TYPE_CHECKING:
    from summarizer.service.app import Parts

router = APIRouter()

_FORMATS: dict[FormatName, type[BaseModel]] = {"briefing": Briefing, "dossier": Dossier}


class OfferedModel(BaseModel):
    """A model that a request may name."""

    model_config = ConfigDict(frozen=True)

    name: str = Field(description="What `model` of a request says.")
    default: bool = Field(description="Whether it answers where a request names none.")
    embedded: bool = Field(description="Whether it runs in this service and sends nothing anywhere.")


class OfferedModels(BaseModel):
    """The models that a request may name."""

    model_config = ConfigDict(frozen=True)

    models: list[OfferedModel] = Field(description="The default first.")


class Health(BaseModel):
    """Whether the process lives."""

    model_config = ConfigDict(frozen=True)

    status: Literal["ok"] = Field(description="Always `ok`: an answer is the proof.")


class Readiness(BaseModel):
    """Whether briefings can be made."""

    model_config = ConfigDict(frozen=True)

    status: Literal["ready"] = Field(description="Always `ready`; else the answer is a problem.")
    models: dict[str, str] = Field(description="Model to `ready`.")


@router.get("/v1/schema", operation_id="getSchema")
async def get_schema(request: Request, of: FormatName = "briefing") -> Response:
    """The format of a briefing, or of a dossier, as JSON Schema."""
    body, tag = _schema(of)
    headers = {"ETag": tag, "Cache-Control": "public, max-age=3600"}
    if is_held(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/schema+json")


@cache
def _schema(of: FormatName) -> tuple[bytes, str]:
    """A format and its `ETag`: working them out takes some 30 ms, and they stay as they are."""
    body = json.dumps(_FORMATS[of].model_json_schema(), ensure_ascii=False).encode()
    return body, tag_of(body)


@router.get("/v1/models", operation_id="listModels")
async def list_models(request: Request) -> OfferedModels:
    """The models that a request may name."""
    parts: Parts = request.app.state.parts
    await parts.access.admit(request)
    names = parts.desk.models
    return OfferedModels(models=[OfferedModel(name=n, default=n == names[0], embedded=is_embedded(n)) for n in names])


@router.get("/healthz", operation_id="getHealth")
async def get_health() -> Health:
    """Whether the process lives."""
    return Health(status="ok")


@router.get("/readyz", operation_id="getReadiness")
async def get_readiness(request: Request) -> Readiness:
    """Whether the models answer: weights here and loaded, or the endpoint there."""
    parts: Parts = request.app.state.parts
    found = await parts.desk.ready()
    failed = [f"{model}: {state}" for model, state in found.items() if state != "ready"]
    if failed:
        raise ProblemError(503, "not_ready", " ".join(failed), headers={"Retry-After": "10"})
    return Readiness(status="ready", models=dict(found))


@router.get("/metrics", operation_id="getMetrics")
async def get_metrics(request: Request) -> Response:
    """The counts, for Prometheus."""
    parts: Parts = request.app.state.parts
    body, kind = parts.metrics.scrape()
    return Response(body, media_type=kind)
