"""The seed article, briefed by the recorded embedded model; and the cassettes themselves, which must be loud and clean.

After a change of prompts, plans or schemas: `make record`. After a change of grounding alone:
`python -m tests.record --briefings`. Then read the diff of `cassettes/`.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import httpx2
import openai
import pytest
import vcr.errors
from vcr.stubs import httpx_stubs

from summarizer import Article, AsyncSummarizer, Briefing, Finished, Summarizer
from summarizer.extraction.prompt_files import read_prompt
from summarizer.llm.catalogue import QWEN_CODER
from tests.cassettes import BASE_URL, FOLDER, CassetteMissError, play, record, recording_of
from tests.dossier import pairs
from tests.invented import ARTICLE
from tests.record import SCENARIOS, Scenario, facts, play_scenario
from tests.recording import options
from tests.scripted_model import Script, ScriptedModel

Start = Callable[[Script], ScriptedModel]

SEED = next(scenario for scenario in SCENARIOS if scenario.name == "seed")
CASSETTES = sorted(FOLDER.rglob("*.yaml"))
EVERY_SCENARIO = pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
EVERY_CASSETTE = pytest.mark.parametrize("path", CASSETTES, ids=lambda path: path.stem)


@pytest.fixture
async def briefing() -> Briefing:
    """The seed article's briefing."""
    return await play_scenario(SEED)


@EVERY_SCENARIO
async def test_sync_async_and_streamed_say_the_same(scenario: Scenario) -> None:
    by_async = await play_scenario(scenario)
    with play(scenario.cassette), Summarizer(**options()) as summarizer:
        by_sync = summarizer.brief(scenario.article())
    with play(scenario.cassette):
        async with AsyncSummarizer(**options()) as streaming:
            events = [event async for event in streaming.stream(scenario.article())]
    last = events[-1]
    assert isinstance(last, Finished)
    assert by_async == by_sync == last.briefing


@EVERY_SCENARIO
async def test_the_facts_are_those_that_were_read_before(scenario: Scenario) -> None:
    expected = scenario.expected.read_text(encoding="utf-8")
    assert facts(await play_scenario(scenario)) == expected, (
        "The facts changed. If that is right: python -m tests.record --briefings, and read the diff."
    )


@EVERY_SCENARIO
async def test_every_quote_is_the_articles_own(scenario: Scenario) -> None:
    text = scenario.article().text
    quotes = quotes_in((await play_scenario(scenario)).model_dump())
    assert len(quotes) > 10
    assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)


def quotes_in(data: Any) -> list[dict[str, Any]]:
    """All evidence anywhere in a dumped briefing."""
    if isinstance(data, list):
        return [quote for item in data for quote in quotes_in(item)]
    if not isinstance(data, dict):
        return []
    if "start" in data and "sentence" in data:
        return [data]
    return [quote for value in data.values() for quote in quotes_in(value)]


def test_the_talks_begin_at_one_in_the_palace_in_istanbul(briefing: Briefing) -> None:
    coming = [m for m in briefing.meetings if m.start and m.start.startswith("2025-06-02")]
    assert [(m.start, m.venue, m.city) for m in coming] == [("2025-06-02T13:00", "Çırağan Palace", "Istanbul")]


def test_both_sides_and_who_leads_them(briefing: Briefing) -> None:
    assert set(briefing.talks.parties) == {"Russia", "Ukraine"}
    heads = {delegation.party: delegation.head and delegation.head.name for delegation in briefing.delegations}
    assert heads == {"Russia": "Vladimir Medinsky", "Ukraine": "Rustem Umierov"}


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        ("A source familiar with the preparation of the negotiations", "flew to Istanbul on Sunday afternoon"),
        ("Sources in the Turkish Foreign Ministry", "scheduled for 13:00"),
        ("Zelenskyy", "will travel to Istanbul"),
        ("Zelenskyy", "neither Ukraine nor its partners"),
        ("Peskov", "refused to comment"),
        ("Peskov", "on Monday morning"),
        ("Tykhyi", "stall the peace process"),
    ],
)
def test_each_speaker_has_their_own_words(briefing: Briefing, speaker: str, words: str) -> None:
    said = [s for s in briefing.statements if words in s.evidence[0].text]
    assert speaker in " ".join(statement.speaker.name for statement in said)


