"""The talks, the delegations and the sources."""

from __future__ import annotations

from typing import Any

from summarizer.briefing import Talks
from summarizer.draft import DraftSource, DraftTalks
from summarizer.grounding.ground import ground
from summarizer.grounding.outlets import known_outlets
from tests.grounding.worlds import article, delegation, draft, grounded, refusals, scene


def talks(text: str, **given: Any) -> tuple[Talks, dict[str, tuple[str, str | None]]]:
    empty: dict[str, Any] = {"subject": None, "parties": [], "mediators": [], "status": "unclear", "sentences": []}
    sections = draft()
    result = ground(article(text), sections.model_copy(update={"talks": DraftTalks(**{**empty, **given})}))
    return result.talks, refusals(result)


def test_sides_are_those_that_the_article_names_each_once() -> None:
    found, refused = talks("Ruritania waits. The Ruritanian side hopes.", parties=["ruritania", "Ruritanian", "Lavia"])
    assert found.parties == ["Ruritania"]
    assert refused == {"/talks/parties/2": ("absent", None)}
    assert talks("The Ruritanian side hopes.", parties=["Ruritania"])[0].parties == ["Ruritanian"]


def test_who_mediates_is_told_by_a_sentence_and_is_no_side() -> None:
    text = "Lavia brokered talks of Ruritania. Zenda waits."
    found, refused = talks(text, parties=["Ruritania"], mediators=["lavia", "Zenda", "Ruritania", "Lovia"])
    assert found.mediators == ["Lavia"]
    assert refused == {
        "/talks/mediators/1": ("absent", None),
        "/talks/mediators/2": ("absent", None),
        "/talks/mediators/3": ("altered", "“lovia” for “lavia”"),
    }


def test_the_subject_holds_no_name_of_its_own() -> None:
    assert talks("Ruritania talks of fish.", subject="fish")[0].subject == "fish"
    found, refused = talks("Ruritania talks of fish.", subject="the Lavian fish")
    assert found.subject is None
    assert set(refused) == {"/talks/subject"}


LED = (
    "Ruritania meets Graustark. The Ruritanian delegation is led by Defence Minister Petra Rau. "
    "Ilko Moll leads the Graustarkian team."
)


def test_a_head_has_the_role_that_stands_before_the_name() -> None:
    result = grounded(LED, "Ruritania", "Graustark", delegations=[delegation("Ruritanian", "Petra Rau", 2)])
    assert [(d.party, d.head and (d.head.name, d.head.role)) for d in result.delegations] == [
        ("Ruritania", ("Petra Rau", "Defence Minister"))
    ]


def test_a_name_never_holds_its_role() -> None:
    text = "Vanda Moll, head of the Ruritanian delegation in Zenda, on 5 March. Photo: Hentzau"
    words = "Vanda Moll, head of the Ruritanian delegation in Zenda"
    result = grounded(text, "Ruritanian", delegations=[delegation("Ruritanian", words, 1)])
    assert [d.head and (d.head.name, d.head.role) for d in result.delegations] == [
        ("Vanda Moll", "head of the Ruritanian delegation in Zenda")
    ]


def test_two_entries_of_one_party_are_one_unless_others_lead_them() -> None:
    text = LED + " A second Ruritanian delegation was led by Otto Sapt."
    drafts = [delegation("Ruritania", None, 2), delegation("Ruritania", "Petra Rau", 2),
              delegation("Ruritania", "Otto Sapt", 4)]  # fmt: skip
    result = grounded(text, "Ruritania", delegations=drafts)
    assert [(d.head and d.head.name, [e.sentence for e in d.evidence]) for d in result.delegations] == [
        ("Petra Rau", [2]),
        ("Otto Sapt", [4]),
    ]


def test_a_head_whom_the_sentence_does_not_hold_is_refused_and_the_one_that_it_tells_stands() -> None:
    drafts = [delegation("Ruritania", "Petra Ray", 2), delegation("Graustark", "Rupert", 3)]
    result = grounded(LED, "Ruritania", "Graustark", delegations=drafts)
    assert [d.head and d.head.name for d in result.delegations] == ["Petra Rau", None]
    assert refusals(result) == {
        "/delegations/0/head": ("altered", "“ray” for “rau”"),
        "/delegations/1/head": ("absent", None),
    }


def test_a_sentence_about_somebody_makes_no_delegation() -> None:
    result = grounded("Ruritania waits. Petra Rau sleeps.", "Ruritania", delegations=[delegation("Ruritania", None, 2)])
    assert result.delegations == []
    assert set(refusals(result)) == {"/delegations/0/party"}


def test_a_party_that_the_sentence_does_not_name_is_refused() -> None:
    result = grounded(LED, "Ruritania", "Graustark", delegations=[delegation("Graustark", "Petra Rau", 2)])
    assert [d.party for d in result.delegations] == ["Ruritania"]
    assert set(refusals(result)) == {"/delegations/0/party"}


