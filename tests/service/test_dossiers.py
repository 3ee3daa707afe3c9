"""`POST /v1/dossiers`: finished briefings and articles in, one dossier out."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from summarizer import Briefing
from summarizer.dossier import Dossier
from summarizer.service import dossiers
from tests.dossier.world_files import briefings
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, SECRET_WORDS
from tests.scripted_model import Answer, Request, Script, refusal, slow
from tests.service.dossier_requests import FINISHED, MEETING, SOON, another, asked, code, until
from tests.service.running import BODY, EVENTS, HTML, JSON, MARKDOWN, Serve, Service, cache_at, running

DAY = dt.date(2032, 5, 10)


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """One service for all requests that need no model of their own."""
    with running() as started:
        yield started


def script(but: Mapping[str, Answer], seconds: float = 0.0) -> Script:
    """The invented article's draft; another answer where the article holds these words."""
    draft = answers_from(ARTICLE, DRAFT)
    assert callable(draft)

    def reply(request: Request) -> Answer:
        own = next((answer for words, answer in but.items() if words in request.user), None)
        return slow(own or draft(request), seconds)

    return reply


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
    service = serve(script({}, 1.0), CONCURRENCY="1", DEADLINE="4")
    # What is loaded by the first request of a process does not count here.
    service.brief()
    began = time.monotonic()
    told = asked(service, articles=[another(number) for number in range(6)]).json()
    assert time.monotonic() - began < SOON
    assert {one["problem"]["code"] for one in told["left_out"]} == {"deadline_exceeded"}
    assert 1 <= len(told["dossier"]["articles"]) <= 4
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


def comparing(request: Request) -> Answer:
    """Says of two sentences that they belong together."""
    one, other = (line.partition(": ")[2] for line in request.user.splitlines())
    said = "same" if request.question == "SameAnswer" else "denied"
    return {"first": one, "second": other, said: True}


def test_the_model_compares_pairs_of_sentences_where_it_is_asked_to(serve: Serve) -> None:
    service = serve(comparing)
    told = Dossier.model_validate(asked(service, briefings=FINISHED, pairs=3).json()["dossier"])
    assert [ruling.answer for ruling in told.rulings] == ["yes"] * 3
    # Each in both orders.
    assert len(service.model.requests) == 6
    finished = briefings().values()
    assert told == Dossier.of(finished, told.rulings)
    assert told != Dossier.of(finished)
    text = asked(service, MARKDOWN, briefings=FINISHED, pairs=3).text
    assert text == told.markdown() != Dossier.of(finished).markdown()


def test_a_model_that_fails_to_compare_loses_no_dossier(serve: Serve) -> None:
    service = serve(lambda request: refusal("no"))
    response = asked(service, briefings=FINISHED, pairs=1)
    assert response.status_code == 200
    assert [ruling["answer"] for ruling in response.json()["dossier"]["rulings"]] == ["unanswered"]


@pytest.mark.parametrize("pairs", [-1, 201, "many"])
def test_pairs_beyond_what_is_asked_are_refused(service: Service, pairs: object) -> None:
    response = asked(service, briefings=FINISHED[:1], pairs=pairs)
    assert code(response) == (422, "invalid_request")
    assert [one["pointer"] for one in response.json()["errors"]] == ["/pairs"]
