"""Whom a word such as "Russian", "Kyiv's" or "the Ukrainian side" stands for among the parties to the talks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Prefix

from summarizer.grounding.folding import begins_word, ends_word, fold
from summarizer.grounding.genitives import genitive_before
from summarizer.language.rules import LanguageRules

SHORTEST_STEM = 4
"""Letters that a name and a word made of it share at least ("Iran", "Iranian")."""
LONGEST_ENDING = 5
"""Letters of an ending in scripts whose endings are not listed, at most."""

_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_ENDINGS = frozenset(
    (
        "", "a", "e", "i", "o", "y", "s", "n", "an", "as", "en", "es", "ey", "is", "on", "us", "ine", "ans", "ay",
        "ian", "ians", "ese", "ish", "iot", "iots", "ite", "ites", "istan", "land", "egian", "egians", "ns", "ni",
        "nis", "ean", "eans", "ien", "ei", "er", "ern", "sch", "sche", "schem", "schen", "scher", "sches", "isch",
        "ische", "ischem", "ischen", "ischer", "isches", "ie", "ienne", "iens", "iennes", "ais", "aise", "aises",
        "ois", "oise", "oises", "iano", "iana", "ianos", "ianas", "ano", "ana", "anos", "anas", "és", "esa", "eses",
        "eño", "eña", "eños", "nne", "nnes",
    )
)  # fmt: skip
"""Endings by which words made of one name differ ("Ukrain-e", "Ukrain-ian"); never those of two names ("Austr-ia",
"Austr-alia")."""


def party_of(words: str, parties: Sequence[str]) -> str | None:
    """The party that these words name first, by whole words or by a shared stem; `None` where none."""
    found: list[tuple[int, int, str]] = []
    text = fold(words).text
    for party in parties:
        at = _place(fold(party).text.strip(), text)
        if at is not None:
            found.append((at, -len(party), party))
    return min(found)[2] if found else None


def last_party_before(text: str, end: int, parties: Sequence[str]) -> str | None:
    """The party named nearest before an offset of a text."""
    starts = [m.start() for m in re.finditer(r"\w[\w’'.\-]*", text[:end])]
    for start in reversed(starts):
        party = party_of(text[start:end], parties)
        if party is not None:
            return party
    return None


def party_before(text: str, end: int, parties: Sequence[str], rules: LanguageRules | None) -> str | None:
    """The party that owns what begins at an offset: "Ruritania's" before "chief negotiator"."""
    owner = genitive_before(text, end, rules) if rules is not None else None
    return party_of(text[slice(*owner)], parties) if owner is not None else None


def _place(party: str, text: str) -> int | None:
    if not party:
        return None
    at = text.find(party)
    while at >= 0:
        if begins_word(text, at) and ends_word(text, at + len(party)):
            return at
        at = text.find(party, at + len(party))
    *before, last = party.split()
    if len(last) < SHORTEST_STEM or last[:SHORTEST_STEM] not in text:
        return None
    leading = "".join(rf"{re.escape(word)}\s+" for word in before)
    for match in re.finditer(rf"(?<!\w){leading}(\w+)", text):
        if same_stem(last, match[1]):
            return match.start()
    return None


def same_stem(one: str, other: str) -> bool:
    """Whether two words in lower case differ only in their endings: "ukraine", "ukrainian"; "россия", "российский"."""
    shared = Prefix.similarity(one, other)
    if shared < SHORTEST_STEM:
        return False
    rests = one[shared:], other[shared:]
    if not _CYRILLIC.search(one):
        return rests[0] in _ENDINGS and rests[1] in _ENDINGS
    if one.endswith(("ия", "ія")) and re.match(r"[сз]?ь?к|н|ец", rests[1]):
        # "Руритания", "руританский".
        return shared >= len(one) - 2
    return shared >= len(one) - 1 and len(rests[1]) <= LONGEST_ENDING
