"""Papers, events and lines of free text: what is kept, what is refused and in which words, and who is asked again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from summarizer.draft import DraftAgreement, DraftBottomLine, DraftDocument, DraftEvent, DraftPoint, DraftPosition
from summarizer.grounding.ground import Grounded
from summarizer.grounding.timeline import shortened
from tests.grounding.worlds import document, grounded, meeting

Noted = tuple[str, str, str | None, str, tuple[int, ...], bool]
INSTEAD = "The article's own words stand instead."
NO_DATE = "These words give no date in the cited sentences."
OTHER_STATUS = "The words of the sentences tell another status."


def noted(result: Grounded) -> dict[str, Noted]:
    """Path → value, kind, difference, reason, sentences, whether another answer could help."""
    return {
        r.refusal.path: (
            r.refusal.value, r.refusal.kind, r.refusal.difference, r.refusal.reason, r.sentences, r.ask_again,
        )
        for r in result.refused
    }  # fmt: skip


PAPERS = (
    "Ruritania's envoy Petra Rau handed Graustark a memorandum on 7 March. Rau signed the treaty on fish. "
    "Moll said the memorandum was old. The memorandum of Lavia was published. Moll criticised a report."
)


@pytest.mark.parametrize(
    ("drafts", "expected", "refused"),
    [
        (
            [document("memorandum", 1, author="Rau", recipient="Graustark", status="delivered", date="7 March")],
            [("memorandum", "Petra Rau", "Graustark", "delivered", "2031-03-07", [1])],
            {},
        ),
        (
            [document("memorandum", 1, author="Graustark", recipient="Lavia", status="signed", date="8 March")],
            [("memorandum", "Petra Rau", "Graustark", "delivered", None, [1])],
            {
                "0/author": (
                    "Graustark", "absent", None, "By the words around its name the paper is of 'Petra Rau'.", (1,),
                    False,
                ),
                "0/recipient": ("Lavia", "absent", None, "The cited sentences do not hold this name.", (1,), False),
                "0/status": ("signed", "altered", "“signed” for “delivered”", OTHER_STATUS, (1,), False),
                "0/date": ("8 March", "altered", "“8” for “7”", NO_DATE, (1,), False),
            },
        ),
        (
            [
                document("memorandum", 1, recipient="memorandum", date="null", author=" None"),
                document("memorandum", 3, author="Moll"),
                document("Memorandum", 4, 1),
            ],
            [("memorandum", "Petra Rau", "Graustark", "published", None, [1, 3, 4])],
            {
                "0/recipient": (
                    "memorandum", "absent", None, "This is a paper, nobody who could write or get one.", (), False,
                ),
                "1/author": (
                    "Moll", "absent", None, "It speaks of the paper; that it wrote it is not said.", (3,), False,
                ),
            },
        ),
        (
            [document("memorandum", 3, status="promised"), document("memorandum", 1, recipient="Graustark")],
            [("memorandum", "Petra Rau", "Graustark", "delivered", "2031-03-07", [3, 1])],
            {},
        ),
        (
            [
                document("pact", 5), document("pact", 77), document("report", 5),
                document("treaty on fish", 2, author="Petra Rau", status="awaited"),
            ],
            [("report", None, None, None, None, [5]), ("treaty on fish", "Petra Rau", None, "signed", None, [2])],
            {
                "0/name": ("pact", "absent", None, "The cited sentences do not name this paper.", (5,), True),
                "1/name": ("pact", "absent", None, "The cited sentences do not name this paper.", (), False),
                "3/status": ("awaited", "altered", "“awaited” for “signed”", OTHER_STATUS, (2,), False),
            },
        ),
    ],
)  # fmt: skip
def test_papers(drafts: Sequence[DraftDocument], expected: list[Any], refused: dict[str, Noted]) -> None:
    result = grounded(PAPERS, "Ruritania", "Graustark", documents=list(drafts))
    found = [
        (d.name, d.author, d.recipient, d.status, d.date, [e.sentence for e in d.evidence]) for d in result.documents
    ]
    assert found == expected
    assert noted(result) == {f"/documents/{path}": note for path, note in refused.items()}


DATED = (
    "Ruritania will hold talks in Zenda on 12 March. Petra Rau flew home on 3 March. They will meet today. "
    "They slept today. Moll came on 3 March at 10:00."
)


def test_events() -> None:
    drafts = [
        DraftEvent(date="4 March", event="Rau flies", sentences=[2]),
        DraftEvent(date="3 March", event="Lavia flies", sentences=[2]),
        DraftEvent(date="3 March", event="null", sentences=[2]),
        DraftEvent(date="3 March", event="Rau flies", sentences=[77]),
        DraftEvent(date="12 March", event="Talks in Zenda", sentences=[2, 1]),
    ]
    result = grounded(DATED, "Ruritania", events=drafts)
    assert [(e.date, e.event, e.status, [s.sentence for s in e.evidence]) for e in result.timeline] == [
        ("2031-03-03", "Petra Rau flew home on 3 March.", "past", [2]),
        ("2031-03-03T10:00", "Moll came on 3 March at 10:00.", "past", [5]),
        ("2031-03-09", "They will meet today.", "planned", [3]),
        ("2031-03-09", "They slept today.", "past", [4]),
        ("2031-03-12", "Talks in Zenda", "planned", [1]),
    ]
    assert [p.text for p in result.next_steps] == ["They will meet today.", "Talks in Zenda"]
    assert noted(result) == {
        "/timeline/0/date": ("4 March", "altered", "“4” for “3”", NO_DATE, (2,), True),
        "/timeline/1/event": (
            "Lavia flies", "absent", None, f"Not in the evidence: Lavia. {INSTEAD}", (2,), True,
        ),
        "/timeline/3/date": ("3 March", "absent", None, NO_DATE, (), False),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("ab  cd\nef", "ab cd ef"),
        ("a" * 240, "a" * 240),
        ("a" * 241, "a" * 238 + " …"),
        ("a" * 238 + " bc", "a" * 238 + " …"),
        ("a" * 237 + " b cd", "a" * 237 + " …"),
        ("ab " + "c" * 240, "ab …"),
    ],
)
def test_a_text_is_cut_at_a_word_with_room_for_the_ellipsis(text: str, short: str) -> None:
    assert shortened(text) == short


LINES = (
    "Fish is dear to everybody in the old town today. Ruritania and Graustark will hold talks in the old town. "
    "Ruritania will meet Graustark in Zenda on 12 March. Moll slept."
)
LEAD = "Ruritania and Graustark will hold talks in the old town."


@pytest.mark.parametrize(
    ("text", "sentences", "delivered", "note"),
    [
        ("Fish is  dear.", [1], "Fish is dear.", None),
        (" ".join(["fish"] * 60), [1], " ".join(["fish"] * 60), None),
        (" ".join(["fish"] * 61), [1], LEAD, ("absent", None, f"Longer than 60 words. {INSTEAD}", (1,), True)),
        (" ".join(["fish"] * 61), [77], LEAD, ("absent", None, f"Longer than 60 words. {INSTEAD}", (77,), False)),
        ("Fish in Lavia.", [1], LEAD, ("absent", None, f"Not in the evidence: Lavia. {INSTEAD}", (1,), True)),
        (
            "Moll did not sleep.", [4], LEAD,
            ("altered", "“not” added", f"Changed from the evidence: “not” added. {INSTEAD}", (4,), True),
        ),
        ("Fish", [77], LEAD, ("absent", None, "It cites no sentence of the article.", (), False)),
        ("null", [1], LEAD, None),
    ],
)  # fmt: skip
def test_a_bottom_line(text: str, sentences: list[int], delivered: str, note: tuple[Any, ...] | None) -> None:
    line = DraftBottomLine(text=text, sentences=sentences)
    result = grounded(LINES, "Ruritania", "Graustark", bottom_line=line)
    assert result.bottom_line.text == delivered
    assert noted(result) == ({"/bottom_line/text": (" ".join(text.split()), *note)} if note else {})


@pytest.mark.parametrize(
    ("text", "meetings", "cited"),
    [
        (LINES, [], [2]),
        (LINES, [meeting(3, city="Zenda")], [2, 3]),
        (LINES, [meeting(3, city="Zenda"), meeting(1, start="today")], [2, 3]),
        ("Fish is dear\n\n" + LINES, [], [3]),
        ("Talks on one two three four five. One two three four five six seven eight.", [], [2]),
        ("One two three four five six seven “eight.” More of it.", [], [1]),
        ("One two three four. Two.", [], [1]),
        ("Fish is very dear to all people here. " * 6 + "They hold talks on the price of fish.", [], [1]),
        ("Fish is very dear to all people here. " * 5 + "They hold talks on the price of fish.", [], [6]),
        ("On 12 March talks begin in Zenda" + " fish" * 45 + ". They will meet in Zenda on 13 March.", [2], [1, 2]),
        ("On 12 March talks begin in Zenda" + " fish" * 46 + ". They will meet in Zenda on 13 March.", [2], [1]),
    ],
)
def test_the_articles_own_lead(text: str, meetings: list[Any], cited: list[int]) -> None:
    drafts = [meeting(m, city="Zenda", start="13 March") if isinstance(m, int) else m for m in meetings]
    assert [e.sentence for e in grounded(text, meetings=drafts).bottom_line.evidence] == cited


@pytest.mark.parametrize(("words", "last"), [(60, "word."), (61, "…")])
def test_a_long_lead_is_cut(words: int, last: str) -> None:
    told = grounded(" ".join(["word"] * words) + ".").bottom_line.text.split()
    assert (len(told), told[-1]) == (60, last)


AGREED = (
    "Ruritania and Graustark have agreed to share fish. They also agreed on nets. Both rejected a plan. "
    "Moll of Lavia came."
)


def test_agreements() -> None:
    drafts = [
        DraftAgreement(text="They share fish", parties=["Ruritania", "Lavia"], status="agreed", sentences=[1]),
        DraftAgreement(
            text="They share nets", parties=["Ruritania", "Graustark", "Syldavia"], status="tentative", sentences=[2]
        ),
        DraftAgreement(text="A plan of Lavia", parties=["Moll"], status="agreed", sentences=[3, 4]),
        DraftAgreement(text=" ", parties=[], status="agreed", sentences=[3]),
        DraftAgreement(text="Moll", parties=[], status="agreed", sentences=[77]),
        DraftAgreement(text="Moll", parties=[], status="agreed", sentences=[4]),
    ]
    result = grounded(AGREED, "Ruritania", "Graustark", agreements=drafts)
    assert [(a.text, a.parties, a.status, [e.sentence for e in a.evidence]) for a in result.agreements] == [
        ("They share fish", ["Ruritania"], "agreed", [1]),
        ("They share nets", ["Ruritania", "Graustark"], "agreed", [2, 1]),
        ("A plan of Lavia", ["Moll"], "rejected", [3, 4]),
        ("Moll", [], "agreed", [4]),
    ]
    no_name = "The cited sentences do not name it."
    assert noted(result) == {
        "/agreements/0/parties/1": ("Lavia", "absent", None, no_name, (1,), False),
        "/agreements/1/parties/2": ("Syldavia", "absent", None, no_name, (2,), False),
        "/agreements/1/status": ("tentative", "altered", "“tentative” for “agreed”", OTHER_STATUS, (2,), False),
        "/agreements/2/status": ("agreed", "altered", "“agreed” for “rejected”", OTHER_STATUS, (3, 4), False),
        "/agreements/3/text": (" ", "absent", None, "It says nothing.", (), False),
        "/agreements/4/text": ("Moll", "absent", None, "It cites no sentence of the article.", (), False),
    }


def test_points_stand_once_and_by_the_articles_words_where_theirs_fail() -> None:
    texts = ("Nets", "Nets", "null", "Lavia")
    result = grounded(AGREED, open_questions=[DraftPoint(text=text, sentences=[2]) for text in texts])
    assert [p.text for p in result.open_questions] == ["Nets", "They also agreed on nets."]
    assert noted(result) == {
        "/open_questions/2/text": ("null", "absent", None, "It says nothing.", (), False),
        "/open_questions/3/text": (
            "Lavia", "absent", None, f"Not in the evidence: Lavia. {INSTEAD}", (2,), True,
        ),
    }  # fmt: skip


def test_positions() -> None:
    text = (
        "Ilko Moll, the Graustarkian envoy, wants fish. Moll said that prices must fall. The town of Zenda wants nets. "
        "Graustark slept."
    )
    drafts = [
        DraftPosition(party=party, issue=issue, stance=stance, sentences=[sentence])
        for party, issue, stance, sentence in (
            ("Graustark", "fish", "wants fish", 1),
            ("Graustark", "prices", "they must fall", 2),
            ("Zenda", "nets", "12 nets", 3),
            ("Graustark", "nets", "wants nets", 3),
            ("Lavia", "nets", "wants nets", 77),
            ("Zenda", "", "wants nets", 3),
        )
    ]
    result = grounded(text, "Graustark", positions=drafts)
    assert [(p.party, p.issue, p.stance) for p in result.positions] == [
        ("Graustark", "fish", "wants fish"),
        ("Graustark", "prices", "they must fall"),
        ("Zenda", "nets", "The town of Zenda wants nets."),
    ]
    nobody = "The cited sentences do not name it, nor anybody who speaks for it."
    assert noted(result) == {
        "/positions/2/stance": ("12 nets", "absent", None, f"Not in the evidence: 12. {INSTEAD}", (3,), True),
        "/positions/3/party": ("Graustark", "absent", None, nobody, (3,), True),
        "/positions/4/party": ("Lavia", "absent", None, nobody, (), False),
        "/positions/5/issue": ("", "absent", None, "It says nothing.", (), False),
    }


def test_an_outlet_is_no_issue() -> None:
    text = "Graustark wants fish, envoy Ilko Moll told the Zenda Times newspaper."
    drafts = [DraftPosition(party="Graustark", issue="Zenda Times", stance="wants fish", sentences=[1])]
    result = grounded(text, "Graustark", positions=drafts)
    assert result.positions == []
    assert noted(result)["/positions/0/issue"][3] == "It is an outlet, nothing that sides could differ on."
