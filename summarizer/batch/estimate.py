"""What a batch would take and cost, before a model is asked.

The questions are the real ones: a sample of the corpus is drafted with a wire that counts what is sent and answers with
nothing found. What a model would write is taken from measurements.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import httpx2

from summarizer.batch.corpus import Given
from summarizer.batch.run import Due
from summarizer.errors import ArticleError, SummarizerError
from summarizer.llm.budget import tokens_of
from summarizer.llm.catalogue import Plan
from summarizer.llm.prices import cost_of
from summarizer.summarizer import AsyncSummarizer

NOWHERE = "http://127.0.0.1:9/v1"
SAMPLE = 50
"""Articles that are drafted; the others are taken to be like them, by their length."""
MARGIN = 2.0
"""How much more than estimated an article may cost: some of its questions are asked again."""
WRITTEN_A_SENTENCE = 51
"""Tokens of a whole draft for each sentence of the article: the mean of 16 drafts made by hand (tests/dossier)."""
WRITTEN_A_CALL = 21
"""Tokens of an answer to one small question: 375 in 18 calls, measured with the embedded model on the seed article."""


@dataclass(frozen=True)
class Estimate:
    """What the articles that are due would take."""

    articles: int
    """How many are due."""
    calls: int
    """Calls to the model."""
    input_tokens: int
    """Tokens read, at four bytes each."""
    output_tokens: int
    """Tokens written."""
    cost_usd: float | None
    """US dollars; `None` where the model's price is not known."""
    sampled: int
    """Articles that were drafted for it."""


@dataclass
class Counting(httpx2.AsyncBaseTransport):
    """Counts calls, and answers each with nothing found."""

    calls: int = 0
    read: int = 0
    questions: list[str] = field(default_factory=list)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """As httpx2 has it."""
        body = json.loads(await request.aread())
        self.calls += 1
        self.read += sum(tokens_of(message["content"]) for message in body["messages"])
        form = body["response_format"]["json_schema"]
        self.questions.append(form["name"])
        content = json.dumps(least_of(form["schema"]))
        return httpx2.Response(200, request=request, json={
            "id": "none", "object": "chat.completion", "created": 0, "model": "none",
            "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}],
        })  # fmt: skip


async def estimate(
    due: AsyncIterator[Due],
    name: str,
    plan: Plan | None = None,
) -> Estimate:
    """What the articles would take with the model of this name (`provider/model`)."""
    counting = Counting()
    articles = sampled = characters = drafted = written = 0
    provider, _, model = name.partition("/")
    # By the OpenAI protocol whoever the provider is, and to no address: nothing goes beyond the counting.
    async with AsyncSummarizer(name, base_url=NOWHERE, plan=plan, wire=lambda inner: counting) as summarizer:
        async for one in due:
            articles += 1
            characters += len(one.article.text)
            if sampled < SAMPLE:
                sampled += 1
                drafted += len(one.article.text)
                began = len(counting.questions)
                # Nothing found is no briefing of every article; what was sent is counted all the same.
                with suppress(SummarizerError):
                    await summarizer.brief(one.article)
                written += _written(counting.questions[began:], len(one.article.sentences))
    share = characters / drafted if drafted else 0
    read, wrote = round(counting.read * share), round(written * share)
    return Estimate(
        articles, round(counting.calls * share), read, wrote, cost_of(provider, model, read, wrote), sampled
    )


async def affordable(corpus: Iterator[Given], name: str, plan: Plan | None, dollars: float) -> int | None:
    """How many articles may be under way while it is not known yet what one costs; `None` for any number.

    At least 1. A thousand at once would be paid before the first answer tells. Raises as `open_corpus`.
    """

    async def sample() -> AsyncIterator[Due]:
        for given in islice(corpus, SAMPLE):
            with suppress(ArticleError):
                yield Due(given.source, given.read())

    found = await estimate(sample(), name, plan)
    cost = (found.cost_usd or 0.0) * MARGIN
    return max(1, int(dollars * found.articles / cost)) if cost else None


def _written(questions: Sequence[str], sentences: int) -> int:
    return sum(WRITTEN_A_SENTENCE * sentences if name == "Draft" else WRITTEN_A_CALL for name in questions)


def least_of(schema: Mapping[str, Any], definitions: Mapping[str, Any] | None = None) -> Any:
    """The least that fits a JSON schema of ours: null, nothing in a list, the first word of a choice."""
    known = definitions or schema.get("$defs", {})
    if "$ref" in schema:
        return least_of(known[schema["$ref"].rpartition("/")[2]], known)
    options = schema.get("anyOf", [])
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if "null" in kinds or any(option.get("type") == "null" for option in options):
        return None
    if options:
        return least_of(options[0], known)
    if "enum" in schema or "const" in schema:
        return schema.get("const", *schema.get("enum", [])[:1])
    if "object" in kinds:
        return {name: least_of(inner, known) for name, inner in schema.get("properties", {}).items()}
    plain: Mapping[str, Any] = {"array": [], "boolean": False, "integer": schema.get("minimum", 0), "number": 0}
    return plain.get(kinds[0] if kinds else "", "")
