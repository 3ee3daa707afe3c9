"""Keeps what was refused: where it stood in the draft, what it was, why, and whether asking again can help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.grounding.comparison import compare
from summarizer.grounding.quotes import locate
from summarizer.grounding.verdicts import Verdict
from summarizer.sentences import Sentence
from summarizer.verdicts import Refusal


@dataclass(frozen=True)
class Refused:
    """One value of a draft that the article does not hold."""

    refusal: Refusal
    """As the briefing lists it."""
    sentences: tuple[int, ...]
    """Numbers of the sentences that it was said to stand in."""
    ask_again: bool
    """Whether another answer could be right: a key field, or one that the sentences do tell of."""


@dataclass
class Refusals:
    """Collects refusals while a draft is grounded."""

    found: list[Refused] = field(default_factory=list)

    def absent(
        self, path: str, value: str, reason: str, *, sentences: Sequence[int] = (), ask_again: bool = False
    ) -> None:
        """Note a value that the article does not bear out where it should."""
        self._note(Refusal(path=path, value=value, kind="absent", reason=reason), sentences, ask_again)

    def altered(
        self,
        path: str,
        value: str,
        difference: str,
        reason: str,
        *,
        sentences: Sequence[int] = (),
        ask_again: bool = False,
    ) -> None:
        """Note a value that is close to the article's words but changed."""
        refusal = Refusal(path=path, value=value, kind="altered", difference=difference, reason=reason)
        self._note(refusal, sentences, ask_again)

    def judged(
        self,
        path: str,
        value: str,
        verdict: Verdict,
        *,
        more: str = "",
        sentences: Sequence[int] = (),
        ask_again: bool = False,
    ) -> None:
        """Note a value by its verdict; what nobody could judge counts as absent. `more` goes behind the reason."""
        reason = f"{verdict.reason} {more}".strip()
        if verdict.kind == "altered" and verdict.difference:
            self.altered(path, value, verdict.difference, reason, sentences=sentences, ask_again=ask_again)
        else:
            self.absent(path, value, reason, sentences=sentences, ask_again=ask_again)

    def not_located(
        self, path: str, value: str, cited: Sequence[Sentence], reason: str, *, ask_again: bool = False
    ) -> None:
        """Note copied words that the cited sentences do not hold: altered where something like them stands there."""
        numbers = [s.number for s in cited]
        text = " ".join(s.text for s in cited)
        difference = None if locate(value, text) else compare(value, text)
        if difference is None:
            self.absent(path, value, reason, sentences=numbers, ask_again=ask_again)
        else:
            self.altered(path, value, difference, reason, sentences=numbers, ask_again=ask_again)

    def _note(self, refusal: Refusal, sentences: Sequence[int], ask_again: bool) -> None:
        self.found.append(Refused(refusal, tuple(sentences), ask_again))
