"""The fences of `conftest.py` hold: no other machine, no real model, nothing of the environment."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import warnings
from pathlib import Path

import hypothesis
import openai
import pytest

from summarizer import Article, AsyncSummarizer, WeightsUnavailableError
from summarizer.llm.engine import EmbeddedEngine
from summarizer.settings import read_settings
from tests.conftest import NetworkForbiddenError, RealModelForbiddenError

ELSEWHERE = "192.0.2.1"
"""An address that belongs to nobody (RFC 5737)."""


def test_no_connection_leaves_this_machine() -> None:
    with socket.socket() as line, pytest.raises(NetworkForbiddenError, match=r"192\.0\.2\.1"):
        line.connect((ELSEWHERE, 443))


def test_no_datagram_leaves_this_machine() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as line, pytest.raises(NetworkForbiddenError):
        line.sendto(b"hello", (ELSEWHERE, 53))


def test_no_name_is_looked_up() -> None:
    with pytest.raises(NetworkForbiddenError, match="model"):
        socket.getaddrinfo("model.example", 443)


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()


async def test_a_client_cannot_take_the_fence_for_a_lost_connection() -> None:
    async with openai.AsyncOpenAI(base_url="http://model.example/v1", api_key="none", max_retries=5) as client:
        with pytest.raises(NetworkForbiddenError):
            await client.models.list()


async def test_an_article_for_a_hosted_model_does_not_leave() -> None:
    async with AsyncSummarizer(
        "openai/some-model", api_key="sk-stray", base_url="http://model.example/v1"
    ) as summarizer:
        with pytest.raises(NetworkForbiddenError):
            await summarizer.brief(Article.from_text("The envoys met. They said little.", language="en"))


def test_the_embedded_model_is_not_loaded(tmp_path: Path) -> None:
    weights = tmp_path / "weights.gguf"
    weights.write_bytes(b"GGUF")
    with pytest.raises(RealModelForbiddenError):
        EmbeddedEngine(weights, "embedded/any").start()


def test_a_process_of_its_own_finds_no_weights() -> None:
    command = [sys.executable, "-m", "summarizer", "models", "pull"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == WeightsUnavailableError.exit_code, ended.stderr


# What a user's environment may hold; each test must find it taken away.
os.environ.update(SUMMARIZER_MODEL="openai/stray", STRAY_API_KEY="sk-stray")


def test_no_setting_and_no_key_of_the_user_is_seen() -> None:
    leaked = [n for n in os.environ if n.endswith("_API_KEY") or n.startswith(("SUMMARIZER_", "OPENAI_"))]
    assert leaked == []
    assert read_settings().model is None


def test_no_weights_of_the_user_are_seen() -> None:
    assert list(read_settings().models_folder.glob("*.gguf")) == []


def test_properties_are_searched_the_same_way_every_time() -> None:
    if hypothesis.settings.get_current_profile_name() == "repeatable":
        assert hypothesis.settings().derandomize
        assert hypothesis.settings().database is None


def test_warnings_are_errors() -> None:
    with pytest.raises(DeprecationWarning):
        warnings.warn("old", DeprecationWarning, stacklevel=1)
