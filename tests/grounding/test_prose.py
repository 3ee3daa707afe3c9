"""Free text against its evidence."""

from __future__ import annotations

import pytest

from summarizer.draft import DraftAgreement, DraftBottomLine, DraftPoint, DraftPosition
from summarizer.grounding.figures import figures
from summarizer.grounding.prose import judge_prose
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
        "Ruritanian minister Petra Rau said so.",
        "Negotiators will meet on Tuesday.",
        "They meet at 13:00.",
        "Moll called it “a first step”.",
        "The envoy Moll, Foreign Minister Rau.",
        "In Zenda, negotiators meet.",
        "",
    ],
)
def test_what_the_evidence_holds_passes(text: str) -> None:
    read = scene(TEXT)
    assert judge_prose(text, read.article.sentences, read).kind == "supported"


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        ("Rau said 12 of 200 prisoners return.", "“12” for “12 %”"),
        ("Rau said 13% return.", "“13 %” for “12 %”"),
        ("Eleven prisoners return.", "“Eleven” for “two hundred”"),
        ("They meet on 12 March.", "“12 March” for “Monday, 10 March” or “13:00 on 11 March”"),
        ("Moll called it “a last step”.", "“last” for “first”"),
        ("They will not meet.", "“not” added"),
        ("They meet at 14:00.", "“14:00” for “Monday, 10 March” or “13:00 on 11 March”"),
        ("Moll said prisoners will return. They meet without Moll.", "“without” added"),
        ("Petra Rao spoke.", "“Rao” for “Rau”"),
        ("Moll, the Strelzau envoy, spoke.", "“Strelzau” for “Strelsau”"),
    ],
)
def test_a_changed_name_number_date_quote_or_negation_is_told(text: str, difference: str) -> None:
    read = scene(TEXT)
    verdict = judge_prose(text, read.article.sentences, read)
    assert (verdict.kind, verdict.difference) == ("altered", difference)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Lavik spoke.", "Lavik"),
        ("Rau met Lavik.", "Lavik"),
        ("Petra Moll spoke.", "Petra Moll"),
        ("Rau said so. Lavik did.", "Lavik"),
        ("Moll called it “a waste of everything”.", "a waste of everything"),
    ],
)
def test_what_the_evidence_has_nothing_like_is_absent(text: str, missing: str) -> None:
    read = scene(TEXT)
    verdict = judge_prose(text, read.article.sentences, read)
    assert (verdict.kind, verdict.difference) == ("absent", None)
    assert verdict.reason == f"Not in the evidence: {missing}."


