"""A download under way: a beginning of the published file, whose every part was checked when it arrived.

Kept apart from `weights` because this is what must survive kill -9: whatever the moment, the file's good
parts are told from a torn end by their hashes alone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import WeightsCorruptError, WeightsUnavailableError
from summarizer.llm.catalogue import EmbeddedModel
from summarizer.llm.mirrors import CHUNK


class Partial:
    """`path` holds the first `good` bytes of `model`'s weights, up to the end of a part."""

    def __init__(self, path: Path, model: EmbeddedModel) -> None:
        self.path = path
        self.model = model
        self.good = _good_bytes(path, model)
        if path.exists():
            os.truncate(path, self.good)

    @property
    def complete(self) -> bool:
        """Whether all parts are there."""
        return self.good == self.model.size

    def extend(self, chunks: Iterator[bytes], tell: Callable[[int], None]) -> None:
        """Append `chunks`, which begin at offset `good`, and call `tell` with the number of bytes there.

        Raises WeightsUnavailableError when they end early, WeightsCorruptError at the first part that is not
        the published one. The parts before it stay.
        """
        with self.path.open("r+b" if self.path.exists() else "w+b") as file:
            file.seek(self.good)
            try:
                self._append(file, _Cutter(chunks), tell)
            finally:
                file.truncate(self.good)

    def _append(self, file: BinaryIO, cutter: _Cutter, tell: Callable[[int], None]) -> None:
        for number, part in enumerate(self.model.parts, start=1):
            if part.start < self.good:
                continue
            digest = hashlib.sha256()
            for piece in cutter.take(part.size):
                file.write(piece)
                digest.update(piece)
                tell(file.tell())
            if digest.hexdigest() != part.sha256:
                raise WeightsCorruptError(
                    f"part {number} of {len(self.model.parts)} has SHA-256 {digest.hexdigest()}, "
                    f"the published one has {part.sha256}"
                )
            # A part counts as there only once the disk has it.
            file.flush()
            os.fsync(file.fileno())
            self.good = part.end


class _Cutter:
    """Cuts a stream of chunks into stretches of wanted lengths."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = b""

    def take(self, size: int) -> Iterator[bytes]:
        while size:
            piece = self._rest or next(self._chunks, b"")
            if not piece:
                raise WeightsUnavailableError("its bytes ended early")
            piece, self._rest = piece[:size], piece[size:]
            size -= len(piece)
            yield piece


def _good_bytes(path: Path, model: EmbeddedModel) -> int:
    """The length of the longest beginning of the file at `path` that consists of whole, right parts."""
    good = 0
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return good
    with file:
        for part in model.parts:
            if _hash_next(file, part.size) != part.sha256:
                break
            good = part.end
    return good


def _hash_next(file: BinaryIO, size: int) -> str:
    digest = hashlib.sha256()
    while size and (piece := file.read(min(CHUNK, size))):
        digest.update(piece)
        size -= len(piece)
    return digest.hexdigest()
