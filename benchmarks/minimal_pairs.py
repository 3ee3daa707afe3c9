"""Summaries that differ by one unfaithful edit: does the unfaithful one get the worse verdict, the faithful one none?

No model. BUMP pairs each unfaithful summary with the faithful one of the same article; SummEdits labels edited
summaries as consistent or not.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.passages import read_lines
from benchmarks.report import Target, print_table, told
from summarizer import Article
from summarizer.grounding.prose import judge_prose
from summarizer.grounding.scene import Scene
from summarizer.grounding.verdicts import Verdict

RANK: Mapping[str, int] = {"supported": 0, "unjudged": 1, "altered": 2, "absent": 2}
QUICK_PAIRS = 120
QUICK_SUMMARIES = 160
RESAMPLES = 1_000
PUBLISHED = "GPT-4 82.4, people 90.9 (published, over all ten domains of SummEdits, not its news alone)"


@dataclass(frozen=True)
class JudgedPair:
    """A faithful summary, the same with one unfaithful edit, and the verdicts."""

    edit: str
    faithful: str
    unfaithful: str
    on_faithful: Verdict
    on_unfaithful: Verdict

    @property
    def told_apart(self) -> bool:
        return RANK[self.on_unfaithful.kind] > RANK[self.on_faithful.kind]

    @property
    def without_objection(self) -> bool:
        return RANK[self.on_faithful.kind] < 2

    @property
    def supported(self) -> bool:
        return self.on_faithful.kind == "supported"

    @property
    def both(self) -> bool:
        """An objection to the unfaithful one, and none to the faithful one."""
        return self.without_objection and RANK[self.on_unfaithful.kind] == 2


@dataclass(frozen=True)
class JudgedSummary:
    """A summary of SummEdits with its label and verdict."""

    document: str
    consistent: bool
    edits: tuple[str, ...]
    summary: str
    verdict: Verdict


class Judge:
    """Judges summaries against their documents; each document is read once."""

    def __init__(self) -> None:
        self._scenes: dict[str, Scene] = {}

    def verdict(self, summary: str, document: str) -> Verdict:
        if document not in self._scenes:
            self._scenes[document] = Scene(Article.from_text(document, language="en"))
        scene = self._scenes[document]
        return judge_prose(summary, scene.article.sentences, scene)


def judged_pairs(folder: Path, quick: bool) -> list[JudgedPair]:
    """Judge BUMP's pairs, in `quick` a seeded part of them."""
    by_pair: dict[str, dict[int, Mapping[str, Any]]] = defaultdict(dict)
    for record in read_lines(folder / "sets" / "bump_dev.jsonl"):
        by_pair[record["id"].rsplit("_", 1)[0]][record["label"]] = record
    pairs = [pair for pair in by_pair.values() if len(pair) == 2]
    if quick:
        pairs = random.Random("pairs").sample(pairs, min(QUICK_PAIRS, len(pairs)))
    judge = Judge()
    return [
        JudgedPair(
            pair[0]["error_type"].removesuffix(" Error"),
            pair[1]["summary"],
            pair[0]["summary"],
            judge.verdict(pair[1]["summary"], pair[1]["doc"]),
            judge.verdict(pair[0]["summary"], pair[0]["doc"]),
        )
        for pair in pairs
    ]


def judged_summaries(folder: Path, quick: bool) -> list[JudgedSummary]:
    """Judge SummEdits' summaries, in `quick` a seeded part of them."""
    records = list(read_lines(folder / "sets" / "summedits_news.jsonl"))
    if quick:
        records = random.Random("summaries").sample(records, min(QUICK_SUMMARIES, len(records)))
    judge = Judge()
    return [
        JudgedSummary(
            record["doc"],
            record["label"] == 1,
            tuple(record["edit_types"]),
            record["summary"],
            judge.verdict(record["summary"], record["doc"]),
        )
        for record in records
    ]


def measure(folder: Path, quick: bool, misses: bool) -> list[Target]:
    print("\n5. Minimal pairs: a summary, and the same with one unfaithful edit; no model")
    pairs, summaries = judged_pairs(folder, quick), judged_summaries(folder, quick)
    targets = [*_bump(pairs), *_summedits(summaries)]
    if misses:
        print_misses(pairs, summaries)
    return targets


def _bump(pairs: Sequence[JudgedPair]) -> list[Target]:
    if not pairs:
        return [told("minimal pairs (BUMP): unfaithful one objected to, faithful one not, %", None)]
    questions: dict[str, Callable[[JudgedPair], bool]] = {
        "unfaithful one worse": lambda pair: pair.told_apart,
        "faithful one not objected to": lambda pair: pair.without_objection,
        "faithful one supported": lambda pair: pair.supported,
        "objected to only where unfaithful": lambda pair: pair.both,
    }
    print(f"\n  BUMP, {len(pairs)} pairs, per cent (worse: supported < unjudged < altered = absent)")
    groups = {"all": list(pairs)} | {
        edit: [p for p in pairs if p.edit == edit] for edit in sorted({p.edit for p in pairs})
    }
    rows = [
        (title, str(len(group)), *(f"{_share(group, holds):.1f}" for holds in questions.values()))
        for title, group in groups.items()
    ]
    print_table(("edit", "pairs", *questions), rows)
    return [told(f"minimal pairs (BUMP): {title}, %", _share(pairs, holds)) for title, holds in questions.items()]


