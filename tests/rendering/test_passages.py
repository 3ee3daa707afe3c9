from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.briefing import Evidence
from summarizer.errors import BriefingFormatError
from summarizer.rendering.outline import Line
from summarizer.rendering.passages import mark_article
from tests.rendering.sample import ARTICLE

LENGTH = len(ARTICLE.text)


def line(path: str, *spans: tuple[int, int]) -> Line:
    return Line(
        path,
        evidence=tuple(
            Evidence(sentence=1, start=start, end=end, text=ARTICLE.text[start:end]) for start, end in spans
        ),
    )


@settings(deadline=None)
@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 300)).map(
                lambda span: (span[0], min(span[0] + span[1], LENGTH))
            ),
            max_size=4,
        ),
        max_size=6,
    )
)
def test_every_character_is_there_once_with_the_lines_that_rest_on_it(
    spans: list[list[tuple[int, int]]],
) -> None:
    lines = [line(f"/statements/{index}", *of_line) for index, of_line in enumerate(spans)]
    passages = [
        passage for paragraph in mark_article(ARTICLE, lines) for stretch in paragraph for passage in stretch.passages
    ]
    assert "".join(passage.text for passage in passages) == ARTICLE.text
    offset = 0
    for passage in passages:
        for character in range(offset, offset + len(passage.text)):
            expected = {one.path for one in lines for span in one.evidence if span.start <= character < span.end}
            first = {one.path for one in lines for span in one.evidence[:1] if span.start <= character < span.end}
            assert set(passage.lines) == expected
            assert set(passage.first) == first
        offset += len(passage.text)


def test_sentences_keep_their_numbers_and_paragraphs_their_breaks() -> None:
    paragraphs = mark_article(ARTICLE, [])
    numbers = [[stretch.number for stretch in paragraph if stretch.number] for paragraph in paragraphs]
    assert len(paragraphs) == ARTICLE.text.count("\n\n") + 1
    assert [number for paragraph in numbers for number in paragraph] == [
        sentence.number for sentence in ARTICLE.sentences
    ]


def test_single_line_breaks_part_paragraphs_where_there_are_no_blank_lines() -> None:
    assert len(mark_article(Article.from_text("One ends here.\nTwo ends here.\n"), [])) == 2
    assert len(mark_article(Article.from_text("One ends here.\nTwo ends here.\n\nThree ends here."), [])) == 2


def test_evidence_that_the_article_does_not_hold_is_refused() -> None:
    wrong = Evidence(sentence=1, start=0, end=5, text="Other")
    with pytest.raises(BriefingFormatError, match="/talks is not what the article holds at 0:5"):
        mark_article(ARTICLE, [Line("/talks", evidence=(wrong,))])


def test_a_sentence_that_the_article_does_not_have_is_refused() -> None:
    wrong = Evidence(sentence=99, start=0, end=5, text=ARTICLE.text[:5])
    with pytest.raises(BriefingFormatError, match="sentence 99"):
        mark_article(ARTICLE, [Line("/talks", evidence=(wrong,))])
