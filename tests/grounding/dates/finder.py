"""What the tests of dates share: a short way to write what a sentence gives."""

from __future__ import annotations

from datetime import date

from summarizer.grounding.dates import find_dates

SUNDAY = date(2025, 6, 1)


def values(sentence: str, *, language: str | None = "en", published: date | None = SUNDAY) -> dict[str, str | None]:
    """Return the words found and their values; a range as "first/last"."""
    return {
        mention.text: f"{mention.value}/{mention.end_value}" if mention.end_value else mention.value
        for mention in find_dates(sentence, published=published, language=language)
    }


def timexes(sentence: str, *, language: str | None = "en", published: date | None = SUNDAY) -> dict[str, str | None]:
    """Return the words found and their TIMEX3 values."""
    return {
        mention.text: mention.timex_value for mention in find_dates(sentence, published=published, language=language)
    }
