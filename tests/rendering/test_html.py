from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.briefing import Briefing
from summarizer.errors import ArticleError, BriefingFormatError
from summarizer.rendering.html import render_html
from summarizer.rendering.plain import plain_text
from tests.rendering.sample import ARTICLE, BARE, BRIEFING, HOSTILE, filled

VOID = {"meta", "link", "img", "br", "hr", "input", "base"}
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(["<", ">", '"', "'", "&", "/", "=", "`", "script", "</", "<!--", "-->", "]]>", "{{", " "]),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=25,
).map("".join)  # fmt: skip


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    parents: tuple[str, ...]
    text: str = ""
    """All text inside, that of its children too."""


@dataclass
class Page(HTMLParser):
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[Element] = []

    @classmethod
    def of(cls, html: str) -> Page:
        page = cls()
        page.feed(html)
        page.close()
        assert page._open == []
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), tuple(parent.tag for parent in self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def by_id(self, id: str) -> Element:  # noqa: A002
        (element,) = [element for element in self.elements if element.attributes.get("id") == id]
        return element

    def structure(self) -> list[tuple[str, tuple[str, ...]]]:
        """Tags and names of attributes, without the article's own sentences."""
        return [
            (element.tag, tuple(element.attributes)) for element in self.elements if "article" not in element.parents
        ]


SAMPLE = Page.of(render_html(BRIEFING, ARTICLE))


def test_the_page_asks_nothing_of_the_network() -> None:
    assert not [element for element in SAMPLE.elements if {"src", "srcset", "action"} & set(element.attributes)]
    assert {element.tag for element in SAMPLE.elements if "href" in element.attributes} == {"a"}
    assert all((link.attributes["href"] or "").startswith("#") for link in SAMPLE.all("a"))
    for code in (SAMPLE.all("style")[0].text, SAMPLE.all("script")[0].text):
        assert not re.search(r"https?:|//\w|@import|url\(|fetch|XMLHttp|import\(", code.replace("// ", ""))


def test_the_policy_names_the_hashes_of_the_script_and_the_style() -> None:
    (policy,) = [
        meta.attributes["content"] or ""
        for meta in SAMPLE.all("meta")
        if meta.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    for rule, tag in (("style-src", "style"), ("script-src", "script")):
        (element,) = SAMPLE.all(tag)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"


def test_there_are_no_inline_handlers_and_no_inline_styles() -> None:
    names = {name for element in SAMPLE.elements for name in element.attributes}
    assert not {name for name in names if name.startswith("on") or name == "style"}


def test_every_link_and_every_reference_resolves() -> None:
    ids = [element.attributes["id"] for element in SAMPLE.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    wanted = {(link.attributes["href"] or "")[1:] for link in SAMPLE.all("a")}
    for element in SAMPLE.elements:
        for name in ("aria-describedby", "aria-labelledby", "data-lines", "data-first"):
            wanted |= set((element.attributes.get(name) or "").split())
    assert wanted <= set(ids)


def test_each_line_is_tied_to_its_evidence() -> None:
    lines = [element for element in SAMPLE.elements if "data-line" in element.attributes]
    assert len(lines) == BRIEFING.verification.facts
    assert all(line.attributes["tabindex"] == "0" for line in lines)
    statement = SAMPLE.by_id("line-statements-2")
    assert statement.attributes["aria-describedby"] == "sentence-8 sentence-7"
    passages = [
        element.text
        for element in SAMPLE.elements
        if "line-statements-2" in (element.attributes.get("data-lines") or "").split()
    ]
    assert "".join(passages) == "".join(
        evidence.text for evidence in sorted(BRIEFING.statements[2].evidence, key=lambda one: one.start)
    )


def test_the_sentences_stand_in_the_article_word_for_word() -> None:
    for sentence in ARTICLE.sentences:
        assert SAMPLE.by_id(f"sentence-{sentence.number}").text == sentence.text


def test_part_of_a_sentence_is_marked_alone() -> None:
    marked = [
        element.text
        for element in SAMPLE.elements
        if "line-meetings-1" in (element.attributes.get("data-lines") or "").split()
    ]
    assert marked == ["The second round ended on 4 March"]


def test_headings_and_landmarks() -> None:
    levels = [element.tag for element in SAMPLE.elements if re.fullmatch("h[1-6]", element.tag)]
    assert levels[0] == "h1"
    assert set(levels[1:]) == {"h2"}
    for tag in ("header", "nav", "main", "aside"):
        assert len(SAMPLE.all(tag)) == 1
    assert [link.attributes["href"] for link in SAMPLE.all("a")[:2]] == ["#briefing", "#article"]


def test_languages_and_directions() -> None:
    assert SAMPLE.all("html")[0].attributes["lang"] == "en"
    assert SAMPLE.all("article")[0].attributes["lang"] == "en"
    page = Page.of(render_html(_in_language("ar"), ARTICLE))
    assert page.all("article")[0].attributes["lang"] == "ar"
    assert page.all("html")[0].attributes["lang"] == "en"
    assert {bdi.attributes["lang"] for bdi in page.all("bdi") if "main" in bdi.parents} == {"ar"}
    texts = [element for element in page.all("p") if element.attributes.get("class") == "text"]
    assert {text.attributes["dir"] for text in texts} == {"auto"}


def test_a_language_that_is_no_code_is_not_passed_on() -> None:
    page = Page.of(render_html(_in_language('en" onload="x'), ARTICLE))
    assert {bdi.attributes["lang"] for bdi in page.all("bdi") if "main" in bdi.parents} == {""}
    assert "onload" not in {name for element in page.elements for name in element.attributes}


def test_another_article_is_refused() -> None:
    with pytest.raises(BriefingFormatError, match="another article") as caught:
        render_html(BRIEFING, Article.from_text("Something else was said.", language="en"))
    assert caught.value.hint


def test_evidence_that_is_not_in_the_article_is_refused() -> None:
    changed = BRIEFING.model_dump(mode="json")
    changed["talks"]["evidence"][0]["text"] = changed["talks"]["evidence"][0]["text"].replace("third", "first")
    with pytest.raises(BriefingFormatError, match="/talks"):
        render_html(Briefing.model_validate(changed), ARTICLE)


def test_the_bare_briefing_has_a_heading_and_says_that_nothing_was_refused() -> None:
    page = Page.of(render_html(BARE, ARTICLE))
    assert page.all("h1")[0].text == "Briefing of an untitled article"
    assert "Nothing was refused." in page.by_id("section-verification").text


def test_every_word_of_the_briefing_is_there() -> None:
    briefing = filled(lambda index: f"W{index}W")
    text = Page.of(render_html(briefing, ARTICLE)).all("body")[0].text
    words = re.findall(r"W\d+W", briefing.model_dump_json())
    assert len(words) > 80
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_data_makes_no_element(text: str) -> None:
    page = Page.of(render_html(filled(lambda index: f"{text}{index}"), ARTICLE))
    assert page.structure() == _harmless()
    assert plain_text(f"{text}0") in page.all("h1")[0].text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_character_acts_on_the_page(text: str) -> None:
    html = render_html(filled(lambda index: f"{text}{index}"), ARTICLE)
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", html) == []


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_no_data_makes_an_element(text: str) -> None:
    page = Page.of(render_html(filled(lambda index: f"{text}{index}"), ARTICLE))
    assert page.structure() == _harmless()


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_no_article_makes_an_element(text: str) -> None:
    try:
        article = Article.from_text(f"It was said: {text}. Then they met.\n\n{text}", language="en")
    except ArticleError:
        assume(False)
    page = Page.of(render_html(filled(lambda index: f"word{index}", article), article))
    assert page.structure() == _harmless()
    assert {element.tag for element in page.elements if "article" in element.parents} <= {"p", "span"}
    for sentence in article.sentences:
        shown = page.by_id(f"sentence-{sentence.number}").text
        assert plain_text(shown) == plain_text(sentence.text)


def _in_language(language: str) -> Briefing:
    info = BRIEFING.article.model_copy(update={"language": language})
    return BRIEFING.model_copy(update={"article": info})


@cache
def _harmless() -> list[tuple[str, tuple[str, ...]]]:
    return Page.of(render_html(filled(lambda index: f"word{index}"), ARTICLE)).structure()
