"""Where the rules of dates, statuses and talks begin and end."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from summarizer.draft import DraftTalks
from summarizer.grounding.ground import Grounded
from summarizer.grounding.publication import side_of
from summarizer.grounding.statuses import Kind, statuses_told
from tests.grounding.worlds import PUBLISHED, grounded, scene


@pytest.mark.parametrize(
    ("date", "side"),
    [
        ("2031-03-09", None), ("2031-03-08", "before"), ("2031-03-10", "after"), ("2031-03-09T10:00", None),
        ("2031-03-10T10:00", "after"), ("2031-03", None), ("2031-02", "before"), ("2031-04", "after"), ("2031", None),
        ("2030", "before"), ("2032", "after"), ("2031-W10", None), ("2031-W09", "before"), ("2031-W11", "after"),
    ],
)  # fmt: skip
def test_a_date_lies_before_or_after_the_day_of_publication_unless_it_holds_it(date: str, side: str | None) -> None:
    assert side_of(date, PUBLISHED) == side
    assert side_of(date, None) is None


def test_the_first_days_of_a_year_may_be_of_the_last_week_before() -> None:
    assert side_of("2026-W53", dt.date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("talks", "The talks have ended.", ["concluded"]),
        ("talks", "The talks will begin in Zenda.", ["planned"]),
        ("talks", "“The talks will begin.”", []),
        ("talks", "The talks were not cancelled.", []),
        ("talks", "Not one of the talks was cancelled.", ["cancelled"]),
        ("talks", "Rau is not here, talks were cancelled.", ["cancelled"]),
        ("talks", "He will eat; the talks ended.", ["concluded"]),
        ("talks", "The talks one two three four five six will go.", ["planned"]),
        ("talks", "The talks one two three four five six seven will go.", []),
        ("talks", "Rau will one two three four five six talks.", ["planned"]),
        ("talks", "Rau will one two three four five six seven talks.", []),
        ("talks", "The talks, he said, will go.", []),
        ("meeting", "The meeting was postponed.", ["postponed"]),
        ("meeting", "They met in Zenda.", ["past"]),
        ("document", "Rau handed them a memorandum.", ["delivered"]),
        ("document", "Rau did not sign the treaty.", []),
        ("document", "Rau promised a paper and published it.", ["promised", "published"]),
        ("agreement", "They tentatively agreed, and Rau rejected it.", ["agreed", "tentative", "rejected"]),
        ("agreement", "They violated the truce. They agreed.", ["violated", "agreed"]),
    ],
)
def test_the_words_of_a_status(kind: Kind, text: str, told: list[str]) -> None:
    read = scene(text)
    words = statuses_told(kind, read.article.sentences, read)
    assert (sorted(words.told), words.known) == (sorted(told), True)


@pytest.mark.parametrize(
    ("text", "start", "told"),
    [
        ("The meeting was postponed.", "2031-03-12", ("planned", "postponed")),
        ("The meeting was postponed.", "2031-03-02", ("past", "postponed")),
        ("The meeting was postponed.", "2031-03-09", ("postponed",)),
        ("They met in Zenda.", "2031-03-12", ("planned",)),
        ("The meeting will be in Zenda.", "2031-03-02", ("past",)),
        ("The meeting will be in Zenda.", "2031-03-09", ("planned",)),
    ],
)
def test_the_date_tells_whether_a_meeting_is_past(text: str, start: str, told: tuple[str, ...]) -> None:
    read = scene(text)
    assert statuses_told("meeting", read.article.sentences, read, start=start).told == told


def test_in_a_language_without_words_a_date_alone_is_known() -> None:
    read = scene("Zenda.", language="la")
    assert not statuses_told("meeting", read.article.sentences, read).known
    assert not statuses_told("document", read.article.sentences, read).known
    dated = statuses_told("meeting", read.article.sentences, read, start="2031-03-12")
    assert (dated.told, dated.known) == (("planned",), True)


def talks(text: str, **given: Any) -> Grounded:
    empty: dict[str, Any] = {"subject": None, "parties": [], "mediators": [], "status": "unclear", "sentences": []}
    return grounded(text, talks=DraftTalks(**{**empty, **given}))


def cited(result: Grounded) -> list[int]:
    return [e.sentence for e in result.talks.evidence]


def reasons(result: Grounded) -> dict[str, tuple[str, str, str | None, str]]:
    refused = [r.refusal for r in result.refused]
    return {r.path: (r.value, r.kind, r.difference, r.reason) for r in refused}


TALKS = (
    "Fish is dear. Ruritania and Graustark hold talks on fish. Ruritania wants nets. Graustark eats. "
    "Lavia mediates between Ruritanian and Graustarkian envoys. The talks on herring will resume in Zenda."
)
SIDES = ["Ruritania", "Graustark"]


@pytest.mark.parametrize(
    ("given", "sentences"),
    [
        ({"status": "planned", "sentences": [2], "mediators": ["Lavia"]}, [2, 6, 5]),
        ({"status": "planned", "sentences": [6]}, [6, 2, 5]),
        ({"sentences": [3]}, [3, 2, 5]),
        ({}, [2, 5]),
        ({"subject": "fish"}, [2, 5]),
        ({"subject": "herring"}, [2, 5, 6]),
        ({"subject": "herring", "sentences": [2]}, [2, 5]),
        ({"subject": "nets"}, [2, 5]),
        ({"status": "planned", "subject": "talks on herring"}, [2, 5, 6]),
    ],
)
def test_the_evidence_of_the_talks(given: dict[str, Any], sentences: list[int]) -> None:
    result = talks(TALKS, parties=SIDES, **given)
    assert (cited(result), result.talks.parties, reasons(result)) == (sentences, SIDES, {})
    assert (result.talks.subject, result.talks.status) == (given.get("subject"), given.get("status", "unclear"))


def test_at_most_three_sentences_that_name_the_most_sides_are_cited() -> None:
    both = "Rau saw Graustark and Ruritania. "
    assert cited(talks("Rau saw Ruritania. " + 4 * both, parties=SIDES)) == [2, 3, 4]


def test_of_the_sentences_that_name_a_mediator_the_first_that_tells_of_it_is_cited() -> None:
    result = talks("Rau saw Ruritania. Lavia eats. Lavia mediates. Lavia mediates.", sentences=[1], mediators=["Lavia"])
    assert (cited(result), result.talks.mediators) == ([1, 3], ["Lavia"])


def test_sides_and_mediators_that_the_article_does_not_bear_out_are_refused() -> None:
    parties = ["Ruritania", "ruritania", "Syldavia", "the", "Ruritania and Graustark hold talks on fish."]
    mediators = ["Zenda", "Lavia", "Lavia", "Borduria"]
    result = talks(TALKS, parties=parties, mediators=mediators, sentences=[2], subject="talks on 12 fish")
    assert (result.talks.parties, result.talks.mediators, result.talks.subject) == (["Ruritania"], ["Lavia"], None)
    no_name = "The article does not hold this name."
    found = reasons(result)
    assert found.pop("/talks/parties/3")[1:] == ("absent", None, no_name)
    assert found == {
        "/talks/parties/2": ("Syldavia", "altered", "“syldavia” for “lavia”", no_name),
        "/talks/parties/4": (parties[4], "absent", None, "These words are more than a name."),
        "/talks/mediators/0": ("Zenda", "absent", None, "No sentence that names it tells of mediating."),
        "/talks/mediators/3": ("Borduria", "absent", None, no_name),
        "/talks/subject": ("talks on 12 fish", "absent", None, "Not in the evidence: 12."),
    }


def test_a_side_is_no_mediator() -> None:
    result = talks("Lavia mediates. Lavia met Borduria.", parties=["Lavia"], mediators=["Lavia"])
    assert result.talks.mediators == []
    assert reasons(result) == {"/talks/mediators/0": ("Lavia", "absent", None, "It is one of the sides.")}


def test_a_status_that_the_words_contradict_is_unclear() -> None:
    result = talks("The talks of Ruritania have ended.", parties=["Ruritania"], status="planned", sentences=[1])
    assert result.talks.status == "unclear"
    assert reasons(result) == {
        "/talks/status": (
            "planned", "altered", "“planned” for “concluded”", "The words of the sentences tell another status.",
        )
    }  # fmt: skip


@pytest.mark.parametrize(("letters", "kept"), [(80, True), (81, False)])
def test_a_name_has_eighty_characters_at_most(letters: int, kept: bool) -> None:
    name = "R" + "u" * (letters - 1)
    result = talks(f"{name} came.", parties=[name])
    assert result.talks.parties == ([name] if kept else [])


def test_a_side_may_stand_there_as_a_word_made_of_it_alone() -> None:
    result = talks("Ruritanian envoys met.", parties=["Ruritania", "Ruritania two"])
    assert result.talks.parties == ["Ruritanian"]
    assert list(reasons(result)) == ["/talks/parties/1"]
