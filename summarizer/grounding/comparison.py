"""How copied words differ from what the text says, word by word: dropped, added, or another one.

Used where words were not located. A near miss is told, never mended: what comes out is a sentence about
the difference, not a place in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein, Opcode
from rapidfuzz.fuzz import ratio

from summarizer.grounding.quotes import fold

NEAR = 0.6
"""Share of the copied words that must stand together in the text for a near miss."""
ALIKE = 75.0
"""How alike two spellings of one word are at least, of 100."""
SLACK = 3
"""Words by which the stretch of text may be longer than what was copied."""

_WORD = re.compile(r"\w+(?:[.,:’'\-]\w+)*|%")


def compare(words: str, text: str) -> str | None:
    """What was altered in the copied words, in plain words; `None` where the text holds nothing like them.

    "“12” for “21”; “not” added". Time grows with the length of the text.
    """
    copied = _WORD.findall(fold(words).text)
    printed = _WORD.findall(fold(text).text)
    if not copied or not printed:
        return None
    stretch = _nearest(copied, printed)
    operations = Levenshtein.opcodes(stretch, copied)
    equal = sum(o.src_end - o.src_start for o in operations if o.tag == "equal")
    alike = sum(
        ratio(a, b) >= ALIKE
        for o in operations
        if o.tag == "replace"
        for a, b in zip(stretch[o.src_start : o.src_end], copied[o.dest_start : o.dest_end], strict=False)
    )
    if equal + alike < NEAR * len(copied) and not (len(copied) <= 3 and equal):
        return None
    changed = list(operations)
    # What the text says before and behind was not copied, and so not left out.
    while changed and changed[0].tag == "delete":
        changed.pop(0)
    while changed and changed[-1].tag == "delete":
        changed.pop()
    return "; ".join(_told(stretch, copied, changed)) or "the same words, cut inside a word"


def _nearest(copied: Sequence[str], printed: Sequence[str]) -> Sequence[str]:
    """The stretch of the text that shares the most words with what was copied, without what is foreign at its ends."""
    wanted = Counter(copied)
    size = min(len(copied) + SLACK, len(printed))
    held: Counter[str] = Counter()
    best, best_end, shared = -1, size, 0
    for at, word in enumerate(printed):
        held[word] += 1
        shared += held[word] <= wanted[word]
        if at >= size:
            left = printed[at - size]
            shared -= held[left] <= wanted[left]
            held[left] -= 1
        if shared > best:
            best, best_end = shared, at + 1
    if best == 0:
        return _with_like_words(copied, printed)
    known = [at for at in range(max(0, best_end - size), best_end) if printed[at] in wanted]
    # A changed word at either end stays, so that it can be told.
    before = list(copied).index(printed[known[0]])
    behind = list(reversed(copied)).index(printed[known[-1]])
    return printed[max(0, known[0] - before) : known[-1] + 1 + behind]


def _with_like_words(copied: Sequence[str], printed: Sequence[str]) -> Sequence[str]:
    """No word is the same: the stretch that begins where the last copied word is spelt most alike."""
    last = max(range(len(printed)), key=lambda at: ratio(copied[-1], printed[at]))
    return printed[max(0, last + 1 - len(copied)) : last + 1]


def _told(stretch: Sequence[str], copied: Sequence[str], operations: Sequence[Opcode]) -> list[str]:
    told = []
    for operation in operations:
        printed = " ".join(stretch[operation.src_start : operation.src_end])
        written = " ".join(copied[operation.dest_start : operation.dest_end])
        if operation.tag == "replace":
            told.append(f"“{written}” for “{printed}”")
        elif operation.tag == "insert":
            told.append(f"“{written}” added")
        elif operation.tag == "delete":
            told.append(f"“{printed}” left out")
    return told
