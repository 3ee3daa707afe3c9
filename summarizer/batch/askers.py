"""Who may still ask a model: a batch goes out once nobody is left who would want to be in it.

By a moment of quiet alone, a slow page in the corpus or a busy machine would make many small batches, each of which
takes its day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from summarizer.batch.run import Due


class Askers:
    """The articles under way, and whether another is being read."""

    def __init__(self) -> None:
        self._reading = False
        self._under_way: set[str] = set()
        self._waiting: Counter[str] = Counter()
        """How many answers each waits for."""

    @property
    def may_ask(self) -> bool:
        """Whether an article is being read, or one is worked on that waits for no answer."""
        return self._reading or len(self._under_way) > len(self._waiting)

    async def read(self, due: AsyncIterator[Due]) -> AsyncIterator[Due]:
        """The same articles; each is under way from here on."""
        while True:
            self._reading = True
            try:
                one = await anext(due)
            except StopAsyncIteration:
                return
            finally:
                self._reading = False
            self._under_way.add(one.article.sha256)
            yield one

    def done(self, sha256: str) -> None:
        """An article asks nothing more."""
        self._under_way.discard(sha256)

    @contextmanager
    def waiting(self, sha256: str) -> Iterator[None]:
        """While an answer is waited for."""
        self._waiting[sha256] += 1
        try:
            yield
        finally:
            self._waiting[sha256] -= 1
            if not self._waiting[sha256]:
                del self._waiting[sha256]
