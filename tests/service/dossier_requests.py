"""Requests for dossiers, as the tests make them: of the finished briefings of the invented negotiation."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import httpx2

from tests.dossier.world_files import briefings
from tests.invented import TEXT
from tests.service.running import BODY, JSON, Service

FINISHED = [briefing.model_dump(mode="json") for briefing in briefings().values()]
STATEMENT = FINISHED[0]["statements"][0]
MEETING = {"parties": [], "start": None, "end": None, "venue": None, "city": None, "country": None,
           "status": "planned", "evidence": STATEMENT["evidence"]}  # fmt: skip
SOON = 15.0
"""Seconds in which a hostile request is answered here, on a busy machine."""


def asked(service: Service, accept: str = JSON, **body: Any) -> httpx2.Response:
    return service.client.post("/v1/dossiers", json=body, headers={"Accept": accept})


def code(response: httpx2.Response) -> tuple[int, str]:
    return response.status_code, response.json()["code"]


def another(number: int, **changes: Any) -> dict[str, Any]:
    """An article that differs from the others."""
    return {**BODY, "text": f"{TEXT}\n\nRow {number} was long.", **changes}


def changed(at: int = 0, **changes: Any) -> dict[str, Any]:
    """A finished briefing, changed."""
    return {**FINISHED[at], **changes}


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.02)
