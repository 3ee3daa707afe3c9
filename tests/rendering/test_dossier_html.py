"""The page of a dossier as text: what is on it, what it rests on, and that no data becomes markup."""

from __future__ import annotations

import datetime as dt
import json
import re
import time

import pytest

from summarizer import Article, Briefing, BriefingFormatError, Dossier
from summarizer.dossier import DossierEvent, EventReport
from summarizer.rendering.html import hash_of
from summarizer.rendering.plain import plain_text
from tests.dossier.world_files import articles, briefings
from tests.rendering.sample import HOSTILE
from tests.rendering.test_html import Element, Page

ALL = tuple(briefings().values())
TEXTS = tuple(articles().values())
WHOLE = Dossier.of(ALL)
SINCE = dt.date(2032, 5, 10)
HTML = WHOLE.html(TEXTS, SINCE)
PAGE = Page.of(HTML)
MAKES = ("published", "sha256", "created_at", "language", "schema_version", "summarizer_version")


def entries(page: Page) -> list[Element]:
    return [one for one in page.elements if "data-parties" in one.attributes]


def dated(start: str, status: str = "past", number: int = 1) -> DossierEvent:
    """An event as one article tells it, at a date of any precision."""
    first = WHOLE.events[0].reports[0]
    report = EventReport(article=first.article, start=start, evidence=first.evidence)
    return DossierEvent.model_validate(
        {"id": f"e{number}", "kind": "meeting", "start": start, "status": status, "reports": [report]}
    )


def with_events(*events: DossierEvent) -> Page:
    return Page.of(WHOLE.model_copy(update={"events": list(events), "contradictions": []}).html())


def test_it_asks_nothing_and_runs_only_its_own_script_and_style() -> None:
    assert not [one for one in PAGE.elements if {"src", "srcset", "action", "style"} & set(one.attributes)]
    assert not {name for one in PAGE.elements for name in one.attributes if name.startswith("on")}
    assert {one.tag for one in PAGE.elements if "href" in one.attributes} == {"a"}
    assert all((link.attributes["href"] or "").startswith("#") for link in PAGE.all("a"))
    (policy,) = [one.attributes["content"] or "" for one in PAGE.all("meta") if "http-equiv" in one.attributes]
    assert "default-src 'none'" in policy
    for tag in ("style", "script"):
        (element,) = PAGE.all(tag)
        assert f"'{hash_of(element.text)}'" in policy
        assert not re.search(r"https?:|//\w|@import|url\(|fetch|XMLHttp|import\(|innerHTML", element.text)


