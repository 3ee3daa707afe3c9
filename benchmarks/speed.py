"""Speed: what each lever brings for the embedded model, on the small plan's own questions about who speaks.

`python -m benchmarks.speed [--data FOLDER | --article FILE] [--questions N] [--levers L …] [--threads N]
[--quick] [--json FILE]`

The questions are those that the small plan asks about the sentences of one article: the longest of `--data` (laid out
as `quality` has it), `--article` (a text in English), or the one in `seeds/`. Each lever changes one thing against the
default (one slot, the shared prompt kept, answers bounded by a grammar), which is measured before and after all the
others, so that a busy machine shows. Ratios are to the mean of the two; above 1 is faster than the default.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import openai

from benchmarks.gold import read_gold
from benchmarks.report import Target, print_table, print_targets, told, write_targets
from benchmarks.speed_levers import DEFAULT, LEVERS, Lever, default_weights, engine_of
from summarizer import Article
from summarizer.extraction.answers import StatementAnswer, statement_bounds
from summarizer.extraction.numbering import shown
from summarizer.extraction.prompt_files import read_prompt
from summarizer.extraction.speakers import may_hold_speech
from summarizer.language import rules_for
from summarizer.llm.engine import usable_cores

QUESTIONS = 12
QUICK_QUESTIONS = 4
QUICK_LEVERS = ("prompt read anew", "grammar without lengths", "no grammar")
"""Levers that need no engine of their own."""
MAX_TOKENS = 100
"""Length limit of an answer, as the small plan has it."""
SEEDS = Path(__file__).parent.parent / "seeds"


@dataclass(frozen=True)
class Asked:
    """One question and what it took."""

    seconds: float
    read: int
    """Tokens of the prompt that were read, without those that were kept from the question before."""
    written: int
    drafted: int
    accepted: int
    answer: str


@dataclass(frozen=True)
class Measured:
    """One lever's questions."""

    lever: str
    seconds: float
    """From the first question to the last answer."""
    cpu_seconds: float
    """Of this process, which the engine is a part of: what a busy machine changes least."""
    asked: Sequence[Asked]

    @property
    def per_question(self) -> float:
        return self.seconds / len(self.asked)

    @property
    def written(self) -> float:
        """Tokens written, mean of a question."""
        return statistics.fmean(a.written for a in self.asked)

    @property
    def read(self) -> float:
        """Tokens read, mean of a question."""
        return statistics.fmean(a.read for a in self.asked)

    @property
    def tokens_a_second(self) -> float:
        """Tokens written in a second of the whole."""
        return sum(a.written for a in self.asked) / self.seconds


def chosen_article(data: Path | None, file: Path | None) -> Article:
    """The article to ask about."""
    if data is not None:
        return read_gold(data)[-1].article
    return Article.from_text((file or min(SEEDS.glob("*.txt"))).read_text(encoding="utf-8"), language="en")


def speech(article: Article) -> list[str]:
    """The sentences that the small plan asks about."""
    rules = rules_for(article.language)
    return [shown(s.text) for s in article.sentences if may_hold_speech(s, rules)]


def measure(lever: Lever, client: openai.OpenAI, model: str, sentences: Sequence[str]) -> Measured:
    """Ask about the sentences, as many at once as the lever has slots; a question a slot before them warms up."""
    ask_one = partial(_ask, client, model, lever)
    with ThreadPoolExecutor(lever.slots) as pool:
        list(pool.map(ask_one, ["Nobody spoke."] * lever.slots))
        began, worked = time.monotonic(), time.process_time()
        asked = list(pool.map(ask_one, sentences))
        return Measured(lever.name, time.monotonic() - began, time.process_time() - worked, asked)


def _ask(client: openai.OpenAI, model: str, lever: Lever, sentence: str) -> Asked:
    began = time.monotonic()
    more: dict[str, Any] = {"cache_prompt": lever.keeps_prompt}
    if lever.grammar != "none":
        schema = statement_bounds() if lever.grammar == "bounded" else StatementAnswer.model_json_schema()
        named = {"name": StatementAnswer.__name__, "strict": True, "schema": schema}
        more["response_format"] = {"type": "json_schema", "json_schema": named}
    completion = client.chat.completions.create(
        model=model,
        messages=[
            {"role": "system", "content": read_prompt("small/statement").text},
            {"role": "user", "content": f"Sentence: {sentence}"},
        ],
        temperature=0,
        max_tokens=MAX_TOKENS,
        extra_body=more,
    )
    seconds = time.monotonic() - began
    # llama.cpp tells more than the protocol has: what was read without the kept part, what speculation drafted.
    timings: dict[str, Any] = (completion.model_extra or {}).get("timings") or {}
    usage = completion.usage
    return Asked(
        seconds=seconds,
        read=int(timings.get("prompt_n", usage.prompt_tokens if usage else 0)),
        written=usage.completion_tokens if usage else 0,
        drafted=int(timings.get("draft_n", 0)),
        accepted=int(timings.get("draft_n_accepted", 0)),
        answer=completion.choices[0].message.content or "",
    )


