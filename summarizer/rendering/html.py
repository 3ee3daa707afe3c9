"""A briefing as one self-contained page: the article beside it, each line tied to its evidence.

The page asks nothing of any network. Its one script and its one style are named by their hashes in a
content security policy, so that nothing else could run even if it got in.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer.briefing import Briefing
from summarizer.errors import BriefingFormatError
from summarizer.rendering.outline import UNTITLED
from summarizer.rendering.passages import mark_article
from summarizer.rendering.plain import inert_text, plain_text
from summarizer.rendering.sections import build_outline

if TYPE_CHECKING:
    from jinja2 import Environment

    from summarizer.article import Article

PACKAGE = "summarizer.rendering"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def render_html(briefing: Briefing, article: Article) -> str:
    """The briefing and the article that it is of, as one HTML page.

    Raises `BriefingFormatError` where `article` is another article than the one that was briefed, or
    where the briefing's evidence is not in it.
    """
    if article.sha256 != briefing.article.sha256:
        raise BriefingFormatError(
            f"The briefing is of another article: its text has the SHA-256 {briefing.article.sha256}, "
            f"this one {article.sha256}.",
            hint="Give the article that was briefed, unchanged.",
        )
    outline = build_outline(briefing)
    environment = templates(PACKAGE)
    style, script = page_style(), page_script()
    return environment.get_template("page.html.j2").render(
        outline=outline,
        title=outline.title or UNTITLED,
        language=language_tag(outline.language),
        paragraphs=mark_article(article, outline.lines()),
        style=style,
        script=script,
        policy=policy_of(),
    )


def language_tag(language: str | None) -> str:
    """A language as an attribute `lang` may have it; empty where it is unknown or no tag at all."""
    return language if language and _LANGUAGE.fullmatch(language) else ""


@cache
def policy_of() -> str:
    """The content security policy of every briefing's page."""
    return policy_for(page_style(), page_script())


def policy_for(style: str, script: str) -> str:
    """The content security policy of a page: its own style and script by their hashes, nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{hash_of(style)}'",
            f"script-src '{hash_of(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        )
    )


def page_style() -> str:
    """The style of every page."""
    return asset(PACKAGE, "page.css")


def page_script() -> str:
    """The script of every page."""
    return asset(PACKAGE, "page.js")


def line_id(path: str) -> str:
    """The element id of the line with this JSON Pointer: "/statements/3" is "line-statements-3"."""
    return "line" + path.replace("/", "-")


@cache
def templates(package: str) -> Environment:
    """The templates in the folder `assets` of a package; whatever they show is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(package, "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(plain=plain_text, inert=inert_text, line_id=line_id)
    return environment


@cache
def asset(package: str, name: str) -> str:
    """A file of the folder `assets` of a package, as it is."""
    environment = templates(package)
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def hash_of(source: str) -> str:
    """The name of a style or script in a content security policy."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
