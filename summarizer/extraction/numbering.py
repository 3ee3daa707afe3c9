"""Shows an article to a model: numbered sentences, one a line, so that no text can forge a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.article import Article
from summarizer.sentences import Sentence

_NUMBER_MARK = re.compile(r"^\[(\d+)\]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")


def shown(text: str) -> str:
    """A text on one line as a model sees it: white space folded, invisible characters left out."""
    return " ".join(_INVISIBLE.sub("", text).split())


def numbered(sentences: Sequence[Sentence]) -> str:
    """`[1] First sentence.` and so on, one a line; a sentence that begins with such a mark loses its brackets."""
    return "\n".join(f"[{s.number}] {_unnumbered(shown(s.text))}" for s in sentences)


def _unnumbered(text: str) -> str:
    return _NUMBER_MARK.sub(r"(\1)", text)


def beginning(sentences: Sequence[Sentence], size: int) -> Sequence[Sentence]:
    """The first sentences that take up at most `size` bytes in UTF-8 together, and at least one."""
    total = 0
    for at, sentence in enumerate(sentences):
        total += len(sentence.text.encode())
        if total > size and at > 0:
            return sentences[:at]
    return sentences


def heading(article: Article) -> str:
    """What is known of the article besides its text, as context."""
    known = {"Title": article.title, "Outlet": article.outlet, "Published": article.published}
    return "\n".join(f"{name}: {shown(str(value))}" for name, value in known.items() if value)
