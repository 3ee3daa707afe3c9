"""Dated events: every date of the article, in order, with the draft's words where they hold."""

from __future__ import annotations

from summarizer.draft import DraftEvent
from tests.grounding.worlds import grounded, meeting, refusals

TEXT = (
    "Ruritania will hold talks in Zenda on 12 March. Petra Rau flew home on 3 March. Ruritania's talks in Zenda are "
    "scheduled for 13:00 on 12 March."
)


def test_every_date_is_an_event_in_order_of_time() -> None:
    events = grounded(TEXT).timeline
    assert [(e.date, e.status, e.evidence[0].sentence) for e in events] == [
        ("2031-03-03", "past", 2),
        ("2031-03-12", "planned", 1),
        ("2031-03-12T13:00", "planned", 3),
    ]
    assert events[0].event == "Petra Rau flew home on 3 March."


def test_one_meeting_is_one_event_with_the_finest_time() -> None:
    events = grounded(TEXT, "Ruritania", meetings=[meeting(1, city="Zenda"), meeting(3, city="Zenda")]).timeline
    assert [(e.date, [s.sentence for s in e.evidence]) for e in events] == [
        ("2031-03-03", [2]),
        ("2031-03-12T13:00", [1, 3]),
    ]


def test_the_drafts_words_stand_where_the_evidence_holds_them() -> None:
    good = DraftEvent(date="3 March", event="Rau flies  home", sentences=[2])
    assert grounded(TEXT, events=[good]).timeline[0].event == "Rau flies home"
    bad = DraftEvent(date="3 March", event="Moll flies home", sentences=[2])
    result = grounded(TEXT, events=[bad])
    assert result.timeline[0].event == "Petra Rau flew home on 3 March."
    assert refusals(result) == {"/timeline/0/event": ("absent", None)}


def test_a_date_that_the_words_do_not_give_is_refused() -> None:
    drafts = [
        DraftEvent(date="4 March", event="Rau flew", sentences=[2]),
        DraftEvent(date="flew", event="Rau flew", sentences=[2]),
        DraftEvent(date="3 March", event="Rau flew", sentences=[50]),
    ]
    assert refusals(grounded(TEXT, events=drafts)) == {
        "/timeline/0/date": ("altered", "“4” for “3”"),
        "/timeline/1/date": ("absent", None),
        "/timeline/2/date": ("absent", None),
    }


def test_a_long_sentence_is_cut_at_a_word() -> None:
    text = "On 3 March " + "fish and " * 40 + "fish came."
    event = grounded(text).timeline[0].event
    assert len(event) <= 242
    assert event.endswith(("fish …", "and …"))
