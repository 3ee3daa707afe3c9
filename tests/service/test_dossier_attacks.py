"""What strangers send to `POST /v1/dossiers`: refused with a pointer, ended in time, or shown as what it is."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

from summarizer.service import dossiers
from summarizer.service.requests import MOST_BRIEFINGS
from tests.service.dossier_requests import FINISHED, MEETING, SOON, STATEMENT, another, asked, changed, code, until
from tests.service.running import HTML, MARKDOWN, Serve, Service, running


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """One service for all requests that need no model of their own."""
    with running() as started:
        yield started


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, ""),
        ({"briefings": [], "articles": []}, ""),
        ({"briefings": [{}]}, "/briefings/0/article"),
        ({"articles": [{"text": "a", "html": "b"}]}, "/articles/0"),
        ({"articles": [{"text": "a"}], "since": "lately"}, "/since"),
        ({"articles": [{"text": "a"}], "renderings": []}, "/renderings"),
        ({"briefings": [changed(), changed(statements=[{**STATEMENT, "evidence": []}])]},
         "/briefings/1/statements/0/evidence"),
        ({"briefings": [changed(meetings=[{**MEETING, "evidence": []}])]}, "/briefings/0/meetings/0/evidence"),
        ({"briefings": [changed(meetings=[{**MEETING, "start": "2032-02-30T10:00"}])]},
         "/briefings/0/meetings/0/start"),
        ({"briefings": [changed(timeline=[{"date": "0000-01-01", "event": "a", "status": "past",
                                           "evidence": STATEMENT["evidence"]}])]}, "/briefings/0/timeline/0/date"),
        ({"briefings": [changed(article={**FINISHED[0]["article"], "published": "0001-01-02"})]},
         "/briefings/0/article/published"),
        ({"briefings": [changed(article={**FINISHED[0]["article"], "published": "9999-12-30"})]},
         "/briefings/0/article/published"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_pointed_at(service: Service, body: Any, pointer: str) -> None:
    response = service.client.post("/v1/dossiers", json=body)
    assert code(response) == (422, "invalid_request")
    assert response.json()["errors"][0]["pointer"] == pointer


def test_more_than_a_dossier_may_have_is_refused(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossiers, "MOST_BRIEFINGS", 2)
    monkeypatch.setattr(dossiers, "MOST_ARTICLES", 2)
    calls = len(service.model.requests)
    assert code(asked(service, briefings=FINISHED[:3])) == (413, "dossier_too_large")
    assert code(asked(service, articles=[another(n) for n in range(3)])) == (413, "dossier_too_large")
    assert len(service.model.requests) == calls
    assert asked(service, briefings=FINISHED[:2]).status_code == 200


def test_a_text_that_no_briefing_has_is_refused(service: Service) -> None:
    hostile = changed(statements=[{**STATEMENT, "content": "We will sign. " * 1000}])
    assert code(asked(service, briefings=[hostile])) == (413, "briefing_too_long")


def test_a_thousand_briefings_are_merged(serve: Serve) -> None:
    article = FINISHED[0]["article"]
    days = ("2032-05-01", None, "2032-06-01")
    many = [
        changed(n % len(FINISHED), article={**article, "sha256": f"{n:064x}", "published": days[n % 3]})
        for n in range(MOST_BRIEFINGS)
    ]
    response = asked(serve(MAX_BODY="50000000"), briefings=many)
    assert response.status_code == 200
    assert len(response.json()["dossier"]["articles"]) == MOST_BRIEFINGS


def alike(count: int) -> Sequence[dict[str, Any]]:
    """Two briefings in which one speaker says nearly the same over and over."""
    said = [
        {**STATEMENT, "id": f"s{n}", "content": f"We will sign {n} papers in the long hall of the old town"}
        for n in range(count)
    ]
    return [
        changed(statements=said, article={**FINISHED[0]["article"], "sha256": digit * 64}) for digit in ("0", "1")
    ]  # fmt: skip


def test_what_would_be_compared_for_hours_is_ended_and_harms_nobody(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dossiers, "MERGING_SECONDS", 3.0)
    hostile = alike(8_000)
    began = time.monotonic()
    with ThreadPoolExecutor(1) as client:
        first = client.submit(asked, service, briefings=hostile)
        waits = []
        while not first.done():
            looked = time.monotonic()
            assert service.client.get("/healthz").is_success
            waits.append(time.monotonic() - looked)
            time.sleep(0.05)
        assert code(first.result()) == (413, "dossier_too_large")
    assert time.monotonic() - began < SOON
    assert sorted(waits)[len(waits) // 2] < 0.5
    monkeypatch.undo()
    assert asked(service, briefings=FINISHED).status_code == 200


def test_dossiers_have_places_and_a_queue_and_who_hangs_up_leaves_his(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.service.desk.VERIFYING_PLACES", 1)
    with running(QUEUE="0") as service, ThreadPoolExecutor(1) as client:
        hostile = {"briefings": alike(8_000)}
        gone = client.submit(httpx2.post, f"{service.address}/v1/dossiers", json=hostile, timeout=6)
        until(lambda: "summarizer_under_way 1.0" in service.client.get("/metrics").text)
        assert code(asked(service, briefings=FINISHED)) == (503, "overloaded")
        with pytest.raises(httpx2.TimeoutException):
            gone.result()
        until(lambda: "summarizer_under_way 0.0" in service.client.get("/metrics").text)
        assert asked(service, briefings=FINISHED).status_code == 200


@pytest.mark.parametrize(
    "hostile",
    [
        changed(article={**FINISHED[0]["article"], "published": None, "title": "<script>alert(1)</script>"}),
        changed(statements=[{**STATEMENT, "content": "# No\n\n| a |\n<img src=x onerror=y>\u202e"}] * 3),
        changed(statements=[{**STATEMENT, "evidence": [{"sentence": n, "start": n, "end": n + 1, "text": "a"}
                                                       for n in (9, 2, 10**15)]}]),
        changed(delegations=[{"party": "A", "head": {"name": name, "role": None}, "members": [], "note": None,
                              "evidence": STATEMENT["evidence"]} for name in ("A", "A", " ", "\u0000", "﷽" * 4000)]),
        changed(meetings=[{**MEETING, "start": day, "city": " "} for day in ("2032", "2032-W60", "9999-12-31", None)]),
    ],
    ids=["no day", "markup", "evidence out of order", "names", "dates"],
)  # fmt: skip
def test_whatever_a_briefing_holds_renders(service: Service, hostile: dict[str, Any]) -> None:
    given = [hostile, *FINISHED[1:4]]
    began = time.monotonic()
    assert asked(service, briefings=given, since="2032-05-01").status_code == 200
    response = asked(service, MARKDOWN, briefings=given, since="0001-01-01")
    assert response.status_code == 200
    assert time.monotonic() - began < SOON
    assert not re.search(r"(?<!\\)<", response.text)
    page = asked(service, HTML, briefings=given, since="0001-01-01")
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "<img" not in page.text


def test_a_defect_tells_nothing_of_a_briefing(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    service = serve()
    monkeypatch.setattr(dossiers, "merged", len)
    response = asked(service, briefings=FINISHED)
    assert code(response) == (500, "internal")
    written = ""
    end = time.monotonic() + SOON
    while '"event": "defect"' not in written:
        assert time.monotonic() < end
        written += capfd.readouterr().err
    assert FINISHED[0]["article"]["title"] not in written + response.text
    monkeypatch.undo()
    assert asked(service, briefings=FINISHED).status_code == 200
