"""No word of the prompts' examples can surface in a briefing, whatever a model repeats of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from summarizer import Article
from summarizer.extraction.prompt_files import prompts_folder, read_prompt
from tests.briefing_by_script import LARGE, SMALL, Start, brief
from tests.invented import ARTICLE

_NO_NAME = re.compile(
    r"(?:You|Answer|The|A|In|Sentence|Which|Who|What|Are|Give|Two|Say|Copy|Its|An|For|It|Names|Where|Phone|Never)\b"
)
LONG = Article.from_text(
    ARTICLE.text
    + "\n\nA delegation came. In a statement, somebody said the plan was signed. Talks were held in a town.",
    published=ARTICLE.published,
    language="en",
)


def examples() -> list[str]:
    """The names in the prompts' examples, and the values of their answers."""
    found: set[str] = set()
    for path in prompts_folder().rglob("*.md"):
        text = read_prompt(path.relative_to(prompts_folder()).with_suffix("").as_posix()).text
        for line in text.splitlines():
            if line.startswith("{"):
                found |= {value for value in json.loads(line).values() if isinstance(value, str)}
            if line.startswith("Sentence:"):
                found |= set(re.findall(r"[A-Z]\w+(?: [A-Z]\w+)*", line.removeprefix("Sentence:"))[1:])
        found |= set(re.findall(r'"(?:party|head)":"([^"]+)"', text))
    return sorted(name for name in found if not _NO_NAME.fullmatch(name) and name not in LONG.text)


EXAMPLES = examples()


def test_there_are_examples() -> None:
    assert {"Odile Varn", "Lirren", "told the Lirren Post"} <= set(EXAMPLES)


def _filled(schema: Mapping[str, Any], words: Iterator[str], root: Mapping[str, Any]) -> Any:
    """An answer in which every text is one of the examples' words."""
    if "$ref" in schema:
        return _filled(root["$defs"][schema["$ref"].rpartition("/")[2]], words, root)
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return _filled(schema[several][0], words, root)
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        return {name: _filled(part, words, root) for name, part in schema["properties"].items()}
    if kind == "array":
        count = min(3, schema.get("maxItems", 3))
        return [_filled(schema["items"], words, root) for _ in range(count)]
    if kind == "integer":
        return 1 + sum(map(len, next(words))) % len(LONG.sentences)
    return next(words)


def _words() -> Iterator[str]:
    while True:
        yield from EXAMPLES


@pytest.mark.parametrize("model", [SMALL, LARGE])
def test_what_a_model_repeats_of_them_is_refused(scripted: Start, model: str) -> None:
    words = _words()
    server = scripted(lambda request: _filled(request.schema, words, request.schema))
    briefing = brief(server.base_url, model, LONG)
    facts = briefing.model_dump_json(exclude={"verification", "provenance"})
    # The large plan's prompt has no examples; a phrase without a name is a paraphrase there, and told as unjudged.
    watched = [words for words in EXAMPLES if model == SMALL or any(map(str.isupper, words.removeprefix("The ")))]
    assert [words for words in watched if words in facts] == []
    assert briefing.verification.refused
    assert server.requests
