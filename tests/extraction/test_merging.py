"""One draft of several windows: what they share is told once, nothing is lost, the order holds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.draft import (
    Draft,
    DraftAgreement,
    DraftBottomLine,
    DraftDelegation,
    DraftDocument,
    DraftMeeting,
    DraftPoint,
    DraftPosition,
    DraftSource,
    DraftStatement,
    DraftTalks,
)
from summarizer.extraction.merging import merged, merged_delegations, merged_talks
from tests.invented import DRAFT

EMPTY = Draft(
    bottom_line=None,
    talks=None,
    **{name: [] for name in Draft.model_fields if name not in ("bottom_line", "talks")},
)


def only(**sections: Any) -> Draft:
    """A draft of nothing but these sections."""
    return EMPTY.model_copy(update=sections)


def said(sentence: int, speaker: str, content: str | None = None, **more: Any) -> DraftStatement:
    """A statement."""
    fields: dict[str, Any] = {"addressed_to": None, "reported_by": [], "act": None, "said_on": None} | more
    return DraftStatement(sentence=sentence, speaker=speaker, content=content, **fields)


def wants(text: str, *sentences: int, party: str = "Ruritania", issue: str = "road toll") -> DraftPosition:
    """A position."""
    return DraftPosition(party=party, issue=issue, stance=text, sentences=list(sentences))


def meets(*sentences: int, **known: Any) -> DraftMeeting:
    """A meeting."""
    fields = dict.fromkeys(("start", "end", "venue", "city", "country")) | {"status": "unclear"} | known
    return DraftMeeting(parties=[], sentences=list(sentences), **fields)


def talks(*parties: str, **known: Any) -> DraftTalks:
    """What one window tells of the talks."""
    fields: dict[str, Any] = {"subject": None, "mediators": [], "status": "unclear", "sentences": []} | known
    return DraftTalks(parties=list(parties), **fields)


NAMES = st.sampled_from(["Rau", "Petra Rau", "Sapt", "Envoy Rupert Sapt", "Ilko Moll"])
NUMBERS = st.integers(1, 8)
TEXTS = st.sampled_from(["cut the toll", "the toll must be cut", "a new bridge at Zenda", "no bridge, no peace"])
DRAFTS = st.builds(
    only,
    talks=st.none() | st.builds(lambda names: talks(*names, status="planned"), st.lists(NAMES, unique=True)),
    statements=st.lists(st.builds(said, NUMBERS, NAMES, st.none() | TEXTS), max_size=6),
    positions=st.lists(st.builds(wants, TEXTS, NUMBERS, NUMBERS, party=NAMES), max_size=6),
    meetings=st.lists(st.builds(lambda n, city: meets(n, city=city), NUMBERS, st.none() | NAMES), max_size=6),
    next_steps=st.lists(st.builds(lambda text, n: DraftPoint(text=text, sentences=[n]), TEXTS, NUMBERS), max_size=6),
)
SECTIONS = ("statements", "positions", "meetings", "next_steps")


@given(DRAFTS)
def test_a_draft_alone_stays_as_it_is(draft: Draft) -> None:
    assert merged([draft]) is draft


@given(st.lists(DRAFTS, min_size=2, max_size=4))
def test_merging_again_changes_nothing(drafts: list[Draft]) -> None:
    once = merged(drafts)
    assert merged([once, once]) == once
    assert merged([once, EMPTY]) == once == merged([EMPTY, once])


@given(DRAFTS)
def test_a_draft_that_is_told_twice_is_told_once(draft: Draft) -> None:
    twice = merged([draft, draft])
    for name in SECTIONS:
        key = (lambda s: s.sentence) if name == "statements" else (lambda entry: 0)
        assert getattr(twice, name) == sorted(getattr(draft, name), key=key)


@given(st.lists(DRAFTS, min_size=2, max_size=4))
def test_nothing_is_lost(drafts: list[Draft]) -> None:
    """Each entry is there, or one that cites its sentences and says as much."""
    whole = merged(drafts)
    for draft in drafts:
        for statement in draft.statements:
            words = set(statement.speaker.split())
            same = [s for s in whole.statements if s.sentence == statement.sentence]
            assert any(words <= set(s.speaker.split()) or set(s.speaker.split()) <= words for s in same)
        for position in draft.positions:
            kept = [p for p in whole.positions if set(position.sentences) <= set(p.sentences)]
            assert position.stance in [p.stance for p in kept]
        for meeting in draft.meetings:
            places = [m.city for m in whole.meetings if set(meeting.sentences) <= set(m.sentences)]
            assert meeting.city is None or any(
                city and set(city.split()) & set(meeting.city.split()) for city in places
            )
    for name in SECTIONS:
        assert len(getattr(whole, name)) >= max(len(getattr(draft, name)) for draft in drafts)
        assert len(getattr(whole, name)) <= sum(len(getattr(draft, name)) for draft in drafts)


@given(st.lists(DRAFTS, min_size=2, max_size=4))
def test_entries_keep_the_order_of_the_windows_and_statements_that_of_the_sentences(drafts: list[Draft]) -> None:
    whole = merged(drafts)
    assert [s.sentence for s in whole.statements] == sorted(s.sentence for s in whole.statements)
    first = [p.stance for p in drafts[0].positions]
    assert [p.stance for p in whole.positions][: len(first)] == first


def test_no_draft_is_an_error() -> None:
    with pytest.raises(ValueError, match="no draft"):
        merged([])


def test_the_drafts_of_windows_far_apart_are_put_behind_each_other() -> None:
    later = only(statements=[said(90, "Envoy Rupert Sapt")], positions=[wants("cut the toll", 91)])
    whole = merged([DRAFT, later])
    assert whole.statements == [*DRAFT.statements, *later.statements]
    assert whole.positions == later.positions
    assert whole.delegations == DRAFT.delegations
    assert whole.bottom_line == DRAFT.bottom_line
    assert whole.talks == DRAFT.talks


def test_what_a_window_leaves_open_the_other_one_completes() -> None:
    one = said(5, "Petra Rau", reported_by=["Zenda Herald"])
    other = said(5, "Foreign Minister Petra Rau", "the toll stays", act="warned", reported_by=["zenda herald", "TSZ"])
    whole = merged([only(statements=[one]), only(statements=[other])])
    assert whole.statements == [
        said(5, "Petra Rau", "the toll stays", act="warned", reported_by=["Zenda Herald", "TSZ"])
    ]


def test_two_speakers_of_one_sentence_are_two() -> None:
    whole = merged([only(statements=[said(5, "Rau")]), only(statements=[said(5, "Sapt"), said(5, "Petra Rau")])])
    assert [s.speaker for s in whole.statements] == ["Rau", "Sapt"]


@pytest.mark.parametrize(
    ("one", "other", "entries"),
    [
        (meets(5, city="Strelsau"), meets(5, 9, venue="Old Mint", status="planned"), 1),
        (meets(5, city="Strelsau"), meets(5, city="Zenda"), 2),
        (meets(5, city="Strelsau"), meets(6, city="Strelsau"), 2),
        (meets(5, status="past"), meets(5, status="planned"), 2),
    ],
)
def test_meetings_of_one_sentence_are_one_where_nothing_speaks_against_it(
    one: DraftMeeting, other: DraftMeeting, entries: int
) -> None:
    whole = merged([only(meetings=[one]), only(meetings=[other])])
    assert len(whole.meetings) == entries
    if entries == 1:
        assert whole.meetings == [meets(5, 9, city="Strelsau", venue="Old Mint", status="planned")]


@pytest.mark.parametrize(
    ("one", "other", "entries"),
    [
        (wants("the toll must be cut to 5 crowns", 5), wants("cut the toll to 5 crowns", 5, 8), 1),
        (wants("the toll must be cut", 5), wants("the toll stays", 5), 2),
        (wants("the toll must be cut", 5), wants("a new bridge at Zenda", 5, issue="bridge"), 2),
        (wants("the toll must be cut", 5), wants("the toll must be cut", 5, party="Graustark"), 2),
    ],
)
def test_texts_of_one_sentence_are_one_where_they_say_about_the_same(
    one: DraftPosition, other: DraftPosition, entries: int
) -> None:
    whole = merged([only(positions=[one]), only(positions=[other])])
    assert len(whole.positions) == entries
    assert whole.positions[0].stance == one.stance


def test_what_one_draft_tells_twice_stays_told_twice() -> None:
    both = [wants("the toll must be cut", 5), wants("the toll must be cut at once", 5)]
    assert merged([only(positions=both), EMPTY]).positions == both


def test_agreements_and_papers_of_one_sentence_are_one() -> None:
    agreed = DraftAgreement(text="the toll is cut", parties=["Ruritania"], status="agreed", sentences=[5])
    broken = agreed.model_copy(update={"status": "violated", "parties": ["Graustark"]})
    paper = DraftDocument(name="draft", author=None, recipient=None, status=None, date=None, sentences=[5])
    whole = merged([only(agreements=[agreed], documents=[paper])] * 2 + [only(agreements=[broken])])
    assert whole.agreements == [agreed, broken]
    assert whole.documents == [paper]


def test_a_source_is_one_wherever_it_is_named() -> None:
    one = DraftSource(name="TSZ", description=None, sentences=[5])
    other = DraftSource(name="tsz", description="a daily of Zenda", sentences=[90])
    whole = merged([only(sources=[one]), only(sources=[other])])
    assert whole.sources == [DraftSource(name="TSZ", description="a daily of Zenda", sentences=[5, 90])]


def test_a_delegation_is_one_wherever_it_is_named_unless_somebody_else_leads_it() -> None:
    def team(head: str | None, sentence: int, *members: str) -> DraftDelegation:
        return DraftDelegation(party="Ruritania", head=head, members=list(members), note=None, sentences=[sentence])

    found = merged_delegations([[team(None, 3, "Hals")], [team("Petra Rau", 40)], [team("Ilko Moll", 80)]])
    assert found == [team("Petra Rau", 3, "Hals").model_copy(update={"sentences": [3, 40]}), team("Ilko Moll", 80)]


def test_sides_come_in_the_order_of_the_windows_that_name_them() -> None:
    windows = [talks("Odo", "Ruritania", mediators=["Lirren"]), talks("Ruritania"), talks("graustark", "RURITANIA")]
    whole = merged_talks([*windows, talks("Graustark", mediators=["Zenda", "Lirren"])])
    assert whole is not None
    assert whole.parties == ["Ruritania", "graustark", "Odo"]
    assert whole.mediators == ["Lirren", "Zenda"]


def test_where_the_talks_stand_most_windows_tell() -> None:
    windows = [
        talks(sentences=[1]),
        talks(status="planned", subject="tolls", sentences=[20]),
        talks(status="under_way", sentences=[40]),
        talks(status="under_way", subject="the road toll", sentences=[60]),
        talks(subject="the road toll", sentences=[80]),
    ]
    whole = merged_talks(windows)
    assert whole == talks(status="under_way", subject="the road toll", sentences=[40, 60])


def test_no_talks_are_none_and_one_window_is_taken_at_its_word() -> None:
    assert merged_talks([]) is None
    once = talks("A", "A", status="planned")
    assert merged_talks([once]) is once


def test_the_bottom_line_is_that_of_the_first_window_that_has_one() -> None:
    lines = [DraftBottomLine(text=f"Line {at}.", sentences=[at]) for at in (1, 2)]
    assert merged([EMPTY, only(bottom_line=lines[0]), only(bottom_line=lines[1])]).bottom_line == lines[0]
