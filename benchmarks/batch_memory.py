"""The peak of memory of `summarizer batch`, after a thousand articles and at the end."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.invented import ARTICLE, TEXT


def peaks(port: int, few: int, articles: int) -> tuple[int, int, float]:
    """Bytes at the peak once `few` are done, and at the end; seconds of all."""
    with tempfile.TemporaryDirectory() as folder:
        corpus, output = Path(folder, "corpus.jsonl"), Path(folder, "out", "briefings.jsonl")
        with corpus.open("w", encoding="utf-8") as file:
            for number in range(articles):
                # Without its day the dates would be refused, and the server asked again what it has no answer to.
                row = {
                    "text": f"{TEXT}\n\nRow {number} was long.",
                    "language": "en",
                    "published": str(ARTICLE.published),
                }
                file.write(json.dumps(row) + "\n")
        began = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "summarizer", "batch", str(corpus), "-o", str(output), "-m", "load/model",
             "--base-url", f"http://127.0.0.1:{port}/v1", "--plan", "large", "--at-once", "10", "-q"],
        )  # fmt: skip
        first = last = 0
        done = 0
        with process:
            while process.poll() is None:
                time.sleep(0.2)
                last = max(last, _peak(process.pid))
                if not first:
                    done = _lines(output)
                    first = last if done >= few else 0
        assert process.returncode == 0
        assert _lines(output) == articles
        return first, last, time.monotonic() - began


def _lines(path: Path) -> int:
    if not path.exists():
        return 0
    with path.open("rb") as file:
        return sum(1 for _ in file)


def _peak(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    peak = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0")
    return int(peak.split()[1]) * 1024
