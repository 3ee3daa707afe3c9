"""A dossier as one self-contained page: its lines, the events on an axis of time, and the articles beside them.

As on a briefing's page nothing is asked of any network, and a policy names the one script and the one style by their
hashes. Each sentence stands on the page once, in its article; the lines lead there by its number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summarizer.briefing import Evidence
from summarizer.dossier import Dossier, DossierArticle
from summarizer.errors import BriefingFormatError
from summarizer.rendering.dossier_outline import Entry, Section
from summarizer.rendering.dossier_sections import build_sections
from summarizer.rendering.dossier_timeline import draw_timeline
from summarizer.rendering.html import PACKAGE, asset, language_tag, page_style, policy_for, templates
from summarizer.rendering.outline import Line, Note, counted, notes_of
from summarizer.rendering.passages import Paragraph, mark_article

if TYPE_CHECKING:
    from summarizer.article import Article


@dataclass(frozen=True)
class Source:
    """One article as the page has it: all of its text in `paragraphs`, or with none the sentences that are known."""

    number: int
    info: DossierArticle
    language: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Filter:
    """One way to choose among the lines: what it is called, and the names to choose from."""

    key: str
    label: str
    everything: str
    names: tuple[str, ...]


class Filters:
    """What the lines can be chosen by."""

    def __init__(self, sections: Iterable[Section]) -> None:
        groups = [entry.groups for section in sections for entry in section.entries]
        self.all = tuple(
            Filter(key, label, everything, tuple(sorted({name for one in groups for name in getattr(one, key)})))
            for key, label, everything in (
                ("parties", "Party", "All parties"),
                ("outlets", "Outlet", "All outlets"),
                ("issues", "Issue", "All issues"),
            )
        )
        self._numbers = {one.key: {name: index for index, name in enumerate(one.names)} for one in self.all}

    def numbers(self, entry: Entry, key: str) -> str:
        """The numbers of the names that an entry is found by, for an attribute of its element."""
        numbers = self._numbers[key]
        return " ".join(str(number) for number in sorted(numbers[name] for name in getattr(entry.groups, key)))


def render_dossier_html(dossier: Dossier, articles: Iterable[Article] = (), since: dt.date | None = None) -> str:
    """The dossier as one HTML page; with `since`, what changed after that day comes first.

    `articles` are those of the dossier whose whole text is to stand beside it; of the others the page has the
    sentences that the lines rest on. Raises `BriefingFormatError` where one is not of this dossier, or where its
    text does not hold the evidence.
    """
    sections = build_sections(dossier, since)
    filters = Filters(sections)
    style, script = _style(), _script()
    return (
        templates(PACKAGE)
        .get_template("dossier.html.j2")
        .render(
            title=f"Dossier of {counted(len(dossier.articles), 'article')}",
            sections=sections,
            timeline=draw_timeline(dossier.events),
            filters=filters.all,
            found_by=filters.numbers,
            lines=sum(len(section.entries) for section in sections),
            sources=_sources(dossier, sections, articles),
            style=style,
            script=script,
            policy=dossier_policy(),
        )
    )


@cache
def dossier_policy() -> str:
    """The content security policy of every dossier's page."""
    return policy_for(_style(), _script())


def _style() -> str:
    return page_style() + asset(PACKAGE, "dossier.css")


def _script() -> str:
    return asset(PACKAGE, "dossier.js")


def _sources(dossier: Dossier, sections: Iterable[Section], articles: Iterable[Article]) -> list[Source]:
    texts = {article.sha256: article for article in articles}
    known = {article.sha256 for article in dossier.articles}
    for sha256, article in texts.items():
        if sha256 not in known:
            raise BriefingFormatError(
                f"No article of the dossier has this text: {article.title or 'untitled'}, SHA-256 {sha256}.",
                hint="Give the articles that were briefed, unchanged.",
            )
    evidence: dict[int, dict[tuple[int, int], Evidence]] = {}
    for section in sections:
        for entry in section.entries:
            for one in entry.all_told():
                evidence.setdefault(one.number, {})[one.evidence.start, one.evidence.end] = one.evidence
    return [
        _source(number, info, tuple(evidence.get(number, {}).values()), texts.get(info.sha256))
        for number, info in enumerate(dossier.articles, start=1)
    ]


def _source(number: int, info: DossierArticle, evidence: tuple[Evidence, ...], article: Article | None) -> Source:
    line = Line(f"article {info.id}", evidence=evidence)
    return Source(
        number,
        info,
        language_tag(info.language),
        paragraphs=mark_article(article, [line]) if article else (),
        notes=() if article else notes_of(iter([line])),
    )
