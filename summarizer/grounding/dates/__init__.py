"""Finds date words in a sentence and turns them into ISO dates against the day of publication.

Pure functions: no model, no files, no network.
"""

from __future__ import annotations

from summarizer.grounding.dates.finding import find_dates
from summarizer.grounding.dates.languages import supported_languages
from summarizer.grounding.dates.mention import DateMention

__all__ = ["DateMention", "find_dates", "supported_languages"]
