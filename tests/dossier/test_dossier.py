"""The dossier of the invented negotiation against its gold, and what holds of any dossier."""

from __future__ import annotations

import datetime as dt
import gc
import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Briefing, BriefingFormatError, Dossier, DossierFormatError
from summarizer.briefing import Evidence
from summarizer.merging.collector import resting_collector
from summarizer.verdicts import Unjudged, Verification
from tests.dossier.scoring import forms_of, named, score_changes, score_contradictions, score_events, score_reports
from tests.dossier.world_files import articles, briefings, gold

ALL = tuple(briefings().values())
WHOLE = Dossier.of(ALL)


def test_events_agree_with_the_gold() -> None:
    assert score_events(WHOLE).recall == 1.0
    assert score_events(WHOLE).f1 >= 0.9
    assert score_reports(WHOLE).f1 >= 0.9


def test_contradictions_agree_with_the_gold() -> None:
    score = score_contradictions(WHOLE)
    assert score.precision >= 0.9
    assert score.recall >= 0.85


def test_no_two_people_are_one() -> None:
    for kind in ("people", "outlets"):
        owner = {(a, form): one["name"] for one in gold()[kind] for a, forms in one["forms"].items() for form in forms}
        for name, forms in forms_of(getattr(WHOLE, kind), WHOLE):
            assert len({owner[form] for form in forms if form in owner}) <= 1, name
    for pair in gold()["people_apart"]:
        assert len({person.name for person in WHOLE.people} & set(pair)) == len(pair)


def test_everybody_is_there_once() -> None:
    assert {person.name for person in WHOLE.people} == {person["name"] for person in gold()["people"]}
    assert {p.name: p.party for p in WHOLE.people if p.party} == {
        p["name"]: p["side"] for p in gold()["people"] if p["name"] in {q.name for q in WHOLE.people if q.party}
    }


def test_the_same_words_carried_by_several_are_one_statement_and_independent_sources_are_counted() -> None:
    table = next(one for one in WHOLE.statements if "stay at the table" in one.content)
    names = named(WHOLE)
    assert [names[reference.article] for reference in table.references] == ["a05", "a06", "a07"]
    assert set(table.origins) == {"Norvane Wire", "TarPress"}
    chain = next(one for one in WHOLE.statements if "could accept joint control" in one.content)
    assert chain.origins == ["Khelmar News Agency"]
    assert set(chain.carriers) == {"Khelmar News Agency", "Norvane Wire", "Meridian Review"}


def test_statements_that_are_apart_stay_apart() -> None:
    names = named(WHOLE)
    places = [{(names[r.article], r.evidence.sentence) for r in one.references} for one in WHOLE.statements]
    for entry in gold()["statements_apart"]:
        pair = {(side["article"], side["sentence"]) for side in entry["sides"]}
        assert len(pair) == 1 or not any(pair <= found for found in places), entry["why"]


def evidence_of(dossier: Dossier) -> Iterator[tuple[str, Evidence]]:
    for event in dossier.events:
        for report in event.reports:
            yield from ((report.article, one) for one in report.evidence)
    for statement in dossier.statements:
        yield from ((one.article, one.evidence) for one in statement.references)
    for contradiction in dossier.contradictions:
        for side in contradiction.sides:
            yield from ((one.article, one.evidence) for one in side.references)


def test_each_line_carries_words_of_its_article() -> None:
    names = named(WHOLE)
    for article, evidence in evidence_of(WHOLE):
        assert articles()[names[article]].text[evidence.start : evidence.end] == evidence.text


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.randoms(use_true_random=False), st.integers(0, len(ALL)))
def test_added_one_by_one_in_any_order_it_is_the_same(chance: random.Random, at_first: int) -> None:
    shuffled = list(ALL)
    chance.shuffle(shuffled)
    dossier = Dossier.of(shuffled[:at_first])
    for briefing in shuffled[at_first:]:
        dossier = dossier.add(briefing)
    assert dossier == WHOLE