def test_every_link_and_label_leads_somewhere_and_no_id_is_there_twice() -> None:
    ids = [one.attributes["id"] for one in PAGE.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    wanted = {(link.attributes["href"] or "")[1:] for link in PAGE.all("a")}
    wanted |= {one.attributes["aria-labelledby"] or "" for one in PAGE.elements if "aria-labelledby" in one.attributes}
    assert wanted <= set(ids)


def test_the_sections_are_in_the_order_of_an_analyst() -> None:
    headings = [one.text for one in PAGE.all("h2") if "main" in one.parents]
    assert headings == [
        "What changed after 10 May 2032", "What does not agree", "Timeline", "Positions", "Agreements", "Papers",
        "Open questions", "Said by several", "Told by one article", "People", "Articles",
    ]  # fmt: skip
    assert len(PAGE.all("h1")) == 1


def test_each_article_is_there_word_for_word_where_it_was_given() -> None:
    for number, info in enumerate(WHOLE.articles, start=1):
        article = next(one for one in TEXTS if one.sha256 == info.sha256)
        for sentence in article.sentences:
            assert PAGE.by_id(f"a{number}-s{sentence.number}").text == sentence.text
    assert "was not given" not in PAGE.all("body")[0].text


def test_of_an_article_that_was_not_given_there_are_the_sentences_it_was_quoted_with_in_order() -> None:
    page = Page.of(WHOLE.html(TEXTS[1:]))
    first = page.by_id("source-1")
    assert "only these sentences of it are known" in first.text
    assert "only these" not in page.by_id("source-2").text
    anchors = [one.attributes.get("id") or "" for one in page.elements]
    numbers = [int(anchor.removeprefix("a1-s")) for anchor in anchors if anchor.startswith("a1-s")]
    assert numbers == sorted(numbers)
    for number in numbers:
        assert TEXTS[0].sentences[number - 1].text == page.by_id(f"a1-s{number}").text


def test_another_article_is_refused() -> None:
    with pytest.raises(BriefingFormatError, match="No article of the dossier"):
        WHOLE.html([Article.from_text("Something else was said.", language="en")])


def test_evidence_that_is_not_in_the_text_is_refused() -> None:
    changed = json.loads(WHOLE.model_dump_json(exclude={"briefings"}))
    evidence = changed["open_questions"][0]["references"][0]["evidence"]
    evidence["text"] = evidence["text"][::-1]
    with pytest.raises(BriefingFormatError, match="not what the article holds"):
        Dossier.model_validate_json(json.dumps(changed)).html(TEXTS)


def test_a_contradiction_shows_both_sides_with_words_and_days() -> None:
    number, one = next((n, c) for n, c in enumerate(WHOLE.contradictions, start=1) if c.field == "head")
    shown = PAGE.by_id(f"contradiction-{number}").text
    infos = {info.id: info for info in WHOLE.articles}
    assert "replaced" in shown
    for side in one.sides:
        assert side.value in shown
        assert side.references[0].evidence.text in shown
        published = infos[side.references[0].article].published
        assert published is not None
        assert f"{published.day} May 2032" in shown


def test_a_sentence_is_embedded_once() -> None:
    sentence = WHOLE.positions[0].stances[0].reference.evidence.text
    assert HTML.count(sentence) == 1


def test_the_drawing_tells_statuses_apart_by_shape() -> None:
    shapes = {}
    for status in ("past", "planned", "cancelled", "postponed", "under_way", "unclear"):
        drawn = Page.of(WHOLE.model_copy(update={"events": [dated("2032-05-06", status)], "contradictions": []}).html())
        inside = [
            (one.tag, one.attributes.get("class"))
            for one in drawn.elements
            if "figure" in one.parents and "a" in one.parents and one.tag not in ("text", "title")
        ]
        shapes[status] = tuple(inside)
    assert len(set(shapes.values())) == 6
    assert {shapes["past"][0][0], shapes["cancelled"][0][0], shapes["unclear"][0][0]} == {"circle", "path", "rect"}


def bars(page: Page) -> list[Element]:
    return [one for one in page.all("rect") if "a" in one.parents and (one.attributes["class"] or "").startswith("bar")]


def test_what_is_known_to_a_month_is_drawn_over_all_of_it() -> None:
    events = (dated("2032-05-01", number=1), dated("2032-05-31", number=2), dated("2032-05", number=3))
    page = with_events(*events)
    (bar,) = bars(page)
    xs = sorted(
        float(one.attributes["cx"] or 0) for one in page.all("circle") if "figure" in one.parents and "a" in one.parents
    )
    left, width = float(bar.attributes["x"] or 0), float(bar.attributes["width"] or 0)
    assert left <= xs[0] + 1
    assert left + width >= xs[-1] - 1
    assert len(bars(with_events(dated("2032-W19"), dated("2032", number=2), dated("2032-05-06T10:00", number=3)))) == 2


def test_many_events_of_a_day_do_not_cover_each_other() -> None:
    page = with_events(*(dated("2032-05-06", number=n) for n in range(1, 41)))
    places = [(one.attributes["x"], one.attributes["y"]) for one in page.all("text") if "a" in one.parents]
    assert len(places) == len(set(places)) == 40


def test_an_event_of_another_age_does_not_press_the_others_together() -> None:
    page = with_events(dated("1994-01-01"), dated("2032-05-06", number=2), dated("2032-05-16", number=3))
    xs = [float(one.attributes["cx"] or 0) for one in page.all("circle") if "a" in one.parents]
    assert xs[2] - xs[1] > 300
    assert any(one.text == "Time without events, cut out" for one in page.all("title"))


def test_what_has_no_date_is_listed_apart() -> None:
    undated = dated("2032-05-06", number=2).model_copy(update={"start": None})
    page = with_events(dated("2032-05-06"), undated)
    assert "e2" in page.by_id("section-undated").text
    assert "e2" not in page.by_id("section-timeline").text
    none = with_events(undated)
    assert not [one for one in none.elements if one.attributes.get("id") == "drawing"]


def test_each_line_can_be_found_by_party_outlet_and_issue() -> None:
    names = {
        select.attributes["data-filter"]: [
            option.text
            for option in PAGE.all("option")
            if option.attributes["value"] != "" and option.text in select.text
        ]
        for select in PAGE.all("select")
    }
    assert names["parties"] == sorted({party.name for party in WHOLE.parties})
    assert {"the dam", "prisoners"} <= set(names["issues"])
    line = WHOLE.positions[0]
    found = PAGE.by_id("position-1").attributes
    assert names["parties"][int(found["data-parties"] or 0)] == line.party
    assert str(names["issues"].index(line.issue)) in (found["data-issues"] or "").split()


def test_foreign_words_carry_their_language() -> None:
    languages = {one.attributes["lang"] for one in PAGE.elements if "lang" in one.attributes}
    assert languages == {"en", "uk", "ru", "de", "fr"}


def hostile(text: str) -> Dossier:
    """The whole dossier with a text in every place that an article or a model fills."""

    def changed(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            if key == "evidence":
                return {**value, "text": f"{text}x", "end": value["start"] + len(text) + 1}
            return {name: changed(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [changed(one, key) for one in value]
        free = ("name", "title", "outlet", "url", "content", "text", "stance", "issue", "value", "party", "speaker")
        return f"{text}{value}" if isinstance(value, str) and key in free else value

    return Dossier.model_validate_json(json.dumps(changed(WHOLE.model_dump(mode="json", exclude={"briefings"}))))


HARMLESS = Page.of(hostile("word").html()).structure()


@pytest.mark.parametrize("text", HOSTILE)
def test_data_makes_no_element_and_no_character_acts(text: str) -> None:
    html = hostile(text).html()
    page = Page.of(html)
    assert {tag for tag, _ in page.structure()} == {tag for tag, _ in HARMLESS}
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert plain_text(f"{text}x") in page.all("body")[0].text or not text.strip()
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", html) == []


def test_an_empty_dossier_is_a_page() -> None:
    assert Page.of(Dossier().html()).all("h1")[0].text == "Dossier of 0 articles"


def test_a_large_dossier_is_made_in_seconds_and_grows_with_its_articles() -> None:
    many = WHOLE.model_copy(
        update={
            "events": [
                event.model_copy(update={"id": f"e{index}-{event.id}", "reports": event.reports * 8})
                for index in range(60)
                for event in WHOLE.events
            ]
        }
    )
    began = time.perf_counter()
    html = many.html()
    assert time.perf_counter() - began < 20
    sentence = WHOLE.events[0].reports[0].evidence[0].text
    assert html.count(sentence) <= 3


def test_one_briefing_alone_is_a_page() -> None:
    one: Briefing = ALL[0]
    assert "Dossier of 1 article" in Dossier.of([one]).html([TEXTS[0]])
