"""Agreements are told only where the sides did agree: an imagined or denied one would be an invented fact."""

from __future__ import annotations

import pytest

from summarizer.language.standpoints import agreement_told


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("The islanders haven't agreed on a truce.", "en"),
        ("Sörl denied that Brennland had agreed to share the harbour.", "en"),
        ("The council never formally and fully agreed to the plan.", "en"),
        ("Asked whether the two had agreed on quotas, she smiled.", "en"),
        ("They hope to have agreed on quotas by May.", "en"),
        ("She is expected to announce that Odo agreed to the plan.", "en"),
        ("Die Parteien einigten sich nicht.", "de"),
        ("Стороны не договорились.", "ru"),
    ],
)
def test_what_was_not_agreed_is_no_agreement(sentence: str, language: str) -> None:
    assert agreement_told(sentence, language) is None


@pytest.mark.parametrize(
    ("sentence", "language", "status"),
    [
        ("Lirren and Odo agreed on Friday's quotas after they agreed to meet.", "en", "agreed"),
        ("The two reached a tentative deal on herring.", "en", "tentative"),
        ("Стороны договорились о квотах.", "ru", "agreed"),
    ],
)
def test_what_was_agreed_is_told(sentence: str, language: str, status: str) -> None:
    assert agreement_told(sentence, language) == status
