"""Who said what: speakers, pronouns, outlets, acts and dates, each by its own sentence."""

from __future__ import annotations

import pytest

from summarizer.briefing import Statement
from tests.grounding.worlds import TALKS, grounded, refusals, statement


def speakers(text: str, *said: tuple[int, str]) -> list[tuple[int, str]]:
    result = grounded(text, "Ruritania", "Graustark", statements=[statement(n, who) for n, who in said])
    return [(s.evidence[0].sentence, s.speaker.name) for s in result.statements]


def only(text: str, number: int, who: str, **given: object) -> Statement:
    result = grounded(text, "Ruritania", "Graustark", statements=[statement(number, who, **given)])
    assert len(result.statements) == 1
    return result.statements[0]


def test_statements_are_numbered_in_the_articles_order() -> None:
    result = grounded(TALKS, statements=[statement(3, "She"), statement(1, "Petra Rau")])
    assert [(s.id, s.evidence[0].sentence) for s in result.statements] == [("s1", 1), ("s2", 3)]


def test_the_role_before_the_name_goes_with_it() -> None:
    said = only(TALKS, 1, "Petra Rau")
    assert (said.speaker.role, said.speaker.kind) == ("chief negotiator", "person")


def test_he_is_the_last_person_who_spoke_and_no_outlet_or_group() -> None:
    text = (
        "Petra Rau said it rains. The news agency Hentzau reported snow. Two officials said it hails. "
        "She added that it will pass."
    )
    said = [(1, "Petra Rau"), (2, "The news agency Hentzau"), (3, "Two officials"), (4, "She")]
    assert speakers(text, *said)[-1] == (4, "Petra Rau")


def test_he_is_the_person_that_the_sentence_before_is_about() -> None:
    text = "Petra Rau said it rains. On Friday, Foreign Minister Ilko Moll flew home. He said no more."
    assert speakers(text, (1, "Petra Rau"), (3, "He")) == [(1, "Petra Rau"), (3, "Ilko Moll")]


def test_they_is_a_group_and_it_is_a_body() -> None:
    text = "Two officials said it rains. The Foreign Ministry denied it. They added more. It said no more."
    said = [(1, "Two officials"), (2, "The Foreign Ministry"), (4, "It")]
    assert speakers(text, *said)[-1] == (4, "Foreign Ministry")
    text = "Petra Rau said it rains. Two officials denied that. Petra Rau said it snows. They said no more."
    said = [(1, "Petra Rau"), (2, "Two officials"), (3, "Petra Rau"), (4, "They")]
    assert speakers(text, *said)[-1] == (4, "Two officials")


def test_a_pronoun_that_nobody_stands_behind_is_refused() -> None:
    result = grounded("It rains in Zenda. He said it will snow.", statements=[statement(2, "He")])
    assert result.statements == []
    assert refusals(result) == {"/statements/0/speaker": ("absent", None)}


def test_a_pronoun_does_not_reach_far_back() -> None:
    text = "Petra Rau said it rains. One. Two. Three. Four. Five. He said it will snow."
    assert speakers(text, (1, "Petra Rau"), (7, "He")) == [(1, "Petra Rau")]


def test_a_name_for_a_pronoun_counts_where_it_is_whom_the_pronoun_means() -> None:
    assert speakers(TALKS, (1, "Petra Rau"), (3, "Petra Rau")) == [(1, "Petra Rau"), (3, "Petra Rau")]


def test_a_quote_that_goes_on_keeps_its_speaker_however_long() -> None:
    text = "“It rains,” said Petra Rau. " + " ".join(f"“And {n} times more.”" for n in range(2, 8))
    said = [(n, "Petra Rau") for n in range(1, 8)]
    assert speakers(text, *said) == said


def test_a_full_name_from_elsewhere_counts_where_the_sentence_has_its_surname() -> None:
    text = "Chief negotiator Petra Rau flew to Zenda. Mr. Rau said it rains."
    assert speakers(text, (2, "Petra Rau")) == [(2, "Petra Rau")]


@pytest.mark.parametrize(
    ("speaker", "kind", "difference"),
    [
        ("Petra Lau", "altered", "“lau” for “rau”"),
        ("Rupert Hentzau", "absent", None),
        ("Graustark", "absent", None),
        ("the", "absent", None),
    ],
)
def test_a_speaker_to_whom_the_sentence_gives_no_words_is_refused(
    speaker: str, kind: str, difference: str | None
) -> None:
    text = "Petra Rau said on Friday that the offer of Graustark fails."
    result = grounded(text, "Graustark", statements=[statement(1, speaker)])
    assert result.statements == []
    assert refusals(result) == {"/statements/0/speaker": (kind, difference)}


def test_a_wrong_role_is_told_and_the_name_stays() -> None:
    text = "Foreign Minister Petra Rau said it rains."
    result = grounded(text, statements=[statement(1, "Finance Minister Petra Rau")])
    assert [(s.speaker.name, s.speaker.role) for s in result.statements] == [("Petra Rau", "Foreign Minister")]
    assert refusals(result) == {"/statements/0/speaker": ("altered", "“finance” for “foreign”")}