@pytest.mark.parametrize(("words", "outlet"), [("flew to Istanbul", "Interfax"), ("scheduled for 13:00", "TASS")])
def test_the_outlets_that_carried_the_words(briefing: Briefing, words: str, outlet: str) -> None:
    assert [s.reported_by for s in briefing.statements if words in s.evidence[0].text] == [[outlet]]


def test_the_attempts_are_those_of_the_recording(briefing: Briefing) -> None:
    with play(SEED.cassette) as cassette:
        answers = len(cassette)
        cassette.play_counts.update(range(answers))
    assert len(briefing.provenance.attempts) == answers
    assert {attempt.outcome for attempt in briefing.provenance.attempts} == {"answered"}
    assert briefing.provenance.output_tokens > 100
    assert briefing.provenance.notes == []


@EVERY_CASSETTE
def test_a_cassette_says_which_model_which_weights_which_prompts_and_when(path: Path) -> None:
    recording = recording_of(path)
    assert recording.scenario == path.stem
    assert (recording.model, recording.weights_sha256) == (QWEN_CODER.name, QWEN_CODER.sha256)
    assert recording.recorded_on > dt.date(2025, 1, 1)
    assert recording.prompt_versions == {name: read_prompt(name).version for name in recording.prompt_versions}


def test_every_cassette_is_played_and_every_scenario_recorded() -> None:
    recorded = [*(scenario.name for scenario in SCENARIOS), pairs.NAME]
    assert [path.stem for path in CASSETTES] == sorted(recorded)


async def brief_what_was_not_recorded() -> None:
    """Brief another article than the one on the cassette."""
    async with AsyncSummarizer(**options()) as summarizer:
        await summarizer.brief(ARTICLE)


async def test_a_question_that_was_not_recorded_is_loud() -> None:
    with pytest.raises(CassetteMissError, match="make record"), play(SEED.cassette):
        await brief_what_was_not_recorded()


def test_a_miss_in_another_thread_is_loud() -> None:
    with (
        pytest.raises(CassetteMissError, match="make record"),
        play(SEED.cassette),
        Summarizer(**options()) as summarizer,
    ):
        summarizer.brief(ARTICLE)


async def test_a_miss_that_somebody_swallowed_is_loud() -> None:
    with pytest.raises(CassetteMissError), play(SEED.cassette), contextlib.suppress(BaseException):
        await ask_for_models()


async def test_a_miss_is_not_asked_again() -> None:
    with pytest.raises(CassetteMissError), play(SEED.cassette) as cassette:
        await ask_for_models()
    assert len(cassette.misses) == 1


async def test_without_our_own_exception_a_miss_would_look_like_a_lost_connection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = "CannotOverwriteExistingCassetteException"
    assert getattr(httpx_stubs, name) is CassetteMissError
    assert not issubclass(CassetteMissError, Exception)
    monkeypatch.setattr(httpx_stubs, name, getattr(vcr.errors, name))
    with pytest.raises(openai.APIConnectionError), play(SEED.cassette):
        await ask_for_models()


async def ask_for_models() -> None:
    """A request that no cassette holds."""
    async with openai.AsyncOpenAI(base_url=BASE_URL, api_key="none", max_retries=1) as client:
        await client.models.list()


def test_answers_that_nobody_asked_for_are_loud() -> None:
    with pytest.raises(AssertionError, match="were not asked for"), play(SEED.cassette):
        pass


def test_a_cassette_that_is_not_there_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make record"), play(tmp_path / "none.yaml"):
        pass


async def test_our_own_service_answers_itself_inside_a_cassette() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})

    with play(SEED.cassette) as cassette:
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://testserver") as client:
            assert (await client.get("/")).status_code == 204
        cassette.play_counts.update(range(len(cassette)))


