"""Articles: what is kept of a text, what is known about it, and what is refused."""

from __future__ import annotations

import datetime as dt
import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from summarizer.article import Article, read_articles
from summarizer.errors import ArticleError, EmptyArticleError, SettingsError, SourceNotFoundError, UnreadableSourceError
from summarizer.reading.text import MAX_CHARACTERS

SEED = Path(__file__).parents[1] / "seeds" / "000_43f9479510debd93.txt"
TEXT = "The envoys of Keldria met in Holm. They will meet again."


class TestSeed:
    article = Article.from_file(SEED)

    def test_the_inline_date_is_taken_off(self) -> None:
        assert self.article.text.startswith("Vladimir Medinsky")
        assert self.article.published == dt.date(2025, 6, 1)
        assert self.article.language == "en"
        assert self.article.title is None

    def test_nothing_else_is_changed(self) -> None:
        assert SEED.read_text(encoding="utf-8").strip() == f"date 2025-06-01 {self.article.text}"
        assert self.article.sha256 == hashlib.sha256(self.article.text.encode()).hexdigest()

    def test_sentences(self) -> None:
        assert [sentence.text.split()[0] for sentence in self.article.sentences] == [
            *("Vladimir", "Russian", "Source:", "Details:", "The", "RIA", "Updated:", "Earlier", "Before", "On"),
            *("Kremlin", "On", "Ukrainian", "It"),
        ]
        assert self.article.sentences[0].text.endswith("on 16 May. Photo: Anadolu via Getty Images")
        assert self.article.sentences[3].text.endswith('to attend talks on Ukraine".')
        for number, sentence in enumerate(self.article.sentences, start=1):
            assert sentence.number == number
            assert self.article.text[sentence.start : sentence.end] == sentence.text


class TestFromText:
    def test_metadata(self) -> None:
        article = Article.from_text(
            TEXT, title=" Talks\n go on ", outlet="The Holm Post", url="https://holm.example/1",
            published=dt.date(2031, 6, 1), language="en-GB",
        )  # fmt: skip
        assert article.text == TEXT
        assert (article.title, article.outlet, article.url) == (
            "Talks go on",
            "The Holm Post",
            "https://holm.example/1",
        )
        assert (article.published, article.language) == (dt.date(2031, 6, 1), "en")
        assert [sentence.text for sentence in article.sentences] == TEXT.replace(". ", ".|").split("|")

    def test_what_is_unknown_is_none(self) -> None:
        article = Article.from_text("Keldria.", title="", outlet=" ", url=None)
        assert article.model_dump(exclude={"text"}) == dict.fromkeys(
            ("title", "outlet", "url", "published", "language")
        )

    def test_only_line_ends_and_outer_white_space_change(self) -> None:
        article = Article.from_text("\ufeff\n  “Cafe\u0301”\r\nLine\ttwo\u00a0here\rthree\u2028four.\n\n ")
        assert article.text == "“Cafe\u0301”\nLine\ttwo\u00a0here\nthree\nfour."

    @pytest.mark.parametrize(
        ("text", "kept", "published"),
        [
            (f" date 2031-06-01 {TEXT}", TEXT, dt.date(2031, 6, 1)),
            (f"\n\tdate 2031-06-01\n\n{TEXT}", TEXT, dt.date(2031, 6, 1)),
            (f"date 2031-02-30 {TEXT}", f"date 2031-02-30 {TEXT}", None),
            (f"date 2031-06-011 {TEXT}", f"date 2031-06-011 {TEXT}", None),
            (f"The date 2031-06-01 {TEXT}", f"The date 2031-06-01 {TEXT}", None),
        ],
    )
    def test_inline_date(self, text: str, kept: str, published: dt.date | None) -> None:
        article = Article.from_text(text)
        assert (article.text, article.published) == (kept, published)

    def test_a_given_date_goes_before_the_inline_one(self) -> None:
        article = Article.from_text(f"date 2031-06-01 {TEXT}", published=dt.datetime(2031, 5, 30, 23, tzinfo=dt.UTC))
        assert (article.text, article.published) == (TEXT, dt.date(2031, 5, 30))

    @pytest.mark.parametrize("text", ["", " \n\ufeff\t", "date 2031-06-01", "2031 — 06/01", "***", "\x07"])
    def test_without_a_letter_it_is_empty(self, text: str) -> None:
        with pytest.raises(EmptyArticleError, match="no letter"):
            Article.from_text(text)

    def test_a_stray_control_character_is_taken_off(self) -> None:
        assert Article.from_text(f"\x1b{TEXT}\x08").text == TEXT

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("Talks\0 go on", "U\\+0000 at 5"),
            ("Talks\x01\x02\x03\x04 go on", "U\\+0001 at 5"),
            ("“Talks” \ud83d go on", "Character 8 .*U\\+D83D"),
            ("Talks \x93go on\x94", "Character 6 .* Windows-1252"),
        ],
    )
    def test_what_no_text_holds_is_refused(self, text: str, message: str) -> None:
        with pytest.raises(UnreadableSourceError, match=message):
            Article.from_text(text)

    def test_a_text_of_mistaken_length_is_refused(self) -> None:
        with pytest.raises(ArticleError, match="5,000,001 characters"):
            Article.from_text("a" * (MAX_CHARACTERS + 1))

    def test_an_unknown_language_is_refused(self) -> None:
        with pytest.raises(SettingsError, match="'ua' is not a language code"):
            Article.from_text(TEXT, language="ua")

    def test_an_unknown_argument_is_refused(self) -> None:
        with pytest.raises(TypeError, match="no 'titel'"):
            Article.from_text(TEXT, titel="Talks")  # type: ignore[call-arg]

    @given(st.text(alphabet=st.characters()) | st.text(alphabet=" \n\ufeffdate 20310601-a.\x85\x0c"))
    def test_any_text_is_kept_or_refused(self, text: str) -> None:
        try:
            article = Article.from_text(text, language="en")
        except ArticleError:
            return
        assert article.text == article.text.strip()
        assert "\r" not in article.text
        assert Article.from_text(article.text, language="en").text in (
            article.text,
            article.text[16:].strip("\ufeff \n"),
        )
        assert article.sentences