def measure_all(
    levers: Sequence[Lever], sentences: Sequence[str], weights: Path, threads: int | None
) -> list[Measured]:
    """The default, each lever, and the default again; levers without an engine of their own share the default's."""
    measured = []
    for group in _by_engine([DEFAULT, *levers, DEFAULT]):
        with engine_of(group[0], weights, threads) as engine:
            for lever in group:
                with openai.OpenAI(base_url=engine.base_url, api_key=engine.api_key, max_retries=0) as client:
                    measured.append(measure(lever, client, engine.name, sentences))
                print(f"  measured: {lever.name} ({measured[-1].seconds:.0f} s)", flush=True)
    return measured


def _by_engine(levers: Sequence[Lever]) -> list[list[Lever]]:
    """Neighbours that run on the same engine together; loading one takes seconds."""
    groups: list[list[Lever]] = []
    for lever in levers:
        if groups and groups[-1][0].engine == lever.engine:
            groups[-1].append(lever)
        else:
            groups.append([lever])
    return groups


def print_measured(measured: Sequence[Measured]) -> list[Target]:
    """A table of the levers, with ratios to the default; their ratios for programs."""
    defaults = [m for m in measured if m.lever == DEFAULT.name]
    per_question = statistics.fmean(m.per_question for m in defaults)
    speed = statistics.fmean(m.tokens_a_second for m in defaults)
    answers = [a.answer for a in defaults[0].asked]
    rows, targets = [], []
    for at, one in enumerate(measured):
        again = " (again)" if at and one.lever == DEFAULT.name else ""
        drafted = sum(a.drafted for a in one.asked)
        rows.append(
            (
                one.lever + again,
                f"{one.per_question:.2f}",
                f"{per_question / one.per_question:.2f}",
                f"{one.cpu_seconds / len(one.asked):.2f}",
                f"{one.tokens_a_second:.1f}",
                f"{one.tokens_a_second / speed:.2f}",
                f"{one.read:.0f}",
                f"{one.written:.0f}",
                f"{sum(a.accepted for a in one.asked)}/{drafted}" if drafted else "",
                f"{sum(_plain(a.answer) == _plain(b) for a, b in zip(one.asked, answers, strict=True))}/{len(answers)}",
            )
        )
        if one.lever != DEFAULT.name:
            targets.append(
                told(f"{one.lever}: questions a second, to default", round(per_question / one.per_question, 2))
            )
    heads = ("", "s/question", "ratio", "CPU s", "tokens/s", "ratio", "read", "written", "drafts kept", "same answer")
    print()
    print_table(heads, rows)
    return [
        told("default: seconds a question", round(per_question, 2)),
        told("default: tokens/s", round(speed, 1)),
        *targets,
    ]


def _plain(answer: str) -> str:
    return re.sub(r"\s+", "", answer)


def print_articles(articles: Sequence[Article], measured: Sequence[Measured]) -> list[Target]:
    """What the answers about speakers of a whole article come to: questions left out are the cheapest lever."""
    written = {one.lever: one.written for one in measured}
    asked = statistics.fmean(len(speech(article)) for article in articles)
    there = statistics.fmean(len(article.sentences) for article in articles)
    rows = [("default", asked, written[DEFAULT.name]), ("every sentence asked about", there, written[DEFAULT.name])]
    if "no grammar" in written:
        rows.append(("no grammar", asked, written["no grammar"]))
    print()
    shown_rows = [(name, f"{questions:.0f}", f"{questions * tokens:,.0f}") for name, questions, tokens in rows]
    print_table((f"statements, mean of {len(articles)} articles", "questions", "tokens written"), shown_rows)
    return [told(f"tokens written an article, {name}", round(questions * tokens)) for name, questions, tokens in rows]


def main() -> None:
    """Read the arguments, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--article", type=Path)
    parser.add_argument("--questions", type=int)
    parser.add_argument("--levers", nargs="+", choices=[lever.name for lever in LEVERS])
    parser.add_argument("--threads", type=int, help="CPU cores to use; by default all that there are")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    wanted = options.levers or (QUICK_LEVERS if options.quick else [lever.name for lever in LEVERS])
    article = chosen_article(options.data, options.article)
    questions = options.questions or (QUICK_QUESTIONS if options.quick else QUESTIONS)
    sentences = speech(article)[:questions]
    weights, name = default_weights()
    threads = options.threads or usable_cores()
    print(f"{name}, {threads} cores, {len(sentences)} questions about who speaks, {len(wanted)} levers")
    measured = measure_all([lever for lever in LEVERS if lever.name in wanted], sentences, weights, options.threads)
    targets = print_measured(measured)
    articles = [gold.article for gold in read_gold(options.data)] if options.data else [article]
    targets += print_articles(articles, measured)
    print_targets(targets)
    if options.json:
        write_targets(options.json, targets)


if __name__ == "__main__":
    main()
