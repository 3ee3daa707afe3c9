"""`POST /v1/briefings`: each kind of body, each form of answer."""

from __future__ import annotations

import json

import pytest
from pydantic import BaseModel

from summarizer import Article, Briefing, Dossier
from tests.briefing_by_script import brief
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, TEXT
from tests.scripted_model import ScriptedModel
from tests.service.running import BODY, EVENTS, HTML, JSON, MARKDOWN, MODEL, Serve, cache_at

PAGE = (
    "<!doctype html><html><head><title>Talks</title></head><body><nav>Home</nav><article>"
    + "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
    + "</article></body></html>"
)


def facts(briefing: Briefing) -> dict[str, object]:
    """The briefing without what differs from run to run."""
    return briefing.model_dump(exclude={"provenance"})


def test_json_in_and_json_out_is_what_the_sdk_makes(serve: Serve) -> None:
    response = serve().brief()
    assert response.status_code == 200
    assert response.headers["content-type"] == JSON
    with ScriptedModel(answers_from(ARTICLE, DRAFT)) as model:
        assert facts(Briefing.from_json(response.content)) == facts(brief(model.base_url, MODEL))


def test_markdown_and_html_are_the_briefings_renderings(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> None:
    service = serve(**cache_at(tmp_path_factory.mktemp("cache")))
    briefing = Briefing.from_json(service.brief().content)
    markdown, page = service.brief(MARKDOWN), service.brief(HTML)
    assert markdown.text == briefing.markdown()
    assert markdown.headers["content-type"] == "text/markdown; charset=utf-8"
    assert page.text == briefing.html(ARTICLE)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    # A browser that opens the answer runs the page's own script and nothing else.
    assert "script-src 'sha256-" in page.headers["content-security-policy"]
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert len(service.model.requests) == 1


def test_a_web_page_is_read_as_the_sdk_reads_it(serve: Serve) -> None:
    response = serve().client.post("/v1/briefings", json={"html": PAGE, "published": "2030-05-12"})
    assert response.status_code == 200
    assert response.json()["article"]["title"] == "Talks"
    assert response.json()["article"]["characters"] == len(Article.from_html(PAGE).text)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [("a.txt", TEXT.encode(), "text/plain"), ("a.html", PAGE.encode(), "text/html"), ("a", TEXT.encode(), "")],
)
def test_a_file_is_read_by_its_content(serve: Serve, name: str, data: bytes, kind: str) -> None:
    files = {"file": (name, data, kind) if kind else (name, data)}
    response = serve().client.post(
        "/v1/briefings", files=files, data={"published": "2030-05-12", "outlet": "Veldhaven Gazette"}
    )
    assert response.status_code == 200, response.text
    told = response.json()["article"]
    assert (told["published"], told["outlet"]) == ("2030-05-12", "Veldhaven Gazette")
    assert response.json()["talks"]["parties"]


def test_a_pdf_without_text_is_a_problem(serve: Serve) -> None:
    files = {"file": ("a.pdf", b"%PDF-1.4\n%%EOF", "application/pdf")}
    response = serve().client.post("/v1/briefings", files=files)
    assert (response.status_code, response.json()["code"]) == (422, "unreadable_source")


def test_the_article_is_never_fetched_and_its_address_is_metadata(serve: Serve) -> None:
    told = serve().brief(url="http://127.0.0.1:9/never").json()["article"]
    assert told["url"] == "http://127.0.0.1:9/never"


def test_the_first_model_on_offer_answers_where_none_is_named(serve: Serve) -> None:
    service = serve(MODELS="scripted/large,scripted/other")
    assert service.brief().json()["provenance"]["model"] == "scripted/large"
    assert service.brief(model="scripted/other").json()["provenance"]["model"] == "scripted/other"
    assert service.client.get("/v1/models").json()["models"] == [
        {"name": "scripted/large", "default": True, "embedded": False},
        {"name": "scripted/other", "default": False, "embedded": False},
    ]
    refused = service.brief(model="scripted/secret")
    assert (refused.status_code, refused.json()["code"]) == (403, "model_not_allowed")
    assert len(service.model.requests) == 2


