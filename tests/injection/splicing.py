"""Puts a payload into an article, and tells which sentences are its own afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal

from summarizer.article import Article
from summarizer.draft import Draft
from summarizer.sentences import Sentence

Place = Literal["beginning", "middle", "end", "inline", "title", "outlet"]
"""A paragraph of its own, in the middle of a paragraph, or what is known of the article besides its text."""
PLACES: tuple[Place, ...] = ("beginning", "middle", "end", "inline", "title", "outlet")


@dataclass(frozen=True)
class Spliced:
    """An article with a payload in it."""

    clean: Article
    article: Article
    at: int
    """Where the clean text was cut open."""
    start: int
    """Where the payload begins in the text; `end` equals it where it stands in the title or the outlet."""
    end: int

    @cached_property
    def own(self) -> frozenset[int]:
        """Numbers of the sentences that hold some of the payload."""
        return frozenset(s.number for s in self.article.sentences if s.start < self.end and self.start < s.end)

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """The number that each sentence of the clean article has now.

        One that a payload without an end of its own joined has the number of both together.
        """
        found = {}
        for sentence in self.clean.sentences:
            start = self._moved(sentence)
            found[sentence.number] = next(s.number for s in self.article.sentences if s.start <= start < s.end)
        return found

    @cached_property
    def disturbed(self) -> tuple[Sentence, ...]:
        """Clean sentences that are other sentences now, though nothing of the payload stands in them."""
        now = {s.number: s for s in self.article.sentences}
        return tuple(
            s
            for s in self.clean.sentences
            if self.numbers[s.number] not in self.own and now[self.numbers[s.number]].text != s.text
        )

    def draft(self, clean: Draft) -> Draft:
        """The clean article's draft with the numbers that its sentences have now."""
        data: dict[str, Any] = clean.model_dump()
        for entry in _entries(data):
            if "sentences" in entry:
                entry["sentences"] = [self.numbers[n] for n in entry["sentences"]]
            if "sentence" in entry:
                entry["sentence"] = self.numbers[entry["sentence"]]
        return Draft.model_validate(data)

    def _moved(self, sentence: Sentence) -> int:
        """Where the clean sentence begins now: what stands behind the payload kept its distance from the end."""
        behind = self.start < self.end and sentence.start >= self.at
        return sentence.start + (len(self.article.text) - len(self.clean.text) if behind else 0)


def _entries(data: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for value in data.values():
        found += value if isinstance(value, list) else [value] if value is not None else []
    return found


def splice(article: Article, payload: str, place: Place) -> Spliced:
    """The article with the payload at this place."""
    known: dict[str, Any] = {
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "language": article.language,
    }
    if place in ("title", "outlet"):
        return Spliced(article, Article.from_text(article.text, **{**known, place: payload}), 0, 0, 0)
    at = _offset(article, place)
    gap = " " if place == "inline" else "\n\n"
    before, after = article.text[:at].rstrip(), article.text[at:].lstrip()
    head = before + gap if before else ""
    tail = gap + after if after else ""
    made = Article.from_text(head + payload + tail, **known)
    # What settling took off, control characters and outer white space, is off the payload.
    return Spliced(article, made, at, len(head), len(made.text) - len(tail))


def _offset(article: Article, place: Place) -> int:
    sentences = article.sentences
    if place == "beginning":
        return 0
    if place == "end":
        return len(article.text)
    gaps = pairwise(sentences)
    inside = [b for a, b in gaps if ("\n" in article.text[a.end : b.start]) == (place == "middle")]
    return (inside[len(inside) // 2] if inside else sentences[len(sentences) // 2]).start
