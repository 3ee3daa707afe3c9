"""The page at `/`, in a real Chromium."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, FilePayload, expect

from summarizer.rendering.html import hash_of
from summarizer.service.access import hash_of as hash_of_key
from summarizer.service.access import new_key
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, TEXT
from tests.scripted_model import status
from tests.service.browser import PATIENCE, PHONE, Gate, Visiting, chromium, visiting, with_invention
from tests.service.running import MARKDOWN, Serve, cache_at

WEB_PAGE = (
    "<!doctype html><html><head><title>Herring</title></head><body><article>"
    + "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
    + "</article></body></html>"
)
OVERRIDE = "\N{RIGHT-TO-LEFT OVERRIDE}"
ATTACK = f"<script>alert('in')</script> <img src=x onerror=alert('in')> </textarea></style> {OVERRIDE}gnirreh"

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for the module. No longer: Playwright's loop, while it is open, would be in the way of others."""
    with chromium(tmp_path_factory.mktemp("home")) as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visiting]:
    """`visit(address, color_scheme="dark")`: the page, opened in a profile of its own; closed with the test."""
    with ExitStack() as stack:
        yield lambda address, **options: stack.enter_context(visiting(browser, address, **options))


def test_an_article_is_pasted_and_briefed_stage_by_stage(serve: Serve, visit: Visiting) -> None:
    # Without a day of publication the dates are refused, and asked for once more.
    gate = Gate("CorrectedWords")
    service = serve(gate)
    seen = visit(service.address, permissions=["clipboard-read", "clipboard-write"])
    page = seen.page
    page.evaluate("words => navigator.clipboard.writeText(words)", TEXT)
    page.get_by_label("The article", exact=True).press("Control+V")
    expect(page.locator("#text-hint")).to_have_text(f"{len(TEXT)} characters")
    page.get_by_role("button", name="Brief it").click()
    # Every stage that was begun is listed, and the last of them is read out.
    before = ["starting the model", "reading the article", "checking every line against the article"]
    expect(page.locator("#stages li .name")).to_have_text([*before, "asking again"])
    expect(page.locator("#stages li.now")).to_have_text("asking again1 of 3")
    expect(page.get_by_role("status")).to_have_text("asking again")
    assert page.get_by_role("progressbar", name="asking again").evaluate("bar => bar.position") == pytest.approx(1 / 3)
    expect(page.get_by_role("button", name="Stop")).to_be_focused()
    gate.opened.set()
    seen.finish()
    expect(page.get_by_role("heading", name="Briefing of an untitled article", level=2)).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("The briefing is ready.")
    expect(seen.frame.locator(".statements")).to_contain_text("Anneke Sörl")
    expect(seen.frame.locator("article")).to_contain_text("Old Customs House")
    assert service.model.requests
    # Nothing was asked of anybody else, and nothing met with the policy.
    assert seen.hosts == {urlsplit(service.address).netloc}
    assert (seen.complaints, seen.dialogs) == ([], [])


def test_evidence_is_lit_both_ways_by_pointing_and_by_focus(serve: Serve, visit: Visiting) -> None:
    seen = visit(serve().address)
    seen.brief(TEXT)
    seen.finish()
    line = seen.frame.locator(".documents .line")
    passage = seen.frame.locator("[data-lines~='line-documents-0']")
    other = seen.frame.locator(".delegations .line").first
    lit = re.compile(r"\blit\b")
    expect(line).not_to_have_class(lit)
    line.hover()
    expect(line).to_have_class(lit)
    expect(passage).to_have_class(re.compile(r"\blit says-it\b"))
    other.hover()
    expect(line).not_to_have_class(lit)
    expect(passage).not_to_have_class(lit)
    passage.hover()
    expect(line).to_have_class(lit)
    expect(other).not_to_have_class(lit)
    # Focus does the same as the mouse.
    seen.page.mouse.move(5, 5)
    other.press("Escape")
    line.focus()
    expect(passage).to_have_class(lit)
    assert seen.complaints == []


def test_what_was_refused_is_counted_and_a_click_away(serve: Serve, visit: Visiting) -> None:
    seen = visit(serve(with_invention()).address)
    seen.brief(TEXT)
    seen.finish()
    refused = seen.frame.locator(".verification").get_by_text("Ruritania")
    expect(refused).not_to_be_in_viewport()
    verdict = seen.page.get_by_role("button", name=re.compile("[1-9] refused"))
    assert verdict.text_content() == seen.frame.locator(".verdict").text_content()
    verdict.click()
    expect(refused).to_be_in_viewport()
    expect(seen.frame.locator(".verification")).to_contain_text("The article does not hold this name.")
    assert seen.complaints == []


