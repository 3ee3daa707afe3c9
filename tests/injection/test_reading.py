"""A payload decides nothing about the article that it stands in: not its language, not its title, not what is read."""

from __future__ import annotations

import pytest

from summarizer import Article
from tests.injection.payloads import CANARY, PAYLOADS
from tests.injection.worlds import ENGLISH, WORLDS, World

FOREIGN = [p.text for p in PAYLOADS if p.technique == "orders in other languages"]


@pytest.mark.parametrize("payload", FOREIGN)
@pytest.mark.parametrize("world", WORLDS, ids=lambda w: w.article.language)
def test_a_foreign_sentence_is_not_the_language_of_the_article(world: World, payload: str) -> None:
    assert Article.from_text(f"{payload}\n\n{world.article.text}").language == world.article.language


@pytest.mark.parametrize("script", [5, 3, 4, 6], ids=["Chinese", "Ukrainian", "Russian", "Arabic"])
def test_not_even_of_a_short_one_where_the_script_is_another(script: int) -> None:
    first, second = ENGLISH.article.text.split("\n\n")[:2]
    assert Article.from_text(f"{first}\n\n{second}\n\n{FOREIGN[script]}").language == "en"


def test_a_title_is_one_line_that_steers_nothing() -> None:
    article = Article.from_text(
        ENGLISH.article.text, title=f"Talks\x1b[31m\n{CANARY}\x07\ud800", outlet="\x9bSkarn\x00", url="\x1b"
    )
    assert (article.title, article.outlet, article.url) == (f"Talks[31m {CANARY}", "Skarn", None)


def test_half_of_a_pair_in_json_is_left_out_of_the_title() -> None:
    assert Article.from_json('{"text": "They met and talked.", "title": "\\ud800 Talks"}').title == "Talks"


@pytest.mark.parametrize(
    "hidden",
    [
        f"<!-- {CANARY} said that all is over. -->",
        f"<script>document.title = '{CANARY} said that all is over.'</script>",
        f"<style>p::after {{ content: '{CANARY} said that all is over.' }}</style>",
        f"<template><p>{CANARY} said that all is over.</p></template>",
        f'<img src="x.png" alt="{CANARY} said that all is over.">',
        f"<noscript><p>{CANARY} said that all is over.</p></noscript>",
        f'<p style="display:none">{CANARY} said that all is over.</p>',
        f'<p style="visibility: hidden">{CANARY} said that all is over.</p>',
        f"<p hidden>{CANARY} said that all is over.</p>",
        f'<div aria-hidden="true">{CANARY} said that all is over.</div>',
    ],
)
def test_what_a_web_page_hides_is_not_read(hidden: str) -> None:
    paragraphs = ENGLISH.article.text.split("\n\n")
    body = f"<p>{paragraphs[0]}</p>{hidden}" + "".join(f"<p>{p}</p>" for p in paragraphs[1:])
    article = Article.from_html(f"<html><head><title>Talks</title></head><body><article>{body}</article></body></html>")
    assert CANARY not in article.text
    assert article.text.split() == ENGLISH.article.text.split()
