"""Cassettes: a real model's answers over HTTP, recorded once and played ever after.

A cassette holds what was sent and what came, nothing of the machine: an allow-list of headers, one address
for whatever port the endpoint had, and beside the interactions its `recording`: model, weights, prompts, date.
Playing is strict. A request that is not there is loud (a changed prompt or schema means recording anew), and
so is an answer that nobody asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import vcr
import yaml
from pydantic import BaseModel, ConfigDict
from vcr.cassette import Cassette
from vcr.record_mode import RecordMode

FOLDER = Path(__file__).parent.parent / "cassettes"
BASE_URL = "http://model.invalid/v1"
"""The address that every cassette holds; nobody can ever answer there (RFC 2606)."""
HEADERS = frozenset({"content-type", "retry-after"})
"""Headers that are kept, of requests and of answers."""


class CassetteMissError(BaseException):
    """A request that the cassette does not hold. A `BaseException`: clients retry every other one."""

    def __init__(self, cassette: Cassette, failed_request: Any) -> None:
        asked = f"{failed_request.method} {failed_request.uri}"
        nearest = cassette.find_requests_with_most_matches(failed_request)
        differences = [text for _, _, failures in nearest[:1] for _, text in failures]
        super().__init__(
            f"{Path(cassette.path).name} holds no answer to {asked}. If prompts, schemas or plans changed on "
            f"purpose, run `make record`.\n" + "\n".join(differences)
        )
        _misses_of(cassette).append(self)


def _misses_of(cassette: Cassette) -> list[CassetteMissError]:
    misses: list[CassetteMissError] = cassette.__dict__.setdefault("misses", [])
    return misses


class Recording(BaseModel):
    """Where a cassette comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    scenario: str
    model: str
    weights_sha256: str
    prompt_versions: dict[str, int]
    recorded_on: dt.date


class _Serializer:
    """YAML with every character as it is, and one line a body."""

    @staticmethod
    def serialize(cassette: Mapping[str, Any]) -> str:
        text: str = yaml.safe_dump(dict(cassette), allow_unicode=True, width=float("inf"), sort_keys=True)
        return text

    @staticmethod
    def deserialize(text: str) -> Any:
        return yaml.safe_load(text)


def _without_machine(request: Any) -> Any:
    request.headers = {name: value for name, value in request.headers.items() if name.lower() in HEADERS}
    if urlsplit(request.uri).hostname in ("127.0.0.1", "localhost"):
        request.uri = BASE_URL + urlsplit(request.uri).path.removeprefix("/v1")
    return request


def _few_headers(response: dict[str, Any]) -> dict[str, Any]:
    kept = {name: values for name, values in response["headers"].items() if name.lower() in HEADERS}
    return {**response, "headers": kept}


def _tape_deck() -> vcr.VCR:
    deck = vcr.VCR(
        serializer="unicode",
        match_on=("method", "host", "path", "body"),
        # Our own service under test answers in this process: that is never to be recorded.
        ignore_hosts=["testserver"],
        before_record_request=_without_machine,
        before_record_response=_few_headers,
        decode_compressed_response=True,
        record_on_exception=False,
    )
    deck.register_serializer("unicode", _Serializer)
    return deck


@contextmanager
def play(path: Path) -> Iterator[Cassette]:
    """Answer from a cassette. Raises `CassetteMissError` for a request that it does not hold, whoever
    swallowed the first one, and `AssertionError` for answers that were not asked for."""
    if not path.is_file():
        raise FileNotFoundError(f"{path} is not there; run `make record`.")
    with _tape_deck().use_cassette(path, record_mode=RecordMode.NONE) as cassette:
        try:
            yield cassette
        except Exception:
            _raise_first_miss(cassette)
            raise
    _raise_first_miss(cassette)
    unplayed = len(cassette) - cassette.play_count
    assert not unplayed, f"{unplayed} of {len(cassette)} answers in {path.name} were not asked for."


def _raise_first_miss(cassette: Cassette) -> None:
    for miss in _misses_of(cassette):
        raise miss


@contextmanager
def record(path: Path, secrets: Mapping[str, str]) -> Iterator[Cassette]:
    """Record into a cassette, which replaces the old one once all went well.

    `secrets` maps a placeholder to what it stands for, such as a key.
    """
    new = path.with_suffix(".part")
    new.unlink(missing_ok=True)
    with _tape_deck().use_cassette(new, record_mode=RecordMode.ALL, filter_sensitive_data=dict(secrets)) as cassette:
        yield cassette
    new.replace(path)


def recording_of(path: Path) -> Recording:
    """Where a cassette comes from."""
    return Recording.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))["metadata"]["recording"])
