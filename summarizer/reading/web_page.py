"""Takes the article out of a web page: its text, and what the page's markup says of it.

Nothing is fetched. Only dates that the markup or the address states are taken: a date found by searching
the text may be that of another event, and all relative dates would count from it.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from summarizer.reading.encoding import decode_page
from summarizer.errors import UnreadableSourceError


@dataclass(frozen=True, slots=True)
class WebPage:
    """The article of a web page."""

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    published: dt.date | None
    language: str | None
    """The `lang` of the page's template."""


# Below this the "article" is a button or a notice of consent.
_FEWEST_LETTERS = 20

# What a reader does not see is no part of the article: it may be there to mislead a machine.
_HIDDEN = (
    "//body//*[@hidden or @aria-hidden='true' or contains(translate(@style, ' ', ''), 'display:none')"
    " or contains(translate(@style, ' ', ''), 'visibility:hidden')]"
)
# The day on which a picture was uploaded is not that of the article, but would be taken for it.
_PICTURES = "//meta[contains(@property, 'image') or contains(@name, 'image')] | //img | //picture"

_NO_ARTICLE = "Save the page once it shows the article, or give the article's text."


def read_web_page(html: str | bytes, url: str | None = None) -> WebPage:
    """Take the article out of a page, or out of a fragment of one.

    `url`, where known, is where the page was published.

    Raises:
        UnreadableSourceError: no article in the page, or its encoding is not the declared one.
    """
    import trafilatura
    from trafilatura.settings import Document

    markup, wrong_byte = decode_page(html) if isinstance(html, bytes) else (html, None)
    if not re.search(r"<(?:html|body)\b", markup, re.IGNORECASE):
        markup = f"<html><body><article>{markup}</article></body></html>"
    tree = trafilatura.load_html(markup)
    if tree is None:
        raise UnreadableSourceError("The HTML holds no article.", hint=_NO_ARTICLE)
    _drop(tree, f"{_HIDDEN} | {_PICTURES}")
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    found = trafilatura.bare_extraction(
        tree,
        url=url,
        with_metadata=True,
        include_comments=False,
        # Without it, lists of what was agreed are left out of pages that do not mark their article.
        favor_recall=True,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2100-01-01"},
    )
    text = (found.text if isinstance(found, Document) else None) or ""
    if not isinstance(found, Document) or sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        raise UnreadableSourceError("The HTML holds no article.", hint=_NO_ARTICLE)
    if wrong_byte is not None and "\ufffd" in text:
        raise UnreadableSourceError(
            f"The HTML is not in the encoding that it declares: wrong byte at offset {wrong_byte}.",
            hint="Save it as UTF-8.",
        )
    return WebPage(
        text=_without_title(text, [found.title or "", *headings]),
        title=found.title or next(filter(None, headings), None),
        outlet=found.sitename,
        url=url or found.url,
        published=dt.date.fromisoformat(found.date) if found.date else None,
        language=language,
    )


def _drop(tree: Any, xpath: str) -> None:
    for element in tree.xpath(xpath):
        # Dropped with an element that holds it, it has no parent any more.
        if element.getparent() is not None:
            element.drop_tree()


def _without_title(text: str, titles: list[str]) -> str:
    first, _, rest = text.partition("\n")
    return rest if rest.strip() and first.strip() in titles else text
