"""What is active on a rendered page and must not be: elements, links, structure and codes that are not ours."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from summarizer import Article, Briefing
from summarizer.rendering.terminal import render_terminal

_ELEMENTS = frozenset(
    (
        "a", "article", "aside", "bdi", "blockquote", "body", "dd", "div", "dl", "dt", "h1", "h2", "head", "header",
        "html", "li", "main", "meta", "nav", "p", "script", "section", "span", "style", "time", "title", "ul",
    )
)  # fmt: skip
"""Elements of our own page."""
_SECTIONS = frozenset(
    (
        "Bottom line", "Talks", "Meetings", "Delegations", "Statements", "Positions", "Agreements", "Documents",
        "Timeline", "Open questions", "Next steps", "Sources", "Evidence", "Verification", "Provenance",
    )
)  # fmt: skip
_BLOCKS = frozenset(("heading", "paragraph", "bullet_list", "list_item", "inline", "text", "strong", "em", "softbreak"))
_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_READER = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        if tag not in _ELEMENTS:
            self.found.append(f"<{tag}>")
        for name, value in attributes:
            away = name in ("href", "src", "action", "srcset") and not (value or "").startswith("#")
            if away or name.startswith("on") or name == "style":
                self.found.append(f"<{tag} {name}={value!r}>")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}-->")


def active_html(briefing: Briefing, article: Article) -> list[str]:
    """Elements, links and handlers of the HTML page that are not ours."""
    page = _Page()
    page.feed(briefing.html(article))
    page.close()
    return page.found + ([f"{page.scripts} scripts"] if page.scripts != 1 else [])


def active_markdown(briefing: Briefing) -> list[str]:
    """Blocks, links, HTML and headings of the Markdown that are not ours, and characters that steer."""
    text = briefing.markdown()
    tokens = [t for token in _READER.parse(text) for t in (token, *(token.children or ()))]
    found = [t.type for t in tokens if t.type.removesuffix("_open").removesuffix("_close") not in _BLOCKS]
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    found += [f"heading {h!r}" for h in headings if h not in _SECTIONS]
    level_one = sum(t.type == "heading_open" and t.tag == "h1" for t in tokens)
    found += [f"{level_one} titles"] if level_one != 1 else []
    return found + [repr(c) for c in _STEERING.findall(text)]


def active_terminal(briefing: Briefing) -> list[str]:
    """Codes in the rendering for the terminal besides the colours of ours."""
    text = _COLOUR.sub("", render_terminal(briefing, width=80, color=True))
    return [repr(c) for c in _STEERING.findall(text)]
