"""A text with very many numbers, each held against each of the evidence: what they count is read once."""

from __future__ import annotations

import pytest

from summarizer.grounding import content_words, readings
from summarizer.grounding.prose import judge_prose
from summarizer.grounding.scene import Scene
from tests.grounding.worlds import article


def test_what_a_number_counts_is_read_once_for_each_number(monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    def counting(*given: object, **named: object) -> object:
        nonlocal read
        read += 1
        return content_words.content_words(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(readings, "content_words", counting)
    evidence = article(" ".join(f"They sent {1000 + n} ships." for n in range(100)))
    verdict = judge_prose(" ".join(f"{5000 + n} ships" for n in range(100)), evidence.sentences, Scene(evidence))
    assert verdict.kind == "altered"
    assert read <= 2 * (100 + 100 + 1)
