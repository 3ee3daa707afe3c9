"""What every plan shares: asking with a prompt file, reporting progress, and losing a question, not the briefing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel

from summarizer.errors import SummarizerError
from summarizer.extraction.prompt_files import read_prompt
from summarizer.llm.client import OF_ONE_QUESTION, ModelClient, Question, Wording

Answer = TypeVar("Answer", bound=BaseModel)
Result = TypeVar("Result")
Report = Callable[[str, int, int], None]
"""Called with the stage's name, the questions answered so far, and the questions expected."""


@dataclass
class Asking:
    """One briefing's way of asking; remembers prompts used and what to tell the reader."""

    client: ModelClient
    report: Report
    language: str | None = None
    """ISO 639-1: what the model is asked to write its own words in; `None` where that is the article's language."""
    versions: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    """What the reader should know: questions that the model failed to answer, what was not read."""
    _stage: str = "reading"
    _done: int = 0
    _expected: int = 0

    def note(self, text: str) -> None:
        """Remember something that the reader of the briefing should know."""
        if text not in self.notes:
            self.notes.append(text)

    @property
    def language_name(self) -> str | None:
        """The name of that language, in English as all prompts are."""
        if self.language is None:
            return None
        from babel import Locale

        return str(Locale("en").languages.get(self.language, self.language))

    def in_language(self, what: str) -> str:
        """The request to write something in the language asked for; empty where that is the article's."""
        return f"Write {what} in {self.language_name}." if self.language is not None else ""

    def expect(self, questions: int) -> None:
        """Say how many questions will be asked."""
        self._expected += questions

    def stage(self, name: str) -> None:
        """Say what is asked about from now on."""
        self._stage = name
        self.report(name, self._done, self._expected)

    def text(self, prompt: str) -> str:
        """The text of a prompt file; its version is noted."""
        read = read_prompt(prompt)
        self.versions[read.name] = read.version
        return read.text

    async def ask(
        self,
        prompt: str,
        purpose: str,
        user: str,
        answer: type[Answer],
        bounds: Mapping[str, Any] | None,
        *,
        max_tokens: int,
    ) -> Answer | None:
        """The model's answer; `None`, noted in `notes`, where it gives none that fits.

        Raises other `ModelError`s: an endpoint that cannot be reached answers no other question either.
        """
        try:
            return await self.require(prompt, purpose, user, answer, bounds, max_tokens=max_tokens)
        except OF_ONE_QUESTION as error:
            self.note(f"The question about {purpose!r} was lost: {error.message}")
            return None

    async def require(
        self,
        prompt: str,
        purpose: str,
        user: str,
        answer: type[Answer],
        bounds: Mapping[str, Any] | None,
        *,
        max_tokens: int,
    ) -> Answer:
        """The model's answer to a question without which there is no briefing. Raises every `ModelError`."""
        try:
            return await self.client.ask(Question(purpose, self.text(prompt), user, answer, max_tokens, bounds))
        finally:
            for name in self.client.worded:
                self.text(f"answer/{name}")
            self._done += 1
            self.report(self._stage, self._done, self._expected)


def wording() -> Wording:
    """What questions are followed by where a model has to be told the form of its answer in words."""
    return Wording(unreadable=read_prompt("answer/unreadable").text, schema=read_prompt("answer/schema").text)


async def together(questions: Iterable[Coroutine[Any, Any, Result]]) -> list[Result]:
    """Ask side by side, answers in order. Where one fails for good, the others end, and its error is raised."""
    first: BaseException | None = None
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(question) for question in questions]
    except* SummarizerError as failed:
        first = failed.exceptions[0]
    if first is not None:
        # Out here, so that it does not carry the group along.
        raise first
    return [task.result() for task in tasks]