def test_the_briefing_is_taken_away_as_the_api_gives_it(serve: Serve, visit: Visiting, tmp_path: Path) -> None:
    service = serve(**cache_at(tmp_path))
    seen = visit(service.address, permissions=["clipboard-read", "clipboard-write"])
    page = seen.page
    page.get_by_text("About the article").click()
    page.get_by_label("Title").fill(ARTICLE.title or "")
    page.get_by_label("Outlet").fill(ARTICLE.outlet or "")
    page.get_by_label("Published on").fill("2030-05-12")
    page.get_by_label("Language of the article").select_option("en")
    seen.brief(TEXT)
    seen.finish()
    page.get_by_role("button", name="Copy Markdown").click()
    expect(page.locator("#copy")).to_contain_text("Copied")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download JSON").click()
    assert waiting.value.suggested_filename == "briefing.json"
    # From the cache: what the page got under way with the same fields is the same order.
    assert json.loads(waiting.value.path().read_text("utf-8")) == service.brief().json()
    assert page.evaluate("navigator.clipboard.readText()") == service.brief(MARKDOWN).text
    assert len(service.model.requests) == 1
    assert seen.complaints == []


def test_a_file_is_chosen_or_dropped_and_a_pasted_text_is_kept(serve: Serve, visit: Visiting) -> None:
    seen = visit(serve().address)
    page = seen.page
    field = page.get_by_label("The article", exact=True)
    field.fill("My notes.")
    file = FilePayload(name=f"her{OVERRIDE}ring.html", mimeType="text/html", buffer=WEB_PAGE.encode())
    page.get_by_label("Choose a file").set_input_files(file)
    expect(page.locator("#chosen-name")).to_have_text("her\N{REPLACEMENT CHARACTER}ring.html")
    page.get_by_role("button", name="Remove the file").click()
    expect(field).to_have_value("My notes.")
    page.evaluate(
        """words => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([words], "talks.txt", { type: "text/plain" }));
            const event = { bubbles: true, cancelable: true, dataTransfer };
            document.querySelector("h1").dispatchEvent(new DragEvent("dragover", event));
            document.querySelector("h1").dispatchEvent(new DragEvent("drop", event));
        }""",
        TEXT,
    )
    expect(page.locator("#chosen-name")).to_have_text("talks.txt")
    page.get_by_role("button", name="Brief it").click()
    seen.finish()
    expect(seen.frame.locator("article")).to_contain_text("Old Customs House")
    page.get_by_role("button", name="Back to the article").click()
    page.get_by_label("Choose a file").set_input_files(file)
    page.get_by_role("button", name="Brief it").click()
    seen.finish()
    expect(page.locator("#result-title")).to_have_text("Herring")
    assert seen.complaints == []


def test_a_pasted_page_is_sent_as_one(serve: Serve, visit: Visiting) -> None:
    seen = visit(serve().address)
    seen.brief(WEB_PAGE)
    seen.finish()
    expect(seen.frame.locator("h1")).to_have_text("Herring")
    assert "<p>" not in (seen.frame.locator("article").text_content() or "")


def test_an_error_is_told_as_text_and_the_article_is_kept(serve: Serve, visit: Visiting) -> None:
    seen = visit(serve([status(401)] * 2).address)
    page, alert = seen.page, seen.page.get_by_role("alert")
    field = page.get_by_label("The article", exact=True)
    seen.brief(TEXT)
    expect(alert).to_contain_text("The model's provider refuses this service")
    expect(alert).to_contain_text(re.compile("Request [0-9a-f]{32}"))
    expect(alert).to_be_focused()
    expect(field).to_have_value(TEXT)
    expect(field).to_be_editable()
    seen.brief("1234 5678")
    expect(alert).to_contain_text("No text")
    expect(field).to_have_value("1234 5678")
    seen.brief(" ")
    expect(alert).to_contain_text("No article yet")
    expect(field).to_be_focused()
    page.context.set_offline(True)
    seen.brief(TEXT)
    expect(alert).to_contain_text("The service cannot be reached")
    expect(field).to_have_value(TEXT)


