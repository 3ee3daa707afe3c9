"""One paper under its many names, its handing over, and its signing."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.merging.papers import is_one_paper
from tests.merging.making import YEAR, Told, dossier


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("draft protocol", "protocol", True),
        ("draft protocol", "проекта протокола", True),
        ("projet de protocole", "protocol on herring quotas", True),
        ("ceasefire agreement", "проєкт угоди про припинення вогню", True),
        ("acuerdo de alto el fuego", "Waffenstillstandsabkommen", True),
        ("the draft", "draft ceasefire agreement", True),
        ("the document", "memorandum", True),
        ("memorandum", "меморандум про розподіл води", True),
        ("ceasefire agreement", "prisoner agreement", False),
        ("memorandum", "protocol", False),
        ("letter", "memorandum", False),
        ("stock assessment", "draft protocol", False),
    ],
)
def test_names_of_one_paper(one: str, other: str, same: bool) -> None:
    assert is_one_paper(one, other) is same
    assert is_one_paper(other, one) is same


def test_a_paper_is_one_line_through_all_that_becomes_of_it() -> None:
    told = [
        Told("05-03", "Ada Lind will present a draft protocol on Friday.").paper(
            1, "draft protocol", "promised", "05-07", author="Ada Lind"
        ),
        Told("05-08", "The draft was handed to the sides on Friday.").paper(1, "draft", "delivered", "05-07"),
        Told("05-12", "Протокол подписан.", language="ru").paper(1, "Протокол", "signed", "05-12"),
    ]
    (line,) = dossier(*told).documents
    assert [report.status for report in line.reports] == ["promised", "delivered", "signed"]
    assert (line.author, line.status) == ("Ada Lind", "signed")


def test_papers_of_two_authors_are_two_and_nobodys_is_a_third() -> None:
    told = [
        Told("05-03", "Brennland sent a memorandum.").paper(1, "memorandum", "delivered", "05-03", author="Brennland"),
        Told("05-04", "Corrow sent a memorandum.").paper(1, "memorandum", "delivered", "05-04", author="Corrow"),
        Told("05-05", "The memorandum is long.").paper(1, "memorandum", None),
    ]
    found = dossier(*told)
    assert sorted(str(line.author) for line in found.documents) == ["Brennland", "Corrow", "None"]
    assert [event.start for event in found.events] == [f"{YEAR}-05-03", f"{YEAR}-05-04"]


def test_what_was_promised_and_what_came_of_it_is_one_event() -> None:
    told = [
        Told("05-03", "She will present a draft protocol on Friday.").paper(1, "draft protocol", "promised", "05-07"),
        Told("05-04", "The draft protocol is due on Friday.").paper(1, "draft protocol", "promised", "05-07"),
        Told("05-10", "She gave them the protocol on Sunday.").paper(1, "protocol", "delivered", "05-09"),
    ]
    (event,) = dossier(*told).events
    assert (event.kind, event.start, event.status) == ("handover", f"{YEAR}-05-09", "past")


SIGNED = [
    ("en", "They signed the accord in Sundby", "past"),
    ("en", "the ministers put their names to the text", "past"),
    ("en", "the accord is to be signed", "planned"),
    ("uk", "угоду мають підписати", "planned"),
    ("ru", "стороны подписали соглашение", "past"),
    ("de", "das Abkommen wird unterzeichnet", "planned"),
    ("fr", "l'accord sera signé", "planned"),
    ("es", "el acuerdo se firmará", "planned"),
]


def test_one_signing_is_one_event_in_all_languages() -> None:
    told = [
        Told(f"05-{n:02}", f"X {n} {text}.", language=language).event(1, "05-14", text, status)
        for n, (language, text, status) in enumerate(SIGNED, start=1)
    ]
    (event,) = dossier(*told).events
    assert event.status == "past"
    assert len(event.reports) == len(SIGNED)


def test_each_state_that_a_paper_comes_to_is_a_change() -> None:
    told = [
        Told("05-03", "A draft protocol was promised.").paper(1, "draft protocol", "promised"),
        Told("05-08", "The draft protocol was handed over.").paper(1, "draft protocol", "delivered"),
        Told("05-12", "The protocol was signed.").paper(1, "protocol", "signed"),
        Told("05-13", "The protocol is awaited in the capital.").paper(1, "protocol", "awaited"),
    ]
    changes = dossier(*told).changes_since(dt.date(YEAR, 5, 4))
    assert [(one.kind, one.before, one.after) for one in changes] == [
        ("done", "draft protocol: promised", "delivered"),
        ("done", "draft protocol: delivered", "signed"),
    ]
