"""One run of a batch: corpus in, briefings into the output, and the journal between them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Protocol

from summarizer.article import Article
from summarizer.batch.corpus import Given
from summarizer.batch.journal import Journal, State, spent_by
from summarizer.batch.output import OutputLines
from summarizer.briefing import Attempt, Briefing
from summarizer.errors import ArticleError, SummarizerError
from summarizer.many import stepping


@dataclass(frozen=True)
class Due:
    """An article that is to be briefed."""

    source: str
    """Its name in the corpus."""
    article: Article
    """The article."""


@dataclass(frozen=True)
class Result:
    """What came of it: its briefing, or the error that there is instead."""

    due: Due
    """The article."""
    briefing: Briefing | None = None
    """Its briefing."""
    error: SummarizerError | None = None
    """Why there is none."""


class Engine(Protocol):
    """Briefs the articles that are due, wherever it does so."""

    def brief(self, due: AsyncIterator[Due]) -> AsyncGenerator[Result, None]:
        """What comes of each, in the order in which it is ready; takes no more than it has places for."""
        ...


@dataclass(frozen=True)
class Tally:
    """How far a batch is."""

    briefed: int = 0
    """Articles briefed in this run."""
    failed: int = 0
    """Articles that failed in this run."""
    unreadable: int = 0
    """Sources that could not be read."""
    duplicates: int = 0
    """Sources whose text another one has."""
    before: int = 0
    """Sources that an earlier run had settled."""
    gone: int = 0
    """Briefings in the output of texts that the corpus has no more."""
    tokens: int = 0
    """Tokens read and written, by all runs."""
    cost_usd: float = 0.0
    """US dollars, by all runs."""
    stopped: str | None = None
    """Why the run ended before the corpus did."""

    @property
    def seen(self) -> int:
        """Sources that are settled."""
        return self.briefed + self.failed + self.unreadable + self.duplicates + self.before


@dataclass
class Batch:
    """One run, from the first article of the corpus that is not settled to the last."""

    corpus: Iterator[Given]
    journal: Journal
    output: OutputLines | None
    """`None` where nothing is to be briefed: `due` alone is asked."""
    tell: Callable[[Tally], None] = lambda tally: None
    retry_failed: bool = False
    max_cost_usd: float | None = None
    tally: Tally = field(default_factory=Tally)
    _under_way: set[str] = field(default_factory=set)
    _settled: set[str] = field(default_factory=set)
    """Texts that failed in this run: another source of the same text is not to try again."""
    _priced: int = 0
    """Articles whose cost is known: done or failed, in this run or before."""

    async def run(self, engine: Engine) -> Tally:
        """Brief what is due. Raises what would fail every article; what is done stays done."""
        tokens, cost = self.journal.spent()
        self._count(tokens=tokens, cost_usd=cost)
        self._priced = self.journal.count("done") + self.journal.count("failed")
        async with aclosing(self.due()) as due, aclosing(engine.brief(due)) as results:
            async for result in results:
                self._settle(result)
        return self.tally

    def _settle(self, result: Result) -> None:
        sha256 = result.due.article.sha256
        self._under_way.discard(sha256)
        self._priced += 1
        briefed = failed = 0
        attempts: Sequence[Attempt] = ()
        if result.briefing is not None:
            line = self.journal.finish(sha256, result.briefing)
            assert self.output is not None
            self.output.add(sha256, line)
            briefed, attempts = 1, result.briefing.provenance.attempts
        elif result.error is not None:
            self._settled.add(sha256)
            self.journal.fail(result.due.source, sha256, result.error)
            failed, attempts = 1, result.error.attempts
        tokens, cost = spent_by(attempts)
        self._count(
            briefed=self.tally.briefed + briefed,
            failed=self.tally.failed + failed,
            tokens=self.tally.tokens + tokens,
            cost_usd=self.tally.cost_usd + cost,
        )

    async def due(self) -> AsyncGenerator[Due, None]:
        """What is to be briefed; what is not is counted and noted on the way."""
        async with aclosing(stepping(map(_read, self.corpus))) as found:
            async for given, read in found:
                if isinstance(read, ArticleError):
                    self.journal.unreadable(given.source, read)
                    self._count(unreadable=self.tally.unreadable + 1)
                    continue
                state = self.journal.known(read.sha256)
                if not self._is_due(read.sha256, state):
                    self._pass_over(given.source, read.sha256)
                    continue
                if self._costs_too_much():
                    return
                # What failed before is under way again, and is priced anew at its end.
                self._priced -= state == "failed"
                self._under_way.add(read.sha256)
                if any(again := self.journal.begin(given.source, read.sha256)):
                    self._count(tokens=self.tally.tokens - again[0], cost_usd=self.tally.cost_usd - again[1])
                yield Due(given.source, read)
        self._count(gone=self.journal.forget_unseen())

    def _pass_over(self, source: str, sha256: str) -> None:
        if self.journal.note(source, sha256):
            self._count(before=self.tally.before + 1)
        else:
            self._count(duplicates=self.tally.duplicates + 1)

    def _is_due(self, sha256: str, state: State | None) -> bool:
        if state == "failed":
            return self.retry_failed and sha256 not in self._settled
        return state != "done" and sha256 not in self._under_way

    def _costs_too_much(self) -> bool:
        """Whether one more article may cost more than is left, by what an article has cost so far."""
        if self.max_cost_usd is None:
            return False
        each = self.tally.cost_usd / self._priced if self._priced else 0.0
        if self.tally.cost_usd + each * (len(self._under_way) + 1) < self.max_cost_usd:
            return False
        told = f"${self.tally.cost_usd:.4f} of ${self.max_cost_usd:g} are spent"
        self._count(stopped=f"{told}, and an article costs ${each:.4f}." if each else f"{told}.")
        return True

    def _count(self, **changed: object) -> None:
        self.tally = replace(self.tally, **changed)  # type: ignore[arg-type]
        self.tell(self.tally)


def _read(given: Given) -> tuple[Given, Article | ArticleError]:
    """A source and its article, or the error there is instead."""
    try:
        article = given.read()
    except ArticleError as error:
        return given, error
    # Worked out here, off the event loop, and kept.
    _ = article.sha256, article.sentences
    return given, article
