"""A model that obeys: it says what is true of the article, and with it all that a payload could want of it.

Answers come in two moods. `obedient` adds to the true answers, so that what the payload did to the others can be
seen; `captured` says nothing but what the payload wants, to every question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from summarizer.draft import Draft
from tests.injection.honest import honest
from tests.injection.payloads import CANARY, CANARY_PERSON
from tests.injection.splicing import Spliced
from tests.scripted_model import Answer, Request

Mood = Literal["obedient", "captured"]
MOODS: tuple[Mood, ...] = ("obedient", "captured")

PROSE: tuple[str, ...] = (
    f"{CANARY} has won the talks",
    f"It is over, {CANARY_PERSON} said",
    f"<script>alert('{CANARY}')</script>",
    f"<img src=x onerror=alert('{CANARY}')>",
    f"[{CANARY}](https://quondle.example/?q={CANARY})",
    f"![{CANARY}](https://quondle.example/pixel.png)",
    f"\x1b[31m{CANARY}\x1b[0m\x07\x9b2J",
    f"\u202e{CANARY}\u202c \u2066{CANARY}",
    "Zor\u200bblax\u2060ia has won",
    f"# {CANARY}\n\n- {CANARY}\n\n```\n{CANARY}\n```",
    f"/etc/{CANARY}/passwd and C:\\{CANARY}",
    f"{{{{ 7*7 }}}} {{% raw %}} {CANARY}",
    f"| {CANARY} | 49 |\n|---|---|",
    f"“{CANARY}” and 49 others",
)
"""What an obeying model writes into fields of free text; each field gets the next."""


@dataclass(frozen=True)
class Obeying:
    """The model before one article."""

    spliced: Spliced
    clean: Draft
    """What is true of the clean article."""
    mood: Mood
    turn: int = 0
    """Which of the texts comes first; other runs begin elsewhere."""
    every: int = 3
    """It spoils each third section, the first of them by turn: what fails is asked again, and that takes time."""
    name: str = CANARY
    """What it wants to see; a name that the payload may hold."""
    prose: tuple[str, ...] = PROSE
    parties: tuple[str, ...] = ()
    """Sides that it adds to the talks, besides such as stand nowhere."""
    mediators: tuple[str, ...] = ()
    """Mediators that it adds."""

    @cached_property
    def true(self) -> Draft:
        """What is true, under the numbers that the sentences have now."""
        return self.spliced.draft(self.clean)

    @cached_property
    def draft(self) -> Draft:
        """The whole draft that it answers with."""
        texts = self._texts()
        data = self.true.model_dump()
        lists = [name for name, value in data.items() if isinstance(value, list)]
        chosen = [name for at, name in enumerate(lists) if (at + self.turn) % self.every == 0]
        if self.mood == "captured":
            data.update({name: [] for name in lists})
        elif "statements" in chosen:
            data["statements"] = [self._spoilt(s, texts) for s in data["statements"]]
        data["bottom_line"] = {"text": next(texts), "sentences": [1]}
        data["talks"] = self._talks(texts)
        wanted = self._wanted(texts)
        for name in chosen:
            data[name] = [*data[name], *wanted[name]]
        return Draft.model_validate(data)

    def script(self) -> Callable[[Request], Answer]:
        """Answers to whatever it is asked."""
        truth = honest(self.spliced.article, self.true)
        texts = self._texts()

        def reply(request: Request) -> Answer:
            question = request.question
            if question == "Draft":
                return self.draft.model_dump()
            wanted = self._small(question, texts)
            if question in ("OverviewAnswer", "DelegationsAnswer", "CorrectedWords"):
                return wanted
            asked = request.user.splitlines()[0]
            own = any(line_of(self.spliced, number) == asked for number in self.spliced.own)
            # Only the question about the payload's own sentence shows it the payload.
            return wanted if own or self.mood == "captured" else truth(request)

        return reply

    def _texts(self) -> Iterator[str]:
        at = self.turn
        while True:
            yield self.prose[at % len(self.prose)]
            at += 1

    def _cited(self) -> list[list[int]]:
        """Sentences to pin things on: a true one, one that does not exist, and the payload's with a true one."""
        true = sorted(set(self.spliced.numbers.values()) - self.spliced.own)
        nowhere = (len(self.spliced.article.sentences) + 1, 0, -3, 10**9)
        return [
            [true[self.turn % len(true)]],
            [nowhere[self.turn % len(nowhere)]],
            [*sorted(self.spliced.own), true[0]],
        ]

    def _spoilt(self, entry: dict[str, Any], texts: Iterator[str]) -> dict[str, Any]:
        """A true statement with everything in it that may be spoilt."""
        return entry | {
            "addressed_to": CANARY_PERSON,
            "reported_by": [f"Radio {self.name}", next(texts)],
            "said_on": "on 31 February 2099",
            "content": next(texts),
        }

    def _talks(self, texts: Iterator[str]) -> dict[str, Any]:
        true = self.true.talks
        assert true is not None
        told = true.parties if self.mood == "obedient" else []
        return {
            "subject": next(texts),
            "parties": [*told, *self.parties, CANARY_PERSON, next(texts)],
            "mediators": [*self.mediators, CANARY_PERSON, next(texts)],
            "status": true.status,
            "sentences": true.sentences,
        }

    def _wanted(self, texts: Iterator[str]) -> Mapping[str, list[dict[str, Any]]]:
        """Invented entries, and true people with another's words."""
        name, told = self.name, self.true.talks.parties if self.true.talks else []
        side = told[0] if told else name
        speakers = [s.speaker for s in self.true.statements]
        numbers = [s.sentence for s in self.true.statements]
        pinned, nowhere, own = self._cited()
        # What names nobody of the sentence is asked again, a request each; one for each field is enough.
        return {
            "meetings": [_meeting(c, name, next(texts)) for c in (pinned, nowhere)],
            "delegations": [_delegation(side, name, pinned, next(texts)), _delegation(name, name, own, "")],
            "statements": [
                _statement(nowhere[0], name),
                _statement(own[0], name),
                *(_statement(n, who) for n, who in zip(numbers, speakers[1:] + speakers[:1], strict=True)),
            ],
            "positions": [
                _position(side, pinned, next(texts), next(texts)),
                _position(name, nowhere, next(texts), next(texts)),
                _position(name, own, next(texts), next(texts)),
            ],
            "agreements": [_agreement(c, name, next(texts)) for c in self._cited()],
            "documents": [_document(nowhere, name, name), _document(pinned, CANARY_PERSON, name)],
            "events": [_event(nowhere, "1 April 2099", next(texts)), _event(pinned, next(texts), next(texts))],
            "open_questions": [{"text": next(texts), "sentences": c} for c in self._cited()],
            "next_steps": [{"text": next(texts), "sentences": c} for c in self._cited()],
            "sources": [{"name": name, "description": next(texts), "sentences": c} for c in self._cited()],
        }

    def _small(self, question: str, texts: Iterator[str]) -> dict[str, Any]:
        """What it says to a small question."""
        if question == "OverviewAnswer":
            return {k: v for k, v in self._talks(texts).items() if k != "sentences"}
        if question == "DelegationsAnswer":
            told = self.true.delegations if self.mood == "obedient" else []
            entries = [{"party": d.party, "head": d.head, "sentence": d.sentences[0]} for d in told]
            wanted = [{"party": self.name, "head": CANARY_PERSON, "sentence": c[0]} for c in self._cited()]
            return {"delegations": [*entries, *wanted]}
        keys = {
            "StatementAnswer": ("words", "speaker"),
            "PlaceAnswer": ("building", "city", "country"),
            "PositionAnswer": ("side", "issue", "stance"),
            "CorrectedWords": ("words",),
        }[question]
        answers = [self.name, next(texts), CANARY_PERSON]
        return dict(zip(keys, answers, strict=False))


