"""How copied words differ from what the text says, word by word: dropped, added, another one, another order.

Used where words were not located. A near miss is told, never mended: what comes out is a sentence about
the difference, not a place in the text. Time grows with the length of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein, Opcode
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from summarizer.grounding.folding import fold

NEAR = 0.6
"""Share of the copied words that must stand together in the text for a near miss."""
ALIKE = 75.0
"""How alike two spellings of one word are at least, of 100."""
SLACK = 3
"""Words by which the stretch of text may be longer than what was copied, on each side."""
SEEDS = 12
"""Words by which a stretch is looked for, at least."""
CANDIDATES = 8
"""Places in the text that are looked at more closely."""
FEW = 3
"""Changed words that are told one by one, at most, where the words are also the text's in two passages."""
MOST_WORDS = 2_000
"""Words of a copy that is compared; nobody quotes so many, and each place of a copy is laid at each of a text."""
MOST_PLACES = 8
"""Places of one word in a copy by which a stretch is looked for: of "no, no, no" a few will do."""
SHORTEST_PASSAGE = 3
"""Words of each of two passages that were put together, at least."""


def compare(words: str, text: str) -> str | None:
    """What was altered in the copied words, in plain words; `None` where the text holds nothing like them, or a copy is
    as long as no quote is.

    "“12” for “21”; “not” added".
    """
    copied, printed = fold(words).words, fold(text).words
    if not copied or not printed or len(copied) > MOST_WORDS:
        return None
    compared = [(stretch, _changes(stretch, copied)) for stretch in _nearest(copied, printed)]
    stretch, changes = min(compared, key=lambda pair: _size(pair[1]))
    if not _is_near(stretch, copied, changes):
        return _put_together(copied, printed)
    held = stretch[changes[0].src_start : changes[-1].src_end]
    if sorted(held) == sorted(copied) and held != copied:
        return f"the words of “{' '.join(held)}” in another order"
    told = "; ".join(_told(stretch, copied, changes)) or "the same words, cut or marked otherwise"
    return told if _size(changes) <= FEW else _put_together(copied, printed) or told


def _changes(stretch: Sequence[str], copied: Sequence[str]) -> list[Opcode]:
    """What makes the copied words of the stretch. What the text says before and behind was not copied, not left out."""
    changes = list(Levenshtein.opcodes(stretch, copied))
    while changes and changes[0].tag == "delete":
        changes.pop(0)
    while changes and changes[-1].tag == "delete":
        changes.pop()
    return changes


def _size(changes: Sequence[Opcode]) -> int:
    """How many words were changed."""
    return sum(max(o.src_end - o.src_start, o.dest_end - o.dest_start) for o in changes if o.tag != "equal")


def _is_near(stretch: Sequence[str], copied: Sequence[str], operations: Sequence[Opcode]) -> bool:
    equal = sum(o.src_end - o.src_start for o in operations if o.tag == "equal")
    alike = sum(
        ratio(a, b) >= ALIKE
        for o in operations
        if o.tag == "replace"
        for a, b in zip(stretch[o.src_start : o.src_end], copied[o.dest_start : o.dest_end], strict=False)
    )
    return equal + alike >= NEAR * len(copied) or (len(copied) <= 3 and bool(equal))


def _nearest(copied: Sequence[str], printed: Sequence[str]) -> list[Sequence[str]]:
    """The stretch of the text where the most of the copied words stand in their places; and with a little around it."""
    seeds = _rarest(copied, printed)
    places: dict[str, list[int]] = {}
    for at, word in enumerate(copied):
        if word in seeds and len(places.setdefault(word, [])) < MOST_PLACES:
            places[word].append(at)
    # Where the copy would begin in the text, by each word that both have.
    begins = Counter(at - place for at, word in enumerate(printed) if word in places for place in places[word])
    if not begins:
        return [_with_like_words(copied, printed)]
    # A word dropped or added moves what follows by one.
    most = [begin for begin, _ in begins.most_common(CANDIDATES)]
    best = max(most, key=lambda begin: sum(begins[begin + moved] for moved in range(-SLACK, SLACK + 1)))
    end = max(0, best + len(copied))
    return [printed[max(0, best) : end], printed[max(0, best - SLACK) : end + SLACK]]


def _rarest(copied: Sequence[str], printed: Sequence[str]) -> frozenset[str]:
    """The copied words that the text has, the most frequent left out where there are many: they stand everywhere."""
    counts = Counter(printed)
    known = sorted((word for word in set(copied) if word in counts), key=lambda word: (counts[word], word))
    return frozenset(known[: max(SEEDS, len(known) // 2)])


def _with_like_words(copied: Sequence[str], printed: Sequence[str]) -> Sequence[str]:
    """No word is the same: the stretch that ends where the last copied word is spelt most alike."""
    found = extractOne(copied[-1], printed, scorer=ratio)
    last = found[2] if found else 0
    return printed[max(0, last + 1 - len(copied)) : last + 1]


def _put_together(copied: Sequence[str], printed: Sequence[str]) -> str | None:
    """Whether the words are the text's in two passages that stand apart."""
    if len(copied) < 2 * SHORTEST_PASSAGE:
        return None
    text = _run(printed)
    held, lacking = 0, len(copied)
    while lacking - held > 1:
        middle = (held + lacking) // 2
        held, lacking = (middle, lacking) if _run(copied[:middle]) in text else (held, middle)
    rest = copied[held:]
    if held < SHORTEST_PASSAGE or len(rest) < SHORTEST_PASSAGE or _run(rest) not in text:
        return None
    return f"two passages put together: “… {' '.join(copied[held - 3 : held])}” and “{' '.join(rest[:3])} …”"


def _run(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


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
