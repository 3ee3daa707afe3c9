"""Meetings: how far a date may stand from the word that it dates, and what is refused in which words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from summarizer.draft import DraftMeeting
from summarizer.grounding.meetings import meeting_dates
from summarizer.grounding.scene import Scene
from tests.grounding.worlds import article, grounded, meeting, scene


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The talks " + "fish " * 12 + "12 March.", ["12 March"]),
        ("The talks " + "fish " * 13 + "12 March.", []),
        ("The talks are " + "fish " * 5 + "12 March.", ["12 March"]),
        ("The talks are " + "fish " * 6 + "12 March.", []),
        ("On 12 March fish fish fish talks.", ["12 March"]),
        ("On 12 March fish fish fish fish talks.", []),
        ("The talks; 12 March.", []),
        ("The talks (12 March).", ["12 March"]),
        ("The talks to 12 March.", []),
        ("The talks [of fish. Of nets.] 12 March.", ["12 March"]),
        ("Rau reported on Sunday talks.", []),
        ("On 3 March, Rau said talks fail.", []),
        ("On 3 March, Rau said talks begin on 12 March.", ["12 March"]),
        ("Talks on 12 March or at 10:00 on 13 March.", ["10:00 on 13 March", "12 March"]),
    ],
)
def test_a_date_stands_near_the_word_for_talks(text: str, dates: list[str]) -> None:
    read = scene(text)
    assert [m.text for s in read.article.sentences for m in meeting_dates(s, read)] == dates


TEXT = (
    "Ruritania and Graustark will meet in the Old Inn in Zenda in Lavia on 12 March. They will talk from 12 to 13 "
    "March. Talks in Strelsau took place on 3 March. Moll slept. A meeting of Borduria took place in Zenda."
)
BOTH = ["Ruritania", "Graustark"]
NO_DATE = "These words give no date in the cited sentences."
NO_NAME = "The cited sentences do not name it."
NO_PLACE = "The cited sentences do not name this place."
NOTHING = "The cited sentences tell neither when nor where."
OTHER_STATUS = "The words of the sentences tell another status."


@pytest.mark.parametrize(
    ("drafts", "expected", "refused"),
    [
        (
            [meeting(1, parties=BOTH, start="12 March", venue="the Old Inn", city="Zenda", country="Lavia")],
            [(BOTH, "2031-03-12", None, "Old Inn", "Zenda", "Lavia", "planned", [1])],
            [],
        ),
        (
            [meeting(1, parties=["Syldavia"], start="13 March", venue="Zenda", city="Zenda", country=" Null",
                     status="past")],
            [(BOTH, None, None, None, "Zenda", None, "planned", [1])],
            [
                ("0/start", "13 March", "altered", "“13” for “12”", NO_DATE, (1,), True),
                ("0/parties/0", "Syldavia", "altered", "“syldavia” for “lavia”", NO_NAME, (1,), False),
                ("0/status", "past", "altered", "“past” for “planned”", OTHER_STATUS, (1,), False),
            ],
        ),
        (
            [meeting(2, parties=["Ruritania"], start="12 to 13 March"), meeting(1)],
            [(["Ruritania"], "2031-03-12", "2031-03-13", None, None, None, "planned", [1, 2])],
            [],
        ),
        (
            [meeting(2, start="12", end="13 March")],
            [([], "2031-03-12", "2031-03-13", None, None, None, "planned", [2])],
            [],
        ),
        (
            [meeting(2, start="12", end="14 March"), meeting(77, start="12 March")],
            [([], "2031-03-12", "2031-03-13", None, None, None, "planned", [2])],
            [
                ("0/end", "14 March", "altered", "“14” for “13”", NO_DATE, (2,), False),
                ("1/sentences", "[77]", "absent", None, "The article has no such sentences.", (), False),
            ],
        ),
        (
            [meeting(3, city="Strelsau", status="planned"), meeting(5, parties=["Borduria"], city="Zenda")],
            [
                ([], "2031-03-03", None, None, "Strelsau", None, "past", [3]),
                (["Borduria"], None, None, None, "Zenda", None, "unclear", [5]),
            ],
            [("0/status", "planned", "altered", "“planned” for “past”", OTHER_STATUS, (3,), False)],
        ),
        (
            [meeting(4, parties=["Moll"], start="Moll"), meeting(4), meeting(3, city="Bergen", start="3 May")],
            [],
            [
                ("0/start", "Moll", "absent", None, NO_DATE, (4,), True),
                ("0", "Moll; Moll", "absent", None, NOTHING, (4,), False),
                ("2/city", "Bergen", "absent", None, NO_PLACE, (3,), False),
                ("2/start", "3 May", "altered", "“may” for “march”", NO_DATE, (3,), True),
                ("2", "3 May", "absent", None, NOTHING, (3,), False),
            ],
        ),
    ],
)  # fmt: skip
def test_meetings(drafts: Sequence[DraftMeeting], expected: list[Any], refused: list[Any]) -> None:
    result = grounded(TEXT, *BOTH, meetings=list(drafts))
    assert [
        (m.parties, m.start, m.end, m.venue, m.city, m.country, m.status, [e.sentence for e in m.evidence])
        for m in result.meetings
    ] == expected
    assert [
        (r.refusal.path.removeprefix("/meetings/"), r.refusal.value, r.refusal.kind, r.refusal.difference,
         r.refusal.reason, r.sentences, r.ask_again)
        for r in result.refused
    ] == refused  # fmt: skip


@pytest.mark.parametrize(("between", "parties"), [(4, BOTH), (5, [])])
def test_a_side_is_named_five_sentences_before_at_most(between: int, parties: list[str]) -> None:
    text = "Ruritania and Graustark met. " + "Fish swam. " * between + "They will meet in Zenda on 12 March."
    result = grounded(text, *BOTH, meetings=[meeting(between + 2, parties=BOTH)])
    assert result.meetings[0].parties == parties
    assert [e.sentence for e in result.meetings[0].evidence] == [between + 2, *([1] if parties else [])]


def test_a_date_without_a_value_does_not_hide_the_next() -> None:
    read = Scene(article("Talks on Friday or on 12 March 2031.", published=None))
    assert [m.text for m in meeting_dates(read.article.sentences[0], read)] == ["12 March 2031"]
