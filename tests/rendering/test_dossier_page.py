"""The page of a dossier in a real Chromium: filters, evidence, phones, keyboards, and a text that attacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from summarizer import Dossier
from tests.dossier.world_files import articles, briefings
from tests.rendering.test_dossier_html import hostile
from tests.service.browser import PATIENCE, PHONE, Visiting, chromium, visiting

WHOLE = Dossier.of(briefings().values())
ATTACK = "<script>alert('in')</script><img src=x onerror=alert('in')>\"'></option></select>"
LIT = re.compile(r"\blit\b")

expect.set_options(timeout=PATIENCE)


@cache
def whole_page() -> str:
    """The dossier with all texts but the first."""
    return WHOLE.html([*articles().values()][1:])


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for the module."""
    with chromium(tmp_path_factory.mktemp("home")) as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visiting]:
    """`visit(address, **options)`: the page, opened in a profile of its own; closed with the test."""
    with ExitStack() as stack:
        yield lambda address, **options: stack.enter_context(visiting(browser, address, **options))


@pytest.fixture
def address(tmp_path: Path) -> str:
    """Where the page lies."""
    return stored(tmp_path, whole_page())


def stored(folder: Path, html: str) -> str:
    """The address of a page that is put into a folder."""
    file = folder / "dossier.html"
    file.write_text(html, encoding="utf-8")
    return file.as_uri()


def lines(page: Page) -> int:
    """How many lines are to be seen, those in the closed list too."""
    count = page.locator("main .entry:not([hidden])").count()
    expect(page.get_by_role("status")).to_have_text(f"{count} of {page.locator('main .entry').count()} lines")
    return count


def test_filters_combine_are_counted_and_reset(visit: Visiting, address: str) -> None:
    seen = visit(address)
    page = seen.page
    everything = lines(page)
    page.get_by_label("Party").select_option("Khelmar")
    of_party = lines(page)
    assert 0 < of_party < everything
    expect(page.locator("#e1")).to_be_hidden()
    expect(page.locator("[data-event=e1]")).to_be_hidden()
    expect(page.locator("[data-event=e2]")).to_be_visible()
    page.get_by_label("Outlet").select_option("Osmer Post")
    of_both = lines(page)
    assert 0 < of_both < of_party
    page.get_by_label("Issue").select_option("the dam")
    assert lines(page) <= of_both
    expect(page.locator("#section-people")).to_be_hidden()
    page.get_by_role("button", name="Reset").click()
    expect(page.get_by_role("status")).to_have_text(f"{everything} of {everything} lines")
    assert lines(page) == everything
    expect(page.locator("#e1")).to_be_visible()
    assert seen.complaints == []


def test_a_click_opens_the_article_at_the_sentence(visit: Visiting, address: str) -> None:
    seen = visit(address, viewport={"width": 1400, "height": 800})
    page = seen.page
    expect(page.locator(".source:visible")).to_have_count(0)
    link = page.locator("#contradiction-1 .ref").last
    link.click()
    sentence = page.locator(link.get_attribute("href") or "")
    expect(sentence).to_have_class(LIT)
    expect(sentence).to_be_in_viewport()
    expect(page.locator(".source:visible")).to_have_count(1)
    expect(page.locator(".sentence.lit")).to_have_count(1)
    # An article that was not given has its sentences, and says that these are not all.
    page.locator("#e2 .ref").first.click()
    expect(page.locator("#source-1")).to_be_visible()
    expect(page.locator("#source-1 .partly")).to_contain_text("only these sentences")
    expect(page.locator(".sentence.lit")).to_have_count(1)
    assert seen.complaints == []


def test_by_keyboard_alone_and_back(visit: Visiting, address: str) -> None:
    seen = visit(address, viewport={"width": 1400, "height": 800}, reduced_motion="reduce")
    page = seen.page
    link = page.locator("#e2 .ref").nth(2)
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(link.get_attribute("href") or "")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    page.locator("[data-event=e7]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#e7")).to_be_in_viewport()
    assert seen.complaints == []


def test_the_focus_is_never_under_the_filters(visit: Visiting, address: str) -> None:
    page = visit(address, viewport={"width": 1400, "height": 700}, reduced_motion="reduce").page
    page.locator("#contradiction-3 .ref").first.focus()
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.closest('#filters') !== null"):
            break
        focus, filters = page.locator(":focus").bounding_box(), page.locator("#filters").bounding_box()
        assert focus is not None
        assert filters is not None
        assert focus["y"] >= filters["y"] + filters["height"] - 1


def test_on_a_phone_nothing_scrolls_sideways_and_the_article_comes_and_goes(visit: Visiting, address: str) -> None:
    seen = visit(address, **PHONE)
    page = seen.page
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    link = page.locator("#e2 .ref").nth(3)
    link.tap()
    sentence = page.locator(link.get_attribute("href") or "")
    expect(sentence).to_be_in_viewport()
    assert page.evaluate("document.getElementById('article').scrollWidth <= window.innerWidth")
    page.get_by_role("button", name="Back to the dossier").tap()
    expect(sentence).to_be_hidden()
    expect(link).to_be_in_viewport()
    assert seen.complaints == []


def test_without_a_script_everything_is_there(visit: Visiting, address: str) -> None:
    seen = visit(address, java_script_enabled=False)
    page = seen.page
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.get_by_role("button", name="Back to the dossier")).to_be_hidden()
    assert page.locator(".source:visible").count() == len(WHOLE.articles)
    link = page.locator("#e2 .ref").nth(2)
    link.click()
    expect(page.locator(link.get_attribute("href") or "")).to_be_in_viewport()


def test_on_paper_all_articles_are_there_whatever_was_open(visit: Visiting, address: str) -> None:
    page = visit(address, **PHONE).page
    page.locator("#e2 .ref").first.tap()
    page.emulate_media(media="print")
    assert page.locator(".source:visible").count() == len(WHOLE.articles)
    expect(page.locator("#article")).to_have_css("position", "static")
    expect(page.locator("#filters")).to_be_hidden()


def test_nothing_is_asked_for(visit: Visiting, address: str) -> None:
    seen = visit(address)
    seen.page.locator("#e2 .ref").first.click()
    assert seen.asked == [address]


def test_an_attack_stands_there_as_text(visit: Visiting, tmp_path: Path) -> None:
    seen = visit(stored(tmp_path, hostile(ATTACK).html()))
    page = seen.page
    expect(page.locator("main .entry").first).to_contain_text("<script>alert('in')</script>")
    page.locator("main .ref").first.click()
    expect(page.locator(".sentence.lit")).to_contain_text(ATTACK)
    expect(page.get_by_label("Party").locator("option").nth(1)).to_contain_text(ATTACK)
    page.get_by_label("Party").select_option(index=1)
    lines(page)
    assert page.locator("img").count() == 0
    assert (seen.complaints, seen.dialogs) == ([], [])
