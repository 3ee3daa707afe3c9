"""`POST /v1/dossiers`: finished briefings and articles in, one dossier out, whatever strangers send."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

from summarizer import Briefing
from summarizer.dossier import Dossier
from summarizer.service import dossiers
from summarizer.service.requests import MOST_BRIEFINGS
from tests.dossier.world_files import briefings
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, SECRET_WORDS, TEXT
from tests.scripted_model import Answer, Request, Script, refusal, slow
from tests.service.running import BODY, EVENTS, HTML, JSON, MARKDOWN, Serve, Service, cache_at, running

DAY = dt.date(2032, 5, 10)
FINISHED = [briefing.model_dump(mode="json") for briefing in briefings().values()]
STATEMENT = FINISHED[0]["statements"][0]
MEETING = {"parties": [], "start": None, "end": None, "venue": None, "city": None, "country": None,
           "status": "planned", "evidence": STATEMENT["evidence"]}  # fmt: skip
SOON = 15.0
"""Seconds in which a hostile request is answered here, on a busy machine."""


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """One service for all requests that need no model of their own."""
    with running() as started:
        yield started


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


def script(but: Mapping[str, Answer], seconds: float = 0.0) -> Script:
    """The invented article's draft; another answer where the article holds these words."""
    draft = answers_from(ARTICLE, DRAFT)
    assert callable(draft)

    def reply(request: Request) -> Answer:
        own = next((answer for words, answer in but.items() if words in request.user), None)
        return slow(own or draft(request), seconds)

    return reply


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.02)


def test_finished_briefings_are_merged_as_the_sdk_merges_them_and_no_model_is_asked(service: Service) -> None:
    before = len(service.model.requests)
    response = asked(service, briefings=FINISHED, since=DAY.isoformat())
    dossier = Dossier.of(briefings().values())
    assert response.status_code == 200
    assert response.headers["content-type"] == JSON
    assert response.headers["cache-control"] == "private, no-cache"
    assert "cache-status" not in response.headers
    told = response.json()
    assert set(told) == {"dossier", "changes", "left_out"}
    assert Dossier.model_validate(told["dossier"]) == dossier
    assert told["changes"] == [change.model_dump(mode="json") for change in dossier.changes_since(DAY)] != []
    assert told["left_out"] == []
    assert len(service.model.requests) == before


def test_without_a_day_no_changes_are_told(service: Service) -> None:
    assert asked(service, briefings=FINISHED).json()["changes"] == []


def test_markdown_is_the_dossiers_own(service: Service) -> None:
    dossier = Dossier.of(briefings().values())
    response = asked(service, MARKDOWN, briefings=FINISHED, since=DAY.isoformat())
    assert response.text == dossier.markdown(DAY)
    assert response.headers["content-type"] == "text/markdown; charset=utf-8"
    assert asked(service, MARKDOWN, briefings=FINISHED).text == dossier.markdown()


def test_a_page_is_the_dossiers_own_with_the_articles_that_were_briefed(serve: Serve) -> None:
    service = serve()
    response = asked(service, HTML, briefings=FINISHED[:3], articles=[BODY], since=DAY.isoformat())
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    made = service.brief().json()
    own = Dossier.of(Briefing.model_validate(one) for one in (*FINISHED[:3], made))
    assert response.text == own.html([ARTICLE], DAY)
    # What the header lets run is what the page itself lets run, and no other page shows it.
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', response.text)
    assert policy
    told = response.headers["content-security-policy"]
    assert told == f"{html.unescape(policy[1])}; frame-ancestors 'none'"


def test_a_page_tells_what_is_left_out(serve: Serve) -> None:
    title = "<b>Two</b> rows"
    page = asked(serve(), HTML, briefings=FINISHED[:1], articles=[{"text": " ", "title": title}, {"text": " "}]).text
    section = page.partition("<h2>Left out</h2>")[2].partition("</section>\n</main>")[0]
    assert section.startswith("<ul><li>&lt;b&gt;Two&lt;/b&gt; rows: No text. ")
    assert "<li>article 2 of the request: No text. " in section
    assert title not in page


