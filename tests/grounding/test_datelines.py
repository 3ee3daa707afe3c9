"""A dateline tells where and when a report was written: it is no event, nor a part of one."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.draft import DraftEvent
from summarizer.grounding.ground import ground
from summarizer.language.datelines import dateline_end
from tests.grounding.worlds import article, draft, meeting, refusals

WEDNESDAY = dt.date(2031, 3, 5)
MET = "Rau met Moll on Monday."


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        ("en", f"HOF-ON-SEA, March 4. {MET}", [("2031-03-03", MET)]),
        ("en", f"STRELSAU, October 2. /Hentzau/. {MET}", [("2031-03-03", MET)]),
        ("en", f"ZENDA, March 4 (Hentzau) - {MET}", [("2031-03-03", MET)]),
        ("en", f"NEW ZENDA, Lavia, 4 March 2031 — {MET}", [("2031-03-03", MET)]),
        ("en", f"Zenda, 4 March (Hentzau) - {MET}", [("2031-03-03", MET)]),
        ("en", "ZENDA, March 4 (Hentzau) - Rau met Moll.", [("2031-03-04", "Rau met Moll.")]),
        ("uk", "ЗЕНДА, 4 березня. /Генцау/. Рау спала.", []),
        ("ru", "ЗЕНДА, 4 марта (Генцау) — Рау спала вчера.", [("2031-03-04", "Рау спала вчера.")]),
        ("de", "Zenda, 4. März (Hentzau) – Rau schlief am Montag.", [("2031-03-03", "Rau schlief am Montag.")]),
        ("en", "Zenda, March 4, was wet.", [("2031-03-04", "Zenda, March 4, was wet.")]),
        ("en", "ZENDA, March 4, was wet.", [("2031-03-04", "ZENDA, March 4, was wet.")]),
    ],
)
def test_a_dateline_is_no_event(language: str, text: str, events: list[tuple[str, str]]) -> None:
    read = article(text, published=WEDNESDAY, language=language)
    assert [(e.date, e.event) for e in ground(read, draft()).timeline] == events


def test_a_drafted_dateline_is_refused_and_one_before_the_words_is_cut() -> None:
    read = article(f"HOF, March 4. ZENDA, March 3 (Hentzau) - {MET}", published=WEDNESDAY)
    events = [
        DraftEvent(date="March 4", event="HOF, March 4.", sentences=[1]),
        DraftEvent(date="Monday", event="ZENDA, March 3 (Hentzau) - Rau met Moll", sentences=[2]),
    ]
    result = ground(read, draft(events=events))
    assert [e.event for e in result.timeline] == ["Rau met Moll"]
    assert list(refusals(result)) == ["/timeline/0"]


def test_a_dateline_dates_no_meeting_that_has_a_day_of_its_own() -> None:
    read = article("ZENDA, March 4 (Hentzau) - Talks were held in Hof on Monday.", published=WEDNESDAY)
    assert [m.start for m in ground(read, draft(meetings=[meeting(1, city="Hof")])).meetings] == ["2031-03-03"]


@pytest.mark.parametrize("text", ["", "March 4", "Rau met Moll in Zenda, March 4 - a wet day.", "NATO, 4 of them."])
def test_other_words_are_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0