def test_a_hostile_article_is_shown_as_text_and_nothing_runs(serve: Serve, visit: Visiting) -> None:
    lead = DRAFT.bottom_line
    assert lead is not None
    hostile = DRAFT.model_copy(update={"bottom_line": lead.model_copy(update={"text": f"{lead.text} {ATTACK}"})})
    seen = visit(serve(answers_from(ARTICLE, hostile)).address)
    page = seen.page
    page.get_by_text("About the article").click()
    page.get_by_label("Title").fill(ATTACK)
    seen.brief(f"{TEXT}\n{ATTACK}\n")
    seen.finish()
    shown = ATTACK.replace(OVERRIDE, "\N{REPLACEMENT CHARACTER}")
    expect(page.locator("#result-title")).to_have_text(shown)
    expect(seen.frame.locator("h1")).to_have_text(shown)
    expect(seen.frame.locator("article")).to_contain_text("<img src=x onerror=alert('in')>")
    for place in (page.locator("body"), seen.frame.locator("body")):
        assert OVERRIDE not in place.inner_text()
        expect(place.locator("script")).to_have_count(1)
        expect(place.locator("img")).to_have_count(0)
    assert (seen.complaints, seen.dialogs) == ([], [])


ADD_SCRIPT = """() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
}"""
ADD_MARKUP = "() => { document.body.innerHTML = '<img src=x onerror=alert(1)>'; }"


@pytest.mark.parametrize("attempt", [ADD_SCRIPT, ADD_MARKUP])
def test_even_what_got_in_could_not_run(serve: Serve, visit: Visiting, attempt: str) -> None:
    seen = visit(serve().address)
    seen.brief(TEXT)
    seen.finish()
    with pytest.raises(Error, match="Trusted"):
        seen.page.evaluate(attempt)
    with pytest.raises(Error, match="Trusted"):
        seen.inside(attempt)
    # The frame is an origin of its own: it reaches nothing of the page.
    assert seen.inside("() => { try { return String(parent.document); } catch (error) { return error.name; } }") == (
        "SecurityError"
    )
    assert seen.inside("() => fetch('/v1/models').then(() => 'reached', () => 'refused')") == "refused"


def test_a_key_is_asked_for_and_sent(serve: Serve, visit: Visiting) -> None:
    key = new_key()
    service = serve(KEYS=f"desk:{hash_of_key(key)}", OPEN="0", MODELS="scripted/large,scripted/other")
    seen = visit(service.address)
    page = seen.page
    field = page.get_by_label("Key")
    expect(field).to_be_visible()
    expect(field).to_have_attribute("type", "password")
    seen.brief(TEXT)
    expect(page.get_by_role("alert")).to_contain_text("A key is needed")
    expect(field).to_be_focused()
    field.fill("smz_wrong")
    field.blur()
    expect(page.get_by_text("This service does not know that key.").last).to_be_visible()
    field.fill(key)
    field.blur()
    expect(page.get_by_label("Model", exact=True)).to_be_visible()
    seen.brief(TEXT)
    seen.finish()
    assert key not in json.dumps(page.evaluate("[{...localStorage}, {...sessionStorage}, document.cookie]"))


def test_the_model_is_switched(serve: Serve, visit: Visiting) -> None:
    service = serve(MODELS="scripted/large,scripted/other")
    seen = visit(service.address)
    page = seen.page
    choice = page.get_by_label("Model", exact=True)
    expect(choice).to_have_value("scripted/large")
    choice.select_option("scripted/other")
    expect(page.locator("#whereto")).to_have_text("This service sends the article to scripted/other.")
    seen.brief(TEXT)
    seen.finish()
    assert {request.body["model"] for request in service.model.requests} == {"other"}
    expect(seen.frame.locator(".provenance")).to_contain_text("scripted/other")
    page.get_by_role("button", name="Brief another").click()
    expect(page.get_by_label("The article", exact=True)).to_have_value("")
    expect(page.get_by_label("The article", exact=True)).to_be_focused()
    expect(choice).to_have_value("scripted/other")


def test_there_is_no_switch_where_there_is_one_model(serve: Serve, visit: Visiting) -> None:
    page = visit(serve().address).page
    expect(page.locator("#whereto")).to_have_text("This service sends the article to scripted/large.")
    expect(page.get_by_label("Model", exact=True)).to_be_hidden()


