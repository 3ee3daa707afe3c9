"""Who can be a speaker in a language whose words are not known: what is spelled like a name."""

from __future__ import annotations

import pytest

from summarizer.grounding.ground import ground
from tests.grounding.worlds import article, draft, statement

TEXT = (
    "Petra Rau řekla, že jednání v Irsku skončilo. Od té doby se Rau neozvala. "
    "Moll byl proti. Dohodu však Moll odmítl. "
    "„Dotklo se to stovek lidí.“ Společnost zaměstnává v Irsku 350 lidí. Odbory, rekl mluvčí Ilko Sapt, nesouhlasí."
)


def spoken(sentence: int, words: str, text: str = TEXT) -> tuple[list[str], list[str]]:
    """The speakers that are kept, and why another is not."""
    result = ground(article(text, language="cs"), draft(statements=[statement(sentence, words)]))
    refused = [r.refusal.reason for r in result.refused if r.refusal.path == "/statements/0/speaker"]
    return [s.speaker.name for s in result.statements], refused


@pytest.mark.parametrize(
    ("sentence", "words", "speaker"),
    [
        (1, "Petra Rau", "Petra Rau"),
        (2, "Rau", "Petra Rau"),
        # The capital opens its sentence; it stands within another one, too.
        (3, "Moll", "Moll"),
        (7, "mluvčí Ilko Sapt", "Ilko Sapt"),
        (7, "Ilko Sapt", "Ilko Sapt"),
    ],
)
def test_what_is_spelled_like_a_name_may_speak(sentence: int, words: str, speaker: str) -> None:
    assert spoken(sentence, words) == ([speaker], [])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (1, "že jednání"),
        (2, "Od té doby se"),
        (2, "Od"),
        (4, "Dohodu"),
        (5, "Dotklo se to stovek lidí"),
        (6, "Společnost zaměstnává v Irsku 350 lidí"),
    ],
)
def test_what_has_no_capital_of_a_name_speaks_not(sentence: int, words: str) -> None:
    kept, refused = spoken(sentence, words)
    assert kept == []
    assert refused == ["These words name nobody."]


def test_a_script_without_capitals_is_not_judged_by_them() -> None:
    assert spoken(1, "ペトラ・ラウ", "ペトラ・ラウは合意したと述べた。")[0] == ["ペトラ・ラウ"]
