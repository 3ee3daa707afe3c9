"""A real browser for the page: Debian's Chromium without a window, driven by Playwright; and a model that waits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, FrameLocator, Page, Request, sync_playwright

from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT
from tests.scripted_model import Answer, Script
from tests.scripted_model import Request as Question

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    # The container is the sandbox; Chromium's own one needs rights that root in it has not.
    "--no-sandbox",
    "--no-proxy-server",
    # No name is looked up, so that nothing could be reached but loopback.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
"""Options of a visit by phone."""
PATIENCE = 15_000.0
"""Milliseconds that anything on the page may take, on a machine that is busy."""


@contextmanager
def chromium(home: Path) -> Iterator[Browser]:
    """Start Chromium with `home` as its home folder; it ends with the block. Skips the test where there is none."""
    if not CHROMIUM.exists():
        pytest.skip(f"Chromium is not installed at {CHROMIUM}: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=ARGUMENTS, env={"HOME": str(home), "PATH": "/usr/bin:/bin"}
        )
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Visit:
    """A visit to the page, and what came of it."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings of the console, violations of the policy among them, and errors of scripts."""
    dialogs: list[str] = field(default_factory=list)
    """What `alert` and its kind said."""
    asked: list[str] = field(default_factory=list)
    """Addresses that were asked for, by the page or the frame in it."""

    @property
    def frame(self) -> FrameLocator:
        """The frame with the rendering."""
        return self.page.frame_locator("#result iframe")

    @property
    def hosts(self) -> set[str]:
        """Who was asked; blobs and data are in the page already."""
        return {urlsplit(url).netloc for url in self.asked if not url.startswith(("blob:", "data:"))}

    def brief(self, text: str) -> None:
        """Put the article in, and press the button."""
        self.page.get_by_label("The article", exact=True).fill(text)
        self.page.get_by_role("button", name="Brief it").click()

    def finish(self) -> None:
        """Wait for the briefing."""
        self.page.locator("#result iframe").wait_for()
        self.frame.locator("#briefing").wait_for()

    def inside(self, script: str) -> Any:
        """What a script says that is run in the frame."""
        (frame,) = [frame for frame in self.page.frames if frame != self.page.main_frame]
        return frame.evaluate(script)


Visiting = Callable[..., Visit]
"""What the fixture `visit` is: `visit(address, viewport={…})`."""


@contextmanager
def visiting(browser: Browser, address: str, **options: Any) -> Iterator[Visit]:
    """Open the page in a profile of its own, with these options of a Playwright context; closed with the block."""
    with browser.new_context(**options) as context:
        context.set_default_timeout(PATIENCE)
        visit = Visit(context.new_page())

        def say(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                visit.complaints.append(message.text)

        def speak(dialog: Dialog) -> None:
            visit.dialogs.append(dialog.message)
            dialog.dismiss()

        def ask(request: Request) -> None:
            visit.asked.append(request.url)

        def fail(error: Error) -> None:
            visit.complaints.append(str(error))

        visit.page.on("console", say)
        visit.page.on("dialog", speak)
        visit.page.on("pageerror", fail)
        context.on("request", ask)
        visit.page.goto(address)
        yield visit


class Gate:
    """A model that answers with the invented article's draft; one kind of question only once it is let."""

    def __init__(self, question: str = "Draft") -> None:
        self._answers = answers_from(ARTICLE, DRAFT)
        self._question = question
        self.opened = threading.Event()

    def __call__(self, question: Question) -> Answer:
        assert question.question != self._question or self.opened.wait(10), "nobody opened the gate"
        return self._answers(question)


def with_invention() -> Script:
    """A model that invents a party, which is refused."""
    talks = DRAFT.talks
    assert talks is not None
    invented = talks.model_copy(update={"parties": [*talks.parties, "Ruritania"]})
    return answers_from(ARTICLE, DRAFT.model_copy(update={"talks": invented}))