def test_stopping_ends_the_work_and_keeps_the_article(serve: Serve, visit: Visiting) -> None:
    gate = Gate()
    service = serve(gate)
    seen = visit(service.address)
    seen.brief(TEXT)
    expect(seen.page.locator("#stages li.now")).to_be_visible()
    seen.page.get_by_role("button", name="Stop").click()
    expect(seen.page.get_by_role("status")).to_have_text("Stopped.")
    expect(seen.page.get_by_label("The article", exact=True)).to_have_value(TEXT)
    expect(seen.page.get_by_role("button", name="Brief it")).to_be_focused()
    expect(seen.page.get_by_role("alert")).to_be_empty()
    # The service takes the next article at once.
    gate.opened.set()
    seen.brief(TEXT)
    seen.finish()
    assert seen.complaints == []


def test_everything_is_done_by_keyboard(serve: Serve, visit: Visiting) -> None:
    seen = visit(serve().address)
    keyboard = seen.page.keyboard

    def focused() -> str:
        return str(seen.page.evaluate("document.activeElement.id || document.activeElement.tagName"))

    def tab() -> str:
        keyboard.press("Tab")
        return focused()

    assert [tab() for _ in range(4)] == ["file", "text", "SUMMARY", "go"]
    assert seen.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    keyboard.press("Shift+Tab")
    keyboard.press("Shift+Tab")
    keyboard.insert_text(TEXT)
    keyboard.press("Control+Enter")
    seen.finish()
    expect(seen.page.locator("#result-title")).to_be_focused()
    assert [tab() for _ in range(5)] == ["verdict", "back", "another", "copy", "download"]
    # A frame can be tabbed into once its page is drawn.
    while tab() != "IFRAME":
        seen.page.locator("#download").focus()
    seen.page.locator("#verdict").press("Enter")
    expect(seen.frame.locator(".verification")).to_be_in_viewport()
    seen.page.locator("#back").press("Enter")
    assert focused() == "text"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_everything_fits(serve: Serve, visit: Visiting, scheme: str) -> None:
    service = serve(MODELS=f"scripted/large,scripted/{'long' * 30}")
    seen = visit(service.address, **PHONE, color_scheme=scheme)
    page = seen.page
    width = "document.documentElement.scrollWidth"
    page.get_by_text("About the article").click()
    expect(page.get_by_label("Model", exact=True)).to_be_visible()
    assert page.evaluate(width) == 390
    seen.brief(TEXT + "\n\n" + "long" * 200)
    seen.finish()
    assert (page.evaluate(width), seen.inside(width)) == (390, 390)
    box = page.locator("iframe").bounding_box()
    assert box is not None
    assert (box["width"], box["y"] + box["height"]) == (390, 844)
    assert box["height"] > 0.8 * 844
    assert page.evaluate("document.documentElement.scrollHeight") <= 844
    assert seen.complaints == []


def test_the_dark_has_colours_of_its_own(serve: Serve, visit: Visiting) -> None:
    service = serve()
    colours = []
    for scheme in ("light", "dark"):
        page = visit(service.address, color_scheme=scheme).page
        read = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"
        colours.append(page.locator("body").evaluate(read) + page.locator("#go").evaluate(read))
    assert colours[0] != colours[1]
    assert all(light != dark for light, dark in zip(*colours, strict=True))


def test_nothing_moves_for_those_who_want_no_motion(serve: Serve, visit: Visiting) -> None:
    gate = Gate()
    seen = visit(serve(gate).address, reduced_motion="reduce")
    seen.brief(TEXT)
    now = seen.page.locator("#stages li.now")
    assert now.evaluate("e => getComputedStyle(e, '::before').animationName") == "none"
    gate.opened.set()
    seen.finish()


def test_the_page_names_its_script_and_style_by_their_hashes(serve: Serve) -> None:
    client = serve().client
    answer = client.get("/")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    policy = answer.headers["content-security-policy"]
    for kind, found in (
        ("script", re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)),
        ("style", re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)),
    ):
        (source,) = found
        assert re.search(rf"{kind}-src '{re.escape(hash_of(source))}' 'sha256-[^']+'(;|$)", policy)
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    again = client.get("/", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.head("/").status_code == 200
    assert "/" not in client.get("/v1/openapi.json").json()["paths"]
