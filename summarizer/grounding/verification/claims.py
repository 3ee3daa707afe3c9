"""One claim of a briefing with its verdict, and the judgements that all sections share: names, dates, free texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.briefing import Evidence
from summarizer.grounding.comparison import compare
from summarizer.grounding.inflection import same_word
from summarizer.grounding.parties import party_of
from summarizer.grounding.people import People
from summarizer.grounding.prose import judge_prose
from summarizer.grounding.quotes import judge_quote
from summarizer.grounding.scene import Scene
from summarizer.grounding.verdicts import Verdict
from summarizer.sentences import Sentence

FEW = 2
"""Dates of the sentences that a wrong one may stand for, at most; among more, none is told."""
DAY = len("2025-06-02")


@dataclass(frozen=True)
class Claim:
    """One field of a fact, as the briefing states it."""

    path: str
    """JSON Pointer into the briefing."""
    value: str
    verdict: Verdict


@dataclass(frozen=True)
class Court:
    """What claims are judged by: the article, and who is named in it."""

    scene: Scene
    people: People

    def evidence(self, path: str, items: Sequence[Evidence]) -> tuple[list[Claim], list[Sentence]]:
        """The verdict on each piece of evidence, and the sentences that the true ones stand in."""
        if not items:
            return [Claim(path, "", Verdict("absent", "It cites no words of the article."))], []
        claims: list[Claim] = []
        cited: dict[int, Sentence] = {}
        for at, item in enumerate(items):
            verdict, sentences = self._piece(item)
            claims.append(Claim(f"{path}/{at}", item.text, verdict))
            cited |= {s.number: s for s in sentences if s.number not in cited}
        return claims, list(cited.values())

    def _piece(self, item: Evidence) -> tuple[Verdict, list[Sentence]]:
        text = self.scene.article.text
        if text[item.start : item.end] == item.text:
            cited = self._sentences(item.start, item.end)
            if any(s.number == item.sentence for s in cited):
                return Verdict("supported", "The article's own words, at their place."), cited
            numbers = " and ".join(str(s.number) for s in cited)
            difference = f"sentence {item.sentence} for {numbers}"
            return Verdict("altered", "The words stand in another sentence.", difference), cited
        verdict = judge_quote(item.text, text, self.scene.article.language)
        if not verdict.places:
            return verdict, []
        start, end = verdict.places[0]
        difference = f"{item.start} to {item.end} for {start} to {end}"
        return Verdict("altered", "The words stand at another place.", difference), self._sentences(start, end)

    def _sentences(self, start: int, end: int) -> list[Sentence]:
        return [s for s in self.scene.article.sentences if s.start < end and start < s.end]

    def name(self, path: str, words: str | None, cited: Sequence[Sentence]) -> Iterator[Claim]:
        """A name: as the sentences print it, as a word made of it, or in another case or spelling."""
        if words is not None:
            yield Claim(path, words, self.judge_name(words, cited))

    def judge_name(self, words: str, cited: Sequence[Sentence]) -> Verdict:
        """The verdict on a name by the sentences that should hold it."""
        place = self.people.find(words, cited)
        if place is not None and place.exact:
            return Verdict("supported", "The sentences hold this name.")
        text = " ".join(s.text for s in cited)
        if party_of(text, [words]) or self._in_other_form(words, cited):
            return Verdict("supported", "The sentences hold a form of this name.")
        difference = compare(words, text)
        if difference is not None:
            return Verdict("altered", "The cited sentences have another name.", difference)
        return Verdict("absent", "The cited sentences do not hold this name.")

    def _in_other_form(self, words: str, cited: Sequence[Sentence]) -> bool:
        printed = {w for s in cited for w in re.findall(r"[^\W\d_][\w’'\-]*", s.text) if w[0].isupper()}
        language = self.scene.article.language
        parts = [w for w in re.findall(r"[^\W\d_][\w’'\-]*", words) if w[0].isupper()]
        return bool(parts) and all(any(same_word(p, w, language) for w in printed) for p in parts)

    def date(self, path: str, iso: str | None, cited: Sequence[Sentence]) -> Iterator[Claim]:
        """An ISO date: one that the words of the sentences give, or a wider one."""
        if iso is not None:
            yield Claim(path, iso, self.judge_date(iso, cited))

    def judge_date(self, iso: str, cited: Sequence[Sentence]) -> Verdict:
        """The verdict on an ISO date by the date words of the sentences."""
        mentions = [m for s in cited for d in self.scene.dates[s.number] for m in (d, *d.parts)]
        values = list(dict.fromkeys(v for m in mentions for v in (m.value, m.end_value) if v))
        if any(value == iso or _is_wider(iso, value) for value in values):
            return Verdict("supported", "The words of the sentences give this date.")
        if self._put_together(iso, values, cited):
            return Verdict("supported", "The day and the hour stand in the sentences.")
        reasons = [m.reason for m in mentions if m.value is None and m.reason]
        if not values:
            return Verdict("absent", reasons[0] if reasons else "The cited sentences give no date.")
        if len(values) <= FEW:
            difference = f"“{iso}” for “{'” or “'.join(values)}”"
            return Verdict("altered", "The words of the sentences give another date.", difference)
        return Verdict("absent", "The words of the sentences do not give this date.")

    def _put_together(self, iso: str, values: Sequence[str], cited: Sequence[Sentence]) -> bool:
        """A day that one mention gives and an hour that another one does."""
        day, _, hour = iso.partition("T")
        hours = {v.partition("T")[2][:5] for v in values}
        hours |= {str(f.value) for s in cited for f in self.scene.readings.figures(s.text)}
        return bool(hour) and hour[:5] in hours and any(v[:DAY] == day for v in values) and len(hour) == len("13:00")

    def prose(self, path: str, text: str | None, cited: Sequence[Sentence]) -> Iterator[Claim]:
        """A free text, or the article's own words cut at an ellipsis."""
        if text is not None:
            yield Claim(path, text, self.judge_text(text, cited))

    def judge_text(self, text: str, cited: Sequence[Sentence]) -> Verdict:
        """The verdict on a free text by the sentences that it cites."""
        if not cited:
            return Verdict("absent", "It cites no sentence of the article.")
        cut = text.removesuffix(" …")
        if cut != text and any(" ".join(s.text.split()).startswith(cut) for s in cited):
            return Verdict("supported", "It is the beginning of a sentence of the article.")
        return judge_prose(cut, cited, self.scene)


def _is_wider(iso: str, value: str) -> bool:
    """Whether a date names a wider period than a value, one that holds it: "2025-06" and "2025-06-02"."""
    return value.startswith(iso) and value[len(iso) : len(iso) + 1] in ("-", "T", "")
