"""Reads what the markup of a web page states about its article: title, outlet, address, day, language.

Nothing is guessed. Libraries that search a page for a date find one on nearly every page, and repair what
is no day (30 February); but all relative dates of a briefing count from this one.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_DATE_NAMES = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time",
    "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "published_time", "publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "date",
)  # fmt: skip
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
_OUTLET_NAMES = ("og:site_name", "dc.publisher", "dcterms.publisher")

_PUBLICATION_TIMES = (
    "//time[@pubdate or @itemprop='datePublished' or contains(@class, 'publish') or contains(@class, 'pubdate')]"
)
_ARTICLE_TYPE = re.compile(r"(?:Article|Report|BlogPosting)$")
_ISO_DATE = re.compile(r"(\d{4})([-/]?)(\d{2})\2(\d{2})(?=$|[T\s])")
_DATE_IN_ADDRESS = re.compile(r"/(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?=[/-]|$)")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page states about its article; None where it states nothing."""

    title: str | None
    outlet: str | None
    url: str | None
    published: dt.date | None
    language: str | None
    """The language tag of the page's template."""


def read_page_metadata(tree: Any, url: str | None = None) -> PageMetadata:
    """Read the metadata of a parsed page. `url`, where known, is where it was published."""
    names = _named_values(tree)
    described = _described_article(tree)
    outlet = _first(_publisher(described), *(names.get(name) for name in _OUTLET_NAMES))
    url = _first(url, _address(tree, names))
    return PageMetadata(
        title=_title(tree, names, described, outlet),
        outlet=outlet,
        url=url,
        published=_published(tree, names, described, url),
        language=_first(tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang")),
    )


def _named_values(tree: Any) -> dict[str, str]:
    """Return the first value of each meta element."""
    values: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content"):
            values.setdefault(name.strip().lower(), meta.get("content"))
    return values


def _described_article(tree: Any) -> dict[str, Any]:
    """Return the first article that the page describes as linked data (schema.org), or nothing."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            types = item.get("@type")
            if any(_ARTICLE_TYPE.search(str(kind)) for kind in (types if isinstance(types, list) else [types])):
                return item
    return {}


def _items(data: Any) -> Iterator[dict[str, Any]]:
    # Deeper down stand other articles that the page recommends.
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()


def _publisher(described: dict[str, Any]) -> str | None:
    publisher = described.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    return _string(publisher.get("name") if isinstance(publisher, dict) else publisher)


def _title(tree: Any, names: dict[str, str], described: dict[str, Any], outlet: str | None) -> str | None:
    headings = [heading.text_content() for heading in tree.iter("h1")]
    stated = _first(
        _string(described.get("headline")),
        *(names.get(name) for name in _TITLE_NAMES),
        headings[0] if len(headings) == 1 else None,
        *(title.text_content() for title in tree.xpath("//head/title")),
    )
    if stated and outlet:
        return re.sub(rf"\s+[|–—·-]\s+{re.escape(outlet)}$", "", stated)
    return stated


def _address(tree: Any, names: dict[str, str]) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    addresses = (_first(address) for address in [*links, names.get("og:url")])
    return next((address for address in addresses if address and address.startswith(("http://", "https://"))), None)


def _published(tree: Any, names: dict[str, str], described: dict[str, Any], url: str | None) -> dt.date | None:
    stated = [
        _string(described.get("datePublished")),
        *(names.get(name) for name in _DATE_NAMES),
        *(time.get("datetime") for time in tree.xpath(_PUBLICATION_TIMES)),
    ]
    dates = (_date(value.strip()) for value in stated if value)
    return next(filter(None, dates), None) or _date_in_address(url)


def _date(value: str) -> dt.date | None:
    """Read a date in ISO 8601 or in the form of mail headers; the day counts as printed, in local time."""
    # Imported here: it brings the network modules of the standard library along.
    from email.utils import parsedate_to_datetime

    found = _ISO_DATE.match(value)
    try:
        if found:
            return dt.date(int(found.group(1)), int(found.group(3)), int(found.group(4)))
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _date_in_address(url: str | None) -> dt.date | None:
    found = _DATE_IN_ADDRESS.search(url or "")
    try:
        return dt.date(int(found.group(1)), int(found.group(3)), int(found.group(4))) if found else None
    except ValueError:
        return None


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _first(*values: str | None) -> str | None:
    """Return the first value that is not blank, on one line."""
    return next(filter(None, (" ".join(value.split()) for value in values if value)), None)
