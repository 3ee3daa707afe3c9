"""One draft of several: what two windows both tell of the sentences that they share is told once.

Only what plainly is the same becomes one entry here; whether two entries mean the same person, paper or round of
talks is for grounding to say, which has the article. So nothing is lost: an entry falls only to one that says as much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from rapidfuzz import fuzz

from summarizer.draft import (
    Draft,
    DraftAgreement,
    DraftBottomLine,
    DraftDelegation,
    DraftDocument,
    DraftEvent,
    DraftMeeting,
    DraftModel,
    DraftPoint,
    DraftPosition,
    DraftSource,
    DraftStatement,
    DraftTalks,
)

ALIKE = 80
"""How like each other two texts about one sentence are when they say the same (0 to 100): nearly the same words.
"The toll stays" and "the toll must be cut" are two."""
_COPIED: Mapping[type[DraftModel], tuple[str, ...]] = {
    DraftMeeting: ("start", "end", "venue", "city", "country", "status"),
    DraftDelegation: ("head",),
    DraftStatement: ("speaker",),
    DraftPosition: ("party",),
    DraftAgreement: ("status",),
    DraftDocument: ("name", "author", "recipient"),
    DraftEvent: ("date",),
}
"""What tells two entries with one anchor apart, where both have it and it differs."""
_OWN_WORDS: Mapping[type[DraftModel], tuple[str, ...]] = {
    DraftPosition: ("stance",),
    DraftAgreement: ("text",),
    DraftEvent: ("event",),
    DraftPoint: ("text",),
}
"""The same in a model's own words, which two windows seldom choose alike."""
_OF_THE_WHOLE = frozenset({"bottom_line", "talks"})

Entry = TypeVar("Entry", bound=DraftModel)


def merged(drafts: Sequence[Draft]) -> Draft:
    """The drafts as one, entries in the order of the drafts, statements in that of the sentences.

    A single draft stays as it is. Raises `ValueError` where there is none.
    """
    if not drafts:
        raise ValueError("there is no draft to merge")
    if len(drafts) == 1:
        return drafts[0]
    sections: dict[str, Any] = {
        name: _entries([getattr(draft, name) for draft in drafts])
        for name in Draft.model_fields
        if name not in _OF_THE_WHOLE
    }
    sections["statements"].sort(key=lambda statement: statement.sentence)
    return Draft(
        bottom_line=_first_bottom_line(drafts), talks=merged_talks([d.talks for d in drafts if d.talks]), **sections
    )


def merged_delegations(lists: Sequence[Sequence[DraftDelegation]]) -> list[DraftDelegation]:
    """The delegations of several windows, each once."""
    return _entries(lists)


def merged_talks(talks: Sequence[DraftTalks]) -> DraftTalks | None:
    """The talks as most windows tell of them: sides and mediators by how many name them.

    Status and subject are the ones told most often, with the sentences of the first windows that tell them: those
    of all windows would bury the reader in evidence.
    """
    if len(talks) < 2:
        return talks[0] if talks else None
    statuses = Counter(t.status for t in talks if t.status != "unclear")
    status = statuses.most_common(1)[0][0] if statuses else "unclear"
    tells_status = next(t for t in talks if t.status == status)
    subjects = _by_frequency([t.subject] for t in talks if t.subject)
    tells_subject = next((t for t in talks if subjects and t.subject == subjects[0]), tells_status)
    return DraftTalks(
        subject=tells_subject.subject,
        parties=_by_frequency(t.parties for t in talks),
        mediators=_by_frequency(t.mediators for t in talks),
        status=status,
        sentences=_united(tells_status.sentences, tells_subject.sentences),
    )


def _by_frequency(lists: Iterable[Sequence[str]]) -> list[str]:
    """Each name once, as first written: the one in most lists first, equals in the order in which they came."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for names in lists:
        for name in names:
            written.setdefault(_fold(name), name)
        counts.update({_fold(name): 1 for name in names})
    return [written[folded] for folded, _ in counts.most_common()]


def _first_bottom_line(drafts: Sequence[Draft]) -> DraftBottomLine | None:
    """News comes first, so that of the first window that has one."""
    return next((d.bottom_line for d in drafts if d.bottom_line is not None), None)


def _entries(lists: Sequence[Sequence[Entry]]) -> list[Entry]:
    """The entries of one section, those that later lists repeat completed by what they add."""
    kept: list[Entry] = []
    places: dict[object, list[int]] = {}
    for entries in lists:
        earlier = len(kept)
        taken: set[int] = set()
        for entry in entries:
            anchor = _anchor(entry)
            known = (at for at in places.get(anchor, ()) if at < earlier and at not in taken)
            at = next((at for at in known if _same(kept[at], entry)), None)
            if at is None:
                places.setdefault(anchor, []).append(len(kept))
                kept.append(entry)
            else:
                taken.add(at)
                kept[at] = _completed(kept[at], entry)
    return kept


def _anchor(entry: DraftModel) -> object:
    """By what an entry is looked for: whose or which it is where that is told by a name, else its first sentence."""
    match entry:
        case DraftDelegation(party=name) | DraftSource(name=name):
            return _fold(name)
        case _:
            numbers = _numbers(entry)
            return numbers[0] if numbers else None


def _same(one: Entry, other: Entry) -> bool:
    """Whether two entries with one anchor say the same: no copied field speaks against it, and the texts are alike."""
    pairs = [(getattr(one, name), getattr(other, name)) for name in _COPIED.get(type(one), ())]
    own = _OWN_WORDS.get(type(one), ())
    return all(_compatible(a, b) for a, b in pairs if a and b) and (
        not own or _alike(*(" ".join(getattr(entry, name) for name in own) for entry in (one, other)))
    )


def _compatible(one: str, other: str) -> bool:
    """Whether two copied words can mean the same: one has all words of the other, or it is the one for not knowing."""
    first, second = set(_fold(one).split()), set(_fold(other).split())
    return "unclear" in (one, other) or first <= second or second <= first


def _alike(one: str, other: str) -> bool:
    return fuzz.token_sort_ratio(_fold(one), _fold(other)) >= ALIKE


def _completed(one: Entry, other: Entry) -> Entry:
    """The first entry with what the other one adds: fields that it leaves open, further names, further sentences."""
    update: dict[str, Any] = {}
    for name in type(one).model_fields:
        first, second = getattr(one, name), getattr(other, name)
        if isinstance(first, list):
            update[name] = _united(first, second)
        elif first in (None, "", "unclear"):
            update[name] = second
    return one.model_copy(update=update)


def _numbers(entry: DraftModel) -> list[int]:
    """The sentences that an entry cites."""
    single = getattr(entry, "sentence", None)
    return [single] if isinstance(single, int) else list(getattr(entry, "sentences", ()))


def _united(one: Sequence[str] | Sequence[int], other: Sequence[str] | Sequence[int]) -> list[Any]:
    """Both in order, the second's without what the first has."""
    have = {_fold(str(item)) for item in one}
    return [*one, *(item for item in other if _fold(str(item)) not in have)]


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())