def test_an_article_counts_once_and_its_newest_briefing_stands() -> None:
    first = ALL[0]
    later = first.provenance.created_at.replace(year=first.provenance.created_at.year + 1)
    newer = first.model_copy(update={"provenance": first.provenance.model_copy(update={"created_at": later})})
    for order in ([first, newer], [newer, first]):
        assert Dossier.of(order).briefings == [newer]


def test_talks_of_others_on_the_same_day_are_another_event() -> None:
    home = next(briefing for briefing in ALL if len(briefing.meetings) == 1 and len(briefing.meetings[0].parties) == 2)
    meeting = home.meetings[0].model_copy(update={"parties": ["Brennland", "Corrow"]})
    article = home.article.model_copy(update={"sha256": "f" * 64})
    away = home.model_copy(update={"article": article, "meetings": [meeting]})
    meetings = [event for event in Dossier.of([home, away]).events if event.kind == "meeting"]
    assert len(meetings) == 2


def test_nothing_makes_an_empty_dossier() -> None:
    assert Dossier.of([]) == Dossier()


def test_it_is_written_and_read_back() -> None:
    assert Dossier.from_json(WHOLE.model_dump_json()) == WHOLE
    with pytest.raises(DossierFormatError, match="/schema_version"):
        Dossier.from_json('{"schema_version": "2"}')


@pytest.mark.parametrize("name", ["a01", "a16"])
def test_one_article_is_a_dossier_without_contradictions(name: str) -> None:
    briefing: Briefing = briefings()[name]
    assert Dossier.of([briefing]).contradictions == []


def state_of(day: str) -> Dossier:
    return Dossier.of(one for one in ALL if str(one.article.published) <= day)


def test_what_changed_between_two_days() -> None:
    changes = state_of("2032-05-07").changes_since(dt.date(2032, 5, 3))
    told = [(one.kind, one.before, one.after) for one in changes]
    assert ("changed", "start 2032-05-05T10:00", "start 2032-05-06T14:00") in told
    assert ("done", "planned", "past") in told
    assert ("new", None, "Arsen Tovlin") in told
    later = WHOLE.changes_since(dt.date(2032, 5, 7))
    heads = [one for one in later if one.what == "Tarvonia: head of delegation"]
    assert [(one.kind, one.before, one.after) for one in heads] == [("changed", "Irena Kaldren", "Tomas Redvik")]
    assert ("withdrawn", "a joint customs post at Halvik") in [(one.kind, one.before) for one in later]
    for change in (*changes, *later):
        for one in change.references:
            text = articles()[named(WHOLE)[one.article]].text
            assert text[one.evidence.start : one.evidence.end] == one.evidence.text


def test_what_changed_from_an_earlier_dossier_is_what_changed_since_its_last_day() -> None:
    day = dt.date(2032, 5, 8)
    earlier = Dossier.of(b for b in ALL if b.article.published and b.article.published <= day)
    assert 0 < len(earlier.articles) < len(WHOLE.articles)
    assert WHOLE.changes_from(earlier) == WHOLE.changes_since(day) != []
    assert WHOLE.changes_from(WHOLE) == []


def test_nothing_changed_since_the_last_day() -> None:
    assert WHOLE.changes_since(dt.date(2032, 5, 14)) == []


@pytest.mark.parametrize(
    ("party", "issue", "moved"),
    [
        ("Khelmar", "the dam", "changed"),
        ("Khelmar", "prisoners", "kept"),
        ("Khelmar", "the Dren valley", "withdrawn"),
        ("Tarvonia", "prisoners", "changed"),
        ("Tarvonia", "customs", "withdrawn"),
    ],
)
def test_what_moved(party: str, issue: str, moved: str) -> None:
    assert [line.moved for line in WHOLE.positions if (line.party, line.issue) == (party, issue)] == [moved]


def test_a_sentence_that_stands_for_an_event_is_none_cut_or_not() -> None:
    home = briefings()["a12"]
    event = next(one for one in home.timeline if one.event == "Feltrin replaced Denis Oprak")
    for told in (event.evidence[0].text, "Feltrin replaced …"):
        timeline = [event.model_copy(update={"event": told})]
        made = Dossier.of([home.model_copy(update={"timeline": timeline})])
        assert [one.kind for one in made.events if one.kind == "incident"] == []
    made = Dossier.of([home.model_copy(update={"timeline": [event]})])
    assert [one.reports[0].text for one in made.events if one.kind == "incident"] == [event.event]


