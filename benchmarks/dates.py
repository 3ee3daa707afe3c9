"""Dates: how many date words are found, and how many get the right value, by TempEval-3's own measure.

`python -m benchmarks.dates --data FOLDER [--quick] [--json FILE] [--set NAME] [--misses]`

The texts are cut into sentences by the package, and each sentence is searched with the mentions of those before
it as context, as a briefing does it. A mention counts as found where its words overlap the gold's, as right where
the TIMEX3 value is equal too; every mention that we emit counts against precision.

A slice holds the gold of its kind, what we emit in its place, and what we emit of that kind where the gold has
nothing. In the last column ("strict"), what we emit of that kind in the place of gold of another kind counts against
the slice as well: so every span of the kind that we emit counts, as TempEval-3 counts all of them (over all TIMEX3
the two columns are the same).

A full calendar date is what TimeML calls a DATE ("a calendar time"), with a value complete to the day: 2025-06-02.
A TIME ("a time of the day": 2025-06-02T13:00, 2025-06-02TMO) is none; the last slice holds both.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from summarizer.grounding.dates import DateMention, find_dates
from summarizer.sentences import split_sentences

SETS = {
    "platinum": "timex_te3_platinum.jsonl",
    "tbaq": "timex_tbaq.jsonl",
    "es": "timex_tempeval2_es.jsonl",
    "ua": "timex_wikiwars_ua.jsonl",
}

HEIDELTIME = 77.6
"""HeidelTime's published value F1 over all TIMEX3 of TempEval-3 platinum (SUTime: 67.4)."""

_DAY = r"\d{4}-\d{2}-\d{2}"
_FULL_DATE = re.compile(rf"{_DAY}(?:T.*)?")


@dataclass(frozen=True)
class Timex:
    """A time expression of the gold or of ours, with offsets in the whole text."""

    start: int
    end: int
    type: str
    value: str
    text: str


@dataclass(frozen=True)
class Text:
    """One text of a set."""

    name: str
    language: str
    published: date
    content: str
    gold: tuple[Timex, ...]


@dataclass(frozen=True)
class Pair:
    """A gold expression, one of ours, or both where they overlap."""

    text: Text
    gold: Timex | None
    ours: Timex | None

    @property
    def right(self) -> bool:
        return self.gold is not None and self.ours is not None and self.gold.value == self.ours.value


@dataclass(frozen=True)
class Score:
    """TempEval-3's figures for one slice of the expressions."""

    gold: int
    ours: int
    astray: int
    """Those of ours that stand in the place of gold of another kind."""
    overlapping: int
    right: int

    @property
    def value_f1(self) -> float:
        return _f1(self.right, self.gold, self.ours)

    @property
    def strict_value_f1(self) -> float:
        return _f1(self.right, self.gold, self.ours + self.astray)

    @property
    def extent_f1(self) -> float:
        return _f1(self.overlapping, self.gold, self.ours)


def _f1(hits: int, gold: int, ours: int) -> float:
    return 200 * hits / (gold + ours) if gold + ours else 0.0


def read_texts(path: Path) -> list[Text]:
    texts = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        gold = tuple(
            Timex(timex["start"], timex["end"], timex["type"] or "DATE", timex["value"], timex["text"])
            for timex in record["timexes"]
        )
        texts.append(Text(record["id"], record["lang"], date.fromisoformat(record["dct"][:10]), record["text"], gold))
    return texts


def our_timexes(text: Text) -> list[Timex]:
    context: list[DateMention] = []
    found = []
    for sentence in split_sentences(text.content, text.language):
        mentions = find_dates(sentence.text, published=text.published, language=text.language, context=context)
        context = [*context, *mentions][-20:]
        found += [_timex(mention, sentence.start) for mention in _singles(mentions)]
    return found


