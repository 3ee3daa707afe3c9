"""Whom a pronoun means by what was said and who was named before it."""

from __future__ import annotations

import pytest

from summarizer.briefing import Speaker
from summarizer.grounding.ground import ground
from summarizer.grounding.speakers import History, Said
from summarizer.vocabulary import SpeakerKind
from tests.grounding.worlds import article, draft, people, statement


def told(text: str, *said: tuple[int, str], language: str = "en") -> list[tuple[str, list[int]]]:
    """Speaker and evidence of each statement that is kept."""
    drafts = [statement(number, who) for number, who in said]
    result = ground(article(text, language=language), draft("Ruritania", "Graustark", statements=drafts))
    return [(s.speaker.name, [e.sentence for e in s.evidence]) for s in result.statements]


def last(text: str, *said: tuple[int, str], language: str = "en") -> tuple[str, list[int]]:
    """The statement of the last draft; all of them are kept."""
    found = told(text, *said, language=language)
    assert len(found) == len(said)
    return found[-1]


RAU = (1, "Petra Rau")


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        # The one person named before it in its own sentence.
        ("When Ilko Moll came, he said no.", 2, ("Ilko Moll", [2])),
        ("When Ilko Moll met Ilko Moll, he said no.", 2, ("Ilko Moll", [2])),
        ("When Ilko Moll met Otto Sapt, he said no.", 2, ("Petra Rau", [2, 1])),
        ("When it fell on “poor Otto Sapt”, he said no.", 2, ("Petra Rau", [2, 1])),
        ("When Mrs. Anna Lind came, he said no.", 2, ("Petra Rau", [2, 1])),
        ("When rain fell, he said no to Ilko Moll.", 2, ("Petra Rau", [2, 1])),
        # Who leads a sentence between.
        ("Ilko Moll flew home. He said no.", 3, ("Ilko Moll", [3, 2])),
        ("Then Ilko Moll flew home. He said no.", 3, ("Ilko Moll", [3, 2])),
        ("The Envoy Ilko Moll flew home. He said no.", 3, ("Ilko Moll", [3, 2])),
        ("On a late Friday, Ilko Moll flew home. He said no.", 3, ("Ilko Moll", [3, 2])),
        ("On a very late Friday, Ilko Moll flew home. He said no.", 3, ("Petra Rau", [3, 1])),
        ("When snow fell Ilko Moll flew home. He said no.", 3, ("Petra Rau", [3, 1])),
        ("Mrs. Anna Lind flew home. He said no.", 3, ("Petra Rau", [3, 1])),
        ("Anna Lind flew home. Ilko Moll flew home. He said no.", 4, ("Ilko Moll", [4, 3])),
        ("It rains. It pours. He said no.", 4, ("Petra Rau", [4, 1])),
    ],
)
def test_he_is_named_before_in_the_sentence_else_led_one_else_spoke_last(
    text: str, said: int, expected: tuple[str, list[int]]
) -> None:
    who = "he" if ", he" in text else "He"
    assert last(f"Petra Rau said it rains. {text}", RAU, (said, who)) == expected


def test_a_pronoun_reaches_so_many_sentences_back_and_no_more() -> None:
    assert told("Petra Rau said so. One. Two. He said no.", RAU, (4, "He"))[1:] == [("Petra Rau", [4, 1])]
    assert told("Petra Rau said so. One. Two. Three. He said no.", RAU, (5, "He"))[1:] == []
    assert told("Ilko Moll flew home. One. Two. He said no.", (4, "He")) == [("Ilko Moll", [4, 1])]
    assert told("Ilko Moll flew home. One. Two. Three. He said no.", (5, "He")) == []


def test_who_led_before_the_last_speaker_spoke_is_not_meant() -> None:
    text = "Ilko Moll flew home. Petra Rau said it rains. He said no."
    assert last(text, (2, "Petra Rau"), (3, "He")) == ("Petra Rau", [3, 2])


def test_who_spoke_last_counts_by_each_of_their_statements() -> None:
    text = "Petra Rau said so. Otto Sapt said so. Petra Rau said so. It rains. It pours. He said no."
    assert last(text, RAU, (2, "Otto Sapt"), (3, "Petra Rau"), (6, "He")) == ("Petra Rau", [6, 3])