def test_members_and_note_stand_in_the_evidence() -> None:
    text = "The Ruritanian delegation is led by Petra Rau and holds Otto Sapt."
    given = {"members": ["Otto Sapt", "Petra Rau", "Rupert"], "note": "with Otto Sapt and 12 others"}
    result = grounded(text, "Ruritanian", delegations=[delegation("Ruritanian", "Petra Rau", 1, **given)])
    assert [([m.name for m in d.members], d.note) for d in result.delegations] == [(["Otto Sapt"], None)]
    assert set(refusals(result)) == {"/delegations/0/members/2", "/delegations/0/note"}


OUTLETS = (
    "Palace-aligned Ruritanian news agencies Hentzau, ZNA and Sapt Post reported rain. The KRA news agency "
    'quoted Petra Rau as saying "it rains". Otto Sapt told Strelsau Radio so, and Petra Rau told Ilko Moll. '
    "President Ilko Moll spoke on Zenda TV."
)


def test_a_day_of_the_week_is_no_outlet() -> None:
    text = "Petra Rau said it rains, according to Friday. Petra Rau told Monday's paper. They spoke on Sunday."
    assert not known_outlets(scene(text)) & {"Friday", "Monday", "Sunday"}


def test_outlets_are_those_that_the_article_calls_so_or_that_hear_and_quote() -> None:
    assert known_outlets(scene(OUTLETS)) == {"Hentzau", "ZNA", "Sapt Post", "KRA", "Strelsau Radio", "Zenda TV"}


def test_a_source_is_described_by_the_words_before_its_noun() -> None:
    described = {s.name: s.description for s in grounded(OUTLETS).sources}
    assert described["ZNA"] == "Palace-aligned Ruritanian"
    assert described["KRA"] is None


def test_drafted_sources_stand_in_the_article() -> None:
    drafts = [
        DraftSource(name="hentzau", description="palace-aligned", sentences=[1]),
        DraftSource(name="Hentzau", description="independent", sentences=[1]),
        DraftSource(name="Lavia Post", description=None, sentences=[]),
    ]
    result = grounded(OUTLETS, sources=drafts)
    assert (result.sources[0].name, result.sources[0].description) == ("Hentzau", "Palace-aligned")
    assert [s.name for s in result.sources].count("Hentzau") == 1
    assert set(refusals(result)) == {"/sources/1/description", "/sources/2/name"}


def test_a_sentence_that_holds_the_subject_joins_the_evidence_where_the_draft_names_none() -> None:
    text = "Ruritania and Graustark are neighbours. Nobody sleeps. Talks on herring quotas go on."
    given: dict[str, Any] = {"subject": "herring quotas", "parties": ["Ruritania", "Graustark"]}
    assert [e.sentence for e in talks(text, **given)[0].evidence] == [1, 3]
    assert [e.sentence for e in talks(text, sentences=[1], **given)[0].evidence] == [1]


def test_sides_and_mediators_stand_in_the_evidence_and_no_sentence_is_a_side() -> None:
    text = "Ruritania waits. Graustark sleeps. Lavia brokered the talks of Ruritania. Moll left early."
    found, refused = talks(
        text, parties=["Ruritania", "Graustark", "sleeps. Lavia"], mediators=["Lavia"], sentences=[1]
    )
    assert [e.sentence for e in found.evidence] == [1, 2, 3]
    assert (found.parties, list(refused)) == (["Ruritania", "Graustark"], ["/talks/parties/2"])


def test_outlets_of_the_article_join_the_drafts_sources() -> None:
    text = "The news agency Hentzau reported it. Moll told the newspaper Zenda Herald so. A board of Strelsau said no."
    source = DraftSource(name="board of Strelsau", description=None, sentences=[3])
    assert [s.name for s in grounded(text, sources=[source]).sources] == [
        "board of Strelsau",
        "Hentzau",
        "Zenda Herald",
    ]


def test_who_a_clause_of_their_own_tells_of_as_mediating_is_a_mediator_even_where_the_draft_has_it_as_a_side() -> None:
    text = "Ruritania talks with Graustark. Lavia, which between them has mediated, waits. Norland helped to mediate."
    found, _ = talks(text, parties=["Ruritania", "Graustark", "Lavia"])
    assert (found.parties, found.mediators) == (["Ruritania", "Graustark"], ["Lavia", "Norland"])


def test_who_only_hosts_is_a_mediator_where_the_draft_says_so_and_else_is_none() -> None:
    text = "Ruritania talks with Graustark. Lavia hosted them."
    assert talks(text, parties=["Ruritania", "Graustark"])[0].mediators == []
    assert talks(text, parties=["Ruritania", "Graustark"], mediators=["Lavia"])[0].mediators == ["Lavia"]
