"""The output of a batch: one briefing a line, each once, whatever moment the process was killed at.

The journal has a briefing before the output does, and keeps it until the line is on the disk for certain. What the
file has beyond that point is cut off at the next start, and written again from the journal.
"""

from __future__ import annotations

import os
import time
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
        self._journal = journal
        self._waiting: list[str] = []
        self._synced = time.monotonic()
        known = journal.written
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            size = path.stat().st_size if path.exists() else 0
            if size < known or (known == 0 and size and not journal.count("done")):
                raise SettingsError(
                    f"{path} has {size:,} bytes, and its journal knows of {known:,}.",
                    hint="Take the file away, and the journal with it, to begin anew; or write elsewhere.",
                )
            self._file = path.open("r+b" if path.exists() else "w+b")
            self._file.truncate(known)
            self._file.seek(known)
        except OSError as error:
            raise SettingsError(f"{path} cannot be written: {error.strerror}.", hint="Write elsewhere.") from None
        for sha256, line in journal.unwritten():
            self.add(sha256, line)
        self.sync()

    def add(self, sha256: str, line: bytes) -> None:
        """Add the line of a text, which the journal has."""
        self._file.write(line)
        self._waiting.append(sha256)
        if len(self._waiting) >= LINES_A_SYNC or time.monotonic() - self._synced >= SECONDS_A_SYNC:
            self.sync()

    def sync(self) -> None:
        """Bring to the disk what was added, and let the journal know."""
        self._file.flush()
        if self._waiting:
            os.fsync(self._file.fileno())
            self._journal.has_written(self._file.tell(), self._waiting)
            self._waiting = []
        self._synced = time.monotonic()

    def close(self) -> None:
        """Bring everything to the disk."""
        self.sync()
        self._file.close()
