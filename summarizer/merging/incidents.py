"""Which reports are of one incident, and which of one paper's handing over.

Two incidents are one where two articles tell the same day and nearly the same words in one language. A signing is one
with every other of its day, planned or done, in whatever language; so is violence at one place. A paper is handed over
once: whoever promises it and whoever has it tell of the same event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from summarizer.language.papers import is_signing, kinds_in
from summarizer.language.violence import is_violent, places_in
from summarizer.merging.papers import DRAFT, is_one_paper, paper_words
from summarizer.merging.reports import Reported
from summarizer.merging.spelling import place_key
from summarizer.merging.stems import stems_of
from summarizer.merging.union import Union

MOST_IN_COMMON = 0.6
"""Of the words of the shorter text, from which on two texts of a day tell of one thing."""
FEWEST_IN_COMMON = 2
"""Words that both have, at least."""
MOST_OF_A_DAY = 50
"""Incidents of a day with which another is compared, the last ones before it."""
MOST_OPEN = 8
"""Papers of like names that are looked at, the last ones."""
_SHORTEST = 4


def join_incidents(reported: Sequence[Reported], union: Union) -> None:
    """Join the reports of one incident. They come in the order of publication."""
    of_day: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(reported):
        if one.day is None or (one.kind != "incident" and not _is_signing(one)):
            continue
        # Several may tell of the same without telling each other's words.
        for other in of_day[one.day][-MOST_OF_A_DAY:]:
            if _is_one(reported[other], one):
                union.join(other, at)
        of_day[one.day].append(at)


def _is_one(one: Reported, other: Reported) -> bool:
    texts = one.report.text or "", other.report.text or ""
    if one.report.article == other.report.article or texts[0] == texts[1]:
        return texts[0] == texts[1]
    if _is_signing(one) or _is_signing(other):
        kinds = kinds_in(texts[0])[0], kinds_in(texts[1])[0]
        return _is_signing(one) and _is_signing(other) and (not all(kinds) or not kinds[0].isdisjoint(kinds[1]))
    if all(is_violent(text, each.language) for text, each in zip(texts, (one, other), strict=True)):
        return not _places(one).isdisjoint(_places(other))
    words = _words(texts[0]), _words(texts[1])
    common = len(words[0] & words[1])
    return (
        one.language == other.language
        and common >= FEWEST_IN_COMMON
        and common >= MOST_IN_COMMON * min(map(len, words))
    )


def _places(one: Reported) -> frozenset[tuple[str, ...]]:
    """Where its text tells that it happened, as all languages spell it."""
    return frozenset(map(place_key, places_in(one.report.text or "", one.language)))


@lru_cache(maxsize=65_536)
def _words(text: str) -> frozenset[str]:
    return stems_of(word for word in re.findall(r"[^\W\d_]+|\d+", text.casefold()) if len(word) >= _SHORTEST)


def _is_signing(one: Reported) -> bool:
    # A paper's report has its name for a text; what is done with it the sentence tells.
    text = one.report.evidence[0].text if one.kind == "handover" else one.report.text or ""
    return one.kind != "meeting" and is_signing(text, one.language)


def join_papers(reported: Sequence[Reported], union: Union) -> None:
    """Join the reports of one paper's handing over. They come in the order of publication."""
    known: dict[str, list[int]] = defaultdict(list)
    promised: set[int] = set()
    for at, one in enumerate(reported):
        if one.kind != "handover" or one.report.text is None:
            continue
        words = sorted({*paper_words(one.report.text), DRAFT})
        near = sorted({other for word in words for other in known[word][-MOST_OPEN:]}, reverse=True)
        same = next((other for other in near if _is_one_handover(reported[other], one, other in promised)), None)
        if same is not None:
            union.join(same, at)
            promised.discard(same)
        if one.report.status == "planned":
            promised.add(at)
        for word in words:
            known[word].append(at)


def _is_one_handover(known: Reported, one: Reported, is_promised: bool) -> bool:
    authors = {known.author, one.author} - {None}
    is_apart = known.report.article == one.report.article or len(authors) > 1
    return (
        not is_apart
        and (is_promised or known.day == one.day)
        and is_one_paper(str(known.report.text), str(one.report.text))
    )