@pytest.mark.parametrize(
    ("parties", "days", "events"), [(["Khelmar"], 1, 1), (["Brennland"], 1, 2), (["Khelmar"], 9, 2)]
)
def test_talks_without_a_day_are_one_in_one_town_and_time(parties: list[str], days: int, events: int) -> None:
    home = briefings()["a09"]
    unnumbered = home.statements[1].evidence
    meeting = home.meetings[0].model_copy(
        update={"start": None, "parties": ["Khelmar", "Tarvonia"], "evidence": unnumbered}
    )
    assert home.article.published is not None
    later = home.article.published + dt.timedelta(days=days)
    article = home.article.model_copy(update={"sha256": "f" * 64, "published": later})
    other = meeting.model_copy(update={"parties": parties})
    bare: dict[str, object] = {"timeline": [], "documents": []}
    made = Dossier.of(
        [
            home.model_copy(update={"meetings": [meeting], **bare}),
            home.model_copy(update={"meetings": [other], "article": article, **bare}),
        ]
    )
    assert len(made.events) == events


def test_as_markdown_it_has_agreements_papers_and_open_questions_with_their_words() -> None:
    shown = WHOLE.markdown()
    sections = {block.partition("\n")[0]: block for block in shown.split("\n## ")}
    assert "told by 1 outlet: Norvane Wire" in sections["Agreements"]
    assert "  - [5] agreed: “Haugrin said that the delegations had agreed on an agenda" in sections["Agreements"]
    assert "- memorandum from Tarvonia to Khelmar: delivered" in sections["Papers"]
    assert "  - [12] 2032-05-10 · delivered: “Redvik handed over a memorandum" in sections["Papers"]
    assert sections["Open questions"].count("\n- ") == len(WHOLE.open_questions)


def test_each_article_tells_how_far_its_briefing_was_borne_out() -> None:
    first = ALL[0]
    told = Verification(facts=9, supported=7, unjudged=[Unjudged(path="/talks", reason="Unknown words.")] * 1_234)
    dossier = Dossier.of([first.model_copy(update={"verification": told})])
    for shown in (dossier.markdown(), dossier.html([])):
        assert "9 facts, 7 supported; 1,234 not judged" in shown


def test_changes_agree_with_the_gold() -> None:
    assert score_changes(WHOLE).recall >= 0.65


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [("evidence", [], "/statements/0/evidence"), ("said_on", "2032-02-30", "/statements/0/said_on")],
)
def test_a_strangers_briefing_that_tells_what_cannot_be_is_named(field: str, value: object, told: str) -> None:
    home = briefings()["a01"]
    statement = home.statements[0].model_copy(update={field: value})
    odd = home.model_copy(update={"statements": [statement, *home.statements[1:]]})
    with pytest.raises(BriefingFormatError, match=told):
        Dossier.of([odd])
    aged = home.model_copy(update={"article": home.article.model_copy(update={"published": dt.date.min})})
    with pytest.raises(BriefingFormatError, match="/article/published"):
        Dossier.of([aged])


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_afterwards_as_it_was(enabled: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        with resting_collector():
            assert not gc.isenabled()
            with pytest.raises(BriefingFormatError), resting_collector():
                raise BriefingFormatError("in the middle")
            assert not gc.isenabled()
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if was else gc.disable)()


@pytest.mark.parametrize(
    ("name", "language", "other"),
    [("U.S.", "en", "United States"), ("США", "ru", "United States"), ("Німеччина", "uk", "Germany")],
)
def test_a_country_is_one_party_in_all_languages(name: str, language: str, other: str) -> None:
    home, abroad = briefings()["a01"], briefings()["a02"]
    made = [
        one.model_copy(
            update={
                "talks": one.talks.model_copy(update={"parties": [party]}),
                "article": one.article.model_copy(update={"language": code}),
                "meetings": [],
                "delegations": [],
                "positions": [],
            }
        )
        for one, party, code in ((home, name, language), (abroad, other, "en"))
    ]
    assert len(Dossier.of(made).parties) == 1
