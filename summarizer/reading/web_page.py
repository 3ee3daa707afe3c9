"""Takes the article out of a web page. Nothing is fetched, and nothing hidden is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from summarizer.errors import UnreadableSourceError
from summarizer.reading.encoding import decode_page
from summarizer.reading.page_metadata import PageMetadata, read_page_metadata


@dataclass(frozen=True, slots=True)
class WebPage:
    """The article of a web page."""

    text: str
    metadata: PageMetadata


# Below this the "article" is a button or a notice of consent.
_FEWEST_LETTERS = 20

MOST_TAGS = 100_000
"""Tags of a page that is read, fifty times those of a long one: each costs the parser time in which nothing else of
this process can be done."""

_STYLE = "translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ ', 'abcdefghijklmnopqrstuvwxyz')"
# What a reader does not see is no part of the article: it may be there to mislead a machine. What
# surrounds the article is taken for a part of it where the article is short.
_NOT_THE_ARTICLE = (
    f"//body//*[@hidden or contains({_STYLE}, 'display:none')"
    f" or contains({_STYLE}, 'visibility:hidden')]"
    " | //template | //nav | //footer[not(ancestor::article)] | //header[not(ancestor::article) and not(.//h1)]"
)


def read_web_page(html: str | bytes, url: str | None = None) -> WebPage:
    """Take the article out of a page, or out of a fragment of one.

    `url`, where known, is where the page was published.

    Raises:
        UnreadableSourceError: no article in the page, too many tags, or its encoding is not the declared one.
    """
    import trafilatura

    markup, wrong_byte = decode_page(html) if isinstance(html, bytes) else (html, None)
    if markup.count("<") > MOST_TAGS:
        raise UnreadableSourceError(
            f"The HTML has more than {MOST_TAGS:,} tags.", hint="Give the page of one article, or the article's text."
        )
    if not re.search(r"<(?:html|body)\b", markup, re.IGNORECASE):
        markup = f"<html><body><article>{markup}</article></body></html>"
    tree: Any = trafilatura.load_html(markup)
    text = "" if tree is None else _main_text(tree)
    if wrong_byte is not None and "\ufffd" in text:
        raise UnreadableSourceError(
            f"The HTML is not in the encoding that it declares: wrong byte at offset {wrong_byte}.",
            hint="Save it as UTF-8, which is also what a page without a declaration is read as.",
        )
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        raise UnreadableSourceError(
            "The HTML holds no article.",
            hint="Save the page once it shows the article, or give the article's text.",
        )
    metadata = read_page_metadata(tree, url)
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    return WebPage(_without_title(text, [metadata.title or "", *headings]), metadata)


def _main_text(tree: Any) -> str:
    import trafilatura
    from trafilatura.settings import Document

    for element in tree.xpath(_NOT_THE_ARTICLE):
        # Dropped with an element that holds it, it has no parent any more.
        if element.getparent() is not None:
            element.drop_tree()
    # Without `favor_recall`, lists of what was agreed are left out of pages that do not mark their article.
    found = trafilatura.bare_extraction(tree, include_comments=False, favor_recall=True)
    return (found.text if isinstance(found, Document) else None) or ""


def _without_title(text: str, titles: list[str]) -> str:
    first, _, rest = text.partition("\n")
    return rest if rest.strip() and first.strip() in titles else text
