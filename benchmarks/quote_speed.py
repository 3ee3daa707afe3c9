"""How long the verdict on one near-quote takes, beside the peers, and how that grows with the text.

Of our times the best of several runs, each on a text never seen before: what other processes take is not ours.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.aligners import Aligner
from benchmarks.passages import read_lines
from benchmarks.report import Target, at_most, print_table, told

WORDS = 20_000
WORDS_FOR_QUICK_PEERS = 2_000
TOKENS = 40
SIZES = (125_000, 250_000, 500_000, 1_000_000)
REPEATS = 25
"""Of the near-quote: 15 milliseconds each, so that one of them finds the machine idle."""
REPEATS_OF_SIZES = 7
CHANGED = {"its middle word": TOKENS // 2, "its first word": 0}
"""Which word is changed: a search that goes on from the first word is slower where that is wrong."""
FASTEST = 20.0
"""Milliseconds that a near-quote may take."""
LINEAR = 2.5
"""Times as long that twice the text may take: 2, and what a busy machine adds."""


def measure(folder: Path, ours: Aligner, peers: Sequence[Aligner], quick: bool) -> list[Target]:
    print("\n3. Speed of one near-quote")
    text = english(folder)
    if len(text) < SIZES[-1]:
        print(f"  only {len(text):,} characters of English to search in; not measured")
        return [told("speed: near-quote of 40 tokens in 20,000 words, ms", None)]
    words = text.split(" ")[:WORDS]
    held = " ".join(words)
    rows, slowest = [], 0.0
    for title, place in CHANGED.items():
        cold = min(_cold(ours, held, place, turn) for turn in range(REPEATS))
        rows.append((f"{ours.name}, {title}", f"{WORDS:,}", str(REPEATS), f"{cold:,.1f}"))
        slowest = max(slowest, cold)
    near = near_quote(words, TOKENS // 2)
    again = min(_timed(ours, near, held) for _ in range(REPEATS))
    rows.append((f"{ours.name}, in the same text again", f"{WORDS:,}", str(REPEATS), f"{again:,.1f}"))
    size = WORDS_FOR_QUICK_PEERS if quick else WORDS
    for peer in peers:
        for title, place in CHANGED.items():
            taken = _timed(peer, near_quote(words[:size], place), " ".join(words[:size]))
            rows.append((f"{peer.name}, {title}", f"{size:,}", "1", f"{taken:,.1f}"))
    print_table((f"{TOKENS} tokens, one word changed", "words of text", "runs", "best, ms"), rows)
    if quick and peers:
        print(f"  --quick: the peers search {size:,} words only; all {WORDS:,} take them seconds.")
    return [
        at_most("speed: near-quote of 40 tokens in 20,000 words, ms", round(slowest, 1), FASTEST),
        *_growth(text, ours),
    ]


def _growth(text: str, ours: Aligner) -> list[Target]:
    """Time at each size, the fastest of several cold calls: what other processes take is not ours."""
    times = [min(_cold(ours, text[:size], TOKENS // 2, turn) for turn in range(REPEATS_OF_SIZES)) for size in SIZES]
    ratios = [later / sooner for sooner, later in itertools.pairwise(times)]
    rows = [
        (f"{size:,}", f"{taken:,.1f}", f"{ratio:.2f}" if ratio else "")
        for size, taken, ratio in zip(SIZES, times, [None, *ratios], strict=True)
    ]
    print()
    print_table(("characters of text", f"best of {REPEATS_OF_SIZES}, ms", "times the one before"), rows)
    return [at_most("speed: growth of time as the text doubles, 125 kB to 1 MB, worst", round(max(ratios), 2), LINEAR)]


def _cold(aligner: Aligner, text: str, place: int, turn: int) -> float:
    """Milliseconds for a text that was never seen before: what is kept of earlier calls is of no use."""
    fresh = f"Turn {turn} of {len(text)}, {place}. {text}"
    return _timed(aligner, near_quote(text.split(" "), place), fresh)


def _timed(aligner: Aligner, quote: str, text: str) -> float:
    started = time.perf_counter()
    aligner.find(quote, text, "en")
    return 1000 * (time.perf_counter() - started)


def near_quote(words: Sequence[str], place: int) -> str:
    """A stretch of the text, at its middle, with one of its words changed."""
    begin = len(words) // 2
    quote = list(words[begin : begin + TOKENS])
    quote[place] = "zeppelin"
    return " ".join(quote)


def english(folder: Path) -> str:
    """Different English articles, one behind the other."""
    return " ".join(" ".join(document.split()) for document in _documents(folder))


def _documents(folder: Path) -> Iterator[str]:
    seen: set[str] = set()
    for name in ("bump_dev.jsonl", "polnear_dev.jsonl", "timex_tbaq.jsonl"):
        for record in read_lines(folder / "sets" / name):
            document = str(record.get("doc") or record.get("text"))
            if document not in seen:
                seen.add(document)
                yield document
