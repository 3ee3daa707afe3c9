"""Values that articles tell of one thing, and the pairs of them that do not agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from summarizer.dossier import Contradiction, ContradictionField, Reference, Side


@dataclass(frozen=True)
class Told:
    """One value, who tells it, and what the thing was by then."""

    value: str
    reference: Reference
    published: str
    status: str = ""
    is_moved: bool = False
    """Whether its sentences tell that it was to be otherwise."""


def runs(told: Sequence[Told]) -> Iterator[tuple[list[Told], list[Told]]]:
    """Neighbouring stretches of one value each."""
    found: list[list[Told]] = []
    for one in told:
        if found and found[-1][0].value == one.value:
            found[-1].append(one)
        else:
            found.append([one])
    yield from pairwise(found)


def contradiction(
    about: str,
    field: ContradictionField,
    kind: Literal["replaced", "disputed"],
    earlier: Sequence[Told],
    later: Sequence[Told],
) -> Contradiction:
    """The two as the dossier has them."""
    return Contradiction(about=about, field=field, kind=kind, sides=(_side(earlier), _side(later)))


def _side(told: Sequence[Told]) -> Side:
    return Side(value=told[0].value, references=[one.reference for one in told])
