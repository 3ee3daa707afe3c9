"""With what summarizer cassettes are recorded and played: the embedded model, and a clock that stands still."""

from __future__ import annotations

import datetime as dt
from typing import Any

from summarizer.llm.catalogue import QWEN_CODER
from summarizer.summarizer import Clock
from tests.cassettes import BASE_URL

STILL = Clock(now=lambda: dt.datetime(2030, 1, 1, tzinfo=dt.UTC), monotonic=lambda: 0.0)
"""A clock that stands still: briefings made under it are equal where their facts are."""
PATIENCE = 1800.0
"""Seconds that one scenario may take."""


def options(base_url: str = BASE_URL, api_key: str = "not-a-key") -> dict[str, Any]:
    """What a summarizer is made with, to record as to play."""
    return {
        "model": QWEN_CODER.name,
        "base_url": base_url,
        "api_key": api_key,
        "timeout": PATIENCE,
        "max_attempts": 1,
        "clock": STILL,
    }
