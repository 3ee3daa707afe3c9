"""Invented articles of any length, and a model that reads what it is shown of them.

Each speaks of one thing by number ("point 17"), so that a test can tell where what stands in a briefing comes from.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from summarizer import Article
from tests.scripted_model import Request

SPEAKERS = ("Foreign Minister Petra Rau", "Envoy Rupert Sapt", "Chancellor Ilko Moll", "Minister Otto Hals")
LEAD = "Negotiators from Ruritania and Graustark meet in Strelsau for a third round of talks on the road toll."
SHOWN = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
"""A numbered sentence in a question."""
_SAID = re.compile(rf"({'|'.join(SPEAKERS)}) said that (point \d+) of the draft fails")


def report(characters: int) -> Article:
    """A report in paragraphs of at least so many characters."""
    paragraphs = [LEAD]
    length = len(LEAD)
    while length < characters:
        at = len(paragraphs)
        paragraphs.append(
            f"{SPEAKERS[at % 4]} said that point {at} of the draft fails. It rained for {at} hours on the square, and "
            "the crowd of onlookers before the gates grew all the same. Nobody counted the carts that stood there."
        )
        length += len(paragraphs[-1]) + 2
    return _article("\n\n".join(paragraphs), "How the road toll divides two kingdoms")


def live_blog(entries: int) -> Article:
    """A live blog of so many entries, a minute each."""
    lines = [
        f"{6 + at // 60:02}:{at % 60:02} {SPEAKERS[at % 4]} said that point {at} of the draft fails. The crowd grew."
        for at in range(1, entries + 1)
    ]
    return _article("\n\n".join([LEAD, *lines]), "Strelsau talks: live")


def _article(text: str, title: str) -> Article:
    published = dt.date(2030, 5, 14)
    return Article.from_text(text, title=title, outlet="The Zenda Herald", published=published, language="en")


def shown(request: Request) -> list[int]:
    """The numbers of the sentences that a question shows."""
    return [int(number) for number, _ in SHOWN.findall(request.user)]


def read_well(request: Request) -> dict[str, Any]:
    """What a model says that reads the sentences which it is shown, and no others."""
    answers: dict[str, Callable[[Request], dict[str, Any]]] = {
        "Draft": _draft,
        "OverviewAnswer": lambda _: {
            "parties": ["Ruritania", "Graustark"], "mediators": [], "subject": "the road toll", "status": "planned",
        },
        "DelegationsAnswer": lambda _: {"delegations": []},
        "StatementAnswer": _speaker,
        "CorrectedWords": lambda _: {"words": None},
    }  # fmt: skip
    return answers[request.question](request)


def _speaker(request: Request) -> dict[str, Any]:
    said = _SAID.search(request.user)
    return {"words": said and f"{said[1]} said", "speaker": said and said[1]}


def _draft(request: Request) -> dict[str, Any]:
    sentences = [(int(number), text) for number, text in SHOWN.findall(request.user)]
    said = [(number, found) for number, text in sentences if (found := _SAID.search(text))]
    first = sentences[0][0]
    empty: dict[str, Any] = dict.fromkeys(("addressed_to", "said_on"))
    return {
        "bottom_line": {"text": sentences[0][1], "sentences": [first]},
        "talks": {
            "subject": "the road toll", "parties": ["Ruritania", "Graustark"], "mediators": [],
            "status": "planned", "sentences": [first],
        },
        "statements": [
            {"sentence": number, "speaker": found[1], "act": "said", "content": f"{found[2]} of the draft fails",
             "reported_by": [], **empty}
            for number, found in said
        ],
        **{name: [] for name in ("meetings", "delegations", "positions", "agreements", "documents", "events",
                                 "open_questions", "next_steps", "sources")},
    }  # fmt: skip
