"""What was said, when, to whom and through whom: each field of a statement, with the words of every refusal."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.briefing import Statement
from summarizer.grounding.ground import Grounded, ground
from tests.grounding.worlds import article, draft, statement


def run(text: str, *drafts: Any, language: str = "en") -> Grounded:
    return ground(article(text, language=language), draft("Ruritania", "Graustark", statements=list(drafts)))


def refused(result: Grounded) -> list[tuple[str, str, str, str | None, str, tuple[int, ...], bool]]:
    """Path, value, kind, difference, reason, sentences, whether to ask again; those of statements."""
    return [
        (r.refusal.path, r.refusal.value, r.refusal.kind, r.refusal.difference, r.refusal.reason, r.sentences,
         r.ask_again)
        for r in result.refused if r.refusal.path.startswith("/statements")
    ]  # fmt: skip


def only(text: str, **given: Any) -> tuple[Statement, list[Any]]:
    result = run(text, statement(1, "Petra Rau", **given))
    (said,) = result.statements
    return said, refused(result)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Petra Rau said that it rains in Zenda.", "it rains in Zenda."),
        ("Petra Rau said it rains in Zenda.", "it rains in Zenda."),
        ("Petra Rau said on Friday that it rains in Zenda.", "it rains in Zenda."),
        ("Petra Rau told Ilko Moll on Friday that rain will fall.", "rain will fall."),
        ("Petra Rau said: it rains in Zenda.", "it rains in Zenda."),
        ("Petra Rau said it snows not.", "it snows not."),
        ("Petra Rau said it snows all.", "it snows all."),
        ("Petra Rau said it snows so.", "it snows so."),
        ("Petra Rau said it hails.", "Petra Rau said it hails."),
        ("Rain fell all over Zenda, Petra Rau said.", "Rain fell all over Zenda"),
        ("Rain fell all, Petra Rau said.", "Rain fell all"),
        ("Rain falls, Petra Rau said.", "Rain falls, Petra Rau said."),
        ("Petra Rau refused to comment on the rain.", "refused to comment on the rain."),
        ("Petra Rau denied that there was rain.", "denied that there was rain."),
        ("Petra Rau warned that there was rain.", "there was rain."),
        ("Petra Rau did not say that rain will fall.", "Petra Rau did not say that rain will fall."),
        ("Petra Rau has never denied that rain will fall.", "Petra Rau has never denied that rain will fall."),
        ("Petra Rau did say that rain will not fall.", "rain will not fall."),
        ("Details of it were not disclosed by Petra Rau of Zenda.",
         "Details of it were not disclosed by Petra Rau of Zenda."),
        ("Details of it were not disclosed by Petra Rau.", "Details of it were not disclosed by Petra Rau."),
    ],
)  # fmt: skip
def test_what_was_said_is_the_sentence_without_who_said_it(text: str, content: str) -> None:
    assert only(text)[0].content == content


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Petra Rau said on Friday that it rains on Sunday.", "2031-03-07"),
        ("On Friday, Petra Rau said that it rains.", "2031-03-07"),
        ("In old Zenda on Friday, Petra Rau said that it rains.", None),
        ("Petra Rau said that it rains on Sunday.", None),
        ("It rained on Friday, Petra Rau said.", None),
        ("Petra Rau said, on Friday, that it rains.", "2031-03-07"),
        ("“It rains”, said Petra Rau on Friday.", "2031-03-07"),
    ],
)
def test_the_date_of_the_words_stands_beside_the_verb_or_at_the_head(text: str, date: str | None) -> None:
    assert only(text)[0].said_on == date


def test_a_date_that_the_sentence_gives_is_kept_and_another_is_refused() -> None:
    said, told = only("Petra Rau said that it rains on Sunday.", said_on="on Sunday")
    assert (said.said_on, told) == ("2031-03-09", [])
    said, told = only("Petra Rau said on Friday that it rains on Sunday.", said_on="on Friday")
    assert (said.said_on, told) == ("2031-03-07", [])
    said, told = only("Petra Rau said on Friday that it rains on Sunday.", said_on="on Sunday")
    assert (said.said_on, told) == ("2031-03-07", [
        ("/statements/0/said_on", "on Sunday", "absent", None, "The verb has another date.", (1,), False)
    ])  # fmt: skip
    said, told = only("Petra Rau said that it rains.", said_on="on Friday")
    assert (said.said_on, told) == (None, [
        ("/statements/0/said_on", "on Friday", "absent", None, "These words give no date in the sentence.", (1,),
         False)
    ])  # fmt: skip


def test_the_verb_decides_what_act_it_was() -> None:
    said, told = only("Petra Rau said that it rains.", act="denied")
    assert (said.act, told) == ("said", [
        ("/statements/0/act", "denied", "altered", "“denied” for “said”",
         "The reporting verb of the sentence decides.", (), False)
    ])  # fmt: skip
    assert only("Petra Rau denied that it rains.", act="denied")[1] == []
    unknown = run("Talsman Petra Rau sade det.", statement(1, "Petra Rau", act="denied"), language="sv")
    assert [s.act for s in unknown.statements] == ["denied"]
    assert [s.act for s in run("Petra Rau sade det.", statement(1, "Petra Rau"), language="sv").statements] == ["said"]


def test_who_is_told_stands_in_the_sentence_and_does_not_speak_there() -> None:
    text = "Petra Rau told Ilko Moll that it rains."
    assert only(text, addressed_to="ilko moll")[0].addressed_to == "Ilko Moll"
    for words in ("Petra Rau", "Rau", "Lind"):
        said, told = only(text, addressed_to=words)
        reason = "It does not stand in sentence 1, or speaks there."
        assert (said.addressed_to, told) == (None, [
            ("/statements/0/addressed_to", words, "absent", None, reason, (1,), False)
        ])  # fmt: skip


def test_outlets_that_did_not_carry_the_words_are_refused_with_a_reason() -> None:
    text = "Petra Rau told the Zenda Times that it rains, and Moll slept."
    said, told = only(text, reported_by=["Times", "Moll", "Lavia Post", "Petra Rau"])
    carried = "Sentence 1 does not say that it carried these words."
    assert said.reported_by == ["Zenda Times"]
    assert told == [
        ("/statements/0/reported_by/1", "Moll", "absent", None, carried, (1,), False),
        ("/statements/0/reported_by/2", "Lavia Post", "absent", None, "It does not stand in sentence 1.", (1,), False),
        ("/statements/0/reported_by/3", "Petra Rau", "absent", None, carried, (1,), False),
    ]


def test_what_an_outlet_carried_goes_on_in_the_paragraph_for_the_same_speaker() -> None:
    text = "Petra Rau told the Zenda Times it rains. {} Petra Rau said it snows."
    first = statement(1, "Petra Rau")
    for between, number, carried in (("", 2, ["Zenda Times"]), ("It hails.", 3, []), ("\n\n", 2, [])):
        result = run(text.format(between), first, statement(number, "Petra Rau"))
        assert [s.reported_by for s in result.statements] == [["Zenda Times"], carried]
    other = run("Petra Rau told the Zenda Times it rains. Ilko Moll said no.", first, statement(2, "Ilko Moll"))
    assert [s.reported_by for s in other.statements] == [["Zenda Times"], []]


def speakers(text: str, *said: tuple[int, str]) -> tuple[list[tuple[str, list[int]]], list[Any]]:
    result = run(text, *(statement(number, who) for number, who in said))
    return [(s.speaker.name, [e.sentence for e in s.evidence]) for s in result.statements], refused(result)


RAU = (1, "Petra Rau")


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("“And it snows.”", (2, "Petra Rau"), ("Petra Rau", [2, 1])),
        ("“And it snows.”", (2, "Rau"), ("Petra Rau", [2, 1])),
        ("“And it snows.”", (2, "the Petra Rau of Zenda"), ("Petra Rau", [2, 1])),
        ("“And it snows.”", (2, "Otto Sapt"), None),
        ("It snows.", (2, "Petra Rau"), None),
        ("One. Two. “And it snows.”", (4, "Petra Rau"), ("Petra Rau", [4, 1])),
        ("One. Two. Three. “And it snows.”", (5, "Petra Rau"), ("Petra Rau", [5, 1])),
        ("One. Two. Three. Four. “And it snows.”", (6, "Petra Rau"), None),
        ("Otto Sapt slept. “And it snows.”", (3, "Otto Sapt"), ("Otto Sapt", [3, 2])),
        ("Otto Sapt slept. Otto Sapt woke. “And it snows.”", (4, "Otto Sapt"), ("Otto Sapt", [4, 3])),
        ("He denied snow.", (2, "Petra Rau"), ("Petra Rau", [2, 1])),
        ("He denied snow.", (2, "Otto Sapt"), None),
        ("One. Two. Three. Otto Sapt. He denied snow.", (6, "Otto Sapt"), ("Otto Sapt", [6, 5])),
    ],
)
def test_a_quote_that_goes_on_and_a_pronoun_have_the_speaker_before(
    text: str, said: tuple[int, str], expected: tuple[str, list[int]] | None
) -> None:
    found, told = speakers(f"Petra Rau said it rains. {text}", RAU, said)
    assert found[1:] == ([expected] if expected else [])
    if expected is None:
        number, who = said
        reason = f"It does not stand in sentence {number}, nor does that refer back to such a name."
        assert told == [("/statements/1/speaker", who, "absent", None, reason, (number,), True)]


def test_of_two_pronouns_the_one_that_the_draft_has() -> None:
    text = "Mr. Petra Rau said it rains. Spokeswoman Anna Lind said no. He said it rains and she denied that it snows."
    found, told = speakers(text, RAU, (2, "Anna Lind"), (3, "He"))
    assert (found[2], told) == (("Petra Rau", [3, 1]), [])


@pytest.mark.parametrize(
    ("text", "words", "reason", "again"),
    [
        ("It rains. He said no.", "He", "Nobody before sentence 2 says whom it means.", True),
        ("It rains. Petra Rau told Moll that it rains.", "Moll",
         "Sentence 2 does not attribute words to 'Moll'.", True),
        ("It rains. Petra Rau said so, according to the Zenda Times.", "Zenda Times",
         "Sentence 2 names it as carrying another's words.", False),
    ],
)  # fmt: skip
def test_why_somebody_is_no_speaker(text: str, words: str, reason: str, again: bool) -> None:
    found, told = speakers(text, (2, words))
    assert found == []
    assert [(r[0], r[1], r[4], r[5], r[6]) for r in told] == [("/statements/0/speaker", words, reason, (2,), again)]


def test_a_sentence_that_does_not_exist_is_told() -> None:
    reason = "The article has no sentence of this number."
    assert speakers("Petra Rau said so.", (7, "Petra Rau"))[1] == [
        ("/statements/0/sentence", "7", "absent", None, reason, (), False)
    ]


def test_statements_are_numbered_without_gaps_and_paths_are_the_drafts() -> None:
    text = "Petra Rau said it rains. Ilko Moll said so. Petra Rau said it snows."
    drafts = [statement(3, "Petra Rau"), statement(2, "Otto"), statement(2, "Ilko Moll"), statement(1, "Petra Rau")]
    result = run(text, *drafts)
    assert [(s.id, s.evidence[0].sentence) for s in result.statements] == [("s1", 1), ("s2", 2), ("s3", 3)]
    assert [r[0] for r in refused(result)] == ["/statements/1/speaker"]


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Petra Rau said it rains, according to officials.", True),
        ("Petra Rau rejected the claims.", False),
        ("Petra Rau claims that it rains.", True),
        ("Petra Rau allegedly said that it rains.", True),
        ("Petra Rau said that “it allegedly rains”.", False),
        ("Petra Rau said that it rains.", False),
    ],
)
def test_the_article_keeps_its_distance(text: str, hedged: bool) -> None:
    assert only(text)[0].hedged is hedged


def test_quotes_are_without_their_marks() -> None:
    assert only("“It rains,” Petra Rau said, “and snows.”")[0].quotes == ["It rains,", "and snows."]
