"""Whether words tell of a man or of a woman."""

from __future__ import annotations

import pytest

from summarizer.grounding.gender import gender_of, gender_of_verb
from summarizer.language import rules_for


@pytest.mark.parametrize(
    ("language", "words", "name", "expected"),
    [
        ("en", "Mr.", "Rau", "masculine"),
        ("en", "spokeswoman", "Rau", "feminine"),
        ("en", "envoy", "Rau", None),
        ("en", "Mr. and Mrs.", "Rau", None),
        ("en", "she", "", "feminine"),
        ("en", "", "", None),
        ("uk", "", "Анна Зеліцька", "feminine"),
        ("uk", "", "Зеліцький", "masculine"),
        ("uk", "", "Зеліцька Рау", None),
        ("uk", "речниця", "Рау", "feminine"),
        ("uk", "речниця", "Зеліцький", None),
        ("uk", "пан", "Рау", "masculine"),
    ],
)
def test_the_words_beside_a_name_and_its_ending_tell(
    language: str, words: str, name: str, expected: str | None
) -> None:
    rules = rules_for(language)
    assert rules is not None
    assert gender_of(words, name, rules) == expected


@pytest.mark.parametrize(
    ("language", "behind", "expected"),
    [
        ("uk", " заявила це", "feminine"),
        ("uk", " заявив це", "masculine"),
        ("uk", " заявили це", None),
        ("uk", " Заявила", None),
        ("uk", ", заявила", None),
        ("uk", " і заявила", None),
        ("uk", "", None),
        ("ru", " заявила это", "feminine"),
        ("ru", " заявил это", "masculine"),
        ("en", " said no", None),
    ],
)
def test_the_verb_right_behind_a_name_tells(language: str, behind: str, expected: str | None) -> None:
    rules = rules_for(language)
    assert rules is not None
    assert gender_of_verb(behind, rules) == expected
