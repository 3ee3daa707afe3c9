"""The output of a batch: one briefing a line, each once, whatever moment the process was killed at.

The journal has a briefing before the output does, and keeps it until the line is on the disk for certain. What the
file has beyond that point is cut off at the next start, and written again from the journal.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summarizer.batch.journal import Journal
from summarizer.errors import SettingsError

LINES_A_SYNC = 200
"""Lines after which the file is brought to the disk."""
SECONDS_A_SYNC = 1.0
"""Seconds after which it is, with the next line."""


class OutputLines:
    """An output that lines are added to."""

    def __init__(self, path: Path, journal: Journal) -> None:
        """Go on where the journal says that the file ends.

        Raises `SettingsError` where the file is another one than the journal knows, or cannot be written.
        """
        self._path = path
        self._journal = journal
        self._waiting: list[str] = []
        self._synced = time.monotonic()
        self._size = journal.written
        """Bytes of whole lines: a line that a full disk cut off is none."""
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("r+b" if path.exists() else "w+b")
        try:
            self._require_own()
            self._file.truncate(self._size)
            self._file.seek(self._size)
            for sha256, line in journal.unwritten():
                self.add(sha256, line)
            self.sync()
        except BaseException:
            self._file.close()
            raise

    def _require_own(self) -> None:
        """Raise `SettingsError` where the file has what this batch did not write: that is not to be cut off."""
        begins = self._file.readline()
        ends = True
        if self._size:
            self._file.seek(self._size - 1)
            ends = self._file.read(1) == b"\n" and begins.startswith(b'{"schema_version"')
        self._file.seek(self._size)
        # What the file has, and the journal does not know to be there, is of what it still has to write.
        own = {line for _, line in self._journal.unwritten()}
        known = all(line in own or any(one.startswith(line) for one in own) for line in self._file)
        if not (ends and known):
            raise SettingsError(
                f"{self._path} is not as this batch left it.",
                hint="To begin anew, take it away with its journal and the reports beside it; or write elsewhere.",
            )

    def add(self, sha256: str, line: bytes) -> None:
        """Add the line of a text, which the journal has. Raises `SettingsError` where there is no room."""
        with self._told():
            self._file.write(line)
        self._size += len(line)
        self._waiting.append(sha256)
        if len(self._waiting) >= LINES_A_SYNC or time.monotonic() - self._synced >= SECONDS_A_SYNC:
            self.sync()

    def sync(self) -> None:
        """Bring to the disk what was added, and let the journal know. Raises as `add`."""
        with self._told():
            self._file.flush()
            if self._waiting:
                os.fsync(self._file.fileno())
        if self._waiting:
            self._journal.has_written(self._size, self._waiting)
            self._waiting = []
        self._synced = time.monotonic()

    def close(self) -> None:
        """Bring everything to the disk. Raises as `add`; what is not there then is written by the next run."""
        try:
            self.sync()
        finally:
            with suppress(OSError):
                self._file.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise SettingsError(
                f"{self._path} cannot be written: {error.strerror}.",
                hint="Make room, or write elsewhere; the same command goes on where it was.",
            ) from None
