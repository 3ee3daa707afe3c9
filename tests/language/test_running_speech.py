"""Speech over several sentences, of which one says who speaks."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.language import rules_for
from summarizer.language.running_speech import LONGEST_RUN, running_speech


def runs(text: str, language: str = "en") -> dict[int, int]:
    article = Article.from_text(text, language=language)
    found = running_speech([s.text for s in article.sentences], article.paragraph_begins, rules_for(language))
    return {at + 1: source + 1 for at, source in found.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A colon, and the outlet's own words in the next paragraph.
        ("Talks stalled, the Zenda Post reports:\n\nThe boats stay out. The quota is gone.\n\nIt rains.", {2: 1, 3: 1}),
        # A quote that closes behind the verb two sentences on, its opening mark left out.
        ("The talks went on. The boats came home, and no more fish,” Rau said.", {1: 2}),
        # A paragraph without marks, in the first person or behind an ellipsis.
        ("The quota is gone, Rau told the Zenda Post.\n\n... the boats stay out for a year.", {2: 1}),
        ("The quota is gone, Rau argues.\n\nFor years we have watched the boats.", {2: 1}),
        # Nothing runs on.
        ("Rau said it rains. The boats came home.", {}),
        ("It rains.\n\nWe have watched the boats.", {}),
        ("Rau said it rains.\n\nMoll said “we are out”.", {}),
        ("Rau said: the boats stay out. It rains.", {}),
    ],
)
def test_who_goes_on_speaking(text: str, expected: dict[int, int]) -> None:
    assert runs(text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (['"The talks went on.', 'The boats came home," Rau said.'], {0: 1}),
        (["Rau said: “The talks went on.", "The boats came home.”", "It rains."], {1: 0}),
        (["Rau said: “The talks went on.", "Moll said so.", "The boats came home.”"], {2: 0}),
    ],
)
def test_a_quote_that_is_cut_in_two(texts: list[str], expected: dict[int, int]) -> None:
    begins = [True] + [False] * (len(texts) - 1)
    assert running_speech(texts, begins, rules_for("en")) == expected


def test_a_quote_that_never_closes_runs_nowhere() -> None:
    assert runs("Rau said: “The talks went on. " + "The boats came home. " * (LONGEST_RUN + 4)) == {}


def test_a_language_without_rules_runs_nowhere() -> None:
    assert runs("Rau said: “The talks went on. The boats came home.”", "fi") == {}
