"""Long articles from the public face: windows, one briefing, and what becomes of a window that fails."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

import pytest

from summarizer import (
    AnswerInvalidError,
    AnswerTruncatedError,
    Article,
    Briefing,
    ContextExceededError,
    DeadlineExceededError,
    Summarizer,
    SummarizerError,
)
from summarizer.extraction.large_plan import LONGEST_WINDOW, MOST_SENTENCES
from summarizer.extraction.whole_article import LONGEST_READ, MOST_WINDOWS
from summarizer.extraction.windows import OVERLAP, SMALLEST
from summarizer.summarizer import Clock
from tests.briefing_by_script import CLOCK, LARGE, SMALL, Start, brief
from tests.long_articles import live_blog, read_well, report, shown
from tests.scripted_model import Answer, Reply, Request, answer, refusal, status, truncated

REPORT = report(60_000)
BLOG = live_blog(400)
TOO_LONG = status(400, message="This model's maximum context length is 8192 tokens, and you asked for 9000.")


def points(briefing: Briefing) -> list[int]:
    """The points that the statements speak of, in order."""
    return [int(re.findall(r"point (\d+)", s.content or s.evidence[0].text)[0]) for s in briefing.statements]


def told(article: Article) -> list[int]:
    """The points that the article speaks of, in order."""
    return [int(number) for number in re.findall(r"point (\d+)", article.text)]


@pytest.mark.parametrize("article", [REPORT, BLOG], ids=["report", "live blog"])
def test_a_long_article_is_read_in_windows_and_briefed_once(scripted: Start, article: Article) -> None:
    model = scripted(read_well)
    briefing = brief(model.base_url, article=article)
    assert points(briefing) == told(article), "all of it, each once, in order"
    assert [s.id for s in briefing.statements] == [f"s{at}" for at in range(1, len(briefing.statements) + 1)]
    assert {s.speaker.name for s in briefing.statements} == {"Petra Rau", "Rupert Sapt", "Ilko Moll", "Otto Hals"}
    assert briefing.talks.parties == ["Ruritania", "Graustark"]
    assert briefing.provenance.notes == []
    assert briefing.verification.refused == []
    assert all(article.text[e.start : e.end] == e.text for s in briefing.statements for e in s.evidence)
    assert len(model.requests) == len(briefing.provenance.attempts) > 1


@pytest.mark.parametrize("article", [REPORT, BLOG], ids=["report", "live blog"])
def test_each_window_shows_its_sentences_under_their_true_numbers(scripted: Start, article: Article) -> None:
    model = scripted(read_well)
    brief(model.base_url, article=article)
    windows = sorted(shown(request) for request in model.requests)
    for numbers, following in itertools.pairwise(windows):
        assert following[0] == numbers[-1] + 1 - OVERLAP
    assert windows[0][0] == 1
    assert windows[-1][-1] == len(article.sentences)
    for request in model.requests:
        numbers = shown(request)
        assert numbers == list(range(numbers[0], numbers[-1] + 1))
        assert len(numbers) <= MOST_SENTENCES
        assert len(request.user.encode()) < LONGEST_WINDOW + 500
        assert f"Title: {article.title}\n" in request.user
        assert f"Sentences {numbers[0]} to {numbers[-1]} of {len(article.sentences)}\n" in request.user
        assert f"[{numbers[7]}] {article.sentences[numbers[7] - 1].text}\n" in request.user


def failing_at(number: int, reply: Answer) -> Callable[[Request], Answer]:
    """A model that reads well, but gives this reply wherever a sentence is shown among others."""
    return lambda request: reply if number in shown(request) else read_well(request)


FAULTS: dict[str, tuple[Reply, str]] = {
    "prose": (answer("It rains in Strelsau."), "does not fit the question's schema"),
    "refusal": (refusal(), "declined to answer"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_window_that_fails_is_named_and_the_others_stay(scripted: Start, fault: str) -> None:
    reply, why = FAULTS[fault]
    model = scripted(failing_at(300, reply))
    briefing = brief(model.base_url, article=REPORT, max_attempts=1)
    (failed,) = [shown(request) for request in model.requests if 300 in shown(request)]
    first, last = failed[0] + OVERLAP, failed[-1] - OVERLAP
    lost = {s.number for s in REPORT.sentences if first <= s.number <= last}
    (note,) = briefing.provenance.notes
    assert note.startswith(f"Sentences {first} to {last} were not read: ")
    assert why in note
    kept = [s for s in REPORT.sentences if "said that" in s.text and s.number not in lost]
    assert [s.evidence[0].sentence for s in briefing.statements] == [s.number for s in kept]


def test_where_all_windows_fail_their_error_is_raised(scripted: Start) -> None:
    model = scripted(lambda request: answer("It rains."))
    with pytest.raises(AnswerInvalidError):
        brief(model.base_url, article=REPORT, max_attempts=1)


@pytest.mark.parametrize("reply", [truncated(), TOO_LONG], ids=["cut answer", "small context"])
@pytest.mark.parametrize("most", [60, 20])
def test_a_window_that_is_too_much_is_asked_about_in_halves(scripted: Start, reply: Reply, most: int) -> None:
    article = report(20_000)
    model = scripted(lambda request: reply if len(shown(request)) > most else read_well(request))
    briefing = brief(model.base_url, article=article)
    assert points(briefing) == told(article)
    assert briefing.provenance.notes == []
    sizes = [len(shown(request)) for request in model.requests]
    assert sum(size <= most for size in sizes) <= 4 * len(article.sentences) / most, "no smaller than need be"
    assert len({request.user for request in model.requests}) == len(sizes), "never asked again with the same size"


def test_a_sentence_that_no_answer_can_hold_costs_a_few_sentences_around_it(scripted: Start) -> None:
    briefing = brief(scripted(failing_at(100, truncated())).base_url, article=REPORT)
    (note,) = briefing.provenance.notes
    (first, last) = map(int, re.findall(r"\d+", note)[:2])
    assert first <= 100 <= last
    assert last - first < 2 * SMALLEST, "it stands in what two parts share"
    assert "cut its answer" in note
    assert len(briefing.statements) >= len(told(REPORT)) - 2 * SMALLEST


@pytest.mark.parametrize(
    ("reply", "error"), [(truncated(), AnswerTruncatedError), (TOO_LONG, ContextExceededError)], ids=["cut", "context"]
)
def test_a_model_that_reads_nothing_of_any_size_ends_in_its_error(
    scripted: Start, reply: Reply, error: type[SummarizerError]
) -> None:
    article = report(2_000)
    model = scripted(lambda request: reply)
    with pytest.raises(error) as caught:
        brief(model.base_url, article=article)
    assert caught.value.hint
    assert len(model.requests) <= 3 * len(article.sentences)


def overviews(model_requests: list[Request]) -> list[Request]:
    """The questions on the sides."""
    return [request for request in model_requests if request.question == "OverviewAnswer"]


def test_the_small_plan_asks_for_the_sides_window_by_window(scripted: Start) -> None:
    sides = {1: ["Graustark", "Ruritania"], 2: ["Ruritania"], 3: ["Strelsau", "Ruritania"], 4: ["Graustark"]}
    seen: list[int] = []

    def reply(request: Request) -> Answer:
        if request.question != "OverviewAnswer":
            return read_well(request)
        seen.append(shown(request)[0])
        return read_well(request) | {"parties": sides.get(len(seen), ["Ruritania"])}

    model = scripted(reply)
    briefing = brief(model.base_url, SMALL, REPORT)
    asked = overviews(model.requests)
    assert len(asked) == 5
    assert seen == sorted(seen)
    assert sorted({n for request in asked for n in shown(request)}) == [s.number for s in REPORT.sentences]
    assert all(len(request.user.encode()) < LONGEST_READ + 1_500 for request in asked)
    assert briefing.talks.parties == ["Ruritania", "Graustark", "Strelsau"], "those that most windows name come first"
    assert points(briefing) == told(REPORT)
    assert not [note for note in briefing.provenance.notes if "sides" in note or "overview" in note]


def test_of_a_very_long_article_the_small_plan_reads_the_beginning_and_what_tells_of_talks(scripted: Start) -> None:
    text = report(130_000).text + "\n\nThe talks resume at noon. Both delegations negotiate. The talks go on."
    article = Article.from_text(text, language="en")
    model = scripted(read_well)
    with_notes = brief(model.base_url, SMALL, article)
    asked = overviews(model.requests)
    assert len(asked) == MOST_WINDOWS
    read = {n for request in asked for n in shown(request)}
    assert 1 in read
    assert len(article.sentences) in read, "the only window besides that tells of talks"
    (note,) = [n for n in with_notes.provenance.notes if n.startswith("For sides and mediators")]
    assert f"{len(article.sentences)} were read" in note


@pytest.mark.parametrize("reply", [truncated(), TOO_LONG], ids=["cut answer", "small context"])
def test_the_small_plan_halves_what_is_too_much_for_the_engine(scripted: Start, reply: Reply) -> None:
    def answer_to(request: Request) -> Answer:
        return reply if request.question == "OverviewAnswer" and len(shown(request)) > 90 else read_well(request)

    model = scripted(answer_to)
    briefing = brief(model.base_url, SMALL, report(30_000))
    assert briefing.talks.parties == ["Ruritania", "Graustark"]
    assert briefing.provenance.notes == []


def test_the_small_plan_names_a_window_that_it_lost(scripted: Start) -> None:
    model = scripted(failing_at(300, refusal()))
    briefing = brief(model.base_url, SMALL, REPORT)
    (numbers,) = [shown(request) for request in model.requests if 300 in shown(request)]
    (note,) = briefing.provenance.notes
    assert f"'overview' was lost for sentences {numbers[0] + OVERLAP} to {numbers[-1] - OVERLAP}: " in note
    assert briefing.talks.parties == ["Ruritania", "Graustark"]


def test_what_is_shown_grows_with_the_article_and_not_with_its_square(scripted: Start) -> None:
    model = scripted(read_well)
    shown_of = {}
    for characters in (50_000, 200_000):
        before = len(model.requests)
        assert brief(model.base_url, article=report(characters)).provenance.notes == []
        shown_of[characters] = sum(len(request.user.encode()) for request in model.requests[before:])
        assert shown_of[characters] < 1.2 * characters
    assert shown_of[200_000] < 4.2 * shown_of[50_000]


@pytest.mark.parametrize(("characters", "timeout"), [(60_000, None), (110_000, 300.0), (110_000, None)])
def test_by_default_a_very_long_article_is_given_more_time(
    scripted: Start, characters: int, timeout: float | None
) -> None:
    seconds = [0.0]

    def reply(request: Request) -> Answer:
        if len(shown(request)) <= 130:
            return read_well(request)
        seconds[0] = 310.0
        return truncated()

    clock = Clock(now=CLOCK.now, monotonic=lambda: seconds[0])
    article = report(characters)
    with Summarizer(LARGE, base_url=scripted(reply).base_url, timeout=timeout, clock=clock) as summarizer:
        if characters > 100_000 and timeout is None:
            assert points(summarizer.brief(article)) == told(article)
        else:
            with pytest.raises(DeadlineExceededError):
                summarizer.brief(article)
