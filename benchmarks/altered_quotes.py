"""Altered quotes: how many are accepted as located, by us and by the peers. None should be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.aligners import Aligner
from benchmarks.alterations import KINDS, Alteration, alterations
from benchmarks.passages import Passage
from benchmarks.report import Target, at_least, at_most, per_cent, print_table, some_of_each, told
from summarizer.grounding.quotes import judge_quote

PER_KIND = 60
"""Alterations of each kind and language, at most."""
FEWEST = 2_000
FEWEST_LANGUAGES = 6


@dataclass(frozen=True)
class _Counted:
    """What was asked, and what was accepted."""

    made: Sequence[Alteration]
    accepted: frozenset[Alteration]
    asked: Sequence[Alteration]
    """What the peers were asked."""
    taken: Mapping[str, frozenset[Alteration]]
    """What each peer accepted."""

    def row(self, title: str, attribute: str | None = None) -> tuple[str, ...]:
        """The figures of the quotes whose attribute is this title; of all quotes without an attribute."""
        made, asked = (
            [a for a in quotes if attribute is None or getattr(a, attribute) == title]
            for quotes in (self.made, self.asked)
        )
        of_peers = [f"{sum(a in taken for a in asked)} of {len(asked)}" for taken in self.taken.values()]
        return (title, str(len(made)), str(sum(a in self.accepted for a in made)), *of_peers)


def measure(
    passages: Mapping[str, Sequence[Passage]], ours: Aligner, peers: Sequence[Aligner], per_cell: int, misses: bool
) -> list[Target]:
    """Make, judge and print; `per_cell` quotes of each kind and language are put to the peers."""
    made = [a for of_language in passages.values() for a in alterations(of_language, PER_KIND)]
    asked = some_of_each(made, lambda a: (a.kind, a.language), per_cell)
    counted = _Counted(made, _accepted(ours, made), asked, {peer.name: _accepted(peer, asked) for peer in peers})
    languages = sorted({a.language for a in made})
    print(f"\n1. Altered quotes accepted as located: {len(made):,} in {len(languages)} languages; none should be")
    _print_tables(counted, languages)
    called = per_cent(judge_quote(a.words, a.text, a.language).kind == "altered" for a in made)
    print(f"  called altered, with what was altered: {called} %; the others absent, or accepted")
    if misses:
        for miss in sorted(counted.accepted, key=lambda a: (a.kind, a.language, a.words)):
            print(f"    accepted\t{miss.kind}\t{miss.language}\t{miss.words}\t<-\t{miss.source}")
    return [
        at_least("altered quotes: how many", len(made), FEWEST),
        at_least("altered quotes: languages", len(languages), FEWEST_LANGUAGES),
        at_most("altered quotes accepted as located", len(counted.accepted), 0),
        told("altered quotes called altered, with what was altered, %", called),
        *(
            told(f"altered quotes accepted by {name}, %", per_cent(a in taken for a in asked))
            for name, taken in counted.taken.items()
        ),
    ]


def _accepted(aligner: Aligner, quotes: Sequence[Alteration]) -> frozenset[Alteration]:
    return frozenset(a for a in quotes if aligner.find(a.words, a.text, a.language))


def _print_tables(counted: _Counted, languages: Sequence[str]) -> None:
    heads = ("quotes", "accepted by summarizer", *counted.taken)
    everything = counted.row("all")
    print_table(("kind", *heads), [*(counted.row(k, "kind") for k in KINDS), everything])
    print()
    of_languages = (counted.row(code, "language") for code in languages)
    print_table(("language", *heads), [*of_languages, everything])
    print("\n  accepted by summarizer, of how many, by kind and language")
    print_table(("kind", *languages), [(kind, *(_cell(counted, kind, code) for code in languages)) for kind in KINDS])


def _cell(counted: _Counted, kind: str, language: str) -> str:
    inside = [a for a in counted.made if (a.kind, a.language) == (kind, language)]
    return f"{sum(a in counted.accepted for a in inside)}/{len(inside)}" if inside else "-"
