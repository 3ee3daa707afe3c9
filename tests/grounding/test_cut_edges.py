"""How far a lost operator is looked for, and which inserts and joiners part it from the words."""

from __future__ import annotations

import pytest

from summarizer.grounding.cuts import what_is_cut


@pytest.mark.parametrize(
    ("text", "words", "lost"),
    [
        ("Rau not " + "x" * 245 + " signs", "signs", "“not” left out"),
        ("Rau not " + "x" * 246 + " signs", "signs", None),
        ("signs " + "x" * 245 + " not yet", "signs", "“not” left out"),
        ("signs " + "x" * 249 + " not yet", "signs", None),
        ("Rau will not, " + "x" * 59 + ", sign it", "sign it", "“will” left out"),
        ("Rau will not, " + "x" * 60 + ", sign it", "sign it", None),
        ("Rau will not (he said) sign it", "sign it", "“will” left out"),
        ("Rau will not – he said – sign it", "sign it", "“will” left out"),
        ("No, he said, Rau signs it", "Rau signs it", None),
        ("Rau said no, he said, signs it", "signs it", "“no” left out"),
        ("Rau will not “ever” sign it", "sign it", "“will” left out"),
        ("Rau will not “" + "e" * 42 + "” sign it", "sign it", "“will” left out"),
        ("Rau will not “" + "e" * 43 + "” sign it", "sign it", None),
        ("Rau did not say “so”. Sign it", "Sign it", None),
        ("Rau signs if he may", "Rau signs", None),
        ("It is 1 500 fish", "500 fish", "“1” cut off from the number"),
        ("It is 1,500 fish", "500 fish", "“1,” cut off from the number"),
        ("At 13:00 they met", "00 they met", "“13:” cut off from the number"),
        ("Rau will not at 13:00 sign", "sign", "“will” left out"),
        ("Rau signs 1.5 not", "Rau signs 1.5", "“not” left out"),
        ("don’t", "don", "cut inside a word"),
        ("a- b", "b", None),
        ("x’", "x", None),
        ("e\u0301t", "e", "cut inside a word"),
        ("He said “sign it” not", "sign it", None),
    ],
)
def test_what_is_lost(text: str, words: str, lost: str | None) -> None:
    at = text.index(words)
    assert what_is_cut(text, (at, at + len(words)), "en") == lost


@pytest.mark.parametrize(
    ("text", "words", "lost"), [("l’accord", "accord", None), ("aujourd’hui", "hui", "cut inside a word")]
)
def test_an_elided_article_goes_without_loss(text: str, words: str, lost: str | None) -> None:
    at = text.index(words)
    assert what_is_cut(text, (at, at + len(words)), "fr") == lost
