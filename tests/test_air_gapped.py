"""With SUMMARIZER_OFFLINE=1 nothing but this machine is ever contacted."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from summarizer import SettingsError, Summarizer
from summarizer.service import create_app
from tests.service.running import logs_as_before

SCRIPT = [sys.executable, "-m", "tests.air_gapped"]
OWN_NETWORK = ["unshare", "--map-root-user", "--net"]


def may_have_a_network_of_its_own() -> bool:
    """Whether this user may start a process in a network where only loopback is."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*OWN_NETWORK, "true"], capture_output=True, check=False).returncode == 0


def test_everything_works_where_there_is_no_network_and_nothing_tries_to_leave() -> None:
    # Without the right to a network of its own, the hook on every look-up and connection has to do alone.
    own = may_have_a_network_of_its_own()
    ran = subprocess.run(
        [*OWN_NETWORK, *SCRIPT, "--own-network"] if own else SCRIPT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    told = json.loads(ran.stdout)
    assert told["reached"] == []
    assert told["done"]["service"] == told["done"]["page"] == told["done"]["ready"] == 200
    assert all(count > 0 for count in told["done"].values())


@pytest.mark.parametrize("name", ["openai/gpt-5", "anthropic/claude", "groq/llama"])
def test_a_model_elsewhere_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_OFFLINE", "1")
    with pytest.raises(SettingsError, match="SUMMARIZER_OFFLINE is set"):
        Summarizer(name, api_key="x")
    with pytest.raises(SettingsError, match="SUMMARIZER_OFFLINE is set"):
        Summarizer(["embedded/qwen2.5-coder-1.5b", name])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SUMMARIZER_REDIS_URL", "redis://cache.example:6379/0"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "https://traces.example"),
    ],
)
def test_a_service_that_would_write_elsewhere_does_not_start(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_OFFLINE", "1")
    monkeypatch.setenv("SUMMARIZER_TRACING", "1")
    monkeypatch.setenv(name, value)
    with logs_as_before(), pytest.raises(SettingsError, match=f"SUMMARIZER_OFFLINE is set, and {name}"):
        create_app()
