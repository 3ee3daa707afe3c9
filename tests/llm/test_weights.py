"""Weights arrive whole or not at all: from any mirror, after any break, and never twice."""

from __future__ import annotations

import dataclasses
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.errors import WeightsCorruptError, WeightsUnavailableError
from summarizer.llm import weights
from summarizer.llm.catalogue import EmbeddedModel
from summarizer.llm.weights import is_verified, locate, pull, verify
from tests.llm.conftest import CONTENT, PART, FakeMirror, small_model

WRONG = CONTENT[:4000] + b"!" + CONTENT[4001:]


class Untouchable:
    """A mirror that must not be asked."""

    name = "untouchable"

    def stream(self, model: EmbeddedModel, start: int) -> Iterator[bytes]:
        raise AssertionError("a mirror was asked")


def place(folder: Path, content: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "small.gguf"
    path.write_bytes(content)
    return path


def test_a_pull_brings_the_file_and_tells_how_far_it_is(tmp_path: Path, model: EmbeddedModel) -> None:
    told: list[tuple[int, int, str]] = []
    path = pull(model, tmp_path / "new", progress=lambda *what: told.append(what), mirrors=[FakeMirror()])
    assert path.read_bytes() == CONTENT
    assert told[-1] == (10_000, 10_000, "fake")
    assert [done for done, _, _ in told] == sorted({done for done, _, _ in told})
    assert sorted(left.name for left in path.parent.iterdir() if left.suffix != ".lock") == [
        "small.gguf",
        "small.gguf.sha256",
    ]


def test_what_is_there_is_neither_fetched_nor_hashed_again(
    tmp_path: Path, model: EmbeddedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pull(model, tmp_path, mirrors=[FakeMirror()])
    monkeypatch.setattr(weights, "_difference", None)
    assert pull(model, tmp_path, mirrors=[Untouchable()]) == path


def test_a_file_that_the_user_put_there_is_checked_once(tmp_path: Path, model: EmbeddedModel) -> None:
    path = place(tmp_path, CONTENT)
    assert locate(model, tmp_path) == path
    assert not is_verified(path, model)
    assert pull(model, tmp_path, mirrors=[Untouchable()]) == path
    assert is_verified(path, model)


def test_a_folder_that_can_not_be_written_serves_what_is_in_it(
    tmp_path: Path, model: EmbeddedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = place(tmp_path, CONTENT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_text", refuse)
    monkeypatch.setattr(Path, "mkdir", refuse)
    assert pull(model, tmp_path, mirrors=[Untouchable()]) == path


def test_locate_knows_a_file_by_its_size(tmp_path: Path, model: EmbeddedModel) -> None:
    assert locate(model, tmp_path) is None
    assert locate(model, tmp_path / "nowhere") is None
    place(tmp_path, CONTENT[:-1])
    assert locate(model, tmp_path) is None


@pytest.mark.parametrize("content", [WRONG, CONTENT[:-1]], ids=["altered", "cut"])
def test_a_file_that_was_changed_is_noticed_and_replaced(tmp_path: Path, model: EmbeddedModel, content: bytes) -> None:
    path = pull(model, tmp_path, mirrors=[FakeMirror()])
    before = path.stat().st_mtime_ns
    path.write_bytes(content)
    os.utime(path, ns=(before, before + 1))
    assert not is_verified(path, model)
    assert pull(model, tmp_path, mirrors=[FakeMirror()]).read_bytes() == CONTENT
    assert is_verified(path, model)


def test_verify_hashes_always_and_takes_the_marker_away(tmp_path: Path, model: EmbeddedModel) -> None:
    path = pull(model, tmp_path, mirrors=[FakeMirror()])
    changed = path.stat().st_mtime_ns
    path.write_bytes(WRONG)
    os.utime(path, ns=(changed, changed))
    assert is_verified(path, model), "the marker alone can't see this"
    with pytest.raises(WeightsCorruptError) as caught:
        verify(path, model)
    assert model.sha256 in caught.value.message
    assert small_model(WRONG).sha256 in caught.value.message
    assert not is_verified(path, model)


def test_verify_tells_both_sizes(tmp_path: Path, model: EmbeddedModel) -> None:
    with pytest.raises(WeightsCorruptError, match="has 9,999 bytes, the published weights have 10,000"):
        verify(place(tmp_path, CONTENT[:-1]), model)


def test_verify_of_no_file_says_so(tmp_path: Path, model: EmbeddedModel) -> None:
    with pytest.raises(WeightsUnavailableError, match="No such file"):
        verify(tmp_path / "small.gguf", model)


@pytest.mark.parametrize("marker", ["", "[]", "not json", '{"sha256": 1}'])
def test_a_broken_marker_is_no_proof(tmp_path: Path, model: EmbeddedModel, marker: str) -> None:
    path = pull(model, tmp_path, mirrors=[FakeMirror()])
    (tmp_path / "small.gguf.sha256").write_text(marker)
    assert not is_verified(path, model)
    assert pull(model, tmp_path, mirrors=[Untouchable()]) == path
    assert is_verified(path, model)


def test_one_mirror_goes_on_where_another_broke(tmp_path: Path, model: EmbeddedModel) -> None:
    notices: list[str] = []
    first, second = FakeMirror(name="first", breaks_at=2 * PART + 100), FakeMirror(name="second")
    path = pull(model, tmp_path, mirrors=[first, second], notice=notices.append)
    assert path.read_bytes() == CONTENT
    assert second.starts == [2 * PART]
    assert notices == ["first can't be used: the line was cut."]


def test_a_mirror_with_wrong_bytes_is_left_at_the_first_wrong_part(tmp_path: Path, model: EmbeddedModel) -> None:
    second = FakeMirror()
    path = pull(model, tmp_path, mirrors=[FakeMirror(WRONG, name="wrong"), second])
    assert path.read_bytes() == CONTENT
    assert second.starts == [PART]


def test_wrong_bytes_only_end_with_both_hashes_and_no_file(tmp_path: Path, model: EmbeddedModel) -> None:
    with pytest.raises(WeightsCorruptError) as caught:
        pull(model, tmp_path, mirrors=[FakeMirror(WRONG)])
    assert model.parts[1].sha256 in caught.value.message
    assert small_model(WRONG).parts[1].sha256 in caught.value.message
    assert locate(model, tmp_path) is None
    assert (tmp_path / "small.gguf.partial").read_bytes() == CONTENT[:PART], "no wrong byte is kept"


def test_right_parts_with_a_wrong_whole_are_deleted(tmp_path: Path, model: EmbeddedModel) -> None:
    other = dataclasses.replace(model, sha256="0" * 64)
    with pytest.raises(WeightsCorruptError) as caught:
        pull(other, tmp_path, mirrors=[FakeMirror()])
    assert model.sha256 in caught.value.message
    assert "0" * 64 in caught.value.message
    assert [left.name for left in tmp_path.iterdir() if left.suffix != ".lock"] == []


def test_a_mirror_that_ends_early_is_a_failure(tmp_path: Path, model: EmbeddedModel) -> None:
    with pytest.raises(WeightsUnavailableError, match="fake: its bytes ended early"):
        pull(model, tmp_path, mirrors=[FakeMirror(CONTENT[:5000])])


def test_no_mirror_left_names_each_with_its_reason_and_the_way_out(tmp_path: Path, model: EmbeddedModel) -> None:
    mirrors = [FakeMirror(name="one", breaks_at=0), FakeMirror(name="two", breaks_at=10)]
    with pytest.raises(WeightsUnavailableError) as caught:
        pull(model, tmp_path, mirrors=mirrors)
    assert "one: the line was cut; two: the line was cut" in caught.value.message
    assert caught.value.hint
    assert "summarizer models pull" in caught.value.hint
    assert str(tmp_path / "small.gguf") in caught.value.hint


def test_offline_asks_no_mirror_and_says_what_to_do(tmp_path: Path, model: EmbeddedModel) -> None:
    with pytest.raises(WeightsUnavailableError) as caught:
        pull(model, tmp_path / "none", mirrors=[Untouchable()], offline=True)
    assert "summarizer models pull" in str(caught.value)
    assert not (tmp_path / "none").exists()


def test_offline_checks_what_is_there(tmp_path: Path, model: EmbeddedModel) -> None:
    path = place(tmp_path, CONTENT)
    assert pull(model, tmp_path, offline=True) == path
    path.write_bytes(WRONG)
    with pytest.raises(WeightsCorruptError):
        pull(model, tmp_path, offline=True)


def test_a_full_disk_is_told_before_a_mirror_is_asked(
    tmp_path: Path, model: EmbeddedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(10, 0, 10))
    with pytest.raises(WeightsUnavailableError, match=r"need 16,000 more bytes in .*, and 10 are free"):
        pull(model, tmp_path, mirrors=[Untouchable()])


def test_a_folder_that_can_not_be_made_is_an_error_of_ours(tmp_path: Path, model: EmbeddedModel) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WeightsUnavailableError, match="choose another folder"):
        pull(model, tmp_path / "file" / "models", mirrors=[FakeMirror()])


def test_what_a_killed_process_left_behind_is_swept(tmp_path: Path, model: EmbeddedModel) -> None:
    (tmp_path / ".parts-old").mkdir()
    (tmp_path / ".parts-old" / "some.whl").write_bytes(b"x")
    pull(model, tmp_path, mirrors=[FakeMirror()])
    assert not (tmp_path / ".parts-old").exists()


def test_a_second_process_waits_says_so_and_finds_the_file(tmp_path: Path, model: EmbeddedModel) -> None:
    waiting = threading.Event()
    found: list[Path] = []

    def second() -> None:
        found.append(pull(model, tmp_path, mirrors=[Untouchable()], notice=lambda _: waiting.set()))

    with FileLock(tmp_path / ".small.gguf.lock"):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(10)
        place(tmp_path, CONTENT)
    thread.join(10)
    assert found == [tmp_path / "small.gguf"]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kept=st.integers(0, len(CONTENT)), torn=st.binary(max_size=5000), flipped=st.integers(0, 2 * len(CONTENT)))
def test_from_any_torn_state_it_ends_with_the_right_file(
    tmp_path_factory: pytest.TempPathFactory, kept: int, torn: bytes, flipped: int
) -> None:
    folder = tmp_path_factory.mktemp("torn")
    left = bytearray(CONTENT[:kept] + torn)
    if flipped < len(left):
        left[flipped] ^= 1
    (folder / "small.gguf.partial").write_bytes(left)
    mirror = FakeMirror()
    assert pull(small_model(), folder, mirrors=[mirror]).read_bytes() == CONTENT
    if flipped >= len(left) and kept < len(CONTENT):
        assert mirror.starts[0] >= kept // PART * PART, "a good part was fetched again"


SLOW_PULL = """
import sys, time
from pathlib import Path
from summarizer.llm.weights import pull
from tests.llm.conftest import FakeMirror, small_model

class Slow(FakeMirror):
    def stream(self, model, start):
        for chunk in super().stream(model, start):
            yield chunk
            time.sleep(0.02)

pull(small_model(), Path(sys.argv[1]), mirrors=[Slow()], progress=lambda *told: print(told[0], flush=True))
"""


@pytest.mark.parametrize("after", [1, 5, 11])
def test_kill_9_in_the_middle_and_on_it_goes(tmp_path: Path, model: EmbeddedModel, after: int) -> None:
    command = [sys.executable, "-c", SLOW_PULL, str(tmp_path)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout
        for _ in range(after):
            assert process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert locate(model, tmp_path) is None
    assert pull(model, tmp_path, mirrors=[FakeMirror()]).read_bytes() == CONTENT
