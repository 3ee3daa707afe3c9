"""What became of a plan: meetings called off and begun, papers still to be signed, datelines that are no events."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

import pytest

from summarizer.grounding.ground import Grounded, ground
from summarizer.vocabulary import DocumentStatus, MeetingStatus
from tests.grounding.worlds import article, document, draft, meeting, refusals

THURSDAY = dt.date(2031, 3, 6)


def read(text: str, language: str = "en", **sections: Any) -> Grounded:
    return ground(article(text, published=THURSDAY, language=language), draft("Lavia", "Norland", **sections))


def status(text: str, start: str, drafted: str, *cited: int, language: str = "en") -> str:
    one = meeting(*cited or (1,), start=start).model_copy(update={"status": cast(MeetingStatus, drafted)})
    (found,) = read(text, language, meetings=[one]).meetings
    return found.status


CALLED_OFF = [
    ("en", "Her meeting with Moll, scheduled for 8:45 on Saturday, has been cancelled, Rau said.", "8:45 on Saturday"),
    ("en", "A round that had been planned for Wednesday at the Old Mint was called off by Lavia.", "Wednesday"),
    ("en", "The meeting, due on Saturday, 8 March, was scrapped.", "Saturday, 8 March"),
    ("en", "Lavia called off the round planned for Saturday.", "Saturday"),
    ("uk", "Зустріч Рау з Моллом, запланована на 8:45 суботи у клубі «Бук», скасована, сказав Ган.", "8:45 суботи"),
    ("uk", "Лавія скасувала зустріч, заплановану на суботу.", "суботу"),
    ("ru", "Встреча Рау с Моллом, запланированная на 8:45 субботы, отменена, сказал Ган.", "8:45 субботы"),
    ("ru", "Запланированная на субботу встреча была отменена.", "субботу"),
    ("de", "Das für Samstag geplante Treffen wurde kurzfristig abgesagt.", "Samstag"),
    ("de", "Das Treffen, das für Samstag geplant war, ist abgesagt worden.", "Samstag"),
    ("fr", "La réunion prévue samedi à Zenda a été annulée.", "samedi"),
    ("es", "La reunión, prevista para el sábado en Zenda, fue cancelada.", "el sábado"),
]


@pytest.mark.parametrize(("language", "text", "start"), CALLED_OFF)
@pytest.mark.parametrize("drafted", ["cancelled", "planned", "unclear"])
def test_what_was_called_off_is_cancelled_whatever_was_planned(
    language: str, text: str, start: str, drafted: str
) -> None:
    assert status(text, start, drafted, language=language) == "cancelled"


@pytest.mark.parametrize(
    "text",
    [
        "Talks will be held on Saturday after a meeting in Hof was cancelled.",
        "Talks will be held on Saturday, and a meeting on Monday was cancelled.",
        "A meeting that was called off last week will be held on Saturday.",
        "The meeting planned for Saturday may be cancelled.",
        "Rau has cancelled plans to attend the meeting that will be held on Saturday.",
        "The cancelled meeting will be held on Saturday.",
        "The meeting planned for Saturday was never cancelled.",
        "Rau denied that the meeting would be moved; it is planned for Saturday if nothing was cancelled.",
    ],
)
def test_another_meeting_called_off_or_a_mere_chance_cancels_nothing(text: str) -> None:
    assert status(text, "Saturday", "planned") == "planned"


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "The talks were postponed on Monday. The session got under way at 2 p.m. on Thursday.", "2 p.m."),
        ("en", "Envoys met on Thursday, a day later than planned. The session got under way at 2 p.m.", "2 p.m."),
        ("en", "A round had been due on Monday. The session, postponed from Monday, began on Thursday.", "Thursday"),
        ("uk", "Зустріч перенесли. Засідання розпочалося в четвер.", "четвер"),
        ("ru", "Встречу перенесли. Переговоры начались в четверг.", "четверг"),
        ("de", "Das Treffen wurde verschoben. Die Sitzung begann am Donnerstag.", "Donnerstag"),
        ("fr", "La rencontre a été reportée. La réunion a commencé jeudi.", "jeudi"),
        ("es", "La cita fue aplazada. La reunión comenzó el jueves.", "el jueves"),
    ],
)
@pytest.mark.parametrize("drafted", ["postponed", "planned", "under_way", "unclear"])
def test_what_has_begun_was_not_put_off(language: str, text: str, start: str, drafted: str) -> None:
    assert status(text, start, drafted, 1, 2, language=language) == "under_way"


def test_what_has_begun_may_be_over() -> None:
    assert status("The session began at noon on Thursday and ended at three.", "Thursday", "unclear") == "past"
    text = "Wednesday's talks began late, Rau told the Herald on Thursday. The session opened at 16:40."
    assert status(text, "16:40", "past", 2) == "past"
    undated = meeting(1, city="Zenda").model_copy(update={"status": "past"})
    result = read("The session opened in Zenda.", meetings=[undated])
    assert ([m.status for m in result.meetings], "/meetings/0/status" in refusals(result)) == (["past"], False)


@pytest.mark.parametrize(
    ("text", "drafted"),
    [
        ("Talks began on Monday but were put off until Saturday.", "postponed"),
        ("The talks will begin on Saturday.", "planned"),
    ],
)
def test_what_is_to_begin_has_not_begun(text: str, drafted: str) -> None:
    assert status(text, "Saturday", drafted) == drafted


def test_a_sentence_that_goes_on_with_the_meeting_gives_its_hour() -> None:
    text = "Wednesday's talks in Zenda began late, Rau told the Herald on Thursday. The session opened at 16:40."
    drafts = [meeting(1, city="Zenda"), meeting(2)]
    assert [(m.start, m.city) for m in read(text, meetings=drafts).meetings] == [("2031-03-05T16:40", "Zenda")]
    other = text.replace("The session", "A summit of fishers")
    assert [m.start for m in read(other, meetings=drafts).meetings] == ["2031-03-05"]


def test_an_event_that_began_later_than_planned_is_past() -> None:
    text = "Envoys met in Zenda on Thursday, a day later than planned. The session in Zenda began at 2 p.m."
    timeline = read(text, meetings=[meeting(1, city="Zenda"), meeting(2, city="Zenda")]).timeline
    assert [(e.date, e.status) for e in timeline] == [("2031-03-06T14:00", "past")]


def test_one_sentence_calls_off_what_another_planned() -> None:
    text = "Talks will be held in Zenda at 10:00 on Saturday. The talks of 8 March in Zenda were cancelled."
    drafts = [meeting(1, start="10:00 on Saturday", city="Zenda"), meeting(2, start="8 March", city="Zenda")]
    found = read(text, meetings=drafts).meetings
    assert [(m.start, m.status) for m in found] == [("2031-03-08T10:00", "cancelled")]


@pytest.mark.parametrize(
    ("language", "text", "paper", "drafted", "expected"),
    [
        ("en", "The protocol is to be signed in Zenda on Saturday, Rau said.", "protocol", "signed", "awaited"),
        ("en", "The protocol is to be signed in Zenda on Saturday.", "protocol", "promised", "promised"),
        ("en", "The protocol will be formally signed on Saturday.", "protocol", None, "awaited"),
        ("en", "They agreed to sign the protocol on Saturday.", "protocol", "signed", "awaited"),
        ("en", "The protocol was signed in Zenda on Monday.", "protocol", None, "signed"),
        ("en", "Both put their signatures to the protocol on Monday.", "protocol", None, "signed"),
        ("uk", "Сторони мають підписати протокол у суботу.", "протокол", "signed", "awaited"),
        ("uk", "Сторони підписали протокол у понеділок.", "протокол", None, "signed"),
        ("ru", "Стороны должны подписать протокол в субботу.", "протокол", "signed", "awaited"),
        ("ru", "Протокол будет подписан в субботу.", "Протокол", "signed", "awaited"),
        ("ru", "Протокол подписан в понедельник.", "Протокол", None, "signed"),
        ("de", "Das Protokoll soll am Samstag unterzeichnet werden.", "Protokoll", "signed", "awaited"),
        ("de", "Das Protokoll wurde am Montag unterzeichnet.", "Protokoll", None, "signed"),
        ("fr", "Le protocole doit être signé samedi.", "protocole", "signed", "awaited"),
        ("fr", "Le protocole a été signé lundi.", "protocole", None, "signed"),
        ("es", "El protocolo debe ser firmado el sábado.", "protocolo", "signed", "awaited"),
        ("es", "El protocolo se firmará el sábado.", "protocolo", "signed", "promised"),
        ("es", "El protocolo fue firmado el lunes.", "protocolo", None, "signed"),
    ],
)
def test_what_is_to_be_signed_is_not_signed(
    language: str, text: str, paper: str, drafted: DocumentStatus | None, expected: str
) -> None:
    (found,) = read(text, language, documents=[document(paper, 1, status=drafted)]).documents
    assert found.status == expected


@pytest.mark.parametrize(
    ("text", "paper", "date"),
    [
        ("Both put their names to the pact in Zenda on Tuesday, Rau said on Thursday.", "pact", "2031-03-04"),
        ("On Tuesday both sides signed the pact.", "pact", "2031-03-04"),
        ("Both signed the pact on Tuesday and on Wednesday flew home.", "pact", "2031-03-04"),
        ("The pact is to be signed on Saturday, Rau said on Thursday.", "pact", "2031-03-08"),
        ("Rau said on Thursday that the pact was signed.", "pact", None),
        ("Both signed the pact, and the envoys left on Tuesday.", "pact", None),
        ("Rau handed over her answer to the Lavian memorandum on Tuesday.", "memorandum", None),
        ("Rau handed the envoys in Zenda the memorandum on Tuesday.", "memorandum", "2031-03-04"),
    ],
)
def test_the_day_beside_the_verb_dates_a_paper(text: str, paper: str, date: str | None) -> None:
    assert [d.date for d in read(text, documents=[document(paper, 1)]).documents] == [date]


def test_the_day_of_saying_dates_no_paper_that_has_a_day_of_its_own() -> None:
    result = read(
        "Both signed the pact on Tuesday, Rau said on Thursday.", documents=[document("pact", 1, date="Thursday")]
    )
    assert [d.date for d in result.documents] == ["2031-03-04"]
    assert refusals(result)["/documents/0/date"] == ("altered", "“2031-03-06” for “2031-03-04”")


def test_the_date_of_a_paper_is_that_of_its_last_status() -> None:
    text = "Rau delivered the pact on Tuesday. Both have since signed the pact."
    (found,) = read(text, documents=[document("pact", 1), document("pact", 2)]).documents
    assert (found.status, found.date) == ("signed", None)