@pytest.mark.parametrize(
    ("order", "pronoun", "expected"),
    [
        ("The Foreign Ministry said so. State media said so. It said no.", "It", "State media"),
        ("State media said so. The Foreign Ministry said so. It said no.", "It", "Foreign Ministry"),
        ("State media said so. Two officials said so. It said no.", "It", "State media"),
        ("State media said so. Petra Rau said so. It said no.", "It", "State media"),
        ("Two officials said so. State media said so. They said no.", "They", "Two officials"),
        ("Two officials said so. The Foreign Ministry said so. They said no.", "They", "Foreign Ministry"),
        ("The Foreign Ministry said so. Two officials said so. They said no.", "They", "Two officials"),
    ],
)
def test_it_is_a_body_or_an_outlet_and_they_a_body_or_a_group(order: str, pronoun: str, expected: str) -> None:
    said = [(n, s.split(" said")[0]) for n, s in enumerate(order.split(". ")[:2], 1)]
    assert last(order, *said, (3, pronoun)) == (expected, [3, said_by(order, expected)])


def said_by(text: str, speaker: str) -> int:
    return next(n for n, s in enumerate(text.split(". "), 1) if speaker in s)


def test_a_body_does_not_speak_for_he_nor_a_person_for_it() -> None:
    assert len(told("The Foreign Ministry said so. He said no.", (1, "The Foreign Ministry"), (2, "He"))) == 1
    assert len(told("Petra Rau said so. It said no.", RAU, (2, "It"))) == 1
    assert len(told("State media said so. They said no.", (1, "State media"), (2, "They"))) == 1


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Spokeswoman Anna Lind said so. He said no.", "He", None),
        ("Spokeswoman Anna Lind said so. She said no.", "She", "Anna Lind"),
        ("Anna Lind said so. Mrs. Lind left. He said no.", "He", None),
        ("Anna Lind said so. He said no.", "He", "Anna Lind"),
    ],
)
def test_he_is_nobody_whom_the_article_calls_a_woman(text: str, pronoun: str, expected: str | None) -> None:
    found = told(text, (1, "Anna Lind"), (text.count("."), pronoun) if "Mrs" not in text else (3, pronoun))
    assert (found[1][0] if len(found) > 1 else None) == expected


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Envoy Otto Sapt met Minister Petra Rau, who said no.", "who", ("Petra Rau", "Minister", [1])),
        ("The rain, who said no.", "who", None),
        ("It rained, who said no to Petra Rau.", "who", None),
    ],
)
def test_who_is_the_person_right_before_it(
    text: str, pronoun: str, expected: tuple[str, str | None, list[int]] | None
) -> None:
    read, known = people(text)
    (sentence,) = read.article.sentences
    meant = History(read, known).meant_by(pronoun, sentence, text.index(pronoun))
    found = (meant.speaker.name, meant.speaker.role, [s.number for s in meant.sentences]) if meant else None
    assert found == expected


def test_the_history_knows_who_spoke_last_and_when() -> None:
    read, known = people("Petra Rau said so. The Foreign Ministry said so. Petra Rau said so.")
    said = History(read, known)
    kinds: list[tuple[str, SpeakerKind]] = [
        ("Petra Rau", "person"), ("Foreign Ministry", "organisation"), ("Petra Rau", "person"),
    ]  # fmt: skip
    assert said.last is None
    for (name, kind), sentence in zip(kinds, read.article.sentences, strict=True):
        said.add(Said(name, Speaker(name=name, kind=kind), sentence, (), ()))
    assert said.spoke == {"Petra Rau": 3, "Foreign Ministry": 2}
    assert said.last is not None
    assert said.last.sentence.number == 3


def test_which_pronoun_stands_for_whom_is_not_known_in_every_language() -> None:
    read, known = people("Petra Rau said so. He said no.")
    unknown = article("Petra Rau sade det.", language="sv")
    assert not History(type(read)(unknown), known).is_pronoun("he")
    assert History(read, known).is_pronoun(" He ")
    assert not History(read, known).is_pronoun("He said")
