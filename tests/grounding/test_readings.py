"""Each text is read once for a briefing, and what was read goes with the scene."""

from __future__ import annotations

import gc
import weakref
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from summarizer.grounding import readings
from summarizer.grounding.ground import ground_in
from summarizer.grounding.prose import judge
from summarizer.grounding.prose.beside import Beside
from summarizer.grounding.scene import Scene
from summarizer.grounding.verification import settle
from tests.grounding.worlds import article, briefing_of, draft, scene, statement
from tests.invented import ARTICLE, DRAFT

READERS = ("mentions", "content_words", "find_attributions", "figures", "quoted_spans", "held")


def counted(calls: Counter[str], read: Callable[..., Any]) -> Callable[..., Any]:
    def reading(text: str, *more: Any, **options: Any) -> Any:
        calls[text] += 1
        return read(text, *more, **options)

    return reading


@pytest.mark.parametrize("reader", READERS)
def test_a_text_is_read_once_for_all_facts_and_the_last_look(reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    monkeypatch.setattr(readings, reader, counted(calls, getattr(readings, reader)))
    read = Scene(ARTICLE)
    settle(briefing_of(ARTICLE, ground_in(read, DRAFT)), read)
    assert calls
    assert set(calls.values()) == {1}


def test_a_free_text_is_judged_once_for_the_same_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    monkeypatch.setattr(judge, "Beside", counted(calls, Beside))
    read = scene("Rau met Moll. Rau met Lind.")
    one, other = read.article.sentences
    verdicts = [judge.judge_prose("Rau met Lind.", cited, read) for cited in ([one], [one], [one, other], [other])]
    assert [verdict.kind for verdict in verdicts] == ["absent", "absent", "supported", "supported"]
    assert calls == {"Rau met Lind.": 1}


def test_texts_in_another_language_are_read_by_its_own_words() -> None:
    text = "Rau sagte, sie komme am Montag."
    read = Scene(article("Rau said that she would come on Monday."), "de")
    assert read.readings.attributions(text) == ()
    assert read.prose_readings.attributions(text)
    assert [date.text for date in read.prose_readings.dates(text)] == ["Montag"]


def test_what_was_read_goes_with_the_scene() -> None:
    """No reading outlives its article until a collector comes by: a service would hold hundreds of them."""
    read = scene("Petra Rau said that talks with Graustark will not begin on Monday.")
    read.readings.held(read.article.text)
    ground_in(read, draft(statements=[statement(1, "Petra Rau", content="Talks will not begin on Monday.")]))
    gone = weakref.ref(read), weakref.ref(read.readings)
    gc.disable()
    try:
        del read
        assert [seen() for seen in gone] == [None, None]
    finally:
        gc.enable()
