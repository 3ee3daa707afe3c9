"""A model that reads well, in each language: all it says is grounded, in the article's words and in English ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer import Briefing, verify
from tests.briefing_by_script import Start, brief
from tests.draft_answers import answers_from
from tests.languages.arabic import ARABIC
from tests.languages.chinese import CHINESE
from tests.languages.french import FRENCH
from tests.languages.german import GERMAN
from tests.languages.russian import RUSSIAN
from tests.languages.spanish import SPANISH
from tests.languages.ukrainian import UKRAINIAN
from tests.languages.worlds import ENGLISH, OwnWords, World
from tests.test_sdk import evidence_in

WORLDS = (UKRAINIAN, RUSSIAN, SPANISH, FRENCH, GERMAN, CHINESE, ARABIC)
EVERY_LANGUAGE = pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.language)
OTHER = "Write your own words in English."


def briefed(scripted: Start, world: World, own: OwnWords, language: str | None = None) -> Briefing:
    endpoint = scripted(answers_from(world.article, world.draft(own)))
    return brief(endpoint.base_url, article=world.article, language=language)


@EVERY_LANGUAGE
def test_the_story_has_nine_sentences(world: World) -> None:
    assert len(world.article.sentences) == 9


@EVERY_LANGUAGE
def test_all_of_it_is_grounded(scripted: Start, world: World) -> None:
    briefing = briefed(scripted, world, world.own)
    assert briefing.verification.refused == []
    assert briefing.article.language == world.language
    evidence = list(evidence_in(briefing))
    assert {e.sentence for e in evidence} == set(range(1, 10))
    assert all(world.article.text[e.start : e.end] == e.text for e in evidence)


@EVERY_LANGUAGE
def test_talks_and_the_meeting(scripted: Start, world: World) -> None:
    briefing = briefed(scripted, world, world.own)
    assert (briefing.talks.parties, briefing.talks.mediators) == (list(world.sides), [world.mediator])
    assert briefing.talks.status == "planned"
    (meeting,) = briefing.meetings
    assert (meeting.start, meeting.city, meeting.status) == ("2031-03-12T10:00", world.city, "planned")
    assert meeting.parties == list(world.sides)


@EVERY_LANGUAGE
def test_each_side_has_the_head_that_leads_it(scripted: Start, world: World) -> None:
    delegations = briefed(scripted, world, world.own).delegations
    assert [d.party for d in delegations] == list(world.sides)
    for delegation, name in zip(delegations, world.names, strict=True):
        # Without a grammar the office stays part of the name.
        assert delegation.head is not None
        assert delegation.head.name.endswith(name)
        assert (delegation.head.name == name) is (world not in (CHINESE, ARABIC))


@EVERY_LANGUAGE
def test_who_said_what_through_whom(scripted: Start, world: World) -> None:
    statements = briefed(scripted, world, world.own).statements
    assert tuple(s.speaker.name for s in statements) == world.speaking
    assert [s.speaker.kind for s in statements] == ["person", "person", "anonymous"]
    assert [s.said_on for s in statements] == ["2031-03-08", None, None]
    assert [s.reported_by for s in statements] == [[], [world.newspaper], [world.agency]]
    # The newspaper's and the agency's names stand in quotation marks, too, in some languages.
    assert [len(s.quotes) for s in statements] == [1, 0, 0]
    assert tuple(s.content for s in statements) == world.own.contents


@EVERY_LANGUAGE
def test_the_paper_and_its_day(scripted: Start, world: World) -> None:
    briefing = briefed(scripted, world, world.own)
    (paper,) = briefing.documents
    assert (paper.name, paper.author, paper.status) == (world.memorandum, world.mediator, "delivered")
    assert paper.date == "2031-03-07"
    assert [e.date for e in briefing.timeline] == ["2031-03-07", "2031-03-08", "2031-03-12T10:00"]


@EVERY_LANGUAGE
def test_own_words_in_english_are_delivered_and_evidence_stays_as_printed(scripted: Start, world: World) -> None:
    briefing = briefed(scripted, world, ENGLISH, "en")
    assert briefing.verification.refused == []
    assert briefing.bottom_line.text == ENGLISH.bottom_line
    assert briefing.talks.subject == ENGLISH.subject
    assert tuple(s.content for s in briefing.statements) == ENGLISH.contents
    assert [(p.party, p.stance) for p in briefing.positions] == [(world.sides[1], ENGLISH.stance)]
    assert [q.text for q in briefing.open_questions] == [ENGLISH.open_question]
    assert [s.text for s in briefing.next_steps] == [ENGLISH.mediated]
    assert briefing.timeline[0].event == ENGLISH.event
    assert all(world.article.text[e.start : e.end] == e.text for e in evidence_in(briefing))
    assert briefing.provenance.notes == ["The briefing's own words were asked for in English (en)."]


@EVERY_LANGUAGE
def test_a_briefing_in_english_holds_when_it_is_judged_afterwards(scripted: Start, world: World) -> None:
    briefing = briefed(scripted, world, ENGLISH, "en")
    report = verify(briefing, world.article, language="en")
    assert report.holds, [v for v in report.verdicts if v.kind in ("absent", "altered")]


def test_a_bottom_line_in_chinese_is_measured_by_its_signs(scripted: Start) -> None:
    long = CHINESE.own.bottom_line * 6
    briefing = briefed(scripted, CHINESE, replace(CHINESE.own, bottom_line=long))
    assert briefing.bottom_line.text == CHINESE.article.sentences[0].text
    assert "Longer than 60 words" in next(r.reason for r in briefing.verification.refused if r.value == long)


@EVERY_LANGUAGE
@pytest.mark.parametrize(
    ("wrong", "missing"),
    [
        ("Austria mediates and handed over a memorandum on 7 March.", "Austria"),
        ("Germany mediates and handed over a memorandum on 8 March.", "8 March"),
        ("Germany mediates between 13 sides.", "13"),
    ],
)
def test_another_country_date_or_number_in_english_is_refused(
    scripted: Start, world: World, wrong: str, missing: str
) -> None:
    briefing = briefed(scripted, world, replace(ENGLISH, mediated=wrong), "en")
    assert [s.text for s in briefing.next_steps] == [world.article.sentences[6].text]
    (refused,) = briefing.verification.refused
    assert (refused.path, refused.value) == ("/next_steps/0/text", wrong)
    assert missing in refused.reason


INVENTED = "Chancellor Anton Berg demands that the fleet be cut by 12%"


@EVERY_LANGUAGE
def test_an_invented_name_is_refused_or_from_chinese_told_as_unjudged(scripted: Start, world: World) -> None:
    briefing = briefed(scripted, world, replace(ENGLISH, stance=INVENTED), "en")
    told = [r.reason for r in briefing.verification.refused if r.path == "/positions/0/stance"]
    unjudged = [u.reason for u in briefing.verification.unjudged if u.path == "/positions/0/stance"]
    assert [("Anton" in reason, "Berg" in reason) for reason in told] == ([] if world is CHINESE else [(True, True)])
    assert world is not CHINESE or "its script spells no letters" in unjudged[0]


@EVERY_LANGUAGE
def test_another_language_is_asked_for_behind_the_article_and_the_own_one_is_not(scripted: Start, world: World) -> None:
    endpoint = scripted(answers_from(world.article, world.draft(ENGLISH)))
    for language in (None, world.language, "en"):
        brief(endpoint.base_url, article=world.article, language=language)
    plain, own, english = (r for r in endpoint.requests if r.question == "Draft")
    assert plain == own
    assert plain.user.endswith("</article>")
    assert english.user == f"{plain.user}\n\n{OTHER} What is copied stays as printed."
    assert english.system == plain.system