def test_a_newer_briefing_of_the_same_text_stands_whatever_it_says(serve: Serve) -> None:
    service = serve()
    made = service.brief().json()
    words = "They did sign."
    evidence = [{"sentence": 99, "start": 3, "end": 3 + len(words), "text": words}]
    made["meetings"] = [{**MEETING, "start": "2030-05-13", "evidence": evidence}]
    made["provenance"]["created_at"] = "2199-01-01T00:00:00Z"
    response = asked(service, HTML, briefings=[made], articles=[BODY])
    assert response.status_code == 200
    assert words in response.text


def test_an_answer_that_the_client_has_is_not_sent_again(service: Service) -> None:
    tag = asked(service, briefings=FINISHED[:2]).headers["etag"]
    again = service.client.post("/v1/dossiers", json={"briefings": FINISHED[:2]}, headers={"If-None-Match": tag})
    assert code(again) == (412, "not_modified")


def test_articles_are_briefed_and_merged_with_the_briefings(serve: Serve) -> None:
    service = serve()
    made = service.brief().json()
    told = asked(service, articles=[BODY, another(1)], briefings=FINISHED[:1]).json()
    dossier = Dossier.model_validate(told["dossier"])
    assert len(dossier.articles) == 3
    assert len(service.model.requests) == 3
    assert told["left_out"] == []
    # The dossier's briefing of the article is the one that `POST /v1/briefings` makes.
    own = next(one for one in told["dossier"]["briefings"] if one["article"]["sha256"] == made["article"]["sha256"])
    assert {**own, "provenance": None} == {**made, "provenance": None}
    assert dossier == Dossier.of(dossier.briefings)


def test_the_language_that_is_wished_for_reaches_the_core(serve: Serve) -> None:
    told = asked(serve(), articles=[BODY], write_in="uk", strict=True).json()
    (made,) = told["dossier"]["briefings"]
    assert any("Ukrainian (uk)" in note for note in made["provenance"]["notes"])


def test_an_article_that_fails_is_left_out_and_told_and_the_others_stay(serve: Serve) -> None:
    service = serve(script({"Row 2": refusal(), "Row 9": refusal()}))
    articles = [another(1), another(2, title="Two [rows](x)"), another(3), {"text": " ", "title": "None"}, another(4)]
    response = asked(service, articles=articles)
    told = response.json()
    assert response.status_code == 200
    assert len(told["dossier"]["articles"]) == 3
    assert [(one["index"], one["title"], one["problem"]["code"]) for one in told["left_out"]] == [
        (1, "Two [rows](x)", "model_refused"),
        (3, "None", "empty_article"),
    ]
    assert told["left_out"][0]["problem"]["request_id"] == response.headers["x-request-id"]
    assert response.headers["left-out"] == "1, 3"
    assert not any(word in json.dumps(told["left_out"]) for word in SECRET_WORDS)


def test_markdown_tells_at_its_end_what_is_left_out(serve: Serve) -> None:
    articles = [{"text": " ", "title": "Two [rows](x)\n# No"}, {"text": " "}]
    response = asked(serve(), MARKDOWN, briefings=FINISHED[:1], articles=articles)
    told = Dossier.of([Briefing.model_validate(FINISHED[0])]).markdown()
    assert response.text.startswith(f"{told}\n## Left out\n\n- Two \\[rows\\](x)")
    assert response.text.count("\n- ", len(told)) == 2
    assert "\n# No" not in response.text
    assert "- article 2 of the request: No text. " in response.text


def test_where_all_articles_fail_the_first_problem_is_the_answer(serve: Serve) -> None:
    service = serve(script({"Row": refusal()}))
    response = asked(service, articles=[another(1), {"text": " "}])
    assert code(response) == (422, "model_refused")
    assert response.headers["content-type"] == "application/problem+json"
    assert code(asked(service, articles=[{"text": " "}, another(1)])) == (422, "empty_article")


def test_an_article_that_is_too_long_is_left_out(serve: Serve) -> None:
    told = asked(serve(MAX_CHARACTERS="100"), articles=[BODY], briefings=FINISHED[:1]).json()
    assert told["left_out"][0]["problem"]["code"] == "article_too_long"


