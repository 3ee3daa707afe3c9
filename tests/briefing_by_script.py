"""How the tests of the public face brief the invented article with a scripted model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from summarizer import Article, Briefing, Summarizer
from summarizer.summarizer import Clock
from tests.invented import ARTICLE
from tests.scripted_model import Script, ScriptedModel

Start = Callable[[Script], ScriptedModel]
"""What the fixture `scripted` is."""

LARGE = "scripted/large"
"""A model that gets the large plan."""
SMALL = "embedded/qwen2.5-coder-1.5b"
"""A model that gets the small plan."""
KEY = "sk-never-to-be-shown"
CLOCK = Clock(now=lambda: dt.datetime(2030, 5, 12, 9, 30, tzinfo=dt.UTC), monotonic=lambda: 0.0)


def brief(base_url: str, model: str = LARGE, article: Article = ARTICLE, **options: Any) -> Briefing:
    """The briefing of the invented article, by the sync face."""
    with Summarizer(model, base_url=base_url, api_key=KEY, **{"clock": CLOCK, **options}) as summarizer:
        return summarizer.brief(article)
