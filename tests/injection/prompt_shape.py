"""What a request to a model must look like, whatever the article holds: our words outside, the article's inside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.article import Article
from summarizer.extraction.prompt_files import prompts_folder
from tests.injection.judging import bare
from tests.scripted_model import Request

_SYSTEM_OF = {
    "Draft": "large/briefing",
    "OverviewAnswer": "small/article",
    "DelegationsAnswer": "small/article",
    "StatementAnswer": "small/statement",
    "PlaceAnswer": "small/place",
    "PositionAnswer": "small/position",
    "CorrectedWords": "correction",
}
_HEADING = r"(?:Title: [^\n]*\n)?(?:Outlet: [^\n]*\n)?(?:Published: \d{4}-\d\d-\d\d\n)?"
_SENTENCES = r"(?:\[\d+\] [^\n]*\n)+"
_LINE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
_ONE_LINE = r"[^\n]*"
_FORGED = re.compile(r"[\[［【〔]\s*[-−]?\d+\s*[\]］】〕]")
_ROLE = re.compile(r"<\s*[/|｜!?A-Za-z]|\[/?(?:INST|SYSTEM_PROMPT|TOOL_CALLS)\]")


def _text(name: str) -> str:
    """The words of a prompt file, read anew."""
    return (prompts_folder() / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)[2].strip()


def _shapes() -> dict[str, re.Pattern[str]]:
    """The user's message to each question, with the article's part open."""
    article = rf"(?:{_HEADING}\n)?{_SENTENCES}"
    whole = rf"{article}\n"
    return {
        "Draft": re.compile(rf"<article>\n{article}</article>"),
        "OverviewAnswer": re.compile(whole + re.escape(_text("small/overview"))),
        "DelegationsAnswer": re.compile(whole + re.escape(_text("small/delegations"))),
        "StatementAnswer": re.compile(f"Sentence: {_ONE_LINE}"),
        "PlaceAnswer": re.compile(f"Sentence: {_ONE_LINE}"),
        "PositionAnswer": re.compile(f"Sentence: {_ONE_LINE}"),
        "CorrectedWords": re.compile(
            rf"{_SENTENCES}\n[^\n]+\?[^\n]*\nEarlier answer: {_ONE_LINE}\nWhy it was wrong: {_ONE_LINE}"
        ),
    }


_SHAPES = _shapes()


def misshapen(request: Request, article: Article) -> list[str]:
    """What is wrong with a request; empty where the article stands in its place, line for line, and nowhere else."""
    found = []
    if [m["role"] for m in request.messages] != ["system", "user"]:
        found.append("other turns than ours")
    if request.system != _text(_SYSTEM_OF[request.question]):
        found.append("the orders are not those of the prompt file")
    user = request.user
    if _SHAPES[request.question].fullmatch(user) is None:
        found.append(f"another shape: {user!r}")
    article_part = user.removeprefix("<article>").removesuffix("</article>")
    if role := _ROLE.search(article_part):
        found.append(f"a tag or a role: {article_part[role.start() :][:40]!r}")
    if bare(user) != re.sub(r"\s", "", user).casefold():
        found.append("characters that nobody sees")
    return found + _misnumbered(_LINE.findall(user), article)


def _misnumbered(lines: Sequence[tuple[str, str]], article: Article) -> list[str]:
    """Lines that are not the sentence of their number, or hold a number that could pass for another's."""
    found = []
    for number, line in lines:
        if _letters(line) != _letters(article.sentences[int(number) - 1].text):
            found.append(f"line {number} is not sentence {number}: {line!r}")
        if forged := _FORGED.search(line):
            found.append(f"line {number} holds {forged.group()!r}")
    numbers = [int(number) for number, _ in lines]
    return found + (["the numbers are out of order"] if numbers != sorted(set(numbers)) else [])


def _letters(text: str) -> list[str]:
    return [c for c in text if c.isalnum() and c not in "\u115f\u1160\u3164\uffa0"]