def test_the_outlet_that_was_told_carried_the_words_and_the_next_sentence() -> None:
    text = "A source in the palace told Hentzau News that it rains. The source added that it will pass."
    result = grounded(text, statements=[statement(1, "A source in the palace"), statement(2, "The source")])
    assert [(s.speaker.name, s.reported_by) for s in result.statements] == [
        ("A source in the palace", ["Hentzau News"]),
        ("A source in the palace", ["Hentzau News"]),
    ]


def test_a_new_paragraph_ends_what_an_outlet_carried() -> None:
    text = "A source in the palace told Hentzau News that it rains.\n\nThe source added that it will pass."
    result = grounded(text, statements=[statement(1, "A source in the palace"), statement(2, "The source")])
    assert [s.reported_by for s in result.statements] == [["Hentzau News"], []]


def test_according_to_an_outlet_is_carrying_and_no_speaking() -> None:
    text = "Petra Rau said it rains, according to Strelsau Radio. Strelsau Radio is a broadcaster."
    said = [statement(1, "Petra Rau"), statement(1, "Strelsau Radio")]
    result = grounded(text, statements=said)
    assert [(s.speaker.name, s.reported_by) for s in result.statements] == [("Petra Rau", ["Strelsau Radio"])]
    assert "/statements/1/speaker" in refusals(result)


def test_who_hears_and_is_a_person_is_no_outlet() -> None:
    text = "President Moll spoke. Petra Rau told Moll that it rains. Petra Rau told reporters that it snows."
    result = grounded(text, statements=[statement(2, "Petra Rau"), statement(3, "Petra Rau")])
    assert [s.reported_by for s in result.statements] == [[], []]


@pytest.mark.parametrize(
    ("outlet", "kind"), [("Zenda Herald", "altered"), ("Hentzau", "absent"), ("Graustark", "absent")]
)
def test_an_outlet_that_did_not_carry_the_words_is_refused(outlet: str, kind: str) -> None:
    text = "Petra Rau told the Zenda Times that Graustark waits."
    result = grounded(text, statements=[statement(1, "Petra Rau", reported_by=[outlet])])
    assert result.statements[0].reported_by == ["Zenda Times"]
    assert refusals(result)["/statements/0/reported_by/0"][0] == kind


def test_the_verb_decides_the_act_and_another_act_is_told() -> None:
    text = "Petra Rau denied that it rains."
    result = grounded(text, statements=[statement(1, "Petra Rau", act="confirmed")])
    assert result.statements[0].act == "denied"
    assert refusals(result) == {"/statements/0/act": ("altered", "“confirmed” for “denied”")}


def test_hedges_count_outside_of_quotes_only() -> None:
    assert only("Petra Rau reportedly said that it rains.", 1, "Petra Rau").hedged
    assert not only("“They reportedly wait,” Petra Rau said.", 1, "Petra Rau").hedged


def test_quotes_are_the_words_in_quotation_marks() -> None:
    assert only("“It rains,” Petra Rau said, and “it pours”.", 1, "Petra Rau").quotes == ["It rains,", "it pours"]


def test_a_paraphrase_stands_where_the_sentence_holds_it_and_else_the_sentence_does() -> None:
    text = "Petra Rau said that 12 prisoners will return."
    assert only(text, 1, "Petra Rau", content="12 prisoners return").content == "12 prisoners return"
    result = grounded(text, statements=[statement(1, "Petra Rau", content="21 prisoners return")])
    assert result.statements[0].content == "12 prisoners will return."
    assert refusals(result) == {"/statements/0/content": ("altered", "“21” for “12”")}


def test_said_on_is_the_date_of_the_verb() -> None:
    assert only(TALKS, 1, "Petra Rau").said_on == "2031-03-08"
    result = grounded(TALKS, statements=[statement(1, "Petra Rau", said_on="on Sunday")])
    assert result.statements[0].said_on == "2031-03-08"
    assert refusals(result)["/statements/0/said_on"] == ("altered", "“sunday” for “saturday”")


def test_a_sentence_that_does_not_exist_and_a_hearer_that_does_not_stand_there_are_refused() -> None:
    result = grounded(
        TALKS, statements=[statement(99, "Petra Rau"), statement(1, "Petra Rau", addressed_to="Ilko Moll")]
    )
    assert refusals(result) == {
        "/statements/0/sentence": ("absent", None),
        "/statements/1/addressed_to": ("absent", None),
    }


def test_one_speaker_is_listed_once_a_sentence() -> None:
    assert speakers(TALKS, (1, "Petra Rau"), (1, "Rau")) == [(1, "Petra Rau")]


@pytest.mark.parametrize("speaker", ["Petra Rau", "Ruritania's chief negotiator Petra Rau"])
def test_whose_speaker_it_is_stands_before_the_role(speaker: str) -> None:
    text = "Ruritania's chief negotiator Petra Rau said that talks go on."
    said = grounded(text, "Ruritania", "Graustark", statements=[statement(1, speaker)]).statements[0].speaker
    assert (said.name, said.party, said.kind) == ("Petra Rau", "Ruritania", "person")


def test_what_an_opening_participle_speaks_of_speaks_not() -> None:
    text = "Citing a Graustark attack in Zenda in which 12 people were killed, Rau also cancelled the talks."
    result = grounded(text, "Graustark", statements=[statement(1, "Graustark")])
    assert (result.statements, list(refusals(result))) == ([], ["/statements/0/speaker"])
