"""What typography becomes, letter by letter, with the way back; and the words in which a verdict on a quote is told."""

from __future__ import annotations

import pytest

from summarizer.grounding.folding import Span, fold
from summarizer.grounding.quotes import judge_quote
from summarizer.grounding.verdicts import Verdict
from tests.grounding.worlds import scene


@pytest.mark.parametrize(
    ("text", "folded", "spans"),
    [
        ("a…b", "a...b", [(0, 1), (1, 2), (1, 2), (1, 2), (2, 3)]),
        ("a--b", "a-b", [(0, 1), (1, 2), (3, 4)]),
        ("a–—b", "a-b", [(0, 1), (1, 2), (3, 4)]),
        ("x— y", "x- y", [(0, 1), (1, 2), (2, 3), (3, 4)]),
        ("a\u2009 b", "a b", [(0, 1), (1, 2), (3, 4)]),
        ("a \u200b b", "a b", [(0, 1), (1, 2), (4, 5)]),
        ("« so »", '"so"', [(0, 1), (2, 3), (3, 4), (5, 6)]),
        ("a\u00adb", "ab", [(0, 1), (2, 3)]),
        ("don’t", "don't", [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]),
        ("ß", "ss", [(0, 1), (0, 1)]),
        ("ﬁ", "fi", [(0, 1), (0, 1)]),
        ("e\u0301a", "éa", [(0, 2), (2, 3)]),
        ("xe\u0301 y\u0301z", "xé ýz", [(0, 1), (1, 3), (3, 4), (4, 6), (6, 7)]),
        ("A\u0301…", "á...", [(0, 2), (2, 3), (2, 3), (2, 3)]),
        ("\u1112\u1161\u11ab", "한", [(0, 3)]),
    ],
)
def test_each_character_comes_from_its_place(text: str, folded: str, spans: list[Span]) -> None:
    found = fold(text)
    assert found.text == folded
    assert [found.span(at, at + 1) for at in range(len(folded))] == spans


CUT = "The cut changes what the article says."
TEXT = "Rau will not sign the treaty. It has 5 million fish. The co-author slept."


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("It has 5 million fish", Verdict("supported", "The article holds these words.", places=((30, 51),))),
        ("not sign the treaty", Verdict("altered", CUT, "“will” left out")),
        ("It has 5", Verdict("altered", CUT, "“million” cut off from the number")),
        ("author slept", Verdict("altered", CUT, "cut inside a word")),
        ("The co", Verdict("altered", CUT, "cut inside a word")),
        ("It has 6 million", Verdict("altered", "The article says something else.", "“6” for “5”")),
        ("Moll ate", Verdict("absent", "The article does not hold these words.")),
    ],
)
def test_the_verdict_on_quoted_words(words: str, verdict: Verdict) -> None:
    assert judge_quote(words, TEXT, "en") == verdict


@pytest.mark.parametrize(("words", "found"), [("the", False), ("of the", False), ("–", False), ("the Rau", True)])
def test_words_of_grammar_alone_name_nothing(words: str, found: bool) -> None:
    read = scene("The Rau of the town – the Rau.")
    assert (read.stands_in(words, read.article.sentences) is not None) is found
