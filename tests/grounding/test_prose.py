"""Free text against its evidence."""

from __future__ import annotations

import pytest

from summarizer.draft import DraftAgreement, DraftBottomLine, DraftPoint, DraftPosition
from summarizer.grounding.figures import figures
from summarizer.grounding.prose import unsupported_words
from summarizer.language import rules_for
from tests.grounding.worlds import grounded, refusals, scene

TEXT = (
    "Foreign Minister Petra Rau of Ruritania said that 12 per cent of two hundred prisoners will return on Monday, "
    "10 March. Moll, the Strelsau envoy, called it “a first step”. The negotiators meet in Zenda at 13:00 on 11 March."
)


@pytest.mark.parametrize(
    "text",
    [
        "Rau said 12% of 200 prisoners return on 10 March.",
        "Ruritanian minister Petra Rau hopes.",
        "Negotiators will meet on Tuesday.",
        "They meet at 13:00.",
        "Moll called it “a first step”.",
        "The envoy Moll heard Foreign Minister Rau.",
        "In Zenda, negotiators meet.",
        "",
    ],
)
def test_what_the_evidence_holds_passes(text: str) -> None:
    read = scene(TEXT)
    assert unsupported_words(text, read.article.sentences, read) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Rau said 12 of 200 prisoners return.", ["12"]),
        ("Rau said 13% return.", ["13"]),
        ("Eleven prisoners return.", ["Eleven"]),
        ("Lavik spoke.", ["Lavik"]),
        ("Rau met Lavik.", ["Lavik"]),
        ("Petra Moll spoke.", ["Petra Moll"]),
        ("They meet on 12 March.", ["12 March"]),
        ("They meet at 14:00.", ["14:00"]),
        ("Moll called it “a last step”.", ["a last step"]),
        ("They will not meet.", ["not"]),
        ("Rau said so. Lavik did.", ["Lavik"]),
    ],
)
def test_a_changed_name_number_date_quote_or_negation_is_told(text: str, missing: list[str]) -> None:
    read = scene(TEXT)
    assert unsupported_words(text, read.article.sentences, read) == missing


def test_a_day_is_not_the_number_of_anything() -> None:
    read = scene("They meet on 3 March.")
    assert unsupported_words("Three meet.", read.article.sentences, read) == ["Three"]


def test_only_the_cited_sentences_count() -> None:
    read = scene(TEXT)
    assert unsupported_words("Rau spoke.", read.article.sentences[1:], read) == ["Rau"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two", [(2, False)]),
        ("twenty-one", [(21, False)]),
        ("three hundred", [(300, False)]),
        ("1,500 and 1.5", [(1500, False), (1.5, False)]),
        ("1.5 million", [(1_500_000, False)]),
        ("five thousand two hundred", [(5200, False)]),
        ("12 per cent, 13%, 14-percent", [(12, True), (13, True), (14, True)]),
        ("F-16 and T72", [(16, False)]),
        ("one", []),
        ("13:00", [("13:00", False)]),
    ],
)
def test_numbers_count_by_their_value(text: str, values: list[tuple[float | str, bool]]) -> None:
    assert [(f.value, f.percent) for f in figures(text, rules_for("en"))] == values


def test_a_bottom_line_that_fails_is_replaced_by_the_articles_own_words() -> None:
    text = "Talks between Ruritania and Graustark on fish will begin in Zenda on 12 March."
    good = grounded(text, bottom_line=DraftBottomLine(text="Ruritania and Graustark talk.", sentences=[1]))
    assert good.bottom_line.text == "Ruritania and Graustark talk."
    bad = grounded(text, bottom_line=DraftBottomLine(text="Ruritania and Lavia talk.", sentences=[1]))
    assert bad.bottom_line.text == text
    assert refusals(bad) == {"/bottom_line/text": ("absent", None)}
    long = grounded(text, bottom_line=DraftBottomLine(text="fish " * 61, sentences=[1]))
    assert long.bottom_line.text == text
    assert "60 words" in long.refused[0].refusal.reason


def test_a_position_needs_its_party_in_the_sentence_or_somebody_who_speaks_for_it() -> None:
    text = "Graustark's envoy Ilko Moll wants fish. Moll said that prices must fall. Nobody eats fish."

    def position(*sentences: int) -> DraftPosition:
        return DraftPosition(party="Graustark", issue="fish", stance="fish", sentences=list(sentences))

    result = grounded(text, "Graustark", positions=[position(1), position(3)])
    assert [p.evidence[0].sentence for p in result.positions] == [1]
    assert refusals(result) == {"/positions/1/party": ("absent", None)}


def test_points_and_agreements_without_a_sentence_are_refused() -> None:
    point = DraftPoint(text="Fish", sentences=[77])
    agreement = DraftAgreement(text="Fish is shared", parties=["Lavia"], status="agreed", sentences=[1])
    result = grounded("Fish is shared.", open_questions=[point], agreements=[agreement])
    assert result.open_questions == []
    assert [a.parties for a in result.agreements] == [[]]
    assert refusals(result) == {
        "/open_questions/0/text": ("absent", None),
        "/agreements/0/parties/0": ("absent", None),
    }
