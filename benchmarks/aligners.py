"""What is compared: our verdict on a quote, langextract's aligner, and the span search of instructor's CitationMixin.

A peer that is not installed is named and left out.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from summarizer.grounding.quotes import judge_quote

Places = tuple[tuple[int, int], ...]

OURS = "summarizer"


@dataclass(frozen=True)
class Aligner:
    """A way to find quoted words in a text."""

    name: str
    find: Callable[[str, str, str], Places]
    """From words, text and language to the offsets at which the words are accepted; empty where they are not."""


def ours() -> Aligner:
    """The package's own verdict: accepted is what it calls supported."""
    return Aligner(OURS, lambda words, text, language: judge_quote(words, text, language).places)


def peers() -> list[Aligner]:
    """The peers that are installed, with their versions."""
    found = []
    for package, load in (("langextract", _langextract), ("instructor", _citation_mixin)):
        try:
            find = load()
        except ModuleNotFoundError as missing:
            print(f"{package} is skipped: the module {missing.name} is not installed (see benchmarks/README.md)")
            continue
        found.append(Aligner(f"{package} {_version(package)}", find))
    return found


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "of unknown version"


def _langextract() -> Callable[[str, str, str], Places]:
    """Exact and fuzzy alignment at their defaults; accepted is what gets an alignment status."""
    resolver = importlib.import_module("langextract.resolver")
    data = importlib.import_module("langextract.core.data")

    def find(words: str, text: str, language: str) -> Places:
        extraction = data.Extraction(extraction_class="quote", extraction_text=words)
        resolver.WordAligner().align_extractions([[extraction]], text)
        interval = extraction.char_interval
        if extraction.alignment_status is None or interval is None:
            return ()
        return ((interval.start_pos, interval.end_pos),)

    return find


def _citation_mixin() -> Callable[[str, str, str], Places]:
    """The search with up to five errors; accepted is a span that is not empty."""
    importlib.import_module("regex")
    mixin = importlib.import_module("instructor").CitationMixin

    def find(words: str, text: str, language: str) -> Places:
        spans = mixin(substring_quotes=[words]).get_spans(text)
        return tuple((start, end) for start, end in spans if end > start)

    return find
