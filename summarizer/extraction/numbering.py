"""Shows an article to a model: numbered sentences, one a line, so that no text can forge a number, a tag or a role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.article import Article
from summarizer.sentences import Sentence

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e00ff]|[\U000e0100-\U000e01ef]{2,}"
    "|(?<![\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
)
"""Controls, and what Unicode calls default ignorable (DerivedCoreProperties.txt), which hides text from readers; but
not the one selector behind an ideograph that chooses its form, nor those that Mongolian is spelt with."""
_NUMBER_MARK = re.compile(r"[\[［【〔](\s*[-−]?\d+\s*)[\]］】〕]")
_TAG = re.compile(r"[<＜﹤](?=\s*[/|｜!?<＜A-Za-z])")
"""What begins `</article>`, and the marks by which chat templates tell roles: `<|im_end|>`, `<start_of_turn>`, `<s>`.
Local engines read the latter as control tokens wherever they stand in a message."""
_BRACKETED_ROLE = re.compile(
    r"\[(/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|THINK|ARGS|CALL_ID|IMG|gMASK))\]"
)
"""The control tokens of the Mistral and GLM chat templates, which have square brackets."""


def on_one_line(text: str) -> str:
    """A text on one line: white space folded, invisible characters left out."""
    return " ".join(_INVISIBLE.sub("", text).split())


def shown(text: str) -> str:
    """A text on one line as a model sees it, without what would pass for the prompt's tags or another role's turn."""
    return _BRACKETED_ROLE.sub(r"(\1)", _TAG.sub("‹", on_one_line(text)))


def numbered(sentences: Sequence[Sentence]) -> str:
    """`[1] First sentence.` and so on, one a line; a number in such brackets in a sentence gets round ones."""
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
