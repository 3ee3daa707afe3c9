"""Whether a text negates or opens what its evidence states plainly, or the other way round.

A negation or a word such as "may" governs the content word behind it in its clause, or before it where none
follows. A text is altered where it negates a word that the evidence only affirms, affirms one that the evidence
only negates, or states plainly what the evidence only holds possible.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.grounding.content_words import ContentWord, kin
from summarizer.grounding.negations import Governed, Held
from summarizer.grounding.prose.beside import Beside, Finding, inside


def polarity_that_changed(beside: Beside) -> Iterator[Finding]:
    """What the text negates or opens otherwise than the sentences of its evidence that it tells of."""
    if beside.translated:
        return
    governed = beside.readings.governed(beside.text)
    held = {s.number: beside.readings.held(s.text) for s in beside.cited}
    for mark in governed:
        if mark.negative and not inside(mark.at, beside.quotes):
            near = [pair for s in beside.nearest(mark.at) for pair in held[s.number]]
            if _is_added(mark, near):
                yield Finding(mark.at, mark.operator, "altered", f"“{mark.operator}” added")
    # "have found no signs" for "have not found signs": somewhere in the sentence it is negated.
    bound = {g.word.start for g in governed}
    negated = [beside.sentence_at(g.at) for g in governed if g.negative]
    opened = any(not g.negative for g in governed)
    for word in beside.content_words:
        if word.start not in bound and not inside(word.start, beside.quotes):
            near = [pair for s in beside.nearest(word.start) for pair in held[s.number]]
            lost = _left_out(word, near, opened=opened, negated=inside(word.start, negated))
            if lost is not None:
                yield Finding(word.start, word.text, "altered", f"“{lost}” left out")


def _is_added(mark: Governed, held: Sequence[Held]) -> bool:
    """Whether the evidence only affirms the word that a negation governs, or negates nothing at all."""
    negated = any(h.mark is not None and h.mark.negative for h in held)
    same = [h for h in held if kin(h.word.text, mark.word.text)]
    if any(h.in_scope or (h.mark is not None and h.mark.negative) for h in same):
        return False
    return bool(same) or not negated


def _left_out(word: ContentWord, held: Sequence[Held], *, opened: bool, negated: bool) -> str | None:
    """The operator of a word that the evidence only negates or leaves open, while the text states it plainly."""
    same = [h.mark for h in held if kin(h.word.text, word.text)]
    marks = [mark for mark in same if mark is not None]
    if not marks or len(marks) < len(same):
        return None
    if all(mark.negative for mark in marks):
        return None if negated else marks[0].operator
    if not opened and not marks[0].negative:
        return marks[0].operator
    return None
