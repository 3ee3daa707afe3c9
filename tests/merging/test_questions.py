"""Open questions, and the later facts that answer them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from summarizer.dossier import QuestionLine
from tests.merging.making import YEAR, Told, dossier


def question(day: str, text: str, language: str = "en") -> Told:
    told = Told(day, text, language=language)
    told.facts["open_questions"] = [{"text": text, "evidence": [told.evidence(1)]}]
    return told


def asked(text: str, *later: Told, language: str = "en") -> QuestionLine:
    (line,) = dossier(question("05-03", text, language), *later).open_questions
    return line


def head(day: str = "05-04") -> Told:
    return Told(day, "Ada Lind will lead Norland's delegation.").head(1, "Norland", "Ada Lind")


def meeting(day: str = "05-04", start: str = "05-10T11:00", sentence: str = "They will meet on Monday.") -> Told:
    return Told(day, sentence).meeting(1, start, city="Sundby")


def paper(day: str = "05-04", status: str = "delivered", **more: Any) -> Told:
    return Told(day, "The memorandum was handed over.").paper(1, "memorandum", status, **more)


@pytest.mark.parametrize(
    ("text", "later", "language"),
    [
        ("Norland has not said who will head its delegation.", head(), "en"),
        ("Unklar ist, wer die Delegation von Norland leitet.", head(), "de"),
        ("It is unclear whether the sides will meet again.", meeting(), "en"),
        ("The date of the next round has not been set.", meeting(), "en"),
        ("Невідомо, коли відбудеться зустріч.", meeting(), "uk"),
        ("On ignore quand se tiendra la prochaine rencontre.", meeting(), "fr"),
        ("It is open whether the memorandum will be handed over.", paper(), "en"),
        ("Неизвестно, когда стороны передадут меморандум.", paper(), "ru"),
        ("It is unclear when the memorandum will be signed.", paper(status="signed"), "en"),
        ("No se sabe si se publicará el memorándum.", paper(status="published"), "es"),
    ],
)  # fmt: skip
def test_a_later_fact_of_the_kind_that_was_asked_for_answers(text: str, later: Told, language: str) -> None:
    answer = asked(text, later, language=language).answer
    assert answer is not None
    assert answer.evidence == later.evidence(1)


@pytest.mark.parametrize(
    ("text", "later"),
    [
        # Of another party, of the day before, of another round, of another author, another state, or another question.
        ("Corrow has not said who will head its delegation.", [head()]),
        ("Norland has not said who will head its delegation.", [head("05-02")]),
        ("It is unclear when the third round will be held.", [meeting(sentence="The second round is on Monday.")]),
        ("It is unclear whether the sides will meet again.", [meeting(start="05-01")]),
        ("It is open whether Norland will hand over its memorandum.", [head(), paper(author="Corrow")]),
        ("It is unclear when the memorandum will be signed.", [paper()]),
        ("It is unclear whether Norland will send a minister.", [paper()]),
        ("It is unclear how many prisoners will be freed.", [meeting(), paper(), head()]),
    ],
)  # fmt: skip
def test_what_was_not_asked_for_answers_nothing(text: str, later: list[Told]) -> None:
    lines = dossier(question("05-03", text), *later).open_questions
    assert [line.answer for line in lines] == [None]


def test_of_two_meetings_nobody_knows_which_was_asked_about() -> None:
    two = Told("05-04", "The envoys meet on Sunday.", "All sides meet on Monday.")
    two.meeting(1, "05-09", city="Vik").meeting(2, "05-10", city="Sundby")
    assert asked("It is unclear when the sides will meet again.", two).answer is None


def test_what_is_asked_again_is_not_answered_yet() -> None:
    text = "Norland has not said who will head its delegation."
    (line,) = dossier(
        question("05-03", text), question("05-05", text.replace("has not", "has not yet")), head("05-07")
    ).open_questions
    assert len(line.references) == 2
    assert line.answer is not None


def test_an_answer_is_a_change_and_stands_in_the_renderings() -> None:
    text = "Norland has not said who will head its delegation."
    found = dossier(question("05-03", text), head())
    changes = [one for one in found.changes_since(dt.date(YEAR, 5, 3)) if one.what == "q1"]
    assert [(one.kind, one.before, one.after) for one in changes] == [
        ("done", text, "Ada Lind will lead Norland's delegation.")
    ]
    assert "answered: [2] “Ada Lind will lead Norland's delegation.”" in found.markdown().replace("\\", "")
    assert "answered" in found.html()
