"""Each field of each section, true and wrong, with the verdict and the words in which it is told."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.grounding.verification import judge_facts
from tests.grounding.verification.briefings import briefing, cite, told
from tests.grounding.worlds import scene

READ = scene(
    "Ruritania and Graustark will hold talks on fish in Zenda on 12 March. "
    "Lavia mediates between Ruritania and Graustark. "
    "Foreign Minister Ilko Moll leads the Graustarkian delegation, which includes Deputy Minister Jan Orsk. "
    "Ruritania's envoy Petra Rau handed Graustark a memorandum on 7 March. "
    "Both sides have agreed to share the fish. "
    "The Zenda Herald, a weekly of the fishermen, asked whether prices will fall. "
    "The last talks took place in Strelsau on 3 March at 10:00. "
    "Moll said that Ruritania wants cheap fish. "
    "Borduria wants herring. "
    "It met them on 1 May, 2 May and 3 May. "
    "The meeting in Bergen was postponed."
)
TALKS = {"parties": ["Ruritania", "Graustark"], "evidence": cite(READ, 1)}

NAME = ("supported", "The sentences hold this name.", None)
FORM = ("supported", "The sentences hold a form of this name.", None)
NAMED_BEFORE = (
    "unjudged", "A sentence before names it; whether it is meant here the sentences do not say.", None,
)  # fmt: skip
NO_NAME = ("absent", "The cited sentences do not hold this name.", None)
DATE = ("supported", "The words of the sentences give this date.", None)
NO_DATE = ("absent", "The cited sentences give no date.", None)
TEXT = ("supported", "The evidence holds each of its names, numbers, dates and words of meaning.", None)
STATUS = ("supported", "The words of the sentences tell it.", None)
NOTHING_CLAIMED = ("supported", "It claims nothing.", None)
BESIDE_THE_NAME = ("supported", "It stands beside the name.", None)
UNTOLD_TENSE = (
    "unjudged", "The day of publication does not tell it, and the words rather tell the other one.", None,
)  # fmt: skip


def other_name(difference: str) -> tuple[str, str, str]:
    return "altered", "The cited sentences have another name.", difference


def other_date(difference: str) -> tuple[str, str, str]:
    return "altered", "The words of the sentences give another date.", difference


def other_status(difference: str) -> tuple[str, str, str]:
    return "altered", "The words of the sentences tell another status.", difference


def not_in_evidence(words: str) -> tuple[str, str, None]:
    return "absent", f"Not in the evidence: {words}.", None


def no_verdict(words: str) -> tuple[str, str, None]:
    return "unjudged", f"No verdict on {words}: the evidence has no such words.", None


def judged(section: str, entry: dict[str, Any], *sentences: int) -> dict[str, tuple[str, str, str | None]]:
    """The verdicts on the fields of one entry, by field."""
    found = told(READ, **{"talks": TALKS, section: [{**entry, "evidence": cite(READ, *sentences)}]})
    return {p.split("/", 3)[3]: v for p, v in found.items() if p.startswith(f"/{section}/0/")}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"subject": "fish", "status": "planned"}, {"subject": TEXT, "status": STATUS}),
        (
            {"subject": "herring nets", "status": "concluded"},
            {"subject": no_verdict("“herring”, “nets”"), "status": other_status("“concluded” for “planned”")},
        ),
        (
            {
                "parties": ["Ruritania", "Syldavia"],
                "mediators": ["Lavia", "Borduria", "Zubrowka"],
                "evidence": cite(READ, 1, 2, 9),
            },
            {
                "parties/1": other_name("“syldavia” for “lavia”"),
                "mediators/0": ("supported", "A sentence that names it tells of mediating.", None),
                "mediators/1": ("absent", "No sentence that names it tells of mediating.", None),
                "mediators/2": NO_NAME,
            },
        ),
    ],
)
def test_talks(given: dict[str, Any], expected: dict[str, Any]) -> None:
    found = told(READ, talks={**TALKS, **given})
    assert found == {
        "/talks/parties/0": NAME,
        "/talks/parties/1": NAME,
        "/talks/status": NOTHING_CLAIMED,
        **{f"/talks/{field}": verdict for field, verdict in expected.items()},
    }


def test_talks_of_which_nothing_is_told_are_no_fact() -> None:
    assert told(READ, talks={}) == {}


@pytest.mark.parametrize(
    ("given", "sentences", "expected"),
    [
        (
            {"start": "2031-03-12", "city": "Zenda", "status": "planned"},
            [1],
            {"start": DATE, "city": NAME, "status": STATUS},
        ),
        (
            {"start": "2031-03-07", "city": "Strelsau"},
            [1, 4],
            {
                "start": (
                    "unjudged",
                    "The date stands in the sentences; whether it is the meeting's they do not say plainly.",
                    None,
                ),
                "city": NO_NAME,
            },
        ),
        (
            {
                "start": "2031-03-03T10:00", "end": "2031-03-03T10:30", "venue": "Strelsau", "country": "Lavia",
                "parties": ["Lavia"], "status": "planned",
            },
            [7],
            {
                "start": DATE,
                "end": other_date("“2031-03-03T10:30” for “2031-03-03T10:00”"),
                "venue": NAME,
                "country": NO_NAME,
                "parties/0": NAMED_BEFORE,
                "status": other_status("“planned” for “past”"),
            },
        ),
        ({"start": "2031-03"}, [1], {"start": DATE}),
        (
            {"start": "2031-03-12T09:00", "end": "2031-03-12"},
            [1],
            {"start": other_date("“2031-03-12T09:00” for “2031-03-12”"), "end": DATE},
        ),
        (
            {"start": "2031-03-12T10:00"},
            [1, 7],
            {"start": ("supported", "The day and the hour stand in the sentences.", None)},
        ),
        (
            {"start": "2031-03-12T10:00:30"},
            [1, 7],
            {"start": other_date("“2031-03-12T10:00:30” for “2031-03-12” or “2031-03-03T10:00”")},
        ),
        (
            {"start": "2031", "status": "cancelled"},
            [2],
            {"start": NO_DATE, "status": ("unjudged", "No word of the sentences tells this status.", None)},
        ),
        ({"status": "planned"}, [11], {"status": other_status("“planned” for “postponed”")}),
        (
            {"end": "2031-05-04"},
            [10],
            {"end": ("absent", "The words of the sentences do not give this date.", None)},
        ),
    ],
)  # fmt: skip
def test_meetings(given: dict[str, Any], sentences: list[int], expected: dict[str, Any]) -> None:
    assert judged("meetings", given, *sentences) == {"status": NOTHING_CLAIMED, **expected}


@pytest.mark.parametrize(
    ("given", "sentences", "expected"),
    [
        (
            {"head": {"name": "Ilko Moll", "role": "Foreign Minister"}},
            [3],
            {"party": FORM, "head/name": NAME, "head/role": BESIDE_THE_NAME},
        ),
        (
            {"head": {"name": "Ilko Moll"}},
            [8],
            {
                "party": NO_NAME,
                "head/name": NAME,
                "head": ("absent", "No cited sentence tells of a delegation or of leading one.", None),
            },
        ),
        (
            {
                "head": {"name": "Ilko Moll", "role": "Deputy Minister"},
                "members": [
                    {"name": "Jan Orsk", "role": "Deputy Minister"},
                    {"name": "Jan Orsk", "role": "King"},
                    {"name": "Olga Brandt", "role": "Queen"},
                ],
                "note": "It includes Orsk.",
            },
            [3],
            {
                "party": FORM,
                "head/name": NAME,
                "head/role": (
                    "unjudged", "The sentences have these words; whether they tell this person's role is open.", None,
                ),
                "members/0/name": NAME,
                "members/0/role": BESIDE_THE_NAME,
                "members/1/name": NAME,
                "members/1/role": ("altered", "The article gives another role.", "“King” for “Deputy Minister”"),
                "members/2/name": NO_NAME,
                "members/2/role": NO_NAME,
                "note": TEXT,
            },
        ),
        ({"party": "Borduria", "note": "It eats."}, [3], {"party": NO_NAME, "note": no_verdict("“eats”")}),
    ],
)  # fmt: skip
def test_delegations(given: dict[str, Any], sentences: list[int], expected: dict[str, Any]) -> None:
    assert judged("delegations", {"party": "Graustark", **given}, *sentences) == expected


@pytest.mark.parametrize(
    ("party", "issue", "stance", "sentence", "expected"),
    [
        ("Borduria", "herring", "wants herring", 9, {"issue": TEXT, "stance": TEXT}),
        ("Ruritania", "fish", "It wants cheap fish", 8, {"issue": TEXT, "stance": TEXT}),
        (
            "Lavia",
            "nets",
            "Lavia wants 3 nets",
            9,
            {"party": NO_NAME, "issue": no_verdict("“nets”"), "stance": not_in_evidence("Lavia, 3")},
        ),
    ],
)
def test_positions(party: str, issue: str, stance: str, sentence: int, expected: dict[str, Any]) -> None:
    assert judged("positions", {"party": party, "issue": issue, "stance": stance}, sentence) == expected


@pytest.mark.parametrize(
    ("section", "given", "sentences", "expected"),
    [
        (
            "agreements",
            {"text": "They share the fish.", "parties": ["Borduria"], "status": "agreed"},
            [5],
            {"text": TEXT, "parties/0": NO_NAME, "status": STATUS},
        ),
        (
            "agreements",
            {"text": "They share 12 fish.", "parties": ["Ruritania"], "status": "rejected"},
            [5, 2],
            {
                "text": not_in_evidence("12"),
                "parties/0": NAME,
                "status": other_status("“rejected” for “agreed”"),
            },
        ),
        (
            "documents",
            {
                "name": "memorandum", "author": "Petra Rau", "recipient": "Graustark", "status": "delivered",
                "date": "2031-03-07",
            },
            [4],
            {
                "name": NAME,
                "author": ("supported", "The words around the paper's name tell it.", None),
                "recipient": NAME,
                "status": STATUS,
                "date": DATE,
            },
        ),
        (
            "documents",
            {
                "name": "memorandum", "author": "Graustark", "recipient": "Lavia", "status": "signed",
                "date": "2031-03-08",
            },
            [4],
            {
                "name": NAME,
                "author": (
                    "altered", "By the words around its name the paper is another's.", "“Graustark” for “Petra Rau”",
                ),
                "recipient": NO_NAME,
                "status": other_status("“signed” for “delivered”"),
                "date": other_date("“2031-03-08” for “2031-03-07”"),
            },
        ),
        (
            "documents",
            {"name": "treaty", "author": "Ilko Moll"},
            [3],
            {
                "name": NO_NAME,
                "author": (
                    "unjudged", "The sentences name it; that the paper is its own they do not say plainly.", None,
                ),
            },
        ),
        ("documents", {"name": "treaty", "author": "Borduria"}, [3], {"name": NO_NAME, "author": NO_NAME}),
        (
            "timeline",
            {"date": "2031-03-12", "event": "talks in Zenda", "status": "past"},
            [1],
            {
                "date": DATE,
                "event": TEXT,
                "status": ("altered", "The date lies after the day of publication.", "“past” for “planned”"),
            },
        ),
        (
            "timeline",
            {"date": "2031-03-03", "event": "talks in Zenda", "status": "planned"},
            [7],
            {
                "date": DATE,
                "event": not_in_evidence("Zenda"),
                "status": ("altered", "The date lies before the day of publication.", "“planned” for “past”"),
            },
        ),
        (
            "timeline",
            {"date": "2031-03", "event": "talks", "status": "past"},
            [1, 7],
            {"date": DATE, "event": TEXT, "status": UNTOLD_TENSE},
        ),
        (
            "timeline",
            {"date": "2031-03", "event": "talks", "status": "planned"},
            [7, 1],
            {"date": DATE, "event": TEXT, "status": UNTOLD_TENSE},
        ),
        (
            "timeline",
            {"date": "2031-03", "event": "talks", "status": "planned"},
            [1],
            {"date": DATE, "event": TEXT},
        ),
        ("open_questions", {"text": "Whether prices will fall"}, [6], {"text": TEXT}),
        ("next_steps", {"text": "Whether Lavia will fall"}, [6], {"text": not_in_evidence("Lavia")}),
        (
            "sources",
            {"name": "Zenda Herald", "description": "a weekly of the fishermen"},
            [6],
            {"name": NAME, "description": ("supported", "The article holds these words.", None)},
        ),
        (
            "sources",
            {"name": "Lavia Herald", "description": "a daily of the fishermen"},
            [6],
            {
                "name": other_name("“lavia” for “zenda”"),
                "description": ("altered", "The article says something else.", "“daily” for “weekly”"),
            },
        ),
        ("sources", {"name": "Borduria", "description": None}, [1], {"name": NO_NAME}),
    ],
)  # fmt: skip
def test_other_sections(section: str, given: dict[str, Any], sentences: list[int], expected: dict[str, Any]) -> None:
    assert judged(section, given, *sentences) == expected


def test_evidence_that_stands_elsewhere_is_told_and_the_words_count_where_they_stand() -> None:
    first = cite(READ, 1)[0]
    moved = {**first, "start": first["start"] + 1, "end": first["end"] + 1}
    points = [
        {"text": "Talks in Zenda", "evidence": evidence}
        for evidence in (
            [first],
            [{**first, "sentence": 2}],
            [moved],
            [{**first, "text": "Nothing of it at all is here", "end": 28}],
            [],
            [moved, first],
        )
    ]
    assert told(READ, next_steps=points) == {
        "/next_steps/0/text": TEXT,
        "/next_steps/1/evidence/0": ("altered", "The words stand in another sentence.", "sentence 2 for 1"),
        "/next_steps/1/text": TEXT,
        "/next_steps/2/evidence/0": ("altered", "The words stand at another place.", "1 to 70 for 0 to 69"),
        "/next_steps/2/text": TEXT,
        "/next_steps/3/evidence/0": ("absent", "The article does not hold these words.", None),
        "/next_steps/3/text": ("absent", "It cites no sentence of the article.", None),
        "/next_steps/4/evidence": ("absent", "It cites no words of the article.", None),
        "/next_steps/4/text": ("absent", "It cites no sentence of the article.", None),
        "/next_steps/5/evidence/0": ("altered", "The words stand at another place.", "1 to 70 for 0 to 69"),
        "/next_steps/5/text": TEXT,
    }


def test_evidence_over_two_sentences_may_name_either() -> None:
    one, two, three = cite(READ, 1, 2, 3)
    both = {**one, "end": two["end"], "text": READ.article.text[one["start"] : two["end"]]}
    points = [
        {"text": "Lavia mediates between …", "evidence": [evidence]}
        for evidence in (both, {**both, "sentence": 2}, {**both, "sentence": 3}, three)
    ]
    beginning = ("supported", "It is the beginning of a sentence of the article.", None)
    assert told(READ, next_steps=points) == {
        "/next_steps/0/text": beginning,
        "/next_steps/1/text": beginning,
        "/next_steps/2/evidence/0": ("altered", "The words stand in another sentence.", "sentence 3 for 1 and 2"),
        "/next_steps/2/text": beginning,
        "/next_steps/3/text": not_in_evidence("Lavia"),
    }


@pytest.mark.parametrize(("words", "too_long"), [(60, False), (61, True)])
def test_a_bottom_line_of_more_than_sixty_words_is_none(words: int, too_long: bool) -> None:
    line = {"text": " ".join(["fish"] * words), "evidence": cite(READ, 1)}
    found = [c.verdict.reason for c in judge_facts(briefing(READ, bottom_line=line), READ) if c.path.endswith("/text")]
    assert found == ["It is longer than 60 words."] * too_long + [TEXT[1]]


@pytest.mark.parametrize(
    ("section", "given", "field", "reason"),
    [
        (
            "delegations",
            {"party": "Graustark", "head": {"name": "Ilko Moll"}},
            "head",
            "Whether the sentences tell who leads can't be judged in this language.",
        ),
        (
            "delegations",
            {"party": "Graustark"},
            "party",
            "Whether the sentences tell of a delegation can't be judged in this language.",
        ),
        ("meetings", {"status": "past"}, "status", "The words for it are not known in this language."),
    ],
)
def test_in_a_language_without_rules_much_is_left_open(
    section: str, given: dict[str, Any], field: str, reason: str
) -> None:
    read = scene("Ilko Moll Graustark delegatio.", language="la")
    found = told(read, **{section: [{**given, "evidence": cite(read, 1)}]})
    assert found[f"/{section}/0/{field}"] == ("unjudged", reason, None)


def test_a_claim_shows_the_value_that_stands_at_its_place() -> None:
    person = {"name": "Ilko Moll", "role": "Queen"}
    entries: dict[str, dict[str, Any]] = {
        "meetings": {"parties": ["Lavia"], "start": "2031-03-12", "end": "2031", "venue": "Inn", "city": "Zenda"},
        "delegations": {"party": "Lavia", "head": person, "members": [person], "note": "It eats."},
        "positions": {"party": "Lavia", "issue": "fish", "stance": "nets"},
        "agreements": {"text": "fish", "parties": ["Lavia"], "status": "agreed"},
        "documents": {
            "name": "treaty", "author": "Rau", "recipient": "Moll", "status": "signed", "date": "2031-03-13",
        },
        "timeline": {"date": "2031-03", "event": "talks", "status": "past"},
        "sources": {"name": "Zenda", "description": "a town"},
    }  # fmt: skip
    evidence = cite(READ, 1)
    made = briefing(READ, talks=TALKS, **{name: [{**entry, "evidence": evidence}] for name, entry in entries.items()})
    places = 0
    for claim in judge_facts(made, READ):
        value: Any = made.model_dump()
        for part in claim.path.split("/")[1:]:
            value = value[int(part)] if isinstance(value, list) else value[part]
        if isinstance(value, dict):
            value = value.get("text") or value["name"]
        assert claim.value == value, claim.path
        places += 1
    assert places > 30
