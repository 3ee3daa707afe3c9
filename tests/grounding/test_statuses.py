"""A status must rest on words of the sentences, or on the date."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.draft import DraftAgreement, DraftTalks
from summarizer.grounding.scene import Scene
from summarizer.grounding.statuses import Kind, statuses_told
from summarizer.vocabulary import AgreementStatus, TalksStatus
from tests.grounding.worlds import article, document, grounded, meeting, refusals


@pytest.mark.parametrize(
    ("kind", "language", "text", "status", "verdict"),
    [
        ("talks", "en", "Talks between the two were suspended on Monday.", "suspended", "supported"),
        ("talks", "en", "Talks between the two were suspended on Monday.", "concluded", "altered"),
        ("talks", "en", "The fighting was suspended, and talks are held in Zenda.", "concluded", "unjudged"),
        ("talks", "en", "Talks will begin in Zenda.", "planned", "supported"),
        ("talks", "en", "Talks will begin in Zenda.", "under_way", "unjudged"),
        ("talks", "en", "Talks will begin in Zenda.", "cancelled", "altered"),
        ("talks", "en", "Talks were not cancelled.", "cancelled", "unjudged"),
        ("talks", "uk", "Переговори призупинили в понеділок.", "suspended", "supported"),
        ("talks", "ru", "Переговоры отменили.", "concluded", "altered"),
        ("talks", "es", "Las negociaciones fueron suspendidas.", "suspended", "supported"),
        ("talks", "fr", "Les négociations ont été annulées.", "cancelled", "supported"),
        ("talks", "de", "Die Verhandlungen wurden abgebrochen.", "suspended", "supported"),
        ("talks", "pl", "Rozmowy przerwano.", "suspended", "unjudged"),
        ("meeting", "en", "The meeting was postponed.", "postponed", "supported"),
        ("meeting", "en", "The meeting was postponed.", "past", "altered"),
        ("agreement", "en", "Both signed the truce.", "agreed", "supported"),
        ("agreement", "en", "Both rejected the truce.", "agreed", "altered"),
        ("agreement", "en", "They did not sign the truce.", "agreed", "unjudged"),
        ("agreement", "de", "Die Waffenruhe wurde verletzt.", "violated", "supported"),
        ("document", "en", "Rau signed the plan.", "signed", "supported"),
        ("document", "en", "Rau signed the plan.", "withheld", "altered"),
        ("document", "en", "Rau read the plan.", "withheld", "unjudged"),
        ("document", "en", "The levy ends only if the pact is signed.", "signed", "unjudged"),
        ("document", "en", "If the levy ends, the pact is signed.", "signed", "supported"),
        ("document", "uk", "Мито скасують, якщо угоду підписано.", "signed", "unjudged"),
        ("document", "ru", "Пошлину снимут, если соглашение подписано.", "signed", "unjudged"),
        ("agreement", "de", "Der Zoll fällt, wenn das Abkommen unterzeichnet ist.", "agreed", "unjudged"),
        ("talks", "en", "Nothing.", "unclear", "supported"),
    ],
)
def test_words_tell_a_status(kind: Kind, language: str, text: str, status: str, verdict: str) -> None:
    read = Scene(article(text, language=language))
    assert statuses_told(kind, read.article.sentences, read).judge(status).kind == verdict


@pytest.mark.parametrize(
    ("start", "status", "verdict"),
    [
        ("2031-03-11", "planned", "supported"),
        ("2031-03-11", "past", "altered"),
        ("2031-03-09", "past", "supported"),
        ("2031-03-09", "planned", "altered"),
        ("2031-03-10", "planned", "altered"),
        ("2031-03-10", "postponed", "supported"),
        ("2031-03-11", "postponed", "supported"),
    ],
)
def test_the_day_of_publication_tells_past_and_planned(start: str, status: str, verdict: str) -> None:
    read = Scene(article("The meeting in Zenda was delayed.", published=dt.date(2031, 3, 10)))
    words = statuses_told("meeting", read.article.sentences, read, start=start)
    assert words.judge(status).kind == verdict


def test_a_status_that_the_words_contradict_is_refused_and_theirs_stands() -> None:
    def talks(status: TalksStatus) -> DraftTalks:
        return DraftTalks(subject=None, parties=["Lavia"], mediators=[], status=status, sentences=[1])

    def agreement(status: AgreementStatus) -> DraftAgreement:
        return DraftAgreement(text="the truce", parties=[], status=status, sentences=[2])

    text = "Talks with Lavia were suspended. Both rejected the truce. Rau signed the plan."
    wrong = grounded(
        text,
        talks=talks("concluded"),
        agreements=[agreement("agreed")],
        documents=[document("the plan", 3).model_copy(update={"status": "withheld"})],
    )
    assert (wrong.talks.status, wrong.agreements[0].status, wrong.documents[0].status) == (
        "unclear", "rejected", "signed",
    )  # fmt: skip
    assert refusals(wrong) == {
        "/talks/status": ("altered", "“concluded” for “suspended”"),
        "/agreements/0/status": ("altered", "“agreed” for “rejected”"),
        "/documents/0/status": ("altered", "“withheld” for “signed”"),
    }
    right = grounded(text, talks=talks("suspended"), agreements=[agreement("rejected")])
    assert (right.talks.status, right.agreements[0].status, right.refused) == ("suspended", "rejected", ())


def test_a_sentence_that_bears_out_the_status_of_the_talks_joins_their_evidence() -> None:
    text = "Ruritania and Graustark are neighbours. The talks were suspended."
    talks = DraftTalks(
        subject=None, parties=["Ruritania", "Graustark"], mediators=[], status="suspended", sentences=[1]
    )
    assert [e.sentence for e in grounded(text, talks=talks).talks.evidence] == [1, 2]


def test_a_meeting_that_lies_behind_is_not_planned() -> None:
    draft = meeting(1, start="3 March", city="Zenda").model_copy(update={"status": "planned"})
    result = grounded("They met in Zenda on 3 March.", meetings=[draft])
    assert [m.status for m in result.meetings] == ["past"]
    assert refusals(result) == {"/meetings/0/status": ("altered", "“planned” for “past”")}


@pytest.mark.parametrize(
    ("text", "paper", "status"),
    [
        ("In a letter issued on Monday, Rau called the treaty unfair.", "treaty", None),
        ("In a letter issued on Monday, Rau called the treaty unfair.", "letter", "published"),
        ("Rau handed over a letter and a memorandum.", "letter", "delivered"),
        ("Rau handed over a letter and a memorandum.", "memorandum", "delivered"),
    ],
)
def test_what_became_of_one_paper_is_not_told_of_another(text: str, paper: str, status: str | None) -> None:
    result = grounded(text, "Lavia", "Norland", documents=[document(paper, 1)])
    assert [d.status for d in result.documents] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rau said that no draft memorandum had been handed over by the evening.", None),
        ("Nor has the government of Norland received any memorandum.", None),
        ("None of the sides objected when Rau handed over the memorandum.", "delivered"),
        ("Rau handed over the memorandum, and no letter was sent.", "delivered"),
    ],
)
def test_a_paper_that_nobody_has_was_not_handed_over(text: str, status: str | None) -> None:
    result = grounded(text, "Lavia", "Norland", documents=[document("memorandum", 1)])
    assert [d.status for d in result.documents] == [status]
