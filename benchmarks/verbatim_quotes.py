"""Verbatim quotes in another typography: how many are located, all places, each at exactly the right offsets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.aligners import Aligner
from benchmarks.alterations import holds_operator, long_enough
from benchmarks.passages import Passage
from benchmarks.report import Target, at_least, per_cent, print_table, some_of_each, told
from benchmarks.typography import KINDS, SIDES, Variant, variants
from benchmarks.word_lists import WORD_LISTS

PER_KIND = 40
"""Quotes of each typography and language, at most."""
LEAST_LOCATED = 99.5


@dataclass(frozen=True)
class _Counted:
    """What was asked, and what was located."""

    made: Sequence[Variant]
    located: frozenset[Variant]
    asked: Sequence[Variant]
    """What the peers were asked."""
    found: Mapping[str, frozenset[Variant]]
    """What each peer located."""

    def row(self, title: str, attribute: str | None = None) -> tuple[str, ...]:
        """The figures of the quotes whose attribute is this title; of all quotes without an attribute."""
        made, asked = (
            [v for v in quotes if attribute is None or getattr(v, attribute) == title]
            for quotes in (self.made, self.asked)
        )
        of_peers = [f"{sum(v in found for v in asked)} of {len(asked)}" for found in self.found.values()]
        return (title, str(len(made)), f"{per_cent(v in self.located for v in made):.1f}", *of_peers)


def measure(
    passages: Mapping[str, Sequence[Passage]], ours: Aligner, peers: Sequence[Aligner], per_cell: int, misses: bool
) -> list[Target]:
    """Make, judge and print; `per_cell` quotes of each typography and language are put to the peers."""
    made = [v for code, held in passages.items() for v in variants(held, PER_KIND, _cut_free(code))]
    asked = some_of_each(made, lambda v: (v.kind, v.language), per_cell)
    located = frozenset(v for v in made if sorted(ours.find(v.words, v.text, v.language)) == sorted(v.places))
    found = {peer.name: frozenset(v for v in asked if _at_a_place(peer, v)) for peer in peers}
    counted = _Counted(made, located, asked, found)
    languages = sorted({v.language for v in made})
    print(f"\n2. Verbatim quotes in another typography: {len(made):,} in {len(languages)} languages")
    print("  summarizer: all places, each at exactly the right offsets; the peers: any one of them (they tell one)")
    _print_tables(counted, languages)
    if misses:
        _print_misses([v for v in made if v not in located], ours)
    share = 100 * len(located) / max(len(made), 1)
    return [
        at_least("verbatim quotes located at the right offsets, %", round(share, 2), LEAST_LOCATED),
        *(
            told(f"verbatim quotes located by {name}, %", per_cent(v in places for v in asked))
            for name, places in found.items()
        ),
    ]


def _cut_free(language: str) -> Callable[[str, str], bool]:
    """Whether a stretch is long, and leaves no negation or modal of its sentence outside."""

    def holds(stretch: str, sentence: str) -> bool:
        rest = sentence.replace(stretch, " ", 1)
        return long_enough(stretch, WORD_LISTS[language]) and not holds_operator(rest, language)

    return holds


def _at_a_place(peer: Aligner, variant: Variant) -> bool:
    return any(place in variant.places for place in peer.find(variant.words, variant.text, variant.language))


def _print_tables(counted: _Counted, languages: Sequence[str]) -> None:
    heads = ("quotes", "located by summarizer, %", *counted.found)
    everything = counted.row("all")
    print_table(("typography", *heads), [*(counted.row(k, "kind") for k in KINDS), everything])
    print()
    of_languages = (counted.row(code, "language") for code in languages)
    print_table(("language", *heads), [*of_languages, everything])
    print()
    of_sides = (counted.row(side, "side") for side in SIDES)
    print_table(("changed in", *heads), [*of_sides, everything])


def _print_misses(missed: Sequence[Variant], ours: Aligner) -> None:
    for variant in missed:
        got = ours.find(variant.words, variant.text, variant.language)
        print(f"    missed\t{variant.kind}\t{variant.side}\t{variant.language}\t{variant.words!r}")
        print(f"      expected {variant.places}, got {got}: {[variant.text[a:b] for a, b in variant.places]}")