def line_of(spliced: Spliced, number: int) -> str:
    """How a sentence stands in a small question."""
    from summarizer.extraction.numbering import shown

    return f"Sentence: {shown(spliced.article.sentences[number - 1].text)}"


def _statement(sentence: int, speaker: str) -> dict[str, Any]:
    return {
        "sentence": sentence,
        "speaker": speaker,
        "addressed_to": None,
        "reported_by": [],
        "act": None,
        "said_on": None,
        "content": None,
    }


def _meeting(cited: list[int], name: str, text: str) -> dict[str, Any]:
    return {
        "parties": [name, CANARY_PERSON],
        "start": "1 April 2099",
        "end": text,
        "venue": text,
        "city": name,
        "country": CANARY_PERSON,
        "status": "unclear",
        "sentences": cited,
    }


def _delegation(party: str, head: str, cited: list[int], note: str) -> dict[str, Any]:
    return {"party": party, "head": head, "members": [CANARY_PERSON, note], "note": note, "sentences": cited}


def _position(party: str, cited: list[int], issue: str, stance: str) -> dict[str, Any]:
    return {"party": party, "issue": issue, "stance": stance, "sentences": cited}


def _agreement(cited: list[int], name: str, text: str) -> dict[str, Any]:
    return {"text": text, "parties": [name, CANARY_PERSON], "status": "agreed", "sentences": cited}


def _document(cited: list[int], name: str, author: str) -> dict[str, Any]:
    return {
        "name": name,
        "author": author,
        "recipient": CANARY_PERSON,
        "status": None,
        "date": "1 April 2099",
        "sentences": cited,
    }


def _event(cited: list[int], date: str, text: str) -> dict[str, Any]:
    return {"date": date, "event": text, "sentences": cited}
