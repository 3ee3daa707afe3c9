"""Asking in a plan: progress is reported, prompts are noted, a lost question is a note and not an error."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import pytest

from summarizer.draft import Draft
from summarizer.errors import (
    AnswerInvalidError,
    AnswerTruncatedError,
    AuthenticationError,
    ContextExceededError,
    DeadlineExceededError,
    ModelRefusedError,
    ModelUnavailableError,
    SummarizerError,
)
from summarizer.extraction.answers import CorrectedWords, StatementAnswer
from summarizer.extraction.asking import Asking
from summarizer.extraction.corrections import correct
from summarizer.extraction.prompt_files import read_prompt
from summarizer.llm.client import ModelClient, Question
from summarizer.verdicts import Refusal
from tests.invented import ARTICLE, DRAFT


class Told:
    """A client that answers what it was told to, in order, and keeps the questions."""

    def __init__(self, *replies: Any) -> None:
        self.replies = list(replies)
        self.questions: list[Question[Any]] = []
        self.worded: set[str] = set()

    async def ask(self, question: Question[Any]) -> Any:
        self.questions.append(question)
        reply = self.replies.pop(0)
        if isinstance(reply, SummarizerError):
            raise reply
        return reply


def asking_of(client: Told, reports: list[tuple[str, int, int]] | None = None) -> Asking:
    """A way of asking this client that writes its reports into a list."""
    kept = reports if reports is not None else []
    return Asking(cast(ModelClient, client), lambda name, done, total: kept.append((name, done, total)))


async def ask(asking: Asking) -> StatementAnswer | None:
    """Ask one small question."""
    return await asking.ask("small/statement", "statement 2", "Sentence: …", StatementAnswer, None, max_tokens=100)


async def test_the_answer_the_prompt_and_the_progress() -> None:
    reports: list[tuple[str, int, int]] = []
    client = Told(StatementAnswer(words=None, speaker=None))
    asking = asking_of(client, reports)
    asking.expect(3)
    asking.stage("who says what")
    assert await ask(asking) == StatementAnswer(words=None, speaker=None)
    assert client.questions[0].system == read_prompt("small/statement").text
    assert asking.versions == {"small/statement": read_prompt("small/statement").version}
    assert reports == [("who says what", 0, 3), ("who says what", 1, 3)]
    assert asking.notes == []


@pytest.mark.parametrize("error", [AnswerInvalidError, AnswerTruncatedError, ContextExceededError, ModelRefusedError])
async def test_a_lost_question_is_a_note(error: type[SummarizerError]) -> None:
    asking = asking_of(Told(error("It said nothing.", hint="Try again."), error("It said nothing.")))
    assert await ask(asking) is None
    assert await ask(asking) is None
    assert asking.notes == ["The question about 'statement 2' was lost: It said nothing."], "noted once"


@pytest.mark.parametrize("error", [AuthenticationError, ModelUnavailableError, DeadlineExceededError])
async def test_a_lost_endpoint_is_an_error(error: type[SummarizerError]) -> None:
    with pytest.raises(error):
        await ask(asking_of(Told(error("Nobody there."))))


def refused(path: str, value: str = "wrong") -> Refusal:
    """A refusal at a place of the draft."""
    return Refusal(path=path, value=value, kind="absent", reason="It is not there.")


async def corrected(refusals: Sequence[tuple[str, Sequence[int]]], *words: str | None) -> tuple[Draft, Told]:
    """The draft after these refusals were asked about again and answered with these words."""
    client = Told(*(CorrectedWords(words=word) for word in words))
    draft = await correct(ARTICLE, DRAFT, [(refused(path), numbers) for path, numbers in refusals], asking_of(client))
    return draft, client


@pytest.mark.parametrize(
    ("path", "section", "at", "name"),
    [
        ("/statements/1/speaker", "statements", 1, "speaker"),
        ("/delegations/0/head", "delegations", 0, "head"),
        ("/meetings/0/start", "meetings", 0, "start"),
        ("/documents/0/name", "documents", 0, "name"),
        ("/timeline/0/date", "events", 0, "date"),
        ("/timeline/0/event", "events", 0, "event"),
        ("/statements/1/content", "statements", 1, "content"),
    ],
)
async def test_the_new_words_stand_where_the_refused_ones_stood(path: str, section: str, at: int, name: str) -> None:
    draft, _ = await corrected([(path, [2])], "other words")
    assert getattr(getattr(draft, section)[at], name) == "other words"
    entry = getattr(DRAFT, section)[at].model_copy(update={name: "other words"})
    expected = [entry if n == at else other for n, other in enumerate(getattr(DRAFT, section))]
    assert draft == DRAFT.model_copy(update={section: expected}), "nothing else changed"


@pytest.mark.parametrize(("section", "name"), [("talks", "subject"), ("bottom_line", "text")])
async def test_a_free_text_is_asked_for_again_in_the_words_of_its_sentences(section: str, name: str) -> None:
    draft, client = await corrected([(f"/{section}/{name}", [2])], "other words")
    assert getattr(getattr(draft, section), name) == "other words"
    assert "Use only names, numbers, dates and words of the sentences." in client.questions[0].user


@pytest.mark.parametrize("words", [None, "", "wrong"])
async def test_without_new_words_the_draft_stays(words: str | None) -> None:
    draft, client = await corrected([("/statements/0/speaker", [2])], words)
    assert draft == DRAFT
    assert len(client.questions) == 1


@pytest.mark.parametrize("path", ["/statements/0/reported_by/0", "/meetings/0/city", "/talks/status"])
async def test_what_another_answer_could_not_help_is_not_asked(path: str) -> None:
    draft, client = await corrected([(path, [1])])
    assert draft is DRAFT
    assert client.questions == []


async def test_a_question_shows_the_cited_sentences_the_wrong_answer_and_the_reason() -> None:
    _, client = await corrected([("/statements/0/speaker", [2, 3])], None)
    (question,) = client.questions
    second, third = (s.text for s in ARTICLE.sentences[1:3])
    assert question.user.startswith(f"[2] {second}\n[3] {third}\n\n")
    assert question.user.endswith("Earlier answer: wrong\nWhy it was wrong: It is not there.")
    assert "sentence [2]?" in question.user


async def test_a_refusal_that_cites_no_sentence_is_not_asked() -> None:
    draft, client = await corrected([("/statements/0/speaker", [])])
    assert (draft, client.questions) == (DRAFT, [])
