"""Passages of real texts, cut into the sentences that quotes are made of."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.sentences import Sentence, split_sentences

LONGEST_PASSAGE = 3_000
"""Characters: so that peers whose time grows with the square of the text end within a minute."""
SETS = ("articles_dev.jsonl", "timex_tempeval2_es.jsonl", "timex_wikiwars_ua.jsonl")
GERMAN = Path(__file__).parent / "data" / "german.json"
"""No set holds German: some forty sentences about invented talks, written for this benchmark."""


@dataclass(frozen=True)
class Passage:
    """A stretch of one text, in which quotes are looked for."""

    language: str
    text: str
    sentences: tuple[Sentence, ...]
    """Its sentences, with offsets in `text`."""
    names: tuple[str, ...] = ()
    """Names that stand in it, where they cannot be told by their capitals (German)."""


def read_passages(folder: Path, languages: Sequence[str]) -> dict[str, list[Passage]]:
    """Read the passages of each language, shuffled by a seed; sets that are missing are named."""
    found: dict[str, list[Passage]] = {language: [] for language in languages}
    for record in _records(folder):
        if record["lang"] in found:
            found[record["lang"]] += _passages(record)
    for language, passages in found.items():
        random.Random(language).shuffle(passages)
    return found


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a JSON Lines file; none, and a word about it, where it is missing."""
    if not path.exists():
        print(f"  {path} is not there; skipped")
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _records(folder: Path) -> Iterator[Mapping[str, Any]]:
    for name in SETS:
        yield from read_lines(folder / "sets" / name)
    german = json.loads(GERMAN.read_text(encoding="utf-8"))
    yield {"lang": german["language"], "text": german["text"], "names": tuple(german["names"])}


def _passages(record: Mapping[str, Any]) -> Iterator[Passage]:
    """Cut a text between sentences."""
    text, language = record["text"], record["lang"]
    held: list[Sentence] = []
    for sentence in split_sentences(text, language):
        if held and sentence.end - held[0].start > LONGEST_PASSAGE:
            yield passage(text[held[0].start : held[-1].end], language, record.get("names", ()))
            held = []
        held.append(sentence)
    if held:
        yield passage(text[held[0].start : held[-1].end], language, record.get("names", ()))


def passage(text: str, language: str, names: tuple[str, ...] = ()) -> Passage:
    """A text as one passage."""
    return Passage(language, text, split_sentences(text, language), tuple(name for name in names if name in text))
