"""Windows: every sentence in one, neighbours overlap, none too large; and which parts of them are read."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import (
    AnswerInvalidError,
    AnswerTruncatedError,
    AuthenticationError,
    ContextExceededError,
    ModelError,
    ModelRefusedError,
)
from summarizer.extraction.windows import OVERLAP, SMALLEST, Reading, Window, bytes_shown, cut, halves, read, spans
from summarizer.sentences import Sentence
from tests.extraction.test_asking import Told, asking_of

WORDS = st.lists(st.text("abc ж会é", min_size=1, max_size=40), min_size=1, max_size=60)
SIZES = st.integers(1, 600)


def sentences(words: Sequence[str]) -> tuple[Sentence, ...]:
    """Sentences of these words, one after another."""
    ends = list(itertools.accumulate(len(w) + 1 for w in words))
    return tuple(Sentence(n, e - len(w) - 1, e - 1, w) for n, (w, e) in enumerate(zip(words, ends, strict=True), 1))


def numbers(windows: Sequence[Window]) -> list[list[int]]:
    """The numbers of the sentences of each window."""
    return [[s.number for s in window] for window in windows]


@given(WORDS, SIZES, st.integers(1, 30) | st.none(), st.integers(0, 5))
def test_every_sentence_is_in_a_window_and_each_window_goes_on(
    words: list[str], size: int, most: int | None, overlap: int
) -> None:
    windows = numbers(cut(sentences(words), size, most=most, overlap=overlap))
    assert windows[0][0] == 1
    assert windows[-1][-1] == len(words)
    for window in windows:
        assert window == list(range(window[0], window[-1] + 1))
    for one, following in itertools.pairwise(windows):
        assert following[0] <= one[-1] + 1, "none is left out"
        assert following[-1] > one[-1]
        assert one[-1] + 1 - following[0] <= overlap


@given(WORDS, SIZES, st.integers(1, 30) | st.none(), st.integers(0, 5))
def test_no_window_is_too_large_and_none_could_be_larger(
    words: list[str], size: int, most: int | None, overlap: int
) -> None:
    every = sentences(words)
    for window in cut(every, size, most=most, overlap=overlap):
        taken = sum(map(bytes_shown, window))
        assert taken <= size or len(window) == 1
        assert most is None or len(window) <= most
        if window[-1] is not every[-1]:
            following = bytes_shown(every[window[-1].number])
            assert taken + following > size or len(window) == most


@given(WORDS, SIZES)
def test_windows_overlap_as_told_where_a_quarter_of_their_room_takes_it(words: list[str], size: int) -> None:
    for one, following in itertools.pairwise(cut(sentences(words), size)):
        shared = [s for s in following if s in one]
        room = min(size // 4, size - bytes_shown(following[len(shared)]))
        assert sum(map(bytes_shown, shared)) <= max(room, 0)
        if len(shared) < min(OVERLAP, len(one)):
            before = one[-len(shared) - 1]
            assert sum(map(bytes_shown, [before, *shared])) > room, "one more would have fitted"


@given(WORDS, SIZES)
def test_what_is_read_twice_is_bounded(words: list[str], size: int) -> None:
    every = sentences(words)
    shown = sum(bytes_shown(s) for window in cut(every, size) for s in window)
    assert shown <= 2 * sum(map(bytes_shown, every))


def test_an_article_that_fits_is_one_window_and_none_is_none() -> None:
    every = sentences(["It rains."] * 20)
    assert cut(every, sum(map(bytes_shown, every))) == [every]
    assert len(cut(every, sum(map(bytes_shown, every)) - 1)) == 2
    assert cut((), 100) == []


def test_size_is_in_bytes_so_chinese_windows_hold_fewer_characters() -> None:
    latin, chinese = (cut(sentences([word * 30] * 40), 1_000) for word in ("a", "会"))
    assert len(chinese) > 2 * len(latin)


def test_a_sentence_longer_than_a_window_is_one_of_its_own() -> None:
    windows = numbers(cut(sentences(["short", "long " * 100, "short", "short"]), 100))
    assert windows == [[1], [2], [3, 4]]


@given(st.lists(st.text("ab会", min_size=1, max_size=300), min_size=2, max_size=60))
def test_halves_hold_all_of_a_window_and_are_smaller(words: list[str]) -> None:
    window = sentences(words)
    one, other = halves(window)
    assert 1 <= len(one) < len(window)
    assert 1 <= len(other) < len(window)
    assert one == window[: len(one)]
    assert other == window[len(window) - len(other) :]
    assert 0 <= len(one) + len(other) - len(window) <= OVERLAP


def test_halves_have_about_as_many_bytes_each() -> None:
    one, other = halves(sentences(["a" * 2_000, *["a" * 10] * 60]))
    assert len(one) == 1
    assert len(other) == 60


@pytest.mark.parametrize(
    ("given_numbers", "expected"), [([], ""), ([4], "4"), ([1, 2, 3, 7], "1 to 3, 7"), ([1, 3, 4], "1, 3 to 4")]
)
def test_numbers_are_told_as_spans(given_numbers: list[int], expected: str) -> None:
    assert spans(given_numbers) == expected


async def reading(words: int, ask: Callable[[Window], int], size: int = 100_000) -> Reading[int]:
    """What comes of reading an article of so many words, each a sentence."""

    async def answer(window: Window) -> int:
        return ask(window)

    return await read(cut(sentences(["word"] * words), size), answer, asking_of(Told()))


def refusing(error: type[ModelError], refuses: Callable[[Window], bool]) -> Callable[[Window], int]:
    """A question that raises this error about some windows, and else tells how many sentences it saw."""

    def ask(window: Window) -> int:
        if refuses(window):
            raise error(f"Not {error.__name__}.")
        return len(window)

    return ask


async def test_all_windows_are_read_in_order() -> None:
    found = await reading(100, lambda window: window[0].number, size=200)
    assert found.results == sorted(found.results)
    assert len(found.results) > 5
    assert found.lost() == []


@pytest.mark.parametrize("error", [AnswerTruncatedError, ContextExceededError])
async def test_a_window_that_is_too_much_is_read_in_parts(error: type[ModelError]) -> None:
    found = await reading(100, refusing(error, lambda window: len(window) > 30))
    assert {s.number for window, _ in found.read for s in window} == set(range(1, 101))
    assert found.lost() == []
    assert all(15 <= result <= 30 for result in found.results)


@pytest.mark.parametrize(("error", "most"), [(AnswerTruncatedError, SMALLEST), (ContextExceededError, 1)])
async def test_parts_are_cut_down_to_a_few_sentences(error: type[ModelError], most: int) -> None:
    found = await reading(100, refusing(error, lambda window: True))
    assert found.results == []
    assert max(len(window) for window, _ in found.unread) <= most
    assert len(found.unread) < 3 * 100 / most, "no smaller than need be"
    ((lost, reason),) = found.lost()
    assert lost == list(range(1, 101)), "each once, in order"
    assert isinstance(reason, error)


@pytest.mark.parametrize("error", [AnswerInvalidError, ModelRefusedError])
async def test_a_window_that_fails_otherwise_is_not_cut(error: type[ModelError]) -> None:
    found = await reading(100, refusing(error, lambda window: any(s.number == 50 for s in window)), size=400)
    ((window, _),) = found.unread
    ((lost, reason),) = found.lost()
    assert 50 in lost
    assert lost == [s.number for s in window][OVERLAP:-OVERLAP], "what its neighbours read is not lost"
    assert isinstance(reason, error)


async def test_an_endpoint_that_fails_ends_it_all() -> None:
    with pytest.raises(AuthenticationError) as caught:
        await reading(100, refusing(AuthenticationError, lambda window: window[0].number > 1), size=200)
    assert caught.value.__context__ is None, "no group of errors beside it"