def _singles(mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """Yield the ends of a range as the two expressions that TimeML makes of them."""
    for mention in mentions:
        yield from mention.parts or (mention,)


def _timex(mention: DateMention, offset: int) -> Timex:
    value = mention.timex_value or ""
    return Timex(offset + mention.start, offset + mention.end, mention.timex_type, value, mention.text)


def align(text: Text, ours: Sequence[Timex]) -> list[Pair]:
    """Pair each gold expression with one of ours that overlaps it, an equal value first."""
    left = list(ours)
    pairs = []
    for gold in text.gold:
        overlapping = [timex for timex in left if timex.start < gold.end and gold.start < timex.end]
        best = next((timex for timex in overlapping if timex.value == gold.value), None)
        best = best or next(iter(overlapping), None)
        if best is not None:
            left.remove(best)
        pairs.append(Pair(text, gold, best))
    return pairs + [Pair(text, None, timex) for timex in left]


def score(pairs: Sequence[Pair], belongs: Callable[[Timex], bool]) -> Score:
    """Count one slice: gold of the slice, and what we emit in it or in the place of its gold."""
    gold = [pair for pair in pairs if pair.gold is not None and belongs(pair.gold)]
    paired = [pair for pair in gold if pair.ours is not None]
    of_kind = [pair for pair in pairs if pair.ours is not None and belongs(pair.ours)]
    alone = [pair for pair in of_kind if pair.gold is None]
    astray = [pair for pair in of_kind if pair.gold is not None and not belongs(pair.gold)]
    right = sum(pair.right for pair in gold)
    return Score(len(gold), len(paired) + len(alone), len(astray), len(paired), right)


def is_date_or_time(timex: Timex) -> bool:
    return timex.type in ("DATE", "TIME")


def is_full_date(timex: Timex) -> bool:
    return timex.type == "DATE" and re.fullmatch(_DAY, timex.value) is not None


def is_of_a_day(timex: Timex) -> bool:
    return is_date_or_time(timex) and _FULL_DATE.fullmatch(timex.value) is not None


SLICES: dict[str, Callable[[Timex], bool]] = {
    "all": lambda timex: True,
    "DATE and TIME": is_date_or_time,
    "full calendar dates": is_full_date,
    "these, and their hours": is_of_a_day,
}


def cause(pair: Pair) -> str:
    """Name why a pair is wrong."""
    if pair.gold is None:
        return "emitted, not in the gold"
    if pair.ours is None:
        return f"not found: {pair.gold.type}"
    gold, ours = pair.gold.value, pair.ours.value
    if pair.gold.type != pair.ours.type and not (is_date_or_time(pair.gold) and is_date_or_time(pair.ours)):
        return f"{pair.gold.type} read as {pair.ours.type}"
    if _FULL_DATE.fullmatch(gold) and _FULL_DATE.fullmatch(ours):
        return "another day" if gold[:10] != ours[:10] else "another time of the day"
    if "X" in gold or gold.endswith("_REF") or "X" in ours or ours.endswith("_REF"):
        return "vague in one, not so in the other"
    return "another precision" if len(gold) != len(ours) else "another value"


def print_table(name: str, pairs: Sequence[Pair], texts: int, seconds: float) -> None:
    print(f"\n{name}: {texts} texts, {seconds:.1f} s")
    heads = ("gold", "ours", "found", "right", "astray")
    print(f"  {'slice':<22}{''.join(f'{head:>8}' for head in heads)}{'extent F1':>11}{'value F1':>10}{'strict':>8}")
    for title, belongs in SLICES.items():
        figures = score(pairs, belongs)
        print(
            f"  {title:<22}{figures.gold:>8}{figures.ours:>8}{figures.overlapping:>8}{figures.right:>8}"
            f"{figures.astray:>8}{figures.extent_f1:>11.1f}{figures.value_f1:>10.1f}{figures.strict_value_f1:>8.1f}"
        )
    print("  misses by cause:")
    for reason, count in Counter(cause(pair) for pair in pairs if not pair.right).most_common():
        print(f"    {count:>4}  {reason}")


def print_misses(pairs: Sequence[Pair]) -> None:
    for pair in sorted((pair for pair in pairs if not pair.right), key=cause):
        gold = f"{pair.gold.text!r} {pair.gold.value} {pair.gold.type}" if pair.gold else "-"
        ours = f"{pair.ours.text!r} {pair.ours.value} {pair.ours.type}" if pair.ours else "-"
        place = pair.gold or pair.ours
        assert place is not None
        around = pair.text.content[max(0, place.start - 60) : place.end + 40].replace("\n", " ")
        print(f"{cause(pair)}\t{pair.text.published}\t{gold}\t{ours}\t…{around}…")


def targets(pairs: Sequence[Pair]) -> list[dict[str, object]]:
    goals = {"all": HEIDELTIME, "DATE and TIME": None, "full calendar dates": 92.0, "these, and their hours": None}
    rows: list[dict[str, object]] = []
    for title, goal in goals.items():
        figures = score(pairs, SLICES[title])
        value, strict = round(figures.value_f1, 1), round(figures.strict_value_f1, 1)
        for kind, figure in (("value", value), ("strict value", strict))[: 1 if title == "all" else 2]:
            met = None if goal is None else figure > goal if title == "all" else figure >= goal
            rows.append({"name": f"dates: {kind} F1, {title} (platinum)", "value": figure, "goal": goal, "met": met})
    return rows


def run(name: str, folder: Path, quick: bool) -> list[Pair] | None:
    path = folder / "sets" / SETS[name]
    if not path.exists():
        print(f"\n{name}: {path} is not there; skipped")
        return None
    texts = read_texts(path)
    if quick:
        texts = texts[:60]
    started = time.perf_counter()
    pairs = [pair for text in texts for pair in align(text, our_timexes(text))]
    print_table(name, pairs, len(texts), time.perf_counter() - started)
    return pairs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="a folder laid out as benchmarks/README.md says")
    parser.add_argument("--quick", action="store_true", help="at most 60 texts of each set")
    parser.add_argument("--json", type=Path, help="write the targets here")
    parser.add_argument("--set", choices=sorted(SETS), help="only this set")
    parser.add_argument("--misses", action="store_true", help="print every miss")
    arguments = parser.parse_args()
    rows: list[dict[str, object]] = []
    for name in [arguments.set] if arguments.set else SETS:
        pairs = run(name, arguments.data, arguments.quick)
        if pairs is None:
            continue
        if name == "platinum":
            rows = targets(pairs)
            print(f"  beside: HeidelTime {HEIDELTIME}, SUTime 67.4 (published, all TIMEX3)")
        if arguments.misses:
            print_misses(pairs)
    if arguments.json:
        arguments.json.write_text(json.dumps({"targets": rows}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
