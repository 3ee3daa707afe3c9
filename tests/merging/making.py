"""Briefings of short invented articles, told as facts by sentence, for what is merged of them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from summarizer import Article, Briefing, Dossier
from summarizer.briefing import Evidence
from summarizer.dossier import DossierEvent

YEAR = 2041


class Told:
    """One article and what a briefing has of it; each fact names the number of its sentence, from 1."""

    def __init__(self, day: str, *sentences: str, outlet: str | None = None, language: str = "en") -> None:
        """`day` is that of publication, as "05-03"."""
        published = dt.date.fromisoformat(f"{YEAR}-{day}")
        self.article = Article.from_text(" ".join(sentences), published=published, outlet=outlet, language=language)
        assert len(self.article.sentences) == len(sentences), [s.number for s in self.article.sentences]
        self.facts: dict[str, Any] = {}

    def _tell(self, kind: str, sentences: int | Sequence[int], **fact: Any) -> Told:
        numbers = [sentences] if isinstance(sentences, int) else sentences
        self.facts.setdefault(kind, []).append({**fact, "evidence": [self.evidence(number) for number in numbers]})
        return self

    def evidence(self, number: int) -> Evidence:
        """A sentence as evidence."""
        sentence = self.article.sentences[number - 1]
        text = self.article.text[sentence.start : sentence.end]
        return Evidence(sentence=number, start=sentence.start, end=sentence.end, text=text)

    def meeting(
        self, sentences: int | Sequence[int], start: str | None = None, status: str = "planned", **more: Any
    ) -> Told:
        """`start` as "05-03" or "05-03T10:00"; with its year where it is of another one."""
        return self._tell("meetings", sentences, start=_in_year(start), status=status, **more)

    def said(self, sentence: int, speaker: str, content: str, act: str = "said", **more: Any) -> Told:
        """A statement of a person."""
        of = {"name": speaker, "kind": more.pop("kind", "person"), "party": more.pop("party", None)}
        number = len(self.facts.get("statements", ())) + 1
        more["said_on"] = _in_year(more.get("said_on"))
        return self._tell("statements", sentence, id=f"s{number}", speaker=of, content=content, act=act, **more)

    def event(self, sentence: int, date: str, text: str, status: str = "past") -> Told:
        """An entry of the timeline."""
        return self._tell("timeline", sentence, date=_in_year(date), event=text, status=status)

    def paper(self, sentence: int, name: str, status: str | None, date: str | None = None, **more: Any) -> Told:
        """A document."""
        return self._tell("documents", sentence, name=name, status=status, date=_in_year(date), **more)

    def wants(self, sentence: int, party: str, issue: str, stance: str) -> Told:
        """A position."""
        return self._tell("positions", sentence, party=party, issue=issue, stance=stance)

    def head(self, sentence: int, party: str, name: str) -> Told:
        """Who heads a delegation."""
        return self._tell("delegations", sentence, party=party, head={"name": name})

    def briefing(self) -> Briefing:
        """The whole."""
        text = self.article.text
        first = self.evidence(1)
        return Briefing.model_validate(
            {
                "article": {
                    "title": None,
                    "outlet": self.article.outlet,
                    "published": self.article.published,
                    "language": self.article.language,
                    "sha256": hashlib.sha256(text.encode()).hexdigest(),
                    "characters": len(text),
                    "sentences": len(self.article.sentences),
                },
                "bottom_line": {"text": first.text, "evidence": [first]},
                "talks": {},
                "verification": {"facts": 0, "supported": 0},
                "provenance": _MADE,
                **self.facts,
            }
        )


_MADE: Mapping[str, Any] = {
    "model": "by hand", "summarizer_version": "0", "created_at": "2041-01-01T00:00:00Z", "seconds": 0,
}  # fmt: skip


def _in_year(time: str | None) -> str | None:
    return f"{YEAR}-{time}" if time is not None and time[2:3] == "-" else time


def dossier(*told: Told) -> Dossier:
    """Their dossier."""
    return Dossier.of(one.briefing() for one in told)


def meetings(*told: Told) -> list[DossierEvent]:
    """The meetings of their dossier."""
    return [event for event in dossier(*told).events if event.kind == "meeting"]


def reports(*told: Told) -> list[int]:
    """How many reports each meeting has."""
    return [len(event.reports) for event in meetings(*told)]
