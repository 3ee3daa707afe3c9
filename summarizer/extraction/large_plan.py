"""The plan for large models: one call, the whole draft, one schema for all articles."""

from __future__ import annotations

from summarizer.article import Article
from summarizer.draft import Draft
from summarizer.extraction.asking import Asking
from summarizer.extraction.numbering import heading, numbered

MAX_TOKENS = 16_000
"""Tokens that a draft may take: about 60 a sentence for an article of 250 sentences."""


async def draft_large(article: Article, asking: Asking) -> Draft:
    """A draft made in one call.

    Raises `AnswerInvalidError`, `AnswerTruncatedError` or `ModelRefusedError` where the model gives no draft
    that fits, other `ModelError`s where it cannot be asked.
    """
    asking.expect(1)
    asking.stage("reading the article")
    text = f"{heading(article)}\n\n{numbered(article.sentences)}".strip()
    user = f"<article>\n{text}\n</article>"
    return await asking.require("large/briefing", "briefing", user, Draft, None, max_tokens=MAX_TOKENS)
