"""Which papers are on the table by the words around them, and which are only wished for."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.extraction.papers import papers_on_the_table
from summarizer.language import rules_for


def papers(text: str, language: str = "en") -> tuple[str, ...]:
    article = Article.from_text(text, language=language)
    return papers_on_the_table(article.sentences[0], rules_for(language))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rau handed Moll a memorandum.", ("memorandum",)),
        ("The memorandum is long.", ("memorandum",)),
        ("Ruritania's draft memorandum is long.", ("draft memorandum",)),
        ("Rau said so in a statement.", ("statement",)),
        ("In a joint statement, Rau said so.", ("statement",)),
        ("They have reached a tentative deal on fish.", ("deal",)),
        ("An agreement between Ruritania and Graustark fell.", ("agreement",)),
        ("Rau awaits a reply to her letter.", ("letter",)),
        # Only wished for, or a verb.
        ("They hope to clinch an agreement.", ()),
        ("It would allow negotiations on a long-term agreement.", ()),
        ("Graustark plans to fish.", ()),
        ("They plan to fish.", ()),
        ("The boats came home.", ()),
    ],
)
def test_english(text: str, expected: tuple[str, ...]) -> None:
    assert papers(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Рау передала Моллу меморандум.", "ru", ("меморандум",)),
        ("Сторонам не удалось договориться.", "ru", ()),
        ("Рау передала Моллу меморандум.", "uk", ("меморандум",)),
        ("Rau entregó un memorando.", "es", ("memorando",)),
        ("Esperan un día lograr un acuerdo.", "fi", ()),
    ],
)
def test_other_languages(text: str, language: str, expected: tuple[str, ...]) -> None:
    assert papers(text, language) == expected
