"""The cache: what is briefed once, what is never kept, and what a failing file costs."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import httpx2
import pytest

from summarizer.errors import SettingsError
from summarizer.service import cache as caches
from summarizer.service.cache import DAY, SqliteCache
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, TEXT
from tests.scripted_model import SILENCE, Answer, Request, status
from tests.service.running import BODY, EVENTS, HTML, MARKDOWN, Serve, cache_at

NEVER_CITED = "harbour master"
"""Words of the article that no fact is about."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "briefings.sqlite3"


def how(response: httpx2.Response) -> str:
    """What became of the look into the cache."""
    assert response.is_success, response.text
    return response.headers["cache-status"].removeprefix("summarizer; ")


async def fill(cache: SqliteCache, count: int, size: int) -> None:
    for number in range(count):
        await cache.put(f"key {number}", number.to_bytes(4, "big") * (size // 4))


def size_of(file: Path) -> int:
    return file.stat().st_size


def held(file: Path) -> list[str]:
    """The keys that the file holds, by age."""
    table = sqlite3.connect(file)
    try:
        return [key for (key,) in table.execute("SELECT key FROM briefings ORDER BY made")]
    finally:
        table.close()


def test_the_same_is_briefed_once_and_comes_back_byte_for_byte(serve: Serve, tmp_path: Path) -> None:
    service = serve(**cache_at(tmp_path))
    made, kept = service.brief(), service.brief()
    assert (how(made), how(kept)) == ("fwd=miss", "hit")
    assert (kept.content, kept.headers["etag"]) == (made.content, made.headers["etag"])
    assert how(service.brief(MARKDOWN)) == how(service.brief(HTML)) == how(service.brief(EVENTS)) == "hit"
    assert len(service.model.requests) == 1
    service.stop()
    again = serve(**cache_at(tmp_path), BASE_URL=service.model.base_url)
    assert again.brief().content == made.content


def test_under_another_address_the_same_name_may_be_another_model(serve: Serve, tmp_path: Path) -> None:
    first, second = serve(**cache_at(tmp_path)), serve(**cache_at(tmp_path))
    assert how(first.brief()) == how(second.brief()) == "fwd=miss"


def test_the_language_that_is_set_for_all_is_part_of_what_was_asked(serve: Serve, tmp_path: Path) -> None:
    first = serve(**cache_at(tmp_path))
    second = serve(**cache_at(tmp_path), BASE_URL=first.model.base_url, LANGUAGE="uk")
    assert how(first.brief()) == how(second.brief()) == "fwd=miss"
    assert how(first.brief(write_in="uk")) == "hit"


CHANGES: dict[str, dict[str, Any]] = {
    "text": {"text": TEXT + "\nIt rained."},
    "title": {"title": "Another title"},
    "outlet": {"outlet": "Another outlet"},
    "url": {"url": "https://news.example/1"},
    "day": {"published": "2030-05-13"},
    "language": {"language": "de"},
    "model": {"model": "scripted/other"},
    "language of the briefing": {"write_in": "uk"},
    "strictness": {"strict": True},
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_differs_is_briefed_anew(serve: Serve, tmp_path: Path, change: str) -> None:
    service = serve(**cache_at(tmp_path), MODELS="scripted/large,scripted/other")
    assert how(service.brief()) == "fwd=miss"
    assert how(service.brief(**CHANGES[change])) == "fwd=miss"
    assert how(service.brief(**CHANGES[change])) == how(service.brief()) == "hit"


@pytest.mark.parametrize("part", ["_prompts_hash", "__version__"])
def test_other_prompts_and_another_version_brief_anew(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    service = serve(**cache_at(tmp_path))
    service.brief()
    monkeypatch.setattr(f"summarizer.service.desk.{part}", (lambda: "other") if part == "_prompts_hash" else "9.9")
    assert how(service.brief()) == "fwd=miss"


def test_switched_off_it_keeps_nothing(serve: Serve, file: Path) -> None:
    service = serve(**{**cache_at(file.parent), "CACHE": "0"})
    assert how(service.brief()) == how(service.brief()) == "fwd=miss"
    assert len(service.model.requests) == 2
    assert not file.exists()


def test_what_failed_is_not_kept(serve: Serve, file: Path) -> None:
    answer = answers_from(ARTICLE, DRAFT)
    asked: list[Request] = []

    def fails_first(request: Request) -> Answer:
        asked.append(request)
        return status(401) if len(asked) == 1 else answer(request)

    service = serve(fails_first, **cache_at(file.parent))
    assert service.brief().status_code == 502
    assert held(file) == []
    assert how(service.brief()) == "fwd=miss"
    assert len(held(file)) == 1


def test_what_was_broken_off_is_not_kept(serve: Serve, file: Path) -> None:
    service = serve([SILENCE], **cache_at(file.parent))
    with pytest.raises(httpx2.TimeoutException):
        httpx2.post(f"{service.address}/v1/briefings", json=BODY, timeout=0.5)
    service.stop()
    assert held(file) == []


def test_only_its_owner_can_read_the_file_and_the_article_is_not_in_it(serve: Serve, file: Path) -> None:
    service = serve(**cache_at(file.parent))
    service.brief()
    files = list(file.parent.iterdir())
    assert {path.name for path in files} > {"briefings.sqlite3", "briefings.sqlite3-wal"}
    for path in files:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name
        assert NEVER_CITED.encode() not in path.read_bytes()
    # What the facts rest on is in it, so the look for the rest sees what is there.
    assert any("Anneke Sörl".encode() in path.read_bytes() for path in files)


async def test_the_file_stays_within_its_bound_and_the_least_used_go_first(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_000_000.0
    monkeypatch.setattr(time, "time", lambda: now)
    cache = SqliteCache(file, 1_000_000, DAY)
    for number in range(40):
        now += 100
        await cache.put(f"key {number}", bytes([number]) * 50_000)
        assert await cache.get("key 0") is not None, f"asked for all the time, gone after {number}"
    await cache.close()
    assert size_of(file) <= 1_000_000
    assert 15 <= len(held(file)) <= 20
    assert held(file) == ["key 0", *(f"key {number}" for number in range(41 - len(held(file)), 40))]


async def test_a_bound_that_was_lowered_makes_the_file_smaller(file: Path) -> None:
    cache = SqliteCache(file, 10_000_000, DAY)
    await fill(cache, 100, 50_000)
    await cache.close()
    assert size_of(file) > 5_000_000
    cache = SqliteCache(file, 500_000, DAY)
    await fill(cache, 1, 50_000)
    await cache.close()
    assert size_of(file) <= 500_000


async def test_what_is_larger_than_the_bound_pushes_nothing_out(file: Path) -> None:
    cache = SqliteCache(file, 200_000, DAY)
    await cache.put("small", b"x" * 1000)
    await cache.put("large", b"x" * 300_000)
    assert (await cache.get("small"), await cache.get("large")) == (b"x" * 1000, None)
    await cache.close()


async def test_a_briefing_is_kept_for_its_days(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_000_000.0
    monkeypatch.setattr(time, "time", lambda: now)
    cache = SqliteCache(file, 10**6, 2 * DAY)
    await cache.put("old", b"x")
    now += 2 * DAY - 1
    assert await cache.get("old") == b"x"
    now += 2
    assert await cache.get("old") is None
    await cache.put("new", b"y")
    await cache.close()
    assert held(file) == ["new"]


WRITER = """
import asyncio, sys
from pathlib import Path
from summarizer.service.cache import SqliteCache

async def main():
    cache = SqliteCache(Path(sys.argv[1]), 10**9, 10**6)
    for number in range(100):
        await cache.put(f"{sys.argv[2]} {number}", sys.argv[2].encode() * 5000)
    found = [await cache.get(f"{sys.argv[2]} {number}") for number in range(100)]
    assert found == [sys.argv[2].encode() * 5000] * 100
    await cache.close()

asyncio.run(main())
"""


def test_several_processes_write_at_once(file: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(file), name], stderr=subprocess.PIPE, text=True)
        for name in ("one", "two")
    ]
    ended = [writer.communicate(timeout=60)[1] for writer in writers]
    assert ended == ["", ""]
    assert len(held(file)) == 200


def test_a_file_that_another_process_holds_costs_a_call_and_no_answer(
    serve: Serve, file: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caches, "LOCKED_SECONDS", 0.1)
    service = serve(**cache_at(file.parent))
    service.brief()
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert how(service.brief()) == "hit"
    assert how(service.brief(title="Another")) == how(service.brief(title="Another")) == "fwd=miss"
    holder.execute("ROLLBACK")
    holder.close()
    assert how(service.brief(title="Another")) == "fwd=miss"
    assert how(service.brief(title="Another")) == "hit"
    assert '"reason": "SQLITE_BUSY"' in capfd.readouterr().err


def test_a_file_that_is_none_is_set_aside_when_the_service_starts(
    serve: Serve, file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(b"This is no database. " * 500)
    service = serve(**cache_at(file.parent))
    assert how(service.brief()) == "fwd=miss"
    assert how(service.brief()) == "hit"
    assert file.with_name("briefings.sqlite3.damaged").read_bytes().startswith(b"This is no database.")
    assert '"event": "the cache is damaged; it is set aside and begun afresh"' in capfd.readouterr().err


def test_a_file_that_is_damaged_while_the_service_runs_is_set_aside(
    serve: Serve, file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    service = serve(**cache_at(file.parent))
    service.brief()
    _damage(file)
    answers = [how(service.brief()) for _ in range(3)]
    assert answers[-1] == "hit"
    assert answers[0] == "fwd=miss"
    assert file.with_name("briefings.sqlite3.damaged").exists()
    assert '"event": "the cache is damaged; it is set aside and begun afresh"' in capfd.readouterr().err


def _damage(file: Path) -> None:
    """Write over all pages but the first, which says that it is a database."""
    table = sqlite3.connect(file)
    table.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    table.close()
    size = size_of(file)
    with file.open("r+b") as pages:
        pages.seek(4096)
        pages.write(b"\xff" * (size - 4096))


async def test_two_that_find_the_file_damaged_set_it_aside_once(file: Path) -> None:
    first, second = SqliteCache(file, 10**6, DAY), SqliteCache(file, 10**6, DAY)
    await first.put("key", b"x" * 9000)
    _damage(file)
    assert await first.get("key") is None
    await first.put("fresh", b"y")
    assert await second.get("key") is None
    await second.put("fresh too", b"z")
    assert (await second.get("fresh"), await first.get("fresh too")) == (b"y", b"z")
    await first.close()
    await second.close()


def test_a_disk_that_is_full_costs_a_call_and_no_answer(
    serve: Serve, file: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = caches._table

    def narrow(*given: Any, **more: Any) -> sqlite3.Connection:
        table = opened(*given, **more)
        table.execute("PRAGMA max_page_count = 1")
        return table

    monkeypatch.setattr(caches, "_table", narrow)
    service = serve(**cache_at(file.parent))
    assert how(service.brief()) == how(service.brief()) == "fwd=miss"
    assert '"reason": "SQLITE_FULL"' in capfd.readouterr().err


def test_a_place_where_no_file_can_be_is_told_when_the_service_starts(serve: Serve, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="SUMMARIZER_CACHE_FILE") as raised:
        SqliteCache(tmp_path / "file" / "briefings.sqlite3", 10**6, DAY)
    assert str(tmp_path) in str(raised.value)


async def test_the_event_loop_goes_on_while_the_file_is_waited_for(file: Path) -> None:
    cache = SqliteCache(file, 10**6, DAY)
    begun, go = threading.Event(), threading.Event()

    def wait() -> None:
        begun.set()
        go.wait(10)

    cache._thread.submit(wait)
    looking = asyncio.create_task(cache.get("key"))
    await asyncio.sleep(0.05)
    assert begun.is_set()
    assert not looking.done()
    go.set()
    assert await looking is None
    await cache.close()