@pytest.mark.parametrize(
    ("evidence", "text", "difference"),
    [
        ("Rau did not accept the plan.", "Rau accepted the plan.", "“not” left out"),
        ("Rau accepted the plan.", "Rau did not accept the plan.", "“not” added"),
        ("Rau may accept the plan.", "Rau accepts the plan.", "“may” left out"),
        ("Rau accepted the plan.", "Rau rejected the plan.", "“rejected” for “accepted”"),
        ("Prices rose in Zenda.", "Prices fell in Zenda.", "“fell” for “rose”"),
        (
            "They freed 20 ships and 12 prisoners.",
            "They freed 12 ships and 20 prisoners.",
            "“12” for “20”; “20” for “12”",
        ),
        ("Rau accepted the plan.", "Rau refused to accept the plan.", "“refused” added"),
        ("Rau refused to sign the plan.", "Rau signed the plan.", "“refused” left out"),
        ("Rau failed to sign the plan.", "Rau signed the plan.", "“failed” left out"),
        (
            "Rau said that fish is dear. Zenda listened.",
            "Fish is dear. Zenda said so.",
            "“Zenda” for “Rau” as the speaker",
        ),
        (
            "Ruritania attacked Graustark.",
            "Graustark attacked Ruritania.",
            "“Graustark” and “Ruritania” changed places",
        ),
        ("Rau was invited by Moll.", "Rau invited Moll.", "“Rau” and “Moll” changed places"),
        (
            "Rau said that fish is dear. Moll listened.",
            "Moll said that fish is dear.",
            "“Moll” for “Rau” as the speaker",
        ),
    ],
)
def test_a_changed_polarity_or_speaker_is_told(evidence: str, text: str, difference: str) -> None:
    read = scene(evidence)
    verdict = judge_prose(text, read.article.sentences, read)
    assert (verdict.kind, verdict.difference) == ("altered", difference)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Rau did not accept the plan.", "Rau has not accepted the plan."),
        ("Rau may accept the plan.", "Rau might accept the plan."),
        ("Rau said that the plan, which nobody rejected, was accepted.", "The plan was accepted."),
        ("He said that fish is dear. Moll listened.", "Moll said that fish is dear."),
        ("Rau was invited by Moll.", "Moll invited Rau."),
        ("The 20 infections were 12 cases of cholera.", "The 20 cases were cholera."),
        ("They have not found any signs of fish.", "They have found no signs of fish."),
        ("Prices declined in Zenda.", "In Zenda prices have declined."),
        ("The never-before-seen fish rose.", "The never-before-seen fish rose."),
        ("They sail to Hong Kong. Since then, UK ships wait.", "In Hong Kong. Since then U.K. ships wait."),
        ("Rau met Moll, and Moll met Rau.", "Moll met Rau."),
        ("Rau not only accepted but signed.", "Rau accepted."),
    ],
)
def test_the_same_polarity_or_an_open_speaker_passes(evidence: str, text: str) -> None:
    read = scene(evidence)
    assert judge_prose(text, read.article.sentences, read).kind == "supported"


@pytest.mark.parametrize(
    ("text", "words"), [("The envoy Moll heard Foreign Minister Rau.", "“heard”"), ("Prisoners stay.", "“stay”")]
)
def test_words_of_meaning_beyond_the_evidence_are_not_judged(text: str, words: str) -> None:
    read = scene(TEXT)
    verdict = judge_prose(text, read.article.sentences, read)
    assert (verdict.kind, verdict.reason) == ("unjudged", f"No verdict on {words}: the evidence has no such words.")


def test_a_day_is_not_the_number_of_anything() -> None:
    read = scene("They meet on 3 March.")
    assert judge_prose("Three meet.", read.article.sentences, read).reason == "Not in the evidence: Three."


def test_only_the_cited_sentences_count() -> None:
    read = scene(TEXT)
    assert judge_prose("Rau spoke.", read.article.sentences[1:], read).reason == "Not in the evidence: Rau."


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


@pytest.mark.parametrize(
    ("evidence", "text", "name", "verb"),
    [
        (
            "Rau may withdraw 300 troops, while Moll keeps 1,200 there.",
            "Moll may withdraw 300 troops.",
            "Moll",
            "withdraw",
        ),
        ("Rau did not eat fish and Moll ate fish.", "Rau ate fish.", "Rau", "ate"),
    ],
)
def test_who_does_it_is_open_where_another_name_stands_before_the_verb(
    evidence: str, text: str, name: str, verb: str
) -> None:
    read = scene(evidence)
    verdict = judge_prose(text, read.article.sentences, read)
    assert (verdict.kind, verdict.reason) == ("unjudged", f"Whether “{name}” goes with “{verb}” can't be judged.")


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Rau may withdraw 300 troops, while Moll keeps 1,200 there.", "Rau may withdraw 300 troops."),
        ("“Prices fall,” said Foreign Minister Petra Rau.", "Petra Rau said that prices fall."),
        ("The plan was rejected by Rau of Ruritania.", "Rau rejected the plan."),
        ("Rau of Ruritania rejected the plan, and Moll slept.", "Rau rejected the plan."),
        ("Ruritania and Graustark will begin talks.", "Graustark will begin talks."),
    ],
)
def test_who_does_it_is_told_by_what_stands_before_the_verb(evidence: str, text: str) -> None:
    read = scene(evidence)
    assert judge_prose(text, read.article.sentences, read).kind == "supported"