class TestLanguage:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("The envoys of Keldria will meet again in the town of Holm on Monday.", "en"),
            ("Die Gesandten von Keldria treffen sich am Montag wieder in der Stadt Holm.", "de"),
            ("Les envoyés de Keldria se retrouveront lundi dans la ville de Holm.", "fr"),
            ("Los enviados de Keldria se reunirán de nuevo el lunes en la ciudad de Holm.", "es"),
            ("Посланники Кельдрии снова встретятся в понедельник в городе Хольм.", "ru"),
            ("Посланці Кельдрії знову зустрінуться в понеділок у місті Хольм.", "uk"),
            ("سيجتمع مبعوثو كيلدريا مرة أخرى يوم الاثنين في مدينة هولم.", "ar"),
            ("凯尔德里亚的使节将于星期一在霍尔姆市再次会面。", "zh"),
            ("Keldria", None),
            ("Anna Berg, Jo Lind, Max Roy, Ada Voss", None),
        ],
    )
    def test_detected_where_it_is_certain(self, text: str, language: str | None) -> None:
        assert Article.from_text(text).language == language


class TestArticle:
    def test_frozen_and_closed(self) -> None:
        article = Article.from_text(TEXT)
        with pytest.raises(ValidationError, match="frozen"):
            article.text = "Other words."  # type: ignore[misc]
        with pytest.raises(ValidationError, match="Extra inputs"):
            Article(text=TEXT, sentences=())  # type: ignore[call-arg]
        with pytest.raises(AttributeError):
            article.sentences[0].text = "Other words."  # type: ignore[misc]

    def test_sentences_are_split_once(self) -> None:
        article = Article.from_text(TEXT)
        assert article.sentences is article.sentences

    def test_equal_by_its_fields(self) -> None:
        article = Article.from_text(TEXT)
        assert article.sentences
        assert article == Article.from_text(TEXT)
        assert Article.model_validate_json(article.model_dump_json()) == article

    @pytest.mark.parametrize("text", [f" {TEXT}", TEXT.replace(" ", "\r\n"), ""])
    def test_text_must_be_in_its_final_form(self, text: str) -> None:
        with pytest.raises((ValidationError, EmptyArticleError)):
            Article(text=text)

    def test_errors_do_not_show_the_text(self) -> None:
        with pytest.raises(ValidationError) as caught:
            Article(text=f" {TEXT}")
        assert "Keldria" not in str(caught.value)


class TestReadArticles:
    def test_json_lines(self, tmp_path: Path) -> None:
        path = tmp_path / "news.jsonl"
        path.write_bytes(b'\xef\xbb\xbf{"text": "One envoy came.", "title": "One"}\r\n\n{"text": "Two came."}')
        assert [(article.title, article.text) for article in read_articles(path)] == [
            ("One", "One envoy came."),
            (None, "Two came."),
        ]

    def test_an_error_names_file_and_line(self, tmp_path: Path) -> None:
        path = tmp_path / "news.jsonl"
        path.write_text('{"text": "One envoy came."}\n\n{"text": 2}\n')
        articles = read_articles(path)
        assert next(articles).text == "One envoy came."
        with pytest.raises(UnreadableSourceError, match=r'news.jsonl, line 3: The value of "text" is a number'):
            next(articles)

    def test_errors_can_be_collected(self, tmp_path: Path) -> None:
        path = tmp_path / "news.jsonl"
        path.write_bytes(b'{"text": "One."}\n{"text": ""}\nnonsense\n"\xff"\n{"text": "Two."}\n')
        errors: list[ArticleError] = []
        assert [article.text for article in read_articles(path, on_error=errors.append)] == ["One.", "Two."]
        assert [error.code for error in errors] == ["empty_article", "unreadable_source", "unreadable_source"]
        assert [error.message.split(":")[0][-6:] for error in errors] == ["line 2", "line 3", "line 4"]

    def test_any_other_file_holds_one(self) -> None:
        assert list(read_articles(SEED)) == [Article.from_file(SEED)]

    def test_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(SourceNotFoundError):
            list(read_articles(tmp_path / "none.jsonl"))


def test_importing_loads_no_heavy_library() -> None:
    heavy = {"py3langid", "numpy", "trafilatura", "lxml", "pypdfium2"}
    code = f"import sys, summarizer.article; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
