"""The last look: what does not hold is taken out and listed, what is open stays and is listed, the rest is counted."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import Briefing
from summarizer.grounding.scene import Scene
from summarizer.grounding.verdicts import Verdict
from summarizer.grounding.verification import Claim, fact_of, settle, verdicts_of_facts
from summarizer.vocabulary import VerdictKind
from tests.grounding.verification.briefings import briefing, cite
from tests.grounding.worlds import article, scene

READ = scene(
    "Ruritania and Graustark will hold talks on fish in Zenda on 12 March. "
    "Ruritania's envoy Petra Rau said on Saturday that “fish is dear”. "
    "Foreign Minister Ilko Moll leads the Graustarkian delegation. "
    "She added that herring is cheap."
)
TALKS = {"parties": ["Ruritania", "Graustark"], "evidence": cite(READ, 1)}


def settled(read: Scene = READ, **sections: Any) -> Briefing:
    return settle(briefing(read, **sections), read)


def refused(made: Briefing) -> dict[str, tuple[str, str, str | None]]:
    return {r.path: (r.value, r.kind, r.difference) for r in made.verification.refused}


def statement(name: str, sentence: int, **given: Any) -> dict[str, Any]:
    speaker = {"name": name, "kind": "person", **given.pop("speaker", {})}
    return {
        "id": f"s{sentence}", "speaker": speaker, "act": "said", "content": "fish is dear",
        "evidence": cite(READ, sentence), **given,
    }  # fmt: skip


def test_a_briefing_that_holds_stays_as_it_is_and_is_counted() -> None:
    given: dict[str, Any] = {"talks": TALKS, "statements": [statement("Petra Rau", 2)]}
    made = settled(**given)
    assert made.model_dump(exclude={"verification"}) == briefing(READ, **given).model_dump(exclude={"verification"})
    told = made.verification
    assert (told.facts, told.supported, told.refused, told.unjudged) == (3, 3, [], [])


def test_wrong_fields_go_and_the_entry_stays() -> None:
    made = settled(
        talks={**TALKS, "parties": ["Ruritania", "Syldavia", "Graustark"], "mediators": ["Zubrowka", "Borduria"]},
        meetings=[
            {
                "parties": ["Ruritania", "Zubrowka", "Borduria", "Graustark"], "start": "2031-03-12",
                "city": "Strelsau", "status": "past", "evidence": cite(READ, 1),
            }
        ],
        delegations=[
            {
                "party": "Graustark", "head": {"name": "Ilko Moll", "role": "Queen"}, "members": [{"name": "Olga"}],
                "evidence": cite(READ, 3),
            }
        ],
    )  # fmt: skip
    assert made.talks.parties == ["Ruritania", "Graustark"]
    assert made.talks.mediators == []
    meeting = made.meetings[0]
    assert (meeting.parties, meeting.start, meeting.city) == (["Ruritania", "Graustark"], "2031-03-12", None)
    assert meeting.status == "unclear"
    head = made.delegations[0].head
    assert head is not None
    assert (head.name, head.role, made.delegations[0].members) == ("Ilko Moll", None, [])
    assert refused(made) == {
        "/talks/parties/1": ("Syldavia", "absent", None),
        "/talks/mediators/0": ("Zubrowka", "absent", None),
        "/talks/mediators/1": ("Borduria", "absent", None),
        "/meetings/0/parties/1": ("Zubrowka", "absent", None),
        "/meetings/0/parties/2": ("Borduria", "absent", None),
        "/meetings/0/city": ("Strelsau", "absent", None),
        "/meetings/0/status": ("past", "altered", "“past” for “planned”"),
        "/delegations/0/head/role": ("Queen", "altered", "“Queen” for “Foreign Minister”"),
        "/delegations/0/members/0/name": ("Olga", "absent", None),
    }
    assert made.verification.facts == made.verification.supported == 4


def test_a_head_goes_with_its_name_and_the_delegation_stays() -> None:
    head = {"name": "Olga Brandt", "role": "Queen"}
    made = settled(talks=TALKS, delegations=[{"party": "Graustark", "head": head, "evidence": cite(READ, 3)}])
    assert [(d.party, d.head) for d in made.delegations] == [("Graustark", None)]
    assert list(refused(made)) == ["/delegations/0/head/name", "/delegations/0/head/role"]


def test_of_a_long_list_the_wrong_ones_go() -> None:
    parties = ["Ruritania"] * 13
    parties[2], parties[10] = "Zubrowka", "Borduria"
    made = settled(meetings=[{"parties": parties, "evidence": cite(READ, 1)}])
    assert made.meetings[0].parties == ["Ruritania"] * 11
    assert [value for value, _, _ in refused(made).values()] == ["Zubrowka", "Borduria"]


@pytest.mark.parametrize(
    ("section", "entry", "sentence", "field"),
    [
        ("statements", statement("Ilko Moll", 2), 2, "speaker/name"),
        ("delegations", {"party": "Lavia"}, 3, "party"),
        ("timeline", {"date": "2031-03-13", "event": "talks", "status": "planned"}, 1, "date"),
        ("sources", {"name": "Radio Skarn"}, 1, "name"),
        ("documents", {"name": "treaty"}, 1, "name"),
        ("next_steps", {"text": "Lavia"}, None, "text"),
    ],
)
def test_an_entry_falls_with_its_key_field_and_the_others_stay(
    section: str, entry: dict[str, Any], sentence: int | None, field: str
) -> None:
    wrong = {**entry, "evidence": cite(READ, sentence) if sentence else []}
    steps = [{"text": "talks in Zenda", "evidence": cite(READ, 1)}]
    given: dict[str, Any] = {"talks": TALKS, "next_steps": steps}
    given[section] = [*given.get(section, []), wrong]
    made = settled(**given)
    assert len(getattr(made, section)) == len(given[section]) - 1
    assert [p.text for p in made.next_steps] == ["talks in Zenda"]
    at = len(given[section]) - 1
    assert f"/{section}/{at}/{field}" in refused(made)
    assert made.verification.facts == made.verification.supported == 3


@pytest.mark.parametrize(
    ("section", "entry", "field"),
    [
        ("next_steps", {"text": "talks in Lavia"}, "text"),
        ("timeline", {"date": "2031-03-12", "event": "talks in Lavia", "status": "planned"}, "event"),
        ("positions", {"party": "Ruritania", "issue": "Lavia", "stance": "fish"}, "issue"),
        ("positions", {"party": "Ruritania", "issue": "fish", "stance": "Lavia"}, "stance"),
        ("agreements", {"text": "Lavia", "status": "agreed"}, "text"),
    ],
)
def test_the_articles_own_words_stand_for_a_free_text_that_fails(
    section: str, entry: dict[str, Any], field: str
) -> None:
    given: dict[str, Any] = {"talks": TALKS, section: [{**entry, "evidence": cite(READ, 1)}]}
    made = settled(**given)
    assert getattr(getattr(made, section)[0], field) == READ.article.sentences[0].text
    assert refused(made)[f"/{section}/0/{field}"] == (entry[field], "absent", None)


def test_a_statement_loses_its_false_quotes_and_keeps_the_others() -> None:
    made = settled(
        talks=TALKS,
        statements=[statement("Petra Rau", 2, quotes=["a", "fish is dear", "b"], content="fish in Lavia")],
    )
    told = made.statements[0]
    assert (told.quotes, told.content) == (["fish is dear"], READ.article.sentences[1].text)


def test_talks_whose_evidence_is_false_are_none() -> None:
    made = settled(talks={"parties": ["Ruritania"], "evidence": []})
    assert made.talks.model_dump() == {
        "subject": None, "parties": [], "mediators": [], "status": "unclear", "evidence": [],
    }  # fmt: skip
    assert refused(made) == {
        "/talks/evidence": ("", "absent", None),
        "/talks/parties/0": ("Ruritania", "absent", None),
    }


def test_the_bottom_line_stays_whatever_it_says() -> None:
    made = settled(bottom_line={"text": "Lavia", "evidence": cite(READ, 1)})
    assert made.bottom_line.text == "Lavia"
    assert (made.verification.facts, made.verification.supported, made.verification.refused) == (1, 0, [])


def test_what_nobody_can_judge_stays_and_is_listed_but_for_the_strict() -> None:
    steps = [{"text": "nets in Zenda", "evidence": cite(READ, 1)}]
    made = settled(next_steps=steps)
    assert [p.text for p in made.next_steps] == ["nets in Zenda"]
    reason = "No verdict on “nets”: the evidence has no such words."
    assert [(u.path, u.reason) for u in made.verification.unjudged] == [("/next_steps/0/text", reason)]
    assert (made.verification.facts, made.verification.supported) == (2, 1)
    strict = Scene(article(READ.article.text), strict=True)
    gone = settled(strict, next_steps=steps)
    assert [p.text for p in gone.next_steps] == [READ.article.sentences[0].text]
    assert [(r.kind, r.difference, r.reason) for r in gone.verification.refused] == [("absent", None, reason)]
    assert gone.verification.unjudged == []


def test_what_was_refused_before_is_kept() -> None:
    made = settled(next_steps=[{"text": "talks in Lavia", "evidence": cite(READ, 1)}])
    again = settle(made, READ)
    assert again == made


@pytest.mark.parametrize(
    ("path", "fact"),
    [
        ("/statements/3/speaker/name", "/statements/3"),
        ("/statements/12", "/statements/12"),
        ("/talks/parties/0", "/talks"),
        ("/bottom_line/text", "/bottom_line"),
        ("/article", "/article"),
    ],
)
def test_the_fact_of_a_field(path: str, fact: str) -> None:
    assert fact_of(path) == fact


def test_the_worst_verdict_on_a_field_is_the_facts() -> None:
    kinds: tuple[VerdictKind, ...] = ("supported", "unjudged", "altered", "absent")
    for worst, kind in enumerate(kinds):
        claims = [Claim(f"/sources/0/{at}", "", Verdict(k, k)) for at, k in enumerate(kinds[: worst + 1])]
        assert {path: v.kind for path, v in verdicts_of_facts(claims).items()} == {"/sources/0": kind}
