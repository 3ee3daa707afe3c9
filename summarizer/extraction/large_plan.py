"""The plan for large models: one call, the whole draft, one schema for all articles; a call a window of a long one."""

from __future__ import annotations

from summarizer.article import Article
from summarizer.draft import Draft
from summarizer.extraction.asking import Asking
from summarizer.extraction.merging import merged
from summarizer.extraction.numbering import heading, numbered
from summarizer.extraction.windows import Window, cut, read, spans

MAX_TOKENS = 16_000
"""Tokens that a draft may take: about 60 a sentence for a window of 250 sentences."""
MOST_SENTENCES = 250
"""Sentences of a window, so that the draft of a live blog's many short ones is not cut."""
LONGEST_WINDOW = 32_000
"""Bytes of a window: 8,000 tokens of English, and about 12,000 of Chinese or 16,000 of Arabic."""


async def draft_large(article: Article, asking: Asking) -> Draft:
    """A draft made in one call, or in one for each window of a long article.

    A window that fails is noted, and the others stay. Raises `AnswerInvalidError`, `AnswerTruncatedError`,
    `ContextExceededError` or `ModelRefusedError` where the model gives no draft that fits for any of them, other
    `ModelError`s where it cannot be asked.
    """
    windows = cut(article.sentences, LONGEST_WINDOW, most=MOST_SENTENCES)
    asking.expect(len(windows))
    asking.stage("reading the article")

    async def ask(window: Window) -> Draft:
        whole = len(window) == len(article.sentences)
        purpose = "briefing" if whole else f"briefing of sentences {window[0].number} to {window[-1].number}"
        user = _question(article, window, asking)
        return await asking.require("large/briefing", purpose, user, Draft, None, max_tokens=MAX_TOKENS)

    reading = await read(windows, ask, asking)
    if not reading.read:
        raise reading.unread[0][1]
    for numbers, error in reading.lost():
        asking.note(f"Sentences {spans(numbers)} were not read: {error.message}")
    return merged(reading.results)


def _question(article: Article, window: Window, asking: Asking) -> str:
    """The sentences under their true numbers, below what is known of the article."""
    known = [heading(article)]
    if len(window) < len(article.sentences):
        known.append(f"Sentences {window[0].number} to {window[-1].number} of {len(article.sentences)}")
    above = "\n".join(filter(None, known))
    text = f"{above}\n\n{numbered(window)}".strip()
    user = f"<article>\n{text}\n</article>"
    if asking.language is not None:
        # Behind the article, where a request without it ends: prompts and recorded answers stay the same.
        user += f"\n\n{asking.in_language('your own words')} What is copied stays as printed."
    return user