def test_the_language_and_strictness_that_are_wished_for_reach_the_core(serve: Serve) -> None:
    response = serve().brief(write_in="uk", strict=True).json()
    assert any("Ukrainian (uk)" in note for note in response["provenance"]["notes"])
    assert response["verification"]["unjudged"] == []


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("text/html,application/xhtml+xml,*/*;q=0.8", HTML),
        ("text/*;q=0.5, text/markdown", MARKDOWN),
        ("application/json;q=0.1, text/markdown;q=0.9", MARKDOWN),
        ("text/event-stream", EVENTS),
    ],
)
def test_the_accept_header_chooses_the_form(serve: Serve, accept: str, kind: str) -> None:
    assert serve().brief(accept).headers["content-type"].partition(";")[0] == kind


def test_a_form_that_there_is_not_is_a_problem_and_no_call(serve: Serve) -> None:
    service = serve()
    response = service.brief("image/png, application/json;q=0")
    assert (response.status_code, response.json()["code"]) == (406, "not_acceptable")
    assert service.model.requests == []


def test_an_answer_that_the_client_has_is_not_sent_again(
    serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> None:
    service = serve(**cache_at(tmp_path_factory.mktemp("cache")))
    first = service.brief()
    again = service.client.post("/v1/briefings", json=BODY, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.headers["etag"]) == (412, first.headers["etag"])
    assert service.brief(MARKDOWN).headers["etag"] != first.headers["etag"]


def test_verification_judges_a_briefing_by_its_article(serve: Serve) -> None:
    service = serve()
    briefing = service.brief().json()
    article = {"text": TEXT, "published": "2030-05-12"}
    calls = len(service.model.requests)
    held = service.client.post("/v1/verifications", json={"briefing": briefing, "article": article})
    assert held.status_code == 200
    assert held.json()["altered"] == held.json()["absent"] == 0
    briefing["statements"][0]["speaker"]["name"] = "Somebody Else"
    lied = service.client.post("/v1/verifications", json={"briefing": briefing, "article": article}).json()
    wrong = [verdict["path"] for verdict in lied["verdicts"] if verdict["kind"] in ("altered", "absent")]
    assert "/statements/0/speaker/name" in wrong
    assert len(service.model.requests) == calls


@pytest.mark.parametrize(("of", "published"), [(None, Briefing), ("briefing", Briefing), ("dossier", Dossier)])
def test_the_schema_is_the_published_one(serve: Serve, of: str | None, published: type[BaseModel]) -> None:
    service = serve()
    asked = {"of": of} if of else {}
    response = service.client.get("/v1/schema", params=asked)
    assert response.json() == published.model_json_schema()
    again = service.client.get("/v1/schema", params=asked, headers={"If-None-Match": response.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_stream_tells_stages_facts_and_the_whole(serve: Serve) -> None:
    response = serve().brief(EVENTS, renderings=["markdown", "html"])
    assert response.headers["content-type"].startswith(EVENTS)
    events = [dict(line.split(": ", 1) for line in block.split("\n")) for block in response.text.strip().split("\n\n")]
    names = [event["event"] for event in events]
    assert names[-1] == "finished"
    assert {"stage", "notice", "fact"} <= set(names)
    whole = json.loads(events[-1]["data"])
    briefing = Briefing.model_validate(whole["briefing"])
    told = {fact["path"]: fact["entry"] for fact in (json.loads(e["data"]) for e in events if e["event"] == "fact")}
    # Every fact that was streamed stands in the verified briefing as it was streamed.
    assert told["/talks"] == whole["briefing"]["talks"]
    assert len(told) == briefing.verification.facts
    assert whole["renderings"] == {"markdown": briefing.markdown(), "html": briefing.html(ARTICLE)}


def test_a_kept_briefing_is_streamed_as_well(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> None:
    service = serve(**cache_at(tmp_path_factory.mktemp("cache")))
    briefing = service.brief().json()
    response = service.brief(EVENTS)
    assert response.headers["cache-status"] == "summarizer; hit"
    last = json.loads(response.text.strip().split("\n\n")[-1].split("data: ", 1)[1])
    assert last == {"briefing": briefing, "renderings": {}}
    assert len(service.model.requests) == 1
