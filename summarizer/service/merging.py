"""What a dossier's answer holds, and how it is made of briefings. The making runs in a process of its own."""

from __future__ import annotations

import datetime as dt
import html
import signal
from collections.abc import Iterable, Sequence
from itertools import islice

from pydantic import BaseModel, ConfigDict, Field

from summarizer.article import Article
from summarizer.briefing import Briefing
from summarizer.dossier import Change, Dossier, Ruling
from summarizer.merging.asked import likeliest
from summarizer.merging.nominations import Nomination
from summarizer.merging.soundness import flaws
from summarizer.rendering.markdown import escaped
from summarizer.rendering.plain import plain_text
from summarizer.service.answers import HTML, MARKDOWN
from summarizer.service.problems import MOST_ERRORS, InvalidField, Problem

END_OF_LINES = "</main>"
"""Where the dossier's own lines end in its page, and the articles begin."""


class LeftOut(BaseModel):
    """An article that could not be briefed."""

    model_config = ConfigDict(frozen=True)

    index: int = Field(description="Its place in the request's `articles`, from 0.")
    title: str | None = Field(description="Its title, where the request has one.")
    problem: Problem = Field(description="Why, as a request for this article alone would be told.")


class DossierAnswer(BaseModel):
    """A dossier, what changed, and what is not in it."""

    model_config = ConfigDict(frozen=True)

    dossier: Dossier = Field(description="The dossier.")
    changes: list[Change] = Field(description="What changed after the day `since`; empty without one.")
    left_out: list[LeftOut] = Field(description="Articles that are not in it, in the order of the request.")


def unfit(briefings: Iterable[Briefing]) -> list[InvalidField]:
    """What fits the format of a briefing and yet cannot be told by a dossier, the first of it."""
    found = (
        InvalidField(pointer=f"/briefings/{at}{pointer}", detail=detail)
        for at, briefing in enumerate(briefings)
        for pointer, detail in flaws(briefing)
    )
    return list(islice(found, MOST_ERRORS))


def open_pairs(briefings: Sequence[bytes], most: int) -> list[Nomination]:
    """The pairs of sentences that a model is to be asked about. Meant for a process of its own, as `merged`."""
    return likeliest(Dossier.of(_parsed(briefings)), most)


def merged(
    form: str,
    briefings: Sequence[bytes],
    rulings: Sequence[Ruling],
    articles: Sequence[bytes],
    since: dt.date | None,
    left_out: Sequence[bytes],
) -> bytes:
    """The dossier of these briefings (JSON of each) as JSON, Markdown or a page. Meant for a process of its own.

    `articles` (JSON, too) are those that the last of the briefings were made of, for a page that shows them.
    """
    parsed = _parsed(briefings)
    dossier = Dossier.of(parsed, rulings)
    absent = [LeftOut.model_validate_json(one) for one in left_out]
    if form == MARKDOWN:
        return (dossier.markdown(since) + _markdown(absent)).encode()
    if form == HTML:
        page = dossier.html(_shown(dossier, parsed[len(parsed) - len(articles) :], articles), since)
        return _with_section(page, absent).encode()
    changes = dossier.changes_since(since) if since is not None else []
    return DossierAnswer(dossier=dossier, changes=changes, left_out=absent).model_dump_json().encode()


def _parsed(briefings: Iterable[bytes]) -> list[Briefing]:
    # Ctrl-C goes to all processes of a terminal, and the service answers what it has accepted.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return [Briefing.model_validate_json(one) for one in briefings]


def _markdown(left_out: Sequence[LeftOut]) -> str:
    """A last section that tells what is not in the dossier."""
    lines = [f"- {_name(one)}: {escaped(one.problem.title)}. {escaped(one.problem.detail)}" for one in left_out]
    return "\n".join(["", "## Left out", "", *lines, ""]) if lines else ""


def _shown(dossier: Dossier, made: Iterable[Briefing], articles: Iterable[bytes]) -> list[Article]:
    """The articles whose briefings are in the dossier: another one of the same text may be newer, and say anything."""
    standing = {briefing.article.sha256: briefing for briefing in dossier.briefings}
    pairs = zip(made, articles, strict=True)
    return [Article.model_validate_json(one) for own, one in pairs if standing[own.article.sha256] == own]


def _with_section(page: str, left_out: Sequence[LeftOut]) -> str:
    """The page with a last section that tells what is not in the dossier."""
    lines = [f"<li>{_shown_as_text(one)}</li>" for one in left_out]
    section = f"<section><h2>Left out</h2><ul>{''.join(lines)}</ul></section>\n" if lines else ""
    before, end, after = page.partition(END_OF_LINES)
    return f"{before}{section}{end}{after}"


def _shown_as_text(one: LeftOut) -> str:
    name = plain_text(one.title) if one.title else _place(one)
    return html.escape(f"{name}: {one.problem.title}. {one.problem.detail}")


def _name(one: LeftOut) -> str:
    return escaped(one.title) if one.title else _place(one)


def _place(one: LeftOut) -> str:
    return f"article {one.index + 1} of the request"