def _share(pairs: Sequence[JudgedPair], holds: Callable[[JudgedPair], bool]) -> float:
    return round(100 * sum(map(holds, pairs)) / len(pairs), 1)


def _summedits(summaries: Sequence[JudgedSummary]) -> list[Target]:
    name = "minimal pairs (SummEdits, news): balanced accuracy"
    if not summaries:
        return [told(name, None)]
    documents = len({summary.document for summary in summaries})
    print(f"\n  SummEdits, news: {len(summaries)} summaries of {documents} documents, per cent")
    rows, targets = [], []
    for title, least in (("altered or absent objects", 2), ("unjudged objects too", 1)):
        value = _balanced(summaries, least)
        low, high = _interval(summaries, least)
        passed, caught = _rates(summaries, least)
        rows.append((title, f"{value:.1f}", f"{low:.1f} to {high:.1f}", f"{passed:.1f}", f"{caught:.1f}"))
        targets.append(told(f"{name}, {title}", round(value, 1)))
    heads = ("", "balanced accuracy", "95 % by document", "consistent ones passed", "inconsistent ones caught")
    print_table(heads, rows)
    print(f"  beside: {PUBLISHED}")
    _by_edit(summaries)
    return targets


def _by_edit(summaries: Sequence[JudgedSummary]) -> None:
    print("\n  SummEdits, inconsistent ones caught by kind of edit (one summary can hold several)")
    wrong = [summary for summary in summaries if not summary.consistent]
    rows = []
    for edit in sorted({edit for summary in wrong for edit in summary.edits}):
        group = [summary for summary in wrong if edit in summary.edits]
        caught = sum(RANK[summary.verdict.kind] == 2 for summary in group)
        rows.append((edit.replace("_", " "), str(len(group)), f"{100 * caught / len(group):.1f}"))
    print_table(("edit", "summaries", "caught"), rows)


def _rates(summaries: Sequence[JudgedSummary], least: int) -> tuple[float, float]:
    """Per cent of the consistent ones without, of the inconsistent ones with an objection of at least this rank."""
    consistent = [RANK[s.verdict.kind] < least for s in summaries if s.consistent]
    wrong = [RANK[s.verdict.kind] >= least for s in summaries if not s.consistent]
    return 100 * sum(consistent) / max(len(consistent), 1), 100 * sum(wrong) / max(len(wrong), 1)


def _balanced(summaries: Sequence[JudgedSummary], least: int) -> float:
    return sum(_rates(summaries, least)) / 2


def _interval(summaries: Sequence[JudgedSummary], least: int) -> tuple[float, float]:
    """95 per cent of the values when whole documents are drawn anew: summaries of one document stand together."""
    groups: dict[str, list[JudgedSummary]] = defaultdict(list)
    for summary in summaries:
        groups[summary.document].append(summary)
    seeded, drawn = random.Random("documents"), list(groups.values())
    values = sorted(
        _balanced([s for group in seeded.choices(drawn, k=len(drawn)) for s in group], least) for _ in range(RESAMPLES)
    )
    return values[round(0.025 * RESAMPLES)], values[round(0.975 * RESAMPLES) - 1]


def print_misses(pairs: Sequence[JudgedPair], summaries: Sequence[JudgedSummary]) -> None:
    """The reasons of the objections to faithful summaries, most frequent first, and what was not objected to."""
    false = [(p.faithful, p.on_faithful) for p in pairs if not p.without_objection]
    false += [(s.summary, s.verdict) for s in summaries if s.consistent and RANK[s.verdict.kind] == 2]
    unique = {(summary, verdict.reason, verdict.difference): verdict for summary, verdict in false}
    print("\n  False objections to faithful summaries, by reason and difference")
    for (reason, difference), count in Counter(_told(v) for v in unique.values()).most_common(20):
        print(f"    {count:>4}  {reason}  {difference}")
    for (summary, _, _), verdict in sorted(unique.items(), key=lambda item: item[1].reason):
        print(f"    faithful\t{verdict.kind}\t{verdict.reason}\t{verdict.difference}\t{summary}")
    for pair in _unseen(pairs):
        print(f"    unseen\t{pair.edit}\t{pair.on_unfaithful.kind}\t{pair.faithful}\t{pair.unfaithful}")


def _told(verdict: Verdict) -> tuple[str, str]:
    return verdict.reason, verdict.difference or ""


def _unseen(pairs: Sequence[JudgedPair]) -> Iterator[JudgedPair]:
    yield from (pair for pair in pairs if RANK[pair.on_unfaithful.kind] < 2)