def test_the_cache_is_that_of_the_briefings(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> None:
    service = serve(**cache_at(tmp_path_factory.mktemp("cache")))
    service.brief()
    first = asked(service, articles=[BODY, another(1)])
    assert first.headers["cache-status"] == 'summarizer; fwd=miss; detail="1 of 2"'
    second = asked(service, articles=[BODY, another(1)])
    assert second.headers["cache-status"] == 'summarizer; hit; detail="2 of 2"'
    assert second.json() == first.json()
    assert len(service.model.requests) == 2


def test_equal_articles_under_way_are_briefed_once(serve: Serve) -> None:
    service = serve(script({}, 0.7))
    with ThreadPoolExecutor(3) as threads:
        told = [threads.submit(asked, service, articles=[BODY, BODY]) for _ in range(2)]
        alone = threads.submit(service.brief)
        assert {one.result().status_code for one in (*told, alone)} == {200}
    assert len(service.model.requests) == 1
    assert len(told[0].result().json()["dossier"]["articles"]) == 1


def test_a_few_articles_are_briefed_at_once(serve: Serve) -> None:
    service = serve(script({}, 0.2))
    told = asked(service, articles=[another(number) for number in range(10)]).json()
    assert len(told["dossier"]["articles"]) == 10
    assert service.model.most_at_once == dossiers.AT_ONCE


def test_the_articles_of_one_request_do_not_crowd_each_other_out(serve: Serve) -> None:
    service = serve(CONCURRENCY="1", QUEUE="0")
    told = asked(service, articles=[another(number) for number in range(5)]).json()
    assert (len(told["dossier"]["articles"]), told["left_out"]) == (5, [])


def test_what_is_not_briefed_within_the_deadline_is_left_out(serve: Serve) -> None:
    service = serve(script({}, 0.8), CONCURRENCY="1", DEADLINE="2")
    began = time.monotonic()
    told = asked(service, articles=[another(number) for number in range(6)]).json()
    assert time.monotonic() - began < SOON
    assert {one["problem"]["code"] for one in told["left_out"]} == {"deadline_exceeded"}
    assert 1 <= len(told["dossier"]["articles"]) <= 3
    assert len(told["dossier"]["articles"]) + len(told["left_out"]) == 6


def test_a_client_that_hangs_up_ends_the_work(serve: Serve) -> None:
    service = serve(script({}, 30.0))
    with pytest.raises(httpx2.TimeoutException):
        httpx2.post(f"{service.address}/v1/dossiers", json={"articles": [another(n) for n in range(9)]}, timeout=1.5)
    until(lambda: "summarizer_under_way 0.0" in service.client.get("/metrics").text)
    assert len(service.model.requests) == dossiers.AT_ONCE


def test_a_model_that_is_not_on_offer_is_refused_before_anything_is_done(serve: Serve) -> None:
    service = serve()
    for given in ({"articles": [BODY]}, {"articles": [BODY], "briefings": FINISHED}, {"briefings": FINISHED}):
        assert code(asked(service, **given, model="scripted/secret")) == (403, "model_not_allowed")
    assert service.model.requests == []


def test_a_key_is_needed_where_there_are_keys(serve: Serve) -> None:
    assert code(asked(serve(KEYS=f"desk:{'0' * 64}", OPEN="0"), briefings=FINISHED)) == (401, "key_required")


def test_there_is_no_stream(service: Service) -> None:
    assert code(asked(service, EVENTS, briefings=FINISHED)) == (406, "not_acceptable")


def test_counts_and_log_tell_of_it(serve: Serve, capfd: pytest.CaptureFixture[str]) -> None:
    service = serve()
    asked(service, articles=[BODY, {"text": " "}])
    counts = service.client.get("/metrics").text
    assert 'summarizer_stage_seconds_count{stage="merging"} 1.0' in counts
    assert 'summarizer_requests_total{method="POST",route="/v1/dossiers",status="200"} 1.0' in counts
    lines = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    (line,) = [line for line in lines if line.get("route") == "/v1/dossiers"]
    assert (line["status"], line["articles"], line["left_out"]) == (200, "2", "1")


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
