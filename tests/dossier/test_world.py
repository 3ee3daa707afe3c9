"""The set for the dossier is sound: its gold stands in the articles, and its briefings hold what the articles say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from summarizer import verify
from tests.dossier.drafts import DRAFTS
from tests.dossier.make import made
from tests.dossier.world_files import articles, briefings, gold

ROOT = Path(__file__).parents[2]
NAMES = tuple(articles())
EACH = pytest.mark.parametrize("name", NAMES)
IDENTITIES = ("people", "parties", "outlets", "places")
SIDES = [
    pytest.param(entry, side, id=f"{entry['about']}-{entry['field']}-{side['article']}")
    for entry in (*gold()["contradictions"], *gold()["contradictions_open"])
    for side in entry["sides"]
]


def sentence(article: str, number: int) -> str:
    return next(s.text for s in articles()[article].sentences if s.number == number)


def quoted(entry: Any) -> Iterator[tuple[str, int, str]]:
    """Each article, sentence and words of the gold, wherever they stand in it."""
    if isinstance(entry, Mapping):
        if {"article", "sentence", "words"} <= entry.keys():
            yield entry["article"], entry["sentence"], entry["words"]
        for value in entry.values():
            yield from quoted(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from quoted(value)


def forms(kind: str, article: str) -> set[str]:
    """The forms in which an article names the people, parties, outlets or places of the gold."""
    return {form for entry in gold()[kind] for form in entry["forms"].get(article, [])}


def test_the_set_is_as_its_readme_says() -> None:
    languages = [a.language for a in articles().values()]
    assert [languages.count(code) for code in ("en", "uk", "ru", "de", "fr")] == [11, 2, 1, 1, 1]
    days = [a.published for a in articles().values() if a.published]
    assert (len(days), (days[-1] - days[0]).days) == (16, 11)
    assert days == sorted(days)
    assert len({a.outlet for a in articles().values()}) == 10
    assert tuple(DRAFTS) == NAMES


@EACH
def test_an_article_is_short_news(name: str) -> None:
    article = articles()[name]
    assert 8 <= len(article.sentences) <= 14
    assert 800 <= len(article.text) <= 1800


@pytest.mark.parametrize("kind", IDENTITIES)
def test_every_form_stands_in_its_article(kind: str) -> None:
    for entry in gold()[kind]:
        for name, printed in entry["forms"].items():
            for form in printed:
                assert re.search(rf"(?<!\w){re.escape(form)}(?!\w)", articles()[name].text), (entry["name"], name, form)


def test_every_article_of_an_outlet_is_listed_as_published_by_it() -> None:
    told = {name: entry["name"] for entry in gold()["outlets"] for name in entry["published"]}
    assert told == {name: article.outlet for name, article in articles().items()}


def test_every_sentence_named_holds_the_words_named() -> None:
    found = list(quoted(gold()))
    assert len(found) > 150
    for article, number, words in found:
        assert words in sentence(article, number), (article, number, words)


@pytest.mark.parametrize("kind", ["statements", "open_questions"])
def test_every_sentence_of_a_group_holds_its_words(kind: str) -> None:
    for entry in gold()[kind]:
        assert entry["articles"].keys() == entry["words"].keys()
        for article, number in entry["articles"].items():
            assert entry["words"][article] in sentence(article, number)


def test_every_event_stands_in_its_sentences() -> None:
    for event in gold()["events"]:
        for article, told in event["articles"].items():
            assert told["words"] in sentence(article, told["sentence"])
            assert all(sentence(article, number) for number in told.get("also", []))


def test_independent_sources_are_the_origins_and_carriers_of_the_words() -> None:
    outlets = {entry["name"] for entry in gold()["outlets"]}
    for entry in gold()["statements"]:
        assert entry["independent_sources"] == len(entry["origins"])
        assert set(entry["origins"]) <= set(entry["carriers"]) <= outlets
        assert {articles()[name].outlet for name in entry["articles"]} <= set(entry["carriers"])


@pytest.mark.parametrize(("entry", "side"), SIDES)
def test_the_sentence_of_a_contradiction_holds_its_value(entry: Mapping[str, Any], side: Mapping[str, Any]) -> None:
    text = sentence(side["article"], side["sentence"])
    if entry["field"] == "start" and "T" in side["value"]:
        assert side["value"].split("T")[1] in text
    if entry["field"] in ("place", "number"):
        assert side["value"] in text
    if entry["field"] == "head" and articles()[side["article"]].language == "en":
        assert side["value"].split()[-1] in text


def test_a_contradiction_has_two_sides_in_the_order_of_publication() -> None:
    for entry in gold()["contradictions"]:
        first, second = entry["sides"]
        assert first["value"] != second["value"]
        days = [articles()[side["article"]].published for side in (first, second)]
        assert None not in days
        assert first["article"] < second["article"]
        if entry["kind"] == "replaced":
            assert days[0] != days[1]


def test_changes_point_at_articles_of_their_days() -> None:
    for period in gold()["changes"]:
        for change in period["changes"]:
            days = [str(articles()[e["article"]].published) for e in change["evidence"]]
            assert all(day <= period["to"] for day in days)
            assert any(day > period["from"] for day in days)


@EACH
def test_a_briefing_is_what_the_code_makes_of_its_draft_today(name: str) -> None:
    kept, today = (b.model_dump(exclude={"provenance"}) for b in (briefings()[name], made(name)))
    assert kept == today, "run: python -m tests.dossier.make"


@EACH
def test_a_briefing_holds_and_nothing_was_refused(name: str) -> None:
    briefing = briefings()[name]
    assert briefing.verification.refused == []
    assert verify(briefing, articles()[name]).holds


@EACH
def test_the_gold_knows_everybody_and_everything_that_a_briefing_names(name: str) -> None:
    briefing = briefings()[name]
    heads = [d.head.name for d in briefing.delegations if d.head]
    people = [s.speaker.name for s in briefing.statements if s.speaker.kind == "person"]
    assert {*heads, *people} <= forms("people", name)
    assert {p for m in briefing.meetings for p in m.parties} | set(briefing.talks.parties) <= forms("parties", name)
    places = {place for m in briefing.meetings for place in (m.venue, m.city) if place}
    assert places <= forms("places", name)
    outlets = {outlet for s in briefing.statements for outlet in s.reported_by}
    assert outlets <= {form.removeprefix("The ") for form in forms("outlets", name)}


@EACH
def test_a_briefing_holds_the_meetings_of_the_gold(name: str) -> None:
    told = {
        (event["articles"][name]["start"], event["articles"][name]["status"])
        for event in gold()["events"]
        if event["kind"] == "meeting" and name in event["articles"]
    }
    assert {(m.start, m.status) for m in briefings()[name].meetings} == told


@EACH
def test_a_briefing_holds_the_statements_of_the_gold(name: str) -> None:
    people = {entry["name"]: entry["forms"].get(name, []) for entry in gold()["people"]}
    said = {(s.evidence[0].sentence, s.speaker.name) for s in briefings()[name].statements}
    for entry in gold()["statements"]:
        if name in entry["articles"]:
            assert any((entry["articles"][name], form) in said for form in people[entry["speaker"]]), entry["id"]


@EACH
def test_a_briefing_holds_the_positions_of_the_gold(name: str) -> None:
    said = {p.evidence[0].sentence for p in briefings()[name].positions}
    for entry in gold()["positions"]:
        for told in entry["over_time"]:
            assert told["article"] != name or told["sentence"] in said, (entry["party"], entry["issue"])


def test_no_name_of_this_world_stands_in_the_package_or_its_prompts() -> None:
    words = {
        word
        for kind in IDENTITIES
        for entry in gold()[kind]
        for word in re.findall(r"\w{4,}", " ".join([entry["name"], *(f for fs in entry["forms"].values() for f in fs)]))
        if word[0].isupper()
    }
    # Words of the language, and first names that others bear, too.
    common = {
        "Academy", "Agency", "Anzeiger", "Courrier", "Dren", "Gazette", "Herald", "Hotel", "Maritime", "Meridian",
        "News", "Port", "Post", "Republic", "Review", "Wire", "Морській", "Ньюс", "Порт", "Denis", "Irena", "Nadia",
        "Pavel", "Павел", "Selma", "Tomas", "Viktor", "Віктор", "Виктор", "Денис", "Надія", "Damm",
    }  # fmt: skip
    files = [
        p for top in ("summarizer", "prompts") for p in (ROOT / top).rglob("*") if p.suffix in (".py", ".md", ".j2")
    ]
    assert len(files) > 100
    for path in files:
        text = path.read_text(encoding="utf-8")
        found = {word for word in words - common if re.search(rf"\b{word}\b", text)}
        assert not found, (path, found)
