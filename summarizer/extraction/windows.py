"""Cuts an article that is too long for one question into windows, and reads each, in smaller parts where need be.

A window is a run of sentences under their true numbers. Neighbours share a few sentences, so that a "she" or a
quote that goes on behind a cut still has its name before it. Each sentence is read about once, so what an article
costs grows with its length.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from summarizer.errors import (
    AnswerInvalidError,
    AnswerTruncatedError,
    ContextExceededError,
    ModelError,
    ModelRefusedError,
)
from summarizer.extraction.asking import Asking, together
from summarizer.sentences import Sentence

OVERLAP = 3
"""Sentences that a window shares with the one before it: a name is seldom farther from the pronoun that means it."""
LARGEST_SHARE = 4
"""What is shared takes up at most this part of a window (a quarter), however long the sentences are."""
SMALLEST = 8
"""Sentences of a window that is not cut again when its answer is: a model that fills its limit on so few runs on."""

Window = tuple[Sentence, ...]
"""Sentences that follow one another; at least one."""
Result = TypeVar("Result")


def bytes_shown(sentence: Sentence) -> int:
    """About how many bytes of a question a sentence takes up, its number and line end included.

    Bytes, not characters: a Chinese character has three, and costs a model about as many tokens as an English word.
    """
    return len(sentence.text.encode()) + len(f"[{sentence.number}] \n")


def cut(sentences: Sequence[Sentence], size: int, *, most: int | None = None, overlap: int = OVERLAP) -> list[Window]:
    """Windows of at most `size` bytes and `most` sentences that hold every sentence, in order.

    Each begins with the last `overlap` sentences of the one before it, or with as many as a quarter of its room
    takes. A sentence that is longer than `size` is a window of its own.
    """
    sizes = [bytes_shown(s) for s in sentences]
    longest = len(sentences) if most is None else most
    windows: list[Window] = []
    end = 0
    while end < len(sentences):
        start = _start(sizes, end, size, min(overlap, longest // LARGEST_SHARE)) if end else 0
        total = sum(sizes[start : end + 1])
        end += 1
        while end < len(sentences) and end - start < longest and total + sizes[end] <= size:
            total += sizes[end]
            end += 1
        windows.append(tuple(sentences[start:end]))
    return windows


def _start(sizes: Sequence[int], end: int, size: int, overlap: int) -> int:
    """Where a window begins whose first new sentence is at `end`."""
    room = min(size // LARGEST_SHARE, size - sizes[end])
    start = end
    while start > 0 and end - start < overlap and sum(sizes[start - 1 : end]) <= room:
        start -= 1
    return start


def halves(window: Window) -> tuple[Window, Window]:
    """Two windows of about as many bytes each, which overlap where there is room. For two sentences or more."""
    middle, total, all_of_it = 0, 0, sum(map(bytes_shown, window))
    while middle < len(window) - 1 and (middle == 0 or 2 * total < all_of_it):
        total += bytes_shown(window[middle])
        middle += 1
    return window[:middle], window[middle - min(OVERLAP, middle // SMALLEST) :]


@dataclass(frozen=True)
class Reading(Generic[Result]):
    """What came of reading windows."""

    read: tuple[tuple[Window, Result], ...] = ()
    """The windows that were read, in order, each with its answer."""
    unread: tuple[tuple[Window, ModelError], ...] = ()
    """The windows that were not, each with the reason."""

    @property
    def results(self) -> list[Result]:
        """The answers in the order of the text."""
        return [result for _, result in self.read]

    def lost(self) -> list[tuple[list[int], ModelError]]:
        """The numbers of the sentences that no window read, together where the reason is the same."""
        seen = {s.number for window, _ in self.read for s in window}
        lost: dict[str, tuple[list[int], ModelError]] = {}
        for window, error in self.unread:
            numbers = [s.number for s in window if s.number not in seen]
            seen.update(numbers)
            if numbers:
                lost.setdefault(error.message, ([], error))[0].extend(numbers)
        return list(lost.values())


def spans(numbers: Iterable[int]) -> str:
    """`1 to 3, 7` for 1, 2, 3, 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in runs)


async def read(
    windows: Sequence[Window], ask: Callable[[Window], Awaitable[Result]], asking: Asking
) -> Reading[Result]:
    """Ask about all windows side by side; one that fails leaves the others as they are.

    Where an answer is cut at its limit, or a window is more than the model can read, the halves are asked about
    instead. Raises other `ModelError`s: an endpoint that cannot be reached reads no other window either.
    """
    if len(windows) == 1:
        # Nothing beside it, so no group of errors either.
        return await _read(windows[0], ask, asking)
    found = await together(_read(window, ask, asking) for window in windows)
    return Reading(
        tuple(pair for reading in found for pair in reading.read),
        tuple(pair for reading in found for pair in reading.unread),
    )


async def _read(window: Window, ask: Callable[[Window], Awaitable[Result]], asking: Asking) -> Reading[Result]:
    try:
        return Reading(read=((window, await ask(window)),))
    except (AnswerInvalidError, ModelRefusedError) as error:
        return Reading(unread=((window, error),))
    except AnswerTruncatedError as error:
        failed: ModelError = error
        smallest = SMALLEST
    except ContextExceededError as error:
        failed = error
        # Refused unread, such a question costs next to nothing.
        smallest = 1
    if len(window) <= smallest:
        return Reading(unread=((window, failed),))
    asking.expect(2)
    return await read(halves(window), ask, asking)
