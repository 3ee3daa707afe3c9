"""Why each gold item was missed, by rule: from the briefing's entries, refusals and ledger of attempts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.misses_matching import Item, Section, matched, mentions
from summarizer import Article

NO_BRIEFING = "no briefing"
TAKEN = "its entry answers another gold item"
EXTRA = "extra: answers no gold"
_ASKED = re.compile(r"statement (\d+)$")
_SENTENCE = re.compile(r"\b[Ss]entence (\d+)\b")


@dataclass(frozen=True)
class Miss:
    """One gold item that was missed, or one entry too many."""

    section: str
    cause: str
    label: str
    """The item, in few words."""


def misses(score: Any, gold_file: Item, briefing: Item | None, article: Article) -> list[Miss]:
    """All of one article, in the score's order of sections."""
    return list(_Reading(score, gold_file, briefing, article).all())


class _Reading:
    """One article's gold beside its briefing."""

    def __init__(self, score: Any, gold_file: Item, briefing: Item | None, article: Article) -> None:
        self.score = score
        self.briefing = briefing
        self.article = article
        self.sections: Mapping[str, Section] = matched(score, gold_file, briefing)
        found = briefing or {}
        self.refused: list[Item] = (found.get("verification") or {}).get("refused") or []
        attempts: list[Item] = (found.get("provenance") or {}).get("attempts") or []
        asked = [(m, a) for a in attempts if (m := _ASKED.match(a["purpose"]))]
        self.asked = {int(m[1]): str(a["outcome"]) for m, a in asked}
        """Sentences that were asked about one by one, with the outcome of the last attempt; empty for other plans."""

    def all(self) -> Iterator[Miss]:
        causes: Mapping[str, Callable[[Item], str]] = {
            "statements": self.statement,
            "speakers": self.speaker,
            "delegations": self.delegation,
            "meetings": self.meeting,
            "dates": self.date,
            "documents": self.document,
            "parties": self.party,
        }
        for name in self.score.METRICS:
            if name == "outlets":
                yield from self.outlets()
                continue
            section = self.sections[name]
            for wanted in section.missed:
                cause = causes[name](wanted) if self.briefing is not None else NO_BRIEFING
                yield Miss(name, cause, _gold_label(name, wanted))
            for given in section.extra:
                yield Miss(name, EXTRA, self.said_label(name, given))

    def statement(self, wanted: Item) -> str:
        numbers = self.numbers(wanted)
        if any(self.near(wanted, said) for said in self.sections["statements"].said):
            return "a further speaker of a sentence that has one"
        if refusal := self.refusal("/statements/", sentences=numbers):
            return refusal
        if not self.asked:
            return "no statement of the sentence"
        outcomes = [self.asked[number] for number in numbers if number in self.asked]
        if not outcomes:
            return "the sentence was not asked about"
        lost = [outcome for outcome in outcomes if outcome != "answered"]
        return f"asked, lost: {lost[0]}" if lost else "asked, no speaker found"

    def speaker(self, wanted: Item) -> str:
        beside = [said for said in self.sections["statements"].said if self.near(wanted, said)]
        if not beside:
            return f"no statement: {self.statement(wanted)}"
        if any(self.sections["speakers"].same(wanted, said) for said in beside):
            return TAKEN
        if refusal := self.refusal("/statements/", sentences=self.numbers(wanted)):
            return refusal
        here = self.score.names(wanted["speaker"], wanted["evidence"])
        return f"another speaker; the right one {'stands in' if here else 'is not named in'} the sentence"

    def outlets(self) -> Iterator[Miss]:
        """As the score counts them: of statements whose speaker is right."""
        for wanted, said in self.sections["speakers"].pairs:
            given = [self.score.flat_names(o) for o in said.get("reported_by") or []]
            for names in wanted.get("reported_by") or []:
                if not any(self.score.names(names, outlet) for outlet in given):
                    yield Miss("outlets", self.outlet(names, wanted, given), f"{names[0]}: {wanted['evidence'][:60]}")
            for outlet in given:
                if not any(self.score.names(names, outlet) for names in wanted.get("reported_by") or []):
                    yield Miss("outlets", EXTRA, f"{outlet}: {wanted['evidence'][:60]}")

    def outlet(self, names: list[str], wanted: Item, given: list[str]) -> str:
        if refusal := self.refusal("/statements/", field="reported_by", names=names):
            return refusal
        if given:
            return "another outlet is listed"
        here = self.score.names(names, wanted["evidence"])
        return f"not listed, {'stands in the sentence' if here else 'carried on from another sentence'}"

    def delegation(self, wanted: Item) -> str:
        flat = self.score.flat_names
        of_party = [s for s in self.sections["delegations"].said if self.score.names(wanted["party"], flat(s["party"]))]
        head = wanted.get("head")
        if any(self.sections["delegations"].same(wanted, said) for said in of_party):
            return TAKEN
        if head and (refusal := self.refusal("/delegations/", names=head)):
            return refusal
        if of_party:
            return "another head" if any(said.get("head") for said in of_party) else "the party without its head"
        return self.refusal("/delegations/", names=wanted["party"]) or "no entry for the party"

    def meeting(self, wanted: Item) -> str:
        said, start, place = self.sections["meetings"].said, wanted.get("start"), wanted.get("place")
        if any(self.sections["meetings"].same(wanted, s) for s in said):
            return TAKEN
        if place and (refusal := self.refusal("/meetings/", names=place)):
            return refusal
        of_date = [s for s in said if start and self.score.iso(s.get("start")).startswith(start)]
        if of_date:
            return "right date, another place" if any(_place(s) for s in of_date) else "right date without the place"
        there = [s for s in said if place and self.score.names(place, _place(s))]
        if not there:
            return "no entry of this date or place"
        return "right place, another date" if any(s.get("start") for s in there) else "right place without the date"

    def date(self, wanted: Item) -> str:
        all_mentions = [mention for said in self.sections["dates"].said for mention in mentions(said)]
        right = [m for m in all_mentions if self.score.iso(m.get("date")).startswith(wanted["value"])]
        if any(self.near(wanted, mention) for mention in right):
            return TAKEN
        if refusal := self.refusal("/timeline/", sentences=self.numbers(wanted)):
            return refusal
        if any(self.near(wanted, mention) for mention in all_mentions):
            return "another value for the sentence"
        return "the day is listed, not this sentence" if right else "no event of the sentence"

    def document(self, wanted: Item) -> str:
        of_sentence = [m for said in self.sections["documents"].said for m in mentions(said) if self.near(wanted, m)]
        named = [m for m in of_sentence if self.score.names(wanted["name"], m.get("name"))]
        if any(self.sections["documents"].same(wanted, mention) for mention in named):
            return TAKEN
        author = wanted.get("author")
        if named:
            if refusal := self.refusal("/documents/", field="author", names=author or []):
                return refusal
            return "another author" if any(mention.get("author") for mention in named) else "without its author"
        if refusal := self.refusal("/documents/", field="name", names=wanted["name"]):
            return refusal
        return "another name for the paper" if of_sentence else "paper not found in the sentence"

    def party(self, wanted: Item) -> str:
        return self.refusal("/talks/parties/", names=wanted["name"]) or "not listed"

    def near(self, wanted: Item, said: Item) -> bool:
        """Whether an entry is of the gold's sentence: what the score calls the same statement."""
        return self.sections["statements"].same(wanted, said)

    def numbers(self, wanted: Item) -> set[int]:
        """The sentences that the gold's evidence stands in."""
        start = self.article.text.find(wanted["evidence"])
        end = start + len(wanted["evidence"])
        return {s.number for s in self.article.sentences if start >= 0 and s.start < end and start < s.end}

    def refusal(
        self, path: str, *, field: str = "", names: list[str] | None = None, sentences: set[int] | None = None
    ) -> str | None:
        """`refused: …` where something under this path was, that carries one of the names or is of the sentences.

        A refusal holds no sentence number, but its reason mostly does; else its words must stand in the sentence.
        """
        for refused in self.refused:
            if not refused["path"].startswith(path) or field not in refused["path"]:
                continue
            if (names is not None and self.score.names(names, refused["value"])) or (
                sentences is not None and self._is_of(refused, sentences)
            ):
                return f"refused: {_general(refused['reason'])}"
        return None

    def _is_of(self, refused: Item, sentences: set[int]) -> bool:
        if told := _SENTENCE.findall(refused["reason"]):
            return bool(sentences & {int(number) for number in told})
        return any(refused["value"] in s.text for s in self.article.sentences if s.number in sentences)

    def said_label(self, section: str, said: Item) -> str:
        flat, evidence = self.score.flat_names, (said.get("evidence") or [{}])[0].get("text", "")[:60]
        titles: Mapping[str, str] = {
            "delegations": f"{flat(said.get('party'))}: {flat(said.get('head'))}",
            "meetings": f"{said.get('start')} {_place(said)}",
            "dates": f"{self.score.iso(said.get('date'))}: {evidence}",
            "documents": f"{flat(said.get('name'))} of {flat(said.get('author')) or '?'}: {evidence}",
            "parties": flat(said.get("name")),
        }
        return titles.get(section) or f"{flat(said.get('speaker'))}: {evidence}"


def _gold_label(section: str, wanted: Item) -> str:
    evidence = str(wanted.get("evidence", ""))[:60]
    match section:
        case "delegations":
            return f"{wanted['party'][0]}: {(wanted.get('head') or ['?'])[0]}"
        case "meetings":
            return f"{wanted.get('start')} {(wanted.get('place') or ['?'])[0]}"
        case "dates":
            return f"{wanted['value']}: {evidence}"
        case "documents":
            return f"{wanted['name'][0]} of {(wanted.get('author') or ['?'])[0]}: {evidence}"
        case "parties":
            return str(wanted["name"][0])
        case _:
            return f"{wanted['speaker'][0]}: {evidence}"


def _place(meeting: Item) -> str:
    return " ".join(str(meeting[field]) for field in ("venue", "city", "country") if meeting.get(field))


def _general(reason: str) -> str:
    """A reason without the numbers and names of one case, so that like cases count together."""
    return re.sub(r"\d+", "N", re.sub(r"'[^']*'|\"[^\"]*\"|“[^”]*”", "…", reason))