LEAKS = {
    "a key": r"\b(sk|pk|hf|gsk|xai|ghp)[-_][A-Za-z0-9]{6,}|\bAKIA[A-Z0-9]{12,}|\bAIza[\w-]{20,}|\beyJ[\w-]+\.[\w-]+\.",
    "a bearer": r"(?i)\bbearer\s+\S|\bapi[-_]?key\b|\bauthorization\b",
    "a cookie": r"(?i)\b(set-)?cookie\b|__cf_bm|_cfuvid",
    "an organisation": r"(?i)openai-(organization|project)|\borg-[A-Za-z0-9]{8,}|\bproj_[A-Za-z0-9]{8,}",
    "a path of a machine": r"(?i)(?<!\w)/(home|root|users|tmp|var|work|opt|mnt)/|\b[a-z]:\\\\?\w|site-packages|gguf",
    "an address of a machine": r"\b(127\.\d+\.\d+\.\d+|localhost|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+)\b",
    "another host": r"https?://(?!model\.invalid/v1/)",
}


def leaks_in(text: str) -> list[str]:
    """What a cassette must not hold, and holds."""
    return [name for name, pattern in LEAKS.items() if re.search(pattern, text)]


@EVERY_CASSETTE
def test_a_cassette_holds_nothing_of_the_machine_and_no_secret(path: Path) -> None:
    assert leaks_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "leak"),
    [
        ("x sk-abcdef123456", "a key"),
        ("token: eyJhbGciOi.eyJzdWIi.x", "a key"),
        ("Authorization: Bearer abc", "a bearer"),
        ("set-cookie: __cf_bm=1", "a cookie"),
        ("openai-organization: acme", "an organisation"),
        ("id: org-AbCdEf123456", "an organisation"),
        ("model: /home/ada/weights", "a path of a machine"),
        (r"C:\\Users\\ada", "a path of a machine"),
        ("http://127.0.0.1:41233/v1", "an address of a machine"),
        ("see https://index.example/simple", "another host"),
    ],
)
def test_the_scan_sees_what_must_not_be_there(text: str, leak: str) -> None:
    assert leak in leaks_in(text)


async def test_recording_keeps_unicode_and_nothing_of_the_machine(scripted: Start, tmp_path: Path) -> None:
    model = scripted([{"words": "“Çırağan”", "speaker": "Pól 🕊️ sk-in-the-answer"}])
    path = tmp_path / "new.yaml"

    async def ask(base_url: str) -> str | None:
        async with openai.AsyncOpenAI(base_url=base_url, api_key="sk-in-the-answer") as client:
            found = await client.chat.completions.create(
                model="one", messages=[{"role": "user", "content": "„Grüße“\n\u2028 — נועה"}]
            )
        return found.choices[0].message.content

    with record(path, {"<key>": "sk-in-the-answer"}):
        recorded = await ask(model.base_url)
    text = path.read_text(encoding="utf-8")
    assert leaks_in(text) == []
    assert "“Çırağan”" in text
    assert "„Grüße“" in text
    assert "<key>" in text
    assert "x-stainless" not in text.lower()
    with play(path):
        assert await ask(BASE_URL) == (recorded or "").replace("sk-in-the-answer", "<key>")


def test_a_recording_that_fails_keeps_the_old_cassette(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_text("as it was", encoding="utf-8")
    with pytest.raises(KeyError), record(path, {}):
        raise KeyError("broke off")
    assert path.read_text(encoding="utf-8") == "as it was"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("package", "first", "behind"), [("openai", 3, 4), ("instructor", 1, 2), ("vcrpy", 9, 10), ("pydantic", 2, 3)]
)
def test_the_libraries_are_those_that_the_tests_know(package: str, first: int, behind: int) -> None:
    assert first <= int(version(package).split(".")[0]) < behind


@pytest.mark.parametrize(("package", "least"), [("instructor", (1, 17)), ("vcrpy", (9, 4))])
def test_no_resolver_went_back_to_an_old_one(package: str, least: tuple[int, int]) -> None:
    assert tuple(int(part) for part in version(package).split(".")[:2]) >= least


def test_the_seed_article_is_read_as_it_was_recorded() -> None:
    assert isinstance(SEED.article(), Article)
    assert SEED.article().published == dt.date(2025, 6, 1)
